"""Signs of a pair of acts that lie in how they are told: the story, the pair, a sign it has, one it has not."""

from __future__ import annotations

import pytest

from tests.stories import Fact, link, pairs_told
from timeline.lexicons import Lexicon
from timeline.links.scoring import Pair, weights

_BAN: Fact = ("ban", "SANCTION/discontinue", "POL", "BLR", None, "banned")
_SHUT: Fact = ("shut", "SANCTION/discontinue", "LTU", "BLR", None, "shut")
_RAID: Fact = ("raid", "ASSAULT", "BLR", "POL", None, "raided")
_EXPEL: Fact = ("expel", "SANCTION/expel", "BLR", "POL", None, "expelled")
_BLAME: Fact = ("blame", "ACCUSE/disapprove", "LTU", "POL", None, "blamed")
_SCOLD: Fact = ("scold", "ACCUSE/disapprove", "LVA", "POL", None, "scolded")
_OFFER: Fact = ("offer", "AGREE", "POL", "BLR", None, "offered talks")
_REFUSE: Fact = ("refuse", "REJECT/meet", "BLR", "POL", None, "said no")


def _pair(text: str, facts: list[Fact], cause: str, effect: str) -> Pair:
    pairs = pairs_told(text, facts, {"offer": {"modality": "proposed"}})
    (found,) = [p for p in pairs if (p.cause.event.id, p.effect.event.id) == (cause, effect)]
    return found


_TOLD = [
    ("Poland banned beef.\n\nBelarus expelled a consul.", [_BAN, _EXPEL], "opening", "opening_sentence"),
    ("Poland banned beef. Belarus expelled a consul.", [_BAN, _EXPEL], "paragraph", "opening"),
    (
        "Belarus raided a farm and Poland banned beef.\n\nBelarus expelled a consul.",
        [_RAID, _BAN, _EXPEL], "opening_sentence", "opening",
    ),
    ("Belarus expelled a consul. Poland had banned beef.", [_EXPEL, _BAN], "opening_answer", "told_after_beside"),
    ("Belarus expelled a consul where Poland had banned beef.", [_EXPEL, _BAN], "told_after_beside", "opening"),
    ("Poland banned beef and Belarus expelled a consul.", [_BAN, _EXPEL], "same_sentence", "told_after_beside"),
    ("Poland banned beef. Rain fell. Belarus expelled a consul.", [_BAN, _EXPEL], "near", "turned_down"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "facts", "has", "lacks"), _TOLD)
def test_where_the_two_are_told(text: str, facts: list[Fact], has: str, lacks: str) -> None:
    signs = _pair(text, facts, "ban", "expel").signs
    assert has in signs
    assert lacks not in signs


_MEET: Fact = ("meet", "CONSULT", "BLR LTU", "", None, "met")
_FREE: Fact = ("free", "RETREAT/release", "POL", "LTU", None, "freed")
_ASK: Fact = ("ask", "REQUEST", "POL", "LTU", None, "urged")
_HAIL: Fact = ("hail", "SUPPORT", "LVA", "POL", None, "hailed")
_MARCH: Fact = ("march", "PROTEST", "BLR", "POL", None, "marched")
_RIOT: Fact = ("riot", "PROTEST/riot", "shoppers", "POL", None, "rioted")
_CLOSE: Fact = ("close", "SANCTION/discontinue", "BLR", "LTU", None, "closed")
_SOON: Fact = ("ban", "SANCTION/discontinue", "POL", "BLR", "2022-03-01", "banned")
_LATE: Fact = ("scold", "ACCUSE/disapprove", "LVA", "POL", "2022-03-03", "scolded")
_PERU: Fact = ("peru", "SANCTION", "PER", "CHL", None, "fined")

_BESIDE = [
    ("Poland banned beef. The expulsion of a consul followed.", "noun_answer", (_BAN, (*_EXPEL[:5], "expulsion"))),
    ("Poland banned beef. Belarus expelled a consul.", "-noun_answer", (_BAN, _EXPEL)),
    ("Poland banned beef. As Belarus raided a farm, it expelled a consul.", "second_answer", (_BAN, _EXPEL, _RAID)),
    ("Poland banned beef. Belarus raided a farm and expelled a consul.", "joined_answer", (_BAN, _EXPEL, _RAID)),
    ("When Poland banned beef, Belarus expelled a consul.", "-second_answer", (_BAN, _EXPEL)),
    ("Poland banned beef. Rain fell on the men who had expelled a consul.", "relative_answer", (_BAN, _EXPEL)),
    ("Poland banned beef. It hurt Belarus, which expelled a consul.", "-relative_answer", (_BAN, _EXPEL)),
    ("Poland banned beef. Shoppers rioted.", "nameless_answerer", (_BAN, _RIOT)),
    ("Belarus expelled a consul. Poland banned beef.", "undated_behind", (_BAN, _EXPEL)),
    ("Belarus expelled a consul. Poland banned beef.", "-undated_cause", (_BAN, _EXPEL)),
    ("Poland banned beef. Belarusians marched.", "protest", (_BAN, _MARCH)),
    ("Poland freed a Lithuanian. Latvia scolded it.", "favour_blamed", (_FREE, _SCOLD)),
    ("Poland freed a Lithuanian. Latvia hailed it.", "favour_seen", (_FREE, _HAIL)),
    ("Poland urged Lithuania to pay. Latvia scolded it.", "demand_seen", (_ASK, _SCOLD)),
    ("Poland banned beef. Latvia scolded it.", "-demand_seen", (_BAN, _SCOLD)),
    ("Poland banned beef. Latvia scolded it.", "third_soon", (_SOON, _LATE)),
    ("Lithuania and Belarus met. Belarus closed a road.", "deal_reversed", (_MEET, _CLOSE)),
    ("Poland banned beef. Lithuania and Belarus met.", "answers_mutual", (_BAN, _MEET)),
    ("Peru fined a miner. Belarus expelled a consul.", "strangers_beside", (_PERU, _EXPEL)),
    ("Peru fined a miner. Belarus expelled a consul.", "-same_kind", (_PERU, _EXPEL)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sign", "facts"), _BESIDE)
def test_what_stands_beside_the_two(text: str, sign: str, facts: tuple[Fact, ...]) -> None:
    """The first fact is the cause and the second the answer; a sign after a minus is one that the pair has not."""
    signs = _pair(text, list(facts), facts[0][0], facts[1][0]).signs
    assert (sign.removeprefix("-") in signs) == (not sign.startswith("-"))


def test_joint_signs_are_made_of_signs() -> None:
    table = Lexicon.default().derive(weights)
    for one, made in table.joint.items():
        assert {one, *[word for pair in made for word in pair]} <= set(table.signs)


def test_a_refusal_told_next_turns_the_offer_down() -> None:
    near = _pair("Poland offered talks. Belarus said no.", [_OFFER, _REFUSE], "offer", "refuse")
    far = _pair("Poland offered talks. Rain fell. It froze. Belarus said no.", [_OFFER, _REFUSE], "offer", "refuse")
    assert "turned_down" in near.signs
    assert "turned_down" not in far.signs
    assert near.confidence > far.confidence


def test_others_blame_what_one_blamed_just_before() -> None:
    text = "Poland banned beef. Lithuania blamed Warsaw for the ban. Latvia scolded Poland."
    pair = _pair(text, [_BAN, _BLAME, _SCOLD], "ban", "scold")
    assert {"outcry", "chorus"} <= set(pair.signs)
    alone = _pair("Poland banned beef. Latvia scolded Poland.", [_BAN, _SCOLD], "ban", "scold")
    assert "outcry" in alone.signs
    assert "chorus" not in alone.signs


def test_the_like_told_before_may_be_the_act_itself() -> None:
    again: Fact = ("again", "SANCTION/discontinue", "POL", "BLR", None, "barred")
    text = "Poland banned beef. Poland barred meat. Belarus expelled a consul."
    facts = [_BAN, again, _EXPEL]
    assert "echo" in _pair(text, facts, "again", "expel").signs
    assert "echoed" in _pair(text, facts, "ban", "expel").signs
    apart: Fact = ("ban", "SANCTION/discontinue", "POL", "BLR", "2020-01-01", "banned")
    later: Fact = ("again", "SANCTION/discontinue", "POL", "BLR", "2021-01-01", "barred")
    assert "echo" not in _pair(text, [apart, later, _EXPEL], "again", "expel").signs


def test_a_date_makes_a_better_cause() -> None:
    dated: Fact = ("ban", "SANCTION/discontinue", "POL", "BLR", "2022-03-01", "banned")
    text = "Poland banned beef. Belarus expelled a consul."
    assert "undated_cause" in _pair(text, [_BAN, _EXPEL], "ban", "expel").signs
    assert "undated_cause" not in _pair(text, [dated, _EXPEL], "ban", "expel").signs


_FOLLOWERS = [
    "Poland banned Belarusian beef. Lithuania followed suit and shut its markets.",
    "Poland banned Belarusian beef. In a show of solidarity, Lithuania shut its markets.",
    "Poland banned Belarusian beef. Lithuania took the same step and shut its markets.",
    "Poland banned Belarusian beef. Lithuania joined in and shut its markets.",
]


@pytest.mark.parametrize("text", _FOLLOWERS)
def test_who_does_as_another_did_has_a_motive(text: str) -> None:
    (found,) = link(text, [_BAN, _SHUT])
    assert (found.cause, found.effect, found.kind) == ("ban", "shut", "motive")
    plain = _pair("Poland banned Belarusian beef. Lithuania shut its markets.", [_BAN, _SHUT], "ban", "shut")
    assert found.explicit
    assert found.confidence > plain.confidence


def test_words_of_an_answer_are_heard_from_others_too() -> None:
    text = "Poland banned Belarusian beef. {} Lithuania blamed Warsaw."
    aside = _pair(text.format("In reply,"), [_BAN, _BLAME], "ban", "blame")
    plain = _pair(text.format("On Monday"), [_BAN, _BLAME], "ban", "blame")
    assert "answer_aside" in aside.signs
    assert aside.confidence > plain.confidence


def test_who_refuses_what_was_demanded_of_another_responds() -> None:
    demand: Fact = ("ask", "REQUEST/yield", "POL", "BLR", None, "demanded")
    no: Fact = ("no", "REJECT/yield", "LTU", "POL", None, "turned down")
    (found,) = link("Poland demanded an apology from Minsk. Lithuania turned down the demand.", [demand, no])
    assert (found.cause, found.effect, found.kind) == ("ask", "no", "response")


_HELD: Fact = ("held", "COERCE/arrest", "BLR", "POL", None, "held")
_STONES: Fact = ("stones", "PROTEST", "POL", "BLR", None, "throwing")


@pytest.mark.parametrize(
    ("text", "is_cause"),
    [
        ("Belarus held Poles who were throwing stones.", True),
        ("Belarus held Poles throwing stones.", True),
        ("Belarus held Poles, who in turn began throwing stones.", False),
        ("Belarus held Poles and Poles were throwing stones.", False),
        ("Belarus held Poles, which those throwing stones decried.", False),
    ],
)
def test_what_the_party_hit_has_done_is_told_in_a_clause_about_it(text: str, is_cause: bool) -> None:
    assert ("relative" in _pair(text, [_HELD, _STONES], "stones", "held").signs) == is_cause


@pytest.mark.parametrize("idea", ["an idea that Belarus has rebuffed", "a plan which Belarus rebuffed"])
def test_a_noun_for_the_offer_is_what_a_clause_about_it_refuses(idea: str) -> None:
    refuse: Fact = ("refuse", "REJECT/meet", "BLR", "POL", None, "rebuffed")
    assert "object" in _pair(f"Poland offered talks, {idea}.", [_OFFER, refuse], "offer", "refuse").signs
