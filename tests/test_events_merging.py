"""One act, one event: which mentions of a document are brought together, and which stay apart."""

from __future__ import annotations

import pytest

from timeline import extract
from timeline.models import Event


def events(text: str, published: str = "2024-03-15") -> list[Event]:
    return list(extract(text, published=published).events)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # a definite noun points back
        ("Norway expelled two Russian diplomats on Monday. The expulsion came after a row.", "The expulsion"),
        ("Russian jets bombed a Ukrainian town on Monday. The attack lasted an hour.", "The attack"),
        ("India imposed sanctions on Nepal on Monday. The sanctions hurt traders.", "The sanctions"),
    ],
)
def test_a_definite_noun_is_a_mention_of_the_act_before(text: str, words: str) -> None:
    (event,) = events(text)
    assert len(event.mentions) == 2
    assert words.split()[-1] in {m.trigger.text for m in event.mentions}


def test_what_an_attack_did_is_no_second_event() -> None:
    (event,) = events("Russian jets bombed a town in Ukraine on Monday, killing 20 people and wounding 40.")
    assert event.type == "ASSAULT"


def test_the_same_act_by_another_party_stays_apart() -> None:
    found = events("Norway expelled two Russian diplomats. Sweden expelled three Russian diplomats.")
    assert sorted(e.actor_labels for e in found) == [("NOR",), ("SWE",)]


def test_the_same_act_on_another_day_stays_apart() -> None:
    found = events("On March 4 Russia shelled a Ukrainian town. On March 9 Russia shelled a Ukrainian village.")
    assert len(found) == 2


def test_a_ship_suffers_its_seizure() -> None:
    (seized,) = [
        e for e in events("Iran seized a Greek tanker. Athens condemned the tanker's seizure.") if e.type == "COERCE"
    ]
    assert (seized.actor_labels, seized.target_labels, len(seized.mentions)) == (("IRN",), ("GRC",), 2)


def test_the_same_act_in_another_entry_of_a_chronicle_stays_apart() -> None:
    found = events(
        "3 May 2023 - Chad fires shots at Libyan guards.\n\n9 June 2023 - Chad fires shots at Libyan guards."
    )
    assert [e.when.edtf for e in found] == ["2023-05-03", "2023-06-09"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway told four missions of a decision to oust aides. They called their expulsion of Norwegian aides just.",
        "Chad declared the shutting of its skies to every flight bound for Sudan.",
        "Manila refused to recognise the ban and announced a ban of its own.",
    ],
)
def test_nobody_stands_on_both_sides(text: str) -> None:
    assert all(set(e.actor_labels).isdisjoint(e.target_labels) for e in events(text))


def test_the_answer_in_kind_stays_apart() -> None:
    found = events("Norway expelled two Russian diplomats. Russia expelled two Norwegian diplomats.")
    assert sorted((e.actor_labels, e.target_labels) for e in found) == [(("NOR",), ("RUS",)), (("RUS",), ("NOR",))]


def test_ids_come_from_the_content() -> None:
    text = "Norway expelled two Russian diplomats on Monday. Moscow summoned the Norwegian ambassador."
    one, two = events(text), events(text)
    assert [e.id for e in one] == [e.id for e in two]
    assert len({e.id for e in one}) == len(one)
    assert all(e.id.startswith("e") and len(e.id) == 13 for e in one)


def test_the_best_mention_stands_first() -> None:
    (event,) = events(
        "The expulsion of two Russian diplomats by Norway made news. Norway expelled the diplomats on Monday."
    )[:1]
    assert event.mentions[0].trigger.text in ("expelled", "expulsion")
    assert event.actor_labels == ("NOR",)


def test_who_condemns_an_act_condemns_whoever_did_it() -> None:
    found = events("Azerbaijani jets bombed an Armenian town on Monday. France condemned the attack.")
    (rebuke,) = [e for e in found if e.type == "ACCUSE"]
    assert (rebuke.actor_labels, rebuke.target_labels) == (("FRA",), ("AZE",))


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        # what points back need not say how it was done
        ("Peru fired missiles at Chile on Monday. Lima said the air raid was over.", ["fired", "air raid"]),
        # the same word before the latest act
        (
            "Kenya bombed Somalia on Monday. Ethiopia attacked Eritrea on Monday. The bombing lasted an hour.",
            ["bombed", "bombing"],
        ),
    ],
)
def test_a_noun_is_a_mention_of_the_act_that_fits_best(text: str, mentions: list[str]) -> None:
    assert [m.trigger.text for m in events(text)[0].mentions] == mentions


#: Texts and the triggers of each event, mentions of one act together.
TOLD_AGAIN = [
    # another verb of the family goes back to what the opening told
    (
        "Chad closed its border with Libya on Monday. Traders suffered. Chad had shut the frontier at dawn on Monday.",
        [["closed", "shut"]],
    ),
    # a noun of the verb's family, in spite of the type it has by itself
    (
        "Chad closed its border with Libya on Monday. Libya summoned the Chadian envoy. The blockade hurt traders.",
        [["blockade", "closed"], ["summoned"]],
    ),
    # another count, "another", another day, the other side: another act
    (
        "Norway expelled two Russian diplomats. Norway expelled seven Russian diplomats.",
        [["expelled"], ["expelled"]],
    ),
    (
        "Norway expelled two Russian diplomats in May. In July Norway expelled another Russian diplomat.",
        [["expelled"], ["expelled"]],
    ),
    # who acts or is hit told in other words, not both of them states
    (
        "Hill rebels ambushed a Chadian convoy near Moro on Monday. Traders fled. Masked gunmen ambushed the Chadian "
        "convoy at dawn, officials said.",
        [["ambushed", "ambushed"]],
    ),
    (
        "Norway deported a preacher on Monday. Norway deported Haldor Lien, a critic of the king, on a night flight.",
        [["deported", "deported"]],
    ),
    # two states are two parties
    (
        "Chadian troops ambushed a Libyan convoy on Monday. Sudanese troops ambushed a Libyan convoy on Monday.",
        [["ambushed"], ["ambushed"]],
    ),
    # what is charged is no act of its own
    ("Norway charged Sweden with shelling a village.", [["charged Sweden with"]]),
    # meetings and talks of one sentence; how a deed of the same sentence was done; a charge gone on with
    (
        "Kenya's and Somalia's foreign ministers met in Doha on Friday at the close of a summit of the two states.",
        [["met", "summit"]],
    ),
    (
        "Chadian troops killed nine Libyan soldiers near Moro on Monday in a weekend clash, officials said.",
        [["clash", "killed"]],
    ),
    (
        "Norway pointed the finger at Sweden, which it accused of hiding two rebels.",
        [["accused of", "pointed the finger at"]],
    ),
    # a noun that tells of no one act, or what another act is called or likened to
    ("Chad and Libya met on Monday. The two agreed to act together against terrorism.", [["met"]]),
    (
        "Libya likened the Chadian patrols to a blockade. Chad closed its border with Libya on Monday.",
        [["closed"], ["likened"]],
    ),
    (
        "Chad shelled Libya on Monday. Chad gave the Libyan traders until Friday to go, on pain of jail.",
        [["gave the Libyan traders until"], ["on pain of"], ["shelled"]],
    ),
    # what is taken back had been given
    ("Norway withdrew the permit it had given Sweden to use the port.", [["withdrew"]]),
    ("Norway cancelled visas given to Swedish sailors.", [["cancelled"]]),
    (
        "Kenya summoned the Somali ambassador on Monday, holding Mogadishu responsible for the row.",
        [["holding Mogadishu responsible", "summoned"]],
    ),
    # what is asked of the same party again is something else
    (
        "Kenya asked Somalia on Monday to free a banker. Traders shrugged. Rain fell. Drivers wept, because Kenya had "
        "told Somalia to pull its guards back.",
        [["asked"], ["told"]],
    ),
    # each measure of one announcement is an act of its own
    (
        "Norway banned Russian trawlers, closed its ports to Russian ships and froze Russian assets.",
        [["banned"], ["closed its ports to"], ["froze"]],
    ),
]


@pytest.mark.parametrize(("text", "acts"), TOLD_AGAIN, ids=[t[0][:60] for t in TOLD_AGAIN])
def test_what_is_told_again_in_other_words(text: str, acts: list[list[str]]) -> None:
    assert sorted(sorted(m.trigger.text for m in e.mentions) for e in events(text)) == sorted(map(sorted, acts))


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("Chad shelled Libyan camps in retaliation for an ambush.", "ambush"),
        ("Chad shelled Libyan camps on Friday in response to rocket attacks.", "rocket attacks"),
        ("Chad shelled Libyan camps after an ambush that killed six Chadians.", "ambush that killed"),
    ],
)
def test_a_deed_and_what_it_answers_are_two(text: str, answered: str) -> None:
    first, second = sorted(events(text), key=lambda e: e.mentions[0].trigger.start)
    assert [m.trigger.text for m in first.mentions] == ["shelled"]
    assert [m.trigger.text for m in second.mentions] == [answered]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Chad bombed a Libyan camp after an attack that killed two Chadians.", ("LBY",)),
        ("Chad condemned an attack that killed two Libyans.", ()),
        ("Chad launched an attack that killed two Libyans.", ("TCD",)),
    ],
)
def test_an_attack_that_is_answered_or_judged_is_another_s(text: str, doers: tuple[str, ...]) -> None:
    (found,) = [e for e in events(text) if any("that killed" in m.trigger.text for m in e.mentions)]
    assert found.actor_labels == doers


def test_a_noun_that_names_nobody_lends_its_day_to_nobody() -> None:
    found = events("Norway condemned the Russian decision. Charges related to an arrest in March 2021 drew attention.")
    assert [e.date for e in found if e.type == "ACCUSE"][:1] == [None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway expelled two Belarusian diplomats over the poisoning of a former spy.", True),
        ("Norway expelled two Belarusian diplomats after the alleged poisoning of a former spy.", True),
        ("Norway expelled two Belarusian diplomats after a failed poisoning.", True),
        ("Norway expelled two Belarusian diplomats after the poisoning.", False),
        ("Norway expelled two Belarusian diplomats. Films on the poisoning of a former spy sell well.", False),
    ],
)
def test_a_noun_for_which_something_is_done_tells_a_deed(text: str, told: bool) -> None:
    assert ("poisoning" in [e.trigger for e in events(text)]) is told


def test_in_a_text_about_one_state_those_who_act_need_no_name() -> None:
    told = events(
        "Peru's president fled the capital on Monday. Soldiers blocked marchers from reaching the palace, and the "
        "students later stormed the assembly. A curfew was clamped on the old town."
    )
    assert [e.type for e in told].count("COERCE") >= 2


def test_bandits_and_their_captives_are_politics() -> None:
    text = (
        "Bandits have freed three of their seven captives, the governor of Kano in Nigeria said. The three masons "
        "had been seized near a market town a week before, when the bandits stopped a minibus on the road home. They "
        "had asked for a ransom before they would let anybody go, and a note with the sum was left at the roadside."
    )
    assert {"RETREAT", "REQUEST"} <= {e.type for e in events(text)}
