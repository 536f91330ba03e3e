"""What the words around a cue or a verb of speech do to it: new clauses, verbs of moving, ranks, what is to come."""

from __future__ import annotations

import pytest

from tests.stories import Fact, link, marked
from timeline.models import Actor, Link

#: Sentences whose words, though they look like it, do not say that one of the marked acts answers the other.
NOT_SAID = [
    # a new clause with a verb of its own is not what is said, or answered
    "Warsaw [c:denounced] the talks, Minsk [e:expelled] a consul.",
    "Poland [c:barred] a trader on suspicion of theft, the third in May, Minsk [e:expelled] a consul.",
    "Poland [c:banned] beef over fears for its herds, then prices fell, Minsk [e:expelled] a consul.",
    # who leads, brings or moves something moves nobody to act
    "Poland [c:banned] the party of a priest, who leads a choir that Minsk [e:expelled].",
    "Poland [c:banned] beef and brought home the crew that Minsk [e:expelled].",
    "Poland [c:banned] beef and moved its men from a hill, the one Minsk had [e:shelled].",
    "Poland [c:banned] beef from leading farms, and Minsk [e:expelled] a consul.",
    "Poland [c:banned] the drone that drew back when Minsk [e:shelled] a post.",
    "Poland [c:banned] a drone. Gunners brought it down and Minsk [e:shelled] a post.",
    "Poland [c:banned] lorries so that Minsk could let those it had [e:expelled] return.",
    # the first of its sort since another only has its rank from it
    "Poland [c:banned] beef, its harshest step since Minsk [e:expelled] a consul.",
    "It was the first time since Minsk [e:expelled] a consul that Poland [c:banned] beef.",
    "Poland [c:banned] beef once more, with Minsk having [e:expelled] a consul.",
    # what would be answered has not been
    "Poland [c:banned] beef. Minsk [e:said] that any new step would be answered in kind.",
    "Poland [c:banned] beef. Minsk [e:said] every further affront would be paid back.",
]


@pytest.mark.parametrize("line", NOT_SAID)
def test_words_that_do_not_say_so(line: str) -> None:
    text, facts = marked(line)
    assert [(k.cause, k.effect, k.cue and k.cue.text) for k in link(text, facts) if k.explicit] == []


ACCUSED = [
    "Minsk accused Warsaw of shelling a farm and of seizing two lorries.",
    "Minsk accused Warsaw of shelling a farm, seizing two lorries.",
    "Minsk said that Polish troops had been shelling a farm and seizing two lorries.",
    "Minsk denounced Poland for shelling a farm and for seizing two lorries.",
    "Minsk blamed Poland for shelling a farm and then seizing two lorries.",
    "Minsk complained that Poland was shelling farms and seizing lorries.",
]


@pytest.mark.parametrize("text", ACCUSED)
def test_all_of_which_somebody_is_accused(text: str) -> None:
    speech = text.split()[1]
    facts: list[Fact] = [
        ("words", "ACCUSE/allege", "BLR", "POL", None, speech),
        ("one", "ASSAULT/heavy-weapons", "POL", "BLR", None, "shelling"),
        ("two", "COERCE/seize", "POL", "BLR", None, "seizing"),
    ]
    found = {(k.cause, k.effect) for k in link(text, facts) if k.explicit}
    assert found == {("one", "words"), ("two", "words")}


def test_what_the_speaker_did_besides_is_no_part_of_the_charge() -> None:
    facts: list[Fact] = [
        ("words", "ACCUSE/allege", "BLR", "POL", None, "accused"),
        ("one", "ASSAULT/heavy-weapons", "POL", "BLR", None, "shelling"),
        ("own", "SANCTION/expel", "BLR", "POL", None, "expelled"),
    ]
    text = "Minsk accused Warsaw of shelling a farm and expelled a consul."
    assert ("own", "words") not in {(k.cause, k.effect) for k in link(text, facts)}


TAKEN = [
    ("Poland offered talks. Minsk accepted the offer.", "AGREE", "offered"),
    ("Poland offered talks. Minsk accepted within hours.", "AGREE", "offered"),
    ("Minsk accepted Poland's offer of talks.", "AGREE", "offer"),
    ("Minsk agreed to a Polish proposal for talks.", "AGREE", "proposal"),
    ("Poland invited the minister to Warsaw. Minsk accepted.", "CONSULT", "invited"),
    ("Poland suggested a truce. Minsk consented.", "AGREE", "suggested"),
]


@pytest.mark.parametrize(("text", "kind", "offer"), TAKEN)
def test_an_offer_that_is_accepted(text: str, kind: str, offer: str) -> None:
    taken = next(words for words in ("accepted", "agreed", "consented") if words in text)
    facts: list[Fact] = [("ask", kind, "POL", "BLR", None, offer), ("yes", "AGREE", "BLR", "POL", None, taken)]
    assert [(k.cause, k.effect, k.kind) for k in _proposed(text, facts)] == [("ask", "yes", "response")]


def _proposed(text: str, facts: list[Fact]) -> list[Link]:
    """The links of a text whose first fact is only an offer."""
    return link(text, facts, changes={facts[0][0]: {"modality": "proposed"}})


ASKED: Fact = ("ask", "REQUEST/change", "POL", "BLR", None, "appeal")
HEADS = [
    "After the Polish appeal was refused, Poland closed a bridge.",
    "After an appeal by Poland was refused, it closed a bridge.",
    "Because its appeal to Minsk had been refused, Poland closed a bridge.",
    "Poland closed a bridge after its appeal was refused.",
    "Poland closed a bridge because its appeal to Minsk was promptly refused.",
]


@pytest.mark.parametrize("text", HEADS)
def test_what_became_of_it_is_answered_and_not_the_noun_that_goes_before(text: str) -> None:
    facts: list[Fact] = [
        ASKED,
        ("no", "REJECT/change", "BLR", "POL", None, "refused"),
        ("shut", "SANCTION/discontinue", "POL", "BLR", None, "closed"),
    ]
    found = [(k.cause, k.effect) for k in link(text, facts) if k.explicit and k.effect == "shut"]
    assert found == [("no", "shut")]


GOVERNED = [
    "Minsk left the talks in Riga after Poland banned its beef.",
    "Minsk left the talks over Poland's banned beef.",
    "Minsk quit its talks with Vilnius because Poland banned its beef.",
    "Minsk quit the latest talks in response to banned beef.",
]


@pytest.mark.parametrize("text", GOVERNED)
def test_the_verb_answers_and_not_the_noun_that_it_governs(text: str) -> None:
    facts: list[Fact] = [
        ("ban", "SANCTION/discontinue", "POL", "BLR", None, "banned"),
        ("leave", "REJECT/meet", "BLR", "POL", None, text.split()[1]),
        ("talk", "CONSULT", "BLR LTU", "", None, "talks"),
    ]
    found = [(k.cause, k.effect) for k in link(text, facts) if k.explicit and k.cause == "ban"]
    assert found == [("ban", "leave")]


ASIDES = [
    "When Warsaw, its neighbour, [c:banned] beef, Minsk [e:expelled] a consul.",
    "After Poland, by now the sole buyer, [c:banned] beef, Minsk [e:expelled] a consul.",
    "Minsk [e:expelled] a consul because Warsaw, once a friend, [c:banned] its beef.",
    "Poland [c:banned] beef. Minsk, after weeks of talks, hit back on Friday with the [e:expulsion] of a consul.",
    "Poland [c:banned] beef. For this it was loudly [e:condemned] by Minsk.",
]


@pytest.mark.parametrize("line", ASIDES)
def test_an_aside_does_not_part_a_clause(line: str) -> None:
    text, facts = marked(line)
    assert [(k.cause, k.effect, k.explicit) for k in link(text, facts)] == [("c", "e", True)]


BLOWS = [
    ("In retaliation, Minsk refused to receive a Polish minister.", "retaliation"),
    ("Minsk retaliated and refused to receive a Polish minister.", "retaliation"),
    ("Minsk hit back and refused to receive a Polish minister.", "retaliation"),
    ("In response, Minsk refused to receive a Polish minister.", "response"),
    ("Minsk therefore refused to receive a Polish minister.", "response"),
]


@pytest.mark.parametrize(("sentence", "kind"), BLOWS)
def test_a_refusal_is_a_blow_where_the_words_say_so(sentence: str, kind: str) -> None:
    facts: list[Fact] = [
        ("ban", "SANCTION/discontinue", "POL", "BLR", None, "banned"),
        ("no", "REJECT/meet", "BLR", "POL", None, "refused"),
    ]
    assert [k.kind for k in link(f"Poland banned Belarusian beef. {sentence}", facts)] == [kind]


@pytest.mark.parametrize(
    ("bloc", "member"), [("Mercosur", "URY"), ("CARICOM", "TTO"), ("ECOWAS", "GHA"), ("EU", "POL")]
)
def test_a_bloc_answers_for_its_members(bloc: str, member: str) -> None:
    facts: list[Fact] = [
        ("ban", "SANCTION/discontinue", "BLR", member, None, "banned"),
        ("words", "ACCUSE/disapprove", bloc, "BLR", None, "condemned"),
    ]
    (found,) = link(f"Belarus banned beef from its rival. {bloc} condemned the step.", facts)
    assert (found.cause, found.effect, found.kind) == ("ban", "words", "response")


#: What is told in an aside is not what is answered; the first act is told there, the second is answered.
TOLD_ASIDE = [
    "Minsk expelled a consul because Poland, which had banned beef, seized a train.",
    "Minsk expelled a consul after Poland, which banned beef in May, seized a train.",
    "After Poland, which had banned beef, seized a train, Minsk expelled a consul.",
    "When Warsaw, whose farmers had banned beef, seized a train, Minsk expelled a consul.",
]


@pytest.mark.parametrize("text", TOLD_ASIDE)
def test_what_is_told_in_an_aside_is_not_answered(text: str) -> None:
    facts: list[Fact] = [
        ("aside", "SANCTION/discontinue", "POL", "BLR", None, "banned"),
        ("cause", "COERCE/seize", "POL", "BLR", None, "seized"),
        ("answer", "SANCTION/expel", "BLR", "POL", None, "expelled"),
    ]
    found = {(k.cause, k.effect) for k in link(text, facts) if k.explicit}
    assert found == {("cause", "answer")}


POINTED = [
    ("Minsk dismissed that.", True),
    ("Minsk dismissed this as theft.", True),
    ("Minsk turned that down.", True),
    ("Minsk dismissed that latest rumour.", False),
    ("Minsk dismissed this gossip.", False),
]


@pytest.mark.parametrize(("sentence", "meant"), POINTED)
def test_a_pronoun_before_a_noun_points_to_no_act(sentence: str, meant: bool) -> None:
    facts: list[Fact] = [
        ("ask", "REQUEST/yield", "POL", "BLR", None, "demanded"),
        ("no", "REJECT/yield", "BLR", "POL", None, sentence.split(" ", 1)[1].rstrip(".")),
    ]
    (found,) = link(f"Poland demanded a refund. {sentence}", facts)
    assert found.explicit == meant


PART = [
    "Poland opened a bridge. Minsk, for its part, freed two drivers.",
    "Poland opened a bridge. For its part Minsk freed two drivers.",
]


@pytest.mark.parametrize("text", PART)
def test_what_one_does_for_ones_part_answers(text: str) -> None:
    facts: list[Fact] = [
        ("open", "CONCEDE", "POL", "BLR", None, "opened"),
        ("free", "RETREAT/release", "BLR", "POL", None, "freed"),
    ]
    assert [(k.cause, k.effect, k.kind) for k in link(text, facts)] == [("open", "free", "response")]


WITH_WORDS = [
    "Poland banned beef. Warsaw accused Minsk of fraud. In response, Belarus expelled a consul.",
    "Poland banned beef. It accused Minsk of fraud. Belarus retaliated by expelling a consul.",
    "Poland banned beef and accused Minsk of fraud. Belarus hit back: it expelled a consul.",
]


@pytest.mark.parametrize("text", WITH_WORDS)
def test_the_deed_is_answered_and_not_the_words_about_it(text: str) -> None:
    facts: list[Fact] = [
        ("ban", "SANCTION/discontinue", "POL", "BLR", None, "banned"),
        ("words", "ACCUSE/allege", "POL", "BLR", None, "accused"),
        ("answer", "SANCTION/expel", "BLR", "POL", None, "expelled" if "expelling" not in text else "expelling"),
    ]
    assert {k.cause for k in link(text, facts) if k.effect == "answer"} == {"ban"}


JUDGED = [
    ("Minsk said that this amounted to theft.", "amounted to theft"),
    ("Minsk said this would be an insult.", "insult"),
    ("Minsk replied that this plainly broke the treaty.", "broke the treaty"),
]


def test_this_before_a_noun_is_no_judgement() -> None:
    facts: list[Fact] = [
        ("ban", "SANCTION/discontinue", "POL", "BLR", None, "banned"),
        ("words", "ACCUSE/disapprove", "BLR", "POL", None, "said"),
    ]
    found = link("Poland banned beef. Minsk said this island belonged to nobody.", facts)
    assert [k.explicit for k in found] == [False]


@pytest.mark.parametrize(("sentence", "words"), JUDGED)
def test_what_is_judged_as_this_was_told_before(sentence: str, words: str) -> None:
    facts: list[Fact] = [
        ("ban", "SANCTION/discontinue", "POL", "BLR", None, "banned"),
        ("words", "ACCUSE/disapprove", "BLR", "POL", None, words),
    ]
    assert [(k.cause, k.explicit) for k in link(f"Poland banned beef. {sentence}", facts)] == [("ban", True)]


#: Whoever belongs to the party that was hit answers for it; the act's actor and the kind of the link.
BELONGING = [
    ("Deutsche Welle", "DEU", "response"),
    ("BBC", "GBR", "response"),
    ("Malawian hauliers", "MWI", "response"),
    ("shoppers in South Korea", "KOR", "response"),
    ("Malawian hauliers", "KOR", "motive"),
    ("a dockers' union", "KOR", "motive"),
]


@pytest.mark.parametrize(("who", "hit", "kind"), BELONGING)
def test_who_belongs_to_the_party_hit_answers_for_it(who: str, hit: str, kind: str) -> None:
    facts: list[Fact] = [
        ("ban", "SANCTION/discontinue", "BLR", hit, None, "banned"),
        ("words", "ACCUSE/disapprove", "", "BLR", None, "condemned"),
    ]
    speaker = {"words": {"actors": (Actor(code=None, name=who),)}}
    (found,) = link("Belarus banned imports. The other side condemned the step.", facts, speaker)
    assert (found.cause, found.effect, found.kind) == ("ban", "words", kind)


ONLOOKERS = [
    ("EST", "BLR LTU", "motive"),  # turns to both sides
    ("EST LVA", "BLR", "motive"),  # several at once
    ("LTU", "BLR", "response"),
    ("EST", "BLR", "response"),  # may well be who was hit, which is only guessed
]


@pytest.mark.parametrize(("actors", "targets", "kind"), ONLOOKERS)
def test_onlookers_have_motives(actors: str, targets: str, kind: str) -> None:
    facts: list[Fact] = [
        ("ban", "SANCTION/discontinue", "BLR", "LTU", None, "banned"),
        ("words", "ACCUSE/disapprove", actors, targets, None, "condemned"),
    ]
    guessed = {"ban": {"targets": (Actor(code="LTU", name="LTU", via="context"),)}}
    (found,) = link("Belarus banned imports. The step was condemned.", facts, guessed)
    assert (found.cause, found.effect, found.kind) == ("ban", "words", kind)
