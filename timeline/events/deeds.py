"""The words of a clause that tell whom an unnamed side is: nouns for deeds told before, words of mediation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.story import Sides, Turn
from timeline.families import families
from timeline.lexicons import Lexicon

__all__ = ["DeedWords", "KnownDeeds"]

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
#: What a noun of the same family as an act counts for, of a type that it can stand for, and of a noun for anything.
_SAME_FAMILY, _SAME_TYPE, _ANY = 2.0, 1.0, 0.5
#: What each turn in between takes away.
_FURTHER = 0.12
_KEPT = 1 << 12
#: The letters of a state's code, and how near after a deed's word the name of somebody it was done to stands.
_CODE, _NEAR = 3, 45
#: Types of coming to terms.
_TERMS = frozenset({"AGREE", "SUPPORT"})
_NO_FAMILY: frozenset[str] = frozenset()


class DeedWords:
    """Which nouns stand for which deeds (the table ``link_references``), and which words speak of both sides alike
    (``even_handed``).  Give it to ``lexicon.derive``."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._families = lexicon.derive(families)
        self._types: dict[str, frozenset[str]] = {}
        for row in lexicon.table("link_references"):
            types = frozenset() if row["types"] == "*" else frozenset(row.list("types"))
            for noun in row.list("nouns"):
                self._types[noun] = self._types.get(noun, frozenset()) | types
        for row in lexicon.table("deed_nouns"):
            for noun in row.list("nouns"):
                self._types.setdefault(noun, frozenset(row.list("types")))
        self._undone: dict[str, frozenset[str]] = {}
        for row in lexicon.table("undoings"):
            for words in row.list("words"):
                self._undone[words] = frozenset(row.list("types"))
        undoing = "|".join(sorted(map(re.escape, self._undone), key=len, reverse=True))
        self._undoing = re.compile(rf"\b(?:{undoing})\b")
        self._kin: dict[str, frozenset[str]] = {}
        self._bargains = frozenset(row["word"] for row in lexicon.table("bargains"))
        self.even_handed = frozenset(row["word"] for row in lexicon.table("even_handed"))
        yielded = [re.escape(words) for words, types in self._undone.items() if "ASSAULT" in types]
        self.letting_go = re.compile(rf"\b(?:{'|'.join(yielded)}) (?:of|for) ")
        sakes = [re.escape(row["words"]) for row in lexicon.table("for_the_sake_of")]
        self.for_the_sake_of = re.compile(rf"\b(?:{'|'.join(sakes)}) ")

    def doer(self, text: str, recent: Sequence[Turn], known: Sides) -> Sides:
        """Who did the deed, by some others than the known ones, that the first noun of a text for a deed told of stands
        for ("condemned the raid", "welcomed the step"); nobody where it tells of none.

        Of the turns (the latest first) that counts whose word is of the noun's family, else whose type fits.
        """
        for found in _WORD.finditer(text):
            types = self._types.get(found.group())
            if types is not None:
                doers = self._best(found.group(), types, recent, known)
                if doers:
                    return doers
        return frozenset()

    def makers(self, words: frozenset[str], recent: Sequence[Turn], known: Sides) -> Sides:
        """Who came to the bargain, the known sides aside, that some words speak of ("called the deal a betrayal")."""
        if words.isdisjoint(self._bargains):
            return frozenset()
        return next((t.actors - known for t in recent if is_bargain(t) and t.actors - known), frozenset())

    def to_undo(self, text: str, recent: Sequence[Turn], known: Sides) -> Turn | None:
        """The latest deed, by some others than the known ones, of the kind that a text asks to undo ("called for the
        release of the crew")."""
        found = self._undoing.search(text)
        if found is None:
            return None
        types = self._undone[found.group()]
        return next((t for t in recent if t.type in types and t.actors and t.actors.isdisjoint(known)), None)

    def _best(self, noun: str, types: frozenset[str], recent: Sequence[Turn], known: Sides) -> Sides:
        kin = self._kin_of(noun)
        best, highest = frozenset[str](), 0.0
        for i, turn in enumerate(recent):
            if not turn.actors or turn.actors == known:
                continue
            value = 0.0 if kin.isdisjoint(self._kin_of(turn.lemma)) else _SAME_FAMILY
            if not types:
                value += _ANY
            elif turn.type in types:
                value += _SAME_TYPE
            if value and value - i * _FURTHER > highest:
                best, highest = turn.actors, value - i * _FURTHER
        return best

    def _kin_of(self, words: str) -> frozenset[str]:
        """The families of the words, each looked up once."""
        found = self._kin.get(words)
        if found is None:
            if len(self._kin) >= _KEPT:
                self._kin.clear()
            found = self._kin[words] = self._families.of(words) if words else _NO_FAMILY
        return found


def is_bargain(turn: Turn) -> bool:
    """Whether several came to terms in a turn."""
    return turn.type in _TERMS and len(turn.actors) > 1 and not turn.targets


class KnownDeeds:
    """Deeds of which every reader knows who did them (the table ``known_deeds``: "the invasion of Kuwait").

    Give it to ``lexicon.derive``.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._doers: dict[str, list[tuple[str, str]]] = {}
        for row in lexicon.table("known_deeds"):
            for deed in row.list("deeds"):
                for whom in row.list("of"):
                    self._doers.setdefault(deed, []).append((whom.lower(), row["by"]))

    def doer(self, lemma: str, targets: Sides, rest: str) -> str:
        """The code of who did a deed to somebody; ``rest`` is what follows the act, in small letters. Empty when
        nobody is known to have."""
        hits = {code.lower() for code in targets}
        for word in lemma.lower().split():
            for whom, doer in self._doers.get(word, ()):
                named = rest.find(whom, 0, _NEAR) >= 0 if len(whom) > _CODE else whom in hits
                if named and doer not in targets:
                    return doer
        return ""
