"""What each command does: extract, graph, merge, report, schema."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from typing import Literal, cast

from timeline.cli.batch import run
from timeline.cli.console import UsageError, counted, progress, say
from timeline.cli.options import format_for, inputs_of, job_of, processes_of, reading_of
from timeline.cli.outcome import Outcome
from timeline.cli.output import documents_in, streaming, write_whole
from timeline.errors import TimelineError
from timeline.exports import Shape, export, formats
from timeline.lexicons import Lexicon
from timeline.models import Document, Timeline
from timeline.text.documents import scan

__all__ = ["extract", "graph", "merge", "read_all", "report", "schema", "side_by_side"]


def extract(arguments: Namespace) -> int:
    """``timeline extract``: each document's own timeline."""
    form = format_for(arguments, "timeline", "json")
    if (arguments.resume or arguments.keep_going) and form != "jsonl":
        raise UsageError("--resume and --keep-going go with --format jsonl")
    if arguments.resume and arguments.output == "-":
        raise UsageError("--resume needs the file to go on with: give -o FILE")
    if form in ("jsonl", "csv"):
        return _extract_streaming(arguments, cast('Literal["jsonl", "csv"]', form))
    outcome = Outcome()
    timelines = read_all(arguments, outcome)
    if timelines:
        _write(side_by_side(timelines), form, "timeline", arguments.output)
    return outcome.close()


def _extract_streaming(arguments: Namespace, form: Literal["jsonl", "csv"]) -> int:
    """Write each document's lines when it is done."""
    from timeline.exports.records import csv_header

    job, outcome = job_of(arguments, form), Outcome()
    items = scan(inputs_of(arguments), reading_of(arguments))
    done_before = documents_in(arguments.output) if arguments.resume else set()
    fresh = (item for item in items if not _is_in(item, done_before))
    results = progress(run(fresh, job, processes_of(arguments)), arguments.output == "-")
    with streaming(arguments.output, append=bool(done_before)) as stream:
        if form == "csv":
            stream.write(csv_header().encode())
        for done in results:
            outcome.take(done)
            line = done.text
            if line is None and arguments.keep_going:
                line = json.dumps({"error": done.error, "document": done.name or None}, ensure_ascii=False) + "\n"
            if line is not None:
                stream.write(line.encode("utf-8"))
                stream.flush()
    return outcome.close()


def _is_in(item: Document | Timeline | TimelineError, done: set[str]) -> bool:
    """Whether an earlier run has written all documents of an item."""
    if isinstance(item, TimelineError):
        return False
    documents = (item,) if isinstance(item, Document) else item.documents
    return bool(documents) and all(document.id in done for document in documents)


def read_all(arguments: Namespace, outcome: Outcome) -> list[Timeline]:
    """The timelines of all inputs, in order."""
    return list(_timelines(arguments, outcome))


def _timelines(arguments: Namespace, outcome: Outcome) -> Iterator[Timeline]:
    items = scan(inputs_of(arguments), reading_of(arguments))
    for done in progress(run(items, job_of(arguments), processes_of(arguments)), False):
        outcome.take(done)
        if done.timeline is not None:
            yield done.timeline


def side_by_side(timelines: list[Timeline]) -> Timeline:
    """All in one timeline, nothing joined; what stands in two of them stands there once."""
    if len(timelines) == 1:
        return timelines[0]
    documents = {document.id: document for each in timelines for document in each.documents}
    events = {event.id: event for each in timelines for event in each.events}
    links = {(link.cause, link.effect, link.kind): link for each in timelines for link in each.links}
    return Timeline.of(documents.values(), events.values(), links.values())


def _joined(arguments: Namespace, outcome: Outcome) -> Timeline | None:
    """All inputs as one timeline, acts that several report joined; None when there is nothing."""
    timelines = read_all(arguments, outcome)
    if len(timelines) < 2:
        return timelines[0] if timelines else None
    from timeline.pipeline import merge as merge_timelines

    lexicon = Lexicon.default().extended(*arguments.lexicon) if arguments.lexicon else None
    if arguments.min_confidence is None:
        return merge_timelines(timelines, lexicon)
    return merge_timelines(timelines, lexicon, min_link_confidence=arguments.min_confidence)


def _write(timeline: Timeline, form: str, shape: Shape, target: str) -> None:
    result = export(timeline, form, shape)
    write_whole(result.data, target, formats(shape)[form].binary)
    if result.left_out:
        say(f"{counted(result.left_out, 'event')} not in the {form} output: {result.why}")


def _write_joined(arguments: Namespace, shape: Shape, default: str) -> int:
    """Everything that was read, as one timeline in the format asked for."""
    form, outcome = format_for(arguments, shape, default), Outcome()
    timeline = _joined(arguments, outcome)
    if timeline is not None:
        _write(timeline, form, shape, arguments.output)
    return outcome.close()


def graph(arguments: Namespace) -> int:
    """``timeline graph``: who answered whom, over all inputs together."""
    return _write_joined(arguments, "graph", "mermaid")


def merge(arguments: Namespace) -> int:
    """``timeline merge``: one timeline, acts that several documents report joined."""
    return _write_joined(arguments, "timeline", "json")


def report(arguments: Namespace) -> int:
    """``timeline report``: one HTML page."""
    from timeline.exports.pages import report_html

    outcome = Outcome()
    timeline = _joined(arguments, outcome)
    if timeline is not None:
        write_whole(report_html(timeline, arguments.title), arguments.output)
    return outcome.close()


def schema(arguments: Namespace) -> int:
    """``timeline schema``: the JSON Schema of a timeline."""
    from timeline.exports.records import schema_json

    write_whole(schema_json(), arguments.output)
    return 0
