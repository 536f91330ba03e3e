"""Noun phrases that stand for an act told elsewhere: "the move", "the Russian decision", "those sanctions".

A phrase with a definite determiner and a noun of ``link_references`` is resolved to the nearest act told
before it whose type the noun allows; a noun that names its act ("the expulsions") may also look ahead.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.lexicons import Lexicon, PhraseMatcher
from timeline.links.acts import Act, Place, Scene

__all__ = ["reference_matcher", "resolve_references"]

_DETERMINER = re.compile(
    r"(?:\b(?:the|this|that|these|those|such|its|their|his|her|both)|'s?)(?:\s+[\w\"'-]+){0,3}\s+[\"']?$", re.IGNORECASE
)
_LOOK_BACK = 48
#: How many sentences back an act may have been told.
_REACH = 10
_DEEDS = frozenset({"harm", "favour"})


class Noun(NamedTuple):
    """What a reference noun can stand for; ``types`` empty is any deed."""

    types: frozenset[str]
    modes: frozenset[str]
    full: bool


def reference_matcher(lexicon: Lexicon) -> PhraseMatcher[Noun]:
    """The matcher of reference nouns; give it to ``lexicon.derive``."""
    nouns: dict[str, Noun] = {}
    for row in lexicon.table("link_references"):
        types = frozenset() if row["types"] == "*" else frozenset(row.list("types"))
        for word in row.list("nouns"):
            old = nouns.get(word, Noun(frozenset(), frozenset(), True))
            nouns[word] = Noun(old.types | types, old.modes | set(row.list("modes")), row["own"] == "full")
    return PhraseMatcher(nouns, ignore_case=True)


def resolve_references(scene: Scene, lexicon: Lexicon) -> list[Place]:
    """Places of kind ``reference``, one for each phrase that could be resolved."""
    found = []
    for start, end, noun in lexicon.derive(reference_matcher).finditer(scene.text):
        determiner = _DETERMINER.search(scene.text, max(0, start - _LOOK_BACK), start)
        if determiner is None or "." in determiner.group():
            continue
        low = determiner.start()
        if any(p.end > low for p in scene.between(low - 80, end)):
            continue
        act = _antecedent(scene, low, noun)
        if act is not None:
            found.append(Place(low, end, act, scene.sentence_at(low), "reference", (low, end)))
    return found


def _antecedent(scene: Scene, offset: int, noun: Noun) -> Act | None:
    """The act that a phrase at an offset stands for, or None."""
    here = scene.sentence_at(offset)
    earliest = scene.sentences[max(0, here - _REACH)].start if scene.sentences else 0
    told_before = reversed(scene.between(earliest, offset))
    for place in told_before:
        if _fits(place.act, noun) and not (place.sentence == here and not place.act.harm):
            return place.act
    if noun.full and noun.types:
        later = [p.act for p in scene.between(offset, offset + 4000) if p.sentence > here and _fits(p.act, noun)]
        return later[0] if later else None
    return None


def _fits(act: Act, noun: Noun) -> bool:
    if not noun.types:
        return act.stance in _DEEDS or act.type in ("REJECT", "THREATEN", "AGREE")
    if act.type not in noun.types:
        return False
    return not noun.modes or act.event.mode in noun.modes
