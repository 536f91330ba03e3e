"""From base phrases to clauses: whose subject, whose object, which verb completes which.

A single pass from left to right over phrases, verb groups, prepositions, conjunctions and commas, with
a stack of open clauses.  No grammar of English: what news prose needs, in time linear in the sentence.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.analysis import COMMON_NOUNS, FINITE, Sentence
from timeline.events.items import Groups, Item, linearise
from timeline.events.noun_clauses import host_noun_clauses, lend_antecedents, relate_noun_clauses
from timeline.events.passives import settle_forms
from timeline.events.reading import Clause
from timeline.events.reports import ReportReader
from timeline.events.structure import Parse, Phrase
from timeline.events.summed import sums_up

__all__ = ["parse"]

#: Tags of words that part a phrase from the one before it.
_PARTING = FINITE | {"VB", "VBG", "VBN", "WDT", "WP"}
#: Prepositions that tell where somebody is.
_WHERE = frozenset({"in", "at"})
#: Prepositions before a relative pronoun that tell where or when what the clause says was done.
_SETTING = frozenset({"in", "at", "during", "under", "after"})
#: Words that open a clause which may stand before its main clause.
_FRONTED = frozenset({"when", "after", "once", "as", "because", "since", "if"})
#: Prepositions that open a clause, too.
_SINCE = frozenset({"after", "before", "since", "until", "till"})
#: Prepositions of asides that name some of those spoken of.
_MEMBERS = frozenset({"among", "including"})
#: The tags of words that open a phrase of its own.
_DETERMINED = frozenset({"DT", "PRP$"})


def parse(sentence: Sentence, times: list[tuple[int, int]], groups: Groups) -> Parse:
    """The clauses of an analysed sentence.

    ``times`` are the spans of time expressions, which take no role; ``groups`` the word groups of
    [event_words], among them the verbs of saying that may stand before their subject ("…," said he).
    """
    reader = _Reader(sentence.tokens, linearise(sentence, times, groups), sentence.words, groups)
    reader.read()
    settle_forms(reader.result, groups)
    reader.attach_reports()
    host_noun_clauses(reader.result)
    relate_noun_clauses(reader.result, groups)
    lend_antecedents(reader.result, groups)
    return reader.result


class _Reader(ReportReader):
    """The pass over the items of one sentence."""

    def read(self) -> None:
        """Take the items one after the other."""
        for i, item in enumerate(self.items):
            handler = _HANDLERS.get(item.kind)
            if handler is not None:
                handler(self, i, item)
            aside = item.kind == "comma" and self.before == "cc"  # "Chad and, a day later, Mali closed …"
            if not aside and (item.kind != "quote" or self.before != "verb"):  # "was | "an insult"": its object follows
                self.before = item.kind
        self._lend_subjects()

    def _lend_subjects(self) -> None:
        """``After closing the road, Kenya …``: who does what is told before the subject is the subject."""
        predicates = self.result.predicates
        for i, predicate in enumerate(predicates):
            if predicate.mark == "fronted" and predicate.form == "gerund" and predicate.subject < 0:
                main = next((p for p in predicates[i + 1 :] if p.form == "finite" and not p.relative), None)
                if main is not None and main.subject >= 0 and not main.passive:
                    predicate.subject = main.subject

    def phrase(self, i: int, item: Item) -> None:
        """A noun phrase takes the place that is free: of a preposition, a row, a subject, an object."""
        phrase = Phrase(item.first, item.last, item.head)
        index = len(self.result.phrases)
        phrase.row = index
        self.result.phrases.append(phrase)
        self.result.phrase_at[item.first : item.last] = [index] * (item.last - item.first)
        clause = self.stack[-1]
        if self.prep:
            self._oblique(index, phrase)
        elif self.before in ("cc", "comma") and self._joins_row(i):
            self._join(i, phrase)
        elif not clause.predicates and clause.subject < 0:
            clause.subject = index
        elif not clause.predicates:
            self._second_phrase(i, index)
        elif not (self._subject_waits() or self._outer_waits(i)) and self._opens_clause(i):
            self._new_clause(i, index)
        elif self.before in ("verb", "adjective", "phrase", "adverb"):
            self.result.predicates[self.last_predicate].objects.append(index)
        self.prep = ""
        self.last_phrase = index

    def _second_phrase(self, i: int, index: int) -> None:
        """``Two days after the recall | Chad …``: what stands right before the verb is the subject, *after* no
        conjunction; ``The duties | China imposed | were``: it is the subject of a clause about what stands before."""
        clause = self.clause
        if self.before == "phrase" and self._is_inserted(i):
            self.stack.append(Clause(antecedent=clause.subject, relative=True, subject=index))
            return
        if self.before != "phrase" or clause.mark not in _SINCE or len(self.stack) < 2:
            return
        outer = self.stack[-2]
        if outer.predicates or outer.subject >= 0:
            return
        self.result.phrases[clause.subject].prep = clause.mark
        self.stack.pop()
        outer.subject = index

    def _subject_waits(self) -> bool:
        """``flights | carrying diplomats | would``: the clause has its subject, and only participles so far."""
        return self.clause.subject >= 0 and not self.clause.finite and bool(self.clause.predicates)

    def _outer_waits(self, i: int) -> bool:
        """``the man who led | the raid | was held``: the object of a verb that takes no clause, and the finite verb
        that follows belongs to the subject before."""
        if self.before != "verb" or not self.clause.finite or self.last_predicate < 0:
            return False
        if self.result.predicates[self.last_predicate].lemma in self.stating:
            return False
        return any(not clause.finite and clause.subject >= 0 for clause in self.stack[:-1])

    def _oblique(self, index: int, phrase: Phrase) -> None:
        phrase.prep = self.prep
        if self.last_phrase >= 0 and self.before == "prep":
            phrase.chain = self.last_phrase if self._adjacent(self.last_phrase, phrase) else -1
        if self.last_predicate >= 0:
            self.result.predicates[self.last_predicate].obliques.append(index)

    def _adjacent(self, before: int, phrase: Phrase) -> bool:
        """Whether only the preposition (or a time, an adverb) stands between two phrases."""
        between = self.tokens[self.result.phrases[before].last : phrase.first]
        return len(between) < 8 and _PARTING.isdisjoint([t.tag for t in between])

    def _joins_row(self, i: int) -> bool:
        if self.last_phrase < 0 or self._verb_since_last():
            return False
        if self.before == "cc" and self.result.phrases[self.last_phrase].prep == "between" and self._is_first():
            return True  # "talks between Chad | and Libya | failed"
        if self.before == "comma" and self.result.phrases[self.last_phrase].prep and self.clause.subject < 0:
            return False
        return not ((self.clause.predicates or self.before == "comma") and self._opens_clause(i)) or (
            self.clause.subject >= 0 and not self.clause.predicates
        )

    def _renamed(self, host: Phrase) -> int:
        """``the emir of Kuwait, | Sheikh Sabah,``: the emir is renamed, not his country."""
        whole = host.prep == "of" and host.chain >= 0 and self.tokens[host.first].tag == "NNP"
        return host.chain if whole else self.last_phrase

    def _is_first(self) -> bool:
        """Whether the last phrase stands alone in its row so far."""
        return self.result.phrases[self.last_phrase].row == self.last_phrase

    def _join(self, i: int, phrase: Phrase) -> None:
        """``France, Germany and Italy`` is a row; ``the leader, Mr Smith,`` renames."""
        host = self.result.phrases[self.last_phrase]
        phrase.prep = host.prep
        if self.before == "cc" or self._row_goes_on(i) or self._heads_line(i):
            complete = host.prep == "of" and self._has_complement(i)
            beside = self._beside_act(host, phrase)
            if beside >= 0:
                host = self.result.phrases[beside]
                phrase.prep = host.prep
            elif self.before == "cc" and host.chain >= 0 and (complete or self._beside_place(host, phrase)):
                host = self.result.phrases[host.chain]
                phrase.prep = host.prep
            phrase.row = host.row
            if host.apposed >= 0:
                phrase.row = self.result.phrases[host.apposed].row
        else:
            phrase.apposed = host.apposed if host.apposed >= 0 else self._renamed(host)

    def _beside_place(self, host: Phrase, phrase: Phrase) -> bool:
        """``the ministry in Lima | and | the cabinet``: with its article, it stands beside the ministry, not Lima."""
        tokens, owner = self.tokens, self.result.phrases[host.chain]
        head = tokens[phrase.head]
        if tokens[host.first].tag != "NNP" or head.lower in self.the_states:
            return False
        if host.prep not in _WHERE and not (host.prep == "of" and head.text.islower()):
            return False
        return tokens[phrase.first].tag in _DETERMINED and tokens[owner.first].tag in _DETERMINED

    def _has_complement(self, i: int) -> bool:
        """``Jane Doe of Peru | and | John Roe of Chile``: each member of the row has its own *of*."""
        following = self.items[i + 1 : i + 3]
        return [item.kind for item in following] == ["prep", "phrase"] and following[0].word == "of"

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
        items = self.items
        strong = self._joins_clauses(i)
        inner, wanted = 3 if strong else 1, 1
        for j in range(i + 1, min(len(items), i + (20 if strong else 14))):
            kind = items[j].kind
            if kind == "phrase" and j == i + 1:
                return self._is_inserted(j)
            if kind == "phrase" and items[j - 1].kind == "phrase" and self._is_pronoun(items[j]):
                return False  # "sanctions on | a firm | it said was banned"
            if kind == "verb":
                form = items[j].form
                if form == "finite":
                    wanted -= 1
                    if wanted:
                        continue
                    return items[j - 1].kind != "cc" and not self._next_act(i, j)
                if form in ("participle", "infinitive") and inner and (strong or items[j - 1].kind == "phrase"):
                    inner -= 1  # "rockets fired from …", "the right to enrich …"
                    continue
                return False
            if kind == "rel" and strong and wanted == 1:
                wanted += 1  # ", but the raid that | followed | left ten dead"
                continue
            aside = kind == "comma" and items[j - 1].kind != "cc"  # "and Mali and, | a day later, | closed"
            if aside and self.before in ("cc", "comma", "break", "start") and self._apposed_subject(j):
                return True
            if kind == "comma" and not self._comma_in_row(j):
                return False
            if kind in ("sub", "rel", "break", "quote"):
                return False
        return False

    def _joins_clauses(self, i: int) -> bool:
        """Whether ``, and`` or ``but`` before a phrase may join two clauses."""
        if self.before != "cc" or not self.clause.predicates:
            return False
        before = self.items[i - 1] if i else None
        return self.comma_run or (before is not None and before.word == "but")

    def _next_act(self, i: int, j: int) -> bool:
        """``closed its port | and Athens froze``, ``… but its envoy to Chad stayed``: the object of a verb that takes
        no clause, then a new subject."""
        if self.before not in ("verb", "adverb") or self.last_predicate < 0:
            return False
        k = j - 1
        while k > i + 1 and self.items[k].kind == "phrase" and self.items[k - 1].kind == "prep":
            k -= 2
        joined = k - 1 > i and self.items[k - 1].kind == "cc" and self.items[k].kind == "phrase"
        if not joined:
            return False
        stating = self.result.predicates[self.last_predicate].lemma in self.speech
        return not stating or self.items[k - 1].word == "but"

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

    def _new_clause(self, i: int, index: int) -> None:
        """A subject has come although the clause has its verb."""
        follows = self.before in ("verb", "adjective", "phrase", "adverb")
        if (follows or (self.before == "quote" and not self._is_closed(index))) and self.last_predicate >= 0:
            if self._is_main(i):
                self.stack = [Clause(subject=index)]
            elif self._is_contact(index):
                self.stack.append(Clause(antecedent=self.last_phrase, relative=True, subject=index))
            else:
                self.stack.append(Clause(mark="that", parent=self.last_predicate, subject=index))
            return
        waiting = next((c for c in reversed(self.stack) if not c.predicates and c.subject < 0), None)
        if waiting is not None:
            del self.stack[self.stack.index(waiting) + 1 :]
            waiting.subject = index
            return
        same = self.clause if self.before == "cc" and not self.comma_run else self.stack[0]
        self.stack[self.stack.index(same)] = Clause(mark=same.mark, parent=same.parent, subject=index)
        del self.stack[self.stack.index(self.clause) + 1 :]

    def _is_main(self, i: int) -> bool:
        """``When it received no answer | Germany declared war``: no comma ends the clause that opens the sentence, or
        what *and* joins to it, and the main clause begins here."""
        if self.clause.mark not in _FRONTED or self.clause.parent >= 0 or self.before != "phrase":
            return False
        comma = next((j for j, item in enumerate(self.items[i:], i) if item.kind == "comma"), -1)
        return comma < 0 or [item.kind for item in self.items[comma + 1 : comma + 2]] != ["phrase"]

    def _is_closed(self, index: int) -> bool:
        """``…," | the ministry said``: whether the quotation mark before a phrase ends a quotation."""
        first = self.result.phrases[index].first
        mark = self.tokens[first - 1]
        return first > 1 and mark.start == self.tokens[first - 2].end and mark.end < self.tokens[first].start

    def _is_contact(self, index: int) -> bool:
        """``regretted a step | it called unjust``: a relative clause without its pronoun, after the object of a
        verb that tells nobody anything."""
        verb = self.result.predicates[self.last_predicate]
        if self.before != "phrase" or verb.lemma in self.telling:
            return False
        pronoun = self.tokens[self.result.phrases[index].head].tag == "PRP"
        if pronoun or self.last_phrase not in verb.objects:
            return pronoun and (self.last_phrase in verb.objects or verb.lemma not in self.stating)
        head = self.tokens[self.result.phrases[self.last_phrase].head]
        return verb.lemma not in self.stating and head.tag in COMMON_NOUNS

    def preposition(self, i: int, item: Item) -> None:
        """Remember it for the phrase or gerund that follows."""
        self.prep = item.word

    def subordinator(self, i: int, item: Item) -> None:
        """*that*, *if*, *after* … open a clause."""
        if item.word == "that" and self.before == "phrase" and self._sums_up():
            self.relative(i, item)
            return
        joined = self.before == "cc" and item.word in _FRONTED  # "…, and when it fell | Chad …": of what follows
        self.stack.append(Clause(mark=item.word, parent=-1 if joined else self.last_predicate))
        self.prep = ""

    def relative(self, i: int, item: Item) -> None:
        """*who*, *which*, *that* open a clause about the phrase before, *what* one that completes the verb."""
        if item.word == "what" and self.before in ("verb", "adverb"):
            self.stack.append(Clause(mark="what", parent=self.last_predicate))
            self.prep = ""
            return
        antecedent = self._before_aside() if self.before == "comma" else self.last_phrase
        if item.word == "which" and self.before == "comma" and self._tells_of_clause(i):
            antecedent = self.result.predicates[self.last_predicate].subject
        if antecedent >= 0 and self.result.phrases[antecedent].apposed >= 0 and not self._sums_up():
            antecedent = self.result.phrases[antecedent].apposed
        if item.word in ("what", "where") or (item.word == "which" and self.prep in _SETTING):
            antecedent = -1  # "answerable for what | followed", "a raid in which | gunmen killed nuns"
        self.stack.append(Clause(mark=item.word, antecedent=antecedent, relative=True))
        self.prep = ""

    def _sums_up(self) -> bool:
        """``closed the border, a step | that``: the clause is about what the step was."""
        return self.last_phrase >= 0 and sums_up(self.result, self.last_phrase, self.summing)

    def _before_aside(self) -> int:
        """``five men, among them a clerk of the bank, | who``: the clause is about the men."""
        phrases = self.result.phrases
        for i in range(self.last_phrase, max(self.last_phrase - 4, 0), -1):
            first = phrases[i].first
            if phrases[i].prep in _MEMBERS and first > 1 and self.tokens[first - 2].lower == ",":
                return i - 1
            if self.tokens[first - 1].lower == ",":
                break
        return self.last_phrase

    def adjective(self, i: int, item: Item) -> None:
        """A predicate adjective belongs to its verb."""
        if self.last_predicate >= 0 and (self.before in ("verb", "adverb", "phrase") or self.prep == "as"):
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
            self.stack = [Clause()]
            self.last_phrase = -1


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
