"""Which time an event gets: its own expression, else the day that governs the story there, else none."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.analysis import Sentence
from timeline.lexicons import Lexicon
from timeline.models import TimeExpression, When

__all__ = ["date_triggers"]

_Span = tuple[int, int]


def date_triggers(
    text: str,
    sentences: Sequence[Sentence],
    expressions: Sequence[TimeExpression],
    triggers: Sequence[_Span],
    published: str | None,
    lexicon: Lexicon,
    scopes: Sequence[_Span | None] | None = None,
) -> list[When]:
    """One ``When`` for each trigger (start, end), in the same order.

    Basis ``stated`` or ``relative`` for an expression of its own clause or sentence, ``inherited`` for the
    dated heading or entry it stands under, ``none`` where the text gives no day.
    ``scopes`` are the clauses of the triggers, where they are known.
    """
    dated = [e for e in expressions if e.when.edtf is not None]
    headings = _headings(sentences, dated)
    out = []
    for number, trigger in enumerate(triggers):
        sentence = _sentence_of(sentences, trigger)
        scope = scopes[number] if scopes else None
        own = _own(text, sentence, trigger, scope, dated)
        if own is not None:
            out.append(own.when)
        elif sentence is not None and sentence.index in headings:
            heading = headings[sentence.index]
            out.append(heading.when.model_copy(update={"basis": "inherited"}))
        else:
            out.append(When())
    return out


def _sentence_of(sentences: Sequence[Sentence], trigger: _Span) -> Sentence | None:
    return next((s for s in sentences if s.start <= trigger[0] < s.end), None)


def _own(
    text: str, sentence: Sentence | None, trigger: _Span, scope: _Span | None, dated: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The expression of the clause, else the nearest one of the sentence."""
    for span in (scope, (sentence.start, sentence.end) if sentence else None):
        if span is None:
            continue
        inside = [e for e in dated if span[0] <= e.span.start < span[1]]
        if inside:
            return min(inside, key=lambda e: max(e.span.start - trigger[1], trigger[0] - e.span.end))
    return None


def _headings(sentences: Sequence[Sentence], dated: Sequence[TimeExpression]) -> dict[int, TimeExpression]:
    """For each sentence the date of the heading that it stands under, if that heading is a date."""
    out: dict[int, TimeExpression] = {}
    current: TimeExpression | None = None
    for sentence in sentences:
        if sentence.kind in ("heading", "title"):
            current = next((e for e in dated if sentence.start <= e.span.start < sentence.start + 12), None)
        elif current is not None:
            out[sentence.index] = current
    return out
