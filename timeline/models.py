"""The records: what the library hands to its users, frozen and self-proving.

Every record that was read from a text carries :class:`Span` evidence, and
``document.text[span.start:span.end] == span.text`` always holds.  Offsets count
Python code points of the original text, end exclusive.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, model_validator

from timeline.bounds import Bounds, bounds_of
from timeline.errors import ExportError
from timeline.evidence import (
    DateBasis,
    Document,
    Granularity,
    Qualifier,
    Reason,
    Record,
    Span,
    TimeExpression,
    When,
    YearBasis,
)
from timeline.ordering import chronological_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import networkx

__all__ = [
    "SCHEMA_VERSION",
    "Actor",
    "DateBasis",
    "Document",
    "Event",
    "EventType",
    "Granularity",
    "Lag",
    "Link",
    "LinkKind",
    "Mention",
    "Modality",
    "Place",
    "Qualifier",
    "Quantity",
    "Reason",
    "Record",
    "Span",
    "TimeExpression",
    "Timeline",
    "When",
    "YearBasis",
    "chronological_key",
]

#: Version of the record layout; the minor number grows with added fields, the major with changed ones.
SCHEMA_VERSION = "1.0"

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Modality = Literal["actual", "planned", "threatened", "proposed", "denied", "hypothetical"]
LinkKind = Literal["retaliation", "response", "motive"]


class Actor(Record):
    """A party: ``code`` is ISO 3166-1 alpha-3 (``XKX`` for Kosovo), an organisation's short name or None.

    For code None, ``name`` holds the words themselves.  ``via`` tells how the party is named (``context``: not here, it
    was supplied); ``role`` is the noun that makes it a part of the party (minister, army, diplomats).
    """

    code: str | None
    name: str
    kind: Literal["country", "organisation", "group", "company", "person", "people", "unknown"] = "unknown"
    span: Span | None = None
    via: Literal["name", "demonym", "capital", "leader", "role", "pronoun", "context", "phrase"] = "name"
    role: str | None = None

    @property
    def label(self) -> str:
        """The code where there is one, else the name."""
        return self.code or self.name


class Place(Record):
    """Where an act took place, in the text's words, with the ISO 3166-1 alpha-3 code if it is known."""

    name: str
    code: str | None = None
    span: Span


class Quantity(Record):
    """A number with its unit: ``10`` ``diplomats``, ``34e9`` ``USD``, ``25`` ``%``."""

    value: float
    unit: str
    span: Span


class Mention(Record):
    """One place where a text states an event: the words that name the act and the clause that states it.

    ``when`` is the date stated there, ``attribution`` who says so, in the text's words.
    """

    trigger: Span
    quote: Span
    when: When = When()
    attribution: str | None = None
    modality: Modality = "actual"


class Event(Record):
    """Who did what to whom, when.  ``type`` and ``mode`` follow PLOVER (2021).

    ``plover`` is the type as PLOVER itself codes it: there planned acts become AGREE, CONCEDE or
    THREATEN.  ``quad`` is 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material
    conflict; ``intensity`` the PLOVER score, -10 (hostile) to +10.  ``mentions[0]`` is the best one.
    """

    id: str
    type: EventType
    mode: str | None = None
    plover: EventType
    quad: Literal[1, 2, 3, 4]
    intensity: float
    actors: tuple[Actor, ...] = ()
    targets: tuple[Actor, ...] = ()
    when: When = When()
    where: Place | None = None
    modality: Modality = "actual"
    quantities: tuple[Quantity, ...] = ()
    mentions: tuple[Mention, ...] = Field(min_length=1)
    confidence: float = Field(ge=0, le=1, default=0.5)
    reasons: tuple[Reason, ...] = ()

    @property
    def trigger(self) -> str:
        """The words that name the act, from its best mention."""
        return self.mentions[0].trigger.text

    @property
    def quote(self) -> str:
        """The clause that states it, from its best mention."""
        return self.mentions[0].quote.text

    @property
    def date(self) -> str | None:
        """The EDTF date, or None where the text gives none."""
        return self.when.edtf

    @property
    def actor_labels(self) -> tuple[str, ...]:
        """Codes (else names) of who acted."""
        return tuple(a.label for a in self.actors)

    @property
    def target_labels(self) -> tuple[str, ...]:
        """Codes (else names) of whom it was done to."""
        return tuple(a.label for a in self.targets)


class Lag(Record):
    """Least and most days between a cause and its answer, which never comes first; None where open."""

    min_days: int | None = None
    max_days: int | None = None


class Link(Record):
    """An answer: from the event that caused (``cause``) to the one that answers (``effect``), by id.

    ``retaliation``: a hostile answer by the party that was hit; ``response``: a milder one;
    ``motive``: a third party's reason.  ``explicit`` when words say so; then ``cue`` holds them.
    """

    cause: str
    effect: str
    kind: LinkKind
    cue: Span | None = None
    explicit: bool = False
    lag: Lag = Lag()
    confidence: float = Field(ge=0, le=1, default=0.5)
    reasons: tuple[Reason, ...] = ()


class Timeline(Record):
    """Documents, the events read from them in order of time, and the links between the events."""

    schema_version: str = SCHEMA_VERSION
    documents: tuple[Document, ...] = ()
    events: tuple[Event, ...] = ()
    links: tuple[Link, ...] = ()

    @model_validator(mode="after")
    def _resolve(self) -> Timeline:
        ids = {e.id for e in self.events}
        if len(ids) != len(self.events):
            raise ValueError("two events share an id: merge timelines with timeline.merge()")
        for link in self.links:
            if link.cause not in ids or link.effect not in ids:
                raise ValueError(f"link {link.cause} -> {link.effect} names an event that is not in the timeline")
        return self

    @cached_property
    def _by_id(self) -> dict[str, Event]:
        return {e.id: e for e in self.events}

    def event(self, event_id: str) -> Event:
        """The event with this id.  Raises KeyError when there is none."""
        return self._by_id[event_id]

    def document(self, document_id: str) -> Document:
        """The document with this id.  Raises KeyError when there is none."""
        for document in self.documents:
            if document.id == document_id:
                return document
        raise KeyError(document_id)

    @property
    def undated(self) -> tuple[Event, ...]:
        """Events for which no date can be given."""
        return tuple(e for e in self.events if e.when.edtf is None)

    def between(self, start: str, end: str) -> tuple[Event, ...]:
        """Events that may lie between two EDTF dates, both included.

        Raises:
            EdtfError: a limit is not an EDTF date.
        """
        low, high = bounds_of(start), bounds_of(end)
        window = Bounds(low.first if low else None, high.last if high else None)
        return tuple(e for e in self.events if e.when.bounds != (None, None) and e.when.bounds.overlaps(window))

    def involving(self, party: str) -> tuple[Event, ...]:
        """Events in which this code or name acts or is acted upon."""
        return tuple(e for e in self.events if party in e.actor_labels or party in e.target_labels)

    def dyad(self, one: str, other: str) -> tuple[Event, ...]:
        """Events between two parties, in either direction (mutual acts included)."""
        return tuple(
            e
            for e in self.involving(one)
            if other in e.actor_labels + e.target_labels and (len(e.actors) > 1 or {one, other} & set(e.target_labels))
        )

    def causes_of(self, event_id: str) -> tuple[Link, ...]:
        """Links that lead to this event."""
        return tuple(link for link in self.links if link.effect == event_id)

    def answers_to(self, event_id: str) -> tuple[Link, ...]:
        """Links that lead from this event."""
        return tuple(link for link in self.links if link.cause == event_id)

    def graph(self) -> networkx.MultiDiGraph[str]:
        """The retaliation graph: events as nodes, links as edges, flat attributes."""
        from timeline.links.graph import build_graph

        return build_graph(self)

    def merge(self, *others: Timeline) -> Timeline:
        """This timeline joined with others: acts that several report become one, links run across."""
        from timeline.pipeline import merge

        return merge([self, *others])

    def to_json(self, indent: int | None = 2) -> str:
        """JSON that :meth:`from_json` reads back without loss."""
        return self.model_dump_json(indent=indent)

    @classmethod
    def from_json(cls, text: str | bytes) -> Timeline:
        """A timeline written by :meth:`to_json`.

        Raises:
            ExportError: not JSON, or not a timeline of this schema version.
        """
        try:
            return cls.model_validate_json(text)
        except ValueError as problem:
            first = str(problem).splitlines()[:3]
            raise ExportError(
                f"this is not a timeline of schema {SCHEMA_VERSION} ({' '.join(first)}): "
                "give the JSON that Timeline.to_json or 'timeline extract --format json' wrote"
            ) from problem

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """The JSON Schema (draft 2020-12) of a timeline."""
        schema = cls.model_json_schema(mode="serialization")
        return {"$schema": "https://json-schema.org/draft/2020-12/schema", "version": SCHEMA_VERSION, **schema}

    def rows(self) -> list[dict[str, Any]]:
        """One flat row an event, for pandas, polars or CSV."""
        from timeline.exports.records import rows

        return rows(self)

    def to_csv(self) -> str:
        """The rows as CSV, safe to open in a spreadsheet."""
        from timeline.exports.records import to_csv

        return to_csv(self)

    def _repr_html_(self) -> str:
        from timeline.exports.pages import notebook_html

        return notebook_html(self)

    @classmethod
    def of(cls, documents: Iterable[Document], events: Iterable[Event], links: Iterable[Link]) -> Timeline:
        """A timeline with its events in order of time and its links in order of their ends."""
        return cls(
            documents=tuple(documents),
            events=tuple(sorted(events, key=chronological_key)),
            links=tuple(sorted(links, key=lambda link: (link.cause, link.effect, link.kind))),
        )

    def __iter__(self) -> Iterator[Event]:  # type: ignore[override]
        """The events in order."""
        return iter(self.events)

    def __len__(self) -> int:
        return len(self.events)
