"""Acts whose parties stand turned round: deeds that anger, offers that fall flat, what is an act only in a mouth."""

from __future__ import annotations

from timeline.events.acts import Act
from timeline.events.doers import DoerReader
from timeline.events.parties import minus
from timeline.events.rows import Entry
from timeline.events.sides import is_people
from timeline.events.structure import Predicate
from timeline.events.triggers import patients

__all__ = ["StanceReader"]

#: Types of what is refused: acts of their own, whose words the refusal names.
_ASKED = frozenset({"REQUEST", "AGREE", "ACCUSE"})
#: Frames of telling somebody to do, or not to do, something.
_TELLING = frozenset({"demand", "threaten"})
#: Prepositions before who turns an offer down, best first.
_BY_WHOM = ("by", "from", "in", "with", "at")


class StanceReader(DoerReader):
    """The roles of rows whose target column holds a word for a turn instead of a place."""

    def _moved(self, act: Act, predicate: Predicate, entry: Entry) -> Act:
        """``The raid angered Chad``: whom a deed moves is who objects, whose deed it is the one who is blamed."""
        act.actors = [m for p in patients(self.parse, predicate, entry.words[1:]) for m in self.parties.of_row(p)]
        culprits = self._oblique(predicate, "by") if predicate.passive else self.parties.of_row(predicate.subject)
        act.targets = minus(culprits, act.actors)
        act.evidence.append("slot:object")
        for row in predicate.obliques if predicate.passive else ():  # "is alarmed by the arrests" tells of none anew
            noun = self.noun(row)
            if noun is not None and not (noun.actors or noun.targets):
                self.taken.add(row)
        return act

    def _turned_down(self, act: Act, predicate: Predicate) -> Act:
        """``Chad's appeal fell flat in Libya``: whose offer it is is turned down, by whom stands after it."""
        noun = self.noun(predicate.subject) if predicate.subject >= 0 else None
        act.targets = noun.actors if noun is not None else self.parties.of_row(predicate.subject)
        places = (self._oblique(predicate, prep) for prep in _BY_WHOM)
        found = next((p for p in (minus(p, act.targets) for p in places) if any(m.codes for m in p)), [])
        act.actors = found or (minus(noun.targets, act.targets) if noun is not None else [])
        act.evidence.append("slot:subject")
        return act

    def _spoken(self, act: Act, predicate: Predicate, entry: Entry) -> Act:
        """``said that Libya would pay for it``: what is an act only in somebody's mouth, to whom it is said of."""
        act.speaker_acts = True
        act.actors = self.parties.of_row(predicate.subject) or self._oblique(predicate, "for")
        if entry.doers and predicate.subject >= 0:  # "talks with Libya are out of the question": there are none
            noun = self.noun(predicate.subject)
            self.taken.add(predicate.subject)
            act.actors = act.actors or (noun.targets or noun.actors if noun is not None else [])
        return act

    def _to_own_people(self, act: Act, predicate: Predicate, entry: Entry) -> None:
        """``warned its citizens against trips to Chad``, ``told all Danes to leave Chad``: no threat and no expulsion,
        but advice to one's own people."""
        frames = self.vocabulary.frames.get(("v", predicate.lemma), ())
        if predicate.passive or not any(f.op in _TELLING for f in frames):
            return
        told = [m for p in patients(self.parse, predicate, entry.words[1:])[:1] for m in self.parties.of_row(p)]
        if told and all(m.codes and is_people(m, self.vocabulary) for m in told) and not minus(told, act.actors):
            act.type, act.mode, act.targets = "REQUEST", "change", told
            act.because("own-people", self.parse.tokens[predicate.head].lower)

    def _stands(self, act: Act, noun: Act, entry: Entry) -> bool:
        """``spurned Libya's offer``, ``is livid over the arrests``: what is refused was asked or offered all the
        same, what is judged was done."""
        if noun.modality == "hypothetical" or act.first <= noun.first < act.last:
            return False  # "lodged | a protest": the noun is part of the trigger
        if act.type == "REJECT":
            asked = noun.type != "AGREE" or "ask" in self.parties.classes(noun.phrase)  # no pact that is broken
            return asked and noun.type in _ASKED and any(m.codes for m in noun.actors)
        if act.type == "ACCUSE" and not entry.classes and noun.type != "ACCUSE" and (noun.actors or noun.targets):
            act.about = noun.first
            return True
        return False
