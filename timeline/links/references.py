"""Noun phrases that stand for an act told elsewhere: "the move", "the Russian decision", "those sanctions".

A phrase with a definite determiner, or a party's name, and a noun of ``link_references`` is resolved to the last act
told before it whose own words hold the noun, else to one whose type the noun allows.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.analysis import lowered
from timeline.lexicons import Lexicon, PhraseMatcher
from timeline.links.acts import Act, Place, Scene
from timeline.links.parties import sides

__all__ = ["reference_matcher", "resolve_references"]

# "Its decision" is left alone: it may be a move of whoever speaks, or of another.
_DETERMINER = re.compile(r"(?:\b(?:the|this|that|these|those|such|both)|'s?)(?:\s+[\w\"'-]+){0,3}\s+[\"']?$")
_TO = re.compile(r"\s+(?:to|of|not to)\s+(?:the\s+|a\s+)?")
_BY = re.compile(r"\s+by\s+(?:the\s+)?")
_OF = re.compile(r"\s+of\b")
#: What parts one clause from the next: an act is not spoken of in its own clause ("expelled ten over the move").
_PART = re.compile(r"[,;:]|--|\b(?:and|but|which|who|that|while|when|after|before)\b")
_LOOK_BACK = 48
#: The longest words (characters) that still name an act.
_LONGEST = 60
#: How many sentences back an act may have been told.
_REACH = 15
_DEEDS = frozenset({"harm", "favour"})


class Noun(NamedTuple):
    """What a reference noun can stand for, and foremost does; ``types`` empty is any deed."""

    types: frozenset[str]
    modes: frozenset[str]
    first: frozenset[str]


def reference_matcher(lexicon: Lexicon) -> PhraseMatcher[Noun]:
    """The matcher of reference nouns; give it to ``lexicon.derive``."""
    nouns: dict[str, Noun] = {}
    for row in lexicon.table("link_references"):
        types = frozenset() if row["types"] == "*" else frozenset(row.list("types"))
        for word in row.list("nouns"):
            old = nouns.get(word, Noun(frozenset(), frozenset(), frozenset()))
            first = old.first | frozenset(row.list("types")[:1]) - {"*"}
            nouns[word] = Noun(old.types | types, old.modes | set(row.list("modes")), first)
    return PhraseMatcher(nouns, ignore_case=True)


def owner_matcher(lexicon: Lexicon) -> PhraseMatcher[str]:
    """Names, adjectives and capitals of states and organisations -> code; give it to ``lexicon.derive``."""
    columns = ("name", "names", "adjectives", "capital", "seats")
    return PhraseMatcher(
        {
            words: row["code"]
            for table in ("organisations", "countries")
            for row in lexicon.table(table)
            for column in columns
            for words in row.list(column)
            if row["code"]
        }
    )


def resolve_references(scene: Scene, lexicon: Lexicon) -> list[Place]:
    """Places of kind ``reference``, one for each phrase that could be resolved."""
    found: list[Place] = []
    text = lowered(scene.text)
    for start, end, noun in lexicon.derive(reference_matcher).finditer(text):
        low = _begin(scene, text, start, end, lexicon)
        if low is None or any(p.end > low and not _speaks_of(p, low, end) for p in scene.between(low - 80, end)):
            continue
        owners = _owners(scene, low, start, end, lexicon)
        act = _spelt_out(scene, end) or _named_by(scene, low, text[start:end], owners)
        if act is None and not _OF.match(scene.text, end):
            act = _antecedent(scene, low, noun, owners)
        if act is not None:
            found.append(Place(low, end, act, scene.sentence_at(low), "reference", (low, end)))
    return found


def _begin(scene: Scene, text: str, start: int, end: int, lexicon: Lexicon) -> int | None:
    """Where the phrase of a noun begins: at the party named before it ("Polish sanctions"), or at its determiner."""
    stops = lexicon.derive(_stops)
    names = lexicon.derive(owner_matcher).finditer(scene.text, max(0, start - _LOOK_BACK), start)
    for low, stop, _ in reversed(list(names)):
        between = text[stop:start].removeprefix("'s").split()
        if len(between) <= 1 and not stops.intersection(between):
            return low
    determiner = _DETERMINER.search(text, max(0, start - _LOOK_BACK), start)
    if determiner is None or stops.intersection(determiner.group().split()[1:]):
        return None
    return None if determiner.group().startswith("that") and text[end - 1] == "s" else determiner.start()


def _stops(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(row["words"] for row in lexicon.table("link_reference_stops"))


def _told_before(scene: Scene, offset: int) -> list[Place]:
    """What was told in the sentences before an offset, the last first."""
    here = scene.sentence_at(offset)
    told = scene.between(scene.sentences[max(0, here - _REACH)].start, offset)
    return [place for place in reversed(told) if place.end <= offset]


def _owners(scene: Scene, low: int, start: int, end: int, lexicon: Lexicon) -> frozenset[str]:
    """The parties named beside a noun, which did the act it stands for: "Warsaw's latest ban", "the ban by Poland"."""
    matcher = lexicon.derive(owner_matcher)
    codes = [code for _, _, code in matcher.finditer(scene.text, low, start)]
    by = _BY.match(scene.text, end)
    named = matcher.match(scene.text, by.end()) if by else None
    return lexicon.derive(sides).widen([*codes, named[1]] if named else codes)


def _speaks_of(place: Place, low: int, high: int) -> bool:
    """Whether the words of an act of speech hold what it is about: "called the step unlawful"."""
    return place.start < low and place.end >= high and not place.act.harm and place.kind == "trigger"


def _spelt_out(scene: Scene, offset: int) -> Act | None:
    """The act whose words follow at once: "the decision to ban beef" """
    to = _TO.match(scene.text, offset)
    places = scene.between(to.end(), to.end() + 1) if to else []
    return places[0].act if places else None


def _named_by(scene: Scene, offset: int, noun: str, owners: frozenset[str]) -> Act | None:
    """The last act told before whose own words hold the noun ("the deal" after "reached a deal")."""
    stem = re.compile(rf"\b{re.escape(noun.removesuffix('s'))}s?\b", re.IGNORECASE)
    for place in _told_before(scene, offset):
        if owners and not owners & place.act.actors:
            continue
        if place.end - place.start < _LONGEST and stem.search(scene.text, place.start, place.end):
            return place.act
    return None


def _antecedent(scene: Scene, offset: int, noun: Noun, owners: frozenset[str]) -> Act | None:
    """The act told before that a noun stands for: of its foremost type, one that hit who speaks of it, the last told.

    Nobody condemns, or answers, a move of their own: acts of whoever acts in the same clause are left out.
    """
    beside = scene.between(scene.sentences[scene.sentence_at(offset)].start, offset)
    own = {p.act.index: p.act for p in beside if not _PART.search(scene.text, p.end, offset)}
    doers = frozenset(party for act in own.values() for party in act.actors)
    best: tuple[tuple[bool, bool, int], Act] | None = None
    for place in _told_before(scene, offset):
        act = place.act
        if act.index in own or (doers and act.actors <= doers) or (owners and not owners & act.actors):
            continue
        if _fits(act, noun):
            rank = (act.harm and act.type in noun.first, not doers.isdisjoint(act.hit_kin), place.start)
            if best is None or rank > best[0]:
                best = rank, act
    return best[1] if best else None


def _fits(act: Act, noun: Noun) -> bool:
    if not noun.types:
        return act.stance in _DEEDS or act.type in ("REJECT", "THREATEN", "AGREE")
    if act.type not in noun.types:
        return False
    return not noun.modes or act.event.mode in noun.modes
