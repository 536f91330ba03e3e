"""Which time an event gets: its own expression, else the day that governs the story there, else none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from timeline.analysis import Sentence
from timeline.bounds import Bounds, bounds_of, iso_day, parse_day
from timeline.lexicons import Lexicon
from timeline.models import TimeExpression, When
from timeline.temporal.attachment import Own, by_sentence, own_expression
from timeline.temporal.boundaries import Boundaries
from timeline.temporal.closing import is_main_verb
from timeline.temporal.contexts import compiled
from timeline.temporal.distances import Story, date_by, distances_of
from timeline.temporal.earlier import Earlier
from timeline.temporal.governing import Day, bounds_beside, governing_days, moves_on
from timeline.temporal.nights import Nights
from timeline.temporal.since import Stretches, when_since
from timeline.temporal.telling import finite_between, in_perfect, is_over, telling_of

__all__ = ["date_triggers"]

_Span = tuple[int, int]
#: Values of times of which nothing is known begin so ("the next day", reckoned from nothing).
_UNKNOWN = "XXXX"
#: So begin those of an hour or part of a day, nobody knows which ("nightfall").
_HOUR = "XXXX-XX-XXT"
#: Values of times that are surely not the day told before ("weeks later").
_ELSEWHERE = ("PAST_REF", "FUTURE_REF")
#: Under a dated entry an expression with more than this between it and the event does not count.
_CLOSE = 1.5
#: A plan under an entry ("will meet on Friday") has the day named with less than this between them.
_NEAREST = 1.0
_WEEK = 7
#: Two such times that follow one another are one stretch ("in 2021 and 2022").
_JOINED = ("day", "month", "year")
_LEADING = r"(?:\w+ ){0,2}"
_PREPOSITION = r"\s(?:(?:in|on|at)\s)?"


def date_triggers(
    text: str,
    sentences: Sequence[Sentence],
    expressions: Sequence[TimeExpression],
    triggers: Sequence[_Span],
    published: str | None,
    lexicon: Lexicon,
    scopes: Sequence[_Span | None] | None = None,
    document_id: str = "",
) -> list[When]:
    """One ``When`` for each trigger (start, end), in the same order.

    1. The expression of its own clause or sentence that governs it, or a distance from one ("two days after"):
       basis ``stated`` or ``relative``.
    2. None of its own: the day that governs the story there (dated heading or entry, the day that the
       paragraph goes on telling, the news day of a lead): basis ``inherited``.
    3. Else nothing is claimed: basis ``none``.

    ``scopes`` are the clauses of the triggers, where they are known.  ``published`` (``YYYY-MM-DD`` or None)
    alone dates nothing: expressions that were reckoned from it do.  ``document_id`` goes into the spans.
    """
    starts = [s.start for s in sentences]
    acts = frozenset(sentences[at - 1].index for start, _ in triggers if (at := bisect_right(starts, start)))
    document = _Document(text, sentences, expressions, published, lexicon, acts, document_id)
    out = []
    for number, trigger in enumerate(triggers):
        at = bisect_right(starts, trigger[0]) - 1
        if at < 0 or trigger[0] >= sentences[at].end:
            out.append(When())
        else:
            out.append(document.when(sentences[at], trigger, scopes[number] if scopes else None))
    return out


class _Document:
    """The times of a document, ready to be asked for the time of each trigger."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        expressions: Sequence[TimeExpression],
        published: str | None,
        lexicon: Lexicon,
        acts: frozenset[int],
        document_id: str,
    ) -> None:
        self.stretches, self.boundaries = lexicon.derive(Stretches), lexicon.derive(Boundaries)
        self.published, self.earlier = published, lexicon.derive(Earlier)
        times = [e for e in expressions if e.timex_type in ("DATE", "TIME")]
        self.dated = _with_ranges(text, self.stretches, [e for e in times if e.when.edtf])
        open_ones = [e for e in times if not e.when.edtf and e.value.startswith(_UNKNOWN)]
        unknown = [e for e in open_ones if not e.value.startswith(_HOUR)]
        unknown += [e for e in times if e.value in _ELSEWHERE]
        self.distances = distances_of(sentences, expressions, lexicon)
        lengths = {id(d.expression) for found in self.distances.values() for d in found}
        governors = sorted([*self.dated, *open_ones], key=lambda e: e.span.start) if open_ones else self.dated
        governors = [e for e in governors if id(e) not in lengths]
        self.days, self.told = governing_days(sentences, self.dated, self.boundaries, unknown, published, acts)
        nights = lexicon.derive(Nights).dated(text, sentences, governors, published, document_id)
        self.inside = by_sentence(sentences, nights)

    def when(self, sentence: Sentence, trigger: _Span, scope: _Span | None) -> When:
        """The time of a trigger."""
        if self.boundaries.was_asked(sentence.text, trigger[1] - sentence.start):
            return When()
        day, candidates = self.days.get(sentence.index), self.inside.get(sentence.index, [])
        entry = day if day is not None and day.fixed else None
        if entry is not None and candidates and candidates[0].when == entry.when:
            candidates = candidates[1:]
        begins = {id(c): c.span.start - sentence.start for c in candidates}
        if "since" in sentence.text:
            candidates = [c for c in candidates if not self.boundaries.ranks(sentence.text, begins[id(c)])]
        counting = [c for c in candidates if self.boundaries.counts(sentence.text, begins[id(c)])]
        if counting and (day is not None or len(counting) < len(candidates)):
            candidates = [c for c in candidates if c not in counting]
        own = own_expression(sentence, trigger, scope, candidates, self.boundaries, self.published)
        until = entry.when.edtf if entry is not None and entry.when.granularity == "day" else self.published
        when = when_since(sentence, trigger, own, self.dated, until, self.stretches, self.boundaries)
        told = self.told.get(sentence.index)
        if when is None and sentence.index in self.distances:
            story = Story(day.when if day is not None else told, told)
            expression = own.expression if own is not None else None
            when = date_by(self.distances[sentence.index], trigger, expression, candidates, story)
        if when is None and own is not None and own.expression.value.startswith(_HOUR) and entry is None:
            # "By nightfall it had left": of the day just told.
            return _inherited(told) if told is not None else When()
        if when is None and self._is_older(sentence, trigger, own):
            return When()
        when = when or _date(sentence, trigger, own, day, self.boundaries, self.published)
        if when.expression is not None and self.stretches.past.match(when.expression.text):
            return _last_week(when, self.published)
        begun = when.expression is not None and self.stretches.begun.match(when.expression.text) is not None
        over = begun or is_over(sentence, trigger)
        return _until_now(when, self.published) if over else when

    def _is_older(self, sentence: Sentence, trigger: _Span, own: Own | None) -> bool:
        """Whether an act is told as older than the day of its sentence or story."""
        answered = self.earlier.answered(sentence, trigger)
        if answered >= 0:
            return own is None or not self._is_its_own(sentence, trigger, own, answered)
        opener = self.earlier.opener(sentence, trigger)
        return opener >= 0 and (own is None or own.expression.span.start < opener)

    def _is_its_own(self, sentence: Sentence, trigger: _Span, own: Own, answered: int) -> bool:
        """Whether a date is that of a noun alone: "ignored Friday's {request}", "a {request} issued on Friday"."""
        span = own.expression.span
        if span.start < trigger[1]:
            return answered <= span.start
        gap = sentence.text[trigger[1] - sentence.start : span.start - sentence.start]
        return bool(gap.strip()) and self.boundaries.of_noun(gap)


def _date(
    sentence: Sentence,
    trigger: _Span,
    own: Own | None,
    day: Day | None,
    boundaries: Boundaries,
    published: str | None,
) -> When:
    """The time of one trigger."""
    if own is not None and not own.expression.when.edtf and (day is None or not day.fixed or own.opens):
        # "The next day", nobody knows which: surely not the day told before.
        return When()
    before = sentence.text[: trigger[0] - sentence.start]
    words = sentence.text[len(before) : trigger[1] - sentence.start]
    if own is not None and own.expression.span.end <= trigger[0] and boundaries.is_object(before, words):
        # "On Friday it charged them with shelling the town": not on Friday.
        return When()
    if own is not None and (day is None or not day.fixed or _overrides(own, day, sentence, trigger, boundaries)):
        return own.expression.when
    if day is None:
        return When()
    if boundaries.another_time(before, sentence.text, day.fixed) and not is_main_verb(sentence, trigger):
        return When()
    if not day.fixed and (
        _is_untold(sentence, trigger, day, published, boundaries)
        or _is_of_what_is_said(day, sentence, trigger, boundaries)
    ):
        return When()
    if day.near and not boundaries.same_scene(sentence.text, (len(before), trigger[1] - sentence.start)):
        return _inherited(day.below) if day.below is not None else When()
    if day.fixed and _heads(day.when, sentence) and is_main_verb(sentence, trigger):
        return day.when
    return _inherited(day.when)


def _heads(when: When, sentence: Sentence) -> bool:
    """Whether the date of an entry stands before this very sentence: it is stated of what is told there."""
    return when.expression is not None and sentence.start <= when.expression.start < sentence.end


def _until_now(when: When, published: str | None) -> When:
    """What is over "this week" was done between its Monday and the day of publication."""
    if when.basis != "relative" or when.anchor != "published" or when.granularity != "week" or published is None:
        return when
    if when.earliest is None or when.latest is None or not when.earliest <= published < when.latest:
        return when
    if when.earliest == published:
        return when.model_copy(update={"edtf": published, "latest": published, "granularity": "day"})
    return when.model_copy(
        update={"edtf": f"{when.earliest}/{published}", "latest": published, "granularity": "interval"}
    )


def _last_week(when: When, published: str | None) -> When:
    """What was done "in the past week" was done on the day of publication or the seven before, not from a Monday on."""
    if when.anchor != "published" or published is None or when.granularity != "week":
        return when
    first = iso_day(parse_day(published) - _WEEK)
    changes = {"edtf": f"{first}/{published}", "earliest": first, "latest": published, "granularity": "interval"}
    return when.model_copy(update=changes)


def _is_untold(sentence: Sentence, trigger: _Span, day: Day, published: str | None, boundaries: Boundaries) -> bool:
    """Whether an act is told in another way than what the text tells of the day."""
    telling = telling_of(sentence, trigger)
    if day.lead and in_perfect(sentence, trigger):
        return True  # "Ruritania has barred them": nobody knows when
    if day.after and telling == "ahead":
        return True
    if telling in ("past", "had", "has") and published is not None and (day.when.earliest or "") > published:
        return True  # "has warned those who come on Friday"
    if not day.scene:
        return False
    words = sentence.text[trigger[0] - sentence.start : trigger[1] - sentence.start]
    said = boundaries.is_reaction(words) and not boundaries.opens_with_pronoun(sentence.text)
    return telling != "past" or said


def _is_of_what_is_said(day: Day, sentence: Sentence, trigger: _Span, boundaries: Boundaries) -> bool:
    """Whether the day stands in what the trigger says: "said on its site that guards had come on May 3"."""
    expression = day.when.expression
    if expression is None or not trigger[1] <= expression.start < sentence.end:
        return False
    gap = sentence.text[trigger[1] - sentence.start : expression.start - sentence.start]
    classes = set(boundaries.between(gap)) - {"purpose", "topic"}
    return classes == {"that"} or (not classes and finite_between(sentence, trigger[1], expression.start))


def _inherited(when: When) -> When:
    """The time that the story there has, for what names none."""
    return when if when.basis == "inherited" else when.model_copy(update={"basis": "inherited"})


def _overrides(own: Own, entry: Day, sentence: Sentence, trigger: _Span, boundaries: Boundaries) -> bool:
    """Under a dated entry the main clause has the entry's day.

    A clause inside it may have an earlier one, a plan a later one; what opens the sentence ("Two days later"), lies
    within a coarser entry ("2018") or stands right at its date ("announced in May") has its own.
    """
    its, mine = bounds_beside(entry.when, own.expression.when)
    if own.opens and own.expression.when.basis == "relative":
        return True
    if own.cost < _NEAREST and moves_on(entry.when, own.expression.when):
        return True
    if Bounds(None, None) in (mine, its):
        return False
    if its.contains(mine) and its != mine and own.cost <= _CLOSE:
        return True
    if its.contains(mine) and entry.when.clock is None:
        return False
    if own.cost <= _CLOSE and (entry.when.clock is not None or _leads(own, sentence)):
        return True
    if _adjoins(own, sentence, trigger) and (its.surely_before(mine) or mine.surely_before(its)):
        return True
    before = sentence.text[: trigger[0] - sentence.start]
    if its.surely_before(mine):
        effect = boundaries.effect.search(sentence.text[: own.expression.span.start - sentence.start])
        return own.cost < _NEAREST and effect is None and boundaries.plans(before)
    if own.cost > _CLOSE:
        return False
    words = sentence.text[len(before) : trigger[1] - sentence.start]
    opened = boundaries.boundaries(before)
    return boundaries.is_object(before, words) or any(name not in ("comma", "and", "purpose") for _, name in opened)


def _leads(own: Own, sentence: Sentence) -> bool:
    """Whether a sentence begins with the expression, or with a preposition and the expression."""
    return compiled(_LEADING).fullmatch(sentence.text[: own.expression.span.start - sentence.start]) is not None


def _adjoins(own: Own, sentence: Sentence, trigger: _Span) -> bool:
    """Whether nothing but a preposition stands between an event and the expression after it."""
    gap = sentence.text[trigger[1] - sentence.start : own.expression.span.start - sentence.start]
    return own.cost < _NEAREST and compiled(_PREPOSITION).fullmatch(gap) is not None


def _with_ranges(text: str, stretches: Stretches, dated: list[TimeExpression]) -> list[TimeExpression]:
    """Two dates that say a stretch ("March 3-5", "between May and July") as one with its interval."""
    out: list[TimeExpression] = []
    for expression in dated:
        whole = _range(text, stretches, out[-1], expression) if out else None
        if whole is None:
            out.append(expression)
        else:
            span = out[-1].span
            both = span.model_copy(update={"end": expression.span.end, "text": text[span.start : expression.span.end]})
            out[-1] = out[-1].model_copy(update={"when": whole, "span": both})
    return out


def _next_day(day: str | None) -> str | None:
    """The day after a day."""
    bounds = bounds_of(day) if day else None
    return iso_day(bounds.last + 1) if bounds is not None and bounds.last is not None else None


def _range(text: str, stretches: Stretches, first: TimeExpression, last: TimeExpression) -> When | None:
    a, b = first.when, last.when
    gap = text[first.span.end : last.span.start]
    joined = stretches.range.fullmatch(gap) is not None
    if gap.strip() == "and":
        # "Between May and July", "on May 3 and 4", "in 2021 and 2022".
        between = stretches.between.search(text[max(0, first.span.start - 12) : first.span.start]) is not None
        joined = joined or between or (a.granularity in _JOINED and _next_day(a.latest) == b.earliest)
    if not joined or not a.edtf or not b.edtf or "/" in a.edtf + b.edtf or a.granularity != b.granularity:
        return None
    if a.earliest is None or b.earliest is None or not a.bounds.surely_before(b.bounds):
        return None
    return a.model_copy(update={"edtf": f"{a.edtf}/{b.edtf}", "latest": b.latest, "granularity": "interval"})
