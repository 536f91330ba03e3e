"""JSON, JSONL, rows, CSV, Markdown and Parquet, each read back by a reader of that format."""

from __future__ import annotations

import builtins
import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from tests.records import DATES, HOSTILE, event, every_date, exchange, hostile, when
from tests.records import document as document_of
from tests.strategies import timelines
from timeline.errors import ExportError, MissingExtraError
from timeline.exports import export, format_of, formats, write
from timeline.exports.outcome import headline, printable, select
from timeline.exports.records import (
    COLUMNS,
    csv_header,
    csv_lines,
    rows,
    schema_json,
    to_csv,
    to_json,
    to_jsonl,
    to_markdown,
    to_parquet,
)
from timeline.models import Timeline

EVERY = pytest.mark.parametrize("make", [exchange, every_date, hostile, Timeline], ids=lambda f: f.__name__)
Make = Callable[[], Timeline]


def read_csv(text: str) -> list[dict[str, str]]:
    """The cells of a CSV text, guards taken off."""
    guard = re.compile(r"'('*[\s\x00-\x1f]*[=+\-@＝＋－＠])")
    return [
        {name: guard.sub(r"\1", cell, count=1) if guard.match(cell) else cell for name, cell in row.items()}
        for row in csv.DictReader(io.StringIO(text))
    ]


# --- JSON and its schema


@EVERY
def test_json_comes_back_without_loss_and_fits_its_schema(make: Make) -> None:
    timeline = make()
    assert Timeline.from_json(to_json(timeline)) == timeline
    assert Timeline.from_json(to_jsonl(timeline)) == timeline
    assert to_jsonl(timeline).count("\n") == 1
    schema = json.loads(schema_json())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(to_json(timeline)), schema)


def test_the_schema_refuses_what_is_no_timeline() -> None:
    schema = json.loads(schema_json())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"events": [{"id": "e1"}]}, schema)


@settings(max_examples=40)
@given(timelines())
def test_any_timeline_goes_through_json_and_rows(timeline: Timeline) -> None:
    assert Timeline.from_json(to_json(timeline)) == timeline
    assert [row["id"] for row in rows(timeline)] == [e.id for e in timeline]
    assert all(list(row) == list(COLUMNS) for row in rows(timeline))


# --- rows


def test_a_row_holds_the_event_flat() -> None:
    row = {r["id"]: r for r in rows(exchange())}["e1"]
    assert row == {
        "id": "e1", "document": "wire-1", "edtf": "2021-04-15", "earliest": "2021-04-15", "latest": "2021-04-15",
        "granularity": "day", "qualifier": "exact", "basis": "stated", "type": "SANCTION", "mode": "expel",
        "plover": "SANCTION", "cameo": "16", "quad": 4, "intensity": -5.5, "actors": "ARL", "targets": "BOR",
        "modality": "actual", "trigger": "expelled", "quote": "Arland expelled 10 Borduran diplomats",
        "start": 13, "end": 50, "place": None, "country": None, "quantities": None, "attribution": None,
        "mentions": 1, "confidence": 0.9, "causes": "e5", "answers": "e2; e4", "title": "Tit for tat",
        "published": "2021-05-06", "url": "https://news.example/1",
    }  # fmt: skip


def test_the_offsets_of_a_row_are_those_of_its_quote() -> None:
    timeline = hostile()
    for row in rows(timeline):
        source = timeline.document(timeline.event(row["id"]).mentions[0].quote.document_id)
        assert source.text[row["start"] : row["end"]] == row["quote"]


# --- CSV


@pytest.mark.parametrize("words", HOSTILE)
def test_no_cell_begins_as_a_formula(words: str) -> None:
    source = document_of(f"{words} x", title=words, url=words)
    timeline = Timeline.of([source], [event(source, words, id="e1", actors=(words,), when=when("-0043"))], [])
    for row in csv.reader(io.StringIO(to_csv(timeline))):
        numbers = {"-6.0"}
        assert not [cell for cell in row if re.match(r"\s*[=+\-@＝＋－＠]", cell) and cell not in numbers]


@EVERY
def test_csv_cells_come_back(make: Make) -> None:
    timeline = make()
    found = read_csv(to_csv(timeline))
    assert len(found) == len(timeline)
    for cells, row in zip(found, rows(timeline), strict=True):
        for name, value in row.items():
            expected = "" if value is None else printable(str(value)).replace("\r\n", "\n").replace("\r", "\n")
            assert cells[name] == expected


@settings(max_examples=40)
@given(timelines())
def test_any_timeline_goes_through_csv(timeline: Timeline) -> None:
    found = read_csv(to_csv(timeline))
    assert [row["id"] for row in found] == [e.id for e in timeline]
    quotes = [printable(e.quote).replace("\r\n", "\n").replace("\r", "\n") for e in timeline]
    assert [row["quote"] for row in found] == quotes


def test_csv_can_be_written_piece_by_piece() -> None:
    assert csv_header() + csv_lines(exchange()) == to_csv(exchange()) == exchange().to_csv()
    assert csv_header().strip() == ",".join(COLUMNS)


# --- Markdown


def table_of(markdown: str) -> list[list[str]]:
    """The cells of a Markdown table, as a renderer would part them."""
    return [re.split(r"(?<!\\)\|", line)[1:-1] for line in markdown.splitlines()]


@EVERY
def test_markdown_is_one_line_an_event_with_four_cells(make: Make) -> None:
    table = table_of(to_markdown(make()))
    assert len(table) == len(make()) + 2
    assert {len(cells) for cells in table} == {4}


def test_markdown_reads_as_a_chronology() -> None:
    lines = to_markdown(exchange()).splitlines()
    assert lines[3] == (
        "| 15 April 2021 | ARL → BOR: expel (SANCTION) | Arland expelled 10 Borduran diplomats "
        "| [Tit for tat](<https://news.example/1>) |"
    )


@settings(max_examples=40)
@given(timelines())
def test_nothing_in_a_text_is_markup(timeline: Timeline) -> None:
    body = to_markdown(timeline).split("\n", 2)[2]
    assert "<" not in body.replace("](<https://", "")
    assert not re.search(r"(?<!\\)\]\((?!<https?://)", body)
    assert "`" not in re.sub(r"\\.", "", body)
    assert {len(cells) for cells in table_of(body)} <= {4}


# --- Parquet


@EVERY
def test_parquet_is_read_by_pyarrow(make: Make) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra 'parquet' is not installed")
    table = parquet.read_table(io.BytesIO(to_parquet(make())))
    assert table.column_names == list(COLUMNS)
    assert table.to_pylist() == rows(make())


# --- what every format shares


def test_headlines() -> None:
    lines = {e.id: headline(e) for e in exchange()}
    assert lines["e1"] == "ARL → BOR: expel (SANCTION)"
    assert lines["e3"] == "ARL, BOR: consult (planned)"
    assert lines["e4"] == "ARL → BOR: discontinue (SANCTION, denied)"


def test_denied_and_unsure_events_are_left_out_with_their_links() -> None:
    chosen = select(exchange(), min_confidence=0.5)
    assert [e.id for e in chosen.timeline] == ["e1", "e2", "e3"]
    assert [(link.cause, link.effect) for link in chosen.timeline.links] == [("e1", "e2")]
    assert (chosen.not_done, chosen.unsure) == (1, 1)
    everything = select(exchange(), not_done=True)
    assert everything.timeline == exchange()
    assert (everything.not_done, everything.unsure) == (0, 0)


@pytest.mark.parametrize("shape", ["timeline", "graph"])
def test_the_same_timeline_gives_the_same_bytes_in_every_format(shape: Any) -> None:
    for name in formats(shape):
        first = write(hostile(), name, shape)
        assert first == write(hostile(), name, shape), name
        assert first if isinstance(first, bytes) else first.encode("utf-8"), name


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(ExportError, match="no timeline format 'xlsx': use one of json, jsonl, csv"):
        export(exchange(), "xlsx")


@pytest.mark.parametrize(
    ("path", "shape", "name"),
    [
        ("a.json", "timeline", "json"), ("a.JSONL", "timeline", "jsonl"), ("a.md", "timeline", "markdown"),
        ("a.ics", "timeline", "ics"), ("a.parquet", "timeline", "parquet"), ("a.mmd", "graph", "mermaid"),
        ("a.gv", "graph", "dot"), ("a.json", "graph", "node-link"), ("a.txt", "timeline", None), ("-", "graph", None),
    ],
)  # fmt: skip
def test_formats_by_the_ending_of_a_file(path: str, shape: Any, name: str | None) -> None:
    assert format_of(path, shape) == name


@pytest.mark.parametrize(("name", "package"), [("parquet", "pyarrow"), ("ics", "icalendar")])
def test_without_its_extra_a_format_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, name: str, package: str
) -> None:
    import importlib

    real, real_module = builtins.__import__, importlib.import_module

    def without(wanted: str, *rest: Any, **more: Any) -> Any:
        if wanted.partition(".")[0] == package:
            raise ModuleNotFoundError(f"No module named {wanted!r}", name=wanted)
        return real(wanted, *rest, **more)

    def module_without(wanted: str, *rest: Any) -> Any:
        return without(wanted) if wanted.partition(".")[0] == package else real_module(wanted, *rest)

    export(exchange(), "csv")
    monkeypatch.setattr(builtins, "__import__", without)
    monkeypatch.setattr("timeline.exports.records.import_module", module_without)
    with pytest.raises(MissingExtraError, match=rf"pip install '\.\[{formats()[name].extra}\]'"):
        export(exchange(), name)


def test_every_kind_of_date_is_in_the_factory() -> None:
    assert len(every_date()) == len(DATES)
