"""Verbs of saying that stand inside or after what is said: "…," said the minister; "The trip, he said, was …"."""

from __future__ import annotations

from timeline.analysis import FINITE
from timeline.events.structure import Predicate
from timeline.events.verbs import VerbReader

__all__ = ["ReportReader"]

#: Verbs of saying that have a hearer for an object ("…, she told the envoy").
_INFORMING = frozenset({"tell", "inform", "warn", "remind", "assure", "notify"})


class ReportReader(VerbReader):
    """Who says what comes before."""

    def attach_reports(self) -> None:
        """``…, officials said``: a verb of saying at the end has the clause before as its complement."""
        predicates = self.result.predicates
        for i, predicate in enumerate(predicates):
            self._turn(predicate)
            self._enclosed(i, predicate)
            self._inserted(i, predicate)
        for i in range(1, len(predicates)):
            predicate = predicates[i]
            if predicate.form != "finite" or predicate.relative or predicate.governor >= 0:
                continue
            if predicate.objects and (predicate.lemma not in _INFORMING or predicate.passive):
                continue
            if any(p.governor == i and p.relation != "adverbial" for p in predicates[i + 1 :]):
                continue  # but "…, it said, | adding that" has what comes before for its complement, too
            if not self._comma_before(predicate):
                continue
            root = next((p for p in predicates[:i] if p.governor < 0 and p.form == "finite" and not p.relative), None)
            if root is not None:
                root.governor, root.relation = i, "reported"

    def _turn(self, predicate: Predicate) -> None:
        """``…," said the minister``: the subject stands after the verb."""
        if predicate.lemma not in self.speech or predicate.partner < 0 or not predicate.objects or predicate.passive:
            return
        before = self.tokens[predicate.first - 1].lower if predicate.first else ""
        if before == "," and predicate.lemma == "declare" and self.tokens[predicate.first].tag == "VBZ":
            return  # "Army ousts cabinet, | declares curfew"
        if before in (",", '"', "''"):
            predicate.subject, predicate.objects = predicate.objects[0], predicate.objects[1:]
            predicate.partner, predicate.governor = -1, -1

    def _enclosed(self, index: int, predicate: Predicate) -> None:
        """``The trip, | said the minister, | was …``: who speaks stands between commas in what is said."""
        if predicate.lemma not in self.speech or predicate.partner >= 0 or not predicate.objects or predicate.passive:
            return
        if predicate.first == 0 or self.tokens[predicate.first - 1].lower != "," or predicate.form != "finite":
            return
        said = next((p for p in self.result.predicates[index + 1 :] if p.partner == index), None)
        if said is None or self.tokens[said.first - 1].lower != ",":
            return
        predicate.subject, predicate.objects = predicate.objects[0], predicate.objects[1:]
        said.partner, said.governor, said.relation = -1, index, "reported"

    def _inserted(self, index: int, predicate: Predicate) -> None:
        """``The trip, | the minister said, | was …``: what looks like another name of the subject is who speaks."""
        if predicate.lemma not in self.speech or predicate.form != "finite" or predicate.passive:
            return
        phrases, tokens = self.result.phrases, self.tokens
        speaker = self.result.phrase_at[predicate.first - 1] if predicate.first else -1
        if speaker < 1 or predicate.last >= len(tokens) or phrases[speaker].apposed != predicate.subject:
            return
        if tokens[phrases[speaker].first - 1].lower != "," or tokens[predicate.last].lower != ",":
            return
        said = next((p for p in self.result.predicates[index + 1 :] if p.partner == index), None)
        if said is None or said.subject != predicate.subject or said.first != predicate.last + 1:
            return
        phrases[speaker].apposed, predicate.subject = -1, speaker
        said.partner, said.governor, said.relation = -1, index, "reported"

    def _comma_before(self, predicate: Predicate) -> bool:
        start = predicate.first
        if predicate.subject >= 0 and self._is_adjacent_subject(predicate):
            start = min(start, self.result.phrases[predicate.subject].first)
        return start > 0 and self.tokens[start - 1].lower in (",", '"', "''")

    def _is_adjacent_subject(self, predicate: Predicate) -> bool:
        subject = self.result.phrases[predicate.subject]
        between = self.tokens[subject.last : predicate.first]
        return FINITE.isdisjoint([t.tag for t in between])
