"""Rules for calendar dates: days, months, years, holidays, weekdays, and numeric and foreign forms."""

from __future__ import annotations

from timeline.temporal.patterns import Match, rule
from timeline.temporal.readings import Reading
from timeline.temporal.vocabulary import Token

_DAY_PREFIX = "(anyweekday dot? comma? (the? (?=nth))?)?"
_OPEN = "[in of to from between before after about edge and the or comma dash open just]"


def year_of(match: Match) -> int | None:
    """The year that a match states."""
    year: int | None = match.get("year")
    return year


def year_with_era(match: Match) -> int | None:
    """The astronomical year of a year with its era."""
    number = int(match.token("int", last=True).value)  # type: ignore[union-attr]
    return 1 - number if match.get("era") == "BC" else number


@rule("date.iso", "iso", ("on 2021-04-15 they", "2021-04-15", "2021-04-15"))
def iso(match: Match) -> Reading | None:
    text = str(match.tokens[0].text)
    year, month, day = (int(p) for p in text[:10].split("-"))
    clock = text[11:16]
    sound = clock[:2] < "24" and clock[3:] < "60"
    return Reading("date", year=year, month=month, day=day, clock=clock if clock and sound else None)


@rule("date.numeric", "numeric", ("on 4/15/2021 they", "4/15/2021", "2021-04-15"))
def numeric(match: Match) -> Reading | None:
    return Reading("numeric", value=str(match.tokens[0].text))


@rule(
    "date.month_day",
    _DAY_PREFIX + "anymonth dot? the? [day nth] (?!ampm|units|clock) (comma? year era?)?",
    ("On April 30 they", "April 30", "2021-04-30"),
    ("on Friday, Oct. 23, 1998, he", "Friday, Oct. 23, 1998", "1998-10-23"),
    ("May 4th was", "May 4th", "2021-05-04"),
    ("on April the 4th they", "April the 4th", "2021-04-04"),
    ("in April the four states", "April", "2021-04"),
    ("in April four states", "April", "2021-04"),
    ("in March the first talks", "March", "2021-03"),
    ("in April 10 envoys left", "April", "2021-04"),
)
def month_day(match: Match) -> Reading | None:
    day = match.token("day") or match.token("nth")
    if day is None or _is_a_count(match, day):
        return None
    return Reading("date", year=year_of(match), month=match.get("anymonth"), day=day.value)


def _is_a_count(match: Match, day: Token) -> bool:
    """``in April four states``, ``in May the first talks``, ``in May 10 envoys``: the number counts what follows."""
    if not match.counts or day is not match.tokens[-1]:
        return False
    month = match.tokens[0].text
    article = len(match.tokens) > 2 and match.tokens[-2].text == "the"
    return day.text.isalpha() or (day.text.isdigit() and (article or match.follows(f"in {month}")))


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
    return Reading("date", year=year_of(match), month=match.before("anymonth"), day=match.get("day"))


@rule(
    "date.month_days",
    "(?<=anymonth day [and or]) day",
    ("on May 3 and 4, they", "4", "2021-05-04"),
    ("on May 3 and 4 they", "4", "2021-05-04"),
    ("on May 3 and 4 people", "May 3", "2021-05-03"),
)
def month_days(match: Match) -> Reading | None:
    return month_day_range(match)


@rule("date.dashed", "day dash anymonth dash year", ("dated 6-Jan-2021 it", "6-Jan-2021", "2021-01-06"))
def dashed(match: Match) -> Reading | None:
    return month_day(match)


@rule(
    "date.month_day_to",
    "(?<=anymonth day to)[day] (?=[comma dash dot close])",
    ("Talks on March 3 to 5, in Rome", "5", "2021-03-05"),
)
def month_day_to(match: Match) -> Reading | None:
    return month_day_range(match)


@rule(
    "date.from_month_day_to",
    "(?<=from anymonth day to)[day] (?!anymonth|units|unit) (comma? year)?",
    ("from March 3 to 5, they", "5", "2021-03-05"),
)
def from_month_day_to(match: Match) -> Reading | None:
    return month_day_range(match)


@rule(
    "date.day_of_range",
    "[day nth] (?=[dash slash to and] [day nth] of? anymonth)",
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
    return Reading("date", year=year_of(match), month=match.get("anymonth"))


@rule("date.month_bc", "anymonth int era", ("in June 479 BC the", "June 479 BC", "BC0479-06"))
def month_bc(match: Match) -> Reading | None:
    return Reading("date", year=year_with_era(match), month=match.get("anymonth"))


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
    return Reading("date", year=year_of(match)) if unit in (None, "Y") else None


@rule("date.short_year", "(?<=[year][dash slash]) [day num]", ("the years 1957-60 were", "60", "1960"))
def short_year(match: Match) -> Reading | None:
    first = match.before("year")
    last = first - first % 100 + match.get("digits")
    return Reading("date", year=last) if first < last and len(match.tokens[0].text) == 2 else None


@rule("date.apostrophe_year", "apostrophe_year", ("back in '98 he", "'98", "1998"))
def apostrophe_year(match: Match) -> Reading | None:
    short = int(match.tokens[0].text[1:])
    return Reading("date", year=(1900 if short > 40 else 2000) + short)


@rule("date.year_bc", "int era", ("in 480 BC the", "480 BC", "BC0480"))
def year_bc(match: Match) -> Reading | None:
    return Reading("date", year=year_with_era(match)) if float(match.get("int")).is_integer() else None


@rule("date.year_ad", "era int", ("in AD 79 it", "AD 79", "0079"))
def year_ad(match: Match) -> Reading | None:
    return Reading("date", year=year_with_era(match)) if match.get("era") == "AD" else None


@rule("date.years_bc", "int (?=[dash to and] int era)", ("from 499 to 493 BC", "499", "BC0499"))
def years_bc(match: Match) -> Reading | None:
    return Reading("date", year=1 - int(match.get("int")), value="BC?")


@rule("date.holiday", "holiday (comma? year)?", ("on Christmas 1963", "Christmas 1963", "1963-12-25"))
def holiday(match: Match) -> Reading | None:
    return Reading("date", year=year_of(match), holiday=match.get("holiday"))


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
    words = f"{match.get('day')} {month.text} {year_of(match)}"
    return Reading("foreign", value=words, zone=str(month.value))


@rule(
    "date.day_of_month",
    "(?<=in) the ordinal (?!unit|units|anymonth|of|ordinal)",
    ("In May, on the 2nd, he", "the 2nd", "2021-05-02"),
    ("In May, on the 2nd it", "the 2nd", "2021-05-02"),
    ("In May, on the 2nd floor", "May", "2021-05"),
)
def day_of_month(match: Match) -> Reading | None:
    """The day alone: of the month that is being told."""
    digits = match.tokens[-1].text[0].isdigit() and match.get("ordinal") <= 31
    return Reading("month_day", day=match.get("ordinal")) if digits and match.before("in") == "on" else None


@rule(
    "date.day_of_that_month",
    "(?<=in) the ordinal of the? same unit",
    ("In May he left. On the 2nd of that month it", "the 2nd of that month", "2021-05-02"),
)
def day_of_that_month(match: Match) -> Reading | None:
    """The day of "that month"."""
    day, unit = match.get("ordinal"), match.get("unit")
    return Reading("month_day", day=day) if unit == "M" and day <= 31 else None
