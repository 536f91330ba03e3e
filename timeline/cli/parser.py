"""The options of all commands, with examples in their help texts."""

from __future__ import annotations

import argparse

from timeline import __version__
from timeline.exports import Shape, formats

__all__ = ["build_parser"]

_ABOUT = """\
Reads news prose and writes who did what to whom, when, and in answer to what.

  timeline extract article.txt --published 2021-05-06      a timeline as JSON
  timeline graph article.txt --published 2021-05-06        who answered whom, as a Mermaid graph
  timeline report articles/ -o report.html                 one page to read and check
"""
_EXTRACT = """\
examples:
  timeline extract article.txt --published 2021-05-06
  timeline extract page.html -o chronology.md
  cat article.txt | timeline extract - --format csv > events.csv
  timeline extract news.jsonl --field text=body --jobs 4 -o events.jsonl
  timeline extract news.jsonl --jobs 4 -o events.jsonl --resume
  timeline extract events.jsonl -o events.ics              (timelines already extracted are only converted)
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
  timeline explain article.txt --published 2021-05-06      every event with its reasons
  timeline explain timeline.json e1a2b3                    one event (the beginning of its id is enough)
  timeline explain timeline.json 'e1a2b3->e4c5d6'          why one answers the other, or why no link is known
"""
_INPUT = """\
text, HTML, JSON, JSONL or CSV files, folders, quoted globs, or - for standard input;
timelines already extracted (.json, .jsonl) are taken as they are"""


def build_parser() -> argparse.ArgumentParser:
    """The parser of ``timeline``; each command names its function in ``run``."""
    parser = argparse.ArgumentParser(
        prog="timeline", description=_ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"timeline {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    extract = _command(commands, "extract", "commands:extract", "read documents, write their timelines", _EXTRACT)
    _add_reading(extract, "*")
    _add_output(extract, "timeline", "json, or by the ending of -o")
    _add_batch(extract)

    graph = _command(commands, "graph", "commands:graph", "who answered whom, as a graph", _GRAPH)
    _add_reading(graph, "*")
    _add_output(graph, "graph", "mermaid, or by the ending of -o")
    _add_jobs(graph)

    merge = _command(commands, "merge", "commands:merge", "join documents or timelines into one timeline", _MERGE)
    _add_reading(merge, "*")
    _add_output(merge, "timeline", "json, or by the ending of -o")
    _add_jobs(merge)

    report = _command(commands, "report", "commands:report", "one self-contained HTML page", _REPORT)
    _add_reading(report, "*")
    report.add_argument("-o", "--output", metavar="FILE", default="-", help="where to write (default: standard output)")
    report.add_argument("--title", help="the page's title")
    _add_jobs(report)

    explain = _command(commands, "explain", "explain:explain", "the reasons for events and links", _EXPLAIN)
    _add_reading(explain, None)
    explain.add_argument("what", nargs="?", metavar="EVENT | CAUSE->EFFECT", help="an event's id, or two with an arrow")

    schema = _command(commands, "schema", "commands:schema", "the JSON Schema of what extract writes", None)
    schema.add_argument("-o", "--output", metavar="FILE", default="-", help="where to write (default: standard output)")
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, run: str, about: str, examples: str | None
) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        name,
        help=about,
        description=about[0].upper() + about[1:] + ".",
        epilog=examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    return parser


def _add_reading(parser: argparse.ArgumentParser, nargs: str | None) -> None:
    """Options on what to read and which events to keep."""
    name = "inputs" if nargs else "input"
    parser.add_argument(name, metavar="INPUT", nargs=nargs, help=_INPUT)
    parser.add_argument(
        "--published",
        metavar="YYYY-MM-DD",
        help="publication day of documents whose own fields give none; without one, 'last month' stays undated",
    )
    parser.add_argument(
        "--field",
        metavar="FIELD=NAME",
        action="append",
        default=[],
        help="the name under which JSON, JSONL, CSV or front matter keeps id, text, published, title or url "
        "(dots lead inwards: text=article.body)",
    )
    parser.add_argument(
        "--input-format",
        choices=["auto", "text", "html", "json", "jsonl", "csv"],
        default="auto",
        help="how to read the inputs (default: by ending, standard input by its first bytes)",
    )
    parser.add_argument("--encoding", metavar="NAME", help="encoding of the inputs (default: detected)")
    parser.add_argument(
        "--lexicon", metavar="FILE", action="append", default=[], help="more words, in tab-separated tables"
    )
    parser.add_argument(
        "--min-confidence", metavar="X", type=float, help="leave out events and links less sure than X (0 to 1)"
    )
    parser.add_argument("--all", action="store_true", help="keep denied and hypothetical events, too")


def _add_output(parser: argparse.ArgumentParser, shape: Shape, default: str) -> None:
    """Options on where and how to write."""
    known = formats(shape)
    about = "; ".join(f"{name}: {form.about}" for name, form in known.items())
    parser.add_argument("--format", choices=list(known), help=f"{about} (default: {default})")
    parser.add_argument("-o", "--output", metavar="FILE", default="-", help="where to write (default: standard output)")


def _add_jobs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--jobs", metavar="N", type=int, default=1, help="processes to use; 0 for one a core")


def _add_batch(parser: argparse.ArgumentParser) -> None:
    """Options for many documents."""
    _add_jobs(parser)
    parser.add_argument(
        "--keep-going",
        action="store_true",
        help='with jsonl: write a line {"error": ..., "document": ...} in place of a document that failed',
    )
    parser.add_argument(
        "--resume",
        action="store_true",
        help="with jsonl and -o: go on where the file ends; documents in it are not read again",
    )
