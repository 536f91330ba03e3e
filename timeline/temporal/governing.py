"""The day that governs the story at each sentence: headings, entries, paragraphs that go on, the lead."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from timeline.analysis import FINITE, Sentence
from timeline.bounds import Bounds, bounds_of
from timeline.models import TimeExpression, When
from timeline.temporal.attachment import by_sentence
from timeline.temporal.boundaries import Boundaries
from timeline.temporal.contexts import compiled

__all__ = ["Day", "bounds_beside", "governing_days", "moves_on"]

_ENTRY_END = r"[^\S\n]*(?:[:|\t\n)\]]|[-–—]{1,3}(?:\s|$)|\.\s*$|$)"
#: Where an entry's date may begin: after a bullet or bracket, or a count of days or weeks ("Day 4 (May 3)").
_ENTRY_START = r"(?:\W|\d\.){0,5}(?i:(?:day|week)\W{1,2}\w{1,9}\W{1,3}|on )?"
#: The news day of the lead holds for its paragraph and so many more that state no day.
_LEAD_PARAGRAPHS = 1
#: The rules that read a clock time alone: at the head of a line it is one of a report that goes on by the hour.
_CLOCKS = ("time.head_clock", "time.clock", "time.hour", "time.military")
#: A day that begins within so many characters of its sentence opens it.
_FRONT = 4
#: So many sentences are the head of a text.
_HEAD = 8
_QUOTES = ('"', "“", "'", "‘")
_DAYS = ("day", "part-of-day", "hour", "minute")
#: How days begin of which the year is not known, and a year with a February 29.
_NO_YEAR, _ANY_YEAR = "XXXX-", "2020-"
#: What a paragraph may go on telling.
_TOLD = (*_DAYS, "weekend", "interval")


class Day(NamedTuple):
    """A day that governs a sentence.

    ``fixed``: a heading or entry states it for all below.  ``near``: the sentence before told it, and nothing says
    that this one goes on; it holds for acts of the same scene, for others what the heading states (``below``).
    ``lead``: it is the day of the lead or of a stage, which holds for what else its paragraph tells, not for what has
    been.
    ``scene``: the only day that the text has told, and it has gone on telling what happened since: it holds for deeds,
    not for words.  ``after``: the sentence after the lead tells it, when what the lead says was done or said.
    """

    when: When
    fixed: bool
    near: bool = False
    below: When | None = None
    lead: bool = False
    scene: bool = False
    after: bool = False


class _Story:
    """What is known while going through the sentences: the entry, the lead's day, the paragraph's day."""

    def __init__(self) -> None:
        self.entry: When | None = None
        self.headed = False
        self.lead: When | None = None
        self.lead_paragraph: int | None = None
        self.paragraph = -1
        self.told: When | None = None
        self.told_at = -1
        self.stage: When | None = None
        self.stated = False
        self.scene: When | None = None
        self.scenes: set[str | None] = set()
        self.last: When | None = None

    def enter(self, sentence: Sentence) -> None:
        """A new paragraph tells no day yet."""
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.told, self.stage, self.stated = sentence.paragraph, None, None, False

    def take_heading(self, sentence: Sentence, head: When | None) -> None:
        """A date that heads an entry holds until another does, or a heading without one."""
        if head is not None or (sentence.kind == "heading" and not self.headed):
            self.entry, self.headed = head, sentence.kind == "heading"

    def day(self, sentence: Sentence, own: When | None, boundaries: Boundaries) -> Day | None:
        """The day that governs a sentence that states ``own`` or none."""
        if self.entry is not None:
            return self._in_entry(self.entry, sentence, own, boundaries)
        if self.lead_paragraph is None:
            self.lead, self.lead_paragraph = own, sentence.paragraph
            return Day(own, False) if own else None
        if self.told is not None and boundaries.goes_on(sentence.text) and not _in_present(sentence):
            return Day(self.told, False)
        if own is not None:
            return None
        if self.told is None and self.last is not None and boundaries.is_of_the_day(sentence.text):
            return Day(self.last, False)
        if self.stage is not None:
            return Day(self.stage, False, lead=True)
        distance = sentence.paragraph - self.lead_paragraph
        if self.lead is not None and (distance == 0 or (distance <= _LEAD_PARAGRAPHS and not self.stated)):
            return Day(self.lead, False, lead=distance == 0)
        if self.scene is not None and _in_past(sentence):
            return Day(self.scene, False, scene=True)
        if self.told is not None and self.told_at == sentence.index - 1:
            return Day(self.told, False, near=True)
        return None

    def stage_scene(self, sentence: Sentence, inside: Sequence[TimeExpression], own: When | None) -> None:
        """The one day that the text tells, up to a sentence that tells no deed of the past, or another time."""
        self.scenes.update(expression.when.edtf for expression in inside if expression.when.granularity in _TOLD)
        if len(self.scenes) != 1 or self.lead is None:
            self.scene = None
        elif own is not None:
            self.scene = own
        elif not (_in_past(sentence) or sentence.text.startswith(_QUOTES)):
            self.scene = None

    def _in_entry(self, entry: When, sentence: Sentence, own: When | None, boundaries: Boundaries) -> Day:
        """The entry's day; under the head of a week or month the day that the paragraph tells."""
        if self.told is None or own is not None:
            return Day(entry, True)
        if entry.granularity in _DAYS:
            return Day(self.told if moves_on(entry, self.told) else entry, True)
        if boundaries.goes_on(sentence.text):
            return Day(self.told, False)
        near = self.told_at == sentence.index - 1
        return Day(self.told, False, near=True, below=entry) if near else Day(entry, True)


def moves_on(entry: When, told: When) -> bool:
    """Whether a day is told as so much later than that of the entry: "Two days later"."""
    if told.basis != "relative" or told.anchor == "published":
        return False
    first, then = bounds_beside(entry, told)
    return first.surely_before(then)


def bounds_beside(entry: When, told: When) -> tuple[Bounds, Bounds]:
    """The bounds of two times; of days whose year is not known those in one and the same year."""
    days = [when.edtf or "" for when in (entry, told)]
    if all(day.startswith(_NO_YEAR) for day in days):
        there = [bounds_of(day.replace(_NO_YEAR, _ANY_YEAR, 1)) for day in days]
        if there[0] is not None and there[1] is not None:
            return there[0], there[1]
    return entry.bounds, told.bounds


def _in_present(sentence: Sentence) -> bool:
    """Whether a pronoun and a verb in the present tense open the sentence: "It accuses them of …"."""
    verb = next((token.tag for token in sentence.tokens[:4] if token.tag in FINITE), "")
    return verb in ("VBZ", "VBP")


def _in_past(sentence: Sentence) -> bool:
    """Whether the first finite verb of a sentence tells what happened: not "has", "had been", "will", "says"."""
    tokens = sentence.tokens
    at = next((n for n, token in enumerate(tokens) if token.tag in FINITE), -1)
    if at < 0 or tokens[at].tag != "VBD":
        return False
    return tokens[at].lower != "had" or not any(token.tag == "VBN" for token in tokens[at + 1 : at + 3])


def governing_days(
    sentences: Sequence[Sentence],
    dated: Sequence[TimeExpression],
    boundaries: Boundaries,
    unknown: Sequence[TimeExpression] = (),
    published: str | None = None,
    acts: frozenset[int] = frozenset(),
) -> tuple[dict[int, Day], dict[int, When]]:
    """For each sentence (by its index) the day that governs it, where there is one.

    A dated heading or entry governs all below it up to the next; the day of the lead its paragraph and the next;
    the day that a paragraph tells the sentences that go on telling it ("They …", "hours later"),
    up to a time that is ``unknown`` ("weeks later"); a sentence that tells no act (none of ``acts``) but sets the
    stage ("The mood changed on Monday.") all that follow it in its paragraph.
    And, where its paragraph told a day before, that day.
    """
    out: dict[int, Day] = {}
    told: dict[int, When] = {}
    story, stated, elsewhere = _Story(), by_sentence(sentences, dated), by_sentence(sentences, unknown)
    heads = _heads(sentences, stated, published)
    for sentence in sentences:
        story.enter(sentence)
        story.take_heading(sentence, heads.get(sentence.index))
        if sentence.kind in ("heading", "title", "boilerplate"):
            continue
        story.headed = False
        inside = stated.get(sentence.index, [])
        own, aside = _stated_day(sentence, inside, boundaries)
        if story.told is not None:
            told[sentence.index] = story.told
        day = story.day(sentence, own, boundaries)
        if day is not None:
            out[sentence.index] = day
        story.stated = story.stated or bool(inside)
        story.stage_scene(sentence, inside, own)
        if inside or sentence.index in elsewhere:
            story.stage = own if sentence.index not in acts and boundaries.sets_stage(sentence.text) else None
        if sentence.index in elsewhere:
            story.told = story.scene = None
        elif own is None and inside and inside[0].span.start == sentence.start:
            # "A week later the navy left.": surely not the day told before.
            story.told, story.told_at = inside[0].when, sentence.index
        elif own is not None:
            story.told, story.told_at = _last_told(sentence, inside, own, boundaries), sentence.index
            story.last = story.last if aside else own
    if published is not None:
        _date_lead(out, sentences, stated, boundaries, published)
    return out, told


def _date_lead(
    days: dict[int, Day],
    sentences: Sequence[Sentence],
    stated: dict[int, list[TimeExpression]],
    boundaries: Boundaries,
    published: str,
) -> None:
    """A lead that states no day ("The union has barred …") has the news day of the sentence after it ("on Tuesday"),
    a day that is reckoned from that of publication and not to come."""
    first = [s for s in sentences if s.kind not in ("heading", "title", "boilerplate")][:2]
    if len(first) < 2 or first[0].index in days:
        return
    own, _ = _stated_day(first[1], stated.get(first[1].index, []), boundaries)
    if own is None or _fronts(own, first[1]) or own.anchor != "published" or own.basis != "relative":
        return
    if own.earliest is not None and own.earliest <= published:
        days[first[0].index] = Day(own, False, after=True)


def _fronts(when: When, sentence: Sentence) -> bool:
    """Whether a sentence turns to another day: "On Friday police had dispersed them."."""
    return when.expression is not None and when.expression.start - sentence.start <= _FRONT


def _heads(
    sentences: Sequence[Sentence], stated: dict[int, list[TimeExpression]], published: str | None
) -> dict[int, When]:
    """The dates that head entries; one stretch of days alone on its line is what the whole text is about.

    The only one of all, if it is the day of publication and stands at the head of the text, says no more than that.
    """
    found = {
        s.index: when
        for s in sentences
        if s.kind != "boilerplate" and (when := _head(s, stated.get(s.index, []))) is not None
    }
    if len(found) == 1:
        (index,) = found
        if published is not None and found[index].edtf == published and index < sentences[0].index + _HEAD:
            return {}
        if found[index].granularity not in _DAYS and all(s.kind != "body" for s in sentences if s.index <= index):
            return {}
    return found


def _stated_day(
    sentence: Sentence, inside: Sequence[TimeExpression], boundaries: Boundaries
) -> tuple[When | None, bool]:
    """The first day that a sentence states, deadlines apart, and whether only in a clause about a noun."""
    for expression in inside:
        before = sentence.text[: expression.span.start - sentence.start]
        if boundaries.owner.match(sentence.text, expression.span.end - sentence.start):
            continue  # "condemned Friday's raid"
        held_off = boundaries.deadline.search(before) and not boundaries.opens_with_limit(before, True)
        if expression.when.granularity in _TOLD and not held_off:
            return expression.when, boundaries.is_aside(before)
    return None, False


def _last_told(sentence: Sentence, inside: Sequence[TimeExpression], own: When, boundaries: Boundaries) -> When:
    """The day to which a sentence comes: "seized them on Monday and charged them on Tuesday"."""
    for before, expression in pairwise(inside):
        if before.when is own and expression.when.granularity in _TOLD:
            gap = sentence.text[before.span.end - sentence.start : expression.span.start - sentence.start]
            if boundaries.between(gap) == ["and"]:
                return expression.when
    return own


def _head(sentence: Sentence, inside: Sequence[TimeExpression]) -> When | None:
    """The date that a heading or an entry begins with."""
    if not inside:
        return None
    first = inside[0]
    before = sentence.text[: first.span.start - sentence.start]
    if compiled(_ENTRY_START).fullmatch(before) is None:
        return None
    after = sentence.text[first.span.end - sentence.start :]
    clock = len(first.reasons) == 1 and first.reasons[0].rule in _CLOCKS
    return first.when if sentence.kind == "heading" or clock or compiled(_ENTRY_END).match(after) else None
