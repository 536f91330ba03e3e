"""Where an act took place, and the numbers that go with it."""

from __future__ import annotations

import re

from timeline.events.acts import Act
from timeline.events.parties import Parties
from timeline.events.structure import Parse
from timeline.models import Document, Place, Quantity

__all__ = ["place_of", "quantities_of"]

_LOCATIVE = frozenset({"in", "at", "near", "off", "outside", "inside", "around", "across", "along", "over", "from"})
_NUMBER = re.compile(
    r"(?P<money>(?:US|A|C|NZ|HK)?[$\u20ac\u00a3\u00a5])?\s?(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)(?P<scale>k|m|mn|bn|b|%)?$"
)
_DIGIT = re.compile(r"\d")
_SCALES = {
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "billion": 1e9,
    "trillion": 1e12,
}
_MONEY = {
    "$": "USD",
    "US$": "USD",
    "A$": "AUD",
    "C$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "\u20ac": "EUR",
    "\u00a3": "GBP",
    "\u00a5": "JPY",
}
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip


def place_of(document: Document, parse: Parse, parties: Parties, first: int, last: int) -> Place | None:
    """The first place that a phrase of the clause names ("in Damascus", "off the coast of Libya")."""
    for phrase in parse.phrases:
        if phrase.first < first or phrase.last > last or phrase.prep not in _LOCATIVE:
            continue
        for mention in parties.within(phrase.first, phrase.last):
            if mention.is_place:
                code = mention.codes[0] if mention.codes else None
                return Place(
                    name=document.text[mention.start : mention.end],
                    code=code,
                    span=document.span(mention.start, mention.end),
                )
    return None


def quantities_of(document: Document, parse: Parse, act: Act) -> tuple[Quantity, ...]:
    """The numbers in the phrases of an act, with what they count."""
    if parse.numbered is None:
        low, high = parse.tokens[0].start, parse.tokens[-1].end
        parse.numbered = not _WORDS.keys().isdisjoint(parse.vocabulary) or bool(_DIGIT.search(document.text, low, high))
    if not parse.numbered:
        return ()
    phrases: list[int] = []
    if act.predicate >= 0:
        predicate = parse.predicates[act.predicate]
        roots = [*predicate.objects, *predicate.obliques, *([predicate.subject] if predicate.subject >= 0 else [])]
        phrases = [i for root in roots for i in (*parse.row(root), *parse.after(root))]
    elif act.phrase >= 0:
        phrases = [act.phrase, *parse.after(act.phrase)]
    found: list[Quantity] = []
    for index in sorted(set(phrases)):
        if index not in parse.quantities:
            parse.quantities[index] = _quantity(document, parse, index)
        quantity = parse.quantities[index]
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


def _quantity(document: Document, parse: Parse, index: int) -> Quantity | None:
    phrase = parse.phrases[index]
    for i in range(phrase.first, phrase.last):
        token = parse.tokens[i]
        in_words = token.lower in _WORDS
        if not in_words and token.lower.isalpha():
            continue
        match = _NUMBER.match(token.lower.upper() if token.lower[:1].isalpha() else token.lower)
        if match is None and not in_words:
            continue
        value = float(_WORDS[token.lower]) if match is None else float(match["digits"].replace(",", ""))
        scale = (match["scale"] or "").lower() if match else ""
        end = i
        if i + 1 < len(parse.tokens) and parse.tokens[i + 1].lower in _SCALES:
            end, scale = i + 1, parse.tokens[i + 1].lower
        value *= _SCALES.get(scale, 1.0)
        unit = _unit(parse, phrase.head, end, scale, match["money"] if match else None)
        last = max(end, phrase.head if not unit.isupper() and unit != "%" else end)
        if not unit:
            return None
        return Quantity(value=value, unit=unit, span=document.span(token.start, parse.tokens[last].end))
    return None


def _unit(parse: Parse, head: int, end: int, scale: str, money: str | None) -> str:
    if money:
        return _MONEY.get(money.upper(), money)
    if scale == "%" or (end + 1 < len(parse.tokens) and parse.tokens[end + 1].lower in ("%", "percent", "per")):
        return "%"
    return parse.tokens[head].lower if head > end else ""
