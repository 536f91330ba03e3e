"""What the commands say on standard error: warnings always, progress only on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from typing import TypeVar

__all__ = ["UsageError", "counted", "progress", "say"]

T = TypeVar("T")


class UsageError(Exception):
    """A wrong option; the text says which and what to give."""


def say(message: str) -> None:
    """One line on standard error, without characters that would steer a terminal."""
    from timeline.exports.outcome import printable

    print(f"timeline: {' '.join(printable(message).split())}", file=sys.stderr, flush=True)


def counted(number: int, noun: str) -> str:
    """A number with its noun: ``1 document``, ``2 documents``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def progress(items: Iterable[T], data_on_terminal: bool) -> Iterator[T]:
    """The items as they come, counted on standard error if that is a terminal which the data do not use."""
    if not sys.stderr.isatty() or (data_on_terminal and sys.stdout.isatty()):
        return iter(items)
    return _plain_progress(items) if find_spec("rich") is None else _rich_progress(items)


def _rich_progress(items: Iterable[T]) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} documents"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("", total=None)
        for item in items:
            yield item
            bar.advance(task)


def _plain_progress(items: Iterable[T]) -> Iterator[T]:
    number = 0
    for number, item in enumerate(items, 1):
        yield item
        print(f"\r{counted(number, 'document')}", end="", file=sys.stderr, flush=True)
    if number:
        print(file=sys.stderr)
