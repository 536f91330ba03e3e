"""How likely one act answers another: signs of parties, order, types and words, added up.

Each sign has a weight in ``link_weights``; the sum is the log-odds of a link, and
``confidence = 1 / (1 + exp(-sum))`` is the one scale of all links, explicit or not.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from timeline.lexicons import Lexicon
from timeline.links.acts import Act
from timeline.models import Quantity, Reason

__all__ = ["Pair", "Weights", "order_of", "party_relation", "score", "weights"]

_LONG = 183


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of signs, and of a type being answered by another."""

    signs: dict[str, float]
    transitions: dict[tuple[str, str], float]
    notes: dict[str, str]


@dataclass(slots=True)
class Pair:
    """A possible link and what speaks for and against it."""

    cause: Act
    effect: Act
    signs: list[str]
    distance: int | None = None
    cue: tuple[str, int, int] | None = None
    told_cue: bool = False
    total: float = 0.0
    notes: list[Reason] = field(default_factory=list)

    @property
    def confidence(self) -> float:
        """Probability of a link, rounded to three places."""
        return round(1 / (1 + math.exp(-self.total)), 3)


def weights(lexicon: Lexicon) -> Weights:
    """The tables of weights; give it to ``lexicon.derive``.

    Raises:
        LexiconError: a weight is no number; names file and line.
    """
    signs: dict[str, float] = {}
    notes: dict[str, str] = {}
    transitions: dict[tuple[str, str], float] = {}
    for table in ("link_weights", "link_transitions"):
        for row in lexicon.table(table):
            try:
                value = float(row["weight"] or "0")
            except ValueError:
                raise row.error(f"weight {row['weight']!r} is no number: write one such as -0.5") from None
            if table == "link_weights":
                signs[row["sign"]], notes[row["sign"]] = value, row["note"]
                continue
            for cause in row.list("causes"):
                for effect in row.list("effects"):
                    transitions[cause, effect] = value
    return Weights(signs, transitions, notes)


def party_relation(cause: Act, effect: Act) -> str | None:
    """How the parties stand to each other as a sign's name; None where no link may be.

    None when one party alone does both, or when both acts are done by the same parties.
    """
    if cause.actors & effect.actors and not (cause.mutual or effect.mutual):
        if cause.actors == effect.actors or len(cause.actors) == 1 or len(effect.actors) == 1:
            return None
        return "same_side"
    hit_answers = bool(cause.hit_kin & effect.actors or cause.hit & effect.actors_kin)
    toward = bool(cause.actors_kin & effect.hit or cause.actors & effect.hit_kin)
    if cause.mutual and cause.actors == effect.actors:
        return "mutual"
    if hit_answers:
        return "reversed" if toward else "answers"
    return "third" if toward else "stranger"


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
    units = {(q.value, q.unit.casefold()) for q in one if q.value > 1}
    return any((q.value, q.unit.casefold()) in units for q in other)


def score(pair: Pair, table: Weights) -> None:
    """Add up a pair's signs, those of the two acts themselves included."""
    cause, effect = pair.cause, pair.effect
    if cause.type == effect.type and cause.event.mode == effect.event.mode and cause.harm:
        pair.signs.append("same_type")
    if _same_measure(cause.event.quantities, effect.event.quantities):
        pair.signs.append("measure")
    if cause.event.modality in ("planned", "proposed"):
        pair.signs.append("planned_cause")
    least = cause.bounds.lag_to(effect.bounds)[0]
    if least is not None and least > _LONG:
        pair.signs.append("long_ago")
    total = table.signs["base"] + table.transitions.get((cause.type, effect.type), 0.0)
    pair.total = round(total + sum(table.signs[s] for s in pair.signs), 6)
