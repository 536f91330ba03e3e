"""From base phrases to clauses: whose subject, whose object, which verb completes which.

A single pass from left to right over phrases, verb groups, prepositions, conjunctions and commas, with
a stack of open clauses.  No grammar of English: what news prose needs, in time linear in the sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from timeline.analysis import Sentence, Token
from timeline.events.items import Item, linearise
from timeline.events.structure import Parse, Phrase, Predicate

__all__ = ["parse"]


@dataclass(slots=True)
class _Clause:
    """A clause that is being read: its subject, the predicates found, and what it completes."""

    mark: str = ""
    parent: int = -1
    subject: int = -1
    antecedent: int = -1
    relative: bool = False
    predicates: list[int] = field(default_factory=list)
    finite: bool = False


def parse(
    sentence: Sentence, times: list[tuple[int, int]] | None = None, speech: frozenset[str] = frozenset()
) -> Parse:
    """The clauses of an analysed sentence.

    ``times`` are the spans of time expressions, which take no role; ``speech`` the verbs of saying
    that may stand before their subject ("…," said the minister).
    """
    reader = _Reader(sentence.tokens, linearise(sentence, times or []), speech)
    reader.read()
    return reader.result


class _Reader:
    """The pass over the items of one sentence."""

    def __init__(self, tokens: list[Token], items: list[Item], speech: frozenset[str]) -> None:
        self.tokens = tokens
        self.speech = speech
        self.items = items
        words = frozenset(t.lower for t in tokens) | frozenset(t.lemma for t in tokens)
        self.result = Parse(tokens, [], [], [-1] * len(tokens), {}, words)
        self.stack = [_Clause()]
        self.prep = ""
        self.before = "start"
        self.comma_run = False
        self.last_phrase = -1

    @property
    def clause(self) -> _Clause:
        return self.stack[-1]

    @property
    def last_predicate(self) -> int:
        return self.clause.predicates[-1] if self.clause.predicates else -1

    def read(self) -> None:
        """Take the items one after the other."""
        for i, item in enumerate(self.items):
            handler = _HANDLERS.get(item.kind)
            if handler is not None:
                handler(self, i, item)
            self.before = item.kind
        self._attach_reports()

    # phrases -----------------------------------------------------------------------------------------

    def phrase(self, i: int, item: Item) -> None:
        """A noun phrase takes the place that is free: of a preposition, a row, a subject, an object."""
        phrase = Phrase(item.first, item.last, item.head)
        index = len(self.result.phrases)
        phrase.row = index
        self.result.phrases.append(phrase)
        for t in range(item.first, item.last):
            self.result.phrase_at[t] = index
        if self.prep:
            self._oblique(index, phrase)
        elif self.before in ("cc", "comma") and self._joins_row(i):
            self._join(i, index, phrase)
        elif not self.clause.predicates and self.clause.subject < 0:
            self.clause.subject = index
        elif not self.clause.predicates:
            pass
        elif not self._subject_waits() and self._opens_clause(i):
            self._new_clause(index)
        elif self.before in ("verb", "adjective", "phrase", "adverb"):
            self.result.predicates[self.last_predicate].objects.append(index)
        self.prep = ""
        self.last_phrase = index

    def _subject_waits(self) -> bool:
        """``flights | carrying diplomats | would``: the clause has its subject, and only participles so far."""
        return self.clause.subject >= 0 and not self.clause.finite and bool(self.clause.predicates)

    def _oblique(self, index: int, phrase: Phrase) -> None:
        phrase.prep = self.prep
        if self.last_phrase >= 0 and self.before == "prep":
            phrase.chain = self.last_phrase if self._adjacent(self.last_phrase, phrase) else -1
        if self.last_predicate >= 0:
            self.result.predicates[self.last_predicate].obliques.append(index)

    def _adjacent(self, before: int, phrase: Phrase) -> bool:
        """Whether only the preposition (or a time, an adverb) stands between two phrases."""
        between = self.tokens[self.result.phrases[before].last : phrase.first]
        return not any(t.tag.startswith("VB") or t.tag in ("MD", "WDT", "WP") for t in between) and len(between) < 8

    def _joins_row(self, i: int) -> bool:
        if self.last_phrase < 0 or self._verb_since_last():
            return False
        if self.before == "comma" and self.result.phrases[self.last_phrase].prep and self.clause.subject < 0:
            return False
        return not ((self.clause.predicates or self.before == "comma") and self._opens_clause(i)) or (
            self.clause.subject >= 0 and not self.clause.predicates
        )

    def _verb_since_last(self) -> bool:
        last = self.result.phrases[self.last_phrase]
        return bool(self.result.predicates) and self.result.predicates[-1].first >= last.last

    def _join(self, i: int, index: int, phrase: Phrase) -> None:
        """``France, Germany and Italy`` is a row; ``the leader, Mr Smith,`` renames."""
        host = self.result.phrases[self.last_phrase]
        phrase.prep = host.prep
        if self.before == "cc" or self._row_goes_on(i):
            phrase.row = host.row
            if host.apposed >= 0:
                phrase.row = self.result.phrases[host.apposed].row
        else:
            phrase.apposed = host.apposed if host.apposed >= 0 else self.last_phrase

    def _row_goes_on(self, i: int) -> bool:
        """After a comma: whether a row with *and* is under way."""
        for item in self.items[i + 1 : i + 12]:
            if item.kind == "cc":
                return True
            if item.kind not in ("phrase", "comma", "prep", "adverb"):
                return False
        return False

    def _opens_clause(self, i: int) -> bool:
        """Whether this phrase is the subject of a finite verb that follows: ``said | officials would``."""
        seen_participle = False
        items = self.items
        for j in range(i + 1, min(len(items), i + 14)):
            kind = items[j].kind
            if kind == "phrase" and j == i + 1:
                return False
            if kind == "verb":
                form = items[j].form
                if form == "finite":
                    return items[j - 1].kind != "cc"
                if form in ("participle", "infinitive") and not seen_participle and items[j - 1].kind == "phrase":
                    seen_participle = True  # "rockets fired from …", "the right to enrich …"
                    continue
                return False
            if kind == "comma" and self.before in ("cc", "comma", "break", "start") and self._apposed_subject(j):
                return True
            if kind == "comma" and not self._comma_in_row(j):
                return False
            if kind in ("sub", "rel", "break", "quote"):
                return False
        return False

    def _apposed_subject(self, j: int) -> bool:
        """``its pilot, Capt Smith, | was``: a comma, phrases, a comma and a finite verb."""
        items = self.items
        for k in range(j + 1, min(len(items), j + 8)):
            if items[k].kind == "comma":
                following = items[k + 1] if k + 1 < len(items) else None
                return k > j + 1 and following is not None and following.kind == "verb" and following.form == "finite"
            if items[k].kind not in ("phrase", "prep", "adjective"):
                return False
        return False

    def _comma_in_row(self, j: int) -> bool:
        """A comma between phrases of a row that ends with *and*."""
        if j + 1 >= len(self.items) or self.items[j + 1].kind != "phrase":
            return False
        return self._row_goes_on(j + 1)

    def _new_clause(self, index: int) -> None:
        """A subject has come although the clause has its verb."""
        if self.before in ("verb", "adjective", "phrase", "quote", "adverb") and self.last_predicate >= 0:
            self.stack.append(_Clause(mark="that", parent=self.last_predicate, subject=index))
            return
        waiting = next((c for c in reversed(self.stack) if not c.predicates and c.subject < 0), None)
        if waiting is not None:
            del self.stack[self.stack.index(waiting) + 1 :]
            waiting.subject = index
            return
        same = self.clause if self.before == "cc" and not self.comma_run else self.stack[0]
        self.stack[self.stack.index(same)] = _Clause(mark=same.mark, parent=same.parent, subject=index)
        del self.stack[self.stack.index(self.clause) + 1 :]

    # verbs -------------------------------------------------------------------------------------------

    def verb(self, i: int, item: Item) -> None:
        """A verb group becomes a predicate of the clause it fits."""
        predicate = Predicate(item.first, item.last, item.head, self.tokens[item.head].lemma, item.form)
        predicate.passive, predicate.modal = item.passive, item.modal
        predicate.negated, predicate.no_longer = item.negated, item.no_longer
        if self.before == "phrase" or (self.before == "comma" and item.form == "participle"):
            predicate.host = self.last_phrase
        {"finite": self._finite, "infinitive": self._infinitive}.get(item.form, self._participle)(predicate)
        index = len(self.result.predicates)
        self.result.predicates.append(predicate)
        self.result.predicate_at[item.head] = index
        self.clause.predicates.append(index)
        self.prep = ""

    def _finite(self, predicate: Predicate) -> None:
        clause = self.clause
        if clause.predicates and self._bare_infinitive(predicate):
            predicate.form = "infinitive"
            self._infinitive(predicate)
            return
        waiting = self._waiting() if clause.finite else None
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

    def _first_of(self, clause: _Clause, predicate: Predicate) -> None:
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

    def _waiting(self) -> _Clause | None:
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
        for depth in range(len(self.stack) - 1, -1, -1):
            for index in reversed(self.stack[depth].predicates):
                other = self.result.predicates[index]
                if other.form != "finite":
                    continue
                fallback = index if fallback < 0 else fallback
                if self._shape(other) == shape and not (other.relative and depth and self.comma_run):
                    del self.stack[depth + 1 :]
                    return index
        return fallback if fallback >= 0 else self.clause.predicates[-1]

    def _shape(self, predicate: Predicate) -> str:
        if predicate.modal:
            return "modal"
        tag = self.tokens[predicate.first].tag
        return {"VBP": "VBZ", "VBN": "VBD"}.get(tag, tag)

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
        control = other.objects[-1] if other.objects else -1
        predicate.subject = control if control >= 0 and not other.passive else other.subject

    def _participle(self, predicate: Predicate) -> None:
        """Gerunds and participles: after a preposition, a verb, a noun or a comma."""
        governor = self.last_predicate
        other = self.result.predicates[governor] if governor >= 0 else None
        if other is not None and self.before in ("cc", "comma") and self._continues(other, predicate):
            predicate.partner = governor
            predicate.passive = predicate.passive or (other.passive and predicate.form == "participle")
            predicate.governor, predicate.relation = other.governor, other.relation
            predicate.subject, predicate.host, predicate.mark = other.subject, other.host, other.mark
            predicate.modal, predicate.negated, predicate.relative = other.modal, other.negated, other.relative
            if predicate.form == "participle" and not predicate.passive:
                predicate.form = other.form
            return
        if predicate.form == "participle":
            predicate.passive = True
            predicate.subject = predicate.host
        if other is not None and self._elliptical(other, predicate):
            predicate.partner, predicate.form = governor, "finite"
            predicate.governor, predicate.relation = other.governor, other.relation
            predicate.modal, predicate.mark = other.modal, other.mark
            return
        if other is not None and self.prep:
            predicate.governor, predicate.relation = governor, self.prep
            control = other.objects[-1] if other.objects and self.prep in ("of", "from", "for", "into") else other.subject
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
            if predicate.form == "gerund":
                predicate.subject = other.subject
        elif self.clause.subject >= 0 and not self.prep:
            predicate.subject, predicate.relation = self.clause.subject, "adverbial"
        elif self.prep or predicate.form == "gerund":
            predicate.mark = "fronted"
            self.stack.append(_Clause(mark="fronted"))

    def _elliptical(self, other: Predicate, predicate: Predicate) -> bool:
        """``ten would be expelled, | contacts suspended and a visit cancelled``: a passive without its auxiliary."""
        if not (other.passive and other.form == "finite" and predicate.form == "participle" and self.before == "phrase"):
            return False
        first = self.result.phrases[predicate.host].first
        return first > other.last and self.tokens[first - 1].lower in (",", "and")

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

    # the rest ----------------------------------------------------------------------------------------

    def preposition(self, i: int, item: Item) -> None:
        """Remember it for the phrase or gerund that follows."""
        self.prep = item.word

    def subordinator(self, i: int, item: Item) -> None:
        """*that*, *if*, *after* … open a clause."""
        self.stack.append(_Clause(mark=item.word, parent=self.last_predicate))
        self.prep = ""

    def relative(self, i: int, item: Item) -> None:
        """*who*, *which*, *that* open a clause about the phrase before."""
        self.stack.append(_Clause(mark=item.word, antecedent=self.last_phrase, relative=True))
        self.prep = ""

    def adjective(self, i: int, item: Item) -> None:
        """A predicate adjective belongs to its verb."""
        if self.last_predicate >= 0 and self.before in ("verb", "adverb", "phrase"):
            self.result.predicates[self.last_predicate].adjective = item.first

    def comma(self, i: int, item: Item) -> None:
        """A comma ends what a preposition began."""
        self.prep = ""
        self.comma_run = True

    def conjunction(self, i: int, item: Item) -> None:
        """*and*, *or*, *but*."""
        self.comma_run = self.before == "comma"

    def stop(self, i: int, item: Item) -> None:
        """A semicolon, colon or dash: a new clause."""
        self.prep = ""
        if self.clause.predicates or item.word in (";", ":"):
            self.stack = [_Clause()]
            self.last_phrase = -1

    def _attach_reports(self) -> None:
        """``…, officials said``: a verb of saying at the end has the clause before as its complement."""
        predicates = self.result.predicates
        for predicate in predicates:
            self._turn(predicate)
        for i in range(1, len(predicates)):
            predicate = predicates[i]
            if predicate.form != "finite" or predicate.relative or predicate.governor >= 0 or predicate.objects:
                continue
            if any(p.governor == i for p in predicates[i + 1 :]):
                continue
            if not self._comma_before(predicate):
                continue
            root = next((p for p in predicates[:i] if p.governor < 0 and p.form == "finite" and not p.relative), None)
            if root is not None:
                root.governor, root.relation = i, "reported"

    def _turn(self, predicate: Predicate) -> None:
        """``…," said the minister``: the subject stands after the verb."""
        if predicate.lemma not in self.speech or predicate.partner < 0 or not predicate.objects:
            return
        before = self.tokens[predicate.first - 1].lower if predicate.first else ""
        if before in (",", '"', "''"):
            predicate.subject, predicate.objects = predicate.objects[0], predicate.objects[1:]
            predicate.partner, predicate.governor = -1, -1

    def _comma_before(self, predicate: Predicate) -> bool:
        start = predicate.first
        if 0 <= predicate.subject and self._is_adjacent_subject(predicate):
            start = min(start, self.result.phrases[predicate.subject].first)
        return start > 0 and self.tokens[start - 1].lower in (",", '"', "''")


    def _is_adjacent_subject(self, predicate: Predicate) -> bool:
        subject = self.result.phrases[predicate.subject]
        between = self.tokens[subject.last : predicate.first]
        return not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in between)


_COMPLEMENT = frozenset({"that", "whether", "how", "why", "what"})
_HANDLERS: dict[str, Callable[[_Reader, int, Item], None]] = {
    "phrase": _Reader.phrase,
    "verb": _Reader.verb,
    "prep": _Reader.preposition,
    "sub": _Reader.subordinator,
    "rel": _Reader.relative,
    "adjective": _Reader.adjective,
    "comma": _Reader.comma,
    "cc": _Reader.conjunction,
    "break": _Reader.stop,
}
