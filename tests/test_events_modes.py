"""The mode of an act by the words of its clause, where the trigger says only of what type it is."""

from __future__ import annotations

import pytest

from timeline import extract
from timeline.errors import LexiconError
from timeline.lexicons import Lexicon

TOLD = [
    # what is asked
    ("Norway asked Iran to free the crew.", "REQUEST", "yield"),
    ("Norway urged Iran to hand over the tanker.", "REQUEST", "yield"),
    ("Japan called on Kenya to lift the embargo.", "REQUEST", "yield"),
    ("Chile demanded an apology from Peru.", "REQUEST", "yield"),
    ("Chile demanded that Peru pay compensation.", "REQUEST", "yield"),
    ("Egypt called for an immediate ceasefire from Sudan.", "REQUEST", "yield"),
    ("Poland has asked Belarus for the extradition of two bankers.", "REQUEST", "yield"),
    ("Canada appealed to India to reopen the consulate.", "REQUEST", "yield"),
    ("Brazil urged Peru to resume talks.", "REQUEST", "meet"),
    ("Brazil appealed to Chile and Peru for dialogue.", "REQUEST", "meet"),
    ("Brazil urged the two neighbours to return to the negotiating table.", "REQUEST", "meet"),
    ("Latvia asked Germany for air defence systems.", "REQUEST", "assist"),
    ("Sudan asked the United Nations to send food.", "REQUEST", "assist"),
    ("Greece asked Italy for a loan.", "REQUEST", "assist"),
    ("Ukraine asked the EU for sanctions on Belarus.", "REQUEST", "assist"),
    ("Spain urged Cuba to respect the rights of journalists.", "REQUEST", "change"),
    ("Spain urged Cuba to show restraint.", "REQUEST", "change"),
    ("Spain advised its citizens to leave Haiti.", "REQUEST", "change"),
    ("France demanded the resignation of the minister in Mali.", "REQUEST", "change"),
    ("Sweden asked China to think again.", "REQUEST", "change"),
    # the nearest word decides, and a condition is not what is asked
    ("Kenya urged Uganda to release the lorries before any talks.", "REQUEST", "yield"),
    ("Kenya urged Uganda to hold talks on the release of the lorries.", "REQUEST", "meet"),
    # what stands before its verb
    ("Belgium freed a Dane, whose release Norway had asked for.", "REQUEST", "yield"),
    ("Four Malian women were freed at the request of Togo.", "REQUEST", "yield"),
    # what is refused
    ("Turkey refused to apologise to Israel.", "REJECT", "yield"),
    ("Zimbabwe said that it would not bow to British pressure.", "REJECT", "yield"),
    ("Iran rejected a British demand for the release of the crew.", "REJECT", "yield"),
    ("Cuba rebuffed Mexican calls for mediation.", "REJECT", "meet"),
    ("Serbia ruled out talks with Kosovo.", "REJECT", "meet"),
    ("Hungary refused to send weapons to Ukraine.", "REJECT", "assist"),
    ("Austria rejected Turkey's bid for membership.", "REJECT", "assist"),
    ("Norway asked Iran to free the crew. Iran turned it down.", "REJECT", "yield"),
    ("Peru called on Chile to hold talks. Chile declined.", "REJECT", "meet"),
    # what is threatened
    ("Iran warned Israel that it would bomb its ports.", "THREATEN", "violence"),
    ("Iran threatened Israel with war.", "THREATEN", "violence"),
    ("Kenya threatened to retaliate against Somalia with force.", "THREATEN", "violence"),
    ("Algeria threatened to end gas deliveries to Spain.", "THREATEN", "restrict"),
    ("Serbia warned Croatia of a ban on its goods.", "THREATEN", "restrict"),
    ("The EU warned Belarus of penalties.", "THREATEN", "restrict"),
    ("Jordan threatened to break off relations with Israel.", "THREATEN", "relations"),
    ("Egypt threatened Libya with the expulsion of its envoys.", "THREATEN", "expel"),
    ("Sudan warned the Chadian officers of arrest.", "THREATEN", "arrest"),
    ("Venezuela threatened to annex part of Guyana.", "THREATEN", "territory"),
    ("Serbia warned Croatia of consequences unless it lifted the ban.", "THREATEN", None),
    # by what means
    ("Saudi warplanes attacked a town in Yemen.", "ASSAULT", "aerial"),
    ("Israel killed a Syrian officer in an air raid.", "ASSAULT", "aerial"),
    ("Russian drones attacked a Ukrainian power station.", "ASSAULT", "drone"),
    ("Armenia attacked an Azerbaijani village with artillery.", "ASSAULT", "heavy-weapons"),
    ("Sudanese gunmen killed six Chadians.", "ASSAULT", "firearms"),
    ("Six Kenyans were killed by a car bomb planted by Al-Shabaab.", "ASSAULT", "explosives"),
    ("A suicide bomber sent by Hamas attacked an Israeli bus.", "ASSAULT", "suicide-attack"),
    ("Greek police attacked Albanian marchers with tear gas.", "ASSAULT", "crowd-control"),
    # what the verb acts on is no means
    ("Iran attacked an American drone.", "ASSAULT", None),
    # how people protest, and how states consult
    ("Pakistani youths protested against India, hurling stones at the consulate.", "PROTEST", "riot"),
    ("Mr Orban met Mr Putin in Moscow.", "CONSULT", "visit"),
    ("The foreign ministers of Chile and Peru spoke by telephone.", "CONSULT", "phone"),
    (
        "The foreign ministers of Chile and Peru met on the sidelines of the General Assembly.",
        "CONSULT",
        "multilateral",
    ),
]


@pytest.mark.parametrize(("sentence", "type_", "mode"), TOLD, ids=lambda v: str(v)[:50])
def test_the_words_of_the_clause_tell_the_mode(sentence: str, type_: str, mode: str | None) -> None:
    found = [(e.type, e.mode) for e in extract(sentence, published="2024-03-15").events]
    assert (type_, mode) in found, found


def test_a_mode_is_never_that_of_another_type() -> None:
    text = "Iran seized a British tanker. The attack on the tanker was condemned by Britain. Iran fired at the tanker."
    known = {"seize": "COERCE", "disapprove": "ACCUSE"}
    for event in extract(text, published="2024-03-15").events:
        assert known.get(event.mode or "", event.type) == event.type


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("DANCE\tyield\tobject\t\tfree", "'DANCE' is no event type"),
        ("REQUEST\texpel\tobject\t\tfree", "'expel' is no mode of REQUEST: use one of assist, change, yield, meet"),
        ("REQUEST\tyield\tnear\t\tfree", "where 'near' must be object or means"),
    ],
)
def test_a_wrong_row_is_named(row: str, says: str) -> None:
    mine = Lexicon.default().extended_text(f"[modes]\ntype\tmode\twhere\tover\twords\n{row}\n")
    with pytest.raises(LexiconError, match=says):
        extract("Norway asked Iran to free the crew.", published="2024-03-15", lexicon=mine)
