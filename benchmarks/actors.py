"""How often the party of a phrase is right: ``python -m benchmarks.actors GOLD.jsonl|FOLDER ... [--errors N]``.

For event records (``actor_texts``/``target_texts`` beside ``actors``/``targets``): the share of coded sides
where a mention that overlaps the gold words has a code of the side.  For a folder of annotated articles: the
share of gold parties of which the event's quote has a mention.  Only the text is given to the library.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from timeline.actors.mentions import find_mentions
from timeline.analysis import ActorMention
from timeline.text.sentences import split
from timeline.text.tagging import analyse

#: Usual names of one party that gold data write differently.
_ALIKE = {"HIZBOLLAH": "HEZBOLLAH", "PALESTINIAN AUTHORITY": "PSE", "AL QAEDA": "AL-QAEDA"}


def main(arguments: list[str] | None = None) -> int:
    """Print one line for each gold file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.actors", description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N sides that were not found")
    options = parser.parse_args(arguments)
    for path in map(Path, options.gold):
        misses: list[str] = []
        sides = _article_sides(path) if path.is_dir() else _record_sides(path)
        results = [_is_right(side, misses) for side in sides]
        print(f"{path.name:24s} sides {len(results):4d}   right {sum(results) / max(1, len(results)):.3f}")
        for miss in misses[: options.errors]:
            print("   ", miss)
    return 0


def mentions_of(text: str, published: str | None, title: str | None = None) -> list[ActorMention]:
    """The library's mentions of a text."""
    sentences = split(text, title)
    for sentence in sentences:
        analyse(sentence)
    return find_mentions(text, sentences, published=published)


_Side = tuple[str, set[str], list[ActorMention], str]


def _record_sides(path: Path) -> Iterator[_Side]:
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text = record["text"]
        mentions = mentions_of(text, record.get("published") or record.get("dct"))
        accepted = record.get("accept") or {}
        for side in ("actor", "target"):
            wanted = {w for code in record[f"{side}s"] or () for w in (code, *accepted.get(code, ()))}
            spans = [m.span() for words in record[f"{side}_texts"] for m in [_locate(text, words)] if m]
            if wanted and spans:
                near = [m for m in mentions if any(m.start < end and start < m.end for start, end in spans)]
                yield text, wanted, near, side


def _article_sides(folder: Path) -> Iterator[_Side]:
    for path in sorted(folder.glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        mentions = mentions_of(article["text"], article.get("published"), article.get("title"))
        for event in article["events"]:
            place = _locate(article["text"], event["quote"])
            near = [m for m in mentions if place and m.start < place.end() and place.start() < m.end]
            for side in ("actors", "targets"):
                for party in event[side]:
                    yield event["quote"], {party}, near, side


def _locate(text: str, words: str) -> re.Match[str] | None:
    return re.search(r"\s+".join(map(re.escape, words.split())), text)


def _is_right(side: _Side, misses: list[str]) -> bool:
    text, wanted, near, which = side
    found = {_alike(label) for m in near for label in (*m.codes, m.name, m.person or "", m.home or "")}
    right = bool({_alike(w) for w in wanted} & found)
    if not right:
        told = [(m.name, m.codes) for m in near]
        misses.append(f"{which} {sorted(wanted)} {told} | {text}")
    return right


def _alike(label: str) -> str:
    label = re.sub(r"^(the|a|an|some|about|\d+)\s+", "", label.strip(), flags=re.I).upper()
    return _ALIKE.get(label, label)


if __name__ == "__main__":
    sys.exit(main())
