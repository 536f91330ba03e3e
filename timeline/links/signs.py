"""Signs for and against a link that lie in the order of the acts: in time, in the text, among rivals."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from timeline.analysis import lowered
from timeline.lexicons import Lexicon, PhraseMatcher
from timeline.links.acts import Act, Place, Scene
from timeline.links.cues import ANAPHORIC
from timeline.links.parties import any_coded, owner_matcher
from timeline.links.scoring import Pair

__all__ = ["CLOSE", "SignReader", "mark_rivals"]

#: Relations in which the answer is given by the party that was hit, the closest first.
CLOSE = ("reversed", "reversed_kin", "mutual", "reversed_open", "answers")
_CLOSENESS = {relation: rank for rank, relation in enumerate(CLOSE)}
#: Signs of the distance in sentences; each but the last reaches up to its limit.
_DISTANCES = ("same_sentence", "next_sentence", "near", "apart", "far")
_LIMITS = (0, 1, 3, 8)
#: The sign against a pair of this relation where the party itself was hit and answers another act.
_LESS_CLOSE = {
    "reversed_kin": "closer_kin", "joins": "closer_kin",
    "answers": "closer", "third": "closer", "inner": "closer",
}  # fmt: skip
_LEAD_SENTENCES = 2
#: So many sentences behind its answer, without a word or a date for it, an act of the party answered may be told.
_BEHIND = 3
_FACING = frozenset({"reversed", "reversed_kin"})
#: Words of content: lower case, so that names of parties stay out; compared by their first letters.
_WORD = re.compile(r"\b[a-z]{5,}\b")
#: What leads to an act that says who somebody is ("the men who had shelled"), and to one of several ("and shelled").
_RELATIVE = re.compile(r"(?<!, )\b(?:who|which)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_AND = re.compile(r"\band\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
#: So many characters before an act they may begin.
_REACH = 25
#: So many letters of a word are compared.
_STEM = 5


@dataclass(slots=True, eq=False)
class _Cause:
    """What a scene tells of an act as a cause: its places in text order and where they start, its own signs.

    ``opening`` are those of an act that the text opens with: the quarrel is about it.
    """

    first: Place
    places: list[Place]
    starts: list[int]
    salient: str
    own: list[str]
    opening: list[str]


class SignReader:
    """Reads the signs of the pairs of one scene; what hangs on a single act or place is worked out once."""

    def __init__(self, scene: Scene, lexicon: Lexicon) -> None:
        self._scene = scene
        self._lower = lowered(scene.text)
        self._common = lexicon.derive(_common)
        self._background = lexicon.derive(_background)
        self._owners = lexicon.derive(owner_matcher)
        self._names: dict[int, frozenset[str]] = {}
        self._causes: dict[int, _Cause] = {}
        self._of_answer: list[str] = []
        self._second = ""
        self._before: frozenset[int] = frozenset()
        self._is_noun = False
        self._effect: Act
        self._here: Place
        self._within: frozenset[int] = frozenset()
        self._close: frozenset[int] = frozenset()
        first = sorted(scene.first.values(), key=attrgetter("start"))
        self._opening, self._opening_sentence = first[0].start, first[0].sentence
        self._echoes, self._echoed = _echoes([place.act for place in first])
        self._told_in: dict[int, set[int]] = {}
        for place in scene.places:
            self._told_in.setdefault(place.sentence, set()).add(place.act.index)
        self._conditional: bool | None = None

    def turn_to(self, effect: Act) -> None:
        """Take up the act that is the answer in all that is asked next."""
        here = self._scene.first[effect.index]
        self._effect, self._here = effect, here
        self._of_answer = self._answer_signs(effect, here)
        self._is_noun = not self._scene.is_finite(here)
        # The acts that the clause of the answer tells besides it.
        places = self._scene.between(*here.scope)
        self._within = frozenset([p.act.index for p in places if p.start != here.start])
        told, sentence = self._told_in, here.sentence
        self._close = self._within.union(*[told[i] for i in (sentence - 1, sentence, sentence + 1) if i in told])
        self._conditional = None

    def signs_of(self, cause: Act, relation: str, order: str, named: bool = False) -> Pair | None:
        """The pair of a cause and the answer with the signs of its order; ``order`` is that of their dates.

        None where the cause is told too far behind the answer to be worth weighing, neither dates nor words
        (``named``) speaking for it.
        """
        effect, here = self._effect, self._here
        told = self._causes.get(cause.index) or self._told_of(cause)
        if told is None:
            return None
        there = told.first
        number = bisect_left(told.starts, here.end)  # of the places that do not lie behind the answer
        if not number and order != "before" and not named:
            behind = there.sentence - here.sentence
            if behind > (_BEHIND if relation in _FACING else 0) and not self._is_background(there):
                return None
        signs = [relation] if order == "untold" else [relation, order]
        if relation != "stranger" and here.start == self._opening:
            signs.append("opening_answer")
        signs += self._of_answer
        if self._before and (len(self._before) > 1 or cause.index not in self._before):
            signs.append(self._second)
        if order != "before":
            signs += self._order_of_telling(there)
        elif there.start >= here.start and here.sentence <= _LEAD_SENTENCES:
            signs.append("lead")
        if there.start < here.start:
            if self._is_noun:
                signs.append("noun_answer")
        elif cause.undated:
            signs.append("undated_behind")
        distance = self._add_distance(signs, told, number)
        if cause.index in self._within:
            signs.append("within")
        signs += told.own
        if there.scope[1] <= here.scope[0] or here.scope[1] <= there.scope[0]:
            there_stems, here_stems = there.stems, here.stems
            if there_stems is None:
                there_stems = self._stems(there)
            if here_stems is None:
                here_stems = self._stems(here)
            if not there_stems.isdisjoint(here_stems):
                signs.append("topic")
        if effect.stance == "threat" and self._is_conditional():
            signs.append("conditional")
        return Pair(cause, effect, signs, distance)

    def _add_distance(self, signs: list[str], told: _Cause, number: int) -> int:
        """Add what tells of how far off the cause is told, so many of its places going before; the distance.

        That the text is about the cause, opens with it or often tells it, counts only where the two are told apart.
        """
        here = self._here
        near = told.places[number - 1] if number else told.places[0]
        distance = abs(near.sentence - here.sentence)
        signs.append(_DISTANCES[bisect_left(_LIMITS, distance)])
        if number and self._share_paragraph(near, here):
            signs.append("paragraph")
        elif distance:
            if signs[0] != "stranger":
                signs += told.opening
            if told.salient and distance > 1:
                signs.append(told.salient)
        if number and near.kind == "reference":
            signs.append("by_reference")
        return distance

    def _answer_signs(self, effect: Act, here: Place) -> list[str]:
        """The signs of an answer that hang on no cause: told beside another act, of somebody without a name."""
        signs = [] if any_coded(effect.actors) else ["nameless_answerer"]
        text, start = self._scene.text, max(0, here.start - _REACH)
        if _RELATIVE.search(text, start, here.start):
            signs.append("relative_answer")
        told = self._scene.between(self._scene.sentences[here.sentence].start, here.start)
        self._before = frozenset([place.act.index for place in told if place.act is not effect])
        if self._before:
            self._second = "joined_answer" if _AND.search(text, start, here.start) else "second_answer"
        return signs

    def names_doer(self, cause: Act) -> bool:
        """Whether the sentence of the answer, not that of the cause, names who did what it would answer."""
        here = self._here.sentence
        if self._scene.first[cause.index].sentence == here:
            return False
        names = self._names.get(here)
        if names is None:
            sentence = self._scene.sentences[here]
            hits = self._owners.finditer(self._scene.text, sentence.start, sentence.end)
            names = self._names[here] = frozenset([code for _, _, code in hits])
        return not names.isdisjoint(cause.actors_kin)

    def are_close(self, cause: Act) -> bool:
        """Whether an act and the answer are told in one sentence or the next, or the answer's clause holds the act."""
        return cause.index in self._close

    def _told_of(self, cause: Act) -> _Cause | None:
        """What the scene tells of an act, and the signs of its being told in several sentences, and of whom it hit."""
        found = self._causes.get(cause.index)
        if found is None and cause.index in self._scene.first:
            places = self._scene.told[cause.index]
            own = [] if any_coded(cause.hit) else ["private" if cause.hit else "nobody_hit"]
            own += [sign for sign, acts in (("echo", self._echoes), ("echoed", self._echoed)) if cause.index in acts]
            first = self._scene.first[cause.index]
            opening = []
            if first.sentence == self._opening_sentence:
                opening.append("opening" if first.start == self._opening else "opening_sentence")
            found = self._causes[cause.index] = _Cause(
                first, places, [p.start for p in places], self._scene.prominence(cause), own, opening
            )
        return found

    def _share_paragraph(self, one: Place, other: Place) -> bool:
        sentences = self._scene.sentences
        return sentences[one.sentence].paragraph == sentences[other.sentence].paragraph

    def _is_conditional(self) -> bool:
        """Whether a condition follows in the sentence of a threat."""
        if self._conditional is None:
            here = self._here
            self._conditional = self._scene.has_condition(here.end, self._scene.sentences[here.sentence].end)
        return self._conditional

    def _stems(self, place: Place) -> frozenset[str]:
        """The beginnings of the words of content in the clause of a place; names of parties are none."""
        if place.stems is None:
            common = self._common
            words = _WORD.findall(self._scene.text, *place.scope)
            place.stems = frozenset([w[:_STEM] for w in words if w not in common])
        return place.stems

    def _order_of_telling(self, there: Place) -> list[str]:
        """Signs of the order of telling, where the dates do not settle it."""
        here = self._here
        back, cause_back = self._is_background(here), self._is_background(there)
        if there.start < here.start:
            return ["told_before", "background"] if back and not cause_back else ["told_before"]
        signs = ["told_after", "cause_background"] if cause_back and not back else ["told_after"]
        if there.sentence == here.sentence:
            signs.append("told_after_beside")
        return signs

    def _is_background(self, place: Place) -> bool:
        """Whether the clause of a place goes back in time behind what is being told."""
        if place.background is None:
            place.background = self._background.is_in(self._lower, *place.scope)
        return place.background


def _common(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(row["words"] for row in lexicon.table("link_common_words"))


def _background(lexicon: Lexicon) -> PhraseMatcher[bool]:
    return PhraseMatcher({row["words"]: True for row in lexicon.table("link_background")}, ignore_case=True)


def _echoes(acts: Sequence[Act]) -> tuple[set[int], set[int]]:
    """Of acts in the order of telling those that may be one told before, and those that may be told again."""
    again: set[int] = set()
    before: set[int] = set()
    alike: dict[tuple[str, frozenset[str]], list[Act]] = {}
    for act in acts:
        others = alike.setdefault((act.type, act.actors), [])
        for other in others:
            if _may_be_one(other, act):
                again.add(act.index)
                before.add(other.index)
        others.append(act)
    return again, before


def _may_be_one(one: Act, other: Act) -> bool:
    """Whether neither the parties hit nor the dates of two acts tell them apart."""
    if one.hit and other.hit and one.hit.isdisjoint(other.hit):
        return False
    first, last = one.bounds
    other_first, other_last = other.bounds
    if last is not None and other_first is not None and last < other_first:
        return False
    return not (other_last is not None and first is not None and other_last < first)


def mark_rivals(pairs: Sequence[Pair], scene: Scene) -> None:
    """Mark the last act of the other side told before the answer, and what fits the parties less than another.

    Last is an act that none follows whose doers are as surely the other side.
    """
    _mark_less_close(pairs, scene)
    told = [(_CLOSENESS[p.signs[0]], p) for p in pairs if p.signs[0] in _CLOSENESS and _told_first(p, scene)]
    for rank in sorted({closeness for closeness, _ in told}):
        closest = [p.cause for closeness, p in told if closeness <= rank]
        last = max(closest, key=lambda act: scene.first[act.index].start)
        for closeness, pair in told:
            if closeness != rank:
                continue
            same_sentence = scene.first[pair.cause.index].sentence == scene.first[last.index].sentence
            if same_sentence and (pair.cause.actors, pair.cause.hit) == (last.actors, last.hit):
                pair.signs.append("nearest")
            elif pair.cue and pair.cue[0].startswith(ANAPHORIC) and not _outweighs(pair.cause, last, scene):
                pair.signs.append("behind")


def _outweighs(cause: Act, last: Act, scene: Scene) -> bool:
    """Whether the last act is only words about the deed, of the same party, that was told just before it."""
    apart = scene.first[last.index].sentence - scene.first[cause.index].sentence
    return cause.harm and not last.harm and cause.actors == last.actors and abs(apart) <= 1


def _mark_less_close(pairs: Sequence[Pair], scene: Scene) -> None:
    """Mark what fits the parties less than another act."""
    for one in pairs:
        if one.signs[0] != "reversed" or not one.cause.hostile or not _told_first(one, scene):
            continue
        for pair in pairs:
            if pair.signs[0] in _LESS_CLOSE:
                pair.signs.append(_LESS_CLOSE[pair.signs[0]])
        return


def _told_first(pair: Pair, scene: Scene) -> bool:
    return scene.first[pair.cause.index].start < scene.first[pair.effect.index].start
