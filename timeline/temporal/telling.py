"""How an act is told: the tense of the verb that a trigger is, and the finite verbs around it, by the words' tags."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import Literal

from timeline.analysis import COMMON_NOUNS, FINITE, VERBAL, Sentence

__all__ = ["Telling", "finite_between", "first_word", "in_perfect", "is_gerund", "is_over", "telling_of", "verbless"]

#: past: "left", "was shut"; had, has: the perfect tenses; present: "says", "are closing"; ahead: "will leave",
#: "to leave"; none: a noun, a participle alone, or words without tags.
Telling = Literal["past", "had", "has", "present", "ahead", "none"]
_VERBS = ("VBD", "VBZ", "VBP", "VB", "VBN")
_TAGS: dict[str, Telling] = {"VBD": "past", "VBZ": "present", "VBP": "present", "VB": "ahead"}
_AUXILIARIES: dict[str, Telling] = {
    "had": "had",
    "has": "has",
    "have": "has",
    "was": "past",
    "were": "past",
    "is": "present",
    "are": "present",
}
_PERFECT = ("has", "have", "had")
_VERBAL = VERBAL | {"MD"}
_PARTING = frozenset({",", ";", "and", "but"})
#: So many words back an auxiliary may stand ("had, it said, been told to leave").
_REACH = 8
_start = attrgetter("start")


def first_word(sentence: Sentence, trigger: tuple[int, int]) -> int:
    """The number of the trigger's first word among the tokens of its sentence; -1 where there are none."""
    return bisect_right(sentence.tokens, trigger[0], key=_start) - 1


def telling_of(sentence: Sentence, trigger: tuple[int, int]) -> Telling:
    """How the trigger's first word is told."""
    tokens, at = sentence.tokens, first_word(sentence, trigger)
    if at < 0 or tokens[at].tag not in _VERBS:
        return "none"
    own = _TAGS.get(tokens[at].tag)
    for token in reversed(tokens[max(0, at - _REACH) : at]):
        if token.tag == "MD" or (token.lower == "to" and own == "ahead"):
            return "ahead"
        if token.lower in _AUXILIARIES:
            return _AUXILIARIES[token.lower] if own != "ahead" else "none"
        if token.tag in FINITE or (own == "past" and token.tag not in ("RB", "PUNCT")):
            break
    return own or "none"


def is_gerund(sentence: Sentence, trigger: tuple[int, int]) -> bool:
    """Whether the trigger's first word is a participle of the present: "..., {reversing} a ruling"."""
    tokens, at = sentence.tokens, first_word(sentence, trigger)
    return at >= 0 and tokens[at].tag == "VBG"


def is_over(sentence: Sentence, trigger: tuple[int, int]) -> bool:
    """Whether the trigger tells what has happened: a verb, a participle ("those {held} this week"), or a noun behind a
    verb that does ("replied with {tariffs}")."""
    telling = telling_of(sentence, trigger)
    if telling != "none":
        return telling in ("past", "had", "has")
    tokens, at = sentence.tokens, first_word(sentence, trigger)
    if at < 0 or tokens[at].tag not in COMMON_NOUNS:
        return at >= 0 and tokens[at].tag == "VBN"
    verb = next((token for token in reversed(tokens[:at]) if token.tag in _VERBAL or token.lower in _PARTING), None)
    return verb is not None and verb.tag == "VBD"


def in_perfect(sentence: Sentence, trigger: tuple[int, int]) -> bool:
    """Whether the verb that governs the trigger tells what has been: "{has} already {broken} it", "have left out"."""
    tokens, at = sentence.tokens, first_word(sentence, trigger)
    while at >= 0 and tokens[at].tag not in FINITE:
        at -= 1
    if at < 0 or tokens[at].lower not in _PERFECT:
        return False
    after = at + 1
    while after < len(tokens) and tokens[after].tag == "RB":
        after += 1
    return after < len(tokens) and tokens[after].tag in ("VBN", "VBD")


def finite_between(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a finite verb begins between two places of the document."""
    tokens = sentence.tokens
    low, high = bisect_left(tokens, start, key=_start), bisect_left(tokens, end, key=_start)
    return any(token.tag in FINITE for token in tokens[low:high])


def verbless(sentence: Sentence, start: int, end: int) -> bool:
    """Whether there are words with tags between two places of the document, and no verb among them."""
    tokens = sentence.tokens
    low, high = bisect_left(tokens, start, key=_start), bisect_left(tokens, end, key=_start)
    return low < high and not any(token.tag in FINITE or token.tag in _VERBS for token in tokens[low:high])
