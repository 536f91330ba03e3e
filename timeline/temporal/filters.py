"""False friends: what looks like a time and is none, told by the words around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.lexicons import Lexicon, PhraseMatcher, trie_pattern
from timeline.temporal.contexts import any_of, compiled

if TYPE_CHECKING:
    from timeline.temporal.expressions import Found

__all__ = ["FalseFriends"]

#: How far a phrase that holds a time word may reach beyond it, in characters.
_REACH = 30
#: The first bare year that needs no preposition, and the last.
_FIRST, _LAST = 1700, 2099
#: A number glued to something: money, a fraction, a hyphened name or telephone number.
_GLUED_BEFORE = r"(?:[$€£¥#%+*=]\s?|[a-z]-|\d[.,:/]|(?<!\d)\d{1,3}[-.])$"
_GLUED_AFTER = r"%|[.,:]\d|-\d{4,}-|/\d{1,2}/"


class FalseFriends:
    """The tables ``time_false_friends``, ``time_number_labels``, ``time_counted`` and ``time_name_titles``."""

    def __init__(self, lexicon: Lexicon) -> None:
        def words(table: str) -> list[str]:
            return [row["words"] for row in lexicon.table(table)]

        self._phrases = PhraseMatcher(dict.fromkeys(words("time_false_friends"), True))
        self._labels = re.compile(rf"(?<!\w)(?:{trie_pattern(words('time_number_labels'))})\.?\s$")
        self._counted = re.compile(rf"(?:\s[a-z-]+)?\s(?:{trie_pattern(words('time_counted'))})(?!\w)")
        self._at_year = re.compile(rf"(?:{any_of(lexicon, 'at_year')}|[(\-/])\s*$")
        self._surely_year = re.compile(rf"{any_of(lexicon, 'surely_year')}\s$")
        self._prefix = re.compile(rf"{any_of(lexicon, 'year_prefix')}-$")
        # "On the 2nd floor": what an ordinal counts is any word but these, and but a name ("on the 2nd Norway left").
        self._after_day = re.compile(rf"\s*(?:[^\w\s]|$|\n)|\s+{any_of(lexicon, 'after_day')}")
        # "On the 2nd rebels struck": no ordinal counts a plural.
        self._plural = re.compile(r" [a-z]{3,}[^\Wsui]s(?!\w)")
        self._titles = re.compile(rf"(?<!\w)(?:{trie_pattern(words('time_name_titles'))})\.?\s$")

    def is_one(self, found: Found, lower: str, text: str) -> bool:
        """Whether an expression is none after all; ``lower`` is the text in lower case."""
        rule = found.rules[0]
        if rule == "date.year" and found.rules[1:] in ((), ("before.about",)):
            return self._no_year(found, lower)
        if found.rules == ("time.the_part",) and lower.startswith(" of ", found.end):
            return True  # "the morning of the raid": nobody knows which
        if rule == "date.day_of_month":
            name = text[found.end + 1 : found.end + 2].isupper()
            return (
                not name
                and self._after_day.match(lower, found.end) is None
                and not self._plural.match(lower, found.end)
            )
        if rule == "date.month_days":
            return self._after_day.match(lower, found.end) is None
        if rule in ("date.weak_month", "date.month", "date.weekday") and self._is_name(found, lower):
            return True
        return rule not in _NUMERIC_RULES and self._in_phrase(found, lower)

    def _in_phrase(self, found: Found, lower: str) -> bool:
        """Whether the words are a part of a longer phrase that is no time."""
        low, high = max(0, found.start - _REACH), min(len(lower), found.end + _REACH)
        return any(a < found.end and found.start < b for a, b, _ in self._phrases.finditer(lower, low, high))

    def _is_name(self, found: Found, lower: str) -> bool:
        """Whether a title or first name stands before it ("Mrs May")."""
        return self._titles.search(lower, max(0, found.start - 12), found.start) is not None

    def _no_year(self, found: Found, lower: str) -> bool:
        """A four-digit number that is no year: money, a count, the number of a flight or a resolution."""
        before = lower[max(0, found.start - 24) : found.start]
        if compiled(_GLUED_BEFORE).search(before) and not self._prefix.search(before):
            return True
        if compiled(_GLUED_AFTER).match(lower, found.end) or self._labels.search(before):
            return True
        if self._counted.match(lower, found.end) and not self._surely_year.search(before):
            return True
        year = found.reading.year or 0
        return not _FIRST <= year <= _LAST and self._at_year.search(before) is None


_NUMERIC_RULES = ("date.iso", "date.numeric", "date.month_day", "date.day_month", "date.month_year", "date.year_bc")
