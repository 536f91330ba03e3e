"""Which sense of a name a document means: by words in the document, and by terms of office."""

from __future__ import annotations

from timeline.actors.gazetteer import Entry, plain

__all__ = ["Senses"]

#: Years after leaving office during which a surname alone still means the former leader.
_AFTERMATH = 2


class Senses:
    """Chooses one entry for each name of one document; the same name means the same throughout."""

    def __init__(self, text: str, published: str | None) -> None:
        self._text = text
        self._year = int(published[:4]) if published and published[:4].isdigit() else None
        self._chosen: dict[str, Entry | None] = {}

    def choose(self, words: str, entries: tuple[Entry, ...]) -> Entry | None:
        """The sense meant, or None when the name means nobody here (a leader of another time)."""
        if words not in self._chosen:
            self._chosen[words] = self._pick(words, entries)
        return self._chosen[words]

    def _pick(self, words: str, entries: tuple[Entry, ...]) -> Entry | None:
        if entries[0].kind == "person":
            return self.person(entries, bare=" " not in words and words == plain(entries[0].surname))
        if len(entries) == 1 and not entries[0].cues:
            return entries[0]
        best = max(entries, key=lambda e: sum(cue in self._text for cue in e.cues))
        return best if any(cue in self._text for cue in best.cues) else entries[0]

    def person(self, entries: tuple[Entry, ...] | list[Entry], *, bare: bool) -> Entry | None:
        """The one in office when the document was published, else one whose country the text names, else the
        first; with ``bare`` (surname alone) only those that the table lets stand alone."""
        if len(entries) > 1:
            entries = sorted(entries, key=lambda e: (not self._in_office(e), not any(c in self._text for c in e.cues)))
        for entry in entries:
            if not bare or entry.alone == "yes" or (entry.alone == "term" and self._in_time(entry)):
                return entry
        return None

    def _in_office(self, entry: Entry) -> bool:
        return self._year is not None and any(first <= self._year <= last for first, last in entry.terms)

    def _in_time(self, entry: Entry) -> bool:
        """Whether the document is of the leader's time; without a date, whether its text has the full name."""
        if self._year is None:
            return entry.name in self._text
        return any(first <= self._year <= last + _AFTERMATH for first, last in entry.terms)
