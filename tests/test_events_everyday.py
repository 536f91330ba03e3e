"""Plain reports, headlines and histories as everybody writes them: who did it, where it was, what goes on from what."""

from __future__ import annotations

import pytest

from timeline import extract

_PUBLISHED = "2024-05-15"
_Told = tuple[str, str | None, tuple[str, ...], tuple[str, ...], str]


def told(text: str) -> list[_Told]:
    """Type, mode, parties and modality of every event."""
    events = extract(text, published=_PUBLISHED).events
    return [(e.type, e.mode, e.actor_labels, e.target_labels, e.modality) for e in events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # headlines: bare verbs behind plurals, one verb after the other
        ("Turkish planes pound Kurdish camp", ("ASSAULT", "aerial", ("TUR",), ("Kurds",), "actual")),
        ("Taliban ban girls from schools", ("COERCE", "restrict", ("Taliban",), ("girls",), "actual")),
        ("Norwegian MPs back NATO mission", ("SUPPORT", None, ("NOR",), ("NATO",), "actual")),
        ("Two Koreas trade fire at sea", ("ASSAULT", None, ("KOR", "PRK"), (), "actual")),
        (
            "Peru leader quits as protesters storm parliament",
            ("PROTEST", "obstruct", ("protesters",), ("PER",), "actual"),
        ),
        ("Kenya cuts ties with Chad, expels envoys", ("SANCTION", "discontinue", ("KEN",), ("TCD",), "actual")),
        ("Kenya cuts ties with Chad, expels envoys", ("SANCTION", "expel", ("KEN",), ("TCD",), "actual")),
        ("Fijian army topples cabinet, declares curfew", ("COERCE", "curfew", ("FJI",), (), "actual")),
        ("Egypt imposes curfew, arrests dozens", ("COERCE", "arrest", ("EGY",), ("dozens",), "actual")),
        ("Chadian jets bomb Libyan camp", ("ASSAULT", "aerial", ("TCD",), ("LBY",), "actual")),
        (
            "Peruvian envoy shot in Lima by Chadian soldiers",
            ("ASSAULT", "firearms", ("TCD",), ("PER",), "actual"),
        ),
        # a number that is no less
        (
            "Gunmen killed no fewer than nine Peruvians in Mali.",
            ("ASSAULT", "firearms", ("Gunmen",), ("PER",), "actual"),
        ),
        # where it went off is not who did it
        ("Kabul blast kills dozens", ("ASSAULT", "explosives", (), ("AFG",), "actual")),
        ("A bombing in Kabul wounded 30 pupils.", ("ASSAULT", "explosives", (), ("AFG",), "actual")),
        ("At least nine dead: 9 killed in Kabul market bombing", ("ASSAULT", "explosives", (), ("AFG",), "actual")),
        # those who keep order in the one state that is told of are that state
        ("Security forces arrested 40 marchers in Minsk.", ("COERCE", "arrest", ("BLR",), ("40 marchers",), "actual")),
        ("Soldiers clashed with the gang near Kano in Nigeria.", ("ASSAULT", None, ("NGA", "gang"), (), "actual")),
        # clauses that no comma ends, and what "in which" tells
        (
            "Peru asked Chile for a reply, and when it got no answer it declared war on Chile.",
            ("ASSAULT", None, ("PER",), ("CHL",), "actual"),
        ),
        (
            "Spain mourned the raid in which gunmen killed 40 nuns in Mali.",
            ("ASSAULT", "firearms", ("gunmen",), ("MLI",), "actual"),
        ),
        ("Chile broke off relations and on May 4 declared war.", ("ASSAULT", None, ("CHL",), (), "actual")),
        (
            "Iraqi troops shot a rebel chief in a raid in northern Syria.",
            ("ASSAULT", "firearms", ("IRQ",), ("SYR",), "actual"),
        ),
        # names and titles
        (
            "Secretary of State Antony Blinken phoned the emir of Qatar.",
            ("CONSULT", "phone", ("USA",), ("QAT",), "actual"),
        ),
        (
            "Saudi Foreign Minister Adel al-Jubeir ruled out mediation and said Riyadh was waiting.",
            ("REJECT", "meet", ("SAU",), (), "actual"),
        ),
        # arms for a state, and over one; wares of air and sea
        ("Denmark sent 20 tanks to Ukraine.", ("AID", None, ("DNK",), ("UKR",), "actual")),
        ("Egypt sent 20 tanks to the border.", ("MOBILIZE", "weapons", ("EGY",), (), "actual")),
        ("North Korea launched a rocket over Japan.", ("MOBILIZE", "weapons", ("PRK",), ("JPN",), "actual")),
        ("Britain imposed a naval blockade on Germany.", ("COERCE", "restrict", ("GBR",), ("DEU",), "actual")),
        (
            "Canada suspended operations at its embassy in Khartoum.",
            ("SANCTION", "withdraw", ("CAN",), ("SDN",), "actual"),
        ),
        (
            "Iraq and Iran exchanged 40 prisoners in a deal struck by Oman.",
            ("RETREAT", "release", ("IRQ", "IRN"), (), "actual"),
        ),
        ("The EU voices alarm and calls on Peru to free him.", ("REQUEST", "yield", ("EU",), ("PER",), "actual")),
    ],
)
def test_plain_wordings(text: str, expected: _Told) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Poland held a plane flying from Athens to Riga.", "MOBILIZE"),
        ("Denmark arrested four men suspected of spying for Iran.", "ACCUSE"),
        ("Israel vowed to keep fighting until all captives were returned.", "RETREAT"),
        ("Spain backed the plan, breaking with decades of caution.", "SANCTION"),
        ("Canada will go on speaking out on human rights.", "CONSULT"),
    ],
)
def test_what_is_no_act_of_its_own(text: str, type_: str) -> None:
    assert type_ not in [each[0] for each in told(text)]
