"""Acts that verbs state, with what frames make of the acts in their complements.

The reader walks from each predicate into its complements and hands the acts up: a frame turns them
(refused + meet = REJECT), a verb of saying adds who says so, a modal says whether they were done.
"""

from __future__ import annotations

from timeline.events.acts import Act
from timeline.events.framing import TRANSPARENT
from timeline.events.hosts import HostReader
from timeline.events.naming import match_phrases
from timeline.events.parties import minus
from timeline.events.rows import Entry
from timeline.events.structure import Predicate
from timeline.events.summed import judge_deeds
from timeline.events.triggers import TO_ANY, match_frame, match_noun_frame, match_verb, patients
from timeline.events.vocabulary import Frame

__all__ = ["ActReader"]

#: What is told as the purpose of another act is no act of its own, save where it is a deed.
_MERE_WORDS = frozenset({"ACCUSE", "PROTEST", "SUPPORT", "AGREE", "CONSULT", "THREATEN", "REJECT"})
#: How what completes a verb is joined to it when no other verb does.
_NOUN = frozenset({"noun"})
_COMPLEMENTS = frozenset({"inf", "that", "gerund", "reported"})
_ENDING = frozenset({"end", "halt"})
#: Frames of which whoever is spoken of in the passive is given something for what follows.
_GIVING = frozenset({"promise", "offer"})
#: What a verb group begins with that says how things are or will be.
_SO_IT_IS = frozenset("is are was were has had will would can could".split())
#: Types that "call" something out, and does not when it calls it names.
_CALLED = frozenset({"PROTEST", "MOBILIZE"})


class ActReader(HostReader):
    """Reads the acts of one parsed sentence."""

    def read(self) -> list[Act]:
        """All acts of the sentence, in the order of their triggers, those that wait for a speaker among them."""
        acts: list[Act] = []
        if not self.vocabulary.words["swallowing"].isdisjoint(self.parse.vocabulary):
            self.taken.update(
                i for i, p in enumerate(self.parse.phrases) if p.chain >= 0 and self._is_head(p.chain, "swallowing")
            )
        for i, predicate in enumerate(self.parse.predicates):
            if (predicate.governor < 0 or predicate.relation == "adverbial") and not self._hosted(predicate):
                acts += self.acts_of(i)
        for i, phrase in enumerate(self.parse.phrases):
            if i not in self.taken and phrase.chain < 0:
                acts += self.acts_of_phrase(i)
        for i in range(len(self.parse.phrases)):
            if i not in self.taken:
                acts += self.acts_of_phrase(i)
        for i, predicate in enumerate(self.parse.predicates):
            if i not in self._seen and not (self._hosted(predicate) and self._is_undone(predicate)):
                acts += self.acts_of(i)
        acts += self._fixed_phrases()
        acts += self.beside
        acts = self._without_means(self._without_charged(acts))
        marching = {a.predicate for a in acts if a.type == "PROTEST"}
        acts = [a for a in acts if not self._is_slogan(a, marching)]
        acts = [a for a in acts if not self._is_toll(a, acts)]
        self._included(acts)
        self._under_verbs(acts)
        self._culprits(acts)
        self._in_common(acts)
        acts += self._brokers() if self.parties.brokers else []
        acts = self._without_aims(self._without_given(self._without_passing(acts)))
        judge_deeds(self.parse, acts, self.vocabulary)
        return sorted(acts, key=lambda a: (a.first, a.last))

    def acts_of_phrase(self, phrase: int) -> list[Act]:
        """What a phrase tells: the act it names, or the acts in the complement of its head ("a decision to")."""
        if phrase in self.taken:
            return []
        self.taken.add(phrase)
        clause = any(p.host == phrase and self._behind_noun(p) for p in self.parse.predicates)
        frame = match_noun_frame(self.parse, phrase, self.vocabulary, clause=clause)
        own = self.noun(phrase)
        if own is not None:  # "a package | of sanctions"
            self.taken.update(i for i in self.parse.phrase_at[own.first : own.last] if i >= 0)
        if frame is not None:
            inner = self._noun_complement(phrase, frame)
            if inner:
                owner = own.actors if own is not None else self.parties.of_phrase(phrase, reach=False)
                head = self.parse.phrases[phrase].head
                asked = own.targets if own is not None and own.type == "REQUEST" and frame.op == "demand" else []
                acts = self._transform(frame.op, inner, head, owner, asked)
                for act in acts:
                    if act.first == head and act.phrase < 0 and act.predicate < 0:
                        act.phrase, act.nominal = phrase, act.type == "REQUEST"  # "calls for a truce | came from Chad"
                return acts
        return [own] if own is not None else []

    def _noun_complement(self, phrase: int, frame: Frame) -> list[Act]:
        inner: list[Act] = []
        for i, predicate in enumerate(self.parse.predicates):
            if predicate.host == phrase and i not in self._seen:
                if predicate.form in ("infinitive", "gerund") or self._behind_noun(predicate):
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
        members = list(self.parse.row(first))
        for after in self.parse.after(first):
            if self.parse.phrases[after].chain == first:
                members += [m for m in self.parse.row(after)[1:] if self.noun(m) is not None and m not in members]
        return members

    def _fixed_phrases(self) -> list[Act]:
        acts = []
        for entry, first, last in match_phrases(self.parse, self.vocabulary):
            if "spoken" not in entry.target and any(
                p.head < first <= p.head + 8 and match_verb(self.parse, p, self.parties, self.vocabulary)
                for p in self.parse.predicates
            ):
                continue
            before = [i for i, p in enumerate(self.parse.predicates) if p.first < first]
            act = Act(entry.type, entry.mode, first, last, entry.weight, predicate=before[-1] if before else -1)
            act.because(f"phrase:{entry.type}", self.parse.words(first, last))
            act.speaker_acts = "spoken" in entry.target
            if before:
                predicate = self.parse.predicates[before[-1]]
                act.targets = self.parties.of_row(predicate.subject)
                if entry.type == "MOBILIZE" or act.speaker_acts:
                    act.actors, act.targets = act.targets, []
            acts.append(act)
        return acts

    def acts_of(self, index: int) -> list[Act]:
        """The acts that a predicate and its complements tell, turned by its frame, modal and negation."""
        if index in self._seen:
            return []
        self._seen.add(index)
        predicate = self.parse.predicates[index]
        if predicate.lemma == "do" and (likewise := self._likewise(index, predicate)) is not None:
            return self._modal(predicate, [likewise])
        relations = self._relations(index)
        found = match_frame(self.parse, predicate, self.vocabulary, relations)
        frame = found[0] if found else None
        matched = match_verb(self.parse, predicate, self.parties, self.vocabulary)
        if matched is not None and matched[0].type == "REQUEST" and predicate.lemma == "seek":
            if "inf" in relations and not predicate.objects:
                matched = None  # "sought to revive the talks": tried
        if frame is not None and frame.op in ("demand", "agree") and self._asserts(index, predicate):
            found = frame = matched = None
        if matched is not None and not matched[0].weight:
            found = frame = None
        inner, rest = self._inner(index, predicate, frame, matched)
        acts = self._choose(index, predicate, found, matched, inner)
        rest = [a for a in rest if not self._is_same_deed(index, a, acts)]
        if frame is not None and frame.op == "report":
            acts += self._wrongs_told(index, predicate, acts)
        present = self.parse.tokens[predicate.head].tag in ("VBZ", "VBP")
        if not acts and present and frame is not None and frame.op == "must" and self._children.get(index):
            acts = [self._duty(predicate)] if predicate.relation in ("that", "reported") else acts
        pressed = predicate.passive and all(a.predicate == index for a in acts)
        if (pressed or not acts) and not rest and predicate.negated and predicate.modal:
            acts = self._unwilling(index, predicate) or acts
        elif not acts and not rest:
            acts = self._together(index, predicate)
        if not (acts and any("unwilling" in a.evidence for a in acts)):
            acts = self._modal(predicate, acts)
        if self.vocabulary.has("answering", predicate.lemma):
            acts = self._answers(predicate, acts)
        return acts + rest

    def _is_same_deed(self, index: int, act: Act, own: list[Act]) -> bool:
        """``used tear gas | to drive back the crowd``: what is told with its purpose, of one type, is one deed."""
        if act.nominal or act.predicate < 0 or not own:
            return False
        purpose = self.parse.predicates[act.predicate]
        if purpose.form != "infinitive" or purpose.governor != index:
            return False
        for other in own:
            if other.predicate == index and other.type == act.type:
                other.targets = other.targets or minus(act.targets, other.actors)
                return True
        return False

    def _asserts(self, index: int, predicate: Predicate) -> bool:
        """``insisted that the raid was over``: what is said to be so is no demand."""
        if predicate.passive or not self.vocabulary.has("asserting", predicate.lemma):
            return False
        for child in self._children.get(index, ()):
            other = self.parse.predicates[child]
            if other.relation in ("that", "reported") and other.form == "finite" and other.first > predicate.head:
                opener = self.parse.tokens[other.first]
                if predicate.lemma == "agree":
                    return opener.tag == "VBD"
                return opener.lower in _SO_IT_IS or (opener.tag == "VBD" and opener.lower != opener.lemma)
        return False

    def _unwilling(self, index: int, predicate: Predicate) -> list[Act]:
        """``would not publish the map``: whatever it is that somebody will not do, he refuses it."""
        willing = any(self.vocabulary.has(group, predicate.modal) for group in ("will", "would"))
        if (
            not willing
            or (predicate.passive and not self.vocabulary.has("pressing", predicate.lemma))
            or predicate.mark not in ("", "that")
            or self.vocabulary.has("no_refusal", predicate.lemma)
        ):
            return []
        actors = [m for m in self.parties.doers(predicate.subject) if m.codes]
        if not actors and not self._says_we(predicate):
            return []
        act = Act("REJECT", "yield", predicate.head, predicate.head + 1, 0.7, predicate=index, actors=actors)
        act.evidence += ["subject", "unwilling"]
        rows = predicate.objects + [o for o in predicate.obliques if self.parse.phrases[o].prep == "by"]
        act.targets = minus([m for row in rows for m in self.parties.of_row(row) if m.codes], actors)
        return [act.because("unwilling", self.parse.words(predicate.first, predicate.last))]

    def _says_we(self, predicate: Predicate) -> bool:
        """``"We will not stoop to that," she said``: whoever is quoted, which is found out later."""
        if predicate.subject < 0:
            return False
        head = self.parse.tokens[self.parse.phrases[predicate.subject].head]
        return head.lower == "we" and '"' in self.parse.vocabulary

    def _likewise(self, index: int, predicate: Predicate) -> Act | None:
        """``So did Oslo``, ``Oslo did so, too``: the act told before, of another (:mod:`timeline.events.echoes`)."""
        tokens, subject = self.parse.tokens, predicate.subject
        after = tokens[predicate.head + 1].lower if predicate.head + 1 < len(tokens) else ""
        before = tokens[predicate.first - 1].lower if predicate.first else ""
        if predicate.form != "finite" or predicate.negated or (after != "so" and before not in ("so", "as")):
            return None
        if after != "so":
            subject = predicate.objects[0] if predicate.objects else -1
        actors = [m for m in self.parties.of_row(subject) if m.codes]
        if not actors:
            return None
        act = Act("SANCTION", "=so", predicate.head, predicate.head + 1, 0.8, predicate=index, actors=actors)
        act.evidence.append("subject")
        return act.because("likewise", self.parse.words(predicate.head, predicate.head + 2))

    def _answers(self, predicate: Predicate, acts: list[Act]) -> list[Act]:
        """``retaliated`` is told with the deed it names; ``will retaliate`` is a threat."""
        if not predicate.modal and predicate.form == "finite":
            return [a for a in acts if a.type != "THREATEN"]
        if any(self.vocabulary.has(group, predicate.modal) for group in ("will", "would")) and not predicate.negated:
            for act in acts:
                if act.type == "SANCTION" and act.predicate >= 0 and act.first == predicate.head:
                    act.type, act.mode, act.modality = "THREATEN", None, "threatened"
                    act.because("threat", self.parse.tokens[act.first].lower)
        return acts

    def _relations(self, index: int) -> frozenset[str]:
        """How what completes a predicate is joined to it."""
        children = self._children.get(index)
        if children is None:
            return _NOUN
        found = {self.parse.predicates[c].relation for c in children}
        return frozenset("that" if r == "reported" else r for r in found)

    def _inner(
        self, index: int, predicate: Predicate, frame: Frame | None, matched: tuple[Entry, int] | None
    ) -> tuple[list[Act], list[Act]]:
        """The acts in what the frame takes, and those in other complements, which stand for themselves."""
        inner: list[Act] = []
        rest: list[Act] = []
        for child in self._children.get(index, ()):
            other = self.parse.predicates[child]
            if self._hosted(other) and not self._in_frame(other, frame):
                continue
            relation = "that" if other.relation == "reported" else other.relation
            acts = self.acts_of(child) + self._cleft(other)
            if frame is not None and relation in frame.takes and not (relation == "inf" and self._is_aim(other)):
                inner += acts
            elif relation == "inf" and predicate.passive and self.vocabulary.has("speech", predicate.lemma):
                rest += acts  # "is said to have refused"
            elif relation == "inf":
                rest += [a for a in acts if a.type not in _MERE_WORDS]
            elif (
                relation in _COMPLEMENTS
                or self.vocabulary.has("actual_gerund", relation)
                or (relation == "for" and self._is_requited(predicate, matched))
            ):
                rest += acts
            else:
                rest += self._apply("if", acts)
        if frame is not None:
            inner += self._noun_inner(predicate, frame)
        return inner, rest

    def _cleft(self, predicate: Predicate) -> list[Act]:
        """``said it was the Libyans who | opened fire``: what is told of whoever it was."""
        if predicate.lemma != "be" or not predicate.objects or predicate.subject < 0:
            return []
        if self.parse.tokens[self.parse.phrases[predicate.subject].head].lower != "it":
            return []
        whose = predicate.objects[-1]
        for i, other in enumerate(self.parse.predicates):
            if other.relative and other.subject == whose and i not in self._seen:
                return self.acts_of(i)
        return []

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
        if (
            matched is None
            or matched[0].type == "CONSULT"
            or (matched[0].type == "REQUEST" and predicate.mark == "what")
            or (matched[0].type in _CALLED and len(matched[0].words) == 1)  # "called the strike | unlawful"
        ):
            naming = any(self.vocabulary.has(group, predicate.lemma) for group in ("naming", "speaking_of"))
            named = self._evaluation(index, predicate) if naming else []
            if all(a.nominal for a in inner) and (named or (matched is not None and predicate.mark == "what")):
                return named
        typed = matched is not None and (matched[0].typed or "@deadline" in matched[0].special)
        opaque = found is None or found[0].op not in TRANSPARENT
        ended = found is not None and found[0].op in _ENDING
        if typed and matched is not None and not (found is not None and self._is_passed(found[0], matched[0], inner)):
            complete = ended and self._completes(index, matched[0])
            if complete or self._object_reading(matched[0], inner, opaque):
                return [self._verb_act(index, predicate, matched)]
        longer = found is not None and matched is not None and len(matched[0].words) > len(found[0].words)
        if longer and matched is not None:
            return [self._verb_act(index, predicate, matched)]
        if found is not None and inner:
            subject = self._subject(predicate)
            if subject:
                subject = subject + minus(self._company(predicate), subject)
            objects = self._addressees(predicate)
            op = found[0].op
            if predicate.passive and op in _GIVING and predicate.objects and not any([a.nominal for a in inner]):
                return []  # "was promised 100 dollars | to burn the shop"
            if rejected := self._text_rejected(op, inner, index, predicate, subject):
                return rejected
            if not subject and predicate.passive and op in ("judge", "praise"):
                subject = self._done_in(predicate, capital=True)
            if self.parse.tokens[predicate.head].tag == "VBD" and (op == "must" or self._tells_done(predicate)):
                op = "decide"  # "had to leave" was done
            if op == "want" and objects and not any(a.nominal for a in inner):
                op = "demand"  # "wants Iran to leave"
            return self._transform(op, inner, predicate.head, subject, objects, predicate, found[1])
        if matched is not None:
            return [self._verb_act(index, predicate, matched)]
        return self._evaluation(index, predicate)

    def _completes(self, index: int, entry: Entry) -> bool:
        """``stopped accepting the cargo``: whether the verb that completes this one is one that the row names."""
        names = entry.special - TO_ANY
        children = self._children.get(index, ()) if names else ()
        return any(f"to:{self.parse.predicates[c].lemma}" in names for c in children)

    @staticmethod
    def _object_reading(entry: Entry, inner: list[Act], opaque: bool) -> bool:
        """Whether a verb that has the object it asks for is read with that object, not as a frame of acts."""
        if opaque:
            return all(a.nominal for a in inner)
        return not any(a.type == entry.type for a in inner)
