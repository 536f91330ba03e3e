"""The PLOVER scale: complete, within bounds, and its derived codes as the manual has them."""

from typing import get_args

import pytest

from timeline.errors import LexiconError
from timeline.lexicons import Lexicon
from timeline.models import EventType
from timeline.plover import _build, cameo_root, intensity_of, modes_of, plover_code, plover_mode, quad_of

TYPES = get_args(EventType)


@pytest.mark.parametrize("type_", TYPES)
def test_every_type_is_on_the_scale(type_: str) -> None:
    hostile = quad_of(type_) in (3, 4)
    for mode in (None, *modes_of(type_)):
        assert -10 <= intensity_of(type_, mode) <= 10
        assert (intensity_of(type_, mode) <= 0.5) is hostile
        assert len(cameo_root(type_, mode)) == 2
    assert plover_code(type_, "actual") == plover_code(type_, "denied") == plover_code(type_, "hypothetical") == type_
    assert plover_code(type_, "planned") in TYPES


@pytest.mark.parametrize(
    ("type_", "coded"),
    [
        ("CONSULT", "AGREE"), ("SUPPORT", "AGREE"), ("COOPERATE", "AGREE"), ("AID", "AGREE"),
        ("CONCEDE", "AGREE"), ("RETREAT", "CONCEDE"), ("AGREE", "AGREE"),
        ("REQUEST", "REQUEST"), ("ACCUSE", "ACCUSE"), ("REJECT", "REJECT"), ("THREATEN", "THREATEN"),
        ("PROTEST", "THREATEN"), ("SANCTION", "THREATEN"), ("MOBILIZE", "THREATEN"),
        ("COERCE", "THREATEN"), ("ASSAULT", "THREATEN"),
    ],
)  # fmt: skip
def test_an_act_still_ahead(type_: str, coded: str) -> None:
    assert {plover_code(type_, modality) for modality in ("planned", "threatened", "proposed")} == {coded}


def test_a_mode_takes_its_own_score_else_that_of_its_type() -> None:
    assert intensity_of("ASSAULT", "unconventional") == -10
    assert intensity_of("PROTEST", "vandalize") == intensity_of("PROTEST") == -5
    assert intensity_of("AID", "no-such-mode") == 10


def test_a_mode_of_no_type_is_an_error_that_names_its_row() -> None:
    lexicon = Lexicon.default().extended_text("[plover_modes]\nmode\tscore\nEMBRACE warmly\t9\n", "mine.tsv")
    with pytest.raises(LexiconError, match=r"mine\.tsv:3: the mode 'EMBRACE warmly'"):
        _build(lexicon)


def test_what_an_act_ahead_threatens_is_a_mode_of_threaten() -> None:
    modes = [(t, m) for t in ("SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST") for m in modes_of(t)]
    assert {plover_mode(t, m, "planned") for t, m in modes} <= {*modes_of("THREATEN"), None}
    assert plover_mode("COERCE", "arrest", "threatened") == "arrest"
    assert plover_mode("ASSAULT", "drone", "planned") == "violence"
