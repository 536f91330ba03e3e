"""Whose "the regional government", "the rebel army" is: of a people or group, not of the state it quarrels with; and
whose the army is that fights such a group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from timeline.actors.reading import Frame, Reading
from timeline.analysis import ActorMention

__all__ = ["fought_at_home", "of_region", "only_group"]

#: How many sentences back a region or group may have been spoken of.
_REACH = 12
#: How many sentences back a group that the army fights acts.
_NEAR = 2
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


def fought_at_home(
    reading: Reading, seen: Sequence[Reading], frame: Frame, often: Callable[[Reading], Counter[str]]
) -> str:
    """``The rebels vowed to fight on. The air force bombed …``: the state of the group that acted last, where the text
    speaks of no other one more; empty for none."""
    if not reading.subject or frame.words.role_class.get(reading.noun) != "military":
        return ""
    for other in reversed(seen):
        mention = other.mention
        if reading.mention.sentence - mention.sentence > _NEAR:
            break
        if other.subject and mention.sentence < reading.mention.sentence:
            if mention.kind not in _KINDS or not mention.home or mention.person:
                return ""
            most = often(reading).most_common(1)
            return mention.home if most and most[0][0] == mention.home else ""
    return ""
