"""The rules that read one noun phrase, tried in order; the first answer counts.

Each rule carries examples (text, phrase, codes or name), which the tests run.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from timeline.actors.bodies import agree_with_owner, body_of_people, is_head_of, owned_wins, some_of_people
from timeline.actors.lookalikes import is_named_thing, is_of_the_scene, opens_aside, organ_noun
from timeline.actors.names import (
    NamedPart,
    is_people,
    is_personal,
    is_speaking,
    named_part,
    office_of,
    opens_clause,
    person_after,
    possessive_mark,
    sense_in,
    trailing_name,
)
from timeline.actors.pairs import RECIPROCAL, acts_alone, definite_pair
from timeline.actors.phrases import Phrase
from timeline.actors.reading import Example, Frame, Reading, Rule, mention_of, span_words

__all__ = ["RULES", "read"]

_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those", "some", "any", "no", "another", "such"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_PRONOUNS = {
    "it": "it", "its": "it", "itself": "it",
    "they": "they", "them": "they", "their": "they", "themselves": "they",
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "he", "her": "he", "herself": "he",
}  # fmt: skip
#: Words with which a phrase for a pair or trio begins.
_PAIR_OPENERS = frozenset({"both", "each", "the", "these", "those", "all"})
_PARTY_CLASSES = frozenset({"government", "leader", "diplomat", "military", "people", "person", "company", "post"})
#: Classes of roles that "the" makes those spoken of before ("the ambassador", "the colonel", "the tanker").
_SAME = frozenset({"post", "diplomat", "leader", "military", "person", "people", "goods", "company"})
#: Classes of what a person in office has.
_ORGANS = frozenset({"government", "military", "post"})
#: Classes of the nouns before a name that tell for whom somebody stands.
_TITLED = frozenset({"leader", "government", "diplomat"})
_DIRECTIONS = frozenset({"north", "south", "east", "west"})
_NOUNS, _PLURAL_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"}), frozenset({"NNS", "NNPS"})

RULES: list[tuple[Rule, tuple[Example, ...]]] = []


def _rule(*examples: Example) -> Callable[[Rule], Rule]:
    def add(function: Rule) -> Rule:
        RULES.append((function, examples))
        return function

    return add


def read(phrase: Phrase, frame: Frame) -> Reading | None:
    """The first rule's answer for a phrase; None when it is no party."""
    if _hopeless(phrase, frame):
        return None
    for rule, _ in RULES:
        found = rule(phrase, frame)
        if found is not None:
            return found
    return None


def _hopeless(phrase: Phrase, frame: Frame) -> bool:
    """Whether a phrase is plainly no party: a common noun of no table, nothing named, nobody's."""
    tokens = phrase.tokens
    head = tokens[phrase.head]
    words = frame.words
    if (
        phrase.hits
        or head.tag == "NNP"
        or head.lower in words.nouns
        or head.lower in words.pair_alone
        or tokens[phrase.first].tag[:3] == "PRP"
        or (phrase.head > phrase.first and tokens[phrase.head - 1].lower in words.opposing)
    ):
        return False
    return head.lower != "other" and possessive_mark(phrase, phrase.first) < 0


@_rule(
    ("Peru recalled its envoy. It gave no reason.", "It", "PER"),
    ("Chad and Sudan met. They signed a pact.", "They", "TCD SDN"),
)
def pronoun(phrase: Phrase, frame: Frame) -> Reading | None:
    """``It``, ``they``, ``he`` alone."""
    token = phrase.tokens[phrase.first]
    if phrase.last - phrase.first != 1 or token.tag[:3] != "PRP":
        return None
    anaphor = _PRONOUNS.get(token.lower)
    if anaphor is None:
        return None
    mention = mention_of(phrase, frame, token.lower)
    mention.via, mention.plural, mention.confidence = "pronoun", anaphor == "they", 0.6
    return Reading(mention, phrase, anaphor)


@_rule(
    ("Libya and Malta met on Sunday; both countries signed.", "both countries", "LBY MLT"),
    ("Japan accused China of spying. The two sides will meet.", "The two sides", "JPN CHN"),
    ("Libya and Malta met on Sunday. Each side blamed the other.", "Each side", "LBY MLT"),
    ("Egypt, Sudan and Chad met. The three countries agreed.", "The three countries", "EGY SDN TCD"),
    ("Peru and Chile quarrelled. Brazil urged the pair to talk.", "the pair", "PER CHL"),
    ("Peru and Chile quarrelled. Brazil pressed the neighbours to talk.", "the neighbours", "PER CHL"),
)
def pair(phrase: Phrase, frame: Frame) -> Reading | None:
    """``both countries``, ``the three leaders``, ``each side``, ``each other``: the parties just spoken of."""
    if phrase.hits:
        return None
    first, last = phrase.tokens[phrase.first].lower, phrase.tokens[phrase.last - 1].lower
    if not (first in _PAIR_OPENERS or first in frame.words.pair_alone or last in RECIPROCAL):
        return None
    tokens = phrase.tokens[phrase.first : phrase.last]
    lowers = [t.lower for t in tokens]
    reciprocal = lowers[-2:] in (["each", "other"], ["one", "another"])
    count = next((frame.words.counts[word] for word in lowers[:3] if word in frame.words.counts), 0)
    counted = lowers[0] == "both" or (count > 0 and lowers[0] in ("the", "these", "those", "all"))
    nouns = lowers[-1] in frame.words.pair_nouns or (len(lowers) == 2 and lowers[0] != "both")
    each = acts_alone(phrase, frame) or (lowers[0] == "each" and f"{lowers[-1]}s" in frame.words.pair_nouns)
    alone = definite_pair(lowers, frame)
    if not reciprocal and not each and not alone and not (counted and nouns):
        return None
    mention = mention_of(phrase, frame, span_words(tokens))
    mention.via, mention.plural, mention.confidence = "phrase", True, 0.6
    return Reading(mention, phrase, "pair", lowers[-1], count=alone or count or 2)


@_rule(
    ("Russia's missile base was hit.", "Russia's missile base", "RUS"),
    ("South Korea's Moon Jae-in spoke.", "South Korea's Moon Jae-in", "KOR"),
    ("Kenya closed its embassy.", "its embassy", "KEN"),
    ("Iran accused Iraq. Its neighbour denied it.", "Its neighbour", "IRQ"),
    ("Mark Rutte met his Belgian counterpart.", "his Belgian counterpart", "BEL"),
    ("Jordan's King Abdullah left.", "Jordan's King Abdullah", "JOR"),
    ("Ukraine's neighbour Moldova agreed.", "Ukraine's neighbour Moldova", "MDA"),
    ("The Seafarers' Union called a strike.", "The Seafarers' Union", "Seafarers' Union"),
    ("The growers' league Agronord protested.", "The growers' league Agronord", "Agronord"),
)
def possessive(phrase: Phrase, frame: Frame) -> Reading | None:
    """``Russia's base``, ``its ambassador``: the owner's party, what is owned as role."""
    tokens = phrase.tokens
    cut = possessive_mark(phrase, phrase.first + 1)
    first = cut + 1 if cut >= 0 else phrase.first + (tokens[phrase.first].tag == "PRP$")
    if first == phrase.first or first >= phrase.last:
        return None
    body = body_of_people(phrase, cut, frame)
    if body is not None:
        return body
    hits = [h for h in phrase.hits if h.first >= first]
    owned = Phrase(phrase.sentence, first, phrase.last, max(phrase.head, first), hits)
    owner = _owner(phrase, cut, frame)
    if owner is None:
        return read(owned, frame)
    part = named_part(owned, frame.gazetteer, frame.words) if hits else None
    if part is not None and owned_wins(part, owned, owner, frame):
        found = read(owned, frame)
        if found is not None:
            found.mention.start, found.phrase = phrase.start, phrase
            agree_with_owner(found, owner, part, hits, frame)
        return found
    return _owned(phrase, owned, owner, frame)


def _owner(phrase: Phrase, cut: int, frame: Frame) -> Reading | None:
    """The reading of what stands before the possessive mark, or of the possessive pronoun (no mark: -1)."""
    tokens = phrase.tokens
    if cut < 0:
        anaphor = _PRONOUNS.get(tokens[phrase.first].lower)
        if anaphor is None:
            return None
        mention = mention_of(phrase, frame, tokens[phrase.first].lower)
        mention.via, mention.confidence = "pronoun", 0.6
        return Reading(mention, phrase, anaphor)
    last = next((i for i in range(cut - 1, phrase.first - 1, -1) if tokens[i].tag in _NOUNS), cut - 1)
    hits = [h for h in phrase.hits if h.first < cut]
    return read(Phrase(phrase.sentence, phrase.first, cut, last, hits), frame)


def _owned(phrase: Phrase, owned: Phrase, owner: Reading, frame: Frame) -> Reading:
    """The owner's reading, widened to the whole phrase, with what is owned as role."""
    mention, head = owner.mention, phrase.tokens[phrase.head]
    if mention.person:
        owner.holder = replace(mention)
    name, noun = trailing_name(owned, frame.words)
    mention.start, mention.end = phrase.start, phrase.end
    mention.head = head.lower
    mention.plural = head.tag in _PLURAL_TAGS or head.lower in frame.words.plural
    mention.role = noun or (None if name else head.lower)
    mention.person = name if name and (noun or is_personal(name, frame.words)) else None
    if mention.kind == "person" and mention.codes and frame.words.role_class.get(mention.role or "") in _ORGANS:
        mention.kind = "country"  # "the president's office" is no person
    owner.phrase, owner.place_name = phrase, False
    owner.office = office_of(owned, frame.words) or owner.office
    if head.lower in frame.words.other_nouns and not name:
        owner.link = Reading(replace(mention), phrase, owner.anaphor, owner.noun)
        owner.anaphor, mention.codes = "other", ()
        mention.name = span_words(phrase.tokens[phrase.first : phrase.last])
    return owner


@_rule(
    ("Peru protested. Opposition senators resigned.", "Opposition senators", "Opposition senators"),
    ("Peru protested. The conservative opposition parties left.", "The conservative opposition parties",
     "conservative opposition parties"),
)  # fmt: skip
def opposition(phrase: Phrase, frame: Frame) -> Reading | None:
    """``opposition leaders``: they are no part of their state and keep their words."""
    tokens, head = phrase.tokens, phrase.tokens[phrase.head]
    if head.tag != "NNS" or phrase.head == phrase.first or len(phrase.hits) > 1:
        return None
    if tokens[phrase.head - 1].lower not in frame.words.opposing or any(h.entry.via != "demonym" for h in phrase.hits):
        return None
    mention = mention_of(phrase, frame, span_words(tokens[phrase.first : phrase.last]))
    mention.via, mention.kind, mention.role, mention.confidence = "role", "group", head.lower, 0.5
    mention.home = phrase.hits[0].entry.codes[0] if phrase.hits and phrase.hits[0].entry.codes else None
    return Reading(mention, phrase, noun=head.lower)


@_rule(
    ("Ten Russian diplomats left.", "Ten Russian diplomats", "RUS"),
    ("The US-led coalition struck.", "The US-led coalition", "USA"),
    ("French and German ministers met.", "French and German ministers", "FRA DEU"),
    ("Libyan Interior Minister Foo Barry resigned.", "Libyan Interior Minister Foo Barry", "LBY"),
    ("Hamas fired rockets.", "Hamas", "Hamas"),
    ("Turkish jets followed a Syrian Airbus.", "a Syrian Airbus", "SYR"),
    ("Hezbollah struck. The Lebanese group gave no details.", "The Lebanese group", "Hezbollah"),
)
def named(phrase: Phrase, frame: Frame) -> Reading | None:
    """A phrase with a name of the tables: ``10 Russian diplomats``, ``President Joe Biden``, ``the two Koreas``."""
    part = named_part(phrase, frame.gazetteer, frame.words) if phrase.hits else None
    if part is None or (part.entry.kind == "area" and phrase.tokens[phrase.head].lower in frame.words.country_nouns):
        return None  # "the South American republic" is the one spoken of before
    entry = part.entry
    mention = mention_of(phrase, frame, entry.name)
    mention.codes, mention.kind, mention.via, mention.confidence = part.codes, entry.kind, entry.via, part.confidence
    mention.home = entry.home or (part.codes[0] if entry.kind in ("country", "person") and part.codes else None)
    if entry.kind == "media":
        mention.kind, mention.media = "company", True
    elif entry.kind == "area":
        mention.kind = "unknown"
    if not part.is_head:
        return _with_head(phrase, part, Reading(mention, phrase), frame)
    if entry.kind == "person":
        mention.role, mention.person = part.title or "leader", entry.name
    mention.plural = entry.plural or len(part.codes) > 1 or is_people(phrase, part)
    if part.last < phrase.last:
        mention.end = phrase.tokens[part.last - 1].end
    title = (
        office_of(Phrase(phrase.sentence, phrase.first, part.first, part.first - 1), frame.words) if part.title else ""
    )
    return Reading(mention, phrase, noun=part.title, office=title, place_name=entry.place and not part.title)


def _with_head(phrase: Phrase, part: NamedPart, reading: Reading, frame: Frame) -> Reading:
    """A name with a noun after it ("Russian diplomats", "Trump administration", "Saudi journalist Jane Doe")."""
    mention, words = reading.mention, frame.words
    name, noun = person_after(phrase, part.last, words)
    mention.role = noun or (None if name else phrase.tokens[phrase.head].lower)
    mention.person = name if name and (noun or is_personal(name, words)) else None
    reading.noun = mention.role or ""
    reading.office = office_of(phrase, frame.words) if not name else ""
    definite_group = words.human_class.get(reading.noun) == "group" and phrase.tokens[phrase.first].lower in _DEFINITE
    if definite_group and part.entry.kind == "country" and part.entry.via == "demonym" and not name:
        reading.anaphor = "home"
    if part.entry.kind == "person":
        mention.kind = "country" if part.entry.codes else "unknown"
        if words.human_class.get(reading.noun) == "people":
            mention.codes, mention.kind, mention.via = (), "people", "phrase"
            mention.name = span_words(phrase.tokens[phrase.first : phrase.last])
    if part.entry.kind == "people" and not name and reading.noun in words.human_class:
        some_of_people(phrase, reading, words.human_class[reading.noun])
    return reading


@_rule(
    ("Jordan recalled its envoy. The kingdom gave no reason.", "The kingdom", "JOR"),
    ("Spain expelled an envoy. The foreign ministry gave no reason.", "The foreign ministry", "ESP"),
    ("NATO met on Monday. The alliance gave no details.", "The alliance", "NATO"),
    ("North Korea protested. The North gave no details.", "The North", "PRK"),
    ("The Peruvian embassy was stoned. The embassy gave no details.", "The embassy", "PER"),
)
def definite(phrase: Phrase, frame: Frame) -> Reading | None:
    """``the ministry``, ``the bloc``, ``the kingdom``, ``Police``: nouns that point back to a party."""
    tokens, words = phrase.tokens, frame.words
    head, first = tokens[phrase.head], tokens[phrase.first].lower
    noun = _compound(phrase, frame) or head.lower
    if noun not in words.nouns:
        return None
    organ = organ_noun(phrase, frame) or is_of_the_scene(phrase, frame)
    if noun in _DIRECTIONS:  # "the North" is a state, "the north" a region
        if not head.text[0].isupper() or phrase.head - phrase.first != 1:
            return None
    elif head.tag == "NNP" and noun not in words.role_class and not organ and _is_name(phrase, frame):
        return None
    bare = first not in _DETERMINERS and words.role_class.get(noun) in ("government", "military")
    anaphor = _pointing(noun, frame) if first in _DEFINITE else "role" if bare and noun in words.role_alone else ""
    anaphor = "role" if organ else anaphor
    if not anaphor:
        return None
    mention = mention_of(phrase, frame, span_words(tokens[phrase.first : phrase.last]))
    mention.via, mention.confidence = "role", 0.5
    mention.role = noun if noun in words.role_class or organ or anaphor == "post" else None
    mention.kind = "group" if anaphor == "group" else "unknown"
    return Reading(mention, phrase, anaphor, noun, office_of(phrase, frame.words))


def _compound(phrase: Phrase, frame: Frame) -> str:
    """``air force``, ``coast guard``: the role noun of two words that ends a phrase; empty when none does."""
    if phrase.head <= phrase.first:
        return ""
    words = f"{phrase.tokens[phrase.head - 1].lower} {phrase.tokens[phrase.head].lower}"
    return words if words in frame.words.role_class else ""


def _pointing(noun: str, frame: Frame) -> str:
    """What a definite noun points back to."""
    words = frame.words
    if noun in words.country_nouns:
        return "country"
    if noun in words.role_alone:
        return "role"
    if noun in words.blocs:
        return "bloc"
    people = words.human_class.get(noun) == "people"
    same = (people or words.role_class.get(noun) in _SAME) and noun not in words.role_never
    if same and noun not in words.name_words:
        return "post"
    if words.human_class.get(noun) == "group":
        return "group"
    named = noun in words.name_words and noun not in words.role_never
    return "named" if named or words.pointing.get(noun) == "outlet" else ""


def _is_name(phrase: Phrase, frame: Frame) -> bool:
    return phrase.last - phrase.first > 1 and bool(trailing_name(phrase, frame.words)[0])


@_rule(
    ("Peru protested. Defence Minister Foo Barry resigned.", "Defence Minister Foo Barry", "PER"),
    ("Foo Barry was arrested.", "Foo Barry", "Foo Barry"),
)
def unknown_name(phrase: Phrase, frame: Frame) -> Reading | None:
    """``Defence Minister John Doe``, ``Mr Doe``, ``Acme Widgets``: names that no table knows."""
    words, tokens = frame.words, phrase.tokens
    name, noun = trailing_name(phrase, words)
    head = tokens[phrase.head].lower
    titled = bool(noun) or tokens[phrase.first].lower in words.titles
    if not name or (head in words.no_parties and not titled and not is_speaking(phrase)):
        return None
    if " " not in name and (opens_clause(phrase) or (phrase.first == 0 and head.endswith("ly"))):
        return None
    lone = " " not in name and phrase.last - phrase.first > 2
    if not titled and (lone or opens_aside(phrase, frame) or is_named_thing(phrase, name, frame)):
        return None
    body = words.human_class.get(noun) == "group"  # "the group Redwolf"
    is_person = not body and (titled or is_personal(name, words))
    mention = mention_of(phrase, frame, name)
    mention.kind, mention.confidence, mention.plural = "person" if is_person else "unknown", 0.5, False
    mention.kind = "group" if body else mention.kind
    mention.role, mention.person = noun or None, name if is_person else None
    anaphor = "title" if words.role_class.get(noun) in _TITLED else "surname"
    return Reading(mention, phrase, "named" if head in words.no_parties else anaphor, noun)


@_rule(
    ("Gunmen killed hotel staff in Kabul.", "hotel staff", "hotel staff"),
    ("Iranian-backed militia fighters fled.", "Iranian-backed militia fighters", "Iranian-backed militia fighters"),
    ("In Lima, thousands marched.", "thousands", "thousands"),
    ("The head of the Peruvian navy resigned.", "The head of the Peruvian navy", "PER"),
    ("Boko Haram seized a school. Rebels later freed two pupils.", "Rebels", "Boko Haram"),
)
def described(phrase: Phrase, frame: Frame) -> Reading | None:
    """``protesters``, ``hotel staff``, ``a court``: parties without a name keep their words."""
    tokens, words = phrase.tokens, frame.words
    noun = tokens[phrase.head].lower
    human = words.human_class.get(noun)
    never = noun in words.role_never and not is_head_of(phrase)
    if never or (human is None and words.role_class.get(noun) not in _PARTY_CLASSES):
        return None
    if human == "count":
        if phrase.last < len(tokens) and tokens[phrase.last].lower == "of":
            return None
        human = "people"
    mention = mention_of(phrase, frame, span_words(tokens[phrase.first : phrase.last]))
    mention.kind = {"group": "group", "people": "people"}.get(human or "", "unknown")
    mention.via, mention.role, mention.confidence = "phrase", noun, 0.5
    settings = [h for h in phrase.hits if h.entry.codes and sense_in(phrase, h, words) == "setting"]
    mention.home = settings[0].entry.codes[0] if settings and noun in words.human_class else None
    alone = phrase.last - phrase.first == 1 and words.pointing.get(noun) == "only_group"
    return Reading(mention, phrase, "only_group" if alone else "", noun)
