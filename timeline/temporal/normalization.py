"""From readings to times: TIMEX3 values, calendar moments and their EDTF dates."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from timeline.bounds import weekday_of
from timeline.temporal.anchoring import Context
from timeline.temporal.calendar import Moment, day_moment, easter, moment_of, nth_weekday, shift
from timeline.temporal.readings import Reading

__all__ = ["Resolved", "resolve"]

_UNIT_GRAIN = {"D": "day", "N": "day", "W": "week", "WE": "weekend", "F": "week", "M": "month", "Q": "quarter",
               "H": "half", "Y": "year", "DE": "decade", "HC": "decade", "CE": "century", "ML": "millennium"}  # fmt: skip
_WINTER = 24
_X = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}


class Resolved(NamedTuple):
    """What an expression says: TIMEX3 type and value, and the moment if one is known."""

    timex_type: str
    value: str
    moment: Moment | None = None
    basis: str = "none"
    year_basis: str = "none"
    month_day: str | None = None


def resolve(reading: Reading, context: Context) -> Resolved | None:
    """The time of a reading in a context; None when it is no time (March 32)."""
    resolved = _KINDS[reading.kind](reading, context)
    if resolved is None:
        return None
    if reading.clock or reading.part:
        resolved = resolved._replace(timex_type="TIME", value=f"{resolved.value}T{reading.clock or reading.part}")
    return resolved


def _known(moment: Moment, basis: str = "relative", year_basis: str = "published") -> Resolved:
    return Resolved("DATE", moment.value, moment, basis, year_basis)


def _date(reading: Reading, context: Context) -> Resolved | None:
    """A calendar date: with its year as it stands, without it in the year the context gives."""
    if reading.century is not None:
        return _known(Moment("century", reading.century), "stated", "stated")
    if reading.decade is not None:
        return _known(Moment("decade", reading.decade), "stated", "stated")
    if reading.year is not None:
        moment = _in_year(reading, reading.year)
        return _known(moment, "stated", "context" if reading.lent else "stated") if moment else None
    if reading.weekday:
        return _weekday(reading, context)
    return _yearless(reading, context)


def _in_year(reading: Reading, year: int) -> Moment | None:
    """The date's other parts in a year; None when that year has no such day."""
    if reading.month and reading.day:
        return day_moment(year, reading.month, reading.day)
    if reading.month:
        return Moment("month", year, reading.month)
    if reading.quarter:
        return Moment("quarter", year, reading.quarter)
    if reading.half:
        return Moment("half", year, reading.half)
    if reading.season:
        return Moment("season", year, reading.season)
    if reading.holiday:
        return _holiday(reading.holiday, year)
    return Moment("year", year)


def _holiday(rule: str, year: int) -> Moment | None:
    if rule.startswith("easter"):
        return moment_of("day", easter(year) + int(rule[6:])) if year > 0 else None
    month, _, rest = rule.partition("-")
    if rest.startswith("w"):
        nth, _, weekday = rest[1:].rpartition("-")
        return nth_weekday(year, int(month), int(nth), int(weekday))
    return day_moment(year, int(month), int(rest))


def _weekday(reading: Reading, context: Context) -> Resolved:
    """The nearest such day: the last one (the document's own day included), or the next one."""
    base = context.speech() if context.style == "news" else context.told()
    if base is None or base.grain != "day":
        return Resolved("DATE", f"XXXX-WXX-{reading.weekday}")
    today = base.days[0]
    behind = (weekday_of(today) - (int(reading.weekday or 1) - 1)) % 7
    ahead = (-behind) % 7
    number = today + ahead if context.direction > 0 else today - behind
    return _known(moment_of("day", number))


def _yearless(reading: Reading, context: Context) -> Resolved | None:
    """A date without a year: the nearest of those that fit the direction, or the story's year."""
    base = context.told() if context.style == "narrative" else context.speech()
    if base is None:
        return _no_year(reading)
    if context.style == "narrative":
        moment = _in_year(reading, story_year(base, reading.month))
        if moment is None:
            return None
        known = _known(moment, "stated", "context")
        # Histories name a winter by its latter year; for EDTF it is the one that begins in that December.
        late = reading.season == _WINTER and base.month >= 6
        return known._replace(value=moment._replace(year=moment.year + 1).value) if late else known
    choices = [m for m in (_in_year(reading, y) for y in range(base.year - 1, base.year + 2)) if m is not None]
    if not choices:
        return None
    return _known(_nearest(choices, base.days[0], context.direction), "stated", "published")


def story_year(story: Moment, month: int | None) -> int:
    """The year of a month in a story: the story's own; after December, January is the next one's."""
    told = story.month
    return story.year + (month == 1 and told == 12)


#: How much nearer a date must be on the side that the verb speaks against.
_AGAINST = 2.5


def _nearest(choices: list[Moment], today: int, direction: int) -> Moment:
    """The nearest moment, those on the side that the verb speaks against counted as farther."""

    def distance(moment: Moment) -> float:
        first, last = moment.days
        if first > today:
            return (first - today) * (_AGAINST if direction < 0 else 1.0)
        return max(0, today - last) * (_AGAINST if direction > 0 else 1.0)

    return min(choices, key=distance)


def _no_year(reading: Reading) -> Resolved | None:
    """A date whose year nothing tells: 2000 stands in, being a leap year."""
    moment = _in_year(reading, 2000)
    if moment is None:
        return None
    tail = moment.value[4:]
    edtf = moment.edtf.replace("2000", "XXXX") if moment.grain in ("day", "month", "season") else None
    return Resolved("DATE", "XXXX" + tail, None, "stated", "none", edtf)


def _pointer(reading: Reading, context: Context) -> Resolved | None:
    """Last, this, next, that or the following unit, weekday, month, season."""
    base = _base(reading, context)
    direction = reading.direction or 0
    if reading.unit is None:
        return _pointed_name(reading, context, base)
    unit = reading.unit
    if base is None:
        return Resolved("DATE", _X.get(unit, "XXXX"))
    if unit in ("D", "N", "W", "WE") and base.grain not in ("day", "week", "weekend"):
        return _blurred(base)
    if direction:
        return _known(shift(base, direction, unit))
    return _known(moment_of(_UNIT_GRAIN[unit], base.days[0]))


def _base(reading: Reading, context: Context) -> Moment | None:
    """The time from which a pointer or a shift is reckoned."""
    if reading.anchor == "whole" and context.style == "news":
        return context.reference
    if reading.anchor in ("story", "time", "whole") or context.style == "narrative":
        return context.told()
    return context.reference


def _blurred(base: Moment) -> Resolved:
    """A day of which only the month or year is known."""
    if base.grain == "month":
        return Resolved("DATE", base.value + "-XX", base, "relative", "context")
    year = Moment("year", base.year)
    return Resolved("DATE", year.value + "-XX-XX", year, "relative", "context")


def _pointed_name(reading: Reading, context: Context, base: Moment | None) -> Resolved | None:
    """Last Friday, next March, this summer."""
    direction = reading.direction or 0
    if base is None:
        return _date(reading, context)
    today = base.days[0]
    if reading.weekday:
        behind = (weekday_of(today) - (reading.weekday - 1)) % 7
        ahead = (-behind) % 7
        number = (
            today - (behind or 7)
            if direction < 0
            else today + (ahead or 7)
            if direction > 0
            else today + reading.weekday - 1 - weekday_of(today)
        )
        return _known(moment_of("day", number))
    choices = [m for m in (_in_year(reading, y) for y in range(base.year - 2, base.year + 3)) if m]
    if direction < 0:
        fit = [m for m in choices if m.days[1] < today][-1:]
    elif direction > 0:
        fit = [m for m in choices if m.days[0] > today][:1]
    else:
        fit = [m for m in choices if m.year == base.year]
    return _known(fit[0]) if fit else None


def _shift(reading: Reading, context: Context) -> Resolved | None:
    """So many units before or after speech or the story."""
    unit, direction = str(reading.unit), reading.direction or 0
    if reading.count is None:
        return Resolved("DATE", "PAST_REF" if direction < 0 else "FUTURE_REF")
    if context.style == "narrative" and reading.anchor == "speech" and unit == "D" and not reading.count:
        return Resolved("DATE", _X["D"] if reading.part else "PRESENT_REF")
    base = _base(reading, context)
    if base is None:
        return Resolved("DATE", _X.get(unit, "XXXX"))
    if unit.startswith("T"):
        return _known(base)
    if unit == "Y" and reading.count == 1 and direction < 0 and context.quarter is not None:
        return _known(shift(context.quarter, -1, "Y")._replace(grain="quarter", part=context.quarter.part))
    if unit in ("D", "N") and base.grain not in ("day", "week", "weekend"):
        return _blurred(base)
    return _known(shift(base, direction * max(1, int(reading.count)) if reading.count else 0, unit))


def _told_quarter(reading: Reading, context: Context) -> Resolved | None:
    """The latest quarter, the quarter, the year-ago quarter: the one told, else the one before the document's."""
    if context.reference is None and context.quarter is None:
        return Resolved("DATE", _X["Q"])
    quarter = context.quarter or shift(context.reference or Moment("year", 1), -1, "Q")
    year = reading.year or quarter.year + (reading.direction or 0)
    return _known(Moment("quarter", year, reading.quarter or quarter.part))


def _story(reading: Reading, context: Context) -> Resolved | None:
    """This period, the same time: the time that is being told; only histories use it so."""
    base = context.story
    if context.style != "narrative":
        return None
    return _known(base) if base else Resolved("DATE", "PAST_REF")


def _span_of(reading: Reading, context: Context) -> Resolved | None:
    """The week that holds a date."""
    inner = resolve(reading.inner, context) if reading.inner else None
    if inner is None or inner.moment is None or inner.moment.grain != "day":
        return inner
    return _known(moment_of(_UNIT_GRAIN[str(reading.unit)], inner.moment.days[0]), inner.basis, inner.year_basis)


def _offset(reading: Reading, context: Context) -> Resolved | None:
    """The day before or after a date."""
    inner = resolve(reading.inner, context) if reading.inner else None
    if inner is None or inner.moment is None:
        return inner
    return _known(shift(inner.moment, reading.direction or 0, str(reading.unit)), "relative", inner.year_basis)


def _within(reading: Reading, context: Context) -> Resolved | None:
    """A month or season of a year that is itself reckoned."""
    outer = resolve(reading.inner, context) if reading.inner else None
    if outer is None or outer.moment is None:
        return _date(reading.but(inner=None), context)
    moment = _in_year(reading, outer.moment.year)
    return _known(moment, outer.basis, outer.year_basis) if moment else None


def _duration(reading: Reading, context: Context) -> Resolved | None:
    if reading.anchor == "narrative" and context.style != "narrative":
        return None
    return Resolved("DURATION", duration_value(reading.count, str(reading.unit)))


def duration_value(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a duration: P3D, PT2H, PXY."""
    if unit == "F":
        unit, count = "W", count and count * 2
    if unit == "HC":
        unit, count = "Y", (count or 1) * 50
    if unit == "N":
        unit = "D"
    time = "T" if unit.startswith("T") else ""
    letter = unit.removeprefix("T")
    if count == 0.5 and letter in "HYD":
        count, letter, time = {"H": (30.0, "M", "T"), "Y": (6.0, "M", ""), "D": (12.0, "H", "T")}[letter]
    number = "X" if count is None else str(int(count)) if float(count).is_integer() else str(count)
    return f"P{time}{number}{letter}"


def _set(reading: Reading, context: Context) -> Resolved:
    return Resolved("SET", reading.value or duration_value(reading.count, str(reading.unit)))


def _vague(reading: Reading, context: Context) -> Resolved | None:
    """A reference without a date; some words are one only in histories."""
    if reading.anchor == "narrative" and context.style != "narrative":
        return None
    return Resolved("DATE", reading.value or "PRESENT_REF")


def _numeric(reading: Reading, context: Context) -> Resolved | None:
    """15/4/2021 in the order the caller states; the other order when only that makes a day."""
    parts = [int(p) for p in str(reading.value).replace("/", ".").replace("-", ".").split(".")]
    if len(str(reading.value).replace("/", ".").split(".")[0]) == 4:
        moments = [day_moment(*parts)]
    else:
        a, b, year = parts
        year += 0 if year > 99 else 1900 if year > 50 else 2000
        orders = [(a, b), (b, a)] if context.date_order == "MDY" else [(b, a), (a, b)]
        moments = [day_moment(year, m, d) for m, d in orders]
    found = next((m for m in moments if m), None)
    return _known(found, "stated", "stated") if found else None


_KINDS: dict[str, Callable[[Reading, Context], Resolved | None]] = {
    "date": _date,
    "pointer": _pointer,
    "shift": _shift,
    "within": _within,
    "duration": _duration,
    "set": _set,
    "vague": _vague,
    "told_quarter": _told_quarter,
    "story": _story,
    "span_of": _span_of,
    "offset": _offset,
    "numeric": _numeric,
}
