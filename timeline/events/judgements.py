"""Judgements as acts: "called the ruling unacceptable", "is alarmed by the arrests"."""

from __future__ import annotations

from timeline.analysis import COMMON_NOUNS, ActorMention
from timeline.events.acts import Act
from timeline.events.items import NEGATIONS
from timeline.events.parties import minus
from timeline.events.roles import RoleReader
from timeline.events.structure import Predicate
from timeline.events.triggers import patients

__all__ = ["JudgementReader"]

#: How far after a verb of naming what it calls a thing is looked for.
_WINDOW = 18
_QUOTE = '"'
_QUOTED = '""'
#: Tags of what may stand between a verb of naming and the words in quotes.
_BEFORE_QUOTED = frozenset({"DT", "JJ", "NNP", "POS", "PRP$"})
_ENDS = frozenset({",", ";", ":", ".", "and", "but", "after", "while"})
_STOPS = frozenset({"VBD", "VBZ", "MD", "WDT", "IN"})
_BELONGS = frozenset({"of", "by", "on", "against", "in", "to"})
#: Prepositions that tell where something lies.
_PLACES = frozenset("in within at on off with between near along inside outside".split())
_CAUSES = frozenset({"by", "at", "about", "over", "with"})


class JudgementReader(RoleReader):
    """What somebody says of an act by the word chosen for it."""

    def _evaluation(self, index: int, predicate: Predicate) -> list[Act]:
        """``said the ruling was unacceptable``, ``called it a mistake``: a judgement about somebody's act."""
        if self._is_head(predicate.subject, "answers") and (answered := self._answered(predicate)):
            return answered
        speaking = self._spoken_of(predicate) >= 0
        naming = speaking or self.vocabulary.has("naming", predicate.lemma)
        judging = not predicate.passive and predicate.lemma in self.vocabulary.evaluations
        if judging and predicate.lemma == "lie" and predicate.obliques:
            judging = self.parse.phrases[predicate.obliques[0]].prep not in _PLACES  # "lies | within its waters"
        copula = predicate.passive or judging or predicate.lemma in ("be", "seem", "remain")
        if predicate.negated or not (naming or copula) or self._is_object_clause(predicate):
            return []
        if self._is_onlooker(predicate.subject):
            return []
        words = self._naming_words(predicate) if naming else self._judging_words(predicate)
        hits = [] if speaking else [w for w in words if w in self.vocabulary.evaluations and w != _QUOTED]
        if not hits and (self._is_branding(predicate, words) or self._is_scorned(predicate, words)):
            hits = [_QUOTED]
        if not hits:
            return []
        hit = next((w for w in hits if self.vocabulary.evaluations[w].type != "SUPPORT"), hits[0])
        evaluation = self.vocabulary.evaluations[hit]
        type_, mode = evaluation.type, evaluation.mode
        if not naming and self._is_not(predicate):
            if type_ != "SUPPORT":
                return []
            type_, mode = "ACCUSE", "disapprove"  # "is not welcome here"
        act = Act(type_, mode, predicate.head, predicate.head + 1, 0.7, predicate=index)
        if naming and not predicate.passive:
            act.actors = self._subject(predicate)
            act.targets = minus(self._judged(index, predicate), act.actors)
        elif evaluation.own:
            act.actors = self.parties.of_row(predicate.subject)
            causes = [o for o in predicate.obliques if self.parse.phrases[o].prep in _CAUSES]
            act.targets = minus([m for o in causes for m in self._owners(o)], act.actors)
        else:
            act.speaker_acts = True
            act.actors = self._owners(predicate.subject)
        return [act.because("evaluation", hit)]

    def _is_another(self, act: Act, predicate: Predicate | None) -> bool:
        """``agreed to free the crew, to pay for the ship | and to reopen the port``: each of a list is one more."""
        if predicate is None or act.nominal or act.predicate < 0:
            return False
        other = self.parse.predicates[act.predicate]
        if other.partner < 0 or other.form != "infinitive":
            return False
        return other.governor >= 0 and self.parse.predicates[other.governor] is predicate

    def _text_rejected(
        self, op: str, inner: list[Act], index: int, predicate: Predicate, subject: list[ActorMention]
    ) -> list[Act]:
        """``blocked a resolution condemning Chad``, ``vetoed a draft that …``: a text to be passed is rejected."""
        if op != "forbid" and (op != "refuse" or {a.type for a in inner if not a.nominal} != {"ACCUSE"}):
            return []
        texts = [row for row in patients(self.parse, predicate)[:1] if self._is_head(row, "documents")]
        if not texts:
            return []
        act = Act("REJECT", None, predicate.head, predicate.head + 1, 0.9, predicate=index, actors=subject)
        act.targets = minus(self.parties.of_row(texts[0]), subject)
        act.evidence += ["subject", "frame"] if subject else ["frame"]
        return [act.because("text", self.parse.tokens[predicate.head].lower)]

    def _tells_done(self, predicate: Predicate) -> bool:
        """``Iran's reply was to …``, ``its next step was to …``, ``was the first to …``: whether what completes a form
        of *be* was done, not only meant."""
        if predicate.lemma != "be" or predicate.subject < 0:
            return False
        if predicate.objects:  # "was | the first | to leave", "the only member to …"
            place = self.parse.phrases[predicate.objects[-1]]
            words = [token.lower for token in self.parse.tokens[max(0, place.first - 2) : place.last]]
            return not self.vocabulary.words["ranking"].isdisjoint(words)
        return self._is_head(predicate.subject, "answers", "steps")

    def _answered(self, predicate: Predicate) -> list[Act]:
        """``Iran's reply was | the seizure of two ships``: whose answer it is acts."""
        acts: list[Act] = []
        if predicate.negated or predicate.lemma != "be":
            return []
        for phrase in [row for first in predicate.objects[:1] for row in self.parse.row(first)]:
            act = self.noun(phrase)
            if act is not None and phrase not in self.taken:
                self.taken.add(phrase)
                act.actors = act.actors or minus(self.parties.of_phrase(predicate.subject), act.targets)
                act.evidence.append("light-verb")
                acts.append(act.because("answer", self.parse.tokens[predicate.head].lower))
        return acts

    def _is_not(self, predicate: Predicate) -> bool:
        """``is | not welcome``, ``is | no longer welcome``: whether *not* stands behind a copula."""
        after = [t.lower for t in self.parse.tokens[predicate.head + 1 : predicate.head + 3]]
        return after[:1] == ["no"] or not NEGATIONS.isdisjoint(after[:1]) or predicate.no_longer

    def _is_branding(self, predicate: Predicate, words: list[str]) -> bool:
        """Whether what is put in quotes after ``called it``, or said after a verb of scorn, is no praise."""
        scorned = self.vocabulary.has("scorning", predicate.lemma) and bool(words)
        branding = any(self.vocabulary.has(group, predicate.lemma) for group in ("branding", "speaking_of"))
        quoted = _QUOTED in words and branding
        return (scorned or quoted) and self.vocabulary.words["praise"].isdisjoint(words)

    def _is_scorned(self, predicate: Predicate, words: list[str]) -> bool:
        """``said the Chadian offer was "dead on arrival"``: what is put in quotes right after *was*, of somebody's act
        or words, is no praise."""
        tokens = self.parse.tokens
        if predicate.lemma != "be" or predicate.subject < 0 or predicate.last >= len(tokens):
            return False
        if tokens[predicate.last].lower != _QUOTE or predicate.relation not in ("that", "reported"):
            return False
        if tokens[self.parse.phrases[predicate.subject].head].tag not in COMMON_NOUNS:
            return False  # not of Chad itself
        named = any(m.codes for m in self.parties.of_phrase(predicate.subject))
        quoted = [t.lemma or t.lower for t in tokens[predicate.last + 1 : predicate.last + _WINDOW]]
        return named and self.vocabulary.words["praise"].isdisjoint(quoted)

    def _is_onlooker(self, phrase: int) -> bool:
        """Whether somebody judges who takes no part: analysts, commentators."""
        return self._is_head(phrase, "onlookers")

    def _is_object_clause(self, predicate: Predicate) -> bool:
        """``denounced | what he called bullying``: the verb before *what* judges already."""
        if predicate.mark != "what" or predicate.subject < 0:
            return False
        first = self.parse.phrases[predicate.subject].first
        return first >= 2 and (first - 2) in self.parse.predicate_at

    def _judged(self, index: int, predicate: Predicate) -> list[ActorMention]:
        """Whose act is called something: the object's owner; of ``in what X called …`` the one told of next."""
        if predicate.mark == "what":
            following = next((p for p in self.parse.predicates[index + 1 :] if not p.relative and p.subject >= 0), None)
            return self._subject(following) if following is not None else []
        if not predicate.objects and (spoken := self._spoken_of(predicate)) >= 0:
            return self._owners(spoken)
        return self._owners(predicate.objects[0] if predicate.objects else -1)

    def _spoken_of(self, predicate: Predicate) -> int:
        """``spoke of a "stab in the back"``: the phrase that tells what somebody speaks of, -1 for other verbs."""
        if not self.vocabulary.has("speaking_of", predicate.lemma):
            return -1
        return next((o for o in predicate.obliques if self.parse.phrases[o].prep == "of"), -1)

    def _naming_words(self, predicate: Predicate) -> list[str]:
        """The words after the object, or after *as*, of a verb that calls it something; a quotation mark that
        stands first among them."""
        tokens = self.parse.tokens
        start = self._end_of_named(predicate)
        marks = [i for i in range(start, min(len(tokens), start + 4)) if tokens[i].lower == _QUOTE]
        if marks and all(t.tag in _BEFORE_QUOTED for t in tokens[start : marks[0]]):
            start = marks[0]  # "spoke of a Libyan | 'act of folly'"
        found = [_QUOTED] if start < len(tokens) and tokens[start].lower == _QUOTE else []
        quoted = bool(found)
        for i in range(start + quoted, min(len(tokens), start + _WINDOW)):
            token = tokens[i]
            if token.lower == "that" and not found:
                continue
            if token.lower == _QUOTE:
                quoted = not quoted
            elif not quoted and token.lower != "of" and (token.lower in _ENDS or token.tag in _STOPS):
                break  # "an act | of aggression" goes on
            elif token.tag[:2] in ("NN", "JJ", "VB", "RB"):
                found.append(token.lemma or token.lower)
                if token.lower != found[-1]:
                    found.append(token.lower)
                if self.parse.phrase_at[i] >= 0 and found[-1] in self.vocabulary.evaluations:
                    self.taken.add(self.parse.phrase_at[i])  # "denounced it as | aggression" tells of no other act
        return found

    def _end_of_named(self, predicate: Predicate) -> int:
        """Where what a thing is called begins: after *as*, else after the first object."""
        tokens, phrases = self.parse.tokens, self.parse.phrases
        if (spoken := self._spoken_of(predicate)) >= 0:
            return phrases[spoken].first
        for i in range(predicate.last, min(len(tokens), predicate.last + _WINDOW)):
            if tokens[i].lower == "as":
                return i + 1
        if predicate.mark == "what" or not predicate.objects:
            return predicate.last
        named = self.parse.row(predicate.objects[0])[-1]  # "called Chad and Libya | an axis of evil"
        place = phrases[named]
        after = [phrases[a] for a in self.parse.after(named) if phrases[a].prep in _BELONGS]
        end = max([place.last, *[a.last for a in after[:2]]])
        alone = len(predicate.objects) == 1 and (end >= len(tokens) or tokens[end].lower in _ENDS)
        return max(place.first + 2, end - 2) if alone and end == place.last else end

    def _judging_words(self, predicate: Predicate) -> list[str]:
        """The words that may judge: the predicate adjective or participle, the predicate noun and its adjectives."""
        tokens = self.parse.tokens
        words = [tokens[predicate.adjective].lower] if predicate.adjective >= 0 else []
        words.append(tokens[predicate.head].lower if predicate.passive else predicate.lemma)
        if predicate.lemma == "be":
            places = [self.parse.phrases[o] for o in predicate.obliques]
            words += [p.prep for p in places if tokens[p.head].lemma != "door"]  # "behind closed doors"
        for phrase in predicate.objects:
            parts = [phrase, *(a for a in self.parse.after(phrase) if self.parse.phrases[a].prep == "of")]
            if predicate.subject >= 0:  # "there were strikes" tells of them, "the move was an attack" does not
                self.taken.update(parts)
            for part in parts:
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
