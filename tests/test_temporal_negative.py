"""What looks like a time and is none: the tagger must find nothing, or only what is named."""

from __future__ import annotations

import pytest

from timeline.temporal import tag

NOTHING = [
    # names and verbs
    "They may leave if they wish.",
    "May I come in?",
    "Mrs May told the house so.",
    "Theresa May and her ministers met.",
    "It will march on the capital.",
    "Troops march past the palace.",
    "The sun rose and the band sat down.",
    "She reads The Sun and the Sunday Times.",
    "Jan Novak spoke for the union.",
    "Mar Menor is a lagoon.",
    "Brian May played the guitar.",
    "We march, they may follow, and dec is no word.",
    "THE PRESIDENT MAY VISIT THE PORT",
    # numbers
    "He bought 2010 Year Treasury notes.",
    "Flight 1989 landed safely.",
    "The council passed Resolution 1973.",
    "A Boeing 1900 was parked there.",
    "It cost $2000 or £1999.",
    "Some 2000 people marched.",
    "They lost by 2-1 and 19-21.",
    "The house stands at SW 68th Parkway.",
    "There were 5,000 of them.",
    "Version 2.0.19 is out, and 10.15.7 too.",
    "Call 555-1984 or 202-456-1111.",
    "The address is 192.168.10.20.",
    "About 1950 soldiers were there.",
    "Turn to page 1984.",
    "Room 1812 was empty.",
    "He scored 1066 points.",
    "The ratio was 3:16.",
    "It rose 12% and 45% more.",
    # days that no calendar has
    "On 32 March they met.",
    "It was dated 30 February 2019.",
    "On February 29, 2019 they met.",
    "At 24:99 the bell rang.",
    "It was signed on 2021-13-45.",
    "See 45/45/2021 for that.",
    # phrases
    "The Winter Olympics drew crowds.",
    "The Arab Spring began there.",
    "They watched Saturday Night Live.",
    "The Daily Mail reported it.",
    "The October Revolution changed it all.",
    "He fell and then sprang up.",
    "The fall of the government was near.",
    "Prices fall and wages rise.",
    "It was a second attempt.",
    "Three quarters of them agreed.",
    "He is a 30-year-old man.",
    "The ad 79 was shown.",
    # other languages and odd words
    "informati on fri pple",
    "car a may",
    "de facto and de jure",
]
ONLY = [
    ("Mrs May resigned in June.", ["June"]),
    ("Resolution 1973 was passed in 2011.", ["2011"]),
    ("The Good Friday Agreement of 1998 holds.", ["1998"]),
    ("Of the 2000 troops, most left on Tuesday.", ["Tuesday"]),
    ("The Sunday Times said on Monday that he had gone.", ["Monday"]),
    ("In 2019 people left.", ["2019"]),
    ("It was written in mid-1945.", ["mid-1945"]),
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_time_here(text: str) -> None:
    assert [t.span.text for t in tag(text, "2021-05-06")] == []


@pytest.mark.parametrize(("text", "words"), ONLY)
def test_only_this(text: str, words: list[str]) -> None:
    assert [t.span.text for t in tag(text, "2021-05-06")] == words


def test_now_and_recently_are_left_out_unless_asked_for() -> None:
    text = "It is now so, and recently was not."
    assert tag(text, "2021-05-06") == []
    assert [t.value for t in tag(text, "2021-05-06", vague=True)] == ["PRESENT_REF", "PAST_REF"]
