"""Who does what to whom, construction by construction (the table ``cases/roles.tsv``)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.wordings import told

ROWS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "cases" / "roles.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("type_", "actors", "targets", "text"), ROWS)
def test_roles(type_: str, actors: str, targets: str, text: str) -> None:
    """The sentence tells this act, of these parties (in any order, in small letters)."""
    found = [(t, _parties(a), _parties(b)) for t, a, b in told(text)]
    assert (type_, _parties(actors.split("|")), _parties(targets.split("|"))) in found, found


def _parties(labels: tuple[str, ...] | list[str]) -> frozenset[str]:
    return frozenset(label.lower() for label in labels if label)


@pytest.mark.parametrize(
    "text",
    [
        "Chadian cyber-attacks crippled the websites of Libyan banks.",
        "A cyber-attack by Chad paralysed Libyan ministries.",
        "Libyan ministries were paralysed in a cyber-attack by Chad.",
        "Chadian air strikes destroyed the port of Tobruk.",
        "A general strike paralysed Libya.",
    ],
)
def test_what_is_done_by_an_act_is_one_act(text: str) -> None:
    """The noun that says by what, and the verb that says what it did, are one act."""
    assert len(told(text)) == 1, told(text)
