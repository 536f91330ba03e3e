"""What a single noun phrase says about a party, before the document is asked.

A :class:`Reading` is a mention and what is still open about it: ``rules`` makes readings, ``attachment``
joins neighbours, ``discourse`` closes what is open ("it", "the ministry", a surname).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from timeline.actors.gazetteer import Gazetteer
from timeline.actors.phrases import Phrase
from timeline.actors.vocabulary import Vocabulary
from timeline.analysis import ActorMention, Token, is_filler

__all__ = ["ABROAD", "Example", "Frame", "Reading", "Rule", "mention_of", "span_words", "take", "words_of"]

#: Classes of roles that a state has in another one.
ABROAD = frozenset({"post", "diplomat"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
#: Kinds of parties that people speak for.
_OWNING = frozenset({"country", "company"})


@dataclass(slots=True, eq=False)
class Frame:
    """What the rules may look up."""

    gazetteer: Gazetteer
    words: Vocabulary


@dataclass(slots=True, eq=False, init=False)
class Reading:
    """A mention, its phrase, and what is still open about it.

    ``anaphor``: it they he country role bloc group named pair other surname title link, or empty when nothing
    is open.  ``noun`` is the role or class noun, ``office`` the noun with the word before it ("foreign
    minister"); ``subject`` whether a finite verb follows; ``place_name`` whether the words can be a place;
    ``link`` the reading whose party it takes ("the government" of "Iran"); ``group`` the readings it is
    coordinated with ("Britain, France and Germany"), itself among them; ``beside`` likewise for places, of which
    a noun before them is ("officials in Chad and Libya"); ``holder`` the person who owns what
    the phrase names ("Netanyahu's office"), for "his"; ``count`` how many parties a pair or trio stands for.
    """

    mention: ActorMention
    phrase: Phrase
    anaphor: str
    noun: str
    office: str
    subject: bool
    place_name: bool
    link: Reading | None
    group: tuple[Reading, ...]
    beside: tuple[Reading, ...]
    holder: ActorMention | None
    resolved: bool
    count: int

    def __init__(
        self,
        mention: ActorMention,
        phrase: Phrase,
        anaphor: str = "",
        noun: str = "",
        office: str = "",
        subject: bool = False,
        place_name: bool = False,
        link: Reading | None = None,
        group: tuple[Reading, ...] = (),
        beside: tuple[Reading, ...] = (),
        holder: ActorMention | None = None,
        resolved: bool = False,
        count: int = 2,
    ) -> None:
        self.mention = mention
        self.phrase = phrase
        self.anaphor = anaphor
        self.noun = noun
        self.office = office
        self.subject = subject
        self.place_name = place_name
        self.link = link
        self.group = group
        self.beside = beside
        self.holder = holder
        self.resolved = resolved
        self.count = count


_DETERMINERS = frozenset({"the", "a", "an", "least", "most", "this", "that", "these", "those", "neither", "either"})

Example = tuple[str, str, str]
"""A text, a phrase of it, and the codes (or else the name) that its mention must have."""

Rule = Callable[[Phrase, Frame], Reading | None]


def mention_of(phrase: Phrase, frame: Frame, name: str) -> ActorMention:
    """A bare mention of a phrase: offsets, head and number."""
    head = phrase.tokens[phrase.head]
    plural = head.tag in _PLURAL_TAGS or head.lower in frame.words.plural
    return ActorMention(phrase.start, phrase.end, phrase.sentence.index, name, head=head.lower, plural=plural)


def span_words(tokens: list[Token]) -> str:
    """The words of tokens, without leading determiner or *least*, single spaces between, clitics attached."""
    skip = 0
    while skip < len(tokens) - 1 and (
        tokens[skip].lower in _DETERMINERS or is_filler(tokens[skip].lower, tokens[skip + 1].lower)
    ):
        skip += 1
    words = ""
    for i, token in enumerate(tokens[skip:], skip):
        words += token.text if i == skip or token.start == tokens[i - 1].end else " " + token.text
    return words


def words_of(reading: Reading) -> list[str]:
    """The words of a phrase and of the name that it has in the tables."""
    phrase = reading.phrase
    return [*reading.mention.name.split(), *(t.text for t in phrase.tokens[phrase.first : phrase.last])]


def lowers_of(reading: Reading) -> list[str]:
    """The words of a phrase, in small letters."""
    phrase = reading.phrase
    return [t.lower for t in phrase.tokens[phrase.first : phrase.last]]


def take(reading: Reading, found: ActorMention) -> None:
    """Give a reading the party of another."""
    mention = reading.mention
    if reading.anaphor in ("surname", "title", "named") and found.person and mention.name in found.person:
        mention.person, mention.name = found.person, found.name
        mention.role = mention.role or found.role
    elif mention.person:
        mention.name = found.name if found.codes else mention.person
    else:
        mention.name = found.name
        mention.person = found.person if reading.anaphor == "he" and mention.role is None else None
    mention.codes, mention.home = found.codes, found.home
    if found.kind != "unknown" and (not mention.person or found.person or found.kind in _OWNING):
        mention.kind = found.kind
    mention.confidence = round(min(mention.confidence, found.confidence), 3)
