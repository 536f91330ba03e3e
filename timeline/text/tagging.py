"""Parts of speech, lemmas and base phrases of a sentence, by tables and neighbours.

No model: each word gets the tags its form allows (tables and endings), then rules look at the words
around it.  Tags are those of the Penn Treebank.  It is a tagger for finding acts and parties, not for
grammar books: what matters is verb or noun, finite or participle, and where a noun phrase ends.
"""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.analysis import FINITE, UNITS_OF_TIME, Sentence, Token
from timeline.lexicons import Lexicon
from timeline.text.chunks import chunk
from timeline.text.context import choose
from timeline.text.morphology import INFLECTED, Forms, build_forms
from timeline.text.neighbours import NOUNISH, OPENS_OBJECT, OPENS_PHRASE
from timeline.text.tokens import tokenize

__all__ = ["analyse"]

#: Words that open a clause and nothing else; *should* where it stands before its subject.
_OPENS_CLAUSE = frozenset("if unless when whenever because although though whether should".split())
#: Prepositions that are adverbs before a number ("About 130 Chadians were held"), unless it counts time.
_ROUGHLY = frozenset({"about", "around", "over"})
_OPENS_SUBJECT = frozenset({"DT", "PRP$", "NNP", "NNS", "JJ"})
_CLAUSE_ENDS = frozenset({"PUNCT", "CC", "WDT", "WP"})
#: What tells where or why somebody meets.
_MEETING_THERE = frozenset({"in", "at", "on", "for", "behind", "under"})
#: Marks that may stand before the first word of a sentence.
_OPENERS = frozenset({'"', ":"})
#: What stands between a date and its entry in a chronicle; the date and its dash have at most so many words.
_DASHES = frozenset({"-", "--", "---", "\u2013", "\u2014"})
_LONGEST_DATE = 6
_SUBJECT_ENDS = NOUNISH | {"PRP", "WP", "WDT"}
_PUNCT = frozenset(".,;:!?()[]\"'`-/\u2026") | {"``", "''", "--", "---", "..."}


def analyse(sentence: Sentence, lexicon: Lexicon | None = None) -> None:
    """Fill ``sentence.tokens`` (with tags and lemmas), ``sentence.chunks`` and ``sentence.words``.

    >>> from timeline.text.sentences import split
    >>> (sentence,) = split("Moscow expelled 10 US diplomats.")
    >>> analyse(sentence)
    >>> [(t.text, t.tag) for t in sentence.tokens][:3]
    [('Moscow', 'NNP'), ('expelled', 'VBD'), ('10', 'CD')]
    """
    forms = (lexicon or Lexicon.default()).derive(build_forms)
    tokens = tokenize(sentence.text, sentence.start)
    all_caps = sentence.text.isupper() or _is_title_case(tokens)
    lowers = [t.lower for t in tokens]
    options = [_options(t.text, t.lower, False, all_caps, forms) for t in tokens]
    for i in _openings(tokens, lowers):
        options[i] = _options(tokens[i].text, tokens[i].lower, True, all_caps, forms)
    if not forms.multiword_adverbs.keys().isdisjoint(lowers):
        _mark_adverbs(tokens, options, forms)
    if "may" in lowers or "having" in lowers:
        _mark_openers(tokens, options)
    if "'s" in lowers and not _BEFORE_IS.isdisjoint(lowers):
        _mark_contractions(tokens, options)
    if "back" in lowers:
        _mark_back(tokens, options)
    if "first" in lowers:
        _mark_first(tokens, options)
    if "close" in lowers:
        _mark_close(lowers, options)
    if "air" in lowers:
        _mark_air(lowers, options)
    if "meeting" in lowers:
        _mark_meeting(lowers, options)
    if not _ROUGHLY.isdisjoint(lowers):
        _mark_roughly(lowers, options)
    if "of" in lowers and not forms.amounts.isdisjoint(lowers):
        _mark_amounts(lowers, options, forms)
    for i, (token, allowed) in enumerate(zip(tokens, options, strict=True)):
        token.tag = allowed[0] if len(allowed) == 1 and allowed[0] != "VBZ" else choose(tokens, options, i, forms)
    if ";" in sentence.text:
        first = 0
        for last in [*(i for i, t in enumerate(tokens) if t.lower == ";"), len(tokens)]:
            _mend(tokens[first:last], options[first:last], lowers[first:last])
            first = last + 1
    else:
        _mend(tokens, options, lowers)
    for token in tokens:
        token.lemma = forms.lemma(token.lower, token.tag) if token.tag in INFLECTED else token.lower
    sentence.tokens = tokens
    sentence.chunks = chunk(tokens)
    sentence.words = frozenset(lowers).union([t.lemma for t in tokens])


def _openings(tokens: list[Token], lowers: list[str]) -> list[int]:
    """The words that open a sentence, a quotation or what a heading stands before ("12 May: | Troops", "1986 - | A
    ship"): there a capital says nothing."""
    found = [0, *_after_dated_dash(tokens)] if lowers else []
    if '"' not in lowers and ":" not in lowers:
        return found
    for i, mark in enumerate(lowers[:-1], 1):
        if mark not in _OPENERS:
            continue
        if mark == '"':
            opens = i == 1 or lowers[i - 2] in (",", ":")
        else:
            opens = i + 1 < len(tokens) and not tokens[i + 1].text[0].isupper()
        if opens:
            found.append(i)
    return found


def _after_dated_dash(tokens: list[Token]) -> list[int]:
    """The word after the dash that ends a heading of a date."""
    for i, token in enumerate(tokens[1:_LONGEST_DATE], 1):
        if token.lower in _DASHES:
            return [i + 1] if i + 1 < len(tokens) and any(t.text.isdigit() for t in tokens[:i]) else []
    return []


#: Words after which "'s" is short for *is*.
_BEFORE_IS = frozenset("it he she that there what who here where how".split())
#: Adjectives and adverbs that are verbs in headlines, and what follows them then.
_VERBS_TOO = frozenset({"free", "back", "open", "clear"})
_AFTER_VERB = frozenset({"NNP", "NNS", "NN", "JJ", "CD", "DT", "PRP$"})
#: Initials in the plural ("MPs", "NGOs").
_INITIALS_OF_MANY = re.compile(r"[A-Z]{2,}s")
#: Names with a small article ("Yusuf | al-Bari").
_ARABIC_NAME = re.compile(r"(?:al|el|ad|as|ar|an|at|ash|az|ul|bin|ibn|ben|abu)-[A-Z]")
#: Words of four letters and more that headlines in capitals keep small.
_SMALL = frozenset("with from over into amid than that after under upon about against between through during".split())


def _mark_adverbs(tokens: list[Token], options: list[tuple[str, ...]], forms: Forms) -> None:
    """``at first``, ``in return``, ``no longer``: several words that stand for one adverb."""
    adverbs = forms.multiword_adverbs
    for i in [i for i, token in enumerate(tokens[:-1]) if token.lower in adverbs]:
        for words, unless in adverbs[tokens[i].lower].get(tokens[i + 1].lower, ()):
            last = i + len(words)
            if tuple([t.lower for t in tokens[i:last]]) == words and (
                last == len(tokens) or tokens[last].lower not in unless
            ):
                options[i:last] = [("RB",)] * len(words)


def _mark_contractions(tokens: list[Token], options: list[tuple[str, ...]]) -> None:
    """``it 's an outrage``: after a pronoun a verb, no possessive."""
    for i, token in enumerate(tokens[1:], 1):
        if token.lower == "'s" and tokens[i - 1].lower in _BEFORE_IS:
            options[i] = ("VBZ",)


def _mark_roughly(lowers: list[str], options: list[tuple[str, ...]]) -> None:
    """``About 130 Chadians``: at the head of a clause it says no more than how well the number is known."""
    for i, word in enumerate(lowers[:-2]):
        if word not in _ROUGHLY or options[i + 1] != ("CD",) or lowers[i + 2] in UNITS_OF_TIME:
            continue
        if i == 0 or options[i - 1][0] in _CLAUSE_ENDS or lowers[i - 1] in _OPENS_CLAUSE or lowers[i - 1] == "that":
            options[i] = ("RB",)


def _mark_back(tokens: list[Token], options: list[tuple[str, ...]]) -> None:
    """``continue to | back him``, ``leaders | back Oslo``: a verb, no adverb."""
    for i, token in enumerate(tokens[1:-1], 1):
        if token.lower != "back" or options[i + 1][0] not in OPENS_OBJECT - {"TO"}:
            continue
        if options[i - 1][0] in ("TO", "MD"):
            options[i] = ("VB",)
        elif options[i - 1][0] == "NNS" and not any(o[0] in FINITE or o[0] == "VB" for o in options):
            options[i] = ("VBP",)


def _mark_first(tokens: list[Token], options: list[tuple[str, ...]]) -> None:
    """``Oslo | first | accused Riga``: between a subject and its verb an adverb."""
    for i, token in enumerate(tokens[1:-1], 1):
        if token.lower == "first" and options[i - 1][0] in _SUBJECT_ENDS and "VBD" in options[i + 1]:
            options[i] = ("RB",)


def _mark_close(lowers: list[str], options: list[tuple[str, ...]]) -> None:
    """``a drone | close to the border``: no verb, which would not be followed by *to*."""
    for i, word in enumerate(lowers[1:-1], 1):
        if word == "close" and lowers[i + 1] == "to" and options[i - 1][0] not in ("TO", "MD"):
            options[i] = ("RB",)


def _mark_air(lowers: list[str], options: list[tuple[str, ...]]) -> None:
    """``Chad's air | strikes | hit two camps``: air strikes nobody."""
    for i, word in enumerate(lowers[:-1]):
        if word == "air" and lowers[i + 1] == "strikes":
            options[i + 1] = ("NNS",)


def _mark_meeting(lowers: list[str], options: list[tuple[str, ...]]) -> None:
    """``Meeting in Lima, the ministers …``, ``ministers | meeting in Lima``: what they do, no noun."""
    for i, word in enumerate(lowers[:-1]):
        if word != "meeting" or lowers[i + 1] not in _MEETING_THERE:
            continue
        if i == 0 or lowers[i - 1] == "," or options[i - 1][0] == "NNS":
            options[i] = ("VBG",)


def _mark_amounts(lowers: list[str], options: list[tuple[str, ...]], forms: Forms) -> None:
    """``most of its envoys``: an adjective of amount stands before *of* for what it counts."""
    for i, word in enumerate(lowers[:-1]):
        if word in forms.amounts and lowers[i + 1] == "of":
            options[i] = ("DT",) if not i or options[i - 1] != ("CD",) else ("RB",)  # "two more of the ships"


def _mark_openers(tokens: list[Token], options: list[tuple[str, ...]]) -> None:
    """``May 3`` and ``Having left``: words that open a sentence and are no modal verb, no name."""
    for i, token in enumerate(tokens[:-1]):
        if token.text == "May" and tokens[i + 1].text[0].isdigit():
            options[i] = ("NNP",)
        elif token.text == "Having":
            options[i] = ("VBG",)


def _is_title_case(tokens: list[Token]) -> bool:
    """A headline that capitalises every longer word, where a capital says nothing about names."""
    longer = small = 0
    for token in tokens:
        text = token.text
        if len(text) > 3 and text.isalpha() and token.lower not in _SMALL:
            longer += 1
            if not text[0].isupper():
                small += 1
                if 10 * small > len(tokens):
                    return False  # a sentence of prose shows it in its first words
    return longer >= 3 and longer - small >= 0.9 * longer


@lru_cache(maxsize=1 << 16)
def _options(text: str, lower: str, opens: bool, all_caps: bool, forms: Forms) -> tuple[str, ...]:
    """The tags a word's form allows, the likeliest first; ``opens`` for the first word of a sentence."""
    if lower in _PUNCT or not any(c.isalnum() for c in lower):
        return ("POS",) if lower == "'" and not opens else ("PUNCT",)
    known = forms.tags.get(lower)
    if text[0].isupper() and (not all_caps or (not known and not text.isupper())):
        return _capital_options(text, lower, opens, known, forms)
    if known:
        return known
    if "-" in text and _ARABIC_NAME.match(text):
        return ("NNP",)
    if lower[0].isdigit() or lower[0] in "$\u20ac\u00a3\u00a5":
        return ("JJ",) if "-" in lower else ("CD",)
    return forms.guess(lower)


def _capital_options(
    text: str, lower: str, opens: bool, known: tuple[str, ...] | None, forms: Forms
) -> tuple[str, ...]:
    """A capital inside a sentence marks a name, unless the word belongs to a closed class."""
    if lower in forms.closed and (len(text) == 1 or not text.isupper()) and (opens or known != ("MD",)):
        return known or ("NNP",)
    if lower.endswith("s") and forms.is_demonym(lower[:-1]):
        return ("NNS",)
    if forms.is_demonym(lower):
        return ("JJ", "NNP")
    if lower[-1] == "s" and _INITIALS_OF_MANY.fullmatch(text):
        return ("NNS",)
    if text[1:2].isdigit() or text.startswith(("US$", "A$", "C$")):
        return ("NNP",)
    if opens and known and not text.isupper():
        return (*known, "NNP") if "NNP" not in known else known
    if opens and not known:
        guess = forms.guess(lower)
        return ("NNP",) if guess[0] == "NN" else (*guess, "NNP")
    return ("NNP",)


def _mend(tokens: list[Token], options: list[tuple[str, ...]], lowers: list[str]) -> None:
    """Second look, with both neighbours tagged: a clause (what a semicolon ends) wants a finite verb."""
    if any(token.tag in FINITE for token in tokens):
        if not _OPENS_CLAUSE.isdisjoint(lowers):
            _mend_conditions(tokens, options)
        return
    for i, token in enumerate(tokens):
        if token.tag == "VBN" and "VBD" in options[i] and i and tokens[i - 1].tag in NOUNISH:
            token.tag = "VBD"
            return
    for i, token in enumerate(tokens[:-1]):
        if token.tag == "VBN" and "VBD" in options[i] and i > 1 and tokens[i - 1].lower == ",":
            if tokens[i + 1].tag in OPENS_PHRASE:  # "Oslo, having warned twice, closed its port"
                token.tag = "VBD"
                return
    for i, token in enumerate(tokens):
        if token.tag in ("NNS", "NN") and i and tokens[i - 1].tag in NOUNISH and _reads_as_verb(tokens, options, i):
            token.tag = "VBZ" if "VBZ" in options[i] else "VBP"
            return
    for i, token in enumerate(tokens[1:-1], 1):
        if token.lower in _VERBS_TOO and tokens[i - 1].tag == "NNS" and tokens[i + 1].tag in _AFTER_VERB:
            token.tag = "VBP"  # "Rebels | free hostages", "MPs | back deal"
            return


def _mend_conditions(tokens: list[Token], options: list[tuple[str, ...]]) -> None:
    """``if the truce | ends, …``: a clause that such a word opens has a finite verb, though it looks like a noun."""
    for i, token in enumerate(tokens[:-1]):
        if token.lower not in _OPENS_CLAUSE or (token.lower == "should" and tokens[i + 1].tag not in _OPENS_SUBJECT):
            continue
        end = i + 1
        while end < len(tokens) and tokens[end].tag not in FINITE and tokens[end].tag not in _CLAUSE_ENDS:
            end += 1
        last = tokens[end - 1]
        if end - i < 3 or (end < len(tokens) and tokens[end].tag in FINITE) or tokens[end - 2].tag not in NOUNISH:
            continue
        if last.tag == "NNS" and "VBZ" in options[end - 1] and tokens[end - 2].tag != "NNS":
            last.tag = "VBZ"
        elif last.tag == "NN" and token.lower == "should" and "VB" in options[end - 1]:
            last.tag = "VB"


def _reads_as_verb(tokens: list[Token], options: list[tuple[str, ...]], i: int) -> bool:
    """In a verbless line (a headline), a noun that could be a verb and has an object after it."""
    if not {"VBZ", "VB"} & set(options[i]) or i + 1 >= len(tokens):
        return False
    row = i > 2 and tokens[i - 2].lower in (",", "and") and tokens[i - 1].tag == tokens[i - 3].tag == "NNP"
    if "VBZ" not in options[i] and tokens[i - 1].tag != "NNS" and not row:  # "Ethiopia, Eritrea | sign deal"
        return False
    return tokens[i + 1].tag in ("DT", "NNP", "JJ", "CD", "PRP$", "NN", "NNS", "TO", "VBG")
