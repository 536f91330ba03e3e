"""Acts that a sentence tells as older than its day: "freed three men {arrested} in a raid", "a row that began when"."""

from __future__ import annotations

import re

from timeline.analysis import COMMON_NOUNS, FINITE, VERBAL, Sentence, Token
from timeline.lexicons import Lexicon
from timeline.temporal.contexts import any_of, words_of_class
from timeline.temporal.telling import first_word, telling_of

__all__ = ["Earlier"]

_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})
#: So many characters before an act may stand the verb that answers it.
_NEAR = 60
#: What follows the subject of a clause.
_PREDICATES = FINITE | {"VBN", "RB"}
#: What parts an act from the words that make it an older one.
_PARTING = frozenset({",", ";", ":", "and", "but"})


class Earlier:
    """Words after which an older act is told (table ``time_governors``).  Give it to ``lexicon.derive``."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._outbreak = re.compile(any_of(lexicon, "outbreak", "time_governors"), re.IGNORECASE)
        self._undoing = frozenset(words_of_class(lexicon, "undoing", "time_governors"))
        answering = any_of(lexicon, "answering", "time_governors")
        self._answering = re.compile(rf"({answering})\s(?:[\w.'’-]+\s){{0,4}}$", re.IGNORECASE)
        self._answered = frozenset(words_of_class(lexicon, "answered", "time_governors"))

    def opener(self, sentence: Sentence, trigger: tuple[int, int]) -> int:
        """Where the words begin that tell the trigger as older than the day of its sentence; -1 where none do.

        A date behind that place is the older act's own.
        """
        tokens, at = sentence.tokens, first_word(sentence, trigger)
        if at < 1:
            return -1
        low = at
        while low > 0 and tokens[low - 1].lower not in _PARTING:
            low -= 1
        return max(
            self._broke_out(sentence, tokens[low].start, trigger[0]), self._about_noun(sentence, tokens, low, at)
        )

    def answered(self, sentence: Sentence, trigger: tuple[int, int]) -> int:
        """Where the words end that answer the trigger ("turned down a {request}", "amid {complaints}"), else -1.

        A date between the two is the trigger's own.
        """
        start = trigger[0] - sentence.start
        word = sentence.text[start : trigger[1] - sentence.start].lower().partition(" ")[0]
        if word not in self._answered:
            return -1
        found = self._answering.search(sentence.text, max(0, start - _NEAR), start)
        return sentence.start + found.end(1) if found else -1

    def _broke_out(self, sentence: Sentence, start: int, trigger: int) -> int:
        """``in a row that began when a court …``."""
        last = -1
        for match in self._outbreak.finditer(sentence.text, start - sentence.start, trigger - sentence.start):
            last = sentence.start + match.start()
        return last

    def _about_noun(self, sentence: Sentence, tokens: list[Token], low: int, at: int) -> int:
        """``men whom it had {held}``; behind a verb that undoes something also ``men {held} in a raid``, ``curbs it
        {imposed}``."""
        relative = next((i for i in range(at - 1, low - 1, -1) if tokens[i].tag in _RELATIVE), -1)
        undone = next((i for i in range(low, at) if tokens[i].lower in self._undoing and tokens[i].tag in VERBAL), -1)
        if relative < 0 and undone < 0:
            return -1
        telling = telling_of(sentence, (tokens[at].start, tokens[at].end))
        if relative >= 0 and telling == "had":
            return tokens[relative].start
        if undone < 0:
            return -1
        if tokens[at].tag == "VBN" and telling == "none" and tokens[at - 1].tag in _NOUNS:
            return tokens[at].start
        if telling not in ("past", "had"):
            return -1
        if relative > undone:
            return tokens[relative].start
        contact = next((i for i in range(undone + 2, at) if _opens_contact(tokens, i)), -1)
        return tokens[contact].start if contact >= 0 else -1


def _opens_contact(tokens: list[Token], i: int) -> bool:
    """``sanctions | it imposed``: a pronoun or name between a noun and a finite verb."""
    subject = tokens[i].tag in ("PRP", "NNP") and tokens[i - 1].tag in COMMON_NOUNS
    return subject and tokens[i + 1].tag in _PREDICATES
