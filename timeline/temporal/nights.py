"""Nights without a day: "overnight" and "in the night" lie between the day of the news and the one before."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from timeline.analysis import Sentence
from timeline.bounds import iso_day, parse_day
from timeline.lexicons import Lexicon
from timeline.models import Span, TimeExpression, When
from timeline.temporal.contexts import any_of

__all__ = ["Nights"]

#: The rule that reads "the night" alone.
_ALONE = "time.the_part"
#: "In the night | to Sunday".
_TO = re.compile(r"\s+(?:to|into)\s+(?:the\s+)?")


class Nights:
    """Words for a night that say no day (class ``overnight`` of the table ``time_contexts``)."""

    def __init__(self, lexicon: Lexicon) -> None:
        # The clause ends or goes on behind it: in "overnight raids" it describes a noun.
        behind = rf"(?=\s*(?:[.,;:)\"”—–]|$)|\s+{any_of(lexicon, 'after_night')})"
        self._words = re.compile(any_of(lexicon, "overnight") + behind, re.IGNORECASE)

    def dated(
        self,
        text: str,
        sentences: Sequence[Sentence],
        times: Sequence[TimeExpression],
        published: str | None,
        document_id: str,
    ) -> list[TimeExpression]:
        """The times of a text with its nights in their places, each from the day before the news day to that day.

        The news day is the one that the sentence states ("…, officials said on Tuesday"), else that of publication.
        """
        found = list(self._words.finditer(text)) if published is not None else []
        if published is None or not found:
            return list(times)
        kept = {e.span.start: e for e in times}
        starts = [s.start for s in sentences]
        for match in found:
            at = bisect_right(starts, match.start()) - 1
            if at < 0:
                continue
            sentence = sentences[at]
            own = [e for e in times if match.start() <= e.span.start < match.end()]
            if any(e.when.anchor != "published" or [r.rule for r in e.reasons] != [_ALONE] for e in own):
                continue
            others = [e for e in times if e not in own]
            day = _next_day(text, match.end(), others)
            if day is None:
                day = _news_day(sentence, others, published)
            if not day:
                continue
            for expression in own:
                kept.pop(expression.span.start)
            kept[match.start()] = _night(match, day, document_id)
        return sorted(kept.values(), key=lambda e: e.span.start)


def _next_day(text: str, end: int, times: Sequence[TimeExpression]) -> str | None:
    """The day before which a night lies ("in the night | to Sunday"), empty where another word follows; None where
    nothing of the kind does."""
    match = _TO.match(text, end)
    if match is None:
        return None
    days = [e.when.earliest for e in times if e.span.start == match.end() and e.when.granularity == "day"]
    return days[0] if days else ""


def _news_day(sentence: Sentence, times: Sequence[TimeExpression], published: str) -> str:
    """The day on which a sentence says that something was said or found, else the day of publication."""
    for expression in times:
        when = expression.when
        if sentence.start <= expression.span.start < sentence.end and when.granularity == "day" and when.earliest:
            if when.basis == "relative" and when.earliest <= published:
                return when.earliest
    return published


def _night(match: re.Match[str], day: str, document_id: str) -> TimeExpression:
    """The night before a day, as a time of the text."""
    before = iso_day(parse_day(day) - 1)
    span = Span(document_id=document_id, start=match.start(), end=match.end(), text=match[0])
    when = When(
        edtf=f"{before}/{day}",
        earliest=before,
        latest=day,
        granularity="interval",
        basis="relative",
        expression=span,
        anchor="published",
        year_basis="published",
    )
    return TimeExpression(span=span, timex_type="TIME", value=f"{before}TNI", when=when)
