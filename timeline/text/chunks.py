"""Base phrases: noun phrases without what follows them, and verb groups."""

from __future__ import annotations

from timeline.analysis import CURRENCIES, MONTHS, UNITS_OF_TIME, WEEKDAYS, Chunk, Token

__all__ = ["chunk"]

_OPENERS = frozenset({"DT", "PRP$", "CD", "JJ", "NN", "NNS", "NNP", "VBN", "VBG", "EX"})
_INNER = frozenset({"CD", "JJ", "NN", "NNS", "NNP", "POS", "VBN", "VBG"})
_OUTSIDE = frozenset({"IN", "TO", "MD", "VB", "VBD", "VBP", "VBZ", "PRP", "WDT", "WP", "WP$", "WRB"})
_HEADS = frozenset({"NN", "NNS", "NNP", "CD"})
_VERBS = frozenset({"VB", "VBD", "VBP", "VBZ", "VBN", "VBG", "MD"})
#: Tags of a verb right after its subject; its past may look like a participle.
_VERBS_OF_NAMES = frozenset({"VBD", "VBZ", "VBN", "MD"})
#: Prepositions before a place.
_PLACING = frozenset("in at near inside outside across".split())
#: What stands between quotes inside a phrase, and before those that open it.
_IN_QUOTES = _INNER | {"RB", "VBD"}
_BEFORE_QUOTE = _HEADS | {"JJ"}
#: Words before a clause that may also stand before a gerund.
_BEFORE_CLAUSE = frozenset({"after", "before", "since", "as", "while", "until", "that", "when"})
#: What an adverb inside a verb group leads to.
_IN_GROUP = _VERBS | {"RB"}
_BEGINNINGS = _OPENERS | _VERBS | {"PRP", "WP", "TO"}


def chunk(tokens: list[Token]) -> list[Chunk]:
    """The base noun phrases ("Russia's 10 expelled diplomats", "it") and verb groups, left to right.

    A possessive stays in one phrase with what is possessed; adverbs and *to* belong to a verb group.
    """
    chunks: list[Chunk] = []
    i = 0
    while i < len(tokens):
        if tokens[i].tag not in _BEGINNINGS:
            i += 1
            continue
        found = _noun_phrase(tokens, i) or _verb_group(tokens, i)
        if found is None:
            i += 1
        else:
            chunks.append(found)
            i = found.last
    return chunks


def _noun_phrase(tokens: list[Token], i: int) -> Chunk | None:
    """The base noun phrase that begins at token ``i``."""
    tag = tokens[i].tag
    if tag in ("PRP", "WP"):
        return Chunk("NP", i, i + 1, i)
    if tag not in _OPENERS or (tag in ("VBN", "VBG") and not _is_premodifier(tokens, i)):
        return None
    end, head = i + 1, (i if tag in _HEADS else -1)
    while end < len(tokens):
        tag = tokens[end].tag
        if tag in _OUTSIDE or (tag in ("VBN", "VBG") and not _is_premodifier(tokens, end)):
            break
        if (
            tag == "RB"
            and end + 1 < len(tokens)
            and tokens[end + 1].tag in ("JJ", "VBN")
            and _leads_to_noun(tokens, end + 1)
        ):
            end += 1
            continue
        if tag in ("DT", "PRP$") and tokens[end - 1].tag == "DT":
            end += 1
            continue
        if tag == "PUNCT" and (inside := _marks_inside(tokens, i, end, head)):
            end += inside
            continue
        if tag not in _INNER and not _joins_adjectives(tokens, end, head):
            break
        if head == end - 1 and tokens[head].lower in _TIMES and tag in ("JJ", "NNP", "DT", "PRP$"):
            break
        if tag == "JJ" and head >= 0 and _opens_another(tokens, end):
            break
        if tag in ("JJ", "NNP") and _ends_a_date(tokens, end, i):
            break
        if tag == "NNP" and head == end - 1 and tokens[head].tag == "NNS" and _begins_clause(tokens, end):
            break
        if tag == "CD" and head >= 0 and (tokens[end - 1].tag in ("NN", "NNS") or _after_place(tokens, i, end)):
            break
        if tag == "CD" and head >= 0 and (tokens[end].text[0] in CURRENCIES or _counts_time(tokens, end)):
            break  # "gave Sri Lanka | $20m", "gave Syria | three days"
        if tag in ("NN", "NNS", "NNP") or (tag == "CD" and (head < 0 or tokens[head].tag == "CD")):
            head = end
        end += 1
    if head < 0:
        if tokens[i].tag not in ("DT", "JJ") and tokens[end - 1].lower != "own":  # "recalled | its own"
            return None
        head = end - 1
    while end - 1 > head and tokens[end - 1].tag in ("POS", "VBG", "VBN", "CC", "RB", "JJ"):
        end -= 1
    return Chunk("NP", i, end, head)


def _marks_inside(tokens: list[Token], first: int, i: int, head: int) -> int:
    """How many tokens within a phrase are a mark of quotation or a short form in parentheses; 0 where it ends there."""
    if tokens[i].lower in _QUOTES and _quoted_inside(tokens, first, i, head):
        return 1
    return 3 if head == i - 1 and _is_short_form_inside(tokens, i) else 0


def _is_short_form_inside(tokens: list[Token], i: int) -> bool:
    """``the African Union | (AU) | member Chad``: a short form in parentheses, behind which the phrase goes on."""
    if tokens[i].lower != "(" or i + 3 >= len(tokens) or tokens[i + 2].lower != ")":
        return False
    return tokens[i + 1].text.isupper() and tokens[i + 3].tag in ("NN", "NNS", "NNP")


def _after_place(tokens: list[Token], first: int, end: int) -> bool:
    """``In Gaza | 12 people``: a number after the name of a place counts what comes next."""
    placed = first > 0 and tokens[first - 1].lower in _PLACING and tokens[end - 1].tag == "NNP"
    return placed and _leads_to_noun(tokens, end + 1)


def _begins_clause(tokens: list[Token], i: int) -> bool:
    """``the duties | China imposed``: a name and a finite verb after a plural are a clause of their own."""
    while i < len(tokens) and tokens[i].tag == "NNP":
        i += 1
    return i < len(tokens) and tokens[i].tag in _VERBS_OF_NAMES


def _opens_another(tokens: list[Token], end: int) -> bool:
    """Whether an adjective behind a noun begins another phrase; not in "Russia's | next move"."""
    after = tokens[end].lower in _AFTER_NOUN and tokens[end - 1].tag != "POS"
    return after or not _leads_to_noun(tokens, end)


def _counts_time(tokens: list[Token], end: int) -> bool:
    """Whether a number counts days or weeks."""
    return end + 1 < len(tokens) and tokens[end + 1].lower in UNITS_OF_TIME


def _ends_a_date(tokens: list[Token], end: int, first: int) -> bool:
    """``June 5 | Ethiopian aircraft``: a name and a number before another name are a date of its own."""
    return end - 2 >= first and tokens[end - 1].tag == "CD" and tokens[end - 2].tag == "NNP"


def _joins_adjectives(tokens: list[Token], i: int, head: int) -> bool:
    """``political and economic sanctions``, ``Thai and South Korean firms``: the conjunction lies inside the phrase."""
    joins = tokens[i].tag == "CC" or (tokens[i].lower == "," and i + 1 < len(tokens) and tokens[i + 1].tag == "JJ")
    if not joins or head >= 0 or tokens[i - 1].tag != "JJ" or i + 1 >= len(tokens):
        return False
    if tokens[i + 1].tag == "JJ":
        return _leads_to_noun(tokens, i + 1)
    return tokens[i].tag == "CC" and tokens[i - 1].text[0].isupper() and _is_nationality_of_two_words(tokens, i + 1)


def _is_nationality_of_two_words(tokens: list[Token], i: int) -> bool:
    """``South Korean firms``: a name, an adjective with a capital, a noun."""
    if i + 2 >= len(tokens) or tokens[i].tag != "NNP" or tokens[i + 1].tag != "JJ":
        return False
    return tokens[i + 1].text[0].isupper() and _leads_to_noun(tokens, i + 2)


def _quoted_inside(tokens: list[Token], i: int, end: int, head: int) -> bool:
    """``its "white list"``: words in quotes inside a phrase, from its modifiers to where the quotes close."""
    opened = any(t.lower in _QUOTES for t in tokens[i:end])
    if opened:
        return sum(t.lower in _QUOTES for t in tokens[i:end]) == 1
    if head >= 0 and tokens[end - 1].tag not in ("POS", "JJ", "CD"):
        return False
    closes = next((j for j in range(end + 1, min(len(tokens), end + 7)) if tokens[j].lower in _QUOTES), 0)
    inside = tokens[end + 1 : closes]
    return bool(inside) and all(t.tag in _IN_QUOTES for t in inside)


def _leads_to_noun(tokens: list[Token], i: int) -> bool:
    while i < len(tokens) and tokens[i].tag in ("JJ", "CC", "VBN", "CD"):
        i += 1
    return i < len(tokens) and tokens[i].tag in _HEADS


def _is_premodifier(tokens: list[Token], i: int) -> bool:
    """A participle before a noun ("detained sailors"), with a determiner, number or adjective before it."""
    if i + 1 >= len(tokens) or tokens[i + 1].tag not in ("NN", "NNS", "NNP", "JJ"):
        return False
    before = tokens[i - 1].tag if i else "PUNCT"
    if tokens[i].tag == "VBN" and before in _VERBS and tokens[i - 1].lower not in _AUXILIARY:
        return before != "MD"  # "returned | stolen statues"
    if before == "PUNCT" and i > 2 and tokens[i - 1].lower in _QUOTES and tokens[i - 2].tag in _BEFORE_QUOTE:
        return tokens[i].tag == "VBG"
    if tokens[i].tag == "VBG" and i and tokens[i - 1].lower in _BEFORE_CLAUSE and tokens[i + 1].tag == "NNS":
        return i + 2 < len(tokens) and tokens[i + 2].tag == "VBD"  # "after | mutinying soldiers detained him"
    return before in ("DT", "PRP$", "CD", "JJ", "POS") or (tokens[i].tag == "VBN" and before in ("IN", "PUNCT", "RP"))


def _verb_group(tokens: list[Token], i: int) -> Chunk | None:
    """The verb group at ``i``: modal or *to*, auxiliaries, adverbs, the main verb (its head)."""
    if tokens[i].tag not in _VERBS and not (tokens[i].tag == "TO" and _verb_follows(tokens, i)):
        return None
    end, head = i + 1, i
    while end < len(tokens):
        tag = tokens[end].tag
        if tag in _VERBS:
            if tokens[head].tag not in ("MD", "TO") and tokens[head].lower not in _AUXILIARY:
                break
            head = end
        elif (
            tokens[head].tag == "TO"
            and tokens[end].lower in _QUOTES
            and tokens[min(end + 1, len(tokens) - 1)].tag == "VB"
        ):
            pass
        elif not (tag == "RB" and end + 1 < len(tokens) and tokens[end + 1].tag in _IN_GROUP):
            break
        end += 1
    return Chunk("VP", i, end, head)


_QUOTES = frozenset({'"', "``", "''"})
#: Times that end a phrase before a name or demonym ("on Saturday | Israeli commandos"); not *may*, a verb, too.
_TIMES = frozenset(
    "day week weekend month year morning afternoon evening night spring summer autumn winter today yesterday "
    "tomorrow".split()
).union(WEEKDAYS, MONTHS) - {"may"}
#: Adjectives that begin a phrase of their own after a noun ("met Merkel last week").
_AFTER_NOUN = frozenset(
    "next last early late earlier same due able unable ready likely several more less most first".split()
)
_AUXILIARY = frozenset(
    "be am is are was were been being 's 're 'm have has had having 've 'd do does did get gets got".split()
)


def _verb_follows(tokens: list[Token], i: int) -> bool:
    j = i + 1
    while j < len(tokens) and (tokens[j].tag == "RB" or tokens[j].lower in _QUOTES):
        j += 1
    return j < len(tokens) and tokens[j].tag == "VB"
