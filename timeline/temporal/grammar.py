"""Parsing a run of time words: the longest rule at each place, then what may be joined to it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

# The rule modules fill the table when they are imported.
from timeline.temporal import rules_clock, rules_dates, rules_durations, rules_periods, rules_relative  # noqa: F401
from timeline.temporal.joins import join_all
from timeline.temporal.patterns import RULES, Match, Rule
from timeline.temporal.readings import Reading
from timeline.temporal.vocabulary import Token

__all__ = ["Phrase", "parse"]


@dataclass(slots=True, eq=False)
class Phrase:
    """Tokens ``first`` to ``last`` (exclusive) of a run with their reading and the rules that gave it."""

    first: int
    last: int
    reading: Reading
    rules: tuple[str, ...]


def parse(tokens: list[Token]) -> list[Phrase]:
    """The temporal phrases of a run of tokens, left to right."""
    classes = "".join(t.cls for t in tokens)
    phrases: list[Phrase] = []
    at = 0
    while at < len(tokens):
        found = _longest(tokens, classes, at)
        if found is None:
            at += 1
            continue
        phrases.append(found)
        at = found.last
    return join_all(phrases, tokens, classes)


@cache
def _compiled() -> tuple[tuple[int, Callable[[str, int], re.Match[str] | None], Rule], ...]:
    """Each rule with its order and its bound match function."""
    return tuple((order, rule.regex.match, rule) for order, rule in enumerate(RULES))


def _longest(tokens: list[Token], classes: str, at: int) -> Phrase | None:
    """The longest phrase that begins at a token; among equals the rule that stands first."""
    for end, rule in _hits(classes, at):
        reading = rule.read(Match(tokens, at, end))
        if reading is not None:
            return Phrase(at, end, reading, (rule.name,))
    return None


@lru_cache(maxsize=1 << 12)  # runs of few classes come again and again, whatever their words
def _hits(classes: str, at: int) -> tuple[tuple[int, Rule], ...]:
    """The rules that a run of classes fits at a place, with where each ends: the longest first, then as they stand."""
    hits: list[tuple[int, int, Rule]] = []
    for order, match, rule in _compiled():
        hit = match(classes, at)
        if hit is not None and hit.end() > at:
            hits.append((-hit.end(), order, rule))
    return tuple((-end, rule) for end, _, rule in sorted(hits, key=lambda h: h[:2]))
