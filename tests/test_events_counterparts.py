"""Who is meant where a sentence leaves the other side out."""

import pytest

import timeline


def parties(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    found = sorted(timeline.extract(text, published="2021-05-06"), key=lambda e: e.mentions[0].trigger.start)
    return [(e.actor_labels, e.target_labels) for e in found]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # the turn before tells whom the act answers
        ("Peru expelled two envoys of Chile on May 3. Santiago recalled its ambassador.", (("CHL",), ("PER",))),
        ("Kenya demanded an apology from Uganda. Kampala refused.", (("UGA",), ("KEN",))),
        # another side in the sentence
        ("Norway suspended trade in a row with Sweden over fish.", (("NOR",), ("SWE",))),
        # what belongs to a state belongs to the other side
        ("Ghana accused Togo of spying on May 1. Accra expelled two diplomats.", (("GHA",), ("TGO",))),
        # a place or people that nothing says more about stand for the other side
        ("Ghana attacked Togo on May 1. Accra moved an extra battalion to Foowan.", (("GHA",), ("TGO",))),
        # whoever imposed a measure lifts it
        ("Norway's freeze on the assets of Foobank was lifted, to the relief of Sweden.", (("NOR",), ("SWE",))),
    ],
)
def test_the_other_side_is_supplied(text: str, last: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    assert parties(text)[-1] == last


def test_a_supplied_party_says_so() -> None:
    events = timeline.extract("Kenya demanded an apology from Uganda. Kampala refused.", published="2021-05-06").events
    refusal = max(events, key=lambda e: e.mentions[0].trigger.start)
    assert refusal.targets[0].via == "context"
    assert refusal.targets[0].name == "Kenya"
    assert any(reason.rule.startswith("counterpart:") for reason in refusal.reasons)


def test_nobody_is_supplied_where_nobody_is_known() -> None:
    assert parties("Peru recalled its ambassador on Monday.") == [(("PER",), ())]


@pytest.mark.parametrize(
    ("text", "type_", "actors", "targets"),
    [
        # what is said of the other side's friends is an accusation by who says it
        ("India says that Pakistan backs the militants.", "ACCUSE", ("IND",), ("PAK",)),
        ("Burundi claims that Rwanda trains the rebels.", "ACCUSE", ("BDI",), ("RWA",)),
        # words come from somebody
        ("Togo closed the border. The step drew condemnation from Ghana.", "ACCUSE", ("GHA",), ("TGO",)),
        # a verb of answering with a modal is a threat, without one it is told with the deed
        ("Sweden closed a port to Norway. Norway said it would retaliate.", "THREATEN", ("NOR",), ("SWE",)),
    ],
)
def test_what_a_speaker_makes_of_it(text: str, type_: str, actors: tuple[str, ...], targets: tuple[str, ...]) -> None:
    found = [(e.type, e.actor_labels, e.target_labels) for e in timeline.extract(text, published="2021-05-06")]
    assert (type_, actors, targets) in found


def test_who_judges_an_act_is_not_supplied_as_its_doer() -> None:
    events = timeline.extract("France condemned the raid on Mali.", published="2021-05-06").events
    assert [e.actor_labels for e in events if e.type == "ASSAULT"] == [()]


def test_the_reason_names_the_side_that_came_second() -> None:
    text = (
        "Poland banned Belarusian beef. Belarus expelled a Polish consul. Lithuania closed a bridge to Belarus. "
        "Minsk recalled its envoy."
    )
    recalled = timeline.extract(text).events[-1]
    (note,) = [reason.note for reason in recalled.reasons if reason.rule.startswith("counterpart:")]
    assert "the target is not named here" in note
    assert "next: POL" in note
