"""Penalties and giving way in the breadth of newspaper wording: a sentence of each family of words."""

from __future__ import annotations

import pytest

from tests.wordings import told
from timeline import extract
from timeline.analysis import Token
from timeline.events.wording import match_words
from timeline.text.sentences import split
from timeline.text.tagging import analyse


def _modes(text: str) -> set[tuple[str, str | None]]:
    return {(e.type, e.mode) for e in extract(text, published="2021-06-01").events}


def _tokens(text: str) -> list[Token]:
    (sentence,) = split(text)
    analyse(sentence)
    return sentence.tokens


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        # shown out
        ("Kenya drummed the Somali attaché out of the country.", "SANCTION", "expel"),
        ("Peru handed the Bolivian consul his walking papers.", "SANCTION", "expel"),
        ("Norway announced the removal of the Chadian consul.", "SANCTION", "expel"),
        ("Kenya struck the Somali consul off the diplomatic list.", "SANCTION", "expel"),
        ("Kenya withdrew the diplomatic credentials of two Somalis.", "SANCTION", "expel"),
        # ties, trade, aid
        ("Nepal put its military ties with Bhutan into the deep freeze.", "SANCTION", "discontinue"),
        ("Kenya choked off its supplies of tea to Somalia.", "SANCTION", "discontinue"),
        ("Norway docked its aid to Chad.", "SANCTION", "discontinue"),
        ("Kenya will no longer take in Somali fish.", "SANCTION", "discontinue"),
        ("Kenya took away Somalia's landing rights.", "SANCTION", "discontinue"),
        ("The loss of preferences for Somali exports was decided by Kenya.", "SANCTION", "discontinue"),
        # bodies left, people taken home
        ("Somalia bolted from the African Union.", "SANCTION", "withdraw"),
        ("The exit of Chad from the fisheries convention took effect.", "SANCTION", "withdraw"),
        ("Chad and Niger turned their backs on the African Union.", "SANCTION", "withdraw"),
        ("Norway withdrew most of its embassy staff from Chad.", "SANCTION", "withdraw"),
        # sentences
        ("A Kenyan judge gave the Somali captain 18 years.", "SANCTION", "convict"),
        ("A court in Peru sent the Chilean general to the gallows.", "SANCTION", "convict"),
        # burdens taken off
        ("Kenya shaved ten points off the tariff on Somali fish.", "CONCEDE", None),
        ("Kenya took three Somali firms off its blacklist.", "CONCEDE", None),
        ("Somalia came off the Kenyan list of sponsors of piracy.", "CONCEDE", None),
        ("Kenya put its punitive tariffs against Somalia on ice.", "CONCEDE", None),
        ("Kenya threw open its airspace to Somali planes.", "CONCEDE", None),
        ("Kenya raised the barriers for Somali lorries.", "CONCEDE", None),
        ("Kenya begged forgiveness from Somalia.", "CONCEDE", None),
        ("Kenya shelved its complaint against Somalia.", "CONCEDE", None),
        # people, land, forces, arms
        ("Kenya sprang the Somali captain from jail.", "RETREAT", "release"),
        ("The freeing of ten Somali fishermen by Kenya was announced.", "RETREAT", "release"),
        ("Kenya handed the island to Somalia.", "RETREAT", None),
        ("The departure of the Kenyan soldiers from Somalia began.", "RETREAT", "withdraw"),
        ("Kenya thinned out its troops on the Somali border.", "RETREAT", "withdraw"),
        ("Kenya took its army off high alert.", "RETREAT", "withdraw"),
        ("Kenya put its chemical weapons beyond use.", "RETREAT", "disarm"),
        ("Kenya demolished ten of its guard posts on the Somali border.", "RETREAT", "disarm"),
        ("Kenya gave the inspectors access to the plant.", "RETREAT", "access"),
    ],
)
def test_family(text: str, type_: str, mode: str | None) -> None:
    assert (type_, mode) in _modes(text), _modes(text)


@pytest.mark.parametrize(
    ("text", "type_", "actors", "targets"),
    [
        # adjectives of amount stand for what they count
        ("Norway expelled several of the Chadian diplomats.", "SANCTION", ("NOR",), ("TCD",)),
        ("Many of the Chadian diplomats were expelled by Norway.", "SANCTION", ("NOR",), ("TCD",)),
        # what stands behind "off" is what the row asks for
        ("Norway dropped two Chadian banks off its blacklist.", "CONCEDE", ("NOR",), ("TCD",)),
    ],
)
def test_parties(text: str, type_: str, actors: tuple[str, ...], targets: tuple[str, ...]) -> None:
    assert (type_, actors, targets) in told(text), told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan team won the cup after a late goal.",
        "Kenya denied the report.",
        "The minister earned a degree in law.",
        "Several of the paintings were sold in Oslo.",
        "The singer shaved his beard and let the matter rest.",
    ],
)
def test_no_giving_way(text: str) -> None:
    assert not _modes(text) & {("CONCEDE", None), ("SANCTION", "discontinue"), ("RETREAT", "release")}


@pytest.mark.parametrize("possessive", ["its", "their", "his", "our"])
def test_its_stands_for_all_possessives(possessive: str) -> None:
    tokens = _tokens(f"They turned {possessive} backs on the league.")
    assert match_words(tokens, 1, ("turn", "its", "back", "on"), frozenset()) == 5


def test_a_verb_ends_a_phrase_in_parts() -> None:
    tokens = _tokens("They ordered the guard to send the boats back.")
    assert not match_words(tokens, 1, ("order", "back"), frozenset(), typed=True)
