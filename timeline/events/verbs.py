"""How a verb group finds its place: in the clause that waits for it, beside another verb, or under one."""

from __future__ import annotations

from timeline.events.items import Item
from timeline.events.reading import Clause, ReaderState
from timeline.events.structure import Predicate

__all__ = ["VerbReader"]

_COMPLEMENT = frozenset({"that", "whether", "how", "why", "what"})
#: Words before *to* that make it a purpose ("in order to", "so as to").
_PURPOSE = frozenset({"order", "as"})
#: Prepositions before whose a request or promise is, or to whom it goes.
_WHOSE = frozenset({"by", "from", "of", "on", "to"})


class VerbReader(ReaderState):
    """Finite verbs, infinitives and participles."""

    def verb(self, i: int, item: Item) -> None:
        """A verb group becomes a predicate of the clause it fits."""
        predicate = Predicate(item.first, item.last, item.head, self.tokens[item.head].lemma, item.form)
        predicate.passive, predicate.modal = item.passive, item.modal
        predicate.negated, predicate.no_longer = item.negated, item.no_longer
        if item.form == "participle" and self._is_past():
            predicate.form, predicate.passive = "finite", False
        if self.before == "phrase" or (self.before == "comma" and item.form == "participle"):
            predicate.host = self.last_phrase if item.form != "infinitive" else self._noun_of_purpose()
        if predicate.form == "finite":
            self._finite(predicate)
        elif item.form == "infinitive":
            self._infinitive(predicate)
        else:
            self._participle(predicate)
        index = len(self.result.predicates)
        self.result.predicates.append(predicate)
        self.result.predicate_at[item.head] = index
        self.clause.predicates.append(index)
        self.prep = ""

    def _is_past(self) -> bool:
        """``the duties China | imposed``: behind the subject of a relative clause a participle is a past tense."""
        clause = self.clause
        own = clause.relative and clause.subject >= 0 and clause.subject == self.last_phrase and not clause.predicates
        return own and self.before == "phrase" and not self.prep

    def _noun_of_purpose(self) -> int:
        """``turned down a request by Chad | to fly home``: the phrase that an infinitive completes, which may stand
        before the one that says whose it is."""
        last = self.result.phrases[self.last_phrase]
        if last.prep in _WHOSE and last.chain >= 0:
            noun = self.tokens[self.result.phrases[last.chain].head]
            if noun.lemma in self.to_nouns:
                return last.chain
        return self.last_phrase

    def _finite(self, predicate: Predicate) -> None:
        clause = self.clause
        if clause.predicates and self._bare_infinitive(predicate):
            predicate.form = "infinitive"
            self._infinitive(predicate)
            return
        if clause.antecedent >= 0 and clause.subject >= 0 and self._is_stated():
            predicate.subject, predicate.governor, predicate.relation = clause.antecedent, self.last_predicate, "that"
            return
        waiting = self._waiting() if clause.finite and not self._goes_on_in_relative() else None
        if waiting is not None:
            del self.stack[self.stack.index(waiting) + 1 :]
            clause = waiting
        if not clause.finite:
            clause.finite = True
            self._first_of(clause, predicate)
            return
        partner = self._partner(predicate)
        other = self.result.predicates[partner]
        predicate.partner = partner
        predicate.subject, predicate.mark, predicate.relative = other.subject, other.mark, other.relative
        predicate.governor, predicate.relation = other.governor, other.relation

    def _is_stated(self) -> bool:
        """``a firm which it said | had shipped parts``: right behind a verb of saying, of whom the clause is about."""
        return self.before == "verb" and self.result.predicates[self.last_predicate].lemma in self.stating

    def _goes_on_in_relative(self) -> bool:
        """``who heads the league | and is its best-known member``: another verb of a relative clause."""
        return self.before == "cc" and self.clause.relative and not self.comma_run

    def _first_of(self, clause: Clause, predicate: Predicate) -> None:
        predicate.mark, predicate.relative = clause.mark, clause.relative
        if clause.relative:
            predicate.subject = clause.subject if clause.subject >= 0 else clause.antecedent
            if clause.subject >= 0 and clause.antecedent >= 0:
                predicate.objects.append(clause.antecedent)
        else:
            predicate.subject = clause.subject
        if clause.parent >= 0:
            predicate.governor = clause.parent
            predicate.relation = "that" if clause.mark in _COMPLEMENT else "adverbial"

    def _waiting(self) -> Clause | None:
        """An open clause that has a subject and no finite verb yet."""
        return next((c for c in reversed(self.stack) if not c.finite and c.subject >= 0), None)

    def _bare_infinitive(self, predicate: Predicate) -> bool:
        """``to close it and expel them``: a base form that goes on with an infinitive or a modal's verb."""
        if self.before not in ("cc", "comma") or predicate.modal:
            return False
        if self.tokens[predicate.head].tag not in ("VB", "VBP") or predicate.last - predicate.first > 1:
            return False
        return any(self.result.predicates[p].form == "infinitive" for p in self.clause.predicates[-2:])

    def _partner(self, predicate: Predicate) -> int:
        """The finite predicate that this one is coordinated with: alike in tense, the innermost first."""
        shape = self._shape(predicate)
        fallback = -1
        if predicate.lemma in self.speech:
            for depth, clause in enumerate(self.stack):
                for index in reversed(clause.predicates):
                    if self.result.predicates[index].lemma in self.speech:
                        del self.stack[depth + 1 :]
                        return index
        if predicate.lemma in self.declaring and (teller := self._teller(shape)) >= 0:
            return teller
        for depth in range(len(self.stack) - 1, -1, -1):
            for index in reversed(self.stack[depth].predicates):
                other = self.result.predicates[index]
                if other.form != "finite":
                    continue
                fallback = index if fallback < 0 else fallback
                apart = depth and self.comma_run and (other.relative or self._is_told(other))
                if self._shape(other) == shape and not apart:
                    del self.stack[depth + 1 :]
                    return index
        return fallback if fallback >= 0 else self.clause.predicates[-1]

    def _teller(self, shape: str) -> int:
        """``denied that it had shelled a town | and accused Chad``: who told what comes before says this, too."""
        found, index = -1, self.clause.predicates[0]
        while (other := self.result.predicates[index]).relation == "that" and other.governor >= 0:
            index = other.governor
            teller = self.result.predicates[index]
            if teller.lemma in self.declaring and self._shape(teller) == shape:
                found = index
        depth = next((d for d, clause in enumerate(self.stack) if found in clause.predicates), -1)
        if depth < 0:
            return -1
        del self.stack[depth + 1 :]
        return found

    def _is_told(self, other: Predicate) -> bool:
        """``said that they were spies, | and expelled them``: what is told ends before a comma and *and*."""
        return self.before == "cc" and other.relation == "that" and other.governor >= 0

    def _shape(self, predicate: Predicate) -> str:
        if predicate.modal:
            return "modal"
        tag = self.tokens[predicate.first].tag
        return "VBD" if tag == "VBN" else tag

    def _infinitive(self, predicate: Predicate) -> None:
        governor = self.last_predicate
        if governor < 0:
            predicate.subject = self.clause.subject
            return
        other = self.result.predicates[governor]
        if self.before in ("cc", "comma") and other.form == "infinitive":
            predicate.partner = governor
            predicate.governor, predicate.relation = other.governor, other.relation
            predicate.subject, predicate.host = other.subject, other.host
            return
        if self.before in ("cc", "comma"):
            earlier = [p for p in self.clause.predicates if self.result.predicates[p].form == "infinitive"]
            if earlier:
                other = self.result.predicates[earlier[-1]]
                predicate.partner = earlier[-1]
                predicate.governor, predicate.relation = other.governor, other.relation
                predicate.subject, predicate.host = other.subject, other.host
                return
        predicate.governor, predicate.relation = governor, "inf"
        control = other.objects[-1] if other.objects and self._controls(other, predicate) else -1
        predicate.subject = control if control >= 0 and not other.passive else other.subject

    def _controls(self, other: Predicate, predicate: Predicate) -> bool:
        """Whether the object does what the infinitive says ("asked him to leave", "a decision to leave"), rather
        than the subject ("used a law to block …", "in order to")."""
        if self.tokens[max(0, predicate.first - 1)].lower in _PURPOSE:
            return False
        noun = self.tokens[self.result.phrases[other.objects[-1]].head]
        return other.lemma in self.controlling or (noun.lemma or noun.lower) in self.to_nouns

    def _participle(self, predicate: Predicate) -> None:
        """Gerunds and participles: after a preposition, a verb, a noun or a comma."""
        governor = self.last_predicate
        other = self.result.predicates[governor] if governor >= 0 else None
        if other is not None and self.before in ("cc", "comma") and self._continues(other, predicate):
            self._go_on(governor, other, predicate)
            return
        if predicate.form == "participle":
            predicate.passive = True
            predicate.subject = predicate.host
        if other is not None and predicate.form == "participle" and other.lemma == "want" and self.before == "phrase":
            predicate.governor, predicate.relation = governor, "inf"  # "wants the fence | taken down"
            return
        if other is not None and self._elliptical(other, predicate):
            predicate.partner, predicate.form = governor, "finite"
            predicate.governor, predicate.relation = other.governor, other.relation
            predicate.modal, predicate.mark = other.modal, other.mark
            return
        if other is not None and self.prep:
            told = self.prep == "as" and predicate.lemma in self.speech  # "was quoted | as saying"
            predicate.governor, predicate.relation = governor, "gerund" if told else self.prep
            control = (
                other.objects[-1] if other.objects and self.prep in ("of", "from", "for", "into") else other.subject
            )
            predicate.subject = control
            if self.before == "prep" and self._host_of_prep():
                predicate.host = self.last_phrase
        elif other is not None and self.before == "verb":
            predicate.governor, predicate.relation, predicate.subject = governor, "gerund", other.subject
        elif predicate.host >= 0 and self.before == "phrase":
            predicate.subject = predicate.host
            predicate.governor, predicate.relation = governor, "adverbial"
        elif other is not None:
            predicate.governor, predicate.relation = governor, "adverbial"
            if predicate.form == "gerund" and self.before == "comma" and predicate.lemma in self.speech:
                predicate.governor = self._saying(governor)
                other = self.result.predicates[predicate.governor]
            if predicate.form == "gerund":
                predicate.subject = self._main(other).subject if self.before == "comma" else other.subject
        elif self.clause.subject >= 0:  # "Spain, with backing from …, closed"
            predicate.subject, predicate.relation = self.clause.subject, "adverbial"
        elif self.prep or predicate.form == "gerund":
            predicate.mark = "fronted"
            self.stack.append(Clause(mark="fronted"))

    def _saying(self, governor: int) -> int:
        """``said that trucks were held, | adding that``: who speaks goes on, not what he speaks of."""
        index = governor
        while index >= 0:
            other = self.result.predicates[index]
            if other.lemma in self.speech:
                return index
            index = other.governor if other.relation == "that" else -1
        return governor

    def _main(self, other: Predicate) -> Predicate:
        """``let crates rot in a port, | having …``: the finite verb of the clause, not what completes it."""
        if other.form == "finite":
            return other
        for index in reversed(self.clause.predicates):
            if self.result.predicates[index].form == "finite":
                return self.result.predicates[index]
        return other

    @staticmethod
    def _go_on(index: int, other: Predicate, predicate: Predicate) -> None:
        """A participle takes over what stands before the one that it goes on from."""
        predicate.partner = index
        predicate.passive = predicate.passive or (other.passive and predicate.form == "participle")
        predicate.governor, predicate.relation = other.governor, other.relation
        predicate.subject, predicate.host, predicate.mark = other.subject, other.host, other.mark
        predicate.modal, predicate.negated, predicate.relative = other.modal, other.negated, other.relative
        if predicate.form == "participle" and not predicate.passive:
            predicate.form = other.form

    def _elliptical(self, other: Predicate, predicate: Predicate) -> bool:
        """``ten would be expelled, | contacts suspended and a visit cancelled``: a passive without its auxiliary."""
        if not (
            other.passive and other.form == "finite" and predicate.form == "participle" and self.before == "phrase"
        ):
            return False
        phrase = self.result.phrases[predicate.host]
        while phrase.chain >= 0:
            phrase = self.result.phrases[phrase.chain]  # "the consulate | in Lyon closed"
        return phrase.first > other.last and self.tokens[phrase.first - 1].lower in (",", "and")

    def _host_of_prep(self) -> bool:
        last = self.result.phrases[self.last_phrase] if self.last_phrase >= 0 else None
        return last is not None and not self._verb_since_last()

    def _continues(self, other: Predicate, predicate: Predicate) -> bool:
        """``was arrested and deported``, ``bombing towns and killing``, ``have met and agreed``."""
        if predicate.form == "gerund":
            return other.form == "gerund" and self.before == "cc"
        if other.form == "participle":
            return self.before == "cc" or self.tokens[other.head].tag == "VBN"
        has_auxiliary = other.last - other.first > 1 or other.passive
        return self.tokens[other.head].tag == "VBN" and has_auxiliary and self._near_conjunction(predicate)

    def _near_conjunction(self, predicate: Predicate) -> bool:
        if self.before == "cc":
            return True
        return any(t.lower == "and" for t in self.tokens[predicate.last : predicate.last + 14])
