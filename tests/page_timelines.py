"""Timelines for the tests of the report page: a quarrel, a crowd of events, and dates of any age."""

from __future__ import annotations

from typing import Any

from timeline.bounds import iso_day, parse_day
from timeline.models import Actor, Document, Event, Lag, Link, Mention, Reason, Timeline, When

TEXT = (
    "🕊 Freedonia closed its border to Sylvanian lorries on March 2. Two days later Sylvania expelled 12 Freedonian "
    "diplomats in response. In May, Osterlich offered to host talks between the two. On June 9 the capital condemned "
    "the closure. Earlier, Sylvania had arrested a Freedonian envoy."
)
NAMES = {"FRE": "Freedonia", "SYL": "Sylvania", "OST": "Osterlich"}


def party(code: str) -> Actor:
    return Actor(code=code, name=NAMES.get(code, f"Party {code}"), kind="country")


def on(edtf: str | None, first: str | None = None, last: str | None = None, **fields: Any) -> When:
    return When(edtf=edtf, earliest=first or edtf, latest=last or edtf, **{"basis": "stated", **fields})


def event(
    source: Document, name: str, quote: str, trigger: str, who: str, whom: str, when: When, **fields: Any
) -> Event:
    start = source.text.index(quote)
    at = start + quote.index(trigger)
    mention = Mention(
        trigger=source.span(at, at + len(trigger)), quote=source.span(start, start + len(quote)), when=when
    )
    usual: dict[str, Any] = {"type": "SANCTION", "plover": "SANCTION", "quad": 4, "intensity": -6.0, "confidence": 0.8}
    return Event(
        id=name,
        actors=tuple(map(party, who.split())),
        targets=tuple(map(party, whom.split())),
        when=when,
        mentions=(mention,),
        reasons=(Reason(rule="verb", words=trigger, note="of the table"),),
        **{**usual, **fields},
    )


def quarrel() -> Timeline:
    """Five events of our own: a day, an answer, a month, a date without a year, and none at all."""
    d = Document(id="quarrel", text=TEXT, title="A quarrel at the border", published="2020-07-01")
    spoken = {"type": "AGREE", "plover": "AGREE", "quad": 1, "intensity": 2.5, "modality": "proposed"}
    accused = {"type": "ACCUSE", "plover": "ACCUSE", "quad": 3, "intensity": -3.0}
    march = d.span(TEXT.index("March 2"), TEXT.index("March 2") + 7)
    events = [
        event(d, "close", "Freedonia closed its border", "closed", "FRE", "SYL", on("2020-03-02", expression=march)),
        event(d, "expel", "Sylvania expelled 12 Freedonian diplomats", "expelled", "SYL", "FRE", on("2020-03-04")),
        event(d, "offer", "Osterlich offered to host talks", "offered", "OST", "FRE SYL",
              on("2020-05", "2020-05-01", "2020-05-31", granularity="month"), **spoken),
        event(d, "condemn", "the capital condemned the closure", "condemned", "FRE", "SYL",
              When(edtf="XXXX-06-09", granularity="day", basis="stated"), **accused),
        event(d, "arrest", "Sylvania had arrested a Freedonian envoy", "arrested", "SYL", "FRE", When()),
    ]  # fmt: skip
    cue = TEXT.index("in response")
    links = [
        Link(cause="close", effect="expel", kind="retaliation", explicit=True, cue=d.span(cue, cue + 11),
             lag=Lag(min_days=2, max_days=2)),
        Link(cause="close", effect="condemn", kind="response"),
    ]  # fmt: skip
    return Timeline.of([d], events, links)


def crowd(count: int) -> Timeline:
    """A merged timeline of that many events: 25 documents, 40 parties, a link for every second event."""
    documents, events, links = [], [], []
    for number in range(25):
        lines = [f"Party {i % 40} fined party {(i * 7 + 3) % 40} over case {i}." for i in range(number, count, 25)]
        documents.append(Document(id=f"paper-{number}", title=f"Paper {number}", text="\n".join(lines)))
    start = parse_day("2019-01-01")
    for i in range(count):
        source = documents[i % 25]
        day = start + (i * 37) % 900
        when = on(iso_day(day)) if i % 9 else on(iso_day(day)[:7], iso_day(day), iso_day(day + 20), granularity="month")
        again = Mention(trigger=documents[(i + 1) % 25].span(6, 8), quote=documents[(i + 1) % 25].span(0, 20))
        made = event(source, f"e{i:03}", f"Party {i % 40} fined party {(i * 7 + 3) % 40} over case {i}.", "fined",
                     f"C{i % 40}", f"C{(i * 7 + 3) % 40}", when, intensity=-10 + 20 * i / count)  # fmt: skip
        events.append(made.model_copy(update={"mentions": (*made.mentions, again)}) if i % 5 == 0 else made)
        if i % 2:
            kind = ("retaliation", "response", "motive")[i % 3]
            links.append(Link(cause=f"e{i - 1:03}", effect=f"e{i:03}", kind=kind, explicit=i % 4 == 1))  # type: ignore[arg-type]
    return Timeline.of(documents, events, links)


def ages() -> Timeline:
    """Dates before Christ and beyond 9999, about, open, bounded and without a year."""
    d = Document(id="ages", text="They met again and again.")
    dates = [
        on("-0043-03-15"),
        on("Y170000", "Y170000-01-01", "Y170000-12-31", granularity="year"),
        on("2021-04-15~", "2021-04-15", "2021-04-15", qualifier="approximate"),
        When(edtf="2021-05/..", earliest="2021-05-01", granularity="interval", basis="stated"),
        When(latest="2020-12-31", basis="bounded"),
        When(edtf="XXXX-22", granularity="season", basis="stated"),
    ]
    return Timeline.of([d], [event(d, f"e{i}", "They met", "met", "FRE", "", w) for i, w in enumerate(dates)], [])
