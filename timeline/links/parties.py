"""Who stands on which side: blocs and their members, groups and their homes.

Parties are compared by label (code, else name in lower case).  A bloc acts for its members and a
member may answer for its bloc; a group from somewhere drags in the state that is taken to stand
behind it.  Both are tables (``link_blocs``, ``link_homes``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.lexicons import Lexicon, PhraseMatcher
from timeline.models import Actor

__all__ = ["Sides", "any_coded", "labels", "nationals", "owner_matcher", "sides"]


#: Kinds of companies that are parties of their own; the others act as their state.
_PRIVATE = frozenset({"company", "media"})


@dataclass(frozen=True)
class Sides:
    """Which parties can stand for one another.

    ``homes`` maps a group to the states and peoples behind it and back, ``kin`` adds blocs and their members.
    """

    homes: dict[str, frozenset[str]]
    kin: dict[str, frozenset[str]]

    def at_home(self, parties: Iterable[str]) -> frozenset[str]:
        """The parties with the groups and states that one takes for them."""
        return _widened(parties, self.homes)

    def widen(self, parties: Iterable[str]) -> frozenset[str]:
        """The parties with all that can stand for them."""
        return _widened(parties, self.kin)


def _widened(parties: Iterable[str], table: dict[str, frozenset[str]]) -> frozenset[str]:
    found = set(parties)
    for party in tuple(found):
        found |= table.get(party, frozenset())
    return frozenset(found)


def labels(actors: Iterable[Actor]) -> frozenset[str]:
    """Comparable labels of parties: codes as they are, names in lower case without an article."""
    found = set()
    for actor in actors:
        name = actor.code or actor.name.casefold().removeprefix("the ")
        if name:
            found.add(name)
    return frozenset(found)


def nationals(actors: Iterable[Actor], matcher: PhraseMatcher[str]) -> frozenset[str]:
    """The states whose people are named as parties of their own: "Malawian hauliers", "shoppers in South Korea"."""
    return frozenset([code for actor in actors if actor.code is None for _, _, code in matcher.finditer(actor.name)])


def any_coded(parties: Iterable[str]) -> bool:
    """Whether one of the labels is a code: codes are in capitals, names are not."""
    for party in parties:
        if party.isupper():
            return True
    return False


def sides(lexicon: Lexicon) -> Sides:
    """The table of sides; give it to ``lexicon.derive``."""
    homes: dict[str, set[str]] = {}
    kin: dict[str, set[str]] = {}
    for row in lexicon.table("link_homes"):
        for member in row.list("members"):
            for known in (homes, kin):
                _tie(known, _label(row["party"]), _label(member))
    for row in lexicon.table("link_blocs"):
        for bloc in {row["party"], _label(row["party"])}:  # by its code, and by its name
            for member in row.list("members"):
                _tie(kin, bloc, _label(member))
    for row in lexicon.table("companies"):
        if row["kind"] in _PRIVATE:
            _tie(kin, row["name"].casefold(), row["code"])
    return Sides(*({party: frozenset(others) for party, others in table.items()} for table in (homes, kin)))


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


def _tie(known: dict[str, set[str]], one: str, other: str) -> None:
    """Make each of two parties known as belonging to the other."""
    known.setdefault(one, set()).add(other)
    known.setdefault(other, set()).add(one)


def _label(words: str) -> str:
    return words if words.isupper() else words.casefold()
