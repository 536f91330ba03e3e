"""The report page as a string: nothing escapes, nothing is loaded, little is carried."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from tests.records import every_date, exchange
from tests.records import hostile as hostile_timeline
from tests.strategies import timelines
from timeline.exports.page_data import page_data, sound
from timeline.exports.page_dates import date_in_words, when_in_words
from timeline.exports.pages import notebook_html, report_html
from timeline.models import Actor, Document, Event, Lag, Link, Mention, Timeline, When, chronological_key

HOSTILE = "</script><script>alert(1)</script><!--<script><img src=x onerror=alert(1)>&amp;{{data}}\u2028\x00\ud800"


class Elements(HTMLParser):
    """The elements of a page, with their attributes, and the text of the data block."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.data = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1][1].get("id") == "timeline-data":
            self.data += data


def day(edtf: str, start: str, end: str) -> When:
    return When(edtf=edtf, earliest=start, latest=end, granularity="day", basis="stated")


def act(document: Document, name: str, words: str, when: When, **fields: object) -> Event:
    start = document.text.index(words)
    span = document.span(start, start + len(words))
    defaults: dict[str, object] = {
        "type": "SANCTION", "plover": "SANCTION", "quad": 4, "intensity": -6.0,
        "actors": (Actor(code="FRA", name="France"),), "targets": (Actor(code="ITA", name="Italy"),),
    }  # fmt: skip
    mention = Mention(trigger=span, quote=span, when=when)
    return Event(id=name, when=when, mentions=(mention,), **{**defaults, **fields})  # type: ignore[arg-type]


def small(text: str = "🕊 France barred Italian lorries. 🕊 Italy summoned the envoy.", **document: str) -> Timeline:
    source = Document(id=document.pop("id", "note"), text=text, **document)  # type: ignore[arg-type]
    cause = act(source, "one", text[2:8], day("2020-03-02", "2020-03-02", "2020-03-02"))
    effect = act(source, "two", text[-4:-1], When(), actors=(Actor(code="ITA", name="Italy"),), targets=())
    return Timeline.of([source], [cause, effect], [Link(cause="one", effect="two", kind="retaliation", lag=Lag())])


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2021-04-15", "15 April 2021"),
        ("2021-04", "April 2021"),
        ("2021-04~", "about April 2021"),
        ("2021?", "perhaps 2021"),
        ("2021-23", "autumn 2021"),
        ("2021-34", "second quarter of 2021"),
        ("199X", "1990s"),
        ("18XX", "1800s"),
        ("-0043-03-15", "15 March 44 BC"),
        ("Y12000", "12000"),
        ("XXXX-04-15", "15 April"),
        ("2021-03-03/2021-03-05", "3 – 5 March 2021"),
        ("2020-12-30/2021-01-02", "30 December 2020 – 2 January 2021"),
        ("2021-04/2021-06", "April – June 2021"),
        ("2021-04-15/..", "15 April 2021 or later"),
        ("../2021", "2021 or earlier"),
    ],
)
def test_dates_read_as_people_write_them(edtf: str, words: str) -> None:
    assert date_in_words(edtf) == words


def test_a_date_that_is_only_bounded_says_so() -> None:
    assert when_in_words(When(earliest="2021-04-15", basis="bounded")) == "on or after 15 April 2021"
    assert when_in_words(When()) == "no date in the text"


def test_the_page_loads_nothing() -> None:
    page = report_html(small(url="https://example.org/a?b=c"))
    for tag, attributes in Elements(page).found:
        assert tag not in {"img", "iframe", "object", "embed", "base"}
        assert tag != "link"
        assert "src" not in attributes
        assert not any(name.startswith("on") for name in attributes)
    style = page[page.index("<style>") : page.index("</style>")]
    assert "@import" not in style
    assert "url(" not in style
    assert "default-src 'none'" in page


def test_hostile_text_title_and_name_stay_text() -> None:
    timeline = small(HOSTILE + " x. y", id=HOSTILE, title=HOSTILE)
    plain = [tag for tag, _ in Elements(report_html(small())).found]
    for page in (report_html(timeline), report_html(timeline, title=HOSTILE)):
        assert [tag for tag, _ in Elements(page).found] == plain
        page.encode("utf-8")
    assert "<script" not in notebook_html(timeline)


@settings(max_examples=40)
@given(timelines())
def test_any_timeline_makes_a_page_of_the_same_elements(timeline: Timeline) -> None:
    plain = [tag for tag, _ in Elements(report_html(Timeline())).found if tag not in {"tr", "td", "p"}]
    found = Elements(report_html(timeline))
    assert [tag for tag, _ in found.found if tag not in {"tr", "td", "p"}] == plain
    data = json.loads(found.data)
    assert [event["id"] for event in data["events"]] == [event.id for event in sorted(timeline, key=chronological_key)]


@pytest.mark.parametrize(
    "timeline", [every_date(), hostile_timeline(), exchange()], ids=["dates", "hostile", "exchange"]
)
def test_every_span_of_the_page_is_its_words(timeline: Timeline) -> None:
    data = page_data(timeline, "t")
    texts = [document["text"].encode("utf-16-le") for document in data["documents"]]
    for event, drawn in zip(sorted(timeline, key=chronological_key), data["events"], strict=True):
        for mention, parts in zip(event.mentions, drawn["mentions"], strict=True):
            number, start, end = parts["trigger"]
            assert texts[number][2 * start : 2 * end].decode("utf-16-le") == sound(mention.trigger.text)


def test_the_data_survives_the_page() -> None:
    timeline = small(HOSTILE + " x. y")
    data = json.loads(Elements(report_html(timeline)).data)
    assert data["documents"][0]["text"] == timeline.documents[0].text.replace("\ud800", "\ufffd")


def test_offsets_are_utf16_on_the_page() -> None:
    timeline = small()
    text = timeline.documents[0].text.encode("utf-16-le")
    for event in page_data(timeline, "t")["events"]:
        _, start, end = event["mentions"][0]["trigger"]
        assert text[2 * start : 2 * end].decode("utf-16-le") in {"France", "voy"}


def test_words_are_kept_where_the_document_is_missing() -> None:
    whole = small()
    bare = Timeline(events=whole.events, links=whole.links)
    assert page_data(bare, "t")["events"][0]["mentions"][0]["trigger"] == ["France"]


def test_only_web_addresses_become_links() -> None:
    data = page_data(small(url="javascript:alert(1)"), "t")
    assert data["documents"][0]["url"] is None


def test_the_same_timeline_gives_the_same_page() -> None:
    assert report_html(small()) == report_html(small())


def test_a_short_article_makes_a_small_page() -> None:
    assert len(report_html(small()).encode()) < 130_000


def test_the_heading_says_how_much_there_is_and_of_when() -> None:
    source = Document(id="d", text="France bans. Italy answers.")
    march = When(edtf="2021-03", earliest="2021-03-01", latest="2021-03-31", basis="stated")
    june = day("2021-06-02", "2021-06-02", "2021-06-02")
    events = [act(source, "one", "bans", march), act(source, "two", "answers", june)]
    assert "2 events · 2 parties · 0 links · March – June 2021<" in report_html(Timeline.of([source], events, []))
    assert "1 event · 2 parties · 0 links · March 2021<" in report_html(Timeline.of([source], events[:1], []))


def test_an_empty_timeline_is_a_page_too() -> None:
    assert "0 events" in report_html(Timeline())
    assert "0 events" in notebook_html(Timeline())


def test_the_notebook_table_is_short_and_static() -> None:
    source = Document(id="d", text="word " * 300)
    events = [act(source, f"e{i:03}", "word", When()) for i in range(300)]
    table = notebook_html(Timeline.of([source], events, []))
    assert table.count("<tr>") == 41
    assert "260 more events" in table
    assert not re.search(r"<(script|style|link|iframe|img)", table)
