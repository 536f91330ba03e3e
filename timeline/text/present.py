"""Nouns that may be verbs in the present tense: in -s ("strikes", "visits"), and after plurals ("shell", "trade")."""

from __future__ import annotations

from timeline.analysis import FINITE
from timeline.text.neighbours import (
    BEFORE_NOUN,
    CLAUSE_BREAK,
    NOUNISH,
    OPENS_OBJECT,
    PARTICLES,
    RELATIVE,
    SUBORDINATORS,
    Site,
)

__all__ = ["s_form", "verb_of_plurals"]

_PRESENT = frozenset({"VBZ", "MD"})
#: After these a bare noun is no subject ("of gas supplies").
_TAKES_NOUN = frozenset({"VBG", "VB", "VBD", "VBN", "IN"})
#: What a verb in the present tense may be followed by, after a name and after what renames its subject.
_OBJECTS = frozenset({"IN", "NNS", "NN", "JJ"})
_OBJECTS_OF_APPOSED = frozenset({"NNP", "NNS", "NN", "JJ", "CD", "IN"})
_AFTER_OBJECT = frozenset({"IN", "PUNCT", "CC", "RB", "TO", "WDT", "WP", "RP", "VBN", "VBD"})
_NAME_PARTS = frozenset({"NNP", "NN", "NNS", "JJ", "DT", "POS", "IN", "PRP$", "CD", "RB", "TO"})
_THIRD_PERSON = frozenset({"VBZ"})
_OBJECTS_OF_NEXT = frozenset({"NNP", "NN", "NNS", "JJ", "CD"})
_PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})
_OBJECTS_OF_PLURALS = frozenset({"DT", "NNP", "JJ", "PRP$", "PRP", "CD"})
#: Words that open a clause, never a phrase.
_CLAUSAL = frozenset({"as", "while", "that", "because", "although", "though", "if"})
_SUBJECT_PARTS = frozenset({"NNP", "NN", "NNS", "JJ", "DT", "POS", "PRP$", "CD"})


def s_form(site: Site) -> str | None:
    """``strikes``: third person or plural."""
    if "NNS" not in site.allowed:
        return None if site.before is not None and site.before.tag == "PRP$" else "VBZ"  # "turned their backs"
    before, follows, nxt = site.before, site.follows, site.next_word
    if before is not None and before.tag == "CC" and _goes_on_in_present(site):
        return "VBZ"
    if before is not None and before.lower == "," and site.i > 1:
        if follows in ("TO", "DT", "PRP$", "PRP") or nxt == "that" or _after_apposition(site):
            return "VBZ"
        if site.is_headline and site.earlier(_THIRD_PERSON) and (follows in _OBJECTS_OF_NEXT or _plural_object(site)):
            return "VBZ"  # "Egypt imposes curfew, | arrests dozens"
    if before is None or before.tag in BEFORE_NOUN or before.tag in ("IN", "TO", "MD", "CC", "VBG"):
        return "NNS"
    if before.tag in ("PRP", "WP", "WDT", "EX") or (site.tokens[site.i].lower == "helps" and "VB" in site.following):
        return "VBZ"
    if before.tag in NOUNISH and site.tokens[site.i - 1].lower.endswith("ly") and follows in _OBJECTS | OPENS_OBJECT:
        return "VBZ"  # "Chad traditionally | supplies oil"
    if before.tag == "NN" and follows in ("TO", "IN") and site.i > 1 and site.tokens[site.i - 2].tag in _TAKES_NOUN:
        return "NNS"  # "after suspending gas supplies to"
    if before.tag in ("NN", "NNP") and not site.has_finite:
        if follows in OPENS_OBJECT or follows in ("JJ", "VBG", "VBN") or _adverb_after(site):
            return "VBZ"
        if nxt == "that" or nxt in PARTICLES - {"over", "on"}:
            return "VBZ"
        if follows in ("IN", "NNS", "NN") and not site.earlier(FINITE) and not site.finite_ahead:
            return "VBZ"
        if before.tag == "NNP" and (follows in _OBJECTS or _plural_object(site)) and not site.finite_in_clause:
            return "VBZ"  # "Egypt masses troops as Libya warns"
    return "NNS"


def _plural_object(site: Site) -> bool:
    """``tables | charges against``: what follows can be a plural, and has no object of its own."""
    return "NNS" in site.following and site.follows_next in _AFTER_OBJECT


def _after_apposition(site: Site) -> bool:
    """``Chile's president, Gabriel Boric, | visits Lima``: the subject, a name or clause for it, then the verb."""
    tokens, i = site.tokens, site.i
    if not (site.follows in _OBJECTS_OF_APPOSED or _plural_object(site)) or site.finite_in_clause:
        return False
    opening = next((j for j in range(i - 2, 0, -1) if tokens[j].lower == ","), 0)
    between = tokens[opening + 1 : i - 1]
    if not opening or tokens[opening - 1].tag not in NOUNISH or any(t.tag == "CC" for t in between):
        return False
    first, rest = between[0].tag if between else "", between[1:]
    if first in _PARTICIPLES:  # "the decree, signed in May, | bans …"
        apposed = all(t.tag not in FINITE for t in rest)
    else:
        apposed = first in RELATIVE or (bool(between) and all(t.tag in _NAME_PARTS for t in between))
    start = opening
    while start > 0 and tokens[start - 1].tag in _SUBJECT_PARTS:
        start -= 1
    opens = start == 0 or tokens[start - 1].lower in CLAUSE_BREAK or tokens[start - 1].tag in ("IN", "CC")
    return apposed and opens and not any(t.tag in FINITE for t in tokens[start:opening])


def _goes_on_in_present(site: Site) -> bool:
    """``expels diplomats and closes its embassy``: after *and*, with an object, in a sentence of the present tense."""
    if not site.earlier(_PRESENT):
        return False
    if site.follows in OPENS_OBJECT or site.follows in ("NNS", "VBG", "NN", "JJ"):
        return True
    if site.next_word in ("on", "for") and site.tokens[site.i].lower == "calls" and site.follows_next in OPENS_OBJECT:
        return True
    particle = site.follows in ("RB", "RP") or site.next_word in ("home", "off", "out", "up", "down", "back")
    return particle and site.follows_next in OPENS_OBJECT


def _adverb_after(site: Site) -> bool:
    return site.forms.tags.get(site.next_word, ("",))[0] in ("RB", "RP")


def _goes_on_with_particle(site: Site) -> bool:
    """``Troops in Chad | hand over three men``, ``fire on a boat``: in a whole sentence, a particle or preposition."""
    if site.before is None or site.before.tag not in NOUNISH or site.tokens[-1].lower != ".":
        return False
    return site.follows in ("IN", "RP") or site.next_word in PARTICLES


def verb_of_plurals(site: Site) -> bool:
    """``Senators in Lima | table a motion``, ``the navies | trade fire``: the subject of the clause is a plural, and
    no other word can be its verb."""
    tokens, i = site.tokens, site.i
    alone = site.follows in ("NN", "NNS") or _plural_object(site)
    if site.follows not in _OBJECTS_OF_PLURALS and not (alone and site.follows_next in _AFTER_OBJECT):
        if not _goes_on_with_particle(site):
            return False
    start = i
    while start > 0 and tokens[start - 1].tag in _NAME_PARTS and tokens[start - 1].lower not in _CLAUSAL:
        start -= 1
    opens = start == 0 or tokens[start - 1].lower in CLAUSE_BREAK or tokens[start - 1].lower in SUBORDINATORS
    if start == i or not opens or site.finite_in_clause:
        return False
    head = next((j for j in range(start, i) if tokens[j].tag in ("IN", "TO")), i) - 1
    while head > start and tokens[head].tag in ("JJ", "RB"):  # "fighters | loyal | to the general"
        head -= 1
    return head >= start and tokens[head].tag == "NNS"
