"""Where the words of a row of the tables stand in a sentence."""

from __future__ import annotations

from timeline.analysis import WEEKDAYS, Token
from timeline.events.items import NEGATIONS

__all__ = ["PREPOSITIONS", "SHIFTING", "match_run", "match_words"]

PREPOSITIONS = frozenset(
    "through towards toward across near past for on upon with to at against from of into in off over after about up "
    "out down back away around by alongside beside before".split()
)
#: Particles that are prepositions when a phrase follows; *in* and *on* only after verbs of ``bringing``.
SHIFTING = frozenset("up out down off over".split())
_PARTICLES = frozenset("up out down back away off home".split())
_OPENS_PHRASE = frozenset({"DT", "PRP$", "NNP", "NN", "NNS", "JJ", "CD"})
_BARS = NEGATIONS | {",", ";", ":", '"', "(", ")", "."}
#: Tags of words that begin something new.
_CUTS = frozenset({"MD", "VBD", "VBZ", "VBG", "VB", "WDT", "WP"})
#: Tags of verbs in other forms than the tables have after the first word ("held | calls", not "held there and called").
_INFLECTED = frozenset({"VBD", "VBN", "VBZ"})
#: Words that tell when, between a verb and its preposition ("called | late Tuesday | on the two to talk").
_TIMES = frozenset(WEEKDAYS) | {
    "yesterday", "today", "tonight", "once", "more", "again", "late", "early", "last", "this", "week", "month", "year",
    "time", "second", "third",
}  # fmt: skip
_CALL_ON = ("call", "on")
_SAY_NO = ("say", "no")
#: Tags of what *no* may belong to.
_NAMED = frozenset({"NN", "NNS", "NNP", "JJ", "JJR"})
#: Words that tell nothing of themselves.
_PLAIN = PREPOSITIONS | {"the", "a", "an", "its", "it", "their", "his", "her", "be"}
_REACH = 9
#: What may stand between the words of a row and a noun among them, and how far off that may be.
_MODIFIERS = frozenset({"DT", "PRP$", "JJ", "CD", "NNP", "POS"})
_BEFORE_NOUN = 5


def match_words(
    tokens: list[Token],
    head: int,
    words: tuple[str, ...],
    bringing: frozenset[str],
    *,
    typed: bool = False,
    governing: bool = False,
) -> int:
    """Where the further words of a verb phrase end (exclusive token), 0 when they do not follow.

    A particle may stand after the object ("shut the embassy down"), a preposition only when the row asks
    for what follows it ("strike | from the list"); ``governing`` tells that what stands after a word that may be
    either is what the row asks for ("strike the consul | off the list").
    """
    at = head + 1
    if len(words) == 1:
        return at
    if at < len(tokens) and (tokens[at].tag == "CD" or tokens[at].lower == "by"):
        at = _past_tally(tokens, at)
    typed = typed and (len(words) == 2 or words[-1] not in PREPOSITIONS)
    shifting = words[1] in _PARTICLES and (len(words) == 2 or typed)
    # "lay the raid | at the door of", "put him behind bars"
    telling = len(words) > 2 and not _PLAIN.issuperset(words[2:])
    loose = words[1] not in PREPOSITIONS or shifting or typed or telling
    reach = _REACH if loose else 1
    while (found := _find(tokens, at, at + reach, words[1])) >= 0:
        end = _past_rest(tokens, found + 1, words)
        if end:
            if words == _SAY_NO and end < len(tokens) and tokens[end].tag in _NAMED:
                return 0  # "said no | quarrel was ever ended so"
            shifts = words[1] in SHIFTING or (words[1] in ("in", "on") and words[0] in bringing)
            if words == _CALL_ON and _all_times(tokens[head + 1 : found]):
                return end
            if not (shifts and len(words) == 2 and not governing and end > head + 2 and _opens_phrase(tokens, end)):
                return end  # else "held exercises | off the coast": a preposition
        if len(words) == 2 or not loose:
            return 0
        reach -= found + 1 - at
        at = found + 1  # "put the tariffs on fish | on ice"
    return 0


def _find(tokens: list[Token], at: int, limit: int, word: str) -> int:
    """Where a word stands from a token on, within some tokens (adverbs and rows of names not counted); -1 when it does
    not, or not before something new begins."""
    while at < len(tokens) and at < limit + 2:
        token = tokens[at]
        if token.lower == "on" and at + 1 < len(tokens) and tokens[at + 1].lower in WEEKDAYS:
            limit += 2  # "fired | on Sunday | at marchers"
            at += 2
            continue
        if token.lower == word or (token.lemma == word and token.tag not in _INFLECTED):
            return at
        if token.lower == "," and (after := _past_apposition(tokens, at)):
            limit += after - at
            at = after
            continue
        if (token.tag == "RB" and token.lower not in NEGATIONS) or token.lower in _TIMES:
            limit += 1
        elif at >= limit - 1 or token.lower in _BARS or token.tag in _CUTS:
            return -1
        at += 1
    return -1


def _all_times(tokens: list[Token]) -> bool:
    """Whether some words only tell when or how often."""
    return all([t.tag == "RB" or t.lower in _TIMES or t.lower == "on" for t in tokens])


def _past_rest(tokens: list[Token], at: int, words: tuple[str, ...]) -> int:
    """Where the third and further words of a phrase end, which stand side by side; 0 when they do not."""
    for word in words[2:]:
        if word not in PREPOSITIONS:
            at = _past_modifiers(tokens, at, word)
        found = _find(tokens, at, at + 1, word)
        if found < 0:
            return 0
        at = found + 1
    return at


def _past_tally(tokens: list[Token], at: int) -> int:
    """Where the count of a vote ends ("voted | 184 to 7 | for"); where it begins when it is none."""
    run = [t.lower if t.tag != "CD" else "#" for t in tokens[at : at + 6] if t.lower not in ("by", "votes", "vote")]
    if run[:3] != ["#", "to", "#"]:
        return at
    to = next(i for i in range(at, len(tokens)) if tokens[i].lower == "to")
    end = next(i for i in range(to, len(tokens)) if tokens[i].tag == "CD") + 1
    return end + (end < len(tokens) and tokens[end].lower == "votes")


def _past_modifiers(tokens: list[Token], at: int, word: str) -> int:
    """Where a noun of a row stands behind words that only say whose or what kind ("kicked off | a long | tour of",
    "came to | Chad's | aid"); where they begin when it does not."""
    for end in range(at, min(at + _BEFORE_NOUN, len(tokens))):
        token = tokens[end]
        if token.lower == word or token.lemma == word:
            return end
        if token.tag not in _MODIFIERS and "-" not in token.lower:  # "a three-day tour"
            break
    return at


def _opens_phrase(tokens: list[Token], at: int) -> bool:
    """Whether a phrase begins at a token."""
    return at < len(tokens) and tokens[at].tag in _OPENS_PHRASE


def _past_apposition(tokens: list[Token], comma: int) -> int:
    """Where names after a comma end: one set off by another ("gave the ambassador, Jane Doe, | a week to leave"), or
    more of a row ("ordered its envoys in Oslo, Bonn and Rome | home"); 0 when there are none."""
    end = _past_names(tokens, comma + 1)
    if end == comma + 1 or end >= len(tokens) or tokens[end].lower == ",":
        return end + 1 if comma + 1 < end < len(tokens) else 0
    joined = _past_names(tokens, end + 1) if tokens[end].tag == "CC" else 0
    return joined if joined > end + 1 else 0


def _past_names(tokens: list[Token], at: int) -> int:
    """Where a run of names that begins at a token ends."""
    while at < len(tokens) and tokens[at].tag in ("NNP", "NNPS"):
        at += 1
    return at


def match_run(tokens: list[Token], start: int, words: tuple[str, ...]) -> int:
    """Where a run of words ends (exclusive), 0 when it is not there."""
    if start + len(words) > len(tokens):
        return 0
    for token, word in zip(tokens[start : start + len(words)], words, strict=True):
        if token.lower != word and token.lemma != word:
            return 0
    return start + len(words)
