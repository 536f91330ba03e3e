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
from timeline.links.cues import ANAPHORIC

__all__ = ["BYSTANDERS", "Pair", "Weights", "order_of", "party_relation", "score", "weights"]

#: Relations in which the answer comes from somebody to whom the deed was not done.
BYSTANDERS = ("third", "joins", "stands_by", "inner")
#: Signs that two acts are told, or done, side by side.
_SIDE_BY_SIDE = frozenset({"same_day", "same_sentence", "next_sentence"})
#: Stances of kindness.
_FRIENDLY = frozenset({"offer", "favour"})
#: Relations in which each acts upon the other.
_FACING = frozenset({"reversed", "reversed_kin", "reversed_open"})
#: The parts of one that weights are added up in.
_PARTS = 1_000_000
#: In days.
_LONG, _WEEKS, _SOON = 183, 31, 4


class Kind(NamedTuple):
    """What a type, or a type with its mode, adds as an answer and as a cause."""

    name: str
    answer: float
    cause: float


_NO_KIND = Kind("", 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of signs, and of a type being answered by another.

    ``parts`` are those of the signs in parts; ``joint`` has for a sign what it makes with which other; ``of_kinds`` and
    ``of_acts`` keep, in parts, what was looked up.
    """

    signs: dict[str, float]
    transitions: dict[tuple[str, str], float]
    notes: dict[str, str]
    kinds: dict[str, Kind]
    parts: dict[str, int]
    base: int
    joint: dict[str, list[tuple[str, str]]]
    of_kinds: dict[tuple[str, str], int] = field(default_factory=dict)
    of_acts: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(slots=True, eq=False, init=False)
class Pair:
    """A possible link and what speaks for and against it."""

    cause: Act
    effect: Act
    signs: list[str]
    distance: int
    cue: tuple[str, int, int] | None
    total: float
    rivals: tuple[Pair, ...]

    def __init__(
        self,
        cause: Act,
        effect: Act,
        signs: list[str],
        distance: int = 0,
        cue: tuple[str, int, int] | None = None,
        total: float = 0.0,
        rivals: tuple[Pair, ...] = (),
    ) -> None:
        self.cause = cause
        self.effect = effect
        self.signs = signs
        self.distance = distance
        self.cue = cue
        self.total = total
        self.rivals = rivals

    @property
    def stated(self) -> bool:
        """Whether words state this very link.

        Words that only say that something is answered ("in return") state the link to the act told last before
        them; what they lend to another measure of the announcement, or to another act, is a conclusion.
        """
        if self.cue is None or "carried" in self.signs:
            return False
        if self.cue[0] == "follow" and self.signs[0] == "joins":
            return self.distance <= 1
        if self.cue[0].startswith(ANAPHORIC):
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
    parts = {sign: _parts(weight) for sign, weight in signs.items()}
    joint: dict[str, list[tuple[str, str]]] = {}
    for row in lexicon.table("link_joint"):
        for one, other in product(row.list("of"), row.list("with")):
            joint.setdefault(one, []).append((other, row["sign"]))
    notes = {row["sign"]: row["note"] for row in rows}
    return Weights(signs, transitions, notes, kinds, parts, parts["base"], joint)


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
    if not (cause.mutual or effect.mutual or cause.actors.isdisjoint(effect.actors)):
        if cause.actors == effect.actors or len(cause.actors) == 1 or len(effect.actors) == 1:
            return None
        return "same_side"
    if cause.mutual and not cause.hostile and not effect.hit and effect.actors <= cause.actors:
        return "same_side"  # nobody answers a deal of their own
    if cause.mutual and cause.harm and effect.type == cause.type and effect.actors < cause.actors:
        return None  # a shot of the exchange that it is part of
    hit_answers = not (cause.hit_kin.isdisjoint(effect.actors) and cause.hit.isdisjoint(effect.actors_kin))
    toward = not (cause.actors_kin.isdisjoint(effect.hit) and cause.actors.isdisjoint(effect.hit_kin))
    if cause.mutual and cause.actors == effect.actors:
        return "mutual"
    if hit_answers and toward:
        apart = cause.hit_home.isdisjoint(effect.actors_home) or cause.actors_home.isdisjoint(effect.hit_home)
        return "reversed_kin" if apart else "reversed"
    if toward and (cause.guessed_hit or not (cause.hit and effect.actors)):
        return "reversed_open"
    if hit_answers:
        return "answers" if effect.hit and cause.actors and not effect.guessed_hit else "reversed_open"
    return "third" if toward else "stranger"


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one.isdisjoint(other)


def order_of(cause: Act, effect: Act) -> str | None:
    """The dates' order as a sign's name: before, same_day, untold; None where the cause is surely later."""
    # Asked for every pair, so the bounds are compared here and not by their methods.
    cause_first, cause_last = cause.bounds
    first, last = effect.bounds
    if last is not None and cause_first is not None and last < cause_first:
        return None
    if cause_last is not None and first is not None and cause_last < first:
        return "before"
    if cause_first is not None and cause_first == cause_last == first == last:
        return "same_day"
    if cause.month_day and effect.month_day and cause_first is None and first is None:
        if effect.month_day < cause.month_day:
            return None
        return "before" if cause.month_day < effect.month_day else "same_day"
    return "untold"


def score(pair: Pair, table: Weights) -> None:
    """Add up a pair's signs, those of the two acts themselves included."""
    cause, effect, signs = pair.cause, pair.effect, pair.signs
    _add_fitting(pair)
    if cause.ahead:
        if cause.modality == "proposed":
            signs.append("offered")
        elif not effect.ahead:
            signs.append("planned_cause")
    if effect.ahead:
        signs.append("planned_effect")
    if effect.mutual:
        signs.append("mutual_effect")
    elif cause.mutual:
        signs.append("mutual_cause")
    if cause.guessed_actors:
        signs.append("guessed_actor")
    if effect.guessed_actors:
        signs.append("guessed_answerer")
    if effect.guessed_hit:
        signs.append("guessed_target")
    if cause.unsure:
        signs.append("unsure_cause")
    if effect.unsure:
        signs.append("unsure_answer")
    if cause.undated and "undated_behind" not in signs:
        signs.append("undated_cause")
    if cause.inherited:
        signs.append("inherited_cause")
    lag = _lag_sign(cause, effect)
    if lag:
        signs.append(lag)
    _add_joint(signs, table)
    worths = table.of_acts
    total = table.base + transition(pair, table) + (worths.get(cause.kind) or _worth(cause, table))[0]
    total += (worths.get(effect.kind) or _worth(effect, table))[1]
    pair.total = (total + sum(map(table.parts.__getitem__, signs))) / _PARTS


def _add_fitting(pair: Pair) -> None:
    """Signs of how well the answer fits the cause: in kind, in measure, as what a demand or an offer asks for."""
    cause, effect, signs = pair.cause, pair.effect, pair.signs
    relation = signs[0]
    if cause.type == "REQUEST" and cause.mode == "assist" and relation == "answers":
        signs.append("complies")
    if cause.harm and cause.kind == effect.kind and relation != "stranger":
        signs.append("same_kind")
    if cause.stance == effect.stance == "favour" and not _SIDE_BY_SIDE.isdisjoint(signs):
        signs.append("exchange")
    if relation in BYSTANDERS and "prominent" in signs:
        signs.append("drawn")
    if relation == "third":
        if cause.hit & effect.hit:
            signs.append("both_sides")
        if effect.type == "ACCUSE":
            signs.append("outcry")
        if cause.stance in _FRIENDLY:
            signs.append("favour_blamed" if effect.stance == "blame" else "favour_seen")
        elif cause.type == "REQUEST":
            signs.append("demand_seen")
    if effect.takes and (cause.type == "REQUEST" or cause.modality == "proposed") and _is_taken_up(pair):
        signs.append("taken_up")
    if effect.type == "REJECT":
        if cause.type == "REQUEST" and cause.mode == effect.mode:
            signs.append("same_mode")
        if (cause.type == "REQUEST" or cause.modality == "proposed") and _is_turned_to(pair):
            signs.append("turned_down")
    if effect.type == "PROTEST" and relation in _FACING:
        signs.append("protest")
    if cause.measures and not cause.measures.isdisjoint(effect.measures):
        signs.append("measure")


def _add_joint(signs: list[str], table: Weights) -> None:
    """Signs that two of a pair's signs make together: less, or more, than the sum of what each tells."""
    for made in [made for made in map(table.joint.get, signs) if made]:
        for other, joint in made:
            if other in signs and joint not in signs:
                signs.append(joint)


def _is_taken_up(pair: Pair) -> bool:
    """Whether what is taken is named, or told in the last sentence."""
    spoken = pair.cue is not None and pair.cue[0] == "object"
    return spoken or "within" in pair.signs or _is_turned_to(pair)


def _is_turned_to(pair: Pair) -> bool:
    """Whether the other side speaks next, as in a dialogue."""
    return pair.distance <= 1 and pair.signs[0] in _FACING and "told_after" not in pair.signs


def _lag_sign(cause: Act, effect: Act) -> str:
    """soon, later, long_ago: how long the answer took; empty where the dates do not tell."""
    cause_first, cause_last = cause.bounds
    first, last = effect.bounds
    if first is not None and cause_last is not None:
        least = first - cause_last
        if least > _WEEKS:
            return "long_ago" if least > _LONG else "later"
    return "soon" if last is not None and cause_first is not None and 0 < last - cause_first <= _SOON else ""


def kind_of(act: Act, table: Weights) -> Kind:
    """How much an act is an answer, or calls for one, by its type and mode."""
    return table.kinds.get(act.kind) or table.kinds.get(act.type) or _NO_KIND


def _worth(act: Act, table: Weights) -> tuple[int, int]:
    """What the kind of an act adds as a cause and as an answer."""
    kind = kind_of(act, table)
    worth = table.of_acts[act.kind] = _parts(kind.cause), _parts(kind.answer)
    return worth


def _parts(weight: float) -> int:
    """A weight in parts: whole numbers add up fast, and to the same in any order."""
    return round(weight * _PARTS)


def transition(pair: Pair, table: Weights) -> int:
    """How apt one type is to be answered by the other, in parts; who stands by the victim does not answer the doer."""
    if pair.signs[0] == "stands_by":
        return 0
    cause, effect = pair.cause, pair.effect
    weight = table.of_kinds.get((cause.kind, effect.kind))
    if weight is None:
        keys = product((cause.kind, cause.type), (effect.kind, effect.type))
        found = [table.transitions[key] for key in keys if key in table.transitions]
        weight = table.of_kinds[cause.kind, effect.kind] = _parts(found[0]) if found else 0
    return weight
