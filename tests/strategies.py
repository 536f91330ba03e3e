"""Timelines for property tests: any text, any date, any party, any links."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from tests.records import DATES, HOSTILE
from timeline.models import (
    Actor,
    Document,
    Event,
    EventType,
    Link,
    LinkKind,
    Mention,
    Modality,
    Place,
    Quantity,
    Timeline,
)
from timeline.plover import intensity_of, modes_of, plover_code, quad_of

#: Any text that UTF-8 can hold, often harmful.
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(HOSTILE)
_NAMES = WORDS.filter(lambda words: words.strip() != "")
_PARTIES = st.lists(
    st.builds(Actor, code=st.sampled_from([None, "USA", "RUS", "EU"]), name=_NAMES, role=st.none() | WORDS), max_size=3
).map(tuple)


@st.composite
def documents(draw: st.DrawFn, number: int) -> Document:
    """A document with at least one character."""
    return Document(
        id=f"{number}{draw(WORDS)}",
        text=draw(_NAMES) + draw(WORDS),
        title=draw(st.none() | WORDS),
        published=draw(st.sampled_from([None, "2021-05-06", "0044-03-15"])),
        url=draw(st.none() | st.just("https://news.example/?a=1&b=(2)|3") | WORDS),
    )


@st.composite
def events(draw: st.DrawFn, source: Document, id: str) -> Event:
    """An event stated somewhere in a document."""
    start = draw(st.integers(0, len(source.text) - 1))
    quote = source.span(start, draw(st.integers(start + 1, len(source.text))))
    type_ = draw(st.sampled_from(get_args(EventType)))
    mode, modality = draw(st.sampled_from((None, *modes_of(type_)))), draw(st.sampled_from(get_args(Modality)))
    when = draw(st.sampled_from(list(DATES.values())))
    return Event(
        id=id,
        type=type_,
        mode=mode,
        plover=plover_code(type_, modality),
        quad=quad_of(type_),
        intensity=intensity_of(type_, mode),
        actors=draw(_PARTIES),
        targets=draw(_PARTIES),
        when=when,
        where=draw(st.none() | st.builds(Place, name=WORDS, code=st.just("RUS"), span=st.just(quote))),
        modality=modality,
        quantities=draw(
            st.lists(st.builds(Quantity, value=st.floats(0, 1e12), unit=WORDS, span=st.just(quote)), max_size=2).map(
                tuple
            )
        ),
        mentions=(
            Mention(trigger=quote, quote=quote, when=when, modality=modality, attribution=draw(st.none() | WORDS)),
        ),
        confidence=draw(st.floats(0, 1)),
    )


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """A timeline of up to two documents and four events."""
    sources = [draw(documents(number)) for number in range(draw(st.integers(1, 2)))]
    found = [draw(events(draw(st.sampled_from(sources)), f"e{n}")) for n in range(draw(st.integers(0, 4)))]
    ids = [e.id for e in found]
    pairs = [(cause, effect) for cause in ids for effect in ids if cause != effect]
    ends = draw(st.lists(st.sampled_from(pairs), max_size=3, unique=True)) if pairs else []
    links = [
        Link(
            cause=cause,
            effect=effect,
            kind=draw(st.sampled_from(get_args(LinkKind))),
            explicit=draw(st.booleans()),
            cue=draw(st.none() | st.just(found[0].mentions[0].quote)),
            confidence=draw(st.floats(0, 1)),
        )
        for cause, effect in ends
    ]
    return Timeline.of(sources, found, links)
