"""What always holds of the events of a text, whatever the text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import Document, extract
from timeline.models import Timeline

WORDS = st.sampled_from(
    'Russia Norway the a and , . ; : ( ) " said that expelled ten diplomats to of with from agreed threatened meet '
    "sanctions on attack was by who which not will may if bombing “ ” — 'its it Hamas UN ambassador recalled closed "
    "refused\n\n Monday yesterday 12 $5 and/or ceasefire talks between Turkey's denied having been told".split(" ")
)
SOUP = st.lists(WORDS, max_size=60).map(" ".join)
QUICK = settings(max_examples=120)


def check(timeline: Timeline) -> None:
    for event in timeline.events:
        text = timeline.documents[0].text
        for mention in event.mentions:
            assert text[mention.trigger.start : mention.trigger.end] == mention.trigger.text
            assert text[mention.quote.start : mention.quote.end] == mention.quote.text
            assert mention.quote.start <= mention.trigger.start
            assert mention.trigger.text
        for quantity in event.quantities:
            assert text[quantity.span.start : quantity.span.end] == quantity.span.text
        assert 0 <= event.confidence <= 1
        assert len({e.id for e in timeline.events}) == len(timeline.events)


@QUICK
@given(SOUP)
def test_spans_reproduce_and_nothing_raises_on_news_like_words(text: str) -> None:
    check(extract(Document(id="d", text=text, published="2024-03-15")))


@QUICK
@given(st.text(max_size=200))
def test_nothing_raises_on_any_text(text: str) -> None:
    check(extract(Document(id="d", text=text, published="2024-03-15")))


@settings(max_examples=40)
@given(SOUP)
def test_the_same_text_gives_the_same_events(text: str) -> None:
    document = Document(id="d", text=text, published="2024-03-15")
    assert extract(document).to_json() == extract(document).to_json()
