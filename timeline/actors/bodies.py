"""Owners and what they own, bodies of people by their names, some of a people, those who head something."""

from __future__ import annotations

from timeline.actors.names import STRONG, NamedPart, bearer, trailing_name
from timeline.actors.phrases import Hit, Phrase
from timeline.actors.reading import Frame, Reading, mention_of, span_words
from timeline.analysis import NAMES

__all__ = ["agree_with_owner", "body_of_people", "is_head_of", "owned_wins", "some_of_people"]

_COUNTING = frozenset({"DT", "CD"})
#: Nouns for those who lead something, where it follows; else they are other things.
_HEADS = frozenset({"head", "heads"})
#: How the nouns for the people end of whom a body is.
_PLURALS = ("s", "men", "women", "people")


def body_of_people(phrase: Phrase, cut: int, frame: Frame) -> Reading | None:
    """``the Seafarers' Union``, ``the growers' league Agronord``: a body by its name, not those whom it is of."""
    tokens, hits = phrase.tokens, [h for h in phrase.hits if h.entry.kind != "decoy"]
    if cut < 1 or cut + 1 >= phrase.last or any(h.first <= cut + 1 and h.last > cut for h in hits):
        return None
    owned = Phrase(phrase.sentence, cut + 1, phrase.last, phrase.head)
    name, noun = trailing_name(owned, frame.words)
    if not (name and frame.words.human_class.get(noun) == "group" and not hits):
        first = cut - 1
        while first > phrase.first and tokens[first - 1].text[0].isupper() and tokens[first - 1].tag in NAMES:
            first -= 1
        end = next((i for i in range(phrase.last - 1, cut, -1) if tokens[i].lower in frame.words.bodies), 0)
        plain = not tokens[first].text[0].isupper() or not all(t.text[0].isupper() for t in tokens[cut + 1 : end + 1])
        if plain or not end or not tokens[cut - 1].lower.endswith(_PLURALS):
            return None
        if any(h.first < cut and h.last > first for h in hits):
            return None
        name = span_words(tokens[first : end + 1])
    mention = mention_of(phrase, frame, name)
    mention.kind, mention.confidence, mention.plural = "group", 0.5, False
    return Reading(mention, phrase)


def some_of_people(phrase: Phrase, reading: Reading, human: str) -> None:
    """``three Kurdish fighters``: not the Kurds, but some of them, under the words that tell of them."""
    first = phrase.first
    while first < phrase.head and phrase.tokens[first].tag in _COUNTING:
        first += 1
    mention = reading.mention
    mention.codes, mention.kind, mention.via = (), "group" if human == "group" else "people", "role"
    mention.name = span_words(phrase.tokens[first : phrase.last])


def is_head_of(phrase: Phrase) -> bool:
    """``the head of the agency``: of what one is the head follows."""
    tokens, last = phrase.tokens, phrase.last
    return tokens[phrase.head].lower in _HEADS and last < len(tokens) and tokens[last].lower == "of"


def owned_wins(part: NamedPart, owned: Phrase, owner: Reading, frame: Frame) -> bool:
    """``Lebanon's Hezbollah``, ``his Belgian counterpart``: what is owned names the party itself."""
    head = owned.tokens[owned.head].lower
    of_person = owner.anaphor == "he" or bool(owner.mention.person)
    person_like = frame.words.role_class.get(head) in ("leader", "person", "diplomat")
    if part.entry.kind in STRONG or head in frame.words.other_nouns or (of_person and person_like):
        return True
    words_before = {owned.tokens[i].lower for i in range(owned.first, part.first)}
    return part.is_head and (bool(part.title) or bool(words_before & frame.words.other_nouns))


def agree_with_owner(found: Reading, owner: Reading, part: NamedPart, hits: list[Hit], frame: Frame) -> None:
    """``Jordan's King Abdullah``: of two bearers of a name, the one who belongs to the owner."""
    codes = owner.mention.codes
    if part.entry.kind == "person" and codes and len(hits) == 1 and found.mention.codes != codes:
        found.mention.codes = bearer(hits[0], codes, frame.gazetteer, forced=owner.mention.kind == "country").codes
        found.mention.home = codes[0] if found.mention.codes == codes else found.mention.home
