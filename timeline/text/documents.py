"""Documents from what people have: text files, folders, globs, JSONL, CSV, HTML pages, standard input.

:func:`read_documents` is for programs; :func:`scan` lets a batch go on past what cannot be read.
"""

from __future__ import annotations

import glob
import io
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Literal, cast

from timeline.errors import DocumentError, TimelineError
from timeline.models import Document, Timeline
from timeline.text.dateline import day_in_head, read_day, year_in
from timeline.text.encoding import decode, encoding_of
from timeline.text.tables import Entry, csv_entries, json_entries, jsonl_entries, pick

__all__ = ["Kind", "Reading", "read_document", "read_documents", "scan"]

Kind = Literal["auto", "text", "html", "json", "jsonl", "csv"]
Item = Document | Timeline | TimelineError
_KINDS: dict[str, Kind] = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text", ".rst": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv",
}  # fmt: skip
_SAMPLE = 262_144
_STDIN = "standard input"
_FRONT = re.compile(r"\s*---[ \t]*\n(?P<fields>(?:[^\n]*\n){1,60}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FRONT_FIELD = re.compile(r"(?P<key>[A-Za-z_][\w-]{0,40})[ \t]*:[ \t]*(?P<value>.*?)[ \t]*")


@dataclass(frozen=True)
class Reading:
    """How to read: the options of :func:`scan`.

    ``published`` is the day for documents whose own fields give none (it stands above what a page's
    markup or a dateline says).  ``fields`` maps id, text, published, title, url to a file's own names.
    ``without`` is a file (the output, say) to pass over in folders and globs.
    """

    published: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    encoding: str | None = None
    kind: Kind = "auto"
    without: Path | None = None


def read_document(path: str | Path, published: str | None = None) -> Document:
    """The one document of a file; ``published`` as in :class:`Reading`.

    Raises:
        DocumentError: the file is missing, empty or no text, or holds more than one document.
        MissingExtraError: an HTML page without the extra ``html``, or bytes that are not UTF-8 without ``encodings``.
    """
    found = list(read_documents([path], Reading(published=published)))
    if len(found) != 1:
        raise DocumentError(f"{path}: this file holds {len(found)} documents: use read_documents()")
    return found[0]


def read_documents(inputs: Iterable[str | Path], reading: Reading | None = None) -> Iterator[Document]:
    """The documents of files, folders and globs, in order; those of a timeline already extracted, too.

    Raises:
        DocumentError: at the first thing that cannot be read.
    """
    for item in scan(inputs, reading or Reading()):
        if isinstance(item, TimelineError):
            raise item
        yield from (item,) if isinstance(item, Document) else item.documents


def scan(inputs: Iterable[str | Path], reading: Reading, stdin: BinaryIO | None = None) -> Iterator[Item]:
    """Each document, each timeline already extracted, or the error that stands in its place, in order.

    ``-`` is standard input.  Documents are named by their file's stem unless they bring an id; a name
    met before gets ``-2``, ``-3`` … so that ids are unique and the same inputs get the same ids.
    """
    taken: set[str] = set()
    for name in inputs:
        for item in _scan_input(str(name), reading, stdin):
            yield _unique(item, taken) if isinstance(item, Document) else item


def _unique(document: Document, taken: set[str]) -> Document:
    wanted, number = document.id, 1
    while document.id in taken:
        number += 1
        document = document.model_copy(update={"id": f"{wanted}-{number}"})
    taken.add(document.id)
    return document


def _scan_input(name: str, reading: Reading, stdin: BinaryIO | None) -> Iterator[Item]:
    """What one argument of the command line stands for."""
    if name == "-":
        yield from _scan_stream(stdin or sys.stdin.buffer, _STDIN, reading)
        return
    if re.match(r"(?:https?|ftp)://", name):
        yield DocumentError(f"{name}: nothing is fetched from the network: save the page and give its file")
        return
    path = Path(name)
    if path.is_dir():
        found = [p for p in sorted(path.rglob("*")) if p.suffix.lower() in _KINDS and _is_visible_file(p, path)]
        files = [p for p in found if not _same_file(p, reading.without)]
        if not found:
            yield DocumentError(f"{name}: no text, HTML, JSONL or CSV file in this folder: give another, or a file")
    elif not path.exists() and glob.has_magic(name):
        found = [Path(p) for p in sorted(glob.glob(name, recursive=True)) if Path(p).is_file()]
        files = [p for p in found if not _same_file(p, reading.without)]
        if not found:
            yield DocumentError(f"{name}: no file fits this pattern")
    else:
        files = [path]
    for file in files:
        try:
            with file.open("rb", buffering=_SAMPLE) as stream:
                yield from _scan_stream(stream, str(file), reading)
        except OSError as problem:
            yield DocumentError(f"{file}: cannot read this file: {problem.strerror or problem}")


def _same_file(path: Path, other: Path | None) -> bool:
    return other is not None and other.exists() and path.samefile(other)


def _is_visible_file(path: Path, folder: Path) -> bool:
    return path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)


def _scan_stream(stream: BinaryIO, name: str, reading: Reading) -> Iterator[Item]:
    """The documents of one open file."""
    try:
        reader = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("Any", stream), _SAMPLE)
        kind = _kind_of(name, reader.peek(_SAMPLE)[:_SAMPLE], reading)
        if kind in ("jsonl", "csv"):
            yield from _scan_table(reader, kind, name, reading)
            return
        text = decode(reader.read(), name, reading.encoding)
        if kind == "json":
            yield from (_of_entry(entry, name, reading) for entry in json_entries(text, name))
        elif kind == "html":
            yield _of_page(text, name, reading)
        else:
            yield _of_text(text, name, reading)
    except TimelineError as problem:
        yield problem


def _kind_of(name: str, sample: bytes, reading: Reading) -> Kind:
    """The kind of a file by option, suffix or, on standard input, its first bytes."""
    if reading.kind != "auto":
        return reading.kind
    by_suffix = _KINDS.get(Path(name).suffix.lower())
    if by_suffix:
        return by_suffix
    head = sample.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if head.startswith((b"<!doctype html", b"<html", b"<?xml")):
        return "html"
    if not head.startswith((b"{", b"[")):
        return "text"
    first_line = sample.strip().split(b"\n", 1)[0]
    try:
        return "jsonl" if isinstance(json.loads(first_line), dict) else "json"
    except ValueError:
        return "json" if re.match(rb'[\[{]\s*["{\]]', head) else "text"


def _scan_table(reader: io.BufferedReader, kind: Kind, name: str, reading: Reading) -> Iterator[Item]:
    """The documents of a JSONL or CSV file, read as they are asked for."""
    sample = reader.peek(_SAMPLE)
    encoding = reading.encoding or encoding_of(sample, name, whole=False)
    if kind == "jsonl" and not encoding.startswith(("utf-16", "utf-32")):
        entries = jsonl_entries(reader, name, encoding)
    elif kind == "jsonl":
        lines = (line.encode() for line in io.TextIOWrapper(reader, encoding=encoding))
        entries = jsonl_entries(lines, name, "utf-8")
    else:
        stream = io.TextIOWrapper(reader, encoding=encoding, newline="")
        entries = csv_entries(stream, name, "\t" if name.lower().endswith(".tsv") else None)
    for entry in entries:
        yield _of_entry(entry, name, reading)


def _of_entry(entry: Entry, name: str, reading: Reading) -> Item:
    """The document, or the timeline already extracted, of one record."""
    if entry.record is None:
        return entry.error or DocumentError(f"{entry.place}: this record is empty")
    record = entry.record
    try:
        if "schema_version" in record and "events" in record:
            return Timeline.from_json(json.dumps(record))
        if set(record) == {"error", "document"}:
            return DocumentError(f"{entry.place}: this document failed before: {record['error']}")
        fields = dict(reading.fields)
        text = pick(record, "text", fields)
        if not isinstance(text, str) or not text.strip():
            wanted = fields.get("text", "text")
            names = ", ".join(sorted(map(str, record))[:12])
            return DocumentError(
                f"{entry.place}: no text under {wanted!r}: this record has {names or 'no fields'}; "
                "name the right one with --field text=NAME"
            )
        given = pick(record, "id", fields)
        alone = entry.place == name
        stem = "stdin" if name == _STDIN else Path(name).stem
        identity = str(given) if given not in (None, "") else stem if alone else f"{stem}-{entry.number}"
        return _document(identity, text, _metadata(record, fields), reading, entry.place)
    except TimelineError as problem:
        return problem if str(problem).startswith(entry.place) else DocumentError(f"{entry.place}: {problem}")


def _metadata(record: dict[str, Any], fields: dict[str, str]) -> dict[str, Any]:
    return {key: pick(record, key, fields) for key in ("published", "title", "url")}


def _of_page(html: str, name: str, reading: Reading) -> Document:
    """The document of an HTML page."""
    from timeline.text.html import read_page

    page = read_page(html, name)
    basis_year = {"title": page.title, "url": page.url, "markup": page.published}
    return _document("" if name == _STDIN else Path(name).stem, page.text, basis_year, reading, name)


def _of_text(text: str, name: str, reading: Reading) -> Document:
    """The document of a plain text, without its front matter."""
    metadata: dict[str, Any] = {}
    front = _FRONT.match(text)
    if front:
        for line in front["fields"].splitlines():
            match = _FRONT_FIELD.fullmatch(line)
            if match:
                metadata[match["key"].lower()] = match["value"].strip("\"'")
        text = text[front.end() :]
    fields = dict(reading.fields)
    identity = str(pick(metadata, "id", fields) or ("" if name == _STDIN else Path(name).stem))
    return _document(identity, text, _metadata(metadata, fields), reading, name)


def _document(identity: str, text: str, metadata: dict[str, Any], reading: Reading, place: str) -> Document:
    """The record, with its publication day from (in this order) its fields, the option, markup, its dateline."""
    text = text.lstrip("\ufeff")
    if not text.strip():
        raise DocumentError(f"{place}: this document has no text: give a file that has some")
    url, own = metadata.get("url"), metadata.get("published")
    year = year_in(own) if own not in (None, "") else year_in(url) if url else None
    published: str | None = None
    basis: Literal["given", "metadata", "dateline", "none"] = "metadata"
    if own not in (None, "") and (year is None or year_in(own) is None):
        published = read_day(own)
    elif reading.published:
        published, basis = read_day(reading.published), "given"
    elif metadata.get("markup"):
        published = str(metadata["markup"])
    else:
        published = day_in_head(text, year)
        basis = "dateline" if published else "none"
    return Document(
        id=identity,
        text=text,
        title=_line(metadata.get("title")),
        published=published,
        published_basis=basis,
        url=_line(url),
    )


def _line(value: Any) -> str | None:
    """A metadata field as one line, or None."""
    return " ".join(str(value).split()) or None if value is not None else None
