"""Which act a noun phrase stands for: all acts in reach weighed by signs, the likeliest taken, or none.

Each sign has a weight in ``link_reference_weights``; the sum is the log-odds that the phrase means the act.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.analysis import lowered
from timeline.families import circles, families
from timeline.lexicons import Lexicon
from timeline.links.acts import Act, Place, Scene
from timeline.links.phrases import ROOT, STEM, Noun, Phrase

__all__ = ["Antecedents"]

#: So many of the acts told last before a phrase are weighed, and so many of the first of the text.
_REACH = 24
_LEAD = 6
#: An act told only after the phrase is meant at most in the opening, which sums up: so many sentences.
_OPENING = 3
#: In sentences.
_NEAR, _APART = 3, 8
#: The least sum of signs for which a phrase stands for an act.
_LEAST = 0.0
#: How much less likely the other measures may be that a plural means as well.
_ALIKE = 1.0
_DEEDS = frozenset({"harm", "favour"})
_SOFT = frozenset({"offer", "favour", "request"})
_TYPED = frozenset({"first", "fits"})
_JUDGED = frozenset({"blamed", "praised"})
_TOLD_BY = frozenset({"blamed", "undone"})
#: How an act that a noun fits well is marked.
_WELL = frozenset({"first", "family"})
_WORD = re.compile(r"[a-z]{4,}")


@dataclass(slots=True, eq=False)
class _Telling:
    """What the words of an act hold: families of its clause and their circles, word beginnings."""

    clause: frozenset[str]
    circles: frozenset[str]
    roots: frozenset[str]
    stems: frozenset[str]


@dataclass(slots=True, eq=False)
class _Weighed:
    """An act that a phrase may stand for, with the signs for and against it."""

    place: Place
    told: bool
    signs: list[str]
    total: float = 0.0


class Antecedents:
    """The acts of one scene, looked up by what may stand for them."""

    def __init__(self, scene: Scene, lexicon: Lexicon) -> None:
        self.lower = lowered(scene.text)
        self._scene = scene
        self._families = lexicon.derive(families)
        self._circles = lexicon.derive(circles)
        self._weights = lexicon.derive(reference_weights)
        self._tellings: dict[int, _Telling] = {}
        self._triggers: dict[int, frozenset[str]] = {}
        # The sentence in which an act was last meant by a phrase.
        self._meant: dict[int, int] = {}

    def resolve(self, phrase: Phrase) -> list[Act]:
        """The act that a phrase most likely stands for, and for a plural the measures told with it."""
        weighed = self.weigh(phrase)
        if not weighed:
            return []
        best = max(weighed, key=lambda w: (w.total, w.place.start))
        if best.total <= _LEAST:
            return []
        acts = [best.place.act]
        if phrase.plural:
            acts += [
                w.place.act
                for w in weighed
                if w is not best and best.total - w.total <= _ALIKE and _is_series(w.place, best.place)
            ]
        for act in acts:
            self._meant[act.index] = phrase.sentence
        return acts

    def weigh(self, phrase: Phrase) -> list[_Weighed]:
        """All acts in reach that a phrase may stand for, weighed."""
        found: list[_Weighed] = []
        for place, told in self._candidates(phrase):
            signs = self._signs(phrase, place, told)
            if signs is not None:
                found.append(_Weighed(place, told, signs))
        _rank(found)
        _mark_series(found, phrase.plural)
        table = self._weights
        own = table["base"] + sum([table[s] for s in phrase.signs])
        for item in found:
            item.total = own + sum([table[s] for s in item.signs])
        return found

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
        kind = _kind(act, noun)
        words = self._telling(act)
        related = not phrase.kin.isdisjoint(self._trigger(act))
        if kind is None and not related:
            akin, round_about = act.stance in noun.stances, not phrase.circles.isdisjoint(words.circles)
            if not akin and not round_about:
                return None
            kind = ("akin_circle" if round_about else "akin") if akin else "circle_only"
        signs = [kind or "misfit"]
        if related:
            signs.append("family")
        elif not phrase.kin.isdisjoint(words.clause):
            signs.append("family_clause")
        elif phrase.kin:
            signs.append("no_family" if phrase.circles.isdisjoint(words.circles) else "circle")
        if self.lower[phrase.start : phrase.end][:ROOT] in words.roots:
            signs.append("root")
        if not phrase.stems.isdisjoint(words.stems):
            signs.append("topic")
        elif phrase.described and not related:
            signs.append("described")
        if noun.modes and act.mode and kind is not None and kind in _TYPED:
            signs.append("mode" if act.mode in noun.modes else "other_mode")
        if phrase.tone in _JUDGED:
            signs.append(_tone(phrase.tone, act))
        self._party_signs(signs, phrase, act)
        self._place_signs(signs, phrase, place, told)
        if act.ahead:
            signs.append("planned")
        if act.unsure:
            signs.append("unsure")
        if phrase.dates:
            fits = phrase.dates.of(act)
            if fits is not None:
                signs.append("date_fits" if fits else "date_misfits")
        return signs

    def _party_signs(self, signs: list[str], phrase: Phrase, act: Act) -> None:
        """Add what tells of whose act it is, and of whom it was done to."""
        if phrase.owners:
            signs.append("owner" if phrase.owners & act.actors else "not_owner")
        elif phrase.manner == "possessive" and (phrase.doers or phrase.named):
            known = phrase.doers or phrase.named
            signs.append("owned" if not known.isdisjoint(act.actors_kin) else "not_owned")
        who = phrase.doers or phrase.subject
        if phrase.tone in _TOLD_BY and who:
            did, hit = not who.isdisjoint(act.actors_kin), not who.isdisjoint(act.hit_kin)
            signs.append(f"{phrase.tone}_{'doer' if did else 'hit' if hit else 'other'}")
            return
        if phrase.doers:
            if act.actors <= phrase.doers and phrase.manner != "possessive":
                signs.append("own_deed")
            if not phrase.doers.isdisjoint(act.hit_kin):
                signs.append("victim")
        if phrase.named:
            if not phrase.named.isdisjoint(act.actors_kin):
                signs.append("names_doer")
            if not phrase.named.isdisjoint(act.hit_kin):
                signs.append("names_hit")

    def _place_signs(self, signs: list[str], phrase: Phrase, place: Place, told: bool) -> None:
        """Add what tells of where the act stands, and whether a phrase has stood for it before."""
        scene = self._scene
        if not told:
            signs.append("ahead")
            return
        here = max(place.sentence, self._meant.get(place.act.index, -1))
        gap = phrase.sentence - here
        signs.append(
            "same_sentence" if gap == 0 else "next" if gap == 1 else "near" if gap <= _NEAR
            else "apart" if gap <= _APART else "far"
        )  # fmt: skip
        sentences = scene.sentences
        if sentences[here].paragraph == sentences[phrase.sentence].paragraph:
            signs.append("paragraph")
        if scene.is_main(place):
            signs.append("main")
        first = scene.first[place.act.index]
        if first.sentence <= 1:
            signs.append("lead")
        if place.act.index in self._meant:
            signs.append("meant")

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
                roots.update([w[:ROOT] for w in _WORD.findall(self.lower, place.start, place.end)])
                stems.update([w[:STEM] for w in _WORD.findall(self.lower, *place.scope)])
            wide = frozenset().union(*[self._circles[f] for f in self._trigger(act) or clause])
            known = self._tellings[act.index] = _Telling(frozenset(clause), wide, frozenset(roots), frozenset(stems))
        return known


def _rank(weighed: list[_Weighed]) -> None:
    """Mark the act told last, the last of those that fit well, and the only one that does."""
    told = [w for w in weighed if w.told]
    if told:
        max(told, key=lambda w: w.place.start).signs.append("last")
    well = [w for w in told if not _WELL.isdisjoint(w.signs)]
    if well:
        last = max(well, key=lambda w: w.place.start)
        last.signs.append("last_fit" if len(well) > 1 else "only_fit")


def _mark_series(weighed: list[_Weighed], plural: bool) -> None:
    """Mark the acts that are one of several measures."""
    for item in weighed:
        if any(other is not item and _is_series(item.place, other.place) for other in weighed):
            item.signs.append("series" if plural else "lone")


def _is_series(one: Place, other: Place) -> bool:
    """Whether two acts are measures of one party told side by side."""
    same = one.act.actors == other.act.actors and one.act.type == other.act.type
    return same and abs(one.sentence - other.sentence) <= 1


def _tone(tone: str, act: Act) -> str:
    """Whether an act is such as one blames or praises."""
    if tone == "blamed":
        return "blamed_soft" if act.stance in _SOFT else "blamed"
    return "praised" if act.stance in _SOFT else "praised_hard"


def _kind(act: Act, noun: Noun) -> str | None:
    """How the type of an act fits a noun: foremost, at all, as any deed; None when it does not."""
    if not noun.types:
        return "first" if act.type in noun.first else "deed" if act.stance in _DEEDS else "word"
    if act.type not in noun.types:
        return None
    return "first" if act.type in noun.first else "fits"


def reference_weights(lexicon: Lexicon) -> dict[str, float]:
    """Sign -> weight; give it to ``lexicon.derive``."""
    return {row["sign"]: row.number("weight") for row in lexicon.table("link_reference_weights")}
