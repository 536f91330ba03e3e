"""A real reader for each export format; each raises when what it reads is not the timeline that was written."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from collections.abc import Callable
from typing import Any

from timeline.exports import Shape
from timeline.exports.outcome import Export
from timeline.exports.records import COLUMNS, rows, schema_json
from timeline.models import Timeline

__all__ = ["READERS"]

Reader = Callable[[Timeline, Export], None]


def _text(result: Export) -> str:
    return result.data.decode("utf-8") if isinstance(result.data, bytes) else result.data


def _same(found: object, wanted: object) -> None:
    if found != wanted:
        raise ValueError(f"read {str(found)[:200]}, written {str(wanted)[:200]}")


def read_json(timeline: Timeline, result: Export) -> None:
    """pydantic and jsonschema."""
    import jsonschema

    _same(Timeline.from_json(_text(result)), timeline)
    jsonschema.validate(json.loads(_text(result)), json.loads(schema_json()))


def read_csv(timeline: Timeline, result: Export) -> None:
    """The csv module, in its strict way."""
    found = list(csv.DictReader(io.StringIO(_text(result)), strict=True))
    _same([(row["id"], len(row)) for row in found], [(event.id, len(COLUMNS)) for event in timeline])


def read_markdown(timeline: Timeline, result: Export) -> None:
    """One line an event, four cells each."""
    import re

    cells = [len(re.split(r"(?<!\\)\|", line)) - 2 for line in _text(result).splitlines()]
    _same(cells, [4] * (len(timeline) + 2))


def read_timelinejs(timeline: Timeline, result: Export) -> None:
    """The field rules of TimelineJS 3: dates in whole numbers with a year, a headline on each slide."""
    slides = json.loads(_text(result))["events"]
    _same(len(slides) + result.left_out, len(timeline))
    for slide in slides:
        for day in filter(None, (slide["start_date"], slide.get("end_date"))):
            _same([type(day[part]) for part in ("year", "month", "day")], [int] * 3)
        _same(bool(slide["text"]["headline"] and slide["display_date"]), True)


def read_vis(timeline: Timeline, result: Export) -> None:
    """Unique ids, known groups, an end for each range."""
    data = json.loads(_text(result))
    _same(len({item["id"] for item in data["items"]}) + result.left_out, len(timeline))
    _same({item["group"] for item in data["items"]} <= {group["id"] for group in data["groups"]}, True)
    _same([("end" in item) for item in data["items"]], [item["type"] == "range" for item in data["items"]])


def read_ics(timeline: Timeline, result: Export) -> None:
    """icalendar, without a parsing error."""
    from icalendar import Calendar

    entries = Calendar.from_ical(_text(result)).walk("VEVENT")
    _same(len(entries) + result.left_out, len(timeline))
    _same([entry.errors for entry in entries], [[]] * len(entries))
    _same(all(entry.decoded("dtstart") < entry.decoded("dtend") for entry in entries), True)


def read_parquet(timeline: Timeline, result: Export) -> None:
    """pyarrow: the same rows."""
    from importlib import import_module

    parquet = import_module("pyarrow.parquet")
    data = result.data if isinstance(result.data, bytes) else result.data.encode()
    _same(parquet.read_table(io.BytesIO(data)).to_pylist(), rows(timeline))


def read_mermaid_timeline(timeline: Timeline, result: Export) -> None:
    """Its grammar: a period, then events, parted by colons."""
    lines = _text(result).splitlines()
    _same(lines[0], "timeline")
    _same(sum(line.count(" : ") for line in lines[2:]), len(timeline))


def read_mermaid_graph(timeline: Timeline, result: Export) -> None:
    """Its grammar: one arrow a link."""
    lines = _text(result).splitlines()
    _same(lines[0], "flowchart LR")
    _same(sum("-->|" in line or "-.->|" in line for line in lines), len(timeline.links))


def read_dot(timeline: Timeline, result: Export) -> None:
    """Graphviz, if it is on this machine."""
    program = shutil.which("dot")
    if program is None:
        raise RuntimeError("the program dot is not on this machine: install Graphviz")
    done = subprocess.run([program, "-Tdot_json"], input=_text(result).encode(), capture_output=True, check=True)
    _same(len(json.loads(done.stdout).get("edges", [])), len(timeline.links))


def _same_graph(timeline: Timeline, graph: Any) -> None:
    _same(sorted(graph.nodes), sorted(event.id for event in timeline))
    wanted = sorted((link.cause, link.effect, link.kind) for link in timeline.links)
    _same(sorted((a, b, data["kind"]) for a, b, data in graph.edges(data=True)), wanted)


def read_graphml(timeline: Timeline, result: Export) -> None:
    """networkx."""
    import networkx as nx

    _same_graph(timeline, nx.read_graphml(io.BytesIO(_text(result).encode()), force_multigraph=True))


def read_gexf(timeline: Timeline, result: Export) -> None:
    """networkx."""
    import networkx as nx

    _same_graph(timeline, nx.read_gexf(io.BytesIO(_text(result).encode()), version="1.2draft"))


def read_cytoscape(timeline: Timeline, result: Export) -> None:
    """networkx."""
    import networkx as nx

    _same_graph(timeline, nx.cytoscape_graph(json.loads(_text(result)), name="label"))


def read_node_link(timeline: Timeline, result: Export) -> None:
    """networkx."""
    import networkx as nx

    _same_graph(timeline, nx.node_link_graph(json.loads(_text(result)), edges="edges"))


READERS: dict[tuple[Shape, str], Reader] = {
    ("timeline", "json"): read_json,
    ("timeline", "jsonl"): read_json,
    ("timeline", "csv"): read_csv,
    ("timeline", "markdown"): read_markdown,
    ("timeline", "timelinejs"): read_timelinejs,
    ("timeline", "vis"): read_vis,
    ("timeline", "ics"): read_ics,
    ("timeline", "parquet"): read_parquet,
    ("timeline", "mermaid"): read_mermaid_timeline,
    ("graph", "mermaid"): read_mermaid_graph,
    ("graph", "dot"): read_dot,
    ("graph", "graphml"): read_graphml,
    ("graph", "gexf"): read_gexf,
    ("graph", "cytoscape"): read_cytoscape,
    ("graph", "node-link"): read_node_link,
}
