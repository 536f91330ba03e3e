"""An act while it is being read from a sentence, and what the coder hands on."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.analysis import ActorMention
from timeline.models import Actor, Modality, Place, Quantity, Reason

__all__ = ["AT_HOME", "JUDGING", "Act", "Draft", "has_code"]

#: In place of a mode: as it was (None is a mode, too).
_SAME = "same"
#: What the confidence of an event loses with a party that nothing names.
_SUPPLIED = 0.05
#: Types that a state may turn on its own people, by name.
AT_HOME = frozenset({"ASSAULT", "COERCE"})
#: Types that judge acts: their "it" is what was done, not who did it.
JUDGING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})


@dataclass(slots=True, eq=False, init=False)
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
    weight: float
    modality: Modality
    actors: list[ActorMention]
    targets: list[ActorMention]
    predicate: int
    phrase: int
    nominal: bool
    definite: bool
    mutual: bool
    speaker_acts: bool
    about: int
    attribution: str | None
    evidence: list[str]
    reasons: list[Reason]

    def __init__(
        self,
        type: str,
        mode: str | None,
        first: int,
        last: int,
        weight: float = 1.0,
        modality: Modality = "actual",
        actors: list[ActorMention] | None = None,
        targets: list[ActorMention] | None = None,
        predicate: int = -1,
        phrase: int = -1,
        nominal: bool = False,
        definite: bool = False,
        mutual: bool = False,
        speaker_acts: bool = False,
        about: int = -1,
        attribution: str | None = None,
        evidence: list[str] | None = None,
        reasons: list[Reason] | None = None,
    ) -> None:
        self.type = type
        self.mode = mode
        self.first = first
        self.last = last
        self.weight = weight
        self.modality = modality
        self.actors = [] if actors is None else actors
        self.targets = [] if targets is None else targets
        self.predicate = predicate
        self.phrase = phrase
        self.nominal = nominal
        self.definite = definite
        self.mutual = mutual
        self.speaker_acts = speaker_acts
        self.about = about
        self.attribution = attribution
        self.evidence = [] if evidence is None else evidence
        self.reasons = [] if reasons is None else reasons

    def because(self, rule: str, words: str = "") -> Act:
        """Note a reason; returns the act."""
        self.reasons.append(Reason.of(rule, words))
        return self


@dataclass(slots=True, eq=False)
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

    def but(
        self,
        *,
        type: str | None = None,
        mode: str | None = _SAME,
        modality: Modality | None = None,
        actors: tuple[Actor, ...] | None = None,
        targets: tuple[Actor, ...] | None = None,
        confidence: float | None = None,
        reasons: tuple[Reason, ...] | None = None,
        told_mode: str | None = _SAME,
    ) -> Draft:
        """The draft with some fields changed; several times faster than ``dataclasses.replace``."""
        return Draft(
            self.start,
            self.end,
            self.scope,
            self.quote,
            self.sentence,
            self.type if type is None else type,
            self.mode if mode == _SAME else mode,
            self.modality if modality is None else modality,
            self.actors if actors is None else actors,
            self.targets if targets is None else targets,
            self.where,
            self.quantities,
            self.attribution,
            self.confidence if confidence is None else confidence,
            self.reasons if reasons is None else reasons,
            self.lemma,
            self.nominal,
            self.definite,
            self.bare,
            self.is_result,
            self.mutual,
            self.about,
            self.rank,
            self.aside,
            self.sure,
            self.told_mode if told_mode == _SAME else told_mode,
        )

    def supplied(self, actors: tuple[Actor, ...], targets: tuple[Actor, ...], reason: Reason) -> Draft:
        """The draft with supplied parties, which make it less sure."""
        confidence = max(0.0, round(self.confidence - _SUPPLIED, 2))
        return self.but(actors=actors, targets=targets, confidence=confidence, reasons=(*self.reasons, reason))

    @property
    def is_dyadic(self) -> bool:
        """Whether states, organisations or groups act on each other."""
        return has_code(self.actors) and has_code(self.targets)


def has_code(parties: tuple[Actor, ...]) -> bool:
    """Whether one of the parties is a state, organisation or group of the tables."""
    for party in parties:
        if party.code:
            return True
    return False
