"""What stands next to a phrase and tells whose it is: "of Iran", "in Kyiv", appositions between commas."""

from __future__ import annotations

from timeline.actors.reading import Frame, Reading
from timeline.lexicons import Lexicon

__all__ = ["Postmodifiers", "attach", "build_postmodifiers"]

Postmodifiers = dict[tuple[str, str], str]


def build_postmodifiers(lexicon: Lexicon) -> Postmodifiers:
    """(word, kind of noun) -> what the noun takes; give it to ``lexicon.derive``."""
    return {(row["word"], row["noun"]): row["takes"] for row in lexicon.table("postmodifiers")}


def attach(readings: list[Reading], frame: Frame, postmodifiers: Postmodifiers) -> list[Reading]:
    """The readings of one sentence with neighbours joined; a name that only completes a noun is taken in."""
    kept: list[Reading] = []
    for reading in readings:
        before = kept[-1] if kept else None
        if before is not None and _complete(before, reading, frame, postmodifiers):
            continue
        if before is not None:
            _appose(before, reading, frame)
        kept.append(reading)
    return kept


def _complete(before: Reading, reading: Reading, frame: Frame, postmodifiers: Postmodifiers) -> bool:
    """``the government`` + of + ``Iran``: whether the second is taken into the first."""
    phrase = before.phrase
    between = phrase.tokens[phrase.last : reading.phrase.first]
    if before.mention.codes or not before.noun or len(between) != 1:
        return False
    word = between[0].lower
    kind = "people" if before.noun in frame.words.human_class else "role"
    takes = postmodifiers.get((word, kind)) or postmodifiers.get((word, "any"))
    if takes is None or not (reading.mention.codes or reading.anaphor or reading.mention.kind == "group"):
        return False
    if takes == "home" or (word == "in" and kind == "role" and before.anaphor == "group"):
        before.mention.home = reading.mention.codes[0] if reading.mention.codes else None
        return False
    if word in ("in", "from") and not reading.mention.codes:
        return False
    before.link, before.anaphor = reading, "link"
    before.mention.via = "role"
    if word in ("of", "for"):
        before.mention.end = reading.mention.end
        before.phrase.last = reading.phrase.last
        return True
    return False


def _appose(before: Reading, reading: Reading, frame: Frame) -> None:
    """``the foreign minister, John Doe,``; ``John Doe, a Russian banker,``: one party, two phrases."""
    tokens = before.phrase.tokens
    between = [t.lower for t in tokens[before.phrase.last : reading.phrase.first]]
    if between != [","]:
        return
    after = tokens[reading.phrase.last].lower if reading.phrase.last < len(tokens) else "."
    if after not in (",", ".", ";", ")", "--", "-", "who", "was", "is", "of"):
        return
    first, second = before.mention, reading.mention
    if first.person and not first.codes and reading.noun:
        before.link, before.anaphor = reading, "link"
        first.role = first.role or second.role
    elif second.person and before.noun and not first.person and (before.anaphor or first.codes):
        if second.codes and not first.codes:
            before.link, before.anaphor = reading, "link"
            first.person = second.person
        elif not second.codes:
            reading.link, reading.anaphor = before, "link"
            second.role = second.role or first.role
