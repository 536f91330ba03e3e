"""Speed of temporal tagging alone, with dateparser.search timed on the same text in the same run.

    python -m benchmarks.tagging_speed FILE.jsonl ... [--dateparser-bytes N]

Each line of the files is an object with ``text`` and ``dct``.  The texts are tagged once cold (nothing parsed yet)
and once warm; dateparser.search reads the first N bytes of them (default 60 kB, for it is slow).  CPU time, one core.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from timeline.temporal import tag

__all__ = ["main", "measure"]

_Text = tuple[str, str | None]


def _rate(read: Callable[[_Text], object], texts: Iterable[_Text]) -> tuple[float, int]:
    """Megabytes a second of CPU time, and how many bytes were read."""
    rows = list(texts)
    before = time.process_time()
    for row in rows:
        read(row)
    size = sum(len(text.encode()) for text, _ in rows)
    return size / (time.process_time() - before) / 1e6, size


def _tag(row: _Text) -> object:
    return tag(row[0], row[1])


def _search(row: _Text) -> object:
    from dateparser.search import search_dates

    return search_dates(row[0], languages=["en"])


def _first(texts: list[_Text], size: int) -> list[_Text]:
    """The first texts, up to so many bytes."""
    out: list[_Text] = []
    for text, dct in texts:
        if size <= 0:
            break
        out.append((text[:size], dct))
        size -= len(text.encode())
    return out


def measure(texts: list[_Text], dateparser_bytes: int) -> dict[str, float]:
    """The rates in MB/s and the ratio of the cold one to dateparser.search's."""
    tag("On May 3 they met.", "2021-05-06")
    _search(("On May 3 they met.", None))
    cold, size = _rate(_tag, texts)
    warm, _ = _rate(_tag, texts)
    searched, searched_size = _rate(_search, _first(texts, dateparser_bytes))
    return {
        "bytes": size,
        "tag_cold_mb_s": round(cold, 2),
        "tag_warm_mb_s": round(warm, 2),
        "dateparser_search_bytes": searched_size,
        "dateparser_search_mb_s": round(searched, 4),
        "ratio": round(cold / searched, 1),
    }


def main() -> None:
    """Print the rates as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--dateparser-bytes", type=int, default=60_000)
    args = parser.parse_args()
    rows = [json.loads(line) for path in args.files for line in path.read_text(encoding="utf-8").splitlines()]
    print(json.dumps(measure([(row["text"], row.get("dct")) for row in rows], args.dateparser_bytes)))


if __name__ == "__main__":
    main()
