"""Noun phrases that stand for an act told elsewhere: "the move", "the Russian decision", "those sanctions".

A phrase with a definite determiner, or a party's name, and a noun of ``link_references`` is resolved to the act that
its words and its place speak for most (:mod:`timeline.links.antecedents`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from timeline.families import families
from timeline.lexicons import Lexicon, PhraseMatcher
from timeline.links.acts import Act, Place, Scene, stances
from timeline.links.antecedents import Antecedents
from timeline.links.phrases import Noun, Phrase, begin, is_head, phrase_of, words_of

__all__ = ["phrases_of", "reference_matcher", "resolve_references"]

_TO = re.compile(r"\s+(?:(?:not )?to\s+|of\s+(?:the\s+|an?\s+)?)")
#: So many sentences on the act may be told of which a noun says that it came.
_COMING = 2
#: What sort of thing the nouns are that stand foremost for acts of a type.
_SORT_OF = {
    **dict.fromkeys(("ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE"), "harm"),
    **dict.fromkeys(("ACCUSE", "REQUEST", "THREATEN", "REJECT"), "words"),
    **dict.fromkeys(("CONCEDE", "RETREAT", "AID", "SUPPORT"), "kind"),
    **dict.fromkeys(("AGREE", "CONSULT", "COOPERATE"), "pact"),
}


def reference_matcher(lexicon: Lexicon) -> PhraseMatcher[Noun]:
    """The matcher of reference nouns; give it to ``lexicon.derive``."""
    nouns: dict[str, Noun] = {}
    kin, stance = lexicon.derive(families), lexicon.derive(stances)
    for row in lexicon.table("link_references"):
        listed = row.list("types")
        kinds = [t for t in listed if t != "*"]
        held = frozenset(() if "*" in listed else kinds)
        foremost = frozenset(kinds if "*" in listed else kinds[:1])
        for word in row.list("nouns"):
            old = nouns.get(word) or Noun(held, frozenset(), foremost, kin.of(word), frozenset(), _sort(listed))
            types = old.types | held if old.types and held else frozenset()
            bearing = frozenset([stance.get(t, "blame") for t in types])
            modes = old.modes | set(row.list("modes"))
            nouns[word] = Noun(types, modes, old.first | foremost, old.kin, bearing, old.sort)
    return PhraseMatcher(nouns, ignore_case=True)


def _sort(types: Sequence[str]) -> str:
    """What sort of thing a noun with such types is."""
    return _SORT_OF.get(types[0], "any")


def resolve_references(scene: Scene, lexicon: Lexicon) -> list[Place]:
    """Places of kind ``reference``, one for each phrase that could be resolved."""
    found: list[Place] = []
    acts = Antecedents(scene, lexicon)
    text = acts.lower
    for phrase in phrases_of(scene, text, lexicon):
        spelt = _spelt_out(scene, phrase.end) or _to_come(scene, text, phrase, lexicon)
        for act in [spelt] if spelt else acts.resolve(phrase):
            found.append(Place(phrase.low, phrase.end, act, phrase.sentence, "reference", (phrase.low, phrase.end)))
    return found


def phrases_of(scene: Scene, text: str, lexicon: Lexicon) -> list[Phrase]:
    """The phrases of a text (in lower case) that may stand for an act."""
    found: list[Phrase] = []
    hits = list(lexicon.derive(reference_matcher).finditer(text))
    for (start, end, noun), following in zip_longest(hits, [start for start, _, _ in hits[1:]]):
        low = None if following == end + 1 else begin(scene, text, start, end, lexicon)
        if low is None or (found and found[-1].low == low) or not is_head(scene, low, start, end):
            continue
        if not any(p.end > low and not _speaks_of(p, low, end) for p in scene.between(low - 80, end)):
            found.append(phrase_of(scene, text, (low, start, end), noun, lexicon))
    return found


def _to_come(scene: Scene, text: str, phrase: Phrase, lexicon: Lexicon) -> Act | None:
    """The act told next, of which the noun is the announcement: "The answer came a day later. Minsk closed ..." """
    groups = lexicon.derive(words_of)
    after = len(text) - len(text[phrase.end :].lstrip())
    if groups["answer"].get(text[phrase.start : phrase.end]) is None or groups["coming"].match(text, after) is None:
        return None
    last = min(phrase.sentence + _COMING, len(scene.sentences) - 1)
    for place in scene.between(phrase.end, scene.sentences[last].end):
        if not phrase.owners or phrase.owners & place.act.actors:
            return place.act
    return None


def _speaks_of(place: Place, low: int, high: int) -> bool:
    """Whether the words of an act of speech hold what it is about: "called the step unlawful"."""
    return place.start < low and place.end >= high and not place.act.harm and place.kind == "trigger"


def _spelt_out(scene: Scene, offset: int) -> Act | None:
    """The act whose words follow at once: "the decision to ban beef" """
    to = _TO.match(scene.text, offset)
    places = scene.between(to.end(), to.end() + 1) if to else []
    return places[0].act if places else None
