"""Options turned into what the rooms take; a wrong one is a :class:`UsageError` that says what to give."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from pathlib import Path
from typing import Literal

from timeline.cli.batch import Job
from timeline.cli.console import UsageError
from timeline.errors import DocumentError, LexiconError
from timeline.exports import Shape, export, format_of, formats
from timeline.lexicons import Lexicon
from timeline.models import Timeline
from timeline.text.dateline import read_day
from timeline.text.documents import Reading
from timeline.text.tables import FIELDS

__all__ = ["format_for", "inputs_of", "job_of", "processes_of", "reading_of"]


def reading_of(arguments: Namespace) -> Reading:
    """How to read the inputs.

    Raises:
        UsageError: a wrong --published or --field, or an output that is an input, too.
    """
    target = Path(getattr(arguments, "output", "-"))
    for name in arguments.inputs if target.exists() else ():
        if Path(name).is_file() and Path(name).samefile(target):
            raise UsageError(f"-o {target}: this file is an input, too: give another")
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
    return Reading(published, fields, arguments.encoding, arguments.input_format, target)


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
