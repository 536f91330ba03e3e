"""Who answered whom: walk the retaliation graph of the seed article from each first move.

python examples/walk_the_graph.py
"""

from pathlib import Path

import timeline
from timeline.models import Event, Timeline

SEED = Path(__file__).parent.parent / "seeds" / "000_f38912e0e836a246.txt"


def describe(event: Event) -> str:
    """An event in one line: date, parties, type, words."""
    actors = "+".join(event.actor_labels) or "?"
    targets = "+".join(event.target_labels) or "-"
    return f"{event.date or 'undated'}  {actors} -> {targets}  {event.type}  {event.trigger!r}"


def walk(chronology: Timeline, event: Event, depth: int = 0) -> None:
    """Print an event and, under it, its answers."""
    print("    " * depth + describe(event))
    for link in chronology.answers_to(event.id):
        words = f"because the text says {link.cue.text!r}" if link.cue else "by order and parties"
        print("    " * (depth + 1) + f"{link.kind}, {words}:")
        walk(chronology, chronology.event(link.effect), depth + 1)


def main() -> None:
    """Print every chain of answers of the seed."""
    chronology = timeline.extract(SEED.read_text(encoding="utf-8"), published="2021-05-06")
    graph = chronology.graph()
    for event in chronology:
        if graph.in_degree(event.id) == 0 and graph.out_degree(event.id) > 0:
            walk(chronology, event)


if __name__ == "__main__":
    main()
