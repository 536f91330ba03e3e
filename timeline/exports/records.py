"""Records: JSON, JSONL, flat rows for tables, CSV that spreadsheets open without harm, Markdown, Parquet."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from importlib import import_module
from typing import Any

from timeline.errors import MissingExtraError
from timeline.exports.outcome import headline, printable, source_url, when_in_words
from timeline.models import Event, Timeline
from timeline.plover import cameo_root

__all__ = [
    "COLUMNS",
    "csv_header",
    "csv_lines",
    "rows",
    "schema_json",
    "to_csv",
    "to_json",
    "to_jsonl",
    "to_markdown",
    "to_parquet",
]

#: The columns of :func:`rows` and their types; lists are joined by ``; ``.  ``start`` and ``end`` are the
#: offsets of ``quote`` in the text of the first ``document``, in code points.
COLUMNS: dict[str, type] = {
    "id": str, "document": str, "edtf": str, "earliest": str, "latest": str, "granularity": str,
    "qualifier": str, "basis": str, "type": str, "mode": str, "plover": str, "cameo": str, "quad": int,
    "intensity": float, "actors": str, "targets": str, "modality": str, "trigger": str, "quote": str,
    "start": int, "end": int, "place": str, "country": str, "quantities": str, "attribution": str,
    "mentions": int, "confidence": float, "causes": str, "answers": str, "title": str, "published": str,
    "url": str,
}  # fmt: skip

#: A cell that a spreadsheet would take for a formula; quotes before it count, so that the guard can be undone.
_FORMULA = re.compile(r"'*[\s\x00-\x1f]*[=+\-@\uff1d\uff0b\uff0d\uff20]")


def rows(timeline: Timeline) -> list[dict[str, Any]]:
    """One flat row an event, in order of time: for pandas, polars, CSV, Parquet.  See :data:`COLUMNS`."""
    causes, answers = defaultdict(list), defaultdict(list)
    for link in timeline.links:
        causes[link.effect].append(link.cause)
        answers[link.cause].append(link.effect)
    return [
        _row(timeline, event, "; ".join(causes.get(event.id, ())), "; ".join(answers.get(event.id, ())))
        for event in timeline.events
    ]


def _row(timeline: Timeline, event: Event, causes: str, answers: str) -> dict[str, Any]:
    best, when = event.mentions[0], event.when
    documents = {document.id: document for document in timeline.documents}
    source = documents.get(best.trigger.document_id)
    return {
        "id": event.id,
        "document": _joined(dict.fromkeys(m.trigger.document_id for m in event.mentions)),
        "edtf": when.edtf,
        "earliest": when.earliest,
        "latest": when.latest,
        "granularity": when.granularity,
        "qualifier": when.qualifier,
        "basis": when.basis,
        "type": event.type,
        "mode": event.mode,
        "plover": event.plover,
        "cameo": cameo_root(event.type, event.mode),
        "quad": event.quad,
        "intensity": event.intensity,
        "actors": _joined(event.actor_labels),
        "targets": _joined(event.target_labels),
        "modality": event.modality,
        "trigger": event.trigger,
        "quote": event.quote,
        "start": best.quote.start,
        "end": best.quote.end,
        "place": event.where.name if event.where else None,
        "country": event.where.code if event.where else None,
        "quantities": _joined(f"{q.value:.15g} {q.unit}" for q in event.quantities),
        "attribution": best.attribution,
        "mentions": len(event.mentions),
        "confidence": event.confidence,
        "causes": causes or None,
        "answers": answers or None,
        "title": source.title if source else None,
        "published": source.published if source else None,
        "url": source.url if source else None,
    }


def _joined(labels: Any) -> str | None:
    return "; ".join(label.replace(";", ",") for label in labels) or None


def to_json(timeline: Timeline) -> str:
    """The whole timeline; ``Timeline.from_json`` reads it back without loss."""
    return timeline.to_json() + "\n"


def to_jsonl(timeline: Timeline) -> str:
    """The whole timeline on one line."""
    return timeline.to_json(indent=None) + "\n"


def schema_json() -> str:
    """The JSON Schema (draft 2020-12) of what :func:`to_json` writes."""
    return json.dumps(Timeline.json_schema(), indent=2, ensure_ascii=False) + "\n"


def csv_header() -> str:
    """The line that names the columns."""
    return ",".join(COLUMNS) + "\n"


def csv_lines(timeline: Timeline) -> str:
    """The rows as CSV (RFC 4180, lines end with ``\\n``), without the header.

    A cell that a spreadsheet would run as a formula begins with ``'``; characters that no spreadsheet
    can hold are dropped.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, list(COLUMNS), lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    for row in rows(timeline):
        writer.writerow({name: _safe(value) for name, value in row.items()})
    return out.getvalue()


def to_csv(timeline: Timeline) -> str:
    """The rows as CSV with a header; see :func:`csv_lines`."""
    return csv_header() + csv_lines(timeline)


def _safe(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = printable(value).replace("\r\n", "\n").replace("\r", "\n")
    return "'" + text if _FORMULA.match(text) else text


def to_markdown(timeline: Timeline) -> str:
    """A table for people: date, who did what to whom, the words, the source."""
    lines = ["| Date | Event | In the text's words | Source |", "| --- | --- | --- | --- |"]
    titles = {document.id: document.title or document.id for document in timeline.documents}
    for event in timeline.events:
        document = event.mentions[0].trigger.document_id
        title, url = _cell(titles.get(document, document)), source_url(timeline, event)
        source = f"[{title}](<{url.replace('|', '%7C')}>)" if url else title
        lines.append(
            f"| {_cell(when_in_words(event.when))} | {_cell(headline(event))} | {_cell(event.quote)} | {source} |"
        )
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    """Text in a Markdown table: one line, nothing in it read as markup or HTML."""
    flat = " ".join(printable(text).split())
    flat = flat.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # An underscore inside a word is no markup.
    return re.sub(r"[\\`*\[\]|~]|(?<!\w)_|_(?!\w)", r"\\\g<0>", flat)


def to_parquet(timeline: Timeline) -> bytes:
    """The rows as a Parquet file (extra ``parquet``).

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    try:
        # By name: pyarrow ships no types.
        pyarrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError:
        raise MissingExtraError("pyarrow", "parquet", "Writing Parquet") from None
    types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64()}
    schema = pyarrow.schema([(name, types[type_]) for name, type_ in COLUMNS.items()])
    sink = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows(timeline), schema=schema), sink)
    return sink.getvalue()
