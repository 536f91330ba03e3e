"""What nouns of acts get from the verbs they stand with: mood, those who act, whom it is done to."""

from __future__ import annotations

from timeline.analysis import ActorMention
from timeline.events.acts import JUDGING, Act
from timeline.events.framing import FrameReader
from timeline.events.parties import are_several, minus
from timeline.events.structure import Predicate
from timeline.plover import MATERIAL_CONFLICT, quad_of

__all__ = ["NounReader"]

#: Prepositions before the deed that somebody is charged with.
_CHARGED_WITH = frozenset({"for", "over", "behind"})
#: Conjunctions of the deed by which somebody came to harm.
_OCCASIONS = frozenset({"when", "as", "after"})
#: What is done or said to those who are charged with a deed.
_CHARGING = frozenset({"SANCTION", "ACCUSE", "REJECT", "THREATEN"})
#: Prepositions before talks that tell what somebody is there for, and those before talks that he holds.
_PURPOSES = frozenset({"for", "on"})
_MEETING = _PURPOSES | {"in", "at", "during", "after", "by"}

#: Prepositions before a request on which somebody acts.
_ASKED_AT = frozenset({"at", "on", "upon"})


class NounReader(FrameReader):
    """Acts that nouns name, in their sentence."""

    def _under_verbs(self, acts: list[Act]) -> None:
        """``talks will begin``, ``if the strikes go on``: a noun shares the mood and the parties of its verb."""
        for act in acts:
            if act.phrase < 0 or act.predicate >= 0 or act.modality != "actual":
                continue
            verb = next((p for p in self.parse.predicates if p.subject == act.phrase and p.form == "finite"), None)
            if verb is None:
                self._purpose(act, acts)
                self._put_under(act)
                self._asked(act)
                continue
            if (
                act.type == "ASSAULT"
                and not act.targets
                and self.vocabulary.has("toll", verb.lemma)
                and not verb.passive
            ):
                act.targets = [m for o in verb.objects for m in self.parties.of_row(o) if m.codes]
            if not any(m.codes for m in act.actors) and not self._judges(verb, acts):
                self._lend_obliques(act, verb)
            if self.vocabulary.has("condition", verb.mark):
                self._apply("if", [act])
            elif self.vocabulary.has("will", verb.modal) and not verb.negated:
                self._apply("will", [act])
            elif self.vocabulary.has("would", verb.modal):
                self._apply("if", [act])  # "an attack would be answered"

    def _judges(self, verb: Predicate, acts: list[Act]) -> bool:
        """``the raids were condemned by …``: whoever judges an act is not who did it."""
        return any(a.type in JUDGING and verb.first <= a.first < verb.last for a in acts)

    def _lend_obliques(self, act: Act, verb: Predicate) -> None:
        """``a swap took place between …``, ``calls came from …``: who acts stands with the verb."""
        between = self._oblique(verb, "between")
        act.mutual = act.mutual or bool(between)
        by = verb.passive and not self.vocabulary.has("denying", verb.lemma)
        found = between or (self._oblique(verb, "by") if by else [])
        found = found or (self._oblique(verb, "from") if self.vocabulary.has("issuing", verb.lemma) else [])
        if any(m.codes for m in found):
            act.actors = found
            act.evidence.append("light-verb")

    def _put_under(self, act: Act) -> None:
        """``put two banks under an asset freeze and …``: who does it to whom stands with the verb."""
        first = self.parse.phrases[act.phrase].row
        if act.actors or act.targets or self.parse.phrases[first].prep not in ("under", "to"):
            return
        for verb in self.parse.predicates:
            after = verb.last <= self.parse.phrases[first].first
            if after and self.vocabulary.has("subjecting", verb.lemma) and (first in verb.obliques or verb.objects):
                act.actors = self._subject(verb)
                objects = [m for o in verb.objects for m in self.parties.of_row(o)]
                act.targets = minus(self.parties.of_row(verb.subject) if verb.passive else objects, act.actors)
                act.evidence.append("light-verb")
                return

    def _asked(self, act: Act) -> None:
        """``At Japan's urging, the UN condemned …``, ``shut it at the request of Japan``: who acts was asked to."""
        place = self.parse.phrases[act.phrase]
        if act.type != "REQUEST" or act.targets or not act.actors or place.prep not in _ASKED_AT:
            return
        if place.prep == "on" and not self._is_head(act.phrase, "asking_on"):
            return
        for verb in self.parse.predicates:
            beside = act.phrase in verb.obliques or (place.last <= verb.first and place.chain < 0)
            if verb.form == "finite" and not verb.relative and beside:
                act.targets = minus([m for m in self._subject(verb) if m.codes or m.via == "name"], act.actors)
                act.because("asked", verb.lemma)
                return

    def _is_toll(self, act: Act, acts: list[Act]) -> bool:
        """``ten were killed | when gunmen attacked the post``: what an attack did is no act beside it."""
        if act.type != "ASSAULT" or act.nominal or act.actors or act.predicate < 0:
            return False
        verb = self.parse.predicates[act.predicate]
        if not verb.passive or not self.vocabulary.has("toll", verb.lemma):
            return False
        for other in acts:
            if other is act or other.type != "ASSAULT" or other.predicate < 0:
                continue
            cause = self.parse.predicates[other.predicate]
            if cause.mark in _OCCASIONS and cause.governor == act.predicate:
                other.targets = other.targets or ([] if other.mutual else act.targets)
                return True
        return False

    def _culprits(self, acts: list[Act]) -> None:
        """``apologised for the raid``, ``sanctions on Chad over the arrest``: who is charged with a deed, or owns up to
        it, did it."""
        for act in acts:
            if act.phrase < 0 or any(m.codes for m in act.actors) or quad_of(act.type) < MATERIAL_CONFLICT:
                continue
            if self.parse.phrases[act.phrase].prep not in _CHARGED_WITH:
                continue
            for index, verb in enumerate(self.parse.predicates):
                if act.phrase in verb.obliques and (culprits := self._culprit(index, verb, acts, act.targets)):
                    act.actors = culprits
                    act.targets = minus(act.targets, culprits)
                    act.because("culprit", verb.lemma)
                    break

    def _culprit(self, index: int, verb: Predicate, acts: list[Act], victims: list[ActorMention]) -> list[ActorMention]:
        if self.vocabulary.has("owning_up", verb.lemma) or (verb.lemma == "be" and verb.adjective < 0):
            return [m for m in self.parties.of_row(verb.subject) if m.codes]
        row = verb.subject if verb.passive else verb.objects[0] if verb.objects else -1
        if self.vocabulary.has("blaming", verb.lemma) and row >= 0:
            return [m for m in self.parties.of_row(row) if m.codes]
        hit = next(
            (a for a in acts if a.type in _CHARGING and (a.predicate == index or a.phrase in verb.objects)), None
        )
        return [m for m in minus(hit.targets, victims) if m.codes] if hit is not None else []

    def _purpose(self, act: Act, acts: list[Act]) -> None:
        """``is in Cairo for talks``: whoever is somewhere for talks, and does nothing else there, holds them; so does
        who acts in them (``in a telephone call with …``)."""
        prep = self.parse.phrases[act.phrase].prep
        if act.type != "CONSULT" or act.actors or prep not in _MEETING:
            return
        others = [a for a in acts if a is not act]
        for index, predicate in enumerate(self.parse.predicates):
            told = prep in _PURPOSES and act.mode != "visit" and any([a.predicate == index for a in others])
            subject = self._subject(predicate)
            spoken_to = self._spoken_to(act, predicate, subject)
            together = spoken_to or are_several(subject)
            if prep not in _PURPOSES and (predicate.passive or not (act.targets or together)):
                continue
            beside = act.phrase in predicate.obliques or self._beside(act.phrase, predicate)
            if beside and not predicate.negated and not told:
                own = [m for m in subject if m.codes]
                act.actors = own
                places = (self._oblique(predicate, prep) for prep in ("to", "in", "at"))
                found = act.targets or spoken_to or next((p for p in (minus(p, own) for p in places) if p), [])
                act.targets = found
                act.evidence += ["light-verb"] * bool(own)
                return

    def _spoken_to(self, act: Act, predicate: Predicate, subject: list[ActorMention]) -> list[ActorMention]:
        """``assured Chad of its help | in a telephone call``: whom somebody speaks to is on the line."""
        if act.mode != "phone" or act.targets or not predicate.objects:
            return []
        return minus([m for m in self.parties.of_row(predicate.objects[0]) if m.codes], subject)

    def _beside(self, phrase: int, predicate: Predicate) -> bool:
        """``At talks in Doha, | Chad agreed``, ``Chad, | in a call with Libya, | urged``: before the verb, by its
        subject."""
        place = self.parse.phrases[phrase]
        main = predicate.form == "finite" and predicate.governor < 0 and not predicate.relative
        if (
            not main
            or place.chain not in (-1, predicate.subject)
            or place.first > predicate.first
            or predicate.subject < 0
        ):
            return False
        return not any(p.head < predicate.head for p in self.parse.predicates)

    def _included(self, acts: list[Act]) -> None:
        """``sanctions …, including an embargo``: a measure named after *including* has the same parties, and
        stands for the "measures" that it is one of."""
        tokens = self.parse.tokens
        for act in list(acts):
            after = act.phrase >= 0 and self.parse.phrases[act.phrase].prep == "including"
            after = after or (act.predicate >= 0 and self.parse.predicates[act.predicate].relation == "including")
            if not after:
                continue
            earlier = [a for a in acts if a.last <= act.first and (a.actors or a.targets)]
            if not earlier:
                continue
            model = earlier[-1]
            act.actors = act.actors or model.actors
            act.targets = act.targets or model.targets
            if any(self.vocabulary.has("vague", t.lemma) for t in tokens[model.first : model.last + 3]):
                acts.remove(model)
