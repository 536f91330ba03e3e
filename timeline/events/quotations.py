"""Who speaks: "we" and what only the saying makes an act, put down to the speaker of a quotation."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.analysis import ActorMention, Sentence
from timeline.events.acts import Act
from timeline.events.parties import Parties, labels, minus
from timeline.events.structure import Parse
from timeline.events.vocabulary import Vocabulary

__all__ = ["Speaker", "Told", "attribute"]

_QUOTE = '"'
#: Who speaks, and in what words that is told.
Speaker = tuple[list[ActorMention], str]
_NOBODY: Speaker = ([], "")
#: Prepositions before what gives somebody's view ("in the eyes of").
_SEEN_IN = frozenset({"in", "to", "by", "from"})


@dataclass(slots=True, eq=False)
class Told:
    """A sentence as it was read, with the acts that wait for a speaker among the others."""

    sentence: Sentence
    parsed: Parse
    parties: Parties
    acts: list[Act] = field(default_factory=list)


def voice(act: Act, parse: Parse, words: Vocabulary) -> bool:
    """Whether an act is told in the first person: ``we reject``, ``I condemn``."""
    index = parse.predicate_at.get(act.first, act.predicate)
    if index < 0 or act.nominal:
        return False
    predicate = parse.predicates[index]
    if predicate.subject < 0 or predicate.passive:
        return False
    return words.has("first_person", parse.tokens[parse.phrases[predicate.subject].head].lower)


def give(act: Act, speaker: list[ActorMention], said_by: str) -> None:
    """Put an act down to who speaks."""
    if act.speaker_acts:
        act.speaker_acts = False
        act.targets = minus(act.actors, speaker) or act.targets
    act.actors = speaker
    act.targets = minus(act.targets, speaker)
    act.attribution = act.attribution or said_by or None
    act.because("speaker", said_by)


def speaker_of(told: Told, words: Vocabulary) -> Speaker:
    """Who is quoted in a sentence, and in what words: the subject of its last verb of saying; else whose view it is."""
    for predicate in reversed(told.parsed.predicates):
        speaking = words.has("speech", predicate.lemma) or words.has("reading_out", predicate.lemma)
        if predicate.subject < 0 or not speaking or predicate.passive:
            continue
        mentions = [m for m in told.parties.of_row(predicate.subject) if m.codes]
        if mentions:
            place = told.parsed.phrases[predicate.subject]
            return mentions, " ".join(t.text for t in told.parsed.tokens[place.first : place.last])
    return viewer_of(told, words)


def viewer_of(told: Told, words: Vocabulary) -> Speaker:
    """``According to Lima``, ``in Lima's view``, ``in the eyes of Peruvian officials``: whose view a sentence gives."""
    parsed = told.parsed
    if "according" not in parsed.vocabulary and words.words["viewpoints"].isdisjoint(parsed.vocabulary):
        return [], ""
    for i, phrase in enumerate(parsed.phrases):
        viewed = phrase.prep in _SEEN_IN and words.has("viewpoints", parsed.tokens[phrase.head].lower)
        if phrase.prep == "according" or viewed:
            mentions = [m for m in told.parties.of_phrase(i) if m.codes and not m.media]
            if mentions:
                return mentions, " ".join(t.text for t in parsed.tokens[phrase.first : phrase.last])
    return [], ""


def _goes_on(told: Told) -> bool:
    """Whether a quotation that opens the sentence is still open at its end."""
    marks = [t.lower == _QUOTE for t in told.parsed.tokens]
    return bool(marks) and marks[0] and sum(marks) % 2 == 1


def _charge(told: Told, words: Vocabulary) -> None:
    """``In Lima's view Chile broke the treaty``: who sees it so accuses who did wrong."""
    viewer, _ = viewer_of(told, words)
    own = labels(viewer)
    for act in told.acts if viewer else ():
        if act.type not in ("ACCUSE", "REJECT") or act.modality != "actual" or act.nominal or act.predicate < 0:
            continue
        if words.has("wronging", told.parsed.predicates[act.predicate].lemma) and own.isdisjoint(labels(act.actors)):
            act.type, act.mode, act.speaker_acts = "ACCUSE", "allege", True
            act.actors = [m for m in act.actors if m.codes]


def _is_all_quoted(told: Told) -> bool:
    """Whether a sentence is but a quotation, from its first word to its last."""
    marks = [i for i, t in enumerate(told.parsed.tokens) if t.lower == _QUOTE]
    return len(marks) in (1, 2) and marks[0] == 0 and (len(marks) == 1 or marks[1] >= len(told.parsed.tokens) - 2)


def attribute(paragraph: list[Told], words: Vocabulary, before: Speaker = _NOBODY) -> Speaker:
    """Put down what waits for a speaker to the one of its sentence, else of the sentence before or after it in
    its paragraph; what nobody says is left out.

    ``before`` is who spoke last in the paragraph before: a paragraph that opens with a quotation of nobody named goes
    on with it.  Returns who spoke last in this one.
    """
    speaker, said_by = before if paragraph and _is_all_quoted(paragraph[0]) else _NOBODY
    for i, told in enumerate(paragraph):
        _charge(told, words)
        quoted = _QUOTE in told.parsed.vocabulary
        if quoted:
            own, words_of = speaker_of(told, words)
            if not own and i + 1 < len(paragraph) and (not speaker or _goes_on(told)):
                own, words_of = speaker_of(paragraph[i + 1], words)
            speaker, said_by = (own, words_of) if own else (speaker, said_by)
        else:
            own, words_of = [], ""
        waiting = [act for act in told.acts if _waits(act, told.parsed, words)]
        if waiting:
            if not quoted:
                own, words_of = speaker_of(told, words)
            if own or speaker:
                for act in waiting:
                    give(act, own or speaker, words_of if own else said_by)
            told.acts = [a for a in told.acts if not a.speaker_acts]
    return speaker, said_by


def _waits(act: Act, parse: Parse, words: Vocabulary) -> bool:
    """Whether only the speaker makes an act of it, or tells who acts."""
    if act.speaker_acts:
        return True
    for mention in act.actors:
        if mention.codes:
            return False
    return voice(act, parse, words)
