"""Finding the words that say that an act answers another, by the table ``link_cues``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from timeline.analysis import lowered
from timeline.lexicons import Lexicon, PhraseMatcher, Row

__all__ = ["ANAPHORIC", "CLASSES", "Cue", "CueHit", "cue_matcher", "find_cues", "word_groups"]

#: What a cue may say about where cause and answer stand; see the comments of the table.
CLASSES = (
    "cause",
    "undo",
    "source",
    "either",
    "after",
    "effect",
    "moves",
    "answer",
    "follow",
    "then",
    "when",
    "if",
    "reason",
    "means",
    "root",
    "exempt",
)
#: The classes that leave to the reader which act is answered, or followed; the signs of such words begin so.
ANAPHORIC = ("answer", "follow")
_STRENGTHS = ("strong", "fair", "weak")
_SIDES = ("right", "left", "both")


class Cue(NamedTuple):
    """One row of the table for one wording."""

    words: str
    kind: str
    side: str
    strength: str


class CueHit(NamedTuple):
    """A cue in a text (offsets)."""

    start: int
    end: int
    cue: Cue


def cue_matcher(lexicon: Lexicon) -> PhraseMatcher[Cue]:
    """The matcher of all cues; give it to ``lexicon.derive``.

    Raises:
        LexiconError: a row has an unknown class, side or strength; names file and line.
    """
    cues: dict[str, Cue] = {}
    for row in lexicon.table("link_cues"):
        kind = _checked(row, "class", CLASSES)
        side = _checked(row, "side", _SIDES) if row["side"] else "both"
        strength = _checked(row, "strength", _STRENGTHS) if row["strength"] else "strong"
        for words in row.list("words"):
            cues[words] = Cue(words, kind, side, strength)
    return PhraseMatcher(cues, ignore_case=True)


def word_groups(lexicon: Lexicon) -> dict[str, PhraseMatcher[bool]]:
    """The groups of ``link_words``; give it to ``lexicon.derive``."""
    rows = lexicon.table("link_words")
    return {row["group"]: PhraseMatcher(dict.fromkeys(row.list("words"), True), ignore_case=True) for row in rows}


def _checked(row: Row, column: str, allowed: tuple[str, ...]) -> str:
    if row[column] not in allowed:
        raise row.error(f"{column} {row[column]!r} is none of {', '.join(allowed)}")
    return row[column]


def find_cues(folded: str, lexicon: Lexicon) -> Iterator[CueHit]:
    """The cues of a folded text, left to right; words that hold a cue and are none are passed over."""
    for start, end, cue in lexicon.derive(cue_matcher).finditer(lowered(folded)):
        if cue.kind != "exempt":
            yield CueHit(start, end, cue)
