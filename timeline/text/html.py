"""News pages: main text, title, address and publication date (extra ``html``)."""

from __future__ import annotations

from typing import Any, NamedTuple

from timeline.errors import DocumentError, MissingExtraError

__all__ = ["Page", "read_page"]

#: A fixed far end, so that no clock decides which dates are believed.
_LAST_DAY = "2199-12-31"


class Page(NamedTuple):
    """What a news page holds; ``published`` is a day or None."""

    text: str
    title: str | None
    published: str | None
    url: str | None


def read_page(html: str, name: str) -> Page:
    """The article of an HTML page, without menus, captions and advertisements.

    The publication date comes from the page's metadata and markup alone (htmldate without its
    search of the prose).

    Raises:
        DocumentError: the page has no text.
        MissingExtraError: the extra ``html`` is not installed.
    """
    try:
        import trafilatura
        from htmldate import find_date
    except ImportError as problem:
        package = getattr(problem, "name", None) or "trafilatura"
        raise MissingExtraError(package.partition(".")[0], "html", f"Reading {name}, an HTML page,") from None
    tree = trafilatura.load_html(html)
    if tree is None:
        raise DocumentError(f"{name}: this page cannot be read as HTML: give the page's source or plain text")
    published = find_date(html, extensive_search=False, original_date=True, max_date=_LAST_DAY)
    found = trafilatura.bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        config=_settings(),
        date_extraction_params={"max_date": _LAST_DAY},
    )
    text = str(getattr(found, "text", None) or "")
    if not text.strip():
        raise DocumentError(f"{name}: no article text was found in this page: give its text as plain text")
    lines = [line.strip().strip("|").strip() for line in text.split("\n")]
    return Page(
        "\n\n".join(filter(None, lines)),
        _text(getattr(found, "title", None)),
        published,
        _text(getattr(found, "url", None)),
    )


def _settings() -> Any:
    """trafilatura's settings, but for short articles: below its usual size it takes the page as one block."""
    from trafilatura.settings import use_config

    settings = use_config()
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", "60")
    settings.set("DEFAULT", "MIN_OUTPUT_SIZE", "1")
    return settings


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
