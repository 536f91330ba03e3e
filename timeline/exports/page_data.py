"""What the report page draws: a timeline as plain data, with offsets a browser understands.

Browsers count text in UTF-16 units, the records in code points; the offsets are turned here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import Any

from timeline.exports.page_dates import date_in_words, when_in_words
from timeline.models import Actor, Document, Event, Link, Mention, Reason, Span, Timeline, When, chronological_key

__all__ = ["PageData", "page_data", "sound", "title_of"]

_SURROGATE = re.compile(r"[\ud800-\udfff]")
#: A span of the page: [document, start, end], or [words] where the document is not at hand.
PageSpan = list[Any]


def sound(text: str) -> str:
    """The text with lone surrogates, which no file can hold, replaced one to one."""
    return _SURROGATE.sub("\ufffd", text)


def title_of(document: Document) -> str:
    """What to call a document: its title, else a first line that looks like one, else its id."""
    first = document.text.lstrip()[:200].partition("\n")[0].strip()
    heading = first if 8 <= len(first) <= 120 and not first.endswith(".") else ""
    return sound(document.title or heading or document.id)


class PageData:
    """Turns the records of one timeline; holds what their parts share (documents, parties)."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.events = sorted(timeline.events, key=chronological_key)
        self.numbers = {event.id: number for number, event in enumerate(self.events)}
        self.documents = {document.id: number for number, document in enumerate(timeline.documents)}
        self.astral = [[i for i, c in enumerate(d.text) if ord(c) > 0xFFFF] for d in timeline.documents]
        self.parties = self._order_parties()
        self.party_numbers = {label: number for number, label in enumerate(self.parties)}

    def as_dict(self, title: str) -> dict[str, Any]:
        """Everything the page needs, ready for JSON."""
        return {
            "title": title,
            "documents": [self._document(document) for document in self.timeline.documents],
            "parties": self._party_rows(),
            "events": [self._event(event) for event in self.events],
            "links": [self._link(link) for link in self.timeline.links],
        }

    def span(self, span: Span | None) -> PageSpan | None:
        """A span in UTF-16 offsets; its words alone where its document does not hold them."""
        if span is None:
            return None
        number = self.documents.get(span.document_id)
        if number is None or self.timeline.documents[number].text[span.start : span.end] != span.text:
            return [sound(span.text)]
        astral = self.astral[number]
        return [number, span.start + bisect_left(astral, span.start), span.end + bisect_left(astral, span.end)]

    def _document(self, document: Document) -> dict[str, Any]:
        url = document.url if document.url and re.match(r"https?://", document.url) else None
        published = date_in_words(document.published) if document.published else None
        return {
            "id": sound(document.id),
            "title": title_of(document),
            "published": published,
            "basis": document.published_basis,
            "url": url and sound(url),
            "text": sound(document.text),
        }

    def _event(self, event: Event) -> dict[str, Any]:
        return {
            "id": event.id,
            "type": event.type,
            "mode": event.mode,
            "plover": event.plover,
            "quad": event.quad,
            "intensity": event.intensity,
            "modality": event.modality,
            "actors": [self._actor(actor) for actor in event.actors],
            "targets": [self._actor(actor) for actor in event.targets],
            "when": self._when(event.when),
            "where": event.where and [event.where.name, event.where.code],
            "quantities": [[q.value, q.unit, self.span(q.span)] for q in event.quantities],
            "mentions": [self._mention(mention) for mention in event.mentions],
            "confidence": round(event.confidence, 3),
            "reasons": [_reason(reason) for reason in event.reasons],
        }

    def _actor(self, actor: Actor) -> list[Any]:
        return [self.party_numbers[actor.label], actor.role, actor.via, self.span(actor.span)]

    def _when(self, when: When) -> dict[str, Any]:
        first, last = when.bounds
        anchor: int | str | None = when.anchor
        if when.anchor in self.numbers:
            anchor = self.numbers[when.anchor]
        return {
            "edtf": when.edtf,
            "words": when_in_words(when),
            "first": first,
            "last": last,
            "monthDay": when.month_day if first is None and last is None else None,
            "granularity": when.granularity,
            "qualifier": when.qualifier,
            "basis": when.basis,
            "expression": self.span(when.expression),
            "anchor": anchor,
            "year": when.year_basis,
            "clock": when.clock,
        }

    def _mention(self, mention: Mention) -> dict[str, Any]:
        return {
            "document": self.documents.get(mention.trigger.document_id, mention.trigger.document_id),
            "trigger": self.span(mention.trigger),
            "quote": self.span(mention.quote),
            "date": self.span(mention.when.expression),
            "by": mention.attribution,
            "modality": mention.modality,
        }

    def _link(self, link: Link) -> dict[str, Any]:
        return {
            "cause": self.numbers[link.cause],
            "effect": self.numbers[link.effect],
            "kind": link.kind,
            "explicit": link.explicit,
            "cue": self.span(link.cue),
            "lag": [link.lag.min_days, link.lag.max_days],
            "confidence": round(link.confidence, 3),
            "reasons": [_reason(reason) for reason in link.reasons],
        }

    def _party_rows(self) -> list[dict[str, Any]]:
        """Each party with its usual name and how many events it acts in and is named in."""
        names: dict[str, Counter[str]] = {label: Counter() for label in self.parties}
        acts: Counter[str] = Counter()
        named: Counter[str] = Counter()
        for event in self.events:
            for actor in (*event.actors, *event.targets):
                names[actor.label][actor.name] += 1
            acts.update(set(event.actor_labels))
            named.update(set(event.actor_labels) | set(event.target_labels))
        return [
            {
                "label": sound(label),
                "name": sound(names[label].most_common(1)[0][0] or label),
                "acts": acts[label],
                "named": named[label],
            }
            for label in self.parties
        ]

    def _order_parties(self) -> list[str]:
        """Parties in the order of their lanes: the busiest first, each next one near whom it deals with most."""
        weight: Counter[str] = Counter()
        ties: Counter[frozenset[str]] = Counter()
        for event in self.events:
            actors = sorted(set(event.actor_labels))
            everybody = sorted({*actors, *event.target_labels})
            weight.update(everybody)
            weight.update(actors)
            ties.update(frozenset((a, b)) for a in actors for b in everybody if a != b)
        rest = sorted(weight, key=lambda label: (-weight[label], label))
        order: list[str] = []
        while rest:
            ends = {*order[:1], *order[-1:]}
            best = max(rest, key=lambda label: max((ties[frozenset((label, end))] for end in ends), default=0))
            rest.remove(best)
            if order and ties[frozenset((best, order[0]))] > ties[frozenset((best, order[-1]))]:
                order.insert(0, best)
            else:
                order.append(best)
        return order


def _reason(reason: Reason) -> list[str]:
    return [sound(reason.rule), sound(reason.words), sound(reason.note)]


def page_data(timeline: Timeline, title: str) -> dict[str, Any]:
    """The data of the report page for a timeline."""
    return PageData(timeline).as_dict(title)
