"""Links that the words state: what each class of cue makes of the acts around it.

One small function for each class; each yields :class:`Evidence` and knows nothing of parties or dates,
which :mod:`timeline.links.scoring` weighs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from timeline.lexicons import Lexicon
from timeline.links.acts import Act, Place, Scene
from timeline.links.cues import CueHit, find_cues

__all__ = ["Evidence", "find_evidence"]

#: How far (characters) the cause may begin after its cue, and an answer from its.
_CAUSE_REACH = 140
_ANSWER_REACH = 110
#: How many sentences back "in response" may look for what was answered.
_ANTECEDENT_SENTENCES = 5
_NEAR_SENTENCES = 2
_CLAUSE_BREAK = re.compile(
    r"[;:\"]|\s--?\s|,\s(?:and|but|while|whereas|which|who|where)\b|^|(?<=[.!?])\s", re.MULTILINE
)
_COORDINATION = re.compile(r"(?:,|\band\b|\bor\b|\bas well as\b|\balong with\b|\bthen\b)")
_PASSIVE = re.compile(
    r"\s*(?:,[^,]{0,60},)?\s*(?:was|were|is|are|has been|have been|had been|came under|being)\s+(?:\w+ly\s+|also\s+|then\s+)?$"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that speak for a link.  ``cause`` None: for any act told before (``answer`` and ``then`` cues)."""

    cause: Act | None
    effect: Act
    sign: str
    start: int
    end: int
    remote: bool = False
    before: int = 0


Rule = Callable[[Scene, CueHit, int, int], Iterator[Evidence]]


def find_evidence(scene: Scene, lexicon: Lexicon) -> list[Evidence]:
    """All that a document's words say about which act answers which."""
    found: list[Evidence] = []
    for hit in find_cues(scene.text, lexicon):
        sentence = scene.sentences[scene.sentence_at(hit.start)] if scene.sentences else None
        if sentence is not None and sentence.start <= hit.start < sentence.end:
            found += _RULES[hit.cue.kind](scene, hit, sentence.start, sentence.end)
    found += _objects(scene, lexicon)
    return found


def _is_initial(scene: Scene, hit: CueHit, low: int) -> bool:
    """Whether the cue opens its clause: "In response to X, Y did ..."."""
    lead = scene.text[low : hit.start]
    breaks = list(_CLAUSE_BREAK.finditer(lead))
    opening = lead[breaks[-1].end() :] if breaks else lead
    return len(opening.split()) <= 1 and not scene.between(low + len(lead) - len(opening), hit.start)


def _sign(hit: CueHit) -> str:
    if hit.cue.kind in ("after", "then"):
        return hit.cue.kind
    return f"{'answer' if hit.cue.kind == 'answer' else 'cue'}_{hit.cue.strength}"


def _coordinated(scene: Scene, places: list[Place], first: int) -> list[Place]:
    """The place at an index and those that a comma or "and" joins to it."""
    group = [places[first]]
    for place in places[first + 1 :]:
        gap = scene.text[group[-1].end : place.start]
        if len(gap) > 120 or not _COORDINATION.search(gap) or ";" in gap:
            break
        group.append(place)
    return group


def _pairs(hit: CueHit, causes: list[Place], effects: list[Place]) -> Iterator[Evidence]:
    """Evidence for each cause and answer; the first of each list is the nearest to the cue."""
    for i, cause in enumerate(causes):
        for j, effect in enumerate(effects):
            if cause.act is not effect.act:
                yield Evidence(cause.act, effect.act, _sign(hit), hit.start, hit.end, bool(i or j))


def _cause_follows(scene: Scene, hit: CueHit, low: int, high: int) -> Iterator[Evidence]:
    """ "X expelled ten in response to the ban"; "In response to the ban, X expelled ten"."""
    before, after = scene.between(low, hit.start), scene.between(hit.end, high)
    if not after or after[0].start - hit.end > _CAUSE_REACH:
        return
    if _is_initial(scene, hit, low):
        comma = scene.text.find(",", after[0].end, high)
        if comma >= 0 and (effects := [p for p in after if p.start > comma]):
            causes = [p for p in after if p.start < comma]
            yield from _pairs(hit, causes, effects[:2])
        return
    if not before:
        return
    breaks = scene.text[hit.end : after[0].start].count(";")
    if not breaks:
        yield from _pairs(hit, _coordinated(scene, after, 0), before[::-1][:3])


def _answer_follows(scene: Scene, hit: CueHit, low: int, high: int) -> Iterator[Evidence]:
    """ "The ban prompted a protest"; "..., which led to ..."."""
    before = [p for p in scene.between(low, hit.start) if p.end <= hit.start + 1]
    after = scene.between(hit.end, high)
    if not before and low > 0:
        here = scene.sentence_at(low)
        before = [p for p in scene.between(scene.sentences[max(0, here - 1)].start, low)][-1:]
    if before and after and after[0].start - hit.end <= _ANSWER_REACH:
        yield from _pairs(hit, before[::-1][:2], _coordinated(scene, after, 0))


def _answer_here(scene: Scene, hit: CueHit, low: int, high: int) -> Iterator[Evidence]:
    """ "Moscow retaliated by closing ..."; "In return, ..."; "... freed five in return"."""
    covering = [p for p in scene.between(low, hit.end) if p.end > hit.start or p.scope[0] <= hit.start < p.end]
    before = [p for p in scene.between(low, hit.start) if p not in covering]
    after = scene.between(hit.end, high)
    initial = _is_initial(scene, hit, low)
    chosen: list[Place] = []
    if covering:
        chosen = covering[-1:]
    elif after and (hit.cue.side == "right" or initial or not before) and after[0].start - hit.end <= _ANSWER_REACH:
        chosen = _coordinated(scene, after, 0)
    elif before and hit.cue.side != "right":
        chosen = before[-1:]
    elif after and hit.cue.side != "left" and after[0].start - hit.end <= _ANSWER_REACH:
        chosen = after[:1]
    elif not after and hit.cue.side == "right" and scene.sentence_at(high) > scene.sentence_at(low):
        following = scene.sentences[scene.sentence_at(high)]
        chosen = scene.between(following.start, following.end)[:1]
    for place in chosen:
        yield Evidence(None, place.act, _sign(hit), hit.start, hit.end, False, min(hit.start, place.start))


_RULES: dict[str, Rule] = {
    "cause": _cause_follows,
    "undo": _cause_follows,
    "after": _cause_follows,
    "effect": _answer_follows,
    "answer": _answer_here,
    "then": _answer_here,
}


def speech_objects(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Type of a speech act -> types its object may have; give it to ``lexicon.derive``."""
    return {t: frozenset(row.list("causes")) for row in lexicon.table("link_objects") for t in row.list("types")}


def _objects(scene: Scene, lexicon: Lexicon) -> Iterator[Evidence]:
    """ "condemned the raid", "rejected the offer", "the raid was condemned"."""
    allowed = lexicon.derive(speech_objects)
    for place in scene.places:
        causes = allowed.get(place.act.type)
        if causes is None or place.kind == "reference":
            continue
        high = scene.sentences[place.sentence].end if scene.sentences else len(scene.text)
        for other in scene.between(place.start, min(high, place.end + _ANSWER_REACH)):
            if other.act is place.act or (other.start == place.start and other.end == place.end):
                continue
            if other.act.type in causes:
                yield Evidence(other.act, place.act, "object", place.start, other.end)
            break
        low = scene.sentences[place.sentence].start if scene.sentences else 0
        for other in scene.between(low, place.start)[-1:]:
            if (
                other.act.type in causes
                and other.act is not place.act
                and _PASSIVE.fullmatch(scene.text[other.end : place.start])
            ):
                yield Evidence(other.act, place.act, "object", other.start, place.end)
