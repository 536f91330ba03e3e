"""Timelines on a time axis: TimelineJS 3, vis-timeline, iCalendar, Mermaid's timeline diagram.

A date is drawn as wide as it is known: "April 2021" from its first to its last day.  What has no
place on the axis (no date, no year, or a year that the format cannot hold) is left out and counted.
"""

from __future__ import annotations

import html
import json
import re
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from timeline.bounds import civil
from timeline.errors import MissingExtraError
from timeline.exports.outcome import Export, headline, printable, source_url, when_in_words
from timeline.models import Event, Timeline

__all__ = ["to_ics", "to_mermaid", "to_timelinejs", "to_vis"]

_QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
#: Years that JavaScript's Date can hold (ECMA-262: 100,000,000 days from 1970), and those of iCalendar.
_JAVASCRIPT_YEARS, _ICALENDAR_YEARS = (-271_820, 275_759), (1, 9998)


class _Placed(NamedTuple):
    """An event with the day numbers of its first and last day."""

    event: Event
    first: int
    last: int


def _placed(timeline: Timeline, years: tuple[int, int]) -> tuple[list[_Placed], int]:
    """The events that have a place on the axis, and how many have none.

    An open end is drawn at the end that is known; bounds that only follow from other events are no date.
    """
    found = []
    for event in timeline.events:
        first, last = event.when.bounds
        low, high = (last if first is None else first), (first if last is None else last)
        if event.when.edtf is None or low is None or high is None:
            continue
        if years[0] <= civil(low)[0] and civil(high)[0] <= years[1]:
            found.append(_Placed(event, low, high))
    return found, len(timeline) - len(found)


def _why(years: tuple[int, int]) -> str:
    return f"no date with a year between {years[0]} and {years[1]}" if years[0] > 0 else "no date with a year"


def _json(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _html(text: str) -> str:
    return html.escape(printable(text))


def to_timelinejs(timeline: Timeline) -> Export:
    """TimelineJS 3 JSON: one slide an event, the precision of its date in ``display_date``."""
    placed, left_out = _placed(timeline, _JAVASCRIPT_YEARS)
    return Export(_json({"events": [_slide(timeline, item) for item in placed]}), left_out, _why(_JAVASCRIPT_YEARS))


def _slide(timeline: Timeline, item: _Placed) -> dict[str, Any]:
    event, url = item.event, source_url(timeline, item.event)
    source = f' <a href="{_html(url)}">source</a>' if url else ""
    slide = {
        "start_date": _ymd(item.first),
        "display_date": _html(when_in_words(event.when)),
        "text": {"headline": _html(headline(event)), "text": f"<p>{_html(event.quote)}{source}</p>"},
        "group": _QUADS[event.quad],
        "unique_id": event.id,
    }
    return slide if item.first == item.last else {**slide, "end_date": _ymd(item.last)}


def _ymd(number: int) -> dict[str, int]:
    year, month, day = civil(number)
    return {"year": year, "month": month, "day": day}


def to_vis(timeline: Timeline) -> Export:
    """vis-timeline JSON: ``items`` and ``groups`` for its two DataSets; ranges end after their last day."""
    placed, left_out = _placed(timeline, _JAVASCRIPT_YEARS)
    items = []
    for event, first, last in placed:
        item = {
            "id": event.id,
            "group": event.quad,
            "content": _html(headline(event)),
            "title": _html(f"{when_in_words(event.when)}: {event.quote}"),
            "start": _javascript_day(first),
            "type": "point" if first == last else "range",
            "className": f"quad-{event.quad} {event.modality}",
        }
        items.append(item if first == last else {**item, "end": _javascript_day(last + 1)})
    groups = [{"id": quad, "content": name} for quad, name in _QUADS.items()]
    return Export(_json({"items": items, "groups": groups}), left_out, _why(_JAVASCRIPT_YEARS))


def _javascript_day(number: int) -> str:
    """A day as JavaScript's Date reads it; years beyond four digits take a sign and six digits."""
    year, month, day = civil(number)
    written = f"{year:04d}" if 0 <= year <= 9999 else f"{'-' if year < 0 else '+'}{abs(year):06d}"
    return f"{written}-{month:02d}-{day:02d}"


def to_ics(timeline: Timeline) -> Export:
    """An iCalendar file (RFC 5545, extra ``ical``) of all-day events; DTEND is the day after the last.

    DTSTAMP is the first document's day of publication (else 1970-01-01), never the clock.

    Raises:
        MissingExtraError: icalendar is not installed.
    """
    try:
        from icalendar import Calendar
        from icalendar import Event as Entry
    except ImportError:
        raise MissingExtraError("icalendar", "ical", "Writing iCalendar") from None
    placed, left_out = _placed(timeline, _ICALENDAR_YEARS)
    calendar = Calendar()
    calendar.add("prodid", "-//timeline//EN")
    calendar.add("version", "2.0")
    stamp = _stamp(timeline)
    for event, first, last in placed:
        entry = Entry()
        entry.add("uid", f"{event.id}@timeline")
        entry.add("dtstamp", stamp)
        entry.add("dtstart", date(*civil(first)))
        entry.add("dtend", date(*civil(last + 1)))
        entry.add("summary", headline(event))
        entry.add("description", " ".join(printable(f"{when_in_words(event.when)}: {event.quote}").split()))
        entry.add("categories", [event.type])
        entry.add("transp", "TRANSPARENT")
        entry.add("status", "CONFIRMED" if event.modality == "actual" else "TENTATIVE")
        url = source_url(timeline, event)
        if url and url.isascii():
            entry.add("url", url)
        calendar.add_component(entry)
    return Export(calendar.to_ical(), left_out, _why(_ICALENDAR_YEARS))


def _stamp(timeline: Timeline) -> datetime:
    published = next((d.published for d in timeline.documents if d.published), "1970-01-01")
    try:
        return datetime.fromisoformat(published).replace(tzinfo=UTC)
    except ValueError:
        return datetime(1970, 1, 1, tzinfo=UTC)


def to_mermaid(timeline: Timeline) -> Export:
    """Mermaid's ``timeline`` diagram: one period for each date in order; undated events stand last."""
    periods: dict[str, list[str]] = {}
    for event in timeline.events:
        periods.setdefault(_plain(when_in_words(event.when)), []).append(_plain(headline(event)))
    lines = [f"    {period} : {' : '.join(labels)}" for period, labels in periods.items()]
    return Export("\n".join(["timeline", "    title Timeline", *lines]) + "\n")


def _plain(text: str) -> str:
    """Letters, digits and harmless marks: the timeline diagram has no way to quote anything else."""
    return " ".join(re.sub(r"[^\w .,'()/→–-]", " ", printable(text)).split()) or "-"
