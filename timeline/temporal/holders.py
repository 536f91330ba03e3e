"""Dates that belong to a participle: "quit a treaty {signed} in 2015", "the ministry, {named} by the bloc, said"."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from timeline.analysis import COMMON_NOUNS, FINITE, NAMES, Sentence
from timeline.bounds import parse_day
from timeline.models import When
from timeline.temporal.telling import first_word

__all__ = ["holds_another", "is_aside", "is_long_ago"]

_start = attrgetter("start")
#: So many words stand between a participle and its date at most ("signed by both in May").
_REACH = 5
_NOUNS = COMMON_NOUNS | NAMES
_STOPS = frozenset({",", "and", "but", "or", ";", ":"})
#: So many days before publication a day is no part of the news.
_LONG = 10


def is_long_ago(when: When, published: str | None) -> bool:
    """Whether a time was over well before the day of publication."""
    if published is None or when.latest is None or when.latest >= published:
        return False
    return parse_day(published) - parse_day(when.latest) > _LONG


def holds_another(sentence: Sentence, date: int, trigger: tuple[int, int]) -> bool:
    """Whether a participle that says more of a noun, and is not the trigger, stands right before a date."""
    tokens = sentence.tokens
    at = bisect_left(tokens, date, key=_start) - 1
    for place in range(at, max(0, at - _REACH), -1):
        token = tokens[place]
        if token.tag in FINITE or token.lower in _STOPS:
            return False
        if token.tag == "VBN":
            return tokens[place - 1].tag in _NOUNS and not trigger[0] <= token.start < trigger[1]
    return False


def is_aside(sentence: Sentence, trigger: tuple[int, int]) -> bool:
    """Whether the trigger is a participle that commas enclose behind a noun, before the verb of its sentence."""
    tokens, at = sentence.tokens, first_word(sentence, trigger)
    if at < 1 or tokens[at].tag != "VBN" or tokens[at - 1].lower != ",":
        return False
    closed = next((n for n in range(at + 1, len(tokens)) if tokens[n].lower == ","), 0)
    return 0 < closed < len(tokens) - 1 and tokens[closed + 1].tag in FINITE
