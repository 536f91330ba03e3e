"""Clauses with *that* and *which* behind nouns: what completes a noun, and what says more of it."""

from __future__ import annotations

from timeline.analysis import COMMON_NOUNS
from timeline.events.items import Groups
from timeline.events.structure import Parse

__all__ = ["host_noun_clauses", "lend_antecedents", "relate_noun_clauses"]


def host_noun_clauses(parse: Parse) -> None:
    """``a demand | that Chad leave``, ``his claim that Chad …``: a clause right behind a noun belongs to it, whatever
    verb is before; its ``host`` ends before *that*."""
    for predicate in parse.predicates:
        if predicate.mark != "that" or predicate.form != "finite" or predicate.subject < 0 or predicate.relative:
            continue
        before = parse.phrases[predicate.subject].first - 1
        if before > 0 and parse.tokens[before].lower == "that" and (phrase := parse.phrase_at[before - 1]) >= 0:
            predicate.host = phrase


def relate_noun_clauses(parse: Parse, groups: Groups) -> None:
    """``the accord | that Oslo had brokered``: a clause behind a noun that takes no clause, without an object of its
    own, is about that noun, which is its object; "the expulsions that Oslo had announced" are told with the noun."""
    for predicate in parse.predicates:
        if predicate.mark != "that" or predicate.host < 0 or predicate.governor < 0 or predicate.relative:
            continue
        if predicate.form != "finite" or predicate.objects or predicate.passive or predicate.adjective >= 0:
            continue
        if predicate.lemma == "be" or predicate.lemma in groups["heralding"]:
            continue
        governor, host = parse.predicates[predicate.governor], parse.phrases[predicate.host]
        if any(governor.lemma in groups[group] for group in ("speech", "telling", "believing")):
            continue
        head = parse.tokens[host.head]
        if head.tag not in COMMON_NOUNS or head.lemma in groups["that_nouns"]:
            continue
        if host.first < governor.last or host.last >= predicate.first:
            continue
        predicate.relative, predicate.governor, predicate.relation = True, -1, ""
        predicate.objects.append(predicate.host)


def lend_antecedents(parse: Parse, groups: Groups) -> None:
    """``the pact, which Chad said it would | quit``: what a relative clause of saying is about is the object of what
    is said."""
    for predicate in parse.predicates:
        if predicate.governor < 0 or predicate.relation != "that" or predicate.objects or predicate.passive:
            continue
        saying = parse.predicates[predicate.governor]
        if not saying.relative or saying.lemma not in groups["speech"] or predicate.subject < 0:
            continue
        before = [o for o in saying.objects if parse.phrases[o].last <= saying.first]
        if before and before[0] != predicate.subject:
            saying.objects.remove(before[0])
            predicate.objects.append(before[0])
