"""What "has …" happened since a date lies between that date and the day of the news."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.analysis import Sentence
from timeline.bounds import bounds_of, iso_day
from timeline.lexicons import Lexicon
from timeline.models import TimeExpression, When
from timeline.temporal.attachment import Own
from timeline.temporal.boundaries import Boundaries
from timeline.temporal.contexts import any_of, words_of_class

__all__ = ["Stretches", "when_since"]

#: How far before its participle "has" can stand, in characters.
_PERFECT = 60
#: How far before a date "since" can stand, in characters.
_SINCE = 60


class Stretches:
    """Words that join two dates to a stretch or stretch one up to now (table ``time_contexts``)."""

    def __init__(self, lexicon: Lexicon) -> None:
        def pattern(source: str) -> re.Pattern[str]:
            return re.compile(source, re.IGNORECASE)

        since = any_of(lexicon, "since")
        self.range = pattern(rf"\s*(?:[-–—]|{any_of(lexicon, 'range')})\s*")
        self.between = pattern(any_of(lexicon, "between") + r"\s*$")
        # "Since then it has …", "… has been summoned three times since."
        self.since_then = pattern(rf"{any_of(lexicon, 'since_then')}|{since}(?=\s*(?:[.,;]|$))")
        self.since = pattern(since + r"\s*$")
        # "Since the coup in May", "since fighting began in May".
        self.since_event = pattern(since + r"(?:\s[\w'’-]+){1,6}?\s$")
        self.past = pattern(rf"(?:the\s+)?{any_of(lexicon, 'past', 'time_pointers')}")
        # "Earlier in the week".
        self.begun = pattern(any_of(lexicon, "begun"))
        have = any_of(lexicon, "have")
        self.has = pattern(rf"(?<!to ){have}[^.;]{{0,40}}$")
        self.repeated = pattern(any_of(lexicon, "repeated"))
        self.lasting = frozenset(words_of_class(lexicon, "lasting"))
        # "It has since apologised": once, nobody knows when.
        self.has_since = pattern(rf"{have} {since} (?:\w+ )?$")
        self.since_then_has = pattern(
            rf"^\W*{any_of(lexicon, 'since_then')}[^.;]{{0,40}}{have}(?:[^.;]|\.\d){{0,120}}$"
        )


def when_since(
    sentence: Sentence,
    trigger: tuple[int, int],
    own: Own | None,
    dated: Sequence[TimeExpression],
    published: str | None,
    stretches: Stretches,
    boundaries: Boundaries,
) -> When | None:
    """What "has …" happened since a date lies between that date and the day of publication, or of the entry."""
    start, end = trigger[0] - sentence.start, trigger[1] - sentence.start
    far = stretches.since_then_has.search(sentence.text, 0, start + 1)
    if published is None or not (far or stretches.has.search(sentence.text[max(0, start - _PERFECT) : start + 1])):
        return None
    first = _of_event_since(sentence, trigger, dated, stretches, boundaries)
    if own is not None:
        told = stretches.since.search(sentence.text[: own.expression.span.start - sentence.start])
        first = own.expression if told or first is own.expression else None
    if first is not None:
        lasts = sentence.text[start:end].lower().partition(" ")[0] in stretches.lasting
        if lasts and not stretches.repeated.search(sentence.text, end, first.span.start - sentence.start):
            return first.when  # "has been held since May", but not "has been held twice since May"
    elif stretches.has_since.search(sentence.text[:start]):
        return None
    elif stretches.since_then.search(sentence.text[:start]) or stretches.since_then.search(sentence.text[end:]):
        first = own.expression if own is not None else _last_before(sentence.start, dated)
    if first is None or first.when.earliest is None or "/" in (first.when.edtf or "/"):
        return None
    if first.when.latest is None or first.when.latest >= published:
        return None
    # No finer than the words: since July 2008, published 2010-02-18, is 2008-07/2010-02.
    until = published[: len(first.when.edtf or "")]
    bounds = bounds_of(until)
    if bounds is None or bounds.last is None:
        return None
    changes = {
        "edtf": f"{first.when.edtf}/{until}",
        "latest": iso_day(bounds.last),
        "granularity": "interval",
        "basis": "relative",
    }
    return first.when.model_copy(update=changes)


def _of_event_since(
    sentence: Sentence,
    trigger: tuple[int, int],
    dated: Sequence[TimeExpression],
    stretches: Stretches,
    boundaries: Boundaries,
) -> TimeExpression | None:
    """The date of the event since which a sentence tells: "Since the coup in May it has …", not "the first since"."""
    for expression in dated:
        if sentence.start < expression.span.start < sentence.end:
            at = expression.span.start - sentence.start
            opened = stretches.since_event.search(sentence.text, max(0, at - _SINCE), at)
            if opened and not boundaries.counted.search(sentence.text, 0, at):
                within = sentence.start + opened.start() <= trigger[0] < expression.span.start
                return None if within else expression
    return None


def _last_before(start: int, dated: Sequence[TimeExpression]) -> TimeExpression | None:
    """The last dated expression before a place."""
    before = [e for e in dated if e.span.end <= start]
    return before[-1] if before else None
