"""The small word tables of the actors room, in the shape the rules look them up."""

from __future__ import annotations

from itertools import pairwise

from timeline.lexicons import Lexicon

__all__ = ["Vocabulary", "build_vocabulary"]


class Vocabulary:
    """Role nouns, human nouns, nouns that point back, place words, titles; all in lower case.

    ``blocs`` maps a definite noun ("bloc", "agency") to the names of the organisations it may mean;
    ``name_words`` holds the words of organisations' and groups' names ("front"), which may point back too.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        roles = lexicon.table("role_nouns")
        self.role_class = {row["noun"]: row["class"] for row in roles}
        self.role_alone = frozenset(row["noun"] for row in roles if row["alone"] in ("party", "scene"))
        self.role_scene = frozenset(row["noun"] for row in roles if row["alone"] == "scene")
        self.role_never = frozenset(row["noun"] for row in roles if row["alone"] == "never")
        humans = lexicon.table("human_nouns")
        self.human_class = {row["noun"]: row["class"] for row in humans}
        self.person_like = {**self.human_class, **self.role_class}
        self.plural = frozenset(row["noun"] for row in (*roles, *humans) if row["number"] == "p")
        self.country_nouns = {row["noun"]: row.list("codes") for row in lexicon.table("country_nouns")}
        self.epithets = {row["word"]: frozenset(row.list("codes")) for row in lexicon.table("country_epithets")}
        self.pair_nouns = _words(lexicon, "pair_nouns", "noun")
        self.state_nouns = frozenset(row["noun"] for row in lexicon.table("pair_nouns") if row["of"] == "states")
        self.pair_alone = _words(lexicon, "pair_alone", "word")
        self.pointing = {row["noun"]: row["to"] for row in lexicon.table("pointing_nouns")}
        self.calendar = _words(lexicon, "calendar_words", "word")
        self.opposing = _words(lexicon, "opposing_words", "word")
        self.pair_definite = {row["word"]: int(row.number("count")) for row in lexicon.table("pair_definite")}
        self.offices = {row["office"]: row["code"] for row in lexicon.table("office_states")}
        self.act_verbs = _words(lexicon, "act_verbs", "verb")
        self.counts = {row["word"]: int(row.number("count")) for row in lexicon.table("pair_counts")}
        self.other_nouns = _words(lexicon, "other_nouns", "noun")
        self.place_prepositions = _words(lexicon, "place_prepositions", "word")
        self.place_nouns = _words(lexicon, "place_nouns", "noun")
        self.titles = _words(lexicon, "name_titles", "word")
        self.no_parties = _words(lexicon, "no_parties", "word")
        self.openers = self.plural | self.no_parties
        self.institutions = _words(lexicon, "institution_words", "word")
        self.openers_of_asides = _words(lexicon, "aside_openers", "word")
        self.organs = {row["word"]: row["class"] for row in lexicon.table("organ_words")}
        self.bodies = _words(lexicon, "body_nouns", "noun")
        self.giving_back = _words(lexicon, "giving_back", "verb")
        self.hypernyms = _words(lexicon, "hypernyms", "noun")
        self.leading = _words(lexicon, "leading_verbs", "verb")
        self.ruling = _words(lexicon, "ruling_verbs", "verb")
        self.saying = _words(lexicon, "saying_verbs", "verb")
        self.answering = {row["verb"]: row["with"] for row in lexicon.table("answering_verbs")}
        self.past = _words(lexicon, "past_offices", "word")
        self.not_holding = frozenset(row["word"] for row in lexicon.table("past_offices") if row["held"] != "still")
        self.below_state = _words(lexicon, "below_state", "word")
        self.combining = {row["word"]: row["code"] for row in lexicon.table("combining_forms")}
        self.hyphen_words = {row["word"]: row["sense"] for row in lexicon.table("hyphen_words")}
        self.hyphen_prefixes = {row["word"]: row["sense"] for row in lexicon.table("hyphen_prefixes")}
        self.blocs = _blocs(lexicon)
        self.name_words = _name_words(lexicon)
        self.nouns = frozenset().union(
            self.role_class, self.human_class, self.country_nouns, self.pair_nouns, self.pair_definite,
            self.blocs, self.name_words, self.pointing, [word for word, kind in self.organs.items() if kind == "organ"],
        )  # fmt: skip

    def states_called(self, noun: str, lowers: list[str]) -> frozenset[str]:
        """The states that a definite noun and the words before it fit; empty when they fit any."""
        fitting = [
            frozenset(self.country_nouns.get(noun, ())),
            *(self.epithets[w] for w in lowers if w in self.epithets),
        ]
        pairs = [f"{one} {other}" for one, other in pairwise(lowers)]
        fitting += [self.epithets[words] for words in pairs if words in self.epithets]
        told = [codes for codes in fitting if codes]
        return frozenset.intersection(*told) if told else frozenset()


def build_vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a lexicon; give it to ``lexicon.derive``."""
    return Vocabulary(lexicon)


def _words(lexicon: Lexicon, table: str, column: str) -> frozenset[str]:
    return frozenset(row[column].lower() for row in lexicon.table(table))


def _name_words(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(
        word.lower()
        for table in ("organisations", "groups")
        for row in lexicon.table(table)
        for word in row["name"].split()
        if word[0].isupper()
    )


def _blocs(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    names: dict[str, set[str]] = {}
    for row in lexicon.table("organisations"):
        for noun in row.list("definite"):
            names.setdefault(noun, set()).add(row["name"])
    return {noun: frozenset(found) for noun, found in names.items()}
