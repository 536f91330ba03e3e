"""Tables of language facts: their file format, loading, checking and extending.

A lexicon file is UTF-8 text in tab-separated columns, with one or more sections::

    # a comment, to the end of the line, also after a row's last tab
    [actors]
    words   code    kind
    Freedonia   FRD country

The first line after ``[table]`` names the columns; ``\\t`` parts them, trailing empty ones may be left
out.  ``[actors replace]`` drops our own rows of that table first.  A row whose first column (its key)
begins with ``-`` takes our rows with that key away.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, partial
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from timeline.errors import LexiconError

__all__ = ["Lexicon", "Row"]

T = TypeVar("T")
_SECTION = re.compile(r"\[(?P<table>[a-z_]+)(?P<replace> replace)?\]")


@dataclass(frozen=True, slots=True)
class Row:
    """One fact: its cells by column name, and ``source`` (file:line) for error messages."""

    cells: dict[str, str]
    source: str

    def __getitem__(self, column: str) -> str:
        """The cell of a column, ``""`` when it was left out."""
        return self.cells.get(column, "")

    def list(self, column: str, separator: str = "|") -> tuple[str, ...]:
        """A cell that holds several values, parted by ``|``."""
        cell = self[column]
        if separator not in cell:
            return (cell,) if cell else ()
        return tuple([v for value in cell.split(separator) if (v := value.strip())])

    def number(self, column: str, left_out: float = 0.0) -> float:
        """A cell that holds a number; ``left_out`` when it is empty.

        Raises:
            LexiconError: the cell holds something else.
        """
        try:
            value = float(self[column] or left_out)
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            raise self.error(f"{column} {self[column]!r} is no number: write one such as 2 or -0.5")
        return value

    def error(self, problem: str) -> LexiconError:
        """An error that names this row."""
        return LexiconError(f"{self.source}: {problem}")


#: A row as it is kept: its source, the columns of its section and its cells.  Plain tuples of strings cost the garbage
#: collector nothing, thousands of objects would cost it much for as long as the program runs.
_Line = tuple[str, tuple[str, ...], tuple[str, ...]]


class _Table(NamedTuple):
    columns: tuple[str, ...]
    lines: tuple[_Line, ...]


class Lexicon:
    """All tables of one language; immutable.  What rooms build from them is cached here.

    >>> Lexicon.default() is Lexicon.default()
    True
    """

    def __init__(self, tables: dict[str, _Table]) -> None:
        self._tables = tables
        self._derived: dict[Callable[[Lexicon], Any], Any] = {}

    @classmethod
    def default(cls) -> Lexicon:
        """The tables that the library ships, loaded once."""
        return _default()

    def table(self, name: str) -> tuple[Row, ...]:
        """The rows of a table.

        Raises:
            LexiconError: there is no such table.
        """
        lines = self._lines(name)
        return tuple([Row(dict(zip(columns, cells, strict=False)), source) for source, columns, cells in lines])

    def _lines(self, name: str) -> tuple[_Line, ...]:
        try:
            return self._tables[name].lines
        except KeyError:
            raise LexiconError(
                f"there is no table {name!r}: the tables are {', '.join(sorted(self._tables))}"
            ) from None

    @property
    def tables(self) -> dict[str, tuple[str, ...]]:
        """The columns of each table by its name."""
        return {name: table.columns for name, table in sorted(self._tables.items())}

    def extended(self, *paths: str | Path) -> Lexicon:
        """This lexicon with the rows of more files added, replaced or taken away.

        Raises:
            LexiconError: a file is missing, or a row does not fit its table; names file and line.
        """
        tables = dict(self._tables)
        for path in paths:
            try:
                text = Path(path).read_text(encoding="utf-8-sig")
            except (OSError, UnicodeDecodeError) as problem:
                raise LexiconError(
                    f"{path}: cannot read this lexicon ({problem}): give a UTF-8 file of tab-separated rows"
                ) from problem
            _overlay(tables, text, str(path))
        return Lexicon(tables)

    def extended_text(self, text: str, name: str = "<text>") -> Lexicon:
        """Like :meth:`extended`, from a string in the same format."""
        tables = dict(self._tables)
        _overlay(tables, text, name)
        return Lexicon(tables)

    def derive(self, build: Callable[[Lexicon], T]) -> T:
        """What ``build`` makes of this lexicon, made once and kept (give a module-level function)."""
        if build not in self._derived:
            self._derived[build] = build(self)
        result: T = self._derived[build]
        return result

    def __reduce__(self) -> tuple[Any, ...]:
        # What was derived holds compiled patterns and closures; a worker process derives it anew.
        return (_default, ()) if self is _default() else (Lexicon, (self._tables,))


@cache
def _default() -> Lexicon:
    tables: dict[str, _Table] = {}
    for entry in sorted(resources.files(__package__).iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".tsv"):
            _overlay(tables, entry.read_text(encoding="utf-8"), entry.name, create=True)
    return Lexicon(tables)


def _overlay(tables: dict[str, _Table], text: str, name: str, create: bool = False) -> None:
    """Read one file's sections into the tables."""
    for table, replace, columns, lines in _sections(text, name, tables, create):
        known = tables.get(table, _Table(columns, ()))
        added = [_line(columns, cells, f"{name}:{number}") for number, cells in lines]
        kept = () if replace else known.lines
        # The first column of a section is always that of its table.
        gone = {cells[0][1:] for _, _, cells in added if cells[0][0] == "-"}
        if gone:
            kept = tuple(line for line in map(partial(_without, gone), kept) if line[2][0])
            added = [line for line in added if line[2][0][0] != "-"]
        tables[table] = _Table(known.columns, (*kept, *added))


def _sections(
    text: str, name: str, tables: dict[str, _Table], create: bool
) -> Iterable[tuple[str, bool, tuple[str, ...], list[tuple[int, list[str]]]]]:
    """Each section as (table, replace, columns, numbered lines of cells)."""
    found: list[tuple[str, bool, tuple[str, ...], list[tuple[int, list[str]]]]] = []
    wants_columns = False
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if not bare or bare[0] == "#":
            continue
        where = f"{name}:{number}"
        match = _SECTION.fullmatch(bare) if bare[0] == "[" else None
        if match:
            if not create and match["table"] not in tables:
                raise LexiconError(
                    f"{where}: there is no table {match['table']!r}: use one of {', '.join(sorted(tables))}"
                )
            found.append((match["table"], bool(match["replace"]), (), []))
            wants_columns = True
        elif not found:
            raise LexiconError(f"{where}: rows must stand under a section line such as [actors]")
        elif wants_columns:
            table, replace, _, lines = found[-1]
            columns = _columns(line, where, table, tables)
            found[-1] = (table, replace, columns, lines)
            wants_columns = False
        else:
            found[-1][3].append((number, [cell.strip() for cell in line.split("\t")]))
    if wants_columns:
        raise LexiconError(
            f"{name}: the section [{found[-1][0]}] ends before its column names: write them on the next line"
        )
    return found


def _columns(line: str, where: str, table: str, tables: dict[str, _Table]) -> tuple[str, ...]:
    """The column names of a section, checked against the table's own."""
    columns = tuple(cell.strip() for cell in line.split("\t"))
    known = tables[table].columns if table in tables else columns
    wrong = [c for c in columns if c not in known]
    if wrong or columns[0] != known[0]:
        what = f"no column {wrong[0]!r}" if wrong else f"{columns[0]!r} is not its first column"
        raise LexiconError(f"{where}: [{table}]: {what}: its columns are {', '.join(known)} (parted by tabs)")
    return columns


def _without(gone: set[str], line: _Line) -> _Line:
    """A line less those words of its first cell that are taken away; with an empty one where none is left."""
    source, columns, cells = line
    if cells[0] not in gone and "|" not in cells[0]:
        return line
    left = "" if cells[0] in gone else "|".join([words for words in cells[0].split("|") if words not in gone])
    return source, columns, (left, *cells[1:])


def _line(columns: tuple[str, ...], cells: list[str], source: str) -> _Line:
    if len(cells) > len(columns) and cells[len(columns)].startswith("#"):
        cells = cells[: len(columns)]
    if len(cells) > len(columns):
        raise LexiconError(
            f"{source}: {len(cells)} cells, but the columns are {', '.join(columns)}: take the last ones out"
        )
    if not cells[0]:
        raise LexiconError(f"{source}: the first cell ({columns[0]}) is empty: give its words")
    return source, columns, tuple(cells)
