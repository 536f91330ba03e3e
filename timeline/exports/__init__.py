"""Out: timelines as files that other programs read.

>>> import timeline.exports
>>> sorted(timeline.exports.formats("graph"))
['cytoscape', 'dot', 'gexf', 'graphml', 'mermaid', 'node-link']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Literal, NamedTuple

from timeline.errors import ExportError

if TYPE_CHECKING:
    from timeline.exports.outcome import Export
    from timeline.models import Timeline

__all__ = ["Format", "Shape", "export", "format_of", "formats", "write"]

Shape = Literal["timeline", "graph"]


class Format(NamedTuple):
    """A format: where its writer is, the endings of its files, the extra it needs, what it is for."""

    module: str
    function: str
    suffixes: tuple[str, ...]
    about: str
    extra: str | None = None
    binary: bool = False


_FORMATS: dict[Shape, dict[str, Format]] = {
    "timeline": {
        "json": Format("records", "to_json", (".json",), "everything, as one JSON record (see 'timeline schema')"),
        "jsonl": Format(
            "records", "to_jsonl", (".jsonl", ".ndjson"), "the same, one line a document, as they are done"
        ),
        "csv": Format("records", "to_csv", (".csv",), "one flat row an event, safe in spreadsheets"),
        "markdown": Format("records", "to_markdown", (".md", ".markdown"), "a table for people"),
        "timelinejs": Format("calendars", "to_timelinejs", (), "TimelineJS 3"),
        "vis": Format("calendars", "to_vis", (), "vis-timeline"),
        "ics": Format("calendars", "to_ics", (".ics",), "iCalendar", "ical"),
        "parquet": Format("records", "to_parquet", (".parquet", ".pq"), "the rows as Parquet", "parquet", True),
        "mermaid": Format("calendars", "to_mermaid", (".mmd", ".mermaid"), "Mermaid timeline diagram"),
    },
    "graph": {
        "mermaid": Format("graphs", "to_mermaid", (".mmd", ".mermaid"), "Mermaid flowchart of the linked events"),
        "dot": Format("graphs", "to_dot", (".dot", ".gv"), "Graphviz drawing of the linked events"),
        "graphml": Format("graphs", "to_graphml", (".graphml",), "for Gephi, yEd, igraph, networkx"),
        "gexf": Format("graphs", "to_gexf", (".gexf",), "for Gephi"),
        "cytoscape": Format("graphs", "to_cytoscape", (".cyjs",), "Cytoscape and Cytoscape.js"),
        "node-link": Format("graphs", "to_node_link", (".json",), "node-link JSON, for D3 and networkx"),
    },
}


def formats(shape: Shape = "timeline") -> dict[str, Format]:
    """The formats by name: of the timeline itself, or of its retaliation graph."""
    return dict(_FORMATS[shape])


def format_of(path: str, shape: Shape = "timeline") -> str | None:
    """The format that a file's ending asks for, or None."""
    for name, known in _FORMATS[shape].items():
        if path.lower().endswith(known.suffixes) and known.suffixes:
            return name
    return None


def export(timeline: Timeline, format: str, shape: Shape = "timeline") -> Export:
    """A timeline in a format, with the number of events that have no place in it.

    Raises:
        ExportError: there is no such format.
        MissingExtraError: the format needs a package that is not installed.
    """
    known = _FORMATS[shape].get(format)
    if known is None:
        raise ExportError(f"there is no {shape} format {format!r}: use one of {', '.join(_FORMATS[shape])}")
    from timeline.exports.outcome import Export

    result = getattr(import_module(f"timeline.exports.{known.module}"), known.function)(timeline)
    return result if isinstance(result, Export) else Export(result)


def write(timeline: Timeline, format: str, shape: Shape = "timeline") -> str | bytes:
    """The data of :func:`export`: bytes for iCalendar and Parquet, text for the rest."""
    return export(timeline, format, shape).data
