"""Date arithmetic: any year, any granularity, open ends."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.bounds import (
    bounds_of,
    civil,
    day_number,
    is_valid_day,
    iso_day,
    month_day_of,
    parse_day,
    weekday_of,
)
from timeline.errors import EdtfError


@given(st.integers(-5_000_000, 5_000_000))
def test_day_numbers_and_calendar_days_are_one_to_one(number: int) -> None:
    year, month, day = civil(number)
    assert is_valid_day(year, month, day)
    assert day_number(year, month, day) == number
    assert parse_day(iso_day(number)) == number


@given(st.dates())
def test_agrees_with_the_standard_library_in_its_range(day: dt.date) -> None:
    number = day_number(day.year, day.month, day.day)
    assert number == day.toordinal() - dt.date(1970, 1, 1).toordinal()
    assert weekday_of(number) == day.weekday()
    assert iso_day(number) == day.isoformat()


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2021-04", "2021-04-01", "2021-04-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2021-04-15", "2021-04-15", "2021-04-15"),
        ("2021-05~", "2021-05-01", "2021-05-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2021-21", "2021-03-01", "2021-05-31"),
        ("2021-24", "2021-12-01", "2022-02-28"),
        ("2021-34", "2021-04-01", "2021-06-30"),
        ("2021-04-26/2021-05-02", "2021-04-26", "2021-05-02"),
        ("-0043", "-0043-01-01", "-0043-12-31"),
        ("-0043-03-15", "-0043-03-15", "-0043-03-15"),
        ("Y12000", "Y12000-01-01", "Y12000-12-31"),
    ],
)
def test_bounds_of_edtf(edtf: str, first: str, last: str) -> None:
    bounds = bounds_of(edtf)
    assert bounds is not None
    assert bounds.first is not None
    assert bounds.last is not None
    assert (iso_day(bounds.first), iso_day(bounds.last)) == (first, last)


@pytest.mark.parametrize(("edtf", "first", "last"), [("2021-04-15/..", True, False), ("../2021", False, True)])
def test_open_intervals_have_one_end(edtf: str, first: bool, last: bool) -> None:
    bounds = bounds_of(edtf)
    assert bounds is not None
    assert (bounds.first is not None, bounds.last is not None) == (first, last)


@pytest.mark.parametrize("edtf", ["XXXX-04-15", "XXXX-04", "XXXX"])
def test_a_date_without_a_year_has_no_bounds(edtf: str) -> None:
    assert bounds_of(edtf) is None


@pytest.mark.parametrize(
    "edtf", ["", "2021-13", "2021-02-29", "2021-03-32", "XXXX-02-30", "April", "21-04-15", "../..", "2021-4"]
)
def test_what_is_no_date_is_refused_by_name(edtf: str) -> None:
    with pytest.raises(EdtfError, match=repr(edtf).strip("'") or "''"):
        bounds_of(edtf)


def test_a_part_is_no_whole_day() -> None:
    with pytest.raises(EdtfError, match="YYYY-MM-DD"):
        parse_day("2021-04")


@pytest.mark.parametrize(
    ("one", "other", "overlap", "lag"),
    [
        ("2021-03", "2021-04-30", False, (30, 60)),
        ("2021-04-15", "2021-04-15", True, (0, 0)),
        ("2021", "2021-06", True, (-213, 180)),
        ("2021-04-15/..", "2022", True, (None, 625)),
    ],
)
def test_order_and_lag(one: str, other: str, overlap: bool, lag: tuple[int | None, int | None]) -> None:
    a, b = bounds_of(one), bounds_of(other)
    assert a is not None
    assert b is not None
    assert a.overlaps(b) is overlap
    assert b.overlaps(a) is overlap
    assert a.lag_to(b) == lag


def test_month_and_day_order_dates_without_a_year() -> None:
    assert sorted(["XXXX-05", "XXXX-04-15", "XXXX-04"], key=lambda e: month_day_of(e) or ()) == [
        "XXXX-04",
        "XXXX-04-15",
        "XXXX-05",
    ]
