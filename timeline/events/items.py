"""A sentence as a line of items: noun phrases, verb groups and the small words between them."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from timeline.analysis import COMMON_NOUNS, Chunk, Sentence, Token

__all__ = ["NEGATIONS", "Groups", "Item", "linearise"]

Kind = Literal["phrase", "verb", "prep", "sub", "rel", "adjective", "comma", "cc", "break", "quote", "adverb", "time"]
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_MARKS: dict[str, Kind] = {
    ",": "comma",
    **dict.fromkeys((";", ":", "--", "---", "(", ")", "[", "]", "-", "/", "...", "\u2026"), "break"),
    **dict.fromkeys(('"', "``", "''"), "quote"),
}
_CLOSERS = {"(": ")", "[": "]", "--": "--", "\u2014": "\u2014", "-": "-"}
_BEFORE_COUNT = frozenset({"at", "up", "more", "less", "fewer", "as"})
#: Words for numbers that are tagged as nouns.
_COUNTS = frozenset({"score", "half", "third", "quarter"})
#: Words that may stand between "never" and its verb.
_AGAIN = frozenset({"again", "ever", '"'})
_ROUGHLY = frozenset({"about", "around", "over", "under", "nearly"})
#: Words that may begin what plays no part.
_SKIPPING = _BEFORE_COUNT | _ROUGHLY | set(_CLOSERS) | {"what", "no"}
#: How many words "what the two of them called" may have, and what may stand behind its verb.
_HEDGE = 7
_COPULAS = frozenset({"was", "were", "is", "are"})
_ADJECTIVAL = frozenset({"JJ", "RB", "VBN", "CC", "PUNCT"})
_BE = frozenset({"be", "get"})
_HAVE = frozenset({"have"})
NEGATIONS = frozenset({"not", "n't", "never", "cannot"})
#: Words and marks inside what may be a clause that begin another one.
_ANOTHER_CLAUSE = frozenset({";", ":", "while", "because", "although", "though", "whereas"})
#: Determiners of a free relative clause.
_WHICHEVER = frozenset({"whatever", "whichever"})
_NO_WORDS: frozenset[str] = frozenset()
#: Tags of words that follow *should* only where it stands before its subject.
_AFTER_INVERSION = frozenset({"DT", "PRP$", "NNP", "NNPS", "PRP"})
_NO_TOKENS: frozenset[int] = frozenset()


@dataclass(slots=True, eq=False, init=False)
class Item:
    """One item: what it is and, for a verb group, its form."""

    kind: Kind
    first: int
    last: int
    head: int
    word: str
    form: Literal["finite", "infinitive", "gerund", "participle"]
    passive: bool
    modal: str
    negated: bool
    no_longer: bool

    def __init__(
        self,
        kind: Kind,
        first: int,
        last: int,
        head: int = -1,
        word: str = "",
        form: Literal["finite", "infinitive", "gerund", "participle"] = "finite",
        passive: bool = False,
        modal: str = "",
        negated: bool = False,
        no_longer: bool = False,
    ) -> None:
        self.kind = kind
        self.first = first
        self.last = last
        self.head = head
        self.word = word
        self.form = form
        self.passive = passive
        self.modal = modal
        self.negated = negated
        self.no_longer = no_longer


Groups = Mapping[str, frozenset[str]]


def linearise(sentence: Sentence, times: list[tuple[int, int]], groups: Groups) -> list[Item]:
    """The items of a sentence, in order; words that play no part (adverbs, times) are left out.

    ``groups`` are the word groups of [event_words].
    """
    tokens, chunks = sentence.tokens, sentence.chunks
    timed = _timed(tokens, times) if times else _NO_TOKENS
    items: list[Item] = []
    i = c = 0
    count, end = len(tokens), len(chunks)
    while i < count:
        while c < end and chunks[c].first < i:
            c += 1
        if tokens[i].lower == "as" and _as_well_as(tokens, i):
            items.append(Item("cc", i, i + 3, word="and"))
            i += 3
            continue
        if tokens[i].lower == "should" and i and i + 1 < count and tokens[i + 1].tag in _AFTER_INVERSION:
            items.append(Item("sub", i, i + 1, word="if"))  # "would hit back | should Iran attack"
            i += 1
            continue
        if tokens[i].lower in _SKIPPING:
            skipped = _past_hedge(tokens, i, groups) if tokens[i].lower == "what" else _skip(tokens, chunks, c, i)
            if skipped > i:
                i = skipped
                continue
        if c < end and chunks[c].first == i:
            _take_chunk(items, tokens, chunks[c], timed, groups)
            i = chunks[c].last
            continue
        item = _word(tokens, chunks, c, i, groups)
        if item is not None:
            items.append(item)
        i += 1
    return _rejoined(items, tokens)


def _rejoined(items: list[Item], tokens: list[Token]) -> list[Item]:
    """``will on Monday | expel``, ``had earlier this week | expelled``: a verb parted from its auxiliary by a time."""
    joined: list[Item] = []
    for item in items:
        before = joined[-1] if joined else None
        if before is not None and before.kind == "quote" and len(joined) > 1 and item.kind == "verb":
            before = joined[-2]  # "had | "disengaged and withdrawn""
        if before is not None and before.kind == item.kind == "verb" and _is_parted(tokens, before, item):
            joined[-1 if before is joined[-1] else -2] = _group(tokens, before, item)
        else:
            joined.append(item)
    return joined


def _is_parted(tokens: list[Token], auxiliary: Item, verb: Item) -> bool:
    """Whether a verb group that is all auxiliaries has the next one for its verb."""
    if auxiliary.form != "finite" or verb.last - verb.first > 2 or tokens[verb.first].tag == "TO":
        return False
    head, tag = tokens[auxiliary.head], tokens[verb.head].tag
    if head.tag == "MD":
        return tag in ("VB", "VBP")
    if head.lemma == "have":
        return tag in ("VBN", "VBD")
    return head.lemma == "be" and tag in ("VBN", "VBD", "VBG") and auxiliary.last < verb.first


def _group(tokens: list[Token], auxiliary: Item, verb: Item) -> Item:
    """Auxiliaries and a verb as one group."""
    head = tokens[verb.head]
    if head.tag == "VBD":
        head.tag = "VBN"
    item = Item("verb", auxiliary.first, verb.last, verb.head)
    item.modal = auxiliary.modal or (tokens[auxiliary.head].lower if tokens[auxiliary.head].tag == "MD" else "")
    item.negated, item.no_longer = auxiliary.negated or verb.negated, auxiliary.no_longer or verb.no_longer
    item.passive = tokens[auxiliary.head].lemma == "be" and head.tag == "VBN"
    return item


def _timed(tokens: list[Token], times: list[tuple[int, int]]) -> frozenset[int]:
    """The tokens that begin inside a time."""
    starts = [token.start for token in tokens]
    return frozenset(i for start, end in times for i in range(bisect_left(starts, start), bisect_left(starts, end)))


def _as_well_as(tokens: list[Token], i: int) -> bool:
    return i + 2 < len(tokens) and tokens[i + 1].lower == "well" and tokens[i + 2].lower == "as"


def _past_hedge(tokens: list[Token], i: int, groups: Groups) -> int:
    """``over | what it called | a raid``, ``in what Oslo said was …``: whose word it is plays no part; ``i`` where no
    such words stand there, or where they open the sentence with somebody's own view ("In what Oslo called …")."""
    if i < 2 and i + 1 < len(tokens) and tokens[i + 1].tag != "PRP":
        return i
    for j in range(i + 2, min(i + _HEDGE, len(tokens) - 1)):
        token, after = tokens[j], tokens[j + 1].lower
        if token.tag[:2] != "VB":
            if token.lower in _MARKS:
                return i
        elif token.lemma in groups["hedging"]:
            if token.lemma in ("say", "claim"):
                return j + 2 if after in _COPULAS else i
            return j + 1 + (after == "as")
        elif token.lemma not in _HAVE | _BE:
            return i
    return i


def _skip(tokens: list[Token], chunks: list[Chunk], c: int, i: int) -> int:
    """Where to go on after words that play no part: a parenthesis without a verb, *at least* before a number."""
    lower = tokens[i].lower
    if lower in _CLOSERS:
        return _closed(tokens, chunks, c, i)
    if lower == "no":  # "killed | no fewer than | nine"
        return i + 3 if i + 3 < len(tokens) and tokens[i + 2].lower == "than" and _is_count(tokens, i + 3) else i
    if lower in _BEFORE_COUNT and i + 2 < len(tokens):
        following = tokens[i + 1].lower
        if following == "than" and _is_count(tokens, i + 2):
            return i + 2
        if lower == "as" and following in ("many", "much", "few") and tokens[i + 2].lower == "as":
            return i + 3 if _is_count(tokens, i + 3) else i
        if (lower, following) in (("at", "least"), ("at", "most"), ("up", "to")) and tokens[i + 2].tag in ("CD", "DT"):
            return i + 1 if following != "to" else i + 2
    if lower in _ROUGHLY and i + 1 < len(tokens) and tokens[i + 1].tag == "CD":
        return i + 1 if i and tokens[i - 1].tag[:2] in ("VB", "IN", "TO") else i
    return i


def _is_count(tokens: list[Token], i: int) -> bool:
    """``30``, ``a dozen``, ``half a million``: whether a number stands at a token."""
    words = tokens[i : i + 3]
    while len(words) > 1 and words[0].lower in ("a", "half", "one"):
        words = words[1:]
    return bool(words) and (words[0].tag == "CD" or "$" in words[0].text or words[0].lower in _COUNTS)


def _closed(tokens: list[Token], chunks: list[Chunk], c: int, i: int) -> int:
    """The end of a parenthesis, or a pair of dashes, that holds no verb; else where it began."""
    closer, opener = _CLOSERS[tokens[i].lower], tokens[i].lower
    for j in range(i + 1, min(len(tokens), i + 40)):
        if tokens[j].lower == closer:
            verbs = any(
                chunk.kind == "VP" and i < chunk.first < j and not _describes(tokens, chunk)
                for chunk in chunks[c : c + 16]
            )
            return i if verbs or j == i + 1 else j + 1
        if opener != "(" and tokens[j].lower == ".":
            return i
    return i


def _describes(tokens: list[Token], chunk: Chunk) -> bool:
    """Whether a verb within an aside only says more of a noun: "each | involved in a force | fighting rebels"."""
    tag, before = tokens[chunk.head].tag, tokens[chunk.first - 1]
    return tag == "VBN" or (tag == "VBG" and before.tag in COMMON_NOUNS) or before.lower in ("each", "both")


def _take_chunk(items: list[Item], tokens: list[Token], chunk: Chunk, timed: frozenset[int], groups: Groups) -> None:
    if chunk.kind == "VP":
        if chunk.last - chunk.first == 1 and tokens[chunk.head].lower in groups["prepositional"]:
            items.append(Item("prep", chunk.first, chunk.last, word=tokens[chunk.head].lower))
        else:
            items.append(_verb(tokens, chunk))
        return
    first, last, head_at = chunk.first, chunk.last, chunk.head
    if timed and not timed.isdisjoint(range(first, last)):
        after_prep = bool(items) and items[-1].kind == "prep"
        opens = after_prep and (len(items) == 1 or items[-2].kind in ("comma", "break", "cc"))
        first, last, head_at = _without_times(tokens, chunk, timed, opens)
        if after_prep and (first == last or first > chunk.first):
            items.pop()
        if first == last:
            return
    head = tokens[head_at]
    if head.tag == "WP" and chunk.last - chunk.first == 1:
        items.append(Item("rel", chunk.first, chunk.last, word=head.lower))
        return
    if head.tag in ("JJ", "VBN") and _ADJECTIVAL.issuperset([t.tag for t in tokens[chunk.first : chunk.last]]):
        items.append(Item("adjective", chunk.head, chunk.last, word=head.lower))
        return
    items.append(Item("phrase", first, last, head_at))


def _without_times(tokens: list[Token], chunk: Chunk, timed: frozenset[int], opens: bool) -> tuple[int, int, int]:
    """A noun phrase without the time at its edge ("Denmark | today"); empty when it is all time."""
    first, last = chunk.first, chunk.last
    if chunk.head not in timed:
        while opens and first < chunk.head and first in timed:
            first += 1  # "On January 6 | police"
        return first, last, chunk.head
    while last > first and last - 1 in timed:
        last -= 1
    nouns = [i for i in range(first, last) if tokens[i].tag in ("NN", "NNS", "NNP", "NNPS", "PRP")]
    if not nouns or (nouns[-1] in timed or tokens[nouns[-1]].tag == "CD"):
        return first, first, -1
    return first, last, nouns[-1]


def _follows_let(tokens: list[Token], first: int) -> bool:
    """``let the pact | lapse``: a bare infinitive after *let* and its object."""
    return any(t.lower in ("let", "lets", "letting") for t in tokens[max(0, first - 10) : max(0, first - 1)])


def _verb(tokens: list[Token], chunk: Chunk) -> Item:
    """The form of a verb group: finite or not, passive, negated, with which modal."""
    head = tokens[chunk.head]
    item = Item("verb", chunk.first, chunk.last, chunk.head)
    group = tokens[chunk.first : chunk.head]
    auxiliaries: frozenset[str] | set[str] = _NO_WORDS
    if group:
        item.modal = next((t.lower for t in group if t.tag == "MD"), "")
        item.negated = not NEGATIONS.isdisjoint([t.lower for t in group])
        auxiliaries = {t.lemma for t in group}
    before = chunk.first - 1
    while before > 0 and tokens[before].lower in _AGAIN:
        before -= 1  # "never | again | to attack", 'had not | " | cut ties'
    item.negated = item.negated or (before >= 0 and tokens[before].lower in ("not", "never"))
    run = [t.lower for t in tokens[max(0, chunk.first - 3) : chunk.head]]
    run += [t.lower for t in tokens[chunk.last : chunk.last + 2]]  # "will pump | no more oil"
    if "no" in run:
        item.no_longer = any(pair in (("no", "longer"), ("no", "more")) for pair in itertools.pairwise(run))
    if tokens[chunk.first].tag == "TO" or (
        head.tag in ("VB", "VBP") and not group and _follows_let(tokens, chunk.first)
    ):
        item.form = "infinitive"
    elif head.tag == "VBG" and not auxiliaries & _BE:
        item.form = "gerund"
    elif head.tag == "VBN" and not auxiliaries & (_BE | _HAVE) and not item.modal:
        item.form = "participle"
    elif group and group[0].tag == "VBG":
        item.form = "gerund"
    item.passive = head.tag == "VBN" and bool(auxiliaries & _BE)
    return item


def _word(tokens: list[Token], chunks: list[Chunk], c: int, i: int, groups: Groups) -> Item | None:
    """A word outside the chunks."""
    token = tokens[i]
    lower, tag = token.lower, token.tag
    if tag == "PUNCT":
        return Item(_MARKS[lower], i, i + 1, word=lower) if lower in _MARKS else None
    if tag == "CC":
        return Item("cc", i, i + 1, word=lower)
    if tag in _RELATIVE:
        if lower in _WHICHEVER and i + 1 < len(tokens) and tokens[i + 1].tag[:2] in ("NN", "JJ"):
            return None  # "froze whatever assets | they held"
        return Item("sub" if lower in ("when", "how", "why", "what") else "rel", i, i + 1, word=lower)
    if tag in ("IN", "TO"):
        named = lower == "as" and i > 0 and tokens[i - 1].lower in groups["named_as"]
        if lower in groups["conjunction"] or (
            lower in groups["maybe_conjunction"] and not named and _clause_follows(tokens, chunks, c)
        ):
            return Item("sub", i, i + 1, word=lower)
        if i and tokens[i - 1].lower == "according":
            return None
        return Item("prep", i, i + 1, word=lower)
    if tag in ("JJ", "VBN", "JJR", "JJS"):
        return Item("adjective", i, i + 1, word=lower)
    return None


def _clause_follows(tokens: list[Token], chunks: list[Chunk], c: int) -> bool:
    """After *after*, *as* …: whether a finite verb comes before the next comma."""
    for n, chunk in enumerate(chunks[c : c + 8], c):
        between = tokens[chunks[c].first : chunk.first]
        if any(t.lower in _ANOTHER_CLAUSE or t.tag in ("WDT", "WP") for t in between):
            return False
        commas = sum(t.lower == "," for t in between)
        if commas and not (commas == 2 and n == c + 2 and chunk.kind == "VP" and tokens[chunk.first - 1].lower == ","):
            if commas > 1 or n > c + 1 or chunk.kind == "VP":
                return False  # "who had shelled it since May, | pulled back"
        if chunk.kind == "VP":
            item = _verb(tokens, chunk)
            if item.form == "participle" and chunk is not chunks[c]:
                continue
            return item.form == "finite" and chunk is not chunks[c]
    return False
