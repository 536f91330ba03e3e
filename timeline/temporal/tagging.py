"""The tagger: text in, temporal expressions with TIMEX3 value and date out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Literal

from timeline.analysis import Sentence
from timeline.bounds import bounds_of, iso_day, parse_day
from timeline.lexicons import Lexicon
from timeline.models import Reason, Span, TimeExpression, When
from timeline.temporal.anchoring import Context, Tense, detect_style, tense_of
from timeline.temporal.calendar import Moment, moment_of
from timeline.temporal.chronicle import head_years
from timeline.temporal.expressions import Found, find, lowered
from timeline.temporal.normalization import Resolved, resolve
from timeline.temporal.vocabulary import words_of

__all__ = ["tag"]

Style = Literal["auto", "news", "narrative"]
DateOrder = Literal["MDY", "DMY"]
_QUALIFIERS = {"APPROX": "approximate", "BEFORE": "before", "AFTER": "after"}
_GRANULARITY = {"millennium": "interval"}


def _phrase_cache(lexicon: Lexicon) -> dict[str, tuple[Found, ...]]:
    """The parsed runs of time words of a lexicon, by their words."""
    return {}


def tag(
    text: str,
    reference: datetime.date | str | None = None,
    style: Style = "auto",
    *,
    vague: bool = False,
    date_order: DateOrder = "MDY",
    lexicon: Lexicon | None = None,
    sentences: Sequence[Sentence] | None = None,
    document_id: str = "",
) -> list[TimeExpression]:
    """The temporal expressions of a text, left to right, with TIMEX3 type and value and their date.

    ``reference`` is the day the text speaks from (a date or ``YYYY-MM-DD``); None is *unknown*, never today.
    ``style`` ``news`` reckons from that day, ``narrative`` from what was told last; ``auto`` decides by the text.
    With ``vague`` also references such as "now" and "recently" are given (default: left out).
    ``date_order`` reads 4/5/2021.  ``sentences`` are not needed; given ones bound the look at the governing verb.

    Raises:
        EdtfError: the reference is no day.

    >>> [(t.span.text, t.value) for t in tag("They met last Friday.", "2021-05-06")]
    [('last Friday', '2021-04-30')]
    """
    lexicon = lexicon or Lexicon.default()
    vocabulary = words_of(lexicon)
    cache = lexicon.derive(_phrase_cache)
    lower = lowered(text)
    moment = None if reference is None else moment_of("day", parse_day(str(reference)[:10]))
    context = Context(detect_style(lower, moment) if style == "auto" else style, moment, date_order=date_order)
    tense = tense_of(lexicon)
    out: list[TimeExpression] = []
    previous = 0
    all_found = list(find(text, vocabulary, cache))
    years = head_years(lower, all_found, moment)
    for number, found in enumerate(all_found):
        if found.reading.vague and not vague:
            continue
        if number in years:
            found, context.entry = _headed(found, years[number])
        context.direction = _direction(found, lower, tense)
        resolved = resolve(found.reading, context)
        if resolved is None:
            continue
        if resolved.moment is not None:
            aside = _is_aside(found, resolved.moment, context, lower, previous)
            context.remember(found.reading, resolved.moment, aside)
        out.append(_record(found, resolved, text, document_id))
        previous = found.end
    return out


def _headed(found: Found, year: int) -> tuple[Found, Moment | None]:
    """The head of an entry in its year, and the day that its entry speaks from."""
    lent = found.reading.year is None
    reading = found.reading.but(year=year, lent=lent)
    resolved = resolve(reading, Context("narrative", None))
    return found._replace(reading=reading), resolved.moment if resolved else None


def _direction(found: Found, lower: str, tense: Tense) -> int:
    """Which way a date without a year or a weekday looks; 0 for all that need not know."""
    reading = found.reading
    if reading.kind in ("date", "span_of", "offset") and not reading.has_year:
        return tense.direction(lower, found.start, found.end)
    return 0


#: Years farther back than this, told in mid-sentence, are asides of a history.
_FAR = 5


def _is_aside(found: Found, moment: Moment, context: Context, lower: str, previous: int) -> bool:
    """Whether a history mentions a time in passing.

    So it does with the end of a range, with "since 1955", and in mid-sentence with a year that lies far back,
    or ahead of days that are being told.
    """
    before = lower[max(previous, found.start - 40) : found.start]
    if (previous and before.strip() in _RANGE) or before.endswith("since "):
        return True
    story = context.story
    if moment.grain != "year" or story is None or _SENTENCE_START.search(before):
        return False
    ahead = moment.year - story.year
    return story.grain == "day" and (ahead > 0 or -ahead > _FAR)


_RANGE = ("-", "to", "through", "until", "/")
_SENTENCE_START = re.compile(r"(?:^|[.!?\n]\W*|\(\W*)(?:[a-z]+\W+)?(?:the )?$")


def _record(found: Found, resolved: Resolved, text: str, document_id: str) -> TimeExpression:
    words = text[found.start : found.end]
    span = Span(document_id=document_id, start=found.start, end=found.end, text=words)
    return TimeExpression(
        span=span,
        timex_type=resolved.timex_type,
        value=resolved.value,
        mod=found.reading.mod,
        when=_when(found, resolved, span),
        reasons=tuple(Reason(rule=name, words=words) for name in found.rules),
    )


def _when(found: Found, resolved: Resolved, span: Span) -> When:
    moment = resolved.moment
    if moment is None:
        if resolved.month_day is None:
            return When()
        grain = "day" if resolved.month_day.count("-") == 2 else "month"
        return When(edtf=resolved.month_day, granularity=grain, basis="stated", expression=span)
    edtf = moment.edtf
    if found.reading.mod == "APPROX" and "/" not in edtf and "X" not in edtf:
        edtf += "~"
    bounds = bounds_of(edtf)
    assert bounds is not None
    return When(
        edtf=edtf,
        earliest=None if bounds.first is None else iso_day(bounds.first),
        latest=None if bounds.last is None else iso_day(bounds.last),
        granularity=_GRANULARITY.get(moment.grain, moment.grain),
        qualifier=_QUALIFIERS.get(found.reading.mod or "", "exact"),
        basis=resolved.basis,
        expression=span,
        anchor="published" if resolved.year_basis == "published" else None,
        year_basis=resolved.year_basis,
        clock=found.reading.clock,
    )
