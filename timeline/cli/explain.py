"""``timeline explain``: the words, rules and readings behind an event or a link."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Iterator

from timeline.cli.commands import read_all, side_by_side
from timeline.cli.console import UsageError
from timeline.cli.outcome import Outcome
from timeline.cli.output import write_whole
from timeline.exports.outcome import headline, printable, when_in_words
from timeline.lexicons import Lexicon
from timeline.models import Event, Link, Mention, Reason, Span, Timeline

__all__ = ["explain", "explain_event", "explain_link"]

_YEARS = {
    "context": "year from another date of the text",
    "published": "year from the day of publication",
    "none": "no year known",
}
_BASES = {
    "stated": "stated",
    "relative": "reckoned",
    "inherited": "the day that the text is telling there",
    "bounded": "bounded by what it answers",
    "none": "of no stated kind",
}


def explain(arguments: Namespace) -> int:
    """Print the reasons for one event, one link, or for all events."""
    arguments.inputs, arguments.jobs = [arguments.input], 1
    arguments.all, arguments.min_confidence = True, None
    outcome = Outcome()
    timelines = read_all(arguments, outcome)
    if timelines:
        timeline = side_by_side(timelines)
        lexicon = Lexicon.default().extended(*arguments.lexicon)
        write_whole("\n".join(_lines(timeline, arguments.what, lexicon)) + "\n", "-")
    return outcome.close()


def _lines(timeline: Timeline, what: str | None, lexicon: Lexicon) -> Iterator[str]:
    from timeline.pipeline import lost_readings

    ends = re.split(r"\s*(?:->|→)\s*", what.strip()) if what is not None else []
    if len(ends) == 2:
        yield from explain_link(timeline, _find(timeline, ends[0]), _find(timeline, ends[1]), lexicon)
        return
    lost = lost_readings(timeline, lexicon)
    if what is None:
        if not timeline.events:
            yield "No events."
        for number, event in enumerate(timeline.events):
            yield from ([""] if number else [])
            yield from explain_event(timeline, event, lost.get(event.id, ()))
        return
    event = _find(timeline, what.strip())
    yield from explain_event(timeline, event, lost.get(event.id, ()))


def _find(timeline: Timeline, wanted: str) -> Event:
    """The event whose id is, or alone begins with, these characters."""
    found = [e for e in timeline.events if e.id == wanted] or [
        e for e in timeline.events if wanted and e.id.startswith(wanted)
    ]
    if len(found) == 1:
        return found[0]
    known = ", ".join(event.id for event in (found or timeline.events)[:8])
    problem = f"{len(found)} events have an id that begins so" if found else "no event has this id"
    raise UsageError(f"{wanted!r}: {problem}; there are {known or 'no events'}")


def explain_event(timeline: Timeline, event: Event, lost: tuple[Reason, ...] = ()) -> Iterator[str]:
    """Lines on one event: words, date, parties, the rules that made it, the readings that lost, its links."""
    yield f"{event.id}  {when_in_words(event.when)}  {headline(event)}"
    yield f"  confidence  {event.confidence:.2f}   plover {event.plover}, intensity {event.intensity:+g}"
    for mention in event.mentions:
        yield from _mention(mention)
    yield f"  date        {_date(event)}"
    for role, parties in (("actor", event.actors), ("target", event.targets)):
        for party in parties:
            words = f" from {_words(party.span)}" if party.span else ""
            yield f"  {role:<11} {printable(party.label)} ({party.kind}, by {party.via}{words})"
    yield from _reasons(event.reasons)
    yield from _reasons(lost, "lost")
    for link in timeline.causes_of(event.id):
        yield f"  answers     {link.cause} {headline(timeline.event(link.cause))}  [{link.kind}]"
    for link in timeline.answers_to(event.id):
        yield f"  answered by {link.effect} {headline(timeline.event(link.effect))}  [{link.kind}]"


def _mention(mention: Mention) -> Iterator[str]:
    said = f", said by {printable(mention.attribution)}" if mention.attribution else ""
    yield f"  words       {_words(mention.quote)}{said}"
    yield f"  trigger     {_words(mention.trigger)}"


def _date(event: Event) -> str:
    when = event.when
    if when.edtf is None and when.basis == "none":
        return "none in the text"
    if when.edtf is None and when.basis == "bounded":
        return f"none in the text, but not before {when.earliest}, the first day of what it answers"
    parts = [when.edtf or "none", _BASES[when.basis]]
    if when.expression:
        parts.append(f"by {_words(when.expression)}")
    if when.anchor:
        parts.append(f"from {printable(when.anchor)}")
    if when.edtf and when.year_basis in _YEARS and (when.year_basis != "none" or when.earliest is None):
        parts.append(_YEARS[when.year_basis])
    return ", ".join(parts)


def explain_link(timeline: Timeline, cause: Event, effect: Event, lexicon: Lexicon) -> Iterator[str]:
    """Lines on the link between two events, or on why they are not linked."""
    links = [link for link in timeline.answers_to(cause.id) if link.effect == effect.id]
    for link in links:
        yield from _link(link)
    if not links:
        back = any(link.effect == cause.id for link in timeline.answers_to(effect.id))
        yield f"no link from {cause.id} to {effect.id}" + ("; there is one the other way round" if back else "")
        from timeline.pipeline import why_no_link

        yield from _reasons(why_no_link(timeline, cause.id, effect.id, lexicon))
    yield "cause:"
    yield from explain_event(timeline, cause)
    yield "answer:"
    yield from explain_event(timeline, effect)


def _link(link: Link) -> Iterator[str]:
    known = "stated" if link.explicit else "inferred"
    yield f"{link.cause} -> {link.effect}  {link.kind}, {known}, confidence {link.confidence:.2f}"
    if link.cue:
        yield f"  cue         {_words(link.cue)}"
    if link.lag.min_days is not None or link.lag.max_days is not None:
        low, high = ("?" if days is None else str(days) for days in (link.lag.min_days, link.lag.max_days))
        yield f"  days later  {low if low == high else f'{low} to {high}'}"
    yield from _reasons(link.reasons)


def _reasons(reasons: tuple[Reason, ...], label: str = "why") -> Iterator[str]:
    for reason in reasons:
        words = f" {' '.join(printable(reason.words).split())!r}" if reason.words else ""
        note = f": {' '.join(printable(reason.note).split())}" if reason.note else ""
        yield f"  {label:<11} {reason.rule}{words}{note}"


def _words(span: Span) -> str:
    """A span's words with their place."""
    return f'"{" ".join(printable(span.text).split())}" [{printable(span.document_id)} {span.start}:{span.end}]'
