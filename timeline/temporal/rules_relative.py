"""Rules for what is reckoned from another time: last week, three days ago, the following year."""

from __future__ import annotations

from timeline.temporal.patterns import Match, rule
from timeline.temporal.readings import Reading

_POINT = "[deictic this narrative same]"


def _count(match: Match) -> float | None:
    """How many: a number, 1 for "a", None for "several"."""
    token = match.token("count")
    if token is None or match.has("numx"):
        return None
    return float(token.value) if isinstance(token.value, int | float) else 1.0


def _unit(match: Match) -> str:
    for name in ("unit", "units", "quarter", "weekend", "second"):
        token = match.token(name, last=True)
        if token is not None:
            return "TS" if name == "second" else str(token.value)
    return "D"


def _pointed(match: Match, **parts: object) -> Reading:
    """A reading that points from speech ("last") or from the story ("the following", "that")."""
    token = next(t for t in match.tokens if match.token("point") == t)
    story = match.has("narrative") or match.has("same")
    if match.has("latest"):
        return Reading("latest", anchor="speech").but(**parts)
    definite = match.tokens[0].text == "the" and token.text == "next"
    anchor = "story" if story or definite else "speech"
    return Reading("pointer", direction=token.value or 0, anchor=anchor).but(**parts)


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
    "relative.unit",
    "the? point fiscal? [unit quarter weekend]",
    ("last month it", "last month", "2021-04"),
    ("this week it", "this week", "2021-W18"),
    ("the current quarter", "the current quarter", "2021-Q2"),
)
def pointed_unit(match: Match) -> Reading | None:
    unit = _unit(match)
    return None if unit.startswith("T") and not match.has("same") else _pointed(match, unit=unit)


@rule("relative.weekday", "the? point anyweekday", ("last Friday he", "last Friday", "2021-04-30"))
def pointed_weekday(match: Match) -> Reading | None:
    return _pointed(match, weekday=match.get("anyweekday"))


@rule("relative.month", "the? point anymonth", ("last November he", "last November", "2020-11"))
def pointed_month(match: Match) -> Reading | None:
    return _pointed(match, month=match.get("anymonth"))


@rule("relative.season", "the? point anyseason", ("last fall he", "last fall", "2020-FA"))
def pointed_season(match: Match) -> Reading | None:
    return _pointed(match, season=match.get("anyseason"))


@rule(
    "relative.part",
    "the? point part",
    ("last night he", "last night", "2021-05-05TNI"),
    ("this morning", "this morning", "2021-05-06TMO"),
)
def pointed_part(match: Match) -> Reading | None:
    return _pointed(match, unit="D", part=match.get("part"))


@rule("relative.quarter", "the? point nth dash? quarter", ("last year's third quarter", "last year", "2020"))
def pointed_quarter(match: Match) -> Reading | None:
    return Reading("date", quarter=match.get("nth"))


@rule("relative.latest", "the? latest [period quarter]", ("in the latest quarter", "the latest quarter", "2021-Q1"))
def latest_period(match: Match) -> Reading | None:
    return Reading("latest", unit="Q")


@rule(
    "relative.units",
    "the? [deictic narrative] about? count adjective? [units single]",
    ("over the past two years", "the past two years", "P2Y"),
    ("in the next few days", "the next few days", "PXD"),
)
def pointed_units(match: Match) -> Reading | None:
    return Reading("duration", count=_count(match), unit=_unit(match))


@rule(
    "relative.ago",
    "[about just]? count adjective? [units single] ago",
    ("three days ago the", "three days ago", "2021-05-03"),
    ("about a year ago", "about a year ago", "2020"),
)
def ago(match: Match) -> Reading | None:
    return Reading("shift", unit=_unit(match), count=_count(match), direction=-1)


@rule("relative.long_ago", "(units|long) ago", ("said years ago that", "years ago", "PAST_REF"))
def long_ago(match: Match) -> Reading | None:
    return Reading("vague", value="PAST_REF")


@rule(
    "relative.from_now",
    "[about just]? count [units single] from_now",
    ("two weeks from now", "two weeks from now", "2021-W20"),
)
def from_now(match: Match) -> Reading | None:
    return Reading("shift", unit=_unit(match), count=_count(match), direction=1)


@rule(
    "relative.later",
    "[about just]? count adjective? [units single] [later earlier]",
    ("Three days later he", "Three days later", "2021-05-09"),
    ("from a year earlier", "a year earlier", "2020"),
)
def later(match: Match) -> Reading | None:
    direction = -1 if match.has("earlier") else 1
    return Reading("shift", unit=_unit(match), count=_count(match), direction=direction, anchor="story")


@rule("relative.units_later", "units [later earlier]", ("but weeks later it", "weeks later", "FUTURE_REF"))
def units_later(match: Match) -> Reading | None:
    return Reading("vague", value="PAST_REF" if match.has("earlier") else "FUTURE_REF")


@rule("relative.the_before", "the [unit] [before after]", ("and the day before he", "the day before", "2021-05-05"))
def the_before(match: Match) -> Reading | None:
    direction = -1 if match.has("before") else 1
    return Reading("shift", unit=_unit(match), count=1, direction=direction, anchor="story")


@rule(
    "relative.year_ago",
    "the? single dash [ago earlier] (nth? dash? quarter|period)?",
    ("from the year-ago quarter", "the year-ago quarter", "2020"),
)
def year_ago(match: Match) -> Reading | None:
    return Reading("shift", unit=_unit(match), count=1, direction=-1, quarter=match.get("nth"), value="period")


@rule("relative.whole", "the? whole unit", ("for the full year", "the full year", "2021"))
def whole(match: Match) -> Reading | None:
    return Reading("pointer", unit=_unit(match), direction=0, anchor="story") if _unit(match) == "Y" else None
