"""Which expression of a sentence governs an event in it: what stands between the two decides."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from timeline.analysis import Sentence
from timeline.models import TimeExpression
from timeline.temporal.boundaries import EMBEDDING, Boundaries
from timeline.temporal.closing import open_classes
from timeline.temporal.contexts import compiled
from timeline.temporal.holders import holds_another, is_aside, is_long_ago
from timeline.temporal.telling import Telling, finite_between, is_gerund, telling_of, verbless

__all__ = ["Own", "by_sentence", "own_expression"]

_Place = tuple[int, int]
#: An expression that costs more than this does not govern.
_LIMIT = 2.0
#: A date of effect ("from 13 August") governs only where nothing else does.
_EFFECT = 1.0
#: What it takes off the cost that the date stands in the event's known clause.
_IN_SCOPE = 0.2
#: At most two words between a date and its noun ("the 30 March air strikes").
_NOUN_GAP = r"\W{0,2}(?:[\w'-]+ ){0,2}"
#: An expression that begins within so many characters of the sentence's start, or of another such one, is
#: fronted: it holds for the whole sentence.
_FRONTED = 16
#: So many expressions on either side of an event may govern it.
_NEAREST = 6
#: The last mark before a trigger opens what is quoted; it is closed after it.
_QUOTE_START = r"(?:^|\s)[\"“][^\"”]*$"
_QUOTE_END = r"[\"”]"
#: What may stand between a noun and its date.
_OF = r"\s*of\s+(?:(?:the|last)\s+)?"
#: More words than "talks planned for" between an event and the day for which something is meant.
_FAR_GAP = r"(?:\w+\W+){4}"
#: What parts an expression from a trigger for good.
_NEVER = 9.0
#: What opens a clause about the date before it.
_ABOUT_DATE = r",\swhen\s"
#: Before a date that opens what stands behind a semicolon.
_AFTER_SEMICOLON = r";\s(?:\w+\s)?$"
#: What may stand in a relative or time clause.
_WITHIN = ("same", "purpose", "cause", "topic")
_JOINED = frozenset({"and", "clause"})
#: Clauses that need a verb.
_CLAUSES = ("and", "clause", "that")
#: How an act is told that is over when the text is written.
_OVER = ("past", "had", "has")


class Own(NamedTuple):
    """The expression that governs a trigger, what stands between them (0 nothing), whether it opens the sentence."""

    expression: TimeExpression
    cost: float
    opens: bool


def by_sentence(
    sentences: Sequence[Sentence], expressions: Sequence[TimeExpression]
) -> dict[int, list[TimeExpression]]:
    """The expressions that begin in each sentence (by its index), where there are some."""
    starts = [s.start for s in sentences]
    found: dict[int, list[TimeExpression]] = {}
    for expression in expressions:
        at = bisect_right(starts, expression.span.start) - 1
        if at >= 0 and expression.span.start < sentences[at].end:
            found.setdefault(sentences[at].index, []).append(expression)
    return found


def own_expression(
    sentence: Sentence,
    trigger: tuple[int, int],
    scope: tuple[int, int] | None,
    inside: Sequence[TimeExpression],
    boundaries: Boundaries,
    published: str | None = None,
) -> Own | None:
    """The expression of the sentence that governs the trigger: the one with the least between, then the nearest."""
    telling = telling_of(sentence, trigger)
    place = (trigger[0] - sentence.start, trigger[1] - sentence.start)
    inside = _near(trigger[0], inside)
    ranked: list[tuple[float, int, int]] = []
    fronted_end = 0
    for number, expression in enumerate(inside):
        span = (expression.span.start - sentence.start, expression.span.end - sentence.start)
        fronted = span[0] - fronted_end <= _FRONTED
        fronted_end = span[1] if fronted else -len(sentence.text)
        cost = _cost(sentence, place, span, fronted, telling, boundaries)
        cost = max(0.0, cost + _cost_of_telling(sentence, trigger, expression, telling, boundaries, published))
        if (span[0] >= place[1] or fronted) and boundaries.effect.search(sentence.text[: span[0]]):
            cost += _EFFECT
        if span[1] <= place[0] and compiled(_AFTER_SEMICOLON).search(sentence.text, 0, span[0]):
            # "…; a day later they met": what was told before the semicolon is over.
            ranked = [(known + _NEVER, gap, n) for known, gap, n in ranked]
        if scope is not None and scope[0] <= expression.span.start < scope[1]:
            cost = max(0.0, cost - _IN_SCOPE)
        ranked.append((cost, max(span[0] - place[1], place[0] - span[1]), number))
    if not ranked or min(ranked)[0] > _LIMIT:
        return None
    cost, _, number = min(ranked)
    return Own(inside[number], cost, inside[number].span.start == sentence.start)


def _cost_of_telling(
    sentence: Sentence,
    trigger: tuple[int, int],
    expression: TimeExpression,
    telling: Telling,
    boundaries: Boundaries,
    published: str | None,
) -> float:
    """What parts an expression from an act that is told in another tense than what happens then."""
    text, place = sentence.text, (expression.span.start - sentence.start, expression.span.end - sentence.start)
    before = text[: place[0]]
    follows = trigger[1] <= expression.span.start
    gap = text[trigger[1] - sentence.start : place[0]] if follows else text[place[1] : trigger[0] - sentence.start]
    if telling in _OVER and published and (expression.when.earliest or "") > published:
        # "Agreed to meet in June": what is over has no day to come, unless one "for" which something was called.
        return 0.0 if boundaries.meant.search(before) else _NEVER
    if telling == "has" and _of_what_has_been(text, trigger[1] - sentence.start, gap, follows, boundaries):
        return _NEVER
    if not follows and is_aside(sentence, trigger) and not finite_between(sentence, expression.span.end, trigger[0]):
        return _NEVER  # "On Friday the chief, named by the bloc, said …"
    if _of_participle(sentence, trigger, expression, gap, telling, boundaries, published):
        return _NEVER
    if follows and telling != "none" and _moves_on(expression, gap, boundaries):
        return _NEVER  # "condemned it and left the next day"
    if follows and boundaries.only_since(gap, before, telling):
        return _NEVER  # "fired a missile for the first time since May"
    if follows and boundaries.of_cause(gap, text, place[1]):
        return _NEVER  # "sued it over a raid on Friday in which ten died"
    if follows and _of_object(text, trigger[1] - sentence.start, gap, telling, expression, boundaries, published):
        return _NEVER
    if not follows and boundaries.judgement.search(gap):
        return _NEVER  # "proposed talks on Friday, an idea that Sylvania has rebuffed"
    if boundaries.of_another(before):
        if follows:
            return 0.0 if compiled(_OF).fullmatch(gap) else _NEVER
        # "Citing a decree of May it left", but: "a decree of May, when a court found …"
        return 0.0 if telling == "none" or not {"same", "relative"}.isdisjoint(boundaries.between(gap)) else _NEVER
    if follows and verbless(sentence, trigger[1], expression.span.start):
        # "Added timber and ore to the list this Monday": without a verb no clause begins.
        return -sum(boundaries.after[c] for c in boundaries.between(boundaries.without_lists(gap)) if c in _CLAUSES)
    if not follows or telling == "none" or not _finite_outside(sentence, trigger[1], gap):
        return 0.0
    # "Prosecutors say he came in June", "left over remarks he made in June": as if "that" stood there.
    return 0.0 if set(boundaries.between(gap)) - {"comma", "purpose", "topic"} else boundaries.after["that"]


def _moves_on(expression: TimeExpression, gap: str, boundaries: Boundaries) -> bool:
    """Whether a date behind another clause is reckoned from the story, in which the act before it has no part."""
    when = expression.when
    if when.basis != "relative" or when.anchor in (None, "published"):
        return False
    return not _JOINED.isdisjoint(boundaries.between(gap))


def _of_what_has_been(text: str, end: int, gap: str, follows: bool, boundaries: Boundaries) -> bool:
    """Whether a date is not that of an act that somebody "has" done, of which English gives no day.

    "Has barred ten men over a raid in May"; "left the pact on Friday, and the court has {asked} for more".
    """
    classes = boundaries.between(gap)
    if follows:
        return "topic" in classes
    return not {"and", "clause"}.isdisjoint(classes) and "since" not in boundaries.between(text[end:])


def _of_participle(
    sentence: Sentence,
    trigger: tuple[int, int],
    expression: TimeExpression,
    gap: str,
    telling: Telling,
    boundaries: Boundaries,
    published: str | None,
) -> bool:
    """Whether a time long ago is that of a noun's participle: "left a pact {signed} in 2015 and shut the port"."""
    if (
        (telling == "none" and trigger[1] <= expression.span.start and not is_gerund(sentence, trigger))
        or expression.when.anchor not in (None, "published")
        or not (
            is_long_ago(expression.when, published)
            or boundaries.is_reaction(sentence.text[trigger[0] - sentence.start : trigger[1] - sentence.start])
        )
    ):
        return False
    if not holds_another(sentence, expression.span.start, trigger):
        return False
    return trigger[1] <= expression.span.start or not {"and", "clause"}.isdisjoint(boundaries.between(gap))


def _of_object(
    text: str,
    end: int,
    gap: str,
    telling: Telling,
    expression: TimeExpression,
    boundaries: Boundaries,
    published: str | None,
) -> bool:
    """Whether the date after an act is that of something in its object.

    "Demands redress for an airliner lost in 1989": what is told in the present is not of a month or year gone by;
    "threatened to shut the taps on May 3": nor is a threat of the day that it names.
    """
    if telling == "present" and published is not None and expression.when.granularity in ("month", "year"):
        return "" < (expression.when.latest or "") < published
    return gap.startswith(" to ") and boundaries.threatens(text[:end])


def _finite_outside(sentence: Sentence, start: int, gap: str) -> bool:
    """Whether a finite verb stands in a stretch of the sentence, outside what the first and last comma enclose."""
    first, last = gap.find(","), gap.rfind(",")
    if first == last:
        return finite_between(sentence, start, start + len(gap))
    return finite_between(sentence, start, start + first) or finite_between(sentence, start + last, start + len(gap))


def _near(place: int, inside: Sequence[TimeExpression]) -> Sequence[TimeExpression]:
    """The expressions that may govern at a place: of very many the fronted ones and the nearest."""
    if len(inside) <= 2 * _NEAREST:
        return inside
    at = bisect_right([e.span.start for e in inside], place)
    fronted = inside[: min(2, max(0, at - _NEAREST))]
    return [*fronted, *inside[max(0, at - _NEAREST) : at + _NEAREST]]


def _cost(
    sentence: Sentence, trigger: _Place, span: _Place, fronted: bool, telling: Telling, boundaries: Boundaries
) -> float:
    """How much parts an expression from a trigger; offsets count from the sentence's start."""
    text = sentence.text
    before = text[: span[0]]
    held_off = boundaries.holds_off(before, text[span[0] : span[1]])
    if held_off and span[1] <= trigger[0]:
        owned = telling == "none" and boundaries.owner.match(text, span[1], trigger[0]) is not None
        held_off = not (owned or boundaries.opens_with_limit(before, fronted))  # "after | Sunday's | raid"
    if held_off:
        return _NEVER
    if span[1] <= trigger[0]:
        return _cost_after_date(sentence, (span[1], trigger[0]), before, fronted, telling, boundaries)
    if span[0] >= trigger[1]:
        return _cost_before_date(text, trigger, span, before, telling, boundaries)
    return 0.0


def _cost_after_date(
    sentence: Sentence, between: _Place, before: str, fronted: bool, telling: Telling, boundaries: Boundaries
) -> float:
    """The date stands first; ``between`` is what lies between it and the trigger."""
    gap = sentence.text[between[0] : between[1]]
    if boundaries.article.search(before):
        return 0.0 if compiled(_NOUN_GAP).fullmatch(gap) else _NEVER
    if telling != "none" and boundaries.owner.match(gap):
        return _NEVER  # "Friday's raid angered its neighbours"
    if not fronted and (boundaries.appointed.search(before) or boundaries.due.search(before)):
        return _NEVER  # "called off talks planned for Friday and closed the port"
    classes = [] if gap.strip() == "," else _classes_after_date(sentence, between, boundaries)
    if fronted:
        classes = [c for c in classes if c not in ("and", "clause", "comma", "relative", "semicolon")]
    elif _embedded(before, gap, boundaries):
        return _NEVER
    if gap.startswith(",") and _in_participle(sentence, between[0]):
        classes.append("same")
    if telling in ("past", "present") and classes[-2:] == ["comma", "relative"]:
        # "Gave its word on May 3 to the envoy, who came …": the story goes on.
        classes[-1] = "same"
    start = sentence.start
    if not classes and finite_between(sentence, start + between[0], start + between[1]):
        classes.append("that")  # "On Tuesday the army said it had shelled …": as if "that" stood there
    return sum(boundaries.before[c] for c in classes)


def _in_participle(sentence: Sentence, date: int) -> bool:
    """Whether a participle of the past opens what a comma parts from the rest: "the chief, elected on May 3, said"."""
    tokens = sentence.tokens
    at = bisect_right(tokens, sentence.start + date - 1, key=attrgetter("start")) - 1
    while at > 0 and tokens[at].lower != ",":
        at -= 1
    return at > 0 and tokens[at + 1].tag in ("VBN", "VBD")


def _classes_after_date(sentence: Sentence, between: _Place, boundaries: Boundaries) -> list[str]:
    """The classes of what parts a date from the trigger after it, asides and phrases that are over left out."""
    gap = sentence.text[between[0] : between[1]]
    kept = boundaries.without_asides(gap)
    if kept != gap:
        return boundaries.between(kept)
    first = sentence.start + between[0]
    found = [(first + place, name) for place, name in boundaries.boundaries(boundaries.preposition.cut(gap))]
    return open_classes(sentence, found, sentence.start + between[1])


def _cost_before_date(
    text: str, trigger: _Place, span: _Place, before: str, telling: Telling, boundaries: Boundaries
) -> float:
    """The trigger stands first."""
    if boundaries.article.search(before) and re.match(r"\s[a-z]", text[span[1] :]):
        return _NEVER
    if boundaries.owner.match(text, span[1]):
        return 0.0 if boundaries.scene.search(before) else _NEVER
    gap = text[trigger[1] : span[0]]
    if telling == "none" and boundaries.of_noun(gap):
        return 0.0
    if boundaries.turns.search(gap + " "):
        return _NEVER  # "protested, then on May 3 froze its funds"
    if boundaries.appointed.search(before) and compiled(_FAR_GAP).search(gap):
        return _NEVER
    closed = compiled(_QUOTE_END).search(gap)
    if closed and compiled(_QUOTE_START).search(text[: trigger[0]]):
        gap = gap[closed.end() :]
    if "," in gap and _embedded(text[: trigger[0]], ",", boundaries):
        return _NEVER
    classes = boundaries.between(boundaries.without_asides(boundaries.without_lists(gap)))
    # "the expulsions that May announced on Wednesday": the clause is about the trigger itself; not "said that".
    about = ["that"] if not boundaries.is_verb(text[trigger[0] : trigger[1]]) else ["relative"]
    if classes[:1] in (["relative"], about) and boundaries.about.match(gap):
        classes = classes[1:]
    return sum(boundaries.after[c] for c in classes)


def _embedded(before: str, gap: str, boundaries: Boundaries) -> bool:
    """Whether what follows ``before`` stands in a relative or time clause that a comma closes before the other."""
    opened = [name for _, name in boundaries.boundaries(boundaries.preposition.cut(before))]
    if compiled(_ABOUT_DATE).match(gap):
        return False
    while opened and opened[-1] in _WITHIN:
        opened.pop()
    if not opened or opened[-1] not in EMBEDDING:
        return False
    if opened[-2:] == ["comma", "relative"] and "," in gap:
        return True
    return gap.lstrip("'s").startswith(",")
