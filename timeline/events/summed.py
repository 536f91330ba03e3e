"""Judgements of what has just been told: ``…, a step that Chad criticised``, ``…, which Chad condemned``.

Whom such a judgement is aimed at is who did the deed, not whoever stands next to the pronoun.
"""

from __future__ import annotations

from timeline.events.acts import JUDGING, Act
from timeline.events.parties import minus
from timeline.events.structure import Parse, Predicate
from timeline.events.vocabulary import Vocabulary

__all__ = ["judge_deeds", "sums_up"]

#: So many words may stand between a noun and the pronoun of a clause about it ("a plan to buy land | which").
_SOON = 3


def sums_up(parse: Parse, phrase: int, summing: frozenset[str]) -> bool:
    """``…, a step``: whether a phrase sums up what was told before it."""
    place = parse.phrases[phrase]
    first = parse.tokens[place.first]
    before = parse.tokens[place.first - 1].lower if place.first > 1 else ""
    return before in (",", "-", "--") and first.tag == "DT" and parse.tokens[place.head].lower in summing


def judge_deeds(parse: Parse, acts: list[Act], vocabulary: Vocabulary) -> None:
    """Aim the judgements in clauses about a deed told right before at who did it."""
    if "which" not in parse.vocabulary and parse.vocabulary.isdisjoint(vocabulary.words["summing"]):
        return
    for act in acts:
        if act.type not in JUDGING or act.mode == "allege" or act.predicate < 0 or act.nominal:
            continue
        start = _deed_ends(parse, parse.predicates[act.predicate], vocabulary)
        deeds = [a for a in acts if a.first < start and a is not act and a.predicate != act.predicate]
        if not deeds:
            continue
        deed = max(deeds, key=lambda a: (not a.nominal, a.first))
        doers = minus([m for m in deed.actors if m.codes], act.actors)
        if doers:
            act.targets, act.about = doers, deed.first
            act.because("summed-up", parse.words(deed.first, deed.last))


def _deed_ends(parse: Parse, predicate: Predicate, vocabulary: Vocabulary) -> int:
    """Before which token the deed stands that the clause of a predicate is about; 0 where it is about something
    else."""
    rows = [predicate.subject] if predicate.passive else predicate.objects
    hosts = [row for row in rows if row >= 0 and parse.phrases[row].last <= predicate.first]
    if predicate.relative or predicate.form == "participle":
        for row in hosts:
            if sums_up(parse, row, vocabulary.words["summing"]):
                return parse.phrases[row].first
    if not predicate.relative or predicate.mark != "which" or not vocabulary.has("judging_deeds", predicate.lemma):
        return 0
    for row in hosts:
        place = parse.phrases[row]
        after = [t.lower for t in parse.tokens[place.last : place.last + _SOON]]
        if after[:1] == [","] and "which" in after:
            return place.first
    return 0
