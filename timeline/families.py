"""Families of words for one kind of act: "closed", "shut", "the closure".

A verb and a noun of one family can tell the same act; the table is ``act_families``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.lexicons import Lexicon, PhraseMatcher

__all__ = ["Families", "circles", "families"]

_VOWELS = "aeiou"
_WORD = re.compile(r"\w+")


class Families:
    """Which families the words of a text belong to (lower case, folded).

    Few of the table's words occur in a text: the phrases that begin with a word become a pattern when it is first met.
    """

    def __init__(self, members: dict[str, frozenset[str]]) -> None:
        opened_by: dict[str, dict[str, frozenset[str]]] = {}
        for phrase, found in members.items():
            opening = _WORD.match(phrase)
            opened_by.setdefault(opening.group() if opening else "", {})[phrase] = found
        self._opened_by = opened_by
        # Words that are a phrase by themselves, and the second words of the longer ones that they open.
        self._alone = {word: found[word] for word, found in opened_by.items() if word in found}
        self._seconds = {
            word: frozenset([second for phrase in found if phrase != word for second in _WORD.findall(phrase)[1:2]])
            for word, found in opened_by.items()
        }
        # Words that open a phrase of one word and a mark ("20%").
        self._marked = {
            word for word, found in opened_by.items() for p in found if p != word and len(_WORD.findall(p)) < 2
        }
        self._matchers: dict[str, PhraseMatcher[frozenset[str]]] = {}

    def of(self, text: str, start: int = 0, end: int | None = None) -> frozenset[str]:
        """All families of which a stretch of text holds a word; of words that overlap the first and longest counts."""
        stop = len(text) if end is None else end
        words = _WORD.findall(text, start, stop)
        alone, seconds = self._alone, self._seconds
        known: list[frozenset[str]] = []
        for number, word in enumerate(words, 1):
            if word in seconds:
                if (number < len(words) and words[number] in seconds[word]) or word in self._marked:
                    return self._of_phrases(text, start, stop)
                if word in alone:
                    known.append(alone[word])
        return known[0] if len(known) == 1 else frozenset().union(*known)

    def _of_phrases(self, text: str, start: int, stop: int) -> frozenset[str]:
        """The families of a stretch of text in which a word may open a longer phrase."""
        found: set[str] = set()
        done = start
        for word in _WORD.finditer(text, start, stop):
            opening = word.group()
            if word.start() < done:
                continue
            if opening in self._opened_by:
                hit = self._matcher(opening).match(text, word.start(), stop)
                if hit is not None:
                    done = hit[0]
                    found |= hit[1]
        return frozenset(found)

    def _matcher(self, opening: str) -> PhraseMatcher[frozenset[str]]:
        if opening not in self._matchers:
            self._matchers[opening] = PhraseMatcher(self._opened_by[opening], ignore_case=True)
        return self._matchers[opening]


def families(lexicon: Lexicon) -> Families:
    """The families of the table; give it to ``lexicon.derive``."""
    members: dict[str, set[str]] = {}
    irregular = {row["lemma"]: (*row.list("past"), *row.list("participle")) for row in lexicon.table("irregular_verbs")}
    for row in lexicon.table("act_families"):
        words = [*row.list("words")]
        for verb in row.list("verbs"):
            words += _verb_forms(verb)
            words += irregular.get(verb, ())
        for noun in row.list("nouns"):
            words += (noun, _plural(noun))
        for word in words:
            members.setdefault(word, set()).add(row["family"])
    return Families({word: frozenset(found) for word, found in members.items()})


def _verb_forms(verb: str) -> Iterator[str]:
    """The regular forms of a verb; its last letter is also doubled where that may be right.

    >>> sorted(_verb_forms("ban"))
    ['ban', 'banned', 'banning', 'bans']
    >>> sorted(_verb_forms("deny"))
    ['denied', 'denies', 'deny', 'denying']
    """
    yield verb
    yield _plural(verb)
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    if verb[-1] == "y" and verb[-2] not in _VOWELS:
        yield from (verb[:-1] + "ied", verb + "ing")
    elif verb[-1] not in "aeiouywxh" and verb[-2] in _VOWELS and verb[-3:-2] not in tuple(_VOWELS):
        doubled = verb + verb[-1]
        yield from (doubled + "ed", doubled + "ing")
        if len(verb) > 4:  # "deter" and "visit" are not told apart by their letters
            yield from (verb + "ed", verb + "ing")
    else:
        yield from (stem + "ed", stem + "ing")


def _plural(word: str) -> str:
    """The form with -s of a noun or verb.

    >>> _plural("levy"), _plural("clash"), _plural("raid")
    ('levies', 'clashes', 'raids')
    """
    if word[-1] == "y" and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh", "z")) else "s")


def circles(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The wider circles that a family belongs to; give it to ``lexicon.derive``."""
    return {row["family"]: frozenset(row.list("circles")) for row in lexicon.table("act_families")}
