"""What noun phrases stand for: told by their words, by whose act it is, by their place; and when for none."""

from __future__ import annotations

import pytest

from tests.stories import Fact, event
from timeline.analysis import fold
from timeline.families import families
from timeline.lexicons import Lexicon
from timeline.links.acts import acts_of, scene_of
from timeline.links.references import resolve_references
from timeline.models import Document
from timeline.text.sentences import split

LEXICON = Lexicon.default()
CLOSE: Fact = ("close", "SANCTION/discontinue", "POL", "BLR", None, "closed its border")
EXPEL: Fact = ("expel", "SANCTION/expel", "BLR", "POL", None, "gave two consuls three days to leave")
ARREST: Fact = ("arrest", "COERCE/arrest", "BLR", "POL", None, "picked up a reporter")
ORDER: Fact = ("order", "SANCTION/convict", "POL", "BLR", None, "court orders")
OFFER: Fact = ("offer", "AGREE", "LTU", "BLR", None, "offered to mediate")
SHELL: Fact = ("shell", "ASSAULT/heavy-weapons", "BLR", "POL", None, "opened fire on a customs post")
FREEZE: Fact = ("freeze", "SANCTION/discontinue", "POL", "BLR", None, "froze bank accounts")
BAR: Fact = ("bar", "SANCTION/discontinue", "POL", "BLR", None, "barred lorries")
WORDS: Fact = ("words", "ACCUSE/disapprove", "BLR", "POL", None, "complained")

LATE: Fact = ("late", "SANCTION/discontinue", "POL", "BLR", "2024-05-14", "barred lorries")
EARLY: Fact = ("early", "SANCTION/discontinue", "POL", "BLR", "2024-03-05", "froze bank accounts")
FREED: Fact = ("freed", "RETREAT/release", "BLR", "POL", None, "let a priest go")
ACCUSED: Fact = ("accused", "ACCUSE/allege", "POL", "BLR", None, "took the matter to a tribunal")

#: Text, its facts, the phrase, and what it stands for.
REFERENCES: list[tuple[str, list[Fact], str, set[str]]] = [
    # A word of the verb's family, over an act told since.
    (
        "Poland closed its border. Belarus gave two consuls three days to leave. Drivers cursed the closure.",
        [CLOSE, EXPEL],
        "the closure",
        {"close"},
    ),
    (
        "Belarus gave two consuls three days to leave. Poland closed its border. Warsaw had expected the expulsions.",
        [EXPEL, CLOSE],
        "the expulsions",
        {"expel"},
    ),
    (
        "Belarus picked up a reporter. Poland closed its border. Vilnius was shocked by the detention.",
        [ARREST, CLOSE],
        "the detention",
        {"arrest"},
    ),
    (
        "A Polish court orders Minsk to pay. Belarus picked up a reporter. Lawyers studied the ruling.",
        [ORDER, ARREST],
        "the ruling",
        {"order"},
    ),
    (
        "Belarus opened fire on a customs post. Poland closed its border. Nobody was hurt in the shooting.",
        [SHELL, CLOSE],
        "the shooting",
        {"shell"},
    ),
    (
        "Lithuania offered to mediate. Poland closed its border. Minsk did not take up the proposal.",
        [OFFER, CLOSE],
        "the proposal",
        {"offer"},
    ),
    # The words around the noun.
    (
        "Poland closed its border. Poland froze bank accounts. Minsk asked for an end to the border measure.",
        [CLOSE, FREEZE],
        "the border measure",
        {"close"},
    ),
    # Whose act it is.
    (
        "Poland closed its border. Belarus gave two consuls three days to leave. Drivers cursed the Polish decision.",
        [CLOSE, EXPEL],
        "Polish decision",
        {"close"},
    ),
    (
        "Poland closed its border. Belarus gave two consuls three days to leave. Drivers cursed Warsaw's step.",
        [CLOSE, EXPEL],
        "Warsaw's step",
        {"close"},
    ),
    # Nobody condemns a step of their own; but one tells others of it, or takes it back.
    (
        "Poland closed its border. Belarus picked up a reporter. Minsk complained of the step.",
        [CLOSE, ARREST, WORDS],
        "the step",
        {"close"},
    ),
    # Whoever it hit blames it; a gesture is friendly; an order is one that was given.
    (
        "Poland closed its border. Belarus picked up a reporter. Minsk called the measure an outrage.",
        [CLOSE, ARREST],
        "the measure",
        {"close"},
    ),
    (
        "Belarus let a priest go. Poland barred lorries all the same. Warsaw said the gesture came too late.",
        [FREED, BAR],
        "the gesture",
        {"freed"},
    ),
    (
        "Poland took the matter to a tribunal. Belarus picked up a reporter. Minsk denounced the lawsuit.",
        [ACCUSED, ARREST],
        "the lawsuit",
        {"accused"},
    ),
    # Rarer names of acts.
    (
        "Poland froze bank accounts. Belarus picked up a reporter. Minsk scoffed at the freezes.",
        [FREEZE, ARREST],
        "the freezes",
        {"freeze"},
    ),
    (
        "Lithuania offered to mediate. Poland closed its border. Warsaw praised the scheme.",
        [OFFER, CLOSE],
        "the scheme",
        {"offer"},
    ),
    # A month tells which.
    (
        "Poland froze bank accounts. Poland barred lorries. Minsk denounced the March curbs.",
        [EARLY, LATE],
        "the March curbs",
        {"early"},
    ),
    (
        "Poland froze bank accounts. Poland barred lorries. Minsk denounced the May curbs.",
        [EARLY, LATE],
        "the May curbs",
        {"late"},
    ),
    # A plural means all the measures told side by side.
    (
        "Poland barred lorries and froze bank accounts. Minsk had seen the measures coming.",
        [BAR, FREEZE],
        "the measures",
        {"bar", "freeze"},
    ),
    # What came is told next.
    (
        "Poland closed its border. The answer came a day later. Belarus gave two consuls three days to leave.",
        [CLOSE, EXPEL],
        "The answer",
        {"expel"},
    ),
    (
        "Poland closed its border. Minsk's response was swift: it gave two consuls three days to leave.",
        [CLOSE, EXPEL],
        "Minsk's response",
        {"expel"},
    ),
    # The opening sums up what is told afterwards.
    (
        "Drivers cursed the closure. Traders were ruined. On Friday Poland closed its border.",
        [CLOSE],
        "the closure",
        {"close"},
    ),
    # Who tells of, explains or undoes a decision took it; who deplores it did not; whose it is may stand after it.
    *(
        (
            f"Poland closed its border. Belarus gave two consuls three days to leave. {words}",
            [CLOSE, EXPEL],
            noun,
            {act},
        )
        for words, noun, act in (
            ("Minsk told the Polish envoy of the decision.", "the decision", "expel"),
            ("Minsk called in the Polish envoy to inform him of the decision.", "the decision", "expel"),
            ("Minsk explained the decision to reporters.", "the decision", "expel"),
            ("Minsk deplored the decision.", "the decision", "close"),
            ("Traders spoke of the decision of Belarus.", "the decision", "expel"),
            ("Traders spoke of the decision of the Polish cabinet.", "the decision", "close"),
            ("Traders spoke of the move by Poland.", "the move", "close"),
        )
    ),
    # An of-phrase tells of something else; a conjunction is no pronoun; a verb is no noun.
    ("Poland closed its border. Police looked into the murder of a banker.", [CLOSE], "the murder", set()),
    ("Poland closed its border. It said that moves were afoot.", [CLOSE], "that moves", set()),
    # Any of a kind; a verb between.
    ("Poland closed its border. It warned that any new closure would cost jobs.", [CLOSE], "any new closure", set()),
    ("Poland closed its border. Minsk called revenge certain.", [CLOSE], "Minsk called revenge", set()),
    ("Poland closed its border, the neighbour it claims to fear.", [CLOSE], "the neighbour it claims", set()),
]


@pytest.mark.parametrize(("text", "facts", "phrase", "meant"), REFERENCES, ids=[r[0][-50:] for r in REFERENCES])
def test_what_a_noun_stands_for(text: str, facts: list[Fact], phrase: str, meant: set[str]) -> None:
    document = Document(id="d", text=text)
    acts = acts_of([event(document, fact) for fact in facts], LEXICON)
    scene = scene_of(document, fold(text), split(text, None, LEXICON), acts)
    found = [p for p in resolve_references(scene, LEXICON) if p.start < text.index(phrase) + len(phrase) <= p.end]
    assert {p.act.event.id for p in found} == meant


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        ("closed", "closure"), ("shut down", "closure"), ("thrown out", "expulsion"), ("outlawed", "ban"),
        ("detained", "arrests"), ("struck a deal", "agreement"), ("shot down", "downing"), ("annulled", "annulment"),
        ("banned", "prohibition"), ("denied", "denial"), ("called home", "recall"), ("set free", "release"),
    ],
)  # fmt: skip
def test_a_verb_and_the_noun_of_its_act_are_of_one_family(verb: str, noun: str) -> None:
    kin = LEXICON.derive(families)
    assert kin.of(verb) & kin.of(noun)
