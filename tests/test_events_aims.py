"""Whom an act is aimed at where the words for it do not stand in a slot of its verb."""

from __future__ import annotations

import pytest

from tests.wordings import Parties, Told, told_alone

#: Who the quarrel is between, told before a sentence that leaves them out.
_BEFORE = "Chad accused Sudan of spying. "


def in_any_order(told: list[Told]) -> list[Told]:
    """The same, the parties of either side in the order of their labels."""
    return [(type_, tuple(sorted(actors)), tuple(sorted(targets))) for type_, actors, targets in told]


@pytest.mark.parametrize(
    ("text", "type_", "actors", "targets"),
    [
        # a crowd at a post is against the state whose post it is
        ("Crowds marched on the Swedish embassy in Rabat.", "PROTEST", ("Crowds",), ("SWE",)),
        ("Demonstrators marched past the French embassy in Bamako.", "PROTEST", ("Demonstrators",), ("FRA",)),
        ("Students protested in front of Japan's consulate in Seoul.", "PROTEST", ("Students",), ("JPN",)),
        # all the states where envoys are posted
        ("Kenya's envoys to Chad and Niger have been recalled.", "SANCTION", ("KEN",), ("NER", "TCD")),
        # whose plan it is, not where it is done
        ("Greece protested over Turkey's decision to drill off Cyprus.", "ACCUSE", ("GRC",), ("TUR",)),
        ("Norway protested over Denmark's plan to build near Germany.", "ACCUSE", ("NOR",), ("DNK",)),
        # whom the deed hit that one is sorry for
        ("Chad apologised for remarks that had angered Sudan and Libya.", "CONCEDE", ("TCD",), ("LBY", "SDN")),
        # what is done to one's people
        ("Malta has had ten citizens deported.", "COERCE", (), ("MLT",)),
        # the town where others meet
        ("Togo accused Ghana of theft. Togo boycotted a summit in Nairobi.", "REJECT", ("TGO",), ("GHA",)),
        # who hit each other
        (_BEFORE + "Shelling on Monday killed nine people on both sides.", "ASSAULT", ("SDN", "TCD"), ()),
        # those whom another state takes in
        ("Chile granted asylum to Ana Rojas, a former minister of Peru.", "AID", ("CHL",), ("Ana Rojas",)),
        ("Pavel Orlov, a Russian colonel, was granted asylum in Poland.", "AID", ("POL",), ("Pavel Orlov",)),
        # who is threatened, and not who is to be helped
        (_BEFORE + "Chad vowed to answer any attack on Niger.", "THREATEN", ("TCD",), ("SDN",)),
        (_BEFORE + "Chad warned against arming Niger.", "THREATEN", ("TCD",), ("SDN",)),
        # to whom one promises something
        ("Armenia promised to vote Georgia on to the committee.", "AGREE", ("ARM",), ("GEO",)),
        # for whose sake, and against whom
        ("Chile raided Peru. Brazil called home its envoy in solidarity with Peru.", "SANCTION", ("BRA",), ("CHL",)),
    ],
)
def test_targets(text: str, type_: str, actors: Parties, targets: Parties) -> None:
    assert (type_, actors, targets) in in_any_order(told_alone(text))


@pytest.mark.parametrize(
    ("text", "type_", "actors", "targets"),
    [
        # a noun that sums up what was told
        ("Peru closed its border on Monday, a step that Brazil criticised.", "ACCUSE", ("BRA",), ("PER",)),
        ("Turkey telephoned Syria, a gesture that was criticised by Greece.", "ACCUSE", ("GRC",), ("TUR",)),
        ("Peru proposed a joint patrol to Chile, an idea that Ecuador rejected.", "REJECT", ("ECU",), ("PER",)),
        ("Germany spoke to Belarus by telephone, a move denounced by Poland.", "ACCUSE", ("POL",), ("BLR", "DEU")),
        ("Mali expelled two French envoys, a decision that Algeria welcomed.", "SUPPORT", ("DZA",), ("MLI",)),
        # a pronoun for all that was told
        ("Chad suspended trade with Sudan, which Libya condemned.", "ACCUSE", ("LBY",), ("TCD",)),
        ("Chad suspended trade with Sudan, to which Libya objected.", "ACCUSE", ("LBY",), ("TCD",)),
        ("Peru seized two Chilean trawlers, which Bolivia applauded.", "SUPPORT", ("BOL",), ("PER",)),
        # one that judges the thing itself
        ("Chad met Libya, which condemned Sudan.", "ACCUSE", ("LBY",), ("SDN",)),
    ],
)
def test_judgements_of_what_was_told(text: str, type_: str, actors: Parties, targets: Parties) -> None:
    assert (type_, actors, targets) in in_any_order(told_alone(text))


@pytest.mark.parametrize(
    ("text", "acting", "asked"),
    [
        ("At Japan's request the Security Council condemned the launch.", "UN", "JPN"),
        ("Turkey shut the road to Syria on Friday at the request of Greece.", "TUR", "GRC"),
        ("On the urging of Peru, Chile recalled its envoy from Bolivia.", "CHL", "PER"),
    ],
)
def test_on_request(text: str, acting: str, asked: str) -> None:
    """Who acts was asked to; whoever asked is not whom it is done to."""
    found = told_alone(text)
    assert ("REQUEST", (asked,), (acting,)) in found
    assert not any(acting in actors and asked in targets for _, actors, targets in found)


def test_a_body_that_is_a_side_may_be_meant() -> None:
    text = (
        "Mali ordered the UN to leave. The UN refused. The UN said that it had a mandate. The UN protested. "
        "Bamako expelled a spokesman on Friday."
    )
    assert ("SANCTION", ("MLI",), ("UN",)) in told_alone(text)


@pytest.mark.parametrize(
    ("text", "type_", "actors", "targets"),
    [
        # who is described, not who describes
        ("Peru branded Chile as a country that arms rebels.", "ACCUSE", ("PER",), ("CHL",)),
        # a person convicted by the courts of his own state, under his name
        ("Mexico protested. Jorge Glas has been convicted of graft.", "SANCTION", ("ECU",), ("Jorge Glas",)),
        # nobody is suspected yet
        (_BEFORE + "Chad opened an inquiry into the murder of one Sudanese exile.", "ACCUSE", ("TCD",), ()),
        (_BEFORE + "Chad opened an inquiry into a Sudanese bank.", "ACCUSE", ("TCD",), ("SDN",)),
        # what is done to one's people, in words that could tell what they did
        ("Malta has had ten citizens turned back.", "SANCTION", (), ("MLT",)),
        # a measure at home is aimed at whom its sentence speaks of
        (_BEFORE + "Chad shut its airports to any flight that crosses Sudan.", "COERCE", ("TCD",), ("SDN",)),
        # what one of several condemned, the other condemns
        (
            "Ghana shelled a port of Togo. Togo broke off ties. Kenya denounced the attack, as did Peru.",
            "ACCUSE", ("PER",), ("GHA",),
        ),
        # one's own people by the words for them
        ("Canada told Canadian citizens to leave Haiti.", "REQUEST", ("CAN",), ("Canadian citizens",)),
        # whose the regional government is
        ("Tigray voted. Ethiopia froze the funds of the regional government.", "SANCTION", ("ETH",), ("Tigray",)),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, type_: str, actors: Parties, targets: Parties) -> None:
    assert (type_, actors, targets) in told_alone(text)


@pytest.mark.parametrize(
    ("text", "type_", "actors", "targets"),
    [
        # who signs a bargain does so with the other one
        (_BEFORE + "Chad signed a treaty on Monday.", "SUPPORT", ("SDN", "TCD"), ()),
        (_BEFORE + "Chad closed its road to Sudan. The deal was sealed on Thursday.", "AGREE", ("SDN", "TCD"), ()),
        # who welcomes it takes nobody's side
        (
            "Iran freed a ship. Norway praised Iran. The United States called the deal a breakthrough.",
            "SUPPORT", ("USA",), (),
        ),
        # who blames a bargain blames those who came to it, all of them
        ("Peru and Chile signed a pact. Bolivia said the pact was a betrayal.", "ACCUSE", ("BOL",), ("CHL", "PER")),
        (
            "Iran and six world powers struck a deal. Oman called the deal a disaster.",
            "ACCUSE", ("OMN",), ("CHN", "DEU", "FRA", "GBR", "IRN", "RUS", "USA"),
        ),
        # and who gives way in it does so to the others
        (
            "Iran and six world powers struck a deal. Iran agreed not to install pumps.",
            "AGREE", ("IRN",), ("CHN", "DEU", "FRA", "GBR", "RUS", "USA"),
        ),
        # a measure is taken back by who had taken it
        ("Iran is to close a mine in return for a removal of some American sanctions.", "CONCEDE", ("USA",), ("IRN",)),
        # what one agrees to is done for the other
        (_BEFORE + "Chad agreed to reopen the road.", "CONCEDE", ("TCD",), ("SDN",)),
    ],
)  # fmt: skip
def test_bargains(text: str, type_: str, actors: Parties, targets: Parties) -> None:
    assert (type_, actors, targets) in in_any_order(told_alone(text))


@pytest.mark.parametrize(
    ("text", "type_", "actors", "targets"),
    [
        # who is to be let go, or given back, is not asked for it: whoever holds him is
        ("Peru seized three Chilean boats. Bolivia demanded the release of the Chilean boats.",
         "REQUEST", ("BOL",), ("PER",)),
        ("Peru jailed two Chilean pilots. Bolivia demanded that the pilots be freed.", "REQUEST", ("BOL",), ("PER",)),
        ("Peru seized a Chilean ferry. Bolivia called for the ferry to be released.", "REQUEST", ("BOL",), ("PER",)),
        ("Peru kidnapped Chilean boys. Bolivia demanded the return of the Chilean boys.",
         "REQUEST", ("BOL",), ("PER",)),
        ("Bolivia demanded the return of Chile to the pact.", "REQUEST", ("BOL",), ("CHL",)),
        ("Togo asked Benin for the extradition of a Ghanaian banker.", "REQUEST", ("TGO",), ("BEN",)),
        # a deed is undone by whoever did it
        ("Peru held three Chilean nurses. Chile asked for their release. Bolivia also called for the release of the"
         " three.", "REQUEST", ("BOL",), ("PER",)),
        ("Peru shut its ports to Chile. Bolivia urged the swift reopening of the ports.",
         "REQUEST", ("BOL",), ("PER",)),
        # what is called stands before the preposition
        ("Peru fell out with Chile. The African Union called an urgent summit on the quarrel for Friday.",
         "CONSULT", ("AU",), ()),
        ("Peru fell out with Chile. Bolivia called for an urgent summit of the OAS.", "REQUEST", ("BOL",), ("OAS",)),
        ("Peru fell out with Chile. Bolivia called a meeting of the regional bloc.", "CONSULT", ("BOL",), ()),
        ("The EU convened a special session on Togo.", "CONSULT", ("EU",), ()),
        # words that tell when
        ("Bolivia called Tuesday on Chile to reopen its ports.", "REQUEST", ("BOL",), ("CHL",)),
        ("Bolivia called once again on Chile to reopen its ports.", "REQUEST", ("BOL",), ("CHL",)),
        ("Bolivia called late Thursday for Chile to reopen its ports.", "REQUEST", ("BOL",), ("CHL",)),
        # a row behind a name in two parts
        ("Togo appealed to the Organization of American States and the African Union.",
         "REQUEST", ("TGO",), ("OAS", "AU")),
        ("Rwanda accused the Democratic Republic of Congo and Burundi of theft.",
         "ACCUSE", ("RWA",), ("COD", "BDI")),
        # who must be freed is not asked
        ("Chad took three Danish sailors captive. Norway said the sailors must be freed.",
         "REQUEST", ("NOR",), ("TCD",)),
        # at whose request it is done
        ("The firm Foomar turned over its logs at the request of the Norwegian police.",
         "REQUEST", ("NOR",), ("Foomar",)),
        # the like is done to the like
        ("Peru called off a visit by the Chilean minister. Bolivia had called off similar visits.",
         "REJECT", ("BOL",), ("CHL",)),
        ("Peru barred a march by Chilean exiles. Bolivia had barred two such marches.", "COERCE", ("BOL",), ("CHL",)),
        # some states are those of them that are named
        ("A dozen EU states, led by Poland, expelled Russian envoys.", "SANCTION", ("POL",), ("RUS",)),
        ("A group of Arab states led by Oman cut ties with Iran.", "SANCTION", ("OMN",), ("IRN",)),
        ("A string of African countries, including Togo and Benin, cut ties with Iran.",
         "SANCTION", ("TGO", "BEN"), ("IRN",)),
        ("Four Arab countries, among them Oman and Qatar, cut ties with Iran.",
         "SANCTION", ("OMN", "QAT"), ("IRN",)),
        # whom calls go to, and who writes a letter
        ("Calls on Togo to free the poet grew louder.", "REQUEST", (), ("TGO",)),
        ("Togo faces calls to free the poet.", "REQUEST", (), ("TGO",)),
        ("Norway sent a letter to Togo asking for the release of the poet.", "REQUEST", ("NOR",), ("TGO",)),
        # who does what somebody finds fault with
        ("Norway criticised the sale of jets to Chad by Sweden.", "ACCUSE", ("NOR",), ("SWE",)),
        ("Norway objected to the transfer of tanks to Chad by France.", "ACCUSE", ("NOR",), ("FRA",)),
        # whose the thing is that somebody objects to or asks for
        ("Norway objected to the plan by Chad.", "REJECT", ("NOR",), ("TCD",)),
        ("Norway protested against the ban by Chad on salmon.", "ACCUSE", ("NOR",), ("TCD",)),
        ("Norway called for an inquiry into the raid by Chad.", "REQUEST", ("NOR",), ("TCD",)),
    ],
)  # fmt: skip
def test_who_is_asked(text: str, type_: str, actors: Parties, targets: Parties) -> None:
    assert (type_, actors, targets) in told_alone(text)
