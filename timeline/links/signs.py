"""Signs for and against a link that lie in the order of the acts: in time, in the text, among rivals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.lexicons import Lexicon, PhraseMatcher
from timeline.links.acts import Act, Place, Scene
from timeline.links.scoring import Pair, order_of

__all__ = ["CLOSE", "mark_overtaken", "signs_of"]

#: Relations in which the answer is given by the party that was hit, the closest first.
CLOSE = ("reversed", "reversed_kin", "mutual", "reversed_open", "answers")
_DISTANCES = ((0, "same_sentence"), (1, "next_sentence"), (3, "near"), (8, "apart"), (10**9, "far"))
_LEAD_SENTENCES = 2
_CONDITION = re.compile(r"\b(?:if|unless)\b", re.IGNORECASE)
#: Words of content: lower case, so that names of parties stay out; compared by their first letters.
_WORD = re.compile(r"\b[a-z]{5,}\b")
_STEM = 5


def signs_of(cause: Act, effect: Act, relation: str, scene: Scene, lexicon: Lexicon) -> Pair | None:
    """The pair with the signs of its order; None where the cause is surely later."""
    order = order_of(cause, effect)
    here, there = scene.first[effect.index], scene.first.get(cause.index)
    if order is None or there is None:
        return None
    signs = [relation] if order == "untold" else [relation, order]
    told_before = there.start < here.start
    if order != "before":
        signs += _told(scene, there, here, lexicon)
    elif not told_before and here.sentence <= _LEAD_SENTENCES:
        signs.append("lead")
    distance = _distance(cause, here, scene)
    signs.append(next(sign for limit, sign in _DISTANCES if distance <= limit))
    if any(p.sentence != there.sentence for p in scene.told[cause.index]):
        signs.append("salient")
    if any(p.act is cause and p.start != here.start for p in scene.between(*here.scope)):
        signs.append("within")
    if not any(party.isupper() for party in cause.hit):
        signs.append("private" if cause.hit else "nobody_hit")
    if _share_words(scene, there, here, lexicon):
        signs.append("topic")
    if effect.stance == "threat" and _CONDITION.search(scene.text, here.end, _end_of_sentence(scene, here)):
        signs.append("conditional")
    return Pair(cause, effect, signs, distance)


def _end_of_sentence(scene: Scene, place: Place) -> int:
    return scene.sentences[place.sentence].end


def _share_words(scene: Scene, one: Place, other: Place, lexicon: Lexicon) -> bool:
    """Whether the clauses of two acts speak of the same thing: a common word of content, parties aside."""
    common = lexicon.derive(_common)
    stems = ({w[:_STEM] for w in _WORD.findall(scene.text, *place.scope) if w not in common} for place in (one, other))
    return one.scope[1] <= other.scope[0] and bool(next(stems) & next(stems))


def _common(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(row["words"] for row in lexicon.table("link_common_words"))


def _told(scene: Scene, there: Place, here: Place, lexicon: Lexicon) -> list[str]:
    """Signs of the order of telling, where the dates do not settle it."""
    back, cause_back = (_is_background(scene, place, lexicon) for place in (here, there))
    if there.start < here.start:
        return ["told_before", "background"] if back and not cause_back else ["told_before"]
    return ["told_after", "cause_background"] if cause_back and not back else ["told_after"]


def _is_background(scene: Scene, place: Place, lexicon: Lexicon) -> bool:
    """Whether the clause of a place goes back in time behind what is being told."""
    if place.background is None:
        place.background = next(lexicon.derive(_background).finditer(scene.text, *place.scope), None) is not None
    return place.background


def _background(lexicon: Lexicon) -> PhraseMatcher[bool]:
    return PhraseMatcher({row["words"]: True for row in lexicon.table("link_background")}, ignore_case=True)


def _distance(cause: Act, here: Place, scene: Scene) -> int:
    """Sentences between an answer and the nearest place before it, or the first one, that tells its cause."""
    places = scene.told[cause.index]
    before = [here.sentence - p.sentence for p in places if p.start < here.end]
    return min([abs(places[0].sentence - here.sentence), *before])


def mark_overtaken(pairs: Sequence[Pair], scene: Scene) -> None:
    """Mark the acts of the other side that a later act of theirs overtakes before the answer comes."""
    rivals = [p for p in pairs if p.signs[0] in CLOSE]
    for pair in rivals:
        if any(_overtakes(other, pair, scene) for other in rivals if other is not pair):
            pair.signs.append("overtaken")
    dated = [p for p in rivals if "before" in p.signs]
    if dated:
        latest = max(p.cause.bounds.last or 0 for p in dated)
        for pair in dated:
            if (pair.cause.bounds.last or 0) == latest:
                pair.signs.append("latest")
    told = [p for p in rivals if scene.first[p.cause.index].start < scene.first[p.effect.index].start]
    if told:
        last = max(told, key=lambda p: scene.first[p.cause.index].start).cause
        for pair in told:
            same_sentence = scene.first[pair.cause.index].sentence == scene.first[last.index].sentence
            if same_sentence and (pair.cause.actors, pair.cause.hit) == (last.actors, last.hit):
                pair.signs.append("nearest")


def _overtakes(later: Pair, earlier: Pair, scene: Scene) -> bool:
    """Whether the later pair's cause came between the earlier pair's cause and the answer."""
    if CLOSE.index(later.signs[0]) > CLOSE.index(earlier.signs[0]):
        return False
    if later.cause.hostile != earlier.cause.hostile or later.cause.weight < earlier.cause.weight:
        return False
    if "told_after" in later.signs and "before" not in later.signs:
        return False
    order = order_of(earlier.cause, later.cause)
    if order is None or order_of(later.cause, earlier.cause) == "before":
        return False
    if order == "before" and "before" in later.signs:
        return True
    one, other = scene.first[earlier.cause.index], scene.first[later.cause.index]
    return one.sentence < other.sentence and other.start < scene.first[later.effect.index].start
