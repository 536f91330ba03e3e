"""What agency reports tell by the way: talks that came to nothing, visits and calls, what a measure is for, shares."""

from __future__ import annotations

import pytest

from tests.wordings import Parties, told


@pytest.mark.parametrize(
    ("text", "type_", "actors", "targets"),
    [
        # talks without a result were held; a truce or a deal that broke down is given up
        ("Talks between Kenya and Uganda broke up in acrimony.", "CONSULT", ("KEN", "UGA"), ()),
        ("Negotiations between Kenya and Uganda ended without result.", "CONSULT", ("KEN", "UGA"), ()),
        ("A deal between Kenya and Uganda fell apart.", "REJECT", ("KEN", "UGA"), ()),
        ("Kenya broke off talks with Uganda.", "REJECT", ("KEN",), ("UGA",)),
        # who meets, and does something there
        ("Meeting in Lima, Kenya and Uganda signed a pact.", "CONSULT", ("KEN", "UGA"), ()),
        ("The foreign ministers of Kenya and Uganda, meeting in Lima, signed a pact.", "CONSULT", ("KEN", "UGA"), ()),
        # who does something on a visit or in a call
        ("The Kenyan premier, on a visit to Kampala, praised the pact.", "CONSULT", ("KEN",), ("UGA",)),
        ("Kenya's president assured Uganda of his help in a telephone call.", "CONSULT", ("KEN",), ("UGA",)),
        # who has done one thing since some time, and does another
        ("Kenya, which has shelled Uganda since March, freed the crew.", "RETREAT", ("KEN",), ("UGA",)),
        # a share of what is hit
        ("Kenya closed the whole of its border with Uganda.", "SANCTION", ("KEN",), ("UGA",)),
        ("Kenya pulled the last of its soldiers out of Uganda.", "RETREAT", ("KEN",), ("UGA",)),
        # its own people are called home, others sent out
        ("Kenya flew home its diplomats from Uganda.", "SANCTION", ("KEN",), ("UGA",)),
        # a state arrests people and takes soldiers captive; groups kidnap
        ("Kenya seized two Ugandan reporters.", "COERCE", ("KEN",), ("UGA",)),
        ("Kenya captured two Ugandan soldiers.", "ASSAULT", ("KEN",), ("UGA",)),
        ("Hezbollah seized two Ugandan reporters.", "ASSAULT", ("Hezbollah",), ("UGA",)),
        # soldiers who cross a border have not yet fought
        ("Kenyan troops crossed into Uganda.", "MOBILIZE", ("KEN",), ("UGA",)),
        # an attack that sums up what was told is not what was hit
        ("Gunmen killed nine Kenyans, a raid that Kenya blames on Uganda.", "ACCUSE", ("KEN",), ("UGA",)),
        # done likewise is what the main clause tells
        (
            "Kenya expelled a Ugandan envoy after police beat two marchers in Kampala. Togo followed suit.",
            "SANCTION",
            ("TGO",),
            ("UGA",),
        ),
        # two measures of one sentence
        ("Kenya expelled two Ugandans and ordered the closure of a Ugandan school.", "SANCTION", ("KEN",), ("UGA",)),
        # what an attack hits, who is shot at, towns that are lost
        ("Kenyan air strikes hit Kampala on Monday.", "ASSAULT", ("KEN",), ("UGA",)),
        ("A Kenyan raid hit Kampala.", "ASSAULT", ("KEN",), ("UGA",)),
        ("A Ugandan convoy came under fire.", "ASSAULT", ("TCD",), ("UGA",)),
        ("Kampala fell to Hezbollah.", "COERCE", ("Hezbollah",), ("UGA",)),
        # a particle stands behind what is taken, a preposition before a place or a year
        ("Kenya took nine Ugandans hostage in 1999.", "ASSAULT", ("KEN",), ("UGA",)),
        # who is asked something is not invited
        ("Kenya asked the Ugandan president to lower the fee.", "REQUEST", ("KEN",), ("UGA",)),
        # an aside behind "and" leaves the subject as it is
        (
            "Kenya paid farmers in Chad and Mali and, under pressure from Oslo, freed a Ugandan crew.",
            "RETREAT",
            ("KEN",),
            ("UGA",),
        ),
        # said without "that", and an object without an article
        ("Kenya said Uganda attacked ships.", "ACCUSE", ("KEN",), ("UGA",)),
        ("Kenya says Ugandan police tortured women.", "ASSAULT", ("UGA",), ("women",)),
        ("Officials said Kenyan gunmen killed Ugandan nuns.", "ASSAULT", ("KEN",), ("UGA",)),
        ("Analysts say Kenya blocked exports to Uganda.", "SANCTION", ("KEN",), ("UGA",)),
        ("Officials believe Kenyan agents poisoned wells in Uganda.", "ASSAULT", ("KEN",), ("UGA",)),
        # what a measure is for
        ("Kenya banned tea to punish Uganda.", "SANCTION", ("KEN",), ("UGA",)),
    ],
)
def test_told_by_the_way(text: str, type_: str, actors: Parties, targets: Parties) -> None:
    assert (type_, actors, targets) in told(text), told(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("To punish Uganda, Kenya banned its tea.", 1),
        ("Kenya banned Ugandan tea to punish Kampala.", 1),
        # what people march for, where they are brought, what they serve, what nobody saw
        ("Hundreds of women marched through Nairobi to demand protection.", 1),
        ("The wounded Kenyans were taken to hospital.", 0),
        ("The editor is serving a nine-year sentence in Kenya.", 0),
        ("There is no evidence that Kenya shelled Uganda.", 0),
        ("Kenyan tourists visited Uganda.", 0),
        ("Two youths were promised 100 dollars to burn a Kenyan shop.", 0),
        ("Kenyan police fired tear gas and stun grenades at students.", 1),
        ("Kenya expelled six Ugandan envoys and ordered the closure of the Ugandan consulate.", 2),
        ("A deal between Kenya and Uganda ended the war.", 0),
        ("The price of Kenyan tea fell to two dollars.", 0),
        ("Kenya accused Uganda of bombing a market, killing nine women.", 1),
        ("Kenya condemned Uganda for bombing a market, killing nine women.", 2),
        ("Kenya arrested nine Ugandans for spying.", 1),
        ("Kenya said goods imported from Uganda were dear.", 0),
        ("Police in Nairobi, using tear gas, broke up a march.", 1),
        ("Kenya imposed a package of sanctions on Uganda.", 1),
        ("Rebels backed by Uganda seized the Kenyan town of Busia.", 1),
        ("Kenya and Uganda have quarrelled over the lake since 1990.", 0),
        ("Kenya keeps Uganda on a list of sponsors of terrorism.", 0),
    ],
)
def test_no_more_acts(text: str, count: int) -> None:
    assert len(told(text)) == count, told(text)
