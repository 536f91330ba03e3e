"""Who acts in what is told around a deed: attackers, avengers, captors, and states named before an attack."""

from __future__ import annotations

import pytest

from timeline import extract

_PUBLISHED = "2024-05-15"
_Told = tuple[str, str | None, tuple[str, ...], tuple[str, ...]]


def told(text: str) -> list[_Told]:
    """Type, mode and parties of every event."""
    events = extract(text, published=_PUBLISHED).events
    return [(e.type, e.mode, e.actor_labels, e.target_labels) for e in events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a state before an attack did it where it happens in another one
        ("Libya drone attack sparks blaze at Chadian depot", ("ASSAULT", "drone", ("LBY",), ("TCD",))),
        ("Libya strike kills nine in Chad", ("ASSAULT", "heavy-weapons", ("LBY",), ("TCD",))),
        ("Mogadishu blast wounds nine", ("ASSAULT", "explosives", (), ("SOM",))),
        # who vows revenge for a deed did not do it
        ("Chad vows revenge after officer killed in Libyan raid", ("ASSAULT", None, ("LBY",), ("TCD",))),
        ("Chad vows response after Libya strikes", ("ASSAULT", "heavy-weapons", ("LBY",), ("TCD",))),
        # craft that a state's bare name stands before are no verbs
        ("Libya drones hit fuel depot in Chad", ("ASSAULT", "drone", ("LBY",), ("TCD",))),
        ("Libya jets strike camp in Chad", ("ASSAULT", "aerial", ("LBY",), ("TCD",))),
        # what is ordered is done by whoever orders it
        ("The president of Chad ordered air strikes on Libya.", ("ASSAULT", "aerial", ("TCD",), ("LBY",))),
        # a coup is made at home, and "the country" is not who deals with it
        ("Following the coup in Chad, Spain suspended aid to the country.", ("ASSAULT", None, (), ("TCD",))),
        (
            "Following the coup in Chad, Spain suspended aid to the country.",
            ("SANCTION", "discontinue", ("ESP",), ("TCD",)),
        ),
        ("Spain cut aid to Chad following a military coup.", ("ASSAULT", None, (), ("TCD",))),
        # whose visit it was is not who was set free
        ("Chad freed 31 prisoners after a Spanish visit.", ("RETREAT", "release", ("TCD",), ("31 prisoners",))),
        ("Chad freed a Spanish nurse on Monday.", ("RETREAT", "release", ("TCD",), ("ESP",))),
        # who sets somebody free had arrested him
        (
            "Chad freed a Spanish nurse on Monday. She was arrested in 2019.",
            ("COERCE", "arrest", ("TCD",), ("ESP",)),
        ),
        # the attackers are those who attacked
        (
            "Gunmen attacked a bank in Chad. The attackers kidnapped two guards.",
            ("ASSAULT", "abduct", ("Gunmen",), ("TCD",)),
        ),
    ],
)
def test_who_acts_around_a_deed(text: str, expected: _Told) -> None:
    assert expected in told(text)


def test_attackers_of_whom_nobody_is_told_stay_attackers() -> None:
    assert ("ASSAULT", None, ("attackers",), ("two guards",)) in told("The attackers killed two guards.")


def test_who_swaps_captives_arrested_none_of_them_by_that_alone() -> None:
    text = "Chad freed a Spanish nurse and Spain freed a Chadian. Jane Doe was arrested in 2019."
    assert ("COERCE", "arrest", ("TCD",), ("Jane Doe",)) not in told(text)


def test_a_body_that_is_heard_at_has_had_no_coup() -> None:
    assert ("ASSAULT", None, (), ("UN",)) not in told("Chad criticised the UN after a military coup.")


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("Chad shut its border with Libya in 2015 after a failed coup.", "LBY"),
        ("Chad closed the border with Libya after a coup attempt.", "LBY"),
    ],
)
def test_a_coup_was_not_where_its_backers_are(text: str, elsewhere: str) -> None:
    assert ("ASSAULT", None, (), (elsewhere,)) not in told(text)
