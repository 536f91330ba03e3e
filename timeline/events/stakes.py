"""Whose an act is not: sides that take no part in it, and nouns that only stand for a side.

A clause may name the town where two met, or "diplomats" and "jets" that are hit in place of their state; whose these
are is then weighed from context (:mod:`timeline.events.counterparts`).
"""

from __future__ import annotations

import re

from timeline.events.acts import Draft
from timeline.events.dealings import Book
from timeline.events.partners import Choice
from timeline.lexicons import Lexicon
from timeline.models import Actor

__all__ = ["Stakes"]

#: A deed, by type and mode, that is mostly done at home: it is aimed only at whom its sentence speaks of.
_AT_HOME = ("COERCE", "restrict")
_WORD = re.compile(r"[a-z]+")
#: Types that hit the diplomats of others, not one's own.
_ON_FOREIGNERS = frozenset({"SANCTION", "COERCE", "ASSAULT", "ACCUSE"})
#: Types of coming to a bargain, and how many words on either side of an act may tell that it is one.
_BARGAINS = frozenset({"AGREE", "SUPPORT"})
_NEAR = 5
#: Types of what parties do together, often on somebody else's soil ("signed a pact in Geneva").
_WITH_OTHERS = frozenset({"AGREE", "SUPPORT", "COOPERATE", "CONSULT"})


class Stakes:
    """What the tables say: whose nouns belong to a side, and which sides have no part in an act.

    Give it to ``lexicon.derive``.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.forums = frozenset(row["code"] for row in lexicon.table("forums"))
        self._at_home = frozenset(row["type"] for row in lexicon.table("aimed_at_people"))
        self._posted = frozenset(row["noun"] for row in lexicon.table("role_nouns") if row["class"] == "diplomat")
        self._belongings = frozenset(row["word"] for row in lexicon.table("belongings"))
        self._people = frozenset(row["noun"] for row in lexicon.table("human_nouns"))
        self._bargain = frozenset(row["word"] for row in lexicon.table("bargains"))
        self._sealing = frozenset(row["verb"] for row in lexicon.table("sealing"))
        self._mishaps = frozenset(row["word"] for row in lexicon.table("mishaps"))

    def takes_no_part(self, draft: Draft, role: str, choice: Choice, book: Book) -> bool:
        """Whether a chosen side is only where parties met ("signed a pact in Geneva") or somebody was hit ("killed in
        Mali"), or not aimed at."""
        where = draft.type in _WITH_OTHERS or (draft.type == "ASSAULT" and role == "actor")
        if where and choice.sides and choice.sides <= book.venues:
            return True
        return role == "target" and (self.is_at_home(draft, choice, book) or self.is_fair(draft, choice, book))

    def is_at_home(self, draft: Draft, choice: Choice, book: Book) -> bool:
        """``shut nine airports``, ``farmers will block Paris``: whether a measure, or one to come, would be aimed at a
        side that its sentence does not name, or people at another one than their own."""
        if (draft.type, draft.mode) != _AT_HOME:
            return False
        own = draft.modality != "actual" or any([a.role in self._people for a in draft.actors])
        return own or not book.is_beside(draft, choice.sides)

    def _tells_bargain(self, draft: Draft, book: Book) -> bool:
        """Whether what two agree on is told next to an act in its clause, or by its own words."""
        told = _WORD.findall(book.right_after(draft))[:_NEAR] + _WORD.findall(book.before(draft))[-_NEAR:]
        return not self._bargain.isdisjoint(told) or not self._bargain.isdisjoint(draft.lemma.split())

    def is_sealed(self, draft: Draft, book: Book) -> bool:
        """``sealed the arrangement``, ``a pact``: what nobody does alone."""
        if draft.type not in _BARGAINS or not (draft.nominal or draft.lemma.partition(" ")[0] in self._sealing):
            return False
        return self._tells_bargain(draft, book)

    def is_fair(self, draft: Draft, choice: Choice, book: Book) -> bool:
        """``welcomed the accord``: whether a single side would be praised for what two agreed on."""
        if draft.type != "SUPPORT" or len(choice.sides) > 1 or self.is_sealed(draft, book):
            return False
        return self._tells_bargain(draft, book)

    def is_open_inquiry(self, draft: Draft, book: Book) -> bool:
        """``opened an inquiry into how a Chadian died``: nobody is suspected yet."""
        if "investigate" not in (draft.mode, draft.told_mode):
            return False
        return not self._mishaps.isdisjoint(_WORD.findall(book.right_after(draft)))

    def stands_for_another(self, party: Actor, draft: Draft) -> bool:
        """Whether a target without a code is a thing or servant of some state ("diplomats", "jets"), a place, or, where
        states are what an act is aimed at, people or a surname that nothing says more about."""
        if draft.type == "REQUEST" and party.kind == "people" and party.via == "role":
            return False  # "advised its citizens to leave Mali"
        if party.name and party.name.lower().split()[-1] in self._belongings:
            return True
        if party.kind == "person" and party.role in self._posted and draft.type in _ON_FOREIGNERS:
            return True  # "detained Jane Doe, the deputy consul"
        if party.via not in ("name", "phrase", "pronoun") or party.kind not in ("unknown", "person", "people", "group"):
            return False
        if draft.type in self._at_home:
            return draft.type == "ASSAULT" and party.kind == "unknown" and party.via == "name"
        return party.via != "name" or " " not in party.name or party.kind == "unknown"
