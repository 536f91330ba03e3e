"""What completes a noun ("a plan to …", "the demand that …", "a text condemning …"), and what is only told for the sake
of another act: slogans, reasons, what is taken back."""

from __future__ import annotations

from timeline.events.acts import Act
from timeline.events.brokers import BrokerReader
from timeline.events.framing import TRANSPARENT
from timeline.events.parties import minus
from timeline.events.rows import Entry
from timeline.events.structure import Predicate
from timeline.events.triggers import match_noun_frame, patients
from timeline.events.vocabulary import Frame

__all__ = ["HostReader"]

#: Types of saying yes to what a text says.
_ASSENT = frozenset({"SUPPORT", "AGREE"})
#: What is taken back, and what was done before when it was given ("withdrew the leave it had granted").
_TAKEN_BACK = frozenset({"SANCTION", "REJECT", "CONCEDE"})
_GIVEN = frozenset({"CONCEDE", "AGREE", "AID", "RETREAT", "SUPPORT", "COOPERATE"})
#: What is done or said to somebody for what he did ("jailed ten for burning a car").
_REQUITING = frozenset({"ACCUSE", "PROTEST", "REJECT", "SANCTION", "COERCE", "ASSAULT"})
#: How somebody is punished for what he did.
_PUNISHED_BY = frozenset({"SANCTION", "COERCE"})
#: What a row of laws, whatever they say, is worth at most.
_LAW = 0.6


class HostReader(BrokerReader):
    """Verbs that belong to a noun or act before them."""

    def _hosted(self, predicate: Predicate) -> bool:
        """Whether an infinitive or gerund completes a noun ("a plan to …"), which will read it."""
        if self._behind_noun(predicate):
            return match_noun_frame(self.parse, predicate.host, self.vocabulary, clause=True) is not None
        if predicate.host < 0 or predicate.form not in ("infinitive", "gerund") or predicate.relation == "that":
            return False
        frame = match_noun_frame(self.parse, predicate.host, self.vocabulary)
        return frame is not None and ("inf" in frame.takes if predicate.form == "infinitive" else "of" in frame.takes)

    def _in_frame(self, predicate: Predicate, frame: Frame | None) -> bool:
        """``carried out its threat | to close the road``: whether the noun is one of the words of the verb's frame."""
        if frame is None or len(frame.words) == 1 or frame.op not in TRANSPARENT:
            return False
        return self.parse.tokens[self.parse.phrases[predicate.host].head].lemma in frame.words

    def _is_undone(self, predicate: Predicate) -> bool:
        """``ignored a demand | to free the crew``: what somebody only asks, offers or threatens is not done; the noun
        itself has been read with its verb."""
        frame = match_noun_frame(self.parse, predicate.host, self.vocabulary, clause=self._behind_noun(predicate))
        return frame is not None and frame.op not in TRANSPARENT

    def _behind_noun(self, predicate: Predicate) -> bool:
        """``a demand | that Chad leave``: whether a clause stands right behind the noun that it completes."""
        if predicate.mark != "that" or predicate.form != "finite" or predicate.host < 0:
            return False
        return self.parse.tokens[self.parse.phrases[predicate.host].last].lower == "that"

    @staticmethod
    def _is_passed(frame: Frame, entry: Entry, inner: list[Act]) -> bool:
        """``adopted a text condemning …``, ``passed a bill banning …``: what the text says is the act."""
        law = entry.weight <= _LAW
        if frame.op not in TRANSPARENT or not (law or entry.type in _ASSENT):
            return False
        return any((law or not a.nominal) and a.type not in _ASSENT for a in inner)

    def _without_given(self, acts: list[Act]) -> list[Act]:
        """``withdrew the permission | it had given Chad``, ``cancelled visas | given to Chadians``: what somebody had
        given only tells what he takes back."""
        given = [a for a in acts if a.type in _GIVEN and a.predicate >= 0 and not a.nominal]
        given = [a for a in given if self.vocabulary.has("granting", self.parse.predicates[a.predicate].lemma)]
        if not given:
            return acts
        taken = {
            phrase
            for a in acts
            if a.predicate >= 0 and not a.nominal and a.type in _TAKEN_BACK and a not in given
            for phrase in patients(self.parse, self.parse.predicates[a.predicate])
        }
        return [a for a in acts if a not in given or self._given_thing(a) not in taken]

    def _given_thing(self, act: Act) -> int:
        """The phrase right before the clause that tells that it was given, -1 when none stands there."""
        predicate = self.parse.predicates[act.predicate]
        first = predicate.first
        if (
            predicate.form == "finite"
            and predicate.subject >= 0
            and self.parse.phrases[predicate.subject].last <= first
        ):
            first = self.parse.phrases[predicate.subject].first
        if first and self.parse.tokens[first - 1].lower in ("that", "which"):
            first -= 1
        return self.parse.phrase_at[first - 1] if first else -1

    def _is_slogan(self, act: Act, marching: set[int]) -> bool:
        """``marched to parliament | demanding reform``, ``rallied | to demand reform``: what a protest is about is no
        act of its own (PLOVER)."""
        if act.type != "REQUEST" or act.nominal or act.predicate < 0:
            return False
        predicate = self.parse.predicates[act.predicate]
        if not self.vocabulary.has("chanting", predicate.lemma):
            return False
        if predicate.form == "infinitive":
            return predicate.governor in marching
        crowd = predicate.subject >= 0 and "crowd" in self.parties.classes(predicate.subject)
        return predicate.form == "gerund" and (bool(marching) or crowd)

    def _without_means(self, acts: list[Act]) -> list[Act]:
        """``Police, | using tear gas, | broke up the march``: with what a deed is done is that deed."""
        means = [a for a in acts if a.predicate >= 0 and not a.nominal and self._is_means(a)]
        return [a for a in acts if a not in means or not self._done_with(a, acts)] if means else acts

    def _is_means(self, act: Act) -> bool:
        predicate = self.parse.predicates[act.predicate]
        return predicate.form == "gerund" and predicate.lemma == "use"

    def _done_with(self, means: Act, acts: list[Act]) -> bool:
        for act in acts:
            if (
                act is not means
                and act.predicate >= 0
                and not act.nominal
                and (act.type, act.mode)
                == (
                    means.type,
                    means.mode,
                )
            ):
                act.targets = act.targets or minus(means.targets, act.actors)
                return True
        return False

    def _without_charged(self, acts: list[Act]) -> list[Act]:
        """``accused Chad of shelling a town, | killing nine``: what the deed did that somebody is accused of is no
        deed of the accuser; nor is that for which somebody is punished a charge beside it (``jailed | for spying``)."""
        punished = {a.predicate for a in acts if a.type in _PUNISHED_BY and a.predicate >= 0 and not a.nominal}
        acts = [a for a in acts if not self._is_ground(a, punished)] if punished else acts
        charges = [a for a in acts if a.type == "ACCUSE" and not a.nominal and a.actors]
        return [a for a in acts if not any([self._is_charged(a, charge) for charge in charges])] if charges else acts

    def _is_ground(self, act: Act, punished: set[int]) -> bool:
        if act.type != "ACCUSE" or act.nominal or act.predicate < 0:
            return False
        ground = self.parse.predicates[act.predicate]
        return ground.relation == "for" and ground.form == "gerund" and ground.governor in punished

    def _is_charged(self, act: Act, charge: Act) -> bool:
        if act is charge or act.nominal or act.predicate < 0 or act.first < charge.first:
            return False
        told = self.parse.predicates[act.predicate]
        result = (
            act.type == "ASSAULT"
            and told.form in ("gerund", "participle")
            and self.vocabulary.has("result", told.lemma)
        )
        return result and not minus(act.actors, charge.actors)

    def _without_aims(self, acts: list[Act]) -> list[Act]:
        """``banned its wine | to punish Chad``: what a measure is meant to do to somebody is no act beside it."""
        verbs = [a for a in acts if a.predicate >= 0 and not a.nominal]
        aims = [a for a in verbs if self._is_aim(self.parse.predicates[a.predicate])]
        if not aims:
            return acts
        done = [a for a in acts if a not in aims and a.type in _REQUITING and not (a.nominal and a.definite)]
        if not done:
            return acts
        for aim in aims:
            for act in done:
                act.targets = act.targets or minus(aim.targets, act.actors)
        return [a for a in acts if a not in aims]

    def _is_aim(self, predicate: Predicate) -> bool:
        """Whether an infinitive says for what something else is done: no verb takes it for its complement."""
        if predicate.form != "infinitive" or not self.vocabulary.has("aiming", predicate.lemma):
            return False
        above = self.parse.predicates[predicate.governor] if predicate.governor >= 0 else None
        return above is None or bool(patients(self.parse, above)) or predicate.relation == "adverbial"

    def _is_requited(self, predicate: Predicate, matched: tuple[Entry, int] | None) -> bool:
        """``jailed ten for burning a car``, ``thanked Iran for freeing him``, ``apologised for …``: it was done."""
        if self.vocabulary.has("owning_up", predicate.lemma) or self.vocabulary.has("factive", predicate.lemma):
            return True
        if matched is not None:
            return matched[0].type in _REQUITING
        nouns = [self.noun(phrase) for phrase in (predicate.objects[:1] or [predicate.subject] * predicate.passive)]
        return any(noun is not None and noun.type in _REQUITING for noun in nouns)
