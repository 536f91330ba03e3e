"""Which act of a clause the words around a cue mean: its verb, not an aside or a noun; and cues that say nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping

from timeline.lexicons import PhraseMatcher
from timeline.links.acts import Place, Scene
from timeline.links.cues import CueHit

__all__ = ["CLAUSE_BREAK", "from_head", "governing", "is_apart", "says_nothing"]

CLAUSE_BREAK = re.compile(r"[;:\"]|\s--?\s|,\s(?:and|but|while|whereas|which|who|where)\b|^|(?<=[.!?])\s", re.MULTILINE)
#: Classes of cues that may speak of what has not been done yet, and the words that say so.
_TO_COME = frozenset({"answer", "follow", "effect"})
_WOULD = re.compile(r"\b(?:would|will|shall|to)\s+(?:(?:also|always|not|be|surely|soon)\s+)*$", re.IGNORECASE)
#: How many characters such words may take up before the cue.
_AUXILIARIES = 24
_TOLD_ASIDE = re.compile(r",\s+(?:which|who|whose|whom)\b[^,]*$", re.IGNORECASE)
_RESUMED = re.compile(r"[^,;:]*,\s+(?:\w+ly\s+)?")
_WERE = re.compile(
    r"(?:\s+(?:by|from|of|for|to)(?:\s+(?!(?:that|which|who)\b)[\w'-]+){1,5})?"
    r"\s+(?:was|were|is|are|has been|have been|had been|went)\s+(?:\w+ly\s+)?",
    re.IGNORECASE,
)
#: What stands between a verb and a noun that it does not govern.
_CLAUSES = re.compile(r"[,;:]|\b(?:and|or|but|that|which|who|after|when|while|before)\b", re.IGNORECASE)
#: A clause that tells more of what was named: "over a law, which bars".
_WHICH = re.compile(r",\s+(?:[\w'-]+\s+){0,2}(?:which|who|whom|whose|that|when|as)\b")


def says_nothing(scene: Scene, hit: CueHit, low: int, groups: Mapping[str, PhraseMatcher[bool]]) -> bool:
    """Whether the words around a cue take its sense away."""
    if hit.cue.kind == "moves":
        return groups["aside"].match(scene.text, hit.end + 1) is not None
    if hit.cue.kind == "effect" and groups["particle"].match(scene.text, hit.end + 1) is not None:
        return True
    if hit.cue.words == "since":
        return groups["ranking"].is_in(scene.text, _clause_start(scene, low, hit.start), hit.start)
    if hit.cue.kind in _TO_COME and _WOULD.search(scene.text, max(low, hit.start - _AUXILIARIES), hit.start):
        return groups["whenever"].is_in(scene.text, _clause_start(scene, low, hit.start), hit.start)
    return False


def _clause_start(scene: Scene, low: int, start: int) -> int:
    """Where the clause begins that goes on up to an offset."""
    last = low
    for mark in CLAUSE_BREAK.finditer(scene.text, low, start):
        last = mark.end()
    return last


def from_head(scene: Scene, start: int, after: list[Place]) -> list[Place]:
    """The places from the verb of a clause on, where a noun that goes before it is only what it is about.

    So is what an aside tells: "after pleas by Riga were turned down, ...", "because Riga, which left the pact, ...".
    """
    if len(after) < 2 or not scene.is_finite(after[1]):
        return after
    if not scene.is_finite(after[0]) and _WERE.fullmatch(scene.text, after[0].end, after[1].start):
        return after[1:]
    lead = scene.text[start : after[0].start]
    if _TOLD_ASIDE.search(lead) and _RESUMED.fullmatch(scene.text, after[0].end, after[1].start):
        return after[1:]
    return after


def governing(scene: Scene, told: list[Place]) -> list[Place]:
    """Acts told backwards, a verb before the noun that it governs: "left the talks over the ban" """
    if len(told) > 1 and not scene.is_finite(told[0]) and scene.is_finite(told[1]):
        if not _CLAUSES.search(scene.text, told[1].end, told[0].start):
            return [told[1], told[0], *told[2:]]
    return told


def is_apart(scene: Scene, start: int, place: Place) -> bool:
    """Whether a place stands in another clause than the words that end at an offset."""
    if ";" in scene.text[start : place.start]:
        return True
    return scene.begins_anew(start, place) and not _WHICH.search(scene.text, start, place.start)
