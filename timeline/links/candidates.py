"""Which acts may answer which: pairs within reach, with the signs of parties, order and distance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.lexicons import Lexicon
from timeline.links.acts import Act, Place, Scene
from timeline.links.explicit import Evidence, find_evidence
from timeline.links.references import resolve_references
from timeline.links.scoring import Pair, Weights, order_of, party_relation, score, weights

__all__ = ["pairs_of_scene"]

#: An unstated cause is looked for among this many acts of the other side, the nearest in the text.
_CANDIDATES = 10
#: How far apart (sentences) an act and the third party's answer to it may be told, if no words link them.
_THIRD_REACH = 2
_ANSWER_REACH = 5
_CLOSE = ("reversed", "answers", "mutual")


def pairs_of_scene(scene: Scene, acts: Sequence[Act], lexicon: Lexicon) -> list[Pair]:
    """All pairs of one document worth weighing, weighed."""
    scene.add(resolve_references(scene, lexicon))
    evidence = find_evidence(scene, lexicon)
    table = lexicon.derive(weights)
    near = _by_party(scene)
    stated: dict[int, list[Evidence]] = {}
    for item in evidence:
        stated.setdefault(item.effect.index, []).append(item)
    pairs: list[Pair] = []
    for index in sorted(scene.first):
        effect = acts[index]
        found = _pairs_of(effect, scene, near, stated.get(index, []))
        _mark_latest(found, scene)
        for pair in found:
            score(pair, table)
        pairs += found
    return pairs


def _by_party(scene: Scene) -> dict[str, list[Place]]:
    """First places of the acts by each party that acts in them, in text order."""
    found: dict[str, list[Place]] = {}
    for place in sorted(scene.first.values(), key=lambda p: (p.start, p.act.index)):
        for party in place.act.actors_kin:
            found.setdefault(party, []).append(place)
    return found


def _pairs_of(effect: Act, scene: Scene, near: dict[str, list[Place]], evidence: list[Evidence]) -> list[Pair]:
    """The pairs in which an act is the answer."""
    here = scene.first[effect.index]
    named = {item.cause.index: item.cause for item in evidence if item.cause is not None}
    wanted = dict(named)
    for place in _told_near(effect, here, near):
        wanted.setdefault(place.act.index, place.act)
    answered = [item for item in evidence if item.cause is None]
    low = scene.sentences[max(0, here.sentence - _THIRD_REACH)].start if scene.sentences else 0
    for place in scene.between(low, here.end):
        wanted.setdefault(place.act.index, place.act)
    pairs = []
    for index in sorted(wanted):
        cause = wanted[index]
        if index == effect.index:
            continue
        pair = _pair(cause, effect, scene)
        if pair is None:
            continue
        _add_words(pair, [e for e in evidence if e.cause is cause], answered, scene)
        if pair.cue or _is_apt(pair):
            pairs.append(pair)
    return pairs


def _is_apt(pair: Pair) -> bool:
    """Whether a pair that no words link is worth weighing."""
    relation = pair.signs[0]
    return relation in _CLOSE or (
        relation == "third" and pair.distance is not None and abs(pair.distance) <= _THIRD_REACH
    )


def _told_near(effect: Act, here: Place, near: dict[str, list[Place]]) -> Iterable[Place]:
    """Acts of the other side, the nearest in the text."""
    others: dict[int, Place] = {}
    for party in sorted(effect.hit_kin | (effect.actors if effect.mutual else frozenset())):
        for place in near.get(party, ()):
            others[place.act.index] = place
    ranked = sorted(others.values(), key=lambda p: (abs(p.start - here.start), p.start))
    return ranked[:_CANDIDATES]


def _pair(cause: Act, effect: Act, scene: Scene) -> Pair | None:
    relation, order = party_relation(cause, effect), order_of(cause, effect)
    if relation is None or order is None:
        return None
    signs = [relation]
    if order != "untold":
        signs.append(order)
    here, there = scene.first[effect.index], scene.first.get(cause.index)
    if there is None:
        return Pair(cause, effect, signs)
    before = there.start < here.start
    if order != "before":
        signs.append("told_before" if before else "told_after")
    distance = _distance(cause, here, scene)
    if distance <= 1:
        signs.append("adjacent")
    elif distance <= 3:
        signs.append("near")
    elif distance > 6:
        signs.append("far")
    return Pair(cause, effect, signs, distance)


def _distance(cause: Act, here: Place, scene: Scene) -> int:
    """Sentences between an answer and the nearest place that tells its cause."""
    first = scene.first[cause.index]
    best = abs(first.sentence - here.sentence)
    low = scene.sentences[max(0, here.sentence - 3)].start if scene.sentences else 0
    for place in scene.between(low, here.end):
        if place.act is cause:
            best = min(best, here.sentence - place.sentence)
    return max(0, best)


def _add_words(pair: Pair, named: list[Evidence], answered: list[Evidence], scene: Scene) -> None:
    """The signs of the words that link the pair; the strongest cue becomes its cue."""
    if named:
        item = min(named, key=lambda e: (_RANK[e.sign], e.remote, e.start))
        pair.signs.append(item.sign)
        if item.remote:
            pair.signs.append("cue_remote")
        pair.cue = (item.sign, item.start, item.end)
        if item.sign == "after" and "told_after" in pair.signs:
            pair.signs.remove("told_after")
        return
    there = scene.first.get(pair.cause.index)
    told = [e for e in answered if there is not None and _reaches(there, e, scene, pair)]
    if told:
        item = min(told, key=lambda e: (_RANK[e.sign], e.start))
        pair.signs.append(item.sign)
        if item.sign != "then":
            pair.cue = (item.sign, item.start, item.end)


def _reaches(there: Place, item: Evidence, scene: Scene, pair: Pair) -> bool:
    """Whether what an anaphoric cue answers may be this act."""
    return pair.distance is not None and pair.distance <= _ANSWER_REACH and pair.signs[0] != "stranger"


_RANK = {
    sign: rank
    for rank, sign in enumerate(
        ("cue_strong", "object", "cue_fair", "answer_strong", "cue_weak", "after", "answer_fair", "answer_weak", "then")
    )
}


def _mark_latest(pairs: list[Pair], scene: Scene) -> None:
    """Among the acts of the other side: the last before the answer, and those that a later one overtakes."""
    rivals = [p for p in pairs if p.signs[0] in _CLOSE]
    for pair in rivals:
        if any(_overtakes(other, pair, scene) for other in rivals if other is not pair):
            pair.signs.append("overtaken")
        elif "told_after" not in pair.signs:
            pair.signs.append("latest")


def _overtakes(later: Pair, earlier: Pair, scene: Scene) -> bool:
    """Whether the later pair's cause came between the earlier pair's cause and the answer."""
    if not later.cause.hostile and earlier.cause.hostile:
        return False
    if "told_after" in later.signs and "before" not in later.signs:
        return False
    order = order_of(earlier.cause, later.cause)
    if order == "before":
        return True
    if order is None or order_of(later.cause, earlier.cause) == "before":
        return False
    one, other = scene.first.get(earlier.cause.index), scene.first.get(later.cause.index)
    here = scene.first[later.effect.index]
    return one is not None and other is not None and one.sentence < other.sentence and other.start < here.start


def table_of(lexicon: Lexicon) -> Weights:
    """The weights in use."""
    return lexicon.derive(weights)
