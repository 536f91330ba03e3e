"""The place where the rooms meet: one document, a stream of them, timelines joined.

Nothing here reads a clock, a locale or the network: the same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline.actors.mentions import find_mentions, named_in
from timeline.actors.unlisted import by_name
from timeline.analysis import ActorMention, Sentence
from timeline.errors import DocumentError
from timeline.events import rivals
from timeline.events.coding import Draft, code
from timeline.events.counterparts import supply_counterparts
from timeline.events.joining import join
from timeline.events.merging import merge_mentions
from timeline.lexicons import Lexicon
from timeline.links import absence
from timeline.links.linking import DEFAULT_CONFIDENCE, bound_answers, find_links, link_across
from timeline.models import Document, Event, Reason, TimeExpression, Timeline, When
from timeline.temporal import Style, tag
from timeline.temporal.dating import date_triggers
from timeline.text.sentences import split
from timeline.text.tagging import analyse

__all__ = ["Reading", "extract", "extract_many", "lost_readings", "merge", "read", "why_no_link"]


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was found on the way from a text to its events, for those who want to look inside."""

    document: Document
    sentences: list[Sentence]
    expressions: list[TimeExpression]
    mentions: list[ActorMention]
    drafts: list[Draft]
    whens: list[When]
    events: list[Event]


def extract(
    source: str | Document,
    published: str | None = None,
    lexicon: Lexicon | None = None,
    *,
    style: Style = "auto",
    min_link_confidence: float = DEFAULT_CONFIDENCE,
) -> Timeline:
    """The timeline of one text.

    ``published`` is the day of publication (``YYYY-MM-DD``), from which "Tuesday" and "last month" are
    reckoned; without it they stay without a year.  ``style`` tells how dates follow from each other
    (see :func:`timeline.temporal.tag`).  Links below ``min_link_confidence`` are left out.

    >>> timeline = extract("Moscow expelled 10 US diplomats on Friday.", published="2021-04-17")
    >>> timeline.events[0].date
    '2021-04-16'

    Raises:
        DocumentError: ``published`` is no day, or ``source`` is neither text nor a Document.
    """
    document = _document(source, published)
    words = lexicon or Lexicon.default()
    found = read(document, words, style=style)
    sentences = {document.id: found.sentences}
    links = find_links([document], sentences, found.events, words, min_link_confidence)
    return Timeline.of([document], bound_answers(found.events, links), links)


def extract_many(
    documents: Iterable[str | Document],
    lexicon: Lexicon | None = None,
    *,
    style: Style = "auto",
    min_link_confidence: float = DEFAULT_CONFIDENCE,
) -> Iterator[Timeline]:
    """One timeline for each document, as they come; join them with :func:`merge`."""
    for document in documents:
        yield extract(document, None, lexicon, style=style, min_link_confidence=min_link_confidence)


def merge(
    timelines: Iterable[Timeline],
    lexicon: Lexicon | None = None,
    *,
    min_link_confidence: float = DEFAULT_CONFIDENCE,
) -> Timeline:
    """One timeline of several: acts that several documents report become one event with all its sources.

    The order of the input does not matter, and a timeline merged with itself stays as it was.
    """
    words = lexicon or Lexicon.default()
    documents, events, links = join(list(timelines))
    linked = link_across(documents, events, links, words, min_link_confidence)
    return Timeline.of(documents, bound_answers(events, linked), linked)


def read(document: Document, lexicon: Lexicon, *, style: Style = "auto") -> Reading:
    """All rooms in their order over one document, links excepted."""
    sentences = _sentences(document, lexicon)
    expressions = tag(
        document.text,
        document.published,
        style,
        lexicon=lexicon,
        document_id=document.id,
    )
    mentions = find_mentions(document.text, sentences, lexicon, document.published, document.title)
    titular = named_in(document.title or "", lexicon, document.published)
    coded = code(document, sentences, mentions, expressions, lexicon)
    drafts = supply_counterparts(coded, mentions, lexicon, titular, text=document.text)
    whens = date_triggers(
        document.text,
        sentences,
        expressions,
        [(draft.start, draft.end) for draft in drafts],
        document.published,
        lexicon,
        [draft.scope for draft in drafts],
        document.id,
    )
    named = any([bool(mention.codes) for mention in mentions])
    events = by_name(merge_mentions(document, sentences, drafts, whens, lexicon, named=named), lexicon)
    return Reading(document, sentences, expressions, mentions, drafts, whens, events)


def lost_readings(timeline: Timeline, lexicon: Lexicon | None = None) -> dict[str, tuple[Reason, ...]]:
    """By event id, what else each event of a timeline might have been: types, dates and parties that lost.

    The documents are read again for it.
    """
    words = lexicon or Lexicon.default()
    readings = {document.id: read(document, words) for document in timeline.documents}
    found: dict[str, tuple[Reason, ...]] = {}
    for event in timeline.events:
        trigger = event.mentions[0].trigger
        reading = readings.get(trigger.document_id)
        if reading is None:
            continue
        for sentence in reading.sentences:
            if sentence.start <= trigger.start < sentence.end:
                found[event.id] = rivals.lost_readings(event, sentence, reading.expressions, reading.mentions, words)
    return found


def why_no_link(timeline: Timeline, cause: str, effect: str, lexicon: Lexicon | None = None) -> tuple[Reason, ...]:
    """Why the second event of a timeline (by its id) is not taken as an answer to the first."""
    words = lexicon or Lexicon.default()
    sentences = {document.id: _sentences(document, words) for document in timeline.documents}
    return absence.why_no_link(
        timeline.documents, sentences, timeline.events, (cause, effect), words, DEFAULT_CONFIDENCE
    )


def _sentences(document: Document, lexicon: Lexicon) -> list[Sentence]:
    sentences = split(document.text, document.title, lexicon)
    for sentence in sentences:
        if sentence.kind != "boilerplate":
            analyse(sentence, lexicon)
    return sentences


def _document(source: str | Document, published: str | None) -> Document:
    """The document to read, with the publication day that was given for it."""
    if isinstance(source, Document):
        if published is None:
            return source
        return _new_document(source.text, published, source)
    if not isinstance(source, str):
        raise DocumentError(f"cannot read a {type(source).__name__}: give the text as str, or a timeline.Document")
    return _new_document(source, published, None)


def _new_document(text: str, published: str | None, base: Document | None) -> Document:
    fields = base.model_dump(exclude={"published", "published_basis"}) if base else {"text": text}
    try:
        return Document(**fields, published=published)
    except ValueError as problem:
        raise DocumentError(f"published={published!r} is no day of the calendar: write it as YYYY-MM-DD") from problem
