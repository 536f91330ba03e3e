"""The retaliation graph as a networkx graph whose attributes every exporter can write.

Nodes are events, edges run from a cause to its answer.  All attributes are flat (str, int, float, bool) and
always present, so that GraphML, GEXF and DOT writers take the graph as it is; what is unknown is ``""``, and
unknown numbers are left out.  Measures of the graph are in :mod:`timeline.links.measures`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.links import RIVAL
from timeline.models import Event, Link, Timeline

if TYPE_CHECKING:
    import networkx

__all__ = ["build_graph"]

_SEPARATOR = "; "


def build_graph(timeline: Timeline) -> networkx.MultiDiGraph[str]:
    """The timeline's events and links as a ``MultiDiGraph``; edge keys are the links' kinds.

    Node attributes: ``label``, ``type``, ``mode``, ``plover``, ``quad``, ``intensity``, ``modality``, ``actors``,
    ``targets`` (labels joined by "; "), ``date``, ``earliest``, ``latest`` (EDTF), ``trigger``, ``quote``,
    ``document``, ``order`` (place in the timeline, from 0), ``confidence``.  Edge attributes: ``kind``,
    ``explicit``, ``cue``, ``confidence``, ``rules`` (those that made the link), and ``lag_min``, ``lag_max`` in
    days where known.
    """
    import networkx as nx

    graph: networkx.MultiDiGraph[str] = nx.MultiDiGraph()
    for order, event in enumerate(timeline.events):
        graph.add_node(event.id, **_node(event, order))
    for link in timeline.links:
        graph.add_edge(link.cause, link.effect, key=link.kind, **_edge(link))
    return graph


def _node(event: Event, order: int) -> dict[str, str | int | float | bool]:
    actors, targets = _SEPARATOR.join(event.actor_labels), _SEPARATOR.join(event.target_labels)
    parties = f"{actors or '?'} > {targets}" if targets else actors or "?"
    return {
        "label": f"{event.date or 'undated'} {parties}: {event.type} ({event.trigger})",
        "type": event.type,
        "mode": event.mode or "",
        "plover": event.plover,
        "quad": int(event.quad),
        "intensity": float(event.intensity),
        "modality": event.modality,
        "actors": actors,
        "targets": targets,
        "date": event.date or "",
        "earliest": event.when.earliest or "",
        "latest": event.when.latest or "",
        "trigger": event.trigger,
        "quote": event.quote,
        "document": event.mentions[0].trigger.document_id,
        "order": order,
        "confidence": float(event.confidence),
    }


def _edge(link: Link) -> dict[str, str | int | float | bool]:
    attributes: dict[str, str | int | float | bool] = {
        "kind": link.kind,
        "explicit": link.explicit,
        "cue": link.cue.text if link.cue else "",
        "confidence": float(link.confidence),
        "rules": _SEPARATOR.join(reason.rule for reason in link.reasons if reason.rule != RIVAL),
    }
    if link.lag.min_days is not None:
        attributes["lag_min"] = link.lag.min_days
    if link.lag.max_days is not None:
        attributes["lag_max"] = link.lag.max_days
    return attributes
