"""Where data go: standard output or a file, whole at the end or document by document."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from timeline.cli.console import UsageError

__all__ = ["documents_in", "streaming", "write_whole"]


def write_whole(data: str | bytes, target: str, binary: bool = False) -> None:
    """Write an export: to standard output (``-``), or to a file that is either whole or untouched.

    Raises:
        UsageError: binary data for a terminal, or a file that cannot be written.
    """
    encoded = data if isinstance(data, bytes) else data.encode("utf-8")
    if target == "-":
        if binary and sys.stdout.isatty():
            raise UsageError("this format is binary and not for a terminal: give -o FILE")
        sys.stdout.buffer.write(encoded)
        sys.stdout.buffer.flush()
        return
    part = Path(f"{target}.part")
    try:
        part.write_bytes(encoded)
        os.replace(part, target)
    except OSError as problem:
        part.unlink(missing_ok=True)
        raise UsageError(f"cannot write {target}: {problem.strerror or problem}") from problem


@contextmanager
def streaming(target: str, append: bool = False) -> Iterator[BinaryIO]:
    """A stream for data that come piece by piece.

    Raises:
        UsageError: the file cannot be written.
    """
    if target == "-":
        yield sys.stdout.buffer
        return
    try:
        stream = open(target, "ab" if append else "wb")  # noqa: SIM115 (closed below)
    except OSError as problem:
        raise UsageError(f"cannot write {target}: {problem.strerror or problem}") from problem
    with stream:
        yield stream


def documents_in(target: str) -> set[str]:
    """The ids of the documents that a JSONL output holds; lines that are cut off or hold errors are taken out.

    Raises:
        UsageError: the file is no JSONL output of ours, or cannot be read.
    """
    path, done, kept, dropped = Path(target), set[str](), 0, 0
    if not path.exists():
        return done
    part = Path(f"{target}.part")
    try:
        with path.open("rb") as old, part.open("wb") as new:
            for line in old:
                ids = _ids_of(line)
                if ids is None:
                    dropped += 1
                    continue
                kept += 1
                done.update(ids)
                new.write(line)
        if dropped and not kept and path.stat().st_size > 0 and not _is_error_or_cut(path):
            raise UsageError(f"cannot resume: {target} is not the JSONL that 'timeline extract' writes")
        if dropped:
            os.replace(part, path)
    except OSError as problem:
        raise UsageError(f"cannot resume {target}: {problem.strerror or problem}") from problem
    finally:
        part.unlink(missing_ok=True)
    return done


def _ids_of(line: bytes) -> list[str] | None:
    """The document ids of a line that is whole, else None."""
    if not line.endswith(b"\n"):
        return None
    try:
        record = json.loads(line)
        return [str(document["id"]) for document in record["documents"]]
    except (ValueError, KeyError, TypeError):
        return None


def _is_error_or_cut(path: Path) -> bool:
    """Whether a file without any whole document begins as ours do."""
    with path.open("rb") as stream:
        head = stream.read(64)
    return head.startswith((b'{"schema_version"', b'{"error"')) or b'{"schema_version"'.startswith(head)
