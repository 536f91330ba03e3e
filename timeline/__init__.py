"""News prose in; who did what to whom, when, and in answer to what out.

>>> import timeline
>>> chronology = timeline.extract("On April 15, Washington expelled 10 Russian diplomats.", published="2021-05-06")
>>> [(event.date, event.type, event.actor_labels, event.target_labels) for event in chronology]
[('2021-04-15', 'SANCTION', ('USA',), ('RUS',))]

The names below are loaded when they are first used, so that ``import timeline`` stays quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.errors import (
        DocumentError,
        EdtfError,
        ExportError,
        LexiconError,
        MissingExtraError,
        OptionError,
        TimelineError,
    )
    from timeline.lexicons import Lexicon
    from timeline.models import (
        Actor,
        Document,
        Event,
        Lag,
        Link,
        Mention,
        Place,
        Quantity,
        Reason,
        Span,
        TimeExpression,
        Timeline,
        When,
    )
    from timeline.pipeline import extract, extract_many, merge

__version__ = "0.1.0"

_HOME = {
    "timeline.errors": (
        "DocumentError",
        "EdtfError",
        "ExportError",
        "LexiconError",
        "MissingExtraError",
        "OptionError",
        "TimelineError",
    ),
    "timeline.lexicons": ("Lexicon",),
    "timeline.models": (
        "Actor",
        "Document",
        "Event",
        "Lag",
        "Link",
        "Mention",
        "Place",
        "Quantity",
        "Reason",
        "Span",
        "TimeExpression",
        "Timeline",
        "When",
    ),
    "timeline.pipeline": ("extract", "extract_many", "merge"),
}
_MODULE_OF = {name: module for module, names in _HOME.items() for name in names}

__all__ = [  # noqa: RUF022 (the front door first)
    "extract",
    "extract_many",
    "merge",
    "Actor",
    "Document",
    "DocumentError",
    "EdtfError",
    "Event",
    "ExportError",
    "Lag",
    "Lexicon",
    "LexiconError",
    "Link",
    "Mention",
    "MissingExtraError",
    "OptionError",
    "Place",
    "Quantity",
    "Reason",
    "Span",
    "TimeExpression",
    "Timeline",
    "TimelineError",
    "When",
    "__version__",
]


def __getattr__(name: str) -> Any:
    """Load a public name from its module (PEP 562)."""
    try:
        module = _MODULE_OF[name]
    except KeyError:
        raise AttributeError(f"module 'timeline' has no attribute {name!r}") from None
    value = getattr(import_module(module), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
