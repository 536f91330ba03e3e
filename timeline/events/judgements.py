"""Judgements as acts: "called the ruling unacceptable", "is alarmed by the arrests"."""

from __future__ import annotations

from timeline.analysis import ActorMention
from timeline.events.acts import Act
from timeline.events.parties import minus
from timeline.events.roles import RoleReader
from timeline.events.structure import Predicate

__all__ = ["JudgementReader"]

_CAUSES = frozenset({"by", "at", "about", "over", "with"})


class JudgementReader(RoleReader):
    """What somebody says of an act by the word chosen for it."""

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
            parts = [phrase, *(a for a in self.parse.after(phrase) if self.parse.phrases[a].prep == "of")]
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
