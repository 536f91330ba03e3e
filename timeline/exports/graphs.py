"""The retaliation graph as files: GraphML, GEXF, node-link and Cytoscape JSON, and drawings in DOT and Mermaid.

The files hold every event; the drawings only those that a link joins.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from timeline.exports.outcome import Export, headline, printable, when_in_words
from timeline.models import Event, Timeline

if TYPE_CHECKING:
    import networkx

    Graph = networkx.MultiDiGraph[str]

__all__ = ["flattened", "to_cytoscape", "to_dot", "to_gexf", "to_graphml", "to_mermaid", "to_node_link"]

#: Fill colours by quad class: verbal and material cooperation, verbal and material conflict.
_FILLS = {1: "#dbeafe", 2: "#bbf7d0", 3: "#fde68a", 4: "#fecaca"}
_STROKES = {"retaliation": "#b91c1c", "response": "#1d4ed8", "motive": "#6b7280"}
#: Attribute names that GEXF keeps for itself.
_GEXF_OWN = {
    "start": "span_start",
    "end": "span_end",
    "id": "event_id",
    "viz": "viz_",
    "pid": "pid_",
    "parents": "parents_",
}
_ALONE = "no link joins them to another event"


def flattened(graph: Graph, rename: Mapping[str, str] | None = None) -> Graph:
    """A copy whose attributes every format can hold: None dropped, lists joined by ``; ``, text printable."""
    import networkx as nx

    names = rename or {}
    flat: Graph = nx.MultiDiGraph()
    flat.graph.update(_flat(graph.graph, names))
    for node, attributes in graph.nodes(data=True):
        flat.add_node(printable(str(node)), **_flat(attributes, names))
    for cause, effect, key, attributes in graph.edges(keys=True, data=True):
        flat.add_edge(printable(str(cause)), printable(str(effect)), key=str(key), **_flat(attributes, names))
    return flat


def _flat(attributes: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    return {names.get(key, key): _value(value) for key, value in attributes.items() if value is not None}


def _value(value: Any) -> str | int | float | bool:
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, list | tuple | set | frozenset):
        return "; ".join(str(_value(item)) for item in value if item is not None)
    return printable(str(value))


def to_graphml(timeline: Timeline) -> Export:
    """GraphML, for Gephi, yEd, igraph and networkx."""
    import networkx as nx

    out = io.BytesIO()
    # The plain writer, not the one over lxml: the same bytes whether lxml is installed or not.
    nx.write_graphml_xml(flattened(timeline.graph()), out)
    return Export(out.getvalue().decode("utf-8") + "\n")


def to_gexf(timeline: Timeline) -> Export:
    """GEXF 1.2, for Gephi; attributes that GEXF keeps for itself are renamed (``span_start`` …)."""
    import networkx as nx

    graph = flattened(timeline.graph(), _GEXF_OWN)
    for number, (_, _, attributes) in enumerate(graph.edges(data=True)):
        attributes["id"] = f"link{number}"
    out = io.BytesIO()
    nx.write_gexf(graph, out, version="1.2draft")
    # The writer stamps the day of writing; the same input must give the same bytes.
    text = re.sub(r' lastmodifieddate="[^"]*"', "", out.getvalue().decode("utf-8"))
    return Export(text + "\n")


def to_node_link(timeline: Timeline) -> Export:
    """Node-link JSON, for D3 and ``networkx.node_link_graph(data, edges="edges")``."""
    import networkx as nx

    return Export(_json(nx.node_link_data(flattened(timeline.graph()), edges="edges")))


def to_cytoscape(timeline: Timeline) -> Export:
    """Cytoscape JSON, for Cytoscape and Cytoscape.js."""
    import networkx as nx

    graph = flattened(timeline.graph())
    data = nx.cytoscape_data(graph, name="label", ident="id")
    return Export(_json(data))


def _json(data: Any) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _linked(timeline: Timeline) -> list[Event]:
    joined = {link.cause for link in timeline.links} | {link.effect for link in timeline.links}
    return [event for event in timeline.events if event.id in joined]


def to_dot(timeline: Timeline) -> Export:
    """A Graphviz drawing; answers that the text states outright have solid arrows, inferred ones dashed."""
    events = _linked(timeline)
    lines = [
        "digraph timeline {",
        "  rankdir=LR;",
        '  node [shape=box, style="rounded,filled", fontname="Helvetica", fontsize=11];',
        '  edge [fontname="Helvetica", fontsize=10];',
    ]
    for event in events:
        label = _dot_text(f"{when_in_words(event.when)}\n{headline(event)}")
        lines.append(f"  {_dot_text(event.id)} [label={label}, fillcolor={_dot_text(_FILLS[event.quad])}];")
    for link in timeline.links:
        style = "solid" if link.explicit else "dashed"
        lines.append(
            f"  {_dot_text(link.cause)} -> {_dot_text(link.effect)} "
            f"[label={_dot_text(link.kind)}, color={_dot_text(_STROKES[link.kind])}, style={style}];"
        )
    return Export("\n".join([*lines, "}"]) + "\n", len(timeline) - len(events), _ALONE)


def _dot_text(text: str) -> str:
    """A quoted string of the DOT language, in which nothing is an escape but a line break."""
    flat = printable(text).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + flat.replace("\r", " ").replace("\n", "\\n") + '"'


def to_mermaid(timeline: Timeline) -> Export:
    """A Mermaid flowchart; answers that the text states outright have solid arrows, inferred ones dotted."""
    events = _linked(timeline)
    names = {event.id: f"e{number}" for number, event in enumerate(events, 1)}
    lines = ["flowchart LR"]
    for event in events:
        label = f"{_mermaid_text(when_in_words(event.when))}<br/>{_mermaid_text(headline(event))}"
        lines.append(f'    {names[event.id]}["{label}"]:::quad{event.quad}')
    for link in timeline.links:
        arrow = "-->" if link.explicit else "-.->"
        lines.append(f"    {names[link.cause]} {arrow}|{link.kind}| {names[link.effect]}")
    used = sorted({event.quad for event in events})
    lines += [f"    classDef quad{quad} fill:{_FILLS[quad]},stroke:#374151,color:#111827" for quad in used]
    return Export("\n".join(lines) + "\n", len(timeline) - len(events), _ALONE)


def _mermaid_text(text: str) -> str:
    """Text in a quoted Mermaid label: what could end the label or be markup becomes an entity code."""
    flat = " ".join(printable(text).split())
    return re.sub(r"[^\w .,:()/→–'+-]", lambda match: f"#{ord(match[0])};", flat)
