"""Which of the possible links stand: the best causes of each answer, no cycles, never against time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import attrgetter

from timeline.links.acts import Act
from timeline.links.scoring import Pair

__all__ = ["choose", "without_cycles"]

#: Causes announced together stand together when their sums lie within this of the best one.
_TOGETHER = 2.6
#: So near (characters) in the text are the measures of one announcement.
_SIDE_BY_SIDE = 200
#: How many causes that lost are kept for whoever asks why.
_RIVALS = 2


def choose(pairs: Sequence[Pair], min_confidence: float) -> list[Pair]:
    """The pairs that become links, most confident first."""
    by_effect: dict[int, list[Pair]] = {}
    for pair in pairs:
        by_effect.setdefault(pair.effect.index, []).append(pair)
    wanted: list[Pair] = []
    all_ranked: list[list[Pair]] = []
    for index in sorted(by_effect):
        ranked = sorted(by_effect[index], key=attrgetter("cause.index"))
        ranked.sort(key=attrgetter("total"), reverse=True)
        all_ranked.append(ranked)
    answers = Counter(_words(ranked[0]) for ranked in all_ranked)
    for ranked in all_ranked:
        best = ranked[0]
        if best.confidence < min_confidence:
            continue
        wanted.append(best)
        rivals: list[Pair] = []
        for pair in ranked[1:]:
            if not _stands_beside(pair, best, answers[_words(best)] == 1):
                rivals.append(pair)
            elif pair.confidence >= min_confidence:
                wanted.append(pair)
        best.rivals = tuple(rivals[:_RIVALS])
    wanted.sort(key=lambda p: (-p.total, p.effect.index, p.cause.index))
    return without_cycles(wanted)


def _words(pair: Pair) -> tuple[str, tuple[str, int, int] | None]:
    """The document and the place of a pair's cue."""
    return pair.effect.event.mentions[0].trigger.document_id, pair.cue


def _stands_beside(pair: Pair, best: Pair, alone: bool) -> bool:
    """Whether a second cause stands beside the best one: the words name it too, or both were one announcement.

    Of several measures that words call an answer each has one cause; only what answers ``alone`` answers all.
    """
    if pair.cue and best.cue and pair.cue[1:] == best.cue[1:] and pair.cue[0].startswith("cue"):
        return True
    if pair.cue and pair.cue[0] in ("cue_strong", "object") and "cue_remote" not in pair.signs:
        return True
    return bool(best.cue) and alone and _together(pair.cause, best.cause) and best.total - pair.total <= _TOGETHER


def _together(one: Act, other: Act) -> bool:
    """Whether two acts are measures of one announcement: same parties, same day, told side by side."""
    if one.actors != other.actors or one.hit != other.hit or one.bounds != other.bounds or one.type != other.type:
        return False
    return any(
        a.trigger.document_id == b.trigger.document_id and abs(a.trigger.start - b.trigger.start) < _SIDE_BY_SIDE
        for a in one.event.mentions
        for b in other.event.mentions
    )


def without_cycles(pairs: Sequence[Pair]) -> list[Pair]:
    """Take the pairs in order, passing over those that would close a circle or set a cause after its answer."""
    answers: dict[int, list[Act]] = {}
    floors: dict[int, int] = {}
    kept = []
    for pair in pairs:
        first = pair.cause.bounds.first
        floor = max((d for d in (first, floors.get(pair.cause.index)) if d is not None), default=None)
        below = _descendants(pair.effect, answers)
        if pair.cause.index in below:
            continue
        if floor is not None and any(a.bounds.last is not None and a.bounds.last < floor for a in below.values()):
            continue
        answers.setdefault(pair.cause.index, []).append(pair.effect)
        if floor is not None:
            for index in below:
                floors[index] = max(floor, floors.get(index, floor))
        kept.append(pair)
    return kept


def _descendants(act: Act, answers: dict[int, list[Act]]) -> dict[int, Act]:
    """The act and all that answers it, directly or not."""
    found = {act.index: act}
    waiting = [act]
    while waiting:
        for answer in answers.get(waiting.pop().index, ()):
            if answer.index not in found:
                found[answer.index] = answer
                waiting.append(answer)
    return found
