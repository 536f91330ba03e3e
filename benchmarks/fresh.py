"""Events of paragraphs in our own words, on conflicts outside the data, laid out to be judged by a person.

    python -m benchmarks.fresh [FILE.jsonl]

Each line: date, basis, who to whom, type, mode, modality, confidence and the words; then the links by number.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from benchmarks.predict import load
from timeline import Timeline, extract

__all__ = ["sheet"]

_OURS = Path(__file__).with_name("fresh.jsonl")


def sheet(timeline: Timeline) -> Iterator[str]:
    """The lines for one paragraph, its events in the order of the text."""
    events = sorted(timeline.events, key=lambda e: e.mentions[0].trigger.start)
    number = {event.id: i for i, event in enumerate(events, 1)}
    for event in events:
        parties = f"{'+'.join(event.actor_labels) or '?'} -> {'+'.join(event.target_labels) or '-'}"
        what = f"{event.type} {event.mode or '-'} {event.modality} {event.confidence:.2f}"
        yield f"{number[event.id]:3} {event.date or '-':12} {event.when.basis:9} {parties}  {what}  {event.quote!r}"
    for link in timeline.links:
        yield f"    {number[link.cause]} -> {number[link.effect]} {link.kind} {link.confidence:.2f}"


def main() -> None:
    """Print the sheets of all paragraphs of a file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?", default=_OURS)
    for row in load(parser.parse_args().file):
        print(f"\n{row['id']} ({row['published']})")
        print(*sheet(extract(row["text"], row["published"])), sep="\n")


if __name__ == "__main__":
    main()
