"""Timelines made by hand for tests: every kind of date and party, and text that means harm."""

from __future__ import annotations

from typing import Any

from timeline.bounds import bounds_of, iso_day
from timeline.models import (
    Actor,
    Document,
    Event,
    Link,
    Mention,
    Place,
    Quantity,
    Reason,
    Span,
    Timeline,
    When,
)
from timeline.plover import intensity_of, plover_code, quad_of

#: Words that a writer must not let act: formulas, markup, quoting, controls, other scripts, text direction.
HOSTILE = (
    "=HYPERLINK(\"http://evil.example\",\"x\")",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A2)",
    "\t=1+1",
    "'=1+1",
    "<script>alert('x')</script>",
    "</script><img src=x onerror=alert(1)>",
    "a]]>b & c;",
    'say "no" \\" \\n end',
    "pipe | and `tick` and [link](javascript:alert(1))",
    "nul \x00 bell \x07 escape \x1b[31m red",
    "line one\r\nline two\rline three\nline four",
    "end\" }\n digraph evil { a -> b",
    "%% comment #35; #quot; : semicolon; --> arrow",
    "Łódź, Việt Nam, Россия, 日本, 🇺🇦 and e\u0301",
    "\u202eright to left\u202c and zero\u200bwidth",
    "\ufffe\uffff non-characters",
)  # fmt: skip


def when(edtf: str | None, **fields: Any) -> When:
    """A date with the bounds that its EDTF string has."""
    if edtf is None:
        return When(**fields)
    bounds = bounds_of(edtf)
    first, last = (None, None) if bounds is None else bounds
    basis = {"basis": "stated", "granularity": "day", **fields}
    return When(
        edtf=edtf,
        earliest=None if first is None else iso_day(first),
        latest=None if last is None else iso_day(last),
        **basis,
    )


def document(text: str, id: str = "wire", **fields: Any) -> Document:
    """A document of these words."""
    return Document(id=id, text=text, **fields)


def span(source: Document, words: str) -> Span:
    """The first place where a document has these words."""
    start = source.text.index(words)
    return source.span(start, start + len(words))


def actor(label: str) -> Actor:
    """A party: three capitals are a country's code, anything else a name without one."""
    code = label if len(label) == 3 and label.isupper() else None
    return Actor(code=code, name=label, kind="country" if code else "unknown")


def event(source: Document, quote: str, *, id: str, trigger: str | None = None, **fields: Any) -> Event:
    """An event stated by ``quote`` in a document; actors and targets are given as labels."""
    type_, mode = fields.pop("type", "SANCTION"), fields.pop("mode", None)
    modality = fields.pop("modality", "actual")
    date = fields.pop("when", When())
    mention = Mention(trigger=span(source, trigger or quote), quote=span(source, quote), when=date, modality=modality)
    return Event(
        id=id,
        type=type_,
        mode=mode,
        plover=plover_code(type_, modality),
        quad=quad_of(type_),
        intensity=intensity_of(type_, mode),
        actors=tuple(actor(label) for label in fields.pop("actors", ("USA",))),
        targets=tuple(actor(label) for label in fields.pop("targets", ("RUS",))),
        when=date,
        modality=modality,
        mentions=(mention,),
        **fields,
    )


#: Every kind of date that a timeline can hold.
DATES: dict[str, When] = {
    "day": when("2021-04-15"),
    "month": when("2021-04", granularity="month", basis="relative"),
    "year": when("2021", granularity="year"),
    "interval": when("2021-04-26/2021-05-02", granularity="week"),
    "season": when("2021-21", granularity="season"),
    "about": when("2019~", granularity="year", qualifier="approximate"),
    "decade": when("199X", granularity="decade"),
    "before": when("../2021-04-30", granularity="day", qualifier="before"),
    "after": when("2021-04-30/..", granularity="day", qualifier="after"),
    "bce": when("-0043-03-15"),
    "far": when("Y12000", granularity="year"),
    "remote": when("Y-300000", granularity="year"),
    "yearless": when("XXXX-04-15", year_basis="none"),
    "bounded": When(earliest="2021-04-15", basis="bounded"),
    "undated": When(),
}


def every_date() -> Timeline:
    """One event for each kind of date, in one document."""
    text = "\n".join(f"They acted, case {name}." for name in DATES)
    source = document(text, published="2021-05-06", url="https://news.example/a?b=1&c=2")
    events = [
        event(source, f"They acted, case {name}", id=f"e-{name}", trigger="acted", when=date)
        for name, date in DATES.items()
    ]
    return Timeline.of([source], events, [])


def hostile() -> Timeline:
    """One event for each of the harmful texts, in its quote, its party and its document's title and id."""
    documents, events = [], []
    for number, words in enumerate(HOSTILE):
        source = document(
            f"On May 4 {words} happened.", id=f"d{number} {words}", title=words, url=f"javascript:{words}"
        )
        documents.append(source)
        events.append(
            event(
                source,
                words,
                id=f"e{number}",
                actors=(words,),
                targets=("USA", words),
                when=when("2021-05-04"),
                where=Place(name=words, span=span(source, words)),
                quantities=(Quantity(value=10.0, unit=words, span=span(source, words)),),
                reasons=(Reason(rule="test", words=words, note=words),),
            )
        )
    links = [
        Link(cause=f"e{n}", effect=f"e{n + 1}", kind="response", cue=span(documents[n], HOSTILE[n]))
        for n in range(len(HOSTILE) - 1)
    ]
    return Timeline.of(documents, events, links)


def exchange() -> Timeline:
    """A small exchange: a measure, its answer, a planned summit, a denied act, a month and an undated act."""
    text = (
        "On April 15, Arland expelled 10 Borduran diplomats. Borduria answered with the expulsion of 10 envoys. "
        "The two plan a summit in June. Arland denied that it had frozen assets. Borduria had complained in March."
    )
    source = document(text, id="wire-1", published="2021-05-06", title="Tit for tat", url="https://news.example/1")
    events = [
        event(source, "Arland expelled 10 Borduran diplomats", id="e1", trigger="expelled", mode="expel",
              actors=("ARL",), targets=("BOR",), when=when("2021-04-15"), confidence=0.9,
              reasons=(Reason(rule="verb-active", words="expelled", note="subject Arland, object diplomats"),)),
        event(source, "Borduria answered with the expulsion of 10 envoys", id="e2", trigger="expulsion", mode="expel",
              actors=("BOR",), targets=("ARL",), when=When(earliest="2021-04-15", basis="bounded"), confidence=0.8),
        event(source, "The two plan a summit in June", id="e3", trigger="summit", type="CONSULT", modality="planned",
              actors=("ARL", "BOR"), targets=(), when=when("2021-06", granularity="month"), confidence=0.7),
        event(source, "it had frozen assets", id="e4", trigger="frozen", mode="discontinue", modality="denied",
              actors=("ARL",), targets=("BOR",), confidence=0.6),
        event(source, "Borduria had complained in March", id="e5", trigger="complained", type="ACCUSE",
              actors=("BOR",), targets=(), when=when("2021-03", granularity="month"), confidence=0.3),
    ]  # fmt: skip
    links = [
        Link(cause="e1", effect="e2", kind="retaliation", cue=span(source, "answered with"), explicit=True,
             confidence=0.9, reasons=(Reason(rule="cue-answered", words="answered with"),)),
        Link(cause="e5", effect="e1", kind="response", confidence=0.4),
        Link(cause="e1", effect="e4", kind="response", confidence=0.5),
    ]  # fmt: skip
    return Timeline.of([source], events, links)
