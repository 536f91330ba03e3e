"""Events told by their distance from another: "on Friday, three days after the raid" dates the raid, too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from timeline.analysis import FINITE, Sentence
from timeline.bounds import bounds_of, iso_day
from timeline.lexicons import Lexicon
from timeline.models import Granularity, TimeExpression, When
from timeline.temporal.attachment import by_sentence
from timeline.temporal.calendar import HOURS_OF_DAY, Moment, shift
from timeline.temporal.contexts import any_of, compiled

__all__ = ["Distance", "Story", "date_by", "distances_of"]

#: A length of time of which the number is known: P3D, P2M.
_LENGTH = r"P(\d{1,4})([DWMY])|PT(\d{1,4})H"
#: The rules that read "the day after", a length of one unit where an event follows, and what such an event begins with.
_ONE = ("relative.the_before", "relative.part_before")
_NAMED = frozenset({"DT", "NNP", "NNS", "NN", "PRP", "PRP$", "CD", "JJ"})
_CLAUSE_END = r"[,;:]"
#: A distance that begins within so many characters of its sentence is told of the main clause.
_FRONTED = 3
_UNITS = {"week": "W", "month": "M", "year": "Y"}
_GRANULARITIES: dict[str, Granularity] = {"day": "day", "week": "week", "month": "month", "year": "year"}


class Distance(NamedTuple):
    """A length of time with "after" or "before" behind it, and the clause or noun (``start``, ``end``) it counts from.

    ``steps`` are those from the event in that clause to the one in the main clause; ``opens``: it begins the sentence.
    """

    expression: TimeExpression
    steps: int
    unit: str
    start: int
    end: int
    opens: bool

    def holds(self, place: int) -> bool:
        """Whether a place lies in the clause that the distance counts from."""
        return self.start <= place < self.end

    def other_end(self, when: When, forwards: bool) -> When | None:
        """The time so far from a day, month or year: from the clause's event on (``forwards``) or back to it."""
        moment = _moment(when.edtf)
        if moment is None:
            return None
        steps, unit = (self.steps * 7, "D") if self.unit == "W" and moment.grain == "day" else (self.steps, self.unit)
        found = shift(moment, steps if forwards else -steps, unit)
        bounds = bounds_of(found.edtf)
        if bounds is None or bounds.first is None or bounds.last is None:
            return None
        return when.model_copy(
            update={
                "edtf": found.edtf,
                "earliest": iso_day(bounds.first),
                "latest": iso_day(bounds.last),
                "granularity": _GRANULARITIES[found.grain],
                "basis": "relative",
                "expression": self.expression.span,
                "anchor": when.expression.text if when.expression else when.anchor,
                "clock": None,
            }
        )


class Story(NamedTuple):
    """The day of the entry that holds a sentence, and the day that its paragraph told before."""

    entry: When | None
    told: When | None


def distances_of(
    sentences: Sequence[Sentence], expressions: Sequence[TimeExpression], lexicon: Lexicon
) -> dict[int, list[Distance]]:
    """The distances that each sentence tells (by its index), where there are some."""
    words = lexicon.derive(_Words)
    lengths = [e for e in expressions if e.timex_type == "DURATION" or _is_one(e)]
    durations = by_sentence(sentences, lengths)
    inside = {s.index: words.distances(s, durations[s.index]) for s in sentences if s.index in durations}
    return {index: found for index, found in inside.items() if found}


def date_by(
    distances: Sequence[Distance],
    trigger: tuple[int, int],
    own: TimeExpression | None,
    dated: Sequence[TimeExpression],
    story: Story,
) -> When | None:
    """The time that a distance gives an event of its sentence, where no expression of its clause does (``own``).

    The event in the distance's clause is reckoned from the date of the main clause, or of the entry; the one in a
    main clause without a date from the day that was told before.
    """
    if own is not None and not any(d.holds(trigger[0]) for d in distances):
        return None
    for distance in distances:
        bases = [e for e in dated if e.when.edtf and not distance.holds(e.span.start)]
        if distance.holds(trigger[0]):
            if own is not None and distance.holds(own.span.start):
                return None
            before = [e for e in bases if e.span.end <= distance.expression.span.start]
            base = (before[-1] if before else bases[0]).when if bases else story.entry
            return distance.other_end(base, forwards=False) if base is not None else None
        if distance.opens and not bases and story.told is not None and trigger[0] >= distance.end:
            return distance.other_end(story.told, forwards=True)
    return None


def _is_one(expression: TimeExpression) -> bool:
    """Whether an expression says "the day after" or "the night before"."""
    return any(reason.rule in _ONE for reason in expression.reasons)


class _Words:
    """The words that tell a distance (classes ``on_from`` and ``back_from`` of ``time_contexts``)."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._on = re.compile(rf"\s+{any_of(lexicon, 'on_from')}", re.IGNORECASE)
        # "Recalled its envoy for a week after the raid": how long, not how far.
        self._held = re.compile(rf"{any_of(lexicon, 'meant')}\s+$", re.IGNORECASE)
        self._back = re.compile(rf"\s+{any_of(lexicon, 'back_from')}", re.IGNORECASE)

    def distances(self, sentence: Sentence, durations: Sequence[TimeExpression]) -> list[Distance]:
        """The distances that a sentence tells."""
        found = []
        for expression in durations:
            one = _is_one(expression)
            if one and not _names_event(sentence, expression):
                continue
            length = _length_of(expression, one)
            at = expression.span.end - sentence.start
            if one:  # the word behind it is its own
                at = sentence.text.rfind(" ", 0, at)
            on = self._on.match(sentence.text, at)
            behind = on or self._back.match(sentence.text, at)
            held = self._held.search(sentence.text[: expression.span.start - sentence.start])
            if length is None or behind is None or held is not None:
                continue
            close = compiled(_CLAUSE_END).search(sentence.text, behind.end())
            start, end = (sentence.start + n for n in (behind.end(), close.start() if close else len(sentence.text)))
            count, unit = length
            steps, opens = count * (1 if on else -1), expression.span.start - sentence.start <= _FRONTED
            if opens:
                end = _main_verb(sentence, start, end)
            found.append(Distance(expression, steps, unit, start, end, opens))
        return found


def _names_event(sentence: Sentence, expression: TimeExpression) -> bool:
    """Whether a noun, name or clause follows: "the day after the raid", not "the day after, it left"."""
    token = next((t for t in sentence.tokens if t.start >= expression.span.end), None)
    to_the_day = sentence.text.endswith("to ", 0, expression.span.start - sentence.start)
    return token is not None and token.tag in _NAMED and not to_the_day


def _length_of(expression: TimeExpression, one: bool) -> tuple[int, str] | None:
    """How many of which unit a length is; hours count where they make days."""
    if one:
        unit = next((letter for word, letter in _UNITS.items() if word in expression.span.text.lower()), "D")
        return 1, unit
    length = compiled(_LENGTH).fullmatch(expression.value)
    if length is None:
        return None
    if length[3] is None:
        return int(length[1]), length[2]
    hours = int(length[3])
    return None if hours % HOURS_OF_DAY else (hours // HOURS_OF_DAY, "D")


def _main_verb(sentence: Sentence, start: int, end: int) -> int:
    """Where the clause or noun after a fronted "after" ends: at the comma, or before the only finite verb up to it.

    "Two days after the raid it closed the port": nothing but a noun stands before the main verb.
    """
    verbs = [t.start for t in sentence.tokens if start <= t.start < end and t.tag in FINITE][:2]
    return verbs[0] if len(verbs) == 1 and end == sentence.end else end


def _moment(edtf: str | None) -> Moment | None:
    """The day, month or year of a plain EDTF date."""
    match = compiled(r"(\d{4})(?:-(0\d|1[0-2])(?:-(\d\d))?)?").fullmatch(edtf or "")
    if match is None:
        return None
    year, month, day = (int(part or 0) for part in match.groups())
    return Moment("day" if day else "month" if month else "year", year, month, day)
