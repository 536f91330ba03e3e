"""What frames, verbs of saying, modals and negation make of an act."""

from __future__ import annotations

from timeline.analysis import ActorMention
from timeline.events.acts import Act
from timeline.events.nominal import pool
from timeline.events.orders import OrderReader
from timeline.events.parties import labels, minus
from timeline.events.structure import Predicate
from timeline.events.triggers import patients
from timeline.events.vocabulary import Outcome
from timeline.plover import MATERIAL_CONFLICT, VERBAL_CONFLICT, quad_of

__all__ = ["TRANSPARENT", "FrameReader"]

_MODALS = ("will", "would", "may", "must")
#: Hostile acts that are more than words.
_DEEDS = frozenset({"SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
#: Hostile acts that somebody is charged with by saying that he does them.
_WRONGS = frozenset({"ASSAULT", "MOBILIZE"})
#: Acts that a report may make of what is told; then it is no further charge.
_SAID = frozenset({"ACCUSE", "THREATEN", "REQUEST", "REJECT", "AGREE", "CONCEDE", "SUPPORT", "RETREAT"})
#: What somebody who cannot do it refuses.
_FAVOURS = frozenset({"AGREE", "CONCEDE", "SUPPORT", "AID", "COOPERATE"})
#: Frames whose object is whom the act is to be done to.
_AIMED = frozenset({"agree", "offer", "promise", "threaten", "weigh"})
#: Evidence of acts that the verb's negation leaves as they are ("nobody claimed responsibility for the raid").
_STANDING = frozenset({"barred", "owned"})
#: Frames that tell who had a part in an act and who had none.
_PARTS = frozenset({"own", "disown"})
#: Frames of which each member of a list is an act of its own.
_LISTING = frozenset({"agree", "promise"})
#: Frames whose act was done, by whoever is their subject.
TRANSPARENT = frozenset({"begin", "decide", "report", "try", "cause", "help", "own"})


class FrameReader(OrderReader):
    """The operators over acts; what each does to which type stands in the table [outcomes]."""

    def _transform(
        self,
        op: str,
        inner: list[Act],
        token: int,
        subject: list[ActorMention],
        objects: list[ActorMention],
        predicate: Predicate | None = None,
        end: int = 0,
    ) -> list[Act]:
        """What a frame makes of the acts in its complement."""
        if op == "report":
            return self._report(inner, subject, predicate)
        op = "decide" if op == "demand" and self._tells_its_own(token, subject, objects) else op
        out: list[Act] = []
        for act in inner:
            if op == "demand" and self._orders_out(token, act, subject, objects):
                out.append(act.because("ordered-out", self.parse.tokens[token].lower))
                continue
            together = op == "agree" and self._agree_together(token, subject)
            type_ = "AGREE" if together else act.type
            outcome = self.vocabulary.outcome(op, type_, act.mode, denied=act.modality == "denied")
            if outcome is None:
                out.append(act)
            elif outcome.type == "-":
                continue
            elif not outcome.type:
                self._take_part(op, act, subject or self._met_with(op, act, predicate), predicate)
                if op == "begin" and act.nominal and not act.targets and not act.mutual:
                    act.targets = minus(objects, act.actors)
                if outcome.modality:
                    act.modality = outcome.modality  # type: ignore[assignment]
                out.append(act.because(f"frame:{op}", self.parse.tokens[token].lower))
            elif not any(o.first == token for o in out):
                out.append(self._framed(op, outcome, act, token, end, subject, objects))
                if self._stands_too(op, act, subject, predicate):
                    if op != "refuse":
                        out[-1].about = act.first
                    elif not any(m.codes for m in act.targets):
                        act.targets = minus(subject, act.actors)  # who refuses an offer was made it
                    out.append(act)
            elif op in _LISTING and self._is_another(act, predicate):
                another = self._framed(op, outcome, act, act.first, act.last, subject, objects)
                out += [another] if any(m.codes for m in another.targets) else []
        return out

    def _met_with(self, op: str, act: Act, predicate: Predicate | None) -> list[ActorMention]:
        """``The move was met with scorn``: whose it was."""
        if op != "suffer" or predicate is None or not predicate.passive or act.phrase < 0:
            return []
        return self.parties.of_row(predicate.subject) if self.parse.phrases[act.phrase].prep == "with" else []

    def _take_part(self, op: str, act: Act, subject: list[ActorMention], predicate: Predicate | None) -> None:
        """``began the raid``, ``claimed responsibility for it``, ``denied any part in it``: whose act it is, or not."""
        if op in _PARTS:
            act.evidence.append("owned")
        if op == "disown":
            act.actors = minus(act.actors, subject)
        elif op != "own" or not (predicate is None or predicate.negated or self._says_none(predicate, [])):
            self._lend(act, subject, op)

    def _stands_too(self, op: str, act: Act, subject: list[ActorMention], predicate: Predicate | None) -> bool:
        """``spurned Chad's offer to …``, ``welcomed its decision to …``, ``regrets that Chad left``: what is refused
        was asked or offered all the same, what is judged was done."""
        if op == "refuse":
            named = act.nominal or self.parse.phrase_at[act.first] >= 0
            return named and act.type in ("REQUEST", "AGREE") and bool(act.actors)
        if op not in ("judge", "praise"):
            return False
        if act.nominal or predicate is None:
            return act.nominal
        told = self.vocabulary.has("factive", predicate.lemma) and act.modality == "actual" and act.predicate >= 0
        return told and any(m.codes for m in act.actors) and labels(act.actors).isdisjoint(labels(subject))

    def _agree_together(self, token: int, subject: list[ActorMention]) -> bool:
        """``agreed with Kenya to open the road``: what several agree to, none gives way in."""
        following = self.parse.tokens[token + 1].lower if token + 1 < len(self.parse.tokens) else ""
        return following == "with" or len(labels([m for m in subject if m.codes])) > 1

    def _lend(self, act: Act, subject: list[ActorMention], op: str) -> None:
        """A light verb's subject acts, when the noun does not say who does; or suffers ("faces criticism")."""
        if op == "suffer":
            if not act.actors and act.phrase >= 0:  # "faces sanctions from Chad"
                act.actors = [m for m in self.parties.behind(act.phrase, "from", "by") if m.codes]
            if act.mutual:  # "died in fighting with Chadian troops"
                act.actors = act.actors + minus([m for m in subject if m.codes], act.actors)
            else:
                act.targets = act.targets or minus(subject, act.actors)
            return
        passive = not act.nominal and act.predicate >= 0 and self.parse.predicates[act.predicate].passive
        if not act.actors and subject and op in TRANSPARENT | {"plan", "want", "offer"} and not passive:
            act.actors = subject
            act.evidence.append("subject")
            act.targets = minus(act.targets, subject) or act.targets
            if act.mutual:
                pool(act)
        elif subject and act.mutual and op in TRANSPARENT:
            act.actors = subject + minus(act.actors, subject)
        if act.nominal and op in ("begin", "decide"):
            act.evidence.append("light-verb")

    def _framed(
        self,
        op: str,
        outcome: Outcome,
        inner: Act,
        token: int,
        end: int,
        subject: list[ActorMention],
        objects: list[ActorMention],
    ) -> Act:
        """A speech act about an act: its target is who is spoken to, else who the inner act is about."""
        type_, mode, modality = outcome
        if op == "threaten" and objects and not minus(objects, subject) and any(m.codes for m in objects):
            type_, mode, modality = "REQUEST", "change", ""  # "warned its own citizens to leave"
        act = Act(type_, mode, token, max(end, token + 1), inner.weight, predicate=inner.predicate)
        act.modality = modality or "actual"  # type: ignore[assignment]
        if not subject and op in ("end", "halt") and quad_of(inner.type) == MATERIAL_CONFLICT:
            subject = inner.actors  # "the removal of American sanctions"
        act.actors = subject
        order = [objects, inner.actors, inner.targets]
        if op in _AIMED | {"want", "refuse", "end", "halt", "never"}:
            told = op in _AIMED or (op == "refuse" and self._turns_down(token))
            order = [objects if told else [], inner.targets, inner.actors]
        elif op in ("judge", "praise"):
            harmful = quad_of(inner.type) >= VERBAL_CONFLICT  # "deplored the raid on Libya": who suffered is not blamed
            order = [inner.actors, minus(objects, inner.targets) if harmful else objects]
        elif op == "demand" and self._lets_go(inner):
            order = [objects, inner.actors]  # "demanded that the crew be freed"
        others = [minus(o, subject) or self._of_own_state(o, subject) for o in order]
        act.targets = next((found for found in others if found), [])
        if type_ == "REQUEST" and objects and not minus(objects, subject):
            act.targets = objects  # "ordered its own citizens to leave"
        if type_ == "AGREE" and " ".join(t.lower for t in self.parse.tokens[token : token + 2]) == "agreed with":
            act.mutual = True
            pool(act)
        act.evidence += ["subject"] if subject else []
        act.evidence.append("frame")
        act.reasons = [*inner.reasons]
        return act.because(f"frame:{op}", self.parse.tokens[token].lower)

    def _turns_down(self, token: int) -> bool:
        """``rejected Chad's plan to bar the ships``: whether what is refused is what somebody wants."""
        index = self.parse.predicate_at.get(token, -1)
        rows = patients(self.parse, self.parse.predicates[index]) if index >= 0 else []
        return any("offer" in self.parties.classes(row) for row in rows)

    def _report(self, inner: list[Act], subject: list[ActorMention], predicate: Predicate | None) -> list[Act]:
        """A speaker: not the actor of what he reports, save where speaking is the act."""
        words = ""
        if predicate is not None and predicate.subject >= 0:
            place = self.parse.phrases[predicate.subject]
            words = " ".join(t.text for t in self.parse.tokens[place.first : place.last])
        told: list[Act] = self._charges(inner, subject, predicate)
        for act in inner:
            act.attribution = act.attribution or words or None
            if act.type == "THREATEN" and act.speaker_acts and self._of_oneself(act, subject):
                continue
            if "accused" in act.evidence and act.targets and not minus(act.targets, subject):
                continue  # "said it was behind the raid"
            told.append(act)
            if self._own_option(act, subject):
                self._apply("threaten", [act])
            if self._is_charge(act, subject, predicate):
                act.type, act.mode, act.speaker_acts = "ACCUSE", "allege", True
            if act.speaker_acts:
                act.speaker_acts = False
                act.targets = minus(act.actors, subject) or act.targets
                act.actors = subject
                act.because("speaker", words)
            elif (
                not act.actors
                and act.type == "ACCUSE"
                and not act.nominal
                and (act.targets or "accused" in act.evidence)
            ):
                act.actors = minus(subject, act.targets)
                act.because("speaker", words)
            elif not act.actors and act.modality == "planned" and not act.nominal:
                act.actors = subject
                act.targets = minus(act.targets, subject)
                act.because("speaker:agentless", words)
        return told

    def _charges(self, inner: list[Act], subject: list[ActorMention], predicate: Predicate | None) -> list[Act]:
        """``Chad says that Libya shelled a town``: who says that another one did wrong accuses him."""
        speaker = [m for m in subject if m.codes and not m.media]
        if (
            predicate is None
            or predicate.passive
            or not speaker
            or not self.vocabulary.has("charging", predicate.lemma)
            or self._only_tells(predicate.subject)
        ):
            return []
        for act in inner:
            own = labels(act.actors)
            wrong = act.type in _WRONGS and act.modality == "actual"
            wrong = wrong and (not act.nominal or "light-verb" in act.evidence)  # "started the fighting"
            if wrong and any(m.codes for m in act.actors) and not own & labels(speaker):
                charge = Act("ACCUSE", "allege", predicate.head, predicate.head + 1, 0.65)
                charge.predicate = self.parse.predicate_at[predicate.head]
                charge.actors, charge.targets = speaker, act.actors
                charge.evidence = ["subject", "frame"]
                charge.about = act.first
                return [charge.because("charge", self.parse.tokens[predicate.head].lower)]
        return []

    def _only_tells(self, phrase: int) -> bool:
        """Whether somebody tells what happened and accuses nobody: officials, guards and doctors, onlookers."""
        return self._is_head(phrase, "reporting") or self._is_onlooker(phrase)

    def _is_charge(self, act: Act, subject: list[ActorMention], predicate: Predicate | None) -> bool:
        """``argued that Chad had abused …``, ``said Chad broke the accord``: who says so accuses who did wrong."""
        if act.type not in ("ACCUSE", "REJECT") or act.modality != "actual" or act.speaker_acts or act.predicate < 0:
            return False
        if predicate is None or predicate.passive or act.nominal:
            return False
        wronging = self.vocabulary.has("wronging", self.parse.predicates[act.predicate].lemma)
        known = any(m.codes for m in subject) and any(m.codes for m in act.actors)
        return wronging and known and labels(act.actors).isdisjoint(labels(subject))

    def _wrongs_told(self, index: int, predicate: Predicate, acts: list[Act]) -> list[Act]:
        """``Peru says that Chile shelters the gang``: who tells what another one does wrong accuses him, though
        what is done is no act of itself."""
        speaker = self._subject(predicate) if not (predicate.passive or predicate.negated or predicate.modal) else []
        own = labels([m for m in speaker if m.codes and not m.media])
        if not own or any(a.type in _SAID for a in acts):
            return []
        if self._only_tells(predicate.subject):
            return []
        for child in self._children.get(index, ()):
            other = self.parse.predicates[child]
            told = other.relation in ("that", "reported") and other.form == "finite"
            if not told or other.negated or other.modal or other.passive:
                continue
            doer = [m for m in self.parties.doers(other.subject) if m.codes]
            if not doer or labels(doer) & own or not self.vocabulary.has("wrongdoing", other.lemma):
                continue
            act = Act("ACCUSE", "allege", predicate.head, predicate.head + 1, 0.65, predicate=index)
            act.actors, act.targets = speaker, doer
            act.evidence = ["subject", "frame"]
            return [act.because("charge", self.parse.words(other.first, other.last))]
        return []

    def _of_oneself(self, act: Act, subject: list[ActorMention]) -> bool:
        """``said that it would pay for the repairs``: the speaker speaks of himself, and nobody threatens himself."""
        place = self.parse.predicates[act.predicate].subject if act.predicate >= 0 else -1
        own = place >= 0 and self.parse.tokens[self.parse.phrases[place].head].tag == "PRP"
        return own and bool(act.actors) and not minus(act.actors, subject)

    def _own_option(self, act: Act, subject: list[ActorMention]) -> bool:
        """``Iran said it could close the strait``, ``would sink any ship``: what a speaker may do himself."""
        may = act.modality == "hypothetical" and any(r.rule == "modal:may" for r in act.reasons)
        may = may or (act.modality == "planned" and act.type == "ASSAULT")
        if not may or act.type not in _DEEDS:
            return False
        if not act.actors and act.predicate >= 0 and act.type != "ASSAULT" and act.targets:
            # "said that Dutch planes could be kept out of its skies"
            if self.parse.predicates[act.predicate].passive and not labels(act.targets) & labels(subject):
                act.actors = [m for m in subject if m.codes]
        return bool(act.actors) and labels(act.actors) <= labels(subject)

    def _modal(self, predicate: Predicate, acts: list[Act]) -> list[Act]:
        """Modal verbs, negation and conditions."""
        modal = predicate.modal
        op = next((group for group in _MODALS if self.vocabulary.has(group, modal)), "") if modal else ""
        negated = predicate.negated or self._says_none(predicate, acts)
        ended = predicate.no_longer and any("no-longer" in act.evidence for act in acts)
        if predicate.no_longer:
            op = "" if ended else "no_longer"
        elif negated and op in ("will", "would"):
            op = "never"
        elif negated:
            unable = self.vocabulary.has("able", modal) and all(a.type in _FAVOURS for a in acts)
            op = "never" if predicate.form == "infinitive" or unable else "not"
        ordered = self._is_imperative(predicate)
        op = "must" if ordered else op
        if op and acts and any(not _STANDING.isdisjoint(act.evidence) for act in acts):
            op = ""
        if op == "must" and not acts and (ordered or predicate.relation in ("that", "reported")):
            acts = [self._duty(predicate)]
        elif op:
            acts = self._apply(op, acts, predicate)
        conditional = bool(predicate.mark) and self.vocabulary.has("condition", predicate.mark)
        if (conditional and not self._until_done(predicate)) or (op == "would" and self._is_unreal(predicate)):
            acts = self._apply("if", acts)
        elif op in ("will", "would") and self._is_conditional(predicate):
            self._apply("threaten", [a for a in acts if a.type in _DEEDS and a.modality == "planned"])
        return acts

    def _is_unreal(self, predicate: Predicate) -> bool:
        """``would have shut the port``, ``a step that would shut it``: what was not done, what something leads to."""
        if any([t.lemma == "have" for t in self.parse.tokens[predicate.first : predicate.head]]):
            return True
        if predicate.passive or predicate.subject < 0 or self.parties.of_row(predicate.subject):
            return False
        return predicate.relative or predicate.relation not in ("that", "reported")

    def _until_done(self, predicate: Predicate) -> bool:
        """``kept quiet until Iran freed the crew``: it did, unless what waits for it is only to come."""
        if predicate.mark not in ("until", "till") or self.parse.tokens[predicate.first].tag != "VBD":
            return False
        waiting = self.parse.predicates[predicate.governor] if predicate.governor >= 0 else None
        return waiting is None or not (waiting.modal or waiting.form == "infinitive")  # "vowed to fight on until …"

    def _says_none(self, predicate: Predicate, acts: list[Act]) -> bool:
        """``no troops were sent``, ``took no countermeasure``: denied by the phrase, not by the verb."""
        if self.parse.vocabulary.isdisjoint(self.vocabulary.words["none"]):
            return False
        for phrase in (predicate.subject, *predicate.objects[:1]):
            first = self.parse.phrases[phrase].first if phrase >= 0 else -1
            if first >= 0 and self.vocabulary.has("none", self.parse.tokens[first].lower):
                following = self.parse.tokens[min(first + 1, len(self.parse.tokens) - 1)].lower
                if self.vocabulary.has("exception", following):  # "nothing short of piracy"
                    return False
                return not any("says-none" in act.evidence for act in acts)
        return False

    def _is_conditional(self, predicate: Predicate) -> bool:
        """``unless Iraq withdraws, Iran will …``: whether it depends on what another does."""
        index = self.parse.predicate_at[predicate.head]
        if self.parse.tokens[0].lower == "should" and predicate.first > 1:
            return True  # "should Iraq not withdraw, Iran will …"
        return any(
            p.mark in ("if", "unless") and (p.governor == index or (p.governor < 0 and self._conditions(p, predicate)))
            for p in self.parse.predicates
        )

    def _conditions(self, condition: Predicate, predicate: Predicate) -> bool:
        """Whether a condition that hangs on no verb is that of one before or after it: ``would shut the port - on which
        the town lives - unless the tax is lifted``."""
        first, last = sorted((condition.first, predicate.first))
        if last == predicate.first:
            return True
        return not any(first < p.first < last and p.modal for p in self.parse.predicates)

    def _apply(self, op: str, acts: list[Act], predicate: Predicate | None = None) -> list[Act]:
        for act in acts:
            undone = op == "not" and act.modality in ("planned", "proposed")  # "has no intention of talking"
            outcome = self.vocabulary.outcome("never" if undone else op, act.type, act.mode)
            if outcome is None or (op in ("will", "would") and act.type == "REJECT" and "says-none" in act.evidence):
                continue  # "said there would be no talks"
            if op == "must" and outcome.type not in ("", act.type):  # "the consul must leave" needs nobody who says so
                act.speaker_acts = True
                act.evidence.append("frame")
                if not act.actors and self._lets_go(act):
                    act.targets = []  # "the crew must be freed": by whoever holds it
            if outcome.type:
                act.type, act.mode = outcome.type, outcome.mode
                act.modality = "actual" if undone else act.modality
            if outcome.modality and act.modality != "denied" and (act.type != "THREATEN" or op == "threaten"):
                act.modality = outcome.modality  # type: ignore[assignment]
            act.because(f"modal:{op}", self.parse.tokens[predicate.head].lower if predicate else "")
        return acts
