"""Records of JSON, JSONL and CSV files, one at a time, each with its place for error messages."""

from __future__ import annotations

import csv
import io
import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from timeline.errors import DocumentError
from timeline.text.encoding import clean

__all__ = ["FIELDS", "Entry", "csv_entries", "json_entries", "jsonl_entries", "pick"]

#: The names under which other programs keep what a document needs; the first found counts.
FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("id", "doc_id", "document_id", "docid", "uid"),
    "text": ("text", "body", "content", "article", "event_text", "full_text", "story"),
    "published": ("published", "published_at", "publication_date", "date", "pub_date", "dct", "date_published"),
    "title": ("title", "headline"),
    "url": ("url", "source_url", "link"),
}
#: Longer cells than these are no article (and csv's own limit of 131,072 is shorter than some).
_LONGEST_CELL = 64 * 1024 * 1024


class Entry(NamedTuple):
    """A record, or the error that stands in its place; ``place`` names file and line."""

    place: str
    number: int
    record: dict[str, Any] | None
    error: DocumentError | None = None


def _entry(place: str, number: int, value: object) -> Entry:
    if isinstance(value, dict):
        return Entry(place, number, value)
    return Entry(place, number, None, DocumentError(f'{place}: this is no JSON object: write {{"text": "..."}}'))


def jsonl_entries(lines: Iterable[bytes], name: str, encoding: str) -> Iterator[Entry]:
    """One record for each line that is not empty; a bad line is an error of its own."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = f"{name}:{number}"
        try:
            yield _entry(place, number, json.loads(line.removeprefix(BOM_UTF8).decode(encoding)))
        except UnicodeDecodeError:
            wrong = f"{place}: this line is not {encoding} text: give its --encoding"
            yield Entry(place, number, None, DocumentError(wrong))
        except (ValueError, RecursionError) as problem:
            yield Entry(
                place, number, None, DocumentError(f"{place}: this line is not JSON ({problem}): mend or drop it")
            )


def json_entries(text: str, name: str) -> Iterator[Entry]:
    """The record of a JSON file, or the records of a list in one."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as problem:
        yield Entry(name, 1, None, DocumentError(f"{name}: this is not JSON ({problem}): mend it, or name it .jsonl"))
        return
    if not isinstance(value, list):
        yield _entry(name, 1, value)
        return
    for number, item in enumerate(value, 1):
        yield _entry(f"{name}[{number - 1}]", number, item)


def csv_entries(stream: io.TextIOBase, name: str, delimiter: str | None = None) -> Iterator[Entry]:
    """One record for each row, by the names of the first row; cells are parted by a comma, semicolon, tab or bar."""
    csv.field_size_limit(_LONGEST_CELL)
    header = stream.readline()
    if not header.strip():
        yield Entry(name, 1, None, DocumentError(f"{name}: this file is empty: the first row must name the columns"))
        return
    parting = delimiter or max(",;\t|", key=header.count)
    columns = [column.strip() for column in next(csv.reader([header], delimiter=parting), [])]
    rows = csv.reader(stream, delimiter=parting)
    number = 0
    while True:
        number += 1
        place = f"{name}:row {number}"
        try:
            row = next(rows, None)
        except (csv.Error, UnicodeError) as problem:
            yield Entry(place, number, None, DocumentError(f"{place}: this row cannot be read ({problem}): mend it"))
            if isinstance(problem, UnicodeError):
                return
            continue
        if row is None:
            return
        if any(cell.strip() for cell in row):
            yield Entry(place, number, dict(zip(columns, row, strict=False)))


def pick(record: dict[str, Any], field: str, mapping: dict[str, str]) -> Any:
    """A document's field in a record: under the name that ``mapping`` gives (dots lead inwards), else a usual one."""
    if field in mapping:
        return _inward(record, mapping[field])
    for name in FIELDS[field]:
        if record.get(name) not in (None, ""):
            value = record[name]
            return clean(value) if isinstance(value, str) else value
    return None


def _inward(record: dict[str, Any], path: str) -> Any:
    """``meta.date`` as that very key, else as the key ``date`` of the object under ``meta``."""
    value: Any = record.get(path)
    if value is None and "." in path:
        value = record
        for key in path.split("."):
            value = value.get(key) if isinstance(value, dict) else None
    return clean(value) if isinstance(value, str) else value
