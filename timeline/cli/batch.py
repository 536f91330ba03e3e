"""Many documents, one process or several: results in input order, a bounded number in flight."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing import connection, get_context, parent_process
from typing import Literal

from timeline.errors import DocumentError, TimelineError
from timeline.exports.outcome import select
from timeline.exports.records import csv_lines, to_jsonl
from timeline.lexicons import Lexicon
from timeline.models import Document, Timeline

__all__ = ["Done", "Job", "run"]

#: Documents given to the processes ahead of the one whose result is awaited, for each process.
_AHEAD = 8


@dataclass(frozen=True, slots=True)
class Job:
    """What is done with each document.  ``render`` turns its timeline to text where it was read."""

    lexicons: tuple[str, ...] = ()
    min_confidence: float | None = None
    not_done: bool = False
    render: Literal["jsonl", "csv"] | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What came of one document: its rendered text or its timeline, or why it failed."""

    name: str
    text: str | None = None
    timeline: Timeline | None = None
    error: str | None = None
    undated: bool = False
    events: int = 0
    not_done: int = 0
    unsure: int = 0


class _Reader:
    """Does the job for one document after the other in one process."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.lexicon = Lexicon.default().extended(*job.lexicons) if job.lexicons else Lexicon.default()

    def __call__(self, item: Document | Timeline) -> Done:
        """The timeline of a document (of one already extracted: the events chosen), rendered if so wished."""
        name = item.id if isinstance(item, Document) else ", ".join(d.id for d in item.documents)
        try:
            chosen = select(
                self._timeline(item), not_done=self.job.not_done, min_confidence=self.job.min_confidence or 0.0
            )
        except TimelineError as problem:
            return Done(name, error=str(problem))
        except Exception as problem:  # a bug of ours must not cost the rest of a batch
            return Done(name, error=f"internal error, please report it: {type(problem).__name__}: {problem}")
        done = Done(
            name,
            timeline=chosen.timeline,
            undated=isinstance(item, Document) and item.published is None,
            events=len(chosen.timeline),
            not_done=chosen.not_done,
            unsure=chosen.unsure,
        )
        if self.job.render is None:
            return done
        render = to_jsonl if self.job.render == "jsonl" else csv_lines
        return replace(done, timeline=None, text=render(chosen.timeline))

    def _timeline(self, item: Document | Timeline) -> Timeline:
        if isinstance(item, Timeline):
            return item
        from timeline.pipeline import extract

        if self.job.min_confidence is None:
            return extract(item, lexicon=self.lexicon)
        return extract(item, lexicon=self.lexicon, min_link_confidence=self.job.min_confidence)


def run(items: Iterable[Document | Timeline | TimelineError], job: Job, processes: int = 1) -> Iterator[Done]:
    """What came of each item, in their order; nothing that goes wrong with one touches the others."""
    if processes <= 1:
        read = _Reader(job)
        for item in items:
            yield _failed(item) if isinstance(item, TimelineError) else read(item)
        return
    # Spawned, not forked: the same on every platform, and safe beside the progress display's thread.
    with ProcessPoolExecutor(processes, get_context("spawn"), _start_worker, (job,)) as pool:
        waiting: deque[Done | Future[Done]] = deque()
        try:
            for item in items:
                waiting.append(_failed(item) if isinstance(item, TimelineError) else pool.submit(_work, item))
                while waiting and (len(waiting) > processes * _AHEAD or isinstance(waiting[0], Done)):
                    yield _result(waiting.popleft())
            while waiting:
                yield _result(waiting.popleft())
        except BrokenProcessPool as problem:
            raise DocumentError(
                "a worker process died (out of memory?): give fewer --jobs, and --resume to go on"
            ) from problem
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _failed(problem: TimelineError) -> Done:
    return Done("", error=str(problem))


def _result(waiting: Done | Future[Done]) -> Done:
    return waiting if isinstance(waiting, Done) else waiting.result()


_worker: _Reader | None = None


def _start_worker(job: Job) -> None:
    """Prepare a process: Ctrl-C is the parent's affair, and when the parent dies, so does the worker."""
    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_die_with, args=(parent.sentinel,), daemon=True).start()
    _worker = _Reader(job)


def _die_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def _work(item: Document | Timeline) -> Done:
    assert _worker is not None, "the pool's initializer has run"
    return _worker(item)
