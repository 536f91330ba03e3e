"""What looks like an act in reports and is none: words of reporters, offices, places, states, what is only possible."""

from __future__ import annotations

import pytest

from timeline import extract


def acts(text: str) -> list[tuple[str, str]]:
    """Type and trigger of every event."""
    return [(e.type, e.trigger) for e in extract(text, published="2024-05-06").events if e.modality != "hypothetical"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # sources that want no name, and what reporters are not told
        ("A Peruvian official who asked not to be named said that Chad had expelled an envoy.", ["expelled"]),
        ("A Libyan officer refused to be identified.", []),
        ("Police in Chad declined to comment on the arrests.", []),
        ("A source in Lima, asking that no name be printed, said Chad had expelled an envoy.", ["expelled"]),
        ("The minister, replying to a question in Lima, said Chile had also expelled the consul.", ["expelled"]),
        # what is said to be so is not demanded
        ("Chad insisted the raids were aimed at smugglers in Libya.", []),
        ("Chad insisted that Libya cut its staff.", ["insisted that"]),
        ("Chad insisted that Libya withdraw its troops.", ["insisted"]),
        # prisoners, questions, what two sides claim, and who comes back after shots
        ("Three Chadian editors have spent 90 days in prison.", []),
        ("The Libyan premier did not answer questions about Chad.", []),
        ("The patrol passed a hill contested by Chad.", []),
        ("Two Chadian guards return after Libya fires warning shots.", ["fires warning shots"]),
        # who is chosen for a task; who rules where
        ("The US designated Qatar as mediator.", []),
        ("The island is divided into zones of Chadian and Libyan control.", []),
        # what is shown to the public
        ("Chad released video footage of its patrol near Libya.", []),
        # offices, crews and goods
        ("The Peruvian cabinet headed by Prime Minister Rojas met the Chilean envoy.", ["met"]),
        ("Burundi attacked camps housing Congolese refugees.", ["attacked"]),
        ("A shipment of grapes exported from Chile to Peru was blocked by the Peruvian navy.", ["blocked"]),
        # nouns that name people or tasks
        ("The opposition says it has the votes to bring down the government of Peru.", []),
        ("Chad voiced its opposition to Libyan bases.", ["voiced its opposition"]),
        ("Iran has a clear duty to protect diplomats, Britain said.", []),
        ("China said that the customs men were carrying out their duties in Chad.", []),
        ("Norway imposed duties on Swedish steel.", ["duties"]),
        # places, doors, deaths
        ("The shoal, which lies within the waters of Peru, is small.", []),
        ("The Libyan raid left four people dead in Chad.", ["raid"]),
        ("The meeting between Peru and Chile took place in Lima.", ["took place"]),
        # what there may or may not be
        ("Libya and Chad agreed to refrain from any attack.", ["agreed"]),
        ("Kenya is ready for possible sanctions by Chad.", []),
        # what is done and what for, what a march is about
        ("Police used tear gas to repel the protesters in Lima.", ["used tear gas"]),
        ("Thousands of students marched to parliament in Lima demanding reform.", ["marched to"]),
        ("Some farmers calling for land reform marched to the congress in Lima.", ["marched to"]),
        # who speaks of something, and goes on
        ("The drug agency weighs a case, Peru's minister for trade went on.", []),
        ("The Peruvian minister spoke of two dead in Chile.", []),
        ("Ana Lopez, who speaks for the navy of Peru, said Chile had sent a ship.", ["sent"]),
        ("The minister of Peru talked to reporters in Chile.", []),
        # near is not shut, a word of another kind is not the one of a phrase
        ("Peru has been sending close to half of its wine to Chile for decades.", []),
        ("The reef is held by Peru and also called Rojas Reef in Chile.", []),
        ("Peru said that no quarrel was ever ended by force.", []),
        ("Chile has already said no.", ["said no"]),
        ("Peru agreed that the summit in Chile had been short.", []),
        ("Chile would not bear this out at once.", []),
        ("The army of Chad bombed suspected camps in Libya.", ["bombed"]),
        ("Rivals claim the numbers to remove the president of Peru.", []),
        ("The Peruvian party is seeking to revive a campaign in Chile.", []),
        # words of somebody who is quoted
        ('"Your blockade does not frighten Chad," the president of Libya said.', []),
    ],
)
def test_only_acts_are_told(text: str, expected: list[str]) -> None:
    found = acts(text)
    assert len(found) == len(expected), found
    for (_, trigger), words in zip(found, expected, strict=True):
        assert words in trigger or trigger in words, found


def test_the_same_act_in_a_clause_aside_is_told_before() -> None:
    found = acts(
        "Norway closed its embassy in Chad on Monday. Chad protested.\n\n"
        "Traders say that business has been slow since Norway shut its mission in Chad."
    )
    assert [type_ for type_, _ in found].count("SANCTION") == 1, found


@pytest.mark.parametrize(
    ("text", "type_", "actors", "targets"),
    [
        # who must shut a post or cut its staff is hit
        ("Peru ordered Chile to shut its consulate in Lima.", "SANCTION", ("PER",), ("CHL",)),
        ("Iran told Norway to cut its staff in Tehran by ten.", "SANCTION", ("IRN",), ("NOR",)),
        ("Peru told Chile to lift its tariffs.", "REQUEST", ("PER",), ("CHL",)),
        # what is not planned or wanted is refused
        ("Peru has no intention of talking to Chile.", "REJECT", ("PER",), ("CHL",)),
        ("Chile does not intend to withdraw its troops from Peru.", "REJECT", ("CHL",), ("PER",)),
        ("Peru does not want to meet Chile.", "REJECT", ("PER",), ("CHL",)),
        # texts are killed, and guests not welcome
        ("Chile killed a Peruvian resolution in the Security Council.", "REJECT", ("CHL",), ("PER",)),
        ('"Chilean money is not welcome here," the Peruvian president said.', "ACCUSE", ("PER",), ("CHL",)),
        # whom police and courts seek
        ("Peruvian police seek the Chilean general Luis Soto.", "THREATEN", ("PER",), ("CHL",)),
        # meetings that take place are no rallies
        ("Talks between Peru and Chile took place in Lima.", "CONSULT", ("PER", "CHL"), ()),
    ],
)
def test_the_other_of_two_readings(text: str, type_: str, actors: tuple[str, ...], targets: tuple[str, ...]) -> None:
    (event,) = extract(text, published="2024-05-06").events
    assert (event.type, event.actor_labels, event.target_labels) == (type_, actors, targets)
    assert event.modality == ("threatened" if type_ == "THREATEN" else "actual")
