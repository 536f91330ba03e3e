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
        # First word -> second word ("" for names of one word) -> names, the longest first; and the words to ask for.
        self._known: dict[str, dict[str, list[tuple[str, T]]]] = {}
        for name, value in sorted(payload.items(), key=lambda item: -len(item[0])):
            words = _WORD.findall(name)
            if words and name.startswith(words[0]):
                second = words[1] if len(words) > 1 else ""
                self._known.setdefault(words[0], {}).setdefault(second, []).append((name, value))
        small = [word for word in self._known if _SMALL.match(word)]
        self._first = re.compile(rf"\b(?:[^\W_a-z]\w*|{trie_pattern(small)}\b)")

    def finditer(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Each hit as (start, end, payload), left to right, without overlaps; any white space counts as a space."""
        for space in _SPACES:
            text = text.replace(space, " ")
        known, done = self._known, 0
        for word in self._first.finditer(text):
            candidates = known.get(word.group())
            if candidates is None or word.start() < done:
                continue
            start = word.start()
            second = _WORD.search(text, word.end())
            # A name of two words or more is longer than any of one, so it is asked first.
            for name, value in (*candidates.get(second.group() if second else "", ()), *candidates.get("", ())):
                end = start + len(name)
                if text.startswith(name, start) and (end >= len(text) or not _is_word(text[end]) or name[-1] == "."):
                    done = end
                    yield start, end, value
                    break


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"
