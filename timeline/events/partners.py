"""How likely a side is the one that a sentence leaves out: signs with weights, added up.

The weights stand in ``counterpart_signs``; a choice's share of the exponentials of all sums is its probability,
that of leaving the role empty among them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from timeline.events.acts import Draft
from timeline.events.dealings import Book, Dealings, Surroundings
from timeline.events.deeds import DeedWords
from timeline.events.parties import codes_of
from timeline.events.story import Sides, Story, Turn, last_partner, quad, stem
from timeline.lexicons import Lexicon
from timeline.plover import MATERIAL_CONFLICT, VERBAL_CONFLICT

__all__ = ["Choice", "Role", "SignWeights", "best_choice", "choices"]

Role = Literal["actor", "target"]
#: Types of acts that take a deed back, and what a release and other such acts take back.
_TAKES_BACK = frozenset({"CONCEDE", "RETREAT"})
_HELD, _IMPOSED = frozenset({"COERCE", "ASSAULT"}), frozenset({"SANCTION", "COERCE"})
#: Types that often have no other side.
_AIMLESS = frozenset({"CONSULT", "SUPPORT", "AID", "MOBILIZE"})
#: The signs of where a side is spoken of, and those of them that hold for several sides, too.
_NEAR_SIGNS = Surroundings._fields
_SHARED_SIGNS = _NEAR_SIGNS[: _NEAR_SIGNS.index("paragraph") + 1]
#: Of these the signs that have no weight for a role.
_MUTE: dict[Role, frozenset[str]] = {
    "actor": frozenset({"paragraph", "clause_before"}),
    "target": frozenset({"clause_pointed", "just_before"}),
}
#: Types of what is said of a bargain, or done under it.
_ON_BARGAINS = frozenset({"ACCUSE", "REJECT", "CONCEDE", "AGREE"})
#: The quad of what is friendly.
_MILD = 2
#: Types of which it tells something who did the latest act.
_AFTER = frozenset({"REJECT", "REQUEST", "COERCE"})
#: How probable a side must be.
_LIKELY = 0.2
#: So many sets of signs are kept with what they add up to.
_KEPT = 1 << 13


@dataclass(slots=True, eq=False, init=False)
class Choice:
    """One side, several together, or nobody (empty) in a role, what speaks for it, and the one that came second."""

    sides: Sides
    signs: tuple[str, ...]
    probability: float
    rival: Choice | None

    def __init__(
        self,
        sides: Sides,
        signs: tuple[str, ...],
        probability: float = 0.0,
        rival: Choice | None = None,
    ) -> None:
        self.sides = sides
        self.signs = signs
        self.probability = probability
        self.rival = rival


class SignWeights:
    """What each sign adds for a role; and the acts that need no other side.  Give it to ``lexicon.derive``.

    Raises:
        LexiconError: a weight is no number; names file and line.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        rows = lexicon.table("counterpart_signs")
        self.notes = {row["sign"]: row["note"] for row in rows}
        self.weights: dict[Role, dict[str, float]] = {
            "actor": {row["sign"]: row.number("actor") for row in rows},
            "target": {row["sign"]: row.number("target") for row in rows},
        }
        self._without = frozenset(
            (row["type"], row["mode"], row["role"]) for row in lexicon.table("counterparts_without")
        )
        self.deeds = lexicon.derive(DeedWords)
        self._mutual = frozenset(row["type"] for row in lexicon.table("mutual_types"))
        self._odds: dict[Role, dict[tuple[str, ...], float]] = {"actor": {}, "target": {}}

    def odds(self, signs: tuple[str, ...], role: Role) -> float:
        """The exponential of what some signs add up to; the same ones come again and again, so it is kept."""
        known = self._odds[role]
        value = known.get(signs)
        if value is None:
            if len(known) >= _KEPT:
                known.clear()
            weights = self.weights[role]
            value = known[signs] = math.exp(sum([weights.get(sign, 0.0) for sign in signs]))
        return value

    def telling(self, choice: Choice, role: Role) -> list[str]:
        """The signs that speak for a choice, the weightiest first."""
        weights = self.weights[role]
        for_it = [sign for sign in choice.signs if weights.get(sign, 0.0) > 0]
        return sorted(for_it, key=lambda sign: (-weights[sign], sign))

    def needs_none(self, draft: Draft, role: Role) -> bool:
        """Whether the draft can stand without this role."""
        if role == "target" and len(draft.actors) > 1 and (draft.mutual or draft.type in self._mutual):
            return True
        if draft.type == "CONSULT" and draft.nominal and not draft.mutual:
            return True  # "his first trip abroad"
        if role == "target" and draft.mode == "multilateral":
            return True  # a body in session
        return (draft.type, "", role) in self._without or (draft.type, draft.mode or "-", role) in self._without


def best_choice(draft: Draft, role: Role, book: Book, so_far: Story, whole: Dealings, words: SignWeights) -> Choice:
    """The likeliest side for an empty role; nobody where none is likely enough.

    Where the draft names no side at all, one is supplied only in a document that tells of two who deal with each other.
    """
    found = choices(draft, role, book, so_far, whole, words.deeds)
    if not whole.counts and not codes_of(draft.actors + draft.targets):
        return found[0]
    sums = [words.odds(choice.signs, role) for choice in found]
    total = sum(sums)
    best = found[0]
    for choice, value in zip(found, sums, strict=True):
        choice.probability = value / total
        if choice.probability > best.probability or (
            choice.probability == best.probability and sorted(choice.sides) > sorted(best.sides)
        ):
            best = choice
    best.rival = max([c for c in found if c is not best], key=attrgetter("probability"), default=None)
    return best if best.probability >= _LIKELY else found[0]


def choices(draft: Draft, role: Role, book: Book, so_far: Story, whole: Dealings, deeds: DeedWords) -> list[Choice]:
    """Every side that may fill the role, with its signs; nobody comes first."""
    known = book.sides_of(draft.targets if role == "actor" else draft.actors)
    apart = so_far.judges if role == "actor" else whole.allies
    gone = known | apart.get(draft.start, frozenset())
    if role == "target" and quad(draft) >= VERBAL_CONFLICT:
        gone |= book.helped(draft, deeds.for_the_sake_of)
    recent = so_far.recent()
    undone = None
    if role == "target" and draft.type == "REQUEST":
        undone = deeds.to_undo(book.trigger(draft) + book.rest_of_clause(draft), recent, known)
        gone |= book.helped(draft, deeds.letting_go)
        if undone is not None:
            gone |= undone.targets - undone.actors
    signs = _Signs(draft, role, known, book, so_far, whole, deeds, undone)
    sides = set(book.foremost)
    if known:
        sides.update(whole.common_groups())
    if known and not draft.mutual and known.isdisjoint(whole.dyad()):
        sides.add(whole.dyad())
    for turn in recent:
        sides.add(turn.actors if turn.targets else turn.actors - known)
        sides.add(turn.targets)
    ranked = sorted([(rank, s) for s in sides if (rank := book.rank(s)) and s.isdisjoint(gone)])
    return [Choice(frozenset(), signs.of_nobody())] + [Choice(side, signs.of(side)) for _, side in ranked]


class _Signs:
    """The signs of each side, as one draft sees it."""

    def __init__(
        self,
        draft: Draft,
        role: Role,
        known: Sides,
        book: Book,
        so_far: Story,
        whole: Dealings,
        deeds: DeedWords,
        undone: Turn | None,
    ) -> None:
        self.draft, self.role, self.known, self.whole = draft, role, known, whole
        self.spoken_of = here = book.spoken_of(draft, known)
        self.present = here.clause | here.sentence | here.place
        self.others = self.present - known
        self.standing = whole.standing(known, book)
        self.alone_here = not whole.counts
        self.hostile = quad(draft) >= VERBAL_CONFLICT
        self.even_handed = False
        self.to_undo = undone
        self.dyad = whole.dyad()
        self.titular, self.first_titular = book.titulars, book.first_titular
        self.met: dict[Sides, list[str]] = {}
        recent = so_far.recent()
        self._meetings(recent)
        if role == "target":
            self._worded(book, recent, deeds)
            if draft.type in _TAKES_BACK:
                self._taken_back(so_far)
        self.near: dict[str, list[str]] = {}
        mute = _MUTE[role]
        for sign, sides in zip(_NEAR_SIGNS, here, strict=True):
            for code in sides if sign not in mute else ():
                if code in self.near:
                    self.near[code].append(sign)
                else:
                    self.near[code] = [sign]
        for code in whole.blamed_before(draft):
            self.near.setdefault(code, []).append("blamed")
        for code in whole.answering(draft):
            self.near.setdefault(code, []).append("answering")

    def _meet(self, sign: str, side: Sides) -> None:
        """Take up a sign of a side; of nobody none."""
        found = self.met.get(side)
        if found is not None:
            found.append(sign)
        elif side:
            self.met[side] = [sign]

    def _meetings(self, recent: Sequence[Turn]) -> None:
        """The sides that the turns before bring to mind, each with its sign."""
        known, type_ = self.known, self.draft.type
        if known:
            self._turns(recent)
        alike: Turn | None = None
        last: Turn | None = None
        attack: Turn | None = None
        for turn in recent:
            if alike is None and turn.type == type_ and turn.actors and turn.targets:
                alike = turn
            if last is None and turn.actors:
                last = turn
            if attack is None and turn.quad == MATERIAL_CONFLICT and not known.isdisjoint(turn.targets):
                attack = turn
        if alike is not None:
            self._meet("alike", alike.actors if self.role == "actor" else alike.targets)
            if alike.sentence == self.draft.sentence:
                self._meet("alike_here", alike.actors if self.role == "actor" else alike.targets)
        if last is not None:
            self._meet("last_actor", last.actors)
            self._meet("last_target", last.targets)
            if type_ in _AFTER:
                self._meet(f"last_actor_{type_}", last.actors)
        if attack is not None:
            self._meet("hit_by", attack.actors)
        self._meet("joining", self._joined(recent))
        self._meet("undone", self._undone(recent))
        if self.alone_here:
            self._meet("only_other", self.others)

    def _turns(self, recent: Sequence[Turn]) -> None:
        """Whom the known side faced last: in a turn of at least this quad, in a conflict, at all."""
        any_turn = last_partner(recent, self.known)
        turn = foe_turn = any_turn
        if self.hostile and any_turn:
            turn = last_partner(recent, self.known, quad(self.draft))
            foe_turn = last_partner(recent, self.known, VERBAL_CONFLICT)
        self._meet("turn", turn)
        if foe_turn != turn:
            self._meet("foe_turn", foe_turn)
        if any_turn not in (turn, foe_turn):
            self._meet("any_turn", any_turn)

    def _worded(self, book: Book, recent: Sequence[Turn], deeds: DeedWords) -> None:
        """Whose thing, and who did the deed, that the clause speaks of ("deplored the withdrawal")."""
        words = book.words(self.draft)
        self.even_handed = not words.isdisjoint(deeds.even_handed)
        self._meet("noun_deed", deeds.doer(book.rest_of_clause(self.draft), recent, self.known))
        if self.draft.type in _ON_BARGAINS:
            told = words | {self.draft.lemma} if quad(self.draft) <= _MILD else words
            self._meet("makers", deeds.makers(told, recent, self.known))
        if self.to_undo is not None:
            self._meet("to_undo", self.to_undo.actors)
        else:
            self._meet("thing", book.owner(self.draft, words))
        own = stem(self.draft.lemma)
        stems = {stem(word) for word in words}
        for turn in recent:
            if turn.stem and turn.actors and turn.stem != own and turn.stem in stems:
                self._meet("deed", turn.actors)
                return

    def _taken_back(self, so_far: Story) -> None:
        """Who did and who suffered the latest deed of the kind that is now taken back."""
        deed = so_far.latest_deed(_HELD if self.draft.mode == "release" else _IMPOSED, self.known)
        if deed is not None:
            self._meet("taken_back", deed.actors)
            self._meet("taken_back_from", deed.targets)

    def _undone(self, recent: Sequence[Turn]) -> Sides:
        """Who did the hostile deed that is now taken back."""
        if self.role == "target" or self.draft.type not in _TAKES_BACK:
            return frozenset()
        return next((t.actors for t in recent if t.quad == MATERIAL_CONFLICT and t.actors), frozenset())

    def _joined(self, recent: Sequence[Turn]) -> Sides:
        """Whom a third party's words or sanctions hit: whoever did the latest deed; whom others' sanctions hit."""
        if self.role == "actor" or self.draft.type not in ("ACCUSE", "SANCTION") or self.spoken_of.clause - self.known:
            return frozenset()
        for turn in recent:
            if turn.quad == MATERIAL_CONFLICT and turn.actors and turn.targets:
                if self.known & (turn.actors | turn.targets):
                    break
                return turn.actors if self.draft.type == "ACCUSE" else turn.targets
        return frozenset()

    def of_nobody(self) -> tuple[str, ...]:
        """What speaks for leaving the role empty."""
        found = ["nobody"]
        if not self.known:
            found.append("nobody_unknown")
        if self.draft.nominal:
            found.append("nobody_noun")
        if len(self.known) > 1:
            found.append("nobody_several")
        if self.draft.type in _AIMLESS:
            found.append(f"nobody_{self.draft.type}")
        return tuple(found)

    def of(self, side: Sides) -> tuple[str, ...]:
        """What speaks for a side."""
        standing = self.standing
        always, is_friend = standing.signs(side)
        found = self.met[side] + always if side in self.met else always.copy()
        if self.hostile and is_friend:
            found.append("friend")
        if self.known and not standing.most and side <= self.others:
            found.append("newcomers")
        if len(side) == 1:
            for code in side:
                if code in self.near:
                    found += self.near[code]
                    if "rare" in always and code in self.present:
                        found.append("rare_here")
        else:
            found += [sign for sign, sides in zip(_SHARED_SIGNS, self.spoken_of, strict=False) if side <= sides]
        if not self.hostile and "turn" in found:
            found.append("mild_turn")
        if len(side) > 1 and self.whole.groups.get(side, 0) > 1:
            found.append("group")
        if len(side) > 1 and self.even_handed:
            found.append("even_handed")
        if side == self.dyad and self.known:
            found.append(f"both_{self.draft.type}")
        if self.titular and side <= self.titular:
            found.append("title")
            if side == self.first_titular:
                found.append("title_first")
        if not self.known:
            found += [f"alone_{sign}" for sign in ("clause", "place", "last_actor") if sign in found]
        return tuple(found)
