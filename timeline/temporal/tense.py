"""What the text itself tells of its stance: which way a clause looks, and whether it is news or a history."""

from __future__ import annotations

import re

from timeline.lexicons import Lexicon, trie_pattern
from timeline.temporal.calendar import Moment
from timeline.temporal.contexts import any_of, compiled, owner

__all__ = ["Tense", "tense_of"]


class Tense:
    """Which way the clause around a date looks, by the nearest cue of ``time_tense``; and a text's style."""

    def __init__(self, lexicon: Lexicon) -> None:
        rows = lexicon.table("time_tense")
        self._cues = {row["words"]: int(row["value"]) if row["value"] else None for row in rows}
        self._parting = {row["words"] for row in lexicon.table("time_boundaries") if row["class"] in _PARTING}
        words = trie_pattern([*self._cues, *self._parting])
        titles = trie_pattern([row["words"] for row in lexicon.table("time_name_titles")])
        # A participle after "be" tells no tense of its own ("will be closed"), nor does "between May and July".
        of_month = any_of(lexicon, "before_may")
        of_day = r"may\.? \d|\d(?:st|[nr]d|th)? may"
        silent = rf"(?<!\w)(?:be (?:\w+ly )?\w+|(?:{titles})\.? (?=may)\w+|{of_month} may(?!\w)|{of_day})"
        self._pattern = re.compile(rf"{silent}|(?<![\w'])(?:{words})(?!\w)|(?<!\w)\w{{3,20}}ed(?!\w)|'ll(?!\w)|,")

        deictic = [row["words"] for table in ("time_day_words", "time_weekdays") for row in lexicon.table(table)]
        deictic += [row["words"] for row in lexicon.table("time_pointers") if row["class"] in ("ago", "deictic")]
        self._deictic = re.compile(rf"(?<!\w)(?:{trie_pattern(deictic)})(?!\w)")
        eras = [row["words"] for row in lexicon.table("time_eras")]
        self._era = re.compile(rf"\d (?:{trie_pattern(eras)})(?!\w)")
        self._had = re.compile(any_of(lexicon, "had"))
        self._limit = re.compile(rf"{any_of(lexicon, 'limit')}(?: \w+)?\s*$")
        self._owner = owner(lexicon)
        self._figure = re.compile(rf"[$£€%]|\d|{any_of(lexicon, 'figure')}")
        self._meant = re.compile(rf"{any_of(lexicon, 'meant')}\s*$")

    def direction(self, lower: str, start: int, end: int, is_day: bool = False) -> int:
        """-1 when the clause tells the past, 1 the future, 0 when it does not say.

        A day "for" which something is meant, and a limit after an infinitive ("to leave by Monday"), lie ahead.
        """
        left = compiled(_CLAUSE_END).split(lower[max(0, start - 120) : start])[-1]
        right = compiled(_CLAUSE_END).split(lower[end : end + 80])[0]
        if is_day and self._meant.search(left) and not self._owner.match(right):
            return 1
        said, last, weak = self._cues_of(left)
        alone = self._limit.fullmatch(left.strip()) is not None
        if last and not alone:
            if last < 0 and self._limit.search(left) and compiled(_INFINITIVE).search(left, said):
                return 1
            return 1 if last > 0 and not self._had.search(" ".join(left.split()[-6:])) else -1
        after = [self._of(m.group()) for m in self._pattern.finditer(right) if m.group() not in self._parting]
        first = next((cue for cue in after if cue), 0)
        if first == _PROMISE:
            return -1
        return (first > 0) - (first < 0) or int(alone or weak or any(cue is not None for cue in after))

    def _cues_of(self, words: str) -> tuple[int, int, bool]:
        """Where the last clear cue ends, what it is (0 none), and whether there are weak ones.

        What an auxiliary of the future governs is no past ("will visit detained activists").
        """
        at, last, weak, governed = 0, 0, False, False
        for match in self._pattern.finditer(words):
            if match.group() == "," or match.group() in self._parting:
                governed = False
                if match.group() not in self._cues:
                    continue
            cue = self._of(match.group())
            if not cue or (cue == -1 and governed):
                weak = weak or cue == 0
                continue
            at, last, governed = match.end(), cue, cue >= _AUXILIARY
        return at, last, weak

    def among_figures(self, lower: str, start: int, end: int) -> bool:
        """Whether the sentence gives figures around a date ("from $2 million a year ago")."""
        left = compiled(_CLAUSE_END).split(lower[max(0, start - 60) : start])[-1]
        right = compiled(_CLAUSE_END).split(lower[end : end + 60])[0]
        return self._figure.search(left + " " + right) is not None

    def style(self, lower: str, reference: Moment | None) -> str:
        """``news`` when the text speaks from its own day, ``narrative`` when it tells a history."""
        if reference is None:
            return "narrative"
        past = sum(int(year) < reference.year - 1 for year in compiled(_YEARS).findall(lower)) + len(
            self._era.findall(lower)
        )
        history = past >= _FEWEST_YEARS and past > 2 * len(self._deictic.findall(lower))
        return "narrative" if history else "news"

    def _of(self, cue: str) -> int | None:
        """The value of a cue: a regular past form needs no row; None says nothing."""
        words = " ".join(cue.split())
        return self._cues.get(words, -1 if words.endswith("ed") and " " not in words else None)


def tense_of(lexicon: Lexicon) -> Tense:
    """The tense cues of a lexicon, built once."""
    return lexicon.derive(Tense)


_CLAUSE_END = r"[.;:!?\n]"
#: An auxiliary of the future in the table, and a past verb that looks ahead; classes of boundaries behind which they
#: no longer govern.
_AUXILIARY, _PROMISE = 2, 3
_PARTING = ("relative", "that", "time", "since", "same", "and", "cause", "topic")
_INFINITIVE = r"\bto [a-z]+ "
#: The look behind stands after the first figures, so that the search runs from one of these to the next.
_YEARS = r"1(?<![\d.,$-].)\d{3}(?![\d%]|,\d)|20(?<![\d.,$-]..)\d\d(?![\d%]|,\d)"
#: A text with so many years of the past, and more than twice as many as words of speech, is a history.
_FEWEST_YEARS = 8
