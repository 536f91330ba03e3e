"""The mode of an act by the words of its clause: what is asked for, what is threatened, by what means force is used.

The trigger often names the type alone ("urged Iran | to free the crew", "killed six | in an air raid").  The table
``lexicons/modes.tsv`` lists the words that tell the mode; the one nearest to the trigger decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from timeline.analysis import Token
from timeline.events.acts import Act, Draft
from timeline.events.structure import Parse, Predicate
from timeline.lexicons import Lexicon, Row
from timeline.models import Actor, Place
from timeline.plover import modes_of

__all__ = ["ModeTable", "mode_of", "mode_table", "refused", "visited"]

#: How many tokens from the trigger a word may stand.
_FAR = 16
#: Tokens that end what is looked at; a condition ("unless it lifts the siege") is not what is asked or threatened.
_ENDS = frozenset({";", ":", "if", "unless", "until", "after", "before", "because", "while", "although", "though", "."})
_WHERE = frozenset({"object", "means"})
#: How many acts and sentences back what is refused may have been asked.
_MEMORY, _NEAR = 4, 1
#: ``freed six women at the request of Togo``: what is asked for is what the clause before tells.
_AT_REQUEST = frozenset({"at", "upon", "following"})
_BEFORE_NOUNS = frozenset({"DT", "PRP$", "POS"})
_RELATIVE = frozenset({"whose", "which", "that"})
_FRONT = 5


class _Sign(NamedTuple):
    """Words that tell a mode; ``object`` for words of what is asked, else of the means."""

    words: tuple[str, ...]
    mode: str
    object: bool
    over: frozenset[str]


class _Signs(NamedTuple):
    """The signs of one type by their first word, and what it is without any."""

    by_word: dict[str, list[_Sign]]
    default: str | None
    replaceable: frozenset[str]


ModeTable = dict[str, _Signs]


def mode_table(lexicon: Lexicon) -> ModeTable:
    """The table of modes of a lexicon, built once.

    Raises:
        LexiconError: a row names a type, mode or place that does not exist.
    """
    return lexicon.derive(_build)


def _build(lexicon: Lexicon) -> ModeTable:
    signs: dict[str, dict[str, list[_Sign]]] = {}
    defaults: dict[str, str] = {}
    types = {row["type"] for row in lexicon.table("plover_types")}
    for row in lexicon.table("modes"):
        for type_ in row.list("type"):
            _check(row, type_, types)
            found = signs.setdefault(type_, {})
            for words in row.list("words"):
                if words == "*":
                    defaults[type_] = row["mode"]
                    continue
                sign = _Sign(tuple(words.split()), row["mode"], row["where"] == "object", frozenset(row.list("over")))
                found.setdefault(sign.words[0], []).append(sign)
    return {
        type_: _Signs(
            {word: sorted(same, key=lambda s: -len(s.words)) for word, same in found.items()},
            defaults.get(type_),
            frozenset().union(*(s.over for same in found.values() for s in same)),
        )
        for type_, found in signs.items()
    }


def _check(row: Row, type_: str, types: set[str]) -> None:
    if type_ not in types:
        raise row.error(f"{type_!r} is no event type: use one of {', '.join(sorted(types))}")
    if row["mode"] not in modes_of(type_):
        raise row.error(f"{row['mode']!r} is no mode of {type_}: use one of {', '.join(modes_of(type_))}")
    if row["where"] not in _WHERE:
        raise row.error(f"where {row['where']!r} must be object or means")


def mode_of(parse: Parse, act: Act, table: ModeTable) -> str | None:
    """The mode of an act: its trigger's, or the one that the nearest telling word of the clause gives."""
    signs = table.get(act.type)
    if act.mode and act.mode.startswith("="):
        return None
    if signs is None or (act.mode and act.mode not in signs.replaceable):
        return act.mode
    if parse.vocabulary.isdisjoint(signs.by_word):
        return act.mode or signs.default
    own = _own(parse, act)
    low, high = _reach(parse, act, own)
    hidden = _acted_on(parse, own) if act.type != "MOBILIZE" else set()  # what is moved is what it is done with
    turned = own is None or own.passive or _is_fronted(parse, own)
    best: tuple[int, str] | None = None
    for i in [*range(act.first, high), *range(act.first - 1, low - 1, -1)]:
        distance = act.first - i if i < act.first else max(0, i - act.last + 1)
        if best is not None and distance >= best[0]:
            continue
        token = parse.tokens[i]
        if token.lower not in signs.by_word and token.lemma not in signs.by_word:
            continue
        for sign in _signs_at(parse.tokens, i, signs):
            if act.mode and act.mode not in sign.over:
                continue
            if (i > act.first or (turned and i < act.first and best is None)) if sign.object else i not in hidden:
                best = distance, sign.mode
                break
    return best[1] if best else act.mode or signs.default


def _signs_at(tokens: list[Token], at: int, signs: _Signs) -> list[_Sign]:
    """The signs that begin at a token, the longest first."""
    token = tokens[at]
    found = signs.by_word.get(token.lower, [])
    if token.lemma != token.lower:
        found = found + signs.by_word.get(token.lemma, [])
    return [s for s in found if len(s.words) == 1 or _runs(tokens, at, s.words)]


def _runs(tokens: list[Token], at: int, words: tuple[str, ...]) -> bool:
    run = tokens[at : at + len(words)]
    return len(run) == len(words) and all(w in (t.lower, t.lemma) for t, w in zip(run, words, strict=True))


def _own(parse: Parse, act: Act) -> Predicate | None:
    """The predicate whose head the trigger holds."""
    for i in range(act.first, act.last):
        if i in parse.predicate_at:
            return parse.predicates[parse.predicate_at[i]]
    return None


def _acted_on(parse: Parse, own: Predicate | None) -> set[int]:
    """The tokens of what a verb acts on: "shot down | a drone" tells nothing of the means."""
    if own is None:
        return set()
    rows = own.objects if not own.passive else [own.subject] if own.subject >= 0 else []
    return {t for i in rows for j in parse.row(i) for t in range(parse.phrases[j].first, parse.phrases[j].last)}


def _reach(parse: Parse, act: Act, own: Predicate | None) -> tuple[int, int]:
    """The tokens of the clause: from its subject to the next clause that does not complete it."""
    high = min(len(parse.tokens), act.last + _FAR)
    for i in range(act.last, high):
        if parse.tokens[i].lower in _ENDS:
            high = i
            break
    for p in parse.predicates:
        if act.last <= p.first < high and p is not own and _stands_apart(parse, p, own, act):
            high = p.first
            if p.subject >= 0 and act.last <= parse.phrases[p.subject].first < high:
                high = parse.phrases[p.subject].first
            break
    return min(_start(parse, act, own), act.first), max(high, act.last)


def _start(parse: Parse, act: Act, own: Predicate | None) -> int:
    """Where the clause begins; what is turned to the front is part of it ("the release | for which Iran asked")."""
    far = max(0, act.first - _FAR)
    if own is None:
        if act.phrase < 0:
            return act.first
        phrase = parse.phrases[act.phrase]
        return far if phrase.prep in _AT_REQUEST else phrase.first
    start = own.first
    if own.subject >= 0 and parse.phrases[own.subject].first < start:
        start = parse.phrases[own.subject].first
    if _is_fronted(parse, own):
        start -= _FRONT
    return max(far, start)


def _is_fronted(parse: Parse, own: Predicate) -> bool:
    """``whose release Iran had asked for``: whether a relative pronoun opens the clause."""
    start = parse.phrases[own.subject].first if own.subject >= 0 else own.first
    start = min(start, own.first)
    return own.relative or any(t.lower in _RELATIVE for t in parse.tokens[max(0, start - 3) : start + 1])


def _stands_apart(parse: Parse, other: Predicate, own: Predicate | None, act: Act) -> bool:
    """Whether a later predicate belongs to another clause than the trigger's."""
    if parse.tokens[other.first - 1].tag in _BEFORE_NOUNS:
        return False  # "on the sidelines": a noun that was read as a verb
    if other.relation == "adverbial" and other.form != "infinitive":
        return True
    if other.form != "finite":
        return False
    above = other
    while above.governor >= 0 and above.relation != "adverbial":
        above = parse.predicates[above.governor]
        if above is own or act.first <= above.head < act.last:
            return False
    return own is not None or other.host != act.phrase


def visited(act: Act, parties: Iterable[Actor], where: Place | None) -> str | None:
    """``met Mr Xi in Beijing``: who meets the other at his home visits him."""
    if act.type != "CONSULT" or act.nominal or where is None or where.code is None:
        return None
    codes = {p.code for p in parties if p.code}
    return "visit" if where.code in codes and len(codes) > 1 else None


def refused(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each refusal that does not say of what ("turned it down") with the mode of the request before it."""
    done: list[Draft] = []
    for draft in drafts:
        mode = None
        if draft.type == "REJECT" and not (draft.mode or draft.told_mode):
            mode = next((d.told_mode for d in reversed(done[-_MEMORY:]) if _asks(d, draft)), None)
        done.append(draft.but(told_mode=mode) if mode else draft)
    return done


def _asks(request: Draft, refusal: Draft) -> bool:
    """Whether a request may be what is refused: close before it, and not by the one who refuses."""
    if request.type != "REQUEST" or refusal.sentence - request.sentence > _NEAR:
        return False
    return not {a.code or a.name for a in request.actors} & {a.code or a.name for a in refusal.actors}
