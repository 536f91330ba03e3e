"""Why one act is not linked to another: the first condition that fails, or the signs and the cause that won."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.analysis import Sentence, fold
from timeline.lexicons import Lexicon
from timeline.links.acts import Act, acts_of, scene_of
from timeline.links.candidates import pairs_of_scene
from timeline.links.scoring import Pair, order_of, party_relation, weights
from timeline.models import Document, Event, Reason

__all__ = ["why_no_link"]

_RULE = "link.none"


def why_no_link(
    documents: Sequence[Document],
    sentences: Mapping[str, Sequence[Sentence]],
    events: Sequence[Event],
    ends: tuple[str, str],
    lexicon: Lexicon,
    min_confidence: float,
) -> tuple[Reason, ...]:
    """The reasons why the second event (by its id) is not taken as an answer to the first.

    ``sentences`` are those of each document by its id; ``min_confidence`` is what a link needs.
    """
    acts = acts_of(events, lexicon)
    by_id = {act.event.id: act for act in acts}
    if not all(end in by_id for end in ends):
        return (_reason("denied and hypothetical acts neither cause nor answer"),)
    cause, effect = by_id[ends[0]], by_id[ends[1]]
    barred = _barred(cause, effect)
    if barred:
        return (_reason(barred),)
    shared = {m.trigger.document_id for m in cause.event.mentions} & {
        m.trigger.document_id for m in effect.event.mentions
    }
    if not shared:
        return (_reason("no document tells both, and by parties and dates alone nothing ties them closely enough"),)
    weighed = [
        pair
        for document in documents
        if document.id in shared
        for pair in pairs_of_scene(
            scene_of(document, fold(document.text), sentences.get(document.id, ()), acts), lexicon
        )
        if pair.effect is effect
    ]
    return _outcome(cause, weighed, lexicon, min_confidence)


def _barred(cause: Act, effect: Act) -> str:
    """What forbids the link whatever the words say; empty when nothing does."""
    if cause is effect:
        return "no act answers itself"
    if party_relation(cause, effect) is None:
        return "the same party does both, and nobody answers a move of their own"
    if order_of(cause, effect) is None:
        return "by the dates the cause is surely later than the answer"
    return ""


def _outcome(cause: Act, weighed: Sequence[Pair], lexicon: Lexicon, least: float) -> tuple[Reason, ...]:
    """How the pair fared among all that the answer could answer."""
    ranked = sorted(weighed, key=lambda p: (-p.total, p.cause.index))
    pair = next((p for p in ranked if p.cause is cause), None)
    if pair is None:
        return (_reason("neither their parties nor words of the text tie the two closely enough"),)
    notes = lexicon.derive(weights).notes
    signs = tuple(Reason(rule=f"link.{sign}", note=notes[sign]) for sign in pair.signs)
    best = ranked[0]
    if pair.confidence < least:
        verdict = f"weighed at {pair.confidence:.2f}, and a link needs {least:.2f}"
    elif best is not pair:
        verdict = f"weighed at {pair.confidence:.2f}, and {best.cause.event.id} won at {best.confidence:.2f}"
    else:
        verdict = f"weighed at {pair.confidence:.2f}, but it would close a circle or set a cause after its answer"
    return (_reason(verdict), *signs)


def _reason(note: str) -> Reason:
    return Reason(rule=_RULE, note=note)
