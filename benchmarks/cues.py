"""How many of the causal signals of a corpus the cue table knows, and the most frequent ones that it does not.

    python -m benchmarks.cues CNC.jsonl

The file holds one sentence a line as the Causal News Corpus has it: ``text`` and ``relations`` with the
spans of their ``signal``.  A signal is known when a cue overlaps it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from timeline.analysis import fold
from timeline.lexicons import Lexicon
from timeline.links.cues import find_cues

__all__ = ["Known", "known_signals"]


class Known(NamedTuple):
    """Signals in all, those known, and the unknown ones by their words."""

    total: int
    known: int
    unknown: Counter[str]

    @property
    def share(self) -> float:
        """Known signals among all."""
        return self.known / self.total if self.total else 0.0


def known_signals(rows: Iterable[dict[str, Any]], lexicon: Lexicon | None = None) -> Known:
    """Count the explicit signals that the cue table knows."""
    words = lexicon or Lexicon.default()
    total = known = 0
    unknown: Counter[str] = Counter()
    for row in rows:
        hits = [(hit.start, hit.end) for hit in find_cues(fold(row["text"]), words)]
        for relation in row.get("relations", []):
            signals = relation.get("signal", [])
            if not signals:
                continue
            total += 1
            if any(start < s["end"] and s["start"] < end for s in signals for start, end in hits):
                known += 1
            else:
                unknown[" ... ".join(s["text"].lower() for s in signals)] += 1
    return Known(total, known, unknown)


def main(argv: list[str] | None = None) -> int:
    """Print the share and the most frequent unknown signals."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--most", type=int, default=30, help="how many unknown signals to print")
    args = parser.parse_args(argv)
    found = known_signals(json.loads(line) for line in args.corpus.read_text(encoding="utf-8").splitlines())
    print(f"known {found.known} of {found.total} signals: {found.share:.3f}")
    for words, count in found.unknown.most_common(args.most):
        print(f"{count:5}  {words}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
