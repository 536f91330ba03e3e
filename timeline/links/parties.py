"""Who stands on which side: blocs and their members, groups and their homes.

Parties are compared by label (code, else name in lower case).  A bloc acts for its members and a
member may answer for its bloc; a group from somewhere drags in the state that is taken to stand
behind it.  Both are tables (``link_blocs``, ``link_homes``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.lexicons import Lexicon
from timeline.models import Actor

__all__ = ["Sides", "labels", "sides"]


@dataclass(frozen=True)
class Sides:
    """Which parties can stand for one another.  ``kin`` maps a label to all that can stand for it."""

    kin: dict[str, frozenset[str]]

    def widen(self, parties: Iterable[str]) -> frozenset[str]:
        """The parties with all that can stand for them."""
        found = set(parties)
        for party in tuple(found):
            found |= self.kin.get(party, frozenset())
        return frozenset(found)


def labels(actors: Iterable[Actor]) -> frozenset[str]:
    """Comparable labels of parties: codes as they are, names in lower case without an article."""
    found = set()
    for actor in actors:
        name = actor.code or actor.name.casefold().removeprefix("the ")
        if name:
            found.add(name)
    return frozenset(found)


def sides(lexicon: Lexicon) -> Sides:
    """The table of sides; give it to ``lexicon.derive``."""
    kin: dict[str, set[str]] = {}
    for table in ("link_blocs", "link_homes"):
        for row in lexicon.table(table):
            for member in row.list("members"):
                one, other = _label(row["party"]), _label(member)
                kin.setdefault(one, set()).add(other)
                kin.setdefault(other, set()).add(one)
    return Sides({party: frozenset(others) for party, others in kin.items()})


def _label(words: str) -> str:
    return words if words.isupper() else words.casefold()
