"""Clauses from base phrases: whose subject, whose object, which verb completes which."""

from __future__ import annotations

import pytest

from timeline.events.clauses import parse
from timeline.events.structure import Parse
from timeline.events.vocabulary import vocabulary
from timeline.lexicons import Lexicon
from timeline.text.sentences import split
from timeline.text.tagging import analyse

GROUPS = vocabulary(Lexicon.default()).words


def parsed(text: str) -> Parse:
    (sentence,) = split(text)
    analyse(sentence)
    return parse(sentence, [], GROUPS)


def head(parse_: Parse, phrase: int) -> str:
    return parse_.tokens[parse_.phrases[phrase].head].text if phrase >= 0 else "-"


def triples(text: str) -> list[tuple[str, str, str]]:
    """Verb, head of its subject, head of its first object."""
    p = parsed(text)
    return [(v.lemma, head(p, v.subject), head(p, v.objects[0]) if v.objects else "-") for v in p.predicates]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # plain, and with the subject's own phrases between
        ("Troops attacked the town.", [("attack", "Troops", "town")]),
        ("The leader of the rebels met a minister.", [("meet", "leader", "minister")]),
        ("The leader of the rebels, Mr Kone, met a minister.", [("meet", "leader", "minister")]),
        # coordination of verbs, in three forms
        ("Chad closed its border and recalled its envoy.", [("close", "Chad", "border"), ("recall", "Chad", "envoy")]),
        (
            "Chad threatened to close its border and recall its envoy.",
            [("threaten", "Chad", "-"), ("close", "Chad", "border"), ("recall", "Chad", "envoy")],
        ),
        ("Police have arrested and deported a man.", [("arrest", "Police", "man"), ("deport", "Police", "man")]),
        # relative clauses and participles
        ("The man, who killed a guard, fled the town.", [("kill", "man", "guard"), ("flee", "man", "town")]),
        ("Rockets fired from Gaza hit a school.", [("fire", "Rockets", "-"), ("hit", "Rockets", "school")]),
        ("Jets bombed a town, killing ten people.", [("bomb", "Jets", "town"), ("kill", "Jets", "people")]),
        # control: the subject of an infinitive
        ("Chad agreed to withdraw its troops.", [("agree", "Chad", "-"), ("withdraw", "Chad", "troops")]),
        ("Chad urged Libya to withdraw its troops.", [("urge", "Chad", "Libya"), ("withdraw", "Libya", "troops")]),
        ("Chad accused Libya of bombing a town.", [("accuse", "Chad", "Libya"), ("bomb", "Libya", "town")]),
        # complements with and without "that"
        ("Chad said that Libya had bombed a town.", [("say", "Chad", "-"), ("bomb", "Libya", "town")]),
        ("Chad said Libya had bombed a town.", [("say", "Chad", "-"), ("bomb", "Libya", "town")]),
        # the object of a relative clause, and the verb of the subject before it
        ("The man who led the raid was held.", [("lead", "man", "raid"), ("hold", "man", "-")]),
        ("A group that said it was planning strikes urged Chad to free him.",
         [("say", "group", "-"), ("plan", "it", "strikes"), ("urge", "group", "Chad"), ("free", "Chad", "him")]),
        ("Ms Diallo, who heads the league and is its candidate if the motion fails, welcomed the ruling.",
         [("head", "Diallo", "league"), ("be", "Diallo", "candidate"), ("fail", "motion", "-"),
          ("welcome", "Diallo", "ruling")]),
        # two clauses, joined by "but" or by a comma and "and"
        ("Chad did not claim the raid but Libya blames the rebels.",
         [("claim", "Chad", "raid"), ("blame", "Libya", "rebels")]),
        ("Chad crossed the border and its envoy to the bloc rejected the visit.",
         [("cross", "Chad", "border"), ("reject", "envoy", "visit")]),
        ("Riots followed the vote, but the raid that ensued left ten dead.",
         [("follow", "Riots", "vote"), ("ensue", "raid", "-"), ("leave", "raid", "ten")]),
        ("Chad reacted to the plea, and a session called to discuss the matter was put off.",
         [("react", "Chad", "-"), ("call", "session", "-"), ("discuss", "session", "matter"), ("put", "session", "-")]),
        # who speaks goes on
        ("Chad said that trucks had been held, adding that Libya would pay.",
         [("say", "Chad", "-"), ("hold", "trucks", "-"), ("add", "Chad", "-"), ("pay", "Libya", "-")]),
        ("Chad bombed the town after a raid on two bases while Libya shelled a port, sources said.",
         [("bomb", "Chad", "town"), ("shell", "Libya", "port"), ("say", "sources", "-")]),
        # a past form that is no participle, words in quotation marks
        ('Chad said that its troops had "withdrawn" from the town.',
         [("say", "Chad", "-"), ("withdraw", "troops", "-")]),
        ("That set the stage for a vote.", [("set", "That", "stage")]),
        ("It's an outrage, the minister said.", [("be", "It", "outrage"), ("say", "minister", "-")]),
        # of whom somebody says something, with and without a pronoun
        ("Chad fined a firm it said had armed rebels.",
         [("fine", "Chad", "firm"), ("say", "it", "firm"), ("arm", "firm", "rebels")]),
        ("Chad froze the funds of a bank which it said was helping rebels.",
         [("freeze", "Chad", "funds"), ("say", "it", "bank"), ("help", "bank", "rebels")]),
        ("Chad said in a note it had closed its border.", [("say", "Chad", "-"), ("close", "it", "border")]),
        # who denies something goes on to say more
        ("Chad denied that it had armed rebels and condemned Libya.",
         [("deny", "Chad", "-"), ("arm", "it", "rebels"), ("condemn", "Chad", "Libya")]),
        # about how many; a clause behind a noun that takes none is about it; who it was stands last
        ("Chad shut more than a dozen stations.", [("shut", "Chad", "stations")]),
        ("Chad held as many as 30 men.", [("hold", "Chad", "men")]),
        ("Chad tore up a pact that Libya had brokered.", [("tear", "Chad", "pact"), ("broker", "Libya", "pact")]),
        ("Chad denied the claim that Libya had paid.", [("deny", "Chad", "claim"), ("pay", "Libya", "-")]),
        ("Killed in the raid were three guards.", [("kill", "guards", "-"), ("be", "-", "guards")]),
        ("Among those held were two priests.", [("hold", "priests", "-"), ("be", "-", "priests")]),
        # fronted clauses
        ("After Chad closed its border, Libya recalled its envoy.",
         [("close", "Chad", "border"), ("recall", "Libya", "envoy")]),
    ],
)  # fmt: skip
def test_subjects_and_objects(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert triples(text) == wanted


def test_the_subject_of_a_passive_is_the_grammatical_one() -> None:
    p = parsed("Two spies were expelled by Chad on Monday.")
    assert [(v.lemma, v.passive, head(p, v.subject)) for v in p.predicates] == [("expel", True, "spies")]


def test_a_row_of_phrases_is_told_from_an_apposition() -> None:
    p = parsed("Chad, Niger and Mali met the envoy, a general.")
    assert [head(p, i) for i in p.row(p.predicates[0].subject)] == ["Chad", "Niger", "Mali"]
    assert [head(p, i) for i in p.row(p.predicates[0].objects[0])] == ["envoy"]


@pytest.mark.parametrize(
    "text",
    ["Troops attacked the town, officials said.", '"Troops attacked the town," said the minister.'],
)
def test_a_verb_of_saying_at_the_end_takes_what_stands_before(text: str) -> None:
    p = parsed(text)
    attack, say = p.predicates
    assert (say.lemma, head(p, say.subject) in ("officials", "minister")) == ("say", True)
    assert (p.predicates[attack.governor], attack.relation) == (say, "reported")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chad will not meet Libya.", ("will", True)),
        ("Chad has not met Libya.", ("", True)),
        ("Chad could meet Libya.", ("could", False)),
    ],
)
def test_modals_and_negation(text: str, wanted: tuple[str, bool]) -> None:
    (verb,) = parsed(text).predicates
    assert (verb.modal, verb.negated) == wanted


def test_a_parenthesis_does_not_part_subject_and_verb() -> None:
    assert triples("The Front (known as PF) attacked the town.")[-1] == ("attack", "Front", "town")
