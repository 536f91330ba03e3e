"""What an expression says, before it is known when that was: the link between grammar and arithmetic."""

from __future__ import annotations

from dataclasses import dataclass, replace

__all__ = ["Reading"]


@dataclass(frozen=True, slots=True)
class Reading:
    """The meaning of a temporal expression as far as its own words give it.

    ``kind``: ``date`` (calendar parts, any of them missing), ``pointer`` (last week, this March's year),
    ``shift`` (three days ago), ``duration``, ``set``, ``vague`` (TIMEX3 references), ``within`` (a part of
    the ``inner`` reading's time: the third quarter of last year).
    ``anchor``: ``speech`` (the document's day) or ``story`` (the time that is being told).
    ``unit`` is a letter of the table ``time_units``; ``count`` None stands for X.  ``lent``: the year stands not
    here but at a neighbour.
    """

    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: int | None = None
    decade: int | None = None
    century: int | None = None
    holiday: str | None = None
    unit: str | None = None
    count: float | None = None
    direction: int | None = None
    anchor: str = "speech"
    value: str | None = None
    part: str | None = None
    clock: str | None = None
    zone: str | None = None
    mod: str | None = None
    vague: bool = False
    lent: bool = False
    inner: Reading | None = None

    def but(self, **changes: object) -> Reading:
        """The same with other values for some fields."""
        return replace(self, **changes)  # type: ignore[arg-type]

    @property
    def has_year(self) -> bool:
        """Whether a date names its year (or decade, century)."""
        return self.year is not None or self.decade is not None or self.century is not None
