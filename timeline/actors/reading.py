"""What a single noun phrase says about a party, before the document is asked: a table of rules.

Each rule looks at one phrase and answers with a :class:`Reading` or None; the first answer counts.
A reading may be open (``anaphor``): "it", "the ministry", a surname; ``discourse`` closes it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from timeline.actors.gazetteer import Gazetteer
from timeline.actors.names import named_part, person_after, trailing_name
from timeline.actors.phrases import Phrase
from timeline.actors.vocabulary import Vocabulary
from timeline.analysis import ActorMention, Token

__all__ = ["RULES", "Frame", "Reading", "read"]

_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those", "some", "any", "no", "another", "such"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
_PRONOUNS = {
    "it": "it", "its": "it", "itself": "it",
    "they": "they", "them": "they", "their": "they", "themselves": "they",
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "he", "her": "he", "herself": "he",
}  # fmt: skip
_PARTY_CLASSES = frozenset({"government", "leader", "diplomat", "military", "people", "person", "company", "post"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


@dataclass(slots=True)
class Frame:
    """What the rules may look up."""

    gazetteer: Gazetteer
    words: Vocabulary


@dataclass(slots=True)
class Reading:
    """A mention and what is still open about it.

    ``anaphor``: it they he country role bloc pair group surname title, or empty when nothing is open.
    ``noun`` the role or class noun of the phrase; ``subject`` whether a finite verb follows it;
    ``owner`` the pronoun or noun phrase whose party it takes ("its embassy"); ``link`` the reading whose
    party it takes ("the government" of "Iran").
    """

    mention: ActorMention
    phrase: Phrase
    anaphor: str = ""
    noun: str = ""
    subject: bool = False
    place_name: bool = False
    link: Reading | None = None
    resolved: bool = False


Rule = Callable[[Phrase, Frame], Reading | None]
RULES: list[Rule] = []


def _rule(function: Rule) -> Rule:
    RULES.append(function)
    return function


def read(phrase: Phrase, frame: Frame) -> Reading | None:
    """The first rule's answer for a phrase."""
    for rule in RULES:
        found = rule(phrase, frame)
        if found is not None:
            return found
    return None


def _mention(phrase: Phrase, frame: Frame, name: str, **fields: object) -> ActorMention:
    head = phrase.tokens[phrase.head]
    plural = head.tag in ("NNS", "NNPS") or head.lower in frame.words.plural
    return ActorMention(
        phrase.start,
        phrase.end,
        phrase.sentence.index,
        name,
        head=head.lower,
        **{"plural": plural, **fields},  # type: ignore[arg-type]
    )


def _span_words(tokens: list[Token]) -> str:
    """The words of tokens, without a leading article, single spaces between, clitics attached."""
    if tokens and tokens[0].lower in ("the", "a", "an"):
        tokens = tokens[1:]
    words = ""
    for i, token in enumerate(tokens):
        words += token.text if i == 0 or token.start == tokens[i - 1].end else " " + token.text
    return words


@_rule
def pronoun(phrase: Phrase, frame: Frame) -> Reading | None:
    """``It``, ``they``, ``he`` alone."""
    token = phrase.tokens[phrase.first]
    if phrase.last - phrase.first != 1 or token.tag not in ("PRP", "PRP$"):
        return None
    anaphor = _PRONOUNS.get(token.lower)
    if anaphor is None:
        return None
    mention = _mention(phrase, frame, token.lower, via="pronoun", plural=anaphor == "they", confidence=0.6)
    return Reading(mention, phrase, anaphor)


@_rule
def pair(phrase: Phrase, frame: Frame) -> Reading | None:
    """``both countries``, ``the two sides``, ``each other``: the two parties just spoken of."""
    if phrase.hits:
        return None
    tokens = phrase.tokens[phrase.first : phrase.last]
    lowers = [t.lower for t in tokens]
    reciprocal = lowers[-2:] in (["each", "other"], ["one", "another"])
    counted = "both" in lowers[:2] or "two" in lowers[:3]
    if not (reciprocal or (counted and (lowers[-1] in frame.words.pair_nouns or lowers in (["both"], ["the", "two"])))):
        return None
    if counted and lowers[0] not in ("both", "the", "these", "those", "their", "all") and not reciprocal:
        return None
    mention = _mention(phrase, frame, _span_words(tokens), via="phrase", plural=True, confidence=0.6)
    return Reading(mention, phrase, "pair", lowers[-1])


@_rule
def possessive(phrase: Phrase, frame: Frame) -> Reading | None:
    """``Russia's base``, ``its ambassador``, ``South Korea's Moon Jae-in``: the owner's party, the head as role."""
    tokens = phrase.tokens
    cut = next((i for i in range(phrase.first + 1, phrase.last) if tokens[i].tag == "POS"), None)
    owned_first = phrase.first if cut is None else cut + 1
    if cut is None and tokens[phrase.first].tag == "PRP$":
        owned_first = phrase.first + 1
    if owned_first == phrase.first or owned_first >= phrase.last:
        return None
    owned = Phrase(
        phrase.sentence, owned_first, phrase.last, max(phrase.head, owned_first),
        [h for h in phrase.hits if h.first >= owned_first],
    )  # fmt: skip
    owner = _owner(phrase, cut, frame)
    if owner is None:
        return read(owned, frame)
    strong = named_part(owned, frame.gazetteer, frame.words) if owned.hits else None
    if strong is not None and strong.entry.kind in ("person", "group", "organisation", "company", "media", "people"):
        found = read(owned, frame)
        if found is not None:
            found.mention.start = phrase.start
        return found
    return _owned(phrase, owned, owner, frame)


def _owner(phrase: Phrase, cut: int | None, frame: Frame) -> Reading | None:
    """The reading of what stands before the possessive mark, or of the possessive pronoun."""
    tokens = phrase.tokens
    if cut is None:
        anaphor = _PRONOUNS.get(tokens[phrase.first].lower)
        if anaphor is None:
            return None
        mention = _mention(phrase, frame, tokens[phrase.first].lower, via="pronoun", confidence=0.6)
        return Reading(mention, phrase, anaphor)
    last = next((i for i in range(cut - 1, phrase.first - 1, -1) if tokens[i].tag in _NOUNS), cut - 1)
    hits = [h for h in phrase.hits if h.first < cut]
    return read(Phrase(phrase.sentence, phrase.first, cut, last, hits), frame)


def _owned(phrase: Phrase, owned: Phrase, owner: Reading, frame: Frame) -> Reading:
    """The owner's reading, widened to the whole phrase, with what is owned as role."""
    tokens, mention = phrase.tokens, owner.mention
    name, noun = trailing_name(owned, frame.words)
    mention.start, mention.end = phrase.start, phrase.end
    head = tokens[phrase.head]
    mention.head = head.lower
    mention.plural = head.tag in ("NNS", "NNPS") or head.lower in frame.words.plural
    mention.role = noun or (None if name else head.lower)
    mention.person = name or None
    owner.phrase, owner.place_name = phrase, False
    if mention.kind == "person" and not name:
        mention.person = None
    return owner


@_rule
def named(phrase: Phrase, frame: Frame) -> Reading | None:
    """A phrase with a name of the tables in it: ``10 Russian diplomats``, ``Hamas``, ``President Joe Biden``."""
    part = named_part(phrase, frame.gazetteer, frame.words) if phrase.hits else None
    if part is None:
        return None
    entry, tokens = part.entry, phrase.tokens
    mention = _mention(phrase, frame, entry.name, codes=part.codes, kind=entry.kind, via=entry.via)
    mention.confidence = part.confidence
    mention.home = entry.home or (part.codes[0] if entry.kind in ("country", "person") and part.codes else None)
    if entry.kind == "media":
        mention.kind, mention.media = "company", True
    if entry.kind == "area":
        mention.kind = "unknown"
    if part.is_head:
        mention.role = (part.title or "leader") if entry.kind == "person" else None
        mention.person = entry.name if entry.kind == "person" else None
        mention.plural = entry.plural
        return Reading(mention, phrase, noun=part.title, place_name=entry.place and not part.title)
    name, noun = person_after(phrase, part.last, frame.words)
    mention.role = noun or (None if name else tokens[phrase.head].lower)
    mention.person = name or None
    if entry.kind == "person":
        mention.kind = "country" if entry.codes else "unknown"
        if frame.words.human_class.get(mention.role or "") == "people":
            mention.codes, mention.kind = (), "people"
            mention.name = _span_words(tokens[phrase.first : phrase.last])
    return Reading(mention, phrase, noun=mention.role or "")


@_rule
def definite(phrase: Phrase, frame: Frame) -> Reading | None:
    """``the ministry``, ``the bloc``, ``the kingdom``, ``Police``: nouns that point back to a party."""
    tokens, words = phrase.tokens, frame.words
    head = tokens[phrase.head]
    if head.tag == "NNP" and phrase.last - phrase.first > 1 and trailing_name(phrase, words)[0]:
        return None
    first = tokens[phrase.first].lower
    noun = head.lower
    points_back = first in _DEFINITE
    bare = first not in _DETERMINERS and noun in words.role_alone and (noun in words.plural or head.tag == "NNP")
    if not points_back and not bare:
        return None
    anaphor = ""
    if noun in words.country_nouns and points_back:
        anaphor = "country"
    elif noun in words.role_alone:
        anaphor = "role"
    elif noun in words.blocs and points_back:
        anaphor = "bloc"
    elif words.human_class.get(noun) == "group" and points_back:
        anaphor = "group"
    if not anaphor:
        return None
    mention = _mention(phrase, frame, _span_words(tokens[phrase.first : phrase.last]), via="role", confidence=0.5)
    mention.role = noun if anaphor == "role" else None
    return Reading(mention, phrase, anaphor, noun)


@_rule
def title_and_name(phrase: Phrase, frame: Frame) -> Reading | None:
    """``Defence Minister John Doe``, ``Mr Doe``, ``opposition leader Jane Doe``: a person no table knows."""
    name, noun = trailing_name(phrase, frame.words)
    if not name or phrase.tokens[phrase.head].lower in frame.words.no_parties:
        return None
    titled = bool(noun) or phrase.tokens[phrase.first].lower in frame.words.titles
    many = " " in name
    if not titled and not many and phrase.last - phrase.first > 2:
        return None
    kind = "person" if titled or many else "unknown"
    mention = _mention(phrase, frame, name, kind=kind, confidence=0.5, plural=False)
    mention.role = noun or None
    mention.person = name if kind == "person" else None
    anaphor = "title" if noun and frame.words.role_class.get(noun) in ("leader", "government") else "surname"
    return Reading(mention, phrase, anaphor, noun)


@_rule
def described(phrase: Phrase, frame: Frame) -> Reading | None:
    """``protesters``, ``hotel staff``, ``a court``: parties without a name keep their words."""
    tokens, words = phrase.tokens, frame.words
    noun = tokens[phrase.head].lower
    human = words.human_class.get(noun)
    if human is None and words.role_class.get(noun) not in _PARTY_CLASSES:
        return None
    kind = {"group": "group", "people": "people"}.get(human or "", "unknown")
    mention = _mention(phrase, frame, _span_words(tokens[phrase.first : phrase.last]), kind=kind, via="phrase")
    mention.role, mention.confidence = noun, 0.5
    return Reading(mention, phrase, noun=noun)
