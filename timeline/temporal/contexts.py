"""Words around dates by their class (table ``time_contexts``), as patterns; patterns compiled when first used."""

from __future__ import annotations

import re
from functools import cache

from timeline.lexicons import Lexicon, trie_pattern

__all__ = ["any_of", "compiled", "owner", "words_of_class"]


def words_of_class(lexicon: Lexicon, name: str, table: str = "time_contexts") -> list[str]:
    """The words of a class, in the order of the table."""
    return [row["words"] for row in lexicon.table(table) if name in row.list("class")]


def any_of(lexicon: Lexicon, name: str, table: str = "time_contexts") -> str:
    """A pattern for any whole word of a class."""
    return rf"(?<!\w)(?:{trie_pattern(words_of_class(lexicon, name, table))})(?!\w)"


def owner(lexicon: Lexicon) -> re.Pattern[str]:
    """What makes a day the owner of the next word: "Tuesday's raid", "Friday night's talks"."""
    return re.compile(rf"(?: {any_of(lexicon, 'part_of_day')})?'s(?!\w)")


@cache
def compiled(source: str) -> re.Pattern[str]:
    """A pattern, compiled once and not at import."""
    return re.compile(source)
