"""GraphML, GEXF, node-link and Cytoscape read back by networkx; DOT by Graphviz; Mermaid by its grammar."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings

from tests.records import every_date, exchange, hostile
from tests.strategies import timelines
from timeline.exports.graphs import flattened, to_cytoscape, to_dot, to_gexf, to_graphml, to_mermaid, to_node_link
from timeline.exports.outcome import printable
from timeline.models import Timeline

EVERY = pytest.mark.parametrize("make", [exchange, every_date, hostile, Timeline], ids=lambda f: f.__name__)
Make = Callable[[], Timeline]


def read_graphml(text: str) -> Any:
    return nx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True)


def read_gexf(text: str) -> Any:
    return nx.read_gexf(io.BytesIO(text.encode()), version="1.2draft")


def read_node_link(text: str) -> Any:
    return nx.node_link_graph(json.loads(text), edges="edges")


def read_cytoscape(text: str) -> Any:
    return nx.cytoscape_graph(json.loads(text), name="label")


READERS = [
    (to_graphml, read_graphml),
    (to_gexf, read_gexf),
    (to_node_link, read_node_link),
    (to_cytoscape, read_cytoscape),
]
FORMATS = pytest.mark.parametrize(("writer", "reader"), READERS, ids=lambda f: f.__name__)


def ends(graph: Any) -> list[tuple[str, str, str]]:
    return sorted((str(a), str(b), data["kind"]) for a, b, data in graph.edges(data=True))


def links_of(timeline: Timeline) -> list[tuple[str, str, str]]:
    return sorted((link.cause, link.effect, link.kind) for link in timeline.links)


@EVERY
@FORMATS
def test_graphs_come_back(make: Make, writer: Any, reader: Any) -> None:
    timeline, graph = make(), reader(writer(make()).data)
    assert sorted(graph.nodes) == sorted(e.id for e in timeline)
    assert ends(graph) == links_of(timeline)
    for event in timeline:
        node = graph.nodes[event.id]
        assert (node["type"], node["quad"], node["intensity"]) == (event.type, event.quad, event.intensity)
        # XML makes one line break of all kinds of them.
        assert node["quote"].splitlines() == printable(event.quote).splitlines()


@settings(max_examples=25)
@given(timelines())
def test_any_timeline_comes_back_as_a_graph(timeline: Timeline) -> None:
    for writer, reader in READERS:
        graph = reader(writer(timeline).data)
        assert ends(graph) == links_of(timeline)
        assert {node: data["modality"] for node, data in graph.nodes(data=True)} == {e.id: e.modality for e in timeline}


def test_files_of_graphs_do_not_tell_the_day_of_writing() -> None:
    for writer, _ in READERS:
        assert not re.search(r"20(2[2-9]|[3-9]\d)-", str(writer(exchange()).data))


def test_attributes_that_no_file_can_hold_are_made_flat() -> None:
    graph: Any = nx.MultiDiGraph(title="a\x00b")
    graph.add_node("n\x07", none=None, words=["a", None, 1, True], flag=True, number=1.5)
    graph.add_edge("n\x07", "m", key="k", when=("2021", "2022"))
    flat = flattened(graph)
    assert flat.graph == {"title": "ab"}
    assert dict(flat.nodes(data=True))["n"] == {"words": "a; 1; True", "flag": True, "number": 1.5}
    assert list(flat.edges(keys=True, data=True)) == [("n", "m", "k", {"when": "2021; 2022"})]


def test_names_that_gexf_keeps_for_itself_are_renamed() -> None:
    graph: Any = nx.MultiDiGraph()
    graph.add_node("a", start=4, end=9)
    assert dict(flattened(graph, {"start": "span_start", "end": "span_end"}).nodes["a"]) == {
        "span_start": 4,
        "span_end": 9,
    }


# --- drawings


def graphviz(text: str) -> dict[str, Any]:
    program = shutil.which("dot")
    if program is None:
        pytest.skip("Graphviz (the program dot) is not on this machine")
    done = subprocess.run([program, "-Tdot_json"], input=text.encode(), capture_output=True, timeout=30, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert not done.stderr, done.stderr.decode()
    found: dict[str, Any] = json.loads(done.stdout.decode("utf-8", "replace"), strict=False)
    return found


@EVERY
def test_graphviz_reads_dot(make: Make) -> None:
    timeline, result = make(), to_dot(make())
    drawn = graphviz(str(result.data))
    names = [node["name"] for node in drawn.get("objects", [])]
    linked = {end for link in timeline.links for end in (link.cause, link.effect)}
    assert set(names) == linked
    assert len(drawn.get("edges", [])) == len(timeline.links)
    assert result.left_out == len(timeline) - len(linked)


@pytest.mark.parametrize("words", ["\\N", "\\", 'a" -> b [label="x', "<b>x</b>", "a\\", "\\\\N\\l", 'end\\"'])
def test_no_label_is_more_than_a_label(words: str) -> None:
    from timeline.exports.graphs import _dot_text

    drawn = graphviz(f"digraph g {{ n [label={_dot_text(words)}]; }}")
    assert [node["name"] for node in drawn["objects"]] == ["n"]
    assert drawn["objects"][0]["label"].replace("\\\\", "\\") == words


_TEXT = r"(?:[\w .,:()/→–'+-]|#\d+;|<br/>)*"
_MERMAID_LINES = re.compile(
    rf'flowchart LR|    e\d+\["{_TEXT}"\]:::quad[1-4]|    e\d+ (?:-->|-\.->)\|\w+\| e\d+'
    r"|    classDef quad[1-4] fill:#[0-9a-f]{6},stroke:#374151,color:#111827"
)


@EVERY
def test_mermaid_lines_hold_to_the_grammar(make: Make) -> None:
    timeline, lines = make(), str(to_mermaid(make()).data).splitlines()
    assert [line for line in lines if not _MERMAID_LINES.fullmatch(line)] == []
    assert sum("|" in line for line in lines) == len(timeline.links)


@settings(max_examples=30)
@given(timelines())
def test_any_timeline_holds_to_the_grammar_of_mermaid(timeline: Timeline) -> None:
    assert all(_MERMAID_LINES.fullmatch(line) for line in str(to_mermaid(timeline).data).splitlines())


def test_drawings_mark_what_the_text_says_outright() -> None:
    lines = str(to_mermaid(exchange()).data).splitlines()
    assert "    e2 -->|retaliation| e3" in lines
    assert "    e1 -.->|response| e2" in lines
    assert '[label="retaliation", color="#b91c1c", style=solid]' in str(to_dot(exchange()).data)
    assert to_mermaid(exchange()).why == "no link joins them to another event"
