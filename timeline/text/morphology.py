"""Word forms: which tags a form allows and what its base form is, from the tables and from endings."""

from __future__ import annotations

from functools import cached_property

from timeline.lexicons import Lexicon, Row

__all__ = ["INFLECTED", "Forms", "build_forms", "inflect"]

#: Tags of words whose base form may be another than the word itself.
INFLECTED = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NNS", "JJ", "PRP$"})

_VOWELS = "aeiou"
#: Endings of unknown words and the tags they suggest, tried in order.
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ically", ("RB",)), ("ly", ("RB",)),
    ("tion", ("NN",)), ("sion", ("NN",)), ("ment", ("NN",)), ("ness", ("NN",)), ("ance", ("NN",)),
    ("ence", ("NN",)), ("ship", ("NN",)), ("ism", ("NN",)), ("ist", ("NN",)), ("ity", ("NN",)),
    ("-led", ("JJ",)), ("-backed", ("JJ",)), ("-based", ("JJ",)), ("-made", ("JJ",)), ("-held", ("JJ",)),
    ("-controlled", ("JJ",)), ("-run", ("JJ",)), ("-owned", ("JJ",)), ("-old", ("JJ",)), ("-long", ("JJ",)),
    ("-wide", ("JJ",)), ("-ranking", ("JJ",)), ("-range", ("JJ",)), ("-level", ("JJ",)),
    ("ing", ("VBG", "NN")), ("ed", ("VBD", "VBN")),
    ("ous", ("JJ",)), ("ful", ("JJ",)), ("less", ("JJ",)), ("able", ("JJ",)), ("ible", ("JJ",)),
    ("ical", ("JJ",)), ("ial", ("JJ",)), ("ional", ("JJ",)), ("ary", ("JJ", "NN")), ("ive", ("JJ", "NN")),
    ("ic", ("JJ", "NN")), ("al", ("JJ", "NN")), ("ish", ("JJ",)), ("less", ("JJ",)),
    ("ss", ("NN",)), ("us", ("NN",)), ("is", ("NN",)), ("cimen", ("NN",)), ("gimen", ("NN",)),
    ("domen", ("NN",)), ("cumen", ("NN",)), ("tumen", ("NN",)), ("men", ("NNS",)), ("s", ("NNS",)),
)  # fmt: skip
#: What stands before a hyphen in a verb ("re-imposed"); other words in -ed with a hyphen are adjectives.
_PREFIXES = ("re-", "co-", "pre-", "test-", "de-", "over-", "under-", "counter-", "cross-", "out-", "mis-", "ill-")
#: What opens an adjective that stands before a noun ("post-war", "anti-graft").
_BEFORE_NOUN = ("post-", "pre-", "anti-", "pro-", "cross-", "inter-", "trans-", "multi-")
_DEMONYM_ENDINGS = ("ian", "ean", "ese", "ish", "ians", "eans", "aqi", "eli", "ani", "eni", "aiti", "audi", "awi")
#: Stems that end so have lost an e before -ed or -ing (escalated, authorised).
_MUTE_E = ("at", "iz", "is", "uc", "us", "iv", "av", "ov", "yz", "ag", "dg", "nc", "rs", "rg", "ur", "ir", "in")


def inflect(lemma: str, past: str = "", participle: str = "", double: bool = False) -> dict[str, str]:
    """The forms of a verb by tag; irregular ones are given.

    >>> inflect("ban", double=True)
    {'VB': 'ban', 'VBZ': 'bans', 'VBD': 'banned', 'VBN': 'banned', 'VBG': 'banning'}
    >>> inflect("deny")["VBZ"], inflect("seize")["VBG"], inflect("take", "took", "taken")["VBN"]
    ('denies', 'seizing', 'taken')
    """
    stem = lemma + lemma[-1] if double else lemma
    consonant_y = lemma.endswith("y") and lemma[-2:-1] not in _VOWELS
    if consonant_y:
        third, regular = lemma[:-1] + "ies", lemma[:-1] + "ied"
    else:
        third = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
        regular = lemma + "d" if lemma.endswith("e") else stem + "ed"
    if lemma.endswith("ie"):
        gerund = lemma[:-2] + "ying"
    elif lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        gerund = lemma[:-1] + "ing"
    else:
        gerund = stem + "ing"
    return {"VB": lemma, "VBZ": third, "VBD": past or regular, "VBN": participle or past or regular, "VBG": gerund}


class Forms:
    """What is known of word forms; build it with :func:`build_forms`."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.closed: frozenset[str] = frozenset()
        self.tags: dict[str, tuple[str, ...]] = {}
        self._verb_lemma: dict[tuple[str, str], str] = {}
        self._acts = frozenset(
            words.split()[0]
            for t in ("triggers", "frames")
            for row in lexicon.table(t)
            if row["pos"] == "v"
            for words in row.list("words")
        )
        self._noun_lemma = {row["plural"]: row["lemma"] for row in lexicon.table("irregular_nouns")}
        self._add_verbs(lexicon)
        for row in lexicon.table("adjectives"):
            self.tags[row["word"]] = _join(("JJ",), self.tags.get(row["word"], ()))
        for plural in self._noun_lemma:
            self.tags[plural] = _join(self.tags.get(plural, ()), ("NNS",))
        self._add_closed(lexicon.table("words"))
        self.demonyms = frozenset(row["word"].lower() for row in lexicon.table("demonym_adjectives"))
        self.auxiliaries = frozenset(row["word"] for row in lexicon.table("auxiliaries"))
        #: By first and second word: all words, and those that must not follow.
        self.multiword_adverbs: dict[str, dict[str, list[tuple[tuple[str, ...], frozenset[str]]]]] = {}
        for row in lexicon.table("multiword_adverbs"):
            words = tuple(row["words"].split())
            if len(words) < 2:
                raise row.error("an adverb of one word belongs to the table [words]: write two words or more")
            after = self.multiword_adverbs.setdefault(words[0], {}).setdefault(words[1], [])
            after.append((words, frozenset(row.list("unless"))))
        #: Past forms that are finite wherever they may be (before one of some words).
        self.finite_pasts = {row["word"]: frozenset(row.list("before")) for row in lexicon.table("finite_pasts")}
        self.mandatives = frozenset(row["lemma"] for row in lexicon.table("mandatives"))
        self.amounts = frozenset(row["word"] for row in lexicon.table("amounts"))
        self.plural_names = frozenset(row["word"] for row in lexicon.table("plural_names"))
        self.noun_to = frozenset(row["word"] for row in lexicon.table("noun_to"))

    def _add_verbs(self, lexicon: Lexicon) -> None:
        for row in lexicon.table("verbs"):
            self._add_verb(row, inflect(row["lemma"], double=bool(row["double"])))
        for row in lexicon.table("irregular_verbs"):
            self._add_verb(row, _irregular(row))

    def _add_verb(self, row: Row, forms: dict[str, str]) -> None:
        noun = bool(row["noun"])
        for tag, form in forms.items():
            extra = {"VB": ("NN",), "VBZ": ("NNS",), "VBG": ("NN",)}.get(tag, ()) if noun or tag == "VBG" else ()
            if tag == "VB":
                options = ("NN", "VB") if noun else ("VB",)
            else:
                options = (tag, *extra)
            self.tags[form] = _join(self.tags.get(form, ()), (*options, *(("VBP",) if tag == "VB" else ())))
            self._verb_lemma.setdefault((form, tag), row["lemma"])

    def _add_closed(self, rows: tuple[Row, ...]) -> None:
        closed = set()
        for row in rows:
            tags = row.list("tags")
            self.tags[row["word"]] = tags
            if not set(tags) & {"NN", "NNS", "VB", "JJ", "VBD", "VBN", "VBG"}:
                closed.add(row["word"])
        self.closed = frozenset(closed)

    def is_demonym(self, lower: str) -> bool:
        """Whether a capitalised word is an adjective of a country or people by its form or the table."""
        if lower in self.demonyms:
            return True
        return len(lower) > 5 and lower.endswith(_DEMONYM_ENDINGS) and self.tags.get(lower) != ("NNP",)

    def guess(self, lower: str) -> tuple[str, ...]:
        """Tags of a word in no table: those of the verb that it repeats ("re-enter"), else by its ending."""
        if lower.startswith("re-") and "VB" in self.tags.get(lower[3:], ()):
            return self.tags[lower[3:]]
        if "-" in lower and not lower.startswith(_PREFIXES):
            if lower.endswith("ed"):
                return ("JJ",)
            if lower.endswith("ing"):  # "anti-dumping duties", "power-sharing"
                return ("JJ", "NN")
        for ending, tags in _ENDINGS:
            if lower.endswith(ending) and len(lower) > len(ending) + 2:
                return tags
        return ("JJ",) if lower.startswith(_BEFORE_NOUN) else ("NN",)

    def lemma(self, lower: str, tag: str) -> str:
        """The base form of a verb, the singular of a noun, *its* of a possessive, else the word itself."""
        if tag[:2] == "VB":
            known = self._verb_lemma.get((lower, "VB" if tag == "VBP" else tag))
            return known or self._be_have.get(lower) or self._strip_verb(lower, tag)
        if tag == "NNS":
            return self._noun_lemma.get(lower) or singular(lower)
        if tag == "JJ" and lower.endswith("ed"):
            return self._verb_lemma.get((lower, "VBN"), lower)
        return "its" if tag == "PRP$" and lower != "whose" else lower

    @cached_property
    def _be_have(self) -> dict[str, str]:
        return {
            **dict.fromkeys(("am", "is", "are", "was", "were", "been", "being", "be", "'re", "'m", "'s"), "be"),
            **dict.fromkeys(("has", "had", "having", "have", "'ve", "'d"), "have"),
            **dict.fromkeys(("do", "does", "did", "done", "doing"), "do"),
        }

    def _strip_verb(self, lower: str, tag: str) -> str:
        """A verb in no table: undo the ending, best to a verb that names an act ("tabled", "thinned")."""
        if tag == "VBG" and lower.endswith("ing") and len(lower) > 5:
            return self._restore(lower[:-3])
        if tag in ("VBD", "VBN") and lower.endswith("ed") and len(lower) > 4:
            return self._restore(lower[:-2])
        if tag == "VBZ" and lower.endswith("s"):
            return singular(lower)
        return lower

    def _restore(self, stem: str) -> str:
        """The base form whose ending was cut off: as it is, with its e, or without the doubled consonant."""
        undone = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
        single = stem[:-1] + "y" if stem.endswith("i") else stem
        for candidate in (stem, stem + "e", undone, single):
            if candidate in self._acts:
                return candidate
        return stem + "e" if stem.endswith(_MUTE_E) else single


def singular(lower: str) -> str:
    """The singular of a regular plural.

    >>> singular("embassies"), singular("crashes"), singular("missiles")
    ('embassy', 'crash', 'missile')
    """
    if lower.endswith("men") and len(lower) > 5:
        return lower[:-2] + "an"
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return lower[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and len(lower) > 3:
        return lower[:-1]
    return lower


def _irregular(row: Row) -> dict[str, str]:
    lemma = row["lemma"]
    # Monosyllables in one vowel and one consonant double it (hit, hitting); the others keep it.
    double = (
        len(lemma) > 2
        and lemma[-1] not in "aeiouwxy"
        and lemma[-2] in _VOWELS
        and lemma[-3] not in _VOWELS
        and (sum(c in _VOWELS for c in lemma) == 1 or lemma in ("begin", "forget", "forbid", "upset", "rescind"))
    )
    return inflect(lemma, row["past"], row["participle"], double)


def _join(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def build_forms(lexicon: Lexicon) -> Forms:
    """The forms of a lexicon's tables; use it as ``lexicon.derive(build_forms)``."""
    return Forms(lexicon)
