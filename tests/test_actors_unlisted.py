"""Bodies that no table lists: their names, short forms and nouns."""

from __future__ import annotations

import pytest

import timeline
from tests.actor_texts import label, mention, mentions

#: text, phrase, code or name
NAMED = [
    ("The Popular Sunrise Front attacked a bus.", "The Popular Sunrise Front", "Popular Sunrise Front"),
    ("The Popular Sunrise Front (PSF) attacked a bus. PSF men fled.", "PSF men", "Popular Sunrise Front"),
    ("The Popular Sunrise Front attacked a bus. The Front gave no reason.", "The Front", "Popular Sunrise Front"),
    ("The Popular Sunrise Front attacked a bus. The rebels fled.", "The rebels", "Popular Sunrise Front"),
    ("The Movement for a Free Foobar struck.", "The Movement for a Free Foobar", "Movement for a Free Foobar"),
    ("The Foobar Alliance of Peru won.", "The Foobar Alliance of Peru", "Foobar Alliance of Peru"),
    ("Kivu River Front gunmen fled.", "Kivu River Front gunmen", "Kivu River Front"),
    ("The Chadian Patriotic Front struck.", "The Chadian Patriotic Front", "Chadian Patriotic Front"),
    ("Chad's Blue Star Brigades struck.", "Chad's Blue Star Brigades", "Blue Star Brigades"),
    ("The Foobar Liberation Army struck.", "The Foobar Liberation Army", "Foobar Liberation Army"),
    ("The Foobar Defence Force struck.", "The Foobar Defence Force", "Foobar Defence Force"),
    ("The National Council for Rebirth took over.", "The National Council for Rebirth", "National Council for Rebirth"),
    ("The Union for Work and Bread struck.", "The Union for Work and Bread", "Union for Work and Bread"),
]


@pytest.mark.parametrize(("text", "phrase", "expected"), NAMED)
def test_bodies_by_their_names(text: str, phrase: str, expected: str) -> None:
    assert label(mention(text, phrase)) == expected


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        # names of the tables and organs of states stay what they are
        ("The European Union met.", "The European Union", "EU"),
        ("The Chadian Defence Force struck.", "The Chadian Defence Force", "TCD"),
        ("The Peruvian Congress met.", "The Peruvian Congress", "PER"),
        ("The Chadian army struck.", "The Chadian army", "TCD"),
        # the name of whom it is led by, and a day, are no part of the name
        ("On Monday Foobar Front men struck.", "Foobar Front men", "Foobar Front men"),
        ("The Foobar Front of President Idriss Deby struck.", "The Foobar Front", "Foobar Front"),
    ],
)
def test_what_is_no_such_name(text: str, phrase: str, expected: str) -> None:
    assert label(mention(text, phrase)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Champions League begins.",
        "News came from the Western Front.",
        "Army Bombs Popular Front",  # a headline in capitals
    ],
)
def test_other_things_are_no_bodies(text: str) -> None:
    assert [m.codes for m in mentions(text) if m.kind == "group"] == []


def test_such_a_body_has_no_code_in_the_record() -> None:
    found = timeline.extract("The Popular Sunrise Front attacked Chad's army on Monday.", published="2021-05-06")
    assert [(a.code, a.name, a.kind) for event in found for a in event.actors] == [
        (None, "Popular Sunrise Front", "group")
    ]
