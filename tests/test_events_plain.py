"""The commonest wordings of news: who owns up to a deed, who denies one, who goes on speaking, whose police it is."""

from __future__ import annotations

import pytest

from timeline import extract

_PUBLISHED = "2024-05-15"


def told(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...], str]]:
    """Type, parties and modality of every event."""
    return [(e.type, e.actor_labels, e.target_labels, e.modality) for e in extract(text, published=_PUBLISHED).events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who claims a deed did it; when nobody does, or somebody denies a part in it, it was done all the same
        (
            "Hezbollah on Friday claimed responsibility for a drone attack on the barracks.",
            ("ASSAULT", ("Hezbollah",), (), "actual"),
        ),
        (
            "Al-Shabaab has claimed responsibility for killing the mayor of Mogadishu.",
            ("ASSAULT", ("al-Shabaab",), ("SOM",), "actual"),
        ),
        (
            "No one has claimed responsibility for the bombing of a hotel in Kabul.",
            ("ASSAULT", (), ("AFG",), "actual"),
        ),
        # who denies something and goes on speaking denies only the one
        (
            "Rwanda denied that its troops had crossed into Congo and accused Kinshasa of bombing a village.",
            ("ACCUSE", ("RWA",), ("COD",), "actual"),
        ),
        (
            "Rwanda denied that it had sent troops and called on the UN to investigate.",
            ("REQUEST", ("RWA",), ("UN",), "actual"),
        ),
        (
            "The Kremlin protested that the order broke the law and warned the United States against another.",
            ("THREATEN", ("RUS",), ("USA",), "threatened"),
        ),
        (
            "Greece complained that Turkish jets had entered its airspace and summoned the Turkish ambassador.",
            ("ACCUSE", ("GRC",), ("TUR",), "actual"),
        ),
        # the police are those of the place where the clause says that they act
        (
            "Chile broke off relations with Ecuador after police stormed the Chilean embassy in Quito.",
            ("COERCE", ("ECU",), ("CHL",), "actual"),
        ),
        (
            "Canada protested after police arrested two Canadians in Beijing.",
            ("COERCE", ("CHN",), ("CAN",), "actual"),
        ),
        # a clause without its pronoun tells what was done by whom, before the main verb or behind it
        (
            "The duties China imposed on Australian barley broke the rules.",
            ("SANCTION", ("CHN",), ("AUS",), "actual"),
        ),
        (
            "The WTO said the duties China imposed on Australian barley broke its rules.",
            ("SANCTION", ("CHN",), ("AUS",), "actual"),
        ),
        (
            "Iran said on Monday that the sanctions Washington imposed in May were illegal.",
            ("SANCTION", ("USA",), ("IRN",), "actual"),
        ),
        (
            "France condemned the sanctions Russia had placed on its officials.",
            ("SANCTION", ("RUS",), ("FRA",), "actual"),
        ),
        (
            "Russia told reporters Ukraine had shelled a village.",
            ("ASSAULT", ("UKR",), ("RUS",), "actual"),
        ),
        # what a deed draws is aimed at whoever did it
        (
            "Norway banned imports from an Israeli firm, which drew criticism from Washington.",
            ("ACCUSE", ("USA",), ("NOR",), "actual"),
        ),
        (
            "Kenya closed the camps on the Somali border, drawing protests from the UN.",
            ("ACCUSE", ("UN",), ("KEN",), "actual"),
        ),
        # a charge that is denied was made
        (
            "Sudan accused the Emirates of arming its enemy, an accusation Abu Dhabi denied.",
            ("ACCUSE", ("SDN",), ("ARE",), "actual"),
        ),
        # people who protest take to the street, states do so in words
        (
            "Farmers were protesting against Poland's decision to open the border to Ukrainian grain.",
            ("PROTEST", ("Farmers",), ("POL",), "actual"),
        ),
        (
            "Poland protested against Ukraine's refusal to open the graves.",
            ("ACCUSE", ("POL",), ("UKR",), "actual"),
        ),
        # "about" before a number at the head of a clause is no preposition
        (
            "Russian police raided casinos in Moscow, and about 130 Georgians were deported on Friday.",
            ("COERCE", ("RUS",), ("GEO",), "actual"),
        ),
        ("Over 100 Georgians were deported from Russia.", ("COERCE", ("RUS",), ("GEO",), "actual")),
        # squares that are cleared of people, travellers who stop, those who meet abroad
        (
            "Riot police cleared the square of several hundred protesters in Kyiv.",
            ("ASSAULT", ("UKR",), ("several hundred protesters",), "actual"),
        ),
        (
            "Ukraine's president flew to China on Tuesday and stopped in Sochi on his way home.",
            ("CONSULT", ("UKR",), ("RUS",), "actual"),
        ),
        (
            "In Bangkok, where they had gone for a forum, the foreign ministers of Japan and South Korea met.",
            ("CONSULT", ("JPN", "KOR"), (), "actual"),
        ),
        ("Police shot dead two protesters in Nampula.", ("ASSAULT", ("MOZ",), ("two protesters",), "actual")),
        # where parties meet takes no part in what they sign
        ("Iran and six powers signed an agreement in Geneva on Sunday.", ("SUPPORT", ("IRN",), (), "actual")),
        # what states do to each other is politics, in whatever words
        (
            "India and Pakistan exchanged fire in Kashmir early on Wednesday, each blaming its neighbour.",
            ("ASSAULT", ("IND", "PAK"), (), "actual"),
        ),
        # who steps back from a deed does not do it
        ("Kenya backed away from expelling the Somali envoy.", ("CONCEDE", ("KEN",), ("SOM",), "actual")),
        # who is killed somewhere is whom the deed hit; a name before the deed, or where it came from, says who did it
        ("A US soldier was killed in Syria on Sunday.", ("ASSAULT", (), ("USA",), "actual")),
        (
            "Three Kenyan policemen were killed in an al-Shabaab ambush.",
            ("ASSAULT", ("al-Shabaab",), ("KEN",), "actual"),
        ),
        ("Two Turkish soldiers were killed in a raid from Syria.", ("ASSAULT", ("SYR",), ("TUR",), "actual")),
        ("Three French soldiers were wounded by a mine in Mali.", ("ASSAULT", (), ("FRA",), "actual")),
        # lines without another verb: what was done to those named first
        ("Two Swedish journalists arrested in Turkey", ("COERCE", ("TUR",), ("SWE",), "actual")),
        ("Two Turkish soldiers killed in raid from Syria", ("ASSAULT", ("SYR",), ("TUR",), "actual")),
        # a time before a name is no part of it
        ("This week China closed the border with Vietnam.", ("SANCTION", ("CHN",), ("VNM",), "actual")),
    ],
)
def test_who_does_it(text: str, expected: tuple[str, tuple[str, ...], tuple[str, ...], str]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "North Korea denied involvement in the sinking of the South Korean corvette.",
        "Iran denied any part in the attack on the Saudi refinery.",
        "Iran denies having any role in the attack on the Saudi refinery.",
    ],
)
def test_who_denies_a_part_takes_nothing_away(text: str) -> None:
    assert [(type_, modality) for type_, _, _, modality in told(text)] == [("ASSAULT", "actual")]


def test_nobody_accuses_himself() -> None:
    found = told("Al-Shabaab said it was behind the attack on a hotel in Mogadishu.")
    assert found == [("ASSAULT", ("al-Shabaab",), ("SOM",), "actual")]


@pytest.mark.parametrize(
    ("published", "actor"),
    [("2016-03-01", "BEL"), ("2023-03-01", "EU")],
)
def test_the_office_of_a_person_is_that_of_the_day(published: str, actor: str) -> None:
    events = extract("Charles Michel condemned Russia.", published=published).events
    assert [e.actor_labels for e in events] == [(actor,)]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Japan removed South Korea from its list on Friday in a row that began when Seoul barred its fish.", "barred"),
        (
            "Iran expelled two Swedes on Monday, deepening a quarrel that erupted after Sweden jailed an Iranian.",
            "jailed",
        ),
        ("Peru recalled its ambassador on Monday in a quarrel sparked by Bolivia's seizure of a mine.", "seizure"),
        ("On Monday Bolivia released three Peruvians whom it had arrested during a strike.", "arrested"),
        ("Bolivia on Monday freed three Peruvians arrested during a protest.", "arrested"),
        ("The United States on Friday lifted sanctions it imposed on two Turkish ministers.", "imposed"),
    ],
)
def test_what_is_told_as_older_is_not_of_the_day(text: str, trigger: str) -> None:
    found = {e.trigger: e.when.edtf for e in extract(text, published=_PUBLISHED).events}
    assert found.pop(trigger) is None
    assert all(found.values())


def test_a_quarrel_is_linked_with_what_it_began_with() -> None:
    timeline = extract(
        "Iran expelled two Swedes on Monday, deepening a row that began when Sweden jailed an Iranian.",
        published=_PUBLISHED,
    )
    events = {e.id: e.trigger for e in timeline.events}
    assert [(events[k.cause], events[k.effect], k.explicit) for k in timeline.links] == [("jailed", "expelled", True)]


def test_a_day_to_come_does_not_move_the_story() -> None:
    events = extract(
        "Japan took South Korea off its list on Friday. It will take effect on May 28.\n\n"
        "Hours later Seoul said it would strike Japan off a list.",
        published=_PUBLISHED,
    ).events
    assert [e.when.edtf for e in events if e.trigger == "strike"] == ["2024-05-10"]


def test_the_two_are_those_of_the_story_not_where_they_meet() -> None:
    events = extract(
        "Japan took South Korea off its list on Friday. Seoul vowed to strike Japan off a list.\n\n"
        "In Bangkok, where they were at a forum, the foreign ministers of the two countries met on Thursday.",
        published="2019-08-16",
    ).events
    assert [set(e.actor_labels) for e in events if e.type == "CONSULT"] == [{"JPN", "KOR"}]


def test_tear_gas_is_fired_at_a_crowd() -> None:
    events = extract(
        "Ukraine froze a pact with the European Union last Monday, and Poland and Lithuania condemned the step.\n\n"
        "On Sunday thousands of people gathered in Kyiv and tried to storm the office of the president. "
        "Police fired tear gas.\n\nThe European Union called for restraint.",
        published="2013-12-10",
    ).events
    assert [e.target_labels for e in events if e.trigger == "fired tear gas"] == [("people",)]


def test_the_president_is_not_the_former_one_of_another_state() -> None:
    events = extract(
        "Ecuador expelled the Mexican ambassador. Quito granted a visa to former Argentine president Cristina "
        "Fernandez. The president condemned Mexico.",
        published=_PUBLISHED,
    ).events
    assert [e.actor_labels for e in events if e.type == "ACCUSE"] == [("ECU",)]


def test_the_police_are_those_of_the_place_just_named() -> None:
    events = extract(
        "Saudi Arabia beheaded a cleric on Saturday. Iran and Iraq condemned it. Protesters in Tehran set fire to the "
        "Saudi embassy. Police arrested 40 people.",
        published=_PUBLISHED,
    ).events
    assert [e.actor_labels for e in events if e.trigger == "arrested"] == [("IRN",)]
