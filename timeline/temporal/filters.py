"""False friends: what looks like a time and is none, told by its neighbours."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.temporal.expressions import Found

__all__ = ["is_false_friend"]

_MONEY = "$€£¥#"


def is_false_friend(found: Found, text: str, lower: str) -> bool:
    """Whether an expression is none after all."""
    if found.rules == ("date.year",) and found.reading.year is not None:
        return _no_year(found, lower)
    return False


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:people|men|troops|soldiers|miles|feet|km|kilomet|dollars|euros|tons|tonnes|percent|per cent|killed|dead|points)\b|[,.]\d"
    )


def _no_year(found: Found, lower: str) -> bool:
    """A four-digit number that is no year: money, a count, a number of something."""
    before = lower[max(0, found.start - 12) : found.start].rstrip()
    if (before != "" and before[-1] in _MONEY) or (before[-1:] in "-/" and before[-2:-1].isalpha()):
        return True
    return _counted().match(lower, found.end) is not None
