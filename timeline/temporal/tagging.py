"""The tagger: text in, temporal expressions with TIMEX3 value and date out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Literal, get_args

from timeline.analysis import fold, lowered
from timeline.bounds import day_part, parse_day
from timeline.errors import OptionError
from timeline.lexicons import Lexicon
from timeline.models import TimeExpression
from timeline.temporal.anchoring import Asides, Context, is_background, is_digression, opens_sentence
from timeline.temporal.calendar import Moment, moment_of
from timeline.temporal.chronicle import first_full_date, head_years, heads
from timeline.temporal.contexts import compiled
from timeline.temporal.expressions import Found, find
from timeline.temporal.normalization import resolve
from timeline.temporal.readings import Reading
from timeline.temporal.records import Qualifiers, record
from timeline.temporal.resolved import Resolved
from timeline.temporal.tense import Tense, tense_of
from timeline.temporal.vocabulary import words_of

__all__ = ["DateOrder", "Style", "tag"]

Style = Literal["auto", "news", "narrative"]
DateOrder = Literal["MDY", "DMY"]
#: How far before an expression is looked for a preposition or the end of a range.
_LOOK_BACK = 40
_SENTENCE_END = r"[.!?]\s|\n"


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
    document_id: str = "",
) -> list[TimeExpression]:
    """The temporal expressions of a text, left to right, with TIMEX3 type and value and their date.

    ``reference`` is the day the text speaks from (a date or ``YYYY-MM-DD``); None is *unknown*, never today.
    ``style`` ``news`` reckons from that day, ``narrative`` from what was told last; ``auto`` decides by the text.
    With ``vague`` also references such as "now" and "recently" are given (default: left out).
    ``date_order`` tells how 4/5/2021 is read: month first (``MDY``, the default) or day first (``DMY``).
    ``lexicon`` holds the time words (default: our own), ``document_id`` goes into the spans.

    In what comes back, ``value`` is the TIMEX3 value and ``when`` the date: EDTF with its bounds, where it stands or
    can be reckoned.  What cannot be known stays open: without a reference "April 15" is ``XXXX-04-15``.

    Raises:
        EdtfError: the reference is no day.
        OptionError: ``style`` or ``date_order`` is none of those above.

    >>> [(t.span.text, t.value) for t in tag("They met last Friday.", "2021-05-06")]
    [('last Friday', '2021-04-30')]
    """
    _known("style", style, get_args(Style))
    _known("date_order", date_order, get_args(DateOrder))
    lexicon = lexicon or Lexicon.default()
    lower = lowered(fold(text))
    found = [
        f for f in find(text, lower, words_of(lexicon), lexicon.derive(_phrase_cache)) if vague or not f.reading.vague
    ]
    context = _context(lower, reference, style, date_order, found, text, tense_of(lexicon))
    qualifiers = lexicon.derive(Qualifiers)
    return [
        record(expression, resolved, words, document_id, qualifiers.of(before, expression.reading))
        for expression, resolved, words, before in _resolved(text, lower, found, context, lexicon)
    ]


def _known(name: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise OptionError(f"{name}={value!r} is not known: give one of {', '.join(known)}")


def _resolved(
    text: str, lower: str, found: Sequence[Found], context: Context, lexicon: Lexicon
) -> Iterator[tuple[Found, Resolved, str, str]]:
    """Each expression that is a time, with its words and what stands before it; the context moves on with them."""
    tense, asides = tense_of(lexicon), lexicon.derive(Asides)
    in_order = heads(lower, found)
    at_heads, years = frozenset(in_order), head_years(lower, found, in_order, context.reference)
    previous = 0
    for number, expression in enumerate(found):
        words = text[expression.start : expression.end]
        if number in years:
            expression = _headed(expression, years[number], words, context)
        context.direction = 1 if number in at_heads and context.entry else _direction(expression, lower, tense)
        if expression.reading.anchor == "head" and number not in at_heads:
            continue
        if number in at_heads and expression.reading.clock and context.entry is not None:
            # "1 p.m.: Talks begin": on the day that heads the entries there, whatever was told since.
            expression = expression._replace(reading=expression.reading.but(anchor="head"))
        context.figures = expression.reading.kind == "shift" and tense.among_figures(
            lower, expression.start, expression.end
        )
        if "\n" in lower[previous : expression.start]:
            context.new_paragraph()
        if compiled(_SENTENCE_END).search(lower, previous, expression.start):
            context.sentence_month = None
        resolved = resolve(expression.reading, context)
        if resolved is None:
            continue
        before = lower[max(previous, expression.start - _LOOK_BACK) : expression.start]
        _remember(expression.reading, resolved, words, before, previous > 0, context, asides)
        if expression.rules == ("date.year",) and asides.is_topic(lower, previous, expression.start, expression.end):
            context.paragraph_year = expression.reading.year
        yield expression, resolved, words, before
        previous = expression.end


def _remember(
    reading: Reading, resolved: Resolved, words: str, before: str, follows: bool, context: Context, asides: Asides
) -> None:
    """What comes after may be reckoned from this time."""
    if resolved.moment is None:
        context.remember_yearless(reading, resolved.month_day, words)
        return
    if reading.kind == "date" and reading.year is not None:
        context.paragraph_year = reading.year if opens_sentence(before) else None
        if reading.month and not asides.is_held_off(before):
            context.sentence_month = resolved.moment
    moment, story = resolved.moment, context.story
    if reading.anchor == "story" and moment.grain == "year" and context.is_gone_by(moment.year):
        context.sentence_month = moment  # "left the same year and in May …"
    news = context.style == "news"
    aside = is_background(before, moment, story) if news else asides.is_one(before, moment, story, follows)
    context.remember(reading, moment, words, aside, news and is_digression(before, moment, story))


def _context(
    lower: str,
    reference: datetime.date | str | None,
    style: Style,
    date_order: DateOrder,
    found: Sequence[Found],
    text: str,
    tense: Tense,
) -> Context:
    """What is known before the first expression: the document's day, else a full date that the text states."""
    day = None if reference is None else moment_of("day", parse_day(day_part(reference)))
    context = Context(tense.style(lower, day) if style == "auto" else style, day, date_order=date_order)
    if day is None:
        first = first_full_date(found)
        if first is not None:
            # Only its year: what was told first may lie on either side of it.
            context.story = Moment("year", first.reading.year or 0)
            context.story_words = text[first.start : first.end]
    return context


def _moment(found: Found) -> Moment | None:
    resolved = resolve(found.reading, Context("narrative", None))
    return resolved.moment if resolved else None


def _headed(found: Found, year: int, words: str, context: Context) -> Found:
    """The head of an entry in its year; its entry speaks from that day."""
    reading = found.reading.but(year=year, lent=found.reading.year is None)
    headed = found._replace(reading=reading)
    context.entry, context.entry_words = _moment(headed), words
    return headed


def _direction(found: Found, lower: str, tense: Tense) -> int:
    """Which way a date without a year or a weekday looks; 0 for all that need not know."""
    reading = found.reading
    if reading.anchor == "whole":
        return tense.direction(lower, found.start, found.end)
    if reading.kind in ("date", "span_of", "offset") and not reading.has_year:
        return tense.direction(lower, found.start, found.end, bool(reading.weekday or reading.day))
    return 0
