"""The order of events in time, where dates are wide, lack a year or are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.models import Event

__all__ = ["chronological_key"]


def chronological_key(event: Event) -> tuple[Any, ...]:
    """Order in time: dated events by their bounds, then yearless ones by month and day, then the rest.

    Ties keep the order of the text.
    """
    bounds, first = event.when.bounds, event.mentions[0].trigger
    place = (first.document_id, first.start, event.id)
    if bounds.first is not None or bounds.last is not None:
        start = bounds.first if bounds.first is not None else bounds.last
        end = bounds.last if bounds.last is not None else bounds.first
        return 0, start, end, *place
    month_day = event.when.month_day
    return (1, *month_day, *place) if month_day else (2, 0, 0, *place)
