"""One tag of several for a word, from the words around it: verb or noun, finite or participle.

Each rule looks at a :class:`Site` and returns the tag it is sure of, or None; ``CHOICES`` names the tags
that each rule decides about, in the order in which they are asked.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from timeline.analysis import FINITE, VERBAL, Token
from timeline.text.morphology import Forms
from timeline.text.neighbours import (
    BEFORE_NOUN,
    CLAUSE_BREAK,
    NOUNISH,
    OPENS_OBJECT,
    OPENS_PHRASE,
    Site,
)
from timeline.text.past import SAID, past
from timeline.text.present import s_form, verb_of_plurals

__all__ = ["choose"]

_OPENS_OBJECT_OF_DO = OPENS_OBJECT | {"JJ"}
_NAMED = NOUNISH | {"PRP"}
_OPENS_SUBJECT = NOUNISH | {"DT", "PRP$"}
_SINGULAR_PRONOUNS = frozenset("he she it him us me".split())
_LET = frozenset({"let", "lets", "letting"})
#: Tags of a participle that stands for those it tells of, and of what may follow it then.
_NAMED_BY = frozenset({"VBD", "VBN", "JJ"})
_AFTER_NOUN = frozenset({"IN", "PUNCT", "VBD", "VBZ", "MD", "WP"})
#: Before a subject and its verb: "only then did Oslo ban the film", "May saw Oslo ban the film".
_DO = frozenset({"do", "does", "did"})
_SEE = frozenset({"saw", "see", "sees", "seen"})
_BETWEEN_DO_AND_VERB = NOUNISH | {"DT", "PRP", "PRP$", "JJ", "POS", "CD", "RB"}
#: Adjectives that behind another noun are nouns.
_NOUNS_TOO = frozenset("offensive initiative representative operative executive directive objective native".split())
_NAMING_NOUN = frozenset({"NN", "NNP"})
_COUNTED = frozenset({"DT", "CD", "PRP$", "PRP"})
_BEFORE_MANY = frozenset({"the", "two", "both"})
_OBJECT_OF_THE = frozenset({"DT", "PRP$", "JJ", "CD", "PRP"})
_OBJECT_OF_MANY = frozenset({"DT", "PRP$", "JJ", "CD", "PRP", "NN", "NNS", "NNP"})
_PHRASE_AFTER = frozenset({"DT", "PRP$", "CD", "NNP", "TO", "IN"})
#: Prepositions that open no clause with *that*.
_BEFORE_IT = frozenset("for after before of by from with to on at about over against like".split())
_WHO = frozenset({"who", "whose", "whom"})
_CAUSATIVES = frozenset("help helped let make made".split())
_ONLY_VERB = frozenset({"VB", "VBP", "VBZ"})
_Rule = Callable[[Site], "str | None"]


def choose(tokens: list[Token], options: list[tuple[str, ...]], i: int, forms: Forms) -> str:
    """The tag of token ``i``, which may carry several (``options[i]``)."""
    site = Site(tokens, options, i, forms)
    allowed = site.allowed
    if site.before is None and "NNP" in allowed and site.follows in FINITE:
        if "NNS" in allowed:
            return "NNS"
        if "NNS" in site.following and allowed == ("JJ", "NNP") and site.follows_next not in _PHRASE_AFTER:
            return "JJ"  # "Israeli | jets bomb …"
        return "NNP" if allowed[0] in ("VBG", "JJ", "VBN", "VBD", "RB", "VB") else allowed[0]
    if "VB" in allowed and (_let_do(site) or _after_do(site)):
        return "VB"
    if site.before is not None and site.before.tag == "DT" and _NAMED_BY.issuperset(allowed):
        if site.follows in _AFTER_NOUN and "VBN" in allowed and site.before.lower == "the":
            return "NN"  # "the left in Argentina", "the accused were"
    for rule in _rules(allowed):
        tag = rule(site)
        if tag is not None and tag in allowed:
            return tag
    if allowed[0] == "VB" and _counted_subject(site):
        return "VBP"
    if site.before is not None and site.before.tag in BEFORE_NOUN and _ONLY_VERB.issuperset(allowed):
        return "NNS" if allowed[0] == "VBZ" else "NN"  # "a pact", "the refuels": no verb stands there
    if allowed[0] == "VB" and site.before is not None and site.before.tag in NOUNISH:
        return "VBP"
    return allowed[0]


def _counted_subject(site: Site) -> bool:
    """``the three agree to``, ``these two insist on``: a number with its article is the subject."""
    counted = site.i >= 2 and site.tokens[site.i - 1].tag == "CD" and site.tokens[site.i - 2].tag == "DT"
    return counted and (site.follows in ("TO", "IN", "DT", "PRP$") or site.next_word == "that")


def _let_do(site: Site) -> bool:
    """``let the deadline pass``, ``lets a contract with its neighbour lapse``: the verb that *let* wants."""
    if site.before is None or site.before.tag not in _NAMED or site.follows in NOUNISH:
        return False
    if "NN" in site.allowed and _base_ahead(site):
        return False
    for token in reversed(site.tokens[max(0, site.i - 10) : site.i]):
        if token.lower in _LET:
            return True
        if token.tag in FINITE or token.tag in ("VB", "VBG", "CC", "TO") or token.lower in CLAUSE_BREAK:
            return False
    return False


def _after_do(site: Site) -> bool:
    """``did ban the film``, ``only then did Oslo ban the film``: a base form and its object after *do*."""
    if site.before is None or (site.follows not in _OPENS_OBJECT_OF_DO and "NNS" not in site.following):
        return False
    for token in reversed(site.tokens[max(0, site.i - 8) : site.i]):
        if token.lower in _DO:
            return site.follows in _OPENS_OBJECT_OF_DO
        if token.lower in _SEE:
            return site.before.tag in ("NNP", "PRP")
        if token.tag not in _BETWEEN_DO_AND_VERB:
            return False
    return False


def _base_ahead(site: Site) -> bool:
    """Whether a later word of the clause can be a base form, too ("lets a gas contract with its client | run out")."""
    for j in range(site.i + 1, len(site.tokens)):
        if site.tokens[j].lower in CLAUSE_BREAK or site.options[j][0] in FINITE:
            return False
        if "VB" in site.options[j]:
            return True
    return False


def _since(site: Site) -> str | None:
    """``have since left``: an adverb inside a verb group, else a preposition or conjunction."""
    if site.allowed != ("IN", "RB"):
        return None
    return "RB" if site.before is not None and site.before.lower in site.forms.auxiliaries else "IN"


def _that(site: Site) -> str | None:
    """``that``: relative after a noun before a verb, conjunction after a verb, else determiner."""
    if site.tokens[site.i].lower != "that":
        return None
    before, follows = site.before, site.follows
    if before is not None and before.tag in NOUNISH and (follows in FINITE or follows == "VBN"):
        return "WDT"
    if before is not None and before.tag in ("IN", "TO"):
        if follows in ("NN", "JJ") or (before.lower in _BEFORE_IT and follows in ("DT", "PUNCT", "CC")):
            return "DT"  # "paid for | that the next day"
    if (before is None or before.lower in CLAUSE_BREAK) and follows in ("NN", "VBZ", "VBD", "MD"):
        return "DT"
    return "IN"


def _her(site: Site) -> str | None:
    """``her``: possessive before a noun, else object."""
    return "PRP$" if any(tag in ("NN", "NNS", "JJ", "NNP") for tag in site.following) else "PRP"


_BE = frozenset({"is", "are", "was", "were", "been", "be", "'s", "'re"})
#: Verbs after which somebody's doing is told.
_DENYING = frozenset({"denies", "denied", "deny", "denying", "admits", "admitted", "admit", "admitting"})
#: Forms that agree with no singular noun after them ("they are meeting").
_PLURAL_BE = frozenset({"are", "were", "'re", "am", "'m"})
_BEHIND_ADJECTIVE = frozenset({"NN", "NNS", "JJ"})
#: Verbs that a gerund completes.
_STARTING = frozenset(
    "began begin begins begun started start starts stopped stop stops kept keep keeps resumed resume resumes continued "
    "continue continues halted halt halts ceased cease ceases suspended suspend finished quit".split()
)
_AFTER_DOING = frozenset({"with", "against", "over", "up", "out", "off", "down", "back", "away"})


def _ing(site: Site) -> str | None:
    """``bombing``: noun after a determiner or before *of*, else participle."""
    before = site.before
    if "IN" in site.allowed and (before is None or before.lower == ","):
        return "IN"  # "barring a miracle"
    if "JJ" in site.allowed and before is not None and not _BEHIND_ADJECTIVE.isdisjoint(site.following):
        if before.tag in VERBAL and before.lower not in site.forms.auxiliaries | _STARTING:
            return "JJ"  # "imposed | sweeping sanctions"
    if "NN" not in site.allowed:
        return "VBG"
    if (before is not None and before.tag in BEFORE_NOUN) or site.next_word == "of":
        return "NN"
    if before is not None and before.tag == "NNP" and site.next_word in ("on", "in"):
        return "NN"
    if before is not None and before.lower in _BE and (site.follows in OPENS_PHRASE or "NNS" in site.following):
        return "VBG"  # "is training soldiers"
    if before is not None and before.lower in _DENYING and site.follows in OPENS_PHRASE:
        return "VBG"  # "denied shelling Libyan villages"
    if before is not None and before.lower in _STARTING and site.follows == "JJ":
        return "VBG"  # "began shelling Libyan villages"
    if before is not None and (before.lower in _PLURAL_BE or (before.lower in _BE and site.next_word in _AFTER_DOING)):
        return "VBG"  # "are meeting in Doha"
    if before is None or before.tag == "IN" or before.lower == ",":
        if site.follows == "JJ" and site.counted_object:
            return "VBG"  # "after shelling Libyan villages"
        if site.next_word in _AFTER_DOING and site.follows_next in BEFORE_NOUN:
            return "VBG"  # "for shooting down a drone"
    return "NN" if site.allowed[0] == "NN" and site.follows not in OPENS_OBJECT else "VBG"


def _base(site: Site) -> str | None:
    """Base form or noun: ``to attack``, ``the attack``, ``troops attack the``."""
    allowed, before, follows = site.allowed, site.before, site.follows
    noun = "NN" in allowed
    if before is None:
        return "NN" if noun and (follows in FINITE or follows in ("IN", "PUNCT")) else None
    if before.lower == '"' and follows in ("DT", "PRP", "PRP$") and "VB" in allowed:
        return "VB"  # an order in a quotation
    if "VB" in allowed:
        tag = _base_verb(site, before)
        if tag is not None:
            return tag
    if before.tag in BEFORE_NOUN or before.tag == "IN":
        return "NN" if noun else ("JJ" if "JJ" in allowed else None)
    if _plural_subject(site, before):
        return "VBP"
    return "NN" if noun else None


def _base_verb(site: Site, before: Token) -> str | None:
    """What surely is, or is not, a verb because of the word before."""
    allowed, noun = site.allowed, "NN" in site.allowed
    if before.tag in ("TO", "MD"):
        return _after_to(site)
    joined = before.tag == "CC" and site.follows in ("DT", "PRP$", "PRP")
    if joined and site.has_earlier("VB") and not site.has_earlier("VBP"):
        return "VB"  # "to close its border and recall its envoy"
    if before.lower in ("do", "does", "did") and site.tokens[site.i - 1] is not before:
        return "VB"
    if before.lower in site.forms.auxiliaries and (noun or "JJ" in allowed):
        return "NN" if noun else "JJ"
    if before.tag in NOUNISH and site.follows in OPENS_OBJECT and _mandated(site):
        return "VB"
    if before.lower in _CAUSATIVES and site.follows in OPENS_OBJECT:
        return "VB"
    return None


def _mandated(site: Site) -> bool:
    """``demanded that Iran | release the crew``: whether a clause that asks for something is open."""
    tokens = site.tokens
    for j in range(site.i - 1, max(0, site.i - 10), -1):
        if tokens[j].lower == "should":
            return tokens[j + 1].tag in _OPENS_SUBJECT  # "should Iran | attack the ports"
        if tokens[j].tag in FINITE or tokens[j].lower in CLAUSE_BREAK:
            return False
        if tokens[j].lower == "that":
            word = tokens[j - 1]
            return site.forms.lemma(word.lower, word.tag) in site.forms.mandatives
    return False


def _after_to(site: Site) -> str:
    """``to visit Paris`` is a verb, ``an end to attacks`` after a noun of going is a noun."""
    tokens, i = site.tokens, site.i
    if "NN" in site.allowed and i >= 2 and tokens[i - 1].lower == "to" and tokens[i - 2].lower in site.forms.noun_to:
        return "VB" if site.follows in OPENS_OBJECT else "NN"
    return "VB"


def _plural_subject(site: Site, before: Token) -> bool:
    """``troops attack the town``, ``Canada and Mexico retaliate``: whether a plural stands before as the subject."""
    follows, noun = site.follows, "NN" in site.allowed
    if site.allowed[0] == "JJ" and follows not in _COUNTED:
        return False  # "men | free on bail"
    if before.tag in ("NNS", "PRP", "WP", "WDT") and follows not in FINITE:
        singular = before.tag == "PRP" and before.lower in _SINGULAR_PRONOUNS
        if not singular and (before.tag != "NNS" or follows in OPENS_OBJECT or not noun):
            return True
    if before.tag == "NNP" and noun and before.lower in site.forms.plural_names:
        return follows in _OBJECT_OF_MANY and not site.finite_in_clause and not site.has_finite
    if before.tag == "NNP" and noun and _is_plural_name(site) and (follows in _OBJECT_OF_THE or _is_couple(site)):
        return True
    if before.tag == "CC" and follows in ("DT", "PRP", "PRP$", "WP", "NNP"):
        if next((t.tag for t in site.tokens[: site.i] if t.tag in FINITE), "") == "VBP":
            return True
    if noun and before.tag == "NNP" and not site.has_finite and not site.finite_ahead:
        joined = any(t.tag == "CC" for t in site.tokens[max(0, site.i - 7) : site.i])
        if follows in ("DT", "PRP$") and site.has_earlier("NNS"):
            return True
        if joined:
            return follows not in ("NNS", "PUNCT")
    if not noun:  # "Guards in Chad | free three men"
        return "JJ" in site.allowed and follows in _COUNTED and verb_of_plurals(site)
    return (before.tag == "NNS" and follows in ("DT", "PRP$", "PRP")) or verb_of_plurals(site)


def _is_couple(site: Site) -> bool:
    """``Two Koreas | sign deal``: a headline of a number of states."""
    return site.i == 2 and site.tokens[0].lower != "the" and site.is_headline and not site.finite_in_clause


def _is_plural_name(site: Site) -> bool:
    """``the Emirates | arm the``, ``Two Koreas | sign``: a name in the plural, with its article or number."""
    i = site.i - 1
    if not site.tokens[i].lower.endswith("s"):
        return False
    while i > 0 and site.tokens[i].tag in ("NNP", "CD", "JJ"):
        i -= 1
    return site.tokens[i].lower in _BEFORE_MANY


def _adjective(site: Site) -> str | None:
    """``capital``, ``official``: adjective before a noun, noun where the phrase ends."""
    if "NN" not in site.allowed or site.allowed[0] != "JJ":
        return None
    if any(tag in ("NN", "NNS", "JJ", "NNP", "VBG", "CD", "CC") for tag in site.following):
        return "JJ"
    before = site.before
    if before is None:
        return "JJ"
    if before.tag == "NNP" and site.i > 1 and site.tokens[site.i - 2].tag in BEFORE_NOUN:
        return "NN"  # "a UN | official"
    if before.tag == "NN" and site.i > 1 and site.follows in _AFTER_NOUN and site.tokens[site.i].lower in _NOUNS_TOO:
        return "NN"  # "a surprise | offensive in", "Oslo's peace | initiative"
    if before.tag == "NN" and (site.next_word in _WHO or site.next_word in SAID):
        return "NN"  # "a court | official who", "a company | official said"
    if before.tag in _NAMING_NOUN and site.tokens[site.i].lower == "general":
        return "NN"  # "the consul | general"
    return "NN" if before.tag in BEFORE_NOUN or before.tag == "IN" else "JJ"


def _demonym(site: Site) -> str | None:
    """``Russian``: adjective before a noun or adjective, else a name."""
    if site.allowed[0] == "RB":
        return "RB"
    if "NNS" in site.allowed:
        return "NNS"
    if site.next_word == "," and site.i + 2 < len(site.tokens):
        if site.options[site.i + 2] == ("JJ", "NNP"):  # "American, British and French forces"
            return "JJ"
    if site.before is not None and site.before.tag == "NNP" and site.follows in ("CC", "PUNCT", "VBD", "VBZ", "IN"):
        return "NNP"  # a surname that ends like a demonym
    if site.follows == "CC" and _name_after(site):
        return "NNP"
    return "JJ" if any(tag in ("NN", "NNS", "JJ", "NNP", "CC", "VBG") for tag in site.following) else "NNP"


def _name_after(site: Site) -> bool:
    """``Albanese and Xi Jinping held``: a name in two words, or one before its verb, stands beside a name."""
    after = [options[0] for options in site.options[site.i + 2 : site.i + 4]]
    return len(after) == 2 and site.options[site.i + 2] == ("NNP",) and (after[1] == "NNP" or after[1] in FINITE)


CHOICES: tuple[tuple[frozenset[str], _Rule], ...] = (
    (frozenset({"RB"}), _since),
    (frozenset({"DT"}), _that),
    (frozenset({"PRP$"}), _her),
    (frozenset({"VBG"}), _ing),
    (frozenset({"VBD", "VBN"}), past),
    (frozenset({"VBZ"}), s_form),
    (frozenset({"VB"}), _base),
    (frozenset({"JJ"}), _adjective),
    (frozenset({"NNP"}), _demonym),
)


@cache
def _rules(allowed: tuple[str, ...]) -> tuple[_Rule, ...]:
    """The rules that decide about some of these tags."""
    return tuple(rule for tags, rule in CHOICES if tags & set(allowed))
