"""What the text itself tells of its stance: which way a clause looks, and whether it is news or a history."""

from __future__ import annotations

import re

from timeline.lexicons import Lexicon, trie_pattern
from timeline.temporal.calendar import Moment

__all__ = ["Tense", "detect_style", "tense_of"]


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
