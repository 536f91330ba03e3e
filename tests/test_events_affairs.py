"""What goes on inside states: laws, suspects given up, licences, people who are wanted, ships in the way, exercises."""

from __future__ import annotations

import pytest

from timeline import extract

CASES = [
    ("Zambia's parliament passed a law that lets police ban street rallies.", "COERCE", "restrict"),
    ("Gabon handed over a former militia commander to the Netherlands.", "COOPERATE", None),
    ("Liberia surrendered the ex-warlord to a tribunal in Arusha.", "COOPERATE", None),
    ("The commander is wanted by the International Criminal Court over killings in Chad.", "THREATEN", "arrest"),
    ("Gabon's media authority cancelled the permits of three weekly papers.", "COERCE", "censor"),
    ("Six Chinese coast guard ships blocked two Philippine supply boats near the shoal.", "COERCE", "restrict"),
    ("Kenyan police seized two opposition politicians at their homes.", "COERCE", "arrest"),
    ("Gunmen in Nigeria seized five workers on the road.", "ASSAULT", "abduct"),
    ("The opposition leader remains in police custody in Uganda.", "COERCE", "arrest"),
    ("Swedish and British jets flew an exercise over the Baltic Sea.", "COOPERATE", None),
    ("Iran held a naval exercise in the Gulf.", "MOBILIZE", None),
    ("A truce between Chad and Libya is in place.", "AGREE", None),
]


@pytest.mark.parametrize(("text", "type_", "mode"), CASES)
def test_affairs_inside_states(text: str, type_: str, mode: str | None) -> None:
    found = [(e.type, e.mode) for e in extract(text, published="2024-05-06").events]
    assert (type_, mode) in found or (mode is None and type_ in [t for t, _ in found])


def test_naming_somebody_to_an_office_is_no_penalty() -> None:
    assert not extract("Mali's junta named a civilian prime minister.", published="2024-05-06").events


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Chad cannot agree to Libya's plan.", "REJECT"),
        ("Oslo said it would not re-enter the treaty with Russia.", "REJECT"),
        ("The Catalan leaders proclaimed independence from Spain.", "REJECT"),
        ("The rebels made off with weapons from a Malian army base.", "COERCE"),
        ("The crisis has seen Venezuela move tanks and troops to its border.", "MOBILIZE"),
    ],
)
def test_refusals_and_deeds_in_other_words(text: str, type_: str) -> None:
    assert type_ in {e.type for e in extract(text, published="2024-05-06").events}
