"""Every act in every construction: who did it to whom is read whatever the sentence is built like."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from timeline import Document, extract


class Wording(NamedTuple):
    """A verb with its forms and object, the noun that names the same act, and the types that it may have."""

    base: str
    past: str
    participle: str
    gerund: str
    thing: str
    noun: str
    types: tuple[str, ...]


WORDINGS = [
    Wording(
        "expel", "expelled", "expelled", "expelling", "two Kenyan envoys", "expulsion of two Kenyan envoys",
        ("SANCTION", "COERCE"),
    ),
    Wording("attack", "attacked", "attacked", "attacking", "a Kenyan port", "attack on a Kenyan port", ("ASSAULT",)),
    Wording(
        "condemn", "condemned", "condemned", "condemning", "Kenya", "condemnation of Kenya", ("ACCUSE",)
    ),
    Wording(
        "arrest", "arrested", "arrested", "arresting", "six Kenyan sailors", "arrest of six Kenyan sailors",
        ("COERCE",),
    ),
    Wording("ban", "banned", "banned", "banning", "Kenyan tea", "ban on Kenyan tea", ("SANCTION",)),
    Wording("shell", "shelled", "shelled", "shelling", "a Kenyan town", "shelling of a Kenyan town", ("ASSAULT",)),
    Wording("seize", "seized", "seized", "seizing", "a Kenyan tanker", "seizure of a Kenyan tanker", ("COERCE",)),
    Wording(
        "release", "released", "released", "releasing", "four Kenyan fishermen", "release of four Kenyan fishermen",
        ("RETREAT",),
    ),
    Wording("bomb", "bombed", "bombed", "bombing", "a Kenyan depot", "bombing of a Kenyan depot", ("ASSAULT",)),
]  # fmt: skip

#: "{X}" begins a sentence with the thing, "{s}" is the verb's form in -s.
CONSTRUCTIONS = [
    "Somalia {past} {x} on Monday.",
    "On Monday, Somalia {past} {x}.",
    "{X} {was} {participle} by Somalia on Monday.",
    "{X} had been {participle} by Somalia in May.",
    "Somalia has {participle} {x}.",
    "The Somali government {past} {x} on Monday.",
    "Mogadishu {past} {x} on Monday.",
    "Somalia's foreign ministry said on Monday that it had {participle} {x}.",
    "Somalia, which {past} {x} on Monday, denied the report.",
    "Somalia reacted on Monday, {gerund} {x}.",
    "After {gerund} {x}, Somalia called for talks with Kenya.",
    "Having {participle} {x}, Somalia called for talks with Oman.",
    "Somalia retaliated on Monday by {gerund} {x}.",
    "Somalia answered with the {noun}.",
    "Somalia announced the {noun} on Monday.",
    "Somalia's {noun} drew protests from Oman.",
    "The {noun} by Somalia came on Monday.",
    "Oman protested over the {noun} by Somalia.",
    "It was Somalia that {past} {x} on Monday.",
    "Only on Monday did Somalia {base} {x}.",
    "Not until Monday did Somalia {base} {x}.",
    "Somalia did {base} {x} on Monday.",
    "The month of May saw Somalia {base} {x}.",
    "Somalia went on to {base} {x}.",
    "Somalia began {gerund} {x} on Monday.",
    "On March 3 2014 Somalia {s} {x}.",
    "March 3, 2014: Somalia {s} {x}.",
    "Prices rose as Somalia {past} {x}.",
    "Oman urged restraint, but Somalia {past} {x}.",
    "The row began with Somalia {gerund} {x}.",
    "Somalia {past} {x} on Monday, officials said.",
    '"We have {participle} {x}," the Somali foreign minister said.',
    "Somalia, the neighbour in the north, {past} {x} on Monday.",
    "Somalia was angry. It {past} {x} on Monday.",
    "Somalia's president was angry. He {past} {x} on Monday.",
    "{X} {was} {participle} on Monday. Somalia gave no reason.",
    "Two days after a report said that its troops had been ill-treated, Somalia {past} {x}.",
    "In a step that diplomats in Geneva described as unusual, Somalia {past} {x}.",
    "Somalia, acting on a tip from Oman, {past} {x}.",
    "Neither Oman nor Qatar objected when Somalia {past} {x}.",
    "Officials in Muscat confirmed that Somalia had {participle} {x}.",
    "What angered Oman most was that Somalia {past} {x}.",
    "The authorities in Mogadishu {past} {x}.",
    "Somalia raised fares, closed the bridge at Lugh and {past} {x}.",
    "Within hours, and in spite of pleas from Oman, Somalia {past} {x}.",
    "It took Somalia two days to {base} {x}.",
    "Somalia waited for two days before {gerund} {x}.",
    "Somalia ended up {gerund} {x}.",
    "Somalia carried out its threat to {base} {x}.",
    "Somalia's decision to {base} {x} surprised Oman.",
    "Oman, a friend of Somalia, which {past} {x} last week, kept silent.",
    "Among the steps taken by Somalia was the {noun}.",
    "Somalia, having warned twice, {past} {x}.",
    "On Monday it was Somalia's turn to {base} {x}.",
    "Somalia went as far as {gerund} {x}.",
    '"{X} {was} {participle} on my orders," said the Somali president.',
]
#: A sentence that tells of both, so that the text is one about politics.
TOPIC = " Somalia and Kenya have quarrelled over the border, the embassy and sanctions for years."


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda w: w.base)
@pytest.mark.parametrize("construction", CONSTRUCTIONS)
def test_an_act_is_read_in_every_construction(construction: str, wording: Wording) -> None:
    thing = wording.thing
    text = construction.format(
        **wording._asdict(),
        x=thing,
        X=thing[0].upper() + thing[1:],
        was="were" if thing.endswith("s") else "was",
        s=wording.base + "s",
    )
    found = extract(Document(text=text + TOPIC, published="2014-03-05")).events
    told = [
        (event.type, {a.code for a in event.actors}, {a.code for a in event.targets})
        for event in found
        if event.mentions[0].trigger.start < len(text)
    ]
    assert any(t in wording.types and "SOM" in a and "KEN" in b for t, a, b in told), (text, told)


NOT_DONE = [
    # what is promised not to be done is no threat
    ("Somalia promised not to attack Kenya.", "AGREE", "actual"),
    ("Somalia vowed never to bomb Kenya.", "AGREE", "actual"),
    ("Somalia assured Kenya that it would not expel its envoys.", "AGREE", "actual"),
    ("Somalia offered not to impose sanctions on Kenya.", "AGREE", "actual"),
    ("Somalia promised to refrain from attacking Kenya.", "AGREE", "actual"),
    ("Somalia vowed not to release the Kenyan fishermen.", "REJECT", "actual"),
    # what is not done, or not yet
    ("Somalia said it would not attack a Kenyan port.", "ASSAULT", "denied"),
    ("Somalia refrained from expelling Kenyan envoys.", "SANCTION", "denied"),
    ("Somalia has yet to lift its ban on Kenyan tea.", "CONCEDE", "denied"),
    # "will not go unanswered" is one
    ("The raid will not go unanswered, Somalia told Kenya.", "THREATEN", "threatened"),
    # a phrase after "on" and "over" belongs to them, not to the verb
    ("Somalia called the Kenyan attack on a Somali port an outrage.", "ACCUSE", "actual"),
]


@pytest.mark.parametrize(("text", "type_", "modality"), NOT_DONE)
def test_what_is_not_to_be_done(text: str, type_: str, modality: str) -> None:
    events = extract(Document(text=text, published="2014-03-05")).events
    assert (type_, modality) in [(e.type, e.modality) for e in events]


OUTRAGE = [
    # whom a deed moves speaks, whose deed it is is blamed
    "Somalia's ban on Kenyan tea angered Nairobi.",
    "Kenya was angered by the Somali ban on tea.",
    "Somalia expelled two Kenyan envoys. The decision infuriated Nairobi.",
    # what a deed draws comes from the other side
    "Somalia expelled two Kenyan envoys. The step drew criticism from Nairobi.",
    "The expulsion of two Kenyan envoys by Somalia drew an angry reaction from Nairobi.",
    "Somalia expelled two Kenyan envoys. The step earned it a rebuke from Nairobi.",
]


@pytest.mark.parametrize("text", OUTRAGE)
def test_outrage_is_of_whom_a_deed_moves(text: str) -> None:
    told = [
        ({a.code for a in event.actors}, {a.code for a in event.targets})
        for event in extract(Document(text=text + TOPIC, published="2014-03-05")).events
        if event.type == "ACCUSE" and event.mentions[0].trigger.start < len(text)
    ]
    assert ({"KEN"}, {"SOM"}) in told
