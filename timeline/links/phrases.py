"""Noun phrases that may stand for an act: what their words, and the words around them, say of the act."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from timeline.analysis import COMMON_NOUNS, FINITE, MONTHS, WEEKDAYS
from timeline.bounds import civil, weekday_of
from timeline.families import circles, families
from timeline.lexicons import Lexicon, PhraseMatcher
from timeline.links.acts import Act, Scene
from timeline.links.parties import owner_matcher, sides

__all__ = ["ROOT", "STEM", "Dates", "Noun", "Phrase", "begin", "is_head", "phrase_of", "words_of"]

#: Letters by which words of content are compared, and those that a noun and the verb of an act share.
STEM = 5
ROOT = 4
_ARTICLES = "the|this|that|these|those|such|both|its|their|his|her"
_DETERMINER = re.compile(rf"(?:\b(?:{_ARTICLES})|'s?)(?:\s+(?!(?:{_ARTICLES}|an?)\b)[\w\"'-]+){{0,3}}\s+[\"']?$")
#: Whose act it is, by a name that is no state's, or a word: "Mr Oddsson's remark", "the junta's decision".
_OWNER = re.compile(r"((?:[\w-]+\s+){0,2}[\w-]+)$")
#: Where the words end that may speak of an act as one's own: "to tell him of the decision".
_BREAK = re.compile(r"[,;:.\"]|--")
_REPORT = 40
_POSSESSIVE = re.compile(r"(?:its|their|his|her)\b")
_POINTING = re.compile(r"(?:this|that|these|those|such)\b")
_WORDS = re.compile(r"\b[a-z]{4,}")
_TAIL = re.compile(r"\s+(?:of|on|against|over|to|from|in)(?:\s+[\w'-]+){1,3}")
_BY = re.compile(r"\s+by\s+(?:the\s+)?")
#: Of words and of what one cannot do to anybody also these tell whose they are: "the demand from Riga".
_FROM = re.compile(r"\s+(?:by|from)\s+(?:the\s+)?")
_OF = re.compile(r"\s+(?:by|from|of)\s+(?:the\s+)?")
_WORDS_OF = frozenset({"any", "words", "pact"})
#: What parts one clause from the next: an act is not spoken of in its own clause ("expelled ten over the move").
_PART = re.compile(r"[,;:]|--|\b(?:and|but|which|who|that|while|when|after|before)\b")
_LOOK_BACK = 48
#: A clause that goes on to say which act is meant: "the order that had driven them out", "the offer they carried".
_WHICH = re.compile(r"\s+(?:that|which|whose|they|he|she|it|we|[a-z]+ed by)\b")
#: A name or number within the phrase: "the New START treaty", "the 2015 deal".
_TITLE = re.compile(r"\s[\"']?(?:[A-Z]|\d{4}\b)")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_OPENS = re.compile(r"(?:^|[.!?:;]\s+[\"']?|\n\s*)$")
#: So far back (characters) from a phrase the word that governs it may begin.
_GOVERNED = 28
#: Groups of words that govern a phrase, the first counting for a word of several; the last tells nothing of the act.
_PLAIN = "governs"
_GOVERNORS = ("blamed", "praised", "undone", _PLAIN)
_DATED = re.compile(rf"\b(?:{'|'.join((*WEEKDAYS, *MONTHS))})\b")


class Noun(NamedTuple):
    """What a reference noun can stand for, and foremost does; ``types`` empty is any deed."""

    types: frozenset[str]
    modes: frozenset[str]
    first: frozenset[str]
    kin: frozenset[str] = frozenset()
    stances: frozenset[str] = frozenset()
    sort: str = "any"


@dataclass(slots=True, eq=False)
class Dates:
    """The day of the week, month and year that a phrase names: "Tuesday's raid", "the March firings"."""

    day: int
    month: int
    year: int

    def of(self, act: Act) -> bool | None:
        """Whether an act was done then; None where its date does not tell."""
        first, last = act.bounds
        if first is None or last is None:
            return None
        start, end = civil(first), civil(last)
        if self.day >= 0 and first == last and weekday_of(first) != self.day:
            return False
        if self.month and start[:2] == end[:2] and start[1] != self.month:
            return False
        return not (self.year and start[0] == end[0] and start[0] != self.year)


@dataclass(slots=True, eq=False)
class Phrase:
    """A noun phrase that stands for an act: from its determiner or owner to the noun, and what follows the noun.

    ``owners`` are the parties named with it, ``doers`` who acts in its own clause, ``own`` (by index) what they do
    there, which it does not mean, ``named`` the parties that its sentence names before it, ``subject`` the last of
    them.  ``described`` when an of-phrase tells what was done ("the murder of a candidate").  ``tone``: blamed, praised
    or undone by the word that governs it.  ``circles`` are those of ``kin``, ``signs`` hang on the phrase alone.
    """

    low: int
    start: int
    end: int
    noun: Noun
    owners: frozenset[str]
    doers: frozenset[str]
    named: frozenset[str]
    subject: frozenset[str]
    own: frozenset[int]
    manner: str  # the | this | possessive
    sentence: int
    stems: frozenset[str]
    kin: frozenset[str]
    circles: frozenset[str]
    plural: bool
    described: bool
    tone: str
    dates: Dates | None
    signs: tuple[str, ...]


def words_of(lexicon: Lexicon) -> dict[str, PhraseMatcher[bool]]:
    """Groups of words around references; give it to ``lexicon.derive``."""
    rows = lexicon.table("link_reference_words")
    return {row["group"]: PhraseMatcher(dict.fromkeys(row.list("words"), True), ignore_case=True) for row in rows}


def begin(scene: Scene, text: str, start: int, end: int, lexicon: Lexicon) -> int | None:
    """Where the phrase of a noun begins: at the party named before it ("Polish sanctions"), or at its determiner."""
    stops = lexicon.derive(_stops)
    names = lexicon.derive(owner_matcher).finditer(scene.text, max(0, start - _LOOK_BACK), start)
    for low, stop, _ in reversed(list(names)):
        between = text[stop:start].removeprefix("'s").split()
        if len(between) <= 1 and not stops.intersection(between) and "," not in text[stop:start]:
            return low
    determiner = _DETERMINER.search(text, max(0, start - _LOOK_BACK), start)
    if determiner is None or stops.intersection(determiner.group().split()[1:]):
        return None
    return None if determiner.group().startswith("that") and text[end - 1] == "s" else determiner.start()


def phrase_of(scene: Scene, text: str, span: tuple[int, int, int], noun: Noun, lexicon: Lexicon) -> Phrase:
    """A noun with what its phrase and its clause say of the act it stands for."""
    low, start, end = span
    owners, by_owner = _owners(scene, span, noun, lexicon)
    sentence = scene.sentence_at(low)
    opening = scene.sentences[sentence].start
    own = [p.act for p in scene.between(opening, low) if not _PART.search(scene.text, p.end, low)]
    lead = text[low:start]
    manner = "possessive" if _POSSESSIVE.match(lead) else "this" if _POINTING.match(lead) else "the"
    groups = lexicon.derive(words_of)
    kin = noun.kin | lexicon.derive(families).of(lead)
    wide = lexicon.derive(circles)
    governor = _governor(text, opening, low, lexicon)
    tone = "" if governor == _PLAIN else governor
    doers = frozenset(party for act in own for party in act.actors)
    named = [(at, code) for at, _, code in lexicon.derive(owner_matcher).finditer(scene.text, opening, low)]
    subject = named[-1:]
    report = low - len(_BREAK.split(text[max(0, low - _REPORT) : low])[-1])
    theirs = next(groups["own"].finditer(text, report, low), None)
    if theirs:  # "told the envoy of the decision": whoever tells of it took it
        doers, tone, subject = frozenset(), tone or "undone", _teller(text, theirs[0], named)
    described = not by_owner and text.startswith(" of ", end)
    widen = lexicon.derive(sides).widen
    return Phrase(
        low=low,
        start=start,
        end=end,
        noun=noun,
        owners=owners,
        doers=doers,
        named=widen([code for _, code in named]),
        subject=widen([code for _, code in subject]),
        own=frozenset(a.index for a in own),
        manner=manner,
        sentence=sentence,
        stems=_stems(text, span),
        kin=kin,
        circles=frozenset().union(*[wide[f] for f in kin]),
        plural=text[end - 1] == "s",
        described=described,
        tone=tone,
        dates=_dates(lead),
        signs=tuple(_own_signs(scene, text, span, noun, manner, governor, bool(owners), described, groups)),
    )


def _teller(text: str, start: int, named: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The party, by where it is named, that tells of an act of its own in words that begin at an offset."""
    before = [(at, code) for at, code in named if at < start]
    return before[:1] if text.endswith("to ", 0, start) else before[-1:]


def _stems(text: str, span: tuple[int, int, int]) -> frozenset[str]:
    """The beginnings of the words of content in a phrase, in what follows its noun and in its owner's name."""
    low, start, end = span
    lead = text[low:start]
    tail = _TAIL.match(text, end)
    name = _OWNER.search(text, max(0, low - _REPORT), low) if lead.startswith("'") else None
    words = _WORDS.findall(" ".join((lead, tail.group() if tail else "", name.group() if name else "")))
    return frozenset([w[:STEM] for w in words])


def _own_signs(
    scene: Scene, text: str, span: tuple[int, int, int], noun: Noun, manner: str, governor: str, owned: bool,
    described: bool, groups: dict[str, PhraseMatcher[bool]],
) -> list[str]:  # fmt: skip
    """What speaks for or against the phrase meaning any act told elsewhere."""
    low, start, end = span
    signs = [manner, f"sort_{noun.sort}"]
    if (not owned and _TITLE.search(scene.text, low + 1, start) and not _DATED.search(text, low, start)) or (
        scene.text[start].isupper() and low < start
    ):
        signs.append("titled")
    if _WHICH.match(text, end):
        signs.append("which")
    elif described:
        signs.append("of_phrase")
    if low + 4 < start and groups["another"].is_in(text, low, start):
        signs.append("another")
    if governor:
        signs.append("governed" if governor == _PLAIN else "judged")
    elif _OPENS.search(text, max(0, low - 4), low):
        signs.append("opens")
    if low + 4 == start and manner == "the" and text.startswith("the", low):
        signs.append("plain")
    return signs


def _governor(text: str, least: int, low: int, lexicon: Lexicon) -> str:
    """The group of the words that stand right before an offset; empty for none."""
    hits = list(lexicon.derive(_governors).finditer(text, max(least, low - _GOVERNED), low))
    return hits[-1][2] if hits and not text[hits[-1][1] : low].strip(" \"'") else ""


def _governors(lexicon: Lexicon) -> PhraseMatcher[str]:
    """Words that may stand right before a phrase -> their group; give it to ``lexicon.derive``."""
    rows = {row["group"]: row.list("words") for row in lexicon.table("link_reference_words")}
    return PhraseMatcher({word: group for group in reversed(_GOVERNORS) for word in rows[group]}, ignore_case=True)


def _dates(lead: str) -> Dates | None:
    """The dates in the words before a noun."""
    dated, year = _DATED.findall(lead), _YEAR.search(lead)
    if not dated and year is None:
        return None
    day = next((WEEKDAYS.index(w) for w in dated if w in WEEKDAYS), -1)
    month = next((MONTHS.index(w) + 1 for w in dated if w in MONTHS), 0)
    return Dates(day, month, int(year.group()) if year else 0)


def is_head(scene: Scene, low: int, start: int, end: int) -> bool:
    """Whether a noun heads the phrase that begins at ``low``, in tagged sentences: no verb ("the town that the South
    claims"), none before it ("Minsk called revenge"), and not before another noun ("the ruling party")."""
    tokens = scene.sentences[scene.sentence_at(start)].tokens
    number = bisect_left(tokens, start, key=attrgetter("start"))
    if number >= len(tokens) or tokens[number].start != start:
        return True
    if tokens[number].tag.startswith("VB"):
        return False
    before = number - 1
    while before >= 0 and tokens[before].start >= low:
        if tokens[before].tag in FINITE:
            return False
        before -= 1
    while number < len(tokens) and tokens[number].end < end:
        number += 1
    following = tokens[number + 1] if number + 1 < len(tokens) else None
    return following is None or following.start > end + 1 or following.tag not in COMMON_NOUNS


def _stops(lexicon: Lexicon) -> frozenset[str]:
    """Words that part a noun from what looks like its owner; give it to ``lexicon.derive``."""
    return frozenset(row["words"] for row in lexicon.table("link_reference_stops"))


def _owners(scene: Scene, span: tuple[int, int, int], noun: Noun, lexicon: Lexicon) -> tuple[frozenset[str], bool]:
    """The parties named beside a noun, which did the act it stands for: "Warsaw's latest ban", "the ban by Poland".

    Besides whether one of them stands behind the noun.
    """
    low, start, end = span
    matcher = lexicon.derive(owner_matcher)
    codes = [code for _, _, code in matcher.finditer(scene.text, low, start)]
    theirs = noun.sort == "any" or "REQUEST" in noun.first
    by = (_OF if theirs else _FROM if noun.sort in _WORDS_OF else _BY).match(scene.text, end)
    named = matcher.match(scene.text, by.end()) if by else None
    return lexicon.derive(sides).widen([*codes, named[1]] if named else codes), named is not None
