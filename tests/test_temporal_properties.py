"""What holds for any text: spans reproduce, dates parse, nothing depends on the day of the run, time is linear."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.bounds import bounds_of, civil, day_number, is_valid_day, iso_day
from timeline.lexicons import Lexicon
from timeline.temporal import tag
from timeline.temporal.calendar import MONTHS, Moment, moment_of, shift

SOME = """the a last next this past two three 1998 2021 May March Tuesday Sunday. Jan. 5 31 32 of , - / ' in on at early
    years months week quarter ago later earlier century first second half noon 10:30 p.m. BC AD every morning “Sept.
    İstanbul ſ 😀 now recently $ 19th 1990s '98 EST until between and to from 4/5/2021 2020-02-30 fall spring
    nineteen ninety hundred Christmas Easter other day the end"""
TABLES = [name for name in Lexicon.default().tables if name.startswith("time_")]
ALL = [row["words"] for name in TABLES for row in Lexicon.default().table(name) if row["words"]]
WORDS = st.sampled_from([*SOME.split(), "\n", "\n\n", "\u00a0", "\r\n"]) | st.sampled_from([*ALL, *map(str.title, ALL)])
TEXTS = st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200)
DAYS = st.dates().map(str) | st.none()


@settings(max_examples=250)
@given(TEXTS, DAYS, st.sampled_from(["auto", "news", "narrative"]))
def test_spans_reproduce_and_dates_parse(text: str, day: str | None, style: str) -> None:
    end = 0
    for hit in tag(text, day, style, vague=True, document_id="d"):
        assert text[hit.span.start : hit.span.end] == hit.span.text
        assert end <= hit.span.start < hit.span.end
        end = hit.span.end
        assert hit.value
        if hit.when.edtf is not None:
            bounds = bounds_of(hit.when.edtf)
            if bounds is not None and bounds.first is not None and bounds.last is not None:
                assert bounds.first <= bounds.last
                assert (hit.when.earliest, hit.when.latest) == (iso_day(bounds.first), iso_day(bounds.last))


@settings(max_examples=60)
@given(TEXTS, DAYS)
def test_same_input_same_output(text: str, day: str | None) -> None:
    assert tag(text, day, vague=True) == tag(text, day, vague=True)


@given(
    st.integers(-800_000, 800_000),
    st.sampled_from(["day", "week", "month", "quarter", "half", "season", "year", "decade", "century"]),
)
def test_a_moment_holds_the_day_it_was_made_of(number: int, grain: str) -> None:
    moment = moment_of(grain, number)
    first, last = moment.days
    assert first <= number <= last
    bounds = bounds_of(moment.edtf)
    assert bounds is not None
    assert tuple(bounds) == (first, last)


@given(st.integers(-200_000, 200_000), st.integers(-500, 500), st.sampled_from(sorted(MONTHS)))
def test_shifting_by_months_and_back(number: int, count: int, unit: str) -> None:
    month = moment_of("month", number)
    if unit == "M":
        assert shift(shift(month, count, unit), -count, unit) == month


@given(st.integers(1, 2900), st.integers(1, 12), st.integers(1, 31))
def test_only_days_of_the_calendar_are_dates(year: int, month: int, day: int) -> None:
    if not 1700 <= year <= 2099:
        return
    found = [t.value for t in tag(f"on {year:04d}-{month:02d}-{day:02d} it was")]
    assert found == ([f"{year:04d}-{month:02d}-{day:02d}"] if is_valid_day(year, month, day) else [])


def test_the_day_of_the_run_plays_no_part() -> None:
    code = (
        "import datetime, sys\n"
        "class D(datetime.datetime):\n"
        "    @classmethod\n"
        "    def now(cls, tz=None): return cls(int(sys.argv[1]), 1, 1, tzinfo=tz)\n"
        "    today = utcnow = now\n"
        "datetime.datetime = D\n"
        "from timeline.temporal import tag\n"
        "print([t.model_dump_json() for t in tag('On May 3 and yesterday, le 15 avril 2021, last week.', None)])"
    )
    runs = {
        subprocess.run([sys.executable, "-c", code, y], capture_output=True, text=True, check=True).stdout
        for y in ("1999", "2031")
    }
    assert len(runs) == 1


def test_importing_costs_neither_dateparser_nor_patterns() -> None:
    code = (
        "import sys, re, timeline.models\n"
        "real, made = re.compile, []\n"
        "re.compile = lambda p, *a, **k: (made.append(p), real(p, *a, **k))[1]\n"
        "import timeline.temporal\n"
        "print('dateparser' in sys.modules, sum(len(str(p)) > 400 for p in made))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "0"]


ADVERSARIAL = {
    "one word": "a" * 100_000,
    "digits": "1" * 100_000,
    "digits apart": "1 " * 50_000,
    "years": "1999 " * 20_000,
    "months": "May " * 25_000,
    "glue": "the of the in a " * 6_250,
    "edges": "the end of " * 9_000 + "May",
    "numbers": "twenty-" * 14_000,
    "points": "." * 100_000,
    "commas": "5, " * 33_000,
    "lines": "\n" * 100_000,
    "blanks": " " * 100_000,
    "slashes": "1/1/" * 25_000,
    "quotes": "'9" * 50_000,
    "past": "the past two " * 7_600,
    "heads": "May 5: x\n" * 11_000,
    "spread": "\n ".join("5" for _ in range(33_000)),
}


@pytest.mark.parametrize("name", sorted(ADVERSARIAL))
def test_hundred_kilobytes_of_anything_take_seconds_at_most(name: str) -> None:
    text = ADVERSARIAL[name]
    before = time.process_time()
    tag(text, "2021-05-06", vague=True)
    assert time.process_time() - before < 8


def test_days_far_away_are_days() -> None:
    (hit,) = tag("It ended 90,000 years ago.", "2021-05-06")
    assert hit.when.edtf == "Y-87979"
    assert Moment("day", -43, 3, 15).value == "BC0044-03-15"
    assert civil(day_number(-43, 3, 15)) == (-43, 3, 15)
