"""The figures reached on the development data do not fall; checked where that data lies beside the project."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import floors

FOLDER = Path(__file__).parent.parent.parent / "shared"


@pytest.mark.skipif(not (FOLDER / "tools").is_dir(), reason="the development data does not lie beside the project")
def test_no_figure_falls() -> None:
    pinned = json.loads(floors.FLOORS.read_text(encoding="utf-8"))
    if floors.digest(FOLDER) != pinned["digest"]:
        pytest.skip("the development data is not the data that the floors were measured on")
    assert floors.compare(floors.measure(FOLDER), pinned["floors"]) == []


def test_a_figure_below_its_floor_is_named() -> None:
    assert floors.compare({"a": 0.5, "b": 0.8}, {"a": 0.6, "b": 0.8, "c": 0.1}) == [
        "a: 0.5000 is below 0.6000",
        "c: 0.0000 is below 0.1000",
    ]
    assert floors.compare({"a": 0.6 - floors.TOLERANCE / 2}, {"a": 0.6}) == []
