"""From resolved expressions to the records that users get."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.bounds import bounds_of, iso_day
from timeline.lexicons import Lexicon, trie_pattern
from timeline.models import Granularity, Qualifier, Reason, Span, TimeExpression, When
from timeline.temporal.calendar import Moment
from timeline.temporal.expressions import Found
from timeline.temporal.readings import Reading
from timeline.temporal.resolved import Resolved

__all__ = ["Qualifiers", "record"]

_GRANULARITIES: dict[str, Granularity] = {
    "day": "day", "week": "week", "weekend": "weekend", "month": "month", "quarter": "quarter", "half": "half",
    "season": "season", "year": "year", "decade": "decade", "century": "century", "millennium": "interval",
}  # fmt: skip
_QUALIFIERS: dict[str, Qualifier] = {"before": "before", "after": "after"}
#: Of these moments EDTF can say that they are approximate with a mark at their end.
_MARKED = ("day", "month", "season", "year")


class Qualifiers:
    """Prepositions that make a date a bound (classes ``before`` and ``after`` of ``time_qualifiers``)."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = {row["words"]: _QUALIFIERS[row["qualifier"]] for row in lexicon.table("time_qualifiers")}
        self._pattern = re.compile(rf"(?<!\w)({trie_pattern(self._words)})\s+$")

    def of(self, before: str, reading: Reading) -> Qualifier:
        """What the words before an expression make of it."""
        if reading.mod == "APPROX":
            return "approximate"
        match = self._pattern.search(before)
        return self._words[" ".join(match[1].split())] if match else "exact"


def record(found: Found, resolved: Resolved, words: str, document_id: str, qualifier: Qualifier) -> TimeExpression:
    """The expression as users get it; ``words`` are its words in the text."""
    span = Span(document_id=document_id, start=found.start, end=found.end, text=words)
    return TimeExpression(
        span=span,
        timex_type=resolved.timex_type,
        value=resolved.value,
        mod=found.reading.mod,
        when=_when(found.reading, resolved, span, qualifier),
        reasons=tuple(Reason.of(name, words) for name in found.rules),
    )


def _when(reading: Reading, resolved: Resolved, span: Span, qualifier: Qualifier) -> When:
    """The date for users: never finer than the words, a day's clock kept apart."""
    moment = resolved.moment
    if moment is None:
        if resolved.month_day is None:
            return When()
        grain: Granularity = "day" if resolved.month_day.count("-") == 2 else "month"
        return When(
            edtf=resolved.month_day,
            granularity=grain,
            qualifier=qualifier,
            basis=resolved.basis,
            expression=span,
            anchor=resolved.anchor,
        )
    edtf, earliest, latest = _dates(moment, reading.mod == "APPROX")
    return When(
        edtf=edtf,
        earliest=earliest,
        latest=latest,
        granularity=_granularity(reading, moment),
        qualifier=qualifier,
        basis=resolved.basis,
        expression=span,
        anchor=resolved.anchor,
        year_basis=resolved.year_basis,
        clock=_clock(reading) if moment.grain == "day" else None,
    )


@lru_cache(maxsize=8192)
def _dates(moment: Moment, approximate: bool) -> tuple[str, str | None, str | None]:
    """EDTF, earliest and latest day."""
    edtf = moment.edtf + ("~" if approximate and moment.grain in _MARKED else "")
    bounds = bounds_of(edtf)
    first, last = (bounds.first, bounds.last) if bounds else (None, None)
    return edtf, None if first is None else iso_day(first), None if last is None else iso_day(last)


def _granularity(reading: Reading, moment: Moment) -> Granularity:
    if moment.grain == "day" and reading.clock:
        return "minute"
    if moment.grain == "day" and reading.part:
        return "part-of-day"
    return _GRANULARITIES[moment.grain]


def _clock(reading: Reading) -> str | None:
    """The time of day, with its offset from UTC where the zone has one."""
    if reading.clock is None:
        return None
    offset = reading.zone if reading.zone and reading.zone[0] in "+-" else ""
    return reading.clock + offset
