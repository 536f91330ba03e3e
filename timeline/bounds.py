"""Date arithmetic without ``datetime.date``: any year, any granularity, open ends.

Days are counted in the proleptic Gregorian calendar with astronomical years
(year 0 is 1 BC), as EDTF (ISO 8601-2:2019) does.  Day 0 is 1970-01-01.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from timeline.errors import EdtfError

__all__ = [
    "Bounds",
    "bounds_of",
    "civil",
    "day_number",
    "day_part",
    "days_in_month",
    "format_year",
    "is_leap",
    "is_valid_day",
    "iso_day",
    "month_day_of",
    "parse_day",
    "weekday_of",
]

_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
#: EDTF level 1 seasons (21-24) and level 2 quarters (33-36) and halves (40-41) as (first month, months).
#: Seasons are those of the northern hemisphere; winter begins in December of its year.
_SUB_YEARS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    40: (1, 6), 41: (7, 6),
}  # fmt: skip
_TIMESTAMP = re.compile(r"(?P<day>-?\d{4}-\d\d-\d\d)(?=[Tt\sZ+]|$)")


def is_leap(year: int) -> bool:
    """Whether the year has a February 29."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Days of a month, 28 to 31."""
    return 29 if month == 2 and is_leap(year) else _MONTH_DAYS[month - 1]


def is_valid_day(year: int, month: int, day: int) -> bool:
    """Whether such a day exists: not February 29 of a common year, not March 32."""
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


def day_number(year: int, month: int, day: int) -> int:
    """Days from 1970-01-01 (negative before it), for any year.

    >>> day_number(1970, 1, 2), day_number(1969, 12, 31)
    (1, -1)
    """
    shifted = year - (month <= 2)
    era = shifted // 400
    year_of_era = shifted - era * 400
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * 146097 + day_of_era - 719468


def civil(number: int) -> tuple[int, int, int]:
    """The (year, month, day) of a day number; the inverse of :func:`day_number`.

    >>> civil(18732)
    (2021, 4, 15)
    """
    number += 719468
    era = number // 146097
    day_of_era = number - era * 146097
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    month = shifted_month + (3 if shifted_month < 10 else -9)
    day = day_of_year - (153 * shifted_month + 2) // 5 + 1
    return year_of_era + era * 400 + (month <= 2), month, day


def weekday_of(number: int) -> int:
    """Day of the week of a day number: 0 is Monday, 6 Sunday.

    >>> weekday_of(day_number(2021, 5, 6))
    3
    """
    return (number + 3) % 7


def iso_day(number: int) -> str:
    """A day number as an EDTF day.

    >>> iso_day(day_number(2021, 4, 15)), iso_day(day_number(-43, 3, 15))
    ('2021-04-15', '-0043-03-15')
    """
    year, month, day = civil(number)
    return f"{format_year(year)}-{month:02d}-{day:02d}"


def format_year(year: int) -> str:
    """A year as EDTF writes it: four digits, a sign before Christ, ``Y`` beyond four digits."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def day_part(timestamp: object) -> str:
    """The day of an ISO timestamp or date; other text as it is, for :func:`parse_day` to complain about.

    >>> day_part("2021-05-06T10:15:00Z"), day_part("2021-05-061")
    ('2021-05-06', '2021-05-061')
    """
    text = str(timestamp)
    match = _TIMESTAMP.match(text)
    return match["day"] if match else text


def parse_day(text: str) -> int:
    """The day number of a whole ISO day.

    Raises:
        EdtfError: not a ``YYYY-MM-DD`` that the calendar has.
    """
    bounds = bounds_of(text)
    if bounds is None or bounds.first is None or bounds.first != bounds.last:
        raise EdtfError(f"{text!r} is not a whole day: write it as YYYY-MM-DD")
    return bounds.first


class Bounds(NamedTuple):
    """The earliest and latest day that something may lie on; ``None`` is open.

    >>> bounds_of("2021-04").overlaps(bounds_of("2021-04-30/2021-05-02"))
    True
    """

    first: int | None
    last: int | None

    def overlaps(self, other: Bounds) -> bool:
        """Whether the two may share a day."""
        return not (self.surely_before(other) or other.surely_before(self))

    def surely_before(self, other: Bounds) -> bool:
        """Whether every day of this one lies before every day of the other."""
        return self.last is not None and other.first is not None and self.last < other.first

    def contains(self, other: Bounds) -> bool:
        """Whether the other lies wholly inside this one."""
        low = self.first is None or (other.first is not None and other.first >= self.first)
        high = self.last is None or (other.last is not None and other.last <= self.last)
        return low and high

    def lag_to(self, other: Bounds) -> tuple[int | None, int | None]:
        """Least and most days from this one to the other; None where open.

        >>> bounds_of("2021-03").lag_to(bounds_of("2021-04-30"))
        (30, 60)
        """
        least = other.first - self.last if other.first is not None and self.last is not None else None
        most = other.last - self.first if other.last is not None and self.first is not None else None
        return least, most

    @property
    def days(self) -> int | None:
        """How many days it spans, ends included; None when open."""
        return None if self.first is None or self.last is None else self.last - self.first + 1


_YEAR = r"Y-?\d{5,}|-?\d{4}|-?\d{3}X|-?\d{2}XX"
_PART = re.compile(rf"(?P<year>{_YEAR}|XXXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?[~?%]?")


@lru_cache(maxsize=4096)
def bounds_of(edtf: str) -> Bounds | None:
    """First and last day of an EDTF string; None when its year is not known (``XXXX-04-15``).

    Raises:
        EdtfError: not of the subset written here: years (also ``199X``, ``19XX``, ``-0043``,
            ``Y12000``), months, days, seasons 21-24, quarters 33-36, halves 40-41, each with
            ``~ ? %``, and intervals of them, open ones with ``..``.
    """
    if "/" in edtf:
        start, _, end = edtf.partition("/")
        if start in ("", "..") and end in ("", ".."):
            raise EdtfError(f"{edtf!r} has no end: give at least one day, month or year")
        low = Bounds(None, None) if start in ("", "..") else bounds_of(start)
        high = Bounds(None, None) if end in ("", "..") else bounds_of(end)
        return None if low is None or high is None else Bounds(low.first, high.last)
    match = _PART.fullmatch(edtf)
    if match is None:
        raise EdtfError(f"{edtf!r} is not an EDTF date: write 2021, 2021-04, 2021-04-15 or an interval a/b")
    return _part_bounds(edtf, match["year"], match["month"], match["day"])


def _part_bounds(edtf: str, year_text: str, month_text: str | None, day_text: str | None) -> Bounds | None:
    """Bounds of one date that the pattern took apart."""
    if year_text == "XXXX":
        _check_month_day(edtf, month_text, day_text)
        return None
    low, high = _year_range(year_text)
    if month_text in (None, "XX"):
        return Bounds(day_number(low, 1, 1), day_number(high, 12, 31))
    month = int(str(month_text))
    if month in _SUB_YEARS and day_text is None:
        first_month, count = _SUB_YEARS[month]
        end_month = first_month + count - 1
        end_year, end_month = low + (end_month - 1) // 12, (end_month - 1) % 12 + 1
        return Bounds(
            day_number(low, first_month, 1),
            day_number(end_year, end_month, days_in_month(end_year, end_month)),
        )
    if not 1 <= month <= 12:
        raise EdtfError(f"{edtf!r} has no month {month:02d}: months are 01-12, seasons 21-24, quarters 33-36")
    if day_text in (None, "XX"):
        return Bounds(day_number(low, month, 1), day_number(high, month, days_in_month(high, month)))
    day = int(str(day_text))
    if not is_valid_day(low, month, day):
        raise EdtfError(f"{edtf!r} is no day of the calendar")
    number = day_number(low, month, day)
    return Bounds(number, number)


def _check_month_day(edtf: str, month: str | None, day: str | None) -> None:
    """A yearless date must still be one that some year has."""
    if month in (None, "XX"):
        return
    ok = int(str(month)) in _SUB_YEARS or is_valid_day(
        2000, int(str(month)), 1 if day in (None, "XX") else int(str(day))
    )
    if not ok:
        raise EdtfError(f"{edtf!r} is no day of any year")


def _year_range(text: str) -> tuple[int, int]:
    """Least and greatest year of ``2021``, ``199X``, ``19XX``, ``-0043`` or ``Y12000``."""
    if text.startswith("Y"):
        return int(text[1:]), int(text[1:])
    sign, digits = (-1, text[1:]) if text.startswith("-") else (1, text)
    ends = sorted((sign * int(digits.replace("X", "0")), sign * int(digits.replace("X", "9"))))
    return ends[0], ends[1]


@lru_cache(maxsize=4096)
def month_day_of(edtf: str) -> tuple[int, int] | None:
    """Month and day (0 when unknown) of a date, for ordering dates without a year.

    >>> month_day_of("XXXX-04-15"), month_day_of("2021"), month_day_of("XXXX-04")
    ((4, 15), None, (4, 0))
    """
    match = _PART.match(edtf)
    if match is None or match["month"] in (None, "XX"):
        return None
    month = int(match["month"])
    if month > 12:
        month = _SUB_YEARS.get(month, (0, 0))[0]
    day = match["day"]
    return month, 0 if day in (None, "XX") else int(day)
