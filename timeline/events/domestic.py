"""Quarrels inside one state: its organs on one side, its people, parties and rebels on the other.

A report of a strike or a crackdown names the state once and then tells of "police", "protesters", "the journalists".
Whom its own people act against, and who acts on them, is that state, not another one that the text names in passing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.analysis import ActorMention
from timeline.events.acts import Draft
from timeline.events.dealings import Book, Dealings
from timeline.events.parties import codes_of
from timeline.events.sides import personal_name
from timeline.events.story import Sides
from timeline.lexicons import Lexicon
from timeline.models import Actor, Reason

__all__ = ["Domestic", "DomesticWords"]

#: Kinds of parties without a code that are somebody's own people.
_LOCAL = frozenset({"person", "people", "group"})
_CROWDS = frozenset({"people", "group"})
#: What only a state does to people, by mode.
_BY_STATE = frozenset({"arrest", "deport", "convict", "crowd-control", "censor", "investigate"})
_ON_PERSONS = frozenset({"arrest", "deport", "convict"})
#: What a state lays on a place of its own, and with what it shuts one.
_ON_PLACES = frozenset({"curfew", "martial-law"})
_ON_GROUND = _ON_PLACES | {"restrict"}
#: What is done to crowds only.
_ON_CROWDS = "crowd-control"
_FORCE = frozenset({"COERCE", "ASSAULT"})
_BY_HANDS = _FORCE | {"MOBILIZE"}
#: How crowds and parties turn on those who govern.
_AGAINST_STATE = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
#: A state is what a document is about that is named so many times, and so many times as often as the next.
_LEAST, _FAR_MORE = 3, 2
#: How many sentences back those hit were told of.
_REACH = 2


class DomesticWords:
    """The words for those who act for a state at home, and for crowds.  Give it to ``lexicon.derive``."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = [re.escape(row["word"]) for row in lexicon.table("state_hands")]
        self.hands = re.compile(rf"\b(?:{'|'.join(words)})\b")
        self.crowds = frozenset(row["word"] for row in lexicon.table("crowds"))


class Domestic:
    """The state whose own affairs a document tells, if any, and who of its people are spoken of where.

    ``alone`` where the document tells of no other state that this one is in conflict with.
    """

    def __init__(self, mentions: Sequence[ActorMention], book: Book, whole: Dealings, words: DomesticWords) -> None:
        self._book, self._words = book, words
        self.home = _home(book)
        self._ruled = book.often[self.home] >= _LEAST
        foes = whole.foes(frozenset({self.home})) if self.home else frozenset()
        self.alone = bool(self.home) and not any(book.is_state(code) for code in foes)
        self._people = [m for m in mentions if not m.codes and m.kind in _LOCAL and m.via != "pronoun"]

    def complete(self, draft: Draft) -> Draft:
        """The draft with the state that it leaves out, where one side is of its people."""
        if self.alone and draft.mode in _ON_PERSONS:
            draft = self._by_name(draft)
        if self.alone and draft.type in _FORCE and draft.actors:
            draft = self._by_hands(draft)
        if draft.actors and draft.targets:
            return draft
        if not draft.actors:
            if draft.type == "PROTEST":
                return self._crowded(draft)
            if not self._by_state(draft):
                return draft
            draft = self._with_state(draft)
            crowd = _ON_CROWDS in (draft.mode, draft.told_mode) and not draft.nominal and not draft.targets
            return self._with_people(draft) if crowd else draft
        if self._on_state(draft):
            code = self._state(draft)
            return draft.supplied(draft.actors, (self._actor(code),), _reason(code)) if code else draft
        return self._with_people(draft) if self._hits_own(draft) else draft

    def _crowded(self, draft: Draft) -> Draft:
        """``The protests went on``: of the crowd that is told of nearest by, against the state."""
        code = self._state(draft)
        targets = draft.targets or ((self._actor(code),) if code else ())
        crowds = [m for m in self._people if m.kind == "people" and m.role in self._words.crowds]
        actors = draft.actors
        if crowds:
            near = min(crowds, key=lambda m: (abs(m.sentence - draft.sentence), m.start))
            actors = (Actor(code=None, name=near.name, kind="people", via="context"),)
        if actors == draft.actors and targets == draft.targets:
            return draft
        return draft.supplied(actors, targets, _reason(code))

    def forbids(self, draft: Draft, sides: Sides) -> bool:
        """Whether some sides are states that have no part in what the document tells, nor in the sentence.

        No state is a crowd.
        """
        if _ON_CROWDS in (draft.mode, draft.told_mode) and draft.actors and bool(sides):
            return True
        if not self.alone or not sides or self.home in sides:
            return False
        here = self._book.codes_in.get(draft.sentence, frozenset())
        return here.isdisjoint(sides) and all([self._book.is_state(code) for code in sides])

    def with_home(self, draft: Draft, role: str) -> Draft:
        """The draft with the state itself in a role, where it has none yet."""
        if not self.home or self.home in codes_of(draft.actors + draft.targets):
            return draft
        home = (self._actor(self.home),)
        actors, targets = (home, draft.targets) if role == "actor" else (draft.actors, home)
        return draft.supplied(actors, targets, _reason(self.home))

    def _by_name(self, draft: Draft) -> Draft:
        """``Senator Jane Doe was jailed``: whom a state's own courts and police hit is hit by name."""
        if len(draft.targets) != 1 or not codes_of(draft.actors) <= {self.home}:
            return draft
        target = draft.targets[0]
        if target.code != self.home or target.span is None:
            return draft
        told = target.span.text
        if target.role and told.lower().startswith(target.role):
            told = f"the {told[len(target.role) :].strip()}"
        name = target.name if target.via == "leader" else personal_name(told)
        if not name and target.via == "role" and draft.actors and target.role:
            name = target.role  # "soldiers held the prime minister"
        if not name:
            return draft
        person = Actor(code=None, name=name, kind="person", span=target.span)
        return draft.but(targets=(person,))

    def _by_hands(self, draft: Draft) -> Draft:
        """``Security forces arrested …``, ``Soldiers clashed with | the gang``: at home they are the state."""
        if draft.actors[0].code is not None or len(draft.actors) > 1:
            return draft
        home = self._actor(self.home)
        if self._words.hands.fullmatch(draft.actors[0].name.lower()):
            return draft.supplied((home,), draft.targets, _reason(self.home))
        met = draft.mutual and not draft.nominal and not draft.targets
        if met and self._words.hands.search(self._book.before(draft)):
            return draft.supplied((home, *draft.actors), draft.targets, _reason(self.home))
        return draft

    def _by_state(self, draft: Draft) -> bool:
        """Whether an act of nobody named is one that a state does to its people."""
        if self.alone and draft.type in (_BY_HANDS if self._ruled else _FORCE) and not draft.nominal:
            if self._words.hands.search(self._book.before(draft)):
                return True
        if draft.mode in _ON_PLACES:
            return True
        if draft.mode not in _BY_STATE or not draft.targets:
            return False
        return all([t.code is None and t.kind in _LOCAL for t in draft.targets])

    def _on_state(self, draft: Draft) -> bool:
        """Whether those who act are people of a state that turn on it."""
        if draft.type == "PROTEST":
            return all([a.code is None for a in draft.actors])
        if draft.type not in _AGAINST_STATE:
            return False
        return all([a.code is None and a.kind in _CROWDS for a in draft.actors])

    def _hits_own(self, draft: Draft) -> bool:
        """Whether the state acts by force, or judges, and on nobody who is named."""
        if _ON_CROWDS in (draft.mode, draft.told_mode):
            return not draft.nominal
        if not self.alone or draft.nominal or codes_of(draft.actors) != {self.home}:
            return False
        return draft.mode in _BY_STATE or (draft.type in _FORCE and draft.mode not in _ON_GROUND)

    def _with_people(self, draft: Draft) -> Draft:
        """The draft with those of the state's own people who were told of last."""
        for m in reversed(self._people):
            if m.start < draft.start:
                if draft.sentence - m.sentence > _REACH:
                    break
                people = Actor(code=None, name=m.person or m.name, kind=m.kind, via="context")  # type: ignore[arg-type]
                return draft.supplied(draft.actors, (people,), _reason(people.name))
        return draft

    def _with_state(self, draft: Draft) -> Draft:
        code = self._state(draft)
        if not code:
            return draft
        targets = draft.targets
        if draft.mode not in _ON_PERSONS and codes_of(targets) == {code}:
            targets = ()  # "ordered a curfew in Oslo", "ringed the Norwegian parliament"
        return draft.supplied((self._actor(code),), targets, _reason(code))

    def _state(self, draft: Draft) -> str:
        """Where it happens, else the state that the document is about."""
        where = draft.where
        return where.code if where is not None and where.code is not None else self.home

    def _actor(self, code: str) -> Actor:
        found = self._book.actors(frozenset({code}))
        return found[0] if found else Actor(code=code, name=code, kind="country", via="context")


def _home(book: Book) -> str:
    """The state that a document names far more often than any other; empty where there is none."""
    states = sorted([(n, code) for code, n in book.often.items() if book.is_state(code)], reverse=True)
    if not states or (states[0][0] < _LEAST and len(book.often) > 1):
        return ""
    return states[0][1] if len(states) == 1 or states[0][0] >= _FAR_MORE * states[1][0] else ""


def _reason(words: str) -> Reason:
    return Reason(rule="counterpart:own", words=words, note="a state and its own people are the two sides")
