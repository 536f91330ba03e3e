"""Why two acts are not linked: what ``timeline explain`` says of a pair without a link."""

from __future__ import annotations

import pytest

import timeline
from timeline.pipeline import why_no_link

TEXT = (
    "On April 15, Washington expelled 10 Russian diplomats. On April 17, Moscow expelled 10 US diplomats in response. "
    "On April 20, Spain arrested two Moroccan officials. "
    "On May 3, Washington banned Russian oil. On May 5, Moscow condemned the ban on oil. "
    "Cuba denied that it had bombed Haiti."
)


def notes(cause: str, effect: str) -> list[str]:
    """The notes on the events whose first mention is triggered by these words."""
    found = timeline.extract(TEXT, published="2021-05-06")
    ends = [next(e.id for e in found if (e.date or "denied", e.trigger) == end) for end in (_day(cause), _day(effect))]
    return [reason.note for reason in why_no_link(found, *ends)]


def _day(words: str) -> tuple[str, str]:
    trigger, _, day = words.partition(" ")
    return day, trigger


@pytest.mark.parametrize(
    ("cause", "effect", "note"),
    [
        ("expelled 2021-04-15", "expelled 2021-04-15", "no act answers itself"),
        ("expelled 2021-04-15", "banned 2021-05-03", "the same party does both"),
        ("expelled 2021-04-17", "expelled 2021-04-15", "by the dates the cause is surely later"),
        ("arrested 2021-04-20", "condemned 2021-05-05", "neither their parties nor words"),
        ("expelled 2021-04-15", "condemned 2021-05-05", "weighed at"),
        ("bombed denied", "condemned 2021-05-05", "denied and hypothetical acts"),
    ],
)
def test_the_first_condition_that_fails_is_named(cause: str, effect: str, note: str) -> None:
    assert note in notes(cause, effect)[0]


def test_a_pair_that_lost_shows_the_signs_it_was_weighed_by() -> None:
    assert "the party hit acts against the party that acted" in notes("expelled 2021-04-15", "condemned 2021-05-05")


def test_acts_of_different_documents_have_only_parties_and_dates() -> None:
    texts = ["On April 15, Spain arrested two Moroccan officials.", "On April 17, Peru expelled a Chilean envoy."]
    merged = timeline.merge([timeline.extract(text, published="2021-05-06") for text in texts])
    (reason,) = why_no_link(merged, *(event.id for event in merged))
    assert "no document tells both" in reason.note
