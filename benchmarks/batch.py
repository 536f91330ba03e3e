"""Batches measured: every format read back, many documents killed and resumed, peak memory.

    python -m benchmarks.batch formats FOLDER       # articles as JSON ({"text", "published", "title"}) or text
    python -m benchmarks.batch resume [10000]       # a run killed in the middle, then --resume
    python -m benchmarks.batch memory [1000 10000]  # peak resident memory by number of documents

Each prints one JSON object on standard output.  The documents of ``resume`` and ``memory`` are made
here from templates, the same ones each time.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.readers import READERS

COUNTRIES = ("Russia", "Turkey", "Iran", "China", "Japan", "India", "Brazil", "Canada", "France", "Egypt", "Qatar")
PEOPLE = (
    "Russian",
    "Turkish",
    "Iranian",
    "Chinese",
    "Japanese",
    "Indian",
    "Brazilian",
    "Canadian",
    "French",
    "Egyptian",
)
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
OPENINGS = (
    "{a} expelled {n} {them} diplomats on {month} {day}, the foreign ministry said.",
    "{a} imposed tariffs of {n} percent on {them} steel on {month} {day}.",
    "On {month} {day}, {a} accused {b} of breaking a border agreement.",
    "{a} closed its airspace to {them} airliners last week.",
)
ANSWERS = (
    "{b} responded by expelling {n} diplomats of its own two days later.",
    "In retaliation, {b} recalled its ambassador on Friday and froze talks on trade.",
    "{b} condemned the move and warned of countermeasures.",
    "{b} denied the charge and demanded an apology within {n} days.",
)
CLOSINGS = (
    "The two countries plan to hold talks in {later}.",
    "Markets were calm. Observers had expected worse.",
    "The presidents of both countries spoke by phone on Sunday.",
)


def documents(count: int) -> Iterator[dict[str, str]]:
    """Short news items made from the templates; item ``n`` is always the same."""
    for n in range(count):
        a, b = n % len(COUNTRIES), (n // 3 + 1) % len(PEOPLE)
        b = b if b != a else (b + 1) % len(PEOPLE)
        words = {
            "a": COUNTRIES[a], "b": COUNTRIES[b], "them": PEOPLE[b], "n": 2 + n % 37,
            "month": MONTHS[n // 7 % 8], "day": 1 + n % 27, "later": MONTHS[-1 - n % 2],
        }  # fmt: skip
        parts = (OPENINGS[n % len(OPENINGS)], ANSWERS[n // 5 % len(ANSWERS)], CLOSINGS[n // 11 % len(CLOSINGS)])
        text = " ".join(parts).format(**words)
        yield {"id": f"item-{n:06d}", "text": text, "published": f"2021-09-{1 + n % 28:02d}"}


def write_documents(path: Path, count: int) -> None:
    """The documents as JSONL."""
    with path.open("w", encoding="utf-8") as stream:
        for record in documents(count):
            stream.write(json.dumps(record) + "\n")


def command(source: Path, target: Path, *options: str) -> list[str]:
    """The command line of a run with two processes."""
    run = [sys.executable, "-m", "timeline", "extract", str(source), "--jobs", "2", "--format", "jsonl"]
    return [*run, "-o", str(target), *options]


def resume(count: int) -> dict[str, Any]:
    """Kill a run when half of its lines are out, resume it, and count each document in the output."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        write_documents(source, count)
        started = time.monotonic()
        process = subprocess.Popen(command(source, target))
        while not target.exists() or lines_in(target) < count // 2:
            time.sleep(0.2)
        process.kill()
        process.wait()
        cut_at = lines_in(target)
        with target.open("ab") as stream:
            stream.write(b'{"schema_version":"1.0","docu')  # a line cut off, as by a full disk
        subprocess.run(command(source, target, "--resume"), check=True)
        seconds = time.monotonic() - started
        found: Counter[str] = Counter()
        with target.open(encoding="utf-8") as stream:
            found.update(document["id"] for line in stream for document in json.loads(line)["documents"])
        order = list(found) == [record["id"] for record in documents(count)]
        lost = sum(record["id"] not in found for record in documents(count))
        return {
            "documents": count, "killed_after": cut_at, "in_output": sum(found.values()), "lost": lost,
            "twice": sum(n > 1 for n in found.values()), "in_input_order": order, "seconds": round(seconds, 1),
        }  # fmt: skip


def lines_in(path: Path) -> int:
    """Whole lines of a file."""
    with path.open("rb") as stream:
        return sum(block.count(b"\n") for block in iter(lambda: stream.read(1 << 20), b""))


def memory(counts: list[int]) -> list[dict[str, Any]]:
    """Peak resident memory of the parent process and of all processes together (Linux)."""
    return [_memory(count) for count in counts]


def _memory(count: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        write_documents(source, count)
        started = time.monotonic()
        process = subprocess.Popen(command(source, target))
        parent = together = 0
        while process.poll() is None:
            sizes = [resident(pid) for pid in (process.pid, *children(process.pid))]
            parent, together = max(parent, sizes[0]), max(together, sum(sizes))
            time.sleep(0.1)
        return {
            "documents": count, "status": process.returncode, "lines": lines_in(target),
            "parent_mb": round(parent / 1024, 1), "all_processes_mb": round(together / 1024, 1),
            "seconds": round(time.monotonic() - started, 1),
        }  # fmt: skip


def children(pid: int) -> list[int]:
    """Direct children of a process."""
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def resident(pid: int) -> int:
    """Resident kilobytes of a process, 0 when it has gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:")), 0)


def read_back(folder: Path) -> dict[str, Any]:
    """Write every article in every format and read it with a reader of that format."""
    from timeline.exports import export
    from timeline.pipeline import extract
    from timeline.text.documents import read_documents

    done: Counter[str] = Counter()
    failures: list[str] = []
    articles = 0
    for path in sorted(p for p in folder.iterdir() if p.suffix in (".json", ".txt")):
        for document in read_documents([path]):
            articles += 1
            timeline = extract(document)
            for (shape, form), read in READERS.items():
                try:
                    result = export(timeline, form, shape)
                    read(timeline, result)
                    done[f"{shape} {form}"] += 1
                except Exception as problem:  # every failure is counted, none ends the measurement
                    failures.append(f"{document.id} {shape} {form}: {type(problem).__name__}: {problem}")
    return {"articles": articles, "written_and_read": dict(done), "failures": failures}


def main(arguments: list[str]) -> int:
    """Run one of the measurements."""
    if arguments[:1] == ["formats"] and len(arguments) == 2:
        result: Any = read_back(Path(arguments[1]))
    elif arguments[:1] == ["resume"]:
        result = resume(int(arguments[1]) if arguments[1:] else 10_000)
    elif arguments[:1] == ["memory"]:
        result = memory([int(count) for count in arguments[1:]] or [1_000, 10_000])
    else:
        print(__doc__, file=sys.stderr)
        return 2
    print(json.dumps(result, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
