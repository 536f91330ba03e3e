"""Go-betweens that a compound names: "the US-brokered truce", "Egyptian-mediated talks"."""

from __future__ import annotations

from timeline.events.acts import Act
from timeline.events.jointly import JointReader
from timeline.events.parties import minus

__all__ = ["BrokerReader"]

#: Prepositions before those between whom it was brokered.
_BETWEEN = ("between", "with")


class BrokerReader(JointReader):
    """Third parties that bring others together."""

    def _brokers(self) -> list[Act]:
        """``broke the Egyptian-mediated truce with Chad``: Egypt went between the two; of talks it takes part."""
        acts: list[Act] = []
        for token, mention in self.parties.brokers.items():
            phrase = self.parse.phrase_at[token]
            noun = self.noun(phrase) if phrase >= 0 else None
            if noun is not None and noun.type == "CONSULT":
                noun.mode = "third-party"
                noun.actors = noun.actors + minus([mention], noun.actors)
                continue
            act = Act("CONSULT", "third-party", token, token + 1, 0.7, phrase=phrase, nominal=True, actors=[mention])
            sides = noun.actors + minus(noun.targets, noun.actors) if noun is not None else []
            sides = sides or self.parties.behind(phrase, *_BETWEEN)
            act.targets = minus([m for m in sides if m.codes], [mention])
            act.evidence.append("modifier")
            acts.append(act.because("broker", self.parse.tokens[token].lower))
        return acts

    def _without_passing(self, acts: list[Act]) -> list[Act]:
        """``A text condemning Chad was adopted``: what the text says is the act, not that it was adopted."""
        told = {
            self.parse.predicates[a.predicate].subject
            for a in acts
            if a.predicate >= 0 and self.parse.predicates[a.predicate].form == "gerund"
        }
        told = {phrase for phrase in told if self._is_document(phrase)}
        if not told:
            return acts
        predicates = self.parse.predicates
        return [
            a
            for a in acts
            if a.type not in ("SUPPORT", "AGREE")
            or a.predicate < 0
            or not predicates[a.predicate].passive
            or predicates[a.predicate].subject not in told
        ]
