"""Finding temporal expressions: places worth a look, the run of time words around each, its phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from timeline.temporal.filters import FalseFriends
from timeline.temporal.grammar import parse
from timeline.temporal.numbers import merge_numbers
from timeline.temporal.readings import Reading
from timeline.temporal.vocabulary import Token, Vocabulary, class_char, tokens_of

__all__ = ["Found", "find"]

#: How far, in characters, a run of time words may begin before the word that gave it away, and how long it may be.
_REACH, _LONGEST = 60, 200
#: So many parsed runs are kept; then the cache begins anew.
_CACHED = 20_000
#: A word that is a token of its own, if no time word has it.
_PLAIN_WORD = re.compile(r"(?<!\S)[a-z]{3,}(?=\s)")
_OTHER = class_char("other")
_DROPPED_AT_END = tuple(class_char(c) for c in ("dot", "comma"))


class Found(NamedTuple):
    """An expression in the text with its reading and the rules that read it."""

    start: int
    end: int
    reading: Reading
    rules: tuple[str, ...]


def find(text: str, lower: str, vocabulary: Vocabulary, cache: dict[str, tuple[Found, ...]]) -> Iterator[Found]:
    """All expressions of a text (and its folded lower-case form), left to right, false friends left out."""
    friends = vocabulary.lexicon.derive(FalseFriends)
    position, done = 0, 0
    while True:
        anchor = vocabulary.anchor.search(lower, position)
        if anchor is None:
            return
        start, end = _run(vocabulary, lower, max(done, anchor.start() - _REACH), anchor.start())
        if "\n" in text[start:end]:
            start, end = _below_head(text, start, end, anchor.start())
        position = max(end, anchor.end())
        done = position
        words = text[start:end]
        phrases = cache.get(words)
        if phrases is None:
            if len(cache) > _CACHED:
                cache.clear()
            phrases = cache[words] = tuple(_phrases(vocabulary, words, lower[start:end]))
        for found in phrases:
            shifted = found._replace(start=found.start + start, end=found.end + start)
            if not friends.is_one(shifted, lower, text):
                yield shifted


def _run(vocabulary: Vocabulary, lower: str, start: int, anchor: int) -> tuple[int, int]:
    """Start and end of the unbroken run of time words that holds the anchor."""
    while 0 < start < anchor and lower[start - 1].isalnum() and lower[start].isalnum():
        start += 1
    for word in _PLAIN_WORD.finditer(lower, start, anchor):
        if word.group() not in vocabulary.parts:
            start = word.end()
    first: int | None = None
    last = anchor
    for token in tokens_of(vocabulary, lower, start, min(len(lower), anchor + _LONGEST)):
        if token.cls == _OTHER:
            if token.end > anchor:
                break
            first = None
        else:
            first = token.start if first is None else first
            last = token.end
    return (anchor, anchor) if first is None or last <= anchor else (first, last)


def _below_head(text: str, start: int, end: int, anchor: int) -> tuple[int, int]:
    """The part of a run that holds the anchor, where a date alone on its line parts it: "Feb. 4", "Days later it"."""
    mark = text.find("\n", start, end)
    while mark != -1:
        alone = text.rfind("\n", 0, mark) + 1 >= start
        if alone and text[mark + 1 : mark + 2].isupper():
            if mark >= anchor:
                return start, mark
            start = mark + 1
        mark = text.find("\n", mark + 1, end)
    return start, end


def _phrases(vocabulary: Vocabulary, words: str, lower: str) -> Iterator[Found]:
    tokens = merge_numbers([_cased(t, words) for t in tokens_of(vocabulary, lower, 0, len(lower))])
    for phrase in parse(tokens):
        inside = tokens[phrase.first : phrase.last]
        while len(inside) > 1 and inside[-1].cls in _DROPPED_AT_END and not _abbreviated(inside[-2]):
            inside = inside[:-1]
        yield Found(inside[0].start, inside[-1].end, phrase.reading, phrase.rules)


def _abbreviated(token: Token) -> bool:
    return token.end - token.start <= 4 and token.text.lower() not in ("may", "june", "july")


_CAPITALISED = {class_char(name) for name in ("wmonth", "wweekday", "era")}


def _cased(token: Token, words: str) -> Token:
    """A weak month or weekday or an era in lower case is no time word; such tokens keep their case."""
    if token.cls not in _CAPITALISED:
        return token
    if not words[token.start].isupper():
        return token._replace(cls=_OTHER)
    return token._replace(text=words[token.start : token.end])
