"""Who deals with whom in a document: turn by turn and counted over the whole; and where each side is spoken of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from timeline.analysis import ActorMention
from timeline.events.acts import Draft
from timeline.events.parties import codes_of
from timeline.events.story import SURE, Sides, quad
from timeline.models import Actor
from timeline.plover import VERBAL_CONFLICT

__all__ = ["Book", "Dealings", "Surroundings"]

#: How many of the sides of a document are weighed, the most named first.
_FOREMOST = 12
_NOBODY: Sides = frozenset()
_NO_COUNTS: Counter[str] = Counter()
#: How many sentences back the owner of a thing may have been told.
_THING_REACH = 12
_WORD = re.compile(r"[a-z]+")
#: Words before a side that acts are aimed at, and the most letters that they have.
_AIMED_AT = (" to ", " against ", " with ", " on ", " at ", " from ")
_LEAD = 9
#: So many letters behind an act tell what it is about.
_AFTER = 40
#: Letters of an article and a space.
_ARTICLE = 4
#: Letters of the code of a state.
_STATE = 3
#: How often a body must be spoken of, beside the side that is named second most, and at least, to take part itself.
_SHARE, _FEW = 0.7, 3


@dataclass(slots=True, eq=False)
class Dealings:
    """How often the sides of a document deal with each other, and which of them are ever in conflict.

    ``groups`` counts those who act or are hit together; ``allies`` tells, by where an act is told, who does the like
    of it and so is no target of it.
    """

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    conflicts: dict[str, set[str]] = field(default_factory=dict)
    groups: Counter[Sides] = field(default_factory=Counter)
    standings: dict[Sides, Standing] = field(default_factory=dict)
    allies: dict[int, Sides] = field(default_factory=dict)
    _dyad: Sides = frozenset()
    _common: list[Sides] | None = None
    _blamed: dict[int, list[tuple[int, Sides]]] = field(default_factory=dict)
    _acting: dict[int, Sides] = field(default_factory=dict)

    def note(self, draft: Draft) -> None:
        """Count a draft, if it is sure enough to tell who deals with whom."""
        if draft.confidence < SURE:
            return
        hostile, actors, targets = quad(draft) >= VERBAL_CONFLICT, codes_of(draft.actors), codes_of(draft.targets)
        if targets and quad(draft) == VERBAL_CONFLICT:
            self._blamed.setdefault(draft.sentence, []).append((draft.start, targets))
        if actors and not draft.nominal:
            self._acting[draft.sentence] = self._acting.get(draft.sentence, _NOBODY) | actors
        for side in (actors, targets):
            if len(side) > 1:
                self.groups[side] += 1
        for other in targets:
            for one in actors:
                for a, b in ((one, other), (other, one)):
                    self.counts.setdefault(a, Counter())[b] += 1
                    if hostile:
                        self.conflicts.setdefault(a, set()).add(b)

    def ally(self, echo: Draft, drafts: Sequence[Draft]) -> None:
        """Note that who does the like of an act is no target of that act."""
        for draft in drafts:
            if draft.sentence == echo.sentence and draft.type == echo.type and draft is not echo:
                self.allies[draft.start] = codes_of(echo.actors)
                self.allies[echo.start] = codes_of(draft.actors)

    def side_with(self, asking: Draft, drafts: Sequence[Draft]) -> None:
        """Note that who asked for what another one then does is no target of it."""
        for draft in drafts:
            if draft.sentence == asking.sentence and draft is not asking:
                own = {actor.label for actor in draft.actors}
                if own and own <= {actor.label for actor in asking.targets}:
                    self.allies[draft.start] = self.allies.get(draft.start, _NOBODY) | codes_of(asking.actors)

    def answering(self, draft: Draft) -> Sides:
        """Who acts in the sentence of a deed that a noun tells ("closed the border after a raid")."""
        return self._acting.get(draft.sentence, _NOBODY) if draft.nominal else _NOBODY

    def blamed_before(self, draft: Draft) -> Sides:
        """Who is accused, warned or refused earlier in the sentence of a draft."""
        found = self._blamed.get(draft.sentence)
        if not found:
            return _NOBODY
        return frozenset([code for start, sides in found if start < draft.start for code in sides])

    def dyad(self) -> Sides:
        """The two that deal with each other most; to be asked when all turns are noted."""
        if not self._dyad:
            pairs = [(count, sorted((a, b))) for a, counts in self.counts.items() for b, count in counts.items()]
            self._dyad = frozenset(max(pairs)[1]) if pairs else frozenset()
        return self._dyad

    def common_groups(self) -> list[Sides]:
        """Those who act or are hit together more than once; to be asked when all turns are noted."""
        if self._common is None:
            self._common = [group for group, count in self.groups.items() if count > 1]
        return self._common

    def partners(self, side: Sides) -> dict[str, int]:
        """How often the side deals with each other one."""
        totals: dict[str, int] = {}
        for one in side:
            for other, count in self.counts.get(one, _NO_COUNTS).items():
                if other not in side:
                    totals[other] = totals.get(other, 0) + count
        return totals

    def standing(self, known: Sides, book: Book) -> Standing:
        """How the sides stand to one of them; to be asked when all turns are noted."""
        if known not in self.standings:
            self.standings[known] = Standing(known, book, self)
        return self.standings[known]

    def foes(self, side: Sides) -> Sides:
        """With whom the side was ever in conflict."""
        return frozenset().union(*[self.conflicts[one] for one in side if one in self.conflicts])


class Standing:
    """How the sides of a document stand to one of them, or to nobody known, by all that the document tells."""

    def __init__(self, known: Sides, book: Book, whole: Dealings) -> None:
        self._known, self._book = known, book
        self._partners = whole.partners(known)
        self._foes = whole.foes(known)
        self._often = book.most_named(known)
        self._signs: dict[Sides, tuple[list[str], bool]] = {}
        self.most = max(self._partners.values(), default=0)

    def signs(self, side: Sides) -> tuple[list[str], bool]:
        """What speaks for a side in every sentence alike; whether the two deal with each other, never in conflict."""
        known = self._signs.get(side)
        if known is None:
            alone = len(side) == 1
            dealt = [self._partners.get(code, 0) for code in side]
            named = [self._book.often[code] for code in side]
            checks = {
                "main": alone and dealt[0] == self.most > 0,
                "stranger": bool(self._known) and not any(dealt),
                "lead": alone and named[0] == self._often,
                "rare": max(named) * 4 <= self._often,
                "several": not alone,
                "body": side <= self._book.bodies,
            }
            is_friend = not side.isdisjoint(self._partners) and side.isdisjoint(self._foes)
            known = self._signs[side] = [sign for sign, holds in checks.items() if holds], is_friend
        return known


class Surroundings(NamedTuple):
    """The sides spoken of in a draft's clause, elsewhere in its sentence, as a place, as the source of what is said,
    in the sentence before and in the paragraph so far; in the clause before the act, only pointed to in the clause,
    and last before the act, those whom something is aimed at aside.

    The names of the fields are signs in the table [counterpart_signs]."""

    clause: Sides
    sentence: Sides
    place: Sides
    speaker: Sides
    before: Sides
    paragraph: Sides
    clause_before: Sides
    clause_pointed: Sides
    just_before: Sides


def _taking_part(mentions: Sequence[ActorMention], forums: frozenset[str]) -> frozenset[str]:
    """The bodies that a text speaks of as often as of the sides: they are no mere place to be heard at."""
    often = Counter([code for mention in mentions for code in mention.codes])
    ranked = [count for code, count in often.most_common() if code not in forums]
    least = ranked[1] if len(ranked) > 1 else 0
    return frozenset([code for code in forums if often[code] >= max(least * _SHARE, _FEW)])


class Book:
    """The sides that each sentence mentions, and the mention that first names each (itself rather than its leader).

    ``titular`` are the parties that the title names; ``text`` is the document's; ``often`` tells how many mentions
    each has; ``foremost`` are those with the most, ``bodies`` the organisations, ``venues`` those named only as where
    something takes place.
    """

    def __init__(
        self,
        mentions: Sequence[ActorMention],
        forums: frozenset[str],
        titular: tuple[str, ...] = (),
        text: str = "",
    ) -> None:
        self._text = text
        self.titulars, self.first_titular = frozenset(titular), frozenset(titular[:1])
        self.by_sentence: dict[int, list[ActorMention]] = {}
        self.first: dict[str, ActorMention] = {}
        self.often: Counter[str] = Counter()
        self._things: dict[int, list[tuple[int, str, str, tuple[str, ...]]]] = {}
        self._thing_words: set[str] = set()
        self._homes: dict[int, tuple[str, ...]] = {}
        told = {code for mention in mentions if not mention.media for code in mention.codes}
        forums = forums - _taking_part(mentions, forums)
        for mention in mentions:
            if not mention.codes or forums.issuperset(mention.codes) or told.isdisjoint(mention.codes):
                continue
            self.by_sentence.setdefault(mention.sentence, []).append(mention)
            if mention.role:
                self._note_thing(mention, mention.role.lower().removesuffix("s"))
            self._homes[mention.start] = mention.codes
            for code in mention.codes:
                self.often[code] += 1
                if code not in self.first or (mention.kind != "person" and self.first[code].kind == "person"):
                    self.first[code] = mention
        self.codes_in = {
            index: frozenset([code for mention in inside for code in mention.codes])
            for index, inside in self.by_sentence.items()
        }
        named = [m for inside in self.by_sentence.values() for m in inside if not m.is_place]
        self.venues = frozenset(self.often).difference(*[m.codes for m in named])
        self._ranked = self.often.most_common()
        self.bodies = frozenset(code for code, mention in self.first.items() if mention.kind == "organisation")
        self.foremost = frozenset(frozenset({code}) for code, _ in self._ranked[:_FOREMOST])
        self._ranks: dict[Sides, tuple[str, ...]] = {}
        self._paragraphs: dict[int, Sides] = {}
        self._actors: dict[str, Actor] = {}

    def _note_thing(self, mention: ActorMention, thing: str) -> None:
        """Remember a thing, in the singular, that is told of as somebody's."""
        things = f"{thing}s"
        self._thing_words.update((thing, things))
        self._things.setdefault(mention.sentence, []).append((mention.start, thing, things, mention.codes))

    def sides_of(self, parties: tuple[Actor, ...]) -> Sides:
        """The codes of some parties; of firms and people told by name those of their state."""
        homes = [self._homes.get(a.span.start, ()) for a in parties if a.code is None and a.span is not None]
        return codes_of(parties).union(*homes)

    def is_state(self, code: str) -> bool:
        """Whether a side is a state, not a body or group."""
        first = self.first.get(code)
        return len(code) == _STATE and first is not None and first.kind in ("country", "person", "company")

    def rank(self, side: Sides) -> tuple[str, ...]:
        """The place of a side in the order in which sides are weighed; empty for those that no sentence mentions."""
        found = self._ranks.get(side)
        if found is None:
            found = self._ranks[side] = tuple(sorted(side)) if side <= self.first.keys() else ()
        return found

    def most_named(self, known: Sides) -> int:
        """How often the side is named that is named most, some apart."""
        return next((count for code, count in self._ranked if code not in known), 0)

    def spoken_of(self, draft: Draft, known: Sides) -> Surroundings:
        """Where the sides are spoken of, seen from a draft of which some are known."""
        clause: list[str] = []
        sentence: list[str] = []
        place: list[str] = []
        speaker: list[str] = []
        early: list[str] = []
        pointed: list[str] = []
        last: Sequence[str] = ()
        low, high = draft.scope
        attribution = draft.attribution
        for mention in self.by_sentence.get(draft.sentence, ()):
            codes = mention.codes
            if mention.end <= draft.start and known.isdisjoint(codes):
                if not self._text[max(0, mention.start - _LEAD) : mention.start].endswith(_AIMED_AT):
                    last = codes
            if attribution and mention.name in attribution:
                speaker += codes  # who says what the draft states
            elif not low <= mention.start < high:
                sentence += codes
            else:
                if mention.is_place:
                    place += codes
                else:
                    clause += codes
                if mention.start < draft.start:
                    early += codes
                if mention.anaphoric or mention.via == "pronoun":
                    pointed += codes
        here = frozenset(clause)
        return Surroundings(
            here,
            frozenset(sentence) - here,
            frozenset(place) - here,
            frozenset(speaker),
            self.codes_in.get(draft.sentence - 1, _NOBODY),
            self._paragraph(draft),
            frozenset(early),
            frozenset(pointed),
            frozenset(last),
        )

    def _paragraph(self, draft: Draft) -> Sides:
        """Who is spoken of in the paragraph up to the end of a draft's sentence."""
        found = self._paragraphs.get(draft.sentence)
        if found is None:
            begin = self._text.rfind("\n", 0, draft.start)
            found = self.codes_in.get(draft.sentence, _NOBODY)
            for index in range(draft.sentence - 1, max(-1, draft.sentence - _THING_REACH), -1):
                inside = self.by_sentence.get(index)
                if inside and inside[0].start < begin:
                    break
                found |= self.codes_in.get(index, _NOBODY)
            self._paragraphs[draft.sentence] = found
        return found

    def rest_of_clause(self, draft: Draft) -> str:
        """What follows an act in its clause, in small letters."""
        return self._text[draft.end : draft.scope[1]].lower()

    def is_beside(self, draft: Draft, sides: Sides) -> bool:
        """Whether some sides are spoken of in a draft's sentence, no semicolon between."""
        for mention in self.by_sentence.get(draft.sentence, ()):
            low, high = sorted((draft.start, mention.start))
            if ";" not in self._text[low:high]:
                sides = sides.difference(mention.codes)
        return not sides

    def right_after(self, draft: Draft) -> str:
        """The words behind an act, in small letters, whether they belong to its clause or not."""
        return self._text[draft.end : draft.end + _AFTER].lower()

    def trigger(self, draft: Draft) -> str:
        """The words that name an act, in small letters."""
        return self._text[draft.start : draft.end].lower()

    def before(self, draft: Draft) -> str:
        """What stands before an act in its clause, in small letters."""
        return self._text[draft.scope[0] : draft.start].lower()

    def helped(self, draft: Draft, for_the_sake_of: re.Pattern[str]) -> Sides:
        """Those of a draft's sentence for whose sake its words say that it is done."""
        inside = self.by_sentence.get(draft.sentence)
        if not inside:
            return _NOBODY
        told = self._text[draft.end : max(inside[-1].end, draft.scope[1])].lower()
        ends = [draft.end + found.end() for found in for_the_sake_of.finditer(told)]
        return frozenset(
            [c for end in ends for m in inside if m.start <= end + _ARTICLE and m.end > end for c in m.codes]
        )

    def words(self, draft: Draft) -> frozenset[str]:
        """The words of a draft's clause, in small letters."""
        low, high = draft.scope
        return frozenset(_WORD.findall(self._text[low:high].lower()))

    def owner(self, draft: Draft, words: frozenset[str]) -> Sides:
        """Whose a thing of the clause is, by the last words that told of it ("Peru's trawlers": "the trawlers")."""
        if words.isdisjoint(self._thing_words):
            return _NOBODY
        for index in range(draft.sentence, max(-1, draft.sentence - _THING_REACH), -1):
            for start, thing, things, codes in reversed(self._things.get(index, ())):
                if start < draft.scope[0] and (thing in words or things in words):
                    return frozenset(codes)
        return _NOBODY

    def actors(self, codes: Sides) -> tuple[Actor, ...]:
        """Records for supplied parties; nothing in the clause names them, so they carry no span."""
        return tuple([self._actor(code) for code in sorted(codes) if code in self.first])

    def _actor(self, code: str) -> Actor:
        found = self._actors.get(code)
        if found is None:
            first = self.first[code]
            found = Actor(code=code, name=first.name, kind=first.kind, via="context")  # type: ignore[arg-type]
            self._actors[code] = found
        return found
