"""Calendar dates: as they stand, or in the year that the context gives."""

from __future__ import annotations

from timeline.bounds import weekday_of
from timeline.models import DateBasis
from timeline.temporal.anchoring import Context
from timeline.temporal.calendar import Moment, day_moment, easter, moment_of, nth_weekday
from timeline.temporal.readings import Reading
from timeline.temporal.resolved import Base, Resolved, known

__all__ = ["LEAP_YEAR", "in_year", "resolve_date", "resolve_foreign", "resolve_numeric", "yearless"]

_WINTER = 24
#: How much farther a date counts ahead of a verb of the past, and behind one of the future.
_AHEAD, _BEHIND = 8.0, 3.5
#: A leap year, to look at dates whose year is not known.
LEAP_YEAR = 2000


def resolve_date(reading: Reading, context: Context) -> Resolved | None:
    """The date that the words state; None when the calendar has no such day."""
    if reading.century is not None:
        return known(Moment("century", reading.century), None)
    if reading.decade is not None:
        return known(Moment("decade", reading.decade), None)
    if reading.year is not None:
        moment = in_year(reading, reading.year)
        if moment is None:
            return None
        return known(moment, None)._replace(year_basis="context" if reading.lent else "stated")
    if reading.weekday:
        return _weekday(reading, context)
    return _yearless(reading, context)


def in_year(reading: Reading, year: int) -> Moment | None:
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
    """The day of a holiday's rule (see the table ``time_holidays``); Easter only in our era."""
    if rule.startswith("easter"):
        return moment_of("day", easter(year) + int(rule[6:])) if year > 0 else None
    month, _, rest = rule.partition("-")
    if rest.startswith("w"):
        nth, _, weekday = rest[1:].rpartition("-")
        return nth_weekday(year, int(month), int(nth), int(weekday))
    return day_moment(year, int(month), int(rest))


def _weekday(reading: Reading, context: Context) -> Resolved:
    """News, and what a history tells before its first date: the last such day, or the next one if the clause looks
    ahead.  A story goes forward."""
    weekday = reading.weekday or 1
    base = _yearless_base(context)
    if base is None or base.moment.grain != "day":
        return Resolved("DATE", f"XXXX-WXX-{weekday}")
    today = base.moment.days[0]
    behind = (weekday_of(today) - (weekday - 1)) % 7
    forward = context.direction > 0 or (context.style == "narrative" and context.story is not None)
    return known(moment_of("day", today + (-behind) % 7 if forward else today - behind), base)


def _yearless_base(context: Context) -> Base | None:
    """What a date without a year is reckoned from: the entry or document in news, the story else."""
    if context.style == "narrative" and context.story is not None:
        return Base(context.story, context.story_words)
    if context.entry is not None:
        return Base(context.entry, context.entry_words)
    return Base(context.reference, "published") if context.reference is not None else None


def _yearless(reading: Reading, context: Context) -> Resolved | None:
    """The nearest such date that fits the direction; in a story the one of its year."""
    base = _yearless_base(context)
    if base is None:
        return _no_year(reading)
    if context.style == "narrative":
        return _in_story(reading, base)
    year = base.moment.year
    if context.entry is not None and context.entry.grain == "year":
        moment = in_year(reading, year)
        return known(moment, base)._replace(basis="stated") if moment else None
    told = context.paragraph_year if reading.month or reading.season or reading.holiday else None
    month = context.sentence_month
    if told is None and month is not None and month.part < (reading.month or 0):
        told = month.year
    if told is not None and told < year and context.direction <= 0 and (moment := in_year(reading, told)) is not None:
        return known(moment, Base(moment, context.story_words))._replace(basis="stated")
    # What an entry tells of a later day was not over on its own: "July 7: …  On August 15 it said so".
    direction = 0 if context.entry is not None and context.direction < 0 else context.direction
    choices = [m for y in (year - 1, year, year + 1) if (m := in_year(reading, y)) is not None]
    if not choices:
        return None
    nearest = _nearest(choices, base.moment.days[0], direction)
    return known(nearest, base)._replace(basis="stated")


def _in_story(reading: Reading, base: Base) -> Resolved | None:
    """A date in the story's year; after December, January is the next one's."""
    story = base.moment
    moment = in_year(reading, story.year + (reading.month == 1 and story.month == 12))
    if moment is None:
        return None
    found = known(moment, base)._replace(basis="stated")
    # Histories name a winter by its latter year; for EDTF it is the one that begins in that December.
    late = reading.season == _WINTER and story.month >= 6
    return found._replace(value=moment._replace(year=moment.year + 1).value) if late else found


def _nearest(choices: list[Moment], today: int, direction: int) -> Moment:
    """The nearest moment, those on the side that the verb speaks against counted as farther."""

    def distance(moment: Moment) -> float:
        first, last = moment.days
        if first > today:
            return (first - today) * (_AHEAD if direction < 0 else 1.0)
        return max(0, today - last) * (_BEHIND if direction > 0 else 1.0)

    return min(choices, key=distance)


def _no_year(reading: Reading) -> Resolved | None:
    """A date whose year nothing tells."""
    moment = in_year(reading, LEAP_YEAR)
    return yearless(moment, "stated", None) if moment else None


def yearless(moment: Moment, basis: DateBasis, anchor: str | None) -> Resolved:
    """A moment of ``LEAP_YEAR`` as one whose year is not known."""
    year = str(LEAP_YEAR)
    edtf = moment.edtf.replace(year, "XXXX") if moment.grain in ("day", "month", "season") else None
    return Resolved("DATE", moment.value.replace(year, "XXXX"), None, basis, "none", edtf, anchor)


def resolve_numeric(reading: Reading, context: Context) -> Resolved | None:
    """15/4/2021 in the order that the caller states, the other order where only that makes a day.

    With dots the day stands first (15.4.2021), and a four-digit year may lead (2021/04/15).
    """
    text = str(reading.value)
    parts = [int(p) for p in text.replace("/", ".").replace("-", ".").split(".")]
    if parts[0] > 31:
        orders = [(parts[0], parts[1], parts[2])]
    else:
        year = parts[2] + (0 if parts[2] > 99 else 1900 if parts[2] > 50 else 2000)
        orders = [(year, parts[0], parts[1]), (year, parts[1], parts[0])]
        if context.date_order == "DMY" or "." in text:
            orders.reverse()
    found = next((m for order in orders if (m := day_moment(*order)) is not None), None)
    return known(found, None) if found else None


def resolve_foreign(reading: Reading, context: Context) -> Resolved | None:
    """A date with a month's name in another language, read by dateparser."""
    from timeline.temporal.other_languages import read_date

    moment = read_date(str(reading.value), str(reading.zone))
    return known(moment, None) if moment else None
