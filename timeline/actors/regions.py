"""Whose "the regional government", "the rebel army" is: of a people or group, not of the state it quarrels with."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.actors.reading import Frame, Reading
from timeline.analysis import ActorMention

__all__ = ["of_region", "only_group"]

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


def only_group(reading: Reading, seen: Sequence[Reading]) -> ActorMention | None:
    """``Rebels`` without an article: the armed group spoken of, where it is the only one."""
    groups = [r for r in seen if r.mention.kind == "group" and r.mention.codes]
    if len({r.mention.codes for r in groups}) != 1:
        return None
    reading.mention.via, reading.mention.role = "role", None
    return groups[-1].mention
