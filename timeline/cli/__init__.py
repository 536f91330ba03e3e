"""The command line: ``timeline extract | graph | merge | report | explain | schema``.

Data goes to standard output, everything else to standard error.  Exit status: 0 done, 1 some inputs
failed (each is named), 2 wrong usage, 130 interrupted.  Only argparse is loaded here; the rest when run.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from timeline.cli.console import UsageError
from timeline.cli.parser import build_parser
from timeline.errors import TimelineError

__all__ = ["main"]

DONE, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status (argparse itself exits with 2 on a wrong option)."""
    arguments = build_parser().parse_args(argv)
    module, _, function = arguments.run.partition(":")
    try:
        status: int = getattr(import_module(f"timeline.cli.{module}"), function)(arguments)
        sys.stdout.flush()
        return status
    except UsageError as problem:
        print(f"timeline {arguments.command}: {problem}", file=sys.stderr)
        return USAGE
    except TimelineError as problem:
        print(f"timeline: {problem}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        # The reader has enough (`timeline ... | head`); Python must not complain on exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        print("timeline: interrupted", file=sys.stderr)
        return INTERRUPTED
