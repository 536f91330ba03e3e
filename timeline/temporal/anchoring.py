"""Reference times: the document's day, the entry's, and the time that is being told."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.lexicons import Lexicon
from timeline.temporal.calendar import Moment
from timeline.temporal.contexts import any_of, compiled
from timeline.temporal.readings import Reading

__all__ = ["Asides", "Context", "is_background", "is_digression", "opens_sentence"]

#: Years farther back than this, told in mid-sentence, are asides of a history.
_FAR = 5
#: A month that ended so many days before the day that news tells is a look back.
_MONTH = 31
#: How long the sentence that opens a paragraph may be up to its date.
_OPENING = 250
_SENTENCE_START = r"(?:^|[.!?\n]\W*|\(\W*)(?:it was (?:only |not until )?)?(?:[a-z]+\W+)?(?:the )?$"


@dataclass(slots=True, eq=False)
class Context:
    """What is known at a place of the text.

    ``reference`` is the document's day (or None); ``story`` the time told last; ``quarter`` the quarter told last;
    ``yearless`` the day or month told last, as EDTF and in its words, where its year is not known;
    ``paragraph_year`` the year with which a sentence of the paragraph began; ``sentence_month`` the month or day with
    its year, or the year gone by, that the sentence told; ``day_left`` the day, and its words,
    from which news looks back; ``entry`` the date that heads the entry of a chronology; ``direction`` which way the
    clause looks (-1 the past, 1 the future, 0 not known); ``figures`` whether numbers stand around it.
    """

    style: str
    reference: Moment | None
    story: Moment | None = None
    story_words: str = ""
    quarter: Moment | None = None
    yearless: tuple[str, str] | None = None
    paragraph_year: int | None = None
    sentence_month: Moment | None = None
    day_left: tuple[Moment, str] | None = None
    entry: Moment | None = None
    entry_words: str = ""
    direction: int = 0
    figures: bool = False
    date_order: str = "MDY"

    @property
    def story_gone_by(self) -> Moment | None:
        """The story, if the paragraph began with a year before the document's and it is still in it."""
        story, year = self.story, self.paragraph_year
        gone_by = year is not None and story is not None and story.year == year and self.is_gone_by(year)
        return story if gone_by else None

    def is_gone_by(self, year: int) -> bool:
        """Whether a year lies before that of the document."""
        return self.reference is not None and year < self.reference.year

    def remember(self, reading: Reading, moment: Moment, words: str, aside: bool, looks_back: bool = False) -> None:
        """Move the story to a time that was told, unless it stays where it was."""
        if moment.grain == "quarter" and reading.kind == "date":
            self.quarter = moment
        if reading.kind in ("shift", "pointer") and reading.direction == -1 and reading.anchor == "story":
            return
        if aside or self._is_ahead(reading, moment) or (self.style == "narrative" and self._stays(reading, moment)):
            return
        if looks_back and self.story is not None:
            self.day_left = (self.story, self.story_words)
        elif moment.grain == "day":
            self.day_left = None
        self.story, self.story_words, self.yearless = moment, words, None

    def _is_ahead(self, reading: Reading, moment: Moment) -> bool:
        """Whether news looks ahead to a day after its own: "It takes effect on May 28. Hours later …"."""
        reference = self.reference
        if self.style == "narrative" or reference is None or self.direction <= 0 or reading.has_year:
            return False
        return moment.grain == "day" and moment.days[0] > reference.days[1]

    def new_paragraph(self) -> None:
        """The look back ends, and no year holds any more."""
        self.paragraph_year = None
        if self.day_left is not None:
            self.story, self.story_words = self.day_left
            self.day_left = None

    def remember_yearless(self, reading: Reading, month_day: str | None, words: str) -> None:
        """Move the story to a day or month without a year, or to a time of which nothing is known (None)."""
        back = reading.kind == "shift" and reading.direction == -1
        if reading.kind not in ("vague", "duration", "set") and not back:
            self.yearless = (month_day, words) if month_day else None

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


class Asides:
    """Tells the times that a history mentions in passing."""

    def __init__(self, lexicon: Lexicon) -> None:
        until = any_of(lexicon, "until")
        self._range = re.compile(rf"\s*(?:[-/]|{any_of(lexicon, 'range')})\s*")
        self._held_off = re.compile(rf"(?:{any_of(lexicon, 'since')}|{until}|{until}(?:\W+\w+){{1,5}}\W+in)\s$")

    def is_one(self, before: str, moment: Moment, story: Moment | None, follows: bool) -> bool:
        """Whether a moment does not move the story.

        So it is with the end of a range, with "since 1955", "until its fall in 1945", and in mid-sentence with a
        year that lies far back, or ahead of days that are being told.  ``before`` is what stands before it, from
        the expression that it ``follows`` on.
        """
        if (follows and self._range.fullmatch(before)) or self._held_off.search(before):
            return True
        if moment.grain != "year" or story is None or opens_sentence(before):
            return False
        ahead = moment.year - story.year
        return story.grain == "day" and (ahead > 0 or -ahead > _FAR)

    def is_held_off(self, before: str) -> bool:
        """Whether what stands before a date makes it the beginning or end of something: "since May"."""
        return self._held_off.search(before) is not None

    def is_topic(self, lower: str, previous: int, start: int, end: int) -> bool:
        """Whether a year is the first date of a paragraph and ends its first sentence but for a clause on it.

        "It began in 2019. In May …", "It began in 2019, when …"
        """
        opening = lower.rfind("\n", max(0, start - _OPENING), start) + 1
        words = lower[opening:start]
        return (
            opening > previous
            and lower.startswith((".", ", when "), end)
            and compiled(r"[.!?]\s").search(words) is None
            and self._held_off.search(words) is None
        )


def is_background(before: str, moment: Moment, story: Moment | None) -> bool:
    """Whether news mentions a year in mid-sentence while it tells a day ("hours after reports of a raid in 2009")."""
    if story is None or story.grain != "day" or opens_sentence(before):
        return False
    return moment.grain == "year"


def is_digression(before: str, moment: Moment, story: Moment | None) -> bool:
    """Whether news looks back in mid-sentence from a day or month to a month gone by ("a murder last August")."""
    if story is None or story.grain not in ("day", "month") or opens_sentence(before):
        return False
    return moment.grain == "month" and moment.days[1] < story.days[0] - _MONTH


def opens_sentence(before: str) -> bool:
    """Whether an expression stands first in its sentence, but for a preposition."""
    return compiled(_SENTENCE_START).search(before) is not None
