"""Bodies that no table lists, by their names: "the Popular Renewal Front (PRF)", "the Alliance for a Free Lofa".

A name in capitals that ends in the noun of a political body, or goes on behind it with what it is for, is a party of
the document: "the front", "PRF fighters" and "the rebels" then point back to it as to one of the tables.
"""

from __future__ import annotations

import re

from timeline.actors.gazetteer import Entry, Gazetteer, build_gazetteer, plain
from timeline.actors.phrases import Hit
from timeline.analysis import fold
from timeline.lexicons import Lexicon
from timeline.models import Actor, Event

__all__ = ["UnlistedWords", "by_name", "with_unlisted"]

#: How many words of a name may stand before the noun of a body, and how long each may be.
_MOST, _REACH = 5, 30
_WORD_BEFORE = re.compile(r"\b([A-Z][\w-]*(?:'s|s')?) $")
#: What a body is for, or where it is.
_FOR = re.compile(r" (for|of) (?:(?:the|a) )?([A-Z][\w-]*(?: (?:(?:and|of|for) (?:the )?)?[A-Z][\w-]*)*)")
#: The short form that a text gives of a name.
_SHORT = re.compile(r" ?\(([A-Z][A-Za-z-]{1,9})\)")
#: What makes a noun the beginning of another name, and a word that no headline in capitals has.
_GOES_ON = re.compile(r" (?:(?:for|of) (?:the )?)?[A-Z]")
_SMALL_WORD = re.compile(r"\b(?!(?:of|in|to|and|or|for|the|an?|on|at|by|with|from|as|after|over|into|off|up|s)\b)[a-z]")
_PLACES = frozenset({"country", "area", "people"})


class UnlistedWords:
    """The nouns of bodies and the words that are no part of their names.  Give it to ``lexicon.derive``."""

    def __init__(self, lexicon: Lexicon) -> None:
        rows = lexicon.table("unlisted_bodies")
        self.always = frozenset(row["noun"] for row in rows if row["with"] == "any")
        self.nouns = frozenset(row["noun"] for row in rows)
        self.find = re.compile(rf"\b(?:{'|'.join(sorted(self.nouns, key=len, reverse=True))})\b")
        told: dict[str, set[str]] = {}
        for row in lexicon.table("unlisted_words"):
            told.setdefault(row["is"], set()).add(row["word"])
        self.causes, self.openers, self.others, self.owners, self.local = (
            frozenset(told.get(kind, ())) for kind in ("cause", "opener", "other", "owner", "local")
        )


def with_unlisted(text: str, hits: list[Hit], words: UnlistedWords) -> list[Hit]:
    """The names of the tables in a text, and those of bodies that no table lists; a longer name takes its parts in."""
    if words.find.search(text) is None:
        return hits
    folded = plain(fold(text))
    found: list[Hit] = []
    for noun in words.find.finditer(folded):
        if not found or noun.start() >= found[-1].end:
            hit = _body((text, folded), noun.start(), noun.end(), hits, words)
            if hit is not None:
                found.append(hit)
    if not found:
        return hits
    found += _told_shorter(folded, found, words)
    kept = [h for h in hits if not any([f.start < h.end and h.start < f.end for f in found])]
    return sorted([*kept, *found], key=lambda h: h.start)


def _told_shorter(folded: str, found: list[Hit], words: UnlistedWords) -> list[Hit]:
    """Where the bodies are told by the short form that the text gives ("PRF"), or by their noun ("the Front")."""
    shorts: dict[str, Entry] = {}
    by_noun: dict[str, set[str]] = {}
    for hit in found:
        short = _SHORT.match(folded, hit.end)
        if short is not None and sum([letter.isupper() for letter in short.group(1)]) > 1:
            shorts.setdefault(short.group(1), hit.entry)
        noun = words.find.search(hit.words)
        if noun is not None:
            by_noun.setdefault(noun.group(), set()).add(hit.entry.name)
    told = {hit.entry.name: hit.entry for hit in found}
    shorts.update({noun: told[names.pop()] for noun, names in by_noun.items() if len(names) == 1})
    if not shorts:
        return []
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, shorts))})\b")
    return [
        Hit(m.start(), m.end(), m.group(), shorts[m.group()])
        for m in pattern.finditer(folded)
        if not any([h.start < m.end() and m.start() < h.end for h in found])
        and (m.group() not in by_noun or _stands_alone(folded, m.start(), m.end()))
    ]


def _stands_alone(folded: str, start: int, end: int) -> bool:
    """``the Front``: the noun is no part of another name."""
    return folded[max(0, start - 4) : start].lower() == "the " and _GOES_ON.match(folded, end) is None


def _body(texts: tuple[str, str], start: int, end: int, hits: list[Hit], words: UnlistedWords) -> Hit | None:
    """The body whose noun stands at some offsets of a text (as written, and folded); None where the words are no name
    of one, or one of the tables."""
    text, folded = texts
    inner = _words_before(folded, start, words)
    if any([h.start < end and start < h.end and _is_whole(h, folded[start:end], hits) for h in hits]):
        return None  # a name of the tables
    first = start - sum([len(word) + 1 for word in inner])
    goal = _goal(folded, end, hits, words, alone=not inner)
    last = end + len(goal)
    inside = [h for h in hits if first <= h.start < last]
    places = {w for h in inside if h.start < start and h.entry.kind in _PLACES for w in h.words.split()}
    own = frozenset(inner) - places
    of_state = any([h.entry.via == "demonym" or h.words == h.entry.name for h in inside if h.entry.kind == "country"])
    if not words.others.isdisjoint(inner) or not (own or goal or (places and not of_state)):
        return None
    stands_for = not words.causes.isdisjoint(own) or (not of_state and not words.local.isdisjoint(own))
    if folded[start:end] not in words.always and not stands_for and not goal.startswith(" for"):
        return None
    definite = folded[max(0, first - 4) : first].lower() == "the "
    if not (definite or len(inner) > 1 or goal) or _is_headline(folded, start):
        return None
    states = [h.entry.codes[0] for h in inside if h.entry.kind == "country" and len(h.entry.codes) == 1]
    name = text[first:last]
    return Hit(first, last, folded[first:last], Entry(name, (name,), "group", home=states[0] if states else None))


def _is_whole(hit: Hit, noun: str, hits: list[Hit]) -> bool:
    """Whether a name of the tables that has the noun is all of a body's name ("Chadian | Patriotic Front" is not)."""
    if hit.entry.kind == "media" or hit.words == noun:
        return False
    states = {h.entry.codes for h in hits if h.end == hit.start - 1 and h.entry.kind == "country"}
    return hit.entry.home is None or states <= {(hit.entry.home,)}


def _words_before(folded: str, start: int, words: UnlistedWords) -> list[str]:
    """The capitalised words right before the noun of a body that belong to its name."""
    inner: list[str] = []
    first = start
    while len(inner) < _MOST and (before := _WORD_BEFORE.search(folded, max(0, first - _REACH), first)) is not None:
        word = before.group(1)
        if word in words.openers or (word.endswith("'s") and word not in words.owners):
            break
        inner.insert(0, word)
        first = before.start(1)
    return inner


def _goal(folded: str, end: int, hits: list[Hit], words: UnlistedWords, *, alone: bool) -> str:
    """What follows the noun of a body and says what it is for or of; empty where that is no part of the name."""
    behind = _FOR.match(folded, end)
    if behind is None or behind.group(2).partition(" ")[0] in words.openers:
        return ""
    if behind.group(1) == "of" and alone:
        return ""  # "the Party of Peru"
    named = next((h.entry.kind for h in hits if h.start == behind.start(2)), "")
    if named == "person" or (named and behind.group(1) == "for" and not alone):
        return ""
    return behind.group()


def _is_headline(folded: str, start: int) -> bool:
    """Whether the line has hardly a word in small letters: there any word may have a capital."""
    line = folded[folded.rfind("\n", 0, start) + 1 : (folded.find("\n", start) + 1 or len(folded) + 1) - 1]
    return _SMALL_WORD.search(line) is None


def by_name(events: list[Event], lexicon: Lexicon) -> list[Event]:
    """The events with such bodies under their names: no table gives them a code."""
    gazetteer = lexicon.derive(build_gazetteer)

    def told(parties: tuple[Actor, ...]) -> tuple[Actor, ...]:
        return tuple([a.model_copy(update={"code": None}) if _is_unlisted(a, gazetteer) else a for a in parties])

    return [
        event.model_copy(update={"actors": told(event.actors), "targets": told(event.targets)})
        if any([_is_unlisted(a, gazetteer) for a in (*event.actors, *event.targets)])
        else event
        for event in events
    ]


def _is_unlisted(party: Actor, gazetteer: Gazetteer) -> bool:
    return (
        party.kind == "group"
        and party.code is not None
        and party.code == party.name
        and not gazetteer.senses(party.name)
    )
