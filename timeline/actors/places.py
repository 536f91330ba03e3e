"""Where, not who: place names after a locative preposition, and what is joined to them."""

from __future__ import annotations

from timeline.actors.reading import Frame, Reading
from timeline.analysis import Token

__all__ = ["mark_places"]

_ANY_PREPOSITION = frozenset({"IN", "TO"})
_INSIDE = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "POS", "CD", "VBN"})


def mark_places(readings: list[Reading], frame: Frame) -> None:
    """Set ``is_place`` on the mentions of one sentence that tell where."""
    before: Reading | None = None
    for reading in readings:
        mention = reading.mention
        mention.is_place = (
            _after_preposition(reading, frame)
            or _dateline(reading)
            or (before is not None and before.mention.is_place and reading.place_name and _joined(before, reading))
        )
        before = reading


def _after_preposition(reading: Reading, frame: Frame) -> bool:
    """``in Damascus``, ``off the coast of Libya``, ``to the Turkish border``."""
    phrase, words = reading.phrase, frame.words
    if not phrase.hits or phrase.first == 0 or reading.mention.via == "leader":
        return False
    tokens = phrase.tokens
    before = tokens[phrase.first - 1]
    head = tokens[phrase.head].lower
    place_head = head in words.place_nouns and not reading.place_name
    if place_head:
        return before.tag in _ANY_PREPOSITION and before.lower not in ("of", "against", "by", "with", "for")
    if not reading.place_name:
        return False
    if before.lower in words.place_prepositions:
        if before.lower == "at":  # "fired at Syria" aims, "at Rafah" is where
            return reading.mention.via == "capital"
        return before.lower != "off" or phrase.first < 2 or tokens[phrase.first - 2].tag[:2] != "VB"
    return before.lower in ("of", "from") and _of_place(tokens, phrase.first - 1, frame)


def _of_place(tokens: list[Token], of: int, frame: Frame) -> bool:
    """``north of Baghdad``, ``off the coast of Libya``: a place noun before *of*, itself after a preposition."""
    if of == 0 or tokens[of].lower != "of" or tokens[of - 1].lower not in frame.words.place_nouns:
        return False
    i = of - 1
    if tokens[i].lower.startswith(("north", "south", "east", "west")):
        return True
    while i > 0 and tokens[i - 1].tag in _INSIDE:
        i -= 1
    return i > 0 and tokens[i - 1].tag in _ANY_PREPOSITION


def _dateline(reading: Reading) -> bool:
    """``MOSCOW (AP) --``: a place name in capitals at the start, before a bracket or dash."""
    phrase = reading.phrase
    if not reading.place_name or phrase.first != 0 or phrase.last >= len(phrase.tokens):
        return False
    after = phrase.tokens[phrase.last]
    words = phrase.tokens[0].text
    if after.lower in ("--", "-", "(", ":"):
        return words.isupper() or after.lower in ("--", "(")
    return False


def _joined(before: Reading, reading: Reading) -> bool:
    """``in Benghazi, Libya``; ``in London and Paris``; but ``in London, Paris said``."""
    tokens = reading.phrase.tokens
    between = [t.lower for t in tokens[before.phrase.last : reading.phrase.first]]
    if between in ([","], ["("]):
        if reading.subject:
            return False
        return before.mention.codes == reading.mention.codes
    return between in (["and"], ["or"]) and not reading.subject
