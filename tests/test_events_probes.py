"""How much of the usual wording of each type is read: tables of short sentences of our own, one act each.

``cases/wordings.tsv`` goes through the types one after the other; the tables of triggers were filled with it in hand.
``cases/wordings_blind.tsv`` tells the same kinds of act in other words, written before: of it .67 had the right type at
first, .81 when only the first table had been gone through.  ``cases/wordings_roundabout.tsv`` is harder: .36 at first.
``cases/wordings_conflict.tsv`` is for force, repression, armies and crowds: .62 at first.
The floors stand a little below what was reached.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline import extract
from timeline.models import Event

CASES = Path(__file__).parent / "cases"
OPENING = "Chad shelled Libya on Monday. "
UNSAID = ("denied", "hypothetical")
#: Share of the right type and, where a mode is given, of the right mode.
TABLES = [
    ("wordings.tsv", 0.91, 0.77),
    ("wordings_blind.tsv", 0.86, 0.72),
    ("wordings_roundabout.tsv", 0.74, 0.61),
    ("wordings_conflict.tsv", 0.87, 0.77),
]


def rows(name: str) -> Iterator[tuple[str, str, str]]:
    """Type, mode and sentence of each line."""
    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            type_, mode, sentence = line.split("\t")
            yield type_, mode, sentence


def told(sentence: str) -> list[Event]:
    """What a sentence tells after an opening that makes the text political."""
    events = extract(OPENING + sentence, published="2021-06-01").events
    return [e for e in events if e.mentions[0].trigger.start >= len(OPENING) and e.modality not in UNSAID]


@pytest.mark.parametrize(("name", "typed", "moded"), TABLES)
def test_the_usual_wordings_are_read(name: str, typed: float, moded: float) -> None:
    cases = [row for row in rows(name) if row[0] != "0"]
    found = [[e for e in told(sentence) if e.type == type_] for type_, _, sentence in cases]
    assert sum(map(bool, found)) / len(cases) >= typed
    with_mode = [(mode, events) for (_, mode, _), events in zip(cases, found, strict=True) if mode]
    assert sum(any(e.mode == mode for e in events) for mode, events in with_mode) / len(with_mode) >= moded


@pytest.mark.parametrize("name", [name for name, _, _ in TABLES])
def test_states_results_and_sayings_are_no_acts(name: str) -> None:
    cases = [sentence for type_, _, sentence in rows(name) if type_ == "0"]
    wrong = [(e.type, e.trigger) for sentence in cases for e in told(sentence)]
    assert len(wrong) <= len(cases) / 7, wrong
