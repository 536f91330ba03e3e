"""Who speaks: "we" and what only the saying makes an act, put down to the speaker of a quotation."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.analysis import ActorMention, Sentence
from timeline.events.acts import Act
from timeline.events.parties import Parties, minus
from timeline.events.structure import Parse
from timeline.events.vocabulary import Vocabulary

__all__ = ["Told", "attribute"]

_QUOTE = '"'


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


def speaker_of(told: Told, words: Vocabulary) -> tuple[list[ActorMention], str]:
    """Who is quoted in a sentence, and in what words: the subject of its last verb of saying."""
    for predicate in reversed(told.parsed.predicates):
        if predicate.subject < 0 or not words.has("speech", predicate.lemma) or predicate.passive:
            continue
        mentions = [m for m in told.parties.of_row(predicate.subject) if m.codes]
        if mentions:
            place = told.parsed.phrases[predicate.subject]
            return mentions, " ".join(t.text for t in told.parsed.tokens[place.first : place.last])
    return [], ""


def _goes_on(told: Told) -> bool:
    """Whether a quotation that opens the sentence is still open at its end."""
    marks = [t.lower == _QUOTE for t in told.parsed.tokens]
    return bool(marks) and marks[0] and sum(marks) % 2 == 1


def attribute(paragraph: list[Told], words: Vocabulary) -> None:
    """Put down what waits for a speaker to the one of its sentence, else of the sentence before or after it in
    its paragraph; what nobody says is left out."""
    speaker: list[ActorMention] = []
    said_by = ""
    for i, told in enumerate(paragraph):
        quoted = _QUOTE in told.sentence.text or "\u201c" in told.sentence.text
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


def _waits(act: Act, parse: Parse, words: Vocabulary) -> bool:
    """Whether only the speaker makes an act of it, or tells who acts."""
    if act.speaker_acts:
        return True
    for mention in act.actors:
        if mention.codes:
            return False
    return voice(act, parse, words)
