"""How well events are dated when their triggers are given: shares of exact and of invented dates.

    python -m benchmarks.dating FOLDER [--list]

FOLDER holds annotated articles, one JSON object a file, with ``text``, ``published`` and ``events`` (``trigger``,
``quote``, ``date``).  Only the text, the title, the day of publication and the places of the triggers are given
to the library.  A date without a year is no date, as in the annotation.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from timeline.lexicons import Lexicon
from timeline.models import When
from timeline.temporal import tag
from timeline.temporal.dating import date_triggers
from timeline.text.sentences import split
from timeline.text.tagging import analyse

__all__ = ["main", "measure"]


def _place(text: str, event: dict[str, Any]) -> tuple[int, int] | None:
    """Where the trigger of an annotated event stands."""
    quote = _search(text, event["quote"])
    if quote is None:
        return None
    inside = _search(text[quote[0] : quote[1]], event["trigger"])
    return (quote[0] + inside[0], quote[0] + inside[1]) if inside else quote


def _search(text: str, words: str) -> tuple[int, int] | None:
    found = re.search(r"\s+".join(map(re.escape, words.split())), text)
    return found.span() if found else None


def _dated(article: dict[str, Any]) -> Iterator[tuple[dict[str, Any], When]]:
    """Each event that can be placed, with the date that the library gives it."""
    text, published, lexicon = article["text"], article["published"], Lexicon.default()
    placed = [(e, place) for e in article["events"] if (place := _place(text, e)) is not None]
    sentences = split(text, article["title"])
    for sentence in sentences:
        analyse(sentence, lexicon)
    expressions = tag(text, published, lexicon=lexicon)
    triggers = [place for _, place in placed]
    whens = date_triggers(text, sentences, expressions, triggers, published, lexicon)
    yield from zip((e for e, _ in placed), whens, strict=True)


def _claimed(when: When) -> str | None:
    """The date as the annotation writes it: none without a year."""
    return None if when.edtf is None or when.edtf.startswith("XXXX") else when.edtf


def measure(folder: Path) -> tuple[dict[str, float], list[str]]:
    """Shares of right dates among dated events and of dates claimed for undated ones, and a list of the others."""
    right = dated = invented = undated = 0
    wrong = []
    for path in sorted(folder.glob("*.json")):
        for event, when in _dated(json.loads(path.read_text(encoding="utf-8"))):
            got, gold = _claimed(when), event["date"]
            if gold is None:
                undated += 1
                invented += got is not None
            else:
                dated += 1
                right += got == gold
            if got != gold:
                wrong.append(f"{path.stem}\t{gold}\t{got}\t{when.basis}\t{event['trigger']}\t{event['quote']}")
    shares = {
        "dated": dated,
        "exact": round(right / dated, 3) if dated else 0.0,
        "undated": undated,
        "invented": round(invented / undated, 3) if undated else 0.0,
    }
    return shares, wrong


def main() -> None:
    """Print the shares, and with ``--list`` each event that is dated otherwise."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", action="store_true", help="also list the events that are dated otherwise")
    args = parser.parse_args()
    shares, wrong = measure(args.folder)
    print(json.dumps(shares))
    if args.list:
        print("\n".join(wrong))


if __name__ == "__main__":
    main()
