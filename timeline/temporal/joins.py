"""How phrases grow: modifiers before them, and neighbours that say one time together."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.temporal.patterns import compile_pattern
from timeline.temporal.readings import Reading
from timeline.temporal.vocabulary import Token, class_char

if TYPE_CHECKING:
    from timeline.temporal.grammar import Phrase

__all__ = ["JOINS", "PREFIXES", "Join", "Prefix", "join_all"]

_TIMES = ("date", "pointer", "shift", "within")


@dataclass(frozen=True)
class Prefix:
    """Words before a phrase that belong to it, and how they change what it says (None: they do not)."""

    name: str
    pattern: str
    read: Callable[[list[Token], Reading], Reading | None]

    @property
    def regex(self) -> re.Pattern[str]:
        """The pattern at the end of what precedes the phrase."""
        return compile_pattern(f"(?:{self.pattern})$")


@dataclass(frozen=True)
class Join:
    """Two phrases with a gap between them that together say one time."""

    name: str
    gap: str
    read: Callable[[Reading, Reading], Reading | None]

    @property
    def regex(self) -> re.Pattern[str]:
        """The pattern of all that stands between the two."""
        return compile_pattern(self.gap)


def _modified(tokens: list[Token], reading: Reading) -> Reading | None:
    """Early, late, the end of: dates only, and no clock times."""
    if reading.kind not in _TIMES or reading.clock:
        return None
    mod = next((t.value for t in tokens if t.value in ("START", "MID", "END", "MO")), None)
    if mod == "MO" and _is_day(reading) and not reading.part:
        return reading.but(part=mod)
    return reading.but(mod="START" if mod == "MO" else mod)


def _edge(tokens: list[Token], reading: Reading) -> Reading | None:
    """In "the early November talks" the article is the noun's; in "the early 1990s" it is the decade's."""
    own_article = reading.decade or reading.century or reading.season or reading.kind != "date"
    return None if tokens[0].text == "the" and not own_article else _modified(tokens, reading)


def _approximate(tokens: list[Token], reading: Reading) -> Reading | None:
    plain = reading.kind == "date" and not reading.weekday
    return reading.but(mod="APPROX") if plain and tokens[0].value == "APPROX" else None


def _earlier(tokens: list[Token], reading: Reading) -> Reading | None:
    """Later that year, earlier this week."""
    return reading if reading.kind in ("pointer", "within") and not reading.part else None


def _week_of(tokens: list[Token], reading: Reading) -> Reading | None:
    """The week of March 6."""
    unit = next(t.value for t in tokens if t.cls == class_char("unit"))
    return Reading("span_of", unit=unit, inner=reading) if unit == "W" and _is_day(reading) else None


def _day_before(tokens: list[Token], reading: Reading) -> Reading | None:
    """The day before last Tuesday."""
    direction = tokens[-1].value
    unit = next((t.value for t in tokens if t.cls == class_char("unit")), "TS")
    if unit.startswith("T"):
        return None
    return Reading("offset", unit=unit, direction=direction, count=1, inner=reading) if _is_day(reading) else None


#: Tried in this order, again and again until none fits.
PREFIXES = (
    Prefix("before.end_of", "the? of_edge of the?", _modified),
    Prefix("before.the_edge", "the edge adjective? (dash|of|in)?", _edge),
    Prefix("before.edge", "edge (dash|in)?", _edge),
    Prefix("before.earlier", "[earlier later] in?", _earlier),
    Prefix("before.week_of", "the? unit of", _week_of),
    Prefix("before.day_before", "the? unit [before after]", _day_before),
    Prefix("before.about", "about dot?", _approximate),
)


def _part_of_day(left: Reading, right: Reading) -> Reading | None:
    """A clock time or part of the day with its day."""
    bare = left.kind == "pointer" and left.unit == "D" and left.anchor == "time"
    if not bare or right.clock or right.part not in (None, left.part) or not _is_day(right):
        return None
    return right.but(part=left.part, clock=left.clock, zone=left.zone)


def _is_day(reading: Reading) -> bool:
    """Whether a reading names a day."""
    by_unit = reading.unit == "D" and reading.kind in ("pointer", "shift")
    return bool(reading.weekday or reading.day or reading.holiday or by_unit)


def _day_part(left: Reading, right: Reading) -> Reading | None:
    return _part_of_day(right, left)


def _within(left: Reading, right: Reading) -> Reading | None:
    """A month, quarter or season with the year that a pointer gives ("August of that year")."""
    if left.kind != "date" or left.has_year or right.kind not in ("pointer", "shift", "date"):
        return None
    if left.weekday and right.unit == "W":
        return left.but(kind="within", inner=right)
    if right.kind == "date" and (right.decade is not None or right.century is not None):
        return right.but(mod="END" if left.half == 2 else "START") if left.half else None
    yearlike = right.unit == "Y" or (right.kind == "date" and right.has_year and not right.month)
    sub_year = left.month or left.season or left.quarter or left.half or left.holiday
    return left.but(kind="within", inner=right, anchor="speech") if yearlike and sub_year else None


def _year_first(left: Reading, right: Reading) -> Reading | None:
    """The following year, in May."""
    return _within(right, left) if left.kind == "pointer" and left.unit == "Y" else None


def _offset(left: Reading, right: Reading) -> Reading | None:
    """The day before or after a day that is named."""
    from_here = left.kind == "shift" and left.anchor == "story" and left.count == 1 and left.unit == "D"
    if not from_here or right.kind not in ("date", "pointer") or not _is_day(right):
        return None
    return Reading("offset", unit="D", direction=left.direction, count=1, inner=right)


JOINS = (
    Join("join.offset", "(the)?", _offset),
    Join("join.part_of_day", "close? comma? [in of]?", _part_of_day),
    Join("join.day_part", "comma? (in the)?", _day_part),
    Join("join.year_first", "comma in (the)?", _year_first),
    Join("join.years", "poss", _year_first),
    Join("join.within", "[of in comma]? the?", _within),
)


def join_all(phrases: list[Phrase], tokens: list[Token], classes: str) -> list[Phrase]:
    """The phrases with their prefixes and neighbours taken in."""
    out: list[Phrase] = []
    for phrase in phrases:
        floor = out[-1].last if out else 0
        _prefixes(phrase, floor, tokens, classes)
        if not (out and _joined(out[-1], phrase, classes)):
            out.append(phrase)
    for before, phrase in zip([None, *out], out, strict=False):
        _prefixes(phrase, before.last if before else 0, tokens, classes)
        if before is not None:
            _lend(before, phrase, classes)
            _share_day(before, phrase, classes)
    return out


def _share_day(left: Phrase, right: Phrase, classes: str) -> None:
    """A clock time has the day of the one in brackets after it ("at 10 a.m. (1400 GMT) on Monday")."""
    a, b = left.reading, right.reading
    alone = a.kind == "pointer" and a.anchor == "time" and a.clock and b.clock and b.anchor != "time"
    if alone and classes[left.last : right.first] == class_char("open"):
        left.reading = b.but(clock=a.clock, zone=a.zone, part=None)


#: What may stand between two dates of which one lends the other its year ("April and June 1955").
_LENDING = "comma? [to and or dash slash]"


def _lend(left: Phrase, right: Phrase, classes: str) -> None:
    """The year that stands at one of two coordinated dates holds for the other, too."""
    if compile_pattern(_LENDING).fullmatch(classes[left.last : right.first]) is None:
        return
    a, b = left.reading, right.reading
    if a.kind == b.kind == "date" and a.season and b.season and a.year is None and b.year is not None:
        left.reading = a.but(year=b.year, lent=True)
    if not (a.kind == b.kind == "date" and a.month and b.month):
        return
    if a.year is None and b.year is not None:
        left.reading = a.but(year=b.year - (a.month > b.month), lent=True)
    elif b.year is None and a.year is not None:
        right.reading = b.but(year=a.year + (b.month < a.month), lent=True)


def _prefixes(phrase: Phrase, floor: int, tokens: list[Token], classes: str) -> None:
    grown = True
    while grown:
        grown = False
        for prefix in PREFIXES:
            start = max(floor, phrase.first - 6)
            hit = prefix.regex.search(classes[start : phrase.first])
            if hit is None or not hit.group():
                continue
            first = start + hit.start()
            reading = prefix.read(tokens[first : phrase.first], phrase.reading)
            if reading is not None:
                phrase.first, phrase.reading = first, reading
                phrase.rules += (prefix.name,)
                grown = True
                break


def _joined(left: Phrase, right: Phrase, classes: str) -> bool:
    """Take the right phrase into the left one if a join says so."""
    gap = classes[left.last : right.first]
    for join in JOINS:
        if join.regex.fullmatch(gap):
            reading = join.read(left.reading, right.reading)
            if reading is not None:
                left.last, left.reading = right.last, reading
                left.rules += (*right.rules, join.name)
                return True
    return False
