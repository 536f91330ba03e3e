"""Answers that no single document tells together with their causes: parties and dates alone speak."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from timeline.lexicons import Lexicon
from timeline.links.acts import Act
from timeline.links.scoring import Pair, order_of, party_relation, score, weights

__all__ = ["pairs_across", "told_together"]

#: At most this many days between a cause and its answer, and this many earlier acts are weighed.
_REACH_DAYS = 45
_CANDIDATES = 8


def told_together(one: Act, other: Act) -> bool:
    """Whether a document tells both acts."""
    return bool(_documents(one) & _documents(other))


def _documents(act: Act) -> set[str]:
    return {m.trigger.document_id for m in act.event.mentions}


def pairs_across(acts: Sequence[Act], lexicon: Lexicon) -> list[Pair]:
    """The best cause in other documents for each dated act, weighed; only hostile answers to hostile acts.

    The cause is the last hostile act of the other side on an earlier day (the dyad reversed) within reach.
    """
    table = lexicon.derive(weights)
    dated = sorted(
        (a for a in acts if a.hostile and a.bounds.first is not None and a.bounds.last is not None),
        key=lambda a: (a.bounds.last or 0, a.event.id),
    )
    by_party: dict[str, list[Act]] = {}
    for act in dated:
        for party in act.actors_kin:
            by_party.setdefault(party, []).append(act)
    pairs = []
    for effect in dated:
        pair = _best(effect, by_party)
        if pair is not None:
            score(pair, table)
            pairs.append(pair)
    return pairs


def _best(effect: Act, by_party: dict[str, list[Act]]) -> Pair | None:
    """The latest act of the other side before this one, if no document tells both."""
    first = effect.bounds.first or 0
    found: dict[int, Act] = {}
    for party in sorted(effect.hit_kin):
        rivals = by_party.get(party, [])
        end = bisect_left(rivals, first, key=lambda a: a.bounds.last or 0)
        for cause in rivals[max(0, end - _CANDIDATES) : end]:
            if first - (cause.bounds.last or 0) <= _REACH_DAYS:
                found[cause.index] = cause
    ranked = sorted(found.values(), key=lambda a: (-(a.bounds.last or 0), not a.harm, a.event.id))
    for cause in ranked:
        if party_relation(cause, effect) == "reversed" and order_of(cause, effect) == "before":
            return None if told_together(cause, effect) else Pair(cause, effect, ["reversed", "before", "across"])
    return None
