"""Which act a noun phrase stands for: all acts in reach weighed by signs, the likeliest taken, or none.

Each sign has a weight in ``link_reference_weights``; the sum is the log-odds that the phrase means the act.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from timeline.analysis import lowered
from timeline.families import families
from timeline.lexicons import Lexicon
from timeline.links.acts import Act, Place, Scene

__all__ = ["STEM", "Antecedents", "Noun", "Phrase"]

#: So many of the acts told last before a phrase are weighed, and so many of the first of the text.
_REACH = 24
_LEAD = 6
#: An act told only after the phrase is meant at most in the opening, which sums up, and so many sentences on.
_OPENING = 3
_AHEAD = 12
#: In sentences.
_NEAR, _APART = 3, 8
#: The least sum of signs for which a phrase stands for an act.
_LEAST = 0.0
#: How much less likely the other measures may be that a plural means as well.
_ALIKE = 1.0
_DEEDS = frozenset({"harm", "favour"})
_WORD = re.compile(r"[a-z]{4,}")
#: Letters by which words of content are compared, and those that a noun and the verb of an act share.
STEM = 5
_ROOT = 4


class Noun(NamedTuple):
    """What a reference noun can stand for, and foremost does; ``types`` empty is any deed."""

    types: frozenset[str]
    modes: frozenset[str]
    first: frozenset[str]
    kin: frozenset[str] = frozenset()


@dataclass(slots=True, eq=False)
class Phrase:
    """A noun phrase that stands for an act: from its determiner or owner to the noun, and what follows the noun.

    ``owners`` are the parties named with it, ``doers`` who acts in its own clause, ``own`` (by index) what they do
    there, which it does not mean.  ``described`` when an of-phrase tells what was done ("the murder of a candidate").
    """

    low: int
    start: int
    end: int
    noun: Noun
    owners: frozenset[str]
    doers: frozenset[str]
    own: frozenset[int]
    manner: str  # the | this | possessive
    sentence: int = 0
    stems: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    plural: bool = False
    described: bool = False


@dataclass(slots=True, eq=False)
class _Telling:
    """What the words of an act hold: families of its clause, word beginnings."""

    clause: frozenset[str]
    roots: frozenset[str]
    stems: frozenset[str]


class Antecedents:
    """The acts of one scene, looked up by what may stand for them."""

    def __init__(self, scene: Scene, lexicon: Lexicon) -> None:
        self.lower = lowered(scene.text)
        self._scene = scene
        self._families = lexicon.derive(families)
        self._weights = lexicon.derive(reference_weights)
        self._tellings: dict[int, _Telling] = {}
        self._triggers: dict[int, frozenset[str]] = {}

    def resolve(self, phrase: Phrase) -> list[Act]:
        """The act that a phrase most likely stands for, and for a plural the measures told with it."""
        table = self._weights
        weighed: list[tuple[float, int, Place]] = []
        for place, told in self._candidates(phrase):
            signs = self._signs(phrase, place, told)
            if signs is not None:
                weighed.append((table["base"] + sum([table[s] for s in signs]), place.start, place))
        if not weighed:
            return []
        total, _, best = max(weighed, key=lambda w: w[:2])
        if total <= _LEAST:
            return []
        others = [p for t, _, p in weighed if total - t <= _ALIKE and p is not best and _is_series(p, best)]
        return [best.act, *(p.act for p in others)] if phrase.plural else [best.act]

    def _candidates(self, phrase: Phrase) -> Iterator[tuple[Place, bool]]:
        """The last place of each act told before, the latest first; in the opening also what is told after it."""
        scene = self._scene
        here = bisect_left(scene.starts, phrase.low)
        seen = set(phrase.own)
        for place in (*reversed(scene.places[max(0, here - _REACH) : here]), *scene.places[: min(_LEAD, here)]):
            if place.act.index not in seen and place.end <= phrase.low:
                seen.add(place.act.index)
                yield place, True
        if phrase.sentence <= _OPENING:
            after = bisect_left(scene.starts, phrase.end)
            for place in scene.places[after : after + _REACH]:
                if place.act.index not in seen and place.sentence > phrase.sentence:
                    seen.add(place.act.index)
                    yield place, False

    def _signs(self, phrase: Phrase, place: Place, told: bool) -> list[str] | None:
        """The signs for and against one act; None when it cannot be meant."""
        act, noun = place.act, phrase.noun
        signs = [phrase.manner]
        kind = _kind(act, noun)
        related = bool(phrase.kin) and not phrase.kin.isdisjoint(self._trigger(act))
        if not related and (kind is None or phrase.manner == "possessive"):
            return None
        words = self._telling(act)
        signs.append(kind or "misfit")
        if related:
            signs.append("family")
        elif not phrase.kin.isdisjoint(words.clause):
            signs.append("family_clause")
        elif phrase.kin:
            signs.append("no_family")
        if self.lower[phrase.start : phrase.end][:_ROOT] in words.roots:
            signs.append("root")
        if not phrase.stems.isdisjoint(words.stems):
            signs.append("topic")
        elif phrase.described and not related:
            signs.append("described")
        signs += self._party_signs(phrase, act)
        signs += self._place_signs(phrase, place, told)
        if act.ahead:
            signs.append("planned")
        return signs

    def _party_signs(self, phrase: Phrase, act: Act) -> list[str]:
        signs = []
        if phrase.owners:
            signs.append("owner" if phrase.owners & act.actors else "not_owner")
        if phrase.doers:
            if act.actors <= phrase.doers and phrase.manner != "possessive":
                signs.append("own_deed")
            if not phrase.doers.isdisjoint(act.hit_kin):
                signs.append("victim")
        return signs

    def _place_signs(self, phrase: Phrase, place: Place, told: bool) -> list[str]:
        scene = self._scene
        if not told:
            return ["ahead"]
        signs = []
        gap = phrase.sentence - place.sentence
        signs.append(
            "same_sentence" if gap == 0 else "next" if gap == 1 else "near" if gap <= _NEAR
            else "apart" if gap <= _APART else "far"
        )  # fmt: skip
        sentences = scene.sentences
        if sentences[place.sentence].paragraph == sentences[phrase.sentence].paragraph:
            signs.append("paragraph")
        first = scene.first[place.act.index]
        if first.sentence <= 1:
            signs.append("lead")
        often = scene.prominence(place.act)
        if often:
            signs.append(often)
        return signs

    def _trigger(self, act: Act) -> frozenset[str]:
        """The families of the words that name an act, read once."""
        known = self._triggers.get(act.index)
        if known is None:
            told = [p for p in self._scene.told.get(act.index, ()) if p.kind != "reference"]
            known = frozenset().union(*[self._families.of(self.lower, place.start, place.end) for place in told])
            self._triggers[act.index] = known
        return known

    def _telling(self, act: Act) -> _Telling:
        """The words that tell an act, read once."""
        known = self._tellings.get(act.index)
        if known is None:
            clause: set[str] = set()
            roots: set[str] = set()
            stems: set[str] = set()
            for place in self._scene.told.get(act.index, ()):
                if place.kind == "reference":
                    continue
                clause |= self._families.of(self.lower, *place.scope)
                roots.update([w[:_ROOT] for w in _WORD.findall(self.lower, place.start, place.end)])
                stems.update([w[:STEM] for w in _WORD.findall(self.lower, *place.scope)])
            known = self._tellings[act.index] = _Telling(*map(frozenset, (clause, roots, stems)))
        return known


def _is_series(one: Place, other: Place) -> bool:
    """Whether two acts are measures of one party told side by side."""
    same = one.act.actors == other.act.actors and one.act.type == other.act.type
    return same and abs(one.sentence - other.sentence) <= 1


def _kind(act: Act, noun: Noun) -> str | None:
    """How the type of an act fits a noun: foremost, at all, as any deed; None when it does not."""
    if not noun.types:
        return "deed" if act.stance in _DEEDS else "word"
    if act.type not in noun.types or (noun.modes and act.mode not in noun.modes):
        return None
    return "first" if act.type in noun.first else "fits"


def reference_weights(lexicon: Lexicon) -> dict[str, float]:
    """Sign -> weight; give it to ``lexicon.derive``."""
    return {row["sign"]: row.number("weight") for row in lexicon.table("link_reference_weights")}
