"""What a sentence is made of, as the event coder sees it: phrases, predicates and who goes with whom.

Inner data of the events room; indices point into the lists of one :class:`Parse`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from timeline.analysis import Token
from timeline.models import Quantity

__all__ = ["Parse", "Phrase", "Predicate"]

Form = Literal["finite", "infinitive", "gerund", "participle"]


@dataclass(slots=True, eq=False, init=False)
class Phrase:
    """A base noun phrase: tokens ``first`` to ``last``, its preposition, and its place in a row of phrases.

    ``row`` is the index of the first phrase of its coordination ("France, Germany and Italy");
    ``apposed`` the phrase that this one renames ("the leader, Mr Smith"), -1 when none.  ``chain`` is the
    phrase before it to which its preposition may attach it ("expulsion | of diplomats").
    """

    first: int
    last: int
    head: int
    prep: str
    row: int
    apposed: int
    chain: int

    def __init__(
        self,
        first: int,
        last: int,
        head: int,
        prep: str = "",
        row: int = -1,
        apposed: int = -1,
        chain: int = -1,
    ) -> None:
        self.first = first
        self.last = last
        self.head = head
        self.prep = prep
        self.row = row
        self.apposed = apposed
        self.chain = chain


@dataclass(slots=True, eq=False, init=False)
class Predicate:
    """A verb group with its arguments (indices of phrases, -1 when none).

    ``subject`` is the grammatical one, for infinitives and participles the one understood.
    ``governor`` is the predicate that this one completes, by ``relation``: ``inf``, ``that``, ``gerund``,
    a preposition ("accused of bombing"); or it modifies it (``adverbial``).  ``host`` is the phrase right
    before it ("a plan to", "rockets fired from").  ``mark`` is the conjunction that opens its clause.
    """

    first: int
    last: int
    head: int
    lemma: str
    form: Form
    passive: bool
    modal: str
    negated: bool
    no_longer: bool
    subject: int
    objects: list[int]
    obliques: list[int]
    governor: int
    relation: str
    host: int
    mark: str
    adjective: int
    partner: int
    relative: bool

    def __init__(
        self,
        first: int,
        last: int,
        head: int,
        lemma: str,
        form: Form,
        passive: bool = False,
        modal: str = "",
        negated: bool = False,
        no_longer: bool = False,
        subject: int = -1,
        objects: list[int] | None = None,
        obliques: list[int] | None = None,
        governor: int = -1,
        relation: str = "",
        host: int = -1,
        mark: str = "",
        adjective: int = -1,
        partner: int = -1,
        relative: bool = False,
    ) -> None:
        self.first = first
        self.last = last
        self.head = head
        self.lemma = lemma
        self.form = form
        self.passive = passive
        self.modal = modal
        self.negated = negated
        self.no_longer = no_longer
        self.subject = subject
        self.objects = [] if objects is None else objects
        self.obliques = [] if obliques is None else obliques
        self.governor = governor
        self.relation = relation
        self.host = host
        self.mark = mark
        self.adjective = adjective
        self.partner = partner
        self.relative = relative


@dataclass(slots=True, eq=False)
class Parse:
    """The phrases and predicates of one sentence, in text order, over its tokens.

    ``phrase_at`` gives the phrase of a token (-1: none), ``predicate_at`` the predicate of a main verb;
    ``vocabulary`` holds every word of the sentence, as it stands and as its base form; ``quantities`` what
    phrases count, for those that were asked; ``numbered`` whether there are numbers at all (None: nobody asked).
    """

    tokens: list[Token]
    phrases: list[Phrase]
    predicates: list[Predicate]
    phrase_at: list[int]
    predicate_at: dict[int, int]
    vocabulary: frozenset[str] = frozenset()
    rows: dict[int, list[int]] = field(default_factory=dict)
    chains: dict[int, list[int]] | None = None
    renamings: dict[int, list[int]] | None = None
    quantities: dict[int, Quantity | None] = field(default_factory=dict)
    numbered: bool | None = None

    def row(self, phrase: int) -> list[int]:
        """The phrases that stand in one row with this one, itself included."""
        if not self.rows:
            for i, other in enumerate(self.phrases):
                self.rows.setdefault(other.row, []).append(i)
        return self.rows[self.phrases[phrase].row]

    def renamed(self, phrase: int) -> list[int]:
        """The phrases that rename a phrase ("Ann Lee, | the envoy")."""
        if self.renamings is None:
            self.renamings = {}
            for i, other in enumerate(self.phrases):
                if other.apposed >= 0:
                    self.renamings.setdefault(other.apposed, []).append(i)
        return self.renamings.get(phrase, [])

    def after(self, phrase: int) -> list[int]:
        """The prepositional phrases that hang on a phrase, nearest first, through their own chains."""
        if self.chains is None:
            self.chains = {}
            for i, other in enumerate(self.phrases):
                host = other.chain
                while host >= 0:
                    self.chains.setdefault(host, []).append(i)
                    host = self.phrases[host].chain
        return self.chains.get(phrase, [])

    def words(self, first: int, last: int) -> str:
        """The lower-case words of a run of tokens."""
        return " ".join([t.lower for t in self.tokens[first:last]])
