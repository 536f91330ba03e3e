"""A state and those who fight it from within; soldiers who take power."""

from __future__ import annotations

import pytest

import timeline

_CHAD = "Chad's army shot four insurgents on Monday. Libya voiced concern. "


def parties(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    found = sorted(timeline.extract(text, published="2021-05-06"), key=lambda e: e.mentions[0].trigger.start)
    return [(e.actor_labels, e.target_labels) for e in found]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # the state's forces hit those who fight it, not a state that looks on
        (_CHAD + "Chad's air force bombed a camp.", (("TCD",), ("four insurgents",))),
        ("Ethiopia bombed Tigray. Eritrea looked on. Ethiopia seized a hill.", (("ETH",), ("Tigray",))),
        # gunmen act against the state in which they do
        (
            "Libya sent men to Chad. Chad thanked it. Chad is calm. Gunmen attacked a base.",
            (("Gunmen",), ("TCD",)),
        ),
        ("Gunmen attacked a barracks in Chad. Libya voiced concern.", (("Gunmen",), ("TCD",))),
        # a state that fights another one, too, may mean that one
        (_CHAD + "Chad bombed Libya. Libya shelled Chad. Chad's jets bombed a base.", (("TCD",), ("LBY",))),
    ],
)
def test_a_state_and_its_rebels(text: str, last: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    assert last in parties(text)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Colonels overthrew the president of Peru. Chile closed its border.", (("colonels",), ("PER",))),
        ("Peru's president was toppled by junior officers. Chile protested.", (("officers",), ("PER",))),
        ("Soldiers seized power in Peru. Chile closed its border.", (("soldiers",), ("PER",))),
    ],
)
def test_those_who_take_power_act_for_themselves(text: str, first: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    assert parties(text)[0] == first


def test_what_they_do_next_is_theirs_too() -> None:
    told = parties("Soldiers seized power in Peru and detained the president. Chile closed its border.")
    assert [actors for actors, _ in told[:2]] == [("soldiers",), ("soldiers",)]
