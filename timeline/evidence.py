"""What is read in a text: words and where they stand, documents, dates, and why something was decided.

The other records are built of these; users get all of them from ``timeline.models``.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from timeline.bounds import Bounds, day_part, month_day_of, parse_day

__all__ = [
    "DateBasis",
    "Document",
    "Granularity",
    "Qualifier",
    "Reason",
    "Record",
    "Span",
    "TimeExpression",
    "When",
    "YearBasis",
]

_SURROGATE = re.compile(r"[\ud800-\udfff]")

Granularity = Literal[
    "minute", "hour", "part-of-day", "day", "weekend", "week", "month", "quarter",
    "season", "half", "year", "decade", "century", "interval",
]  # fmt: skip
Qualifier = Literal["exact", "approximate", "before", "after"]
DateBasis = Literal["stated", "relative", "inherited", "bounded", "none"]
YearBasis = Literal["stated", "context", "published", "none"]


class Record(BaseModel):
    """Base of all records: frozen, and strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Record):
    """Words of a document and where they stand (code points, end exclusive)."""

    document_id: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class Reason(Record):
    """Why something was decided: the rule's id, the words it saw, and a remark for people."""

    rule: str
    words: str = ""
    note: str = ""

    @staticmethod
    @lru_cache(maxsize=1 << 14)
    def of(rule: str, words: str = "", note: str = "") -> Reason:
        """The reason with these fields; one record serves for all that have the same."""
        return Reason(rule=rule, words=words, note=note)


class Document(Record):
    """A text to read.  ``published`` is a day (``YYYY-MM-DD``) or None when it is not known.

    Raises:
        DocumentError: by way of the readers in ``timeline.text.documents``; the record itself raises
            pydantic's ``ValidationError`` for a publication date that is no day.
    """

    id: str = ""
    text: str
    title: str | None = None
    published: str | None = None
    published_basis: Literal["given", "metadata", "dateline", "none"] = "none"
    url: str | None = None

    @field_validator("id", "text", "title", "url")
    @classmethod
    def _sound(cls, value: str | None) -> str | None:
        # Lone surrogates cannot be written to any file; one for one, so that offsets stay.
        return None if value is None else _SURROGATE.sub("\ufffd", value)

    @field_validator("published", mode="before")
    @classmethod
    def _whole_day(cls, value: Any) -> str | None:
        if value is None or value == "":
            return None
        text = day_part(value)
        parse_day(text)
        return text

    @model_validator(mode="after")
    def _fill(self) -> Document:
        if not self.id:
            digest = hashlib.sha256(f"{self.published or ''}\0{self.text}".encode("utf-8", "surrogatepass"))
            object.__setattr__(self, "id", "d" + digest.hexdigest()[:12])
        if self.published and self.published_basis == "none":
            object.__setattr__(self, "published_basis", "given")
        return self

    def span(self, start: int, end: int) -> Span:
        """The words between two offsets, as evidence."""
        return Span(document_id=self.id, start=start, end=end, text=self.text[start:end])


class When(Record):
    """When something was: an EDTF date (ISO 8601-2) with its bounds and where it comes from.

    ``edtf`` is None when the text gives no date; ``earliest`` and ``latest`` (EDTF days, None where
    open) may then still bound it (basis ``bounded``).  ``granularity`` is the unit of the words, ``clock``
    their time of day (``HH:MM``, with its offset from UTC where the zone has one).  ``expression`` are the words
    it was read from, ``anchor`` what they were reckoned from (``published`` or the words of another time);
    ``year_basis`` tells where the year came from.
    """

    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    granularity: Granularity | None = None
    qualifier: Qualifier = "exact"
    basis: DateBasis = "none"
    expression: Span | None = None
    anchor: str | None = None
    year_basis: YearBasis = "none"
    clock: str | None = None

    @property
    def bounds(self) -> Bounds:
        """The earliest and latest day as numbers, None where open."""
        return _between(self.earliest, self.latest)

    @property
    def month_day(self) -> tuple[int, int] | None:
        """Month and day, also where the year is not known (``XXXX-04-15``)."""
        return month_day_of(self.edtf) if self.edtf else None


@lru_cache(maxsize=1 << 12)
def _between(earliest: str | None, latest: str | None) -> Bounds:
    """The days of a date's ends, None where open."""
    return Bounds(parse_day(earliest) if earliest else None, parse_day(latest) if latest else None)


class TimeExpression(Record):
    """A temporal expression with its TIMEX3 type, ``value`` and ``mod`` (TimeML 1.2.1) and its date for users."""

    span: Span
    timex_type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    mod: str | None = None
    when: When = When()
    reasons: tuple[Reason, ...] = ()
