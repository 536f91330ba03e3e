"""Text to sentences, tokens, parts of speech and base phrases."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.analysis import Sentence, fold
from timeline.text.morphology import inflect, singular
from timeline.text.sentences import split
from timeline.text.tagging import analyse
from timeline.text.tokens import tokenize

SENTENCES = [
    ("The minister met Gen. Lee on Jan. 5. He left.", ["The minister met Gen. Lee on Jan. 5.", "He left."]),
    ("It opened at 4 p.m. Officials left at once.", ["It opened at 4 p.m.", "Officials left at once."]),
    ("It opened at 4 p.m. Monday in the U.S. Senate.", ["It opened at 4 p.m. Monday in the U.S. Senate."]),
    ('"We shall answer. We always do." He sat down.', ['"We shall answer.', 'We always do."', "He sat down."]),
    (
        "John F. Kelly, R-Ariz., said no. Why? Nobody knew.",
        ["John F. Kelly, R-Ariz., said no.", "Why?", "Nobody knew."],
    ),
    ("The answer was No. The talks ended.", ["The answer was No.", "The talks ended."]),
    ("Resolution No. 12 passed. It cost $3.5 billion.", ["Resolution No. 12 passed.", "It cost $3.5 billion."]),
    ("“We will see…” The envoy smiled.", ["“We will see…”", "The envoy smiled."]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [s.text for s in split("Lead paragraph goes first.\n\n" + text)][1:] == expected


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        ("Envoys were called home on Monday, officials said.", "body"),
        ("Tensions rise again", "heading"),
        ("July 6, 2018: Duties take effect.", "entry"),
        ("Share", "boilerplate"),
        ("By Jane Doe in Geneva", "boilerplate"),
        ("Photo: Agency / Archive", "boilerplate"),
        ("The envoy (left) with the minister (right) in May. Image: Agency", "boilerplate"),
        ("The bridge at dawn, AFP / Jane Doe", "boilerplate"),
        ("Copyright 2021 The Paper. All rights reserved.", "boilerplate"),
        ("Đọc thêm tại đây", "boilerplate"),
    ],
)
def test_kinds_of_paragraph(paragraph: str, kind: str) -> None:
    assert split("Lead paragraph goes first.\n\n" + paragraph)[-1].kind == kind


def test_a_short_first_line_is_the_title() -> None:
    assert [s.kind for s in split("Two envoys leave\n\nTwo envoys left on Monday.")] == ["title", "body"]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The foreign ministry of the island republic said on\nMonday that it had asked two envoys of its neighbour to\n"
        "leave the country within three days, and that it would\nclose the border on Friday.\n"
    )
    assert len(split(text)) == 1


@given(st.text(st.sampled_from("Aab. ,!?\n\n\"'()U.S.5\u00a0\u2019\u201c\U0001f600"), max_size=200))
def test_offsets_reproduce_every_sentence_and_token(text: str) -> None:
    end = 0
    for sentence in split(text):
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.start >= end
        end = sentence.end
        analyse(sentence)
        assert all(text[t.start : t.end] == t.text and t.tag for t in sentence.tokens)
        assert all(0 <= c.first <= c.head < c.last <= len(sentence.tokens) for c in sentence.chunks)
    assert len(fold(text)) == len(text)


def test_tokens_keep_abbreviations_clitics_and_amounts_whole() -> None:
    text = "Russia's U.S.-led ally didn't pay $34bn of the 10-year, tit-for-tat bill at 10:30 a.m., O'Neil said."
    expected = (
        "Russia 's U.S.-led ally did n't pay $34bn of the 10-year , tit-for-tat bill at 10:30 a.m. , O'Neil said ."
    )
    assert [t.text for t in tokenize(text)] == expected.split()


def analysed(text: str) -> Sentence:
    (sentence,) = split("Lead paragraph goes first.\n\n" + text)[1:]
    analyse(sentence)
    return sentence


TAGS = [
    # noun or verb
    ("US strikes on the port killed ten.", "strikes", "NNS"),
    ("Russia strikes the port again.", "strikes", "VBZ"),
    ("Troops attack the town.", "attack", "VBP"),
    ("The attack began.", "attack", "NN"),
    ("It plans to cut imports.", "cut", "VB"),
    ("The talks ended a dispute.", "talks", "NNS"),
    ("He talks to reporters.", "talks", "VBZ"),
    ("UN condemns attack on convoy.", "condemns", "VBZ"),
    ("7 May: Chad masses troops at the border as Sudan warns of war.", "masses", "VBZ"),
    ("Chad tables charges against traders who smuggle oil.", "tables", "VBZ"),
    ("Chad's leader, Mahamat Deby, visits Tunis on Sunday.", "visits", "VBZ"),
    ("Chad's parliament, which feared him, drafts charges against the general.", "drafts", "VBZ"),
    ("The leader meets envoys in Tunis and vows support.", "vows", "VBZ"),
    ("Chad, in reply, stations jets at Abeche.", "stations", "VBZ"),
    ("The decree, signed in May, bans imports of beer.", "bans", "VBZ"),
    ("Senators in Lima table a motion against the king.", "table", "VBP"),
    ("The two navies trade insults near the reef.", "trade", "VBP"),
    ("Guards along the river trade fire with smugglers.", "trade", "VBP"),
    ("Drug gangs in the trade routes changed.", "trade", "NN"),
    ("The arms trade row dragged on.", "trade", "NN"),
    ("Chad strikes in March killed dozens.", "strikes", "NNS"),
    ("Chad posts along the river fell.", "posts", "NNS"),
    ("The shelling of the port went on.", "shelling", "NN"),
    # past tense or participle
    ("Rockets fired from the hills struck the port.", "fired", "VBN"),
    ("Rockets fired from Lebanon hit northern Israel.", "fired", "VBN"),
    ("The army fired rockets at the port.", "fired", "VBD"),
    ("The strikes, carried out by Turkey, drew anger.", "carried", "VBN"),
    ("The union responded by closing the border.", "responded", "VBD"),
    ("The visas were revoked.", "revoked", "VBN"),
    # adverb or preposition
    ("They have since left.", "since", "RB"),
    ("They stayed since May.", "since", "IN"),
    # names
    ("Beijing has answered.", "Beijing", "NNP"),
    ("US envoys left.", "US", "NNP"),
    ("The French envoy left.", "French", "JJ"),
]


@pytest.mark.parametrize(("text", "word", "tag"), TAGS)
def test_tags(text: str, word: str, tag: str) -> None:
    assert {t.tag for t in analysed(text).tokens if t.text == word} == {tag}


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Russia's new missile base opened.", ["Russia's new missile base", "opened"]),
        ("It met political and economic resistance.", ["It", "met", "political and economic resistance"]),
        ("He will not have been told.", ["He", "will not have been told"]),
        ("She met the king last week.", ["She", "met", "the king", "last week"]),
        ("On June 5 Ethiopian jets left.", ["June 5", "Ethiopian jets", "left"]),
        ("Two detained sailors want to leave.", ["Two detained sailors", "want", "to leave"]),
    ],
)
def test_base_phrases(text: str, phrases: list[str]) -> None:
    sentence = analysed(text)
    found = [
        sentence.text[
            sentence.tokens[c.first].start - sentence.start : sentence.tokens[c.last - 1].end - sentence.start
        ]
        for c in sentence.chunks
    ]
    assert found == phrases


@pytest.mark.parametrize(
    ("lemma", "double", "forms"),
    [
        ("ban", True, "ban bans banned banned banning"),
        ("deny", False, "deny denies denied denied denying"),
        ("seize", False, "seize seizes seized seized seizing"),
        ("clash", False, "clash clashes clashed clashed clashing"),
        ("obey", False, "obey obeys obeyed obeyed obeying"),
        ("flee", False, "flee flees fleed fleed fleeing"),
    ],
)
def test_regular_verbs(lemma: str, double: bool, forms: str) -> None:
    assert " ".join(inflect(lemma, double=double).values()) == forms


@pytest.mark.parametrize(
    ("plural", "expected"),
    [("embassies", "embassy"), ("crashes", "crash"), ("troops", "troop"), ("gas", "gas"), ("status", "status")],
)
def test_singular(plural: str, expected: str) -> None:
    assert singular(plural) == expected


def test_no_sentence_is_endless() -> None:
    text = "and so on " * 1000
    assert max(len(s.text) for s in split(text)) <= 2000
    assert " ".join(s.text for s in split(text)).split() == text.split()


def test_what_only_begins_like_a_caption_is_read_at_once() -> None:
    started = process_time()
    assert split("Talks.\n\nThey met on Monday. AFP / " + "a" * 60 + "!")[-1].kind == "body"
    assert process_time() - started < 2


def test_time_is_linear_in_the_length() -> None:
    start = process_time()
    for text in ("a" * 100_000, "A. " * 30_000, "(" * 100_000, "\n " * 50_000, "1," * 50_000, "'s " * 30_000):
        for sentence in split(text):
            analyse(sentence)
    assert process_time() - start < 20, "seconds for 600 kB"


@pytest.mark.parametrize(
    "dateline",
    [
        "SAN SALVADOR (Wire) Oct 7, 2015 ",
        "ALGIERS, Jan. 1 (Wire) -- ",
        "CHISINAU, October 13. /WIRE/. ",
        "Kabul (Wire): ",
        "AMSTERDAM/BELGRADE (Wire) - ",
        "Paris, France | WIRE | ",
        "Doha, Qatar - ",
        "Islamabad - ",
        "[Wire] Kampala -- ",
    ],
)
def test_where_a_text_was_sent_is_no_part_of_what_it_tells(dateline: str) -> None:
    head, lead = split(f"{dateline}Tunisia expelled two Libyan diplomats. They left.")[:2]
    assert (head.kind, lead.text) == ("boilerplate", "Tunisia expelled two Libyan diplomats.")
