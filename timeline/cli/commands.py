"""What each command does: extract, graph, merge, report, schema."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import Literal, cast

from timeline.cli.batch import Done, Job, run
from timeline.cli.console import UsageError, counted, progress, say
from timeline.cli.output import documents_in, streaming, write_whole
from timeline.errors import DocumentError, LexiconError, TimelineError
from timeline.exports import Shape, export, format_of, formats
from timeline.lexicons import Lexicon
from timeline.models import Document, Timeline
from timeline.text.dateline import read_day
from timeline.text.documents import Reading, scan
from timeline.text.tables import FIELDS

__all__ = ["Outcome", "extract", "graph", "job_of", "merge", "read_all", "report", "schema", "side_by_side"]


class Outcome:
    """What came of the inputs, and the exit status that follows."""

    def __init__(self) -> None:
        self.documents = self.events = self.failed = self.dateless = self.not_done = self.unsure = 0
        self.first_dateless = ""

    def take(self, done: Done) -> None:
        """Count one document; name it at once if it failed."""
        if done.error is not None:
            self.failed += 1
            say(f"{done.name}: {done.error}" if done.name and done.name not in done.error else done.error)
            return
        self.documents += 1
        self.events += done.events
        self.not_done += done.not_done
        self.unsure += done.unsure
        if done.undated:
            self.first_dateless = self.first_dateless or done.name
            self.dateless += 1

    def close(self) -> int:
        """Say what the user should know, once; the exit status."""
        if self.dateless:
            others = f" and {self.dateless - 1} more" if self.dateless > 1 else ""
            say(
                f"no publication date for {self.first_dateless}{others}: dates such as 'Tuesday' or 'last month' "
                "stay open; give --published YYYY-MM-DD"
            )
        if self.not_done:
            say(f"{counted(self.not_done, 'denied or hypothetical event')} left out: give --all to keep them")
        if self.unsure:
            say(f"{counted(self.unsure, 'event')} below --min-confidence left out")
        if sys.stderr.isatty():
            say(f"{counted(self.documents, 'document')}, {counted(self.events, 'event')}")
        if self.failed:
            say(f"{counted(self.failed, 'input')} failed")
        return 1 if self.failed else 0


def reading_of(arguments: Namespace) -> Reading:
    """How to read the inputs.

    Raises:
        UsageError: a wrong --published or --field.
    """
    fields: dict[str, str] = {}
    for pair in arguments.field:
        field, equals, name = pair.partition("=")
        if not equals or not name or field not in FIELDS:
            raise UsageError(f"--field {pair}: write FIELD=NAME with one of {', '.join(FIELDS)}, as in text=body")
        fields[field] = name
    try:
        published = read_day(arguments.published) if arguments.published else None
    except DocumentError:
        raise UsageError(f"--published {arguments.published}: no such day: write it as YYYY-MM-DD") from None
    return Reading(published, fields, arguments.encoding, arguments.input_format)


def job_of(arguments: Namespace, render: Literal["jsonl", "csv"] | None = None) -> Job:
    """What to do with each document.

    Raises:
        UsageError: a wrong --min-confidence or a lexicon that does not load.
    """
    least = arguments.min_confidence
    if least is not None and not 0 <= least <= 1:
        raise UsageError(f"--min-confidence {least}: give a number from 0 to 1")
    try:
        Lexicon.default().extended(*arguments.lexicon)
    except LexiconError as problem:
        raise UsageError(f"--lexicon: {problem}") from problem
    return Job(tuple(arguments.lexicon), least, arguments.all, render)


def inputs_of(arguments: Namespace) -> list[str]:
    """The inputs; standard input when none is named and it is no terminal.

    Raises:
        UsageError: nothing to read.
    """
    if arguments.inputs:
        return list(arguments.inputs)
    if sys.stdin.isatty():
        raise UsageError("nothing to read: give a file, a folder, or - for standard input")
    return ["-"]


def processes_of(arguments: Namespace) -> int:
    """How many processes to use.

    Raises:
        UsageError: a negative number.
    """
    if arguments.jobs < 0:
        raise UsageError(f"--jobs {arguments.jobs}: give 1 or more, or 0 for one a core")
    return arguments.jobs or os.cpu_count() or 1


def format_for(arguments: Namespace, shape: Shape, default: str) -> str:
    """The format by option, by the ending of the output file, or the default.

    Raises:
        MissingExtraError: it needs a package that is not installed (better said before the work than after).
    """
    form: str = arguments.format or format_of(arguments.output, shape) or default
    if formats(shape)[form].extra:
        export(Timeline(), form, shape)
    return form


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


def graph(arguments: Namespace) -> int:
    """``timeline graph``: who answered whom, over all inputs together."""
    form, outcome = format_for(arguments, "graph", "mermaid"), Outcome()
    timeline = _joined(arguments, outcome)
    if timeline is not None:
        _write(timeline, form, "graph", arguments.output)
    return outcome.close()


def merge(arguments: Namespace) -> int:
    """``timeline merge``: one timeline, acts that several documents report joined."""
    form, outcome = format_for(arguments, "timeline", "json"), Outcome()
    timeline = _joined(arguments, outcome)
    if timeline is not None:
        _write(timeline, form, "timeline", arguments.output)
    return outcome.close()


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
