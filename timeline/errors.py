"""What can go wrong, said so that the reader knows what to do next.

Every error that the library raises on purpose is a :class:`TimelineError`; its
text names the input that was wrong and the mend.
"""

from __future__ import annotations

__all__ = [
    "DocumentError",
    "EdtfError",
    "ExportError",
    "LexiconError",
    "MissingExtraError",
    "OptionError",
    "TimelineError",
]


class TimelineError(Exception):
    """Base of all errors raised on purpose; catch it to catch them all."""


class DocumentError(TimelineError):
    """A document cannot be read: no such file, no text, a bad publication date."""


class EdtfError(TimelineError, ValueError):
    """A string is not a date of the EDTF subset that the library writes."""


class LexiconError(TimelineError):
    """A lexicon row is wrong; the text names file, line and what the table wants."""


class OptionError(TimelineError, ValueError):
    """An argument has a value that the function does not know; the text names the ones it knows."""


class ExportError(TimelineError):
    """A timeline cannot be written or read in the form asked for."""


class MissingExtraError(TimelineError):
    """An optional package is missing; the text holds the pip command that mends it."""

    def __init__(self, package: str, extra: str, purpose: str) -> None:
        super().__init__(
            f"{purpose} needs the package {package!r}, which is not installed: "
            f"run  pip install '.[{extra}]'  in the folder that you installed timeline from"
        )
        self.package = package
        self.extra = extra
