"""One act, one event: the mentions of an act in a document brought together.

A draft joins an earlier event when the two can be the same act: type and mode, parties, dates and the way
it is mentioned ("the expulsions" points back; "10 more diplomats were expelled" does not).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.analysis import Sentence
from timeline.bounds import Bounds, bounds_of
from timeline.events.acts import Draft
from timeline.models import Actor, Document, Event, Mention, Modality, Quantity, Reason, When
from timeline.plover import intensity_of, plover_code, quad_of

__all__ = ["merge_mentions"]

_MINIMUM = 0.25
#: Letters that a noun and the verb of the same act share (expulsion, expel).
_STEM = 4
#: Acts between named parties that make a document political, and how sure an act that names none must then be.
_POLITICAL = 3
_TOLD = 0.27
#: How far down such an act may stand in its sentence: in a main clause, or in another with its actor.
_MAIN = 2
#: How sure a noun must be that stands without an article and names nobody: its own weight, nothing more.
_NAMED = 0.14
#: So many of the last events of its type are held against a mention, so that long texts take no longer by the word.
_REACH = 200
#: Types that count when none of the sides has a name of its own.
_UNNAMED_SIDES = frozenset({"ASSAULT", "PROTEST"})
#: Aid says nothing when nobody is known to get it, friendly types when nobody is known to act.
_WANTS_TARGET = frozenset({"AID"})
_WANTS_ACTOR = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"})
#: How settled the modalities are: that of an event is the most settled of its mentions'.
_SETTLED = {"actual": 3, "planned": 2, "threatened": 2, "proposed": 2, "denied": 1, "hypothetical": 0}


@dataclass(slots=True)
class _Cluster:
    """The mentions of one act so far, and what is known of it from all of them.

    ``sides`` are the labels of the actors and of the targets of its first mention, ``days`` the days of all, each once.
    """

    sides: tuple[set[str], set[str]]
    drafts: list[Draft] = field(default_factory=list)
    whens: list[When] = field(default_factory=list)
    days: set[tuple[str, Bounds]] = field(default_factory=set)
    headline: bool = False

    @property
    def best(self) -> Draft:
        return self.drafts[0]

    def add(self, draft: Draft, when: When) -> None:
        """One more mention."""
        self.drafts.append(draft)
        self.whens.append(when)
        if when.edtf:
            self.days.add((when.basis, when.bounds))


def merge_mentions(
    document: Document, sentences: list[Sentence], drafts: list[Draft], whens: list[When]
) -> list[Event]:
    """The events of a document, in the order of their first mention.

    ``whens`` holds the date of each draft.  The id of an event is derived from the document's id and the
    places of its mentions.
    """
    kinds = {s.index: s.kind for s in sentences}
    clusters: list[_Cluster] = []
    by_type: dict[str, list[_Cluster]] = {}  # mentions of one act are of one type
    political = sum(draft.is_dyadic for draft in drafts) >= _POLITICAL
    for draft, when in zip(drafts, whens, strict=True):
        alike = by_type.setdefault(draft.type, [])
        cluster = _home(draft, when, alike)
        if cluster is None:
            if draft.aside or not (_is_named_deed(draft, political) or _tells_politics(draft, political)):
                continue
            cluster = _Cluster(_sides(draft), headline=kinds.get(draft.sentence) in ("title", "heading"))
            clusters.append(cluster)
            alike.append(cluster)
        cluster.add(draft, when)
    _aim_judgements(clusters)
    return [_event(document, cluster, kinds) for cluster in clusters]


def _aim_judgements(clusters: list[_Cluster]) -> None:
    """``condemned the attack``: whoever did what "the attack" is a mention of is the one condemned."""
    home = {draft.start: cluster for cluster in clusters for draft in cluster.drafts}
    for cluster in clusters:
        for i, draft in enumerate(cluster.drafts):
            judged = home.get(draft.about) if draft.about >= 0 else None
            if judged is None or judged is cluster or any(t.via != "context" for t in draft.targets):
                continue
            own = _codes(draft.actors)
            targets = tuple(a for a in _roles(judged.drafts, "actors") if a.label.casefold() not in own)
            if targets:
                reason = Reason(rule="judged", words=judged.best.lemma)
                cluster.drafts[i] = draft.but(targets=targets, reasons=(*draft.reasons, reason))


def _tells_politics(draft: Draft, political: bool) -> bool:
    """Whether a draft can stand for an event by itself: a state, organisation or group takes part in it.

    Violence, arrests and protests by or against people without a name of their own count as well, and in
    a ``political`` document whatever a verb surely tells: who did it there the reader knows.
    """
    if draft.type in _WANTS_TARGET and all(t.via == "context" for t in draft.targets):
        return False
    if political and not draft.nominal and draft.sure >= _TOLD and draft.rank <= _MAIN:
        return True
    if draft.confidence < _MINIMUM:
        return False
    if draft.type in _WANTS_ACTOR and not draft.actors:
        return False
    if any(a.code for a in (*draft.actors, *draft.targets)):
        return True
    if (draft.type, draft.mode) == ("COERCE", "arrest") or draft.type in _UNNAMED_SIDES:
        return any(a.kind in ("person", "people", "group") for a in (*draft.actors, *draft.targets))
    return False


def _is_named_deed(draft: Draft, political: bool) -> bool:
    """Whether a noun that names nobody tells of an act not told before: "a blockade followed"."""
    told = political and draft.nominal and not draft.definite and draft.type not in _WANTS_ACTOR
    return told and draft.modality == "actual" and draft.sure >= _NAMED


def _home(draft: Draft, when: When, clusters: list[_Cluster]) -> _Cluster | None:
    """The earlier event, of those of its type, that the draft can be a mention of: the latest told in the same words
    ("bombed … the bombing"), else the latest."""
    sides = _sides(draft)
    latest: _Cluster | None = None
    for cluster in reversed(clusters[-_REACH:]):
        if _parties_agree(draft, sides, cluster) and _same_act(draft, when, cluster):
            if not draft.nominal or _one_stem(draft, cluster):
                return cluster
            latest = latest or cluster
    return latest


def _same_act(draft: Draft, when: When, cluster: _Cluster) -> bool:
    best = cluster.best
    if not (_modes_agree(draft, best) and _modalities_agree(draft, best) and _dates_agree(draft, when, cluster)):
        return False
    if draft.nominal and (draft.definite or draft.bare):
        return True
    if any(d.sentence == draft.sentence for d in cluster.drafts):
        return draft.is_result or (draft.nominal != best.nominal and draft.lemma == best.lemma)
    if best.nominal and not draft.nominal:
        return _one_stem(draft, cluster) and _full_match(draft, best)
    if cluster.headline and len(cluster.drafts) == 1:
        return _full_match(draft, best)
    return (draft.lemma == best.lemma or draft.nominal) and _full_match(draft, best) and not _new_number(draft, best)


def _one_stem(draft: Draft, cluster: _Cluster) -> bool:
    """``the ban … was banned``: a verb tells again what a noun told only when the two are one word."""
    return any(d.lemma[:_STEM] == draft.lemma[:_STEM] for d in cluster.drafts)


def _modes_agree(draft: Draft, best: Draft) -> bool:
    """The same mode, or one that does not say; what points back ("the attack") need not say how it was done."""
    if draft.nominal and draft.definite:
        return True
    return draft.is_result or draft.mode == best.mode or draft.mode is None or best.mode is None


def _codes(actors: tuple[Actor, ...]) -> set[str]:
    return {a.label.casefold() for a in actors}


def _named(actors: tuple[Actor, ...]) -> set[str]:
    """The parties that the words name; what was supplied can be told otherwise elsewhere."""
    return {a.label.casefold() for a in actors if a.via != "context"}


def _sides(draft: Draft) -> tuple[set[str], set[str]]:
    return _named(draft.actors), _named(draft.targets)


def _parties_agree(draft: Draft, sides: tuple[set[str], set[str]], cluster: _Cluster) -> bool:
    """Each role: the same party, or not told in one of them; a result ("killing 20") may name the hit more closely."""
    if _exclude(sides[0], cluster.sides[0]):
        return False
    if not _exclude(sides[1], cluster.sides[1]):
        return True
    return draft.is_result and any(d.sentence == draft.sentence for d in cluster.drafts)


def _exclude(one: set[str], other: set[str]) -> bool:
    """Whether both name parties, and none of them is the same."""
    return bool(one) and bool(other) and one.isdisjoint(other)


def _dates_agree(draft: Draft, when: When, cluster: _Cluster) -> bool:
    """No two dates that exclude each other; what only points back ("the ban") may stand under another day."""
    known = ("stated", "relative") if draft.nominal and draft.definite else ("stated", "relative", "inherited")
    if when.basis not in known or not when.edtf or not cluster.days:
        return True
    own = when.bounds
    return own.first is None or not any(
        basis in known and days.first is not None and not own.overlaps(days) for basis, days in cluster.days
    )


def _modalities_agree(draft: Draft, best: Draft) -> bool:
    if draft.modality == best.modality:
        return True
    return (draft.nominal or best.nominal) and "threatened" not in (draft.modality, best.modality)


def _full_match(draft: Draft, best: Draft) -> bool:
    """One role has a party in common; that no role excludes the other's, ``_parties_agree`` has seen before."""
    both = _codes(draft.actors) & _codes(best.actors) or _codes(draft.targets) & _codes(best.targets)
    return bool(both)


def _new_number(draft: Draft, best: Draft) -> bool:
    """Different counts of the same thing are different acts."""
    one = {q.unit: q.value for q in draft.quantities}
    other = {q.unit: q.value for q in best.quantities}
    return any(one[unit] != other[unit] for unit in one.keys() & other.keys())


def _event(document: Document, cluster: _Cluster, kinds: Mapping[int, str]) -> Event:
    """The event of a cluster: its best mention first, parties and date from whichever tells them."""
    order = sorted(
        range(len(cluster.drafts)),
        key=lambda i: (
            kinds.get(cluster.drafts[i].sentence) == "title",
            -_worth(cluster.drafts[i]),
            cluster.drafts[i].start,
        ),
    )
    drafts = [cluster.drafts[i] for i in order]
    whens = [cluster.whens[i] for i in order]
    best = drafts[0]
    mode = best.mode or next((d.mode for d in drafts if d.mode), None)
    when = _when(whens)
    modality = _modality(document, drafts, when)
    spans = sorted((d.start, d.end) for d in drafts)
    digest = hashlib.sha256(repr((document.id, spans, best.type)).encode("utf-8", "surrogatepass")).hexdigest()
    return Event(
        id="e" + digest[:12],
        type=best.type,  # type: ignore[arg-type]
        mode=mode,
        plover=plover_code(best.type, modality),  # type: ignore[arg-type]
        quad=quad_of(best.type),
        intensity=intensity_of(best.type, mode),
        actors=_roles(drafts, "actors"),
        targets=() if best.mutual and len(best.actors) > 1 else _roles(drafts, "targets"),
        when=when,
        where=next((d.where for d in drafts if d.where), None),
        modality=modality,
        quantities=_quantities(drafts),
        mentions=tuple(_mention(document, d, w) for d, w in zip(drafts, whens, strict=True)),
        confidence=round(min(0.97, max(d.confidence for d in drafts) + 0.02 * (len(drafts) - 1)), 2),
        reasons=_reasons(drafts),
    )


def _modality(document: Document, drafts: list[Draft], when: When) -> Modality:
    """The most settled of the mentions'; a threat stays one, and what lies after the day of publication is planned."""
    best = drafts[0]
    modality = max((d.modality for d in drafts), key=lambda m: _SETTLED[m])
    if best.modality in ("threatened", "proposed", "planned") and modality != "actual":
        modality = best.modality
    if modality != "actual":
        return modality
    if best.type == "THREATEN":
        return "threatened"
    published = bounds_of(document.published) if document.published else None
    return "planned" if published is not None and published.surely_before(when.bounds) else modality


def _worth(draft: Draft) -> float:
    return draft.confidence + 0.1 * bool(draft.actors) + 0.1 * bool(draft.targets) - 0.2 * draft.nominal


def _roles(drafts: list[Draft], role: str) -> tuple[Actor, ...]:
    """The parties of the first mention that names some with a code, else of the first that has any with one."""
    found: list[tuple[Actor, ...]] = [getattr(d, role) for d in drafts if getattr(d, role)]
    coded = [f for f in found if any(a.code for a in f)]
    named = [f for f in coded if any(a.via != "context" for a in f)]
    return next(iter((*named, *coded, *found)), ())


def _when(whens: list[When]) -> When:
    """The date of the best mention, else the best-grounded one of the others: stated before inherited."""
    if whens[0].edtf and whens[0].basis != "none":
        return whens[0]
    for bases in (("stated", "relative"), ("inherited",), ("bounded",)):
        for when in whens:
            if when.basis in bases and when.edtf:
                return when
    return whens[0]


def _quantities(drafts: list[Draft]) -> tuple[Quantity, ...]:
    found: dict[tuple[float, str], Quantity] = {}
    for draft in drafts:
        for quantity in draft.quantities:
            found.setdefault((quantity.value, quantity.unit), quantity)
    return tuple(found.values())


def _reasons(drafts: list[Draft]) -> tuple[Reason, ...]:
    found: dict[tuple[str, str], Reason] = {}
    for draft in drafts:
        for reason in draft.reasons:
            found.setdefault((reason.rule, reason.words), reason)
    return tuple(found.values())


def _mention(document: Document, draft: Draft, when: When) -> Mention:
    return Mention(
        trigger=document.span(draft.start, draft.end),
        quote=document.span(*draft.quote),
        when=when,
        attribution=draft.attribution,
        modality=draft.modality,
    )
