"""The other side of a dispute where a sentence leaves it out.

A chronicle names both sides once and then tells turn after turn: "Moscow recalled its ambassador",
"Asmara refused".  Whom an act is aimed at, or who did it, is then weighed from the turns before, from who
deals with whom in the whole document and from who is spoken of near by (:mod:`timeline.events.partners`).
What is supplied is marked ``via="context"``, carries a reason, and lowers the confidence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from timeline.analysis import ActorMention
from timeline.events.acts import Draft, has_code
from timeline.events.aftermath import Aftermath, AftermathWords
from timeline.events.dealings import Book, Dealings
from timeline.events.deeds import KnownDeeds
from timeline.events.domestic import Domestic, DomesticWords
from timeline.events.parties import codes_of
from timeline.events.partners import Choice, Role, SignWeights, best_choice
from timeline.events.rebels import CoupWords, Rebels
from timeline.events.stakes import Stakes
from timeline.events.story import Story, quad
from timeline.lexicons import Lexicon
from timeline.models import Actor, Reason
from timeline.plover import VERBAL_CONFLICT

__all__ = ["supply_counterparts"]

Chooser = Callable[[Draft, Role, Book, Story, Dealings, SignWeights], Choice]
_ROLES: tuple[Role, ...] = ("actor", "target")
#: How many grounds for a party a reason names.
_GROUNDS = 2
#: Types that several do together to nobody else ("swapped twelve prisoners").
_TOGETHER = frozenset({"AGREE", "RETREAT"})
#: Types that all who take part in do, so that who is left out does it, too.
_SHARED = frozenset({"CONSULT", "ASSAULT"})
#: Types in which a state's forces and its people take part together ("police and protesters clashed").
_CLASHES = frozenset({"ASSAULT", "PROTEST"})
#: What comes behind an act that is done to the like of what was hit before ("had called off | similar rallies").
_LIKE = re.compile(
    r"\s(?:(?:an?|some|two|three|several|many|other|all) ){0,2}(?:similar|comparable|identical|such (?!an? |as ))"
)
#: The side that came second is named in the reason when it is so likely.
_WORTH_NAMING = 0.01


def supply_counterparts(
    drafts: Sequence[Draft],
    mentions: Sequence[ActorMention],
    lexicon: Lexicon,
    titular: tuple[str, ...] = (),
    choose: Chooser = best_choice,
    text: str = "",
) -> list[Draft]:
    """The drafts with unnamed targets and actors supplied where the document tells them.

    A draft that names both sides, that is mutual, or whose type needs no other side stays as it is.  ``titular`` are
    the parties that the title names; ``choose`` weighs the sides (another one may look on, as the fitting does).
    ``text`` is the document's: the words of a clause may tell of earlier things and deeds.

    Raises:
        LexiconError: a weight in the table of signs is no number.
    """
    words, weights = lexicon.derive(Stakes), lexicon.derive(SignWeights)
    book, known = Book(mentions, words.forums, titular, text), lexicon.derive(KnownDeeds)
    whole, so_far = Dealings(), Story()
    tidy = [_tidied(draft, book, words, known) for draft in drafts]
    _take_note(tidy, whole)
    domestic = Domestic(mentions, book, whole, lexicon.derive(DomesticWords))
    rebels = Rebels(tidy, mentions, book, lexicon.derive(CoupWords))
    done: list[Draft] = []
    aftermath = Aftermath(lexicon.derive(AftermathWords), tidy, done, book, whole)
    for draft in map(aftermath.settled, tidy):
        coup = rebels.of_coup(draft)
        full = domestic.complete(draft) if coup is draft else coup
        if full is draft and (bare := _without_belongings(draft, words)) is not draft:
            full = domestic.complete(bare)
        full = rebels.complete(full)
        full = _with_both(full, book, so_far, whole)
        full = _as_echoed(full, book, so_far, done)
        for role in _ROLES:
            if (full.actors if role == "actor" else full.targets) or weights.needs_none(full, role):
                continue
            if role == "target" and words.is_open_inquiry(full, book):
                continue
            choice = choose(full, role, book, so_far, whole, weights)
            if words.takes_no_part(full, role, choice, book) or aftermath.rules_out(full, role, choice):
                continue
            if domestic.forbids(full, choice.sides):
                full = domestic.with_home(full, role)
            else:
                full = _with(full, role, choice, book, weights, words.is_sealed(full, book))
        full = _on_the_spot(_with_told_targets(full, draft))
        so_far.note(full)
        done.append(full)
    return done


def _with_told_targets(full: Draft, draft: Draft) -> Draft:
    """What the text itself names, where nobody was found for whom it stands."""
    if full.targets or not draft.targets or (draft.type in _TOGETHER and len(codes_of(draft.actors)) > 1):
        return full
    own = codes_of(draft.targets)
    alone = bool(own) and own == codes_of(full.actors)  # "soldiers raided a village in Mali"
    return full if alone else full.but(targets=draft.targets)


def _tidied(draft: Draft, book: Book, words: Stakes, known: KnownDeeds) -> Draft:
    """The draft without parties that are none, and with those that every reader knows."""
    told = _well_known(_without_companions(draft), book, known)
    return _untargeted(told) if words.is_open_inquiry(told, book) else told


def _take_note(drafts: Sequence[Draft], whole: Dealings) -> None:
    """Count who deals with whom, and who sides with whom."""
    for draft in drafts:
        whole.note(draft)
        if _is_echo(draft):
            whole.ally(draft, drafts)
        elif _is_asked(draft):
            whole.side_with(draft, drafts)


def _with_both(draft: Draft, book: Book, so_far: Story, whole: Dealings) -> Draft:
    """``The talks failed``: talks of nobody named are of the two told of last, else of the two of the story."""
    if draft.type != "CONSULT" or codes_of(draft.actors + draft.targets):
        return draft
    last = next((t.actors | t.targets for t in so_far.recent() if t.actors and t.targets), frozenset())
    both = book.actors(last if len(last) == 2 else whole.dyad())
    if len(both) < 2:
        return draft
    reason = Reason(
        rule="counterpart:both", words=", ".join(a.label for a in both), note="those who deal with each other"
    )
    return draft.supplied(both, draft.targets, reason)


def _well_known(draft: Draft, book: Book, known: KnownDeeds) -> Draft:
    """``the invasion of Kuwait``: who did it every reader knows."""
    if draft.actors or quad(draft) < VERBAL_CONFLICT:
        return draft
    code = known.doer(draft.lemma, codes_of(draft.targets), book.rest_of_clause(draft))
    if not code:
        return draft
    doer = book.actors(frozenset({code})) or (Actor(code=code, name=code, kind="country", via="context"),)
    reason = Reason(rule="counterpart:known", words=doer[0].label, note="is known to have done it")
    return draft.supplied(doer, draft.targets, reason)


def _on_the_spot(draft: Draft) -> Draft:
    """``Thousands marched in Dhaka``: a crowd that nobody is said to be against is against those who govern there."""
    where = draft.where
    if draft.type != "PROTEST" or draft.targets or where is None or where.code is None:
        return draft
    target = Actor(code=where.code, name=where.code, kind="country", span=where.span, via="context")
    reason = Reason(rule="counterpart:place", words=where.name, note="whom the crowd is against is not named here")
    return draft.supplied(draft.actors, (target,), reason)


def _is_echo(draft: Draft) -> bool:
    """``as did Oslo``: whether an act is told as the like of another."""
    return any([reason.rule == "echo:same" for reason in draft.reasons])


def _is_asked(draft: Draft) -> bool:
    """``at Oslo's request``: whether somebody's request is told as that on which another one acts."""
    return draft.type == "REQUEST" and any([reason.rule == "asked" for reason in draft.reasons])


def _as_echoed(draft: Draft, book: Book, so_far: Story, done: Sequence[Draft]) -> Draft:
    """``condemned the raid, as did Oslo``: aimed at whom the act is aimed at that it is the like of."""
    if draft.targets or not (_is_echo(draft) or _LIKE.match(book.rest_of_clause(draft))):
        return draft
    own = codes_of(draft.actors)
    here = [codes_of(d.targets) for d in done if d.sentence == draft.sentence and d.type == draft.type]
    before = [t.targets for t in so_far.recent() if t.type == draft.type]
    owners = [book.owner(draft, book.words(draft))] if not here and not _is_echo(draft) else []
    model = next((sides for sides in [*owners, *reversed(here), *before] if sides and own.isdisjoint(sides)), None)
    if model is None:
        return draft
    targets = book.actors(model)
    words = ", ".join([actor.label for actor in targets])
    reason = Reason(rule="counterpart:echo", words=words, note="the target is that of the act which this one is like")
    return draft.supplied(draft.actors, targets, reason)


def _with(draft: Draft, role: Role, choice: Choice, book: Book, weights: SignWeights, sealed: bool) -> Draft:
    """The draft with one role filled, and the reason; as it was where nobody is likelier.  ``sealed`` where both come
    to a bargain."""
    supplied = book.actors(choice.sides)
    if not supplied:
        return draft
    words = ", ".join([actor.label for actor in supplied])
    signs = weights.telling(choice, role)
    why = "; ".join([weights.notes[sign] for sign in signs[:_GROUNDS]]) or "no other side is likelier"
    note = f"the {role} is not named here; {choice.probability:.0%}: {why}"
    if choice.rival is not None and choice.rival.probability >= _WORTH_NAMING:
        note += f" (next: {'+'.join(sorted(choice.rival.sides)) or 'nobody'}, {choice.rival.probability:.0%})"
    together = sealed or (draft.mutual and draft.type in _SHARED)
    actors = supplied if role == "actor" else draft.actors + supplied * together
    targets = supplied if role == "target" and not together else draft.targets
    reason = Reason(rule=f"counterpart:{signs[0] if signs else 'only'}", words=words, note=note)
    return draft.supplied(actors, targets, reason)


def _without_companions(draft: Draft) -> Draft:
    """``Russian individuals and entities``: a common noun in a row with a coded party is that party's, too."""
    actors = draft.actors if draft.type in _CLASHES and draft.mutual else _known_ones(draft.actors)
    targets = _known_ones(draft.targets)
    if actors is draft.actors and targets is draft.targets:
        return draft
    return draft.but(actors=actors, targets=targets)


def _known_ones(parties: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The parties with a code or a name of their own, where one has a code."""
    if len(parties) < 2:
        return parties
    kept = [a for a in parties if a.code or not a.name.islower()]
    return parties if len(kept) == len(parties) or not has_code(parties) else tuple(kept)


def _without_belongings(draft: Draft, words: Stakes) -> Draft:
    """``expelled two diplomats``, ``quit the town``: things, servants and places of a state are not the other side,
    but that state is."""
    known = not draft.targets or has_code(draft.targets)
    return draft if known or not all(words.stands_for_another(a, draft) for a in draft.targets) else _untargeted(draft)


def _untargeted(draft: Draft) -> Draft:
    return draft.but(targets=())
