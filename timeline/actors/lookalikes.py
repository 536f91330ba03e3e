"""What only looks like a person's or a party's name: adjectives that open a sentence, ships, passes, organs."""

from __future__ import annotations

from timeline.actors.names import trailing_name
from timeline.actors.phrases import Phrase
from timeline.actors.reading import Frame

__all__ = ["is_named_thing", "is_of_the_scene", "opens_aside", "organ_noun"]

#: Endings of the adjectives and participles that open a sentence in place of its subject ("Undeterred, …").
_ADJECTIVAL = ("ed", "ous", "ful", "less", "able", "ible")
#: What may stand before a sentence, and the tags of what follows such a word.
_OPENING = frozenset({'"', "\u201c", ":", ";"})
_AFTER = frozenset({"IN", "TO"})


def opens_aside(phrase: Phrase, frame: Frame) -> bool:
    """``Undeterred, the House voted``, ``Deaf to warnings, troops left``: a capital only for the sentence's sake."""
    tokens, i = phrase.tokens, phrase.first
    if phrase.last - i != 1 or (i > 0 and tokens[i - 1].text not in _OPENING):
        return False
    after = tokens[phrase.last] if phrase.last < len(tokens) else None
    if after is None or not (after.tag in _AFTER or after.lower == ","):
        return False
    word = tokens[i].lower
    return word in frame.words.openers_of_asides or (len(word) > 6 and word.endswith(_ADJECTIVAL))


def is_named_thing(phrase: Phrase, name: str, frame: Frame) -> bool:
    """``the Khyber Pass``, ``the Kaptan Yusuf``: a name of two words behind *the* is no person's; of a body it has
    the noun."""
    words = frame.words
    if phrase.tokens[phrase.first].lower != "the" or " " not in name or phrase.tokens[phrase.head].tag != "NNP":
        return False
    last = phrase.tokens[phrase.head].lower
    return not (last in words.bodies or last in words.institutions or last in words.nouns)


def organ_noun(phrase: Phrase, frame: Frame) -> str:
    """``the Supreme Defence Board``: the noun of a state's organ that has no name but what it is for; else empty."""
    tokens, organs = phrase.tokens, frame.words.organs
    head = tokens[phrase.head].lower
    if tokens[phrase.first].lower != "the" or organs.get(head) != "organ" or phrase.hits:
        return ""
    inner = [t.lower for t in tokens[phrase.first + 1 : phrase.head]]
    if not inner or not all([organs.get(word) == "matter" or word in ("and", "for") for word in inner]):
        return ""
    return head if trailing_name(phrase, frame.words)[0] else ""


def is_of_the_scene(phrase: Phrase, frame: Frame) -> bool:
    """``A court jailed two men`` at the head of a sentence, which does not say of where it is."""
    tokens = phrase.tokens
    if phrase.first or tokens[0].lower != "a" or frame.words.pointing.get(tokens[phrase.head].lower) != "scene":
        return False
    return phrase.last < len(tokens) and tokens[phrase.last].tag != "IN"
