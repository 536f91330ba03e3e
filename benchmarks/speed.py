"""Speed of the whole pipeline, and what share each of its stages has.

    python -m benchmarks.speed PATH ... [--rounds N]

A PATH is a folder of ``*.json``, one JSON file or a JSONL file; each object has ``text`` and, where known,
``published`` and ``title``.  The texts are read once to warm up (tables loaded, patterns compiled) and then N times
(default 5), once each by itself and once all joined into one text; the best round counts, since whatever else runs
can only slow one down.  The stages are timed in the same way, each by itself.  CPU time of this process, one core.
Characters are counted, in thousands and millions: for English news that is kB and MB.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from timeline import pipeline
from timeline.models import Document

__all__ = ["main", "measure", "read_documents"]

#: The functions of the pipeline that are timed, in their order.
STAGES = (
    "split", "analyse", "tag", "find_mentions", "code", "supply_counterparts", "date_triggers", "merge_mentions",
    "find_links", "bound_answers",
)  # fmt: skip
#: Between two texts that are joined, as between two paragraphs.
_JOINT = "\n\n"


def read_documents(paths: Sequence[Path]) -> list[Document]:
    """The documents of folders, JSON files and JSONL files, in the order of their names."""
    files = [file for path in paths for file in (sorted(path.glob("*.json")) if path.is_dir() else [path])]
    rows: list[dict[str, Any]] = []
    for file in files:
        text = file.read_text(encoding="utf-8")
        rows += [json.loads(line) for line in text.splitlines()] if file.suffix == ".jsonl" else [json.loads(text)]
    return [Document(text=row["text"], published=row.get("published"), title=row.get("title")) for row in rows]


def _extract_all(documents: Sequence[Document]) -> None:
    for document in documents:
        pipeline.extract(document)


def _best(run: Callable[[], None], rounds: int) -> float:
    """The least CPU time of several rounds, in seconds."""
    times = []
    for _ in range(rounds):
        before = time.process_time()
        run()
        times.append(time.process_time() - before)
    return min(times)


@contextmanager
def _timed(seconds: dict[str, float]) -> Iterator[None]:
    """While it is open, the time that each stage takes is added to ``seconds``."""

    def timed(name: str, stage: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **options: Any) -> Any:
            before = time.process_time()
            found = stage(*args, **options)
            seconds[name] += time.process_time() - before
            return found

        return run

    plain = {name: getattr(pipeline, name) for name in STAGES}
    try:
        for name, stage in plain.items():
            setattr(pipeline, name, timed(name, stage))
        yield
    finally:
        for name, stage in plain.items():
            setattr(pipeline, name, stage)


def _by_stage(documents: Sequence[Document], rounds: int) -> dict[str, float]:
    """The least seconds of each stage, and of all that lies between them."""
    found: list[dict[str, float]] = []
    for _ in range(rounds):
        seconds: dict[str, float] = defaultdict(float)
        with _timed(seconds):
            whole = _best(lambda: _extract_all(documents), 1)
        seconds["the rest"] = whole - sum(seconds.values())
        found.append(seconds)
    return {name: min(seconds[name] for seconds in found) for name in (*STAGES, "the rest")}


def measure(documents: Sequence[Document], rounds: int) -> dict[str, Any]:
    """Characters, kB/s of the texts one by one and of all in one, and seconds for each MB by stage."""
    size = sum(len(document.text) for document in documents)
    joined = Document(text=_JOINT.join(d.text for d in documents), published=documents[0].published)
    _extract_all(documents)
    stages = _by_stage(documents, rounds)
    return {
        "characters": size,
        "texts": len(documents),
        "kb_s": round(size / 1e3 / _best(lambda: _extract_all(documents), rounds), 1),
        "joined_kb_s": round(len(joined.text) / 1e3 / _best(lambda: _extract_all([joined]), rounds), 1),
        "seconds_per_mb": {name: round(seconds / size * 1e6, 3) for name, seconds in stages.items()},
    }


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", type=Path, nargs="+", metavar="PATH")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    documents = read_documents(args.paths)
    if not documents:
        parser.error("there is no text in these paths: give a folder of *.json, a .json or a .jsonl file")
    print(json.dumps(measure(documents, args.rounds), indent=2))


if __name__ == "__main__":
    main()
