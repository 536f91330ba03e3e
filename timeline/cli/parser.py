"""The options of all commands, with examples in their help texts."""

from __future__ import annotations

import argparse
from typing import TypeAlias

from timeline import __version__
from timeline.exports import Shape, formats

__all__ = ["build_parser"]

_ABOUT = """\
Reads news prose and writes who did what to whom, when, and in answer to what.

  timeline extract article.txt --published 2021-05-06      a timeline as JSON
  timeline graph article.txt --published 2021-05-06        who answered whom, as a Mermaid graph
  timeline report articles/ -o report.html                 one page to read and check
"""
_STATUS = """\
Data go to standard output, everything else to standard error.
Exit status: 0 done, 1 some inputs failed (each is named), 2 wrong usage, 130 interrupted.
"""
_EXTRACT = """\
examples:
  timeline extract article.txt --published 2021-05-06
  timeline extract page.html -o chronology.md
  cat article.txt | timeline extract - --format csv > events.csv
  timeline extract news.jsonl --field text=body --jobs 4 -o events.jsonl
  timeline extract news.jsonl --jobs 4 -o events.jsonl --resume
  timeline extract events.jsonl -o events.ics     (what is extracted already is only converted)
"""
_GRAPH = """\
examples:
  timeline graph article.txt --published 2021-05-06
  timeline graph articles/ -o answers.graphml
  timeline graph timeline.json --format dot | dot -Tsvg > answers.svg
"""
_MERGE = """\
examples:
  timeline merge articles/ -o chronology.json
  timeline merge monday.json tuesday.jsonl --format markdown
"""
_REPORT = """\
examples:
  timeline report article.txt --published 2021-05-06 -o report.html
  timeline report timeline.json --title "Spring 2021" -o report.html
"""
_EXPLAIN = """\
examples:
  timeline explain article.txt --published 2021-05-06     every event with its reasons
  timeline explain timeline.json e1a2b3                   one event (the beginning of its id will do)
  timeline explain timeline.json 'e1a2b3->e4c5d6'         why one answers the other, or why not
"""
_INPUT = (
    "text, HTML, JSON, JSONL or CSV files, folders, quoted globs, or - for standard input; "
    "timelines already extracted (.json, .jsonl) are taken as they are"
)
_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def build_parser() -> argparse.ArgumentParser:
    """The parser of ``timeline``; each command names its function in ``run``."""
    parser = argparse.ArgumentParser(
        prog="timeline", description=_ABOUT, epilog=_STATUS, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"timeline {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_extract(commands)
    _add_graph(commands)
    _add_merge(commands)
    _add_report(commands)
    _add_explain(commands)
    schema = _command(commands, "schema", "commands:schema", "the JSON Schema of what extract writes")
    _add_target(schema)
    return parser


def _add_extract(commands: _Commands) -> None:
    parser = _command(commands, "extract", "commands:extract", "each document's own timeline", "timeline", _EXTRACT)
    _add_inputs(parser)
    _add_keeping(parser)
    _add_output(parser, "timeline", "json")
    _add_batch(parser)


def _add_graph(commands: _Commands) -> None:
    about = "who answered whom, over all inputs together"
    parser = _command(commands, "graph", "commands:graph", about, "graph", _GRAPH)
    _add_inputs(parser)
    _add_keeping(parser)
    _add_output(parser, "graph", "mermaid")
    _add_jobs(parser)


def _add_merge(commands: _Commands) -> None:
    about = "one timeline of all inputs; acts that several report are joined"
    parser = _command(commands, "merge", "commands:merge", about, "timeline", _MERGE)
    _add_inputs(parser)
    _add_keeping(parser)
    _add_output(parser, "timeline", "json")
    _add_jobs(parser)


def _add_report(commands: _Commands) -> None:
    about = "one HTML page of all inputs, to read and check"
    parser = _command(commands, "report", "commands:report", about, None, _REPORT)
    _add_inputs(parser)
    _add_keeping(parser)
    _add_target(parser)
    parser.add_argument("--title", help="the page's title")
    _add_jobs(parser)


def _add_explain(commands: _Commands) -> None:
    about = "the words, rules and readings behind events and links"
    parser = _command(commands, "explain", "explain:explain", about, None, _EXPLAIN)
    parser.add_argument("input", metavar="INPUT", help=_INPUT)
    parser.add_argument("what", nargs="?", metavar="EVENT | CAUSE->EFFECT", help="an event's id, or two with an arrow")
    _add_reading(parser)


def _command(
    commands: _Commands, name: str, run: str, about: str, shape: Shape | None = None, examples: str = ""
) -> argparse.ArgumentParser:
    """A command; its help ends with its formats and examples."""
    known = formats(shape) if shape else {}
    listed = "".join(f"  {form:<12}{known[form].about}\n" for form in known)
    parser = commands.add_parser(
        name,
        help=about,
        description=about[0].upper() + about[1:] + ".",
        epilog=(f"formats:\n{listed}\n" if listed else "") + examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    return parser


def _add_inputs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inputs", metavar="INPUT", nargs="*", help=_INPUT)
    _add_reading(parser)


def _add_reading(parser: argparse.ArgumentParser) -> None:
    """Options on how to read."""
    parser.add_argument(
        "--published",
        metavar="YYYY-MM-DD",
        help="publication day of documents whose own fields give none; without any, 'last month' stays undated",
    )
    parser.add_argument(
        "--field",
        metavar="FIELD=NAME",
        action="append",
        default=[],
        help="the name under which the inputs keep id, text, published, title or url (dots lead inwards: text=a.b)",
    )
    parser.add_argument(
        "--input-format",
        metavar="KIND",
        choices=["auto", "text", "html", "json", "jsonl", "csv"],
        default="auto",
        help="text, html, json, jsonl or csv (default: by ending; standard input by its first bytes)",
    )
    parser.add_argument("--encoding", metavar="NAME", help="encoding of the inputs (default: detected)")
    parser.add_argument(
        "--lexicon", metavar="FILE", action="append", default=[], help="more words, in tab-separated tables"
    )


def _add_keeping(parser: argparse.ArgumentParser) -> None:
    """Options on which events to write."""
    parser.add_argument(
        "--min-confidence", metavar="X", type=float, help="leave out events and links less sure than X (0 to 1)"
    )
    parser.add_argument("--all", action="store_true", help="keep denied and hypothetical events, too")


def _add_output(parser: argparse.ArgumentParser, shape: Shape, default: str) -> None:
    """Options on the form of what is written."""
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        choices=list(formats(shape)),
        help=f"see below (default: by the ending of -o, else {default})",
    )
    _add_target(parser)


def _add_target(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", metavar="FILE", default="-", help="where to write (default: standard output)")


def _add_jobs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--jobs", metavar="N", type=int, default=1, help="processes to use (default: 1; 0: one a core)")


def _add_batch(parser: argparse.ArgumentParser) -> None:
    """Options for many documents."""
    _add_jobs(parser)
    parser.add_argument(
        "--keep-going",
        action="store_true",
        help='with jsonl: a line {"error": ..., "document": ...} in place of each document that failed',
    )
    parser.add_argument(
        "--resume",
        action="store_true",
        help="with jsonl and -o: go on where the file ends; documents that it holds are not read again",
    )
