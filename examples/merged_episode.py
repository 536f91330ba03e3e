"""Three reports of one quarrel become one timeline: acts told twice are joined, answers run across reports.

python examples/merged_episode.py
"""

import timeline
from timeline.exports import write
from timeline.links.measures import dyads, episodes, ladders
from timeline.models import Document

REPORTS = [
    Document(
        id="monday-wire",
        published="2022-05-09",
        text=(
            "Norway expelled three Russian diplomats on Monday. The foreign ministry in Oslo accused Russia of "
            "hacking the servers of its parliament in March."
        ),
    ),
    Document(
        id="thursday-daily",
        published="2022-05-12",
        text=(
            "Russia expelled three Norwegian diplomats on Thursday in retaliation for the expulsion of three "
            "Russian diplomats by Norway on May 9. Oslo condemned the move."
        ),
    ),
    Document(
        id="sunday-review",
        published="2022-05-15",
        text=(
            "On May 12 Moscow expelled three Norwegian diplomats. Norway responded by closing its ports to Russian "
            "ships on Saturday. Russia on Sunday threatened to close its airspace to Norwegian airlines."
        ),
    ),
]


def main() -> None:
    """Read each report, merge them, and print the graph and what can be measured on it."""
    chronology = timeline.merge(timeline.extract_many(REPORTS))
    for event in chronology:
        sources = ", ".join(dict.fromkeys(m.trigger.document_id for m in event.mentions))
        parties = f"{'+'.join(event.actor_labels)} -> {'+'.join(event.target_labels) or '-'}"
        print(f"{event.date or 'undated':10}  {parties}  {event.type}  {event.trigger!r}  [{sources}]")
    print()
    for link in chronology.links:
        cause, effect = chronology.event(link.cause), chronology.event(link.effect)
        words = f"{link.cue.text!r}" if link.cue else "no words: order and parties"
        print(f"{cause.trigger!r} -> {effect.trigger!r}  {link.kind} ({words})")
    print()
    for episode in episodes(chronology):
        print(f"episode of {len(episode.events)} acts, opened by {'+'.join(episode.opened_by)}")
    for ladder in ladders(chronology):
        print(f"ladder of {len(ladder.events)} acts: {ladder.trend}, hostility {ladder.hostility}")
    for dyad in dyads(chronology):
        print(f"{dyad.one} against {dyad.other}: {dyad.by_one}, back: {dyad.by_other}, reciprocity {dyad.reciprocity}")
    print()
    print(write(chronology, "mermaid", "graph"))


if __name__ == "__main__":
    main()
