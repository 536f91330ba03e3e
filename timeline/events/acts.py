"""An act while it is being read from a sentence, and what the coder hands on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from timeline.analysis import ActorMention
from timeline.models import Actor, Modality, Place, Quantity, Reason

__all__ = ["AT_HOME", "Act", "Draft"]

#: Types that a state may turn on its own people, by name.
AT_HOME = frozenset({"ASSAULT", "COERCE"})


@dataclass(slots=True)
class Act:
    """Who does what to whom, as far as the sentence has told; trigger tokens ``first`` to ``last``.

    ``evidence`` are the grounds on which the confidence is reckoned.  ``nominal`` for a noun, then
    ``definite`` tells whether it comes with an article or pronoun that points back.  ``speaker_acts``
    marks what only becomes an act in somebody's mouth ("must withdraw", "is illegal").  ``about`` is the
    first trigger token of the act that this one judges ("condemned the attack").
    """

    type: str
    mode: str | None
    first: int
    last: int
    weight: float = 1.0
    modality: Modality = "actual"
    actors: list[ActorMention] = field(default_factory=list)
    targets: list[ActorMention] = field(default_factory=list)
    predicate: int = -1
    phrase: int = -1
    nominal: bool = False
    definite: bool = False
    mutual: bool = False
    speaker_acts: bool = False
    about: int = -1
    attribution: str | None = None
    evidence: list[str] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)

    def because(self, rule: str, words: str = "") -> Act:
        """Note a reason; returns the act."""
        self.reasons.append(Reason.of(rule, words))
        return self


@dataclass(slots=True)
class Draft:
    """One mention of an act, coded, before the mentions of one act are merged.

    Offsets are absolute: ``start``/``end`` of the trigger, ``scope`` of its clause, ``quote`` of the
    shortest stretch that states it.  ``nominal``/``definite`` as in :class:`Act`; ``bare`` when the words
    name neither actor nor target; ``is_result`` for what an attack did ("killing 20");
    ``mutual`` when its parties do it together, so that it needs no target;
    ``about`` is where the trigger of the act starts that this one judges, -1 when it judges none;
    ``rank`` orders the acts of one sentence, the main one first; ``aside`` marks what is told in a text
    that is not about politics; ``sure`` is the confidence that the words alone give, before a party that
    they leave out was supplied; ``mode`` is the trigger's, ``told_mode`` the one that its clause gives.
    """

    start: int
    end: int
    scope: tuple[int, int]
    quote: tuple[int, int]
    sentence: int
    type: str
    mode: str | None
    modality: Modality
    actors: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    where: Place | None
    quantities: tuple[Quantity, ...]
    attribution: str | None
    confidence: float
    reasons: tuple[Reason, ...]
    lemma: str = ""
    nominal: bool = False
    definite: bool = False
    bare: bool = False
    is_result: bool = False
    mutual: bool = False
    about: int = -1
    rank: int = 0
    aside: bool = False
    sure: float = 0.0
    told_mode: str | None = None

    def but(self, **changes: Any) -> Draft:
        """The draft with some fields changed; several times faster than ``dataclasses.replace``."""
        twin = object.__new__(Draft)
        for name in Draft.__slots__:
            setattr(twin, name, changes[name] if name in changes else getattr(self, name))
        return twin

    @property
    def is_dyadic(self) -> bool:
        """Whether states, organisations or groups act on each other."""
        return any(a.code for a in self.actors) and any(t.code for t in self.targets)
