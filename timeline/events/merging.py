"""One act, one event: the mentions of an act in a document brought together.

Which mentions tell one act is weighed in :mod:`timeline.events.homes`; here it is decided which of them can stand for
an event at all, and what the event takes from each of its mentions.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from timeline.analysis import Sentence
from timeline.bounds import bounds_of
from timeline.events.acts import Draft, has_code
from timeline.events.homes import Homes
from timeline.events.mentions import Cluster, codes
from timeline.lexicons import Lexicon
from timeline.models import Actor, Document, Event, Mention, Modality, Quantity, Reason, When
from timeline.plover import intensity_of, plover_code, quad_of

__all__ = ["merge_mentions"]

_MINIMUM = 0.25
#: Acts between named parties that make a document political, and how sure an act that names none must then
#: be; a friendly one ("has been settled") more so.
_POLITICAL = 3
_TOLD, _TOLD_BARE = 0.18, 0.27
#: How far down such an act may stand in its sentence: in a main clause, or in another with its actor.
_MAIN = 2
#: How sure a noun must be that stands without an article and names nobody: its own weight, nothing more.
_NAMED = 0.14
#: Types that count when none of the sides has a name of its own.
_UNNAMED_SIDES = frozenset({"ASSAULT", "PROTEST"})
#: Aid and trade say nothing when nobody is told who gets it, friendly types when nobody is known to act.
_WANTS_TARGET = frozenset({"AID", "COOPERATE"})
_WANTS_ACTOR = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"})
#: Deeds that are reasons for others.
_DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
#: Those who take part under the words for them, not as their state: rather them than a party that only the context
#: supplies.
_HUMAN = frozenset({"person", "people", "group"})
_TOLD_OF = frozenset({"name", "phrase", "role"})
#: Types in which a state and its people face each other.
_AT_HOME = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION"})
#: The most that an event is sure, and what another mention adds.
_SUREST, _FOR_ANOTHER = 0.97, 0.02
#: How settled the modalities are: that of an event is the most settled of its mentions'.
_SETTLED = {"actual": 3, "planned": 2, "threatened": 2, "proposed": 2, "denied": 1, "hypothetical": 0}


def merge_mentions(
    document: Document,
    sentences: list[Sentence],
    drafts: list[Draft],
    whens: list[When],
    lexicon: Lexicon,
    *,
    named: bool = True,
) -> list[Event]:
    """The events of a document, in the order of their first mention.

    ``whens`` holds the date of each draft.  The id of an event is derived from the document's id and the
    places of its mentions.  ``named`` whether the text names any state, organisation or group at all.
    """
    kinds = {s.index: s.kind for s in sentences}
    homes = Homes(document, sentences, lexicon)
    in_politics = len({draft.sentence for draft in drafts if not draft.aside})
    political = max(in_politics, sum([draft.is_dyadic or _is_domestic(draft) for draft in drafts])) >= _POLITICAL
    at_home = named and not political
    for draft, when in zip(drafts, whens, strict=True):
        told = homes.told(draft, when)
        cluster = homes.find(told)
        if cluster is None and (
            draft.aside
            or homes.is_generic(draft)
            or not (
                _is_named_deed(draft, political)
                or _tells_politics(draft, political)
                or _is_reason(draft, homes)
                or (at_home and _is_told_of_one_state(draft))
            )
        ):
            continue
        homes.put(told, cluster)
    clusters = homes.clusters
    _aim_judgements(clusters)
    return [_event(document, cluster, kinds) for cluster in clusters]


def _aim_judgements(clusters: list[Cluster]) -> None:
    """``condemned the attack``: whoever did what "the attack" is a mention of is the one condemned."""
    home = {draft.start: cluster for cluster in clusters for draft in cluster.drafts}
    for cluster in clusters:
        for i, draft in enumerate(cluster.drafts):
            judged = home.get(draft.about) if draft.about >= 0 else None
            if judged is None or judged is cluster or any(t.via != "context" for t in draft.targets):
                continue
            own = codes(draft.actors)
            targets = tuple(a for a in _roles(judged.drafts, "actors") if a.label.casefold() not in own)
            if targets:
                reason = Reason(rule="judged", words=judged.best.lemma)
                cluster.drafts[i] = draft.but(targets=targets, reasons=(*draft.reasons, reason))


def _is_domestic(draft: Draft) -> bool:
    """Whether a state and people without a code face each other in a draft."""
    if draft.type not in _AT_HOME or not (draft.actors and draft.targets):
        return False
    if has_code(draft.actors) == has_code(draft.targets):
        return False
    own = any([reason.rule == "counterpart:own" for reason in draft.reasons])
    return own or all([party.via != "context" for party in (*draft.actors, *draft.targets)])


def _tells_politics(draft: Draft, political: bool) -> bool:
    """Whether a draft can stand for an event by itself: a state, organisation or group takes part in it.

    Violence, arrests and protests by or against people without a name of their own count as well, and in
    a ``political`` document whatever a verb surely tells, results of attacks apart: who did it there the reader knows.
    """
    if draft.type in _WANTS_TARGET and not draft.mutual and all(t.via == "context" for t in draft.targets):
        return False
    told = _TOLD_BARE if draft.bare and draft.type in _WANTS_ACTOR else _TOLD
    of_none = draft.is_result and all([a.via == "context" for a in draft.actors])
    if political and not (draft.nominal or of_none) and draft.sure >= told and draft.rank <= _MAIN:
        return True
    if draft.confidence < _MINIMUM:
        return False
    if draft.type in _WANTS_ACTOR and not draft.actors and not _is_met(draft):
        return False
    if _has_known(draft.actors) or _has_known(draft.targets):
        return True
    if (draft.type, draft.mode) == ("COERCE", "arrest") or draft.type in _UNNAMED_SIDES:
        return any(a.kind in ("person", "people", "group") for a in (*draft.actors, *draft.targets))
    return False


def _has_known(parties: tuple[Actor, ...]) -> bool:
    """Whether one of some parties has a code, or is a firm or people of a state told by name."""
    return any([bool(p.code) or p.kind == "company" or (p.kind == "people" and p.via == "role") for p in parties])


def _is_met(draft: Draft) -> bool:
    """``whom he had phoned at dawn``: a meeting or call that a verb tells, with somebody who is named."""
    return draft.type == "CONSULT" and not draft.nominal and any(t.code and t.via != "context" for t in draft.targets)


def _is_told_of_one_state(draft: Draft) -> bool:
    """``Soldiers ordered the marchers home``: whether a verb tells a hostile deed or giving way; in a text about the
    affairs of one state those who act have no name."""
    return (
        not draft.nominal
        and draft.modality == "actual"
        and draft.confidence >= _MINIMUM
        and draft.type not in _WANTS_ACTOR
    )


def _is_named_deed(draft: Draft, political: bool) -> bool:
    """Whether a noun that names nobody tells of an act not told before: "a blockade followed"."""
    told = political and draft.nominal and not draft.definite and draft.type not in _WANTS_ACTOR
    return told and draft.modality == "actual" and draft.sure >= _NAMED


def _is_reason(draft: Draft, homes: Homes) -> bool:
    """Whether a noun tells the deed for which another act was done: "expelled ten over the poisoning of an agent"."""
    if not (draft.nominal or draft.is_result) or draft.type not in _DEEDS or draft.modality != "actual":
        return False
    if draft.definite and all(t.via == "context" for t in draft.targets) and not homes.is_described(draft.end):
        return False
    return homes.is_reason(draft.start)


def _event(document: Document, cluster: Cluster, kinds: Mapping[int, str]) -> Event:
    """The event of a cluster: its best mention first, parties and date from whichever tells them."""
    drafts, whens = cluster.drafts, cluster.whens
    if len(drafts) > 1:
        order = sorted(
            range(len(drafts)),
            key=lambda i: (kinds.get(drafts[i].sentence) == "title", -_worth(drafts[i]), drafts[i].start),
        )
        drafts = [cluster.drafts[i] for i in order]
        whens = [cluster.whens[i] for i in order]
    best = drafts[0]
    mode = best.told_mode or best.mode or None
    if mode is None and len(drafts) > 1:
        mode = next((m for d in drafts if d.type == best.type and (m := d.told_mode or d.mode)), None)
    when = _when(drafts, whens)
    modality = _modality(document, drafts, when)
    actors = _roles(drafts, "actors")
    together = len(actors) > 1 and any([d.mutual and d.actors == actors for d in drafts])
    actors, targets = (actors, ()) if together else _apart(actors, _roles(drafts, "targets"))
    spans = sorted([(d.start, d.end) for d in drafts])
    digest = hashlib.sha256(repr((document.id, spans, best.type)).encode("utf-8", "surrogatepass")).hexdigest()
    return Event(
        id="e" + digest[:12],
        type=best.type,  # type: ignore[arg-type]
        mode=mode,
        plover=plover_code(best.type, modality),  # type: ignore[arg-type]
        quad=quad_of(best.type),
        intensity=intensity_of(best.type, mode),
        actors=actors,
        targets=targets,
        when=when,
        where=best.where or next((d.where for d in drafts if d.where), None),
        modality=modality,
        quantities=_quantities(drafts),
        mentions=tuple([_mention(document, d, w) for d, w in zip(drafts, whens, strict=True)]),
        confidence=_confidence(drafts),
        reasons=_reasons(drafts),
    )


def _apart(actors: tuple[Actor, ...], targets: tuple[Actor, ...]) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """The two sides without who stands on both, which mentions together may tell: nobody does anything to himself.

    He is left out where others are named as well, else where he was only supplied.
    """
    both = codes(actors) & codes(targets)
    if not both:
        return actors, targets
    doers = tuple([a for a in actors if a.label.casefold() not in both])
    hit = tuple([t for t in targets if t.label.casefold() not in both])
    if doers or (not hit and all(a.via == "context" for a in actors)):
        return doers, targets
    return actors, hit


def _modality(document: Document, drafts: list[Draft], when: When) -> Modality:
    """The most settled of the mentions'; a threat stays one, and what lies after the day of publication is planned."""
    best = drafts[0]
    modality = max([d.modality for d in drafts], key=_SETTLED.__getitem__)
    if best.modality in ("threatened", "proposed", "planned") and modality != "actual":
        modality = best.modality
    if modality != "actual":
        return modality
    if best.type == "THREATEN":
        return "threatened"
    published = bounds_of(document.published) if document.published else None
    return "planned" if published is not None and published.surely_before(when.bounds) else modality


def _confidence(drafts: list[Draft]) -> float:
    """That of the surest mention, a little more for each other one."""
    if len(drafts) == 1:
        return min(_SUREST, drafts[0].confidence)
    return round(min(_SUREST, max([d.confidence for d in drafts]) + _FOR_ANOTHER * (len(drafts) - 1)), 2)


def _worth(draft: Draft) -> float:
    return draft.confidence + 0.1 * bool(draft.actors) + 0.1 * bool(draft.targets) - 0.2 * draft.nominal


def _roles(drafts: list[Draft], role: str) -> tuple[Actor, ...]:
    """The parties of the first mention that names some with a code, else of the first that has any with one."""
    found = [d.actors if role == "actors" else d.targets for d in drafts]
    if len(found) == 1:
        return found[0]
    coded = [f for f in found if _has_known(f)]
    for parties in coded:
        if any(a.via != "context" for a in parties):
            return parties
    told = next((f for f in found if f and all([a.kind in _HUMAN and a.via in _TOLD_OF for a in f])), ())
    if not told and found[0] and all([a.kind in _HUMAN for a in found[0]]):
        return found[0]  # the crowd that the best mention is about, rather than a state concluded for another
    return told or (coded[0] if coded else next((f for f in found if f), ()))


def _when(drafts: list[Draft], whens: list[When]) -> When:
    """The date of the best mention, else the best-grounded one of the others: stated before inherited.

    A noun that names nobody ("the ban", "charges") may stand in a clause that is dated for another act.
    """
    if len(whens) == 1 or (whens[0].edtf and whens[0].basis != "none"):
        return whens[0]
    told = [when for draft, when in zip(drafts, whens, strict=True) if not (draft.nominal and draft.bare)]
    for bases in (("stated", "relative"), ("inherited",), ("bounded",)):
        for when in told:
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
