"""Rules for what is reckoned from another time: last week, three days ago, the following year."""

from __future__ import annotations

from timeline.temporal.patterns import Match, rule
from timeline.temporal.readings import Reading

__all__ = ["count_of", "unit_of"]


def count_of(match: Match) -> float | None:
    """How many: a number, 1 for "a", None for "several"."""
    if match.has("numx"):
        return None
    value = match.get("count")
    return float(value) if isinstance(value, int | float) else 1.0


def unit_of(match: Match) -> str:
    """The unit's letter in the lexicon."""
    token = match.token("anyunit", last=True)
    if token is None:
        return "D"
    return "TS" if token.text == "second" else str(token.value)


def _pointed(match: Match, **parts: object) -> Reading:
    """A reading that points from speech ("last") or from the story ("the following", "that")."""
    token = match.token("point")
    assert token is not None
    # "The next week", and "next day", which is nobody's tomorrow.
    definite_next = token.text == "next" and (match.tokens[0].text == "the" or parts.get("unit") == "D")
    story = match.has("narrative") or match.has("same") or definite_next
    return Reading("pointer", direction=token.value or 0, anchor="story" if story else "speech").but(**parts)


@rule(
    "relative.day",
    "dayword",
    ("said yesterday that", "yesterday", "2021-05-05"),
    ("meets tonight", "tonight", "2021-05-06TNI"),
)
def day_word(match: Match) -> Reading | None:
    days, part = match.get("dayword")
    return Reading("shift", unit="D", count=abs(days), direction=(days > 0) - (days < 0), part=part or None)


@rule(
    "relative.latest",
    "the? latest nth? dash? [period quarter]",
    ("in the latest quarter", "the latest quarter", "2021-Q1"),
    ("sales in the latest period were", "the latest period", "2021-Q1"),
)
def latest_period(match: Match) -> Reading | None:
    return Reading("told_quarter", unit="Q", quarter=match.get("nth"))


@rule(
    "relative.unit",
    "the? [deictic past current this narrative same] fiscal? [unit quarter weekend]",
    ("last month it", "last month", "2021-04"),
    ("this week it", "this week", "2021-W18"),
    ("the current quarter", "the current quarter", "2021-Q2"),
    ("the past decade", "the past decade", "P1DE"),
    ("it lasts for the next year", "the next year", "P1Y"),
)
def pointed_unit(match: Match) -> Reading | None:
    unit = unit_of(match)
    if unit.startswith("T"):
        return None
    long = match.has("past") and unit in ("DE", "CE", "HC", "ML")
    if long or (match.has("adjacent") and match.follows("for the")):
        return Reading("duration", count=1, unit=unit)
    return _pointed(match, unit=unit)


@rule(
    "relative.the_unit",
    "the fiscal? [unit quarter weekend] (?!of|dash)",
    ("until the end of the month", "the end of the month", "2021-05"),
    ("for the year it", "the year", "2021"),
)
def the_unit(match: Match) -> Reading | None:
    unit = unit_of(match)
    if unit not in ("Y", "M", "Q", "WE"):
        return None
    if unit == "Q":
        return Reading("told_quarter", unit="Q")
    return Reading("pointer", unit=unit, direction=-1 if unit == "WE" else 0, anchor="whole")


@rule(
    "relative.edge_unit",
    "(?<=of_edge of) the unit (?!of)",
    ("by the end of the week", "the end of the week", "2021-W18"),
    ("at the start of the decade", "the start of the decade", "202"),
)
def edge_unit(match: Match) -> Reading | None:
    unit = unit_of(match)
    known = unit in ("W", "M", "Y", "DE", "CE")
    return Reading("pointer", unit=unit, direction=0, anchor="whole") if known else None


@rule(
    "relative.in_unit",
    "[earlier later edge] in the [unit quarter]",
    ("Earlier in the week he met them", "Earlier in the week", "2021-W18"),
    ("it opens later in the month", "later in the month", "2021-05"),
)
def in_unit(match: Match) -> Reading | None:
    if unit_of(match) not in ("W", "M", "Q", "Y", "DE", "CE"):
        return None
    return Reading("pointer", unit=unit_of(match), direction=0, anchor="whole", mod=match.get("edge"))


@rule("relative.weekday", "the? point anyweekday", ("last Friday he", "last Friday", "2021-04-30"))
def pointed_weekday(match: Match) -> Reading | None:
    if match.tokens[0].text == "following":
        return None  # "following Sunday's vote": after it
    return _pointed(match, weekday=match.get("anyweekday"))


@rule(
    "relative.told_weekday",
    "(?<=in) the weekday (?!of|comma? anymonth)",
    ("On 3 May they met. On the Tuesday it", "the Tuesday", "2021-05-04"),
    ("In the Monday edition it", "Monday", "2021-05-03"),
)
def told_weekday(match: Match) -> Reading | None:
    """The weekday that the story comes to: "on the Tuesday", of no other week than the one told."""
    if match.before("in") != "on":
        return None
    return Reading("pointer", weekday=match.get("weekday"), direction=1, anchor="story", value="told")


@rule(
    "relative.weekday_before",
    "the weekday [before after]",
    ("met on 3 May. The Friday before it", "The Friday before", "2021-04-30"),
    ("met on 3 May. The Tuesday after, it", "The Tuesday after", "2021-05-04"),
)
def weekday_before(match: Match) -> Reading | None:
    """The weekday before or after the day that is told."""
    direction = -1 if match.has("before") else 1
    return Reading("pointer", weekday=match.get("weekday"), direction=direction, anchor="story", value="told")


@rule("relative.month", "the? point anymonth", ("last November he", "last November", "2020-11"))
def pointed_month(match: Match) -> Reading | None:
    return _pointed(match, month=match.get("anymonth"))


@rule("relative.season", "the? point anyseason", ("last fall he", "last fall", "2020-FA"))
def pointed_season(match: Match) -> Reading | None:
    return _pointed(match, season=match.get("anyseason"))


@rule("relative.holiday", "the? point holiday", ("last Christmas they", "last Christmas", "2020-12-25"))
def pointed_holiday(match: Match) -> Reading | None:
    return _pointed(match, holiday=match.get("holiday"))


@rule(
    "relative.part",
    "the? point edge? part",
    ("last night he", "last night", "2021-05-05TNI"),
    ("this morning", "this morning", "2021-05-06TMO"),
)
def pointed_part(match: Match) -> Reading | None:
    return _pointed(match, unit="D", part=match.get("part"))


@rule(
    "relative.units",
    "the? adjacent about? count adjective? anyunit",
    ("over the past two years", "the past two years", "P2Y"),
    ("in the next few days", "the next few days", "PXD"),
    ("for the last 24 hours", "the last 24 hours", "PT24H"),
)
def pointed_units(match: Match) -> Reading | None:
    return None if match.has("a") else Reading("duration", count=count_of(match), unit=unit_of(match))


@rule(
    "relative.ago",
    "about? just? count adjective? anyunit ago",
    ("three days ago the", "three days ago", "2021-05-03"),
    ("about a year ago", "about a year ago", "2020"),
)
def ago(match: Match) -> Reading | None:
    return Reading("shift", unit=unit_of(match), count=count_of(match), direction=-1)


@rule(
    "relative.ago_today",
    "about? just? count anyunit ago dayword",
    ("a year ago today", "a year ago today", "2020-05-06"),
    ("two weeks ago yesterday", "two weeks ago yesterday", "2021-04-21"),
)
def ago_today(match: Match) -> Reading | None:
    """So many units before that very day, not before its year or month."""
    days, part = match.get("dayword")
    day = Reading("shift", unit="D", count=abs(days), direction=-1 if days < 0 else 1, part=part)
    return Reading("shift", unit=unit_of(match), count=count_of(match), direction=-1, inner=day)


@rule(
    "relative.ago_this_unit",
    "about? just? count anyunit ago this unit",
    ("two years ago this month", "two years ago this month", "2019-05"),
    ("a year ago this week", "a year ago this week", "2020-W19"),
)
def ago_this_unit(match: Match) -> Reading | None:
    """So many years before that very month or week."""
    first, unit = match.token("anyunit"), unit_of(match)
    if first is None or first.value != "Y" or unit not in ("M", "W"):
        return None
    there = Reading("shift", unit=unit, count=0, direction=-1)
    return Reading("shift", unit="Y", count=count_of(match), direction=-1, inner=there)


@rule(
    "relative.and_a_half",
    "about? [a whole_number] single and a halfword (ago|later|earlier)?",
    ("a year and a half ago", "a year and a half ago", "2019-11"),
    ("for a decade and a half", "a decade and a half", "P1.5DE"),
)
def and_a_half(match: Match) -> Reading | None:
    unit, count = unit_of(match), (count_of(match) or 1) + 0.5
    if match.has("ago"):
        return Reading("shift", unit=unit, count=count, direction=-1)
    if match.has("later") or match.has("earlier"):
        return Reading("shift", unit=unit, count=count, direction=1 if match.has("later") else -1, anchor="story")
    return Reading("duration", unit=unit, count=count)


@rule("relative.long_ago", "(units|long) ago", ("said years ago that", "years ago", "PAST_REF"))
def long_ago(match: Match) -> Reading | None:
    return Reading("vague", value="PAST_REF")


@rule(
    "relative.from_now",
    "about? just? count anyunit from_now",
    ("two weeks from now", "two weeks from now", "2021-W20"),
)
def from_now(match: Match) -> Reading | None:
    return Reading("shift", unit=unit_of(match), count=count_of(match), direction=1)


@rule(
    "relative.later",
    "about? just? count adjective? anyunit [later earlier]",
    ("Three days later he", "Three days later", "2021-05-09"),
    ("from a year earlier", "a year earlier", "2020"),
)
def later(match: Match) -> Reading | None:
    direction = -1 if match.has("earlier") else 1
    return Reading("shift", unit=unit_of(match), count=count_of(match), direction=direction, anchor="story")


@rule(
    "relative.units_on",
    "about? just? count adjective? anyunit in (?=comma)",
    ("They met on 3 May. Two days on, it", "Two days on", "2021-05-05"),
    ("two years on the run", "two years", "P2Y"),
)
def units_on(match: Match) -> Reading | None:
    """So many units on: after the time that is told."""
    if match.tokens[-1].text != "on":
        return None
    return Reading("shift", unit=unit_of(match), count=count_of(match), direction=1, anchor="story")


@rule(
    "relative.units_before",
    "about? just? count adjective? anyunit before (?=comma|dot)",
    ("They met on 3 May. Two days before, it", "Two days before", "2021-05-01"),
    ("two days before the raid", "two days", "P2D"),
)
def units_before(match: Match) -> Reading | None:
    """So many units before the time that is told."""
    return Reading("shift", unit=unit_of(match), count=count_of(match), direction=-1, anchor="story")


@rule(
    "relative.after_units",
    "(?<=after) count adjective? anyunit (?=comma|dot)",
    ("They met on 3 May. After ten days, it", "ten days", "2021-05-13"),
    ("after ten days of talks it", "ten days", "P10D"),
)
def after_units(match: Match) -> Reading | None:
    """After so many units: as long after the time that is told."""
    return None if match.has("numx") else later(match)


@rule(
    "relative.units_later",
    "just? units [later earlier]",
    ("but weeks later it", "weeks later", "FUTURE_REF"),
    ("but hours later it", "hours later", "2021-05-06"),
)
def units_later(match: Match) -> Reading | None:
    """Some weeks later nobody knows when; some hours later it is mostly still the day that is told."""
    if unit_of(match).startswith("T"):
        return Reading("pointer", unit="D", direction=0, anchor="story")
    return Reading("vague", value="PAST_REF" if match.has("earlier") else "FUTURE_REF")


@rule("relative.part_before", "the part [before after]", ("the night before he", "the night before", "2021-05-05TNI"))
def part_before(match: Match) -> Reading | None:
    direction = -1 if match.has("before") else 1
    return Reading("pointer", unit="D", direction=direction, anchor="story", part=match.get("part"))


@rule("relative.the_before", "the unit [before after]", ("and the day before he", "the day before", "2021-05-05"))
def the_before(match: Match) -> Reading | None:
    direction = -1 if match.has("before") else 1
    return Reading("shift", unit=unit_of(match), count=1, direction=direction, anchor="story")


@rule("relative.the_after_that", "the unit later", ("The day after that he", "The day after that", "2021-05-07"))
def the_after_that(match: Match) -> Reading | None:
    """The day after that: one unit after the time told."""
    if match.tokens[-1].text != "after that":
        return None
    return Reading("shift", unit=unit_of(match), count=1, direction=1, anchor="story")


@rule(
    "relative.year_ago",
    "the? single dash [ago earlier] (nth? dash? quarter|period)",
    ("from the year-earlier quarter", "the year-earlier quarter", "2020-Q1"),
    ("the year-ago period", "the year-ago period", "2020-Q1"),
)
def year_ago(match: Match) -> Reading | None:
    return Reading("told_quarter", unit="Q", direction=-1, quarter=match.get("nth"))


@rule("relative.year_ago_noun", "single dash [ago earlier]", ("a year-ago figure", "year-ago", "2020"))
def year_ago_noun(match: Match) -> Reading | None:
    return Reading("shift", unit=unit_of(match), count=1, direction=-1)


@rule("relative.whole", "the whole unit", ("for the full year", "the full year", "2021"))
def whole(match: Match) -> Reading | None:
    return Reading("pointer", unit="Y", direction=0, anchor="whole") if unit_of(match) == "Y" else None
