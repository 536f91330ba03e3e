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
        ("Kenya and Uganda have quarrelled over the lake since 1990.", 0),
        ("Kenya keeps Uganda on a list of sponsors of terrorism.", 0),
    ],
)
def test_no_more_acts(text: str, count: int) -> None:
    assert len(told(text)) == count, told(text)
