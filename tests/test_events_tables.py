"""The tables of the event coder are sound: every row can be used, and users can add their own."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

import timeline.events
from timeline import extract
from timeline.errors import LexiconError
from timeline.events.vocabulary import vocabulary
from timeline.lexicons import Lexicon
from timeline.models import Actor
from timeline.plover import modes_of

LEXICON = Lexicon.default()
SPECIAL = ("*", "=", "@", "to:", "no-longer")


def test_every_mode_belongs_to_its_type() -> None:
    wrong = [
        (row.source, row["words"])
        for row in LEXICON.table("triggers")
        if row["mode"] and row["mode"][0] != "=" and row["mode"] not in modes_of(row["type"])
    ]
    assert not wrong


def test_every_outcome_is_a_type_of_plover() -> None:
    types = {row["type"] for row in LEXICON.table("plover_types")} | {"", "-"}
    assert {row["type"] for row in LEXICON.table("outcomes")} <= types
    operators = {row["op"] for row in LEXICON.table("outcomes")}
    assert {row["op"] for row in LEXICON.table("frames")} <= operators


def test_needs_with_a_sign_can_be_met() -> None:
    kinds = {f"@{kind}" for kind in get_args(Actor.model_fields["kind"].annotation)}
    known = kinds | {"@party", "@other", "@them", "@will", "@wont", "@barred", "@must", "@not", "@deadline", "@none"}
    known |= {"@with", "@several", "@joint", "@to", "@over"}
    wanted = {c for row in LEXICON.table("triggers") for c in (*row.list("needs"), *row.list("agent")) if c[0] == "@"}
    assert wanted <= known


def test_no_trigger_is_outdone_by_another_that_asks_the_same() -> None:
    seen: dict[tuple[object, ...], str] = {}
    for row in LEXICON.table("triggers"):
        for words in row.list("words"):
            key = (words, row["pos"], frozenset(row.list("needs")), frozenset(row.list("agent")))
            assert seen.setdefault(key, row.source) == row.source, (words, seen[key], row.source)


def test_every_group_of_words_is_asked_for() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in Path(timeline.events.__path__[0]).glob("*.py"))
    assert [row["group"] for row in LEXICON.table("event_words") if f'"{row["group"]}"' not in source] == []


def test_no_verb_begins_with_a_word_that_is_none() -> None:
    others = {"no", "never", "must", "will", "would", "may", "can", "could", "should"}
    for table, barred in (("triggers", others), ("frames", others | {"not"})):
        for row in LEXICON.table(table):
            for words in row.list("words") if row["pos"] == "v" else ():
                assert words.split()[0] not in barred, row.source


@pytest.mark.parametrize(
    ("row", "part"),
    [
        ("zap\tx\tASSAULT", "pos 'x'"),
        ("zap\tv\tZAPPING", "'ZAPPING' is no event type"),
        ("zap\tv\tASSAULT\t\t\t\t\tmuch", "weight 'much'"),
    ],
)
def test_a_wrong_row_is_named_with_its_mend(row: str, part: str) -> None:
    lexicon = LEXICON.extended_text(
        f"[triggers]\nwords\tpos\ttype\tmode\tneeds\tagent\ttarget\tweight\n{row}\n", "mine.tsv"
    )
    with pytest.raises(LexiconError, match=r"mine\.tsv:3") as caught:
        vocabulary(lexicon)
    assert part in str(caught.value)


def test_own_triggers_and_parties_need_no_python() -> None:
    lexicon = LEXICON.extended_text(
        "[triggers]\nwords\tpos\ttype\tmode\nbewitch\tv\tASSAULT\t\n"
        "[groups]\nname\tcode\tkind\nElvenhome\tELF\tarmed\nIronhold\tIRO\tarmed\n"
    )
    (event,) = extract("Elvenhome bewitched Ironhold on Friday.", lexicon=lexicon).events
    assert (event.type, event.actor_labels, event.target_labels) == ("ASSAULT", ("ELF",), ("IRO",))


def test_a_row_of_several_words_is_one_for_each_of_them() -> None:
    rows = "[triggers]\nwords\tpos\ttype\tmode\tneeds\nzap|zip up\tv\tASSAULT\tdrone\tplace\n"
    lexicon = LEXICON.extended_text(rows)
    for sentence in ("Kenya zapped a Somali village.", "Kenya zipped up a Somali village."):
        assert [e.mode for e in extract(sentence, lexicon=lexicon).events] == ["drone"], sentence
    without = lexicon.extended_text("[triggers]\nwords\tpos\ttype\n-zap\tv\tASSAULT\n")
    assert {row["words"] for row in without.table("triggers")} >= {"zip up"}
