"""Links that the words state: what each class of cue makes of the acts around it.

One small function for each class; each yields :class:`Evidence` and knows nothing of parties or dates,
which :mod:`timeline.links.scoring` weighs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from timeline.lexicons import Lexicon
from timeline.links.acts import Place, Scene
from timeline.links.clauses import CLAUSE_BREAK, from_head, governing, is_apart, says_nothing
from timeline.links.cues import ANAPHORIC, CueHit, find_cues, word_groups
from timeline.links.evidence import Evidence
from timeline.links.relatives import relatives
from timeline.links.spoken import spoken_of

__all__ = ["Evidence", "find_evidence"]

#: How far (characters) the cause may begin after its cue, and an answer from its.
_CAUSE_REACH = 140
_ANSWER_REACH = 110
#: How far the answer may begin after "the reason for".
_REASON_REACH = 60
#: Classes of cues that are signs of their own.
_OWN_SIGN = ("after", "then", "when", "follow")
_COORDINATION = re.compile(r"(?:,|\band\b|\bor\b|\bas well as\b|\balong with\b|\bthen\b)")
_SERIES = re.compile(r"^[^,;.:]{0,60}(?:,|\band\b|, and\b)\s+(?:whose\s+)?[^,;.:]{0,30}$")
_PRONOUN = re.compile(r"\s+(?:it|this|that|them|these|those)\s*(?:[,.;]|$|and\b|but\b)", re.IGNORECASE)
_RELATIVE = re.compile(
    r",\s+(?:in |on |at |of |with |by |to |from )?(?:which|who|whom|whose|where|when)\b", re.IGNORECASE
)
#: "after nine hours", "since 2018": a cue that tells how long, or from when.
_HOW_LONG = re.compile(
    r"\s+(?:more than |less than |nearly |almost |about |only |just )?"
    r"(?:\d{4}\b|\w+ (?:minutes|hours|days|weeks|months|years)\b|(?:a|an) (?:hour|day|week|month|year|while)\b"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December|last|early|late)\b)"
)
#: Cues that are followed by a noun where they name the cause.
_NOMINAL = frozenset({"follows", "followed", "following"})
#: What leads over from words of moving to the act one is moved to: "led Minsk to expel", "brought a sharp rebuke".
_TO_ACT = re.compile(
    r"[^.;:]*\b(?:to|into)\s+(?:[\w'-]+\s+){0,2}|(?:\s+(?!(?:and|or|but|that|which|who)\b)[\w'-]+){0,4}\s+",
    re.IGNORECASE,
)
#: What leads over from the act that is answered to the answer: "answered the ban with ...", ", closing ...".
_MEANS = re.compile(r"(?:\b(?:by|with|through)(?:\s+[\w'-]+){0,5}\s+|,\s*)$", re.IGNORECASE)
_WITH = re.compile(r"(?:\s+[\w'-]+){0,6}\s+(?:by|with)(?:\s+[\w'-]+){0,5}\s+$", re.IGNORECASE)
_BY = re.compile(r"[^.;:\"]*\bby\s+(?:\w+\s+){0,3}", re.IGNORECASE)
_NO_OBJECT = re.compile(r"[,;:(]|--|\b(?:by|with|when|as|after|and|but|that)\b", re.IGNORECASE)
_JOINING = re.compile(r".*\b(?:and|but|then|yet)\s+(?=\S*\s*$)", re.IGNORECASE | re.DOTALL)
#: "at Japan's urging", "on the application of": what comes before the noun.
_AT_THE = re.compile(r"\b(?:at|on|upon)\s+(?:[\w'.-]+\s+){1,4}$", re.IGNORECASE)
#: What stands between two acts that are not told in one clause.
_APART = re.compile(r"[,;:]|\b(?:and|or|that|which|who)\b")


Rule = Callable[[Scene, CueHit, int, int], Iterator[Evidence]]


def find_evidence(scene: Scene, lexicon: Lexicon) -> list[Evidence]:
    """All that a document's words say about which act answers which."""
    found: list[Evidence] = []
    groups = lexicon.derive(word_groups)
    for hit in find_cues(scene.text, lexicon):
        sentence = scene.sentences[scene.sentence_at(hit.start)] if scene.sentences else None
        if sentence is None or not sentence.start <= hit.start < sentence.end:
            continue
        if not says_nothing(scene, hit, sentence.start, groups):
            found += _RULES[hit.cue.kind](scene, hit, sentence.start, sentence.end)
    found += spoken_of(scene, lexicon)
    found += relatives(scene, lexicon)
    return found


def _is_initial(scene: Scene, hit: CueHit, low: int) -> bool:
    """Whether the cue opens its clause: "In response to X, Y did ..."."""
    lead = scene.text[low : hit.start]
    breaks = list(CLAUSE_BREAK.finditer(lead))
    opening = lead[breaks[-1].end() :] if breaks else lead
    joined = _JOINING.match(opening)
    if joined:
        opening = opening[joined.end() :]
    if len(opening.split()) > 1:
        return False
    return all(p.end > hit.start for p in scene.surest(low + len(lead) - len(opening), hit.start))


def _is_opening(scene: Scene, low: int, start: int) -> bool:
    """Whether hardly a word of the sentence goes before an offset."""
    return len(scene.text[low:start].split()) <= 4


def _clause_end(scene: Scene, start: int, high: int) -> int:
    """Where the clause that goes on at an offset ends."""
    end = CLAUSE_BREAK.search(scene.text, start, high)
    return end.start() if end else high


def _sign(hit: CueHit, anaphoric: bool = False) -> str:
    if hit.cue.kind in _OWN_SIGN:
        return hit.cue.kind
    return f"{'answer' if anaphoric else 'cue'}_{hit.cue.strength}"


def _coordinated(scene: Scene, places: list[Place], first: int) -> list[Place]:
    """The place at an index and those that a comma or "and" joins to it."""
    group = [places[first]]
    for place in places[first + 1 :]:
        gap = scene.text[group[-1].end : place.start]
        if place.start == group[-1].start:  # one noun that stands for several acts
            group.append(place)
            continue
        if len(gap) > 120 or not _COORDINATION.search(gap) or ";" in gap:
            break
        group.append(place)
    return group


def _pairs(hit: CueHit, causes: list[Place], effects: list[Place], near: int = 1) -> Iterator[Evidence]:
    """Evidence for each cause and answer; the first of each list, and so many answers, are nearest to the cue."""
    for cause in causes:
        for j, effect in enumerate(effects):
            remote = cause.start != causes[0].start or j >= near
            if cause.act is not effect.act and not (remote and hit.cue.kind == "after"):
                yield Evidence(cause.act, effect.act, _sign(hit), hit.start, hit.end, remote)


def _in_one_breath(scene: Scene, told: list[Place]) -> int:
    """How many of the last acts, told backwards, are one series: "froze assets and expelled ten over the raid"."""
    for number, (later, earlier) in enumerate(pairwise(told), 1):
        gap = scene.text[earlier.end : later.start]
        if later.act.actors != earlier.act.actors or not _SERIES.search(gap):
            return number
    return len(told)


def _told_just_before(scene: Scene, low: int) -> list[Place]:
    """The last act of the sentence before, which "It came after ..." speaks of."""
    here = scene.sentence_at(low)
    return scene.surest(scene.sentences[here - 1].start, low)[-1:] if here > 0 else []


def _told_next(scene: Scene, high: int) -> list[Place]:
    """The first act of the sentence after the one that ends at an offset, with those joined to it."""
    number = scene.sentence_at(high)
    if high > scene.sentences[number].start and number + 1 < len(scene.sentences):
        number += 1
    following = scene.sentences[number]
    told = scene.surest(following.start, following.end) if following.start >= high else []
    return _coordinated(scene, told, 0) if told else []


def _cause_follows(scene: Scene, hit: CueHit, low: int, high: int) -> Iterator[Evidence]:
    """ "X expelled ten in response to the ban"; "In response to the ban, X expelled ten"."""
    before, after = scene.surest(low, hit.end), scene.surest(hit.end, high)
    if hit.cue.kind == "after" and _HOW_LONG.match(scene.text, hit.end):
        return
    if hit.cue.words in _NOMINAL and after and scene.is_finite(after[0]):  # "in the fight that follows two are held"
        return
    if hit.cue.strength != "weak" and _PRONOUN.match(scene.text, hit.end):
        yield from _answer_here(scene, hit, low, high)
        return
    if not after or after[0].start - hit.end > _CAUSE_REACH or is_apart(scene, hit.end, after[0]):
        return
    answers = _by_means(scene, hit, after)
    if answers:
        yield from _pairs(hit, after[:1], answers)
        return
    after = from_head(scene, hit.end, after)
    comma = scene.text.find(",", after[0].end, high)
    effects = [p for p in after if p.start > comma > 0]
    told_here = not before and comma > 0 and not _RELATIVE.match(scene.text, comma)
    if effects and (_is_initial(scene, hit, low) or told_here):
        yield from _pairs(hit, [p for p in after if p.start < comma], effects[:2])
        return
    if _two_in_a_clause(scene, hit, low, after):  # "In response to the ban Minsk ..."
        yield from _pairs(hit, after[:1], after[1:2])
        return
    told = governing(scene, [p for p in before[::-1] if p.act is not after[0].act][:3])
    if hit.cue.strength == "strong" or (hit.cue.strength == "fair" and not told):
        told += _told_just_before(scene, low)
    yield from _pairs(hit, _coordinated(scene, after, 0), told, _in_one_breath(scene, told))


def _two_in_a_clause(scene: Scene, hit: CueHit, low: int, after: list[Place]) -> bool:
    """Whether a cue that opens its clause is followed by the cause and, with nothing between, by the answer."""
    if len(after) < 2 or not _is_initial(scene, hit, low):
        return False
    return not _APART.search(scene.text[after[0].end : after[1].start])


def _by_means(scene: Scene, hit: CueHit, after: list[Place]) -> list[Place]:
    """The answers in "responded to the ban with ...", "answered the ban by ...", the ban being the first place."""
    if len(after) < 2 or _NO_OBJECT.search(scene.text, hit.end, after[0].start):
        return []
    if hit.cue.strength == "weak" or not _MEANS.search(scene.text, after[0].end, after[1].start):
        return []
    if scene.is_finite(after[1]):  # "after pleas by Riga were turned down"
        return []
    return _coordinated(scene, after, 1)


def _cause_named(scene: Scene, hit: CueHit, low: int, high: int) -> Iterator[Evidence]:
    """ "They will meet at the urging of Malta": the urging is the cause."""
    if " " not in hit.cue.words and not _AT_THE.search(scene.text, max(low, hit.start - 60), hit.start):
        return
    causes = [p for p in scene.surest(max(low, hit.start - 60), hit.end + 1) if p.start < hit.end and hit.start < p.end]
    if causes and _is_opening(scene, low, causes[0].start):
        yield from _pairs(hit, causes[:1], [p for p in scene.surest(hit.end, high) if p.act is not causes[0].act][:1])
        return
    before = scene.surest(low, hit.start) or _told_just_before(scene, low)
    yield from _pairs(hit, causes, before[::-1][:2])


def _cause_follows_or_told(scene: Scene, hit: CueHit, low: int, high: int) -> Iterator[Evidence]:
    """ "marched to protest the ban"; "called in the envoy to protest"."""
    stated = [] if scene.text[hit.end : hit.end + 1] in ",.;" else list(_cause_follows(scene, hit, low, high))
    yield from stated or _answer_here(scene, hit, low, high)


def _answer_follows(scene: Scene, hit: CueHit, low: int, high: int) -> Iterator[Evidence]:
    """ "The ban prompted a protest"; "..., which led to ..."."""
    before = [p for p in scene.surest(low, hit.start) if p.end <= hit.start + 1]
    after = scene.surest(hit.end, high)
    if not before and after and _BY.fullmatch(scene.text, hit.end, after[0].start):
        yield from _pairs(
            hit, after[:1], _told_next(scene, high)
        )  # "had enraged the colonel by barring his son. He ..."
        return
    before = before or _told_just_before(scene, low)
    if before and after and after[0].start - hit.end <= _ANSWER_REACH:
        yield from _pairs(hit, before[::-1][:2], _coordinated(scene, after, 0))


def _moved_to_answer(scene: Scene, hit: CueHit, low: int, high: int) -> Iterator[Evidence]:
    """ "The ban led Minsk to expel ten", "brought a rebuke"; not "who leads the group that expelled ten"."""
    after = scene.surest(hit.end, high)
    if after and _TO_ACT.fullmatch(scene.text, hit.end, after[0].start):
        yield from _answer_follows(scene, hit, low, high)


def _answer_here(scene: Scene, hit: CueHit, low: int, high: int) -> Iterator[Evidence]:
    """ "Moscow retaliated by closing ..."; "In return, ..."; "... freed five in return"."""
    if scene.has_condition(hit.end, _clause_end(scene, hit.end, high)):
        return
    after = scene.surest(hit.end, high)
    if hit.cue.kind in ANAPHORIC and hit.cue.side != "left" and (answers := _by_means(scene, hit, after)):
        yield from _pairs(hit, after[:1], answers)
        return
    for place in _answering(scene, hit, low, high, after):
        yield Evidence(None, place.act, _sign(hit, True), hit.start, hit.end)


def _answering(scene: Scene, hit: CueHit, low: int, high: int, after: list[Place]) -> list[Place]:
    """The acts that a cue in their clause calls answers; ``after`` are those told behind it."""
    acts = [p for p in scene.surest(low, hit.end) if p.kind != "reference"]
    covering = [p for p in acts if p.end > hit.start or p.scope[0] <= hit.start < p.end]
    before = [p for p in acts if p.start < hit.start and p not in covering]
    side = hit.cue.side
    if covering:
        return covering[-1:]
    near = bool(after) and after[0].start - hit.end <= _ANSWER_REACH
    if near and (side == "right" or not before or _acts_by(scene, hit, after[0]) or _is_initial(scene, hit, low)):
        return _coordinated(scene, after, 0)
    if before and side != "right":
        return before[-1:]
    if near and side != "left":
        return after[:1]
    return [] if after or side != "right" else _told_next(scene, high)


def _acts_by(scene: Scene, hit: CueHit, place: Place) -> bool:
    """Whether a verb of answering leads over to what one answers with: "hit back on Monday with an embargo"."""
    return (
        scene.has_verb(place.sentence, hit.start, hit.end) and _WITH.match(scene.text, hit.end, place.start) is not None
    )


def _when(scene: Scene, hit: CueHit, low: int, high: int) -> Iterator[Evidence]:
    """ "When Oslo froze the funds, Minsk ...": only where it opens the clause; elsewhere it may be any time."""
    if _is_initial(scene, hit, low):
        yield from _cause_follows(scene, hit, low, high)


def _reason_of(scene: Scene, hit: CueHit, low: int, high: int) -> Iterator[Evidence]:
    """ "The pretext for the expulsion was the ban"; "linked the expulsion to the ban"."""
    after = scene.surest(hit.end, high)
    if len(after) > 1 and after[0].start - hit.end <= _REASON_REACH and not scene.surest(hit.start, hit.end):
        yield from _pairs(hit, after[1:2], after[:1])


def _answer_by_means(scene: Scene, hit: CueHit, low: int, high: int) -> Iterator[Evidence]:
    """ "met the ban with the expulsion of a consul"; without "with" or "by" the words say nothing."""
    after = scene.surest(hit.end, high)
    yield from _pairs(hit, after[:1], _by_means(scene, hit, after))


def _quarrel_over(scene: Scene, hit: CueHit, low: int, high: int) -> Iterator[Evidence]:
    """ "The row began with the ban; Minsk expelled a consul"."""
    after = scene.surest(hit.end, high)
    if after and after[0].start - hit.end <= _ANSWER_REACH:
        yield from _pairs(hit, after[:1], after[1:2] or _told_next(scene, high)[:1])


def _condition(scene: Scene, hit: CueHit, low: int, high: int) -> Iterator[Evidence]:
    """ "threatened to leave unless the ban is lifted": what it wants undone is an act told elsewhere."""
    end = _clause_end(scene, hit.end, high)
    told = [p for p in scene.surest(hit.end, end) if p.act.modality == "actual"]
    before = [p for p in scene.surest(low, hit.start)[::-1] if p.kind != "reference"][:1]
    if told and before:
        yield from _pairs(hit, told[:1], before)


_RULES: dict[str, Rule] = {
    "cause": _cause_follows,
    "undo": _cause_follows,
    "source": _cause_named,
    "either": _cause_follows_or_told,
    "after": _cause_follows,
    "effect": _answer_follows,
    "moves": _moved_to_answer,
    "answer": _answer_here,
    "follow": _answer_here,
    "then": _answer_here,
    "when": _when,
    "reason": _reason_of,
    "means": _answer_by_means,
    "root": _quarrel_over,
    "if": _condition,
}
