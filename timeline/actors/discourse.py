"""Who is meant by "it", "the ministry", "the bloc", "both countries", a surname: one pass over the document.

The text so far is a list of referents, newest last.  Preferences are few: the same sentence before the
one before it, subjects before others, then the nearest.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.actors.reading import Frame, Reading
from timeline.actors.senses import Senses
from timeline.analysis import ActorMention

__all__ = ["Discourse"]

#: How many sentences back a pronoun, and a definite noun, may reach.
_PRONOUN_REACH, _NOUN_REACH = 3, 12
_KEPT = 60
_STATES = frozenset({"country"})
_THINGS = frozenset({"country", "organisation", "group", "company"})


class Discourse:
    """The referents of one document; ``resolve`` closes a reading and adds it to them."""

    def __init__(self, frame: Frame, senses: Senses) -> None:
        self._frame, self._senses = frame, senses
        self._seen: list[Reading] = []
        self._people: dict[str, ActorMention] = {}
        self._close: dict[str, Callable[[Reading], ActorMention | None]] = {
            "it": self._it, "they": self._they, "he": self._he, "country": self._country, "role": self._role,
            "bloc": self._bloc, "group": self._group, "surname": self._surname, "title": self._title,
        }  # fmt: skip

    def register(self, reading: Reading) -> None:
        """Remember a person's full name, so that the surname alone is known, before it too."""
        mention = reading.mention
        if mention.person and " " in mention.person:
            surname = mention.person.split()[-1]
            known = self._people.get(surname)
            if known is None or (not known.codes and mention.codes):
                self._people[surname] = mention

    def resolve(self, reading: Reading) -> None:
        """Close what is open about a reading, then remember it."""
        if reading.resolved:
            return
        reading.resolved = True
        if reading.anaphor == "pair":
            self._pair(reading)
        elif reading.anaphor == "link" and reading.link is not None:
            self.resolve(reading.link)
            _take(reading, reading.link.mention, "role" if reading.mention.role else reading.link.mention.via)
        elif reading.anaphor:
            found = self._close[reading.anaphor](reading)
            if found is not None:
                _take(reading, found, reading.mention.via)
        self._remember(reading)

    def _remember(self, reading: Reading) -> None:
        self.register(reading)
        mention = reading.mention
        if mention.codes or mention.person or mention.kind in ("group", "people"):
            self._seen.append(reading)
            if len(self._seen) > 2 * _KEPT:
                del self._seen[:_KEPT]

    def _candidates(self, reading: Reading, reach: int, wanted: Callable[[Reading], bool]) -> list[Reading]:
        """Earlier readings that fit, the best first: this sentence and its subjects before older ones."""
        here = reading.mention.sentence
        found = [
            r for r in self._seen
            if here - r.mention.sentence <= reach and r.mention.start < reading.mention.start
            and not r.mention.is_place and not r.mention.media and wanted(r)
        ]  # fmt: skip
        return sorted(found, key=lambda r: (-r.mention.sentence, not r.subject, -r.mention.start))

    def _first(self, reading: Reading, reach: int, wanted: Callable[[Reading], bool]) -> ActorMention | None:
        found = self._candidates(reading, reach, wanted)
        return found[0].mention if found else None

    def _it(self, reading: Reading) -> ActorMention | None:
        return self._first(
            reading,
            _PRONOUN_REACH,
            lambda r: len(r.mention.codes) == 1 and r.mention.kind in _THINGS and _is_thing(r, self._frame),
        )

    def _he(self, reading: Reading) -> ActorMention | None:
        return self._first(reading, _PRONOUN_REACH, lambda r: bool(r.mention.person) or _is_one_person(r, self._frame))

    def _they(self, reading: Reading) -> ActorMention | None:
        return self._first(
            reading, 2, lambda r: r.mention.plural or len(r.mention.codes) > 1 or r.mention.kind in ("people", "group")
        ) or self._first(reading, _PRONOUN_REACH, lambda r: bool(r.mention.codes))

    def _country(self, reading: Reading) -> ActorMention | None:
        codes = self._frame.words.country_nouns.get(reading.noun, ())
        if reading.noun in ("neighbour", "neighbor"):
            return None
        return self._first(
            reading, _NOUN_REACH,
            lambda r: len(r.mention.codes) == 1 and _is_state(r) and (not codes or r.mention.codes[0] in codes),
        )  # fmt: skip

    def _role(self, reading: Reading) -> ActorMention | None:
        """The same office spoken of before, else the last state that acted."""
        noun = reading.noun
        same = self._first(
            reading, _NOUN_REACH, lambda r: bool(r.mention.codes) and (r.mention.role == noun or r.mention.head == noun)
        )
        return same or self._first(reading, _NOUN_REACH, lambda r: len(r.mention.codes) == 1 and _is_state(r))

    def _bloc(self, reading: Reading) -> ActorMention | None:
        codes = self._frame.words.blocs.get(reading.noun, ())
        found = self._first(
            reading, _NOUN_REACH, lambda r: r.mention.kind == "organisation" and set(r.mention.codes) <= set(codes)
        )
        if found is None and reading.noun == "group":
            return self._group(reading)
        return found

    def _group(self, reading: Reading) -> ActorMention | None:
        return self._first(reading, _NOUN_REACH, lambda r: r.mention.kind == "group" and bool(r.mention.codes))

    def _surname(self, reading: Reading) -> ActorMention | None:
        name = reading.mention.name
        known = self._people.get(name.split()[-1])
        return known if known is not None and (" " not in name or known.person == name) else None

    def _title(self, reading: Reading) -> ActorMention | None:
        """``President Park``: the leader of that office; ``Defence Minister John Doe``: of the last state."""
        mention = reading.mention
        known = self._surname(reading)
        if known is not None and known.codes:
            return known
        surname = mention.name.split()[-1]
        entries = [e for e in self._frame.gazetteer.surnames.get(surname, []) if reading.noun in e.office]
        entry = self._senses.person(entries, bare=False) if entries and " " not in mention.name else None
        if entry is not None:
            return ActorMention(0, 0, 0, entry.name, entry.codes, "person", "leader", person=entry.name)
        return self._role(reading)

    def _pair(self, reading: Reading) -> None:
        """The two parties last spoken of together, else the last two."""
        codes: list[str] = []
        for sentence in range(reading.mention.sentence, max(-1, reading.mention.sentence - 4), -1):
            near = [r for r in self._seen if r.mention.sentence == sentence and r.mention.start < reading.mention.start]
            states = [r.mention for r in near if _is_state(r) and not r.mention.is_place and not r.mention.media]
            parties = dict.fromkeys(code for mention in states for code in mention.codes)
            codes = list(dict.fromkeys([*codes, *parties]))[:2] if len(parties) < 2 else list(parties)[:2]
            if len(codes) == 2:
                break
        if len(codes) == 2:
            reading.mention.codes, reading.mention.kind = tuple(codes), "country"


def _is_state(reading: Reading) -> bool:
    return reading.mention.kind in ("country", "organisation") or bool(reading.mention.person and reading.mention.codes)


def _is_thing(reading: Reading, frame: Frame) -> bool:
    """Whether "it" may mean the phrase: a name or an organ, not its goods, acts or people."""
    if reading.mention.plural or reading.mention.person:
        return False
    role = reading.mention.role
    return role is None or frame.words.role_class.get(role) in ("government", "military", "company", "post")


def _is_one_person(reading: Reading, frame: Frame) -> bool:
    role = reading.mention.role or ""
    return not reading.mention.plural and frame.words.role_class.get(role) in ("leader", "person", "diplomat", "people")


def _take(reading: Reading, found: ActorMention, via: str) -> None:
    """Give a reading the party of another."""
    mention = reading.mention
    if (
        reading.anaphor in ("surname", "title")
        and found.person
        and found.person.split()[-1] == mention.name.split()[-1]
    ):
        mention.person, mention.name = found.person, found.name
        mention.role = mention.role or found.role
    elif not mention.person:
        mention.name = found.name
        if reading.anaphor == "he":
            mention.person = found.person
    mention.codes, mention.home, mention.via = found.codes, found.home, via
    if found.kind != "unknown" and not (mention.person and not found.person and found.kind != "country"):
        mention.kind = found.kind
    mention.confidence = round(min(mention.confidence, found.confidence), 3)
