"""Which expression of a sentence governs an event in it: what stands between the two decides."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from timeline.analysis import Sentence
from timeline.lexicons import Lexicon, trie_pattern
from timeline.models import TimeExpression
from timeline.temporal.contexts import any_of, compiled, owner, words_of_class

__all__ = ["Boundaries", "Own", "by_sentence", "own_expression"]

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
#: Clauses that may stand enclosed between commas.
_EMBEDDING = ("relative", "time", "since")
#: The last mark before a trigger opens what is quoted; it is closed after it.
_QUOTE_START = r"(?:^|\s)[\"“][^\"”]*$"
_QUOTE_END = r"[\"”]"
#: More words than "talks planned for" between an event and the day for which something is meant.
_FAR_GAP = r"(?:\w+\W+){4}"
#: In characters.
_LONGEST_ENDING = 60


class Own(NamedTuple):
    """The expression that governs a trigger, what stands between them (0 nothing), whether it opens the sentence."""

    expression: TimeExpression
    cost: float
    opens: bool


class Ending:
    """Words with which a text ends; only its last part is looked at, since no such words are longer."""

    def __init__(self, words: str) -> None:
        self._pattern = re.compile(words + r"\s+$", re.IGNORECASE)

    def search(self, text: str) -> re.Match[str] | None:
        """The words at the end, with the space after them."""
        return self._pattern.search(text, max(0, len(text) - _LONGEST_ENDING))

    def cut(self, text: str) -> str:
        """The text without them."""
        found = self.search(text)
        return text[: found.start()] if found else text


class Boundaries:
    """Tables ``time_boundaries`` (words that part clauses, and at what cost) and ``time_governors``."""

    def __init__(self, lexicon: Lexicon) -> None:
        rows = lexicon.table("time_boundaries")
        self.classes = {row["words"]: row["class"] for row in rows}
        costs = {
            row["class"]: (float(row["before"]), float(row["after"])) for row in lexicon.table("time_boundary_costs")
        }
        self.before = {name: cost for name, (cost, _) in costs.items()}
        self.after = {name: cost for name, (_, cost) in costs.items()}
        self.boundary = re.compile(rf"(?<![\w'])(?i:{trie_pattern(self.classes)})(?![\w'])|,? and(?= [A-Z])|[;:,]")
        self._past = {row["words"] for row in lexicon.table("time_tense") if row["value"] in ("-1", "-2")}
        # "It was not until May that …" is a day like any other.
        self.deadline = Ending("(?<!not )" + any_of(lexicon, "deadline", "time_governors"))
        self.article = Ending(any_of(lexicon, "article", "time_governors"))
        self._objects = Ending(any_of(lexicon, "object", "time_governors"))
        self.appointed = Ending(any_of(lexicon, "appointed", "time_governors"))
        self.preposition = Ending(any_of(lexicon, "preposition", "time_governors"))
        self.owner = owner(lexicon)
        self.effect = Ending(any_of(lexicon, "effect", "time_governors"))
        self._continuation = self._anywhere(lexicon, "continuation")
        self._subject = self._anywhere(lexicon, "subject")
        self._perfect = re.compile(rf"{any_of(lexicon, 'had')} (?:\w+ ){{0,2}}$")
        self._plan = re.compile(rf"{any_of(lexicon, 'plan', 'time_governors')} (?:\w+ ){{0,2}}$")
        self.about = re.compile(rf"\W{{0,2}}{any_of(lexicon, 'who')}")
        joined = any_of(lexicon, "joined", "time_governors")
        self._list = re.compile(rf"(?:,\s)?\band\s(?={joined}|\d)", re.IGNORECASE)
        self._unfinished = self._anywhere(lexicon, "unfinished")
        self._answer = self._anywhere(lexicon, "answer")
        stems = trie_pattern(words_of_class(lexicon, "reaction", "time_governors"))
        self._reaction = re.compile(rf"(?<!\w)(?:{stems})", re.IGNORECASE)

    @staticmethod
    def _anywhere(lexicon: Lexicon, name: str) -> re.Pattern[str]:
        return re.compile(any_of(lexicon, name, "time_governors"), re.IGNORECASE)

    def goes_on(self, sentence: str) -> bool:
        """Whether a sentence goes on telling the day that was told before it."""
        if self._unfinished.search(sentence[:80]):
            return False
        return bool(self._subject.match(sentence.lstrip("\"'")) or self._continuation.search(sentence))

    def same_scene(self, sentence: str, trigger: tuple[int, int]) -> bool:
        """Whether an act belongs to the scene that the sentence before told: no answer to it, no state, no plan."""
        if self._unfinished.search(sentence[: trigger[1]]) or self._answer.search(sentence):
            return False
        return self._reaction.search(sentence[trigger[0] : trigger[1]]) is None

    def is_object(self, before: str, trigger: str) -> bool:
        """Whether an act is what another one is about ("accused them of shelling the town")."""
        return trigger.partition(" ")[0].endswith("ing") and self._objects.search(before) is not None

    def plans(self, before: str) -> bool:
        """Whether the words before an event end with an auxiliary of the future."""
        return self._plan.search(before) is not None

    def another_time(self, before: str, sentence: str, fixed: bool) -> bool:
        """Whether the words before an event put it at a time of its own: "over the …", "after …", "had …".

        What a dated entry (``fixed``) tells is of its day, but for what came "after" or "since".
        """
        if fixed:
            return self._opened_last(before) in ("time", "since")
        if self._perfect.search(before):
            return not self._continuation.search(sentence)
        return self._opened_last(before, but=("comma", "and")) in ("cause", "time", "since")

    def _opened_last(self, words: str, but: Sequence[str] = ()) -> str:
        """The class of the last boundary in the words."""
        opened = [name for _, name in self.boundaries(words) if name not in but]
        return opened[-1] if opened else ""

    def between(self, gap: str) -> list[str]:
        """The classes of the boundaries in the words between an expression and a trigger.

        A word right before the expression is its preposition ("since March"), no boundary.
        """
        return [name for _, name in self.boundaries(self.preposition.cut(gap))]

    def without_lists(self, gap: str) -> str:
        """The words with the "and" of lists left out ("and its head"), which parts no clauses."""
        return self._list.sub(" ", gap)

    def without_asides(self, gap: str) -> str:
        """The words without what commas enclose and a time word opens (", after the court had ruled,")."""
        commas = [m.start() for m in compiled("[,;]").finditer(gap)]
        for low, high in pairwise(commas):
            opened = next(self.boundaries(gap[low + 1 : high].lstrip()), None)
            if gap[low] == "," and opened is not None and opened[0] == 0 and opened[1] in (*_EMBEDDING, "cause"):
                return gap[:low] + gap[high:]
        return gap

    def is_verb(self, trigger: str) -> bool:
        """Whether the words of a trigger are a past verb rather than a noun."""
        last = trigger.lower().split()[-1:] or [""]
        return last[0].endswith("ed") or last[0] in self._past

    def boundaries(self, words: str) -> Iterator[tuple[int, str]]:
        """Each boundary as (offset, class)."""
        for match in self.boundary.finditer(words):
            word = " ".join(match.group().lower().split())
            known = self.classes.get(word)
            yield match.start(), known or ("semicolon" if word == ";" else "comma" if word in ",:" else "clause")


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
) -> Own | None:
    """The expression of the sentence that governs the trigger: the one with the least between, then the nearest."""
    place = (trigger[0] - sentence.start, trigger[1] - sentence.start)
    inside = _near(trigger[0], inside)
    ranked: list[tuple[float, int, int]] = []
    fronted_end = 0
    for number, expression in enumerate(inside):
        span = (expression.span.start - sentence.start, expression.span.end - sentence.start)
        fronted = span[0] - fronted_end <= _FRONTED
        fronted_end = span[1] if fronted else -len(sentence.text)
        cost = _cost(sentence.text, place, span, fronted, boundaries)
        if (span[0] >= place[1] or fronted) and boundaries.effect.search(sentence.text[: span[0]]):
            cost += _EFFECT
        if scope is not None and scope[0] <= expression.span.start < scope[1]:
            cost = max(0.0, cost - _IN_SCOPE)
        ranked.append((cost, max(span[0] - place[1], place[0] - span[1]), number))
    if not ranked or min(ranked)[0] > _LIMIT:
        return None
    cost, _, number = min(ranked)
    return Own(inside[number], cost, inside[number].span.start == sentence.start)


def _near(place: int, inside: Sequence[TimeExpression]) -> Sequence[TimeExpression]:
    """The expressions that may govern at a place: of very many the fronted ones and the nearest."""
    if len(inside) <= 2 * _NEAREST:
        return inside
    at = bisect_right([e.span.start for e in inside], place)
    fronted = inside[: min(2, max(0, at - _NEAREST))]
    return [*fronted, *inside[max(0, at - _NEAREST) : at + _NEAREST]]


def _cost(text: str, trigger: _Place, span: _Place, fronted: bool, boundaries: Boundaries) -> float:
    """How much parts an expression from a trigger; offsets count from the sentence's start."""
    before = text[: span[0]]
    if boundaries.deadline.search(before):
        return 9.0
    if span[1] <= trigger[0]:
        return _cost_after_date(text[span[1] : trigger[0]], before, fronted, boundaries)
    if span[0] >= trigger[1]:
        return _cost_before_date(text, trigger, span, before, boundaries)
    return 0.0


def _cost_after_date(gap: str, before: str, fronted: bool, boundaries: Boundaries) -> float:
    """The date stands first."""
    if boundaries.article.search(before):
        return 0.0 if compiled(_NOUN_GAP).fullmatch(gap) else 9.0
    classes = [] if gap.strip() == "," else boundaries.between(boundaries.without_asides(gap))
    if fronted:
        classes = [c for c in classes if c not in ("and", "clause", "comma", "relative", "semicolon")]
    elif _embedded(before, gap, boundaries):
        return 9.0
    return sum(boundaries.before[c] for c in classes)


def _cost_before_date(text: str, trigger: _Place, span: _Place, before: str, boundaries: Boundaries) -> float:
    """The trigger stands first."""
    if boundaries.article.search(before) and re.match(r"\s[a-z]", text[span[1] :]):
        return 9.0
    if boundaries.owner.match(text, span[1]) and boundaries.is_verb(text[trigger[0] : trigger[1]]):
        return 9.0
    gap = text[trigger[1] : span[0]]
    if boundaries.appointed.search(before) and compiled(_FAR_GAP).search(gap):
        return 9.0
    closed = compiled(_QUOTE_END).search(gap)
    if closed and compiled(_QUOTE_START).search(text[: trigger[0]]):
        gap = gap[closed.end() :]
    if "," in gap and _embedded(text[: trigger[0]], ",", boundaries):
        return 9.0
    classes = boundaries.between(boundaries.without_lists(gap))
    # "the expulsions that May announced on Wednesday": the clause is about the trigger itself; not "said that".
    about = ["that"] if not boundaries.is_verb(text[trigger[0] : trigger[1]]) else ["relative"]
    if classes[:1] in (["relative"], about) and boundaries.about.match(gap):
        classes = classes[1:]
    return sum(boundaries.after[c] for c in classes)


def _embedded(before: str, gap: str, boundaries: Boundaries) -> bool:
    """Whether what follows ``before`` stands in a relative or time clause that a comma closes before the other."""
    opened = [name for _, name in boundaries.boundaries(boundaries.preposition.cut(before))]
    return bool(opened) and opened[-1] in _EMBEDDING and gap.lstrip("'s").startswith(",")
