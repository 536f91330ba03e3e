"""The retaliation graph and what is measured on it, on one small quarrel whose figures can be counted by hand."""

from __future__ import annotations

import io

import networkx as nx
import pytest

from tests.stories import Fact, event
from timeline.links import measures
from timeline.links.graph import build_graph
from timeline.models import Document, Lag, Link, Timeline

TEXT = "POL banned beef. BLR expelled him. POL shelled a post. BLR freed him. LTU blamed PER."
FACTS: list[Fact] = [
    ("ban", "SANCTION/discontinue", "POL", "BLR", "2022-03-01", "banned"),
    ("expel", "SANCTION/expel", "BLR", "POL", "2022-03-04", "expelled"),
    ("shell", "ASSAULT/heavy-weapons", "POL", "BLR", "2022-03-05", "shelled"),
    ("free", "RETREAT/release", "BLR", "POL", None, "freed"),
    ("alone", "ACCUSE/allege", "LTU", "PER", "2022-04-01", "blamed"),
]


@pytest.fixture(scope="module")
def quarrel() -> Timeline:
    document = Document(id="d", text=TEXT)
    events = [event(document, fact) for fact in FACTS]
    links = [
        Link(cause="ban", effect="expel", kind="retaliation", lag=Lag(min_days=3, max_days=3), confidence=0.9),
        Link(cause="expel", effect="shell", kind="retaliation", lag=Lag(min_days=1, max_days=1), confidence=0.8),
        Link(cause="shell", effect="free", kind="response", lag=Lag(), confidence=0.5),
    ]
    return Timeline.of([document], events, links)


def test_the_graph_is_flat_and_every_writer_takes_it(quarrel: Timeline) -> None:
    graph = build_graph(quarrel)
    assert list(graph.edges(keys=True)) == [
        ("ban", "expel", "retaliation"), ("expel", "shell", "retaliation"), ("shell", "free", "response"),
    ]  # fmt: skip
    values = [v for _, n in graph.nodes(data=True) for v in n.values()]
    values += [v for *_, n in graph.edges(data=True) for v in n.values()]
    assert {type(v) for v in values} <= {str, int, float, bool}
    for write in (nx.write_graphml, nx.write_gexf):
        buffer = io.BytesIO()
        write(graph, buffer)
        assert b"ban" in buffer.getvalue()
    assert nx.is_directed_acyclic_graph(graph)


def test_episodes(quarrel: Timeline) -> None:
    (found,) = measures.episodes(quarrel)
    assert (found.first_move, found.opened_by, found.parties) == ("ban", ("POL",), ("BLR", "POL"))
    assert found.events == ("ban", "expel", "shell", "free")
    assert (found.earliest, found.latest, found.links) == ("2022-03-01", "2022-03-05", 3)


def test_ladders(quarrel: Timeline) -> None:
    (found,) = measures.ladders(quarrel)
    assert found.events == ("ban", "expel", "shell", "free")
    assert found.hostility == (6.0, 5.5, 9.5, -6.5)
    assert (found.change, found.trend) == (-4.167, "de-escalating")


@pytest.mark.parametrize(
    ("kinds", "trend"),
    [
        (("SANCTION/expel", "SANCTION/expel"), "even"),
        (("SANCTION/expel", "ASSAULT/aerial"), "escalating"),
        (("ASSAULT/aerial", "ACCUSE/disapprove"), "de-escalating"),
    ],
)
def test_the_trend_of_a_ladder(kinds: tuple[str, str], trend: str) -> None:
    document = Document(id="d", text="POL acted. BLR answered.")
    one = event(document, ("a", kinds[0], "POL", "BLR", None, "acted"))
    other = event(document, ("b", kinds[1], "BLR", "POL", None, "answered"))
    (found,) = measures.ladders(Timeline.of([document], [one, other], [Link(cause="a", effect="b", kind="response")]))
    assert found.trend == trend


def test_dyads(quarrel: Timeline) -> None:
    busy, single = measures.dyads(quarrel)
    assert (busy.one, busy.other, busy.by_one, busy.by_other) == ("BLR", "POL", 1, 2)
    assert (busy.answered_by_other, busy.answered_by_one, busy.reciprocity) == (1, 2, 0.667)
    assert (single.one, single.other, single.by_one, single.by_other, single.reciprocity) == ("LTU", "PER", 1, 0, 0.0)


def test_response_times(quarrel: Timeline) -> None:
    times = measures.response_times(quarrel)
    assert [(t.effect, t.responder, t.min_days, t.max_days) for t in times] == [
        ("expel", ("BLR",), 3, 3), ("shell", ("POL",), 1, 1), ("free", ("BLR",), None, None),
    ]  # fmt: skip
    assert measures.median_response(times) == (2.0, 2.0)
    assert measures.median_response(times[2:]) is None


def test_first_moves_and_open_acts(quarrel: Timeline) -> None:
    assert [e.id for e in measures.roots(quarrel)] == ["ban"]
    assert [e.id for e in measures.open_acts(quarrel)] == ["alone"]


def test_the_graph_of_the_parties(quarrel: Timeline) -> None:
    graph = measures.actor_graph(quarrel)
    assert graph.edges["POL", "BLR"] == {"acts": 2, "weight": 2, "hostile": 2, "hostility": 15.5, "answers": 1}
    assert graph.edges["BLR", "POL"] == {"acts": 2, "weight": 2, "hostile": 1, "hostility": 5.5, "answers": 2}
    assert measures.overall_reciprocity(quarrel) == pytest.approx(2 / 3)


def test_nothing_to_measure() -> None:
    empty = Timeline()
    assert measures.episodes(empty) == measures.ladders(empty) == measures.dyads(empty) == []
    assert measures.overall_reciprocity(empty) == 0.0
