"""Names and what they stand for: the tables of parties as one matcher.

A name may have several senses ("Georgia", "Jalalabad"): each is an :class:`Entry`; ``senses`` chooses.
Codes are ISO 3166-1 alpha-3 (and XKX), or an organisation's or group's usual short name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import combining, normalize

from timeline.actors.matching import NameMatcher
from timeline.lexicons import Lexicon, Row

__all__ = ["Entry", "Gazetteer", "build_gazetteer", "plain"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One sense of a name.

    ``kind``: country organisation group company media person people area decoy; ``via`` as in ``models.Actor``.
    ``place`` when the words can also name a place; ``plural`` for peoples ("Russians"); ``home`` the country that
    a group or person belongs to; ``definite`` the nouns that point back to it ("the bloc").
    ``alone``, ``terms`` and ``office`` are a leader's: see the table ``leaders``.
    """

    name: str
    codes: tuple[str, ...]
    kind: str
    via: str = "name"
    home: str | None = None
    place: bool = False
    plural: bool = False
    definite: tuple[str, ...] = ()
    surname: str = ""
    office: str = ""
    alone: str = "yes"
    terms: tuple[tuple[int, int], ...] = ()
    cues: tuple[str, ...] = ()


class Gazetteer:
    """All names of the tables; ``matcher`` yields the senses of each hit.

    ``surnames`` maps a leader's surname to those who bear it, the tables' order kept.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._names: dict[str, tuple[Entry, ...]] = {}
        self.surnames: dict[str, list[Entry]] = {}
        self.countries: dict[str, Entry] = {}
        self.lexicon = lexicon
        for read in _READERS:
            for words, entry in read(lexicon):
                self._add(words, entry)
        self._add_senses(lexicon)
        self._add_plain()
        self._add_capitals()
        self.person_like = {row["name"]: row["position"] for row in lexicon.table("person_like_names")}
        self.matcher = NameMatcher(self._names)

    def _add(self, words: str, entry: Entry) -> None:
        """A name once for each sense; the first table that has it wins over later ones."""
        words = words.replace("’", "'")
        if entry.kind == "person":
            self.surnames.setdefault(entry.surname, [])
            if entry not in self.surnames[entry.surname]:
                self.surnames[entry.surname].append(entry)
        if entry.kind == "country" and entry.via == "name" and len(entry.codes) == 1:
            self.countries.setdefault(entry.codes[0], entry)
        known = self._names.get(words, ())
        if not known or (entry.kind == "person" and known[0].kind == "person"):
            self._names[words] = (*known, entry)

    def _add_senses(self, lexicon: Lexicon) -> None:
        """Names with several meanings take their senses, in order, from the table."""
        told: dict[str, tuple[Entry, ...]] = {}
        for row in lexicon.table("name_senses"):
            told[row["name"]] = (*told.get(row["name"], ()), self._sense(row))
        self._names.update(told)

    def _sense(self, row: Row) -> Entry:
        code, cues = row["code"], row.list("cues")
        for known in self._names.get(row["name"], ()):
            if known.codes == ((code,) if code else ()):
                return _replace(known, cues=cues)
        country = self.countries.get(code)
        if country is not None:
            first = self._names.get(row["name"], (country,))[0]
            same = bool(first.codes) and first.kind != "organisation"
            return _replace(first, codes=(code,), cues=cues) if same else _replace(country, cues=cues)
        kind = "organisation" if code else "decoy"
        place = any(known.place for known in self._names.get(row["name"], ()))
        return Entry(row["name"], (code,) if code else (), kind, place=place and bool(code), cues=cues)

    def _add_plain(self) -> None:
        """Many a newsroom leaves out the accents of other languages ("Jose Maria Aznar", "Sao Paulo")."""
        for words, entries in list(self._names.items()):
            if not words.isascii():
                self._names.setdefault(_without_accents(words), entries)
        for surname, bearers in list(self.surnames.items()):
            if not surname.isascii():
                self.surnames.setdefault(_without_accents(surname), bearers)

    def _add_capitals(self) -> None:
        """Headlines and datelines write names in capitals ("MOSCOW (AP) --")."""
        for words, entries in list(self._names.items()):
            upper = words.upper()
            if len(words) > 3 and entries[0].kind in ("country", "area", "organisation") and upper not in self._names:
                self._names[upper] = entries

    def of_other_party(self, entry: Entry, codes: tuple[str, ...]) -> Entry:
        """A namesake of a known person, of another party."""
        return _replace(entry, codes=codes)

    def senses(self, words: str) -> tuple[Entry, ...]:
        """What this very name may mean; empty when no table has it."""
        return self._names.get(words, ())


def _without_accents(words: str) -> str:
    return "".join(c for c in normalize("NFD", words) if not combining(c))


def plain(text: str) -> str:
    """The text without accents, of the same length: names are found however a newsroom writes them.

    >>> plain("Assimi Goïta, São Tomé")
    'Assimi Goita, Sao Tome'
    """
    if text.isascii():
        return text
    for char in {c for c in text if c > "\x7f"}:
        base = _without_accents(char)
        if len(base) == 1 and base != char:
            text = text.replace(char, base)
    return text


def build_gazetteer(lexicon: Lexicon) -> Gazetteer:
    """The gazetteer of a lexicon; give it to ``lexicon.derive``."""
    return Gazetteer(lexicon)


def _replace(entry: Entry, *, codes: tuple[str, ...] | None = None, cues: tuple[str, ...] = ()) -> Entry:
    fields = {name: getattr(entry, name) for name in Entry.__dataclass_fields__}
    fields.update(codes=entry.codes if codes is None else codes, cues=cues)
    return Entry(**fields)


_Named = Iterator[tuple[str, Entry]]


def _user_actors(lexicon: Lexicon) -> _Named:
    """Rows of the open table ``actors``: any party, one row each, for users' own lexicons."""
    for row in lexicon.table("actors"):
        code, kind = row["code"], row["kind"] or "country"
        if kind not in _KINDS:
            raise row.error(f"kind {kind!r} is none of {', '.join(_KINDS)}")
        codes = (code,) if code else ()
        place = kind == "country"
        for words in (row["words"], *row.list("names")):
            yield words, Entry(row["words"], codes, kind, place=place, home=row["home"] or None)
        for words in row.list("people"):
            yield words, Entry(row["words"], codes, kind, "demonym", plural=words.endswith("s"))
        for words in row.list("capital"):
            yield words, Entry(row["words"], codes, kind, "capital", place=True)
        for words in row.list("leaders"):
            yield words, _person(words, codes, words.split()[-1], "leader", "no", ())
            yield words.split()[-1], _person(words, codes, words.split()[-1], "leader", "yes", ())


_KINDS = ("country", "organisation", "group", "company", "media", "person", "people")


def _decoys(lexicon: Lexicon) -> _Named:
    for row in lexicon.table("name_decoys"):
        yield row["name"], Entry(row["name"], (), "decoy")


def _pairs(lexicon: Lexicon) -> _Named:
    for row in lexicon.table("pair_names"):
        yield row["name"], Entry(row["name"], row.list("codes"), "country", plural=True)


def _organisations(lexicon: Lexicon) -> _Named:
    for row in lexicon.table("organisations"):
        entry = Entry(row["name"], (row["code"],), "organisation", definite=row.list("definite"))
        for words in (row["name"], *row.list("names")):
            yield words, entry
        for words in row.list("seats"):
            yield words, Entry(row["name"], (row["code"],), "organisation", "capital", place=True)


def _countries(lexicon: Lexicon) -> _Named:
    for row in lexicon.table("countries"):
        name, codes = row["name"], (row["code"],)
        for words in (name, *row.list("names")):
            yield words, Entry(name, codes, "country", place=True)
        for words in row.list("adjectives"):
            yield words, Entry(name, codes, "country", "demonym")
        for words in row.list("people") or tuple(_people(a) for a in row.list("adjectives")):
            yield words, Entry(name, codes, "country", "demonym", plural=True)
        for words in row.list("capital"):
            yield words, Entry(name, codes, "country", "capital", place=True)
        for words in row.list("seats"):
            yield words, Entry(name, codes, "country", "capital", place=True)


def _people(adjective: str) -> str:
    """``Russian`` -> ``Russians``; ``Chinese``, ``British``, ``French`` and ``Swiss`` stay."""
    return adjective if adjective.endswith(("se", "sh", "ch", "ss")) else adjective + "s"


def _groups(lexicon: Lexicon) -> _Named:
    for row in lexicon.table("groups"):
        kind = "people" if row["kind"] == "people" else "group"
        codes, home = (row["code"],), row["country"] or None
        for words in (row["name"], *row.list("names")):
            yield words, Entry(row["name"], codes, kind, home=home, plural=words.endswith("s"))


def _companies(lexicon: Lexicon) -> _Named:
    for row in lexicon.table("companies"):
        kind = {"media": "media", "agency": "country"}.get(row["kind"], "company")
        entry = Entry(row["name"], (row["code"],), kind, "role" if kind == "country" else "name", home=row["code"])
        for words in (row["name"], *row.list("names")):
            yield words, entry


def _regions(lexicon: Lexicon) -> _Named:
    for row in lexicon.table("regions"):
        code = row["code"]
        codes, kind = ((code,), "country") if code else ((), "area")
        for words in (row["name"], *row.list("names")):
            yield words, Entry(row["name"] if code else words, codes, kind, place=True)
        for words in row.list("people"):
            yield words, Entry(row["name"], codes, kind, "demonym", plural=words.endswith("s"))


def _cities(lexicon: Lexicon) -> _Named:
    for row in lexicon.table("cities"):
        for words in (row["name"], *row.list("names")):
            yield words, Entry(words, (row["code"],), "country", "capital", place=True)


def _leaders(lexicon: Lexicon) -> _Named:
    cues = {row["code"]: (row["name"], *row.list("adjectives")) for row in lexicon.table("countries")}
    for row in lexicon.table("leaders"):
        name = row["name"].partition(" of ")[0] if " of " in row["name"] else row["name"]
        surname = row["surname"] or name.split()[-1]
        codes = (row["code"],) if row["code"] else ()
        entry = _person(name, codes, surname, row["office"], row["alone"] or "no", _terms(row))
        entry = _replace(entry, cues=cues.get(row["code"], ()))
        if name == row["name"]:
            yield name, entry
        for words in row.list("names"):
            yield words, entry
        if entry.alone != "no":
            yield surname, entry


def _person(
    name: str, codes: tuple[str, ...], surname: str, office: str, alone: str, terms: tuple[tuple[int, int], ...]
) -> Entry:
    return Entry(name, codes, "person", "leader", surname=surname, office=office, alone=alone, terms=terms)


def _terms(row: Row) -> tuple[tuple[int, int], ...]:
    """The years in office; an open end is 9999."""
    found = []
    for term in row.list("terms"):
        first, _, last = term.partition("-")
        if not first.isdigit() or not (last.isdigit() or not last):
            raise row.error(f"terms {term!r}: write years as 2001-2009, an open end as 2021-")
        found.append((int(first), int(last) if last else 9999))
    return tuple(found)


#: In order: where two tables have the same words, the earlier one wins.
_READERS = (_user_actors, _decoys, _pairs, _organisations, _countries, _groups, _companies, _leaders, _regions, _cities)
