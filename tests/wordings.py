"""What a sentence tells, for tests of wordings and constructions."""

from __future__ import annotations

from timeline import extract

__all__ = ["told"]

OPENING = "Chad shelled Libya on Monday. "


def told(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Type and parties of what a text tells after an opening that makes it political."""
    events = extract(OPENING + text, published="2021-06-01").events
    return [
        (e.type, e.actor_labels, e.target_labels)
        for e in events
        if e.trigger not in OPENING and e.modality not in ("denied", "hypothetical")
    ]
