"""Rules for longer calendar dates: quarters, halves, seasons, decades, centuries, fiscal years."""

from __future__ import annotations

from timeline.temporal.patterns import Match, rule
from timeline.temporal.readings import Reading
from timeline.temporal.rules_dates import year_of, year_with_era


@rule(
    "date.decade", "the? decade era?", ("in the 1990s the", "the 1990s", "199"), ("the 470s BC", "the 470s BC", "BC047")
)
def decade(match: Match) -> Reading | None:
    digits = str(match.get("decade")).replace("'", "").rstrip("s")
    first = int(digits) + (1900 if len(digits) == 2 else 0)
    return Reading("date", decade=1 - first if match.get("era") == "BC" else first)


@rule(
    "date.century",
    "the? nth dash? unit era?",
    ("in the 19th century the", "the 19th century", "18"),
    ("the 4th century BC", "the 4th century BC", "BC03"),
)
def century(match: Match) -> Reading | None:
    if match.get("unit") != "CE":
        return None
    hundred = (match.get("nth") - 1) * 100
    return Reading("date", century=-hundred if match.get("era") == "BC" else max(1, hundred))


@rule(
    "date.quarter",
    "the? fiscal? nth quarter ([of in comma]? (fiscal unit?)? year)?",
    ("in the first quarter", "the first quarter", "2021-Q1"),
    ("the second quarter of 1998", "the second quarter of 1998", "1998-Q2"),
)
def quarter(match: Match) -> Reading | None:
    number = match.get("nth")
    return Reading("date", year=year_of(match), quarter=number) if number <= 4 else None


@rule(
    "date.year_quarter",
    "the? year poss? fiscal? nth dash? quarter",
    ("in the 1988 third quarter", "the 1988 third quarter", "1988-Q3"),
    ("1988's first quarter", "1988's first quarter", "1988-Q1"),
)
def year_quarter(match: Match) -> Reading | None:
    return quarter(match)


@rule("date.year_period", "the year [quarter period]", ("in the 1988 quarter", "the 1988 quarter", "1988-Q1"))
def year_period(match: Match) -> Reading | None:
    return Reading("told_quarter", unit="Q", year=year_of(match))


@rule("date.quarter_noun", "nth dash quarter", ("the first-quarter profit", "first-quarter", "2021-Q1"))
def quarter_noun(match: Match) -> Reading | None:
    return quarter(match)


@rule("date.quarter_short", "nth (?=[and or] nth dash? quarter)", ("the first and second quarter", "first", "2021-Q1"))
def quarter_short(match: Match) -> Reading | None:
    return quarter(match)


@rule(
    "date.half",
    "the? nth dash? halfword (of year)?",
    ("the first half of 2019", "the first half of 2019", "2019-H1"),
    ("the first half of last year", "the first half of last year", "2020-H1"),
    ("the first half of the game", "", ""),
)
def half(match: Match) -> Reading | None:
    number = match.get("nth")
    # Without its year it is as likely the half of a game: it then waits for a year to be joined.
    anchor = "speech" if match.has("year") else "pending"
    return Reading("date", year=year_of(match), half=number, anchor=anchor) if number <= 2 else None


@rule(
    "date.season",
    "the? season ([of in comma]? year)?",
    ("in the summer of 1955", "the summer of 1955", "1955-SU"),
)
def season(match: Match) -> Reading | None:
    return Reading("date", year=year_of(match), season=match.get("season"))


@rule(
    "date.weak_season",
    "(?<=[in the from to of edge and])? the? wseason [of in comma]? year",
    ("in the spring of 1920", "the spring of 1920", "1920-SP"),
)
def weak_season(match: Match) -> Reading | None:
    return Reading("date", year=year_of(match), season=match.get("wseason"))


@rule(
    "date.the_season",
    "(?<=[in to from edge and]) the wseason (?!of(?!the? point))",
    ("in the spring they", "the spring", "2021-SP"),
    ("in the spring of last year they", "the spring of last year", "2020-SP"),
)
def the_season(match: Match) -> Reading | None:
    return Reading("date", season=match.get("wseason"))


@rule("date.bare_season", "(?<=[in edge]) wseason (?!of|[dash])", ("in spring they", "spring", "2021-SP"))
def bare_season(match: Match) -> Reading | None:
    return Reading("date", season=match.get("wseason"))


@rule("date.season_bc", "the? anyseason of? int era", ("the spring of 480 BC", "the spring of 480 BC", "BC0480-SP"))
def season_bc(match: Match) -> Reading | None:
    return Reading("date", year=year_with_era(match), season=match.get("anyseason"))


@rule("date.quarter_code", "quarter_code ([of in dash]? year)?", ("in Q1 2020 it", "Q1 2020", "2020-Q1"))
def quarter_code(match: Match) -> Reading | None:
    code = str(match.get("quarter_code"))
    number = int(code.strip("qh"))
    if "h" in code:
        return Reading("date", year=year_of(match), half=number) if match.has("year") else None
    return Reading("date", year=year_of(match), quarter=number)


@rule("date.decade_word", "the (edge dash?)? decade_word", ("back in the nineties", "the nineties", "199"))
def decade_word(match: Match) -> Reading | None:
    return Reading("date", decade=match.get("decade_word"), mod=match.get("edge"))


@rule(
    "date.fiscal",
    "the? (fiscal unit? year|year fiscal unit)",
    ("in fiscal 1989 the", "fiscal 1989", "1989"),
    ("in the fiscal year 2012 it", "the fiscal year 2012", "2012"),
    ("in the 2012 fiscal year it", "the 2012 fiscal year", "2012"),
)
def fiscal(match: Match) -> Reading | None:
    return Reading("date", year=year_of(match))
