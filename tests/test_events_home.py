"""Acts of home and law: power taken, people held and tried, papers shut, crowds, strikes, votes disputed."""

from __future__ import annotations

import pytest

from timeline import extract

CASES = [
    ("COERCE seize", "Malian officers toppled President Keita on Friday."),
    ("COERCE arrest", "Kenyan police seized three union organisers at a hotel in Kisumu."),
    ("COERCE arrest", "The opposition leader was confined to his home by Ugandan soldiers."),
    ("COERCE arrest", "Togo threw four students into prison."),
    ("COERCE arrest", "Zambian police caught the fugitive lawmaker at the border."),
    ("COERCE restrict", "Police kept farmers away from the parliament in Lima."),
    ("COERCE restrict", "Police sealed off the square in Dushanbe."),
    ("COERCE restrict", "Gendarmes set up roadblocks around the Gambian capital."),
    ("COERCE restrict", "Togolese police stopped a rally of the opposition."),
    ("COERCE censor", "Gabon cancelled the licences of three weekly papers."),
    ("COERCE censor", "Uganda cut telephone lines in the north."),
    ("COERCE seize", "Kenyan police raided the newsroom of a weekly."),
    ("COERCE martial-law", "Chad's military rulers suspended the constitution."),
    ("ASSAULT crowd-control", "Police in Dakar broke up a sit-in."),
    ("SANCTION convict", "Four marchers received death sentences in Sudan."),
    ("SANCTION convict", "A Sudanese judge convicted two teachers."),
    ("ACCUSE allege", "Gabon's opposition said it would appeal against the results."),
    ("ACCUSE allege", "The former Kenyan minister went on trial on Tuesday."),
    ("COOPERATE None", "Chad handed a rebel commander over to the court in The Hague."),
    ("PROTEST obstruct", "Marchers broke into the congress building in Lima."),
    ("PROTEST riot", "Marchers hurled bricks at police in Chisinau."),
    ("PROTEST strike", "The Paraguayan unions called a strike for Monday."),
    ("PROTEST riot", "Soldiers mutinied over pay in Ivory Coast."),
    ("REJECT None", "Gabon's opposition contested the result."),
    ("REJECT assist", "A court in Papua New Guinea halted the premier's bid to stay in office."),
]


@pytest.mark.parametrize(("act", "text"), CASES)
def test_act_of_home(act: str, text: str) -> None:
    found = [f"{e.type} {e.mode}" for e in extract(text, published="2024-05-06").events]
    assert act in found


def test_an_oath_of_office_is_no_threat() -> None:
    found = extract("The new Kenyan president was sworn in on Tuesday.", published="2024-05-06").events
    assert not found


STORY = (
    "Police in Malawi fired tear gas at marchers outside parliament on Monday. "
    "Officers seized scores of union leaders. The cabinet outlawed rallies. Soldiers detained a number of teachers."
)


def test_where_politics_is_told_acts_need_no_named_state() -> None:
    found = [e.trigger for e in extract(STORY, published="2024-05-06").events]
    assert {"seized", "outlawed", "detained"} <= set(found)
