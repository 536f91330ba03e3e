"""Phrases between a date and an act that are over where the act is told: "over the raid and {closed} the port"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from timeline.analysis import FINITE, Sentence, Token

__all__ = ["is_main_verb", "open_classes"]

#: What may be a phrase without a verb: a reason, what a quarrel is over, what came before or after.
_PHRASES = ("cause", "topic", "time")
#: What opens a clause of its own, which no such phrase holds.
_CLAUSES = ("same", "clause")
_JOINING = ("and", "but", "or", ",")
_start = attrgetter("start")


def open_classes(sentence: Sentence, found: Sequence[tuple[int, str]], trigger: int) -> list[str]:
    """The classes of the boundaries ``found`` (place, class) before a trigger, without those of phrases that are over.

    A phrase without a verb is over where "and" or a comma joins the next verb, and where another clause begins.
    """
    if not any(name in _PHRASES for _, name in found):
        return [name for _, name in found]
    return [
        name
        for number, (place, name) in enumerate(found)
        if name not in _PHRASES or not _is_over(sentence, place, found[number + 1 :], trigger)
    ]


def is_main_verb(sentence: Sentence, trigger: tuple[int, int]) -> bool:
    """Whether an act is the only finite verb of its sentence: "After two rounds of talks they {agree} to it"."""
    verbs = [token.start for token in sentence.tokens if token.tag in FINITE]
    return len(verbs) == 1 and trigger[0] <= verbs[0] < trigger[1]


def _is_over(sentence: Sentence, place: int, later: Sequence[tuple[int, str]], trigger: int) -> bool:
    """Whether the phrase that begins at a place has no verb and ends before the trigger."""
    tokens = sentence.tokens
    low, high = bisect_left(tokens, place, key=_start), bisect_left(tokens, trigger + 1, key=_start)
    for at in range(low + 1, high):
        token = tokens[at]
        if token.tag in FINITE or (token.tag == "VBG" and tokens[at - 1].lower == ","):
            return _joins(tokens, low, at) or _begins_clause(later, token.start) or _is_fronted(tokens, low, at)
    return False


def _is_fronted(tokens: Sequence[Token], low: int, verb: int) -> bool:
    """Whether the phrase belongs to what stands before the sentence's first clause: "Speaking after talks, he said"."""
    comma = next((at for at in range(low, verb) if tokens[at].lower == ","), 0)
    return comma > 0 and not any(token.tag in FINITE for token in tokens[:comma])


def _joins(tokens: Sequence[Token], low: int, verb: int) -> bool:
    """Whether nothing but adverbs stands between a verb and the "and" or comma before it."""
    at = verb - 1
    while at > low and tokens[at].tag == "RB":
        at -= 1
    return at > low and tokens[at].lower in _JOINING


def _begins_clause(later: Sequence[tuple[int, str]], verb: int) -> bool:
    """Whether one of the later boundaries opens the clause of a verb: "while", ", and"."""
    names = [name for place, name in later if place < verb]
    joined = any(first == "comma" and second == "and" for first, second in pairwise(names))
    return joined or any(name in _CLAUSES for name in names)
