"""TimelineJS, vis-timeline, iCalendar and Mermaid's timeline: right days, honest precision, nothing that acts."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings

from tests.records import DATES, every_date, exchange, hostile
from tests.strategies import timelines
from timeline.exports.calendars import to_ics, to_mermaid, to_timelinejs, to_vis
from timeline.exports.outcome import printable
from timeline.models import Timeline

EVERY = pytest.mark.parametrize("make", [exchange, every_date, hostile, Timeline], ids=lambda f: f.__name__)
Make = Callable[[], Timeline]
#: Cases that no axis of days can show: no date, no year, only bounds, and a year beyond JavaScript's calendar.
PLACELESS = {"undated", "yearless", "bounded", "remote"}


class Elements(HTMLParser):
    """The start tags and the text of a piece of HTML."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.text += data


# --- TimelineJS


def slides(timeline: Timeline) -> dict[str, dict[str, Any]]:
    return {slide["unique_id"]: slide for slide in json.loads(to_timelinejs(timeline).data)["events"]}


def check_slide(slide: dict[str, Any]) -> None:
    """The field rules of TimelineJS 3: whole numbers for dates, a year always, HTML in headline and text."""
    for name in ("start_date", "end_date"):
        day = slide.get(name)
        if day is None:
            assert name == "end_date"
            continue
        assert all(type(day[part]) is int for part in ("year", "month", "day"))
        assert 1 <= day["month"] <= 12
        assert 1 <= day["day"] <= 31
    start, end = slide["start_date"], slide.get("end_date", slide["start_date"])
    assert [start[k] for k in ("year", "month", "day")] <= [end[k] for k in ("year", "month", "day")]
    assert slide["text"]["headline"]
    assert slide["display_date"]
    assert not Elements(slide["text"]["headline"]).tags
    assert not Elements(slide["display_date"]).tags
    for tag, attributes in Elements(slide["text"]["text"]).tags:
        assert tag in ("p", "a")
        assert all(name == "href" and str(value).startswith(("https://", "http://")) for name, value in attributes)


@EVERY
def test_timelinejs_holds_its_field_rules(make: Make) -> None:
    found = slides(make())
    for slide in found.values():
        check_slide(slide)
    assert len(found) + to_timelinejs(make()).left_out == len(make())


@settings(max_examples=30)
@given(timelines())
def test_any_timeline_holds_the_field_rules_of_timelinejs(timeline: Timeline) -> None:
    for slide in slides(timeline).values():
        check_slide(slide)


def test_timelinejs_shows_a_date_as_wide_as_it_is_known() -> None:
    found = slides(every_date())
    assert set(DATES) - {name.removeprefix("e-") for name in found} == PLACELESS
    day, month, bce = found["e-day"], found["e-month"], found["e-bce"]
    assert day["start_date"] == {"year": 2021, "month": 4, "day": 15}
    assert "end_date" not in day
    assert (month["start_date"]["day"], month["end_date"]["day"], month["display_date"]) == (1, 30, "April 2021")
    assert (bce["start_date"]["year"], bce["display_date"]) == (-43, "15 March 44 BC")
    assert found["e-after"]["start_date"] == {"year": 2021, "month": 4, "day": 30}


def test_timelinejs_says_how_many_have_no_place() -> None:
    result = to_timelinejs(every_date())
    assert (result.left_out, result.why) == (4, "no date with a year")


# --- vis-timeline


@EVERY
def test_vis_items_have_ids_groups_and_days_that_javascript_reads(make: Make) -> None:
    data = json.loads(to_vis(make()).data)
    groups = {group["id"] for group in data["groups"]}
    for item in data["items"]:
        assert item["group"] in groups
        for name in ("start", "end"):
            if name in item:
                assert re.fullmatch(r"(\d{4}|[+-]\d{6})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", item[name])
        assert ("end" in item) is (item["type"] == "range")
        assert not Elements(item["content"]).tags
        assert not Elements(item["title"]).tags
    assert len({item["id"] for item in data["items"]}) == len(data["items"])
    assert len(data["items"]) + to_vis(make()).left_out == len(make())


def test_vis_ranges_end_after_their_last_day() -> None:
    items = {item["id"]: item for item in json.loads(to_vis(every_date()).data)["items"]}
    assert (items["e-month"]["start"], items["e-month"]["end"]) == ("2021-04-01", "2021-05-01")
    assert (items["e-day"]["start"], items["e-day"]["type"]) == ("2021-04-15", "point")
    assert items["e-bce"]["start"] == "-000043-03-15"
    assert items["e-far"]["end"] == "+012001-01-01"


def test_hostile_words_are_shown_and_do_not_act() -> None:
    timeline = hostile()
    for item in json.loads(to_vis(timeline).data)["items"]:
        assert printable(timeline.event(item["id"]).quote).strip() in html.unescape(item["title"])


# --- iCalendar


def entries(timeline: Timeline) -> dict[str, Any]:
    icalendar = pytest.importorskip("icalendar", reason="the extra 'ical' is not installed")
    calendar = icalendar.Calendar.from_ical(to_ics(timeline).data)
    assert not calendar.errors
    return {str(entry["uid"]).removesuffix("@timeline"): entry for entry in calendar.walk("VEVENT")}


@EVERY
def test_icalendar_reads_every_entry(make: Make) -> None:
    timeline, found = make(), entries(make())
    for entry in found.values():
        assert not entry.errors
        assert type(entry.decoded("dtstart")) is date
        assert entry.decoded("dtstart") < entry.decoded("dtend")
        assert entry.decoded("dtstamp").utcoffset() is not None
    assert len(found) + to_ics(timeline).left_out == len(timeline)
    data = to_ics(timeline).data
    assert isinstance(data, bytes)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


@settings(max_examples=30)
@given(timelines())
def test_any_timeline_is_an_icalendar(timeline: Timeline) -> None:
    for id, entry in entries(timeline).items():
        words = " ".join(printable(timeline.event(id).quote).split())
        assert words in str(entry["description"])


def test_all_day_and_month_long_entries() -> None:
    found = entries(every_date())
    assert found.keys() == {f"e-{name}" for name in DATES.keys() - PLACELESS - {"bce", "far"}}
    days = {id: (entry.decoded("dtstart"), entry.decoded("dtend")) for id, entry in found.items()}
    assert days["e-day"] == (date(2021, 4, 15), date(2021, 4, 16))
    assert days["e-month"] == (date(2021, 4, 1), date(2021, 5, 1))
    assert days["e-interval"] == (date(2021, 4, 26), date(2021, 5, 3))
    assert days["e-year"] == (date(2021, 1, 1), date(2022, 1, 1))
    assert days["e-before"] == (date(2021, 4, 30), date(2021, 5, 1))


def test_a_planned_act_is_tentative_and_nothing_reads_the_clock() -> None:
    found = entries(exchange())
    assert (str(found["e3"]["status"]), str(found["e1"]["status"])) == ("TENTATIVE", "CONFIRMED")
    assert found["e1"].decoded("dtstamp").date() == date(2021, 5, 6)
    result = to_ics(exchange())
    assert (result.left_out, result.why) == (2, "no date with a year between 1 and 9998")


# --- Mermaid's timeline diagram

_PERIOD = re.compile(r"    [\w .,'()/→–-]+( : [\w .,'()/→–-]+)+")


@EVERY
def test_mermaid_lines_hold_to_the_grammar(make: Make) -> None:
    lines = str(to_mermaid(make()).data).splitlines()
    assert lines[:2] == ["timeline", "    title Timeline"]
    assert all(_PERIOD.fullmatch(line) for line in lines[2:])
    assert sum(line.count(" : ") for line in lines[2:]) == len(make())


def test_mermaid_puts_one_date_on_one_line() -> None:
    assert "    15 April 2021 : ARL → BOR expel (SANCTION)" in str(to_mermaid(exchange()).data).splitlines()
