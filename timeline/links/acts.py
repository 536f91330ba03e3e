"""Events as the linker sees them: sides, stance, bounds, and every place of the text that tells them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter

from timeline.analysis import COMMON_NOUNS, FINITE, Sentence
from timeline.bounds import Bounds
from timeline.lexicons import Lexicon
from timeline.links.cues import word_groups
from timeline.links.parties import any_coded, labels, nationals, owner_matcher, sides
from timeline.models import Actor, Document, Event

__all__ = ["Act", "Place", "Scene", "acts_of", "scene_of", "stances"]

_HOSTILE = frozenset({"harm", "demand", "defiance", "threat", "blame"})
_OPEN = Bounds(None, None)
_AHEAD = frozenset({"planned", "proposed"})
#: An event that is less sure than this makes a poor cause or answer.
_SURE = 0.5
#: One that is less sure than this is passed over by words that link where they can speak of another.
_FAINT = 0.3
#: An act told in so many sentences is what the text is about.
_OFTEN = 3
_TAKING = frozenset({"AGREE", "CONCEDE", "SUPPORT"})
_PAST_OR_FINITE = FINITE | {"VBN"}
_ADJECTIVES = frozenset({"JJ", "JJR", "JJS", "CD"})
_CONDITION = re.compile(r"\b(?:if|unless)\b", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Act:
    """An event with what linking asks of it.

    ``hit`` are the parties it was done to: its targets, the country in which it struck, and for a mutual
    act all its parties.  The ``*_home`` sets add groups for their states and back, the ``*_kin`` sets all that can
    stand for them.  ``bounds`` are open where the text itself gives no date (a date bounded by an earlier linking does
    not count, so that linking again finds the same), ``undated`` says that no date at all is known, ``inherited`` that
    it is the day the text was at.
    ``type`` is the PLOVER type, ``kind`` type and mode as the tables write them; ``hostile`` whether the other side is
    hurt, threatened, pressed or blamed, ``harm`` whether that is a deed, not words.  ``guessed_*``: who did it,
    or whom it was done to, is not named with the act but taken from the text around.  ``ahead``: planned or proposed;
    ``unsure``: too much so for a good cause or answer, ``faint``: hardly an act at all; ``measures`` are its numbers
    with their units; ``takes``: its words take what was offered or asked for; ``inner``: persons or groups of no state
    do it to their like (a coup, a murder).
    """

    index: int
    event: Event
    actors: frozenset[str]
    hit: frozenset[str]
    actors_home: frozenset[str]
    hit_home: frozenset[str]
    actors_kin: frozenset[str]
    hit_kin: frozenset[str]
    mutual: bool
    stance: str
    bounds: Bounds
    month_day: tuple[int, int] | None
    guessed_actors: bool
    guessed_hit: bool
    takes: bool
    # Asked for every pair of acts, so worked out once.
    type: str = field(init=False)
    kind: str = field(init=False)
    hostile: bool = field(init=False)
    harm: bool = field(init=False)
    mode: str | None = field(init=False)
    modality: str = field(init=False)
    ahead: bool = field(init=False)
    unsure: bool = field(init=False)
    faint: bool = field(init=False)
    inner: bool = field(init=False)
    undated: bool = field(init=False)
    inherited: bool = field(init=False)
    measures: frozenset[tuple[float, str]] = field(init=False)

    def __post_init__(self) -> None:
        event = self.event
        self.type = event.type
        self.kind = f"{event.type}/{event.mode}"
        self.hostile = self.stance in _HOSTILE
        self.harm = self.stance == "harm"
        self.mode, self.modality = event.mode, event.modality
        self.ahead = event.modality in _AHEAD
        self.unsure, self.faint = event.confidence < _SURE, event.confidence < _FAINT
        self.undated = event.when.edtf is None
        self.inherited = event.when.basis == "inherited"
        self.inner = not any_coded(self.actors | self.hit)
        self.measures = frozenset([(q.value, q.unit.casefold()) for q in event.quantities if q.value > 1])


@dataclass(slots=True, eq=False, init=False)
class Place:
    """Where a document tells an act: offsets of the words that name it, of their clause, and the sentence."""

    start: int
    end: int
    act: Act
    sentence: int
    kind: str  # trigger | mention | reference
    scope: tuple[int, int]
    # Whether its clause goes back in time, and the beginnings of its words of content; None until somebody asks.
    background: bool | None
    stems: frozenset[str] | None

    def __init__(
        self,
        start: int,
        end: int,
        act: Act,
        sentence: int,
        kind: str = "trigger",
        scope: tuple[int, int] = (0, 0),
        background: bool | None = None,
        stems: frozenset[str] | None = None,
    ) -> None:
        self.start = start
        self.end = end
        self.act = act
        self.sentence = sentence
        self.kind = kind
        self.scope = scope
        self.background = background
        self.stems = stems


@dataclass(slots=True, eq=False)
class Scene:
    """One document as the linker reads it: folded text, sentences, and the places of its acts in text order."""

    text: str
    sentences: Sequence[Sentence]
    places: list[Place] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    first: dict[int, Place] = field(default_factory=dict)
    told: dict[int, list[Place]] = field(default_factory=dict)
    sentence_starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.sentence_starts = [s.start for s in self.sentences]

    def between(self, start: int, end: int) -> list[Place]:
        """Places that begin in [start, end)."""
        return self.places[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def surest(self, start: int, end: int) -> list[Place]:
        """The places that begin in [start, end); those that are hardly acts only where there is no other."""
        places = self.between(start, end)
        if len(places) < 2:
            return places
        return [p for p in places if not p.act.faint] or places

    def begins_anew(self, start: int, place: Place) -> bool:
        """Whether a new clause holds a place: a comma after the offset, then a verb ("turned down, it expels ten").

        A verb that follows an aside belongs to what went before it ("when Oslo, the neighbour, closed a port").
        """
        comma = self.text.find(", ", start, place.start)
        if comma < 0:
            return False
        tokens, before = self.sentences[place.sentence].tokens, comma
        for number in range(bisect_right(tokens, comma, key=attrgetter("start")), len(tokens)):
            token = tokens[number]
            if token.start >= place.end:
                return False
            if token.tag in FINITE:
                return before == comma or self.text[before] != ","
            before = token.start
        return False

    def is_finite(self, place: Place) -> bool:
        """Whether the words of a place are the verb of a clause."""
        return self.has_verb(place.sentence, place.start, place.end)

    def has_verb(self, sentence: int, start: int, end: int) -> bool:
        """Whether a finite verb or a past participle begins in [start, end)."""
        tokens = self.sentences[sentence].tokens
        number = bisect_left(tokens, start, key=attrgetter("start"))
        while number < len(tokens) and tokens[number].start < end:
            if tokens[number].tag in _PAST_OR_FINITE:
                return True
            number += 1
        return False

    def noun_follows(self, sentence: int, offset: int) -> bool:
        """Whether a noun, with its adjectives, follows at an offset."""
        tokens = self.sentences[sentence].tokens
        number = bisect_left(tokens, offset, key=attrgetter("start"))
        while number < len(tokens) and tokens[number].tag in _ADJECTIVES:
            number += 1
        return number < len(tokens) and tokens[number].tag in COMMON_NOUNS

    def is_main(self, place: Place) -> bool:
        """Whether no act is told before it in its sentence."""
        number = bisect_left(self.starts, self.sentences[place.sentence].start)
        return self.places[number].start >= place.start

    def sentence_at(self, offset: int) -> int:
        """Index (in ``sentences``) of the sentence at an offset."""
        return max(0, bisect_right(self.sentence_starts, offset) - 1)

    def has_condition(self, start: int, end: int) -> bool:
        """Whether a condition is made in [start, end)."""
        return _CONDITION.search(self.text, start, end) is not None

    def prominence(self, act: Act) -> str:
        """prominent, salient: an act that several sentences tell; empty for the others."""
        places = self.told[act.index]
        if len(places) == 1:
            return ""
        often = len({p.sentence for p in places})
        return "prominent" if often >= _OFTEN else "salient" if often > 1 else ""

    def add(self, places: Sequence[Place]) -> None:
        """Put more places in, in order."""
        self.places = sorted([*self.places, *places], key=lambda p: (p.start, p.end, p.act.index))
        self.starts = [p.start for p in self.places]
        self.told = {}
        for place in self.places:
            self.told.setdefault(place.act.index, []).append(place)


def stances(lexicon: Lexicon) -> dict[str, str]:
    """PLOVER type, or type/mode -> stance; give it to ``lexicon.derive``."""
    return {kind: row["stance"] for row in lexicon.table("link_stances") for kind in row.list("types")}


def acts_of(events: Sequence[Event], lexicon: Lexicon) -> list[Act]:
    """The acts that can be linked: denied and hypothetical ones neither cause nor answer."""
    stance, sided = lexicon.derive(stances), lexicon.derive(sides)
    at_home, widen = cache(sided.at_home), cache(sided.widen)  # few parties do most of the acts
    taking, owners = lexicon.derive(word_groups)["taking"], lexicon.derive(owner_matcher)
    found: list[Act] = []
    for event in events:
        if event.modality in ("denied", "hypothetical"):
            continue
        actors, hit = labels(event.actors), labels(event.targets)
        mutual = len(actors) > 1 and not hit
        if mutual:
            hit = actors
        elif event.where is not None and event.where.code and event.where.code not in actors:
            hit |= {event.where.code}
        stated = event.when.basis != "bounded"
        manner = stance.get(f"{event.type}/{event.mode}", stance.get(event.type, "blame"))
        found.append(
            Act(
                len(found), event, actors, hit, at_home(actors), at_home(hit),
                widen(actors) | nationals(event.actors, owners), widen(hit), mutual, manner,
                event.when.bounds if stated else _OPEN, event.when.month_day if stated else None,
                _guessed(event.actors), _guessed(event.targets), event.type in _TAKING and taking.is_in(event.trigger),
            )
        )  # fmt: skip
    return found


def _guessed(parties: Sequence[Actor]) -> bool:
    """Whether a role is filled only by what the text around suggests."""
    for party in parties:
        if party.via != "context":
            return False
    return bool(parties)


def scene_of(document: Document, folded: str, sentences: Sequence[Sentence], acts: Sequence[Act]) -> Scene:
    """The document's scene with the places of all acts that it tells."""
    scene = Scene(folded, sentences)
    places = []
    for act in acts:
        for number, mention in enumerate(act.event.mentions):
            trigger, quote = mention.trigger, mention.quote
            if trigger.document_id != document.id:
                continue
            place = Place(
                trigger.start, trigger.end, act, scene.sentence_at(trigger.start),
                "mention" if number else "trigger", (min(quote.start, trigger.start), max(quote.end, trigger.end)),
            )  # fmt: skip
            places.append(place)
            scene.first.setdefault(act.index, place)
    scene.add(places)
    return scene
