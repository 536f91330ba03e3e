"""Sentences to tokens: words, numbers and marks with their offsets."""

from __future__ import annotations

import re

from timeline.analysis import Token, fold, lowered

__all__ = ["tokenize"]

_TOKEN = re.compile(
    r"""
    \s*+(                                                  # a space is no place to try all that follows
    [A-Z]?[a-z]++(?![\w.]|[-&'][^\W_])                     # most words, at once: nothing below would take more or less
  | (?:[A-Za-z]\.){2,}(?:-\w+)*                           # U.S., a.m., U.S.-led
  | (?:US|C|A|NZ|HK)?[$\u20ac\u00a3\u00a5]\s?\d+(?:[.,]\d+)*(?:[kmb]n?\b|-[^\W\d_]+)?   # $34bn, $1-billion
  | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|%|[kmb]n?)?\b(?:-\w+(?:-\w+)*)?  # 10, 5,000, 4th, 10-year
  | (?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|St|Prof|Sgt|Capt|Maj|Adm|No|Inc|Corp|Ltd|Co
    |Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.(?=\s|$|,)
  | '(?:s|re|ve|ll|d|m)\b                                # clitics
  | (?<=s)'(?=\s)                                        # the troops' retreat
  | [^\W_]+(?:[-.&][^\W_]+|'(?!s\b|re\b|ve\b|ll\b|d\b|m\b)[^\W_]+)*   # words, tit-for-tat, O'Brien, AT&T
  | ``|''|--+|\.\.\.|[^\w\s]|_                           # marks
    )
    """,
    re.VERBOSE,
)


def tokenize(text: str, start: int = 0) -> list[Token]:
    """The tokens of a text whose first character has the offset ``start``.

    >>> [t.text for t in tokenize("Russia's U.S. envoy didn't leave.")]
    ['Russia', "'s", 'U.S.', 'envoy', 'did', "n't", 'leave', '.']
    """
    folded = fold(text)
    lower = lowered(folded)
    tokens = [
        Token(start + a, start + b, text[a:b], lower[a:b])
        for match in _TOKEN.finditer(folded)
        for a, b in (match.span(1),)
    ]
    if "'" in lower:
        _mark_single_quotes(tokens)
    return _negations_apart(tokens) if "n't" in lower else tokens


def _mark_single_quotes(tokens: list[Token]) -> None:
    """Read ``a 'sham'`` as ``a "sham"``: a mark that leans on the word after it opens, one behind a word closes.

    Behind a word in *-s* ("the soldiers' posts") it closes only where no other mark does.
    """
    marks = [i for i, token in enumerate(tokens) if token.lower == "'"]
    closing = [i for i in marks if i and tokens[i - 1].end == tokens[i].start]
    for i in marks:
        if i in closing or i + 1 == len(tokens) or tokens[i].end != tokens[i + 1].start:
            continue
        behind = [j for j in closing if j > i + 1]
        sure = next((j for j in behind if not tokens[j - 1].lower.endswith("s")), -1)
        end = sure if sure >= 0 else behind[-1] if behind else -1
        if end >= 0 or i == 0:
            tokens[i].lower = '"'
        if end >= 0:
            tokens[end].lower = '"'


def _negations_apart(tokens: list[Token]) -> list[Token]:
    """``didn't`` is two words: ``did`` and ``n't``."""
    apart: list[Token] = []
    for token in tokens:
        if token.lower.endswith("n't") and len(token.lower) > 3:
            cut = token.end - 3
            apart.append(Token(token.start, cut, token.text[:-3], token.lower[:-3]))
            apart.append(Token(cut, token.end, token.text[-3:], "n't"))
        else:
            apart.append(token)
    return apart
