"""How much of chronicle prose is found: a hundred paragraphs marked by hand, and idioms one by one.

The paragraphs in ``cases/coverage.jsonl`` are our own words about real and half-real disputes, in the manner of
newspaper chronicles; every act is marked with its trigger, type and parties.  The floors stand
a little below what was reached (0.84, 0.76, 0.93, 0.89).
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from timeline import extract
from timeline.models import Event

CASES = Path(__file__).parent / "cases" / "coverage.jsonl"
RECALL, TYPED, PRECISION, ACTORS = 0.83, 0.74, 0.92, 0.88
UNSAID = ("denied", "hypothetical")


class Match(NamedTuple):
    """A marked act and what was found for it."""

    marked: dict[str, Any]
    found: Event | None


@cache
def results() -> tuple[list[Match], int]:
    """Each marked act with the event that overlaps its trigger, and how many events were found in all."""
    matches: list[Match] = []
    predicted = 0
    for line in CASES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        events = [e for e in extract(case["text"], published=case["published"]).events if e.modality not in UNSAID]
        predicted += len(events)
        for marked in case["events"]:
            assert case["text"][marked["start"] : marked["end"]] == marked["trigger"]
            overlapping = [e for e in events if any(_overlap(m.trigger, marked) for m in e.mentions)]
            best = max(overlapping, key=lambda e: _agreement(e, marked), default=None)
            if best is not None:
                events.remove(best)
            matches.append(Match(marked, best))
    return matches, predicted


def _overlap(trigger: Any, marked: dict[str, Any]) -> bool:
    return trigger.start < marked["end"] and marked["start"] < trigger.end


def _agreement(event: Event, marked: dict[str, Any]) -> int:
    same_actors = set(event.actor_labels) == set(marked["actors"])
    return 4 * (event.type == marked["type"]) + same_actors + (set(event.target_labels) == set(marked["targets"]))


def test_recall() -> None:
    matches, _ = results()
    found = [m for m in matches if m.found is not None]
    assert len(found) / len(matches) >= RECALL


def test_recall_of_the_right_type() -> None:
    matches, _ = results()
    assert sum(m.found is not None and m.found.type == m.marked["type"] for m in matches) / len(matches) >= TYPED


def test_precision() -> None:
    matches, predicted = results()
    assert sum(m.found is not None for m in matches) / predicted >= PRECISION


def test_actors() -> None:
    found = [m for m in results()[0] if m.found is not None]
    right = sum(
        {a.casefold() for a in m.found.actor_labels} == {a.casefold() for a in m.marked["actors"]}
        for m in found
        if m.found is not None
    )
    assert right / len(found) >= ACTORS


#: sentence, type, actors, targets
IDIOMS = [
    ("Ankara put all military pacts with Israel on ice.", "SANCTION", "TUR", "ISR"),
    ("Seoul let a pact on secrets with Tokyo lapse.", "SANCTION", "KOR", "JPN"),
    ("Algeria lets a gas contract with Morocco run out.", "SANCTION", "DZA", "MAR"),
    ("Peru showed the Venezuelan ambassador the door.", "SANCTION", "PER", "VEN"),
    ("Slovenia told 33 Russian diplomats to pack their bags.", "SANCTION", "SVN", "RUS"),
    ("Britain gave the Libyan diplomats a week to leave.", "SANCTION", "GBR", "LBY"),
    ("Spain sent home two Cuban envoys.", "SANCTION", "ESP", "CUB"),
    ("Chile called home its envoy to Bolivia.", "SANCTION", "CHL", "BOL"),
    ("Turkish Airlines will no longer carry Iraqis to Minsk.", "SANCTION", "TUR", "IRQ"),
    ("Lithuania stopped issuing visas to Russians.", "SANCTION", "LTU", "RUS"),
    ("Japan tightened its rules on the sale of chips to South Korea.", "SANCTION", "JPN", "KOR"),
    ("Washington clapped duties on Chinese steel.", "SANCTION", "USA", "CHN"),
    ("Pakistan stripped India of its trade status.", "SANCTION", "PAK", "IND"),
    ("Moscow switched off the gas to Finland.", "SANCTION", "RUS", "FIN"),
    ("North Korea unplugged its hotline to the South Koreans.", "SANCTION", "PRK", "KOR"),
    ("Norway slammed the door on Chinese investors.", "SANCTION", "NOR", "CHN"),
    ("France turned away a British trawler.", "MOBILIZE|SANCTION|COERCE", "FRA", "GBR"),
    ("Brussels took RT and Sputnik off the air.", "COERCE", "EU", "RUS"),
    ("Iceland's gunboats cut the nets of British trawlers.", "COERCE", "ISL", "GBR"),
    ("Iran grabbed a British tanker.", "COERCE", "IRN", "GBR"),
    ("China leaned on Korean travel agents.", "REQUEST", "CHN", "KOR"),
    ("Brazil shrugged off the warning from Paraguay.", "REJECT", "BRA", "PRY"),
    ("Cyprus held up sanctions on Belarus.", "REJECT", "CYP", "BLR"),
    ("India stayed away from a summit in Pakistan.", "REJECT", "IND", "PAK"),
    ("Mexico refused to recognise the Venezuelan assembly.", "REJECT", "MEX", "VEN"),
    ("Estonia pinned the attack on Russia.", "ACCUSE", "EST", "RUS"),
    ("Erdogan compared the Dutch to Nazis.", "ACCUSE", "TUR", "NLD"),
    ("Pakistan took India to court over a dam.", "ACCUSE", "PAK", "IND"),
    ("Argentina handed the British ambassador a note of protest.", "ACCUSE", "ARG", "GBR"),
    ("Brussels gave Washington until June 18 to pay.", "REQUEST", "EU", "USA"),
    ("Iran vowed harsh revenge on the United States.", "THREATEN", "IRN", "USA"),
    ("Brazil threw its weight behind Argentina.", "SUPPORT", "BRA", "ARG"),
    ("Mexico sided with Peru.", "SUPPORT", "MEX", "PER"),
    ("Turkey said it was sorry to Russia.", "CONCEDE", "TUR", "RUS"),
    ("Israel let 40 Egyptian prisoners go.", "RETREAT", "ISR", "EGY"),
    ("Iran and Saudi Arabia buried the hatchet.", "AGREE", "IRN,SAU", ""),
    ("North Korean guns opened up on a South Korean island.", "ASSAULT", "PRK", "KOR"),
    ("Delhi rushed troops and tanks to the border with China.", "MOBILIZE", "IND", "CHN"),
]


@pytest.mark.parametrize(("sentence", "types", "actors", "targets"), IDIOMS, ids=[i[0][:50] for i in IDIOMS])
def test_idiom(sentence: str, types: str, actors: str, targets: str) -> None:
    events = extract(sentence, published="2021-05-06").events
    told = [(e.type, e.actor_labels, e.target_labels) for e in events]
    assert any(
        e.type in types.split("|")
        and set(e.actor_labels) == set(filter(None, actors.split(",")))
        and set(e.target_labels) >= set(filter(None, targets.split(",")))
        for e in events
    ), told


ECHOES = [
    # the type, mode and other party of the act before
    ("Spain expelled 25 Russian diplomats. Moscow replied in kind.", ("SANCTION", "expel", ("RUS",), ("ESP",))),
    ("Spain expelled 25 Russian diplomats. Italy followed suit.", ("SANCTION", "expel", ("ITA",), ("RUS",))),
    ("Kenya boycotted a summit in Uganda. Tanzania did likewise.", ("REJECT", "meet", ("TZA",), ("UGA",))),
]


@pytest.mark.parametrize(("text", "expected"), ECHOES)
def test_an_echo_is_the_act_before(text: str, expected: tuple[object, ...]) -> None:
    events = extract(text, published="2021-05-06").events
    assert expected in [(e.type, e.mode, e.actor_labels, e.target_labels) for e in events]


def test_a_payback_to_come_is_a_threat() -> None:
    (event,) = extract("Norway said it would retaliate against Sweden.", published="2021-05-06").events
    assert (event.type, event.modality, event.actor_labels, event.target_labels) == (
        "THREATEN",
        "threatened",
        ("NOR",),
        ("SWE",),
    )


def test_an_echo_told_in_full_is_one_act() -> None:
    text = "Spain expelled 25 Russian diplomats. Moscow hit back, closing the Spanish consulate."
    assert [e.type for e in extract(text, published="2021-05-06").events] == ["SANCTION", "SANCTION"]
