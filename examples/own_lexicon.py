"""A lexicon of one's own: the war of three fantasy kingdoms, read without a line of Python about it.

python examples/own_lexicon.py
"""

from pathlib import Path

from timeline import Lexicon, extract

SAGA = "\n\n".join(
    [
        "On March 3 the Dark Tower expelled the herald of Elvenhome.",
        "Two days later Elvenhome closed its mountain gates to the orcs of Shadowmark and summoned the herald "
        "of Ironhold.",
        "On March 9 griffin riders of Shadowmark bewitched a watchtower of the Elves. Ironhold condemned the attack "
        "and threatened to send its dragonriders. The next day Dwarves and Elves agreed to meet.",
    ]
)


def main() -> None:
    """Print who did what to whom in the saga."""
    lexicon = Lexicon.default().extended(Path(__file__).with_name("fantasy.tsv"))
    for event in extract(SAGA, published="1277-03-12", lexicon=lexicon).events:
        actors, targets = ", ".join(event.actor_labels), ", ".join(event.target_labels)
        what = f"{event.type} {event.mode or ''}"
        print(f"{event.date or '?':11} {what:23} {actors:9} -> {targets or '-'}: {event.trigger}")


if __name__ == "__main__":
    main()
