"""Rules for durations, sets, clock times, parts of the day and vague references."""

from __future__ import annotations

from timeline.temporal.patterns import Match, rule
from timeline.temporal.readings import Reading
from timeline.temporal.rules_relative import _count, _unit


@rule(
    "duration.count",
    "about? [int numx a another] dash? adjective? dash? [units single] (dash [old long])?",
    ("for three days he", "three days", "P3D"),
    ("a two-week crisis", "two-week", "P2W"),
    ("nearly two years", "nearly two years", "P2Y"),
    ("almost an hour", "almost an hour", "PT1H"),
)
def count(match: Match) -> Reading | None:
    return Reading("duration", count=_count(match), unit=_unit(match))


@rule("duration.half", "halfword (dash|a) single", ("half an hour", "half an hour", "PT30M"))
def half(match: Match) -> Reading | None:
    return Reading("duration", count=0.5, unit=_unit(match))


@rule("duration.units", "(recent|deictic) units", ("in recent years", "recent years", "PXY"))
def recent_units(match: Match) -> Reading | None:
    return Reading("duration", unit=_unit(match))


@rule("duration.long", "(count dash?)? units dash long", ("its decades-long war", "decades-long", "PXDE"))
def units_long(match: Match) -> Reading | None:
    return Reading("duration", unit=_unit(match))


@rule("duration.bare_units", "(?<=[in after before]) units", ("it went on for years", "years", "PXY"))
def bare_units(match: Match) -> Reading | None:
    return Reading("duration", unit=_unit(match))


@rule("set.word", "set", ("the daily report", "daily", "P1D"))
def set_word(match: Match) -> Reading | None:
    return Reading("set", value=match.get("set"))


@rule(
    "set.every",
    "every (int|numx)? [units single]",
    ("every day he", "every day", "P1D"),
    ("every two years", "every two years", "P2Y"),
)
def every(match: Match) -> Reading | None:
    return Reading("set", count=_count(match) or 1, unit=_unit(match))


@rule("set.every_weekday", "every anyweekday", ("every Tuesday", "every Tuesday", "XXXX-WXX-2"))
def every_weekday(match: Match) -> Reading | None:
    return Reading("set", value=f"XXXX-WXX-{match.get('anyweekday')}")


@rule("set.every_month", "every anymonth", ("each July", "each July", "XXXX-07"))
def every_month(match: Match) -> Reading | None:
    return Reading("set", value=f"XXXX-{match.get('anymonth'):02d}")


@rule("set.every_part", "every part", ("every morning", "every morning", "XXXX-XX-XXTMO"))
def every_part(match: Match) -> Reading | None:
    return Reading("set", value=f"XXXX-XX-XXT{match.get('part')}")


@rule("set.times", "(once|[int] times) [a per every] single", ("twice a year", "twice a year", "P1Y"))
def times(match: Match) -> Reading | None:
    return Reading("set", count=1, unit=_unit(match))


@rule("time.clock", "about? clock ampm? zone?", ("at 10:30 p.m. EST", "10:30 p.m. EST", "2021-05-06T22:30"))
def clock(match: Match) -> Reading | None:
    return _clock(match, str(match.get("clock")).replace(".", ":"))


@rule("time.hour", "about? day ampm zone?", ("at 10 p.m. he", "10 p.m.", "2021-05-06T22:00"))
def hour(match: Match) -> Reading | None:
    return _clock(match, f"{match.get('day')}:00")


@rule("time.oclock", "about? day oclock ampm?", ("at 3 o'clock", "3 o'clock", "2021-05-06T03:00"))
def oclock(match: Match) -> Reading | None:
    return _clock(match, f"{match.get('day')}:00")


@rule("time.military", "[year num] zone", ("at 1630 GMT the", "1630 GMT", "2021-05-06T16:30"))
def military(match: Match) -> Reading | None:
    digits = match.tokens[0].text
    return _clock(match, f"{digits[:2]}:{digits[2:]}") if len(digits) == 4 and digits.isdigit() else None


def _clock(match: Match, text: str) -> Reading | None:
    """A reading of a clock time, None when the day has no such time."""
    hours, minutes = (int(p) for p in text.split(":")[:2])
    half = str(match.get("ampm") or "").replace(".", "").replace(" ", "")
    if half and hours <= 12:
        hours = hours % 12 + (12 if half == "pm" else 0)
    elif half:
        return None
    if hours > 24 or minutes > 59 or (hours == 24 and minutes):
        return None
    zone = match.get("zone")
    return Reading("pointer", unit="D", direction=0, anchor="time", clock=f"{hours:02d}:{minutes:02d}", zone=zone)


@rule("time.part", "(?<=[in the and]) (the (edge)?)? part", ("in the morning he", "the morning", "2021-05-06TMO"))
def part(match: Match) -> Reading | None:
    return Reading("pointer", unit="D", direction=0, anchor="time", part=match.get("part"))


@rule("vague.word", "vague", ("they are now in", "now", "PRESENT_REF"))
def vague(match: Match) -> Reading | None:
    value, when = match.get("vague")
    return Reading("vague", value=value, vague=True) if when != "the" else None


@rule("vague.the", "(the|this) vague", ("not at the moment", "the moment", "PRESENT_REF"))
def vague_the(match: Match) -> Reading | None:
    value, when = match.get("vague")
    return Reading("vague", value=value, vague=True) if when == "the" else None


@rule("vague.past", "the deictic", ("it lies in the past now", "the past", "PAST_REF"))
def vague_past(match: Match) -> Reading | None:
    return Reading("vague", value="PAST_REF", vague=True) if match.tokens[-1].text == "past" else None
