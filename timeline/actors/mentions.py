"""From analysed sentences to the mentions of parties of a document."""

from __future__ import annotations

import re

from timeline.actors.attachment import attach, build_postmodifiers, coordinate, gather_places
from timeline.actors.described import name_described
from timeline.actors.discourse import Discourse
from timeline.actors.gazetteer import Entry, build_gazetteer, plain
from timeline.actors.phrases import Hit, Phrase, phrases_of
from timeline.actors.places import mark_places
from timeline.actors.reading import Frame, Reading
from timeline.actors.rules import read
from timeline.actors.senses import Senses
from timeline.actors.unlisted import UnlistedWords, with_unlisted
from timeline.actors.vocabulary import build_vocabulary
from timeline.analysis import FINITE, ActorMention, Sentence, Token, fold
from timeline.lexicons import Lexicon

__all__ = ["find_mentions", "named_in"]

#: Definite nouns of these kinds are no party when nothing was found that they point to.
_POINTING = frozenset({"bloc", "named"})
#: Where and when a report was written: a place in capitals, perhaps a day and an agency, a dash.
_DATELINE = re.compile(
    r"\s*([A-Z][A-Z' -]+[A-Z])(?:, [^\n\u2013\u2014-]{1,40})?\s*(?:\([^)\n]{1,30}\))?\s*[-\u2013\u2014]"
)
#: A short form in brackets, the kinds of parties of the tables whose short forms others have too, and the most
#: letters of the name before it.
_SHORT_FORM = re.compile(r"\(([A-Z]{2,6})\)")
_OFTEN_SHORT = frozenset({"country", "group", "company", "media", "person"})
_LONG_NAME = 90
#: Prepositions that open a clause, too ("after Spain protested").
_SUBORDINATORS = frozenset(
    {"after", "although", "as", "because", "before", "if", "once", "since", "so", "than", "that", "though", "till",
     "unless", "until", "whereas", "whether", "while"}
)  # fmt: skip

#: How many words, set off by commas, may part a subject from its verb.
_ASIDE = 16


def find_mentions(
    text: str,
    sentences: list[Sentence],
    lexicon: Lexicon | None = None,
    published: str | None = None,
    title: str | None = None,
) -> list[ActorMention]:
    """Every noun phrase that names, describes or stands for a party, in order of the text.

    Args:
        text: the document's text, to which all offsets refer.
        sentences: its sentences, already analysed (tokens and chunks filled).
        lexicon: the tables; the library's own when left out.
        published: day of publication (``YYYY-MM-DD``), which settles who bears an office; None when unknown.
        title: the title, where it is no part of the text; whom it names first, the lead may call "the minister".

    >>> from timeline.text import sentences, tagging
    >>> text = "Moscow expelled 10 Canadian diplomats; it gave no reason."
    >>> parts = sentences.split(text)
    >>> for part in parts: tagging.analyse(part)
    >>> [(text[m.start:m.end], m.codes) for m in find_mentions(text, parts)]
    [('Moscow', ('RUS',)), ('10 Canadian diplomats', ('CAN',)), ('it', ('RUS',))]
    """
    lexicon = lexicon or Lexicon.default()
    frame = Frame(lexicon.derive(build_gazetteer), lexicon.derive(build_vocabulary))
    postmodifiers = lexicon.derive(build_postmodifiers)
    senses = Senses(text, published)
    hits = with_unlisted(text, _hits(text, frame, senses), lexicon.derive(UnlistedWords))
    discourse = Discourse(frame, senses, _dateline(text, hits) or _first_state(_hits(title or "", frame, senses)))
    readings: list[Reading] = []
    for sentence, inside in _by_sentence(sentences, hits):
        found = _read_sentence(sentence, inside, frame)
        mark_places(found, frame)
        found = attach(found, frame, postmodifiers)
        coordinate(found)
        gather_places(found)
        readings.extend(found)
    for reading in readings:
        discourse.register(reading)
    for reading in readings:
        discourse.resolve(reading)
    mentions = [r.mention for r in readings if r.mention.codes or r.anaphor not in _POINTING]
    name_described(text, mentions, frame.words.person_like)
    return mentions


def named_in(title: str, lexicon: Lexicon, published: str | None = None) -> tuple[str, ...]:
    """The codes of the parties that a title names, in order."""
    frame = Frame(lexicon.derive(build_gazetteer), lexicon.derive(build_vocabulary))
    hits = _hits(title, frame, Senses(title, published))
    return tuple(dict.fromkeys(code for hit in hits for code in hit.entry.codes))


def _hits(text: str, frame: Frame, senses: Senses) -> list[Hit]:
    """The names of the tables in the text, each with its sense."""
    folded = plain(fold(text))
    found: list[Hit] = []
    for start, end, entries in frame.gazetteer.matcher.finditer(folded):
        words = folded[start:end]
        entry = senses.choose(words, entries)
        if entry is not None:
            found.append(Hit(start, end, words, entry))
    return _as_explained(text, found)


def _as_explained(text: str, hits: list[Hit]) -> list[Hit]:
    """The names, a short form that the text explains ("Coalition of Patriots (CP)") as what it stands for there."""
    shorts = {hit.words for hit in hits if hit.words.isupper() and hit.entry.kind in _OFTEN_SHORT}
    meant: dict[str, Entry | None] = {}
    for told in _SHORT_FORM.finditer(text) if shorts else ():
        short = told.group(1)
        if short not in shorts:
            continue
        named = [h.entry for h in hits if h.words != short and 0 <= told.start() - h.end <= 1]
        if named:
            meant[short] = named[-1]
            continue
        before = text[max(0, told.start() - _LONG_NAME) : told.start()].split()
        if "".join([word[0] for word in before if word[0].isupper()]).endswith(short):
            meant[short] = None
    kept = []
    for hit in hits:
        hit.entry = meant.get(hit.words) or hit.entry
        if meant.get(hit.words, hit.entry) is not None:
            kept.append(hit)
    return kept


def _dateline(text: str, hits: list[Hit]) -> ActorMention | None:
    """The state where a report was written: ``NAIROBI, May 3 (Agency) - ``."""
    place = _DATELINE.match(text)
    return _first_state([h for h in hits[:1] if place is not None and h.start < place.end(1)])


def _first_state(hits: list[Hit]) -> ActorMention | None:
    """The first of the names that is a state's."""
    for hit in hits:
        entry = hit.entry
        if entry.kind == "country" and len(entry.codes) == 1:
            return ActorMention(0, 0, -1, entry.name, entry.codes, entry.kind, home=entry.codes[0])
    return None


def _by_sentence(sentences: list[Sentence], hits: list[Hit]) -> list[tuple[Sentence, list[Hit]]]:
    """Each sentence with the names that begin in it."""
    paired: list[tuple[Sentence, list[Hit]]] = []
    i = 0
    for sentence in sentences:
        while i < len(hits) and hits[i].start < sentence.start:
            i += 1
        first = i
        while i < len(hits) and hits[i].start < sentence.end:
            i += 1
        paired.append((sentence, hits[first:i]))
    return paired


def _read_sentence(sentence: Sentence, hits: list[Hit], frame: Frame) -> list[Reading]:
    if not sentence.tokens:
        return []
    found = []
    for phrase in phrases_of(sentence, hits, frame.words.openers, frame.words.calendar):
        reading = read(phrase, frame)
        if reading is not None:
            reading.subject = _is_subject(phrase)
            found.append(reading)
    return found


def _is_subject(phrase: Phrase) -> bool:
    """Whether a finite verb follows and no preposition stands before ("Spain protested after ..." may look passive)."""
    tokens = phrase.tokens
    before = tokens[phrase.first - 1] if phrase.first else None
    if before is not None and before.tag in ("IN", "TO") and before.lower not in _SUBORDINATORS:
        return False
    i = phrase.last
    while i < len(tokens) and tokens[i].tag == "RB":
        i += 1
    if i + 1 < len(tokens) and phrase.first == 0 and tokens[i].tag == "VBN":
        return tokens[i + 1].lower != "by"
    return i < len(tokens) and (tokens[i].tag in FINITE or _verb_follows_aside(tokens, i))


def _verb_follows_aside(tokens: list[Token], i: int) -> bool:
    """``Jane Doe, the minister, left``: the verb stands after words set off by commas."""
    if tokens[i].lower == ",":
        for j in range(i + 2, min(i + _ASIDE, len(tokens) - 1)):
            if tokens[j].lower == ",":
                after = tokens[j + 1]
                return after.tag in FINITE or (after.tag == "RB" and tokens[min(j + 2, len(tokens) - 1)].tag in FINITE)
    return False
