"""What the event coder reads from single sentences: type, mode, parties, modality, and whose words they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline import extract
from timeline.models import Event

SENTENCES = [
    line.split("\t")
    for line in (Path(__file__).parent / "events_sentences.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def events(text: str, published: str | None = "2024-03-15") -> list[Event]:
    return list(extract(text, published=published).events)


def told(text: str) -> list[tuple[str, str | None, tuple[str, ...], tuple[str, ...], str]]:
    return [(e.type, e.mode, e.actor_labels, e.target_labels, e.modality) for e in events(text)]


@pytest.mark.parametrize(("type_", "actors", "targets", "sentence"), SENTENCES, ids=lambda v: v[:40])
def test_each_kind_of_act_with_its_parties(type_: str, actors: str, targets: str, sentence: str) -> None:
    found = [
        e
        for e in events(sentence)
        if e.type == type_
        and set(actors.upper().split(",")) <= {a.upper() for a in e.actor_labels}
        and (not targets or set(targets.split(",")) <= {t.upper() for t in e.actor_labels + e.target_labels})
    ]
    assert found, told(sentence)


ROLES = [
    # who acts, who is hit: active, passive, participle, relative clause, noun
    ("Norway expelled three Russian diplomats.", ("SANCTION", "expel", ("NOR",), ("RUS",), "actual")),
    ("Three Russian diplomats were expelled by Norway.", ("SANCTION", "expel", ("NOR",), ("RUS",), "actual")),
    ("Norway announced the expulsion of three Russian diplomats.", ("SANCTION", "expel", ("NOR",), ("RUS",), "actual")),
    (
        "The sanctions imposed by Canada on Belarus took effect.",
        ("SANCTION", "discontinue", ("CAN",), ("BLR",), "actual"),
    ),
    ("Iran, which had seized a British ship, called for calm.", ("COERCE", "seize", ("IRN",), ("GBR",), "actual")),
    ("Russian strikes on Ukraine went on.", ("ASSAULT", "heavy-weapons", ("RUS",), ("UKR",), "actual")),
    ("Kenya's ambassador to Somalia was recalled.", ("SANCTION", "withdraw", ("KEN",), ("SOM",), "actual")),
    # what an object makes of a verb
    ("Peru recalled its ambassador from Bolivia.", ("SANCTION", "withdraw", ("PER",), ("BOL",), "actual")),
    ("Peru summoned the ambassador of Bolivia.", ("ACCUSE", "disapprove", ("PER",), ("BOL",), "actual")),
    ("India fired artillery shells at Pakistan.", ("ASSAULT", "heavy-weapons", ("IND",), ("PAK",), "actual")),
    # a town as the object of a plain verb of force says no less of the means
    ("Ukraine shelled a Russian village.", ("ASSAULT", "heavy-weapons", ("UKR",), ("RUS",), "actual")),
    ("Turkish jets bombed militant camps in Iraq.", ("ASSAULT", "aerial", ("TUR",), ("IRQ",), "actual")),
    ("Thailand deported two Chinese citizens.", ("COERCE", "deport", ("THA",), ("CHN",), "actual")),
    ("Egypt closed its border with Sudan.", ("SANCTION", "discontinue", ("EGY",), ("SDN",), "actual")),
    (
        "The Netherlands froze the assets of Syrian officials.",
        ("SANCTION", "discontinue", ("NLD",), ("SYR",), "actual"),
    ),
]


@pytest.mark.parametrize(("sentence", "wanted"), ROLES, ids=lambda v: v[:50] if isinstance(v, str) else "")
def test_roles(sentence: str, wanted: tuple[object, ...]) -> None:
    found = told(sentence)
    assert any(
        (t, actors, targets, modality) == (wanted[0], wanted[2], wanted[3], wanted[4])
        for t, _, actors, targets, modality in found
    ), found


FRAMES = [
    ("Turkey agreed to meet Greece.", "AGREE", "actual"),
    ("Turkey offered to meet Greece.", "AGREE", "proposed"),
    ("Turkey will meet Greece in May.", "CONSULT", "planned"),
    ("Turkey refused to meet Greece.", "REJECT", "actual"),
    ("Turkey cancelled a meeting with Greece.", "REJECT", "actual"),
    ("Turkey urged Greece to withdraw its troops.", "REQUEST", "actual"),
    ("Turkey called for talks with Greece.", "REQUEST", "actual"),
    ("Turkey threatened to expel Greek diplomats.", "THREATEN", "threatened"),
    ("Turkey plans to impose sanctions on Greece.", "SANCTION", "planned"),
    ("Turkey decided to impose sanctions on Greece.", "SANCTION", "actual"),
    ("Turkey lifted its sanctions on Greece.", "CONCEDE", "actual"),
    ("Turkey denied attacking Greece.", "ASSAULT", "denied"),
    ("Turkey did not attack Greece.", "ASSAULT", "denied"),
    ("Turkey may attack Greece.", "ASSAULT", "hypothetical"),
    ("Oman did not join its neighbours in cutting ties with Qatar.", "SANCTION", "denied"),
    ('Qatar said it had not "cut ties" with Iran.', "SANCTION", "denied"),
    ("China condemned the planned US tariffs on its steel.", "SANCTION", "planned"),
    ("Russia protested against NATO's upcoming exercise in Poland.", "MOBILIZE", "planned"),
    # what is requited was done
    ("Greece condemned Turkey for closing the border.", "SANCTION", "actual"),
    ("Greece imposed a ban on Turkish firms for shelling a village.", "ASSAULT", "actual"),
    ("Turkey would retaliate if Greece attacked it, analysts said.", "ASSAULT", "hypothetical"),
    ("Turkey condemned the Greek strikes on Libya.", "ACCUSE", "actual"),
    ("Turkey accused Greece of bombing Libya.", "ACCUSE", "actual"),
    ("Turkey welcomed the Greek decision.", "SUPPORT", "actual"),
]


@pytest.mark.parametrize(("sentence", "type_", "modality"), FRAMES, ids=[f[0] for f in FRAMES])
def test_frames_before_verbs(sentence: str, type_: str, modality: str) -> None:
    assert (type_, modality) in {(e.type, e.modality) for e in events(sentence)}, told(sentence)


def test_what_somebody_is_accused_of_is_no_event() -> None:
    done = [e for e in events("Chad accused Libya of bombing its towns.") if e.modality == "actual"]
    assert [e.type for e in done] == ["ACCUSE"]


def test_the_mode_of_a_speech_act_is_that_of_the_act_in_it() -> None:
    (threat,) = [e for e in events("Sweden threatened to expel the Iranian ambassador.") if e.type == "THREATEN"]
    assert threat.mode == "expel"
    (refusal,) = [e for e in events("Sweden refused to meet the Iranian president.") if e.type == "REJECT"]
    assert refusal.mode == "meet"


@pytest.mark.parametrize(
    "sentence",
    [
        "Denmark expelled two Chinese spies, French officials said.",
        "French officials said that Denmark had expelled two Chinese spies.",
        "According to France, Denmark expelled two Chinese spies.",
        "Denmark, France said, expelled two Chinese spies.",
    ],
)
def test_who_reports_an_act_is_not_its_actor(sentence: str) -> None:
    (expulsion,) = [e for e in events(sentence) if e.mode == "expel"]
    assert (expulsion.actor_labels, expulsion.target_labels) == (("DNK",), ("CHN",))


def test_the_speaker_acts_where_speaking_is_the_act() -> None:
    (demand,) = [e for e in events("Spain said that Morocco must close the camp.") if e.type == "REQUEST"]
    assert (demand.actor_labels, demand.target_labels) == (("ESP",), ("MAR",))
    (rebuke,) = [e for e in events("Spain said that the Moroccan decision was unacceptable.") if e.type == "ACCUSE"]
    assert (rebuke.actor_labels, rebuke.target_labels) == (("ESP",), ("MAR",))


def test_one_event_for_each_measure_of_a_list() -> None:
    text = "Portugal announced the expulsion of six Cuban envoys, an entry ban, and an asset freeze of two firms."
    assert sorted(e.trigger.split()[-1] for e in events(text)) == ["ban", "expulsion", "freeze"]


def test_coordinated_verbs_share_their_subject() -> None:
    found = told("Algeria recalled its ambassador from France, closed its airspace and banned French planes.")
    assert [f[2] for f in found] == [("DZA",)] * len(found)
    assert len(found) == 3


def test_coordinated_parties_act_and_are_hit_together() -> None:
    (event,) = events("Canada, Japan and Norway imposed sanctions on Iran and Syria.")
    assert set(event.actor_labels) == {"CAN", "JPN", "NOR"}
    assert set(event.target_labels) == {"IRN", "SYR"}


def test_mutual_acts_have_all_parties_as_actors() -> None:
    (event,) = events("Armenian and Azerbaijani soldiers clashed on Monday.")
    assert (set(event.actor_labels), event.targets) == ({"ARM", "AZE"}, ())


def test_place_quantities_and_attribution_are_read() -> None:
    (event,) = events("Police arrested 12 Iranian sailors in Mombasa, Kenyan officials said.")
    assert [(q.value, q.unit) for q in event.quantities] == [(12.0, "sailors")]
    assert event.where is not None
    assert event.where.name == "Mombasa"
    assert event.mentions[0].attribution == "Kenyan officials"


def test_every_decision_leaves_a_reason() -> None:
    (event,) = events("Ghana threatened to recall its ambassador from Togo.")
    assert {r.rule for r in event.reasons} >= {"verb:SANCTION", "frame:threaten"}


def test_an_unknown_actor_keeps_its_words() -> None:
    (event,) = [e for e in events("Gunmen kidnapped six nuns in Nigeria.") if e.mode == "abduct"]
    assert [(a.code, a.name) for a in event.actors] == [(None, "Gunmen")]
