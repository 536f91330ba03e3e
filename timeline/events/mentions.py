"""A mention of an act, and an act with its mentions so far: what merging holds against each other."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.bounds import Bounds
from timeline.events.acts import Draft
from timeline.models import Actor, When

__all__ = ["STEM", "Cluster", "Told", "codes", "named"]

#: Letters that a noun and the verb of the same act share (expulsion, expel).
STEM = 4


@dataclass(slots=True, eq=False, init=False)
class Told:
    """A mention with its date and what its words hold.

    ``actors`` and ``targets`` are the parties that the words name, ``all_actors`` and ``all_targets`` with supplied
    ones; ``signs`` are those that hang on the mention alone.
    """

    draft: Draft
    when: When
    actors: frozenset[str]
    targets: frozenset[str]
    all_actors: frozenset[str]
    all_targets: frozenset[str]
    days: Bounds | None
    kin: frozenset[str]
    stems: frozenset[str]
    signs: tuple[str, ...]

    def __init__(
        self,
        draft: Draft,
        when: When,
        actors: frozenset[str],
        targets: frozenset[str],
        all_actors: frozenset[str],
        all_targets: frozenset[str],
        days: Bounds | None,
        kin: frozenset[str],
        stems: frozenset[str],
        signs: tuple[str, ...],
    ) -> None:
        self.draft = draft
        self.when = when
        self.actors = actors
        self.targets = targets
        self.all_actors = all_actors
        self.all_targets = all_targets
        self.days = days
        self.kin = kin
        self.stems = stems
        self.signs = signs

    @property
    def pointing(self) -> bool:
        """Whether a noun points back to an act told before ("the closure", "closure")."""
        return self.draft.nominal and (self.draft.definite or self.draft.bare)


@dataclass(slots=True, eq=False)
class Cluster:
    """The mentions of one act so far, and what is known of it from all of them.

    ``actors`` and ``targets`` are the labels that the words of its first mention name, ``all_actors`` and
    ``all_targets`` those of all mentions, supplied ones included.
    """

    drafts: list[Draft] = field(default_factory=list)
    whens: list[When] = field(default_factory=list)
    actors: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    all_actors: frozenset[str] = frozenset()
    all_targets: frozenset[str] = frozenset()
    days: set[tuple[str, Bounds]] = field(default_factory=set)
    kin: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()
    lemmas: set[str] = field(default_factory=set)
    roots: set[str] = field(default_factory=set)
    counts: dict[str, set[float]] = field(default_factory=dict)
    headline: bool = False
    index: int = 0

    @property
    def best(self) -> Draft:
        """The mention that tells the act first."""
        return self.drafts[0]

    def add(self, told: Told) -> None:
        """One more mention."""
        draft = told.draft
        if not self.drafts:
            self.actors, self.targets = told.actors, told.targets
        self.drafts.append(draft)
        self.whens.append(told.when)
        self.all_actors |= told.all_actors
        self.all_targets |= told.all_targets
        self.kin |= told.kin
        self.stems |= told.stems
        self.lemmas.add(draft.lemma)
        self.roots.add(draft.lemma[:STEM])
        if told.days is not None:
            self.days.add((told.when.basis, told.days))
        for quantity in draft.quantities:
            self.counts.setdefault(quantity.unit, set()).add(quantity.value)


def codes(actors: tuple[Actor, ...]) -> frozenset[str]:
    """Comparable labels of parties."""
    return frozenset([(a.code or a.name).casefold() for a in actors])


def named(actors: tuple[Actor, ...]) -> frozenset[str]:
    """The parties that the words name; what was supplied can be told otherwise elsewhere."""
    return codes(tuple([a for a in actors if a.via != "context"]))
