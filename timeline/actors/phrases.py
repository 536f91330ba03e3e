"""Noun phrases and the names in them: base phrases of the tagger, widened where a name runs past one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from timeline.actors.gazetteer import Entry
from timeline.analysis import Sentence, Token

__all__ = ["Hit", "Phrase", "phrases_of"]


@dataclass(slots=True, eq=False, init=False)
class Hit:
    """A name found in the text, with the sense chosen for it; ``first``/``last`` are tokens of its sentence."""

    start: int
    end: int
    words: str
    entry: Entry
    first: int
    last: int

    def __init__(self, start: int, end: int, words: str, entry: Entry, first: int = 0, last: int = 0) -> None:
        self.start = start
        self.end = end
        self.words = words
        self.entry = entry
        self.first = first
        self.last = last


@dataclass(slots=True, eq=False, init=False)
class Phrase:
    """Tokens ``first`` to ``last`` (exclusive) of a sentence, the head token, and the names inside."""

    sentence: Sentence
    first: int
    last: int
    head: int
    hits: list[Hit]
    #: All tokens of the sentence (index with first, last, head).
    tokens: list[Token]

    def __init__(self, sentence: Sentence, first: int, last: int, head: int, hits: list[Hit] | None = None) -> None:
        self.sentence = sentence
        self.first = first
        self.last = last
        self.head = head
        self.hits = [] if hits is None else hits
        self.tokens = sentence.tokens

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.tokens[self.first].start

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.tokens[self.last - 1].end


def phrases_of(
    sentence: Sentence,
    hits: list[Hit],
    openers: frozenset[str] = frozenset(),
    calendar: frozenset[str] = frozenset(),
) -> list[Phrase]:
    """The noun phrases of a sentence in order, each name in exactly one of them.

    A name that runs over several base phrases ("Democratic Republic" of "Congo") joins them; a name that lies
    in none makes a phrase of its own.  ``openers`` are nouns that also make one when they open a sentence before
    a verb ("Rebels shot down", where the tagger may see a verb).  ``calendar`` are the words of dates, which are no
    part of the phrase that follows them ("On 27 June hackers").
    """
    tokens = sentence.tokens
    phrases = []
    for c in sentence.chunks:
        if c.kind == "NP":
            first = _after_date(tokens, c.first, c.head, calendar) if c.head > c.first else c.first
            phrases.append(Phrase(sentence, first, c.last, c.head))
    verb = len(tokens) > 1 and tokens[1].tag[:2] == "VB"
    if verb and tokens[0].lower in openers and (not phrases or phrases[0].first > 0):
        phrases.insert(0, Phrase(sentence, 0, 1, 0))
    if not hits:
        return phrases
    starts = [t.start for t in tokens]
    for hit in hits:
        hit.first = max(0, bisect_right(starts, hit.start) - 1)
        hit.last = max(hit.first + 1, bisect_left(starts, hit.end))
    return _join(sentence, phrases, hits)


def _after_date(tokens: list[Token], first: int, head: int, calendar: frozenset[str]) -> int:
    """Where a phrase begins once a date before it is left out ("27 June | hackers", "Monday afternoon | riots")."""
    if tokens[first].lower not in calendar and tokens[first + 1].lower not in calendar:
        return first
    i = first
    while i < head and (tokens[i].lower in calendar or tokens[i].text.isdigit()):
        i += 1
    dated = any(t.lower in calendar and t.text[0].isupper() for t in tokens[first:i])
    return i if dated and not tokens[i].text[0].isupper() else first


def _join(sentence: Sentence, phrases: list[Phrase], hits: list[Hit]) -> list[Phrase]:
    """Phrases and names merged, in order of the text."""
    items = sorted(
        [*phrases, *(Phrase(sentence, h.first, h.last, h.last - 1, [h]) for h in hits)],
        key=lambda p: (p.first, -p.last),
    )
    merged: list[Phrase] = []
    for item in items:
        if merged and (item.first < merged[-1].last or _continues(merged[-1], item)):
            _absorb(merged[-1], item)
        else:
            merged.append(item)
    return merged


def _continues(phrase: Phrase, item: Phrase) -> bool:
    """``US`` + ``Secretary``: a name that the tagger took for a pronoun opens the phrase that follows."""
    return bool(phrase.hits) and item.first == phrase.last and phrase.tokens[phrase.last - 1].tag == "PRP"


def _absorb(phrase: Phrase, other: Phrase) -> None:
    """Take an overlapping phrase into the earlier one."""
    if other.last > phrase.last:
        phrase.last, phrase.head = other.last, other.head
    elif not other.hits and phrase.hits and len(phrase.hits) == 1 and phrase.hits[0].last == phrase.last:
        phrase.head = phrase.last - 1
    phrase.hits.extend(other.hits)
