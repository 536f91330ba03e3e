"""What the text itself tells of its stance: which way a clause looks, and whether it is news or a history."""

from __future__ import annotations

import re

from timeline.lexicons import Lexicon, trie_pattern
from timeline.temporal.calendar import Moment
from timeline.temporal.contexts import any_of, compiled

__all__ = ["Tense", "tense_of"]


class Tense:
    """Which way the clause around a date looks, by the nearest cue of ``time_tense``; and a text's style."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._cues = {row["words"]: int(row["value"]) for row in lexicon.table("time_tense")}
        self._pattern = re.compile(
            rf"(?<![\w'])(?:{trie_pattern(self._cues)})(?!\w)|(?<!\w)\w{{3,20}}ed(?!\w)|'ll(?!\w)"
        )

        deictic = [row["words"] for table in ("time_day_words", "time_weekdays") for row in lexicon.table(table)]
        deictic += [row["words"] for row in lexicon.table("time_pointers") if row["class"] in ("ago", "deictic")]
        self._deictic = re.compile(rf"(?<!\w)(?:{trie_pattern(deictic)})(?!\w)")
        eras = [row["words"] for row in lexicon.table("time_eras")]
        self._era = re.compile(rf"\d (?:{trie_pattern(eras)})(?!\w)")
        self._had = re.compile(any_of(lexicon, "had"))

    def direction(self, lower: str, start: int, end: int) -> int:
        """-1 when the clause tells the past, 1 the future, 0 when it does not say."""
        left = compiled(_CLAUSE_END).split(lower[max(0, start - 120) : start])[-1]
        cues = [self._of(m.group()) for m in self._pattern.finditer(left)]
        clear = [cue for cue in cues if cue]
        if clear:
            return 1 if clear[-1] > 0 and not self._had.search(" ".join(left.split()[-6:])) else -1
        right = compiled(_CLAUSE_END).split(lower[end : end + 80])[0]
        after = [self._of(m.group()) for m in self._pattern.finditer(right)]
        first = next((cue for cue in after if cue), 0)
        return first or (1 if cues or after else 0)

    def style(self, lower: str, reference: Moment | None) -> str:
        """``news`` when the text speaks from its own day, ``narrative`` when it tells a history."""
        if reference is None:
            return "narrative"
        past = sum(int(year) < reference.year - 1 for year in compiled(_YEARS).findall(lower)) + len(
            self._era.findall(lower)
        )
        history = past >= _FEWEST_YEARS and past > 2 * len(self._deictic.findall(lower))
        return "narrative" if history else "news"

    def _of(self, cue: str) -> int:
        return self._cues.get(" ".join(cue.split()), -1)


def tense_of(lexicon: Lexicon) -> Tense:
    """The tense cues of a lexicon, built once."""
    return lexicon.derive(Tense)


_CLAUSE_END = r"[.;:!?\n]"
_YEARS = r"(?<![\d.,$-])(?:1\d{3}|20\d\d)(?![\d%]|,\d)"
#: A text with so many years of the past, and more than twice as many as words of speech, is a history.
_FEWEST_YEARS = 8
