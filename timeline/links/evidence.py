"""What the words of a text say about which act answers which."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.links.acts import Act

__all__ = ["Evidence"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that speak for a link.  ``cause`` None: for any act told before (``answer`` and ``then`` cues)."""

    cause: Act | None
    effect: Act
    sign: str
    start: int
    end: int
    remote: bool = False
