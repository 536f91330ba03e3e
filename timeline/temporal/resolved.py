"""What comes out of normalisation, and the time it is reckoned from."""

from __future__ import annotations

from typing import Literal, NamedTuple

from timeline.models import DateBasis, YearBasis
from timeline.temporal.anchoring import Context
from timeline.temporal.calendar import Moment
from timeline.temporal.readings import Reading

__all__ = ["UNKNOWN", "Base", "Resolved", "TimexType", "base_of", "known", "unknown"]

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
#: TIMEX3 values of units of which nothing is known.
UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}


class Resolved(NamedTuple):
    """TIMEX3 type and value, and the moment if one is known.

    ``month_day`` is the EDTF date without its year (``XXXX-04-15``) where only that is known; ``anchor`` the
    words (or ``published``) that it was reckoned from.
    """

    timex_type: TimexType
    value: str
    moment: Moment | None = None
    basis: DateBasis = "none"
    year_basis: YearBasis = "none"
    month_day: str | None = None
    anchor: str | None = None


class Base(NamedTuple):
    """A time to reckon from, and what it is called in the record."""

    moment: Moment
    anchor: str

    @property
    def year_basis(self) -> YearBasis:
        """Where a year that comes from it comes from."""
        return "published" if self.anchor == "published" else "context"


def base_of(reading: Reading, context: Context) -> Base | None:
    """The time from which a pointer or a shift is reckoned: speech, or what was told last."""
    whole = reading.anchor == "whole"
    if whole and context.direction < 0 and (story := context.story_gone_by) is not None:
        return Base(story, context.story_words)
    if reading.anchor == "head" and context.entry is not None:
        return Base(context.entry, context.entry_words)
    if context.style == "narrative" or reading.anchor in ("story", "time") or (whole and context.reference is None):
        clock_of_news = reading.anchor == "time" and context.style == "news" and context.reference is not None
        if context.story is not None and not (clock_of_news and context.story.grain != "day"):
            return Base(context.story, context.story_words)
        return _published(context)
    return _published(context)


def _published(context: Context) -> Base | None:
    return Base(context.reference, "published") if context.reference is not None else None


def known(moment: Moment, base: Base | None) -> Resolved:
    """A moment that was reckoned from a base, or that stands in the words (no base)."""
    if base is None:
        return Resolved("DATE", moment.value, moment, "stated", "stated")
    return Resolved("DATE", moment.value, moment, "relative", base.year_basis, None, base.anchor)


def unknown(unit: str) -> Resolved:
    """A unit of time of which nothing is known."""
    return Resolved("DATE", UNKNOWN.get(unit, "XXXX"))
