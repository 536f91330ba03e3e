"""A state and those who fight it from within: rebels, a region, soldiers who turn on their government.

Only sides with a code are weighed for a role that a sentence leaves empty (:mod:`timeline.events.partners`).  In a
report of a war inside one state the other side is often told by common words only ("the insurgents"), or is a region:
whom the state's army hits, and whose barracks gunmen attack, is then that other side, not a state named in passing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from timeline.analysis import ActorMention
from timeline.events.acts import Draft
from timeline.events.dealings import Book
from timeline.events.parties import codes_of
from timeline.events.story import SURE
from timeline.lexicons import Lexicon
from timeline.models import Actor, Reason

__all__ = ["CoupWords", "Rebels"]

#: Types by which those who fight inside a state are told, and in which one of the two sides may be left out.
_FORCE = frozenset({"ASSAULT", "COERCE"})
_BY_HANDS = _FORCE | {"MOBILIZE"}
_BY_ARMS = frozenset({"ASSAULT", "MOBILIZE"})
#: What armies do to a place, too.
_TAKING = "seize"
#: A state is where a report's groups fight when it is named so many times as often as the next one.
_MORE = 1.5


class CoupWords:
    """The deeds of those who take power, and the words for them.  Give it to ``lexicon.derive``."""

    def __init__(self, lexicon: Lexicon) -> None:
        words: dict[str, list[str]] = {}
        for row in lexicon.table("coups"):
            words.setdefault(row["is"], []).append(re.escape(row["words"]))
        self.deed = re.compile(rf"(?:{'|'.join(words['deed'])})\b")
        self.forces = re.compile("|".join(words["forces"]))
        makers = "|".join(words["maker"])
        self.makers = re.compile(makers)
        self.before = re.compile(rf"\b({makers})\b(?! of [A-Z])")
        self.behind = re.compile(rf"(?: (?!by\b)[\w'-]+){{0,4}} by (?:[\w'-]+ ){{0,3}}({makers})\b")


class Rebels:
    """Who fights which state from within, by all acts of force that a document tells."""

    def __init__(self, drafts: Iterable[Draft], mentions: Sequence[ActorMention], book: Book, coups: CoupWords) -> None:
        self._book, self._coups = book, coups
        self._homes = {
            code: m.home
            for m in mentions
            if m.home and m.kind in ("group", "people")
            for code in m.codes
            if code != m.home
        }
        self._force: dict[str, Counter[str]] = {}
        self._groups: dict[str, Actor] = {}
        for draft in drafts:
            if draft.type in _FORCE and draft.confidence >= SURE:
                self._note(draft)
        self._makers: dict[int, Actor] = {}
        self._most = _most_named(book)

    def _note(self, draft: Draft) -> None:
        """Count who fights whom, each once a draft."""
        for one, other in ((draft.actors, draft.targets), (draft.targets, draft.actors)):
            sides = one if one is not other and other else ()
            for code in codes_of(other):
                for party in sides:
                    label = party.code or party.name.lower()
                    if party.code is None:
                        if party.kind != "group":
                            continue
                        self._groups.setdefault(label, party)
                        self._force.setdefault(label, Counter())[code] += 1
                    self._force.setdefault(code, Counter())[label] += 1

    def of_coup(self, draft: Draft) -> Draft:
        """``Soldiers overthrew the president``: who takes power acts for himself, against his own state."""
        if draft.type != "COERCE" or codes_of(draft.actors):
            return self._of_own_soldiers(draft)
        if not self._coups.deed.match(draft.lemma):
            same = self._makers.get(draft.sentence)
            goes_on = same is not None and not draft.nominal and bool(draft.targets)
            return draft.supplied((same,), draft.targets, _reason(same.name)) if same and goes_on else draft
        told = self._coups.before.findall(self._book.before(draft))
        found = self._coups.behind.match(self._book.rest_of_clause(draft)) if not told else None
        maker = told[-1] if told else found.group(1) if found is not None else ""
        if not maker:
            return draft
        targets, where = draft.targets, draft.where
        if not targets:
            code = where.code if where is not None and where.code is not None else self._most
            targets = self._book.actors(frozenset({code})) if code else ()
        doer = self._makers[draft.sentence] = Actor(code=None, name=maker, kind="group", via="role")
        return draft.supplied((doer,), targets, _reason(maker))

    def _of_own_soldiers(self, draft: Draft) -> Draft:
        """``Malian soldiers seized power``: they do not act for the state whose soldiers they are."""
        if draft.type != "COERCE" or len(draft.actors) != 1 or not self._coups.deed.match(draft.lemma):
            return draft
        (soldiers,) = draft.actors
        if soldiers.role is None or not self._coups.makers.fullmatch(soldiers.role):
            return draft
        doer = self._makers[draft.sentence] = Actor(code=None, name=soldiers.role, kind="group", via="role")
        targets = draft.targets or self._book.actors(codes_of(draft.actors))
        return draft.supplied((doer,), targets, _reason(soldiers.role))

    def complete(self, draft: Draft) -> Draft:
        """The draft with the side that it leaves out, where a state and those who fight it are the two."""
        if not draft.actors:
            return draft
        if draft.type in _BY_HANDS and any([self._are_forces(a) for a in draft.actors]):
            draft = self._by_forces(draft)
        if draft.type == "ASSAULT" and all([a.kind == "group" for a in draft.actors]):
            if draft.targets:
                return self._on_state(draft) if all([_is_anybody(t) for t in draft.targets]) else draft
            return self._on_state(draft) if not codes_of(draft.actors) else draft
        if draft.targets:
            return draft
        if draft.type in _BY_ARMS or (draft.type == "COERCE" and draft.mode == _TAKING):
            return self._on_group(draft)
        return draft

    def _are_forces(self, party: Actor) -> bool:
        return (
            party.code is None
            and party.kind == "unknown"
            and self._coups.forces.fullmatch(party.name.lower()) is not None
        )

    def _by_forces(self, draft: Draft) -> Draft:
        """``Government troops retook the town``: whose they are the place, the sentence or the whole text tells."""
        here = [code for code in self._book.codes_in.get(draft.sentence, ()) if self._book.is_state(code)]
        where = draft.where
        if where is not None and where.code is not None:
            code = where.code
        else:
            code = here[0] if len(here) == 1 else self._most
        found = self._book.actors(frozenset({code})) if code else ()
        if not found:
            return draft
        others = [a for a in draft.actors if a.code != code and not self._are_forces(a)]
        targets = tuple([t for t in draft.targets if t.code != code])
        return draft.supplied((*found, *others), targets, _reason(code))

    def _on_state(self, draft: Draft) -> Draft:
        """``Gunmen attacked a barracks``: the state that they fight, or in which it happens."""
        known = self._force.get(draft.actors[0].code or draft.actors[0].name.lower())
        where = draft.where
        if where is not None and where.code is not None:
            code = where.code
        elif known:
            code = known.most_common(1)[0][0]
        else:
            code = self._most
        found = self._book.actors(frozenset({code})) if code else ()
        return draft.supplied(draft.actors, found, _reason(code)) if found else draft

    def _on_group(self, draft: Draft) -> Draft:
        """``The air force bombed the town``: those who fight the state from within, unless it fights others more."""
        own = codes_of(draft.actors)
        if len(own) != 1:
            return draft
        (state,) = own
        fights = self._force.get(state)
        if not fights:
            return draft
        label = fights.most_common(1)[0][0]
        if label in self._groups:
            if draft.type == "MOBILIZE" or any([self._book.is_state(other) for other in fights]):
                return draft
            party = self._groups[label]
            target = Actor(code=None, name=party.name, kind=party.kind, via="context")
        elif self._homes.get(label) == state:
            target = self._book.actors(frozenset({label}))[0]
        else:
            return draft
        return draft.supplied(draft.actors, (target,), _reason(target.label))


def _is_anybody(party: Actor) -> bool:
    """Whether somebody hit is told of by common words only ("12 villagers"), so that his state is hit."""
    return party.code is None and party.kind in ("people", "unknown") and party.name.rpartition(" ")[2].islower()


def _most_named(book: Book) -> str:
    """The state that a document names clearly more often than any other; empty where there is none."""
    ranked = [(count, code) for code, count in book.often.most_common() if book.is_state(code)]
    if not ranked:
        return ""
    return ranked[0][1] if len(ranked) == 1 or ranked[0][0] >= _MORE * ranked[1][0] else ""


def _reason(words: str) -> Reason:
    return Reason(rule="counterpart:within", words=words, note="a state and those who fight it from within")
