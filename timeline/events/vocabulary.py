"""The event tables, made ready for look-up: triggers, frames, outcomes, noun classes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from timeline.events.rows import NamedRows, VerbTable, lines_of
from timeline.lexicons import Lexicon, Row

__all__ = ["Evaluation", "Frame", "Outcome", "Vocabulary", "vocabulary"]

_HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "THREATEN", "ACCUSE", "REJECT"})
_FRIENDLY = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})

#: What stands in [outcomes] for acts that are not done.
_UNDONE = "undone"
#: Frames of doing and leaving off, not of saying, asking and wishing.
_OF_DEEDS = frozenset("allow begin consider decide end fail forbid halt plan refuse".split())


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

    verbs: VerbTable
    nouns: NamedRows
    phrases: NamedRows
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
    willing: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        lemmas = frozenset().union(self.verbs.openers, self.nouns.openers, self.words["branding"])
        object.__setattr__(self, "opening_lemmas", lemmas)
        object.__setattr__(self, "willing", self.words["will"] | self.words["would"])
        together: dict[str, tuple[tuple[str, ...], ...]] = {}
        for first, *after in sorted(phrase.split() for phrase in self.words["in_common"]):
            together[first] = (*together.get(first, ()), tuple(after))
        object.__setattr__(self, "in_common", together)
        forms = frozenset().union(self.nouns.openers, self.phrases.openers, self.evaluations, together)
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
    types = frozenset(row["type"] for row in lexicon.table("plover_types"))
    lines = lines_of(lexicon.table("triggers"), types)
    frames: dict[tuple[str, str], list[Frame]] = {}
    for row in lexicon.table("frames"):
        words = tuple(row["words"].split())
        frames.setdefault((row["pos"], words[0]), []).append(Frame(words, row["op"], frozenset(row.list("takes"))))
    groups = {row["group"]: frozenset(row.list("words")) for row in lexicon.table("event_words")}
    light = groups.get("many_senses", frozenset()) | groups.get("everyday", frozenset())
    saying = {lemma for (pos, lemma), same in frames.items() if pos == "v" and not {f.op for f in same} <= _OF_DEEDS}
    wording = groups.get("speech", frozenset()) | saying
    return Vocabulary(
        VerbTable(lines["v"], light, wording),
        NamedRows(lines["n"]),
        NamedRows(lines["p"]),
        {key: tuple(sorted(v, key=lambda f: -len(f.words))) for key, v in frames.items()},
        _classes(lexicon.table("noun_classes")),
        {
            (row["op"], row["inner"]): Outcome(row["type"], row["mode"] or None, row["modality"])
            for row in lexicon.table("outcomes")
        },
        {(row["type"], row["pos"]): row.list("target") for row in lexicon.table("slots")},
        groups
        | {
            "act_nouns": frozenset([phrase for same in lines["n"].values() for phrase, _ in same if " " not in phrase]),
            "people": frozenset(row["noun"] for row in lexicon.table("human_nouns") if row["class"] == "people"),
            "state_firms": frozenset(row["name"] for row in lexicon.table("companies") if row["kind"] == "state"),
        },
        {
            row["words"]: Evaluation(row["type"], row["mode"] or None, row["by"] == "subject")
            for row in lexicon.table("evaluations")
        },
        {row["code"]: row.list("adjectives")[0] for row in lexicon.table("countries") if row.list("adjectives")},
    )


def _classes(rows: Iterable[Row]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        for words in row.list("words"):
            found.setdefault(words, set()).add(row["class"])
    return {words: frozenset(classes) for words, classes in found.items()}
