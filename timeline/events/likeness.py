"""Signs for and against a mention and an act being one: words, parties, days, how settled both are."""

from __future__ import annotations

from timeline.events.acts import Draft
from timeline.events.mentions import STEM, Cluster, Told, codes
from timeline.models import Actor

__all__ = ["TALK", "days", "modalities_agree", "others", "party_signs", "word_signs"]

#: Types of words: what somebody says in one sentence is mostly one act, what somebody does is one act for each measure.
TALK = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "AGREE", "SUPPORT"})
#: So many shared words of content are several.
_SEVERAL = 2
_STATED = ("stated", "relative")
#: What the same party asks of the same other one, refuses or threatens again is mostly something else.
_ASKED_ANEW = frozenset({"REQUEST", "REJECT", "THREATEN"})


def word_signs(signs: list[str], told: Told, cluster: Cluster) -> None:
    """Add the signs of the words: the verb or noun itself, its family, what both speak of, how many."""
    draft = told.draft
    alike = "lemma" if draft.lemma in cluster.lemmas else "stem" if draft.lemma[:STEM] in cluster.roots else ""
    if alike:
        signs.append(alike)
    if not told.kin.isdisjoint(cluster.kin):
        signs.append("family")
    elif not alike:
        signs.append("no_family")
    shared = len(told.stems & cluster.stems)
    if shared:
        signs.append("topics" if shared >= _SEVERAL else "topic")
    if draft.quantities and cluster.counts:
        counts = [q.value in cluster.counts[q.unit] for q in draft.quantities if q.unit in cluster.counts]
        if counts:
            signs.append("count_same" if any(counts) else "count_differs")
    if cluster.best.nominal and not draft.nominal:
        signs.append("noun_first")


def party_signs(signs: list[str], told: Told, cluster: Cluster) -> None:
    """Add the signs of who acts on whom; parties only supplied count as guesses."""
    same = False
    draft, best = told.draft, cluster.best
    aside = draft.rank and told.days is None and draft.type not in _ASKED_ANEW
    if aside and draft.type == best.type and draft.mode == best.mode and draft.actors:
        if _dyad(draft) == _dyad(best):
            signs.append("dyad_aside")
    if not told.actors.isdisjoint(cluster.actors):
        signs.append("actor_same")
        same = True
    elif told.all_actors and cluster.all_actors:
        signs.append("actor_differs" if told.all_actors.isdisjoint(cluster.all_actors) else "actor_guess")
    if not told.targets.isdisjoint(cluster.targets):
        signs.append("target_same")
        same = True
    elif told.all_targets and cluster.all_targets:
        signs.append("target_differs" if told.all_targets.isdisjoint(cluster.all_targets) else "target_guess")
    if not (told.draft.mutual or same) and (
        not told.all_actors.isdisjoint(cluster.all_targets) or not told.all_targets.isdisjoint(cluster.all_actors)
    ):
        signs.append("reversed")


def _dyad(draft: Draft) -> tuple[frozenset[str], frozenset[str]]:
    """Who acts on whom, as far as it is known."""
    return codes(draft.actors), codes(draft.targets)


def others(told: Told, cluster: Cluster, result: bool) -> list[str] | None:
    """Signs of parties that both name in other words ("gunmen", "rebels of the north"); None where they exclude each
    other: both with a code, whoever speaks, a noun that points back by a party of its own, or who acts being whom the
    other is done to."""
    signs = []
    draft, best = told.draft, cluster.best
    if not (draft.mutual or best.mutual) and (
        (told.targets and told.targets <= cluster.actors) or (told.actors and told.actors <= cluster.targets)
    ):
        return None
    if _differ(told.actors, cluster.actors):
        if told.pointing or draft.type in TALK or (_is_coded(draft.actors) and _is_coded(best.actors)):
            return None
        signs.append("actor_other")
    if not result and _differ(told.targets, cluster.targets):
        if told.pointing or (_is_coded(draft.targets) and _is_coded(best.targets)):
            return None
        signs.append("target_other")
    return signs


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both name parties, and none of them is the same."""
    return bool(one) and bool(other) and one.isdisjoint(other)


def _is_coded(parties: tuple[Actor, ...]) -> bool:
    """Whether one of the parties that the words name has a code."""
    return any([bool(p.code) and p.via != "context" for p in parties])


def days(told: Told, cluster: Cluster) -> list[str] | None:
    """Signs of the dates; None where two stated ones exclude each other."""
    own, when = told.days, told.when
    if own is None or own.first is None or not cluster.days:
        return []
    differs = False
    for basis, days in cluster.days:
        if days.first is not None and not own.overlaps(days):
            if when.basis in _STATED and basis in _STATED:
                return None
            differs = True
    if differs:
        return ["day_differs"]
    return ["day_same"] if any(days == own for _, days in cluster.days) else []


def modalities_agree(draft: Draft, best: Draft) -> bool:
    """Whether both are told as done, planned …; a noun may tell of any, save of what is only threatened."""
    if draft.modality == best.modality:
        return True
    return (draft.nominal or best.nominal) and "threatened" not in (draft.modality, best.modality)
