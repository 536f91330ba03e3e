"""Fits the weights by which unnamed parties are supplied ([counterpart_signs]) on annotated articles.

    python -m benchmarks.fit_parties FOLDER [FOLDER ...]

Prints the table's rows with new weights, and how many choices are right: with the weights as they are, with the new
ones, and with weights fitted without the article they are tried on.  The weights are held near those of the table
(ridge), so that few articles cannot bend them far.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.predict import load
from timeline.actors.mentions import find_mentions, named_in
from timeline.events.acts import Draft
from timeline.events.coding import code
from timeline.events.counterparts import supply_counterparts
from timeline.events.dealings import Book, Dealings
from timeline.events.partners import Choice, Role, SignWeights, best_choice, choices
from timeline.events.story import Story
from timeline.lexicons import Lexicon
from timeline.models import Document
from timeline.temporal import tag
from timeline.text.sentences import split
from timeline.text.tagging import analyse

_RIDGE = {"actor": 8.0, "target": 4.0}
_ROUNDS = 200
_STEP = 0.02
#: In how many parts the articles are left out.
_PARTS = 8
_ROLES: tuple[Role, ...] = ("actor", "target")


class Case(NamedTuple):
    """One empty role: its article, the signs of each choice, and which choice is right."""

    article: str
    role: Role
    signs: list[list[str]]
    right: int


def cases_of(article: dict[str, Any], lexicon: Lexicon) -> list[Case]:
    """The empty roles of the acts of an article that its annotation knows, where one of the choices is right."""
    seen: list[tuple[Draft, Role, list[Choice]]] = []

    def watch(draft: Draft, role: Role, book: Book, so_far: Story, whole: Dealings, words: SignWeights) -> Choice:
        seen.append((draft, role, choices(draft, role, book, so_far, whole, words.deeds)))
        return best_choice(draft, role, book, so_far, whole, words)

    document = Document(**{key: article[key] for key in ("id", "text", "title", "published")})
    sentences = split(document.text, document.title, lexicon)
    for sentence in sentences:
        if sentence.kind != "boilerplate":
            analyse(sentence, lexicon)
    mentions = find_mentions(document.text, sentences, lexicon, document.published, document.title)
    times = tag(document.text, document.published, lexicon=lexicon, document_id=document.id)
    drafts = code(document, sentences, mentions, times, lexicon)
    titular = named_in(document.title or "", lexicon, document.published)
    supply_counterparts(drafts, mentions, lexicon, titular, watch, document.text)
    found = []
    for draft, role, offered in seen:
        gold = _gold_sides(article, draft, role)
        right = next((i for i, choice in enumerate(offered) if choice.sides == gold), -1)
        if right >= 0:
            found.append(Case(document.id, role, [choice.signs for choice in offered], right))
    return found


def _gold_sides(article: dict[str, Any], draft: Draft, role: Role) -> frozenset[str] | None:
    """Who is annotated in a role of the act that a draft tells of; None for no such act."""
    text = article["text"]
    for event in article["events"]:
        places = [event["trigger"], *event.get("mentions", ())]
        spans = [(at, at + len(words)) for words in places if (at := text.find(words, text.find(event["quote"]))) >= 0]
        if event["type"] == draft.type and any(a < draft.end and draft.start < b for a, b in spans):
            named = frozenset(event["actors" if role == "actor" else "targets"])
            own = {party.code for party in draft.actors}
            together = role == "target" and draft.mutual and draft.type == "CONSULT"
            return frozenset(event["actors"]) - own if together else named
    return None


def fit(cases: Sequence[Case], start: dict[str, float], ridge: float) -> dict[str, float]:
    """Weights that make the right choices likeliest, held near ``start``."""
    weights = dict(start)
    for _ in range(_ROUNDS):
        slope = {sign: ridge * (start[sign] - weight) for sign, weight in weights.items()}
        for case in cases:
            for share, signs, right in zip(_shares(case, weights), case.signs, range(len(case.signs)), strict=True):
                pull = (right == case.right) - share
                for sign in signs:
                    if sign in slope:
                        slope[sign] += pull
        for sign, value in slope.items():
            weights[sign] += _STEP * value
    return weights


def _shares(case: Case, weights: dict[str, float]) -> list[float]:
    sums = [math.exp(sum(weights.get(sign, 0.0) for sign in signs)) for signs in case.signs]
    total = sum(sums)
    return [value / total for value in sums]


def right(cases: Sequence[Case], weights: dict[str, float]) -> int:
    """How many cases the weights choose right."""
    shares = [(_shares(case, weights), case.right) for case in cases]
    return sum(max(range(len(s)), key=s.__getitem__) == i for s, i in shares)


def main(folders: Sequence[str]) -> None:
    """Fit on all articles of some folders and print the table."""
    lexicon = Lexicon.default()
    table = lexicon.derive(SignWeights)
    articles = [article for folder in folders for article in load(Path(folder))]
    cases = [case for article in articles for case in cases_of(article, lexicon)]
    new: dict[Role, dict[str, float]] = {}
    for role in _ROLES:
        own, start = [case for case in cases if case.role == role], table.weights[role]
        names = sorted({case.article for case in own})
        apart = 0
        for part in range(_PARTS):
            out = set(names[part::_PARTS])
            weights = fit([c for c in own if c.article not in out], start, _RIDGE[role])
            apart += right([c for c in own if c.article in out], weights)
        new[role] = fit(own, start, _RIDGE[role])
        print(f"# {role}: {len(own)} cases, right {right(own, start)}, fitted {right(own, new[role])}, apart {apart}")
    for sign, note in table.notes.items():
        actor, target = (round(new[role][sign], 1) + 0.0 for role in _ROLES)  # no "-0.0"
        print(f"{sign}\t{actor}\t{target}\t{note}")


if __name__ == "__main__":
    main(sys.argv[1:])
