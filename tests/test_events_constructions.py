"""Constructions in which known words tell their act: pro-verbs, what is left out, free relatives, said to have."""

from __future__ import annotations

import pytest

from tests.wordings import told
from timeline import extract


@pytest.mark.parametrize(
    ("text", "type_", "actors", "targets"),
    [
        # the verb before, of another
        ("Peru expelled the Bolivian envoy. So did Chile.", "SANCTION", ("CHL",), ("BOL",)),
        ("Peru expelled the Bolivian envoy, as did Chile.", "SANCTION", ("CHL",), ("BOL",)),
        ("Peru condemned the Bolivian step. Chile did so, too.", "ACCUSE", ("CHL",), ("BOL",)),
        ("Peru expelled the Bolivian consul. Its own consul met the same fate.", "SANCTION", ("BOL",), ("PER",)),
        # the thing before, of another
        ("Peru called home its envoy to Bolivia, and Bolivia recalled its own.", "SANCTION", ("BOL",), ("PER",)),
        # a number or a name in the plural before a verb of the present tense
        ("Kenya and Somalia met. The two agree to share the river.", "AGREE", ("KEN", "SOM"), ()),
        ("The two Koreas sign a treaty on the river.", "SUPPORT", ("KOR", "PRK"), ()),
        # what is frozen, whatever it is; what somebody is said to have done
        ("Kenya froze whatever assets they held there.", "SANCTION", ("KEN",), ("LBY",)),
        ("Kenya is said to have rejected the Somali plan.", "REJECT", ("KEN",), ("SOM",)),
        ("Kenya told Somalia on Monday to let Ugandan ships enter its ports.", "REQUEST", ("KEN",), ("SOM",)),
        # who says that another one did wrong
        ("Kenya said that Somali gunmen had killed two policemen.", "ACCUSE", ("KEN",), ("SOM",)),
        # a telephone call of both
        ("Kenya and Somalia settled the matter in a long telephone call.", "CONSULT", ("KEN", "SOM"), ()),
        ("At talks in Doha on Sunday, Kenya and Somalia agreed to a truce.", "CONSULT", ("KEN", "SOM"), ()),
        ("Kenya, in a telephone call with the Somali leader, urged calm.", "CONSULT", ("KEN",), ("SOM",)),
        ("After talks between the leaders of Kenya and Somalia, the road was cleared.", "CONSULT", ("KEN", "SOM"), ()),
        # a verb of one meaning with an object that no row names
        ("Kenya banned the Somali almanac.", "SANCTION", ("KEN",), ("SOM",)),
        # who follows and it is not said whom; a purpose that is a request; a wrong that is no act of itself
        ("Kenya recognised the Somali junta in May, and Chad followed on Sunday.", "SUPPORT", ("TCD",), ("SOM",)),
        ("A Kenyan envoy flew to Oslo to plead for loans.", "REQUEST", ("KEN",), ("NOR",)),
        ("Kenya maintains that Somalia shelters the bandits.", "ACCUSE", ("KEN",), ("SOM",)),
        ("The Kenyan foreign minister was in Mogadishu last week.", "CONSULT", ("KEN",), ("SOM",)),
        ("He thanked the Somali president, whom he had phoned at dawn.", "CONSULT", (), ("SOM",)),
        # what may yet be is planned, if it is a friendly act of both
        ("Kenya and Somalia may meet in Doha in June.", "CONSULT", ("KEN", "SOM"), ()),
        # a thing called by what it is an act of; scorn, whatever the word
        ("Kenya termed the Somali raid a planned act of aggression.", "ACCUSE", ("KEN",), ("SOM",)),
        ("Kenya painted Somalia as a haven of smugglers.", "ACCUSE", ("KEN",), ("SOM",)),
        # whoever is told to shut a post or a newsroom is hit, whoever says so
        ("Kenya ordered a Somali broadcaster to close its bureau in Nairobi.", "COERCE", ("KEN",), ("SOM",)),
        ("A Somali broadcaster was ordered to shut its bureau in Kenya.", "COERCE", ("KEN",), ("SOM",)),
        ("Somalia was told to cut the staff of its mission in Kenya.", "SANCTION", ("KEN",), ("SOM",)),
        # what gunners bring down is shot at, though a pronoun tells what it was
        ("A Somali drone came over at dawn. Kenyan gunners brought it down.", "ASSAULT", ("KEN",), ("SOM",)),
        # that by which somebody is hit is not whom it hits
        ("A Somali exile was attacked with a nerve agent.", "ASSAULT", ("TCD",), ("SOM",)),
        # what was told ends before a comma and "and"
        ("Kenya said that the crew were spies, and expelled the Somali consul.", "SANCTION", ("KEN",), ("SOM",)),
        # names in a row between a verb and its particle; in "called its man in Oslo home", "in" is no particle
        ("Kenya ordered its envoys in Oslo, Mogadishu and Rome home.", "SANCTION", ("KEN",), ("NOR", "SOM", "ITA")),
        # to court, and what a bloc does without police
        ("Kenya took the Somali dispute to the international court.", "ACCUSE", ("KEN",), ("SOM",)),
        ("The European Union froze the funds of six Somali ministers.", "SANCTION", ("EU",), ("SOM",)),
        # what somebody will not do is read where no other word of the sentence tells an act
        ("Kenya will not wait for Somali maps.", "REJECT", ("KEN",), ("SOM",)),
        # measures end, and traffic goes on again
        ("Kenyan curbs on Somali nurses fell away in May.", "CONCEDE", ("KEN",), ("SOM",)),
        ("Somali lorries are rolling again to Kenya.", "CONCEDE", ("SOM",), ("KEN",)),
        ("Kenya was livid at the Somali decree.", "ACCUSE", ("KEN",), ("SOM",)),
        # who agrees or promises to give way, gives way; regret is for an own deed or over another's
        ("Kenya agreed to lift the ban on Somali milk.", "CONCEDE", ("KEN",), ("SOM",)),
        ("A Kenyan promise to lift the ban on Somali milk calmed nobody.", "CONCEDE", ("KEN",), ("SOM",)),
        ("Kenya voiced regret over the Somali decree.", "ACCUSE", ("KEN",), ("SOM",)),
        ("Kenya expressed regret for the deaths of two Somali boys.", "CONCEDE", ("KEN",), ("SOM",)),
        # armies are moved, made ready and shown
        ("Kenya wheeled out howitzers along the Somali border.", "MOBILIZE", ("KEN",), ("SOM",)),
        ("Kenyan submarines prowled off the Somali coast.", "MOBILIZE", ("KEN",), ("SOM",)),
        ("Kenya reactivated a reactor, to Somali dismay.", "MOBILIZE", ("KEN",), ("SOM",)),
    ],
)
def test_construction(text: str, type_: str, actors: tuple[str, ...], targets: tuple[str, ...]) -> None:
    assert (type_, actors, targets) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "So did Chile.",  # nothing before it that a verb tells of another
        "Kenya did as it liked.",
        "Protests followed.",
        "The right to enter the port belongs to Kenya.",
    ],
)
def test_no_act(text: str) -> None:
    found = extract(text, published="2021-06-01").events
    assert found == ()


@pytest.mark.parametrize(
    ("text", "type_", "actors", "targets"),
    [
        # what somebody will not do, whatever it is, he refuses
        ("The Kenyan president told Somalia that he would not wait for the map.", "REJECT", ("KEN",), ("SOM",)),
        # the verb that a row names as its complement, under a frame of ending
        ("Kenyan railways stopped accepting Somali coal.", "SANCTION", ("KEN",), ("SOM",)),
        # proposals and invitations are offers; who brokers a deal mediates; what a deadline is set for is asked
        ("Kenya proposed that Somali officials meet its own.", "AGREE", ("KEN",), ("SOM",)),
        ("Kenya invited Somali officers to inspect the port.", "AGREE", ("KEN",), ("SOM",)),
        ("Kenya gave Somalia until Friday to free the crew.", "REQUEST", ("KEN",), ("SOM",)),
        ("A crowd in Nairobi tore down the fence of the Somali embassy.", "PROTEST", ("crowd",), ("SOM",)),
        ("A Kenyan court pronounced the Somali officer guilty.", "SANCTION", ("KEN",), ("SOM",)),
        ("Kenyan aircraft brought soldiers to Somalia.", "MOBILIZE", ("KEN",), ("SOM",)),
        ('The Somali map is "a disgrace", the Kenyan minister said.', "ACCUSE", ("KEN",), ("SOM",)),
        ("Trade between Kenya and Somalia resumed in May.", "CONCEDE", ("KEN", "SOM"), ()),
        ("Kenya called the Somali map a farce.", "ACCUSE", ("KEN",), ("SOM",)),
    ],
)
def test_reading(text: str, type_: str, actors: tuple[str, ...], targets: tuple[str, ...]) -> None:
    assert (type_, actors, targets) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ten soldiers were killed when Somali gunmen attacked a Kenyan army post.",
        "Two Kenyans were wounded on Monday as Somali gunmen shelled a Kenyan town.",
        "Somali gunmen linked to al-Shabaab attacked a Kenyan army post.",
    ],
)
def test_whom_an_attack_hit_is_no_act_beside_it(text: str) -> None:
    assert [e.type for e in extract(text, published="2024-05-15").events] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # each of a list is one more
        ("Togo agreed to free the crew and to reopen the border with Benin.", ["AGREE agreed", "CONCEDE reopen"]),
        (
            "Togo announced the expulsion of an envoy of Benin, the closure of the border with Ghana and a curfew.",
            ["SANCTION expulsion", "SANCTION closure of the border", "COERCE curfew"],
        ),
        # no denial in a count, nor in what goes on from one
        (
            "Clashes between Togo and Benin killed no fewer than ten guards.",
            ["ASSAULT Clashes between Togo and Benin killed"],
        ),
        # what somebody answers for was done
        ("Togo apologised to Benin for shelling its port.", ["CONCEDE apologised", "ASSAULT shelling"]),
        # texts that are not passed
        ("Togo blocked a draft resolution condemning Benin.", ["REJECT blocked"]),
        ("Togo vetoed a resolution condemning Benin.", ["REJECT vetoed"]),
        # the council is no treaty, whatever it bans
        ("The council banned two officials of Benin.", ["SANCTION banned"]),
        ("The assembly of Togo passed a law banning the Benin Union.", ["COERCE banning"]),
        # a camp that is hit is not left; what is fought in court; whom armies say they neutralise
        ("Togo struck a rebel camp in Benin.", ["ASSAULT struck"]),
        ("Togo will fight the extradition of two bankers by Benin.", ["REJECT fight"]),
        ("Togo said its drones had neutralised six gunmen in Benin.", ["ASSAULT neutralised"]),
        ("Togo cut ties with Benin, leaving it with four friends.", ["SANCTION cut ties"]),
        (
            "A court in Togo ordered the release of a reporter of Benin jailed last year.",
            ["RETREAT release", "COERCE jailed"],
        ),
        ("Togo told the envoy of Benin that he was no longer welcome.", ["ACCUSE was"]),
        # what an answer was, who was the first, what somebody is quoted as saying, what there was and was not
        ("Togo's next move was to expel two envoys of Benin.", ["SANCTION expel"]),
        ("Togo's reply was the seizure of two ships of Benin.", ["COERCE seizure"]),
        ("The minister was quoted as saying that Togo had expelled ten nurses of Benin.", ["COERCE expelled"]),
        ("There were clashes between Togo and Benin on Monday.", ["ASSAULT clashes"]),
        ("There has been no Togolese raid on Benin since May.", []),
        # days given, no party of their own; guards in the way
        ("The ministers of the bloc gave Togo three days to free the crew.", ["THREATEN gave"]),
        (
            "Togo prevented lorries of Benin from crossing the border.",
            ["COERCE prevented lorries of Benin from crossing"],
        ),
        ("Togo told reporters that Benin had left.", []),
        # never again; what he tells his own government to do; headlines
        ("Togo pledged never again to shell Benin.", ["AGREE pledged"]),
        ("The president of Togo instructed his government to recognise Kosovo.", ["SUPPORT recognise"]),
        ("Togo, Benin sign peace pact", ["SUPPORT sign"]),
        ("Benin fled from Togo's lightning offensive.", ["ASSAULT lightning offensive"]),
        ("Two ships of Togo chased a trawler of Benin.", ["MOBILIZE chased"]),
        ("Benin condemned the launch of a missile by Togo.", ["ACCUSE condemned", "MOBILIZE launch"]),
        # passengers, patients, a note for the envoy
        ("The leader of Togo boarded a Spanish plane on Saturday.", []),
        ("Benin treats wine of Togo unfairly.", []),
        ("On Monday the ambassador of Togo got a note of protest from Benin.", ["ACCUSE got a note of protest"]),
    ],
)
def test_the_acts_of_a_sentence(text: str, expected: list[str]) -> None:
    events = extract(text, published="2024-05-06").events
    assert [f"{e.type} {e.trigger}" for e in events if e.modality not in ("denied", "hypothetical")] == expected


def test_a_headline_may_tell_what_is_to_come() -> None:
    (event,) = extract("Togo to reopen border with Benin", published="2024-05-06").events
    assert (event.type, event.modality) == ("CONCEDE", "planned")
