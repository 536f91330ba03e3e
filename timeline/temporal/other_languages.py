"""Dates in other languages ("15 avril 2021"): dateparser behind a cache, its period respected.

The only module that touches dateparser; imported when the first such date is met.
"""

from __future__ import annotations

from functools import lru_cache

from dateparser.date import DateDataParser

from timeline.temporal.calendar import Moment

__all__ = ["read_date"]


@lru_cache(maxsize=64)
def _parser(language: str) -> DateDataParser:
    # Strict parsing: a missing part is never filled in from today.
    return DateDataParser(languages=[language], settings={"STRICT_PARSING": True, "DATE_ORDER": "DMY"})


@lru_cache(maxsize=4096)
def read_date(words: str, language: str) -> Moment | None:
    """The day that the words name in a language (an ISO 639-1 code), or None.

    >>> read_date("15 avril 2021", "fr").value
    '2021-04-15'
    """
    data = _parser(language).get_date_data(words)
    if data.date_obj is None or data.period != "day":
        return None
    return Moment("day", data.date_obj.year, data.date_obj.month, data.date_obj.day)
