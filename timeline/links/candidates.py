"""Which acts may answer which: pairs within reach, with all signs for and against them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

from timeline.lexicons import Lexicon
from timeline.links.acts import Act, Scene
from timeline.links.explicit import Evidence, find_evidence
from timeline.links.references import resolve_references
from timeline.links.scoring import Pair, Weights, order_of, party_relation, score, weights
from timeline.links.signs import CLOSE, SignReader, mark_rivals

__all__ = ["pairs_of_scene"]

#: A cause is looked for among this many acts told before and after.
_CANDIDATES = 10
#: So many acts that open the text are weighed as causes of all that follow.
_OPENING = 4
#: An anaphoric cue ("in response") looks this many sentences back.
_ANSWER_REACH = 5
#: Acts of one party against another, told at most this far apart, are one series of measures.
_SERIES_REACH = 1
#: So many acts told just before by others are asked what they answer.
_CHORUS = 2
#: Relations in which it tells something that the words of the answer name the doer of the cause.
_LOOSE = frozenset({"doubtful", "stranger", "joins"})
#: Of several cues for one pair the first of these counts.
_RANK = {
    sign: rank
    for rank, sign in enumerate(
        (
            "cue_strong",
            "object",
            "cue_fair",
            "it",
            "relative",
            "answer_strong",
            "follow",
            "cue_weak",
            "after",
            "when",
            "answer_fair",
            "answer_weak",
            "then",
        )
    )
}
#: Words of an answer that may also be given by one who was not hit.
_ASIDE = frozenset({"answer_strong", "answer_fair", "follow"})
#: Cues that name both acts.
_NAMED = ("cue_strong", "cue_fair", "object", "it", "after", "relative")
#: Signs of the order of telling that say nothing where words name both acts.
_OVERRULED = frozenset({"told_after", "told_after_beside"})
#: Signs of words that name the cause for which an act is called an answer.
_CERTAIN = ("cue_strong", "cue_fair", "after")


def pairs_of_scene(scene: Scene, lexicon: Lexicon) -> list[Pair]:
    """All pairs of one document worth weighing, weighed."""
    scene.add(resolve_references(scene, lexicon))
    stated: dict[int, list[Evidence]] = {}
    for item in find_evidence(scene, lexicon):
        stated.setdefault(item.effect.index, []).append(item)
    found: dict[int, list[Pair]] = {}
    reader = SignReader(scene, lexicon)
    order = sorted(scene.first.values(), key=attrgetter("start", "act.index"))
    opening = {p.act.index: p.act for p in order[:_OPENING]}
    for number, place in enumerate(order):
        effect = place.act
        causes = {p.act.index: p.act for p in order[max(0, number - _CANDIDATES) : number + _CANDIDATES]}
        causes.update(opening)
        del causes[effect.index]
        reader.turn_to(effect)
        found[effect.index] = list(_pairs(effect, causes, stated.get(effect.index, []), reader))
        mark_rivals(found[effect.index], scene)
    _mark_reversed(found)
    _carry(found, scene)
    _weigh(found, scene, lexicon.derive(weights))
    return [pair for index in sorted(found) for pair in found[index]]


def _pairs(effect: Act, causes: dict[int, Act], evidence: list[Evidence], reader: SignReader) -> Iterator[Pair]:
    """The pairs in which an act is the answer."""
    named = {e.cause.index: e.cause for e in evidence if e.cause is not None and e.cause is not effect}
    answered = [item for item in evidence if item.cause is None]
    if answered:
        evidence, answered = _told_by_both(evidence, answered)
    reached = {**causes, **named}
    for _, cause in sorted(reached.items()):
        order = order_of(cause, effect)
        relation = party_relation(cause, effect) if order is not None else None
        if order is None or relation is None:
            continue
        if relation == "stranger":
            relation = _as_bystander(cause, effect) or relation
            if relation == "stranger" and cause.index not in named and not reader.are_close(cause):
                continue
        pair = reader.signs_of(cause, relation, order, cause.index in named)
        if pair is None:
            continue
        if evidence:
            _add_words(pair, [e for e in evidence if e.cause is cause], answered)
        if relation in _LOOSE and reader.names_doer(cause):
            pair.signs.append("doer_beside" if relation == "joins" else "doer_named")
        if relation == "joins" and not pair.cue and pair.distance <= _SERIES_REACH:
            pair.signs.append("side_by_side")
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


def _mark_reversed(found: dict[int, list[Pair]]) -> None:
    """Of two acts of which words say that one answers the other, the other is hardly an answer to the one."""
    stated = {(p.cause.index, p.effect.index) for group in found.values() for p in group if _is_named(p)}
    if not stated:
        return
    for group in found.values():
        for pair in group:
            if (pair.effect.index, pair.cause.index) in stated and not _is_named(pair):
                pair.signs.append("contrary")


def _is_named(pair: Pair) -> bool:
    """Whether words name both acts, or one sentence tells them and says which answers."""
    if pair.cue is None or "cue_remote" in pair.signs:
        return False
    return pair.cue[0] in _NAMED or (not pair.distance and pair.stated)


def _add_words(pair: Pair, named: list[Evidence], answered: list[Evidence]) -> None:
    """The signs of the words that link the pair; the strongest cue becomes its cue."""
    if named:
        item = min(named, key=lambda e: (_RANK[e.sign], e.remote, e.start))
        pair.signs.append(item.sign)
        if item.remote:
            pair.signs.append("cue_remote")
        for sign in _OVERRULED.intersection(pair.signs):
            pair.signs.remove(sign)
        pair.cue = (item.sign, item.start, item.end)
    elif answered and pair.distance <= _ANSWER_REACH:
        _add_answered(pair, min(answered, key=lambda e: (_RANK[e.sign], e.start)))


def _add_answered(pair: Pair, item: Evidence) -> None:
    """The sign of words that say that something told before is answered, where the pair may be meant."""
    relation, sign = pair.signs[0], item.sign
    if relation in CLOSE or (relation == "joins" and sign == "follow"):
        pair.signs.append(sign)
    elif relation == "third" and sign in _ASIDE:
        pair.signs.append("answer_aside")
    else:
        return
    if sign != "then":
        pair.cue = (sign, item.start, item.end)


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
    """Weigh all pairs; what the act told just before answers is likely answered by the next one too."""
    series = {index: before for before, index in _series(found, scene)}
    best: dict[int, int] = {}
    order = sorted(found, key=lambda i: (scene.first[i].start, i))
    for number, index in enumerate(order):
        shared = best.get(series.get(index, -1))
        chorus = {best[i] for i in _others_beside(order[max(0, number - _CHORUS) : number], index, scene) if i in best}
        for pair in found[index]:
            if index in series and not pair.cue:
                pair.signs.append("series_harm" if pair.effect.harm else "series_words")
            if pair.cause.index == shared and not pair.cue:
                pair.signs.append("shared")
            if pair.cause.index in chorus:
                pair.signs.append("chorus")
            score(pair, table)
        if found[index]:
            top = max(found[index], key=attrgetter("total"))  # of several the one whose cause comes first
            if top.total > 0:
                best[index] = top.cause.index


def _others_beside(told: list[int], index: int, scene: Scene) -> Iterator[int]:
    """Those of the acts told just before an act, in its sentence or the last, that somebody else did."""
    here = scene.first[index]
    for other in told:
        place = scene.first[other]
        if here.sentence - place.sentence <= 1 and place.act.actors != here.act.actors:
            yield other
