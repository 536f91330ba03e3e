"""Days of publication: as metadata write them, and as the head of a news text states them.

Nothing is guessed: a date without a year gives no day unless the year is known from elsewhere,
and a form that can be read two ways (05/06/2021) is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from timeline.analysis import fold
from timeline.bounds import day_number as number_of
from timeline.bounds import is_valid_day, iso_day
from timeline.errors import DocumentError
from timeline.lexicons import Lexicon, trie_pattern

__all__ = ["dateline_end", "day_in_head", "publication_lines", "read_day", "year_in"]

#: How far into a text its head reaches: lines that are not empty, and characters.
_HEAD_LINES, _HEAD_CHARS = 8, 2000

#: A dateline's place: a few words with capitals ("NEW YORK", "Port-au-Prince, Haiti", "Rio de Janeiro").
_PLACE = r"[^\W\d_a-z][\w.'/-]{0,30}(?:,?\s(?:(?:d[aeiou]s?|la|le|of|and|el|al)\s)?[^\W\d_a-z][\w.'/-]{0,30}){0,5}"
#: A place in capitals of so many letters needs neither a date nor an agency after it ("OSLO - Talks began").
_PLACE_LETTERS = 4
_AGENCY = r"(?:\([^()\n]{1,40}\)|/[^/\n]{1,40}/|\[[^\[\]\n]{1,40}\]|\|\s?[^|\n]{1,40}(?=\s\|))"
#: What stands beside the day in a line that says when a text was sent: clock times and zones, brackets and bars.
_CLOCKS = re.compile(
    r"\b\d\d?[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\b\.?)?|\b\d\d?\s*[ap]\.?m\b\.?|\b(?:UTC|GMT)(?:\s?[+-]\d\d?(?::?\d\d)?)?",
    re.IGNORECASE,
)
_SLASH_DAY = re.compile(r"(?<![\d/.])(\d\d?)[/.](\d\d?)[/.](\d{4})(?![\d/])")
_JOINTS = (",", "|", "/", "(", ")")
#: A day in figures, and the hour, before the first words of a text.
_DAY_IN_FIGURES = r"(?:\d{4}-\d\d-\d\d|\d\d?/\d\d?/\d{4})"
_FIGURES = re.compile(
    rf"(?:(?i:date):?\s+{_DAY_IN_FIGURES}|{_DAY_IN_FIGURES}\s+\d\d?:\d\d(?::\d\d)?)\s+(?=[\"']?[^\W\d_a-z])"
)
#: Lines of this kind are no longer, and hold so many words beside the day; more with a clock time.
_FURNITURE_CHARS, _FURNITURE_WORDS, _FURNITURE_WORDS_AT_CLOCK = 110, 4, 9
#: How much of the end of a text is searched for the agency that sent it ("(Wire, May 4, 2021)").
_TAIL_CHARS = 80
_TAIL = re.compile(r"\(([^()\n]{8,60})\)\s*\Z")
_MONTHS = 12
_ISO = re.compile(r"\s*(\d{4})-(\d\d?)-(\d\d?)(?:[T ].*)?", re.DOTALL)
_COMPACT = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?\s*")
_SLASHED = re.compile(r"\s*(\d{4})[/.](\d\d?)[/.](\d\d?)(?:[T ].*)?", re.DOTALL)


class _Patterns(NamedTuple):
    months: dict[str, int]
    day: re.Pattern[str]
    places: tuple[re.Pattern[str], ...]
    date_line: re.Pattern[str]
    labelled_line: re.Pattern[str]
    opening: re.Pattern[str]
    stated: re.Pattern[str]
    label: re.Pattern[str]
    furniture: frozenset[str]


def _build(lexicon: Lexicon) -> _Patterns:
    """The patterns of datelines over the tables of month, weekday and label words."""
    months = {row["words"].lower(): int(row.number("number")) for row in lexicon.table("dateline_months")}
    weekdays = trie_pattern(row["words"].lower() for row in lexicon.table("dateline_weekdays"))
    labels = trie_pattern(row["words"].lower() for row in lexicon.table("dateline_labels"))
    month = rf"(?P<{{m}}>{trie_pattern(months)})\.?"
    named = (
        rf"(?:(?:{weekdays})\.?,?\s+)?(?:{month.format(m='m1')}\s+(?P<d1>\d\d?)(?:st|nd|rd|th)?(?!\d)"
        rf"|(?P<d2>\d\d?)(?:st|nd|rd|th)?\s+{month.format(m='m2')})(?:,?\s+(?P<y>[12]\d{{3}})(?!\d))?"
    )
    numeric = r"(?P<iso>[12]\d{3}-\d\d-\d\d)(?!\d)"
    day, flags = rf"(?:{named}|{numeric})", re.IGNORECASE
    clock = r"(?:[\s,|-]+(?:at\s+)?\d\d?[:.]\d\d.{0,30}|[\s,|-]+(?:at\s+)?\d\d?\s*[ap]\.?m\b.{0,20}|T\d.{0,30})?"
    return _Patterns(
        months,
        re.compile(rf"\s*{day}(?:\D.*)?", flags | re.DOTALL),
        tuple(
            re.compile(rf"\s*{form}", flags)
            for form in (
                rf"(?:{_AGENCY}\s*)?(?-i:{_PLACE}),?\s+{day}[\s,.]*(?:[(/][^()/\n]{{1,60}}[)/]|-|:)",
                rf"{day}\s+{_AGENCY}\s*(?:-|:)",
                rf"(?-i:{_PLACE})\s+{_AGENCY}\s+{day}",
            )
        ),
        re.compile(rf"\W*{day}{clock}\W*", flags),
        re.compile(rf"\W*(?:{labels})\b\W*{day}{clock}\W*", flags),
        re.compile(
            rf"(?P<first>{_AGENCY})?\s*(?P<place>(?!(?:{weekdays})\b)(?-i:{_PLACE}))?(?:,?\s+(?P<date>{day}))?[\s,.]*(?P<agency>{_AGENCY})?"
            r"(?:\s*(?:-{1,2}|_|\||(?P<colon>:))\s+|(?P<bare>\.?\s+)(?=[\"']?(?-i:[^\W\d_a-z])))",
            flags,
        ),
        re.compile(rf"(?<!\d){day}", flags),
        re.compile(rf"(?:{labels})\s*:", flags),
        frozenset(row["words"] for row in lexicon.table("dateline_furniture")),
    )


def _towns(lexicon: Lexicon) -> frozenset[str]:
    """Names of capitals and other towns, which need no capitals to be a dateline's place ("Oslo - Talks began")."""
    capitals = {name for row in lexicon.table("countries") for name in row.list("capital")}
    return frozenset(capitals.union(*[(row["name"], *row.list("names")) for row in lexicon.table("cities")]))


def _patterns() -> _Patterns:
    return Lexicon.default().derive(_build)


def read_day(value: object, year: int | None = None) -> str:
    """The day (``YYYY-MM-DD``) that a metadata field names.

    Reads ISO 8601 with or without a time, ``20210506``, ``2021/05/06``, RFC 2822 (``Thu, 06 May 2021
    10:00 GMT``), English ``May 6, 2021`` and ``6 May 2021``, and Unix times (seconds, or milliseconds
    as pandas writes them; the day in UTC).

    Raises:
        DocumentError: no whole day, no day of the calendar, or one that can be read two ways.

    >>> read_day("2021-05-06T23:10:00+02:00"), read_day("6 May 2021"), read_day(1620259200000)
    ('2021-05-06', '2021-05-06', '2021-05-06')
    """
    if isinstance(value, int | float) and not isinstance(value, bool) and value >= 10**9:
        return iso_day(int(value // (86_400_000 if value >= 10**11 else 86_400)))
    text = fold(str(value))
    for pattern in (_ISO, _COMPACT, _SLASHED):
        match = pattern.fullmatch(text)
        if match:
            return _checked(value, *(int(part) for part in match.groups()))
    named = _patterns().day.fullmatch(text)
    day = _day_of(named, year) if named else None
    if day is None:
        raise DocumentError(f"the publication date {value!r} is not a whole day: write it as YYYY-MM-DD")
    return day


def _checked(value: object, year: int, month: int, day: int) -> str:
    if not is_valid_day(year, month, day):
        raise DocumentError(f"the publication date {value!r} is no day of the calendar: write it as YYYY-MM-DD")
    return iso_day(number_of(year, month, day))


def year_in(value: object) -> int | None:
    """The year of a partial date in metadata (``2021``, ``2021-05``) or of an address (``…/2021/05/…``).

    >>> year_in("2021-05"), year_in("https://news.example/2021/05/summit"), year_in("May")
    (2021, 2021, None)
    """
    match = re.fullmatch(r"\s*([12]\d{3})(?:-\d\d)?\s*", str(value)) or re.search(
        r"/((?:19|20)\d\d)(?=/(?:\d\d?/|[^/]*$))", str(value)
    )
    return int(match[1]) if match else None


def _day_of(match: re.Match[str], year: int | None) -> str | None:
    """The day that a match of the day pattern names, or None without a year or such a day."""
    if match["iso"]:
        numbers = tuple(int(part) for part in match["iso"].split("-"))
    else:
        stated = int(match["y"]) if match["y"] else year
        if stated is None:
            return None
        month = _patterns().months[(match["m1"] or match["m2"]).lower()]
        numbers = (stated, month, int(match["d1"] or match["d2"]))
    return iso_day(number_of(*numbers)) if is_valid_day(*numbers) else None


def day_in_head(text: str, year: int | None = None) -> str | None:
    """The day on which the head of a news text says it was published, or None.

    Three forms count: a labelled line ("Published: May 6, 2021"), an agency's dateline ("WASHINGTON,
    May 4, 2021 (Reuters) -") and a line that holds nothing but a date, unless the text has several of
    those (then it is a chronology).  ``year`` completes a dateline without one, if it is known.

    >>> day_in_head("LAGOS, May 4, 2021 (Wire) — Talks began on Tuesday."), day_in_head("LAGOS, May 4 (Wire) — Talks.")
    ('2021-05-04', None)
    """
    patterns, lines = _patterns(), [line for _, line in _head(fold(text[:_HEAD_CHARS]))]
    for line in lines:
        match = patterns.labelled_line.fullmatch(line)
        if match and (day := _day_of(match, year)):
            return day
    for line in lines:
        for place in patterns.places:
            if (match := place.match(line)) and (day := _day_of(match, year)):
                return day
    if _is_chronology(text):
        return None
    alone = [m for line in lines if (m := patterns.date_line.fullmatch(line))]
    if len(alone) == 1 and (day := _day_of(alone[0], year)):
        return day
    return next((day for line in lines if (day := _furniture_day(line))), None) or _day_in_tail(
        fold(text[-_TAIL_CHARS:])
    )


def _furniture_day(line: str) -> str | None:
    """The day of a line that says nothing but who sent a text when, or None.

    >>> [_furniture_day(f"{words} 4 May 2021") for words in ("Last updated at 09:30,", "The Star,", "They met on")]
    ['2021-05-04', '2021-05-04', None]
    """
    if len(line) > _FURNITURE_CHARS:
        return None
    found = _one_day(line)
    if found is None:
        return None
    (low, high), day = found
    rest, clocks = _CLOCKS.subn(" ", f"{line[:low]} | {line[high:]}")
    words = [word.rstrip(".'-") for word in re.findall(r"[^\W\d_][\w'.-]*", rest)]
    furniture = _patterns().furniture
    # "Editor: smith"
    if sum(word[0].islower() and word not in furniture for word in words) > clocks:
        return None
    told = [word for word in words if word.lower() not in furniture]
    labelled = bool(words) and words[0].lower() in furniture
    joined = not told or line[:low].rstrip().endswith(_JOINTS) or line[high:].lstrip().startswith(_JOINTS)
    most = _FURNITURE_WORDS_AT_CLOCK if clocks else _FURNITURE_WORDS
    return day if len(told) <= most and (joined or clocks or labelled) else None


def _one_day(line: str) -> tuple[tuple[int, int], str] | None:
    """Where a line states a whole day, and the day; None if it states none, or several."""
    found = [(match.span(), day) for match in _patterns().stated.finditer(line) if (day := _day_of(match, None))]
    for match in _SLASH_DAY.finditer(line):
        # 19/12/2008 can be read one way only.
        first, second, year = (int(part) for part in match.groups())
        low, high = min(first, second), max(first, second)
        if low <= _MONTHS < high and is_valid_day(year, low, high):
            found.append((match.span(), iso_day(number_of(year, low, high))))
    return found[0] if len(found) == 1 else None


def _day_in_tail(end: str) -> str | None:
    """The day that a text's last words give with the agency that sent it: "(Wire, May 4, 2021)"."""
    match = _TAIL.search(end)
    return _furniture_day(f"({match[1]})") if match else None


def publication_lines(folded: str) -> frozenset[tuple[int, int]]:
    """Where the head of a (folded) text has lines that only say when it was published.

    >>> publication_lines("Talks begin\\n\\nMay 4, 2021\\n\\nTalks began.")
    frozenset({(13, 24)})
    """
    patterns, lines = _patterns(), list(_head(folded[:_HEAD_CHARS]))
    labels = (patterns.labelled_line, patterns.label)
    found = [(start, line) for start, line in lines if any(pattern.fullmatch(line) for pattern in labels)]
    alone = [(start, line) for start, line in lines if patterns.date_line.fullmatch(line)]
    stated = [(start, line) for start, line in lines if (start, line) not in alone and _furniture_day(line)]
    if len(alone) == 1:
        stated += alone
    found += stated if stated and not _is_chronology(folded) else []
    return frozenset((start, start + len(line)) for start, line in found)


def _head(folded: str) -> Iterator[tuple[int, str]]:
    """The first lines that are not empty, with where they start; long ones are cut."""
    for match in islice(re.finditer(r"[^\n]*\S[^\n]*", folded), _HEAD_LINES):
        line = match.group()
        yield match.start() + len(line) - len(line.lstrip()), line.strip()[:120]


def dateline_end(paragraph: str) -> int:
    """How many characters of a (folded) paragraph are its dateline, dash and space included; 0 without one.

    >>> dateline_end("LAGOS, May 4 (Wire) - Talks began."), dateline_end("(Wire) -- Talks."), dateline_end("Talks.")
    (22, 10, 0)
    >>> [dateline_end(text) for text in ("LAGOS - Talks began.", "ABUJA, Nigeria -- Talks.", "NATO - the bloc - met.")]
    [8, 18, 0]
    >>> [dateline_end(text) for text in ("RIGA, May 4: Talks.", "RIGA, May 4. /WIRE/. Talks.", "Riga: talks.")]
    [13, 21, 0]
    >>> [dateline_end(text) for text in ("Riga | WIRE | Talks.", "Riga, Latvia - Talks.", "Envoys - Talks.")]
    [14, 15, 0]
    """
    if figures := _FIGURES.match(paragraph[:60]):
        return figures.end()
    late = _patterns().places[-1].match(paragraph[:200])
    if late is not None and late["y"]:
        return late.end() + len(paragraph[late.end() :]) - len(paragraph[late.end() :].lstrip(" ,.-:"))
    match = _patterns().opening.match(paragraph[:200])
    if match is None:
        return 0
    place = match["place"] or ""
    if match["bare"] is not None:
        # "RIGA, May 4. /WIRE/. Talks", "Riga (Wire) May 4, 2021 Talks"
        return match.end() if place and match["agency"] and match["date"] else 0
    told = match["first"] or (place and (match["agency"] or match["date"]))
    capitals = len(place) >= _PLACE_LETTERS and place.partition(",")[0].isupper()
    if match["colon"] is not None and "," not in place:
        capitals = False  # "NATO: The alliance …"
    named = capitals or (match["colon"] is None and place.partition(",")[0] in Lexicon.default().derive(_towns))
    opens = named and not paragraph[match.end() : match.end() + 1].islower()
    return match.end() if told or opens else 0


def _is_chronology(text: str) -> bool:
    """Whether more than one line is nothing but a date."""
    pattern, found = _patterns().date_line, 0
    for line in fold(text).splitlines():
        found += 6 <= len(line) <= 60 and pattern.fullmatch(line) is not None
        if found > 1:
            return True
    return False
