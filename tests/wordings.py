"""What a sentence tells, for tests of wordings and constructions."""

from __future__ import annotations

from timeline import extract

__all__ = ["Parties", "told", "told_alone"]

Parties = tuple[str, ...]
Told = tuple[str, Parties, Parties]

OPENING = "Chad shelled Libya on Monday. "


def told(text: str) -> list[Told]:
    """Type and parties of what a text tells after an opening that makes it political."""
    events = extract(OPENING + text, published="2021-06-01").events
    return [
        (e.type, e.actor_labels, e.target_labels)
        for e in events
        if e.trigger not in OPENING and e.modality not in ("denied", "hypothetical")
    ]


def told_alone(text: str) -> list[Told]:
    """Type and parties of all that a text tells by itself."""
    return [(e.type, e.actor_labels, e.target_labels) for e in extract(text, published="2022-03-10").events]
