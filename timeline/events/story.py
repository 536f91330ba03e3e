"""The turns of a story: who did what to whom, in the order in which it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from timeline.events.acts import Draft
from timeline.events.parties import codes_of
from timeline.plover import quad_of

__all__ = ["SURE", "Sides", "Story", "Turn", "last_partner", "quad", "stem"]

Sides = frozenset[str]
#: How many earlier drafts a reader still has in mind.
_MEMORY = 8
#: So many letters tell that a noun and a verb speak of one deed ("the withdrawal", "withdrew").
_STEM = 5
#: How sure a draft must be to count as a turn.
SURE = 0.35


class Turn(NamedTuple):
    """One act of the story: who did what kind of thing to whom, the words that tell it, the stem of the first, and
    where it is told."""

    actors: Sides
    targets: Sides
    type: str
    quad: int
    stem: str = ""
    lemma: str = ""
    sentence: int = -1


def turn_of(draft: Draft) -> Turn:
    """What a draft tells of the story."""
    actors, targets = codes_of(draft.actors), codes_of(draft.targets)
    return Turn(actors, targets, draft.type, quad(draft), stem(draft.lemma), draft.lemma, draft.sentence)


@dataclass(slots=True, eq=False)
class Story:
    """The turns told so far, and who judges the act told where."""

    judges: dict[int, Sides] = field(default_factory=dict)
    turns: list[Turn] = field(default_factory=list)

    def note(self, draft: Draft) -> None:
        """Take up the next draft, if it is sure enough to tell who deals with whom."""
        if draft.confidence >= SURE:
            turn = turn_of(draft)
            self.turns.append(turn)
            if draft.about >= 0:
                self.judges[draft.about] = turn.actors

    def recent(self) -> list[Turn]:
        """The turns still in mind, the latest first."""
        return self.turns[: -_MEMORY - 1 : -1]

    def latest_deed(self, types: frozenset[str], known: Sides) -> Turn | None:
        """The latest turn of some types with both sides told, that the known sides took part in."""
        for turn in reversed(self.turns):
            if turn.type in types and turn.actors and turn.targets and not known.isdisjoint(turn.actors | turn.targets):
                return turn
        return None


def last_partner(recent: Sequence[Turn], side: Sides, least: int = 0) -> Sides:
    """Whom a side faced in the latest of some turns (the latest first) that it took part in, of at least this quad.

    What several agreed on, each agreed on with the others.
    """
    for turn in recent:
        if turn.quad < least:
            continue
        if side & turn.targets and turn.actors - side:
            return turn.actors - side
        others = turn.actors if turn.type == "AGREE" and not turn.targets else turn.targets
        if side & turn.actors and others - side:
            return others - side
    return frozenset()


def stem(word: str) -> str:
    """What a noun and a verb for one deed have in common; empty for short words."""
    return word[:_STEM] if len(word) >= _STEM else ""


def quad(draft: Draft) -> int:
    """PLOVER's quad of an act: cooperation in words (1) and deeds (2), conflict in words (3) and deeds (4)."""
    return quad_of(draft.type)
