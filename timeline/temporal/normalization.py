"""From readings to times: TIMEX3 types and values, and the moments they stand for."""

from __future__ import annotations

from collections.abc import Callable

from timeline.temporal.anchoring import Context
from timeline.temporal.calendar import GRAINS, moment_of, shift
from timeline.temporal.dates import in_year, resolve_date, resolve_foreign, resolve_numeric
from timeline.temporal.readings import Reading
from timeline.temporal.relative import (
    resolve_month_day,
    resolve_pointer,
    resolve_shift,
    resolve_story,
    resolve_told_quarter,
)
from timeline.temporal.resolved import Resolved

__all__ = ["duration_value", "resolve"]

#: Halves of units as TIMEX3 writes them: half an hour is PT30M.
_HALVES = {"TH": (30.0, "TM"), "Y": (6.0, "M"), "D": (12.0, "TH"), "DE": (5.0, "Y"), "CE": (50.0, "Y")}


def resolve(reading: Reading, context: Context) -> Resolved | None:
    """The time of a reading in a context; None when it is no time (March 32, a word of histories in news)."""
    if reading.anchor == "pending" or (reading.anchor == "narrative" and context.style != "narrative"):
        return None
    resolved = _KINDS[reading.kind](reading, context)
    if resolved is not None and (reading.clock or reading.part):
        return resolved._replace(timex_type="TIME", value=f"{resolved.value}T{reading.clock or reading.part}")
    return resolved


def duration_value(count: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units (None: some).

    >>> duration_value(3, "D"), duration_value(None, "Y"), duration_value(0.5, "TH"), duration_value(2.5, "Y")
    ('P3D', 'PXY', 'PT30M', 'P2.5Y')
    """
    if unit == "F":
        count, unit = count and count * 2, "W"
    elif unit == "HC":
        count, unit = (count or 1) * 50, "Y"
    elif unit == "N":
        unit = "D"
    if count == 0.5 and unit in _HALVES:
        count, unit = _HALVES[unit]
    number = "X" if count is None else str(int(count)) if float(count).is_integer() else str(count)
    return f"PT{number}{unit[1:]}" if unit.startswith("T") else f"P{number}{unit}"


def _duration(reading: Reading, context: Context) -> Resolved:
    return Resolved("DURATION", duration_value(reading.count, str(reading.unit)))


def _set(reading: Reading, context: Context) -> Resolved:
    return Resolved("SET", reading.value or duration_value(reading.count, str(reading.unit)))


def _vague(reading: Reading, context: Context) -> Resolved:
    return Resolved("DATE", reading.value or "PRESENT_REF")


def _inner(reading: Reading, context: Context) -> Resolved | None:
    return resolve(reading.inner, context) if reading.inner else None


def _within(reading: Reading, context: Context) -> Resolved | None:
    """A month or season of a year, a weekday of a week, that is itself reckoned."""
    outer = _inner(reading, context)
    if outer is None or outer.moment is None:
        return resolve_date(reading.but(inner=None), context)
    if reading.weekday:
        monday = outer.moment.days[0]
        day = moment_of("day", monday + reading.weekday - 1)
        return outer._replace(value=day.value, moment=day)
    moment = in_year(reading, outer.moment.year)
    return outer._replace(value=moment.value, moment=moment) if moment else None


def _span_of(reading: Reading, context: Context) -> Resolved | None:
    """The week that holds a date."""
    inner = _inner(reading, context)
    if inner is None or inner.moment is None or inner.moment.grain != "day":
        return inner
    week = moment_of(GRAINS[str(reading.unit)], inner.moment.days[0])
    return inner._replace(value=week.value, moment=week)


def _offset(reading: Reading, context: Context) -> Resolved | None:
    """The day before or after a date."""
    inner = _inner(reading, context)
    if inner is None or inner.moment is None:
        return inner
    moved = shift(inner.moment, reading.direction or 0, str(reading.unit))
    return inner._replace(value=moved.value, moment=moved, basis="relative")


_KINDS: dict[str, Callable[[Reading, Context], Resolved | None]] = {
    "date": resolve_date,
    "numeric": resolve_numeric,
    "foreign": resolve_foreign,
    "pointer": resolve_pointer,
    "shift": resolve_shift,
    "told_quarter": resolve_told_quarter,
    "month_day": resolve_month_day,
    "story": resolve_story,
    "within": _within,
    "span_of": _span_of,
    "offset": _offset,
    "duration": _duration,
    "set": _set,
    "vague": _vague,
}
