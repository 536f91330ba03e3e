"""How likely one act answers another: signs of parties, order, types and words, added up.

Each sign has a weight in ``link_weights``; the sum is the log-odds of a link, and
``confidence = 1 / (1 + exp(-sum))`` is the one scale of all links, explicit or not.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

from timeline.lexicons import Lexicon
from timeline.links.acts import Act
from timeline.models import Quantity

__all__ = ["BYSTANDERS", "Pair", "Weights", "order_of", "party_relation", "score", "weights"]

#: Relations in which the answer comes from somebody to whom the deed was not done.
BYSTANDERS = ("third", "joins", "stands_by", "inner")
_NOT_YET = ("planned", "proposed")
_LONG, _WEEKS, _SOON = 183, 31, 4
#: An event that is less sure than this makes a poor cause or answer.
_SURE = 0.5


class Kind(NamedTuple):
    """What a type, or a type with its mode, adds as an answer and as a cause."""

    name: str
    answer: float
    cause: float


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of signs, and of a type being answered by another; ``of_kinds`` keeps what was looked up."""

    signs: dict[str, float]
    transitions: dict[tuple[str, str], float]
    notes: dict[str, str]
    kinds: dict[str, Kind]
    of_kinds: dict[tuple[str, str], float] = field(default_factory=dict)


@dataclass(slots=True)
class Pair:
    """A possible link and what speaks for and against it."""

    cause: Act
    effect: Act
    signs: list[str]
    distance: int = 0
    cue: tuple[str, int, int] | None = None
    total: float = 0.0
    rivals: tuple[Pair, ...] = ()

    @property
    def stated(self) -> bool:
        """Whether words state this very link.

        Words that only say that something is answered ("in return") state the link to the act told last before
        them; what they lend to another measure of the announcement, or to another act, is a conclusion.
        """
        if self.cue is None or "carried" in self.signs:
            return False
        if self.cue[0].startswith("answer"):
            return "nearest" in self.signs and "closer" not in self.signs and "closer_kin" not in self.signs
        if self.cue[0] == "after" and "cue_remote" in self.signs:
            return False
        if self.cue[0] == "cue_weak" and not self.effect.hostile:
            return False
        return self.cue[0] != "object" or self.signs[0] not in ("stranger", "answers")

    @property
    def confidence(self) -> float:
        """Probability of a link, rounded to three places."""
        return round(1 / (1 + math.exp(-self.total)), 3)


def weights(lexicon: Lexicon) -> Weights:
    """The tables of weights; give it to ``lexicon.derive``.

    Raises:
        LexiconError: a weight is no number; names file and line.
    """
    rows = lexicon.table("link_weights")
    transitions: dict[tuple[str, str], float] = {}
    for row in lexicon.table("link_transitions"):
        for cause in row.list("causes"):
            for effect in row.list("effects"):
                transitions[cause, effect] = row.number("weight")
    kinds = {
        name: Kind(name, row.number("answer"), row.number("cause"))
        for row in lexicon.table("link_kinds")
        for name in row.list("kinds")
    }
    signs = {row["sign"]: row.number("weight") for row in rows}
    return Weights(signs, transitions, {row["sign"]: row["note"] for row in rows}, kinds)


def party_relation(cause: Act, effect: Act) -> str | None:
    """As ``_relation``, but parties that are only guessed are left out where with them one side would do both."""
    found = _relation(cause, effect)
    if found is None and (cause.guessed_actors or effect.guessed_actors) and not (cause.mutual or effect.mutual):
        return _with_guesses_left_out(cause, effect)
    return found


def _with_guesses_left_out(cause: Act, effect: Act) -> str | None:
    """What is left where the doer of one act is only guessed to be that of the other."""
    if not effect.guessed_actors and _meet(cause.hit_kin, effect.actors):
        return "hit_doubtful"
    if not cause.guessed_actors and _meet(cause.actors_kin, effect.hit):
        return "toward_doubtful"
    return "doubtful"


def _relation(cause: Act, effect: Act) -> str | None:
    """How the parties stand to each other as a sign's name; None where no link may be.

    None when one party alone does both, or when both acts are done by the same parties.
    """
    if _meet(cause.actors, effect.actors) and not (cause.mutual or effect.mutual):
        if cause.actors == effect.actors or len(cause.actors) == 1 or len(effect.actors) == 1:
            return None
        return "same_side"
    if cause.mutual and not cause.hostile and not effect.hit and effect.actors <= cause.actors:
        return "same_side"  # nobody answers a deal of their own
    if cause.mutual and cause.harm and effect.type == cause.type and effect.actors < cause.actors:
        return None  # a shot of the exchange that it is part of
    hit_answers = _meet(cause.hit_kin, effect.actors) or _meet(cause.hit, effect.actors_kin)
    toward = _meet(cause.actors_kin, effect.hit) or _meet(cause.actors, effect.hit_kin)
    if cause.mutual and cause.actors == effect.actors:
        return "mutual"
    if hit_answers and toward:
        at_home = _meet(cause.hit_home, effect.actors_home) and _meet(cause.actors_home, effect.hit_home)
        return "reversed" if at_home else "reversed_kin"
    if toward and (cause.guessed_hit or not (cause.hit and effect.actors)):
        return "reversed_open"
    if hit_answers:
        return "answers" if effect.hit and cause.actors and not effect.guessed_hit else "reversed_open"
    return "third" if toward else "stranger"


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one.isdisjoint(other)


def order_of(cause: Act, effect: Act) -> str | None:
    """The dates' order as a sign's name: before, same_day, untold; None where the cause is surely later."""
    if effect.bounds.surely_before(cause.bounds):
        return None
    if cause.bounds.surely_before(effect.bounds):
        return "before"
    if cause.bounds.first is not None and cause.bounds == effect.bounds and cause.bounds.days == 1:
        return "same_day"
    if cause.month_day and effect.month_day and cause.bounds.first is None and effect.bounds.first is None:
        if effect.month_day < cause.month_day:
            return None
        return "before" if cause.month_day < effect.month_day else "same_day"
    return "untold"


def _same_measure(one: tuple[Quantity, ...], other: tuple[Quantity, ...]) -> bool:
    if not one or not other:
        return False
    units = {(q.value, q.unit.casefold()) for q in one if q.value > 1}
    return any((q.value, q.unit.casefold()) in units for q in other)


def score(pair: Pair, table: Weights) -> None:
    """Add up a pair's signs, those of the two acts themselves included."""
    cause, effect = pair.cause, pair.effect
    if cause.type == "REQUEST" and cause.event.mode == "assist" and pair.signs[0] == "answers":
        pair.signs.append("complies")
    if cause.harm and cause.kind == effect.kind:
        pair.signs.append("same_kind")
    if cause.stance == effect.stance == "favour" and {"same_day", "same_sentence", "next_sentence"} & {*pair.signs}:
        pair.signs.append("exchange")
    if pair.signs[0] in BYSTANDERS and "prominent" in pair.signs:
        pair.signs.append("drawn")
    if pair.signs[0] == "third" and cause.hit & effect.hit:
        pair.signs.append("both_sides")
    if cause.type == "REQUEST" and effect.type == "REJECT" and cause.event.mode == effect.event.mode:
        pair.signs.append("same_mode")
    if _same_measure(cause.event.quantities, effect.event.quantities):
        pair.signs.append("measure")
    if cause.event.modality == "planned" and effect.event.modality not in _NOT_YET:
        pair.signs.append("planned_cause")
    if cause.event.modality == "proposed":
        pair.signs.append("offered")
    if effect.event.modality in _NOT_YET:
        pair.signs.append("planned_effect")
    if effect.mutual:
        pair.signs.append("mutual_effect")
    if cause.mutual and not effect.mutual:
        pair.signs.append("mutual_cause")
    if cause.guessed_actors or effect.guessed_actors:
        pair.signs.append("guessed_actor")
    if min(cause.event.confidence, effect.event.confidence) < _SURE:
        pair.signs.append("unsure")
    pair.signs += _lag_signs(cause, effect)
    total = table.signs["base"] + transition(pair, table) + kind_of(cause, table).cause
    total += kind_of(effect, table).answer
    pair.total = round(total + sum([table.signs[s] for s in pair.signs]), 6)


def _lag_signs(cause: Act, effect: Act) -> list[str]:
    """soon, long_ago: how long the answer took, where the dates tell."""
    least, most = cause.bounds.lag_to(effect.bounds)
    if least is not None and least > _LONG:
        return ["long_ago"]
    if least is not None and least > _WEEKS:
        return ["later"]
    return ["soon"] if most is not None and 0 < most <= _SOON else []


def kind_of(act: Act, table: Weights) -> Kind:
    """How much an act is an answer, or calls for one, by its type and mode."""
    return table.kinds.get(act.kind) or table.kinds.get(act.type) or Kind("", 0.0, 0.0)


def transition(pair: Pair, table: Weights) -> float:
    """How apt one type is to be answered by the other; who stands by the victim does not answer the doer."""
    if pair.signs[0] == "stands_by":
        return 0.0
    cause, effect = pair.cause, pair.effect
    weight = table.of_kinds.get((cause.kind, effect.kind))
    if weight is None:
        keys = product((cause.kind, cause.type), (effect.kind, effect.type))
        found = [table.transitions[key] for key in keys if key in table.transitions]
        weight = table.of_kinds[cause.kind, effect.kind] = found[0] if found else 0.0
    return weight
