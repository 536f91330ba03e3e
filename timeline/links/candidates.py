"""Which acts may answer which: pairs within reach, with all signs for and against them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from timeline.lexicons import Lexicon
from timeline.links.acts import Act, Place, Scene
from timeline.links.explicit import Evidence, find_evidence
from timeline.links.references import resolve_references
from timeline.links.scoring import Pair, Weights, party_relation, score, weights
from timeline.links.signs import CLOSE, SignReader, mark_overtaken

__all__ = ["pairs_of_scene"]

#: An unstated cause is looked for among this many acts of a party on either side in the text.
_CANDIDATES = 8
#: So many deeds between persons told before an act are weighed.
_INNER = 2
#: An anaphoric cue ("in response") looks this many sentences back.
_ANSWER_REACH = 5
#: Acts against one party so many sentences apart may be one joining the other; nearer ones are told side by side.
_JOIN_REACH = range(2, 4)
#: Acts of one party against another, told at most this far apart, are one series of measures.
_SERIES_REACH = 1
#: Of several cues for one pair the first of these counts.
_RANK = {
    sign: rank
    for rank, sign in enumerate(
        ("cue_strong", "object", "cue_fair", "answer_strong", "cue_weak", "after", "answer_fair", "answer_weak", "then")
    )
}
#: Cues that name both acts.
_NAMED = ("cue_strong", "cue_fair", "object", "after")
#: Signs of words that name the cause for which an act is called an answer.
_CERTAIN = ("cue_strong", "cue_fair", "after")
#: By party: where its acts are first told, and how far into the text each of these places is.
_Index = dict[str, tuple[list[tuple[int, Act]], list[int]]]


def pairs_of_scene(scene: Scene, acts: Sequence[Act], lexicon: Lexicon) -> list[Pair]:
    """All pairs of one document worth weighing, weighed."""
    scene.add(resolve_references(scene, lexicon))
    stated: dict[int, list[Evidence]] = {}
    for item in find_evidence(scene, lexicon):
        stated.setdefault(item.effect.index, []).append(item)
    doers, victims = _index(scene, "actors_kin"), _index(scene, "hit_kin")
    found: dict[int, list[Pair]] = {}
    reader = SignReader(scene, lexicon)
    inner = [p for p in _in_order(scene) if p.act.harm and p.act.inner]
    for index in sorted(scene.first):
        causes = _causes_within_reach(acts[index], scene, doers, victims)
        if inner:
            causes |= _inner_before(acts[index], scene, inner)
        found[index] = list(_pairs(acts[index], causes, stated.get(index, []), reader))
        mark_overtaken(found[index], scene)
    _drop_reversed(found)
    _carry(found, scene)
    _weigh(found, scene, lexicon.derive(weights))
    return [pair for group in found.values() for pair in group]


def _index(scene: Scene, parties: str) -> _Index:
    """The acts (by index) by each party that acts in them, or that they hit, in text order of their first places."""
    found: _Index = {}
    for place in _in_order(scene):
        told = place.act.index, place.act
        for party in getattr(place.act, parties):
            acts, starts = found.setdefault(party, ([], []))
            acts.append(told)
            starts.append(place.start)
    return found


def _in_order(scene: Scene) -> list[Place]:
    """The first places of all acts, in text order."""
    return sorted(scene.first.values(), key=attrgetter("start", "act.index"))


def _causes_within_reach(effect: Act, scene: Scene, doers: _Index, victims: _Index) -> dict[int, Act]:
    """Acts of those that the effect is done to, and acts that hit its doers or its own targets."""
    here = scene.first[effect.index].start
    found: dict[int, Act] = {}
    for index, parties in ((doers, effect.hit_kin), (victims, effect.actors_kin), (victims, effect.hit)):
        for party in parties:
            if party in index:
                told, starts = index[party]
                middle = bisect_left(starts, here)
                found.update(told[max(0, middle - _CANDIDATES) : middle + _CANDIDATES])
    found.pop(effect.index, None)
    return found


def _inner_before(effect: Act, scene: Scene, inner: list[Place]) -> dict[int, Act]:
    """The deeds between persons that were told last before an act."""
    here = scene.first[effect.index].start
    before = bisect_left(inner, here, key=attrgetter("start"))
    return {place.act.index: place.act for place in inner[max(0, before - _INNER) : before]}


def _pairs(effect: Act, causes: dict[int, Act], evidence: list[Evidence], reader: SignReader) -> Iterator[Pair]:
    """The pairs in which an act is the answer."""
    named = {e.cause.index: e.cause for e in evidence if e.cause is not None and e.cause is not effect}
    answered = [item for item in evidence if item.cause is None]
    if answered:
        evidence, answered = _told_by_both(evidence, answered)
    reached = {**causes, **named}
    reader.turn_to(effect)
    for _, cause in sorted(reached.items()):
        relation = party_relation(cause, effect)
        if relation is None:
            continue
        bystander = _as_bystander(cause, effect) if relation == "stranger" else ""
        if relation == "stranger" and not bystander and cause.index not in named:
            continue
        pair = reader.signs_of(cause, relation)
        if pair is None:
            continue
        if evidence:
            _add_words(pair, [e for e in evidence if e.cause is cause], answered)
        if relation == "stranger":
            apart = bystander == "joins" and not pair.cue and pair.distance not in _JOIN_REACH
            pair.signs[0] = "" if apart else bystander or ("stranger" if pair.cue else "")
        if pair.signs[0]:
            yield pair


def _as_bystander(cause: Act, effect: Act) -> str:
    """How one acts who shares no party of a deed but its victim; empty when there is no telling."""
    if not cause.harm:
        return ""
    if cause.hit & effect.hit and effect.hostile:
        return "joins"
    if cause.hit_kin & effect.hit and not effect.hostile:
        return "stands_by"
    return "inner" if effect.hostile and cause.inner and not effect.inner else ""


def _told_by_both(evidence: list[Evidence], answered: list[Evidence]) -> tuple[list[Evidence], list[Evidence]]:
    """ "In a tit-for-tat step after Warsaw banned its beef": the act after which it came is what it answers."""
    named = [
        e
        for e in evidence
        if e.cause is not None and not e.remote and e.sign in _CERTAIN and party_relation(e.cause, e.effect) in CLOSE
    ]
    if not named or not any(e.sign == "answer_strong" for e in answered):
        return evidence, answered
    surer = [replace(e, sign="cue_strong") if e in named else e for e in evidence if e.cause is not None]
    return surer, []


def _drop_reversed(found: dict[int, list[Pair]]) -> None:
    """Of two acts of which words say that one answers the other, the other is no answer to the one."""
    stated = {(p.cause.index, p.effect.index) for group in found.values() for p in group if _is_named(p)}
    for index, group in found.items():
        found[index] = [p for p in group if _is_named(p) or (p.effect.index, p.cause.index) not in stated]


def _is_named(pair: Pair) -> bool:
    return pair.cue is not None and pair.cue[0] in _NAMED and "cue_remote" not in pair.signs


def _add_words(pair: Pair, named: list[Evidence], answered: list[Evidence]) -> None:
    """The signs of the words that link the pair; the strongest cue becomes its cue."""
    if named:
        item = min(named, key=lambda e: (_RANK[e.sign], e.remote, e.start))
        pair.signs.append(item.sign)
        if item.remote:
            pair.signs.append("cue_remote")
        if "told_after" in pair.signs:
            pair.signs.remove("told_after")
        pair.cue = (item.sign, item.start, item.end)
    elif answered and pair.distance <= _ANSWER_REACH and pair.signs[0] in CLOSE:
        item = min(answered, key=lambda e: (_RANK[e.sign], e.start))
        pair.signs.append(item.sign)
        if item.sign != "then":
            pair.cue = (item.sign, item.start, item.end)


def _series(found: dict[int, list[Pair]], scene: Scene) -> Iterator[tuple[int, int]]:
    """Each act with the one told just before it, where both are measures of one party against another."""
    last: dict[frozenset[str], int] = {}
    for index in sorted(found, key=lambda i: (scene.first[i].start, i)):
        place = scene.first[index]
        before = last.get(place.act.actors)
        last[place.act.actors] = index
        if before is None:
            continue
        other = scene.first[before]
        if place.sentence - other.sentence <= _SERIES_REACH and place.act.hit & other.act.hit:
            yield before, index


def _carry(found: dict[int, list[Pair]], scene: Scene) -> None:
    """Hand a stated cause on to the next measure of the same sentence by the same party."""
    for before, index in _series(found, scene):
        if scene.first[before].sentence != scene.first[index].sentence or any(p.cue for p in found[index]):
            continue
        stated = {p.cause.index: p for p in found[before] if p.cue and "cue_remote" not in p.signs}
        for pair in found[index]:
            if pair.cause.index in stated:
                pair.signs.append("carried")
                pair.cue = stated[pair.cause.index].cue


def _weigh(found: dict[int, list[Pair]], scene: Scene, table: Weights) -> None:
    """Weigh all pairs; in a series, what the measure before answers is likely answered by the next one too."""
    series = {index: before for before, index in _series(found, scene)}
    best: dict[int, int] = {}
    for index in sorted(found, key=lambda i: (scene.first[i].start, i)):
        shared = best.get(series.get(index, -1))
        for pair in found[index]:
            if index in series and not pair.cue:
                pair.signs.append("series_harm" if pair.effect.harm else "series_words")
            if pair.cause.index == shared and not pair.cue:
                pair.signs.append("shared")
            score(pair, table)
        if found[index]:
            top = max(found[index], key=lambda p: (p.total, -p.cause.index))
            if top.total > 0:
                best[index] = top.cause.index
