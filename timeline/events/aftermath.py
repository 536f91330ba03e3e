"""Who acts in what is told around a deed: the attackers, those who avenge it, those who held somebody set free.

Some acts leave out a party that the acts told around them settle, better than any count of who deals with whom.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.acts import Draft, has_code
from timeline.events.dealings import Book, Dealings
from timeline.events.parties import codes_of
from timeline.events.partners import Choice, Role
from timeline.lexicons import Lexicon
from timeline.models import Actor, Reason

__all__ = ["Aftermath", "AftermathWords"]

#: What is done, by type and mode, to those who are then held, and to those who were.
_CAPTURE = frozenset({("COERCE", "arrest"), ("SANCTION", "convict")})
_RELEASE = ("RETREAT", "release")
#: Types of what attackers had done before.
_ATTACKS = frozenset({"ASSAULT", "PROTEST", "COERCE"})
#: How sure an arrest is at least of which the captor is known.
_SURE = 0.45
#: How many sentences back a captive, and an attack, may have been told of.
_CAPTIVE_REACH, _ATTACK_REACH = 3, 2
#: Kinds of parties that "the attackers" may be.
_ARMED = frozenset({"group", "people", "unknown"})


class AftermathWords:
    """The words for those who attacked, for revenge, and for what people do at home.  Give it to ``lexicon.derive``."""

    def __init__(self, lexicon: Lexicon) -> None:
        groups = {row["group"]: row.list("words") for row in lexicon.table("aftermath")}
        self.attackers = frozenset(groups["attackers"])
        self.at_home = frozenset(groups["at_home"])
        self.survived = frozenset(groups["survived"])
        self.revenge = re.compile(rf"\b(?:{'|'.join(map(re.escape, groups['revenge']))})")


class Aftermath:
    """What the acts of a document settle about the parties that others leave out.

    ``drafts`` are all of them; ``done`` grows as they get their parties.
    """

    def __init__(
        self, words: AftermathWords, drafts: Sequence[Draft], done: Sequence[Draft], book: Book, whole: Dealings
    ) -> None:
        self._words, self._done, self._book, self._whole = words, done, book, whole
        self._drafts = drafts
        self._holders = {codes_of(d.actors) for d in drafts if (d.type, d.mode) == _RELEASE and d.actors}
        self._avengers = {d.sentence: codes_of(d.actors) for d in drafts if words.revenge.search(d.lemma)}

    def settled(self, draft: Draft) -> Draft:
        """The draft with the party that what was told before settles."""
        if draft.nominal and draft.type == "ASSAULT" and not draft.actors:
            return self._as_coup(draft) if self._is_at_home(draft) else self._as_avenged(draft)
        if draft.type == "ASSAULT" and len(draft.actors) == 1 and draft.actors[0].code is None:
            return self._as_attackers(draft)
        return self._as_captive(draft) if (draft.type, draft.mode) in _CAPTURE else draft

    def _is_at_home(self, draft: Draft) -> bool:
        return draft.nominal and not self._words.at_home.isdisjoint(draft.lemma.split())

    def _has_failed(self, draft: Draft) -> bool:
        """``an attempted coup``: the same government then deals with those who backed it."""
        told = self._book.before(draft).split()[-1:] + self._book.trigger(draft).split()
        return not self._words.survived.isdisjoint(told)

    def _as_coup(self, draft: Draft) -> Draft:
        """``cut aid to Chad after a coup``: the coup was where somebody deals with it, not at home."""
        if draft.targets or self._has_failed(draft):
            return draft
        hit = {codes_of(d.targets) for d in self._drafts if d.sentence == draft.sentence and has_code(d.targets)}
        targets = self._book.actors(next(iter(hit))) if len(hit) == 1 else ()
        if not targets:
            return draft
        reason = Reason(rule="aftermath:coup", words=targets[0].label, note="is dealt with after it")
        return draft.supplied((), targets, reason)

    def _as_avenged(self, draft: Draft) -> Draft:
        """``Chad vows revenge after Libya strikes``: who vows it was hit, by the only other one."""
        own, other = self._avengers.get(draft.sentence, frozenset()), codes_of(draft.targets)
        if len(own) != 1 or len(other) != 1 or own == other or set(self._book.often) != own | other:
            return draft
        if any([a.via != "name" or a.kind != "country" for a in draft.targets]):
            return draft
        reason = Reason(rule="aftermath:avenged", words=draft.targets[0].label, note="is whom revenge is vowed on")
        return draft.supplied(draft.targets, self._book.actors(own), reason)

    def _as_attackers(self, draft: Draft) -> Draft:
        """``Gunmen raided a bank.  The attackers killed …``: those who attacked before."""
        if draft.actors[0].name.lower().removeprefix("the ") not in self._words.attackers:
            return draft
        for other in reversed(self._done):
            if draft.sentence - other.sentence > _ATTACK_REACH:
                break
            armed = other.actors and all([a.kind in _ARMED and a.via != "context" for a in other.actors])
            if armed and other.type in _ATTACKS and other.actors[0].name != draft.actors[0].name:
                name = other.actors[0].label
                reason = Reason(rule="aftermath:attackers", words=name, note="those who attacked before")
                return draft.but(actors=other.actors, reasons=(*draft.reasons, reason))
        return draft

    def _as_captive(self, draft: Draft) -> Draft:
        """``Peru freed a Chilean sailor.  He was arrested in May``: who held somebody had arrested him, unless
        several set people free."""
        if draft.actors or draft.nominal or has_code(draft.targets) or len(self._holders) != 1:
            return draft
        for other in reversed(self._done):
            if draft.sentence - other.sentence > _CAPTIVE_REACH:
                break
            if (other.type, other.mode) != _RELEASE or not other.is_dyadic or other.mutual:
                continue
            both = codes_of(other.actors + other.targets)
            if not self._book.codes_in.get(draft.sentence, frozenset()) <= both:
                continue
            actors, targets = _pointed(other.actors), draft.targets or _pointed(other.targets)
            reason = Reason(rule="aftermath:captive", words=actors[0].label, note="holds who is spoken of")
            return draft.supplied(actors, targets, reason).but(confidence=max(_SURE, draft.confidence))
        return draft

    def rules_out(self, draft: Draft, role: Role, choice: Choice) -> bool:
        """Whether a side has no part in an act: who vows revenge for it, other states in a coup, and on whose visit
        prisoners were set free."""
        if not choice.sides:
            return False
        if role == "actor":
            if draft.type != "ASSAULT":
                return False
            if self._is_at_home(draft):
                return True
            return choice.sides <= self._avengers.get(draft.sentence, frozenset())
        if (draft.type, draft.mode) != _RELEASE or choice.sides & self._whole.foes(codes_of(draft.actors)):
            return False
        both = choice.sides | codes_of(draft.actors)
        return not any([both <= codes_of(other.actors + other.targets) for other in self._done])


def _pointed(parties: Sequence[Actor]) -> tuple[Actor, ...]:
    """Parties as they are supplied elsewhere."""
    return tuple([Actor(code=a.code, name=a.name, kind=a.kind, via="context") for a in parties])
