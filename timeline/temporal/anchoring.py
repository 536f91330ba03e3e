"""Reference times: the document's day, the time that is being told, and which way a bare "March" looks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.lexicons import Lexicon, trie_pattern
from timeline.temporal.calendar import Moment
from timeline.temporal.readings import Reading

__all__ = ["Context", "Tense", "detect_style", "tense_of"]


@dataclass(slots=True)
class Context:
    """What is known at a place of the text.

    ``reference`` is the document's day (or None), ``story`` the time told last, ``quarter`` the quarter told
    last, ``entry`` the date that heads the entry of a chronology, ``direction`` which way the clause looks (-1 the past, 1 the future, 0 not known).
    """

    style: str
    reference: Moment | None
    story: Moment | None = None
    quarter: Moment | None = None
    entry: Moment | None = None
    direction: int = 0
    date_order: str = "MDY"

    def speech(self) -> Moment | None:
        """The day the words speak from: the entry's in a chronology, else the document's."""
        return self.entry or self.reference

    def told(self) -> Moment | None:
        """The time that the story has reached: what was told last, else the document's day."""
        return self.story or self.reference

    def remember(self, reading: Reading, moment: Moment, aside: bool) -> None:
        """Move the story to a time that was told.

        Asides do not move it (the end of a range, a far year in mid-sentence), nor in a history what is
        reckoned from speech (quoted words), nor a look back ("a day earlier").
        """
        if moment.grain == "quarter" and reading.kind == "date":
            self.quarter = moment
        if reading.kind == "shift" and reading.direction == -1 and reading.anchor == "story":
            return
        if self.style == "narrative" and (aside or self._stays(reading, moment)):
            return
        self.story = moment

    def _stays(self, reading: Reading, moment: Moment) -> bool:
        """Whether a history goes on from where it was.

        It does after words reckoned from speech (they are quoted), looks back ("the previous year"), long
        spans, and a year that only repeats the year of the day or month just told.
        """
        if reading.kind in ("pointer", "shift") and (reading.anchor == "speech" or reading.direction == -1):
            return True
        if moment.grain in ("decade", "century"):
            return True
        story = self.story
        return moment.grain == "year" and story is not None and story.year == moment.year and not reading.mod


class Tense:
    """Which way the clause around a date looks, told by the nearest cue of the table ``time_tense``."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._cues = {row["words"]: int(row["value"]) for row in lexicon.table("time_tense")}
        self._pattern = re.compile(
            rf"(?<![\w'])(?:{trie_pattern(self._cues)})(?!\w)|(?<!\w)\w{{3,20}}ed(?!\w)|'ll(?!\w)"
        )

    def direction(self, lower: str, start: int, end: int) -> int:
        """-1 when the clause tells the past, 1 the future, 0 when it does not say."""
        left = _CLAUSE_END.split(lower[max(0, start - 120) : start])[-1]
        cues = [self._of(m.group()) for m in self._pattern.finditer(left)]
        clear = [cue for cue in cues if cue]
        if clear:
            return 1 if clear[-1] > 0 and "had" not in left.split()[-6:] else -1
        right = _CLAUSE_END.split(lower[end : end + 80])[0]
        after = [self._of(m.group()) for m in self._pattern.finditer(right)]
        first = next((cue for cue in after if cue), 0)
        return first or (1 if cues or after else 0)

    def _of(self, cue: str) -> int:
        return self._cues.get(" ".join(cue.split()), -1)


def tense_of(lexicon: Lexicon) -> Tense:
    """The tense cues of a lexicon, built once."""
    return lexicon.derive(Tense)


_CLAUSE_END = re.compile(r"[.;:!?\n]")
_DEICTIC = r"\b(?:today|yesterday|tomorrow|tonight|ago|last|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
_YEARS = r"(?<![\d.,$-])(?:1\d{3}|20\d\d)(?![\d%]|,\d)|\d (?:bc|ad)\b"


def detect_style(lower: str, reference: Moment | None) -> str:
    """``news`` when the text speaks from its own day, ``narrative`` when it tells a history."""
    if reference is None:
        return "narrative"
    deictic = len(re.findall(_DEICTIC, lower))
    years = [m[:4] for m in re.findall(_YEARS, lower)]
    past = sum(1 for y in years if not y.isdigit() or int(y) < reference.year - 1)
    return "narrative" if past >= 8 and past > 2 * deictic else "news"
