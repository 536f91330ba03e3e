"""Whose "the regional government", "the rebel army" is: of a people or group, not of the state it quarrels with."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.actors.reading import Frame, Reading
from timeline.analysis import ActorMention

__all__ = ["of_region"]

#: How many sentences back a region or group may have been spoken of.
_REACH = 12
_KINDS = frozenset({"people", "group"})


def of_region(reading: Reading, seen: Sequence[Reading], frame: Frame) -> ActorMention | None:
    """The people or group spoken of last, where words before a role make it a region's or the rebels'."""
    phrase = reading.phrase
    if frame.words.below_state.isdisjoint([t.lower for t in phrase.tokens[phrase.first : phrase.head]]):
        return None
    for other in reversed(seen):
        mention = other.mention
        if reading.mention.sentence - mention.sentence > _REACH:
            return None
        if mention.codes and mention.kind in _KINDS and mention.start < reading.mention.start:
            return mention
    return None
