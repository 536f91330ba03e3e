"""Which words of a sentence name an act, and which rows of the tables they fit."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.analysis import VERBAL
from timeline.events.parties import Parties, are_several, labels
from timeline.events.rows import Entry
from timeline.events.structure import Parse, Predicate
from timeline.events.summed import sums_up
from timeline.events.vocabulary import Frame, Vocabulary
from timeline.events.wording import PREPOSITIONS, SHIFTING, match_words

__all__ = ["TO_ANY", "match_frame", "match_noun_frame", "match_verb", "patients"]

_NOTHING: frozenset[str] = frozenset()
_PARTICIPLES = frozenset({"participle", "gerund"})
#: How a verb begins that tells what was or is, not what is to be ("told them that he had left").
_PAST_OR_THIRD = frozenset({"VBD", "VBZ", "VBN"})
_PAST = frozenset({"VBN", "VBD"})
#: Modes of sending somebody out of the country, which is seldom done to one's own people.
_AWAY = frozenset({"expel", "deport"})
_ITS = frozenset({"its", "their"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ"})
_AUXILIARIES = frozenset({"be", "have", "get", "do", "keep", "leave", "help"})
#: What a subject is that names more than one state.
_SEVERAL = frozenset({"@several"})
#: What a row needs that goes to, or over, another state.
_DIRECTIONS = frozenset({"@to", "@over"})
#: What a row needs that any infinitive completes.
TO_ANY = frozenset({"to:*"})


def patients(parse: Parse, predicate: Predicate, words: Iterable[str] = ()) -> list[int]:
    """First phrases of the rows that the verb acts on: objects, or the subject of a passive.

    The object of a phrasal verb may have been read as that of a preposition ("called | for talks").
    """
    if predicate.passive:
        found = [predicate.subject] if predicate.subject >= 0 else []
        found += [o for o in predicate.objects if o not in found]
    else:
        found = list(predicate.objects)
    wanted = PREPOSITIONS.intersection(words) if words else ()
    if wanted:
        found = _first_of_each(parse, [o for o in predicate.obliques if parse.phrases[o].prep in wanted]) + found
    return found


def _first_of_each(parse: Parse, obliques: list[int]) -> list[int]:
    """``sided with Chad in the quarrel | with Libya``: of some phrases those that do not hang on a noun behind another
    one with the same preposition."""
    if len(obliques) < 2:
        return obliques
    told: set[str] = set()
    kept: list[int] = []
    for oblique in obliques:
        phrase = parse.phrases[oblique]
        if phrase.prep not in told or phrase.chain < 0:
            kept.append(oblique)
        told.add(phrase.prep)
    return kept


def match_verb(
    parse: Parse, predicate: Predicate, parties: Parties, vocabulary: Vocabulary
) -> tuple[Entry, int] | None:
    """The row that fits a verb best, and where its words end: the longest, then the one that asks most."""
    rows = vocabulary.verbs.of(predicate.lemma)
    if rows is None or _describes(parse, predicate, vocabulary):
        return None
    best: tuple[tuple[int, int, int, float], Entry, int] | None = None
    subject: frozenset[str] | None = None
    by_whom = predicate.passive and parse.words(predicate.head + 1, predicate.head + 2) == "by"
    wild, bringing = False, vocabulary.words["bringing"]
    acted_on: dict[frozenset[str], frozenset[str]] = {}
    for _, words, entries, wanted in rows.among(parse.vocabulary):
        end = strict = predicate.head + 1
        if len(words) > 1:
            if by_whom and words[1] in PREPOSITIONS:
                continue  # "was passed | by the council on Monday"
            governing = words[1] in SHIFTING and _governs(parse, predicate, words[1], entries, parties)
            end = match_words(parse.tokens, predicate.head, words, bringing, typed=True, governing=governing)
            if not end or _is_apart(parse, predicate, words[1], end, parties, vocabulary):
                continue
            adjacent = len(words) == 2 and end == predicate.head + 2
            strict = end if adjacent else match_words(parse.tokens, predicate.head, words, bringing)
        objects = _acted_on(parse, predicate, words[1:], parties, acted_on)
        if wanted is not None and objects.isdisjoint(wanted):
            continue
        if subject is None:
            subject = _agent_classes(parse, predicate, parties)
            wild = "nature" in subject and "ammo" not in subject
        for entry in entries:
            by_class = not entry.classes.isdisjoint(objects)
            if not (by_class or entry.otherwise or (strict and not entry.needs)):
                continue
            if not _may_do(entry, subject, wild) or (entry.mode == "visit" and not _goes(parse, entry, predicate)):
                continue
            if entry.type == "COOPERATE" and _is_usual(parse, predicate):
                continue
            if entry.mood and not _in_mood(parse, predicate, entry.mood, parties):
                continue
            if entry.needs and not (by_class or _needs_met(parse, predicate, entry, parties, objects)):
                continue
            met = by_class or (bool(entry.special) and not entry.loose and (len(words) > 1 or entry.special != TO_ANY))
            asks = 2 * (met and not entry.loose) + 2 * (not entry.doers.isdisjoint(subject)) + 3 * (len(words) > 1)
            asks += 4 * bool(entry.mood)
            asks -= 4 * (entry.mode in _AWAY and _is_own(parse, predicate))
            score = (asks, len(words), -len(entry.needs), entry.weight)
            if best is None or score > best[0]:
                best = score, entry, end if entry.needs else strict
    rather = None if wild else rows.rather
    return _rather(parse, predicate, parties, rather) if best is None else best[1:]


def _is_own(parse: Parse, predicate: Predicate) -> bool:
    """``flew | home | its diplomats``: whether what a verb acts on belongs to somebody named before."""
    rows = [] if predicate.passive else predicate.objects[:2]
    return any([parse.tokens[parse.phrases[row].first].lower in _ITS for row in rows])


def _of_its_object(parse: Parse, predicate: Predicate, vocabulary: Vocabulary) -> bool:
    """``ordered the release of a man | jailed last year``: a participle behind an act that is done, not done itself."""
    if not predicate.objects:
        return False
    head = parse.tokens[parse.phrases[predicate.objects[0]].head]
    return vocabulary.has("act_nouns", head.lemma or head.lower)


def _is_apart(
    parse: Parse, predicate: Predicate, word: str, end: int, parties: Parties, vocabulary: Vocabulary
) -> bool:
    """Whether the further word of a row has nothing to do with the verb: "called a meeting | for Tuesday" asks for
    nothing, "ordered the release of a man | jailed last year" jailed nobody."""
    if word == "for" and predicate.lemma == "call":
        objects = [o for o in predicate.objects if parse.phrases[o].last < end]
        return any(["talks" in parties.classes(o) for o in objects])
    return word[-2:] == "ed" and _of_its_object(parse, predicate, vocabulary)


def _describes(parse: Parse, predicate: Predicate, vocabulary: Vocabulary) -> bool:
    """Words that say what something is, not what was done: a participle right behind its noun ("the cabinet | headed by
    Mr Lee", "camps | housing refugees") or before it ("bombed | suspected camps"), "close to" a place or number,
    ", leaving it with ten allies"."""
    tokens, head = parse.tokens, predicate.head
    token = tokens[head]
    if token.lower == "leaving" and head and tokens[head - 1].lower == "," and predicate.objects:
        return any(parse.phrases[o].prep == "with" for o in predicate.obliques)
    if predicate.host >= 0 and predicate.form in _PARTICIPLES and vocabulary.has("describing", token.lemma):
        return parse.phrases[predicate.host].last == predicate.first
    if predicate.first < head or head == 0 or head + 1 >= len(tokens):
        return False
    if token.lower == "close":
        return tokens[head + 1].lower == "to"
    if token.tag not in _PAST or tokens[head + 1].tag not in _NOMINAL:
        return False
    before = tokens[head - 1]
    return before.tag in VERBAL and before.lemma not in _AUXILIARIES and not vocabulary.has("speech", before.lemma)


def _governs(parse: Parse, predicate: Predicate, word: str, entries: tuple[Entry, ...], parties: Parties) -> bool:
    """``took the firm | off its blacklist``: whether a word that may be a particle leads to what a row asks for."""
    found = [parties.classes(o) for o in predicate.obliques if parse.phrases[o].prep == word]
    return any(not entry.classes.isdisjoint(classes) for classes in found for entry in entries)


def _may_do(entry: Entry, subject: frozenset[str], wild: bool) -> bool:
    """Whether a subject of some classes may do what a row says; ``wild`` ones (storms, prices) hit and kill, but do
    nothing political unless the row names them."""
    if entry.type == "ASSAULT" and "thing" in subject:
        return False  # films bomb and sales explode
    if entry.agent and entry.agent.isdisjoint(subject):
        return False
    return not wild or (entry.weight > 0 and not entry.doers.isdisjoint(subject))


def _rather(parse: Parse, predicate: Predicate, parties: Parties, entry: Entry | None) -> tuple[Entry, int] | None:
    """What a verb mostly tells, where it acts on something and a known party does it or nobody is said to."""
    if (
        entry is None
        or predicate.form == "infinitive"
        or not (predicate.passive or any(m.codes for m in parties.of_row(predicate.subject)))
    ):
        return None
    return (entry, predicate.head + 1) if patients(parse, predicate) else None


def _acted_on(
    parse: Parse,
    predicate: Predicate,
    words: tuple[str, ...],
    parties: Parties,
    known: dict[frozenset[str], frozenset[str]],
) -> frozenset[str]:
    """The classes of what a verb with some further words acts on, read once for the same prepositions among them."""
    prepositions = PREPOSITIONS.intersection(words) if words else _NOTHING
    found = known.get(prepositions)
    if found is None:
        found = known[prepositions] = _classes_of_rows(parse, patients(parse, predicate, words), parties)
    return found


def _classes_of_rows(parse: Parse, rows: list[int], parties: Parties) -> frozenset[str]:
    """The classes of all phrases in some rows (given by their first phrases)."""
    if not rows:
        return _NOTHING
    summing = parties.vocabulary.words["summing"]
    classes = [parties.classes(i) for index in rows for i in parse.row(index)]
    names = [i for index in rows for i in parse.renamed(index) if not sums_up(parse, i, summing)]
    classes += [parties.classes(i) for i in names]
    return classes[0] if len(classes) == 1 else _NOTHING.union(*classes)


def _in_mood(parse: Parse, predicate: Predicate, mood: str, parties: Parties) -> bool:
    """Whether a verb is told as to come ("will pay"), not allowed ("may no longer enter"), to be done, or not done, or
    whether it goes where the row says."""
    if mood in _DIRECTIONS:
        return _goes_to_state(parse, predicate, mood[1:], parties)
    vocabulary = parties.vocabulary
    first = parse.phrases[predicate.subject].first if predicate.subject >= 0 else -1
    none = first >= 0 and vocabulary.has("none", parse.tokens[first].lower)
    if mood == "@not":
        return predicate.negated or none
    if mood in ("@will", "@wont"):
        ahead = any(vocabulary.has(group, predicate.modal) for group in ("will", "would"))
        return ahead and (predicate.negated or none) == (mood == "@wont")
    if mood == "@must":
        return vocabulary.has("must", predicate.modal) and not predicate.negated
    denied = predicate.negated or predicate.no_longer or none
    return denied and (vocabulary.has("may", predicate.modal) or vocabulary.has("must", predicate.modal))


def _goes_to_state(parse: Parse, predicate: Predicate, prep: str, parties: Parties) -> bool:
    """``sent tanks | to Ukraine``, ``fired a rocket | over Japan``: whether a state's name follows."""
    own = labels(parties.of_row(predicate.subject)) if predicate.subject >= 0 and not predicate.passive else set()
    for oblique in predicate.obliques:
        phrase = parse.phrases[oblique]
        if phrase.prep == prep and phrase.last - phrase.first < 4:
            named = parties.of_phrase(oblique, reach=False)
            if len(named) == 1 and named[0].via == "name" and named[0].codes and not own & set(named[0].codes):
                return named[0].end >= parse.tokens[phrase.head].end
    return False


def _is_usual(parse: Parse, predicate: Predicate) -> bool:
    """``buys most of its fuel from Chad``: what somebody does with a share of all is how things are, no act."""
    tokens, phrases = parse.tokens, parse.phrases
    present = tokens[predicate.head].tag in ("VBZ", "VBP")
    return present and any(tokens[phrases[o].head].tag == "DT" for o in predicate.objects)


def _goes(parse: Parse, entry: Entry, predicate: Predicate) -> bool:
    """Whether a verb of visiting may have this object: "heads the council" is no journey, "he went on" neither."""
    after = parse.tokens[predicate.head + 1 : predicate.head + 2]
    if predicate.lemma == "go" and len(entry.words) == 1 and after and after[0].lower == "on":
        return False
    if not predicate.objects or predicate.passive or len(entry.words) > 1:
        return True
    return not entry.target or "object" in entry.target


def _agent_classes(parse: Parse, predicate: Predicate, parties: Parties) -> frozenset[str]:
    """The classes of the one who acts; a passive that does not say takes some party to act."""
    if predicate.passive:
        found = [o for o in predicate.obliques if parse.phrases[o].prep == "by"]
        if not found:
            return frozenset({"@party"})
    else:
        found = [predicate.subject] if predicate.subject >= 0 else []
    classes = _classes_of_rows(parse, found, parties)
    if "@party" in classes and are_several([m for row in found for m in parties.of_row(row)]):
        return classes | _SEVERAL
    return classes


def _needs_met(parse: Parse, predicate: Predicate, entry: Entry, parties: Parties, objects: frozenset[str]) -> bool:
    """Whether what a row needs is met otherwise than by the class of an object; see the head of triggers.tsv."""
    if "@party" in objects and "@party" in entry.needs:
        if predicate.passive or _other_party(parse, predicate, entry, parties):
            return True
    special = entry.special
    if not special:
        return False
    if "@none" in special:  # "Oslo followed", and nothing that it followed
        return not (predicate.passive or patients(parse, predicate, entry.words[1:]))
    if "@other" in special:
        return _concerns_another(parse, predicate, entry, parties)
    if "*" in special and patients(parse, predicate, entry.words[1:]):
        return True
    if "no-longer" in special:
        return predicate.no_longer
    if "@deadline" in special:  # "gave Iran | a week | to answer": between who is told and what to do only a time
        told = patients(parse, predicate)
        named = len(told) == 1 and bool(parties.of_phrase(told[0]))
        return named and not (predicate.passive and predicate.objects) and _completed_by(parse, predicate, TO_ANY)
    return _completed_by(parse, predicate, special)


def _other_party(parse: Parse, predicate: Predicate, entry: Entry, parties: Parties) -> bool:
    """Whether the party that is acted on is another one than the subject."""
    own = labels(parties.of_row(predicate.subject)) if predicate.subject >= 0 else set()
    return any(
        m.codes and not set(m.codes) <= own
        for index in patients(parse, predicate, entry.words[1:])
        for i in parse.row(index)
        for m in parties.of_phrase(i)
    )


def _completed_by(parse: Parse, predicate: Predicate, needs: frozenset[str]) -> bool:
    """Whether a verb that the row names completes the predicate: ``to:leave``, "a week to leave"."""
    return any(
        p.governor >= 0
        and parse.predicates[p.governor] is predicate
        and (
            p.relation in ("inf", "gerund")
            or (p.relation == "that" and parse.tokens[p.first].tag not in _PAST_OR_THIRD)
        )
        and (f"to:{p.lemma}" in needs or ("to:*" in needs and p.relation == "inf"))
        for p in parse.predicates
    )


def _concerns_another(parse: Parse, predicate: Predicate, entry: Entry, parties: Parties) -> bool:
    """Whether the object, or a phrase in one of the row's slots, belongs to another known party than the subject."""
    own = labels(parties.of_row(predicate.subject)) if predicate.subject >= 0 and not predicate.passive else set()
    rows = patients(parse, predicate, entry.words[1:])
    rows += [o for o in predicate.obliques if parse.phrases[o].prep in entry.target]
    return bool(rows) and any(m.codes and not set(m.codes) & own for i in rows for m in parties.of_row(i))


def match_frame(
    parse: Parse, predicate: Predicate, vocabulary: Vocabulary, relations: frozenset[str] = frozenset()
) -> tuple[Frame, int] | None:
    """The frame that a verb opens, or the adjective after *be* ("is willing").

    A verb may open several ("told him to", "told him that"): the one that takes one of ``relations`` wins.
    """
    participle = parse.tokens[predicate.head].lower
    if predicate.form == "participle" and _describes(parse, predicate, vocabulary):
        return None  # "nine people | suspected of spying"
    if predicate.passive and ("j", participle) in vocabulary.frames:
        return vocabulary.frames["j", participle][0], predicate.head + 1
    if predicate.adjective >= 0:
        word = parse.tokens[predicate.adjective].lower
        for frame in vocabulary.frames.get(("j", word), ()):
            return frame, predicate.adjective + 1
    first: tuple[Frame, int] | None = None
    for frame in vocabulary.frames.get(("v", predicate.lemma), ()):
        if len(frame.words) > 1 and not parse.vocabulary.issuperset(frame.words[1:]):
            continue
        end = match_words(parse.tokens, predicate.head, frame.words, vocabulary.words["bringing"])
        if end and (frame.takes & relations or len(frame.words) > 1):
            return frame, end
        if end and first is None:
            first = frame, end
    return first


def match_noun_frame(parse: Parse, phrase: int, vocabulary: Vocabulary, *, clause: bool = False) -> Frame | None:
    """The frame that a noun opens: *decision* to, *threat* of; of one that a ``clause`` completes *claim* that."""
    token = parse.tokens[parse.phrases[phrase].head]
    if token.lower == "order" and parse.phrases[phrase].prep == "in":
        return None  # "in order to"
    if vocabulary.has("proofs", token.lower):
        first = parse.tokens[parse.phrases[phrase].first]
        if not vocabulary.has("none", first.lower):
            return None  # only "no evidence that" says something of it
    for frame in vocabulary.frames.get(("n", token.lemma or token.lower), ()):
        if len(frame.words) == 1 and ("that" in frame.takes or not clause):
            return frame
    return None
