"""Rules for durations and sets."""

from __future__ import annotations

from timeline.temporal.patterns import Match, rule
from timeline.temporal.readings import Reading
from timeline.temporal.rules_relative import count_of, unit_of


def _duration(match: Match) -> Reading | None:
    """So many units; "a second" and "three quarters" are hardly ever times."""
    unit = unit_of(match)
    if unit == "Q" and not match.has("adjective"):
        return None
    if unit == "TS" and not match.has("whole_number"):
        return None
    return Reading("duration", count=count_of(match), unit=unit)


@rule(
    "duration.count",
    "about? [whole_number numx a another] adjective? anyunit (?!dash) (or so)?",
    ("for three days he", "three days", "P3D"),
    ("nearly two years", "nearly two years", "P2Y"),
    ("almost an hour", "almost an hour", "PT1H"),
)
def counted(match: Match) -> Reading | None:
    return _duration(match)


@rule(
    "duration.hyphen",
    "[whole_number numx] dash adjective? anyunit (dash? [old long])?",
    ("a two-week crisis", "two-week", "P2W"),
    ("a 30-day-long strike", "30-day-long", "P30D"),
)
def hyphened(match: Match) -> Reading | None:
    return None if match.has("old") and unit_of(match) == "Y" else _duration(match)


@rule("duration.age", "int units old", ("he was 30 years old", "", ""))
def age(match: Match) -> Reading | None:
    """How old somebody is: a duration in histories, no time in news."""
    return Reading("duration", count=count_of(match), unit=unit_of(match), anchor="narrative")


@rule("duration.long", "[whole_number numx] anyunit dash? long", ("a 3 year long siege", "3 year long", "P3Y"))
def long(match: Match) -> Reading | None:
    return _duration(match)


@rule(
    "duration.first_of_range",
    "[whole_number numx] (?=[or to dash] int dash? anyunit)",
    ("for two to six days", "two", "P2D"),
)
def first_of_range(match: Match) -> Reading | None:
    unit = match.after("anyunit")
    return Reading("duration", count=count_of(match), unit=str(unit)) if unit != 2 else None


@rule("duration.half", "halfword (dash|a) single", ("half an hour", "half an hour", "PT30M"))
def half(match: Match) -> Reading | None:
    return Reading("duration", count=0.5, unit=unit_of(match))


@rule(
    "duration.units", "the? [recent deictic past narrative current] units", ("in recent years", "recent years", "PXY")
)
def recent_units(match: Match) -> Reading | None:
    return Reading("duration", unit=unit_of(match))


@rule(
    "duration.long_units",
    "(whole_number dash?)? [unit units] dash [long old]",
    ("a decades-long war", "decades-long", "PXDE"),
    ("the year-long war", "year-long", "P1Y"),
    ("the decades-old row", "decades-old", "PXDE"),
)
def units_long(match: Match) -> Reading | None:
    if match.has("old") and not match.has("units"):
        return None
    one = match.has("unit") or match.has("whole_number")
    return Reading("duration", unit=unit_of(match), count=count_of(match) if one else None)


@rule(
    "duration.bare_units",
    "(?<=[in after before and or]) units (?!dash)",
    ("it went on for years", "years", "PXY"),
    ("it went on for hours", "hours", "PTXH"),
)
def bare_units(match: Match) -> Reading | None:
    unit = unit_of(match)
    return None if unit in ("Q", "TS") else Reading("duration", unit=unit)


@rule(
    "duration.the_units",
    "the (edge|of_edge|nth)? (int|numx)? units (?!year|dash)",
    ("in the early years of the feud", "the early years", "PXY"),
    ("in the hours before it", "the hours", "PTXH"),
)
def the_units(match: Match) -> Reading | None:
    unit = unit_of(match)
    return (
        None
        if unit in ("Q", "TS", "TM")
        else Reading("duration", count=count_of(match) if match.has("whole_number") else None, unit=unit)
    )


@rule("set.word", "set", ("the daily report", "daily", "P1D"))
def set_word(match: Match) -> Reading | None:
    return Reading("set", value=match.get("set"))


@rule(
    "set.every",
    "every (int|numx)? anyunit",
    ("every day he", "every day", "P1D"),
    ("every two years", "every two years", "P2Y"),
)
def every(match: Match) -> Reading | None:
    return Reading("set", count=count_of(match) or 1, unit=unit_of(match))


@rule("set.every_other", "every_other (single|anyweekday)", ("every other week", "every other week", "P2W"))
def every_other(match: Match) -> Reading | None:
    return Reading("set", count=2, unit="W" if match.has("anyweekday") else unit_of(match))


@rule("set.per", "per single", ("800 bombs per month", "per month", "P1M"))
def per(match: Match) -> Reading | None:
    return None if unit_of(match).startswith("T") else Reading("set", count=1, unit=unit_of(match))


@rule("set.every_weekday", "every anyweekday", ("every Tuesday", "every Tuesday", "XXXX-WXX-2"))
def every_weekday(match: Match) -> Reading | None:
    return Reading("set", value=f"XXXX-WXX-{match.get('anyweekday')}")


@rule("set.every_month", "every anymonth", ("each July", "each July", "XXXX-07"))
def every_month(match: Match) -> Reading | None:
    return Reading("set", value=f"XXXX-{match.get('anymonth'):02d}")


@rule("set.every_part", "every part", ("every morning", "every morning", "XXXX-XX-XXTMO"))
def every_part(match: Match) -> Reading | None:
    return Reading("set", value=f"XXXX-XX-XXT{match.get('part')}")


@rule("set.times", "(once|[whole_number numx] times) [a per every] single", ("twice a year", "twice a year", "P1Y"))
def times(match: Match) -> Reading | None:
    return Reading("set", count=1, unit=unit_of(match))
