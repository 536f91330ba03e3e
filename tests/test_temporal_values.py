"""What expressions mean: TIMEX3 values and EDTF dates, published Thursday, 2021-05-06."""

from __future__ import annotations

import pytest

from timeline.errors import LexiconError, TimelineError
from timeline.lexicons import Lexicon
from timeline.models import TimeExpression
from timeline.temporal import tag

#: text, words, TIMEX3 value, EDTF, granularity
NEWS = [
    ("They left on April 30.", "April 30", "2021-04-30", "2021-04-30", "day"),
    ("They left on Tuesday.", "Tuesday", "2021-05-04", "2021-05-04", "day"),
    ("He spoke yesterday evening.", "yesterday evening", "2021-05-05TEV", "2021-05-05", "part-of-day"),
    (
        "In the early hours of Sunday they left.",
        "the early hours of Sunday",
        "2021-05-02TMO",
        "2021-05-02",
        "part-of-day",
    ),
    (
        "He left in the early hours of Sunday morning.",
        "the early hours of Sunday morning",
        "2021-05-02TMO",
        "2021-05-02",
        "part-of-day",
    ),
    ("It fell last month.", "last month", "2021-04", "2021-04", "month"),
    ("They will meet this June.", "this June", "2021-06", "2021-06", "month"),
    ("It opens in late May.", "late May", "2021-05", "2021-05", "month"),
    ("It began in early 2021.", "early 2021", "2021", "2021", "year"),
    ("It fell last week.", "last week", "2021-W17", "2021-04-26/2021-05-02", "week"),
    ("They met over the weekend.", "the weekend", "2021-W17-WE", "2021-05-01/2021-05-02", "weekend"),
    ("Sales fell in the second quarter.", "the second quarter", "2021-Q2", "2021-04/2021-06", "quarter"),
    ("In the first half of 2019 it rose.", "the first half of 2019", "2019-H1", "2019-01/2019-06", "half"),
    ("They will vote this spring.", "this spring", "2021-SP", "2021-21", "season"),
    ("It began around 2019.", "around 2019", "2019", "2019~", "year"),
    ("In the second half of the 1990s it grew.", "the second half of the 1990s", "199", "199X", "decade"),
    ("In the 1990s it grew.", "the 1990s", "199", "199X", "decade"),
    ("It ended in 44 BC.", "44 BC", "BC0044", "-0043", "year"),
    ("In the 19th century it fell.", "the 19th century", "18", "18XX", "century"),
    ("On Christmas 1963 they met.", "Christmas 1963", "1963-12-25", "1963-12-25", "day"),
    ("It was noted on 2019-03-07.", "2019-03-07", "2019-03-07", "2019-03-07", "day"),
    ("He left three days ago.", "three days ago", "2021-05-03", "2021-05-03", "day"),
    ("It ended two years ago.", "two years ago", "2019", "2019", "year"),
    ("They met in Q3 2020.", "Q3 2020", "2020-Q3", "2020-07/2020-09", "quarter"),
    ("He came the week of March 8.", "the week of March 8", "2021-W10", "2021-03-08/2021-03-14", "week"),
    ("The day before Christmas 2019 he left.", "The day before Christmas 2019", "2019-12-24", "2019-12-24", "day"),
    ("In August of last year they met.", "August of last year", "2020-08", "2020-08", "month"),
    ("On Tuesday of last week they met.", "Tuesday of last week", "2021-04-27", "2021-04-27", "day"),
    ("Prices rose 2% in April 2020 from a year earlier.", "a year earlier", "2019-04", "2019-04", "month"),
    ("It fell from last year's first quarter.", "last year's first quarter", "2020-Q1", "2020-01/2020-03", "quarter"),
    ("It was built in the fifties and the nineties.", "the nineties", "199", "199X", "decade"),
]
NO_DATE = [
    ("It took three days.", "three days", "DURATION", "P3D"),
    ("It took two and a half years.", "two and a half years", "DURATION", "P2.5Y"),
    ("It took half an hour.", "half an hour", "DURATION", "PT30M"),
    ("It took a couple of days.", "a couple of days", "DURATION", "P2D"),
    ("For several months they waited.", "several months", "DURATION", "PXM"),
    ("He goes every Tuesday.", "every Tuesday", "SET", "XXXX-WXX-2"),
    ("He goes twice a year.", "twice a year", "SET", "P1Y"),
    ("It appears daily.", "daily", "SET", "P1D"),
    ("six days after the raid they left.", "six days", "DURATION", "P6D"),
]


def _only(text: str, words: str, found: list[TimeExpression]) -> TimeExpression:
    hits = [t for t in found if t.span.text == words]
    assert len(hits) == 1, (text, [t.span.text for t in found])
    return hits[0]


@pytest.mark.parametrize(("text", "words", "value", "edtf", "granularity"), NEWS)
def test_dates(text: str, words: str, value: str, edtf: str, granularity: str) -> None:
    hit = _only(text, words, tag(text, "2021-05-06"))
    assert (hit.value, hit.when.edtf, hit.when.granularity) == (value, edtf, granularity)


@pytest.mark.parametrize(("text", "words", "kind", "value"), NO_DATE)
def test_durations_and_sets_have_no_date(text: str, words: str, kind: str, value: str) -> None:
    hit = _only(text, words, tag(text, "2021-05-06"))
    assert (hit.timex_type, hit.value, hit.when.edtf) == (kind, value, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The panel met Monday.", "2021-05-03"),
        ("The panel will meet Monday.", "2021-05-10"),
        ("They are to sign the pact on Monday.", "2021-05-10"),
        ("He declined to comment Monday.", "2021-05-03"),
        ("It was agreed in October.", "2020-10"),
        ("The vote is scheduled for October.", "2021-10"),
        ("It was signed on December 20.", "2020-12-20"),
        ("It expires on June 20.", "2021-06-20"),
        # a participle of the future is no past, nor is what an auxiliary governs
        ("The plant will be closed in December.", "2021-12"),
        ("He will visit detained activists Saturday.", "2021-05-08"),
        ("The bank will cut rates on Monday, analysts said.", "2021-05-10"),
        ("The minister said talks would resume Monday.", "2021-05-10"),
        ("The company said it will buy the firm that failed Monday.", "2021-05-03"),
        ("He could not be reached on Sunday.", "2021-05-02"),
        ("The day came. On Wednesday Mrs May told parliament so.", "2021-05-05"),
        ("On Monday, ahead of the summit, it seized a ship.", "2021-05-03"),
        ("Ministers meet in Rome on Friday.", "2021-05-07"),
        # limits and what is meant for a day
        ("He ordered them to leave by Monday.", "2021-05-10"),
        ("By Tuesday, 20 people had died.", "2021-05-04"),
        ("Until Tuesday, nobody had claimed the raid.", "2021-05-04"),
        ("Until Tuesday, the port will stay shut.", "2021-05-11"),
        ("A rally is called for Saturday.", "2021-05-08"),
        ("The group took the blame for Tuesday's bombing.", "2021-05-04"),
        ("Losses due to the strike Monday were small.", "2021-05-03"),
        ("Shares fell more than expected Tuesday.", "2021-05-04"),
    ],
)
def test_the_verb_tells_which_way_a_bare_date_looks(text: str, value: str) -> None:
    assert [t.value for t in tag(text, "2021-05-06")] == [value]


def test_a_history_goes_on_from_what_it_told() -> None:
    text = "In March 1812 he crossed. In May he was beaten. The following year he fled, and two years later he died."
    assert [t.value for t in tag(text, None)] == ["1812-03", "1812-05", "1813", "1815"]


def test_a_year_lends_itself_to_its_neighbour() -> None:
    values = [
        t.value for t in tag("Between April and June 1955 they met; from October to March 1961 not.", "2021-05-06")
    ]
    assert values == ["1955-04", "1955-06", "1960-10", "1961-03"]


def test_a_year_told_elsewhere_is_no_day_of_speech() -> None:
    text = "Last month it left. Last week it came. Last year it slept.\n\nMay 3, 2016: Talks."
    assert [t.when.edtf for t in tag(text, None)] == [None, None, "2015", "2016-05-03"]


def test_without_a_reference_the_year_stays_open() -> None:
    (hit,) = tag("On April 15 they met.")
    assert (hit.value, hit.when.edtf, hit.when.earliest) == ("XXXX-04-15", "XXXX-04-15", None)
    assert hit.when.year_basis == "none"


def test_a_full_date_elsewhere_supplies_the_year() -> None:
    first, _ = tag("On April 15 they met. The pact of May 3, 2014 was broken.")
    assert (first.when.edtf, first.when.year_basis, first.when.anchor) == ("2014-04-15", "context", "May 3, 2014")


def test_an_old_date_gives_news_without_its_day_no_year() -> None:
    first, month, _ = tag("On Tuesday they met in May. The pact of May 3, 2014 was broken.")
    assert (first.when.edtf, month.when.edtf) == (None, "XXXX-05")


def test_a_look_back_ends_with_its_paragraph() -> None:
    text = "On April 3 he spoke of a murder last August. The next day he left.\n\nThe same night they met."
    assert [t.value for t in tag(text, "2021-05-06")] == ["2021-04-03", "2020-08", "2021-04-04", "2021-04-04TNI"]


def test_a_cleft_sentence_gives_its_paragraph_the_year() -> None:
    text = "It was in August 2015 that he shut it. The envoy left on August 27.\n\nTalks were held on March 3."
    assert [t.value for t in tag(text, "2021-05-06")] == ["2015-08", "2015-08-27", "2021-03-03"]


def test_so_does_a_year_that_ends_its_first_sentence() -> None:
    text = "A row.\n\nAll began in 2019. On February 23 he left.\n\nIt has been so since 2019. On February 23 he left."
    assert [t.value for t in tag(text, "2021-05-06")] == ["2019", "2019-02-23", "2019", "2021-02-23"]


def test_a_weekday_is_not_reckoned_from_a_date_told_later() -> None:
    first, _ = tag("On Tuesday they met. The pact of May 3, 2014 was broken.")
    assert (first.value, first.when.edtf) == ("XXXX-WXX-2", None)


def test_the_basis_tells_where_a_date_comes_from() -> None:
    stated, relative = tag("On May 3, 2014 it began; it ended last week.", "2021-05-06")
    assert (stated.when.basis, stated.when.year_basis, stated.when.anchor) == ("stated", "stated", None)
    assert (relative.when.basis, relative.when.year_basis, relative.when.anchor) == (
        "relative",
        "published",
        "published",
    )


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Before May 3, 2014 it held.", "before"),
        ("After May 3, 2014 it held.", "after"),
        ("About 1950 it began.", "approximate"),
        ("On May 3, 2014 it began.", "exact"),
    ],
)
def test_qualifiers(text: str, qualifier: str) -> None:
    assert [t.when.qualifier for t in tag(text, "2021-05-06")] == [qualifier]


def test_a_clock_keeps_the_day_and_its_zone() -> None:
    (hit,) = tag("It struck at 10:30 p.m. EST on Tuesday.", "2021-05-06")
    assert (hit.timex_type, hit.value) == ("TIME", "2021-05-04T22:30")
    assert (hit.when.edtf, hit.when.granularity, hit.when.clock) == ("2021-05-04", "minute", "22:30-05:00")


@pytest.mark.parametrize(
    ("text", "order", "value"),
    [
        ("signed 4/5/2021", "MDY", "2021-04-05"),
        ("signed 4/5/2021", "DMY", "2021-05-04"),
        ("signed 25/4/2021", "MDY", "2021-04-25"),
        ("signed 4.5.2021", "MDY", "2021-05-04"),
        ("signed 2021/04/05", "DMY", "2021-04-05"),
    ],
)
def test_numeric_dates(text: str, order: str, value: str) -> None:
    assert [t.value for t in tag(text, None, date_order=order)] == [value]


def test_a_chronology_runs_its_years_on() -> None:
    text = "Nov. 30, 2018: A truce.\n\nJan. 5: Talks.\n\nMay 10: They fail.\n\n- Aug. 23 - New tariffs."
    assert [t.value for t in tag(text, "2021-05-06")] == ["2018-11-30", "2019-01-05", "2019-05-10", "2019-08-23"]


def test_a_chronology_without_years_ends_at_its_publication() -> None:
    text = "Sept 2: One.\nNov 5: Two.\nJan 7: Three.\nMay 1: Four."
    assert [t.value for t in tag(text, "2021-05-06")] == ["2020-09-02", "2020-11-05", "2021-01-07", "2021-05-01"]


def test_the_day_of_publication_over_a_chronology_is_none_of_its_days() -> None:
    text = "Thursday, May 6, 2021\n\nApril: One.\n\nApr 2: Two.\n\nApr 4: Three."
    assert [t.value for t in tag(text, "2021-05-06")] == ["2021-05-06", "2021-04", "2021-04-02", "2021-04-04"]


@pytest.mark.parametrize(
    ("heads", "values"),
    [
        (["Dec 12", "Dec 19", "Jan 8", "Jan 9"], ["2020-12-12", "2020-12-19", "2021-01-08", "2021-01-09"]),
        (["Jan 9", "Jan 8", "Dec 19", "Dec 12"], ["2021-01-09", "2021-01-08", "2020-12-19", "2020-12-12"]),
        (["Nov 5", "Jan 7"], ["2020-11-05", "2021-01-07"]),
        (["Jan 7", "Mar 5", "Apr 30"], ["2021-01-07", "2021-03-05", "2021-04-30"]),
    ],
)
def test_a_chronology_goes_over_new_year(heads: list[str], values: list[str]) -> None:
    assert [t.value for t in tag("\n".join(f"{head}: A talk." for head in heads), "2021-05-06")] == values


def test_a_reference_that_is_no_day_is_refused() -> None:
    with pytest.raises(TimelineError, match="2021-02-30"):
        tag("yesterday", "2021-02-30")


def test_a_lexicon_of_ones_own_adds_words() -> None:

    mine = Lexicon.default().extended_text("[time_holidays]\nwords\trule\nfreedonia day\t07-09\n")
    (hit,) = tag("On Freedonia Day 2019 they met.", None, lexicon=mine)
    assert hit.when.edtf == "2019-07-09"


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ("[time_months]\nwords\tvalue\nsmarch\tthirteen\n", "mine:3: a number is wanted"),
        ("[time_glue]\nwords\tclass\nbetwixt\tpreposition\n", "mine:3: there is no class 'preposition'"),
    ],
)
def test_a_bad_row_is_named(rows: str, problem: str) -> None:

    with pytest.raises(LexiconError, match=problem):
        tag("On May 3 they met.", lexicon=Lexicon.default().extended_text(rows, "mine"))
