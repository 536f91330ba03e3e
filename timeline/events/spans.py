"""Where an act stands in its sentence: its clause, the quote that states it, its rank among others."""

from __future__ import annotations

from timeline.events.acts import Act
from timeline.events.structure import Parse

__all__ = ["quote_of", "rank_of", "scope_of"]

_DEEPEST = 9


def scope_of(parsed: Parse, act: Act) -> tuple[int, int]:
    """The tokens of the clause that an act stands in: from its subject to the next finite verb's clause."""
    predicates = parsed.predicates
    inside = [p for p in predicates if p.first <= act.first]
    own = inside[-1] if inside else (predicates[0] if predicates else None)
    if act.predicate >= 0:
        own = predicates[act.predicate]
    if own is None:
        return 0, len(parsed.tokens)
    first = min(own.first, act.first)
    if own.subject >= 0 and parsed.phrases[own.subject].first < first and own.partner < 0:
        first = parsed.phrases[own.subject].first
    earlier = [p for p in predicates if p.last <= first and p is not own]
    if not earlier:
        first = 0
    last = len(parsed.tokens)
    for other in predicates:
        if other.first >= max(own.last, act.last) and (other.form == "finite" or other.relation == "adverbial"):
            last = other.first
            if other.subject >= 0 and max(own.last, act.last) <= parsed.phrases[other.subject].first < last:
                last = parsed.phrases[other.subject].first
            break
    return first, max(last, act.last)


def quote_of(parsed: Parse, act: Act, first: int, last: int) -> tuple[int, int]:
    """The shortest stretch that states the act: subject, trigger and what hangs on it."""
    tokens = parsed.tokens
    low, high = act.first, act.last
    if act.predicate >= 0:
        predicate = parsed.predicates[act.predicate]
        low, high = min(low, predicate.first), max(high, predicate.last)
        if predicate.subject >= 0 and first <= parsed.phrases[predicate.subject].first < low:
            low = parsed.phrases[predicate.subject].first
        for index in predicate.objects + predicate.obliques:
            for member in parsed.row(index):
                high = max(high, min(last, parsed.phrases[member].last))
    elif act.phrase >= 0:
        low = min(low, parsed.phrases[act.phrase].first)
        for index in parsed.after(act.phrase):
            high = max(high, min(last, parsed.phrases[index].last))
    return tokens[low].start, tokens[min(high, len(tokens)) - 1].end


def rank_of(parsed: Parse, act: Act) -> int:
    """0 for the main act of a sentence; more for nouns, adverbial and relative clauses, acts not done."""
    rank = 0
    if act.nominal:
        rank += 3 if "light-verb" not in act.evidence else 0
    if act.predicate >= 0:
        predicate = parsed.predicates[act.predicate]
        rank += 2 * (
            predicate.relation == "adverbial" or predicate.mark in ("after", "before", "as", "since", "fronted")
        )
        rank += 2 * predicate.relative + (predicate.form == "participle")
        while predicate.governor >= 0 and predicate.relation != "adverbial" and rank < _DEEPEST:
            rank += predicate.relation not in ("that", "reported")
            predicate = parsed.predicates[predicate.governor]
            rank += 2 * (predicate.relation == "adverbial")
    rank += {"hypothetical": 4, "denied": 6}.get(act.modality, 0)
    return rank + (act.weight < 0.7) + 2 * (not act.actors)
