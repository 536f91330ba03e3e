"""Orders that are penalties: "ordered Chad to shut its consulate", "was told to cut its staff"."""

from __future__ import annotations

from timeline.analysis import ActorMention
from timeline.events.acts import Act
from timeline.events.judgements import JudgementReader
from timeline.events.parties import labels, minus
from timeline.events.structure import Predicate
from timeline.events.triggers import patients

__all__ = ["OrderReader"]

#: What a state has abroad.
_ABROAD = frozenset({"post", "staff", "diplomat", "envoy"})


class OrderReader(JudgementReader):
    """Who is told to do what to his own hurt."""

    def _orders_out(self, token: int, act: Act, subject: list[ActorMention], objects: list[ActorMention]) -> bool:
        """``ordered Chad to shut its consulate``, ``was told to cut its staff``: whoever must shut a post or cut its
        staff is who is hit; a newsroom that must shut its office is silenced."""
        if act.type != "SANCTION" or act.nominal or act.predicate < 0 or act.modality == "denied":
            return False
        told, by = labels([m for m in objects if m.codes]), labels([m for m in subject if m.codes])
        order = self._order_at(token)
        if order is None or not told or not told.isdisjoint(by) or not (by or order.passive):
            return False
        place = self.parse.predicates[act.predicate]
        classes = frozenset().union(*[self.parties.classes(row) for row in patients(self.parse, place)])
        outlet = "foreign_office" in classes and any([m.media or self._is_outlet(m) for m in objects])
        if not (outlet or _ABROAD & classes):
            return False
        if outlet:
            act.type, act.mode = "COERCE", "censor"
        act.actors, act.targets = subject or minus(self._done_in(place, capital=False), objects), objects
        return True

    def _tells_its_own(self, token: int, subject: list[ActorMention], objects: list[ActorMention]) -> bool:
        """``instructed his government to open ties``: what somebody orders his own organs to do, his state does."""
        order = self._order_at(token)
        if order is None or order.passive or not order.objects or minus(objects, subject):
            return False
        return self._is_head(order.objects[0], "organs")

    def _order_at(self, token: int) -> Predicate | None:
        """The verb at a token, where it is one of commanding."""
        index = self.parse.predicate_at.get(token, -1)
        verb = self.parse.predicates[index] if index >= 0 else None
        return verb if verb is not None and self.vocabulary.has("commanding", verb.lemma) else None

    def _is_outlet(self, mention: ActorMention) -> bool:
        return "outlet" in self.vocabulary.classes.get(mention.role or mention.head, ())

    def _is_imperative(self, predicate: Predicate) -> bool:
        """``"Stop the raids," he told Iran``: an order in a quotation."""
        first = predicate.first
        if predicate.subject >= 0 or predicate.form != "finite" or first == 0 or first != predicate.head:
            return False
        return self.parse.tokens[first].tag in ("VB", "VBP") and self.parse.tokens[first - 1].lower == '"'

    def _duty(self, predicate: Predicate) -> Act:
        """``said that Iran must …``: a demand, whatever is demanded."""
        act = Act("REQUEST", "change", predicate.first, predicate.head + 1, 0.6, speaker_acts=True)
        act.predicate = self.parse.predicate_at[predicate.head]
        act.actors = self.parties.of_row(predicate.subject)
        return act.because("modal:must", self.parse.tokens[predicate.head].lower)
