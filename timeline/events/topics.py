"""What a text is about: the same verbs tell of politics, and of weather, sport, cooking and trade."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from timeline.analysis import Sentence
from timeline.events.acts import Draft
from timeline.events.parties import codes_of
from timeline.events.vocabulary import Vocabulary

__all__ = ["political_sentences"]

#: Of fewer words nothing can be said.
_TOO_FEW = 20
#: Words of politics, and acts between two known parties, in a hundred words: news of conflicts has three and
#: more in nearly every paragraph, other texts that name countries hardly ever.  Long texts differ less.
_SHARE, _SHARE_OF_LONG, _LONG = 0.025, 0.015, 150
#: Actors by which governments are meant ("Beijing", "Putin"): in a few words they say enough.
_STATESMEN, _FEW = frozenset({"capital", "leader"}), 60
#: Types of acts that several states do together and teams mostly do not.
_OF_STATES = frozenset({"ASSAULT", "AGREE", "CONCEDE", "SANCTION", "REJECT", "THREATEN"})
#: So many different words of politics speak for one sentence alone.
_ALONE = 2


@dataclass(slots=True, eq=False)
class _Count:
    words: int = 0
    signs: int = 0
    found: set[str] = field(default_factory=set)
    statesmen: int = 0

    def add(self, other: _Count) -> None:
        """Count the words and signs of a part."""
        self.words += other.words
        self.signs += other.signs
        self.statesmen += other.statesmen

    @property
    def speaks_of_politics(self) -> bool:
        share = _SHARE if self.words < _LONG else _SHARE_OF_LONG
        signs = self.signs + self.statesmen * (self.words < _FEW)
        return self.words < _TOO_FEW or signs >= share * self.words


def _is_joint(draft: Draft) -> bool:
    """Whether several known parties do together what teams and firms do not: "exchanged fire", "lifted the freeze"."""
    return draft.type in _OF_STATES and not draft.nominal and len(codes_of(draft.actors)) > 1


def political_sentences(sentences: Iterable[Sentence], drafts: Sequence[Draft], words: Vocabulary) -> set[int]:
    """The sentences that belong to a text about politics: the whole of it, their paragraph, or they alone are."""
    acts = Counter([d.sentence for d in drafts if d.is_dyadic or _is_joint(d)])
    statesmen = Counter([d.sentence for d in drafts if any([a.via in _STATESMEN for a in d.actors])])
    political = words.words["political"]
    whole = _Count()
    parts: list[tuple[Sentence, list[str], int]] = []
    for sentence in sentences:
        hits: list[str] = []
        if not sentence.words.isdisjoint(political):
            hits = [w for t in sentence.tokens if (w := t.lower) in political or (w := t.lemma) in political]
        signs = len(hits) + acts.get(sentence.index, 0)
        whole.words += len(sentence.tokens)
        whole.signs += signs
        parts.append((sentence, hits, signs))
    whole.statesmen = sum([statesmen.get(sentence.index, 0) for sentence, _, _ in parts]) if statesmen else 0
    if whole.speaks_of_politics:
        return {sentence.index for sentence, _, _ in parts}
    paragraphs: dict[int, _Count] = {}
    alone: dict[int, tuple[int, _Count]] = {}
    for sentence, hits, signs in parts:
        count = _Count(len(sentence.tokens), signs, set(hits), statesmen.get(sentence.index, 0))
        paragraphs.setdefault(sentence.paragraph, _Count()).add(count)
        alone[sentence.index] = sentence.paragraph, count
    return {
        index
        for index, (paragraph, count) in alone.items()
        if len(count.found) >= _ALONE
        or (paragraphs[paragraph].words >= _TOO_FEW and paragraphs[paragraph].speaks_of_politics)
    }
