"""Finds the names of the gazetteer in a text: by first word, then the longest.

Twelve thousand names would take half a second to compile as one pattern; a dictionary of first words is
ready at once and as fast over the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from timeline.lexicons import trie_pattern

__all__ = ["NameMatcher"]

T = TypeVar("T")
_WORD = re.compile(r"\w+")
#: What only few names begin with, so that these words are looked for one by one.
_SMALL = re.compile(r"[a-z_]")
_SPACES = "\n\r\t\f\v"


class NameMatcher(Generic[T]):
    """Finds names in folded text, case-sensitive, whole words only, the longest at each place.

    >>> [(a, b) for a, b, _ in NameMatcher({"New York": 1, "York": 2}).finditer("New York, Old York")]
    [(0, 8), (14, 18)]
    """

    def __init__(self, payload: Mapping[str, T]) -> None:
        self._payload = payload
        # Names by their first two words (or the only one), the longest first; and the words that can be the first.
        by_words: dict[str, list[str]] = {}
        for name in sorted(payload, key=len, reverse=True):
            words = _WORD.findall(name)
            if words and name.startswith(words[0]):
                by_words.setdefault(" ".join(words[:2]), []).append(name)
        self._names = {words: tuple(names) for words, names in by_words.items()}
        self._openers = {words.partition(" ")[0] for words in by_words}
        small = [word for word in self._openers if _SMALL.match(word)]
        self._first = re.compile(rf"\b(?:[^\W_a-z]\w*|{trie_pattern(small)}\b)")

    def finditer(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Each hit as (start, end, payload), left to right, without overlaps; any white space counts as a space."""
        for space in _SPACES:
            text = text.replace(space, " ")
        names, openers, done = self._names, self._openers, 0
        for word in self._first.finditer(text):
            first, start = word.group(), word.start()
            if first not in openers or start < done:
                continue
            second = _WORD.search(text, word.end())
            # A name of two words or more is longer than any of one, so it is asked first.
            longer = names.get(f"{first} {second.group()}", ()) if second else ()
            for name in (*longer, *names.get(first, ())):
                end = start + len(name)
                if text.startswith(name, start) and (end >= len(text) or not _is_word(text[end]) or name[-1] == "."):
                    done = end
                    yield start, end, self._payload[name]
                    break


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"
