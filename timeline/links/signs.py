"""Signs for and against a link that lie in the order of the acts: in time, in the text, among rivals."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from timeline.analysis import lowered
from timeline.lexicons import Lexicon, PhraseMatcher
from timeline.links.acts import Act, Place, Scene
from timeline.links.parties import any_coded
from timeline.links.scoring import Pair, order_of

__all__ = ["CLOSE", "SignReader", "mark_rivals"]

#: Relations in which the answer is given by the party that was hit, the closest first.
CLOSE = ("reversed", "reversed_kin", "mutual", "reversed_open", "answers")
#: Signs of the distance in sentences; each but the last reaches up to its limit.
_DISTANCES = ("same_sentence", "next_sentence", "near", "apart", "far")
_LIMITS = (0, 1, 3, 8)
#: The sign against a pair of this relation where the party itself was hit and answers another act.
_LESS_CLOSE = {
    "reversed_kin": "closer_kin", "joins": "closer_kin",
    "answers": "closer", "third": "closer", "inner": "closer",
}  # fmt: skip
_LEAD_SENTENCES = 2
#: An act told in so many sentences is what the text is about.
_OFTEN = 3
#: Words of content: lower case, so that names of parties stay out; compared by their first letters.
_WORD = re.compile(r"\b[a-z]{5,}\b")
_STEM = 5


class SignReader:
    """Reads the signs of the pairs of one scene; what hangs on a single act or place is worked out once."""

    def __init__(self, scene: Scene, lexicon: Lexicon) -> None:
        self._scene = scene
        self._lower = lowered(scene.text)
        self._common = lexicon.derive(_common)
        self._background = lexicon.derive(_background)
        self._as_cause: dict[int, tuple[str, str]] = {}
        self._within: dict[int, frozenset[int]] = {}
        self._conditional: dict[int, bool] = {}

    def signs_of(self, cause: Act, effect: Act, relation: str) -> Pair | None:
        """The pair with the signs of its order; None where the cause is surely later."""
        scene = self._scene
        order = order_of(cause, effect)
        here, there = scene.first[effect.index], scene.first.get(cause.index)
        if order is None or there is None:
            return None
        signs = [relation] if order == "untold" else [relation, order]
        if order != "before":
            signs += self._told(there, here)
        elif there.start >= here.start and here.sentence <= _LEAD_SENTENCES:
            signs.append("lead")
        places = scene.told[cause.index]
        before = _last_before(places, here)
        distance = abs((before or places[0]).sentence - here.sentence)
        signs.append(_DISTANCES[bisect_left(_LIMITS, distance)])
        if before is not None and self._share_paragraph(before, here):
            signs.append("paragraph")
        salient, hit = self._of_cause(cause)
        if salient:
            signs.append(salient)
        if cause.index in self._told_within(here):
            signs.append("within")
        if hit:
            signs.append(hit)
        if there.scope[1] <= here.scope[0] or here.scope[1] <= there.scope[0]:
            if not self._stems(there).isdisjoint(self._stems(here)):
                signs.append("topic")
        if effect.stance == "threat" and self._is_conditional(here):
            signs.append("conditional")
        return Pair(cause, effect, signs, distance)

    def are_close(self, cause: Act, effect: Act) -> bool:
        """Whether two acts are told in one sentence or the next, or the clause of the answer holds the other."""
        here = self._scene.first[effect.index]
        if cause.index in self._told_within(here):
            return True
        return any(abs(p.sentence - here.sentence) <= 1 for p in self._scene.told.get(cause.index, ()))

    def _of_cause(self, cause: Act) -> tuple[str, str]:
        """The sign of an act told in several sentences, and that of whom it hit: no state, nobody."""
        found = self._as_cause.get(cause.index)
        if found is None:
            told = len({p.sentence for p in self._scene.told[cause.index]})
            salient = "prominent" if told >= _OFTEN else "salient" if told > 1 else ""
            found = salient, "" if any_coded(cause.hit) else "private" if cause.hit else "nobody_hit"
            self._as_cause[cause.index] = found
        return found

    def _share_paragraph(self, one: Place, other: Place) -> bool:
        sentences = self._scene.sentences
        return sentences[one.sentence].paragraph == sentences[other.sentence].paragraph

    def _told_within(self, here: Place) -> frozenset[int]:
        """The acts (by index) that the clause of an answer tells besides it."""
        found = self._within.get(here.act.index)
        if found is None:
            places = self._scene.between(*here.scope)
            found = self._within[here.act.index] = frozenset(p.act.index for p in places if p.start != here.start)
        return found

    def _is_conditional(self, here: Place) -> bool:
        """Whether a condition follows in the sentence of a threat."""
        found = self._conditional.get(here.act.index)
        if found is None:
            end = self._scene.sentences[here.sentence].end
            found = self._conditional[here.act.index] = self._scene.has_condition(here.end, end)
        return found

    def _stems(self, place: Place) -> frozenset[str]:
        """The beginnings of the words of content in the clause of a place; names of parties are none."""
        if place.stems is None:
            words = _WORD.findall(self._scene.text, *place.scope)
            place.stems = frozenset(w[:_STEM] for w in words if w not in self._common)
        return place.stems

    def _told(self, there: Place, here: Place) -> list[str]:
        """Signs of the order of telling, where the dates do not settle it."""
        back, cause_back = self._is_background(here), self._is_background(there)
        if there.start < here.start:
            return ["told_before", "background"] if back and not cause_back else ["told_before"]
        return ["told_after", "cause_background"] if cause_back and not back else ["told_after"]

    def _is_background(self, place: Place) -> bool:
        """Whether the clause of a place goes back in time behind what is being told."""
        if place.background is None:
            place.background = next(self._background.finditer(self._lower, *place.scope), None) is not None
        return place.background


def _common(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(row["words"] for row in lexicon.table("link_common_words"))


def _background(lexicon: Lexicon) -> PhraseMatcher[bool]:
    return PhraseMatcher({row["words"]: True for row in lexicon.table("link_background")}, ignore_case=True)


def _last_before(places: Sequence[Place], here: Place) -> Place | None:
    """The last of the places (in text order) that does not lie behind another; None when all do."""
    number = bisect_left(places, here.end, key=attrgetter("start"))
    return places[number - 1] if number else None


def mark_rivals(pairs: Sequence[Pair], scene: Scene) -> None:
    """Mark the last act of the other side told before the answer, and what fits the parties less than another.

    Last is an act that none follows whose doers are as surely the other side.
    """
    _mark_less_close(pairs, scene)
    told = [p for p in pairs if p.signs[0] in CLOSE and _told_first(p, scene)]
    for rank in sorted({CLOSE.index(p.signs[0]) for p in told}):
        closest = [p for p in told if CLOSE.index(p.signs[0]) <= rank]
        last = max(closest, key=lambda p: scene.first[p.cause.index].start).cause
        for pair in told:
            if CLOSE.index(pair.signs[0]) != rank:
                continue
            same_sentence = scene.first[pair.cause.index].sentence == scene.first[last.index].sentence
            if same_sentence and (pair.cause.actors, pair.cause.hit) == (last.actors, last.hit):
                pair.signs.append("nearest")
            elif pair.cue and pair.cue[0].startswith("answer"):
                pair.signs.append("behind")


def _mark_less_close(pairs: Sequence[Pair], scene: Scene) -> None:
    """Mark what fits the parties less than another act."""
    if any(p.signs[0] == "reversed" and p.cause.hostile and _told_first(p, scene) for p in pairs):
        for pair in pairs:
            if pair.signs[0] in _LESS_CLOSE:
                pair.signs.append(_LESS_CLOSE[pair.signs[0]])


def _told_first(pair: Pair, scene: Scene) -> bool:
    return scene.first[pair.cause.index].start < scene.first[pair.effect.index].start
