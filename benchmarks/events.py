"""What the library says on event records, in the form the scorers read.

``predict_events`` takes sentence records (``id``, ``text``), ``predict_articles`` whole articles
(``id``, ``text``, ``title``, ``published``); nothing else of a gold record is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from timeline.events.acts import Draft
from timeline.lexicons import Lexicon
from timeline.models import Actor, Document, Event
from timeline.pipeline import extract, read
from timeline.plover import plover_code, plover_mode

__all__ = ["article_event", "predict_articles", "predict_events"]

_LEFT_OUT = frozenset({"denied", "hypothetical"})
_LONGEST_SPAN = 80
#: Acts that PLOVER codes to the country they happen in when nobody is named.
_OWN_COUNTRY = frozenset({"ASSAULT", "COERCE", "PROTEST"})

#: Acts that parties do together.
_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})


def predict_events(rows: Iterable[dict[str, Any]], most: int = 2) -> list[dict[str, Any]]:
    """For each sentence record its events, the best first, at most ``most``; the type is PLOVER's own."""
    lexicon = Lexicon.default()
    out = []
    for row in rows:
        found = read(Document(id=str(row["id"]), text=row["text"], published=row.get("published")), lexicon)
        rank = {(d.start, d.end): d.rank for d in found.drafts}
        events = sorted(found.events, key=lambda e: _order(e, rank))
        coded = [_coded(e, found.mentions) for e in events[:most]]
        out.append({"id": row["id"], "events": coded or _unnamed(found.drafts, found.mentions)})
    return out


def _unnamed(drafts: list[Draft], mentions: list[Any]) -> list[dict[str, Any]]:
    """Where no event stands, the best draft all the same: a record must not be lost for an unknown actor."""
    best = min(drafts, key=lambda d: (d.rank, -d.confidence, d.start), default=None)
    if best is None:
        return []
    countries = _countries(mentions)
    return [
        {
            "type": plover_code(best.type, best.modality),
            "mode": plover_mode(best.type, best.told_mode or best.mode, best.modality),
            "actors": _parties(best.actors, countries, mentions) or countries[:1],
            "targets": _parties(best.targets, countries, mentions) or countries[:2][-1:],
        }
    ]


def _order(event: Event, rank: dict[tuple[int, int], int]) -> tuple[int, float, int]:
    trigger = event.mentions[0].trigger
    return rank[trigger.start, trigger.end], -round(event.confidence, 1), trigger.start


def _coded(event: Event, mentions: list[Any]) -> dict[str, Any]:
    """An event in PLOVER's terms: parties by country, a party without one by the country it is spoken of with."""
    countries = _countries(mentions)
    actors, targets = event.actors, event.targets
    if event.type in _MUTUAL and not targets:  # PLOVER writes who meets whom; which way round is no matter
        actors, targets = actors[:1], actors[1:]
    modality = "planned" if event.modality == "hypothetical" else event.modality
    return {
        "type": plover_code(event.type, modality),
        "mode": plover_mode(event.type, event.mode, modality),
        "actors": _parties(actors, countries, mentions) or countries[: event.type in _OWN_COUNTRY],
        "targets": _parties(targets, countries, mentions)
        or ([] if len(actors) > 1 else _inward(actors, countries, mentions)),
    }


def _countries(mentions: list[Any]) -> list[str]:
    """The countries that a sentence speaks of, in order."""
    found = [m.codes[0] if m.codes else m.home for m in mentions if (m.codes and m.kind == "country") or m.home]
    return list(dict.fromkeys(found))


def _inward(actors: tuple[Actor, ...], countries: list[str], mentions: list[Any]) -> list[str]:
    """Whom an act with no target hits: another country of the sentence, else the country it happens in."""
    others = [c for c in countries if c not in _parties(actors, countries, mentions)]
    return others[:1] or countries[:1]


def _parties(parties: tuple[Actor, ...], countries: list[str], mentions: list[Any]) -> list[str]:
    """The codes of parties; of people and firms told by name that of the state that the words give them."""
    codes = [p.code for p in parties if p.code]
    if not codes:
        starts = {p.span.start for p in parties if p.span is not None}
        codes = [code for m in mentions if m.start in starts for code in m.codes]
    if not codes and parties and countries:
        return countries[:1]
    return list(dict.fromkeys(codes or [p.name for p in parties]))


def predict_articles(articles: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """For each article its events with the places of all their mentions, and its links."""
    out = []
    for article in articles:
        document = Document(
            id=article["id"], text=article["text"], title=article.get("title"), published=article.get("published")
        )
        timeline = extract(document)
        kept = {e.id: e for e in timeline.events if e.modality not in _LEFT_OUT}
        links = [
            {"from": link.cause, "to": link.effect, "kind": link.kind}
            for link in timeline.links
            if link.cause in kept and link.effect in kept
        ]
        events = [article_event(e, document.text) for e in kept.values()]
        out.append({"id": article["id"], "events": events, "links": links})
    return out


def article_event(event: Event, text: str = "") -> dict[str, Any]:
    """An event as the scorer of articles reads it; spans longer than it takes are left out.

    A date without its year (``XXXX-04-15``) is none to the annotation, and groups have the names that the article's
    ``text`` gives them.
    """
    spans = [[m.trigger.start, m.trigger.end] for m in event.mentions]
    return {
        "id": event.id,
        "spans": [s for s in spans if s[1] - s[0] <= _LONGEST_SPAN],
        "type": event.type,
        "mode": event.mode,
        "actors": [_as_annotated(p, text) for p in event.actors],
        "targets": [_as_annotated(p, text) for p in event.targets],
        "date": None if event.date is None or event.date.startswith("XXXX") else event.date,
        "modality": event.modality,
    }


def _as_annotated(party: Actor, text: str) -> str:
    """What a party is called in an annotation: a group by its short name where the article has that, else as in it."""
    if party.code is None or party.kind != "group" or not text or party.code in text:
        return party.label
    places = [(at, -len(name), name) for name in _group_names().get(party.code, ()) if (at := text.find(name)) >= 0]
    return min(places)[2] if places else party.label


@cache
def _group_names() -> dict[str, list[str]]:
    """The names of each group of the tables."""
    names: dict[str, list[str]] = {}
    for row in Lexicon.default().table("groups"):
        names.setdefault(row["code"], []).extend((row["name"], *row.list("names")))
    return names
