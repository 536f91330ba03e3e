"""Who did it and who was hit, where grammar or the text before has to tell."""

from __future__ import annotations

import pytest

from tests.wordings import Parties, told_alone


@pytest.mark.parametrize(
    ("text", "type_", "actors", "targets"),
    [
        # those who act together
        ("Iran's foreign minister met his Turkish counterpart.", "CONSULT", ("IRN", "TUR"), ()),
        ("Ann Berg of Norway and John Holm of Sweden met on Monday.", "CONSULT", ("NOR", "SWE"), ()),
        ("France joined Britain in condemning Russia.", "ACCUSE", ("FRA", "GBR"), ("RUS",)),
        ("Norway and its allies expelled two Russian envoys.", "SANCTION", ("NOR",), ("RUS",)),
        ("Egypt, Sudan and Chad met. The three countries signed a pact.", "SUPPORT", ("EGY", "SDN", "TCD"), ()),
        ("Egypt and Sudan met. Each promised to help Chad.", "AGREE", ("EGY", "SDN"), ("TCD",)),
        ("Together with Uganda, Kenya imposed sanctions on Rwanda.", "SANCTION", ("KEN", "UGA"), ("RWA",)),
        ("The Kenyan premier spoke to President Museveni of Uganda.", "CONSULT", ("KEN", "UGA"), ()),
        # whose offer it is, and what is no party of an act
        ("Chad accepted a Libyan proposal to end the fighting.", "AGREE", ("TCD",), ("LBY",)),
        ("Police in Mali put the Kenyan teacher on a plane to Uganda.", "COERCE", ("MLI",), ("KEN",)),
        ("Kenya denounced Uganda's tariffs. Kampala dropped its WTO case.", "CONCEDE", ("UGA",), ("KEN",)),
        # where a report was written
        ("LIMA - Peru and Chile signed a pact on tuna.", "SUPPORT", ("PER", "CHL"), ()),
        # "it" may be somebody's office
        (
            "President Emmanuel Macron's office defended the raid. It said that Mali had abused the pact.",
            "ACCUSE",
            ("FRA",),
            ("MLI",),
        ),
        # whose words they are, and whose plan is refused
        ("The refusal of Kenya to admit Ugandan observers angered nobody.", "REJECT", ("KEN",), ("UGA",)),
        ("Kenya rejected Uganda's request to extradite two Rwandan rebels.", "REJECT", ("KEN",), ("UGA",)),
        ("Kenya railed against the African Union for its silence on Rwanda.", "ACCUSE", ("KEN",), ("AU",)),
        ("A US-brokered truce between Kenya and Uganda collapsed.", "REJECT", ("KEN", "UGA"), ()),
        # what somebody has announced is an act of his own
        ("Uganda criticised the expulsions that Kenya had announced a day earlier.", "SANCTION", ("KEN",), ("UGA",)),
        ("Uganda deplored the sanctions that Kenya had planned.", "SANCTION", ("KEN",), ("UGA",)),
        # those who serve a body act for it, those who hold an office for its state
        ("UN monitors criticised Mali on Sunday.", "ACCUSE", ("UN",), ("MLI",)),
        ("Estonian Prime Minister Kaja Kallas condemned Russia.", "ACCUSE", ("EST",), ("RUS",)),
        # one's own citizens
        ("Kenya advised its citizens to leave Lebanon.", "REQUEST", ("KEN",), ("Kenyan citizens",)),
        # who answers is who was hit
        ("Uganda shelled a Kenyan village. The army returned fire.", "ASSAULT", ("KEN",), ("UGA",)),
        # whose soldiers they are who are asked for, and whose raids are blamed on whom
        ("Rome asked Cairo to name the policemen who had tortured an Italian.", "ASSAULT", ("EGY",), ("ITA",)),
        ("Kenya criticised Uganda for its support of Rwandan rebels.", "SUPPORT", ("UGA",), ("RWA",)),
        # whom an attack has hit stands with the verb
        ("A Ugandan air raid left ten Kenyan soldiers dead.", "ASSAULT", ("UGA",), ("KEN",)),
        # police do not act on their own state
        ("Uganda shut its embassy in Kenya. Police seized a Ugandan lorry.", "COERCE", ("KEN",), ("UGA",)),
        # passives that share their auxiliary, passives in form only, and what one has done by others
        ("A Turkish minister was halted by Dutch police and escorted to the border.", "COERCE", ("NLD",), ("TUR",)),
        ("Peru shot at an Indian jet; it was shot down and its pilot captured by Peru.", "ASSAULT", ("PER",), ("IND",)),
        ("Peru had two Chilean diplomats expelled.", "SANCTION", ("PER",), ("CHL",)),
        # a name set off by commas parts nothing
        ("Mali gave the French ambassador, Jean Roux, 72 hours to leave.", "SANCTION", ("MLI",), ("FRA",)),
        # what goes to a party is not that party's doing
        ("Chile said gas deliveries to Peru would stop.", "SANCTION", ("CHL",), ("PER",)),
        # whom one addresses, and whom "it" stands for
        (
            "Peru expelled an envoy of Chile. The foreign ministry urged Lima to think again.",
            "REQUEST",
            ("CHL",),
            ("PER",),
        ),
        ("Peru closed the border to Chile. Brazil condemned it.", "ACCUSE", ("BRA",), ("PER",)),
        ("Iran accused Albania of lying. Iran's leader denounced the country.", "ACCUSE", ("IRN",), ("ALB",)),
        ("Japan denounced what it called Chinese bullying.", "ACCUSE", ("JPN",), ("CHN",)),
        # two parties stand beside each other; counting words stand for what they count
        (
            "Chile expelled an envoy of Peru. Talks between Peru's minister and the president were held in Lima.",
            "CONSULT",
            ("PER", "CHL"),
            (),
        ),
        ("A swarm of Iranian drones hit a base in Iraq.", "ASSAULT", ("IRN",), ("IRQ",)),
        # organs of two words
        ("Peru attacked Chile on Monday. The air force bombed a port.", "ASSAULT", ("PER",), ("CHL",)),
        # what a state shuts is its own
        ("Peru said that its airspace was closed to Chilean planes.", "SANCTION", ("PER",), ("CHL",)),
        ("Chile said that Peruvian ports were closed to its ships.", "SANCTION", ("PER",), ("CHL",)),
        # the opposition is not its state
        (
            "Peru recalled its envoy. Opposition leaders accused Peru of panic.",
            "ACCUSE",
            ("Opposition leaders",),
            ("PER",),
        ),
        # whom an act is aimed at by name is not the unnamed minister's state
        (
            "The EU rebuked Chad. Ann Moyo, the information minister, accused the EU of lying.",
            "ACCUSE",
            ("TCD",),
            ("EU",),
        ),
        # one's own people by name, people abroad by their state
        ("Sweden arrested former minister Nils Berg on Monday.", "COERCE", ("SWE",), ("Nils Berg",)),
        ("A Saudi air strike killed 20 people in Yemen.", "ASSAULT", ("SAU",), ("YEM",)),
        # before a court one complains, but not about it
        ("Peru filed a protest at the World Trade Organization about Chilean quotas.", "ACCUSE", ("PER",), ("CHL",)),
        ("Peru criticised the World Trade Organization.", "ACCUSE", ("PER",), ("WTO",)),
        ("Peru lodged a complaint against Chile with the World Trade Organization.", "ACCUSE", ("PER",), ("CHL",)),
    ],
)
def test_parties(text: str, type_: str, actors: Parties, targets: Parties) -> None:
    found = told_alone(text)
    assert (type_, actors, targets) in found, found
