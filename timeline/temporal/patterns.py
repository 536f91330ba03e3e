"""The grammar's workbench: patterns over token classes and the table that rules register in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline.temporal.contexts import compiled
from timeline.temporal.readings import Reading
from timeline.temporal.vocabulary import COMPOSITES, Token, class_char

__all__ = ["RULES", "Match", "Rule", "compile_pattern", "rule"]

_NAME = r"[a-z_]+"
_BRACKETS = r"\[([a-z_ ]+)\]"
#: An example: a phrase, the words of it that are the expression, and its TIMEX3 value on Thursday 2021-05-06.
Example = tuple[str, str, str]


@cache
def compile_pattern(pattern: str) -> re.Pattern[str]:
    """A regular expression over class characters; names of classes are words, blanks do not count.

    ``[a b]`` is one token of either class, and a composite such as ``anymonth`` is one token too.
    """
    source = compiled(_BRACKETS).sub(lambda m: "[" + "".join(_members(n) for n in m[1].split()) + "]", pattern)
    source = compiled(_NAME).sub(lambda m: _single(m[0]), source)
    return re.compile(source.replace(" ", ""))


def _members(name: str) -> str:
    return "".join(class_char(n) for n in COMPOSITES.get(name, (name,)))


def _single(name: str) -> str:
    members = _members(name)
    return members if len(members) == 1 else f"[{members}]"


class Match:
    """What a rule sees: the tokens it covers, and those before and after it in the same run."""

    __slots__ = ("_first", "_last", "_run", "tokens")

    def __init__(self, run: Sequence[Token], first: int, last: int) -> None:
        self.tokens = run[first:last]
        self._run, self._first, self._last = run, first, last

    def get(self, name: str, default: Any = None) -> Any:
        """The value of the first token of a class (or composite)."""
        token = self.token(name)
        return default if token is None else token.value

    def token(self, name: str, last: bool = False) -> Token | None:
        """The first (or last) token of a class."""
        return _of_class(reversed(self.tokens) if last else self.tokens, name)

    def has(self, name: str) -> bool:
        """Whether there is a token of that class."""
        return self.token(name) is not None

    def follows(self, words: str) -> bool:
        """Whether these words, of which the last may be the match's own first, stand there."""
        own = self.tokens[:1] if words.split()[-1] == self.tokens[0].text else []
        run = [*self._run[: self._first], *own]
        return " ".join(t.text for t in run[-len(words.split()) :]) == words

    @property
    def counts(self) -> bool:
        """Whether an ordinary word follows, which a number at the end would count ("April | four states").

        Words that no table knows end a run; a mark would be a token of it.
        """
        return self._last >= len(self._run) or self._run[self._last].cls in _members("other")

    def before(self, name: str) -> Any:
        """The value of the nearest earlier token of a class."""
        token = _of_class(reversed(self._run[: self._first]), name)
        return None if token is None else token.value

    def after(self, name: str) -> Any:
        """The value of the nearest later token of a class."""
        token = _of_class(self._run[self._last :], name)
        return None if token is None else token.value


def _of_class(tokens: Iterable[Token], name: str) -> Token | None:
    members = _members(name)
    return next((t for t in tokens if t.cls in members), None)


@dataclass(frozen=True)
class Rule:
    """A rule of the grammar: what it is called, the pattern it needs, how it reads, and its examples."""

    name: str
    pattern: str
    read: Callable[[Match], Reading | None]
    examples: tuple[Example, ...]

    @property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return compile_pattern(self.pattern)


#: All rules, in the order in which equally long matches are preferred.
RULES: list[Rule] = []


def rule(
    name: str, pattern: str, *examples: Example
) -> Callable[[Callable[[Match], Reading | None]], Callable[[Match], Reading | None]]:
    """Register a reading function as a rule of the grammar."""

    def register(read: Callable[[Match], Reading | None]) -> Callable[[Match], Reading | None]:
        RULES.append(Rule(name, pattern, read, examples))
        return read

    return register
