"""What every export shares: its result, which events go in, and text that every format can hold."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.exports.page_dates import when_in_words
from timeline.models import Event, Timeline

__all__ = ["Export", "Selection", "headline", "printable", "select", "source_url", "when_in_words"]

#: Characters that XML 1.0 cannot hold, and that no reader shows: controls, surrogates, non-characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
#: Acts that the text says were not done, or only imagines.
_NOT_DONE = frozenset({"denied", "hypothetical"})


class Export(NamedTuple):
    """A timeline in some format; ``left_out`` events are not in it, for the reason ``why``."""

    data: str | bytes
    left_out: int = 0
    why: str = ""


class Selection(NamedTuple):
    """A timeline of chosen events; how many were not done (denied, hypothetical), how many unsure."""

    timeline: Timeline
    not_done: int
    unsure: int


def select(timeline: Timeline, *, not_done: bool = False, min_confidence: float = 0.0) -> Selection:
    """The events to export, and the links between them.

    Denied and hypothetical acts go in only if ``not_done``; events and links below ``min_confidence`` never.
    """
    dropped = set() if not_done else {e.id for e in timeline.events if e.modality in _NOT_DONE}
    unsure = {e.id for e in timeline.events if e.id not in dropped and e.confidence < min_confidence}
    gone = dropped | unsure
    links = tuple(
        link
        for link in timeline.links
        if link.cause not in gone and link.effect not in gone and link.confidence >= min_confidence
    )
    if not gone and len(links) == len(timeline.links):
        return Selection(timeline, 0, 0)
    events = tuple(e for e in timeline.events if e.id not in gone)
    return Selection(timeline.model_copy(update={"events": events, "links": links}), len(dropped), len(unsure))


def printable(text: str) -> str:
    """The text without characters that XML, spreadsheets and terminals cannot hold.

    >>> printable("a\\x00b\\x1b[31mc")
    'ab[31mc'
    """
    return _UNPRINTABLE.sub("", text)


def headline(event: Event) -> str:
    """An event in one line: ``USA -> RUS: expel (SANCTION, planned)``.

    The arrow is a real one (U+2192); parties that are not known are left out.
    """
    actors, targets = (", ".join(labels) for labels in (event.actor_labels, event.target_labels))
    parties = f"{actors or '?'} → {targets}" if targets else actors or "?"
    what = event.mode or event.type.lower()
    marks: list[str] = [event.type] if event.mode else []
    marks += [event.modality] if event.modality != "actual" else []
    return _one_line(f"{parties}: {what}" + (f" ({', '.join(marks)})" if marks else ""))


def _one_line(text: str) -> str:
    return " ".join(printable(text).split())


def source_url(timeline: Timeline, event: Event) -> str | None:
    """The address of the document that states an event best, if it is one of the web."""
    wanted = event.mentions[0].trigger.document_id
    for document in timeline.documents:
        if document.id == wanted:
            url = document.url or ""
            return printable(url) if re.match(r"https?://[^\s<>\"]+\Z", url) else None
    return None
