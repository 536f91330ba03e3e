"""From events to links: who answered whom, with the words, the order and the parties that say so."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from timeline.analysis import Sentence, fold
from timeline.bounds import iso_day, parse_day
from timeline.lexicons import Lexicon
from timeline.links import RIVAL
from timeline.links.across import pairs_across, told_together
from timeline.links.acts import Act, acts_of, scene_of
from timeline.links.candidates import pairs_of_scene
from timeline.links.choice import choose, without_cycles
from timeline.links.cues import word_groups
from timeline.links.scoring import BYSTANDERS, Pair, weights
from timeline.models import Document, Event, Lag, Link, LinkKind, Reason

__all__ = ["DEFAULT_CONFIDENCE", "bound_answers", "find_links", "link_across"]

#: The least confidence of a link: found in texts, links have the best F1 on the development articles with this one.
DEFAULT_CONFIDENCE = 0.25

#: What is no blow, though words say that it is meant as one: blame, and threats of nothing in particular.
_WORDS = frozenset({"blame", "threat"})
#: Relations in which the party that was hit is not the one that answers.
_OUTSIDE = (*BYSTANDERS, "stranger", "same_side")


def find_links(
    documents: Sequence[Document],
    sentences: Mapping[str, Sequence[Sentence]],
    events: Sequence[Event],
    lexicon: Lexicon | None = None,
    min_confidence: float = DEFAULT_CONFIDENCE,
) -> list[Link]:
    """The links between events, each from a cause to its direct answer, in order of their ends."""
    lexicon = lexicon or Lexicon.default()
    acts = acts_of(events, lexicon)
    pairs: list[Pair] = []
    for document in documents:
        scene = scene_of(document, fold(document.text), sentences.get(document.id, ()), acts)
        if len(scene.first) > 1:
            pairs += pairs_of_scene(scene, lexicon)
    texts = {d.id: d for d in documents}
    links = [_link(pair, texts, lexicon) for pair in choose(pairs, min_confidence)]
    return sorted(links, key=lambda link: (link.cause, link.effect))


def link_across(
    documents: Sequence[Document],
    events: Sequence[Event],
    links: Sequence[Link],
    lexicon: Lexicon | None = None,
    min_confidence: float = DEFAULT_CONFIDENCE,
) -> list[Link]:
    """The given links with those between events that no document tells together.

    Links between events that share a document are kept as they are (those that would close a circle or
    set a cause after its answer are passed over, the least confident first); links across documents are found
    anew from parties and dates, so that linking again, in any order of the input, gives the same.
    """
    lexicon = lexicon or Lexicon.default()
    acts = acts_of(events, lexicon)
    by_id = {act.event.id: act for act in acts}
    kept: dict[tuple[int, int], Link] = {}
    pairs: list[Pair] = []
    for link in links:
        cause, effect = by_id.get(link.cause), by_id.get(link.effect)
        if cause is not None and effect is not None and told_together(cause, effect):
            kept[cause.index, effect.index] = link
            pairs.append(Pair(cause, effect, ["given"], total=_log_odds(link)))
    answered = {pair.effect.index for pair in pairs}
    pairs += [
        p for p in pairs_across(acts, lexicon) if p.effect.index not in answered and p.confidence >= min_confidence
    ]
    texts = {d.id: d for d in documents}
    chosen = without_cycles(sorted(pairs, key=lambda p: (-p.total, p.cause.event.id, p.effect.event.id)))
    found = [kept.get((p.cause.index, p.effect.index)) or _link(p, texts, lexicon) for p in chosen]
    return sorted(found, key=lambda link: (link.cause, link.effect))


def _log_odds(link: Link) -> float:
    """The confidence of a link found before, on the scale of sums; stated links go before concluded ones."""
    share = min(max(link.confidence, 0.001), 0.999)
    return round(math.log(share / (1 - share)), 6) + (10.0 if link.explicit else 0.0)


def _link(pair: Pair, documents: Mapping[str, Document], lexicon: Lexicon) -> Link:
    cue = None
    if pair.cue and pair.stated:
        document = documents[pair.effect.event.mentions[0].trigger.document_id]
        cue = document.span(pair.cue[1], pair.cue[2])
    least: int | None
    most: int | None
    least, most = pair.cause.bounds.lag_to(pair.effect.bounds)
    return Link(
        cause=pair.cause.event.id,
        effect=pair.effect.event.id,
        kind=_kind(pair, cue is not None and lexicon.derive(word_groups)["retaliating"].is_in(cue.text)),
        cue=cue,
        explicit=cue is not None,
        lag=Lag(min_days=least if least is None else max(0, least), max_days=most),
        confidence=pair.confidence,
        reasons=_reasons(pair, lexicon, cue.text if cue else ""),
    )


def _reasons(pair: Pair, lexicon: Lexicon, words: str) -> tuple[Reason, ...]:
    """One reason for each sign, the cue's own with its words; then the causes that lost."""
    table = lexicon.derive(weights)
    signs = [
        Reason.of(f"link.{sign}", words if pair.cue and sign == pair.cue[0] else "", table.notes[sign])
        for sign in pair.signs
    ]
    lost = [
        Reason(
            rule=RIVAL,
            words=rival.cause.event.trigger,
            note=f"a cause that lost, at {rival.confidence:.2f}: {', '.join(rival.signs)}",
        )
        for rival in pair.rivals
    ]
    return (*signs, *lost)


def _kind(pair: Pair, retaliates: bool) -> LinkKind:
    """Retaliation, response or motive (see ``models.Link``); ``retaliates``: the words of the link say so."""
    cause, effect = pair.cause, pair.effect
    if pair.signs[0] in _OUTSIDE and not _taken_amiss(pair):
        return "motive"
    if pair.signs[0] == "reversed_open" and cause.guessed_hit and _looks_on(cause, effect):
        return "motive"
    if not cause.hostile and pair.signs[0] not in _OUTSIDE:
        return "response"
    if retaliates and effect.stance not in _WORDS:
        return "retaliation"
    if effect.harm and (effect.hit or pair.stated):
        return "retaliation"
    if effect.stance == "threat" and effect.mode:
        return "retaliation"
    return "response"


def _looks_on(cause: Act, effect: Act) -> bool:
    """Whether the answer is that of onlookers: whoever turns to both sides is neither, nor are several at once."""
    if cause.hit & effect.hit and cause.actors & effect.hit:
        return True
    return len(effect.actors) > 1 and cause.hit_kin.isdisjoint(effect.actors)


def _taken_amiss(pair: Pair) -> bool:
    """Whether what was no deed against anybody is answered: asylum given to somebody, a demand that others refuse."""
    cause, effect = pair.cause, pair.effect
    if pair.signs[0] != "third" or cause.harm:
        return False
    return effect.stance == "defiance" or (not cause.hostile and (effect.harm or "private" in pair.signs))


def bound_answers(events: Sequence[Event], links: Sequence[Link]) -> list[Event]:
    """The events, undated answers bounded: not earlier than the earliest day of what they answer.

    Such an event gets a ``when`` of basis ``bounded`` without a date; chains of undated answers hand their bound on.
    """
    by_id = {e.id: e for e in events}
    causes: dict[str, list[str]] = {}
    for link in links:
        causes.setdefault(link.effect, []).append(link.cause)
    floors: dict[str, str | None] = {}
    return [_bounded(event, _floor(event.id, by_id, causes, floors)) for event in events]


def _floor(
    event_id: str, by_id: dict[str, Event], causes: dict[str, list[str]], known: dict[str, str | None]
) -> str | None:
    """The earliest day of an event, its own or that of what it answers."""
    stack = [event_id]
    while stack:
        current = stack[-1]
        when = by_id[current].when
        own = when.bounds.first if when.basis != "bounded" else None
        waiting = [] if own is not None else [c for c in causes.get(current, ()) if c not in known]
        if waiting and current not in known:
            known[current] = None
            stack += waiting
            continue
        stack.pop()
        if own is not None:
            known[current] = iso_day(own)
        else:
            firsts = [parse_day(day) for c in causes.get(current, ()) if (day := known[c]) is not None]
            known[current] = iso_day(max(firsts)) if firsts else None
    return known[event_id]


def _bounded(event: Event, floor: str | None) -> Event:
    if floor is None or event.when.edtf is not None or event.when.basis not in ("none", "bounded"):
        return event
    if event.when.earliest == floor:
        return event
    when = event.when.model_copy(update={"earliest": floor, "basis": "bounded"})
    return event.model_copy(update={"when": when})
