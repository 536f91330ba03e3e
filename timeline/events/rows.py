"""The rows of the trigger table, made ready for look-up when a text first asks for them: most texts ask for few."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from timeline.lexicons import Row

__all__ = ["Entry", "Lines", "NamedRows", "Run", "VerbRows", "VerbTable", "lines_of"]

_SPECIAL_NEEDS = frozenset({"@other", "*", "no-longer", "@deadline", "@none", "@with"})
_MOODS = frozenset({"@will", "@wont", "@barred", "@must", "@not", "@to", "@over"})
#: Types that a verb may tell of an object that no row names, and what that is worth.
_SURELY = frozenset({"AGREE", "MOBILIZE", "REQUEST", "CONCEDE", "RETREAT", "REJECT", "SANCTION", "COERCE", "THREATEN"})
_ANY_OBJECT = 0.5
#: How much of a verb's rows must be of a type for it to be what the verb mostly tells: of a verb of words, of another.
_NEARLY_ALL, _MOST = 0.75, 0.5
#: Possessives: "its" in a table stands for all of them.
_POSSESSIVE = frozenset({"their", "his", "her"})


@cache
def _shared(words: frozenset[str]) -> frozenset[str]:
    """One set for all that are equal: thousands of rows ask for a few dozen."""
    return words


class _Asked(NamedTuple):
    """What a row asks for, worked out: see :class:`Entry`."""

    needs: frozenset[str]
    agent: frozenset[str]
    mood: str
    special: frozenset[str]
    classes: frozenset[str]
    doers: frozenset[str]
    loose: bool
    otherwise: bool
    typed: bool


@cache
def _asked(cells: frozenset[str], agent: frozenset[str]) -> _Asked:
    """What follows from the cells ``needs`` and ``agent``; thousands of rows ask for a few hundred things."""
    needs = _shared(cells - _MOODS)
    special = _shared(frozenset(n for n in needs if n in _SPECIAL_NEEDS or n.startswith("to:")))
    loose = bool(needs & {"*", "@other", "@deadline"}) or needs == {"@party"}
    doers = _shared(agent - {"@party"})
    return _Asked(
        needs,
        _shared(agent),
        min(cells & _MOODS, default=""),
        special,
        _shared(needs - {"@party"} - special),
        doers,
        loose,
        bool(special) or "@party" in needs,
        (bool(needs) and not loose) or bool(doers),
    )


@dataclass(slots=True)
class Entry:
    """A trigger: its words, what it codes to and what it asks for.

    What follows from ``needs`` and ``agent`` is worked out once: ``special`` needs that are no classes of
    noun, the ``classes`` and ``doers`` proper, whether the needs are ``loose`` (any object, any other
    party), whether they may be met ``otherwise`` than by the class of an object, whether the row is ``typed`` (asks
    for a class of object or subject) and in which ``mood`` alone it holds: of what is to come (``@will``) or not
    to come (``@wont``), must be done (``@must``), may not be done (``@barred``) or is not done (``@not``; in the
    tables "not renew"), or that goes to or over another state (``@to``, ``@over``).  ``shared`` when its row is one
    for several verbs, which says what they do to those objects, not what each of them mostly tells.
    """

    words: tuple[str, ...]
    pos: str
    type: str
    mode: str | None
    needs: frozenset[str]
    agent: frozenset[str]
    target: tuple[str, ...]
    weight: float
    special: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    loose: bool = False
    otherwise: bool = False
    typed: bool = False
    mood: str = ""
    shared: bool = False

    def __post_init__(self) -> None:
        asked = _asked(self.needs, self.agent)
        self.needs, self.agent, self.mood = asked.needs, asked.agent, asked.mood
        self.special, self.classes, self.doers = asked.special, asked.classes, asked.doers
        self.loose, self.otherwise, self.typed = asked.loose, asked.otherwise, asked.typed


class Run(NamedTuple):
    """The rows of a verb that have the same words; ``rank`` is their place among all runs of the verb.

    ``classes`` are those of which one must be an object's for any of the rows to fit; None where a row asks for less.
    """

    rank: int
    words: tuple[str, ...]
    entries: tuple[Entry, ...]
    classes: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class VerbRows:
    """The rows of a verb: those of the verb alone, and by their second word (``seconds``) those of longer phrases.

    ``rather`` is what the verb mostly tells, whatever its object: a row for objects of classes that no row names.
    """

    alone: tuple[Run, ...]
    longer: dict[str, list[Run]]
    seconds: frozenset[str]
    rather: Entry | None = None

    def among(self, present: frozenset[str]) -> Sequence[Run]:
        """The runs whose words are all in a sentence, by rank."""
        if self.seconds.isdisjoint(present):
            return self.alone
        seconds = self.seconds & present
        found = [run for word in seconds for run in self.longer[word] if len(run[1]) == 2 or present.issuperset(run[1])]
        return [*sorted(found), *self.alone]


class _Told(NamedTuple):
    """What a row of the table says of each of its phrases."""

    pos: str
    type: str
    mode: str | None
    needs: frozenset[str]
    agent: frozenset[str]
    target: tuple[str, ...]
    weight: float
    shared: bool


#: The phrases that begin with a word, each with what its row says.
Lines = dict[str, list[tuple[str, _Told]]]


def lines_of(rows: Iterable[Row], types: frozenset[str]) -> dict[str, Lines]:
    """The phrases of the trigger table by part of speech and first word.

    Raises:
        LexiconError: a row names a part of speech or type that does not exist, or a weight that is none.
    """
    lines: dict[str, Lines] = {"v": {}, "n": {}, "p": {}}
    for row in rows:
        phrases = row.list("words")
        told = _told(row, types, len(phrases) > 1)
        by_first = lines[told.pos]
        for phrase in phrases:
            by_first.setdefault(_first_word(phrase), []).append((phrase, told))
    return lines


def _told(row: Row, types: frozenset[str], shared: bool) -> _Told:
    if row["pos"] not in ("v", "n", "p"):
        raise row.error(f"pos {row['pos']!r} must be v (verb), n (noun) or p (fixed phrase)")
    if row["type"] not in types:
        raise row.error(f"{row['type']!r} is no event type: use one of {', '.join(sorted(types))}")
    weight = row.number("weight", 1.0)
    if not 0 <= weight <= 1:
        raise row.error(f"weight {row['weight']!r} must be a number from 0 to 1")
    needs, agent = frozenset(row.list("needs")), frozenset(row.list("agent"))
    return _Told(row["pos"], row["type"], row["mode"] or None, needs, agent, row.list("target"), weight, shared)


def _first_word(phrase: str) -> str:
    """The word by which a phrase is looked up: "not renew" is the verb, negated."""
    first, _, more = phrase.partition(" ")
    if first == "not" and more:
        first = more.split(None, 1)[0]
    return "its" if first in _POSSESSIVE else first


def _entry(phrase: str, told: _Told) -> Entry:
    words, needs = tuple(["its" if word in _POSSESSIVE else word for word in phrase.split()]), told.needs
    if words[0] == "not" and len(words) > 1:
        words, needs = words[1:], needs | {"@not"}
    return Entry(words, told.pos, told.type, told.mode, needs, told.agent, told.target, told.weight, shared=told.shared)


def _entries(lines: list[tuple[str, _Told]]) -> list[Entry]:
    """The entries of some lines, those of most words first."""
    return sorted([_entry(phrase, told) for phrase, told in lines], key=lambda e: -len(e.words))


class NamedRows:
    """The entries of nouns or fixed phrases by their first word, which is one of the ``openers``; the longest first."""

    def __init__(self, lines: Lines) -> None:
        self.openers = frozenset(lines)
        self._lines = lines
        self._made: dict[str, tuple[Entry, ...]] = {}

    def of(self, word: str) -> tuple[Entry, ...]:
        """The entries that a word begins."""
        made = self._made.get(word)
        if made is None:
            if word not in self.openers:
                return ()
            made = self._made[word] = tuple(_entries(self._lines[word]))
        return made


class VerbTable:
    """The rows of the verbs, which are the ``openers``.

    Verbs of everyday life and of many senses are ``light``: there is nothing that they mostly tell.  Verbs of
    ``wording`` must tell it by nearly all their rows.
    """

    def __init__(self, lines: Lines, light: frozenset[str], wording: frozenset[str]) -> None:
        self.openers = frozenset(lines)
        self._lines = lines
        self._light, self._wording = light, wording
        self._made: dict[str, VerbRows] = {}

    def of(self, lemma: str) -> VerbRows | None:
        """The rows of a verb; None if it has none."""
        made = self._made.get(lemma)
        if made is None:
            if lemma not in self.openers:
                return None
            entries = _entries(self._lines[lemma])
            share = _NEARLY_ALL if lemma in self._wording else _MOST
            rather = None if lemma in self._light else _rather(entries, share)
            made = self._made[lemma] = _verb_rows(entries, rather)
        return made


def _rather(entries: list[Entry], share: float) -> Entry | None:
    """A weak row for any object, of the type of such a share of the rows that a verb has alone; none if they differ."""
    own = [e for e in entries if len(e.words) == 1 and not (e.mood or e.shared)]
    types = Counter(e.type for e in own)
    type_, count = types.most_common(1)[0] if types else ("", 0)
    if type_ not in _SURELY or count < share * len(own) or not any(e.typed for e in own):
        return None
    first = next(e for e in own if e.type == type_)
    needs = agent = frozenset[str]()
    return Entry(first.words, "v", type_, first.mode, needs, agent, first.target, _ANY_OBJECT)


def _verb_rows(entries: list[Entry], rather: Entry | None) -> VerbRows:
    """The rows of one verb, gathered by their words, so that each run of words is looked for once."""
    by_words: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        by_words.setdefault(entry.words, []).append(entry)
    runs = [Run(rank, words, tuple(same), _wanted(same)) for rank, (words, same) in enumerate(by_words.items())]
    longer: dict[str, list[Run]] = {}
    for run in runs:
        if len(run.words) > 1:
            longer.setdefault(run.words[1], []).append(run)
    return VerbRows(tuple(run for run in runs if len(run.words) == 1), longer, _shared(frozenset(longer)), rather)


def _wanted(entries: Sequence[Entry]) -> frozenset[str] | None:
    """The classes of which an object must have one for any of the rows to fit; None where one can be met otherwise."""
    if any(not entry.needs or entry.otherwise for entry in entries):
        return None
    return _shared(frozenset().union(*[entry.classes for entry in entries]))
