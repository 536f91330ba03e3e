"""Rules for clock times, parts of the day and vague references."""

from __future__ import annotations

from timeline.temporal.patterns import Match, rule
from timeline.temporal.readings import Reading


@rule("time.clock", "about? clock (ampm zone?|zone)", ("at 10:30 p.m. EST", "10:30 p.m. EST", "2021-05-06T22:30"))
def clock(match: Match) -> Reading | None:
    return _clock(match, str(match.get("clock")).replace(".", ":"))


@rule(
    "time.bare_clock",
    "(?<=[in to from about between and dash anyweekday comma after before]) clock",
    ("at 22:30 on Monday", "22:30 on Monday", "2021-05-03T22:30"),
)
def bare_clock(match: Match) -> Reading | None:
    return clock(match)


@rule("time.head_clock", "clock", ("19:05 Police clear", "19:05", "2021-05-06T19:05"), ("The 19:05 train left", "", ""))
def head_clock(match: Match) -> Reading | None:
    """At the head of a line, as in reports that are added to hour by hour."""
    reading = clock(match)
    return reading and reading.but(anchor="head")


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


@rule("time.hours", "(?<=in)[year num] units", ("at 0600 hours the", "0600 hours", "2021-05-06T06:00"))
def military_hours(match: Match) -> Reading | None:
    return military(match) if match.get("units") == "TH" and match.before("in") == "at" else None


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


@rule(
    "time.part",
    "(?<=[in the and anyweekday dayword holiday day year nth]) part (?!of)",
    ("early Friday morning he", "early Friday morning", "2021-04-30TMO"),
)
def part(match: Match) -> Reading | None:
    """With no article it is no certain day's ("at night"), unless it is joined to one."""
    return Reading("pointer", unit="D", direction=0, anchor="time", part=match.get("part"), value="any")


@rule("time.noon", "part", ("noon on Sunday", "noon on Sunday", "2021-05-02T12:00"))
def noon(match: Match) -> Reading | None:
    """Noon and midnight are clock times and need no article."""
    value = str(match.get("part"))
    return Reading("pointer", unit="D", direction=0, anchor="time", clock=value) if value[0].isdigit() else None


@rule("time.the_part", "the edge? part", ("in the morning he", "the morning", "2021-05-06TMO"))
def the_part(match: Match) -> Reading | None:
    return Reading("pointer", unit="D", direction=0, anchor="time", part=match.get("part"), mod=match.get("edge"))


@rule("vague.word", "vague (?!of)", ("they are now in", "now", "PRESENT_REF"))
def vague(match: Match) -> Reading | None:
    value, context = match.get("vague")
    if context == "the" or (context == "at" and match.before("in") != "at"):
        return None
    return Reading("story" if value == "STORY" else "vague", value=value, vague=True, anchor=context or "speech")


@rule("vague.the", "(the|this) vague", ("ties to the future", "the future", "FUTURE_REF"))
def vague_the(match: Match) -> Reading | None:
    value, context = match.get("vague")
    return Reading("vague", value=value, vague=True) if context in ("the", "") and value != "STORY" else None


@rule("vague.past", "the past", ("it lies in the past", "the past", "PAST_REF"))
def vague_past(match: Match) -> Reading | None:
    return Reading("vague", value="PAST_REF", vague=True)


@rule("vague.adjective", "recent", ("a recent crisis", "recent", "PAST_REF"))
def vague_adjective(match: Match) -> Reading | None:
    return Reading("vague", value="PAST_REF", vague=True)


@rule("vague.current", "current", ("the current crisis", "", ""))
def vague_current(match: Match) -> Reading | None:
    """In histories only: in news it mostly describes a noun, as "present" does."""
    return Reading("vague", value="PRESENT_REF", vague=True, anchor="narrative")
