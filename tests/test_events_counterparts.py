"""Who is meant where a sentence leaves the other side out."""

import pytest

import timeline
from benchmarks.fit_parties import Case, cases_of, fit, right
from timeline.events.acts import Draft
from timeline.events.counterparts import supply_counterparts
from timeline.events.dealings import Book, Dealings
from timeline.events.deeds import DeedWords
from timeline.events.partners import Choice, Role, SignWeights, best_choice, choices
from timeline.events.story import Story, Turn, last_partner
from timeline.lexicons import Lexicon
from timeline.models import Document
from timeline.pipeline import read


def parties(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    found = sorted(timeline.extract(text, published="2021-05-06"), key=lambda e: e.mentions[0].trigger.start)
    return [(e.actor_labels, e.target_labels) for e in found]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # the turn before tells whom the act answers
        ("Peru expelled two envoys of Chile on May 3. Santiago recalled its ambassador.", (("CHL",), ("PER",))),
        ("Kenya demanded an apology from Uganda. Kampala refused.", (("UGA",), ("KEN",))),
        # diplomats told by name are of the other side
        (
            "Kenya accused Uganda of spying on May 3. Kenyan police detained Foo Barro, the deputy consul general.",
            (("KEN",), ("UGA",)),
        ),
        # deeds of which every reader knows who did them
        ("Norway froze the assets of a bank over the invasion of Kuwait.", (("IRQ",), ("KWT",))),
        # another side in the sentence
        ("Norway suspended trade in a row with Sweden over fish.", (("NOR",), ("SWE",))),
        # what belongs to a state belongs to the other side
        ("Ghana accused Togo of spying on May 1. Accra expelled two diplomats.", (("GHA",), ("TGO",))),
        # what a third party asks for or offers, it asks of both
        (
            "Ghana expelled three envoys of Togo. Lome closed the border to Ghana. Brazil called for restraint.",
            (("BRA",), ("GHA", "TGO")),
        ),
        # whoever is put under a measure
        ("Norway put two Swedish banks under an asset freeze.", (("NOR",), ("SWE",))),
        # who is to be hit does not act
        (
            "Norway protested. The names of Swedish officials who are to be denied visas come later.",
            (("NOR",), ("SWE",)),
        ),
        # what something is used for, the user does
        ("Norway cited a law of 1920 to freeze the assets of Sweden.", (("NOR",), ("SWE",))),
        # one's own people by the words for them
        ("Kenya complained to Uganda and told its traders to use Beira.", (("KEN",), ("traders",))),
        ("Oslo advises Norwegians to avoid travel to Sweden.", (("NOR",), ("Norwegians",))),
        # people protest by themselves, servants act for their state
        ("Malian drivers boycotted a Nigerien port.", (("Malian drivers",), ("NER",))),
        ("Inspectors in Kazakhstan stopped Kyrgyz milk.", (("KAZ",), ("KGZ",))),
        ("Jane Foo, a reporter for Swedish television, was jailed by Norway.", (("NOR",), ("SWE",))),
        # people ask their own government, a third party offers to both
        ("Malian millers pressed the government in Bamako to lift the ban.", (("Malian millers",), ("MLI",))),
        ("Algeria offered to mediate between Chad and Libya.", (("DZA",), ("TCD", "LBY"))),
        # who meets and agrees, agrees together; talks of nobody named are of those told of
        ("Chad's envoys met Libyan officers and agreed to swap prisoners.", (("TCD", "LBY"), ())),
        ("Chad accused Libya of spying. Talks were held in Cairo on Friday.", (("LBY", "TCD"), ())),
        # whoever condemns it has not done it
        ("Chad expelled two Libyan envoys. The expulsions were condemned by Niger.", (("NER",), ("TCD",))),
        # who is kept out of a place, and by whom
        ("Ugandan ships were banned from Kenyan ports.", (("KEN",), ("UGA",))),
        ("Two Ugandans were thrown out of Kenya.", (("KEN",), ("UGA",))),
        ("Kenyan airlines are barred from landing at Entebbe.", (("UGA",), ("KEN",))),
        # what both do is done to nobody else
        ("Uganda and Kenya swapped twelve prisoners.", (("UGA", "KEN"), ())),
        ("Uganda agreed with Kenya to reopen the border.", (("UGA", "KEN"), ())),
        ("In Kampala the foreign ministry summoned the Kenyan high commissioner.", (("UGA",), ("KEN",))),
        # those who act together are answered together
        (
            "Norway, Sweden and Denmark froze the accounts of Chad in May. In June Chad barred ships from Norway,"
            " Sweden and Denmark. Norway rebuked Chad. In July Chad restored the licences.",
            (("TCD",), ("DNK", "NOR", "SWE")),
        ),
        # who did the deed, and who suffered it, that is spoken of again
        (
            "Peru withdrew from a pact with Chile on Monday. Chile criticised Bolivia on Tuesday. Ecuador deplored the"
            " withdrawal on Friday.",
            (("ECU",), ("PER",)),
        ),
        (
            "Peru impounded two trawlers from Chile in May. In June Bolivia expelled the Peruvian envoy. Peru rebuked"
            " Bolivia. In July Peru let the fishermen go.",
            (("PER",), ("CHL",)),
        ),
        # words of mediation speak to both
        (
            "Peru closed its ports to Chile in May. Bolivia closed a bridge to Peru in June. Brazil called for"
            " dialogue and restraint.",
            (("BRA",), ("CHL", "PER")),
        ),
        (
            "Ghana and Togo quarrelled. Ghana expelled two envoys of Togo. Kenya offered its good offices.",
            (("KEN",), ("GHA", "TGO")),
        ),
        # who is blamed did what he is blamed for
        ("Norway told Sweden that Stockholm was behind a cyber-attack on its banks.", (("SWE",), ("NOR",))),
        # who does the like does it to the same
        ("Chad raided Niger. Mali condemned the raid, as did Benin.", (("BEN",), ("TCD",))),
        ("Peru condemned the strike, as did Ecuador.", (("ECU",), ())),
        # words between the subject and its verb
        ("Spain, with backing from France, banned Algerian gas.", (("ESP",), ("DZA",))),
        ("Italy, as expected, recalled its ambassador from Algeria.", (("ITA",), ("DZA",))),
        # by whose order, and for what purpose
        ("The Swedish mines were closed on the orders of Norway's minister.", (("NOR",), ("SWE",))),
        # a place or people that nothing says more about stand for the other side
        ("Ghana attacked Togo on May 1. Accra moved an extra battalion to Foowan.", (("GHA",), ("TGO",))),
        # whoever imposed a measure lifts it
        ("Norway's freeze on the assets of Foobank was lifted, to the relief of Sweden.", (("NOR",), ("SWE",))),
    ],
)
def test_the_other_side_is_supplied(text: str, last: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    assert parties(text)[-1] == last


@pytest.mark.parametrize(
    ("before", "owner"),
    [("Two Chilean trawlers sank in May.", {"CHL"}), ("Chile protested in May.", set())],
)
def test_whose_a_thing_is_was_told_before(before: str, owner: set[str]) -> None:
    document = Document(text=f"{before} Peru rebuked Bolivia. Peru attacked the trawlers.")
    found = read(document, Lexicon.default())
    book = Book(found.mentions, frozenset(), text=document.text)
    draft = max(found.drafts, key=lambda d: d.start)
    assert book.owner(draft, book.words(draft)) == owner


TURNS = [
    Turn(frozenset({"TCD"}), frozenset({"NER"}), "ASSAULT", 4, lemma="raid"),
    Turn(frozenset({"MLI"}), frozenset({"NER"}), "SANCTION", 4, lemma="close"),
    Turn(frozenset({"BEN"}), frozenset({"MLI"}), "REQUEST", 1, lemma="demand"),
]


@pytest.mark.parametrize(
    ("words", "known", "doer"),
    [
        (" the raid on monday", "TGO", {"TCD"}),
        (" the closure", "TGO", {"MLI"}),
        (" that plea", "TGO", {"BEN"}),
        (" the step", "TGO", {"TCD"}),
        (" the step", "TCD", {"MLI"}),
        (" the weather", "TGO", set()),
    ],
)
def test_who_did_what_a_noun_stands_for(words: str, known: str, doer: set[str]) -> None:
    assert Lexicon.default().derive(DeedWords).doer(words, TURNS, frozenset({known})) == doer


@pytest.mark.parametrize(
    ("text", "role", "sign", "side"),
    [
        ("Peru warned Chile in May.\nBolivia met Ecuador. Bolivia left a pact.", "target", "paragraph", "ECU"),
        ("Peru met Chile. Lima accused Bolivia of spying and recalled its envoy.", "target", "blamed", "BOL"),
        ("Peru met Chile. Peru asked Bolivia for ore. La Paz refused.", "target", "last_actor_REJECT", "PER"),
        ("Peru raided Chile. Bolivia deplored the raid.", "target", "noun_deed", "PER"),
        ("Peru expelled Chile's envoys. Bolivia applauded the purge.", "target", "noun_deed", "PER"),
        ("Peru met Chile. With Bolivia in mind, two envoys were expelled.", "actor", "just_before", "BOL"),
        ("Peru met Chile. Peru raided Bolivia and shelled a town.", "target", "alike_here", "BOL"),
    ],
)
def test_signs_of_a_side(text: str, role: str, sign: str, side: str) -> None:
    seen: list[Choice] = []

    def watch(draft: Draft, asked: Role, book: Book, so_far: Story, whole: Dealings, words: SignWeights) -> Choice:
        if asked == role:
            seen.extend(choices(draft, asked, book, so_far, whole, words.deeds))
        return best_choice(draft, asked, book, so_far, whole, words)

    lexicon = Lexicon.default()
    found = read(Document(text=text), lexicon)
    last = max([draft for draft in found.drafts if not draft.nominal], key=lambda d: d.start)
    bare = [draft.but(**{f"{role}s": ()}) if draft is last else draft for draft in found.drafts]
    supply_counterparts(bare, found.mentions, lexicon, choose=watch, text=text)
    assert any(sign in choice.signs for choice in seen if choice.sides == {side})


def test_a_supplied_party_says_so() -> None:
    events = timeline.extract("Kenya demanded an apology from Uganda. Kampala refused.", published="2021-05-06").events
    refusal = max(events, key=lambda e: e.mentions[0].trigger.start)
    assert refusal.targets[0].via == "context"
    assert refusal.targets[0].name == "Kenya"
    assert any(reason.rule.startswith("counterpart:") for reason in refusal.reasons)


def test_nobody_is_supplied_where_nobody_is_known() -> None:
    assert parties("Peru recalled its ambassador on Monday.") == [(("PER",), ())]


@pytest.mark.parametrize(
    ("text", "type_", "actors", "targets"),
    [
        # what is said of the other side's friends is an accusation by who says it
        ("India says that Pakistan backs the militants.", "ACCUSE", ("IND",), ("PAK",)),
        ("Burundi claims that Rwanda trains the rebels.", "ACCUSE", ("BDI",), ("RWA",)),
        # words come from somebody
        ("Togo closed the border. The step drew condemnation from Ghana.", "ACCUSE", ("GHA",), ("TGO",)),
        # a verb of answering with a modal is a threat, without one it is told with the deed
        ("Sweden closed a port to Norway. Norway said it would retaliate.", "THREATEN", ("NOR",), ("SWE",)),
    ],
)
def test_what_a_speaker_makes_of_it(text: str, type_: str, actors: tuple[str, ...], targets: tuple[str, ...]) -> None:
    found = [(e.type, e.actor_labels, e.target_labels) for e in timeline.extract(text, published="2021-05-06")]
    assert (type_, actors, targets) in found


def test_who_judges_an_act_is_not_supplied_as_its_doer() -> None:
    events = timeline.extract("France condemned the raid on Mali.", published="2021-05-06").events
    assert [e.actor_labels for e in events if e.type == "ASSAULT"] == [()]


def test_the_reason_names_the_side_that_came_second() -> None:
    text = (
        "Poland banned Belarusian beef. Belarus expelled a Polish consul. Lithuania closed a bridge to Belarus. "
        "Minsk recalled its envoy."
    )
    recalled = timeline.extract(text).events[-1]
    (note,) = [reason.note for reason in recalled.reasons if reason.rule.startswith("counterpart:")]
    assert "the target is not named here" in note
    assert "next: " in note


def test_the_title_tells_whose_story_it_is() -> None:
    document = timeline.Document(
        id="a",
        title="Norway shuts ports to Swedish boats",
        text="The trade minister, Foo Barry, shut three ports to boats from Sweden on Monday.",
        published="2021-05-06",
    )
    assert [(e.actor_labels, e.target_labels) for e in timeline.extract(document)] == [(("NOR",), ("SWE",))]


def test_weights_are_fitted_to_the_right_choices() -> None:
    cases = [Case("a", "target", [["nobody"], ["turn"]], 1), Case("b", "target", [["nobody"], ["lead"]], 0)]
    start = {"nobody": 0.0, "turn": 0.0, "lead": 0.0}
    weights = fit(cases, start, 1.0)
    assert weights["turn"] > 0 > weights["lead"]
    assert right(cases, weights) == 2


def test_cases_to_fit_on_are_the_empty_roles_of_annotated_acts() -> None:
    article = {
        "id": "a",
        "title": None,
        "published": "2021-05-06",
        "text": "Kenya demanded an apology from Uganda. Kampala refused.",
        "events": [
            {"trigger": "refused", "quote": "Kampala refused", "type": "REJECT", "actors": ["UGA"], "targets": ["KEN"]}
        ],
    }
    (case,) = cases_of(article, Lexicon.default())
    assert (case.role, "turn" in case.signs[case.right]) == ("target", True)


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Thousands marched in Dhaka on Friday.", ("BGD",)),
        ("Riots broke out in Nairobi.", ("KEN",)),
        # whoever is named comes first
        ("Thousands marched in Dhaka against India on Friday.", ("IND",)),
        ("Hundreds of students gathered outside the Peruvian embassy in Quito to protest.", ("PER",)),
    ],
)
def test_a_crowd_is_against_who_governs_there_where_nobody_is_named(text: str, targets: tuple[str, ...]) -> None:
    found = [e.target_labels for e in timeline.extract(text, published="2024-05-06").events if e.type == "PROTEST"]
    assert found == [targets]


@pytest.mark.parametrize(
    ("turns", "partner"),
    [
        ([("CHL", "PER", "ACCUSE")], "CHL"),
        ([("PER", "CHL", "ACCUSE")], "CHL"),
        # what several agreed on, each agreed on with the others; who met is not yet who is meant
        ([("BOL ECU PER", "", "AGREE")], "BOL ECU"),
        ([("BOL ECU PER", "", "CONSULT"), ("PER", "CHL", "ACCUSE")], "CHL"),
    ],
)
def test_whom_a_side_faced_last(turns: list[tuple[str, str, str]], partner: str) -> None:
    recent = [Turn(frozenset(a.split()), frozenset(t.split()), type_, 1) for a, t, type_ in turns]
    assert last_partner(recent, frozenset({"PER"})) == frozenset(partner.split())


def test_what_stands_for_nobody_that_is_known_is_kept() -> None:
    text = "Unknown attackers wounded two envoys in a market. Chad and Peru talked."
    assert parties(text)[0] == (("Unknown attackers",), ("two envoys",))
