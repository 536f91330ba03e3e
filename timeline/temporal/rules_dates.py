"""Rules for calendar dates: days, months, years, quarters, seasons, holidays, decades, centuries."""

from __future__ import annotations

from timeline.temporal.patterns import Match, rule
from timeline.temporal.readings import Reading

_DAY_PREFIX = "(anyweekday dot? comma? (the? (?=nth))?)?"
_OPEN = "[in of to from between before after about edge and the or comma dash open just]"


def _year(match: Match) -> int | None:
    year: int | None = match.get("year")
    return year


@rule("date.iso", "iso", ("on 2021-04-15 they", "2021-04-15", "2021-04-15"))
def iso(match: Match) -> Reading | None:
    text = str(match.tokens[0].text)
    year, month, day = (int(p) for p in text[:10].split("-"))
    clock = text[11:16] or None
    return Reading("date", year=year, month=month, day=day, clock=clock)


@rule("date.numeric", "numeric", ("on 4/15/2021 they", "4/15/2021", "2021-04-15"))
def numeric(match: Match) -> Reading | None:
    return Reading("numeric", value=str(match.tokens[0].text))


@rule(
    "date.month_day",
    _DAY_PREFIX + "anymonth dot? the? [day nth] (?!ampm|units|clock) (comma? year era?)?",
    ("On April 30 they", "April 30", "2021-04-30"),
    ("on Friday, Oct. 23, 1998, he", "Friday, Oct. 23, 1998", "1998-10-23"),
    ("May 4th was", "May 4th", "2021-05-04"),
)
def month_day(match: Match) -> Reading | None:
    day = match.get("day") or match.get("nth")
    return Reading("date", year=_year(match), month=match.get("anymonth"), day=day)


@rule(
    "date.day_month",
    _DAY_PREFIX + "the? [day nth] of? anymonth dot? (comma? year era?)?",
    ("on 10 March 1975 the", "10 March 1975", "1975-03-10"),
    ("the 4th of April was", "the 4th of April", "2021-04-04"),
)
def day_month(match: Match) -> Reading | None:
    return month_day(match)


@rule(
    "date.month_day_range",
    "(?<=anymonth day dash)[day] (comma? year)?",
    ("March 3-5 they", "5", "2021-03-05"),
)
def month_day_range(match: Match) -> Reading | None:
    return Reading("date", year=_year(match), month=match.before("anymonth"), day=match.get("day"))


@rule(
    "date.from_month_day_to",
    "(?<=from anymonth day to)[day] (?!anymonth|units|unit) (comma? year)?",
    ("from March 3 to 5, they", "5", "2021-03-05"),
)
def from_month_day_to(match: Match) -> Reading | None:
    return month_day_range(match)


@rule(
    "date.day_of_range",
    "[day nth] (?=[dash to and] [day nth] of? anymonth)",
    ("on 6-7 February they", "6", "2021-02-06"),
)
def day_of_range(match: Match) -> Reading | None:
    return Reading("date", month=match.after("anymonth"), day=match.get("day") or match.get("nth"))


@rule(
    "date.month_year",
    "anymonth dot? [comma of in]? year era?",
    ("in April 2019 he", "April 2019", "2019-04"),
    ("February of 1940", "February of 1940", "1940-02"),
)
def month_year(match: Match) -> Reading | None:
    return Reading("date", year=_year(match), month=match.get("anymonth"))


@rule("date.month_bc", "anymonth int era", ("in June 479 BC the", "June 479 BC", "BC0479-06"))
def month_bc(match: Match) -> Reading | None:
    return Reading("date", year=_with_era(match), month=match.get("anymonth"))


@rule("date.month", "month dot?", ("in February he", "February", "2021-02"))
def month(match: Match) -> Reading | None:
    return Reading("date", month=match.get("month"))


@rule("date.weak_month", f"(?<={_OPEN}) wmonth dot?", ("since March he has", "March", "2021-03"))
def weak_month(match: Match) -> Reading | None:
    if match.tokens[0].text.isupper():
        return None  # in a line of capitals MAY is the verb
    return Reading("date", month=match.get("wmonth"))


@rule("date.head_month", "wmonth dot?", ("Jan: talks begin", "Jan", "2021-01"), ("He met Jan there", "", ""))
def head_month(match: Match) -> Reading | None:
    """At the head of a line even a weak month is one."""
    return Reading("date", month=match.get("wmonth"), anchor="head")


@rule(
    "date.year",
    "(the [unit units])? year (?!era|unit)",
    ("in 1998 the", "1998", "1998"),
    ("the year 1955", "the year 1955", "1955"),
)
def year(match: Match) -> Reading | None:
    unit = match.get("unit") or match.get("units")
    return Reading("date", year=_year(match)) if unit in (None, "Y") else None


@rule("date.short_year", "(?<=[year][dash slash]) [day num]", ("the years 1957-60 were", "60", "1960"))
def short_year(match: Match) -> Reading | None:
    first = match.before("year")
    last = first - first % 100 + match.get("digits")
    return Reading("date", year=last) if first < last and len(match.tokens[0].text) == 2 else None


@rule("date.apostrophe_year", "apostrophe_year", ("back in '98 he", "'98", "1998"))
def apostrophe_year(match: Match) -> Reading | None:
    short = int(match.tokens[0].text[1:])
    return Reading("date", year=(1900 if short > 40 else 2000) + short)


def _with_era(match: Match) -> int | None:
    """The astronomical year of a year with its era."""
    number = int(match.token("int", last=True).value)  # type: ignore[union-attr]
    return 1 - number if match.get("era") == "BC" else number


@rule("date.year_bc", "int era", ("in 480 BC the", "480 BC", "BC0480"))
def year_bc(match: Match) -> Reading | None:
    return Reading("date", year=_with_era(match)) if float(match.get("int")).is_integer() else None


@rule("date.year_ad", "era int", ("in AD 79 it", "AD 79", "0079"))
def year_ad(match: Match) -> Reading | None:
    return Reading("date", year=_with_era(match)) if match.get("era") == "AD" else None


@rule("date.years_bc", "int (?=[dash to and] int era)", ("from 499 to 493 BC", "499", "BC0499"))
def years_bc(match: Match) -> Reading | None:
    return Reading("date", year=1 - int(match.get("int")), value="BC?")


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
    return Reading("date", year=_year(match), quarter=number) if number <= 4 else None


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
    return Reading("told_quarter", unit="Q", year=_year(match))


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
    return Reading("date", year=_year(match), half=number, anchor=anchor) if number <= 2 else None


@rule(
    "date.season",
    "the? season ([of in comma]? year)?",
    ("in the summer of 1955", "the summer of 1955", "1955-SU"),
)
def season(match: Match) -> Reading | None:
    return Reading("date", year=_year(match), season=match.get("season"))


@rule(
    "date.weak_season",
    "(?<=[in the from to of edge and])? the? wseason [of in comma]? year",
    ("in the spring of 1920", "the spring of 1920", "1920-SP"),
)
def weak_season(match: Match) -> Reading | None:
    return Reading("date", year=_year(match), season=match.get("wseason"))


@rule(
    "date.the_season", "(?<=[in to from edge and]) the wseason (?!of)", ("in the spring they", "the spring", "2021-SP")
)
def the_season(match: Match) -> Reading | None:
    return Reading("date", season=match.get("wseason"))


@rule("date.bare_season", "(?<=[in edge]) wseason (?!of|[dash])", ("in spring they", "spring", "2021-SP"))
def bare_season(match: Match) -> Reading | None:
    return Reading("date", season=match.get("wseason"))


@rule("date.season_bc", "the? anyseason of? int era", ("the spring of 480 BC", "the spring of 480 BC", "BC0480-SP"))
def season_bc(match: Match) -> Reading | None:
    return Reading("date", year=_with_era(match), season=match.get("anyseason"))


@rule("date.holiday", "holiday (comma? year)?", ("on Christmas 1963", "Christmas 1963", "1963-12-25"))
def holiday(match: Match) -> Reading | None:
    return Reading("date", year=_year(match), holiday=match.get("holiday"))


@rule("date.weekday", "weekday dot?", ("on Tuesday he", "Tuesday", "2021-05-04"))
def weekday(match: Match) -> Reading | None:
    return Reading("date", weekday=match.get("weekday"))


@rule("date.weak_weekday", "(?<=[in and to comma dash]) wweekday dot", ("on Sun. he", "Sun.", "2021-05-02"))
def weak_weekday(match: Match) -> Reading | None:
    return Reading("date", weekday=match.get("wweekday"))


@rule(
    "date.foreign",
    "day dot? de? foreign de? year",
    ("le 15 avril 2021 et", "15 avril 2021", "2021-04-15"),
    ("el 3 de mayo de 2020", "3 de mayo de 2020", "2020-05-03"),
)
def foreign(match: Match) -> Reading | None:
    month = match.token("foreign")
    assert month is not None
    words = f"{match.get('day')} {month.text} {_year(match)}"
    return Reading("foreign", value=words, zone=str(month.value))


@rule("date.quarter_code", "quarter_code ([of in dash]? year)?", ("in Q1 2020 it", "Q1 2020", "2020-Q1"))
def quarter_code(match: Match) -> Reading | None:
    code = str(match.get("quarter_code"))
    number = int(code.strip("qh"))
    if "h" in code:
        return Reading("date", year=_year(match), half=number) if match.has("year") else None
    return Reading("date", year=_year(match), quarter=number)


@rule("date.decade_word", "the (edge dash?)? decade_word", ("back in the nineties", "the nineties", "199"))
def decade_word(match: Match) -> Reading | None:
    return Reading("date", decade=match.get("decade_word"), mod=match.get("edge"))


@rule("date.day_of_month", "(?<=in) the ordinal (?=[comma dot])", ("In May, on the 2nd, he", "the 2nd", "2021-05-02"))
def day_of_month(match: Match) -> Reading | None:
    """The day alone: of the month that is being told."""
    digits = match.tokens[-1].text[0].isdigit() and match.get("ordinal") <= 31
    return Reading("month_day", day=match.get("ordinal")) if digits and match.before("in") == "on" else None


@rule("date.fiscal", "fiscal unit? year", ("in fiscal 1989 the", "fiscal 1989", "1989"))
def fiscal(match: Match) -> Reading | None:
    return Reading("date", year=_year(match))
