"""Predictions for the TIMEX3 scorer: one object a document, from its text and creation time alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from timeline.temporal import tag

__all__ = ["predict"]


def predict(gold_rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The scorer's predictions for gold rows, of which only ``id``, ``text`` and ``dct`` are read."""
    for row in gold_rows:
        found = tag(row["text"], row.get("dct"), "auto", vague=True, document_id=row["id"])
        yield {
            "id": row["id"],
            "timexes": [
                {"start": t.span.start, "end": t.span.end, "type": t.timex_type, "value": t.value} for t in found
            ],
        }
