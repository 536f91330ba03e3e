"""What several states do side by side: exercises, patrols and work in common are cooperation (PLOVER COOPERATE)."""

from __future__ import annotations

from timeline.events.acts import Act
from timeline.events.lending import NounReader
from timeline.events.parties import are_several, minus
from timeline.events.structure import Predicate

__all__ = ["JointReader"]

#: How far after its verb "together" may stand.
_REACH = 8
_STOPS = frozenset({".", ":", "WDT", "VBD", "VBZ", "MD"})


class JointReader(NounReader):
    """Acts that are several parties' in common."""

    def _in_common(self, acts: list[Act]) -> None:
        """``Chadian and Libyan troops held exercises``, ``sailed side by side``: forces of two states that do so
        together threaten nobody."""
        for act in acts:
            if act.type != "MOBILIZE":
                continue
            predicate = self.parse.predicates[act.predicate] if act.predicate >= 0 else None
            drill = any(self.vocabulary.has("exercising", t.lemma) for t in self.parse.tokens[act.first : act.last])
            drill = drill or (predicate is not None and self._exercises(predicate))
            partners = self._oblique(predicate, "with") if predicate is not None and drill else []
            actors = act.actors + minus([m for m in partners if m.codes], act.actors)
            if not are_several(actors):
                continue
            if drill or (predicate is not None and self._says_together(predicate)):
                act.type, act.mode, act.mutual = "COOPERATE", None, True
                act.actors, act.targets = actors, []
                act.because("in-common", self.parse.words(act.first, act.last))

    def _exercises(self, predicate: Predicate) -> bool:
        """Whether an exercise is what a verb acts on."""
        tokens, phrases = self.parse.tokens, self.parse.phrases
        return any(self.vocabulary.has("exercising", tokens[phrases[o].head].lemma) for o in predicate.objects)

    def _together(self, index: int, predicate: Predicate) -> list[Act]:
        """``Chadian and Libyan police hunt the gang together``: whatever it is that two states do so."""
        if self.parse.vocabulary.isdisjoint(self.vocabulary.in_common) or predicate.passive or predicate.negated:
            return []
        if predicate.form not in ("finite", "participle") or predicate.adjective >= 0:
            return []
        if self.vocabulary.has("many_senses", predicate.lemma) or self.vocabulary.has("speech", predicate.lemma):
            return []
        actors = [m for m in self.parties.doers(predicate.subject) if m.codes]
        if not are_several(actors) or not self._says_together(predicate):
            return []
        act = Act("COOPERATE", None, predicate.head, predicate.head + 1, 0.6, predicate=index, actors=actors)
        act.mutual = True
        act.evidence.append("subject")
        return [act.because("in-common", self.parse.words(predicate.first, predicate.last))]

    def _says_together(self, predicate: Predicate) -> bool:
        """Whether "together", "side by side" stands in the clause of a verb."""
        tokens, signs = self.parse.tokens, self.vocabulary.in_common
        for i in range(predicate.first, min(predicate.head + _REACH, len(tokens))):
            for after in signs.get(tokens[i].lower, ()):
                if tuple([t.lower for t in tokens[i + 1 : i + 1 + len(after)]]) == after:
                    return True
            if i > predicate.head and tokens[i].tag in _STOPS:
                return False
        return False
