"""Text to sentences, with their offsets and what each is: title, heading, body, entry or boilerplate."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from timeline.analysis import Sentence, fold
from timeline.lexicons import Lexicon
from timeline.text.dateline import dateline_end, publication_lines

__all__ = ["split"]

_Kind = Literal["title", "heading", "body", "entry", "boilerplate"]

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_NEWLINE = re.compile(r"\n")
#: A possible end of a sentence: a final mark, closing quotes or brackets, space, then an opening.
_BOUNDARY = re.compile(r"(?P<mark>[.!?\u2026]+)(?P<close>(?:''|[\"')\]])*)(?P<gap>\s+)(?=(?:``|[\"'(\[]|- )*[^\W_a-z])")
_LAST_WORD = re.compile(r"[\w.]+$")
_DIGIT = re.compile(r"\d")
_INITIAL = re.compile(r"[A-Z](?:\.[A-Z])*")
_ENDS = re.compile(r"[.!?\u2026:;][\"')\]']*$")
_DATED = re.compile(
    r"(?:[-*\u2022]\s*)?(?:\d{4}(?:-\d\d){0,2}|(?:\d{1,2}\s+)?[A-Z][a-z]{2,8}\.?(?:\s+\d{1,2})?(?:,?\s+\d{4})?|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?)"
    r"\s*(?:[:|\t]|\s-{1,2}\s|-\s*$)"
)
_FIRST_WORD = re.compile(r"\w+")
_HEADING_WORDS = 16
#: Characters; the longest sentences of news and law stay well below.
_LONGEST = 2000


class _Rules(NamedTuple):
    abbreviations: frozenset[str]
    closing: frozenset[str]
    starters: frozenset[str]
    boilerplate: re.Pattern[str]
    captions: tuple[tuple[str, re.Pattern[str]], ...]

    def is_caption(self, paragraph: str) -> bool:
        """Whether a paragraph holds a caption."""
        return any(mark in paragraph and pattern.search(paragraph) for mark, pattern in self.captions)


def _build(lexicon: Lexicon) -> _Rules:
    def words(table: str) -> frozenset[str]:
        return frozenset(row["word"] for row in lexicon.table(table))

    boilerplate = "|".join(f"(?:{row['pattern']})" for row in lexicon.table("boilerplate"))
    return _Rules(
        words("abbreviations"),
        words("closing_abbreviations"),
        words("starters"),
        re.compile(boilerplate, re.IGNORECASE),
        tuple((row["mark"], re.compile(row["pattern"], re.IGNORECASE)) for row in lexicon.table("captions")),
    )


def split(text: str, title: str | None = None, lexicon: Lexicon | None = None) -> list[Sentence]:
    """The sentences of a text, in order; every one has ``text[s.start:s.end] == s.text``.

    Blank lines end a paragraph; so does a single line break, unless the text is hard-wrapped.
    A short first line that repeats ``title`` or has no full stop is of kind ``title``.

    >>> [s.text for s in split("It was so in the U.S. Senate. He left.")]
    ['It was so in the U.S. Senate.', 'He left.']
    """
    rules = (lexicon or Lexicon.default()).derive(_build)
    folded = fold(text)
    sentences: list[Sentence] = []
    published = publication_lines(folded)
    for number, (start, end) in enumerate(_paragraphs(folded)):
        kind = "boilerplate" if (start, end) in published else _kind(folded[start:end], rules, number, title)
        lead = dateline_end(folded[start : min(end, start + 200)]) if kind in ("body", "entry") else 0
        if kind == "entry" and lead and _DIGIT.search(folded, start, start + lead):
            lead = 0  # an entry's date is what it tells
        if lead:
            # Where and when a text was sent is told apart from what it tells.
            kind = "body"
            sentences.append(
                Sentence(len(sentences), start, start + lead, text[start : start + lead], number, "boilerplate")
            )
            start += lead
        bounds = [(start, end)] if kind in ("boilerplate", "title") else _cut(folded, start, end, rules)
        for low, high in bounds:
            sentences.append(Sentence(len(sentences), low, high, text[low:high], number, kind))
    return sentences


def _paragraphs(folded: str) -> list[tuple[int, int]]:
    """Offsets of the paragraphs, without the white space around them."""
    blocks, start = [], 0
    for match in _BLANK.finditer(folded):
        blocks.append((start, match.start()))
        start = match.end()
    blocks.append((start, len(folded)))
    wrapped = _is_wrapped(folded, blocks)
    spans = [span for block in blocks for span in ([block] if wrapped else _lines(folded, *block))]
    return [trimmed for span in spans if (trimmed := _trim(folded, *span))]


def _lines(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    spans, low = [], start
    for match in _NEWLINE.finditer(folded, start, end):
        spans.append((low, match.start()))
        low = match.end()
    return [*spans, (low, end)]


def _is_wrapped(folded: str, blocks: list[tuple[int, int]]) -> bool:
    """Whether lines were broken to fit a page: many end in mid-sentence, none is very long."""
    inner = [line for low, high in blocks for line in _lines(folded, low, high)[:-1]]
    lengths = [high - low for low, high in inner]
    if len(lengths) < 3 or max(lengths) > 120:
        return False
    open_ended = sum(high - low > 40 and not _ENDS.search(folded[low:high].rstrip()) for low, high in inner)
    return open_ended >= 0.6 * len(inner)


def _trim(folded: str, start: int, end: int) -> tuple[int, int] | None:
    part = folded[start:end]
    if not part.strip():
        return None
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))


def _kind(paragraph: str, rules: _Rules, number: int, title: str | None) -> _Kind:
    """What a paragraph is."""
    if number == 0 and (_is_title(paragraph) or (title and paragraph.strip() == fold(title).strip())):
        return "title"
    if len(paragraph) < 400 and (
        rules.boilerplate.fullmatch(paragraph) or rules.is_caption(paragraph) or _is_foreign(paragraph)
    ):
        return "boilerplate"
    if _DATED.match(paragraph):
        return "entry"
    if len(paragraph) < 160 and not _ENDS.search(paragraph) and len(paragraph.split()) <= _HEADING_WORDS:
        return "heading"
    return "body"


def _is_title(paragraph: str) -> bool:
    """A short first line without a full stop heads the article."""
    return len(paragraph) < 160 and paragraph[-1] not in ".:;," and not _DATED.match(paragraph)


def _is_foreign(paragraph: str) -> bool:
    """A short line most of whose words have letters beyond ASCII is a menu or byline in another language."""
    words = paragraph.split()
    return len(words) <= 6 and 2 * sum(not word.isascii() for word in words) >= len(words) + (len(words) > 1)


def _cut(folded: str, start: int, end: int, rules: _Rules) -> list[tuple[int, int]]:
    """The sentences of a paragraph."""
    spans, low = [], start
    for match in _BOUNDARY.finditer(folded, start, end):
        if match.start() >= low and _ends_sentence(folded, low, end, match, rules):
            spans.append((low, match.end("close")))
            low = match.end()
    if low < end:
        spans.append((low, end))
    return [piece for span in spans for piece in _pieces(folded, *span)]


def _pieces(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence no longer than prose ever is: what later rooms do per sentence stays bounded on any input."""
    pieces = []
    while end - start > _LONGEST:
        space = folded.rfind(" ", start + 1, start + _LONGEST)
        cut = space if space > 0 else start + _LONGEST
        pieces.append((start, cut))
        start = cut + (space > 0)
    return [*pieces, (start, end)]


def _ends_sentence(folded: str, low: int, end: int, match: re.Match[str], rules: _Rules) -> bool:
    """Whether a full stop with a capital after it really ends a sentence."""
    if match["mark"] != "." or match["close"]:
        return True
    before = _LAST_WORD.search(folded, max(low, match.start() - 40), match.start())
    if before is None:
        return True
    word = before.group()
    following = _FIRST_WORD.search(folded, match.end(), end)
    next_word = following.group() if following else ""
    if word in rules.closing:
        return next_word in rules.starters
    if word in rules.abbreviations:
        return word == "No" and before.start() > low + 8 and not next_word.isdigit()
    # A lone initial ("John F. Kennedy") goes on; "Vitamin C. The" is rare in news.
    return not (_INITIAL.fullmatch(word) and next_word not in rules.starters)
