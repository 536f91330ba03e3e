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
        ("Peruvian soldiers seized power in Lima. Chile closed its border.", (("soldiers",), ("PER",))),
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


@pytest.mark.parametrize(
    ("text", "first"),
    [
        # people whom fighters hit are those of the state where it happens
        ("Gunmen killed nine farmers in Mali. France voiced concern.", (("Gunmen",), ("MLI",))),
        ("Rebels shot two nurses in Mali.", (("Rebels",), ("MLI",))),
        # forces of a government are those of the state told of beside them
        ("Government troops shelled rebels, Mali's ministry said.", (("MLI",), ("rebels",))),
        ("Clashes between the army and rebels broke out in Mali.", (("MLI", "rebels"), ())),
    ],
)
def test_fighters_and_forces_in_one_state(text: str, first: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    assert parties(text)[0] == first


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what is fired from somewhere and strikes is one act of those there
        ("Rockets fired from Chad hit Khartoum.", [(("TCD",), ("SDN",))]),
        ("Shells fired from the Ethiopian region of Tigray struck Asmara.", [(("Tigray",), ("ERI",))]),
        ("Missiles fired by Chad struck Khartoum.", [(("TCD",), ("SDN",))]),
        ("Rockets were fired from Chad at Khartoum.", [(("TCD",), ("SDN",))]),
    ],
)
def test_what_is_fired_from_somewhere(text: str, told: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
    assert parties(text) == told


def test_the_army_that_fights_a_group_is_its_own_states() -> None:
    text = (
        "Ethiopia is at war. Ethiopia's Tigray is calm. Tigray threatened to hit Massawa next. The air force bombed it."
    )
    assert parties(text)[-1][0] == ("ETH",)


def test_who_suffered_a_deed_did_not_do_it() -> None:
    text = "Chad seized ten Sudanese lorries. Sudan said it was retaliating for air raids on Sudanese towns."
    assert parties(text)[-1] == (("TCD",), ("SDN",))
