"""What the library finds, in the form the scorers read: one JSON object a line on stdout.

    python -m benchmarks.predict temporal GOLD.jsonl
    python -m benchmarks.predict events   GOLD.jsonl
    python -m benchmarks.predict articles FOLDER
    python -m benchmarks.predict links    FOLDER

Of the gold only the text, its date and title are read (for ``links`` also the events, without their order).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Predictor = Callable[[list[dict[str, Any]]], Iterable[dict[str, Any]]]


def load(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSONL file, or the JSON files of a folder in the order of their names."""
    if path.is_dir():
        return [json.loads(file.read_text(encoding="utf-8")) for file in sorted(path.glob("*.json"))]
    if path.suffix == ".json":
        return [json.loads(path.read_text(encoding="utf-8"))]
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def predictor(mode: str) -> Predictor:
    """The function that predicts for one kind of gold."""
    if mode == "temporal":
        from benchmarks import temporal

        return temporal.predict
    if mode == "links":
        from benchmarks import links

        return links.predict
    from benchmarks.events import predict_articles, predict_events

    return predict_articles if mode == "articles" else predict_events


def main(argv: list[str] | None = None) -> int:
    """Print the predictions for one gold file or folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mode", choices=["temporal", "events", "articles", "links"])
    parser.add_argument("gold", type=Path)
    args = parser.parse_args(argv)
    for row in predictor(args.mode)(load(args.gold)):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
