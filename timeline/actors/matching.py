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
_NO_NAMES: list[str] = []
_SPACES = "\n\r\t\f\v"


class NameMatcher(Generic[T]):
    """Finds names in folded text, case-sensitive, whole words only, the longest at each place.

    >>> [(a, b) for a, b, _ in NameMatcher({"New York": 1, "York": 2}).finditer("New York, Old York")]
    [(0, 8), (14, 18)]
    """

    def __init__(self, payload: Mapping[str, T]) -> None:
        self._payload = payload
        # By the first word the names of this word alone, and by the second word the others; the longest first.
        self._alone: dict[str, list[str]] = {}
        self._longer: dict[str, dict[str, list[str]]] = {}
        for name in sorted(payload, key=len, reverse=True):
            words = _WORD.findall(name)
            if words and name.startswith(words[0]):
                longer = self._longer.setdefault(words[0], {})
                if len(words) > 1:
                    longer.setdefault(words[1], []).append(name)
                else:
                    self._alone.setdefault(words[0], []).append(name)
        small = [word for word in self._longer if _SMALL.match(word)]
        self._first = re.compile(rf"\b(?:[^\W_a-z]\w*|{trie_pattern(small)}\b)")

    def finditer(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Each hit as (start, end, payload), left to right, without overlaps; any white space counts as a space."""
        for space in _SPACES:
            text = text.replace(space, " ")
        opened_by, alone, done = self._longer, self._alone, 0
        for word in self._first.finditer(text):
            first = word.group()
            longer = opened_by.get(first)
            if longer is None or (start := word.start()) < done:
                continue
            names = alone.get(first, _NO_NAMES)
            if longer:
                second = _WORD.search(text, word.end())
                if second is not None and (told := longer.get(second.group())) is not None:
                    names = told + names  # a name of two words or more is longer than any of one
            for name in names:
                end = start + len(name)
                if text.startswith(name, start) and (end >= len(text) or not _is_word(text[end]) or name[-1] == "."):
                    done = end
                    yield start, end, self._payload[name]
                    break


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"
