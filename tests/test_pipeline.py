"""The whole way from text to timeline: the seed as a golden run, and what must hold for any text."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from timeline import Document, DocumentError, Timeline
from timeline.bounds import bounds_of

ROOT = Path(__file__).parent.parent
SEED = (ROOT / "seeds" / "000_f38912e0e836a246.txt").read_text(encoding="utf-8")
GOLDEN = Path(__file__).parent / "golden"


def summary(chronology: Timeline) -> str:
    """A timeline in lines that a person can check: events in order, then who answers whom."""
    number = {event.id: i for i, event in enumerate(chronology, 1)}
    lines = [
        f"{number[e.id]:2}  {e.date or '-':12} {e.when.basis:9} {'+'.join(e.actor_labels) or '?'} -> "
        f"{'+'.join(e.target_labels) or '-'}  {e.type} {e.mode or '-'} {e.modality}  {e.trigger!r}"
        for e in chronology
    ]
    links = [
        f"{number[link.cause]:2} -> {number[link.effect]:2}  {link.kind}  {link.cue.text if link.cue else '-'!r}"
        for link in chronology.links
    ]
    return "\n".join([*lines, "", *sorted(links)]) + "\n"


@pytest.mark.parametrize(("name", "published"), [("seed", "2021-05-06"), ("seed-without-date", None)])
def test_the_seed(name: str, published: str | None, update_golden: bool) -> None:
    """Run ``pytest --update-golden`` after a change that is meant, and read the diff."""
    found = summary(timeline.extract(Document(id="seed", text=SEED, published=published)))
    file = GOLDEN / f"{name}.txt"
    if update_golden:
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8")


def test_without_a_publication_day_nothing_claims_a_year() -> None:
    for event in timeline.extract(SEED):
        assert event.date is None or event.date.startswith("XXXX")
        assert event.when.earliest is None
        assert event.when.year_basis == "none"


def test_the_seed_without_a_day_is_still_ordered_and_linked() -> None:
    chronology = timeline.extract(SEED)
    dates = [e.when.month_day for e in chronology if e.when.month_day]
    assert dates == sorted(dates)
    assert any(
        (chronology.event(link.cause).mode, chronology.event(link.effect).mode) == ("expel", "expel")
        for link in chronology.links
    )


PARTS = (
    "Moscow expelled 10 US diplomats on April 30.",
    "Washington responded by closing a consulate.",
    "It warned of more.",
    "“We shall answer,” said the minister, Ivan Petrov.",
    "On 3 May 2021, the EU condemned the move",
    "in retaliation for",
    "the asset freeze",
    "the ban",
    "both sides",
    "the following day",
    "Two Canadians were arrested in China",
    "which",
    "after",
    "Iran and Iraq clashed again",
    "last week",
    "\n\n",
    "\n",
    "July 6: US tariffs take effect",
    "talks",
    "(",
    "\U0001f600",
    "12–14 June",
    "on 31 February",
    "who said that",
    "the army’s attack on",
    "because of the sanctions",
    ",",
    ".",
    "\u00a0",
    "<b>",
    "44 BC",
)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PARTS), max_size=14), st.sampled_from([None, "2021-05-06", "1999-12-31"]))
def test_what_holds_for_any_text(parts: list[str], published: str | None) -> None:
    text = " ".join(parts)
    chronology = timeline.extract(text, published=published)
    for event in chronology:
        spans = [s for m in event.mentions for s in (m.trigger, m.quote)]
        spans += [a.span for a in event.actors + event.targets if a.span] + [q.span for q in event.quantities]
        spans += [s for s in (event.when.expression, event.where.span if event.where else None) if s]
        assert all(text[s.start : s.end] == s.text for s in spans)
        assert event.reasons
        bounds = bounds_of(event.date) if event.date else None
        assert bounds is None or event.when.bounds == bounds
    for link in chronology.links:
        cause, effect = chronology.event(link.cause), chronology.event(link.effect)
        assert link.cause != link.effect
        assert not effect.when.bounds.surely_before(cause.when.bounds)
        assert link.explicit == (link.cue is not None)
    assert Timeline.from_json(chronology.to_json()) == chronology
    assert timeline.extract(text, published=published).to_json() == chronology.to_json()
    assert timeline.merge([chronology, chronology]) == chronology


def test_the_order_of_merged_timelines_does_not_matter() -> None:
    documents = [Document(id=f"d{i}", text=SEED[: 900 * i], published="2021-05-06") for i in range(1, 5)]
    timelines = list(timeline.extract_many(documents))
    merged = timeline.merge(timelines)
    random.Random(7).shuffle(timelines)
    assert timeline.merge(timelines) == merged
    assert timeline.merge([merged, merged]) == merged
    assert len(merged) < sum(map(len, timelines))


@pytest.mark.parametrize("day", ["2021-02-30", "May 6", "2021-05"])
def test_a_wrong_publication_day_is_refused_with_the_mend(day: str) -> None:
    with pytest.raises(DocumentError, match="YYYY-MM-DD"):
        timeline.extract("Text.", published=day)


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(DocumentError, match="give the text as str"):
        timeline.extract(b"Text.")  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "...", "\ufeff", "\x00"])
def test_texts_without_words_give_an_empty_timeline(text: str) -> None:
    assert len(timeline.extract(text)) == 0
