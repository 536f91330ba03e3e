"""Other wordings of the same acts: idioms, nouns, quotations, what is only said to come."""

from __future__ import annotations

import pytest

from tests.wordings import told


@pytest.mark.parametrize(
    ("text", "type_", "actors", "targets"),
    [
        # two verbs with one object; those that are complete have none of it
        ("Norway suspended and revoked visas of Peruvian citizens.", "SANCTION", ("NOR",), ("PER",)),
        ("Norway arrested and expelled two Peruvian diplomats.", "COERCE", ("NOR",), ("PER",)),
        ("Norway resigned and left the Arctic Council.", "RETREAT", ("NOR",), ()),
        ("Norway held a Peruvian trawler.", "COERCE", ("NOR",), ("PER",)),
        # an aside between dashes; a short form within a phrase; a member by name
        (
            "Norway - involved in a force fighting pirates off Iceland, and its oldest member - expelled Peru's envoy.",
            "SANCTION",
            ("NOR",),
            ("PER",),
        ),
        ("Norway condemned fellow Arctic Council (AC) member Iceland.", "ACCUSE", ("NOR",), ("ISL",)),
        ("Norway joined Iceland in banning Peruvian fish.", "SANCTION", ("NOR", "ISL"), ("PER",)),
        # single quotation marks
        ("Norway called Peru 'enemy number one'.", "ACCUSE", ("NOR",), ("PER",)),
        ("Norway called the Peruvian soldiers' raid a 'folly'.", "ACCUSE", ("NOR",), ("PER",)),
        # what a meeting is about takes no part in it; visas; a single shot
        ("Norway and Peru held talks on Syria.", "CONSULT", ("NOR", "PER"), ()),
        ("Norway turned down a visa application from a Peruvian officer.", "SANCTION", ("NOR",), ("PER",)),
        ("Norway fired a gunshot at a Peruvian post.", "ASSAULT", ("NOR",), ("PER",)),
        # several at once called something
        ('Norway called Peru and Chile a "gang of bullies".', "ACCUSE", ("NOR",), ("PER", "CHL")),
        ("Norway served expulsion notices to three Peruvian aides.", "SANCTION", ("NOR",), ("PER",)),
        # officials go as diplomats do; laws that impose sanctions; own firms kept from trade
        ("Norway expelled three Peruvian officials.", "SANCTION", ("NOR",), ("PER",)),
        ("The expulsion of three Peruvian officials by Norway surprised nobody.", "SANCTION", ("NOR",), ("PER",)),
        ("President Gabriel Boric signed a sanctions bill against Peru.", "SANCTION", ("CHL",), ("PER",)),
        ("Norway issued a decree preventing its companies from trading with Peru.", "SANCTION", ("NOR",), ("PER",)),
        ("Norway barred Peruvian banks from operating in Oslo.", "SANCTION", ("NOR",), ("PER",)),
        # who plans a deed does it; who strikes back does what is told with it
        ("Norway helped orchestrate a coup in Peru.", "ASSAULT", ("NOR",), ("PER",)),
        ("Norway struck back at Peru with tariffs on fish.", "SANCTION", ("NOR",), ("PER",)),
        # judged in quotes, whatever the words; the verb before "what" judges already
        ('Norway called the Peruvian move "a step too far".', "ACCUSE", ("NOR",), ("PER",)),
        ("In what Japan called a grave provocation, North Korea fired a missile.", "ACCUSE", ("JPN",), ("PRK",)),
        ("Kenya called the Somali step unlawful.", "ACCUSE", ("KEN",), ("SOM",)),
        ("Japan denounced what it called Chinese bullying.", "ACCUSE", ("JPN",), ("CHN",)),
        # the first person in a quotation is whoever speaks
        ('"We reject the Somali proposal," the Kenyan president said.', "REJECT", ("KEN",), ("SOM",)),
        ('"It was a bad day," the Kenyan president said. "We condemn Somalia."', "ACCUSE", ("KEN",), ("SOM",)),
        ('"Somalia should free the pilot. It is late," said the Kenyan minister.', "REQUEST", ("KEN",), ("SOM",)),
        # threats by what will come of it
        ("Tehran said Israel would pay a heavy price.", "THREATEN", ("IRN",), ("ISR",)),
        ("Kenya said any Somali incursion would be met with force.", "THREATEN", ("KEN",), ("SOM",)),
        ("Kenya said its patience with Somalia had run out.", "THREATEN", ("KEN",), ("SOM",)),
        ("Kenya said it could close the border with Somalia.", "THREATEN", ("KEN",), ("SOM",)),
        ("Kenya is considering sanctions on Somalia.", "THREATEN", ("KEN",), ("SOM",)),
        ("Unless Somalia withdraws, Kenya will expel the Somali envoy.", "THREATEN", ("KEN",), ("SOM",)),
        ("Kenya set a deadline for Somalia.", "THREATEN", ("KEN",), ("SOM",)),
        # who acts stands with the noun that is the subject
        ("Ties between Kenya and Somalia were cut.", "SANCTION", ("KEN", "SOM"), ()),
        ("Talks between Kenya and Somalia collapsed.", "CONSULT", ("KEN", "SOM"), ()),
        ("Kenya traced the attack to Somali hackers.", "ACCUSE", ("KEN",), ("SOM",)),
        ("Kenya told Somalia to open the port.", "REQUEST", ("KEN",), ("SOM",)),
        # offices taken from others, not laid down
        ("Kenya sacked two police commanders.", "COERCE", ("KEN",), ("two police commanders",)),
        ("Kenya rebutted the Somali allegation.", "REJECT", ("KEN",), ("SOM",)),
        ("Kenya placed a ceiling on imports from Somalia.", "SANCTION", ("KEN",), ("SOM",)),
        ("Kenya singled out Somali beef in reply.", "SANCTION", ("KEN",), ("SOM",)),
        ("Kenya pulled out of the talks with Somalia.", "REJECT", ("KEN",), ("SOM",)),
        ("Kenya suspended the broadcasts of a Somali channel.", "COERCE", ("KEN",), ("SOM",)),
        ("Kenyan troops landed in Somalia.", "MOBILIZE", ("KEN",), ("SOM",)),
        ("Kenya resolved to bring its ambassador home from Somalia.", "SANCTION", ("KEN",), ("SOM",)),
    ],
)
def test_wording(text: str, type_: str, actors: tuple[str, ...], targets: tuple[str, ...]) -> None:
    assert (type_, actors, targets) in told(text), told(text)


@pytest.mark.parametrize(
    "text",
    [
        # in the past, and in nobody's mouth, it is no threat
        "The Kenyan team paid a heavy price for its errors.",
        "Kenya said the drought had had serious consequences for Somalia.",
        # what reporters hold possible
        "Kenya may one day close its port.",
    ],
)
def test_no_threat(text: str) -> None:
    assert not [e for e in told(text) if e[0] == "THREATEN"], told(text)


@pytest.mark.parametrize(
    ("text", "type_", "actors", "targets"),
    [
        # a noun, and its verb or its place tells who
        ("A prisoner swap took place between Kenya and Somalia.", "RETREAT", ("KEN", "SOM"), ()),
        ("Calls for restraint came from Kenya.", "REQUEST", ("KEN",), ()),
        ("The Kenyan minister is in Mogadishu for talks.", "CONSULT", ("KEN",), ("SOM",)),
        ("Negotiators from Kenya and Somalia are meeting in Doha.", "CONSULT", ("KEN", "SOM"), ()),
        ("There were calls from Kenya for restraint.", "REQUEST", ("KEN",), ()),
        ("There was sharp criticism of Somalia from Kenya.", "ACCUSE", ("KEN",), ("SOM",)),
        # what had to be done was done, by whomever
        ("Kenya had to free the Somali pilot.", "RETREAT", ("KEN",), ("SOM",)),
    ],
)
def test_light_wording(text: str, type_: str, actors: tuple[str, ...], targets: tuple[str, ...]) -> None:
    found = [e[2] for e in told(text) if e[:2] == (type_, actors)]
    assert found, told(text)
    assert not targets or targets in found


@pytest.mark.parametrize(
    ("text", "type_", "actors", "targets"),
    [
        # a relative clause without its pronoun, and how long before a thing something was
        ("Kenya regretted a step it called unjust, and shut the Somali embassy.", "SANCTION", ("KEN",), ("SOM",)),
        ("Hours before the summit, Kenya expelled the Somali envoy.", "SANCTION", ("KEN",), ("SOM",)),
        # what is told to depend on the other side
        (
            "Should Somalia not return the ship, Kenya will close its border with Somalia.",
            "THREATEN",
            ("KEN",),
            ("SOM",),
        ),
        ("Somalia must return the ship or face sanctions, Kenya said.", "THREATEN", ("KEN",), ("SOM",)),
        ("Kenya said Somalia had crossed a red line.", "ACCUSE", ("KEN",), ("SOM",)),
    ],
)
def test_structure(text: str, type_: str, actors: tuple[str, ...], targets: tuple[str, ...]) -> None:
    assert (type_, actors, targets) in told(text), told(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        # who may not do what any more, and who must go
        ("Ten Kenyan officials may no longer enter Somalia.", "SANCTION"),
        ("No Kenyan aircraft may fly over Somalia.", "SANCTION"),
        ("The Kenyan consul must leave Somalia.", "SANCTION"),
        ("The Kenyan correspondent must leave Somalia.", "COERCE"),
        # a readiness to strike
        ("Kenya said it was ready to close the border with Somalia.", "THREATEN"),
        ("This is nothing short of piracy, Kenya's president said of Somalia.", "ACCUSE"),
        # nouns of the classes
        ("Kenya dispatched a carrier group to Somalia.", "MOBILIZE"),
        ("Kenya banned Somali lobsters.", "SANCTION"),
    ],
)
def test_who_may_and_who_must(text: str, type_: str) -> None:
    assert type_ in [e[0] for e in told(text)], told(text)


@pytest.mark.parametrize(
    "text",
    ["The Kenyan minister came to power.", "The president of Kenya took over the rotating chair.", "He heads Kenya."],
)
def test_idioms_that_are_no_acts(text: str) -> None:
    assert not told(text), told(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('The Kenyan president called Somalia "a great friend".', "ACCUSE"),
        ('Kenya described its meeting with Somalia as "very positive".', "ACCUSE"),
        ('Kenya called the Somali proposal "a good basis".', "ACCUSE"),
        ("Kenya submitted a plan to Somalia.", "ACCUSE"),
        ("Kenya said it would pay for the Somali wheat.", "THREATEN"),
        ("Kenya hinted at new roads to Somalia.", "THREATEN"),
        ("Kenya announced an agreement with Somalia.", "CONCEDE"),
        ("Kenya recalled its envoy in protest at the Somali dam.", "PROTEST"),
    ],
)
def test_like_words_for_other_things(text: str, wrong: str) -> None:
    assert wrong not in [e[0] for e in told(text)], told(text)


def test_what_happens_between_two_is_aimed_at_no_third() -> None:
    assert told("A prisoner swap took place between Kenya and Somalia.") == [("RETREAT", ("KEN", "SOM"), ())]


def test_what_a_phrase_denies_was_not_done() -> None:
    assert not told("Kenya expelled no diplomats and imposed no sanctions on Somalia.")


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ('"Release the pilot," the Kenyan president told Somalia.', "REQUEST"),
        ('"Give us back our ship," Kenya told Somalia.', "REQUEST"),
        ("Kenya said that the raid amounted to a declaration of war.", "ACCUSE"),
        ("Hundreds demonstrated in front of the Kenyan embassy.", "PROTEST"),
    ],
)
def test_orders_and_charges(text: str, type_: str) -> None:
    assert type_ in [e[0] for e in told(text)], told(text)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        # what a thing would lead to, and what was not done
        ("Kenya drew up a rule that would shut its ports to Somali ships.", []),
        ("That would shut the ports of Kenya to Somali ships.", []),
        ("Kenya would have expelled the Somali envoy.", []),
        ("The Kenyan minister said the government would expel the Somali envoy.", ["SANCTION"]),
        # a thing is no one to be asked
        ("Kenya ordered a study.", []),
        ("Kenya ordered Somalia to leave the port.", ["REQUEST"]),
        # trade has two sides that are told
        ("Kenya sold cloth in the market.", []),
        ("Kenya sold tanks to Somalia.", ["COOPERATE"]),
        # a passive that hangs on another clause has no parties of the one before
        ("Kenya arrested four Somalis and will not free them unless the building is stopped.", ["COERCE", "REJECT"]),
    ],
)
def test_what_is_no_act_by_itself(text: str, types: list[str]) -> None:
    assert [e[0] for e in told(text)] == types, told(text)
