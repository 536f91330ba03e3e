"""The figures reached, pinned: a change that lowers one of them has to say so.

    python -m benchmarks.floors FOLDER                       measure and compare
    python -m benchmarks.floors FOLDER --update              pin what is measured now, where it is higher
    python -m benchmarks.floors FOLDER --update --allow-regression

FOLDER holds ``data/`` (articles, events, temporal) and ``tools/`` (the three scorers).  The floors in
``floors.json`` belong to data of one digest; other data has other figures and is only measured.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks import events, links, temporal
from benchmarks.predict import load

__all__ = ["TOLERANCE", "compare", "digest", "measure"]

FLOORS = Path(__file__).with_name("floors.json")
#: A figure may lie this far below its floor (figures are shares from 0 to 1).
TOLERANCE = 0.002
#: Temporal corpora that are scored together.
_TEMPORAL = {"news": ("timebank_dev", "aquaint_dev"), "wikiwars": ("wikiwars_dev",)}


def digest(folder: Path) -> str:
    """SHA-256 over the names and contents of all data files."""
    whole = hashlib.sha256()
    for file in sorted((folder / "data").rglob("*.json*")):
        whole.update(file.name.encode() + b"\0" + file.read_bytes())
    return whole.hexdigest()


def measure(folder: Path) -> dict[str, float]:
    """Every figure by name, from 0 to 1."""
    return {**_temporal(folder), **_events(folder), **_articles(folder)}


def _scorer(folder: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, folder / "tools" / f"{name}.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{folder / 'tools' / name}.py: no such scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _temporal(folder: Path) -> dict[str, float]:
    scorer, found = _scorer(folder, "score_temporal"), {}
    for name, corpora in _TEMPORAL.items():
        counts = scorer.Counter()
        for corpus in corpora:
            gold = load(folder / "data" / "temporal" / f"{corpus}.jsonl")
            predicted = {row["id"]: row for row in temporal.predict(gold)}
            for document in gold:
                counts.update(scorer.score_document(document, predicted.get(document["id"]), []))
        result = scorer.summarise(counts, 0)
        for key in ("strict", "relaxed", "value"):
            found[f"temporal.{name}.{key}"] = result[key]["f1"] / 100
    return found


def _events(folder: Path) -> dict[str, float]:
    scorer, found = _scorer(folder, "score_events"), {}
    for name in ("plover_dev", "plv_dev"):
        gold = load(folder / "data" / "events" / f"{name}.jsonl")
        result, _ = scorer.score(gold, list(events.predict_events(gold)))
        for key in ("type_top1", "triple", "coverage"):
            found[f"events.{name}.{key}"] = result[key]
    return found


def _articles(folder: Path) -> dict[str, float]:
    scorer, found = _scorer(folder, "score_timeline"), {}
    gold = load(folder / "data" / "articles")
    result = scorer.score(gold, {row["id"]: row for row in events.predict_articles(gold)})
    for key in ("event", "typed", "record", "link", "link+kind"):
        found[f"articles.{key}"] = result[key]["f1"]
    for key in ("actors", "targets", "date"):
        found[f"articles.{key}"] = result[key]
    linked: dict[str, Any] = scorer.score(gold, {row["id"]: row for row in links.predict(gold)})
    for key in ("link", "link+kind"):
        found[f"links.{key}"] = linked[key]["f1"]
    return found


def compare(measured: dict[str, float], floors: dict[str, float]) -> list[str]:
    """One line for each figure that lies below its floor."""
    return [
        f"{name}: {measured.get(name, 0):.4f} is below {floor:.4f}"
        for name, floor in sorted(floors.items())
        if measured.get(name, 0) < floor - TOLERANCE
    ]


def main(argv: list[str] | None = None) -> int:
    """Measure, compare, and pin when asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    args = parser.parse_args(argv)
    pinned: dict[str, Any] = {"digest": "", "floors": {}}
    if FLOORS.exists():
        pinned = json.loads(FLOORS.read_text(encoding="utf-8"))
    measured, data = measure(args.folder), digest(args.folder)
    floors = pinned["floors"] if pinned["digest"] == data else {}
    for name, value in sorted(measured.items()):
        print(f"{name:32} {value:.4f}   floor {floors.get(name, 0):.4f}")
    lower = compare(measured, floors)
    print(*lower, sep="\n", file=sys.stderr)
    if args.update and (not lower or args.allow_regression):
        kept = measured if args.allow_regression else {n: max(v, floors.get(n, 0)) for n, v in measured.items()}
        rounded = {name: round(value, 4) for name, value in sorted(kept.items())}
        FLOORS.write_text(json.dumps({"digest": data, "floors": rounded}, indent=1) + "\n", encoding="utf-8")
        return 0
    return 1 if lower else 0


if __name__ == "__main__":
    sys.exit(main())
