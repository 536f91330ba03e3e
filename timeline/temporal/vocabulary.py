"""The tagger's words: tables of the lexicon as token classes, one character each, and one token pattern."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from timeline.lexicons import Lexicon, Row, trie_pattern

__all__ = ["COMPOSITES", "NAMES", "Token", "Vocabulary", "class_char", "words_of"]

#: Token classes by name; what each stands for is told where its words come from (tables, number forms).
NAMES = (
    "other", "month", "wmonth", "weekday", "wweekday", "foreign", "unit", "units", "second", "halfword", "quarter",
    "weekend", "day", "num", "year", "sum", "numword", "numx", "ordinal", "decade", "decade_word", "season", "wseason",
    "part", "dayword", "holiday", "deictic", "past", "current", "this", "latest", "narrative", "same", "every",
    "every_other", "per", "ago", "from_now", "earlier", "before", "later", "after", "from", "once", "times",
    "edge", "of_edge", "whole", "about", "just", "another", "adjective", "fiscal", "recent", "old",
    "long", "vague", "set", "zone", "era", "the", "a", "of", "de", "in", "to", "and", "or", "between", "oclock",
    "so", "poss", "comma", "dash", "slash", "open", "close", "dot", "period", "iso", "numeric", "clock", "ampm",
    "apostrophe_year", "quarter_code",
)  # fmt: skip
_CHARS = {name: chr(0xE000 + i) for i, name in enumerate(NAMES)}
#: Names that stand for several classes in patterns.
COMPOSITES = {
    "anymonth": ("month", "wmonth"),
    "anyweekday": ("weekday", "wweekday"),
    "anyseason": ("season", "wseason"),
    "nth": ("ordinal", "second"),
    "single": ("unit", "second", "quarter"),
    "anyunit": ("unit", "second", "quarter", "units", "weekend"),
    "int": ("day", "num", "year", "sum"),
    "whole_number": ("day", "num", "sum"),
    "count": ("day", "num", "sum", "numx", "a", "another"),
    "digits": ("day", "num"),
    "point": ("deictic", "past", "current", "this", "narrative", "same", "latest"),
    "adjacent": ("deictic", "past", "narrative"),
}


def class_char(name: str) -> str:
    """The character of a token class."""
    return _CHARS[name]


class Token(NamedTuple):
    """A piece of text with its class and what the class needs to know about it."""

    start: int
    end: int
    cls: str
    value: Any
    text: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """A vocabulary word: its class and value."""

    cls: str
    value: Any


def _strong(name: str) -> Callable[[Row], tuple[str, Any]]:
    """Months and weekdays: weak ones have a class of their own."""
    return lambda row: ("w" + name if row["strength"] == "weak" else name, int(row["value"]))


def _unit(row: Row) -> tuple[str, Any]:
    special = {"TS": "second", "Q": "quarter", "H": "halfword", "WE": "weekend"} if row["number"] == "s" else {}
    cls = special.get(row["value"], "units" if row["number"] == "p" else "unit")
    if row["words"] == "second":
        return "second", 2
    return ("unit" if cls == "second" else cls), row["value"]


def _season(row: Row) -> tuple[str, Any]:
    return ("wseason" if row["strength"] == "weak" else "season"), int(row["edtf"])


#: How the rows of each table become (class, value).
_TABLES: dict[str, Callable[[Row], tuple[str, Any]]] = {
    "time_glue": lambda row: (row["class"], row["words"]),
    "time_modifiers": lambda row: (row["class"], row["mod"]),
    "time_pointers": lambda row: (row["class"], int(row["value"] or 0)),
    "time_zones": lambda row: ("zone", row["value"]),
    "time_eras": lambda row: ("era", row["value"]),
    "time_numbers": lambda row: ("numword", int(row["value"])),
    "time_indefinite_numbers": lambda row: ("numx", None),
    "time_ordinals": lambda row: ("ordinal", int(row["value"])),
    "time_units": _unit,
    "time_months": _strong("month"),
    "time_weekdays": _strong("weekday"),
    "time_seasons": _season,
    "time_day_parts": lambda row: ("part", row["value"]),
    "time_day_words": lambda row: ("dayword", (int(row["value"]), row["part"])),
    "time_holidays": lambda row: ("holiday", row["rule"]),
    "time_sets": lambda row: ("set", row["value"]),
    "time_weekday_sets": lambda row: ("set", row["value"]),
    "time_foreign_months": lambda row: ("foreign", row["language"]),
    "time_decades": lambda row: ("decade_word", int(row["value"])),
    "time_vague": lambda row: ("vague", (row["value"], row["context"])),
}
#: Marks that may stand inside an expression.
_MARKS = {",": "comma", "-": "dash", "/": "slash", "(": "open", ")": "close", ".": "dot", "'": "poss", "'s": "poss"}
#: Tables whose words alone make a look at the place worth while.
_ANCHORS = (
    "time_months", "time_weekdays", "time_units", "time_seasons", "time_day_parts", "time_day_words",
    "time_holidays", "time_sets", "time_weekday_sets", "time_vague", "time_eras", "time_foreign_months", "time_decades",
)  # fmt: skip
_ANCHOR_CLASSES = ("past", "current", "recent", "period")
#: Forms made of digits; a look behind keeps them from beginning inside a version, an address or a ratio.
_NUMERIC = r"""
  (?P<iso>\d{4}-\d\d-\d\d(?:[t\ ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)?(?![\w-]))
| (?P<numeric>(?<![\w.:/-])
    (?:\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}-\d{1,2}-\d{4}|\d{4}([/.])\d\d?\3\d\d?)
    (?![\w/-]|\.\d))
| (?P<clock>(?<![\w.:/])\d{1,2}(?::\d\d(?::\d\d)?(?![\d:])|[.]\d\d(?=\s?[ap]\.?\s?m\b)))
| (?P<decade>(?:\d{2,3}0'?s|'[1-9]0s)(?!\w))
| (?P<ordinal>\d{1,3}(?:st|nd|rd|th)(?!\w))
| (?P<quarter_code>(?:q[1-4]|h[12]|[1-4]q)(?!\w))
| (?P<apostrophe_year>'\d\d(?!\w))
| (?P<sum>(?:\d{1,3}(?:,\d{3})+|\d{1,9}\.\d{1,9}|\d{5,15})(?![\w%]))
| (?P<int>\d{1,4}(?:(?![\w%])|(?=[ap]\.?m\b)))
"""
_AMPM = r"(?P<ampm>[ap]\.\s?m\.?(?!\w)|[ap]m(?!\w))"
#: Digits worth a look (each begins with a digit, q, h or o): years, decades, clock times, numeric dates, quarters.
_DIGIT_ANCHORS = (
    r"\d{4}(?!\w)",
    r"\d{2,3}0'?s",
    r"\d\d?[:/]\d\d",
    r"\d\d?[.-]\d\d?[.-]\d{4}",
    r"\d{4}[-/.]\d\d?[-/.]\d",
    r"(?:q[1-4]|h[12]|[1-4]q)(?!\w)",
    r"\d\d?\.\d\d\s?[ap]\.?m",
    r"\d\d?\so'clock",
    r"\d\d?\s?(?:a\.?m|p\.?m)\b",
    r"on\sthe\s(?=\d\d?(?:st|nd|rd|th)\b)",
)


class Vocabulary:
    """All words of the tables in one token pattern, and the pattern of the places worth a look."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.words: dict[str, _Entry] = {}
        anchors: set[str] = set()
        for table, reader in _TABLES.items():
            for row in lexicon.table(table):
                words = " ".join(row["words"].lower().split())
                name, value = _read(reader, row)
                self.words[words] = _Entry(_CHARS[name], value)
                if table in _ANCHORS or name in _ANCHOR_CLASSES:
                    anchors.add(words)
        self.anchor = re.compile(
            rf"(?<![\w.,$€£])(?:(?=[\dqho])(?:{'|'.join(_DIGIT_ANCHORS)})"
            rf"|{self._spoken_years()}|(?:{trie_pattern(anchors)})(?!\w))"
            r"|'[1-9](?:\d(?!\w)|0s)"
        )
        #: Every word that stands in some time word; another one ends what was said before it.
        self.parts = {part for words in self.words for part in words.split()}
        alphabetic = trie_pattern(self.words)
        self.words.update({mark: _Entry(_CHARS[name], None) for mark, name in _MARKS.items()})
        self.token = re.compile(
            rf"[^\S\n]*(?:\n(?!\s*\n)[^\S\n]*)?(?:{_NUMERIC}|{_AMPM}"
            rf"|(?P<word>(?:{alphabetic})(?!\w))|(?P<mark>'s\b|[-,/().'])"
            rf"|(?P<blank>\n\s*\n\s*)|(?P<other>[$€£]\s?[\d.,]*|\w+|.))",
            re.VERBOSE,
        )

    def _spoken_years(self) -> str:
        """Years said as two numbers: "nineteen ninety"."""
        tens = {w: e.value for w, e in self.words.items() if e.cls == _CHARS["numword"] and 10 <= e.value < 100}
        first = "|".join(w for w, value in tens.items() if value in (17, 18, 19))
        return rf"(?:{first})[\s-](?={trie_pattern(tens)})"


def _read(reader: Callable[[Row], tuple[str, Any]], row: Row) -> tuple[str, Any]:
    """Class and value of a row.

    Raises:
        LexiconError: the row names a class that the grammar does not know, or its value is no number.
    """
    try:
        name, value = reader(row)
    except ValueError as problem:
        raise row.error(f"a number is wanted ({problem})") from problem
    if name not in _CHARS:
        raise row.error(f"there is no class {name!r} of time words: use one of {', '.join(NAMES)}")
    return name, value


def words_of(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a lexicon, built once."""
    return lexicon.derive(Vocabulary)


def tokens_of(vocabulary: Vocabulary, text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of folded lower-case text between two offsets."""
    position, words, match_at = start, vocabulary.words, vocabulary.token.match
    while position < end:
        match = match_at(text, position, end)
        if match is None:
            return
        kind = str(match.lastgroup)
        begin, position = match.span(kind)
        yield _token(kind, match.group(kind), begin, position, words)


def _token(kind: str, word: str, start: int, end: int, words: dict[str, _Entry]) -> Token:
    if kind in ("word", "mark"):
        entry = words[" ".join(word.split())]
        return Token(start, end, entry.cls, entry.value, word)
    if kind == "int":
        number = int(word)
        if len(word) == 4:
            name = "year" if 1000 <= number <= 2199 else "num"
        else:
            name = "day" if 1 <= number <= 31 and len(word) <= 2 else "num"
        return Token(start, end, _CHARS[name], number, word)
    if kind == "sum":
        return Token(start, end, _CHARS["sum"], float(word.replace(",", "")), word)
    if kind == "ordinal":
        return Token(start, end, _CHARS["ordinal"], int(word[:-2]), word)
    if kind == "blank":
        return Token(start, end, _CHARS["other"], None, "")
    return Token(start, end, _CHARS[kind], word, word)
