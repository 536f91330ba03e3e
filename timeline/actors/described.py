"""Persons told of by what they are and named elsewhere: "the double agent", "John Doe, a former double agent".

A report often names somebody only once and calls him by a role before and after; the words of the role then stand for
the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from timeline.analysis import ActorMention

__all__ = ["name_described"]

#: What a description begins with that is no part of it.
_ARTICLE = re.compile(r"(?:the|an?|its|their|his|her|one)\s+", re.IGNORECASE)
#: Classes of roles that a person has by which a report may call him.
_CALLED = frozenset({"person", "people", "leader", "diplomat"})
_APPOSED = (", ", " , ")


def name_described(text: str, mentions: Sequence[ActorMention], classes: dict[str, str]) -> None:
    """Give the persons told of by what they are the name that the text gives the same words elsewhere.

    ``classes`` tells of which class each noun for a role is.
    """
    if not any([m.person and not m.codes for m in mentions]):
        return
    called: dict[str, ActorMention | None] = {}
    for words, person in _introduced(text, mentions):
        known = called.setdefault(words, person)
        if known is not None and known.person != person.person:
            called[words] = None  # of two persons
    if not called:
        return
    for mention in mentions:
        if mention.person or mention.plural or classes.get(mention.role or mention.head, "") not in _CALLED:
            continue
        if mention.codes and not mention.anaphoric:
            continue  # "an Iranian diplomat" tells whose he is
        found = called.get(_words(text, mention))
        if found is not None:
            mention.codes, mention.home = (), mention.home or found.home
            mention.person = mention.name = found.person or found.name
            mention.kind = "person"


def _introduced(text: str, mentions: Sequence[ActorMention]) -> Iterable[tuple[str, ActorMention]]:
    """The words for what somebody is, with the person who has them as title or set beside his name."""
    for mention in mentions:
        if _is_somebody(mention):
            title = text[mention.start : mention.end].removesuffix(mention.person or "")
            if title and len(title) < mention.end - mention.start and _ARTICLE.sub("", title).strip():
                yield _ARTICLE.sub("", title, count=1).strip().lower(), mention
    for one, other in pairwise(mentions):
        if text[one.end : other.start] in _APPOSED and one.sentence == other.sentence:
            if _is_somebody(one) and not other.person and _ARTICLE.match(text, other.start):
                yield _words(text, other), one
            elif _is_somebody(other) and not one.person and _ARTICLE.match(text, one.start):
                yield _words(text, one), other


def _is_somebody(mention: ActorMention) -> bool:
    """Whether a mention names a person in full who stands for himself."""
    return bool(mention.person) and " " in (mention.person or "") and not mention.codes


def _words(text: str, mention: ActorMention) -> str:
    """The words that describe, without article, in small letters."""
    return _ARTICLE.sub("", text[mention.start : mention.end], count=1).lower()
