"""Who answered whom: cues in either direction, references, speech acts, silence, and what may never be a link."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stories import Fact, event, link, marked, pairs_told
from timeline.lexicons import Lexicon
from timeline.links.cues import find_cues
from timeline.links.linking import DEFAULT_CONFIDENCE, bound_answers, find_links
from timeline.models import Actor, Document, Event, Link, Timeline
from timeline.text.sentences import split

BAN: Fact = ("ban", "SANCTION/discontinue", "POL", "BLR", "2022-03-01", "banned")
EXPEL: Fact = ("expel", "SANCTION/expel", "BLR", "POL", "2022-03-04", "expelled")

STATED = [
    ("Poland banned Belarusian beef. Belarus expelled a consul in retaliation for it.", [BAN, EXPEL], "retaliation"),
    ("Poland banned Belarusian beef. In response, Belarus expelled a consul.", [BAN, EXPEL], "retaliation"),
    ("Belarus expelled a consul because Warsaw banned its beef.", [BAN, EXPEL], "retaliation"),
    ("In retaliation after Poland banned its beef, Belarus expelled a consul.", [BAN, EXPEL], "retaliation"),
    ("Poland banned Belarusian beef, which prompted Minsk: it expelled a consul.", [BAN, EXPEL], "retaliation"),
    (
        "Poland banned Belarusian beef. Minsk condemned the move.",
        [BAN, ("words", "ACCUSE/disapprove", "BLR", "POL", None, "condemned")],
        "response",
    ),
    (
        "Minsk demanded an apology. Warsaw rejected the demand.",
        [
            ("ask", "REQUEST/yield", "BLR", "POL", None, "demanded"),
            ("no", "REJECT/yield", "POL", "BLR", None, "rejected"),
        ],
        "response",
    ),
    (
        "Poland banned Belarusian beef. Lithuania condemned the move.",
        [BAN, ("third", "ACCUSE/disapprove", "LTU", "POL", None, "condemned")],
        "motive",
    ),
    (
        "Poland granted Anna Novik asylum. Minsk expelled a consul over the step.",
        [("aid", "AID", "POL", "Anna_Novik", None, "granted"), EXPEL],
        "retaliation",
    ),
    (
        "Poland received Anna Novik with honours. Minsk condemned the visit.",
        [
            ("aid", "CONSULT", "POL", "Anna_Novik", None, "received"),
            ("words", "ACCUSE/disapprove", "BLR", "POL", None, "condemned"),
        ],
        "response",
    ),
]


@pytest.mark.parametrize(("text", "facts", "kind"), STATED, ids=[s[0][:60] for s in STATED])
def test_words_that_state_a_link(text: str, facts: list[Fact], kind: str) -> None:
    (found,) = link(text, facts)
    assert (found.cause, found.effect, found.kind) == (facts[0][0], facts[1][0], kind)
    assert found.explicit
    assert found.cue is not None
    assert text[found.cue.start : found.cue.end] == found.cue.text


_SENTENCES = [
    line
    for line in (Path(__file__).parent / "links_sentences.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
JAIL: Fact = ("d", "COERCE/arrest", "POL", "BLR", None, "jailed")


@pytest.mark.parametrize("line", _SENTENCES)
def test_every_manner_of_saying_so(line: str) -> None:
    text, facts = marked(line)
    for found in (link(text, facts), link(f"Poland jailed a student from Brest. {text}", [JAIL, *facts])):
        assert [(k.cause, k.effect, k.explicit) for k in found] == [("c", "e", True)]


_OWNED = [
    ("Minsk condemned Poland's decision.", "ban"),
    ("Minsk condemned the Polish decision.", "ban"),
    ("Minsk condemned Lithuania's latest move.", "seize"),
    ("Minsk condemned the step taken.", "seize"),
    ("Minsk condemned the move by Warsaw.", "ban"),
    ("Minsk issued its statement, condemned in turn, over Polish restrictions.", "ban"),
]


@pytest.mark.parametrize(("sentence", "cause"), _OWNED)
def test_whose_act_a_noun_stands_for(sentence: str, cause: str) -> None:
    facts: list[Fact] = [
        ("ban", "SANCTION/discontinue", "POL", "BLR", None, "banned"),
        ("seize", "COERCE/seize", "LTU", "BLR", None, "seized"),
        ("words", "ACCUSE/disapprove", "BLR", "POL LTU", None, "condemned"),
    ]
    (found,) = link(f"Poland banned Belarusian beef. Lithuania seized a train. {sentence}", facts)
    assert (found.cause, found.effect, found.explicit) == (cause, "words", True)


_FITTING = [
    ("Belarus shelled a farm. Lithuania banned beef. Estonia condemned the shooting.", "hit"),
    ("Poland jailed a clerk. Belarus shelled a farm. Estonia and Latvia met. Poland condemned the move.", "hit"),
    ("Belarus shelled a farm. Poland banned beef. Poland condemned the move.", "hit"),
]


@pytest.mark.parametrize(("text", "cause"), _FITTING)
def test_which_act_a_noun_stands_for(text: str, cause: str) -> None:
    speaker = "EST" if "Estonia condemned" in text else "POL"
    facts: list[Fact] = [
        ("hit", "ASSAULT/heavy-weapons", "BLR", "POL", None, "shelled"),
        ("words", "ACCUSE/disapprove", speaker, "BLR", None, "condemned"),
    ]
    facts += [("own", "SANCTION", "LTU" if "Lithuania" in text else "POL", "BLR", None, "banned")] * ("banned" in text)
    facts += [("jail", "COERCE/arrest", "POL", "BLR", None, "jailed")] * ("jailed" in text)
    facts += [("talk", "CONSULT", "EST LVA", "", None, "met")] * ("met" in text)
    (found,) = [k for k in link(text, facts) if k.effect == "words"]
    assert (found.cause, found.explicit) == (cause, True)


ASIDE = [
    (
        "Belarus jailed Anna Novik. Poland condemned it.",
        [
            ("c", "COERCE/arrest", "BLR", "Anna_Novik", None, "jailed"),
            ("e", "ACCUSE/disapprove", "POL", "BLR", None, "condemned"),
        ],
    ),
    (
        "Belarus shelled a Polish post. Estonia called the attack a crime.",
        [
            ("c", "ASSAULT/heavy-weapons", "BLR", "POL", None, "shelled"),
            ("e", "ACCUSE/disapprove", "EST", "BLR", None, "called the attack a crime"),
        ],
    ),
    (
        "Belarus shelled a Polish post. Shocked by the attack, Estonia pledged help to Poland.",
        [
            ("c", "ASSAULT/heavy-weapons", "BLR", "POL", None, "shelled"),
            ("e", "AGREE", "EST", "POL", None, "pledged"),
        ],
    ),
    (
        "The guards arrested Omar Diop. In answer to the arrest, France froze its aid to Niger.",
        [
            ("c", "COERCE/arrest", "guards", "Omar_Diop", None, "arrested"),
            ("e", "SANCTION/discontinue", "FRA", "NER", None, "froze"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "facts"), ASIDE, ids=[a[0][:40] for a in ASIDE])
def test_who_is_no_party_to_the_deed_has_a_motive(text: str, facts: list[Fact]) -> None:
    assert [(k.cause, k.effect, k.kind) for k in link(text, facts)] == [("c", "e", "motive")]


def test_nobody_answers_a_deal_of_their_own() -> None:
    facts: list[Fact] = [
        ("deal", "AGREE", "POL LTU", "", None, "reached"),
        ("praise", "SUPPORT", "POL", "", None, "welcomed"),
    ]
    assert [
        k for k in link("Poland and Lithuania reached a deal. Poland welcomed the deal.", facts) if k.explicit
    ] == []


def test_what_is_guessed_or_unsure_makes_a_poor_cause() -> None:
    document = Document(id="d", text="Poland banned beef. Belarus expelled a consul of Poland.")
    poland = Actor(code="POL", name="POL", via="context")
    sure, guessed, unsure = (
        _links(document, [event(document, BAN, **fields), event(document, EXPEL)])
        for fields in ({}, {"actors": (poland,)}, {"confidence": 0.4})
    )
    assert sure[0].confidence > max(unsure[0].confidence, guessed[0].confidence)
    (aimed,) = _links(document, [event(document, BAN), event(document, EXPEL, targets=(poland,))])
    assert sure[0].confidence > aimed.confidence


def test_who_names_the_doer_of_the_first_act_may_well_answer_it() -> None:
    words: Fact = ("words", "ACCUSE/disapprove", "POL", "LTU", None, "spoke of")
    guessed = {"actors": (Actor(code="POL", name="POL", via="context"),)}
    sums = []
    for text in ("Poland banned beef. Farmers spoke of Polish greed.", "Poland banned beef. Farmers spoke of greed."):
        pairs = pairs_told(text, [BAN, words], {"words": guessed})
        sums += [pair.total for pair in pairs if pair.effect.event.id == "words"]
    named, unnamed = sums
    assert named > unnamed


def test_words_that_link_pass_over_what_is_hardly_an_act() -> None:
    document = Document(id="d", text="Poland banned beef. In response, Belarus lost interest and expelled a consul.")
    loss: Fact = ("loss", "REJECT", "BLR", "POL", None, "lost interest")
    stated = [
        {k.effect for k in _links(document, [event(document, BAN), lost, event(document, EXPEL)]) if k.explicit}
        for lost in (event(document, loss, confidence=0.2), event(document, loss))
    ]
    assert ["loss" in effects for effects in stated] == [False, True]


def test_a_shot_of_an_exchange_does_not_answer_the_exchange() -> None:
    text = "Both exchanged fire on Monday. Poland fired at a post. Belarus retaliated by shelling a farm."
    facts: list[Fact] = [
        ("both", "ASSAULT/heavy-weapons", "POL BLR", "", "2022-03-07", "exchanged fire"),
        ("first", "ASSAULT/heavy-weapons", "POL", "BLR", "2022-03-07", "fired at"),
        ("second", "ASSAULT/heavy-weapons", "BLR", "POL", "2022-03-07", "shelling"),
    ]
    assert [(k.cause, k.effect) for k in link(text, facts)] == [("first", "second")]


def test_of_several_answers_each_has_one_cause() -> None:
    text = "Poland banned beef and closed a bridge. In response, Belarus expelled a consul and froze accounts."
    facts: list[Fact] = [
        ("a", "SANCTION/discontinue", "POL", "BLR", "2022-03-01", "banned"),
        ("b", "SANCTION/discontinue", "POL", "BLR", "2022-03-01", "closed"),
        ("x", "SANCTION/expel", "BLR", "POL", "2022-03-02", "expelled"),
        ("y", "SANCTION/discontinue", "BLR", "POL", "2022-03-02", "froze"),
    ]
    assert sorted(k.effect for k in link(text, facts)) == ["x", "y"]


def _signs(found: Link) -> set[str]:
    return {reason.rule.removeprefix("link.") for reason in found.reasons}


def test_what_the_text_is_about_draws_in_others() -> None:
    text = (
        "Belarus shelled a Polish post. The attack killed two. Warsaw called the attack a crime. "
        "After the attack, a train stopped.\n\nPrices rose. Estonia recalled its envoy from Minsk."
    )
    facts: list[Fact] = [
        ("c", "ASSAULT/heavy-weapons", "BLR", "POL", None, "shelled"),
        ("own", "ACCUSE/disapprove", "POL", "BLR", None, "called"),
        ("e", "SANCTION/withdraw", "EST", "BLR", None, "recalled"),
    ]
    (found,) = [k for k in link(text, facts) if k.effect == "e"]
    assert (found.cause, found.kind, found.explicit) == ("c", "motive", False)
    assert {"prominent", "drawn"} <= _signs(found)


def test_a_paragraph_tells_one_quarrel() -> None:
    facts: list[Fact] = [
        ("c", "SANCTION/discontinue", "POL", "BLR", None, "banned"),
        ("e", "SANCTION/expel", "BLR", "POL", None, "expelled"),
    ]
    (one,) = link("Poland banned beef. Prices rose. Belarus expelled a consul.", facts, min_confidence=0.05)
    apart = link("Poland banned beef.\n\nPrices rose.\n\nBelarus expelled a consul.", facts, min_confidence=0.05)
    assert "paragraph" in _signs(one)
    assert one.confidence > max(k.confidence for k in apart)


def test_who_was_hit_answers_that_and_not_what_hit_its_bloc() -> None:
    text = "Poland banned beef and Germany closed a port. In turn, Belarus expelled a Polish consul."
    facts: list[Fact] = [
        ("ban", "SANCTION/discontinue", "POL", "BLR", None, "banned"),
        ("port", "SANCTION/discontinue", "EU", "BLR", None, "closed"),
        ("expel", "SANCTION/expel", "BLR", "POL", None, "expelled"),
    ]
    assert [(k.cause, k.effect) for k in link(text, facts) if k.effect == "expel"] == [("ban", "expel")]


def test_a_favour_is_returned_on_the_day() -> None:
    text = "Belarus freed two drivers on Monday and Poland opened a bridge."
    facts: list[Fact] = [
        ("free", "RETREAT/release", "BLR", "POL", "2022-03-07", "freed"),
        ("open", "CONCEDE", "POL", "BLR", "2022-03-07", "opened"),
    ]
    assert [(k.cause, k.effect, k.kind) for k in link(text, facts)] == [("free", "open", "response")]


def test_a_series_of_answers_shares_the_words() -> None:
    text = "Belarus expelled a consul and closed a bridge because Poland banned its beef."
    shut: Fact = ("shut", "SANCTION/discontinue", "BLR", "POL", "2022-03-04", "closed")
    found = link(text, [BAN, EXPEL, shut])
    assert {(k.cause, k.effect, k.explicit) for k in found} == {("ban", "expel", True), ("ban", "shut", True)}


def test_a_target_that_was_only_guessed_does_not_keep_the_party_hit_from_answering() -> None:
    document = Document(id="d", text="Poland banned beef. Belarus expelled a consul of Poland.")
    guessed = event(document, BAN, targets=(Actor(code="LTU", name="LTU", via="context"),))
    named = event(document, BAN, targets=(Actor(code="LTU", name="LTU"),))
    kinds = [[k.kind for k in _links(document, [ban, event(document, EXPEL)])] for ban in (guessed, named)]
    assert kinds == [["retaliation"], ["motive"]]


def test_order_and_parties_alone_make_a_conclusion() -> None:
    (found,) = link("Poland banned Belarusian beef. Belarus expelled a consul.", [BAN, EXPEL])
    assert (found.cause, found.effect, found.kind, found.explicit, found.cue) == (
        "ban",
        "expel",
        "retaliation",
        False,
        None,
    )
    assert (found.lag.min_days, found.lag.max_days) == (3, 3)


def test_an_answer_never_came_before_its_cause_however_wide_the_dates() -> None:
    """A ban "in March" may be later than the expulsion by the dates alone, but what is answered went before."""
    month = ("ban", "SANCTION/discontinue", "POL", "BLR", "2021-03", "banned")
    day = ("expel", "SANCTION/expel", "BLR", "POL", "2021-03-04", "expelled")
    (found,) = link("Poland banned Belarusian beef. In response, Belarus expelled a consul.", [month, day])
    assert (found.lag.min_days, found.lag.max_days) == (0, 3)


def test_words_make_surer_than_order() -> None:
    (silent,) = link("Poland banned Belarusian beef. Belarus expelled a consul.", [BAN, EXPEL])
    (stated,) = link("Poland banned Belarusian beef. In response, Belarus expelled a consul.", [BAN, EXPEL])
    assert stated.confidence > silent.confidence


def test_several_measures_answered_by_one() -> None:
    text = (
        "Poland banned beef, froze accounts and closed a bridge. Belarus responded by a decree that expelled a consul."
    )
    facts: list[Fact] = [
        ("a", "SANCTION/discontinue", "POL", "BLR", "2022-03-01", "banned"),
        ("b", "SANCTION/discontinue", "POL", "BLR", "2022-03-01", "froze"),
        ("c", "SANCTION/discontinue", "POL", "BLR", "2022-03-01", "closed"),
        ("x", "SANCTION/expel", "BLR", "POL", None, "expelled"),
    ]
    assert {(k.cause, k.effect) for k in link(text, facts)} == {("a", "x"), ("b", "x"), ("c", "x")}


NEVER = [
    (
        "one side",
        "Poland banned beef. Then Poland closed a bridge.",
        [BAN, ("own", "SANCTION", "POL", "BLR", None, "closed")],
    ),
    (
        "against time",
        "Poland banned Belarusian beef. In response, Belarus expelled a consul.",
        [("ban", "SANCTION", "POL", "BLR", "2022-03-09", "banned"), EXPEL],
    ),
    (
        "strangers",
        "Peru banned beef. Mali expelled a consul.",
        [("p", "SANCTION", "PER", "CHL", None, "banned"), ("m", "SANCTION", "MLI", "NER", None, "expelled")],
    ),
    (
        "ties",
        "The ministers met in Riga. They met in Oslo.",
        [("m", "CONSULT", "LVA NOR", "", None, "met in Riga"), ("n", "CONSULT", "LVA NOR", "", None, "met in Oslo")],
    ),
]


@pytest.mark.parametrize(("text", "facts"), [n[1:] for n in NEVER], ids=[n[0] for n in NEVER])
def test_what_is_no_link(text: str, facts: list[Fact]) -> None:
    assert [k for k in link(text, facts) if k.cause == facts[0][0]] == []


def test_the_threshold_is_the_callers() -> None:
    text = "Poland banned Belarusian beef. Belarus expelled a consul."
    assert link(text, [BAN, EXPEL], min_confidence=0.99) == []


@pytest.mark.parametrize(
    ("telling", "weighed"),
    [("Poland banned Belarusian beef.", False), ("Poland had earlier banned Belarusian beef.", True)],
)
def test_what_is_told_far_behind_is_weighed_only_where_the_text_goes_back(telling: str, weighed: bool) -> None:
    ban: Fact = ("ban", "SANCTION/discontinue", "POL", "BLR", None, "banned")
    expel: Fact = ("expel", "SANCTION/expel", "BLR", "POL", None, "expelled")
    text = f"Belarus expelled a consul. Rain fell. Snow fell. The wind rose. The river froze. {telling}"
    pairs = pairs_told(text, [ban, expel])
    assert ("ban" in [pair.cause.event.id for pair in pairs]) is weighed


def test_what_lost_is_kept_for_whoever_asks_why() -> None:
    text = "Poland jailed a Belarusian. Poland banned Belarusian beef. In response, Belarus expelled a consul."
    jail: Fact = ("jail", "COERCE/arrest", "POL", "BLR", "2022-02-01", "jailed")
    (found,) = [k for k in link(text, [jail, BAN, EXPEL]) if k.effect == "expel"]
    assert found.cause == "ban"
    assert [r.words for r in found.reasons if r.rule == "link.rival"] == ["jailed"]


def test_the_rules_of_an_edge_are_those_that_made_it() -> None:
    text = "Poland jailed a Belarusian. Poland banned Belarusian beef. In response, Belarus expelled a consul."
    jail: Fact = ("jail", "COERCE/arrest", "POL", "BLR", "2022-02-01", "jailed")
    document = Document(id="d", text=text)
    events = [event(document, fact) for fact in (jail, BAN, EXPEL)]
    graph = Timeline.of([document], events, _links(document, events)).graph()
    rules = graph.edges["ban", "expel", "retaliation"]["rules"].split("; ")
    assert "link.answer_strong" in rules
    assert "link.rival" not in rules


def test_an_undated_answer_is_bounded_by_its_cause_and_hands_the_bound_on() -> None:
    text = "Poland banned Belarusian beef. In response, Belarus expelled a consul. Warsaw condemned the move."
    document = Document(id="d", text=text)
    facts: list[Fact] = [
        BAN,
        ("expel", "SANCTION/expel", "BLR", "POL", None, "expelled"),
        ("words", "ACCUSE/disapprove", "POL", "BLR", None, "condemned"),
    ]
    events = [event(document, fact) for fact in facts]
    lexicon = Lexicon.default()
    sentences = {"d": split(text, None, lexicon)}
    links = find_links([document], sentences, events, lexicon)
    bounded = bound_answers(events, links)
    assert [(e.date, e.when.earliest, e.when.basis) for e in bounded[1:]] == [(None, "2022-03-01", "bounded")] * 2
    assert find_links([document], sentences, bounded, lexicon) == links
    assert bound_answers(bounded, links) == bounded


def test_cues_are_found_whole_and_what_only_looks_like_one_is_not() -> None:
    words = [
        hit.cue.words for hit in find_cues("In response to it, over the weekend, it retaliated.", Lexicon.default())
    ]
    assert words == ["in response to", "retaliated"]


_PARTIES = ["POL", "BLR", "LTU"]
_KINDS = ["SANCTION/expel", "ACCUSE/disapprove", "ASSAULT", "REQUEST/yield", "REJECT/yield", "AGREE", "RETREAT/release"]
_GLUE = ["In response, ", "After that, ", "", "Because of this, ", "Later "]
_DATES = [None, "2022-03-01", "2022-03-04", "2022-03", "2022"]


@st.composite
def _stories(draw: st.DrawFn) -> tuple[Document, list[Event]]:
    text, facts = "", []
    for number in range(draw(st.integers(2, 7))):
        actor, target = draw(st.permutations(_PARTIES))[:2]
        text += f"{draw(st.sampled_from(_GLUE))}{actor} acted{number} against {target}. "
        facts.append(
            (
                f"e{number}",
                draw(st.sampled_from(_KINDS)),
                actor,
                target,
                draw(st.sampled_from(_DATES)),
                f"acted{number}",
            )
        )
    document = Document(id="d", text=text)
    return document, [event(document, fact) for fact in facts]


def _links(document: Document, events: list[Event]) -> list[Link]:
    lexicon = Lexicon.default()
    return find_links([document], {"d": split(document.text, None, lexicon)}, events, lexicon)


@settings(max_examples=60)
@given(_stories())
def test_what_always_holds(story: tuple[Document, list[Event]]) -> None:
    document, events = story
    links = _links(document, events)
    assert links == _links(document, events)
    by_id = {e.id: e for e in bound_answers(events, links)}
    for found in links:
        cause, effect = by_id[found.cause], by_id[found.effect]
        assert found.cause != found.effect
        assert cause.actor_labels != effect.actor_labels
        assert not effect.when.bounds.surely_before(cause.when.bounds)
        assert found.explicit == (found.cue is not None)
        assert found.cue is None or document.text[found.cue.start : found.cue.end] == found.cue.text
        assert DEFAULT_CONFIDENCE <= found.confidence <= 1
    answers = {e: {k.effect for k in links if k.cause == e} for e in by_id}
    done: set[str] = set()
    while leaves := [e for e in answers if e not in done and answers[e] <= done]:
        done.update(leaves)
    assert done == set(answers), "links run in a circle"


def test_a_doer_who_is_only_guessed_does_not_bar_the_answer_that_words_state() -> None:
    document = Document(id="d", text="Poland banned beef. In retaliation for the ban, a consul was expelled.")
    poland = Actor(code="POL", name="POL", via="context")
    own = event(document, EXPEL, actors=(poland,), targets=())
    (found,) = _links(document, [event(document, BAN), own])
    assert (found.cause, found.effect, found.explicit) == ("ban", "expel", True)
    assert "doubtful" in _signs(found)


def test_a_deed_that_answers_a_kindness_to_somebody_else_is_retaliation() -> None:
    text = "Poland received a Lithuanian envoy. In retaliation for the visit, Belarus expelled a consul."
    facts: list[Fact] = [
        ("aid", "CONSULT/visit", "POL", "LTU", None, "received"),
        ("expel", "SANCTION/expel", "BLR", "POL", None, "expelled"),
    ]
    (found,) = link(text, facts)
    assert (found.cause, found.effect, found.kind) == ("aid", "expel", "retaliation")
