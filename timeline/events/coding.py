"""The event coder: who did what to whom in each sentence, as one draft a mention of an act."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import groupby
from operator import attrgetter

from timeline.analysis import COMMON_NOUNS, ActorMention, Sentence
from timeline.events.acts import Act, Draft
from timeline.events.clauses import parse
from timeline.events.confidence import confidence_of
from timeline.events.details import place_of, quantities_of
from timeline.events.echoes import resolve_echoes
from timeline.events.items import NEGATIONS
from timeline.events.modes import ModeTable, mode_of, mode_table, refused, visited
from timeline.events.parties import Parties, codes_of, labels
from timeline.events.quotations import Speaker, Told, attribute
from timeline.events.sides import sides_of
from timeline.events.spans import quote_of, rank_of, scope_of
from timeline.events.structure import Parse
from timeline.events.topics import political_sentences
from timeline.events.verbal import ActReader
from timeline.events.vocabulary import Vocabulary, vocabulary
from timeline.lexicons import Lexicon
from timeline.models import Actor, Document, TimeExpression

__all__ = ["Draft", "code"]

#: Modes of COERCE (None: no mode) that of a bloc are sanctions.
_MEASURES = frozenset({None, "restrict", "seize", "deport", "ban"})
#: How sure somebody's quoted words must be to tell an act of their own.
_QUOTED = 0.4
_SILENT = frozenset({"boilerplate"})


def code(
    document: Document,
    sentences: list[Sentence],
    mentions: list[ActorMention],
    expressions: list[TimeExpression],
    lexicon: Lexicon,
) -> list[Draft]:
    """The acts that a document states, one draft for each mention, in text order.

    ``sentences`` must be analysed (tagged); ``mentions`` are the parties found in them.
    """
    words, modes = vocabulary(lexicon), mode_table(lexicon)
    by_sentence: dict[int, list[ActorMention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    drafts: list[Draft] = []
    times = [(e.span.start, e.span.end) for e in expressions]
    last: Speaker = ([], "")
    begins, ends = [start for start, _ in times], [end for _, end in times]
    for _, paragraph in groupby(sentences, key=attrgetter("paragraph")):
        readings: list[Told] = []
        for sentence in paragraph:
            if sentence.kind not in _SILENT and _may_tell(sentence, words):
                own = times[bisect_right(ends, sentence.start) : bisect_left(begins, sentence.end)]
                readings.append(_read(sentence, by_sentence.get(sentence.index, []), own, words))
        last = attribute(readings, words, last)
        drafts += [draft for told in readings for draft in _drafts(document, told, words, modes)]
    political = political_sentences((s for s in sentences if s.kind not in _SILENT), drafts, words)
    for draft in drafts:
        draft.aside = draft.aside or draft.sentence not in political
    return refused(resolve_echoes(drafts))


def _may_tell(sentence: Sentence, words: Vocabulary) -> bool:
    """Whether any word of a sentence begins a trigger: only then is it worth parsing."""
    lemmas, forms = words.opening_lemmas, words.opening_forms
    if not sentence.words.isdisjoint(NEGATIONS) and not sentence.words.isdisjoint(words.willing):
        return True  # somebody will not
    if sentence.words.isdisjoint(lemmas) and sentence.words.isdisjoint(forms):
        return False
    for token in sentence.tokens:
        if token.lemma in lemmas or token.lower in forms:
            return True
    return False


def _read(sentence: Sentence, mentions: list[ActorMention], times: list[tuple[int, int]], words: Vocabulary) -> Told:
    """One sentence parsed, and the acts that it tells."""
    parsed = parse(sentence, times, words.words)
    parties = Parties(parsed, mentions, words)
    return Told(sentence, parsed, parties, ActReader(parsed, parties, words).read())


def _drafts(document: Document, told: Told, words: Vocabulary, modes: ModeTable) -> list[Draft]:
    """The drafts of one sentence."""
    acts = told.acts
    if _is_sport(told.sentence, words):
        acts = [a for a in acts if a.type in ("SANCTION", "PROTEST", "COERCE")]
    _same_breath(told.parsed, acts)
    acts = _without_firing(told.parsed, _without_approach(acts))
    return [_draft(document, told, act, words, modes) for act in acts]


def _without_approach(acts: list[Act]) -> list[Act]:
    """Forces that move in order to attack in the same sentence only attack (PLOVER: no MOBILIZE inside ASSAULT)."""
    if not any([a.type == "MOBILIZE" for a in acts]):
        return acts
    attackers = [labels(a.actors) for a in acts if a.type == "ASSAULT" and a.actors]
    return [a for a in acts if a.type != "MOBILIZE" or a.modality != "actual" or labels(a.actors) not in attackers]


def _without_firing(parsed: Parse, acts: list[Act]) -> list[Act]:
    """``Rockets | fired from Chad | struck …``: what was fired and what it hit is one act, told by the main verb."""
    struck = {
        parsed.predicates[act.predicate].subject
        for act in acts
        if act.type == "ASSAULT" and act.predicate >= 0 and parsed.predicates[act.predicate].form == "finite"
    }
    return [act for act in acts if not (act.type == "ASSAULT" and act.predicate >= 0 and _fired(parsed, act) in struck)]


def _fired(parsed: Parse, act: Act) -> int:
    """The phrase for what is said to be fired, right behind it; -2 where it is told otherwise."""
    predicate = parsed.predicates[act.predicate]
    return predicate.host if predicate.form == "participle" and predicate.host >= 0 else -2


def _is_sport(sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a sentence tells of a match: there teams meet, attack, beat and fight."""
    if sentence.words.isdisjoint(words.words["sport"]) or not sentence.words.isdisjoint(words.words["political"]):
        return False
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if words.has("sport", token.lemma or token.lower):
            after = tokens[i + 1].tag if i + 1 < len(tokens) else "PUNCT"
            if token.tag in COMMON_NOUNS or (token.tag == "JJ" and after in ("IN", "PUNCT", "CC")):
                return True
    return False


def _same_breath(parsed: Parse, acts: list[Act]) -> None:
    """``… sealed off the embassy, and the envoy has been summoned``: a passive that names nobody goes on with
    the parties of the act before it."""
    for i, act in enumerate(acts):
        if act.type == "AGREE" and act.actors and not any(m.codes for m in act.targets):
            _after_meeting(act, acts[:i])
        if act.actors or act.targets or act.predicate < 0:
            continue
        predicate = parsed.predicates[act.predicate]
        if (
            not predicate.passive
            or predicate.form != "finite"
            or predicate.relative
            or predicate.mark not in ("", "that")
        ):
            continue
        model = next((a for a in reversed(acts[:i]) if a.actors and a.targets and a.predicate >= 0), None)
        if model is not None:
            act.actors, act.targets = model.actors, model.targets
            act.because("same-breath", parsed.words(model.first, model.last))


def _after_meeting(act: Act, before: list[Act]) -> None:
    """``met the envoys of Libya and agreed to …``: what one of those who met agrees to, they agree together."""
    for meeting in before:
        own = labels(act.actors)
        if meeting.type == "CONSULT" and meeting.mutual and own < labels(meeting.actors):
            act.actors, act.targets, act.mutual = meeting.actors, [], True
            act.because("same-breath", "met")
            return


def _draft(document: Document, told: Told, act: Act, words: Vocabulary, modes: ModeTable) -> Draft:
    """An act with its offsets, details and confidence."""
    parsed, tokens = told.parsed, told.parsed.tokens
    first, last = scope_of(parsed, act)
    start, end = tokens[act.first].start, tokens[min(act.last, len(tokens)) - 1].end
    quote = quote_of(parsed, act, first, last)
    actors, targets = sides_of(document, act, words)
    _by_bloc(act, actors)
    _by_several(parsed, act, actors, words)
    _by_people(parsed, act, actors, words)
    _by_state(parsed, act, actors, words)
    sure = confidence_of(act, actors, targets)
    where = place_of(document, parsed, told.parties, first, last)
    return Draft(
        start=start,
        end=end,
        scope=(tokens[first].start, tokens[last - 1].end),
        quote=quote,
        sentence=told.sentence.index,
        type=act.type,
        mode=act.mode,
        told_mode=mode_of(parsed, act, modes) or visited(act, actors + targets, where),
        modality=act.modality,
        actors=actors,
        targets=targets,
        where=where,
        quantities=quantities_of(document, parsed, act),
        attribution=act.attribution,
        confidence=sure,
        sure=sure,
        reasons=tuple(act.reasons),
        lemma=" ".join([t.lemma for t in tokens[act.first : min(act.last, act.first + 3)]]),
        nominal=act.nominal,
        definite=act.definite,
        bare=not (actors or targets),
        is_result=_is_result(parsed, act, words),
        mutual=act.mutual,
        about=tokens[act.about].start if act.about >= 0 else -1,
        rank=rank_of(parsed, act),
        aside=sure < _QUOTED and _is_quoted(parsed, act),
    )


def _is_quoted(parsed: Parse, act: Act) -> bool:
    """Whether an act is named within quotation marks that its own sentence opens."""
    return sum([token.lower == '"' for token in parsed.tokens[: act.first]]) % 2 == 1


def _by_bloc(act: Act, actors: tuple[Actor, ...]) -> None:
    """A bloc or the United Nations has no police: what it freezes and bars (unless it is arrests) are sanctions."""
    if act.type == "COERCE" and act.mode in _MEASURES and actors and all(a.kind == "organisation" for a in actors):
        act.type, act.mode = "SANCTION", "discontinue"


def _by_several(parsed: Parse, act: Act, actors: tuple[Actor, ...], words: Vocabulary) -> None:
    """Exercises that several states hold are cooperation; a truce that no single one declares is an agreement."""
    several = len(codes_of(actors)) > 1
    if act.type == "MOBILIZE" and several:
        if any(words.has("exercises", t.lemma or t.lower) for t in parsed.tokens[act.first : act.last]):
            act.type, act.mode = "COOPERATE", None
    elif act.nominal and (act.type, act.mode) == ("RETREAT", "ceasefire") and several:
        act.type, act.mode = "AGREE", None


def _by_people(parsed: Parse, act: Act, actors: tuple[Actor, ...], words: Vocabulary) -> None:
    """``Farmers were protesting against the ban``: people protest in the street, states in words."""
    if act.nominal or (act.type, act.mode) != ("ACCUSE", "disapprove") or not actors:
        return
    if words.has("protesting", parsed.tokens[act.first].lemma) and all(
        not a.code and a.kind == "people" for a in actors
    ):
        act.type, act.mode = "PROTEST", "demo"


def _by_state(parsed: Parse, act: Act, actors: tuple[Actor, ...], words: Vocabulary) -> None:
    """``Chad seized a blogger``: a state arrests people and takes soldiers captive; groups kidnap."""
    if (act.type, act.mode) != ("ASSAULT", "abduct") or act.nominal or act.predicate < 0 or not actors:
        return
    if not words.has("laying_hands", parsed.tokens[act.first].lemma) or not all([a.kind == "country" for a in actors]):
        return
    verb = parsed.predicates[act.predicate]
    rows = [verb.subject] if verb.passive else verb.objects
    places = [parsed.phrases[row] for row in rows if row >= 0]
    taken = [t.lemma or t.lower for p in places for t in parsed.tokens[p.first : p.last]]
    if taken and words.words["combatants"].isdisjoint(taken):
        act.type, act.mode = "COERCE", "arrest"


def _is_result(parsed: Parse, act: Act, words: Vocabulary) -> bool:
    """Whether an assault is told as what another one did."""
    if act.type != "ASSAULT" or act.predicate < 0:
        return False
    return words.has("result", parsed.predicates[act.predicate].lemma)
