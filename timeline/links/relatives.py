"""Acts told of somebody in a clause about him: "police detained marchers who had thrown stones"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.links.acts import Place, Scene
from timeline.links.evidence import Evidence

__all__ = ["relatives"]

#: What leads from an act to what the party hit by it has done.
_WHO = re.compile(
    r"[^;:\"]*\b(?:who|which|that)\b(?:\s(?!(?:the|an?|its|their|his|her|it|they|he|she|this|these|those|that|no|some)\b)[a-z]+){0,4}\s?"
)
_PARTICIPLE = re.compile(
    r"(?:(?!\b(?:and|or|after|before|when|while|by|with|for|from|to|if|in|over)\b)[^,;:\"])*", re.IGNORECASE
)
#: A clause about somebody that tells his answer or what comes of the act.
_ANSWERING = re.compile(
    r"\b(?:then|in turn|later|subsequently|respon\w+|retaliat\w+|answer\w*|repl\w+|react\w*|back|prompt\w+|led to"
    r"|will|would|could|may|might|must)\b",
    re.IGNORECASE,
)


def relatives(scene: Scene) -> Iterator[Evidence]:
    """For each hostile act the one told right after it, in a clause about the party it hit, as what it answers."""
    for number, place in enumerate(scene.places):
        if place.kind == "reference":
            continue
        for other in scene.places[number + 1 : number + 3]:
            if other.sentence != place.sentence:
                break
            if _tells_of_the_hit(scene, place, other):
                yield Evidence(other.act, place.act, "relative", place.start, other.end)
                break


def _tells_of_the_hit(scene: Scene, place: Place, other: Place) -> bool:
    hit, doers = place.act.hit, other.act.actors
    if (
        not place.act.hostile
        or other.start < place.end
        or hit.isdisjoint(doers)
        or not place.act.actors.isdisjoint(doers)
    ):
        return False
    gap = scene.text[place.end : other.start]
    if _ANSWERING.search(gap):
        return False
    if _WHO.fullmatch(gap):
        return True
    first = scene.text[other.start : other.end].split()[0]
    return first.endswith("ing") and bool(_PARTICIPLE.fullmatch(gap))
