"""What an analyst of tit-for-tat measures on the retaliation graph.

Every measure takes a timeline and gives plain records in a fixed order.  ``hostility`` is the PLOVER intensity
with its sign turned (10 is the most hostile).  Parties are labels: codes, else names.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Literal

from timeline.links.graph import build_graph
from timeline.models import Event, Timeline

if TYPE_CHECKING:
    import networkx

__all__ = [
    "Dyad",
    "Episode",
    "Ladder",
    "ResponseTime",
    "actor_graph",
    "dyads",
    "episodes",
    "ladders",
    "median_response",
    "open_acts",
    "overall_reciprocity",
    "response_times",
    "roots",
]

#: A mean change of hostility a step smaller than this is "even".
_EVEN = 0.5


@dataclass(frozen=True, slots=True)
class Episode:
    """A connected conflict: events joined by links in either direction (a weakly connected component)."""

    events: tuple[str, ...]
    first_move: str
    opened_by: tuple[str, ...]
    parties: tuple[str, ...]
    earliest: str | None
    latest: str | None
    links: int


@dataclass(frozen=True, slots=True)
class Ladder:
    """A chain of answers from a first move to an act that nobody answers.

    ``trend`` follows the mean change of hostility a step: escalating above +0.5, de-escalating below -0.5, else even.
    """

    events: tuple[str, ...]
    hostility: tuple[float, ...]
    change: float
    trend: Literal["escalating", "even", "de-escalating"]


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two parties: how many hostile acts each did to the other and how many of them the other answered.

    ``reciprocity`` is 2 min(a, b) / (a + b) over those counts: 1 where both did as much, 0 where only one acted.
    """

    one: str
    other: str
    by_one: int
    by_other: int
    answered_by_other: int
    answered_by_one: int
    reciprocity: float


@dataclass(frozen=True, slots=True)
class ResponseTime:
    """Least and most days from an act to its answer; None where the dates leave it open."""

    cause: str
    effect: str
    responder: tuple[str, ...]
    min_days: int | None
    max_days: int | None


def episodes(timeline: Timeline) -> list[Episode]:
    """The episodes with two events or more, the largest first.

    The first move is the first event, in the timeline's order, that answers nothing in its episode.
    """
    import networkx as nx

    graph = build_graph(timeline)
    order = {event.id: i for i, event in enumerate(timeline.events)}
    found = []
    for nodes in nx.weakly_connected_components(graph):
        if len(nodes) < 2:
            continue
        ids = sorted(nodes, key=order.__getitem__)
        first = next(i for i in ids if graph.in_degree(i) == 0)
        members = [timeline.event(i) for i in ids]
        bounds = [e.when for e in members if e.when.edtf]
        found.append(
            Episode(
                events=tuple(ids),
                first_move=first,
                opened_by=timeline.event(first).actor_labels,
                parties=tuple(sorted({p for e in members for p in (*e.actor_labels, *e.target_labels)})),
                earliest=min((w.earliest for w in bounds if w.earliest), default=None),
                latest=max((w.latest for w in bounds if w.latest), default=None),
                links=graph.subgraph(nodes).number_of_edges(),
            )
        )
    return sorted(found, key=lambda e: (-len(e.events), order[e.first_move]))


def ladders(timeline: Timeline) -> list[Ladder]:
    """One ladder for each unanswered end of a chain: from it back along the most confident causes."""
    found = []
    for event in timeline.events:
        if timeline.answers_to(event.id) or not timeline.causes_of(event.id):
            continue
        chain = [event.id]
        while causes := [link for link in timeline.causes_of(chain[0]) if link.cause not in chain]:
            best = min(causes, key=lambda link: (-link.confidence, link.cause))
            chain.insert(0, best.cause)
        found.append(_ladder(timeline, chain))
    return found


def _ladder(timeline: Timeline, chain: list[str]) -> Ladder:
    hostility = tuple(-timeline.event(i).intensity for i in chain)
    change = (hostility[-1] - hostility[0]) / (len(chain) - 1)
    trend: Literal["escalating", "even", "de-escalating"] = "even"
    if abs(change) > _EVEN:
        trend = "escalating" if change > 0 else "de-escalating"
    return Ladder(tuple(chain), hostility, round(change, 3), trend)


def _hostile(event: Event) -> bool:
    return event.quad >= 3 and event.modality == "actual"


def dyads(timeline: Timeline) -> list[Dyad]:
    """Every pair of parties with a hostile act between them, the busiest first."""
    done: dict[tuple[str, str], list[str]] = {}
    for event in filter(_hostile, timeline.events):
        for actor in set(event.actor_labels):
            for target in set(event.target_labels) - {actor}:
                done.setdefault((actor, target), []).append(event.id)
    found = []
    for one, other in sorted({(min(pair), max(pair)) for pair in done}):
        forth, back = done.get((one, other), []), done.get((other, one), [])
        found.append(
            Dyad(
                one, other, len(forth), len(back),
                sum(_answered_by(timeline, i, other) for i in forth), sum(_answered_by(timeline, i, one) for i in back),
                round(2 * min(len(forth), len(back)) / (len(forth) + len(back)), 3),
            )
        )  # fmt: skip
    return sorted(found, key=lambda d: (-(d.by_one + d.by_other), d.one, d.other))


def _answered_by(timeline: Timeline, event_id: str, party: str) -> bool:
    return any(party in timeline.event(link.effect).actor_labels for link in timeline.answers_to(event_id))


def response_times(timeline: Timeline) -> list[ResponseTime]:
    """The days between each act and its answers, in the links' order."""
    return [
        ResponseTime(k.cause, k.effect, timeline.event(k.effect).actor_labels, k.lag.min_days, k.lag.max_days)
        for k in timeline.links
    ]


def median_response(times: list[ResponseTime]) -> tuple[float, float] | None:
    """The median of the least and of the most days, over the answers where both are known; None without any."""
    known = [(t.min_days, t.max_days) for t in times if t.min_days is not None and t.max_days is not None]
    if not known:
        return None
    return float(median(low for low, _ in known)), float(median(high for _, high in known))


def roots(timeline: Timeline) -> tuple[Event, ...]:
    """First moves: events that are answered and answer nothing themselves."""
    return tuple(e for e in timeline.events if timeline.answers_to(e.id) and not timeline.causes_of(e.id))


def open_acts(timeline: Timeline) -> tuple[Event, ...]:
    """Hostile acts done (not planned) against somebody that nobody has answered yet."""
    return tuple(e for e in timeline.events if _hostile(e) and e.targets and not timeline.answers_to(e.id))


def actor_graph(timeline: Timeline) -> networkx.DiGraph[str]:
    """Who acts against or towards whom: parties as nodes, one edge for each direction.

    Edge attributes: ``acts`` and ``weight`` (how many), ``hostile`` (how many hostile), ``hostility`` (sum over
    the hostile ones), ``answers`` (how many of them answer the other party).  Mutual acts count in both directions.
    """
    import networkx as nx

    graph: networkx.DiGraph[str] = nx.DiGraph()
    for event in timeline.events:
        targets = event.target_labels or (event.actor_labels if len(event.actors) > 1 else ())
        for actor in dict.fromkeys(event.actor_labels):
            graph.add_node(actor)
            for target in dict.fromkeys(targets):
                if target != actor:
                    _count(graph, actor, target, event, timeline)
    return graph


def _count(graph: networkx.DiGraph[str], actor: str, target: str, event: Event, timeline: Timeline) -> None:
    if not graph.has_edge(actor, target):
        graph.add_edge(actor, target, acts=0, weight=0, hostile=0, hostility=0.0, answers=0)
    edge = graph.edges[actor, target]
    edge["acts"] += 1
    edge["weight"] += 1
    edge["answers"] += any(target in timeline.event(k.cause).actor_labels for k in timeline.causes_of(event.id))
    if event.quad >= 3:
        edge["hostile"] += 1
        edge["hostility"] = round(edge["hostility"] - event.intensity, 3)


def overall_reciprocity(timeline: Timeline) -> float:
    """Share of the directed hostile ties that are returned (networkx ``overall_reciprocity``); 0 without any."""
    import networkx as nx

    graph = actor_graph(timeline)
    graph.remove_edges_from([(a, b) for a, b in graph.edges if not graph.edges[a, b]["hostile"]])
    return float(nx.overall_reciprocity(graph)) if graph.number_of_edges() else 0.0
