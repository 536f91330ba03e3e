"""A word and its neighbours, as the rules that choose its tag look at them."""

from __future__ import annotations

from timeline.analysis import FINITE, Token
from timeline.text.morphology import Forms

__all__ = [
    "BEFORE_NOUN",
    "CLAUSE_BREAK",
    "NOUNISH",
    "OPENS_OBJECT",
    "OPENS_PHRASE",
    "PARTICLES",
    "RELATIVE",
    "SUBORDINATORS",
    "Site",
]

BEFORE_NOUN = frozenset({"DT", "PRP$", "POS", "JJ", "CD"})
OPENS_OBJECT = frozenset({"DT", "PRP", "PRP$", "CD", "NNP", "TO", "WRB"})
OPENS_PHRASE = OPENS_OBJECT | {"JJ", "NNS"}
NOUNISH = frozenset({"NN", "NNS", "NNP"})
PARTICLES = frozenset({"out", "off", "up", "down", "away", "over", "back", "on"})
CLAUSE_BREAK = frozenset({",", ";", ":", "(", ")", "--", "-", "\u2014", '"', "``", "''"})
RELATIVE = frozenset({"WDT", "WP", "WRB"})
#: What a number after a participle may count that is no object ("killed two days ago").
_UNITS = frozenset("days weeks months years hours minutes seconds decades times miles metres meters kilometres".split())
_SAME_CLAUSE_ENDS = frozenset("that as after because while".split())
#: Words that open a clause which hangs on another.
SUBORDINATORS = frozenset("that as after before because while since if although though until".split())
#: Words and marks that a clause ends before.
_NEXT_CLAUSE = SUBORDINATORS | {"when", "where", ";", ":", "who", "which", "what", "whose", "how", "why"}
#: Verbs of a speaker who is named behind what he says (", the radio says"), and how many words he may take.
_SPEAKING = frozenset("said says say reported reports report".split())
_LONGEST_SPEAKER = 9
_SURELY_FINITE = frozenset({"VBD", "VBZ", "MD"})
_JOINING = frozenset({"and", "but", "or"})


class Site:
    """A word and its neighbours; the words before are already tagged.

    ``before`` is the token before it and ``following`` what the next one may be (``follows`` most likely is),
    adverbs skipped.
    """

    __slots__ = ("allowed", "before", "following", "follows", "forms", "i", "options", "tokens")

    def __init__(self, tokens: list[Token], options: list[tuple[str, ...]], i: int, forms: Forms) -> None:
        self.tokens = tokens
        self.options = options
        self.i = i
        self.forms = forms
        self.allowed = options[i]
        j = i - 1
        while j >= 0 and tokens[j].tag == "RB":
            j -= 1
        self.before: Token | None = tokens[j] if j >= 0 else None
        j = i + 1
        while j < len(options) and options[j] == ("RB",):
            j += 1
        self.following: tuple[str, ...] = options[j] if j < len(options) else ("PUNCT",)
        self.follows = self.following[0]

    @property
    def next_word(self) -> str:
        """The next word, in lower case."""
        return self.tokens[self.i + 1].lower if self.i + 1 < len(self.tokens) else ""

    @property
    def word_after_particle(self) -> str:
        """The next word, a particle skipped (``carried out by``)."""
        j = self.i + 1 + (self.next_word in PARTICLES)
        return self.tokens[j].lower if j < len(self.tokens) else ""

    @property
    def follows_next(self) -> str:
        """The likeliest tag of the word after the next one."""
        j = self.i + 2
        return self.options[j][0] if j < len(self.options) else "PUNCT"

    @property
    def counted_object(self) -> bool:
        """``gunmen from Chad | killed six Libyans``, ``killed Libyan troops``: an object follows, not a time."""
        word, j = self.next_word, self.i + 2
        if self.follows != "CD":
            return self.forms.is_demonym(word) and self.tokens[self.i + 1].text[0].isupper()
        if not word.isalpha() or j >= len(self.tokens):
            return False
        return self.tokens[j].lower not in _UNITS and "NNS" in self.options[j]

    @property
    def has_finite(self) -> bool:
        """Whether the clause already has a finite verb before this word."""
        for token in reversed(self.tokens[: self.i]):
            if token.tag in FINITE:
                return True
            if token.lower in CLAUSE_BREAK or token.tag in RELATIVE or token.tag == "CC":
                return False
            if token.lower in _SAME_CLAUSE_ENDS:
                return False
        return False

    @property
    def finite_ahead(self) -> bool:
        """Whether a verb that can only be finite comes before the clause ends, or no full stop does (a headline)."""
        for j in range(self.i + 1, len(self.tokens)):
            certain = self.options[j][0] in ("VBD", "VBZ", "MD") and "NNS" not in self.options[j]
            if certain and self.tokens[j - 1].lower not in ("and", "but", "or"):
                return True
            if self.tokens[j].lower in (";", ":"):
                return False
        return self.is_headline

    @property
    def is_headline(self) -> bool:
        """Whether no full stop ends the sentence."""
        return self.tokens[-1].lower not in (".", '"')

    @property
    def finite_in_clause(self) -> bool:
        """Whether a verb that can only be finite comes before another clause begins."""
        for j in range(self.i + 1, len(self.tokens)):
            lower = self.tokens[j].lower
            if lower in _NEXT_CLAUSE or self.options[j][0] in RELATIVE or (lower == "," and self._attributed(j)):
                return False
            if self.options[j][0] in _SURELY_FINITE and "NNS" not in self.options[j]:
                return self.tokens[j - 1].lower not in _JOINING and not self._goes_on_at(j)
        return False

    def _attributed(self, comma: int) -> bool:
        """``…, | the radio says``: whether nothing but who says so follows a comma."""
        rest = [token.lower for token in self.tokens[comma + 1 :]]
        return len(rest) <= _LONGEST_SPEAKER and "," not in rest and not _SPEAKING.isdisjoint(rest)

    def _goes_on_at(self, j: int) -> bool:
        """``Chad closes border, | expels envoy``: a verb behind the only comma goes on from another.

        In a whole sentence only in the present tense, and where no comma stands before that may open an apposition.
        """
        if self.tokens[j - 1].lower != ",":
            return False
        if not self.is_headline and (self.options[j][0] != "VBZ" or "," in [t.lower for t in self.tokens[: self.i]]):
            return False
        return [token.lower for token in self.tokens[self.i : j]].count(",") == 1

    def earlier(self, tags: frozenset[str]) -> bool:
        """Whether an earlier word of the sentence has one of these tags."""
        return not tags.isdisjoint([token.tag for token in self.tokens[: self.i]])

    def has_earlier(self, tag: str) -> bool:
        """Whether an earlier word of the sentence has this tag."""
        return tag in [token.tag for token in self.tokens[: self.i]]
