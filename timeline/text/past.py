"""Past forms in -ed and their like: past tense, participle, or a reduced relative clause ("rockets fired from …")."""

from __future__ import annotations

from timeline.analysis import FINITE, MONTHS, VERBAL, WEEKDAYS, Token
from timeline.text.neighbours import (
    BEFORE_NOUN,
    CLAUSE_BREAK,
    NOUNISH,
    OPENS_OBJECT,
    RELATIVE,
    SUBORDINATORS,
    Site,
)

__all__ = ["SAID", "past"]

#: Conjunctions that a participle may follow ("as expected", "when asked").
_BEFORE_PARTICIPLE = frozenset("as if when once unless though although than where".split())
_CLAUSE_OPENERS = frozenset("and but that who which when as".split())
#: Participles that keep an object ("students given a visa"); others before an article are finite.
_TWO_OBJECTS = frozenset("given granted offered awarded paid called named shown denied sent handed told asked".split())
#: Words that stand for a noun before a verb with its object ("each charged the other").
_ALONE = frozenset({"each", "both", "neither", "either", "others", "many", "most", "all", "none", "several"})
_DEMONSTRATIVES = frozenset({"this", "these", "those", "that"})
_NAMING = frozenset({"NN", "NNS", "JJ"})
#: A verb, or its particle ("gave up | seized ships").
_VERBS = VERBAL | {"RP"}
_DETERMINED = frozenset({"DT", "PRP$", "POS"})
#: Before words in quotation marks that are no whole clause.
_INTO_QUOTE = frozenset({"VBG", "VB", "DT", "IN", "JJ", "PRP$", "POS"})
#: Participles that go with *of*.
_CHARGED = frozenset("accused suspected convicted acquitted deprived stripped robbed".split())
#: Verbs of saying that stand before their subject after what was said.
SAID = frozenset("said added warned insisted argued noted explained declared announced claimed stated".split())
_OBJECT_OR_PLACE = OPENS_OBJECT | {"IN"}
_OBJECTS = frozenset({"DT", "PRP$", "CD", "JJ", "NNP"})
#: What a reported deed is done to, and how long the name of who did it may be.
_REPORTED_OBJECTS = frozenset({"NNS", "NN", "NNP", "JJ"})
_SUBJECT_TAGS = NOUNISH | {"DT", "JJ", "POS", "PRP$", "CD"}
_SUBJECT_REACH = 7
_DAYS = frozenset({"yesterday", "today", "last"}).union(WEEKDAYS, MONTHS)
_SAYING = SAID | frozenset(
    "say says claim claims insist insists allege alleges alleged maintain maintains maintained report reports reported "
    "believe believes believed think thinks thought fear fears feared suspect suspects suspected confirm confirms "
    "confirmed hear heard know knows knew".split()
)


def past(site: Site) -> str | None:
    """``fired``: past tense, participle after *have/be*, or a reduced relative clause."""
    allowed, before = site.allowed, site.before
    if before is None:
        return "VBN"
    if before.tag in ("TO", "MD") and "VB" in allowed:
        return "VB"
    if before.tag in _DETERMINED and "NN" in allowed and site.follows in ("TO", "IN"):
        return "NN"  # "Chad's | bid to join", "in a | bid to"
    if before.lower == '"' and site.i > 1 and site.tokens[site.i - 2].tag in _INTO_QUOTE and site.follows in NOUNISH:
        return "VBN"  # "carrying | "smuggled fuel""
    if site.tokens[site.i].lower in _CHARGED and site.next_word == "of" and before.tag == "CC":
        return "VBN"  # "arrested and | accused of"
    if before.lower in (",", '"') and site.tokens[site.i].lower in SAID and site.follows in ("NNP", "DT", "PRP", "JJ"):
        return "VBD"  # "would be considered, said the minister"
    if site.tokens[site.i].lower in SAID and _follows_verb(site, before):
        return "VBD"  # "who asked not to be named | said"
    if _has_auxiliary(site):
        return "VBN"
    if before.tag == "VBD" and site.i > 1 and site.tokens[site.i - 2].tag in RELATIVE and "VBD" in allowed:
        return "VBD"  # "the raid that followed | left ten dead"
    if before.tag in _VERBS and site.follows in _NAMING and before.lower not in site.forms.auxiliaries:
        return "JJ" if "JJ" in allowed else "VBN"  # "accept | returned migrants": no two verbs side by side
    if before.tag == "IN" and before.lower in _BEFORE_PARTICIPLE:
        return "VBN"
    if site.follows in _NAMING and _describes_another(site, before):
        return "JJ" if "JJ" in allowed else "VBN"
    if before.lower in _ALONE and "VBD" in allowed and site.follows in _OBJECT_OR_PLACE:
        return "VBD"
    if before.lower in _DEMONSTRATIVES and "VBD" in allowed and site.follows in ("IN", "TO", "DT", "PRP$"):
        return "VBD"  # "this amounted to"
    if before.tag == "CD" and "VBD" in allowed and site.i > 1 and site.tokens[site.i - 2].lower in MONTHS:
        return "VBD"  # "and on July 28 | declared war"
    if before.tag in BEFORE_NOUN or before.tag == "IN":
        return "JJ" if "JJ" in allowed else "VBN"
    if before.tag in NOUNISH and "VBN" in allowed and "VBD" in allowed:
        return "VBN" if _is_reduced_relative(site) else "VBD"
    if before.lower == "," and "VBN" in allowed and site.word_after_particle in ("by", "of", "as"):
        return "VBN"
    return "VBD"


def _describes_another(site: Site, before: Token) -> bool:
    """``soldiers and | armed villagers entered``, ``the dry, | contested slopes``: behind a comma or conjunction what
    mostly describes, or where no verb has come that a second one could go on from."""
    if before.tag == "CC":
        return site.allowed[0] == "JJ" or not site.earlier(VERBAL)
    return before.lower == "," and site.i > 1 and site.tokens[site.i - 2].tag == "JJ" and site.allowed[0] == "JJ"


def _follows_verb(site: Site, before: Token) -> bool:
    """``who asked not to be named | said``: right after a verb that is no auxiliary."""
    beside = site.tokens[site.i - 1] is before and before.tag in ("VBN", "VB")
    return beside and before.lower not in site.forms.auxiliaries


def _has_auxiliary(site: Site) -> bool:
    """Whether *be* or *have* stands just before (adverbs, *not*, and coordinated participles between)."""
    tokens, auxiliaries = site.tokens, site.forms.auxiliaries
    for j in range(site.i - 1, max(-1, site.i - 7), -1):
        token = tokens[j]
        if token.lower in auxiliaries:
            return True
        if token.tag not in ("RB", "VBN", "CC", "PUNCT") or (token.tag == "PUNCT" and token.lower != ","):
            is_question = j == 1 and tokens[0].lower in auxiliaries
            return j == site.i - 1 and is_question and (token.tag in NOUNISH or token.tag == "PRP")
    return False


def _is_reduced_relative(site: Site) -> bool:
    """``rockets fired from Gaza struck``: by follows, or a finite verb comes before the clause ends."""
    tokens, options, i = site.tokens, site.options, site.i
    after = site.word_after_particle
    if after == "by":
        return "VBG" not in options[min(i + 2, len(options) - 1)]
    if (site.follows in ("DT", "PRP$") or site.counted_object) and tokens[i].lower not in _TWO_OBJECTS:
        return False
    before = site.forms.finite_pasts.get(tokens[i].lower)
    if before is not None and (not before or site.next_word in before):
        return False
    if site.has_finite and not _new_clause_since_finite(site):
        return not _is_reported(site)
    if site.follows not in ("IN", "TO") and after not in ("in", "on", "at", "from", "last", "to"):
        return False
    for j in range(i + 1, min(len(tokens), i + 14)):
        if (
            tokens[j].lower == "and"
            and j + 1 < len(options)
            and "VBN" in options[j + 1]
            and "NNP" not in options[j + 1]
            and tokens[j + 1].lower not in SAID
        ):
            continue  # "men arrested in Chad and accused of spying | were"
        if tokens[j].lower in CLAUSE_BREAK or tokens[j].lower in _CLAUSE_OPENERS:
            return False
        if "VBN" in options[j] and tokens[j - 1].lower == "and":
            continue
        if options[j][0] in FINITE and "NNS" not in options[j]:
            return options[j - 1][0] != "PRP"
        if (
            "VBD" in options[j]
            and options[j - 1][0] in NOUNISH
            and options[min(j + 1, len(options) - 1)][0] in _OBJECTS
        ):
            return True  # "rockets fired from Gaza hit | a school": a noun, or a past tense with its object
    return False


def _is_reported(site: Site) -> bool:
    """``Iran said Israel | attacked ships``: a verb of saying right before the subject, and an object behind."""
    if _REPORTED_OBJECTS.isdisjoint(site.following) or site.next_word in _DAYS:
        return False
    for token in reversed(site.tokens[max(0, site.i - _SUBJECT_REACH) : site.i]):
        if token.tag in FINITE:
            return token.lower in _SAYING
        if token.tag not in _SUBJECT_TAGS:
            return False
    return False


def _new_clause_since_finite(site: Site) -> bool:
    """Whether a comma or conjunction stands between the last finite verb and here."""
    for token in reversed(site.tokens[: site.i]):
        if token.tag in FINITE:
            return False
        if token.lower in CLAUSE_BREAK or token.tag in RELATIVE or token.tag == "CC":
            return True
        if token.tag == "IN" and token.lower in SUBORDINATORS:
            return True
    return True
