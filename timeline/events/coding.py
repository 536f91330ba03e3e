"""The event coder: who did what to whom in each sentence, as one draft a mention of an act."""

from __future__ import annotations

from dataclasses import replace

from timeline.analysis import ActorMention, Sentence
from timeline.events.acts import Act, Draft
from timeline.events.clauses import parse
from timeline.events.confidence import confidence_of
from timeline.events.details import place_of, quantities_of
from timeline.events.echoes import resolve_echoes
from timeline.events.parties import Parties, actors_of, labels
from timeline.events.structure import Parse
from timeline.events.verbal import ActReader
from timeline.events.vocabulary import Vocabulary, vocabulary
from timeline.lexicons import Lexicon
from timeline.models import Actor, Document, Reason, TimeExpression

__all__ = ["Draft", "code"]

_DEEPEST = 9
#: How sure a draft without parties must be to be told on with those of the turn.
_GOES_ON = 0.28
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
    words = vocabulary(lexicon)
    by_sentence: dict[int, list[ActorMention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    drafts: list[Draft] = []
    times = [(e.span.start, e.span.end) for e in expressions]
    at = 0
    for sentence in sentences:
        if sentence.kind in _SILENT or not _may_tell(sentence, words):
            continue
        while at < len(times) and times[at][1] <= sentence.start:
            at += 1
        own = [t for t in times[at:] if t[0] < sentence.end] if at < len(times) and times[at][0] < sentence.end else []
        drafts += _sentence(document, sentence, by_sentence.get(sentence.index, []), own, words)
    return resolve_echoes(_same_turn(drafts, sentences))


def _same_turn(drafts: list[Draft], sentences: list[Sentence]) -> list[Draft]:
    """``… The trade measures were lifted as well.``: a passive that names nobody, in a paragraph that told who
    deals with whom, goes on with the parties told last."""
    paragraphs = {s.index: s.paragraph for s in sentences}
    last: Draft | None = None
    done: list[Draft] = []
    for draft in drafts:
        if draft.actors and draft.targets and not draft.nominal and draft.modality == "actual":
            last = draft
        elif draft.bare and not draft.nominal and last is not None and draft.confidence >= _GOES_ON:
            if paragraphs.get(draft.sentence) == paragraphs.get(last.sentence):
                reason = Reason(rule="same-turn", words=last.lemma)
                draft = replace(
                    draft, actors=last.actors, targets=last.targets, bare=False, reasons=(*draft.reasons, reason)
                )
        done.append(draft)
    return done


def _may_tell(sentence: Sentence, words: Vocabulary) -> bool:
    """Whether any word of a sentence begins a trigger: only then is it worth parsing."""
    for token in sentence.tokens:
        if (
            token.lemma in words.verbs
            or token.lower in words.nouns
            or token.lemma in words.nouns
            or token.lower in words.phrases
        ):
            return True
    return False


def _sentence(
    document: Document,
    sentence: Sentence,
    mentions: list[ActorMention],
    times: list[tuple[int, int]],
    words: Vocabulary,
) -> list[Draft]:
    """The drafts of one sentence."""
    parsed = parse(sentence, times, words.words)
    parties = Parties(parsed, mentions, words)
    acts = ActReader(parsed, parties, words).read()
    if _is_sport(sentence, words):
        acts = [a for a in acts if a.type in ("SANCTION", "PROTEST", "COERCE")]
    _same_breath(parsed, acts)
    acts = _without_approach(acts)
    return [_draft(document, sentence, parsed, parties, act, words) for act in acts]


def _without_approach(acts: list[Act]) -> list[Act]:
    """Forces that move in order to attack in the same sentence only attack (PLOVER: no MOBILIZE inside ASSAULT)."""
    attackers = [labels(a.actors) for a in acts if a.type == "ASSAULT" and a.actors]
    return [a for a in acts if a.type != "MOBILIZE" or a.modality != "actual" or labels(a.actors) not in attackers]


def _is_sport(sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a sentence tells of a match: there teams meet, attack, beat and fight."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if words.has("sport", token.lemma or token.lower):
            after = tokens[i + 1].tag if i + 1 < len(tokens) else "PUNCT"
            if token.tag in ("NN", "NNS") or (token.tag == "JJ" and after in ("IN", "PUNCT", "CC")):
                return True
    return False


def _same_breath(parsed: Parse, acts: list[Act]) -> None:
    """``… sealed off the embassy, and the envoy has been summoned``: a passive that names nobody goes on with
    the parties of the act before it."""
    for i, act in enumerate(acts):
        if act.actors or act.targets or act.predicate < 0 or not parsed.predicates[act.predicate].passive:
            continue
        model = next((a for a in reversed(acts[:i]) if a.actors and a.targets and a.predicate >= 0), None)
        if model is not None:
            act.actors, act.targets = model.actors, model.targets
            act.because("same-breath", parsed.words(model.first, model.last))


def _draft(
    document: Document, sentence: Sentence, parsed: Parse, parties: Parties, act: Act, words: Vocabulary
) -> Draft:
    """An act with its offsets, details and confidence."""
    tokens = parsed.tokens
    first, last = _scope(parsed, act)
    start, end = tokens[act.first].start, tokens[min(act.last, len(tokens)) - 1].end
    quote = _quote(parsed, act, first, last)
    actors = actors_of([m for m in act.actors if _nameable(m, words, "phrase")], document.text, document.id)
    things = "" if act.type in _ON_THINGS else "any"
    targets = actors_of([m for m in act.targets if _nameable(m, words, things)], document.text, document.id)
    if act.type in ("COERCE", "ASSAULT") or act.mode == "convict":
        actors, targets = _own_people(document, act, actors, targets, words)
    if act.type == "SANCTION" and act.mode == "discontinue" and _at_home(actors, targets):
        act.type, act.mode = "COERCE", "restrict"
    known = {a.label for a in actors}
    targets = tuple(t for t in targets if t.label not in known or (len(targets) == 1 and act.type in _INWARD))
    return Draft(
        start=start,
        end=end,
        scope=(tokens[first].start, tokens[last - 1].end),
        quote=quote,
        sentence=sentence.index,
        type=act.type,
        mode=act.mode,
        modality=act.modality,
        actors=actors,
        targets=targets,
        where=place_of(document, parsed, parties, first, last),
        quantities=quantities_of(document, parsed, act),
        attribution=act.attribution,
        confidence=confidence_of(act, actors, targets),
        reasons=tuple(act.reasons),
        lemma=" ".join(t.lemma for t in tokens[act.first : min(act.last, act.first + 3)]),
        nominal=act.nominal,
        definite=act.definite,
        bare=not (actors or targets),
        is_result=_is_result(parsed, act, words),
        about=tokens[act.about].start if act.about >= 0 else -1,
        rank=_rank(parsed, act),
    )


def _own_people(
    document: Document, act: Act, actors: tuple[Actor, ...], targets: tuple[Actor, ...], words: Vocabulary
) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """``the arrest of Russian opposition leader Alexei Navalny``: one's own state acts, on a person by name."""
    for mention in act.targets:
        text = document.text[mention.start : mention.end]
        state = mention.codes[0] if mention.codes else mention.home
        opposed = any(words.has("opposed", w) for w in text.lower().split())
        if state is None or not opposed or (actors and actors[0].code != state):
            continue
        name = mention.person or (mention.name if not mention.codes else _personal_name(text))
        if name:
            own = Actor(code=state, name=state, kind="country", via="context")
            person = Actor(code=None, name=name, kind="person", span=document.span(mention.start, mention.end))
            return actors or (own,), (person,)
    return actors, targets


def _at_home(actors: tuple[Actor, ...], targets: tuple[Actor, ...]) -> bool:
    """Whether a state restricts its own: then it is no sanction on another."""
    own = {a.code for a in actors if a.code}
    return bool(own and targets) and all(t.code in own or (t.code is None and t.kind in _OWN_KINDS) for t in targets)


_OWN_KINDS = frozenset({"people", "person", "group"})


def _personal_name(text: str) -> str:
    """The run of capitalised words that ends a phrase, when there are two or more."""
    words = text.split()
    first = len(words)
    while first and words[first - 1][:1].isupper():
        first -= 1
    return " ".join(words[first:]) if 2 <= len(words) - first < len(words) else ""


def _nameable(mention: ActorMention, words: Vocabulary, things: str) -> bool:
    """Whether a mention names a party: no pronoun that stands for nobody known, and no mere thing.

    ``things``: which mentions of unknown kind count as things, those told by a ``phrase`` or ``any``.
    """
    if mention.codes:
        return True
    if mention.via == "pronoun" and words.has("pronoun", mention.name.lower()):
        return False
    return mention.kind != "unknown" or not (things == "any" or mention.via == things)


#: Types that may hit a thing or a place without a party.
_ON_THINGS = frozenset({"ASSAULT", "COERCE", "RETREAT", "AID", "CONSULT", "MOBILIZE"})


def _is_result(parsed: Parse, act: Act, words: Vocabulary) -> bool:
    """Whether an assault is told as what another one did."""
    if act.type != "ASSAULT" or act.predicate < 0:
        return False
    return words.has("result", parsed.predicates[act.predicate].lemma)


_INWARD = frozenset({"COERCE", "PROTEST", "ASSAULT", "CONCEDE", "RETREAT", "REQUEST"})


def _scope(parsed: Parse, act: Act) -> tuple[int, int]:
    """The tokens of the clause that an act stands in: from its subject to the next finite verb's clause."""
    predicates = parsed.predicates
    inside = [p for p in predicates if p.first <= act.first]
    own = inside[-1] if inside else (predicates[0] if predicates else None)
    if act.predicate >= 0:
        own = predicates[act.predicate]
    if own is None:
        return 0, len(parsed.tokens)
    first = min(own.first, act.first)
    if own.subject >= 0 and parsed.phrases[own.subject].first < first and own.partner < 0:
        first = parsed.phrases[own.subject].first
    earlier = [p for p in predicates if p.last <= first and p is not own]
    if not earlier:
        first = 0
    last = len(parsed.tokens)
    for other in predicates:
        if other.first >= max(own.last, act.last) and (other.form == "finite" or other.relation == "adverbial"):
            last = other.first
            if other.subject >= 0 and max(own.last, act.last) <= parsed.phrases[other.subject].first < last:
                last = parsed.phrases[other.subject].first
            break
    return first, max(last, act.last)


def _quote(parsed: Parse, act: Act, first: int, last: int) -> tuple[int, int]:
    """The shortest stretch that states the act: subject, trigger and what hangs on it."""
    tokens = parsed.tokens
    low, high = act.first, act.last
    if act.predicate >= 0:
        predicate = parsed.predicates[act.predicate]
        low, high = min(low, predicate.first), max(high, predicate.last)
        if predicate.subject >= 0 and first <= parsed.phrases[predicate.subject].first < low:
            low = parsed.phrases[predicate.subject].first
        for index in predicate.objects + predicate.obliques:
            high = max(high, min(last, max(parsed.phrases[i].last for i in parsed.row(index))))
    elif act.phrase >= 0:
        low = min(low, parsed.phrases[act.phrase].first)
        for index in parsed.after(act.phrase):
            high = max(high, min(last, parsed.phrases[index].last))
    return tokens[low].start, tokens[min(high, len(tokens)) - 1].end


def _rank(parsed: Parse, act: Act) -> int:
    """0 for the main act of a sentence; more for nouns, adverbial and relative clauses, acts not done."""
    rank = 0
    if act.nominal:
        rank += 3 if "light-verb" not in act.evidence else 0
    if act.predicate >= 0:
        predicate = parsed.predicates[act.predicate]
        rank += 2 * (
            predicate.relation == "adverbial" or predicate.mark in ("after", "before", "as", "since", "fronted")
        )
        rank += 2 * predicate.relative + (predicate.form == "participle")
        while predicate.governor >= 0 and predicate.relation != "adverbial" and rank < _DEEPEST:
            rank += predicate.relation not in ("that", "reported")
            predicate = parsed.predicates[predicate.governor]
            rank += 2 * (predicate.relation == "adverbial")
    rank += {"hypothetical": 4, "denied": 6}.get(act.modality, 0)
    return rank + (act.weight < 0.7) + 2 * (not act.actors)
