"""The other side of a dispute where a sentence leaves it out.

A chronicle names both sides once and then tells turn after turn: "Moscow recalled its ambassador",
"Asmara refused".  Whom an act is aimed at is then read from the turn before, from whom its actor deals
with in the whole document, or from the sentence's other parties, in this order.  What is supplied is
marked ``via="context"``, carries a reason, and lowers the confidence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from timeline.analysis import ActorMention
from timeline.events.acts import Draft
from timeline.lexicons import Lexicon
from timeline.models import Actor, Reason
from timeline.plover import quad_of

__all__ = ["supply_counterparts"]

Role = Literal["actor", "target"]
#: How many earlier drafts a reader still has in mind.
_MEMORY = 8
_LESS_SURE = 0.05
_MATERIAL_CONFLICT = 4


@dataclass(slots=True)
class _Dealings:
    """Who deals with whom: turn by turn, and counted over the document; and who judges the act told where."""

    judges: dict[int, frozenset[str]] = field(default_factory=dict)
    turns: list[tuple[frozenset[str], frozenset[str], bool]] = field(default_factory=list)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def note(self, draft: Draft) -> None:
        actors, targets = _sides(draft.actors), _sides(draft.targets)
        self.turns.append((actors, targets, _is_deed(draft)))
        if draft.about >= 0:
            self.judges[draft.about] = actors
        for one in actors:
            for other in targets:
                self.counts[one, other] += 1
                self.counts[other, one] += 1

    def last_partner(self, side: frozenset[str], deeds: bool) -> frozenset[str]:
        """Whom the side faced in the latest turn it took part in; for a hostile deed in the latest such turn."""
        recent = self.turns[-_MEMORY:]
        for turns in ([t for t in recent if t[2]], recent) if deeds else (recent,):
            for actors, targets, _ in reversed(turns):
                if side & targets and actors - side:
                    return actors - side
                if side & actors and targets - side:
                    return targets - side
        return frozenset()

    def last_turn(self) -> tuple[frozenset[str], frozenset[str]] | None:
        """The parties of the latest turn that names both sides."""
        for actors, targets, _ in reversed(self.turns[-_MEMORY:]):
            if actors and targets:
                return actors, targets
        return None

    def main_partner(self, side: frozenset[str]) -> frozenset[str]:
        """Whom the side deals with most often; none when two are equal."""
        totals: Counter[str] = Counter()
        for (one, other), count in self.counts.items():
            if one in side and other not in side:
                totals[other] += count
        best = totals.most_common(2)
        if not best or (len(best) == 2 and best[0][1] == best[1][1]):
            return frozenset()
        return frozenset({best[0][0]})


def supply_counterparts(drafts: Sequence[Draft], mentions: Sequence[ActorMention], lexicon: Lexicon) -> list[Draft]:
    """The drafts with unnamed targets and actors supplied where the document tells them.

    A draft that names both sides, that is mutual, or whose type needs no other side stays as it is.
    """
    words = lexicon.derive(_Words)
    book = _Book(mentions, words)
    whole, so_far = _Dealings(), _Dealings()
    tidy = [_without_companions(draft) for draft in drafts]
    for draft in tidy:
        whole.note(draft)
    done: list[Draft] = []
    for draft in tidy:
        full = _completed(draft, book, so_far, whole, words)
        if full is draft and not draft.targets and not words.needs_none(draft, "target"):
            full = _joining(draft, done, book)
        so_far.note(full)
        done.append(full)
    return done


class _Book:
    """The sides that each sentence mentions, and the mention that first names each (itself rather than its leader)."""

    def __init__(self, mentions: Sequence[ActorMention], words: _Words) -> None:
        self.by_sentence: dict[int, list[ActorMention]] = {}
        self.first: dict[str, ActorMention] = {}
        for mention in mentions:
            if not mention.codes or words.forums.issuperset(mention.codes):
                continue
            self.by_sentence.setdefault(mention.sentence, []).append(mention)
            for code in mention.codes:
                if code not in self.first or (mention.kind != "person" and self.first[code].kind == "person"):
                    self.first[code] = mention

    def beside(self, draft: Draft, side: frozenset[str]) -> frozenset[str]:
        """The one other side in the draft's clause, else in its sentence; who is merely quoted does not count."""
        low, high = draft.scope
        near = [m for m in self.by_sentence.get(draft.sentence, []) if not _is_quoted(m, draft)]
        for pool in ([m for m in near if low <= m.start < high], near):
            others = {code for m in pool for code in m.codes} - side
            if len(others) == 1:
                return frozenset(others)
        return frozenset()

    def actors(self, codes: frozenset[str]) -> tuple[Actor, ...]:
        """Records for supplied parties; nothing in the clause names them, so they carry no span."""
        return tuple(
            Actor(code=code, name=self.first[code].name, kind=self.first[code].kind, via="context")  # type: ignore[arg-type]
            for code in sorted(codes)
            if code in self.first
        )


def _completed(draft: Draft, book: _Book, so_far: _Dealings, whole: _Dealings, words: _Words) -> Draft:
    """A draft with its missing role supplied, or the draft itself."""
    if draft.targets and words.all_belongings(draft.targets):
        turn = so_far.last_turn()
        if _sides(draft.actors):
            draft = replace(draft, targets=())
        elif turn and not draft.actors:
            return _with(_with(draft, "actor", book.actors(turn[0])), "target", book.actors(turn[1]))
    role: Role = "target" if draft.actors else "actor"
    known = _sides(draft.actors if role == "target" else draft.targets)
    if (draft.actors and draft.targets) or not known or words.needs_none(draft, role):
        return draft
    judge = so_far.judges.get(draft.start, frozenset()) if role == "actor" else frozenset()
    for rule, found in _partners(draft, known, book, so_far, whole):
        supplied = book.actors(found - judge)
        if supplied:
            return _with(draft, role, supplied, rule)
    return draft


def _partners(
    draft: Draft, known: frozenset[str], book: _Book, so_far: _Dealings, whole: _Dealings
) -> Iterator[tuple[str, frozenset[str]]]:
    """Who may be the other side, by rule, the best-grounded first; a later one is worked out only when asked for."""
    yield "counterpart:turn", so_far.last_partner(known, _is_deed(draft))
    yield "counterpart:document", whole.main_partner(known)
    yield "counterpart:sentence", book.beside(draft, known)


def _joining(draft: Draft, before: Sequence[Draft], book: _Book) -> Draft:
    """A third party that has dealt with nobody yet: its words are aimed at whoever did the latest deed, its
    sanctions at those whom the others' hit ("Norway regretted the step", "Norway locked its embassy, too")."""
    side = _sides(draft.actors)
    spoken = draft.type == "ACCUSE"
    if not side or not (spoken or draft.type == "SANCTION"):
        return draft
    for other in reversed(before[-_MEMORY:]):
        if other.modality in ("denied", "hypothetical") or not (
            _is_deed(other) if spoken else other.type == "SANCTION"
        ):
            continue
        found = _sides(other.actors if spoken else other.targets) - side
        if found and not side & _sides(other.actors):
            return _with(draft, "target", book.actors(found), "counterpart:joining")
    return draft


def _with(draft: Draft, role: Role, supplied: tuple[Actor, ...], rule: str = "counterpart:turn") -> Draft:
    """The draft with one role filled, and the reason."""
    words = ", ".join(actor.label for actor in supplied)
    return replace(
        draft,
        actors=supplied if role == "actor" else draft.actors,
        targets=supplied if role == "target" else draft.targets,
        confidence=max(0.0, round(draft.confidence - _LESS_SURE, 2)),
        reasons=(*draft.reasons, Reason(rule=rule, words=words, note=f"the {role} is not named here")),
    )


def _without_companions(draft: Draft) -> Draft:
    """``Russian individuals and entities``: a common noun in a row with a coded party is that party's, too."""
    if any(a.code for a in draft.targets):
        kept = tuple(a for a in draft.targets if a.code or not a.name.islower())
        return draft if len(kept) == len(draft.targets) else replace(draft, targets=kept)
    return draft


def _is_quoted(mention: ActorMention, draft: Draft) -> bool:
    """Whether the mention is (in) the attribution of what the draft states."""
    return bool(draft.attribution) and mention.name in str(draft.attribution)


def _is_deed(draft: Draft) -> bool:
    """Whether the act is material conflict (quad 4), for which only deeds tell whom it hits."""
    return quad_of(draft.type) == _MATERIAL_CONFLICT


def _sides(actors: tuple[Actor, ...]) -> frozenset[str]:
    return frozenset(a.code for a in actors if a.code)


class _Words:
    """What the tables say: which acts need no other side, and whose nouns belong to a side."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._without = frozenset(
            (row["type"], row["mode"], row["role"]) for row in lexicon.table("counterparts_without")
        )
        self.forums = frozenset(row["code"] for row in lexicon.table("forums"))
        self._mutual = frozenset(row["type"] for row in lexicon.table("mutual_types"))
        self._belongings = frozenset(row["word"] for row in lexicon.table("belongings"))

    def needs_none(self, draft: Draft, role: Role) -> bool:
        """Whether the draft can stand without this role."""
        if role == "target" and len(draft.actors) > 1 and draft.type in self._mutual:
            return True
        return bool({(draft.type, "", role), (draft.type, draft.mode or "-", role)} & self._without)

    def all_belongings(self, parties: tuple[Actor, ...]) -> bool:
        """Whether the parties are only things and servants of some state ("diplomats", "jets")."""
        return all(a.code is None and a.name.lower().split()[-1] in self._belongings for a in parties if a.name)
