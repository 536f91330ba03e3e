"""Acts that verbs state, with what frames make of the acts in their complements.

The reader walks from each predicate into its complements and hands the acts up: a frame turns them
(refused + meet = REJECT), a verb of saying adds who says so, a modal says whether they were done.
"""

from __future__ import annotations

from timeline.analysis import ActorMention
from timeline.events.acts import Act
from timeline.events.nominal import noun_act, slots_of
from timeline.events.parties import Parties, labels, minus
from timeline.events.structure import Parse, Predicate
from timeline.events.triggers import match_frame, match_noun_frame, match_phrases, match_verb, patients
from timeline.events.vocabulary import Entry, Frame, Vocabulary

__all__ = ["ActReader"]

_MODAL_OPS = {
    "will": "will", "'ll": "will", "shall": "will", "wo": "will", "would": "would", "'d": "would",
    "may": "may", "might": "may", "could": "may", "can": "may", "ca": "may", "must": "must", "should": "must", "ought": "must",
}  # fmt: skip
_TRANSPARENT = frozenset({"begin", "decide", "report", "try", "cause", "help"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_CAUSES = frozenset({"by", "at", "about", "over", "with"})
_COMPLEMENTS = frozenset({"inf", "that", "gerund", "reported"})


class ActReader:
    """Reads the acts of one parsed sentence."""

    def __init__(self, parse: Parse, parties: Parties, vocabulary: Vocabulary) -> None:
        self.parse = parse
        self.parties = parties
        self.vocabulary = vocabulary
        self.nouns: dict[int, Act | None] = {}
        self.taken: set[int] = set()
        self._seen: set[int] = set()
        self._children: dict[int, list[int]] = {}
        for i, predicate in enumerate(parse.predicates):
            if predicate.governor >= 0 and predicate.relation != "adverbial":
                self._children.setdefault(predicate.governor, []).append(i)

    def read(self) -> list[Act]:
        """All acts of the sentence, in the order of their triggers."""
        acts: list[Act] = []
        for i, predicate in enumerate(self.parse.predicates):
            if (predicate.governor < 0 or predicate.relation == "adverbial") and not self._hosted(predicate):
                acts += self.acts_of(i)
        for i, phrase in enumerate(self.parse.phrases):
            if i not in self.taken and phrase.chain < 0:
                acts += self.acts_of_phrase(i)
        for i in range(len(self.parse.phrases)):
            if i not in self.taken:
                acts += self.acts_of_phrase(i)
        for i in range(len(self.parse.predicates)):
            acts += self.acts_of(i)
        acts += self._fixed_phrases()
        self._included(acts)
        return sorted((a for a in acts if not a.speaker_acts), key=lambda a: (a.first, a.last))

    def _hosted(self, predicate: Predicate) -> bool:
        """Whether an infinitive or gerund completes a noun ("a plan to …"), which will read it."""
        if predicate.host < 0 or predicate.form not in ("infinitive", "gerund") or predicate.relation == "that":
            return False
        frame = match_noun_frame(self.parse, predicate.host, self.vocabulary)
        return frame is not None and ("inf" in frame.takes if predicate.form == "infinitive" else "of" in frame.takes)

    def _included(self, acts: list[Act]) -> None:
        """``sanctions …, including an embargo``: a measure named after *including* has the same parties."""
        for act in acts:
            if act.phrase < 0 or self.parse.phrases[act.phrase].prep != "including":
                continue
            earlier = [a for a in acts if a.last <= act.first and (a.actors or a.targets)]
            if earlier:
                act.actors = act.actors or earlier[-1].actors
                act.targets = act.targets or earlier[-1].targets

    # nouns -------------------------------------------------------------------------------------------

    def noun(self, phrase: int) -> Act | None:
        """The act that a phrase names, read once."""
        if phrase not in self.nouns:
            self.nouns[phrase] = noun_act(self.parse, phrase, self.parties, self.vocabulary)
        return self.nouns[phrase]

    def acts_of_phrase(self, phrase: int) -> list[Act]:
        """What a phrase tells: the act it names, or the acts in the complement of its head ("a decision to")."""
        if phrase in self.taken:
            return []
        self.taken.add(phrase)
        frame = match_noun_frame(self.parse, phrase, self.vocabulary)
        own = self.noun(phrase)
        if frame is not None:
            inner = self._noun_complement(phrase, frame)
            if inner:
                owner = own.actors if own is not None else self.parties.of_phrase(phrase, reach=False)
                return self._transform(frame.op, inner, self.parse.phrases[phrase].head, owner, [])
        return [own] if own is not None else []

    def _noun_complement(self, phrase: int, frame: Frame) -> list[Act]:
        inner: list[Act] = []
        for i, predicate in enumerate(self.parse.predicates):
            if predicate.host == phrase and predicate.form in ("infinitive", "gerund") and i not in self._seen:
                inner += self.acts_of(i)
        for after in self.parse.after(phrase):
            place = self.parse.phrases[after]
            if place.chain == phrase and place.prep in frame.takes:
                for member in self.parse.row(after):
                    inner += self.acts_of_phrase(member)
        return inner

    def _row_acts(self, phrases: list[int]) -> list[Act]:
        acts: list[Act] = []
        for first in phrases:
            for member in self._event_row(first):
                acts += self.acts_of_phrase(member)
        return acts

    def _event_row(self, first: int) -> list[int]:
        """A row, and the nouns of act that were read into the row of its of-phrase ("the expulsion of
        diplomats, a travel ban and …")."""
        members = self.parse.row(first)
        for after in self.parse.after(first):
            if self.parse.phrases[after].chain == first:
                members += [m for m in self.parse.row(after)[1:] if self.noun(m) is not None and m not in members]
        return members

    def _fixed_phrases(self) -> list[Act]:
        acts = []
        for entry, first, last in match_phrases(self.parse.tokens, self.vocabulary):
            if any(p.head < first <= p.head + 8 and match_verb(self.parse, p, self.parties, self.vocabulary)
                   for p in self.parse.predicates):
                continue
            before = [i for i, p in enumerate(self.parse.predicates) if p.first < first]
            act = Act(entry.type, entry.mode, first, last, entry.weight, predicate=before[-1] if before else -1)
            act.because(f"phrase:{entry.type}", self.parse.words(first, last))
            if before:
                predicate = self.parse.predicates[before[-1]]
                act.targets = self.parties.of_row(predicate.subject)
                if entry.type == "MOBILIZE":
                    act.actors, act.targets = act.targets, []
            acts.append(act)
        return acts

    # verbs -------------------------------------------------------------------------------------------

    def acts_of(self, index: int) -> list[Act]:
        """The acts that a predicate and its complements tell, turned by its frame, modal and negation."""
        if index in self._seen:
            return []
        self._seen.add(index)
        predicate = self.parse.predicates[index]
        found = match_frame(self.parse, predicate, self.vocabulary, self._relations(index))
        frame = found[0] if found else None
        matched = match_verb(self.parse, predicate, self.parties, self.vocabulary)
        inner, rest = self._inner(index, predicate, frame)
        acts = self._choose(index, predicate, found, matched, inner)
        acts = self._modal(predicate, acts)
        if self.vocabulary.has("answering", predicate.lemma) and not predicate.modal and predicate.form == "finite":
            acts = [a for a in acts if a.type != "THREATEN"]
        return acts + rest

    def _relations(self, index: int) -> frozenset[str]:
        """How what completes a predicate is joined to it."""
        found = {self.parse.predicates[c].relation for c in self._children.get(index, ())}
        return frozenset("that" if r == "reported" else r for r in found) or frozenset({"noun"})

    def _inner(self, index: int, predicate: Predicate, frame: Frame | None) -> tuple[list[Act], list[Act]]:
        """The acts in what the frame takes, and those in other complements, which stand for themselves."""
        inner: list[Act] = []
        rest: list[Act] = []
        for child in self._children.get(index, ()):
            other = self.parse.predicates[child]
            if self._hosted(other):
                continue
            relation = "that" if other.relation == "reported" else other.relation
            acts = self.acts_of(child)
            if frame is not None and relation in frame.takes:
                inner += acts
            elif relation in _COMPLEMENTS or self.vocabulary.has("actual_gerund", relation):
                rest += acts
            else:
                rest += self._apply("if", acts)
        if frame is not None:
            inner += self._noun_inner(predicate, frame)
        return inner, rest

    def _noun_inner(self, predicate: Predicate, frame: Frame) -> list[Act]:
        phrases = patients(self.parse, predicate, frame.words[1:]) if "noun" in frame.takes else []
        if "noun" in frame.takes and not phrases and predicate.relation == "that":
            phrases = self._antecedent(predicate)
        phrases += [o for o in predicate.obliques if self.parse.phrases[o].prep in frame.takes and o not in phrases]
        return self._row_acts(phrases)

    def _antecedent(self, predicate: Predicate) -> list[int]:
        """``the expulsions that she had announced``: the noun of an act right before *that* is the object."""
        first = self.parse.phrases[predicate.subject].first if predicate.subject >= 0 else predicate.first
        if first < 2 or self.parse.tokens[first - 1].lower != "that":
            return []
        phrase = self.parse.phrase_at[first - 2]
        return [phrase] if phrase >= 0 and self.noun(phrase) is not None else []

    def _choose(
        self,
        index: int,
        predicate: Predicate,
        found: tuple[Frame, int] | None,
        matched: tuple[Entry, int] | None,
        inner: list[Act],
    ) -> list[Act]:
        """Which reading wins: a verb with the object it asks for, a frame with an act in it, or the verb alone."""
        typed = matched is not None and matched[0].typed
        opaque = found is None or found[0].op not in _TRANSPARENT
        if typed and matched is not None and self._object_reading(matched[0], inner, opaque):
            return [self._verb_act(index, predicate, matched)]
        longer = found is not None and matched is not None and len(matched[0].words) > len(found[0].words)
        if longer and matched is not None:
            return [self._verb_act(index, predicate, matched)]
        if found is not None and inner:
            subject = self._subject(predicate)
            objects = self._addressees(predicate)
            return self._transform(found[0].op, inner, predicate.head, subject, objects, predicate, found[1])
        if matched is not None:
            return [self._verb_act(index, predicate, matched)]
        return self._evaluation(index, predicate)

    @staticmethod
    def _object_reading(entry: Entry, inner: list[Act], opaque: bool) -> bool:
        """Whether a verb that has the object it asks for is read with that object, not as a frame of acts."""
        if opaque:
            return all(a.nominal for a in inner)
        return not any(a.type == entry.type for a in inner)

    def _subject(self, predicate: Predicate) -> list[ActorMention]:
        """Who acts: the subject's row, of a passive the by-phrase."""
        if predicate.passive and self._is_state(predicate):
            return self.parties.of_row(predicate.subject)
        if predicate.passive:
            by = [o for o in predicate.obliques if self.parse.phrases[o].prep == "by"]
            return self.parties.of_row(by[0]) if by else []
        found = self.parties.of_row(predicate.subject)
        return found if found or not predicate.relative else self._through(predicate)

    def _through(self, predicate: Predicate) -> list[ActorMention]:
        """``issued a statement that condemned …``: who acts is the subject of the verb that the noun hangs on."""
        for other in self.parse.predicates:
            if other is not predicate and predicate.subject in (*other.objects, *other.obliques):
                return self._subject(other)
        return []

    def _is_state(self, predicate: Predicate) -> bool:
        """``were engaged in``, ``is prepared to``: passive in form only."""
        return ("j", self.parse.tokens[predicate.head].lower) in self.vocabulary.frames

    def _addressees(self, predicate: Predicate) -> list[ActorMention]:
        found: list[ActorMention] = []
        for index in patients(self.parse, predicate):
            if self.noun(index) is None:
                found += self.parties.of_row(index)
        if not found:
            for oblique in predicate.obliques:
                if self.parse.phrases[oblique].prep in ("to", "on", "against", "with"):
                    found += [m for m in self.parties.of_row(oblique) if m.codes]
        return found

    def _verb_act(self, index: int, predicate: Predicate, matched: tuple[Entry, int]) -> Act:
        """The act of a trigger verb, with subject and slots."""
        entry, end = matched
        act = Act(entry.type, entry.mode, predicate.head, end, entry.weight, predicate=index)
        act.because(f"verb:{entry.type}", self.parse.words(predicate.head, end))
        slots = slots_of(entry, self.vocabulary)
        act.mutual = "mutual" in slots
        if entry.typed:
            act.evidence.append("typed")
        if "no-longer" in entry.needs:
            act.evidence.append("no-longer")
        for phrase in patients(self.parse, predicate, entry.words[1:]):
            for member in self.parse.row(phrase):
                for part in self._parts(member):
                    noun = self.noun(part)
                    self.taken.add(part)
                    if noun is not None:
                        self._absorb(act, noun)
        self._cause_noun(act, predicate)
        actors = self._subject(predicate)
        if actors:
            act.actors = actors
            act.evidence.append("subject")
        targets = self._target(act, predicate, entry, slots)
        if not targets and not act.mutual and "object" not in slots:
            targets = self._target(act, predicate, entry, ("object",))
        if targets:
            act.targets = targets
        if "envoy" in entry.needs and not any(m.codes for m in act.targets):
            act.targets = []  # an envoy stands for the state that sent him, named or not
        self._settle(act)
        return act

    def _parts(self, phrase: int) -> list[int]:
        """A phrase and, when it only counts, what it counts ("a package of | sanctions")."""
        place = self.parse.phrases[phrase]
        if not self.vocabulary.has("counting", self.parse.tokens[place.head].lower):
            return [phrase]
        return [phrase] + [a for a in self.parse.after(phrase) if self.parse.phrases[a].chain == phrase]

    def _cause_noun(self, act: Act, predicate: Predicate) -> None:
        """``A car bombing by rebels killed …``: the noun that does it says how, and who."""
        if predicate.subject < 0 or predicate.passive or act.type != "ASSAULT":
            return
        noun = self.noun(predicate.subject)
        if noun is not None and noun.type == "ASSAULT":
            self.taken.add(predicate.subject)
            act.mode = noun.mode or act.mode
            act.actors, act.first = noun.actors, min(noun.first, act.first)
            act.targets = act.targets or noun.targets
            act.because("cause:noun", self.parse.words(noun.first, noun.last))

    def _absorb(self, act: Act, noun: Act) -> None:
        """An event noun that is the object lends its parties."""
        if (act.type, noun.type) == ("MOBILIZE", "COOPERATE"):  # joint exercises
            act.type, act.mode, act.mutual = noun.type, noun.mode, True
        if noun.type == act.type:
            act.actors = act.actors or noun.actors
            act.targets = act.targets or noun.targets
            act.mode = noun.mode or act.mode
            act.last = max(act.last, noun.last)
        elif act.type in ("CONCEDE", "SANCTION"):
            act.targets = act.targets or noun.targets
        else:
            act.targets = act.targets or noun.actors
        act.evidence.append("event-object")

    def _target(
        self, act: Act, predicate: Predicate, entry: Entry, slots: tuple[str, ...]
    ) -> list[ActorMention]:
        """The parties in the first slot that has some other than the actors'."""
        for slot in slots:
            found: list[ActorMention] = []
            if slot == "object":
                for phrase in patients(self.parse, predicate, entry.words[1:]):
                    if not (found and predicate.passive):
                        found += [m for m in self.parties.of_row(phrase) if m not in found]
            elif slot == "subject":
                found = self.parties.of_row(predicate.subject)
            elif slot not in ("mutual", "inner"):
                found = self._oblique(predicate, slot, entry.words[1:])
            elif slot == "inner":
                found = self._inner_parties(act)
            found = minus(found, act.actors)
            if found:
                act.evidence.append(f"slot:{slot}")
                return found
        return []

    def _inner_parties(self, act: Act) -> list[ActorMention]:
        """The subject of the clause that completes the verb ("demanded that Iran …"), else its objects."""
        for child in self._children.get(act.predicate, ()):
            predicate = self.parse.predicates[child]
            rows = [predicate.subject, *predicate.objects, *predicate.obliques]
            for row in rows:
                found = minus([m for m in self.parties.of_row(row) if m.codes], act.actors)
                if found:
                    return found
        return []

    def _oblique(self, predicate: Predicate, prep: str, words: tuple[str, ...]) -> list[ActorMention]:
        for oblique in predicate.obliques:
            if self.parse.phrases[oblique].prep == prep:
                found = self.parties.of_row(oblique)
                if found:
                    return found
        return []

    def _settle(self, act: Act) -> None:
        if not act.actors and (act.type == "MOBILIZE" or act.mode == "withdraw"):
            predicate = self.parse.predicates[act.predicate]
            if predicate.passive:
                act.actors = self.parties.of_row(predicate.subject)
                act.targets = minus(act.targets, act.actors)
        if act.mutual and (len(labels(act.actors)) > 1 or not act.targets):
            act.actors = act.actors + minus(act.targets, act.actors)
            act.targets = []

    # frames ------------------------------------------------------------------------------------------

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
        out: list[Act] = []
        for act in inner:
            outcome = self.vocabulary.outcome(op, act.type, act.mode)
            if outcome is None:
                out.append(act)
            elif outcome.type == "-":
                continue
            elif not outcome.type:
                self._lend(act, subject, op, token)
                if op == "begin" and act.nominal and not act.targets and not act.mutual:
                    act.targets = minus(objects, act.actors)
                if outcome.modality:
                    act.modality = outcome.modality  # type: ignore[assignment]
                out.append(act.because(f"frame:{op}", self.parse.tokens[token].lower))
            elif not any(o.first == token for o in out):
                out.append(self._framed(op, outcome.type, outcome.mode, outcome.modality, act, token, end, subject, objects))
                asked = op == "refuse" and act.type == "REQUEST" and bool(act.actors)
                if act.nominal and (asked or (op in ("judge", "praise") and act.actors and act.targets)):
                    out.append(act)
        return out

    def _lend(self, act: Act, subject: list[ActorMention], op: str, token: int) -> None:
        """A light verb's subject acts, when the noun does not say who does; or suffers ("faces criticism")."""
        if op == "suffer":
            act.targets = act.targets or minus(subject, act.actors)
            return
        if not act.actors and subject and op in _TRANSPARENT | {"plan", "want", "offer"}:
            act.actors = subject
            act.evidence.append("subject")
            act.targets = minus(act.targets, subject) or act.targets
            if act.mutual:
                act.actors = act.actors + minus(act.targets, act.actors)
                act.targets = []
        elif subject and act.mutual and op in _TRANSPARENT:
            act.actors = subject + minus(act.actors, subject)
        if act.nominal and op in ("begin", "decide"):
            act.evidence.append("light-verb")

    def _framed(
        self,
        op: str,
        type_: str,
        mode: str | None,
        modality: str,
        inner: Act,
        token: int,
        end: int,
        subject: list[ActorMention],
        objects: list[ActorMention],
    ) -> Act:
        """A speech act about an act: its target is who is spoken to, else who the inner act is about."""
        act = Act(type_, mode, token, max(end, token + 1), inner.weight, predicate=inner.predicate)
        act.modality = modality or "actual"  # type: ignore[assignment]
        act.actors = subject
        order = [objects, inner.actors, inner.targets]
        if op in ("agree", "offer", "want", "promise", "threaten", "refuse", "end", "never"):
            order = [objects if op in ("agree", "offer", "promise", "threaten") else [], inner.targets, inner.actors]
        elif op in ("judge",):
            order = [inner.actors, objects]
        elif op == "praise":
            order = [inner.actors, objects]
        act.targets = next((found for found in (minus(o, subject) for o in order) if found), [])
        act.evidence += ["subject"] if subject else []
        act.evidence.append("frame")
        act.reasons = [*inner.reasons]
        return act.because(f"frame:{op}", self.parse.tokens[token].lower)

    def _report(self, inner: list[Act], subject: list[ActorMention], predicate: Predicate | None) -> list[Act]:
        """A speaker: not the actor of what he reports, save where speaking is the act."""
        words = ""
        if predicate is not None and predicate.subject >= 0:
            place = self.parse.phrases[predicate.subject]
            words = " ".join(t.text for t in self.parse.tokens[place.first : place.last])
        for act in inner:
            act.attribution = act.attribution or words or None
            if act.speaker_acts:
                act.speaker_acts = False
                act.targets = minus(act.actors, subject) or act.targets
                act.actors = subject
                act.because("speaker", words)
            elif not act.actors and act.modality == "planned" and not act.nominal:
                act.actors = subject
                act.targets = minus(act.targets, subject)
                act.because("speaker:agentless", words)
        return inner

    def _modal(self, predicate: Predicate, acts: list[Act]) -> list[Act]:
        """Modal verbs, negation and conditions."""
        op = _MODAL_OPS.get(predicate.modal, "")
        ended = predicate.no_longer and any("no-longer" in act.evidence for act in acts)
        if predicate.negated and op in ("will", "would") or (predicate.no_longer and not ended):
            op = "never"
        elif predicate.negated:
            op = "never" if predicate.form == "infinitive" else "not"
        if op == "must" and not acts and predicate.relation in ("that", "reported"):
            acts = [self._duty(predicate)]
        elif op:
            acts = self._apply(op, acts, predicate)
        if predicate.mark in _CONDITIONS:
            acts = self._apply("if", acts)
        return acts

    def _duty(self, predicate: Predicate) -> Act:
        """``said that Iran must …``: a demand, whatever is demanded."""
        act = Act("REQUEST", "change", predicate.first, predicate.head + 1, 0.6, speaker_acts=True)
        act.predicate = self.parse.predicate_at[predicate.head]
        act.actors = self.parties.of_row(predicate.subject)
        return act.because("modal:must", self.parse.tokens[predicate.head].lower)

    def _apply(self, op: str, acts: list[Act], predicate: Predicate | None = None) -> list[Act]:
        for act in acts:
            outcome = self.vocabulary.outcome(op, act.type, act.mode)
            if outcome is None or (op == "not" and act.modality in ("planned", "proposed")):
                continue
            if op == "must":
                act.speaker_acts = True
                act.evidence.append("frame")
            if outcome.type:
                act.type, act.mode = outcome.type, outcome.mode
            if outcome.modality and act.modality != "denied" and not (act.type == "THREATEN"):
                act.modality = outcome.modality  # type: ignore[assignment]
            act.because(f"modal:{op}", self.parse.tokens[predicate.head].lower if predicate else "")
        return acts

    # evaluations -------------------------------------------------------------------------------------

    def _evaluation(self, index: int, predicate: Predicate) -> list[Act]:
        """``said the ruling was unacceptable``, ``called it a mistake``: a judgement about somebody's act."""
        naming = self.vocabulary.has("naming", predicate.lemma)
        judging = not predicate.passive and predicate.lemma in self.vocabulary.evaluations
        copula = predicate.passive or judging or predicate.lemma in ("be", "seem", "remain")
        if predicate.negated or not (naming or copula):
            return []
        hits = [w for w in self._judging_words(predicate, naming) if w in self.vocabulary.evaluations]
        if not hits:
            return []
        hit = next((w for w in hits if self.vocabulary.evaluations[w].type != "SUPPORT"), hits[0])
        evaluation = self.vocabulary.evaluations[hit]
        act = Act(evaluation.type, evaluation.mode, predicate.head, predicate.head + 1, 0.7, predicate=index)
        if naming and not predicate.passive:
            act.actors = self._subject(predicate)
            act.targets = minus(self._owners(predicate.objects[0] if predicate.objects else -1), act.actors)
        elif evaluation.own:
            act.actors = self.parties.of_row(predicate.subject)
            causes = [o for o in predicate.obliques if self.parse.phrases[o].prep in _CAUSES]
            act.targets = minus([m for o in causes for m in self._owners(o)], act.actors)
        else:
            act.speaker_acts = True
            act.actors = self._owners(predicate.subject)
        return [act.because("evaluation", hit)]

    def _judging_words(self, predicate: Predicate, naming: bool) -> list[str]:
        """The words that may judge: the predicate adjective or participle, the predicate noun and its adjectives."""
        tokens = self.parse.tokens
        words = [tokens[predicate.adjective].lower] if predicate.adjective >= 0 else []
        words.append(tokens[predicate.head].lower if predicate.passive else predicate.lemma)
        if predicate.lemma == "be":
            words += [self.parse.phrases[o].prep for o in predicate.obliques]
        objects = predicate.objects[1:] if naming and not predicate.passive else list(predicate.objects)
        if naming:
            objects += [o for o in predicate.obliques if self.parse.phrases[o].prep == "as"]
        for phrase in objects:
            self.taken.update(self._parts(phrase))
            for part in self._parts(phrase):
                place = self.parse.phrases[part]
                words += [t.lemma or t.lower for t in tokens[place.first : place.last]]
        return words

    def _owners(self, phrase: int) -> list[ActorMention]:
        """Whose act a phrase speaks of: the actor of the noun, else its party."""
        if phrase < 0:
            return []
        noun = self.noun(phrase)
        self.taken.add(phrase)
        return noun.actors if noun is not None else self.parties.of_row(phrase)
