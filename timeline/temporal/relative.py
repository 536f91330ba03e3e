"""Times reckoned from another time: last week, three days ago, the year-ago quarter, the day before Christmas."""

from __future__ import annotations

from timeline.bounds import civil, day_number, is_valid_day, month_day_of, weekday_of
from timeline.temporal.anchoring import Context
from timeline.temporal.calendar import DAYS, GRAINS, HOURS_OF_DAY, Moment, moment_of, shift
from timeline.temporal.dates import LEAP_YEAR, in_year, resolve_date, yearless
from timeline.temporal.readings import Reading
from timeline.temporal.resolved import Base, Resolved, base_of, known, unknown

__all__ = ["resolve_month_day", "resolve_pointer", "resolve_shift", "resolve_story", "resolve_told_quarter"]

#: Units that a year alone is fine enough to count from.
_COARSE = ("Y", "DE", "HC", "CE", "ML")
_FINE = ("day", "week", "weekend")
#: A day that every month has.
_SAFE = 28


def resolve_pointer(reading: Reading, context: Context) -> Resolved | None:
    """Last, this, next, that or the following unit, weekday, month, season."""
    base = base_of(reading, context)
    if reading.unit is None:
        return _pointed_name(reading, context, base)
    if context.yearless is not None and reading.anchor == "story":
        return _without_year(context.yearless, reading.direction or 0, reading.unit)
    if base is None or reading.value == "any" or _is_blind(reading, reading.unit, context, base):
        return unknown(reading.unit)
    if reading.unit in ("D", "N", "W", "WE"):
        base = _day_base(base, context) if reading.direction else base
        if base.moment.grain not in _FINE:
            return _blurred(base)
    if reading.direction:
        return known(shift(base.moment, reading.direction, reading.unit), base)
    return known(moment_of(GRAINS[reading.unit], base.moment.days[0]), base)


def _is_blind(reading: Reading, unit: str, context: Context, base: Base) -> bool:
    """Whether "last month" counts from a day of speech that nobody knows: a year told somewhere is no such day."""
    speech = reading.anchor in ("speech", "whole") and context.reference is None
    return speech and bool(reading.direction) and base.moment.grain == "year" and unit not in _COARSE


def _day_base(base: Base, context: Context) -> Base:
    """What days are counted from: where only a month or year is told, the day from which the news looks back."""
    if base.moment.grain in _FINE or context.day_left is None:
        return base
    return Base(*context.day_left)


def _blurred(base: Base) -> Resolved:
    """A day of which only the month or year is known."""
    if base.moment.grain == "month":
        return known(base.moment, base)._replace(value=base.moment.value + "-XX")
    year = Moment("year", base.moment.year)
    return known(year, base)._replace(value=year.value + "-XX-XX")


def _pointed_name(reading: Reading, context: Context, base: Base | None) -> Resolved | None:
    """Last Friday, next March, this summer."""
    if base is None:
        return resolve_date(reading, context)
    direction, today = reading.direction or 0, base.moment.days[0]
    if reading.value == "told":
        return _told_weekday(reading, context)
    if reading.weekday:
        return known(moment_of("day", _pointed_weekday(today, reading.weekday, direction)), base)
    year = base.moment.year
    choices = [m for y in range(year - 2, year + 3) if (m := in_year(reading, y)) is not None]
    if direction < 0:
        fit = [m for m in choices if m.days[1] < today][-1:]
    elif direction > 0:
        fit = [m for m in choices if m.days[0] > today][:1]
    else:
        fit = [m for m in choices if m.year == year]
    return known(fit[0], base) if fit else None


def _told_weekday(reading: Reading, context: Context) -> Resolved | None:
    """The Tuesday, the Tuesday before: reckoned from a day that is told, and not after the document's.

    With no such day, or were it still to come, it is a weekday like any other.
    """
    story, reference = context.story, context.reference
    if story is not None and story.grain == "day":
        day = _pointed_weekday(story.days[0], int(reading.weekday or 0), reading.direction or 0)
        if reference is None or story.days[0] > reference.days[0] or day <= reference.days[0]:
            return known(moment_of("day", day), Base(story, context.story_words))
    return resolve_date(Reading("date", weekday=reading.weekday), context)


def _pointed_weekday(today: int, weekday: int, direction: int) -> int:
    """Day number of the weekday before, after or in the week of a day."""
    behind = (weekday_of(today) - (weekday - 1)) % 7
    if direction < 0:
        return today - (behind or 7)
    if direction > 0:
        return today + ((-behind) % 7 or 7)
    return today + weekday - 1 - weekday_of(today)


def resolve_shift(reading: Reading, context: Context) -> Resolved | None:
    """So many units before or after speech or the story."""
    unit, direction, count = str(reading.unit), reading.direction or 0, reading.count
    if count is None:
        return Resolved("DATE", "PAST_REF" if direction < 0 else "FUTURE_REF")
    if context.style == "narrative" and reading.anchor == "speech" and unit == "D" and not count:
        # "today" in a history is the writer's or a quoted speaker's own time.
        return unknown("D") if reading.part else Resolved("DATE", "PRESENT_REF")
    unit, count = _whole(unit, count)
    if context.yearless is not None and reading.anchor == "story":
        return _without_year(context.yearless, direction * int(count), unit)
    base = base_of(reading, context)
    if base is None or _is_blind(reading, unit, context, base):
        return unknown(unit)
    if reading.inner is not None:
        return _from_the_day(reading.inner, int(count), unit, context, base)
    if unit.startswith("T"):
        return known(base.moment, base)
    if unit == "Y" and count == 1 and direction < 0 and (period := _compared(context)) is not None:
        return known(period._replace(year=period.year - 1), base)
    if unit in ("D", "N"):
        base = _day_base(base, context)
        if base.moment.grain not in _FINE:
            return _blurred(base)
    steps = direction * max(1, int(count)) if count else 0
    moved = known(shift(base.moment, steps, unit), base)
    if unit in _WEEKS and base.moment.grain == "day" and base.anchor != "published":
        # "A week later", told of a day, is that day of the week for what happened then.
        return moved._replace(moment=shift(base.moment, steps * _WEEKS[unit], "D"))
    return moved


def _from_the_day(inner: Reading, count: int, unit: str, context: Context, base: Base) -> Resolved:
    """``A year ago today``, ``a year ago this month``: the same of another year or month, if it has one."""
    there = resolve_shift(inner, context)
    start = there.moment if there is not None else None
    if start is not None and start.grain in ("month", "week"):
        return known(_years_before(start, count), base)
    if start is None or start.grain != "day":
        return unknown(unit)
    if unit in DAYS or unit in _WEEKS:
        moved = shift(start, -count * _WEEKS.get(unit, 1), "D")
    else:
        past = shift(start, -count, unit)
        month = past.month if past.grain == "month" else start.month
        if past.grain not in ("year", "month") or not is_valid_day(past.year, month, start.day):
            return unknown(unit)
        moved = Moment("day", past.year, month, start.day)
    return known(moved, base)


def _years_before(moment: Moment, count: int) -> Moment:
    """The month, or the week with the same Thursday's date, so many years before."""
    year, month, day = civil(moment.days[0] + 3)
    return moment_of(moment.grain, day_number(year - count, month, min(day, _SAFE)))


def _compared(context: Context) -> Moment | None:
    """The month or quarter with which figures of "a year ago" are compared."""
    story = context.story
    return story if context.figures and story is not None and story.grain == "month" else context.quarter


def _without_year(told: tuple[str, str], count: int, unit: str) -> Resolved:
    """So many days or months from a day or month of an unknown year.

    Nothing is claimed where it would lie in another year, or where it hangs on whether there is a February 29.
    """
    month, day = month_day_of(told[0]) or (0, 0)
    starts = [Moment("day", y, month, day) if day else Moment("month", y, month) for y in (LEAP_YEAR, LEAP_YEAR + 1)]
    grain = GRAINS.get(unit)
    countable = month and (grain == "month" or (grain == "day" and day and unit in DAYS))
    if not countable or (month, day) == (2, 29):
        return unknown(unit)
    moved = [shift(start, count, unit) for start in starts]
    same_year = all(m.year == start.year for m, start in zip(moved, starts, strict=True))
    if not same_year or moved[0]._replace(year=moved[1].year) != moved[1]:
        return unknown(unit)
    return yearless(moved[0], "relative", told[1])


#: Days in units of which a story counts days.
_WEEKS = {"W": 7, "F": 14}
#: What half a unit is counted in: a year and a half is 18 months.
_PARTS = {"Y": ("M", 12), "DE": ("Y", 10), "CE": ("Y", 100), "W": ("D", 7)}


def _whole(unit: str, count: float) -> tuple[str, float]:
    """A count with a fraction in a smaller unit, and hours that make days in days."""
    if unit == "TH" and count and not count % HOURS_OF_DAY:
        return "D", count // HOURS_OF_DAY
    if float(count).is_integer() or unit not in _PARTS:
        return unit, count
    smaller, times = _PARTS[unit]
    return smaller, count * times


def resolve_told_quarter(reading: Reading, context: Context) -> Resolved | None:
    """The latest quarter, the quarter, the year-ago quarter: the one told, else the one before the document's."""
    reference = context.reference
    if context.quarter is not None:
        quarter, base = context.quarter, Base(context.quarter, context.story_words)
    elif reference is not None:
        quarter, base = shift(reference, -1, "Q"), Base(reference, "published")
    else:
        return unknown("Q")
    year = reading.year or quarter.year + (reading.direction or 0)
    return known(Moment("quarter", year, reading.quarter or quarter.part), base)


def resolve_month_day(reading: Reading, context: Context) -> Resolved | None:
    """The 15th: of the month that is being told."""
    if context.yearless is not None and (told := month_day_of(context.yearless[0])):
        moment = in_year(reading.but(month=told[0]), LEAP_YEAR)
        return yearless(moment, "relative", context.yearless[1]) if moment else None
    base = base_of(reading.but(anchor="story"), context)
    if base is None or not base.moment.month:
        return None
    moment = in_year(reading.but(month=base.moment.month), base.moment.year)
    return known(moment, base) if moment else None


def resolve_story(reading: Reading, context: Context) -> Resolved | None:
    """This period, the same time: the time that is being told; only histories use it so."""
    if context.style != "narrative":
        return None
    return (
        known(context.story, Base(context.story, context.story_words))
        if context.story
        else Resolved("DATE", "PAST_REF")
    )
