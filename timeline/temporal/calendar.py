"""Moments of the calendar: a day, month, quarter, decade … with TIMEX3 value, EDTF date and bounds.

Years are astronomical (year 0 is 1 BC), as in ``timeline.bounds``; TIMEX3 writes them ``BC0480``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from timeline.bounds import civil, day_number, days_in_month, format_year, is_valid_day, iso_day, weekday_of

__all__ = [
    "DAYS",
    "GRAINS",
    "HOURS_OF_DAY",
    "MONTHS",
    "Moment",
    "day_moment",
    "easter",
    "moment_of",
    "month_shift",
    "nth_weekday",
    "shift",
]

#: Days of the units that are counted in days, months of those that are counted in months.
DAYS = {"D": 1, "N": 1, "W": 7, "WE": 7, "F": 14}
MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "HC": 600, "CE": 1200, "ML": 12000}
GRAINS = {
    "D": "day", "N": "day", "W": "week", "WE": "weekend", "F": "week", "M": "month", "Q": "quarter",
    "H": "half", "Y": "year", "DE": "decade", "HC": "decade", "CE": "century", "ML": "millennium",
}  # fmt: skip
#: "48 hours later" is two days later.
HOURS_OF_DAY = 24
_SEASON_CODES = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
_SUB_YEAR_MONTHS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3)}


class Moment(NamedTuple):
    """A stretch of the calendar.  ``part`` is the month, quarter, half, ISO week or season (21-24).

    ``year`` is the first year of a decade, century or millennium, before Christ the last.

    >>> Moment("season", 2021, 21).value, Moment("season", 2021, 21).edtf
    ('2021-SP', '2021-21')
    """

    grain: str
    year: int
    part: int = 0
    day: int = 0

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        year = _timex_year(self.year)
        match self.grain:
            case "day":
                return f"{year}-{self.part:02d}-{self.day:02d}"
            case "week":
                return f"{year}-W{self.part:02d}"
            case "weekend":
                return f"{year}-W{self.part:02d}-WE"
            case "month":
                return f"{year}-{self.part:02d}"
            case "quarter":
                return f"{year}-Q{self.part}"
            case "half":
                return f"{year}-H{self.part}"
            case "season":
                return f"{year}-{_SEASON_CODES[self.part]}"
            case "decade":
                return year[:-1]
            case "century":
                return year[:-2]
            case "millennium":
                return year[:-3]
        return year

    @property
    def edtf(self) -> str:
        """The EDTF date; a week, weekend, quarter or half as the interval that it is."""
        year = format_year(self.year)
        match self.grain:
            case "day":
                return f"{year}-{self.part:02d}-{self.day:02d}"
            case "month" | "season":
                return f"{year}-{self.part:02d}"
            case "year":
                return year
            case "quarter" | "half":
                months = 3 if self.grain == "quarter" else 6
                last = self.part * months
                return f"{year}-{last - months + 1:02d}/{year}-{last:02d}"
            case "decade" if 10 <= self.year <= 9999:
                return year[:-1] + "X"
            case "century" if 100 <= self.year <= 9999:
                return year[:-2] + "XX"
            case "decade" | "century" | "millennium":
                low, high = self._years
                return f"{format_year(low)}/{format_year(high)}"
        first, final = self.days
        return f"{iso_day(first)}/{iso_day(final)}"

    @property
    def _years(self) -> tuple[int, int]:
        """First and last year of a decade, century or millennium; before Christ they count down."""
        size = {"decade": 10, "century": 100, "millennium": 1000}[self.grain]
        if self.year <= 0:
            return self.year - size + 1, self.year
        return self.year, self.year - self.year % size + size - 1

    @property
    def days(self) -> tuple[int, int]:
        """First and last day number."""
        match self.grain:
            case "day":
                number = day_number(self.year, self.part, self.day)
                return number, number
            case "week" | "weekend":
                monday = _monday_of_week_one(self.year) + 7 * (self.part - 1)
                return (monday + 5, monday + 6) if self.grain == "weekend" else (monday, monday + 6)
            case "month":
                return _months(self.year, self.part, 1)
            case "quarter":
                return _months(self.year, 3 * self.part - 2, 3)
            case "half":
                return _months(self.year, 6 * self.part - 5, 6)
            case "season":
                return _months(self.year, *_SUB_YEAR_MONTHS[self.part])
            case "decade" | "century" | "millennium":
                low, high = self._years
                return day_number(low, 1, 1), day_number(high, 12, 31)
        return day_number(self.year, 1, 1), day_number(self.year, 12, 31)

    @property
    def month(self) -> int:
        """The month it begins in, 0 for whole years and more."""
        return 0 if self.grain in ("year", "decade", "century", "millennium") else civil(self.days[0])[1]


def _timex_year(year: int) -> str:
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def _months(year: int, month: int, count: int) -> tuple[int, int]:
    """First and last day of so many months."""
    last_year, last_month = month_shift(year, month, count - 1)
    return day_number(year, month, 1), day_number(last_year, last_month, days_in_month(last_year, last_month))


def month_shift(year: int, month: int, count: int) -> tuple[int, int]:
    """The (year, month) so many months on.

    >>> month_shift(2021, 11, 3)
    (2022, 2)
    """
    months = year * 12 + month - 1 + count
    return months // 12, months % 12 + 1


@lru_cache(maxsize=1024)
def _monday_of_week_one(year: int) -> int:
    """ISO 8601: week 1 is the one that holds January 4."""
    fourth = day_number(year, 1, 4)
    return fourth - weekday_of(fourth)


def moment_of(grain: str, number: int) -> Moment:
    """The day, week, month … that holds a day number.

    >>> moment_of("week", 18753).value
    '2021-W18'
    """
    year, month, day = civil(number)
    match grain:
        case "day":
            return Moment("day", year, month, day)
        case "week" | "weekend":
            thursday_year = civil(number - weekday_of(number) + 3)[0]
            return Moment(grain, thursday_year, (number - _monday_of_week_one(thursday_year)) // 7 + 1)
        case "month":
            return Moment("month", year, month)
        case "quarter":
            return Moment("quarter", year, (month + 2) // 3)
        case "half":
            return Moment("half", year, (month + 5) // 6)
        case "season":
            season = 24 if month in (12, 1, 2) else 20 + month // 3
            return Moment("season", year - (month in (1, 2)), season)
        case "decade" | "century" | "millennium":
            return Moment(grain, _block_start(year, {"decade": 10, "century": 100, "millennium": 1000}[grain]))
    return Moment("year", year)


def _block_start(year: int, size: int) -> int:
    """The year that stands for a decade, century or millennium: its first, before Christ its last.

    The 480s BC are those of the label (489 to 480 BC); the 5th century BC is that of the count (500 to 401 BC).
    """
    if year > 0:
        return max(1, year - year % size)
    if size > 10:
        return -(-year // size * size)
    return 1 - ((1 - year) - (1 - year) % size)


def shift(moment: Moment, count: int, unit: str) -> Moment:
    """A moment so many units away, told as precisely as both the unit and the moment allow.

    >>> shift(Moment("day", 2021, 5, 6), -3, "M").value, shift(Moment("year", 1963), 1, "D").value
    ('2021-02', '1964')
    """
    first, final = moment.days
    grain = GRAINS[unit]
    if unit in DAYS:
        if moment.grain not in ("day", "week", "weekend"):
            return moment_of(moment.grain, (final if count > 0 else first) + count * DAYS[unit])
        return moment_of("day" if unit in ("D", "N") else grain, first + count * DAYS[unit])
    year, month, _ = civil(first)
    year, month = month_shift(year, month, count * MONTHS[unit])
    coarse = moment.grain in ("year", "decade", "century", "millennium")
    if coarse and grain in ("month", "quarter", "half"):
        grain = moment.grain
    if coarse and moment.grain != "year" and grain == "year":
        grain = moment.grain
    return moment_of(grain, day_number(year, month, 1))


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> Moment:
    """The nth weekday (1 Monday to 7 Sunday) of a month, the last one for -1."""
    if nth > 0:
        first = day_number(year, month, 1)
        number = first + (weekday - 1 - weekday_of(first)) % 7 + 7 * (nth - 1)
    else:
        last = day_number(year, month, days_in_month(year, month))
        number = last - (weekday_of(last) - (weekday - 1)) % 7
    return moment_of("day", number)


def easter(year: int) -> int:
    """Day number of Western Easter Sunday (the Gregorian computus in Meeus's form).

    >>> civil(easter(2021))
    (2021, 4, 4)
    """
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * late + 114, 31)
    return day_number(year, month, day + 1)


def day_moment(year: int, month: int, day: int) -> Moment | None:
    """The day, or None when the calendar has no such day."""
    return Moment("day", year, month, day) if is_valid_day(year, month, day) else None
