"""Noun phrases that stand for an act told elsewhere: "the move", "the Russian decision", "those sanctions".

A phrase with a definite determiner, or a party's name, and a noun of ``link_references`` is resolved to the act that
its words and its place speak for most (:mod:`timeline.links.antecedents`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter

from timeline.families import families
from timeline.lexicons import Lexicon, PhraseMatcher
from timeline.links.acts import Act, Place, Scene
from timeline.links.antecedents import STEM, Antecedents, Noun, Phrase
from timeline.links.parties import sides

__all__ = ["reference_matcher", "resolve_references"]

_ARTICLES = "the|this|that|these|those|such|both|its|their|his|her"
_DETERMINER = re.compile(rf"(?:\b(?:{_ARTICLES})|'s?)(?:\s+(?!(?:{_ARTICLES}|an?)\b)[\w\"'-]+){{0,3}}\s+[\"']?$")
#: Whose act it is, by a name that is no state's: "Mr Oddsson's remark".
_NAME = re.compile(r"((?:[A-Z][\w-]+\s+){0,2}[A-Z][\w-]+)$")
#: Where the words end that may speak of an act as one's own: "to tell him of the decision".
_BREAK = re.compile(r"[,;:.\"]|--")
_REPORT = 40
_POSSESSIVE = re.compile(r"(?:its|their|his|her)\b")
_POINTING = re.compile(r"(?:this|that|these|those|such)\b")
_WORDS = re.compile(r"\b[a-z]{4,}")
_TAIL = re.compile(r"\s+(?:of|on|against|over|to|from|in)(?:\s+[\w'-]+){1,3}")
_TO = re.compile(r"\s+(?:to|of|not to)\s+(?:the\s+|a\s+)?")
_BY = re.compile(r"\s+by\s+(?:the\s+)?")
#: What parts one clause from the next: an act is not spoken of in its own clause ("expelled ten over the move").
_PART = re.compile(r"[,;:]|--|\b(?:and|but|which|who|that|while|when|after|before)\b")
_LOOK_BACK = 48
#: So many sentences on the act may be told of which a noun says that it came.
_COMING = 2


def reference_matcher(lexicon: Lexicon) -> PhraseMatcher[Noun]:
    """The matcher of reference nouns; give it to ``lexicon.derive``."""
    nouns: dict[str, Noun] = {}
    kin = lexicon.derive(families)
    for row in lexicon.table("link_references"):
        types = frozenset() if row["types"] == "*" else frozenset(row.list("types"))
        for word in row.list("nouns"):
            old = nouns.get(word, Noun(frozenset(), frozenset(), frozenset()))
            first = old.first | frozenset(row.list("types")[:1]) - {"*"}
            nouns[word] = Noun(old.types | types, old.modes | set(row.list("modes")), first, kin.of(word))
    return PhraseMatcher(nouns, ignore_case=True)


def owner_matcher(lexicon: Lexicon) -> PhraseMatcher[str]:
    """Names, adjectives and capitals of states and organisations -> code; give it to ``lexicon.derive``."""
    columns = ("name", "names", "adjectives", "capital", "seats")
    return PhraseMatcher(
        {
            words: row["code"]
            for table in ("organisations", "countries")
            for row in lexicon.table(table)
            for column in columns
            for words in row.list(column)
            if row["code"]
        }
    )


def resolve_references(scene: Scene, lexicon: Lexicon) -> list[Place]:
    """Places of kind ``reference``, one for each phrase that could be resolved."""
    found: list[Place] = []
    acts = Antecedents(scene, lexicon)
    text = acts.lower
    for start, end, noun in lexicon.derive(reference_matcher).finditer(text):
        low = _begin(scene, text, start, end, lexicon)
        if (
            low is None
            or _is_verb(scene, start)
            or any(p.end > low and not _speaks_of(p, low, end) for p in scene.between(low - 80, end))
        ):
            continue
        phrase = _phrase(scene, text, (low, start, end), noun, lexicon)
        spelt = _spelt_out(scene, end) or _to_come(scene, text, phrase, lexicon)
        for act in [spelt] if spelt else acts.resolve(phrase):
            found.append(Place(low, end, act, phrase.sentence, "reference", (low, end)))
    return found


def _words_of(lexicon: Lexicon) -> dict[str, PhraseMatcher[bool]]:
    """Groups of words around references; give it to ``lexicon.derive``."""
    rows = lexicon.table("link_reference_words")
    return {row["group"]: PhraseMatcher(dict.fromkeys(row.list("words"), True), ignore_case=True) for row in rows}


def _to_come(scene: Scene, text: str, phrase: Phrase, lexicon: Lexicon) -> Act | None:
    """The act told next, of which the noun is the announcement: "The answer came a day later. Minsk closed ..." """
    groups = lexicon.derive(_words_of)
    after = len(text) - len(text[phrase.end :].lstrip())
    if groups["answer"].get(text[phrase.start : phrase.end]) is None or groups["coming"].match(text, after) is None:
        return None
    last = min(phrase.sentence + _COMING, len(scene.sentences) - 1)
    for place in scene.between(phrase.end, scene.sentences[last].end):
        if not phrase.owners or phrase.owners & place.act.actors:
            return place.act
    return None


def _phrase(scene: Scene, text: str, span: tuple[int, int, int], noun: Noun, lexicon: Lexicon) -> Phrase:
    """A noun with what its phrase and its clause say of the act it stands for."""
    low, start, end = span
    owners = _owners(scene, low, start, end, lexicon)
    sentence = scene.sentence_at(low)
    beside = scene.between(scene.sentences[sentence].start, low)
    own = [p.act for p in beside if not _PART.search(scene.text, p.end, low)]
    doers = frozenset(party for act in own for party in act.actors)
    lead = text[low:start]
    manner = "possessive" if _POSSESSIVE.match(lead) else "this" if _POINTING.match(lead) else "the"
    tail = _TAIL.match(scene.text, end)
    name = _NAME.search(scene.text, max(0, low - _REPORT), low) if lead.startswith("'") else None
    words = _WORDS.findall(" ".join((lead, tail.group() if tail else "", name.group().lower() if name else "")))
    report = _BREAK.split(text[max(0, low - _REPORT) : low])[-1]
    if next(lexicon.derive(_words_of)["own"].finditer(report), None):
        doers = frozenset()
    kin = noun.kin | lexicon.derive(families).of(lead)
    return Phrase(
        low, start, end, noun, owners, doers, frozenset(a.index for a in own), manner, sentence,
        frozenset(w[:STEM] for w in words), kin, text[end - 1] == "s",
        text.startswith(" of ", end),
    )  # fmt: skip


def _begin(scene: Scene, text: str, start: int, end: int, lexicon: Lexicon) -> int | None:
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


def _is_verb(scene: Scene, start: int) -> bool:
    """Whether the word at an offset is tagged as a verb ("the town that the South claims"), in tagged sentences."""
    tokens = scene.sentences[scene.sentence_at(start)].tokens
    number = bisect_left(tokens, start, key=attrgetter("start"))
    return number < len(tokens) and tokens[number].start == start and tokens[number].tag.startswith("VB")


def _stops(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(row["words"] for row in lexicon.table("link_reference_stops"))


def _owners(scene: Scene, low: int, start: int, end: int, lexicon: Lexicon) -> frozenset[str]:
    """The parties named beside a noun, which did the act it stands for: "Warsaw's latest ban", "the ban by Poland"."""
    matcher = lexicon.derive(owner_matcher)
    codes = [code for _, _, code in matcher.finditer(scene.text, low, start)]
    by = _BY.match(scene.text, end)
    named = matcher.match(scene.text, by.end()) if by else None
    return lexicon.derive(sides).widen([*codes, named[1]] if named else codes)


def _speaks_of(place: Place, low: int, high: int) -> bool:
    """Whether the words of an act of speech hold what it is about: "called the step unlawful"."""
    return place.start < low and place.end >= high and not place.act.harm and place.kind == "trigger"


def _spelt_out(scene: Scene, offset: int) -> Act | None:
    """The act whose words follow at once: "the decision to ban beef" """
    to = _TO.match(scene.text, offset)
    places = scene.between(to.end(), to.end() + 1) if to else []
    return places[0].act if places else None
