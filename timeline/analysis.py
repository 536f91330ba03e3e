"""What the rooms hand to each other while one document is read; it never leaves the library.

Slotted dataclasses rather than pydantic records: they are made by the thousand.  So are those of the rooms, and
the constructors of the commonest are written out, since the ones that ``dataclass`` makes cannot be compiled.
Offsets are absolute code points of the document's text, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = [
    "COMMON_NOUNS",
    "CURRENCIES",
    "FINITE",
    "MONTHS",
    "NAMES",
    "UNITS_OF_TIME",
    "VERBAL",
    "WEEKDAYS",
    "ActorMention",
    "Chunk",
    "Sentence",
    "Token",
    "fold",
    "is_filler",
    "lowered",
]

#: The tags of finite verbs and modals.
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: The tags of all forms of verbs, those of names, and those of nouns that are none.
VERBAL = frozenset({"VB", "VBP", "VBZ", "VBD", "VBG", "VBN"})
NAMES = frozenset({"NNP", "NNPS"})
COMMON_NOUNS = frozenset({"NN", "NNS"})
#: Words before the noun for some people that say nothing of who they are.
_FILLERS = frozenset(
    {"several", "many", "another", "further", "various", "numerous", "certain", "additional", "fellow", "prominent",
     "well-known", "angry", "furious", "enraged", "alleged", "suspected", "dead"}
)  # fmt: skip
_ROUND_NUMBERS = frozenset({"hundred", "thousand", "dozen", "million"})
#: Signs of money before a number ("$20m").
CURRENCIES = frozenset("$€£¥")
#: Days of the week from Monday on, and months, by their full names in small letters.
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
#: Words for lengths of time, as a number counts them.
UNITS_OF_TIME = frozenset(
    "minute minutes hour hours day days week weeks month months year years decade decades".split()
)
#: One-to-one replacements, so that offsets stay: spaces, quotes and dashes as ASCII has them.
_FOLD = {
    **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u3000", " "),
    **dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201f\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
}


def fold(text: str) -> str:
    """The text with typographic spaces, quotes and dashes made ASCII, of the same length.

    >>> fold("“May\\u00a04” – it’s")
    '"May 4" - it\\'s'
    """
    if not text.isascii():  # nothing to fold is ASCII
        for char, plain in _FOLD.items():  # far faster than str.translate, which looks every character up
            text = text.replace(char, plain)
    return text


def lowered(folded: str) -> str:
    """Folded text in lower case, of the same length.

    >>> lowered("\u0130zmir, MAY 4")
    '\u0130zmir, may 4'
    """
    lower = folded.lower()
    if len(lower) == len(folded):
        return lower
    return "".join(low if len(low := c.lower()) == 1 else c for c in folded)


def is_filler(word: str, following: str) -> bool:
    """Whether a word says nothing of the people named after it: "several soldiers", not "several hundred soldiers"."""
    return word in _FILLERS and following not in _ROUND_NUMBERS


@dataclass(slots=True, eq=False, init=False)
class Token:
    """A word, number or mark.  ``lower`` is folded and in lower case.

    ``tag`` is a Penn-style part of speech (NN NNS NNP VB VBD VBG VBN VBP VBZ MD JJ RB DT IN TO CC CD
    PRP PRP$ WP WDT WRB EX POS PUNCT …), ``lemma`` the base form of a verb or the singular of a noun.
    """

    start: int
    end: int
    text: str
    lower: str
    tag: str
    lemma: str

    def __init__(self, start: int, end: int, text: str, lower: str, tag: str = "", lemma: str = "") -> None:
        self.start = start
        self.end = end
        self.text = text
        self.lower = lower
        self.tag = tag
        self.lemma = lemma


@dataclass(slots=True, eq=False, init=False)
class Chunk:
    """A base phrase: tokens ``first`` to ``last`` (exclusive) of a sentence, ``head`` its head token."""

    kind: Literal["NP", "VP", "PP"]
    first: int
    last: int
    head: int

    def __init__(self, kind: Literal["NP", "VP", "PP"], first: int, last: int, head: int) -> None:
        self.kind = kind
        self.first = first
        self.last = last
        self.head = head


@dataclass(slots=True, eq=False, init=False)
class Sentence:
    """A sentence, heading or entry.  ``text == document.text[start:end]``.

    ``kind``: ``title`` (the document's own title line), ``heading`` (a line without a full stop),
    ``body``, ``entry`` (of a dated list or table), ``boilerplate`` (byline, caption, "Share").
    ``words`` are those of its tokens, as they stand (in lower case) and as their base forms.
    """

    index: int
    start: int
    end: int
    text: str
    paragraph: int
    kind: Literal["title", "heading", "body", "entry", "boilerplate"]
    tokens: list[Token]
    chunks: list[Chunk]
    words: frozenset[str]

    def __init__(
        self,
        index: int,
        start: int,
        end: int,
        text: str,
        paragraph: int,
        kind: Literal["title", "heading", "body", "entry", "boilerplate"] = "body",
        tokens: list[Token] | None = None,
        chunks: list[Chunk] | None = None,
        words: frozenset[str] = frozenset(),
    ) -> None:
        self.index = index
        self.start = start
        self.end = end
        self.text = text
        self.paragraph = paragraph
        self.kind = kind
        self.tokens = [] if tokens is None else tokens
        self.chunks = [] if chunks is None else chunks
        self.words = words


@dataclass(slots=True, eq=False, init=False)
class ActorMention:
    """A noun phrase that names, describes or stands for a party.

    ``start``/``end`` cover the whole base phrase ("10 Russian diplomats"), ``head`` is its head noun in
    lower case.  ``codes`` are the parties it stands for (several for "both sides"); empty for a party
    that no table knows, then ``name`` keeps the words.  ``kind`` and ``via`` as in ``models.Actor``.
    ``role`` is the noun that makes it a part of the party (minister, army, diplomats, companies).
    ``is_place`` when the words name a place rather than a party ("in Damascus").
    ``person`` is the full name of the person meant, where one is known; ``home`` the country of a group,
    company or person ("protesters in Cairo"), for coders that count them for their state.
    ``media`` marks newspapers and agencies, which are mostly cited, not acting.  ``anaphoric`` when the words only
    point back ("it", "the ministry"), so that the party is a conclusion.
    """

    start: int
    end: int
    sentence: int
    name: str
    codes: tuple[str, ...]
    kind: str
    via: str
    role: str | None
    head: str
    plural: bool
    is_place: bool
    confidence: float
    person: str | None
    home: str | None
    media: bool
    anaphoric: bool

    def __init__(
        self,
        start: int,
        end: int,
        sentence: int,
        name: str,
        codes: tuple[str, ...] = (),
        kind: str = "unknown",
        via: str = "name",
        role: str | None = None,
        head: str = "",
        plural: bool = False,
        is_place: bool = False,
        confidence: float = 0.8,
        person: str | None = None,
        home: str | None = None,
        media: bool = False,
        anaphoric: bool = False,
    ) -> None:
        self.start = start
        self.end = end
        self.sentence = sentence
        self.name = name
        self.codes = codes
        self.kind = kind
        self.via = via
        self.role = role
        self.head = head
        self.plural = plural
        self.is_place = is_place
        self.confidence = confidence
        self.person = person
        self.home = home
        self.media = media
        self.anaphoric = anaphoric
