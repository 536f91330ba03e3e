"""Tables: their format, their errors, and how users extend them without Python."""

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import extract
from timeline.errors import LexiconError
from timeline.lexicons import Lexicon, PhraseMatcher, trie_pattern

TABLE = "[verbs]\nlemma\tnoun\n"


def lemmas(lexicon: Lexicon) -> set[str]:
    return {row["lemma"] for row in lexicon.table("verbs")}


def test_rows_are_added_taken_away_and_replaced() -> None:
    ours = Lexicon.default()
    assert "attack" in lemmas(ours)
    added = ours.extended_text(TABLE + "frobnicate\ty  \n-attack\n")
    assert "frobnicate" in lemmas(added)
    assert "attack" not in lemmas(added)
    assert lemmas(ours.extended_text("[verbs replace]\nlemma\nfrobnicate\n")) == {"frobnicate"}
    assert "frobnicate" not in lemmas(ours), "a lexicon is never changed in place"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("attack\ty\n", r"mine:1: rows must stand under a section"),
        ("[verb]\nlemma\n", r"mine:1: there is no table 'verb': use one of"),
        ("[verbs]\nlemma\tcolour\n", r"mine:2: .*no column 'colour': its columns are lemma, noun"),
        ("[verbs]\nnoun\n", r"mine:2: .*'noun' is not its first column"),
        ("[verbs]\n", r"mine: the section \[verbs\] ends before its column names"),
        (TABLE + "hack\ty\tx\n", r"mine:3: 3 cells"),
        (TABLE + "\ty\n", r"mine:3: the first cell \(lemma\) is empty"),
    ],
)
def test_a_wrong_row_is_named_with_the_mend(text: str, says: str) -> None:
    with pytest.raises(LexiconError, match=says):
        Lexicon.default().extended_text(text, "mine")


def test_a_missing_file_and_a_missing_table_are_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"absent\.tsv: cannot read"):
        Lexicon.default().extended(tmp_path / "absent.tsv")
    with pytest.raises(LexiconError, match="no table 'nonsense'"):
        Lexicon.default().table("nonsense")


def test_what_is_derived_is_made_once_and_a_lexicon_can_be_sent_to_a_worker() -> None:
    mine = Lexicon.default().extended_text(TABLE + "frobnicate\n")
    assert mine.derive(lemmas) is mine.derive(lemmas)
    assert lemmas(pickle.loads(pickle.dumps(mine))) == lemmas(mine)
    assert pickle.loads(pickle.dumps(Lexicon.default())) is Lexicon.default()


def test_every_shipped_table_says_where_it_comes_from() -> None:
    for file in Path(__file__).parent.parent.joinpath("timeline/lexicons").glob("*.tsv"):
        assert file.read_text(encoding="utf-8").startswith("#"), f"{file.name} begins with a comment on its source"


WORDS = st.text(st.sampled_from("ab c"), min_size=1, max_size=8).map(lambda s: " ".join(s.split())).filter(bool)


@given(st.lists(WORDS, min_size=1, max_size=12), st.lists(WORDS, max_size=6))
def test_the_matcher_finds_the_longest_whole_phrase_at_each_place(phrases: list[str], words: list[str]) -> None:
    matcher = PhraseMatcher({phrase: phrase for phrase in phrases})
    text = " ".join(words)
    for start, end, payload in matcher.finditer(text):
        assert text[start:end] == payload
        longer = [p for p in phrases if len(p) > len(payload) and text.startswith(p, start)]
        assert not any(not text[start + len(p) : start + len(p) + 1].isalnum() for p in longer)


def test_no_phrases_match_nothing() -> None:
    assert trie_pattern([]) == "(?!)"
    assert list(PhraseMatcher[str]({}).finditer("anything")) == []


def test_no_row_stands_twice() -> None:
    lexicon = Lexicon.default()
    for table in lexicon.tables:
        places: dict[tuple[tuple[str, str], ...], str] = {}
        for row in lexicon.table(table):
            fact = tuple(sorted(row.cells.items()))
            assert fact not in places, f"{row.source}: as in {places[fact]}"
            places[fact] = row.source


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("[pair_counts]\nword\tcount\nseven\tmany\n", r"mine\.tsv:3: count 'many' is no number"),
        ("[counterpart_signs]\nsign\tactor\nturn\thigh\n", r"mine\.tsv:3: actor 'high' is no number"),
        ("[link_weights]\nsign\tweight\nturn\tnan\n", r"mine\.tsv:3: weight 'nan' is no number"),
        ("[triggers]\nwords\tpos\ttype\tweight\nfrobnicate\tv\tASSAULT\thigh\n", r"mine\.tsv:3: weight 'high'"),
        ("[triggers]\nwords\tpos\ttype\tweight\nfrobnicate\tv\tASSAULT\t7\n", r"mine\.tsv:3: .* from 0 to 1"),
    ],
)
def test_a_cell_that_wants_a_number_names_its_line(table: str, says: str) -> None:
    lexicon = Lexicon.default().extended_text(table, "mine.tsv")
    with pytest.raises(LexiconError, match=says):
        extract("Chad attacked Libya. Libya retaliated.", lexicon=lexicon)
