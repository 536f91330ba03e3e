"""Chronologies: dates that head lines or entries, and the years that those without one have.

"July 6, 2018: …", "- Aug. 23 -", "Jan 5 | …" under "2019": such heads run on in order, so that each
has the year of its neighbours, and the next (or last) one where the months start anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline.temporal.calendar import Moment
from timeline.temporal.contexts import compiled
from timeline.temporal.expressions import Found

__all__ = ["first_full_date", "head_years", "heads"]

_BEFORE = r"[^\S\n]*(?:[-*•#|>(\[]+[^\S\n]*)*"
_AFTER = r"[^\S\n]*(?:[:|)\]]|\n|$|\t|-{1,3}(?:\s|$)|\.[^\S\n]*(?:\n|$))"
_AFTER_CLOCK = rf"[^\S\n]+\w|{_AFTER}"
_MONTHS = 12
#: December and January, in this order or the other, are so many months or fewer apart over New Year.
_OVER_NEW_YEAR = 2
#: Fewer heads than this make no chronology.
_FEWEST = 2


def heads(lower: str, found: Sequence[Found]) -> list[int]:
    """The places in ``found`` of the dates that stand first in their line, a mark or its end after them."""
    return [n for n, f in enumerate(found) if _is_head(lower, f)]


def head_years(lower: str, found: Sequence[Found], heads: Sequence[int], reference: Moment | None) -> dict[int, int]:
    """The year of each head with a month or a year, by its place in ``found``; empty for other texts."""
    dated = [n for n in heads if found[n].reading.kind == "date" and not found[n].reading.weekday]
    dated = _without_own_day(dated, found, reference)
    months = [n for n in dated if found[n].reading.month]
    if len(months) < _FEWEST and not any(_year_alone(lower, found[n]) for n in dated):
        return {}
    days = [(found[n].reading.month or 0, found[n].reading.day or 0) for n in dated]
    return _years(
        [(n, found[n].reading.year, month) for n, (month, _) in zip(dated, days, strict=True)], days, reference
    )


def _without_own_day(dated: list[int], found: Sequence[Found], reference: Moment | None) -> list[int]:
    """The heads without the document's own day, which stands over a chronology of days before it."""
    if reference is None or len(dated) <= _FEWEST:
        return dated
    own = found[dated[0]].reading
    if (own.year, own.month, own.day) != (reference.year, reference.part, reference.day):
        return dated
    rest = [found[n].reading for n in dated[1:]]
    return dated[1:] if _rises([(r.month or 0, r.day or 0) for r in rest if r.month]) else dated


def _is_head(lower: str, found: Found) -> bool:
    """Whether a date stands first in its line and a mark or the line's end follows."""
    reading = found.reading
    if reading.clock and reading.kind == "pointer":
        after = _AFTER_CLOCK if reading.anchor == "head" else _AFTER
        return _opens_line(lower, found) and compiled(after).match(lower, found.end) is not None
    if reading.kind != "date" or not (reading.month or reading.year or reading.weekday):
        return False
    return _opens_line(lower, found) and compiled(_AFTER).match(lower, found.end) is not None


def _opens_line(lower: str, found: Found) -> bool:
    """Whether a date stands first in its line, bullets and brackets apart."""
    line = lower.rfind("\n", 0, found.start) + 1
    return compiled(_BEFORE).fullmatch(lower, line, found.start) is not None


def _year_alone(lower: str, found: Found) -> bool:
    """Whether a year is all that its line holds."""
    reading = found.reading
    bare = reading.year is not None and not reading.month
    return (
        bare
        and (found.end == len(lower) or lower[found.end] == "\n")
        and lower[found.start - 1 : found.start] in ("", "\n")
    )


def _years(
    heads: list[tuple[int, int | None, int]], days: list[tuple[int, int]], reference: Moment | None
) -> dict[int, int]:
    """Run the stated years on to the heads without one, backwards before the first stated one."""
    rising = _rises([day for day in days if day[0]])
    out: dict[int, int] = {}
    first = next((n for n, (_, year, _) in enumerate(heads) if year is not None), None)
    if first is None:
        if reference is None:
            return {}
        newest = len(heads) - 1 if rising else 0
        month = heads[newest][2]
        year = reference.year - (month > reference.month)
        out.update(_run(heads, newest, year, 1, rising))
        out.update(_run(heads, newest, year, -1, rising))
        return out
    year = heads[first][1] or 0
    out.update(_run(heads, first, year, 1, rising))
    out.update(_run(heads, first, year, -1, rising))
    return out


def _run(heads: list[tuple[int, int | None, int]], start: int, year: int, step: int, rising: bool) -> dict[int, int]:
    """Years from a head onwards in one direction; a month out of order begins another year."""
    out = {heads[start][0]: year}
    month = heads[start][2]
    forward = (step > 0) == rising
    at = start + step
    while 0 <= at < len(heads):
        number, stated, next_month = heads[at]
        if stated is not None:
            year = stated
        elif month and next_month and (next_month < month if forward else next_month > month):
            year += 1 if forward else -1
        out[number] = year
        month = next_month or month if stated is None else next_month
        at += step
    return out


def _rises(days: list[tuple[int, int]]) -> bool:
    """Whether heads of month and day run from old to new."""
    steps = [_step(first, then) for first, then in pairwise(days)]
    return sum(step > 0 for step in steps) >= sum(step < 0 for step in steps)


def _step(first: tuple[int, int], then: tuple[int, int]) -> int:
    """Which way it goes from one head to the next: more than 0 to a later day, less to an earlier one."""
    months = then[0] - first[0]
    if months == 0:
        return then[1] - first[1] if first[1] and then[1] else 0
    return months if abs(months) < _MONTHS - _OVER_NEW_YEAR else -months


def first_full_date(found: Sequence[Found]) -> Found | None:
    """The first month or day with its year: where the document's day is not known, it gives the year.

    Not so in news, which speaks from a day of its own ("on Tuesday", "yesterday") before it looks back to that date.
    """
    for one in found:
        reading = one.reading
        if reading.kind == "date" and reading.month and reading.year is not None:
            return one
        if (reading.kind == "date" and reading.weekday) or (reading.kind == "shift" and reading.anchor == "speech"):
            return None
    return None
