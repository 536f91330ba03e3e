"""From text to every format and back: the seed article, and news with harmful words in it."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import timeline
from benchmarks.readers import READERS
from tests.records import HOSTILE, every_date, exchange, hostile
from timeline.exports import export, formats
from timeline.models import Timeline

SEED = next((Path(__file__).parent.parent / "seeds").glob("*.txt"))
PACKAGES = {"ics": "icalendar", "parquet": "pyarrow"}


@cache
def seed() -> Timeline:
    return timeline.extract(SEED.read_text(encoding="utf-8"), published="2021-05-06")


@cache
def hostile_news() -> Timeline:
    """News whose parties, words and breaks are harmful, read by the whole pipeline."""
    parts = [
        f"On April {number + 1}, Russia expelled 10 {words} diplomats. Turkey responded by expelling {words}."
        for number, words in enumerate(HOSTILE)
    ]
    document = timeline.Document(
        id="<b>&\"'|`",
        title=HOSTILE[0],
        url='https://a.example/"><script>',
        text="\n\n".join(parts),
        published="2021-05-06",
    )
    return timeline.extract(document)


@pytest.mark.parametrize(("shape", "form"), list(READERS), ids=lambda value: str(value))
@pytest.mark.parametrize(
    "make", [seed, hostile_news, hostile, every_date, exchange, Timeline], ids=lambda f: f.__name__
)
def test_every_format_is_read_back(make: Any, shape: Any, form: str) -> None:
    if form in PACKAGES:
        pytest.importorskip(PACKAGES[form], reason=f"the package {PACKAGES[form]} is not installed")
    if form == "dot" and shutil.which("dot") is None:
        pytest.skip("Graphviz (the program dot) is not on this machine")
    READERS[shape, form](make(), export(make(), form, shape))


def test_every_format_has_a_reader() -> None:
    assert set(READERS) == {(shape, form) for shape in ("timeline", "graph") for form in formats(shape)}  # type: ignore[arg-type]


def test_the_news_above_have_events() -> None:
    assert len(seed()) > 5
    assert len(hostile_news()) >= len(HOSTILE)
