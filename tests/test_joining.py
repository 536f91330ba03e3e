"""The same act told by several documents: when it is one, what is kept, and that order does not matter."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from tests.stories import Fact, event
from timeline.errors import DocumentError
from timeline.events.joining import join, same_act
from timeline.models import Document, Timeline

EXPEL: Fact = ("x", "SANCTION/expel", "NOR", "RUS", "2022-05-09", "expelled")


def told(id_: str, fact: Fact, text: str = "Norway expelled three envoys.") -> Timeline:
    """A timeline of one document that tells one act."""
    document = Document(id=id_, text=text)
    return Timeline.of([document], [event(document, (f"{id_}-{fact[0]}", *fact[1:]))], [])


ONE_ACT = {
    "the same": EXPEL,
    "the month only": ("x", "SANCTION/expel", "NOR", "RUS", "2022-05", "expelled"),
    "no mode": ("x", "SANCTION", "NOR", "RUS", "2022-05-09", "expelled"),
    "no target": ("x", "SANCTION/expel", "NOR", "", "2022-05-09", "expelled"),
}
TWO_ACTS = {
    "another day": ("x", "SANCTION/expel", "NOR", "RUS", "2022-05-10", "expelled"),
    "another actor": ("x", "SANCTION/expel", "SWE", "RUS", "2022-05-09", "expelled"),
    "another target": ("x", "SANCTION/expel", "NOR", "BLR", "2022-05-09", "expelled"),
    "another type": ("x", "ACCUSE", "NOR", "RUS", "2022-05-09", "expelled"),
    "another mode": ("x", "SANCTION/withdraw", "NOR", "RUS", "2022-05-09", "expelled"),
    "no date": ("x", "SANCTION/expel", "NOR", "RUS", None, "expelled"),
    "a year only": ("x", "SANCTION/expel", "NOR", "RUS", "2022", "expelled"),
}


@pytest.mark.parametrize("name", ONE_ACT)
def test_one_act(name: str) -> None:
    documents, events, _ = join([told("a", EXPEL), told("b", ONE_ACT[name])])
    assert [d.id for d in documents] == ["a", "b"]
    (joined,) = events
    assert [m.trigger.document_id for m in joined.mentions] == ["a", "b"]
    assert (joined.date, joined.mode, joined.target_labels) == ("2022-05-09", "expel", ("RUS",))


@pytest.mark.parametrize("name", TWO_ACTS)
def test_two_acts(name: str) -> None:
    assert len(join([told("a", EXPEL), told("b", TWO_ACTS[name])])[1]) == 2


def test_counts_that_differ_are_two_acts() -> None:
    three, ten = (
        timeline.extract(Document(id=n, text=f"Norway expelled {n} Russian diplomats on May 9, 2022.")).events[0]
        for n in ("three", "ten")
    )
    assert not same_act(three, ten)


def test_two_acts_of_one_document_stay_two() -> None:
    document = Document(id="a", text="Norway expelled envoys. It expelled them.")
    events = [event(document, ("p", *EXPEL[1:])), event(document, ("q", *EXPEL[1:-1], "expelled them"))]
    assert len(join([Timeline.of([document], events, []), told("b", EXPEL)])[1]) == 2


def test_two_documents_with_one_id_are_an_error() -> None:
    with pytest.raises(DocumentError, match="give each document its own id"):
        join([told("a", EXPEL), told("a", EXPEL, "They expelled him.")])


REPORTS = (
    ("a", "2022-05-09", "Norway expelled three Russian diplomats on Monday. Sweden welcomed the decision."),
    ("b", "2022-05-12", "Russia expelled three Norwegian diplomats on Thursday in retaliation for the expulsion of "
     "three Russian diplomats by Norway on May 9. Oslo condemned the move."),
    ("c", "2022-05-15", "On May 12 Moscow expelled three Norwegian diplomats. Norway responded by closing its ports to "
     "Russian ships on Saturday."),
)  # fmt: skip


def _read() -> list[Timeline]:
    return [timeline.extract(Document(id=i, text=text, published=day)) for i, day, text in REPORTS]


def test_merging_does_not_depend_on_the_order_and_again_changes_nothing() -> None:
    read = _read()
    merged = timeline.merge(read)
    for order in itertools.permutations(read):
        assert timeline.merge(order) == merged
    assert timeline.merge([merged, merged]) == merged
    assert timeline.merge([merged, read[1]]) == merged
    for one in read:
        assert timeline.merge([one, one]) == timeline.merge([one])
    assert sum(len(t.events) for t in read) > len(merged.events)


def test_answers_run_across_documents() -> None:
    texts = {
        "a": "Norway expelled three Russian diplomats on May 9, 2022.",
        "b": "Russia expelled three Norwegian diplomats on May 12, 2022.",
    }
    merged = timeline.merge(timeline.extract(Document(id=i, text=t)) for i, t in texts.items())
    (found,) = merged.links
    assert (merged.event(found.cause).date, merged.event(found.effect).date) == ("2022-05-09", "2022-05-12")
    assert (found.kind, found.explicit, found.lag.min_days) == ("retaliation", False, 3)


_FACTS = st.sampled_from([*ONE_ACT.values(), *TWO_ACTS.values()])


@settings(max_examples=40)
@given(st.lists(_FACTS, min_size=1, max_size=5))
def test_joining_any_reports(facts: list[Fact]) -> None:
    timelines = [told(f"d{i}", fact) for i, fact in enumerate(facts)]
    documents, events, links = join(timelines)
    assert join(timelines[::-1]) == (documents, events, links)
    joined = Timeline.of(documents, events, links)
    assert join([joined, joined]) == (documents, events, links)
    triggers = [(m.trigger.document_id, m.trigger.start) for e in events for m in e.mentions]
    assert sorted(triggers) == sorted(
        (m.trigger.document_id, m.trigger.start) for t in timelines for e in t for m in e.mentions
    )
