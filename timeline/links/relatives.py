"""Acts told of somebody in a clause about him: "police detained marchers who had thrown stones"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.lexicons import Lexicon, PhraseMatcher
from timeline.links.acts import Place, Scene
from timeline.links.cues import word_groups
from timeline.links.evidence import Evidence

__all__ = ["relatives"]

#: What leads from an act to what the party hit by it has done.
_WHO = re.compile(
    r"[^;:\"]*\b(?:who|which|that)\b(?:\s(?!(?:the|an?|its|their|his|her|it|they|he|she|this|these|those|that|no|some)\b)[a-z]+){0,4}\s?"
)
_PARTICIPLE = re.compile(
    r"(?:(?!\b(?:and|or|after|before|when|while|by|with|for|from|to|if|in|over)\b)[^,;:\"])*", re.IGNORECASE
)


def relatives(scene: Scene, lexicon: Lexicon) -> Iterator[Evidence]:
    """For each hostile act the one told right after it, in a clause about the party it hit, as what it answers."""
    answering = lexicon.derive(word_groups)["answering"]
    for number, place in enumerate(scene.places):
        if place.kind == "reference":
            continue
        for other in scene.places[number + 1 : number + 3]:
            if other.sentence != place.sentence:
                break
            if _tells_of_the_hit(scene, place, other, answering):
                yield Evidence(other.act, place.act, "relative", place.start, other.end)
                break


def _tells_of_the_hit(scene: Scene, place: Place, other: Place, answering: PhraseMatcher[bool]) -> bool:
    hit, doers = place.act.hit, other.act.actors
    if (
        not place.act.hostile
        or other.start < place.end
        or hit.isdisjoint(doers)
        or not place.act.actors.isdisjoint(doers)
    ):
        return False
    gap = scene.text[place.end : other.start]
    if answering.is_in(gap, 0, len(gap)):
        return False
    if _WHO.fullmatch(gap):
        return True
    first = scene.text[other.start : other.end].split()[0]
    return first.endswith("ing") and bool(_PARTICIPLE.fullmatch(gap))
