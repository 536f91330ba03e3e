"""Running the command line inside the test process."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

__all__ = ["Result", "Run"]


class Result(NamedTuple):
    """Exit status, standard output and standard error of a command."""

    status: int
    out: bytes
    err: str


Run = Callable[..., Result]
