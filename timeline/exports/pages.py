"""Pages that people look at: the report, one HTML file that needs nothing else, and the notebook's table.

The report's parts are the small files in ``page/``; they are put together here.  Texts reach the page only
as escaped HTML or inside a JSON block that no string can leave; the page's policy lets no other script run.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from html import escape
from importlib.resources import files

from timeline.bounds import parse_day
from timeline.exports.page_data import page_data, sound, title_of
from timeline.exports.page_dates import date_in_words, when_in_words
from timeline.models import Event, Timeline, chronological_key

__all__ = ["notebook_html", "report_html"]

#: The page's scripts in the order in which they build on each other.
_SCRIPTS = (
    "model", "calendar", "scale", "layout", "marks", "arcs", "axis", "chart", "view",
    "article", "evidence", "details", "filters", "list", "main",
)  # fmt: skip
_STYLES = ("base", "chart", "text", "print")
#: Rows of the static table: enough to see what is there without drowning a notebook.
_STATIC_ROWS = 40
_FIELD = re.compile(r"\{\{(\w+)\}\}")


@cache
def _part(name: str) -> str:
    """One file of the page."""
    return files("timeline.exports").joinpath("page", name).read_text("utf-8")


@cache
def _script() -> str:
    """All scripts in one scope of their own."""
    parts = "\n".join(_part(f"script-{name}.js") for name in _SCRIPTS)
    return f'\n"use strict";\n(() => {{\n{parts}}})();\n'


@cache
def _policy() -> str:
    """Content security policy: nothing is loaded, and only our script (by its digest) runs."""
    digest = base64.b64encode(hashlib.sha256(_script().encode()).digest()).decode()
    scripts = f"script-src 'sha256-{digest}'"
    return f"default-src 'none'; style-src 'unsafe-inline'; {scripts}; base-uri 'none'; form-action 'none'"


def _json_block(value: object) -> str:
    """JSON that can stand in a script element: no ``<``, ``>`` or ``&``, no line separators."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _title_of(timeline: Timeline) -> str:
    """What to call a timeline for which no title is given."""
    if len(timeline.documents) == 1:
        return title_of(timeline.documents[0])
    return f"Timeline of {len(timeline.documents)} documents"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _months(timeline: Timeline) -> list[str]:
    """The months from the first to the last dated event, in words; empty where no event has a year."""
    days = [day for event in timeline.events if event.date for day in (event.when.earliest, event.when.latest) if day]
    if not days:
        return []
    first, last = (pick(days, key=parse_day)[:-3] for pick in (min, max))
    return [date_in_words(first if first == last else f"{first}/{last}")]


def _lead(timeline: Timeline) -> str:
    """One line under the title: how much there is, and of which time."""
    parties = {actor.label for event in timeline.events for actor in (*event.actors, *event.targets)}
    parts = [
        _count(len(timeline.events), "event", "events"),
        _count(len(parties), "party", "parties"),
        _count(len(timeline.links), "link", "links"),
        *_months(timeline),
    ]
    if len(timeline.documents) > 1:
        parts.append(_count(len(timeline.documents), "document", "documents"))
    elif timeline.documents and timeline.documents[0].published:
        parts.append(f"published {date_in_words(timeline.documents[0].published)}")
    return " · ".join(parts)


def report_html(timeline: Timeline, title: str | None = None) -> str:
    """The report of a timeline: one HTML file, no network, no other file.

    Args:
        timeline: of one document or of several.
        title: heading of the page; by default the document's title, or how many documents there are.
    """
    name = sound(title or _title_of(timeline))
    fields = {
        "policy": _policy(),
        "title": escape(name),
        "lead": escape(_lead(timeline)),
        "static": notebook_html(timeline),
        "style": "\n".join(_part(f"style-{name}.css") for name in _STYLES),
        "key": _part("key.html"),
        "foot": _part("foot.html"),
        "data": _json_block(page_data(timeline, name)),
        "script": _script(),
    }
    # One pass, so that nothing in a text is ever taken for a field of the template.
    return _FIELD.sub(lambda match: fields[match[1]], _part("template.html"))


def _row(event: Event, answered: str) -> str:
    """One event of the static table."""
    who = ", ".join(dict.fromkeys(actor.name for actor in event.actors)) or "–"
    whom = ", ".join(dict.fromkeys(actor.name for actor in event.targets)) or "–"
    act = event.type.lower() + (f" ({event.mode})" if event.mode else "")
    if event.modality != "actual":
        act += f", {event.modality}"
    style = "text-align:left;vertical-align:top;padding:2px 8px 2px 0"
    cells = (when_in_words(event.when), who, act, whom, event.quote, answered)
    return "<tr>" + "".join(f'<td style="{style}">{escape(sound(cell))}</td>' for cell in cells) + "</tr>"


def notebook_html(timeline: Timeline) -> str:
    """A plain table of the events for notebooks: no script, no style sheet, at most 40 rows."""
    events = sorted(timeline.events, key=chronological_key)
    numbers = {event.id: str(number) for number, event in enumerate(events, 1)}
    causes: dict[str, list[str]] = {}
    for link in timeline.links:
        causes.setdefault(link.effect, []).append(f"{link.kind} to {numbers[link.cause]}")
    heads = ("#", "When", "Who", "Act", "Whom", "In the text", "In answer to")
    head = "".join(f'<th style="text-align:left">{text}</th>' for text in heads)
    rows = []
    for event in events[:_STATIC_ROWS]:
        row = _row(event, ", ".join(causes.get(event.id, ())))
        rows.append(row.replace("<tr>", f"<tr><td>{numbers[event.id]}</td>", 1))
    rest = len(events) - _STATIC_ROWS
    more = f"<p>… and {_count(rest, 'more event', 'more events')}.</p>" if rest > 0 else ""
    lead = escape(_lead(timeline))
    return f"<div><p>{lead}</p><table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>{more}</div>"
