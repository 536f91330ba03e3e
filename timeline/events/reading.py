"""What the clause reader has in hand while it goes through a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.analysis import Token
from timeline.events.items import Groups, Item
from timeline.events.structure import Parse, Phrase

__all__ = ["Clause", "ReaderState"]


@dataclass(slots=True)
class Clause:
    """A clause that is being read: its subject, the predicates found, and what it completes."""

    mark: str = ""
    parent: int = -1
    subject: int = -1
    antecedent: int = -1
    relative: bool = False
    predicates: list[int] = field(default_factory=list)
    finite: bool = False


class ReaderState:
    """The stack of open clauses, the item just read, and the parse as far as it has come."""

    def __init__(self, tokens: list[Token], items: list[Item], words: frozenset[str], groups: Groups) -> None:
        self.tokens = tokens
        self.speech, self.telling, self.controlling = groups["speech"], groups["telling"], groups["controlling"]
        self.declaring, self.drawing = groups["declaring"], groups["drawing"]
        self.stating = groups["speech"] | groups["telling"] | groups["believing"]
        self.the_states, self.act_nouns = groups["the_states"], groups["act_nouns"]
        self.summing = groups["summing"]
        self.to_nouns = groups["to_nouns"]
        self.items = items
        self.result = Parse(tokens, [], [], [-1] * len(tokens), {}, words)
        self.stack = [Clause()]
        self.prep = ""
        self.before = "start"
        self.comma_run = False
        self.last_phrase = -1

    @property
    def clause(self) -> Clause:
        return self.stack[-1]

    @property
    def last_predicate(self) -> int:
        predicates = self.stack[-1].predicates
        return predicates[-1] if predicates else -1

    def _verb_since_last(self) -> bool:
        last = self.result.phrases[self.last_phrase]
        return bool(self.result.predicates) and self.result.predicates[-1].first >= last.last

    def _beside_act(self, host: Phrase, phrase: Phrase) -> int:
        """``the expulsion of an envoy of Chad | and | a ban on its milk``: one noun of act stands beside another, not
        beside what says more of that one."""
        nouns, tokens = self.act_nouns, self.tokens
        if host.chain < 0 or tokens[phrase.head].lemma not in nouns or tokens[host.head].lemma in nouns:
            return -1
        at = host.chain
        while at >= 0 and tokens[self.result.phrases[at].head].lemma not in nouns:
            at = self.result.phrases[at].chain
        return at

    def _is_pronoun(self, item: Item) -> bool:
        """Whether a phrase is *it*, *they* …"""
        return self.tokens[item.head].tag == "PRP" and item.last - item.first == 1

    def _is_inserted(self, i: int) -> bool:
        """Whether a verb follows a second phrase, and then the finite verb that the first one waits for."""
        following = [item for item in self.items[i + 1 : i + 16] if item.kind != "adverb"]
        if not following or following[0].kind != "verb" or following[0].form not in ("finite", "participle"):
            return False
        if self.tokens[following[0].head].lemma in self.stating and following[1:2] and following[1].kind == "verb":
            return False  # "fined | a firm | it said had armed rebels"
        for item in following[1:]:
            if item.kind == "verb" and item.form == "finite":
                return True
            if item.kind not in ("phrase", "prep", "adjective"):
                return False
        return False

    def _tells_of_clause(self, i: int) -> bool:
        """``closed the camps, | which drew protests``: what a deed leads to is told of whoever did it."""
        verb = next((item for item in self.items[i + 1 : i + 3] if item.kind == "verb"), None)
        if verb is None or self.last_predicate < 0 or self.tokens[verb.head].lemma not in self.drawing:
            return False
        return not self.result.predicates[self.last_predicate].passive

    def _heads_line(self, i: int) -> bool:
        """``Ethiopia, Eritrea | sign deal``: two names before a verb in the plural."""
        following = self.items[i + 1] if i + 1 < len(self.items) else None
        if i != 2 or following is None or following.kind != "verb":
            return False
        return self.tokens[following.head].tag == "VBP" and following.last - following.first == 1
