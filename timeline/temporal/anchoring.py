"""Reference times: the document's day, the time that is being told, and which way a bare "March" looks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from timeline.temporal.calendar import Moment

__all__ = ["Context", "detect_style", "direction_of"]


@dataclass(slots=True)
class Context:
    """What is known at a place of the text.

    ``reference`` is the document's day (or None), ``story`` the last time told, ``day`` the last day told.
    """

    style: str
    reference: Moment | None
    story: Moment | None = None
    direction: int = 0
    date_order: str = "MDY"

    def told(self) -> Moment | None:
        """The time that the story has reached: what was told last, else the document's day."""
        return self.story or self.reference


@cache
def _future() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:will|would|shall|'ll|to be|going to|plan(?:s|ned)?|scheduled|expect(?:s|ed)?|due|set (?:to|for)|until|till|by"
        r"|upcoming|intends?|may|could|might|aims?|hopes?|begins?|starts?|expires?|deadline|effective|next)\b"
    )


@cache
def _past() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:was|were|had|did|said|told|since|ended|\w{3,}ed|met|made|took|came|went|began|saw|got|held|left|led)\b"
    )


_CLAUSE_END = re.compile(r"[.;:!?\n]")


def direction_of(lower: str, start: int, end: int) -> int:
    """-1 when the clause around a date tells the past, 1 the future, 0 when it does not say."""
    left = _CLAUSE_END.split(lower[max(0, start - 100) : start])[-1]
    right = _CLAUSE_END.split(lower[end : end + 60])[0]
    future = [m.start() for m in _future().finditer(left)]
    past = [m.start() for m in _past().finditer(left)]
    if future or past:
        return 1 if max(future, default=-1) > max(past, default=-1) else -1
    future_right, past_right = _future().search(right), _past().search(right)
    if future_right and (not past_right or future_right.start() < past_right.start()):
        return 1
    return -1 if past_right else 0


@cache
def _deictic() -> re.Pattern[str]:
    return re.compile(r"\b(?:today|yesterday|tomorrow|tonight|ago|last|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b")


_YEARS = re.compile(r"(?<![\d.,$-])(?:1\d{3}|20\d\d)(?![\d%]|,\d)|\d (?:bc|ad)\b")


def detect_style(lower: str, reference: Moment | None) -> str:
    """``news`` when the text speaks from its own day, ``narrative`` when it tells a history."""
    if reference is None:
        return "narrative"
    deictic = sum(1 for _ in _deictic().finditer(lower))
    years = sum(
        1 for m in _YEARS.finditer(lower) if not m.group()[:4].isdigit() or int(m.group()[:4]) < reference.year - 1
    )
    return "narrative" if years >= 8 and years > 2 * deictic else "news"
