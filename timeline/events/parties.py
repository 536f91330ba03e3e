"""Which parties a phrase names, and what kind of thing it speaks of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache

from timeline.analysis import CURRENCIES, NAMES, ActorMention
from timeline.events.structure import Parse
from timeline.events.vocabulary import Vocabulary
from timeline.models import Actor, Span

__all__ = ["TOOLS", "Parties", "actors_of", "are_several", "codes_of", "labels", "minus", "rather_named"]

_NONE: frozenset[str] = frozenset()
#: Classes of things that parties use, and are not.
TOOLS = frozenset({"ammo", "arms", "missile", "teargas", "shots", "aircraft", "drone"})
_BELONGS = frozenset({"of", "from", "in", "by", "at", "near", "inside", "against", "on", "to", "within", "for"})
#: Prepositions that tell where a thing goes, not whose it is.
_AIMED = frozenset({"to", "against", "on", "for"})
_MEMBERS = frozenset({"of", "by", "from"})
_PLACED = frozenset({"in", "at", "near"})
#: Heads of phrases that stand for the thing named before, as another's.
_OWN = frozenset({"own", "his", "hers", "its", "theirs", "ours"})

_PERSON = frozenset({"person", "captive"})
#: Roles of people who are sent home.
_HOME = frozenset({None, "home"})
#: What a mention says about its phrase when the head noun is a name.
_PEOPLE = frozenset({"person", "captive", "refugee"})
_CLASSES_OF_KIND = {
    "person": _PERSON,
    "people": frozenset({"person"}),
    "leader": _PERSON | {"leader"},
    "company": frozenset({"company"}),
    "group": frozenset({"body"}),
    "organisation": frozenset({"organisation"}),
}
#: What a phrase is that has a sign of money before its number.
_MONEY = frozenset({"money", "million"})
#: What says that a thing is several parties'.
_JOINT = frozenset({"joint", "common", "shared"})


class Parties:
    """The actor mentions of one sentence, laid over its phrases."""

    def __init__(self, parse: Parse, mentions: list[ActorMention], vocabulary: Vocabulary) -> None:
        self.parse = parse
        self.vocabulary = vocabulary
        self.mentions = mentions
        self._counting = vocabulary.words["counting"]
        self._members = vocabulary.words["members_of"]
        self._classes: dict[int, frozenset[str]] = {}
        self._phrases: tuple[dict[int, list[ActorMention]], dict[int, list[ActorMention]]] = ({}, {})
        self._by_token: dict[int, list[ActorMention]] = {}
        self._naming: list[int] | None = None
        self.brokers: dict[int, ActorMention] = {}
        starts = [t.start for t in parse.tokens] if mentions else []
        for mention in mentions:
            if mention.role and (broker := self._brokering(mention, starts)) >= 0:
                self.brokers[broker] = mention
                continue  # "a US-brokered truce": it is that of others
            head = mention.head.lower()
            if (
                not mention.codes
                and mention.via != "role"
                and vocabulary.classes.get(head.removesuffix("s"), _NONE) & TOOLS
            ):
                continue  # "missiles struck": the tool is no party
            for i in range(bisect_left(starts, mention.start), len(starts)):
                if starts[i] >= mention.end:
                    break
                self._by_token.setdefault(i, []).append(mention)

    def _brokering(self, mention: ActorMention, starts: list[int]) -> int:
        """The token of a mention that tells who went between others ("US-brokered"); -1 when none does."""
        for i in range(bisect_left(starts, mention.start), len(starts)):
            if starts[i] >= mention.end:
                break
            before, hyphen, after = self.parse.tokens[i].lower.rpartition("-")
            if hyphen and before and after in self.vocabulary.words["brokering"]:
                return i
        return -1

    def may_name(self, first: int, last: int) -> bool:
        """Whether one of some tokens, the last one included, begins a row of the nouns that name acts."""
        naming = self._naming
        if naming is None:
            nouns = self.vocabulary.nouns.openers
            naming = [i for i, t in enumerate(self.parse.tokens) if t.lower in nouns or t.lemma in nouns]
            self._naming = naming
        at = bisect_left(naming, first)
        return at < len(naming) and naming[at] <= last

    def within(self, first: int, last: int) -> list[ActorMention]:
        """Mentions that touch a run of tokens, in order, each once."""
        found: list[ActorMention] = []
        by_token = self._by_token
        if by_token:
            for i in range(first, last):
                for mention in by_token.get(i, ()):
                    if mention not in found:
                        found.append(mention)
        return found

    def at(self, token: int) -> Sequence[ActorMention]:
        """Mentions that cover a token."""
        return self._by_token.get(token, ())

    def of_phrase(self, index: int, *, reach: bool = True) -> list[ActorMention]:
        """The parties of one phrase: its own, else those it belongs to ("the bombing of | Syria").

        A counting noun ("dozens of Russians") stands for what it counts.
        """
        known = self._phrases[reach]
        found = known.get(index)
        if found is None:
            known[index] = []  # a phrase that reaches back to itself finds nothing there
            found = known[index] = self._read_phrase(index, reach)
        return found

    def _read_phrase(self, index: int, reach: bool) -> list[ActorMention]:
        if not self._by_token:
            return []
        phrase = self.parse.phrases[index]
        head = self.parse.tokens[phrase.head]
        counting = head.lower in self._counting
        own = self.at(phrase.head)
        known = [m for m in own if m.codes]
        if known and not (counting and reach):
            return known
        inside = [m for m in self.within(phrase.first, phrase.last) if m.codes]
        if inside and not counting:
            return inside
        if reach:
            things = all(m.kind == "unknown" and m.via == "phrase" and not m.plural for m in own)  # "a base in Iraq"
            wanted = _BELONGS if things and not counting else _MEMBERS
            if "post" in self.vocabulary.classes.get(head.lemma or head.lower, _NONE):
                wanted = wanted - _PLACED  # "the embassy | in Jakarta" is another one's
            for after in self.parse.after(index):
                other = self.parse.phrases[after]
                if other.prep in wanted and other.chain == index:
                    found = self.of_row(after)
                    if any(m.codes for m in found) or (counting and found):
                        return found
                    if head.lower in self._members and other.prep != "by" and any(self._is_group(m) for m in found):
                        return found
            for other_index, other in enumerate(self.parse.phrases):
                if other.apposed == index:
                    found = [m for m in self.of_phrase(other_index, reach=False) if m.codes]
                    if found:
                        return found
        return known or inside or list(own)

    def _is_group(self, mention: ActorMention) -> bool:
        """``the group Redwolf``: a name that is said to be a group's."""
        return mention.via == "name" and self.vocabulary.has("group_nouns", mention.role or "")

    def of_row(self, index: int) -> list[ActorMention]:
        """The parties of a whole row of phrases."""
        if index < 0:
            return []
        row = self.parse.row(index)
        more = self._behind_name(row[-1])
        if len(row) == 1 and not more:
            return list(self.of_phrase(index))
        found: list[ActorMention] = []
        for member in [*row, *more] if more else row:
            found += [m for m in self.of_phrase(member) if m not in found]
        return found

    def _behind_name(self, index: int) -> list[int]:
        """``the Organization | of American States and the African Union``: what goes on a row whose last member is a
        name in two phrases."""
        after = index + 1
        phrases = self.parse.phrases
        if after >= len(phrases) or phrases[after].chain != index or phrases[after].prep != "of":
            return []
        more = [m for m in self.parse.row(after)[1:] if any([x.codes for x in self.of_phrase(m)])]
        own = self.at(phrases[index].head) if more else ()
        return more if any([m.codes and m in self.at(phrases[after].head) for m in own]) else []

    def behind(self, index: int, *preps: str) -> list[ActorMention]:
        """The row of the nearest phrase with one of some prepositions that hangs on a phrase."""
        for after in self.parse.after(index):
            if self.parse.phrases[after].prep in preps:
                return self.of_row(after)
        return []

    def doers(self, index: int) -> list[ActorMention]:
        """The parties of a row as its subject: what goes to or against a party is not that party's doing
        ("flights to Toronto will stop")."""
        found = self.of_row(index)
        if len(found) != 1 or index < 0:
            return found
        own = self.parse.phrases[index]
        for after in self.parse.after(index):
            phrase = self.parse.phrases[after]
            if phrase.prep in _AIMED and phrase.chain == index and self.at(phrase.head) == found:
                return [m for m in self.within(own.first, own.last) if m.codes]
        return found

    def classes(self, index: int) -> frozenset[str]:
        """The noun classes of a phrase (and the words of its head), through counting nouns."""
        found = self._classes.get(index)
        if found is None:
            found = self._classes[index] = self._read_classes(index)
        return found

    def _read_classes(self, index: int) -> frozenset[str]:
        phrase = self.parse.phrases[index]
        head = self.parse.tokens[phrase.head]
        found = self._own_classes(phrase.first, phrase.head)
        for mention in self.at(phrase.head):
            found |= _CLASSES_OF_KIND.get(mention.via if mention.via == "leader" else mention.kind, _NONE)
            found |= self.vocabulary.classes.get(mention.role or "", _NONE)
            if mention.media:
                found.add("outlet")
            if mention.via == "demonym" and mention.role is None and head.tag == "NNS":
                found |= _PEOPLE | {"@people"}  # "six Moroccans"
            found.add(f"@{mention.kind}")
            if mention.codes:
                found.add("@party")
        if head.lower == "home" and phrase.head > phrase.first:
            found |= self._sent_home(phrase.head - 1)
        if head.tag == "PRP":
            found.add("@them")
        elif head.tag in NAMES:
            found |= self._titles(phrase.first, phrase.head)
        if (head.lower in _OWN or head.tag == "CD") and not phrase.prep:
            found |= self._classes_before(index)
        if head.tag == "CD" or head.lower in self._counting or head.lemma in self._counting:
            for after in self.parse.after(index):
                if self.parse.phrases[after].chain == index and self.parse.phrases[after].prep == "of":
                    found |= self.classes(after)
                    break
        return frozenset(found)

    def _sent_home(self, token: int) -> frozenset[str]:
        """``sent 40 Moroccans | home``: the people before the word."""
        plural = self.parse.tokens[token].tag in ("NNS", "NNPS")
        return _PEOPLE if plural and any(m.via == "demonym" and m.role in _HOME for m in self.at(token)) else _NONE

    def _classes_before(self, index: int) -> frozenset[str]:
        """``recalled its envoy and Chile | its own``: the classes of the object before, which is left out here."""
        objects = [o for p in self.parse.predicates for o in p.objects if o < index]
        return self.classes(max(objects)) - {"@party"} if objects else _NONE

    def _titles(self, first: int, head: int) -> frozenset[str]:
        """The classes of titles before a name: "the blogger …", "the tanker …", "General …", "HMS …"."""
        tokens, table = self.parse.tokens, self.vocabulary.classes
        before = [t.lower for t in tokens[first:head] if t.tag in ("NN", "NNP")]
        return frozenset(before).union(*[table.get(word, _NONE) for word in before])

    def _own_classes(self, first: int, head: int) -> set[str]:
        tokens, table = self.parse.tokens, self.vocabulary.classes
        lower = tokens[head].lower
        lemma = tokens[head].lemma or lower
        found = {lemma}
        for words in (lemma,) if lemma == lower else (lemma, lower):
            found |= table.get(words, _NONE)
            for i in range(head - 1, max(first, head - 3) - 1, -1):
                words = f"{tokens[i].lower} {words}"
                found |= table.get(words, _NONE)
                found.add(words)
        if not _JOINT.isdisjoint([t.lower for t in tokens[first:head]]):
            found.add("@joint")
        if lower[0] in CURRENCIES:
            found |= _MONEY
        if lower == "home" and head > first:  # "called its envoy home"
            found |= table.get(tokens[head - 1].lemma, _NONE)
        return found


def labels(mentions: list[ActorMention]) -> set[str]:
    """Codes, else names in lower case."""
    found: set[str] = set()
    for mention in mentions:
        if mention.codes:
            found.update(mention.codes)
        else:
            found.add(mention.name.lower())
    return found


def minus(mentions: list[ActorMention], others: list[ActorMention]) -> list[ActorMention]:
    """The mentions that name none of the parties of ``others``."""
    if not others or not mentions:
        return list(mentions)
    gone = labels(others)
    return [m for m in mentions if not (gone.issuperset(m.codes) if m.codes else m.name.lower() in gone)]


def actors_of(mentions: list[ActorMention], document_text: str, document_id: str) -> tuple[Actor, ...]:
    """Records for the parties of some mentions, each party once."""
    found: dict[str, Actor] = {}
    for m in mentions:
        labelled = m.codes or ((m.name.lower(),) if m.name else ())
        for label in labelled:
            if label not in found:
                code = label if m.codes else None
                words = document_text[m.start : m.end]
                found[label] = _actor(document_id, m.start, m.end, words, code, m.name, m.kind, m.via, m.role)
    return tuple(found.values())


@lru_cache(maxsize=1 << 10)  # a party takes part in several acts of its sentence
def _actor(
    document_id: str,
    start: int,
    end: int,
    text: str,
    code: str | None,
    name: str,
    kind: str,
    via: str,
    role: str | None,
) -> Actor:
    """The record of a party that stands at a place of a document."""
    span = Span(document_id=document_id, start=start, end=end, text=text)
    return Actor(code=code, name=name, kind=kind, span=span, via=via, role=role)  # type: ignore[arg-type]


def codes_of(actors: tuple[Actor, ...]) -> frozenset[str]:
    """The codes of some parties."""
    return frozenset([a.code for a in actors if a.code]) if actors else _NONE


def are_several(mentions: Iterable[ActorMention]) -> bool:
    """Whether mentions name more than one state or other party with a code."""
    return len({code for mention in mentions for code in mention.codes}) > 1


def rather_named(mentions: list[ActorMention]) -> list[ActorMention]:
    """Of a row of parties those that have a name of their own ("the ministry and President Doe"), where one has."""
    if len(mentions) < 2 or not any(m.codes and not m.anaphoric for m in mentions):
        return mentions
    return [m for m in mentions if not m.anaphoric]
