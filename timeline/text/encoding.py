"""Bytes to text: UTF-8 first, then byte order marks, declared and detected encodings."""

from __future__ import annotations

import codecs
import re

from timeline.errors import DocumentError, MissingExtraError

__all__ = ["clean", "decode", "encoding_of"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: First bytes of files that are no text, and what to do with them.
_SIGNATURES = (
    (b"%PDF", "a PDF file: run  pdftotext FILE -  and give its output"),
    (b"PK\x03\x04", "a zip archive or an office document: save it as plain text or HTML"),
    (b"\x1f\x8b", "gzip-compressed: run  gzip -dc FILE  and give its output"),
    (b"\xd0\xcf\x11\xe0", "an old office document: save it as plain text or HTML"),
    (b"{\\rtf", "an RTF file: save it as plain text or HTML"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"PAR1", "a Parquet file: turn it to JSONL or CSV"),
)
#: Symbols inside a word, or a capital after a small letter: signs that Windows-1252 is the wrong reading.
_ODD = re.compile(
    r"[^\W\d_][\x80-\x9f\u00a1-\u00b6\u00b8-\u00bf\u2013\u0178\u20ac\u00d7\u00f7][^\W\d_]|[a-z][À-ÖØ-ÞŽŠŒ][a-z]"
)
#: Other encodings worth trying, those of news archives: fewer candidates make detection surer.
_CANDIDATES = (
    "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "koi8_u",
    "iso8859_2", "iso8859_5", "iso8859_7", "mac_roman", "cp437", "cp850", "shift_jis", "euc_jp",
    "iso2022_jp", "gb18030", "big5", "euc_kr",
)  # fmt: skip
_DECLARED = re.compile(rb"""<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w-]{2,30})""", re.I)
_SURROGATES = re.compile(r"[\ud800-\udfff]")


def clean(text: str) -> str:
    """The text with line ends as ``\\n`` and lone surrogates, which no file can hold, as U+FFFD."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATES.sub("\ufffd", text)


def decode(data: bytes, name: str, encoding: str | None = None) -> str:
    """The text of a file's bytes.

    Raises:
        DocumentError: no text (binary), or not in the encoding given.
        MissingExtraError: not UTF-8, and the detecting package (extra ``encodings``) is absent.
    """
    used = encoding or encoding_of(data, name)
    try:
        return clean(data.decode(used))
    except LookupError as problem:
        raise DocumentError(f"{name}: there is no encoding {used!r}: give one such as cp1252 or koi8-r") from problem
    except UnicodeError as problem:
        raise DocumentError(f"{name}: this is not {used} text ({problem}): give another encoding") from problem


def encoding_of(data: bytes, name: str, whole: bool = True) -> str:
    """The encoding of some bytes; ``whole=False`` when they are only the beginning of a file.

    Raises:
        DocumentError: they are no text.
        MissingExtraError: they are not UTF-8, and the extra ``encodings`` is absent.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise DocumentError(f"{name}: this is {what}")
    if b"\0" in data[:4096]:
        return _wide(data, name)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=whole)
        return "utf-8"
    except UnicodeDecodeError:
        return _declared(data) or _western(data) or _detected(data, name)


def _wide(data: bytes, name: str) -> str:
    """UTF-16 without a byte order mark shows in where its zero bytes stand; other zeros mean no text."""
    head = data[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if len(head) % 2 == 0 and min(even, odd) * 10 < max(even, odd) and max(even, odd) * 4 > len(head) // 2:
        return "utf-16-be" if even > odd else "utf-16-le"
    raise DocumentError(f"{name}: this is a binary file, not text: give plain text, HTML, JSONL or CSV")


def _declared(data: bytes) -> str | None:
    """The encoding that an HTML or XML head names, if its bytes bear it out."""
    match = _DECLARED.search(data[:4096])
    if not match:
        return None
    name = match[1].decode("ascii")
    # Browsers read Latin-1 as Windows-1252, and so do the pages that claim it.
    name = "cp1252" if name.lower() in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") else name
    try:
        data.decode(name)
    except (LookupError, UnicodeError):
        return None
    return name


def _western(data: bytes) -> str | None:
    """Windows-1252 where letters beyond ASCII are few and stand where letters stand.

    Detectors cannot tell it from its neighbours in a mostly English text, and it is by far the likeliest.
    """
    letters = sum(1 for byte in data if byte > 127 or chr(byte).isalpha())
    if sum(1 for byte in data if byte > 127) * 5 > letters:
        return None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return None if _ODD.search(text) else "cp1252"


def _detected(data: bytes, name: str) -> str:
    """What charset-normalizer makes of it."""
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        raise MissingExtraError("charset-normalizer", "encodings", f"Reading {name}, which is not UTF-8,") from None
    best = from_bytes(data[:200_000], cp_isolation=list(_CANDIDATES)).best()
    if best is None:
        raise DocumentError(f"{name}: its encoding is not to be made out: give it, as in --encoding cp1252")
    return best.encoding
