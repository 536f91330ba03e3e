"""The small word tables of the actors room, in the shape the rules look them up."""

from __future__ import annotations

from timeline.lexicons import Lexicon

__all__ = ["Vocabulary", "build_vocabulary"]


class Vocabulary:
    """Role nouns, human nouns, nouns that point back, place words, titles; all in lower case."""

    def __init__(self, lexicon: Lexicon) -> None:
        roles = lexicon.table("role_nouns")
        self.role_class = {row["noun"]: row["class"] for row in roles}
        self.role_alone = frozenset(row["noun"] for row in roles if row["alone"] == "party")
        humans = lexicon.table("human_nouns")
        self.human_class = {row["noun"]: row["class"] for row in humans}
        self.plural = frozenset(row["noun"] for row in (*roles, *humans) if row["number"] == "p")
        self.country_nouns = {row["noun"]: row.list("codes") for row in lexicon.table("country_nouns")}
        self.pair_nouns = _words(lexicon, "pair_nouns", "noun")
        self.place_prepositions = _words(lexicon, "place_prepositions", "word")
        self.place_nouns = _words(lexicon, "place_nouns", "noun")
        self.titles = _words(lexicon, "name_titles", "word")
        self.no_parties = _words(lexicon, "no_parties", "word")
        self.combining = {row["word"]: row["code"] for row in lexicon.table("combining_forms")}
        self.hyphen_words = {row["word"]: row["sense"] for row in lexicon.table("hyphen_words")}
        self.hyphen_prefixes = {row["word"]: row["sense"] for row in lexicon.table("hyphen_prefixes")}
        self.blocs = {
            noun: tuple(dict.fromkeys(r["code"] for r in lexicon.table("organisations") if noun in r.list("definite")))
            for noun in {n for r in lexicon.table("organisations") for n in r.list("definite")}
        }


def build_vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a lexicon; give it to ``lexicon.derive``."""
    return Vocabulary(lexicon)


def _words(lexicon: Lexicon, table: str, column: str) -> frozenset[str]:
    return frozenset(row[column].lower() for row in lexicon.table(table))
