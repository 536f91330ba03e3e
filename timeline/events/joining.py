"""One act reported by several documents becomes one event with all its sources.

Two events of different documents are the same act when their type and modality agree, the same parties act,
their modes, targets and quantities do not contradict each other, and both are dated with bounds that overlap.
Clusters are formed from the most exactly dated event on, in an order that depends on content alone, so the
order of the input does not matter; what was joined before is recognised by its mentions, so joining again
changes nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from timeline.errors import DocumentError
from timeline.models import Actor, Document, Event, Link, Mention, Quantity, Reason, Timeline, When

__all__ = ["join", "same_act"]

#: Dates wider than this many days (a quarter) say too little to tell two acts of one kind apart.
_WIDEST = 92
_Key = tuple[str, int, int]
#: Type, actors, and a mention or the number of a stretch of time.
_Trait = tuple[str, frozenset[str], _Key | int]


def join(timelines: Sequence[Timeline]) -> tuple[list[Document], list[Event], list[Link]]:
    """The documents, events and links of several timelines, acts told by several documents joined.

    Links name the joined events; of several links between the same two the most confident is kept, and one
    whose ends became one event is dropped.  Bounds that an earlier linking had lent to undated answers are taken off.

    Raises:
        DocumentError: two different documents share an id.
    """
    documents = _documents(timelines)
    events = {e.id: e for t in sorted(timelines, key=_weight) for e in map(_unbounded, t.events)}
    clusters = _clusters(sorted(events.values(), key=_exactness))
    joined: list[Event] = []
    name: dict[str, str] = {}
    for cluster in clusters:
        event = _merged(cluster)
        joined.append(event)
        name.update({member.id: event.id for member in cluster})
    links = _renamed((link for t in timelines for link in t.links), name)
    return documents, sorted(joined, key=lambda e: e.id), links


def same_act(one: Event, other: Event) -> bool:
    """Whether two events of different documents can be one act."""
    if (one.type, one.modality) != (other.type, other.modality) or _parties(one.actors) != _parties(other.actors):
        return False
    if one.mode and other.mode and one.mode != other.mode:
        return False
    targets, others = _parties(one.targets), _parties(other.targets)
    if targets and others and not (targets <= others or others <= targets):
        return False
    if not _dates_agree(one.when, other.when):
        return False
    return not _contradict(one.quantities, other.quantities)


def _documents(timelines: Iterable[Timeline]) -> list[Document]:
    found: dict[str, Document] = {}
    for timeline in timelines:
        for document in timeline.documents:
            known = found.setdefault(document.id, document)
            if known.text != document.text or known.published != document.published:
                raise DocumentError(
                    f"two different documents have the id {document.id!r}: give each document its own id"
                )
    return [found[key] for key in sorted(found)]


def _weight(timeline: Timeline) -> str:
    """A sort key from content alone."""
    return hashlib.sha256(timeline.model_dump_json().encode("utf-8", "surrogatepass")).hexdigest()


def _unbounded(event: Event) -> Event:
    return event.model_copy(update={"when": When()}) if event.when.basis == "bounded" else event


def _exactness(event: Event) -> tuple[int, int, int, str]:
    """Sort key: what has most mentions, then the most exactly dated, first."""
    bounds = event.when.bounds
    days = bounds.days
    return -len(event.mentions), days if days is not None else 10**9, bounds.first or 0, event.id


def _parties(actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset(a.code or a.name.casefold().removeprefix("the ") for a in actors)


def _dates_agree(one: When, other: When) -> bool:
    a, b = one.bounds, other.bounds
    if a.days is None or b.days is None or max(a.days, b.days) > _WIDEST:
        return False
    return a.overlaps(b)


def _contradict(one: Iterable[Quantity], other: Iterable[Quantity]) -> bool:
    """Whether both count the same unit and no count agrees."""
    values: dict[str, set[float]] = {}
    for quantity in one:
        values.setdefault(quantity.unit.casefold(), set()).add(quantity.value)
    shared = [(values[q.unit.casefold()], q.value) for q in other if q.unit.casefold() in values]
    return bool(shared) and not any(value in known for known, value in shared)


def _keys(event: Event) -> set[_Key]:
    return {(m.trigger.document_id, m.trigger.start, m.trigger.end) for m in event.mentions}


def _clusters(events: Sequence[Event]) -> list[list[Event]]:
    """Events that are one act, each cluster with its documents apart unless it shares mentions."""
    clusters: list[list[Event]] = []
    by_trait: dict[_Trait, list[int]] = {}
    for event in events:
        traits = _traits(event)
        near = sorted({number for trait in traits for number in by_trait.get(trait, ())})
        number = next((n for n in near if _joins(event, clusters[n])), None)
        if number is None:
            for trait in traits:
                by_trait.setdefault(trait, []).append(len(clusters))
            clusters.append([event])
        else:
            clusters[number].append(event)
    return clusters


def _traits(event: Event) -> list[_Trait]:
    """What an event shares with the first of every cluster that it may join: a mention, or a stretch of time.

    So that each event is held only against those near it in time, not against all.
    """
    act = event.type, _parties(event.actors)
    traits: list[_Trait] = [(*act, key) for key in sorted(_keys(event))]
    bounds = event.when.bounds
    if bounds.first is not None and bounds.last is not None and bounds.last - bounds.first <= _WIDEST:
        traits += [(*act, stretch) for stretch in range(bounds.first // _WIDEST, bounds.last // _WIDEST + 1)]
    return traits


def _joins(event: Event, cluster: Sequence[Event]) -> bool:
    """Whether an event belongs to a cluster: a part of an event joined before, or the same act elsewhere."""
    documents = {m.trigger.document_id for m in event.mentions}
    for member in cluster:
        if _is_part(event, member):
            continue
        if documents & {m.trigger.document_id for m in member.mentions} or not same_act(event, member):
            return False
    return True


def _is_part(event: Event, joined: Event) -> bool:
    """Whether an event was joined into another before."""
    if not _keys(event) < _keys(joined) or not _parties(event.targets) <= _parties(joined.targets):
        return False
    return len({m.trigger.document_id for m in joined.mentions}) > 1


def _merged(cluster: Sequence[Event]) -> Event:
    """One event for a cluster; the only member of a cluster stays as it is."""
    keys = {key for event in cluster for key in _keys(event)}
    whole = [e for e in cluster if _keys(e) == keys]
    if whole:
        return min(whole, key=lambda e: e.id)
    best = min(cluster, key=_completeness)
    mentions = _mentions(best, cluster)
    targets = max((e.targets for e in sorted(cluster, key=lambda e: e.id)), key=len)
    content = f"{best.type}|{best.mode}|{sorted(keys)}|{sorted(_parties(best.actors))}|{sorted(_parties(targets))}"
    digest = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
    names = ", ".join(sorted({m.trigger.document_id for m in mentions}))
    reasons = [r for e in sorted(cluster, key=lambda e: e.id) for r in e.reasons if r.rule != "join.same-act"]
    reasons.append(Reason(rule="join.same-act", words=best.trigger, note=f"reported by {names}"))
    return best.model_copy(
        update={
            "id": "e" + digest[:12],
            "mode": best.mode or next((e.mode for e in sorted(cluster, key=lambda e: e.id) if e.mode), None),
            "targets": targets,
            "when": min(sorted(cluster, key=lambda e: e.id), key=lambda e: e.when.bounds.days or 10**9).when,
            "where": best.where or next((e.where for e in sorted(cluster, key=lambda e: e.id) if e.where), None),
            "quantities": _quantities(cluster),
            "mentions": mentions,
            "confidence": max(e.confidence for e in cluster),
            "reasons": tuple(dict.fromkeys(reasons)),
        }
    )


def _completeness(event: Event) -> tuple[int, int, float, str]:
    """Sort key: the fullest and surest record first."""
    return -len(event.targets), 0 if event.mode else 1, -event.confidence, event.id


def _mentions(best: Event, cluster: Sequence[Event]) -> tuple[Mention, ...]:
    """All mentions: the best event's first one, then by document and place."""
    first = best.mentions[0]
    every = {m.model_dump_json(): m for e in cluster for m in e.mentions if m != first}
    rest = sorted(every.values(), key=lambda m: (m.trigger.document_id, m.trigger.start, m.trigger.end))
    return first, *rest


def _quantities(cluster: Sequence[Event]) -> tuple[Quantity, ...]:
    """Each value and unit once, by where it stands."""
    found: dict[tuple[float, str], Quantity] = {}
    every = (q for e in cluster for q in e.quantities)
    for quantity in sorted(every, key=lambda q: (q.span.document_id, q.span.start)):
        found.setdefault((quantity.value, quantity.unit.casefold()), quantity)
    return tuple(found.values())


def _renamed(links: Iterable[Link], name: dict[str, str]) -> list[Link]:
    """The links between joined events, one for each pair, the most confident."""
    best: dict[tuple[str, str], Link] = {}
    for link in links:
        cause, effect = name[link.cause], name[link.effect]
        moved = link.model_copy(update={"cause": cause, "effect": effect})
        known = best.get((cause, effect))
        if cause != effect and (known is None or _rank(moved) < _rank(known)):
            best[cause, effect] = moved
    return [best[pair] for pair in sorted(best)]


def _rank(link: Link) -> tuple[bool, float, str]:
    return not link.explicit, -link.confidence, link.model_dump_json()
