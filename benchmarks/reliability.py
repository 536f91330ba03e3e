"""How often events are right at each level of confidence, on annotated articles.

    python -m benchmarks.reliability FOLDER --scorer score_timeline.py

FOLDER holds articles as JSON with their events (see the data's README); the scorer's own matching decides
which gold event a found one stands for.  An event is right when its type, actors and targets are.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.events import article_event
from benchmarks.predict import load
from timeline import Document, extract

#: Lower ends of the bands of confidence.
BANDS = (0.8, 0.7, 0.6, 0.5, 0.0)


def load_scorer(path: Path) -> ModuleType:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_timeline", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: not a Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def judged(article: dict[str, Any], scorer: ModuleType) -> Iterable[tuple[float, bool, bool]]:
    """For each event found: its confidence, whether the type is right, whether the parties are too."""
    document = Document(
        id=article["id"], text=article["text"], title=article.get("title"), published=article.get("published")
    )
    found = [e for e in extract(document).events if e.modality not in ("denied", "hypothetical")]
    rows = [article_event(e) for e in found]
    scores = {}
    for g, gold in enumerate(article["events"]):
        regions = scorer.gold_regions(article, gold)
        for p, row in enumerate(rows):
            value = scorer.agreement(article, gold, regions, row)
            if value:
                scores[g, p] = value
    partner = {p: article["events"][g] for g, p in scorer.assign(scores).items()}
    for p, event in enumerate(found):
        gold = partner.get(p, {})
        typed = gold.get("type") == event.type
        same = typed and all(scorer.parties(rows[p][r]) == scorer.parties(gold[r]) for r in ("actors", "targets"))
        yield event.confidence, typed, same


def table(results: list[tuple[float, bool, bool]]) -> list[str]:
    """One line a band of confidence."""
    lines = ["confidence   events  type right  parties too"]
    top = 1.01
    for low in BANDS:
        band = [r for r in results if low <= r[0] < top]
        if band:
            typed, whole = (sum(r[i] for r in band) / len(band) for i in (1, 2))
            lines.append(f"{low:.1f} - {min(top, 1):.1f}    {len(band):6}  {typed:10.2f}  {whole:11.2f}")
        top = low
    return lines


def main(argv: list[str] | None = None) -> int:
    """Print the table for one folder of articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True, help="score_timeline.py")
    args = parser.parse_args(argv)
    scorer = load_scorer(args.scorer)
    results = [row for article in load(args.gold) if article.get("events") for row in judged(article, scorer)]
    print("\n".join(table(results)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
