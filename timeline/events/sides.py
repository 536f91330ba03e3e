"""Who the parties of an act are in the end: no mere things, one's own people by name."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.analysis import ActorMention, is_filler
from timeline.events.acts import AT_HOME, Act, has_code
from timeline.events.parties import actors_of, codes_of
from timeline.events.vocabulary import Vocabulary
from timeline.models import Actor, Document

__all__ = ["hit_at_home", "is_opponent", "is_people", "personal_name", "sides_of"]

#: Types that hit persons by name: what a state may turn on its own people, and what it does for a foreign opposition.
_ON_PERSONS = AT_HOME | {"SUPPORT", "AID"}
#: Types that may hit a thing or a place without a party.
_ON_THINGS = frozenset({"ASSAULT", "COERCE", "RETREAT", "AID", "CONSULT", "MOBILIZE"})
#: Types in which people turn to, or on, their own government.
_ON_OWN = frozenset({"REQUEST", "ACCUSE", "REJECT", "SUPPORT", "THREATEN"})
_ARTICLES = frozenset({"the", "these", "those", "a", "an", "all", "any", "its", "their"})
#: What courts and prosecutors do to people.
_BY_COURTS = frozenset({"convict", "allege", "investigate"})
#: Classes of nouns for people.
_PERSONS = frozenset({"person", "crowd", "captive", "staff", "leader", "diplomat", "forces", "police"})
#: Kinds of people who count for their state when another one hits them, and who can be a state's own.
_OF_A_STATE = frozenset({"people", "group"})
_OWN_KINDS = _OF_A_STATE | {"person"}


def sides_of(document: Document, act: Act, words: Vocabulary) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """The actors and targets of an act as records; an act at home may turn out a restriction, not a sanction."""
    things = "" if act.type in _ON_THINGS else "any"
    actors = actors_of([m for m in act.actors if _nameable(m, words, "phrase")], document.text, document.id)
    targets = actors_of([m for m in act.targets if _nameable(m, words, things)], document.text, document.id)
    actors = _private_or_public(document, act, actors, words)
    if act.type == "REQUEST":
        targets = _own_citizens(document, act, actors, targets, words)
    at_odds = act.type in _ON_OWN and any(is_opponent(m, _words_of(document, m), words) for m in act.targets)
    at_odds = at_odds and not codes_of(actors).isdisjoint(codes_of(targets))
    if act.type in _ON_PERSONS or act.mode in _BY_COURTS or at_odds:
        actors, targets = _own_people(document, act, actors, targets, words)
    if "shelter" in act.evidence:
        targets = _taken_in(document, act) or targets
    targets = _own_firms(document, act, targets)
    targets = _of_their_state(document, act, actors, targets)
    if act.type == "SANCTION" and act.mode == "discontinue" and _at_home(actors, targets):
        act.type, act.mode = "COERCE", "restrict"
    known = {a.label for a in actors}
    return actors, tuple(t for t in targets if t.label not in known)


def hit_at_home(act: Act, mention: ActorMention, words: Vocabulary) -> bool:
    """``Peru jailed two Peruvians``: whether their own state may act on these persons, firms or people."""
    if act.type in AT_HOME and (mention.person or (mention.kind == "company" and mention.role is None)):
        return True
    if act.type not in AT_HOME and act.mode not in _BY_COURTS:
        return False
    if not mention.codes or mention.via != "demonym" or mention.is_place or mention.media:
        return False
    known = words.classes.get(mention.head.removesuffix("s"))
    return known is None or not known.isdisjoint(_PERSONS)


def is_people(mention: ActorMention, words: Vocabulary) -> bool:
    """Whether a mention speaks of people of a state, not of its organs: "Malian drivers", "its citizens"."""
    if mention.codes and (mention.kind == "organisation" or (mention.kind == "group" and mention.via == "name")):
        return False  # "ELN fighters" are that group, "UN experts" that body
    alone = mention.via == "demonym" and mention.plural and mention.role is None
    role = mention.role or ""
    return not mention.person and (alone or words.has("people", role) or words.has("against_states", role))


def _named(document: Document, mention: ActorMention, name: str) -> Actor:
    """People under the words that tell of them."""
    return Actor(code=None, name=name, kind="people", via="role", span=document.span(mention.start, mention.end))


def _is_private_person(document: Document, mention: ActorMention, words: Vocabulary) -> bool:
    """``the Egyptian preacher Ali Bari``, ``former president Jane Doe``: who holds no office acts for himself."""
    if not mention.person or not mention.codes or mention.kind == "company":
        return False
    if mention.role and words.has("people", mention.role):
        return True
    told = document.text[mention.start : mention.end].lower().split()
    return not words.words["unofficial"].isdisjoint(told)


def _person(document: Document, mention: ActorMention, name: str) -> Actor:
    """Somebody who acts, or is hit, as a person."""
    return Actor(code=None, name=name, kind="person", span=document.span(mention.start, mention.end))


def _is_firm(document: Document, mention: ActorMention, words: Vocabulary) -> bool:
    """Whether a mention names or tells of a firm or body that is not its state's."""
    if not mention.codes:
        return False
    if mention.kind == "company" and (mention.role is None or mention.via != "demonym"):
        return not words.has("state_firms", mention.name)
    if mention.kind != "country" or not words.has("private_bodies", mention.role or mention.head):
        return False
    return words.words["of_state"].isdisjoint(document.text[mention.start : mention.end].lower().split())


def _firm(document: Document, mention: ActorMention) -> Actor:
    """A firm, body or newsroom that acts for itself."""
    told = mention.kind != "company" and mention.role is not None
    told = told or mention.kind == "country"
    name = _without_article(document.text[mention.start : mention.end]) if told else mention.name
    return Actor(code=None, name=name, kind="company", span=document.span(mention.start, mention.end))


def _on_own_state(act: Act, own: frozenset[str], words: Vocabulary) -> bool:
    """Whether an act is aimed at the state, or its organs, that those who act are of."""
    if not act.actors or not act.targets:
        return False
    return all(m.codes and own.issuperset(m.codes) and not is_people(m, words) for m in act.targets)


def _private_or_public(document: Document, act: Act, actors: tuple[Actor, ...], words: Vocabulary) -> tuple[Actor, ...]:
    """People protest by themselves ("Malian drivers"), servants act for their state ("inspectors in Mali")."""
    alone = act.type == "PROTEST" and bool(actors)
    privately = act.type in _ON_OWN and all(m.role and not words.has("servants", m.head) for m in act.actors)
    privately = privately or all(words.has("against_states", m.role or "") for m in act.actors)
    if alone or privately or (act.type in _ON_OWN and _on_own_state(act, codes_of(actors), words)):
        if act.actors and all(m.codes and is_people(m, words) for m in act.actors):
            return tuple(_named(document, m, _without_article(document.text[m.start : m.end])) for m in act.actors)
    firms = [m for m in act.actors if _is_firm(document, m, words)]
    if firms:
        found: list[Actor] = []
        for mention in act.actors:
            found += (
                [_firm(document, mention)] if mention in firms else actors_of([mention], document.text, document.id)
            )
        return tuple(found)
    persons = [m for m in act.actors if _is_private_person(document, m, words)]
    if persons and len(persons) == len(act.actors):
        return tuple(_person(document, m, m.person or m.name) for m in persons)
    for mention in act.actors:
        servant = mention.kind == "people" and not mention.codes and words.has("servants", mention.head)
        if servant and mention.home and not has_code(actors):
            span = document.span(mention.start, mention.end)
            return (Actor(code=mention.home, name=mention.home, kind="country", via="role", span=span),)
    return actors


def _own_citizens(
    document: Document, act: Act, actors: tuple[Actor, ...], targets: tuple[Actor, ...], words: Vocabulary
) -> tuple[Actor, ...]:
    """``advised its citizens to leave``: one's own people by the words for them."""
    doers = codes_of(actors)
    own = [m for m in act.targets if m.codes and doers.issuperset(m.codes) and is_people(m, words)]
    if not own or len(own) < len(act.targets):
        return targets
    return tuple(_named(document, m, _citizens(document, m, words)) for m in own)


def _citizens(document: Document, mention: ActorMention, words: Vocabulary) -> str:
    """``its citizens``: under the name of their state ("Kenyan citizens")."""
    if mention.role is None or mention.via == "demonym":
        return _without_article(document.text[mention.start : mention.end])
    told = mention.via == "pronoun" and words.has("citizenry", mention.role)
    adjective = words.nationalities.get(mention.codes[0], "") if told else ""
    return f"{adjective} {mention.role}".strip()


def _words_of(document: Document, mention: ActorMention) -> list[str]:
    return document.text[mention.start : mention.end].lower().split()


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    while rest and (first.lower() in _ARTICLES or is_filler(first.lower(), rest.partition(" ")[0].lower())):
        text = rest
        first, _, rest = text.partition(" ")
    return text


def _own_people(
    document: Document, act: Act, actors: tuple[Actor, ...], targets: tuple[Actor, ...], words: Vocabulary
) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """``the arrest of Peruvian opposition leader Jane Doe``, ``ex-president Doe, convicted by the courts``: one's own
    state acts, on a person by name."""
    if act.mode == "convict" and any(m.via == "leader" for m in act.targets) and all(m.anaphoric for m in act.actors):
        actors = ()
    for mention in act.targets:
        text = document.text[mention.start : mention.end]
        state = mention.codes[0] if mention.codes else mention.home
        opposed = not words.words["opposed"].isdisjoint(_words_of(document, mention))
        own = actors[0].code == state if actors else act.mode == "convict" and mention.via == "leader"
        if state is None or not (own or opposed) or (actors and not own and act.type in AT_HOME):
            continue
        name = _as_written(mention.person, text) or (mention.name if not mention.codes else personal_name(text))
        if name:
            home = Actor(code=state, name=state, kind="country", via="context")
            person = Actor(code=None, name=name, kind="person", span=document.span(mention.start, mention.end))
            return actors or (home,), (person,)
        if own and mention.codes and mention.via == "demonym" and not mention.is_place:
            return actors, (_named(document, mention, _without_article(text)),)
    return actors, targets


def is_opponent(mention: ActorMention, told: Iterable[str], words: Vocabulary) -> bool:
    """``opposition leader Jane Doe``: somebody by name who in these words is said to stand against his state."""
    return bool(mention.person) and not words.words["opposed"].isdisjoint(told)


def _taken_in(document: Document, act: Act) -> tuple[Actor, ...]:
    """``granted Mr Doe asylum``: those whom another state takes in do not stand for the one they fled from."""
    found: list[Actor] = []
    for mention in act.targets:
        text = document.text[mention.start : mention.end]
        person = mention.person or (mention.name if mention.via == "leader" else personal_name(text))
        name = _as_written(person, text)
        if name:
            found.append(_person(document, mention, name))
    return tuple(found)


def _own_firms(document: Document, act: Act, targets: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """``Peru seized the bank``: a firm that its own state acts on, by name."""
    doers = {code for m in act.actors for code in m.codes}
    firms = [m for m in act.targets if m.kind == "company" and m.role is None and m.codes and doers.issuperset(m.codes)]
    return tuple(_firm(document, m) for m in firms) if firms and len(firms) == len(act.targets) else targets


def _of_their_state(
    document: Document, act: Act, actors: tuple[Actor, ...], targets: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """``killed 20 people in Yemen``: people hit by another state than their own count for their own."""
    doers = codes_of(actors)
    if has_code(targets):
        return targets
    for mention in act.targets:
        foreign = mention.kind in _OF_A_STATE and bool(doers)
        foreign = foreign or (mention.kind == "person" and act.type in AT_HOME and mention.role is not None)
        if not mention.codes and foreign and mention.home and mention.home not in doers:
            span = document.span(mention.start, mention.end)
            return (
                Actor(code=mention.home, name=mention.home, kind="country", via="phrase", span=span, role=mention.role),
            )
    return targets


def _at_home(actors: tuple[Actor, ...], targets: tuple[Actor, ...]) -> bool:
    """Whether a state restricts its own people: then it is no sanction on another."""
    return bool(codes_of(actors) and targets) and all(t.code is None and t.kind in _OWN_KINDS for t in targets)


def _as_written(person: str | None, text: str) -> str:
    """A person's name with the accents of the text, where it gives the name in full."""
    words = person.split() if person else []
    written = text.split()[-len(words) :]
    same = len(written) == len(words) > 0 and [w[:1] for w in written] == [w[:1] for w in words]
    return " ".join(written) if same else person or ""


def personal_name(text: str) -> str:
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
    if things == "phrase" and mention.kind == "people" and mention.home is None and words.has("servants", mention.head):
        return False  # "inspectors impounded the plane": of a state that the text tells elsewhere
    if mention.via == "pronoun" and words.has("pronoun", mention.name.lower()):
        return False
    return mention.kind != "unknown" or not (things == "any" or mention.via == things or mention.is_place)
