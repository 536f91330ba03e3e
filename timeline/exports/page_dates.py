"""EDTF dates in words, for pages that people read: ``2021-04-15`` is "15 April 2021"."""

from __future__ import annotations

import re
from itertools import takewhile

from timeline.models import When

__all__ = ["date_in_words", "when_in_words"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
#: EDTF seasons, quarters and halves.
_SUB_YEARS = {
    21: "spring", 22: "summer", 23: "autumn", 24: "winter",
    33: "first quarter of", 34: "second quarter of", 35: "third quarter of", 36: "fourth quarter of",
    40: "first half of", 41: "second half of",
}  # fmt: skip
_PART = re.compile(r"(?P<year>Y-?\d+|-?[\dX]{4})(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d|XX))?(?P<mark>[~?%]?)")
_MARKS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}


def _year(text: str) -> str:
    """A year as people write it; empty when it is not known."""
    if text == "XXXX":
        return ""
    if text.endswith("XX"):
        return f"{text[:-2]}00s"
    if text.endswith("X"):
        return f"{text[:-1]}0s"
    number = int(text.removeprefix("Y"))
    return str(number) if number > 0 else f"{1 - number} BC"


def _part(edtf: str) -> str:
    """One date, no interval."""
    match = _PART.fullmatch(edtf)
    if match is None:
        return edtf
    year, words = _year(match["year"]), ""
    if match["month"] not in (None, "XX"):
        month = int(match["month"])
        words = _SUB_YEARS.get(month) or (_MONTHS[month - 1] if 1 <= month <= 12 else edtf)
        if match["day"] not in (None, "XX"):
            words = f"{int(match['day'])} {words}"
    return _MARKS.get(match["mark"], "") + " ".join(filter(None, (words, year)))


def date_in_words(edtf: str) -> str:
    """An EDTF date or interval in English; a string that is not one comes back as it is.

    >>> date_in_words("2021-04-15"), date_in_words("2021-22"), date_in_words("-0043")
    ('15 April 2021', 'summer 2021', '44 BC')
    >>> date_in_words("2021-04-26/2021-05-02"), date_in_words("2021-04/..")
    ('26 April – 2 May 2021', 'April 2021 or later')
    """
    if "/" not in edtf:
        return _part(edtf)
    start, _, end = edtf.partition("/")
    if end in ("", ".."):
        return f"{_part(start)} or later"
    if start in ("", ".."):
        return f"{_part(end)} or earlier"
    first, last = _part(start).split(" "), _part(end).split(" ")
    if len(first) == len(last):
        # What both ends share is said once: "3 – 5 March 2021".
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first[:0:-1], last[:0:-1], strict=True)))
        first = first[: len(first) - shared]
    return f"{' '.join(first)} – {' '.join(last)}"


def when_in_words(when: When) -> str:
    """The date of an event in English, or what bounds it where the text gives none."""
    if when.edtf is not None:
        words = date_in_words(when.edtf)
        return f"{when.qualifier} {words}" if when.qualifier in ("before", "after") and "/" not in when.edtf else words
    after = date_in_words(when.earliest) if when.earliest else ""
    before = date_in_words(when.latest) if when.latest else ""
    if after and before:
        return f"between {after} and {before}"
    if after:
        return f"on or after {after}"
    return f"on or before {before}" if before else "no date in the text"
