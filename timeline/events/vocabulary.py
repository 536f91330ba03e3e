"""The event tables, made ready for look-up: triggers, frames, outcomes, noun classes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from timeline.lexicons import Lexicon, Row

__all__ = ["Entry", "Evaluation", "Frame", "Outcome", "Vocabulary", "vocabulary"]

_SPECIAL_NEEDS = frozenset({"@other", "*", "no-longer", "@deadline", "@none", "@with"})
_MOODS = frozenset({"@will", "@wont", "@barred", "@must", "@not"})
_HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "THREATEN", "ACCUSE", "REJECT"})
_FRIENDLY = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})

#: What stands in [outcomes] for acts that are not done.
_UNDONE = "undone"
#: Types that a verb may tell of an object that no row names, how much of its rows they must be (of a verb of words,
#: and of another), what that is worth.
_SURELY = frozenset({"AGREE", "MOBILIZE", "REQUEST", "CONCEDE", "RETREAT", "REJECT", "SANCTION", "COERCE", "THREATEN"})
_NEARLY_ALL, _MOST = 0.75, 0.5
#: Frames of doing and leaving off, not of saying, asking and wishing.
_OF_DEEDS = frozenset("allow begin consider decide end fail forbid halt plan refuse".split())
_ANY_OBJECT = 0.5
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
    tables "not renew").  ``shared`` when its row is one for several verbs, which says what they do to those objects,
    not what each of them mostly tells.
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


@dataclass(frozen=True, slots=True)
class Frame:
    """A word that takes an act as its complement (``takes``) and what it does to it (``op``)."""

    words: tuple[str, ...]
    op: str
    takes: frozenset[str]


class Outcome(NamedTuple):
    """What becomes of an act: a new type and mode (empty: its own; ``-``: none), a new modality."""

    type: str
    mode: str | None
    modality: str


class Evaluation(NamedTuple):
    """A word that judges: what saying it is; ``own`` when whom it is said of acts ("is alarmed")."""

    type: str
    mode: str | None
    own: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All event tables of a lexicon, by first word.

    A sentence tells something only if one of its words is, as its base form or as it stands, among the
    ``opening_lemmas`` or ``opening_forms``.  ``nationalities`` are adjectives by the codes of states, ``in_common`` the
    ways of saying "together" by their first words.
    """

    verbs: dict[str, VerbRows]
    nouns: dict[str, tuple[Entry, ...]]
    phrases: dict[str, tuple[Entry, ...]]
    frames: dict[tuple[str, str], tuple[Frame, ...]]
    classes: dict[str, frozenset[str]]
    outcomes: dict[tuple[str, str], Outcome]
    slots: dict[tuple[str, str], tuple[str, ...]]
    words: dict[str, frozenset[str]]
    evaluations: dict[str, Evaluation]
    nationalities: dict[str, str]
    in_common: dict[str, tuple[tuple[str, ...], ...]] = field(init=False)
    opening_lemmas: frozenset[str] = field(init=False)
    opening_forms: frozenset[str] = field(init=False)
    phrase_openers: frozenset[str] = field(init=False)
    willing: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        lemmas = frozenset().union(self.verbs, self.nouns, self.words["branding"])
        object.__setattr__(self, "opening_lemmas", lemmas)
        object.__setattr__(self, "phrase_openers", frozenset(self.phrases))
        object.__setattr__(self, "willing", self.words["will"] | self.words["would"])
        together: dict[str, tuple[tuple[str, ...], ...]] = {}
        for first, *after in sorted(phrase.split() for phrase in self.words["in_common"]):
            together[first] = (*together.get(first, ()), tuple(after))
        object.__setattr__(self, "in_common", together)
        forms = frozenset().union(self.nouns, self.phrases, self.evaluations, together)
        object.__setattr__(self, "opening_forms", forms)

    def outcome(self, op: str, type_: str, mode: str | None, *, denied: bool = False) -> Outcome | None:
        """The row of [outcomes] that fits an act best, None when the frame does not touch such acts.

        For an act that is ``denied`` ("promised not to attack") the row of what is undone comes first.
        """
        undone = self.outcomes.get((op, _UNDONE)) if denied else None
        if undone is not None:
            return undone
        stance = "hostile" if type_ in _HOSTILE else "friendly" if type_ in _FRIENDLY else ""
        for inner in (f"{type_} {mode}", type_, stance, "*"):
            found = self.outcomes.get((op, inner))
            if found is not None:
                return found
        return None

    def has(self, group: str, word: str) -> bool:
        """Whether a word belongs to a group of the table [event_words]."""
        return word in self.words[group]


def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a lexicon, built once.

    Raises:
        LexiconError: a row names a part of speech, type or class of number that does not exist.
    """
    return lexicon.derive(_build)


def _build(lexicon: Lexicon) -> Vocabulary:
    types = {row["type"] for row in lexicon.table("plover_types")}
    entries: dict[str, dict[str, list[Entry]]] = {"v": {}, "n": {}, "p": {}}
    for row in lexicon.table("triggers"):
        for entry in _entries(row, types):
            entries[entry.pos].setdefault(entry.words[0], []).append(entry)
    frames: dict[tuple[str, str], list[Frame]] = {}
    for row in lexicon.table("frames"):
        words = tuple(row["words"].split())
        frames.setdefault((row["pos"], words[0]), []).append(Frame(words, row["op"], frozenset(row.list("takes"))))
    groups = {row["group"]: frozenset(row.list("words")) for row in lexicon.table("event_words")}
    light = groups.get("many_senses", frozenset()) | groups.get("everyday", frozenset())
    wording = {lemma for (pos, lemma), same in frames.items() if pos == "v" and not {f.op for f in same} <= _OF_DEEDS}
    wording |= groups.get("speech", frozenset())
    return Vocabulary(
        {
            word: _verb_rows(found, 1.0 if word in light else _NEARLY_ALL if word in wording else _MOST)
            for word, found in entries["v"].items()
        },
        _longest_first(entries["n"]),
        _longest_first(entries["p"]),
        {key: tuple(sorted(v, key=lambda f: -len(f.words))) for key, v in frames.items()},
        _classes(lexicon.table("noun_classes")),
        {
            (row["op"], row["inner"]): Outcome(row["type"], row["mode"] or None, row["modality"])
            for row in lexicon.table("outcomes")
        },
        {(row["type"], row["pos"]): row.list("target") for row in lexicon.table("slots")},
        groups
        | {
            "people": frozenset(row["noun"] for row in lexicon.table("human_nouns") if row["class"] == "people"),
            "state_firms": frozenset(row["name"] for row in lexicon.table("companies") if row["kind"] == "state"),
        },
        {
            row["words"]: Evaluation(row["type"], row["mode"] or None, row["by"] == "subject")
            for row in lexicon.table("evaluations")
        },
        {row["code"]: row.list("adjectives")[0] for row in lexicon.table("countries") if row.list("adjectives")},
    )


def _entries(row: Row, types: set[str]) -> Iterator[Entry]:
    """The entries of a row: one for each of its verbs, nouns or phrases, which ask for the same."""
    if row["pos"] not in ("v", "n", "p"):
        raise row.error(f"pos {row['pos']!r} must be v (verb), n (noun) or p (fixed phrase)")
    if row["type"] not in types:
        raise row.error(f"{row['type']!r} is no event type: use one of {', '.join(sorted(types))}")
    weight = row.number("weight", 1.0)
    if not 0 <= weight <= 1:
        raise row.error(f"weight {row['weight']!r} must be a number from 0 to 1")
    pos, type_, mode, target = row["pos"], row["type"], row["mode"] or None, row.list("target")
    needs, agent = frozenset(row.list("needs")), frozenset(row.list("agent"))
    phrases = row.list("words")
    for phrase in phrases:
        words, asked = tuple(["its" if word in _POSSESSIVE else word for word in phrase.split()]), needs
        if words[0] == "not" and len(words) > 1:  # "not renew": the verb, negated
            words, asked = words[1:], needs | {"@not"}
        yield Entry(words, pos, type_, mode, asked, agent, target, weight, shared=len(phrases) > 1)


def _longest_first(entries: dict[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    return {word: tuple(sorted(found, key=lambda e: -len(e.words))) for word, found in entries.items()}


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


def _verb_rows(entries: list[Entry], share: float) -> VerbRows:
    """The rows of one verb, gathered by their words, so that each run of words is looked for once.

    ``share`` is how many of its rows must be of a type for it to be what the verb mostly tells; 1 for no such row.
    """
    by_words: dict[tuple[str, ...], list[Entry]] = {}
    for entry in sorted(entries, key=lambda e: -len(e.words)):
        by_words.setdefault(entry.words, []).append(entry)
    runs = [Run(rank, words, tuple(same), _wanted(same)) for rank, (words, same) in enumerate(by_words.items())]
    longer: dict[str, list[Run]] = {}
    for run in runs:
        if len(run.words) > 1:
            longer.setdefault(run.words[1], []).append(run)
    rather = None if share == 1 else _rather(entries, share)
    return VerbRows(tuple(run for run in runs if len(run.words) == 1), longer, _shared(frozenset(longer)), rather)


def _wanted(entries: Sequence[Entry]) -> frozenset[str] | None:
    """The classes of which an object must have one for any of the rows to fit; None where one can be met otherwise."""
    if any(not entry.needs or entry.otherwise for entry in entries):
        return None
    return _shared(frozenset().union(*[entry.classes for entry in entries]))


def _classes(rows: Iterable[Row]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        for words in row.list("words"):
            found.setdefault(words, set()).add(row["class"])
    return {words: frozenset(classes) for words, classes in found.items()}
