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
from timeline.events.dealings import Book, Dealings
from timeline.events.deeds import KnownDeeds
from timeline.events.domestic import Domestic, DomesticWords
from timeline.events.parties import codes_of
from timeline.events.partners import Choice, Role, SignWeights, best_choice
from timeline.events.story import Story, quad
from timeline.lexicons import Lexicon
from timeline.models import Actor, Reason
from timeline.plover import VERBAL_CONFLICT

__all__ = ["supply_counterparts"]

#: A deed, by type and mode, that is mostly done at home: it is aimed only at whom its sentence speaks of.
_AT_HOME = ("COERCE", "restrict")
_WORD = re.compile(r"[a-z]+")
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
#: Types that hit the diplomats of others, not one's own.
_ON_FOREIGNERS = frozenset({"SANCTION", "COERCE", "ASSAULT", "ACCUSE"})
#: Types of coming to a bargain, and how many words on either side of an act may tell that it is one.
_BARGAINS = frozenset({"AGREE", "SUPPORT"})
_NEAR = 5
#: Types of what parties do together, often on somebody else's soil ("signed a pact in Geneva").
_WITH_OTHERS = frozenset({"AGREE", "SUPPORT", "COOPERATE", "CONSULT"})
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
    words, weights = lexicon.derive(_Words), lexicon.derive(SignWeights)
    book = Book(mentions, words.forums, titular, text)
    whole, so_far, known = Dealings(), Story(), lexicon.derive(KnownDeeds)
    tidy = [_tidied(draft, book, words, known) for draft in drafts]
    _take_note(tidy, whole)
    domestic = Domestic(mentions, book, whole, lexicon.derive(DomesticWords))
    done: list[Draft] = []
    for draft in tidy:
        full = domestic.complete(draft)
        if full is draft and (bare := _without_belongings(draft, words)) is not draft:
            full = domestic.complete(bare)
        full = _with_both(full, book, so_far, whole)
        full = _as_echoed(full, book, so_far, done)
        for role in _ROLES:
            if (full.actors if role == "actor" else full.targets) or weights.needs_none(full, role):
                continue
            if role == "target" and words.is_open_inquiry(full, book):
                continue
            choice = choose(full, role, book, so_far, whole, weights)
            if words.takes_no_part(full, role, choice, book):
                continue
            if domestic.forbids(full, choice.sides):
                full = domestic.with_home(full, role)
            else:
                full = _with(full, role, choice, book, weights, words.is_sealed(full, book))
        together = draft.type in _TOGETHER and len(codes_of(draft.actors)) > 1
        if draft.targets and not full.targets and not together:
            full = full.but(targets=draft.targets)
        full = _on_the_spot(full)
        so_far.note(full)
        done.append(full)
    return done


def _tidied(draft: Draft, book: Book, words: _Words, known: KnownDeeds) -> Draft:
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
    if draft.targets or not _is_echo(draft):
        return draft
    own = codes_of(draft.actors)
    here = [codes_of(d.targets) for d in done if d.sentence == draft.sentence and d.type == draft.type]
    before = [t.targets for t in so_far.recent() if t.type == draft.type]
    model = next((sides for sides in [*reversed(here), *before] if sides and own.isdisjoint(sides)), None)
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


def _without_belongings(draft: Draft, words: _Words) -> Draft:
    """``expelled two diplomats``, ``quit the town``: things, servants and places of a state are not the other side,
    but that state is."""
    known = not draft.targets or has_code(draft.targets)
    return draft if known or not all(words.stands_for_another(a, draft) for a in draft.targets) else _untargeted(draft)


def _untargeted(draft: Draft) -> Draft:
    return draft.but(targets=())


class _Words:
    """What the tables say: whose nouns belong to a side, and before which bodies sides are heard."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.forums = frozenset(row["code"] for row in lexicon.table("forums"))
        self._at_home = frozenset(row["type"] for row in lexicon.table("aimed_at_people"))
        self._posted = frozenset(row["noun"] for row in lexicon.table("role_nouns") if row["class"] == "diplomat")
        self._belongings = frozenset(row["word"] for row in lexicon.table("belongings"))
        self._people = frozenset(row["noun"] for row in lexicon.table("human_nouns"))
        self._bargain = frozenset(row["word"] for row in lexicon.table("bargains"))
        self._sealing = frozenset(row["verb"] for row in lexicon.table("sealing"))
        self._mishaps = frozenset(row["word"] for row in lexicon.table("mishaps"))

    def takes_no_part(self, draft: Draft, role: str, choice: Choice, book: Book) -> bool:
        """Whether a chosen side is only where parties met ("signed a pact in Geneva") or somebody was hit ("killed in
        Mali"), or not aimed at."""
        where = draft.type in _WITH_OTHERS or (draft.type == "ASSAULT" and role == "actor")
        if where and choice.sides and choice.sides <= book.venues:
            return True
        return role == "target" and (self.is_at_home(draft, choice, book) or self.is_fair(draft, choice, book))

    def is_at_home(self, draft: Draft, choice: Choice, book: Book) -> bool:
        """``shut nine airports``, ``farmers will block Paris``: whether a measure, or one to come, would be aimed at a
        side that its sentence does not name, or people at another one than their own."""
        if (draft.type, draft.mode) != _AT_HOME:
            return False
        own = draft.modality != "actual" or any([a.role in self._people for a in draft.actors])
        return own or not book.is_beside(draft, choice.sides)

    def _tells_bargain(self, draft: Draft, book: Book) -> bool:
        """Whether what two agree on is told next to an act in its clause, or by its own words."""
        told = _WORD.findall(book.right_after(draft))[:_NEAR] + _WORD.findall(book.before(draft))[-_NEAR:]
        return not self._bargain.isdisjoint(told) or not self._bargain.isdisjoint(draft.lemma.split())

    def is_sealed(self, draft: Draft, book: Book) -> bool:
        """``sealed the arrangement``, ``a pact``: what nobody does alone."""
        if draft.type not in _BARGAINS or not (draft.nominal or draft.lemma.partition(" ")[0] in self._sealing):
            return False
        return self._tells_bargain(draft, book)

    def is_fair(self, draft: Draft, choice: Choice, book: Book) -> bool:
        """``welcomed the accord``: whether a single side would be praised for what two agreed on."""
        if draft.type != "SUPPORT" or len(choice.sides) > 1 or self.is_sealed(draft, book):
            return False
        return self._tells_bargain(draft, book)

    def is_open_inquiry(self, draft: Draft, book: Book) -> bool:
        """``opened an inquiry into the death of a Chadian``: nobody is suspected yet."""
        if "investigate" not in (draft.mode, draft.told_mode):
            return False
        return not self._mishaps.isdisjoint(_WORD.findall(book.right_after(draft)))

    def stands_for_another(self, party: Actor, draft: Draft) -> bool:
        """Whether a target without a code is a thing or servant of some state ("diplomats", "jets"), a place, or, where
        states are what an act is aimed at, people or a surname that nothing says more about."""
        if draft.type == "REQUEST" and party.kind == "people" and party.via == "role":
            return False  # "advised its citizens to leave Mali"
        if party.name and party.name.lower().split()[-1] in self._belongings:
            return True
        if party.kind == "person" and party.role in self._posted and draft.type in _ON_FOREIGNERS:
            return True  # "detained Jane Doe, the deputy consul"
        if party.via not in ("name", "phrase", "pronoun") or party.kind not in ("unknown", "person", "people", "group"):
            return False
        if draft.type in self._at_home:
            return draft.type == "ASSAULT" and party.kind == "unknown" and party.via == "name"
        return party.via != "name" or " " not in party.name or party.kind == "unknown"
