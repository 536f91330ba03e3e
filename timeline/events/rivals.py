"""The readings of an event that lost: other types of its trigger, other dates and other parties of its sentence.

Only ``timeline explain`` asks for them, so they are worked out anew from the tables and from what the sentence holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from timeline.analysis import ActorMention, Sentence
from timeline.events.rows import Entry
from timeline.events.vocabulary import Vocabulary, vocabulary
from timeline.lexicons import Lexicon
from timeline.models import Event, Reason, TimeExpression

__all__ = ["lost_readings"]

#: So many readings of each kind, and words that one asks for, are named.
_MOST = 4


def lost_readings(
    event: Event,
    sentence: Sentence,
    expressions: Iterable[TimeExpression],
    mentions: Iterable[ActorMention],
    lexicon: Lexicon,
) -> tuple[Reason, ...]:
    """What the first mention of an event might have been read as; rules ``type``, ``date`` and ``party``.

    ``sentence`` is the one (tagged) that holds its trigger, ``expressions`` and ``mentions`` are those of the document.
    """
    types = list(_types(event, sentence, vocabulary(lexicon)))
    dates = list(_dates(event, sentence, expressions))
    parties = list(_parties(event, sentence, mentions))
    return (*types[:_MOST], *dates[:_MOST], *parties[:_MOST])


def _types(event: Event, sentence: Sentence, words: Vocabulary) -> Iterator[Reason]:
    """Rows of the tables that begin with the trigger's first word and code to something else."""
    trigger = event.mentions[0].trigger
    head = next((t for t in sentence.tokens if t.end > trigger.start), None)
    if head is None:
        return
    present = frozenset(t.lower for t in sentence.tokens) | frozenset(t.lemma for t in sentence.tokens)
    seen: set[tuple[str, str | None]] = {(event.type, event.mode)}
    for entry in _rows((head.lemma, head.lower), words):
        if (entry.type, entry.mode) not in seen and present.issuperset(entry.words):
            seen.add((entry.type, entry.mode))
            name = f"{entry.type} {entry.mode}" if entry.mode else entry.type
            yield Reason(rule="type", words=" ".join(entry.words), note=f"{name}, {_asked(entry)}")


def _rows(heads: Sequence[str], words: Vocabulary) -> Iterator[Entry]:
    for head in dict.fromkeys(heads):
        rows = words.verbs.of(head)
        if rows is not None:
            for run in sorted([*rows.alone, *(run for runs in rows.longer.values() for run in runs)]):
                yield from run.entries
        yield from words.nouns.of(head)
        yield from words.phrases.of(head)


def _asked(entry: Entry) -> str:
    """What a row asks for."""
    asked = []
    if entry.needs:
        asked.append(f"with {_any_of(entry.needs)}")
    if entry.agent:
        asked.append(f"done by {_any_of(entry.agent)}")
    return f"if {', '.join(asked)}" if asked else "which another row outdid"


def _any_of(words: Iterable[str]) -> str:
    """Words that a row asks one of, the first few; the marks of the tables spelt out."""
    plain = sorted(re.sub(r"^@", "any ", word.replace("to:", "to ")) for word in words)
    return " or ".join(plain[:_MOST]) + (" …" if len(plain) > _MOST else "")


def _dates(event: Event, sentence: Sentence, expressions: Iterable[TimeExpression]) -> Iterator[Reason]:
    """Dates of the sentence that do not govern the event."""
    taken = event.when.expression
    for expression in expressions:
        span = expression.span
        if not expression.when.edtf or not sentence.start <= span.start < sentence.end:
            continue
        if taken is None or (span.start, span.end) != (taken.start, taken.end):
            yield Reason(rule="date", words=span.text, note=f"{expression.when.edtf}, which governs other words")


def _parties(event: Event, sentence: Sentence, mentions: Iterable[ActorMention]) -> Iterator[Reason]:
    """Parties named in the sentence that have no part in the event."""
    seen = {*event.actor_labels, *event.target_labels}
    for mention in mentions:
        label = "+".join(mention.codes) or mention.name
        if mention.sentence != sentence.index or label in seen or seen.issuperset(mention.codes or (label,)):
            continue
        seen.add(label)
        words = sentence.text[mention.start - sentence.start : mention.end - sentence.start]
        manner = "a place there" if mention.is_place else "named there, in no role of this act"
        yield Reason(rule="party", words=words, note=f"{label}, {manner}")
