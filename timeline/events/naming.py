"""Which nouns and fixed phrases of a sentence name an act, and which rows of the tables they fit."""

from __future__ import annotations

from timeline.analysis import Token
from timeline.events.parties import Parties
from timeline.events.rows import Entry
from timeline.events.structure import Parse
from timeline.events.vocabulary import Vocabulary
from timeline.events.wording import match_run

__all__ = ["match_noun", "match_phrases"]

#: Prepositions of phrases that hold what a noun needs, and of those that say with whom.
_OF = frozenset({"of", "from", "in", "to", "on", "by"})
_WITH = frozenset({"with", "between"})
#: Tags of what may stand before a noun without saying what kind it is of.
_PLAIN = frozenset({"DT", "JJ", "POS"})


def match_noun(parse: Parse, phrase: int, parties: Parties, vocabulary: Vocabulary) -> tuple[Entry, int, int] | None:
    """The row that the head of a phrase fits best, with the tokens it covers."""
    place = parse.phrases[phrase]
    tokens = parse.tokens
    head = tokens[place.head]
    if head.tag in ("NNP", "NNPS") and head.text[:1].isupper() and place.head:
        return None
    if place.prep == "in" and place.first == place.head and vocabulary.has("manner", head.lower):
        return None
    if _is_no_act(parse, phrase, vocabulary):
        return None
    best: tuple[tuple[int, int], Entry, int, int] | None = None
    nouns = vocabulary.nouns.openers
    for start in range(place.first, place.head + 1):
        token = tokens[start]
        if token.lower not in nouns and token.lemma not in nouns:
            continue
        for entry in _noun_rows(token, vocabulary):
            if len(entry.words) > 1 and not parse.vocabulary.issuperset(entry.words):
                continue
            end = _match_compound(tokens, start, entry.words, place.head, vocabulary)
            if end > place.last and "of" not in entry.words and entry.words[-1] != "that":
                continue
            if end <= place.head or (entry.needs and not _noun_class(parse, phrase, start, entry, parties)):
                continue
            score = (len(entry.words), bool(entry.needs))
            if best is None or score > best[0]:
                best = score, entry, start, end
    return None if best is None else best[1:]


def _is_no_act(parse: Parse, phrase: int, vocabulary: Vocabulary) -> bool:
    """``the opposition says``, ``a duty to protect them``, ``carried out their duties``: nouns that tell an act only
    with one word after them, and what somebody's duties are."""
    place, tokens = parse.phrases[phrase], parse.tokens
    head = tokens[place.head]
    if vocabulary.has("people_but_to", head.lower):
        return place.last >= len(tokens) or tokens[place.last].lower != "to"
    if place.prep == "in" and vocabulary.has("papers", head.lower):
        return tokens[place.first].lower == "a"  # "said in a release"
    if not vocabulary.has("task_but_on", head.lemma):
        return False
    if any(t.lower == "on" for t in tokens[place.last : place.last + 1]):
        return False
    whole = tokens[place.first : place.head]
    return any(t.tag == "PRP$" for t in whole) or (
        head.tag == "NN" and all(t.tag in ("DT", "JJ", "POS") for t in whole)
    )


def _noun_rows(token: Token, vocabulary: Vocabulary) -> tuple[Entry, ...]:
    """The rows that a word begins, as it stands and as its base form."""
    rows = vocabulary.nouns.of(token.lower)
    return rows if token.lemma == token.lower else rows + vocabulary.nouns.of(token.lemma)


def _noun_class(parse: Parse, phrase: int, start: int, entry: Entry, parties: Parties) -> bool:
    """What a noun needs stands in its of-phrase or right before it ("troop withdrawal", "the king's arrival"); of
    ``@with`` in a phrase that says with whom; of a noun of going from where also behind who goes ("the exit of Chad |
    from the court")."""
    counterpart = "@with" in entry.special
    whose = -1
    for after in parse.after(phrase):
        place = parse.phrases[after]
        behind = place.prep == "from" and place.chain == whose >= 0 and entry.target[:1] == ("from",)
        if place.chain != phrase and not behind:
            continue
        whose = after if place.prep == "of" else whose
        if place.prep in _OF:
            if any(entry.needs & parties.classes(i) for i in parse.row(after)):
                return True
        elif counterpart and place.prep in _WITH and any(m.codes for m in parties.of_row(after)):
            return True
    before = start - 1
    if before > parse.phrases[phrase].first and parse.tokens[before].tag == "POS":
        before -= 1
    if before < parse.phrases[phrase].first:
        return False
    token = parse.tokens[before]
    table = parties.vocabulary.classes
    return bool(entry.needs & (table.get(token.lemma, frozenset()) | table.get(token.lower, frozenset())))


def _match_compound(tokens: list[Token], start: int, words: tuple[str, ...], head: int, vocabulary: Vocabulary) -> int:
    """Like :func:`match_run`, with modifiers allowed before the head ("joint military exercises")."""
    end = match_run(tokens, start, words)
    if end or len(words) != 2 or not start < head <= start + 3:
        return end
    fits = tokens[head].lower == words[1] or tokens[head].lemma == words[1]
    first = tokens[start].lower == words[0] and not vocabulary.has("unparted", words[0])
    return head + 1 if fits and first and all(t.tag in ("JJ", "NN") for t in tokens[start + 1 : head]) else 0


def match_phrases(parse: Parse, vocabulary: Vocabulary) -> list[tuple[Entry, int, int]]:
    """Fixed phrases ("under arrest") with the tokens they cover."""
    present, rows = parse.vocabulary, vocabulary.phrases
    openers = rows.openers & present
    told = {first: [e for e in rows.of(first) if present.issuperset(e.words)] for first in openers}
    if not any(told.values()):
        return []
    found: list[tuple[Entry, int, int]] = []
    for i, token in enumerate(parse.tokens):
        for entry in told.get(token.lower, ()):
            end = match_run(parse.tokens, i, entry.words)
            if end:
                found.append((entry, i, end))
                break
    return found
