"""Links predicted from the events of annotated articles, and how exact stated and concluded ones are.

python -m benchmarks.links FOLDER
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from timeline.bounds import bounds_of, iso_day
from timeline.lexicons import Lexicon
from timeline.links.linking import bound_answers, find_links
from timeline.models import Actor, Document, Event, Mention, Quantity, When
from timeline.text.sentences import split
from timeline.text.tagging import analyse

__all__ = ["GIVEN_CONFIDENCE", "events_of", "links_of", "predict", "report"]

#: The least confidence of a link between events that are given and right: more is asked than of those read from a text,
#: of which some are wrong, so that it costs less to be wrong about a link.
GIVEN_CONFIDENCE = 0.4
_QUAD = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
_CODE = re.compile(r"[A-Z][A-Z0-9+]+|EU|UN")
_QUANTITY = re.compile(r"\b(\d[\d,.]*)\s+(?:\w+\s+)?([a-z]+s)\b")


def _locate(text: str, needle: str, low: int = 0, high: int | None = None) -> tuple[int, int] | None:
    pattern = r"\s+".join(map(re.escape, needle.split()))
    match = re.compile(pattern).search(text, low, len(text) if high is None else high) if pattern else None
    return match.span() if match else None


def _when(edtf: str | None) -> When:
    bounds = bounds_of(edtf) if edtf else None
    if bounds is None:
        return When(edtf=edtf, basis="stated" if edtf else "none")
    first, last = (None if d is None else iso_day(d) for d in bounds)
    return When(edtf=edtf, earliest=first, latest=last, basis="stated")


def _actor(name: str) -> Actor:
    return Actor(code=name if _CODE.fullmatch(name) else None, name=name)


def events_of(article: dict[str, Any], document: Document) -> list[Event]:
    """The annotated events as records; what they answer and follow is left out."""
    found = []
    for event in article["events"]:
        quote = _locate(document.text, event["quote"])
        if quote is None:
            continue
        trigger = _locate(document.text, event["trigger"], *quote) or quote
        spans = [(trigger, quote)]
        spans += [(m, m) for text in event.get("mentions", []) if (m := _locate(document.text, text))]
        when = _when(event["date"])
        mentions = tuple(
            Mention(trigger=document.span(*t), quote=document.span(*q), when=when, modality=event["modality"])
            for t, q in spans
        )
        quantities = tuple(
            Quantity(
                value=float(m[1].replace(",", "").rstrip(".")),
                unit=m[2],
                span=document.span(quote[0] + m.start(), quote[0] + m.end()),
            )
            for m in _QUANTITY.finditer(document.text[quote[0] : quote[1]])
            if re.fullmatch(r"[\d,]+(\.\d+)?\.?", m[1])
        )
        found.append(
            Event.model_validate(
                {
                    "id": event["id"], "type": event["type"], "mode": event["mode"], "plover": event["type"],
                    "quad": _QUAD[event["type"]], "intensity": 0.0, "modality": event["modality"], "when": when,
                    "actors": tuple(map(_actor, event["actors"])), "targets": tuple(map(_actor, event["targets"])),
                    "mentions": mentions, "quantities": quantities,
                }
            )
        )  # fmt: skip
    return found


def document_of(article: dict[str, Any]) -> Document:
    """The article as a document."""
    return Document(id=article["id"], text=article["text"], title=article.get("title"), published=article["published"])


def links_of(article: dict[str, Any], min_confidence: float = GIVEN_CONFIDENCE) -> tuple[list[Event], list[Any]]:
    """The article's events and the links found between them."""
    document = document_of(article)
    events = events_of(article, document)
    lexicon = Lexicon.default()
    sentences = {document.id: split(document.text, document.title, lexicon)}
    for sentence in sentences[document.id]:  # as the pipeline reads them
        analyse(sentence, lexicon)
    links = find_links([document], sentences, events, lexicon, min_confidence)
    return bound_answers(events, links), links


def predict(articles: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One record an article, as the timeline scorer reads it."""
    for article in articles:
        events, links = links_of(article)
        yield {
            "id": article["id"],
            "events": [
                {
                    "id": e.id, "spans": [[m.trigger.start, m.trigger.end] for m in e.mentions[:1]], "type": e.type,
                    "mode": e.mode, "actors": [a.label for a in e.actors], "targets": [a.label for a in e.targets],
                    "date": e.date, "modality": e.modality,
                }
                for e in events
            ],
            "links": [{"from": link.cause, "to": link.effect, "kind": link.kind} for link in links],
        }  # fmt: skip


def report(articles: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Lines with F1, and the precision of stated and of concluded links, for all articles and by provenance."""
    counts: dict[str, Counter[str]] = {}
    for article in articles:
        gold = {(link["from"], link["to"]): link["kind"] for link in article["links"]}
        for group in ("all", article.get("provenance") or "other"):
            counts.setdefault(group, Counter())["gold"] += len(gold)
        for link in links_of(article)[1]:
            pair = (link.cause, link.effect)
            manner = "stated" if link.explicit else "concluded"
            for group in ("all", article.get("provenance") or "other"):
                counts[group].update({"found": 1, manner: 1})
                if pair in gold:
                    counts[group].update({"right": 1, f"{manner} right": 1, "kind": gold[pair] == link.kind})
    for group, n in sorted(counts.items()):
        yield (
            f"{group:9} link F1 {_f1(n['right'], n):.3f}  link+kind F1 {_f1(n['kind'], n):.3f}  "
            f"precision of stated {_share(n, 'stated')}, of concluded {_share(n, 'concluded')}"
        )


def _f1(right: int, n: Counter[str]) -> float:
    return 2 * right / (n["found"] + n["gold"]) if n["found"] + n["gold"] else 0.0


def _share(n: Counter[str], manner: str) -> str:
    return f"{n[manner + ' right'] / n[manner]:.3f} of {n[manner]}" if n[manner] else "none"


def main(argv: list[str] | None = None) -> int:
    """Print the report for a folder of articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args(argv).folder
    articles = (json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json")))
    for line in report(article for article in articles if article["events"]):
        print(line)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
