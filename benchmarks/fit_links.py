"""Fit the weights of links on annotated articles, starting from, and drawn to, the ones in the table.

    python -m benchmarks.fit_links FOLDER[=WEIGHT] ... --scorer score_timeline.py [--every 2] [--folds 5] [--write]

For every answer the choice is fitted that is made: which of its possible causes, or none (a conditional logit, an
answer with two causes counting for each).  The articles are read twice, once with their own events and once with those
found in the text (matched by the scorer), so that the weights know what a guessed party is worth.  Needs the extra
``fit`` (numpy and scipy).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

from benchmarks.events import article_event
from benchmarks.links import document_of, events_of
from benchmarks.predict import load
from benchmarks.reliability import load_scorer
from timeline.analysis import fold
from timeline.lexicons import Lexicon
from timeline.links.acts import acts_of, scene_of
from timeline.links.candidates import pairs_of_scene
from timeline.links.choice import choose
from timeline.links.scoring import Pair, kind_of, weights
from timeline.pipeline import read
from timeline.text.sentences import split

TABLE = Path(__file__).parent.parent / "timeline" / "lexicons" / "links.tsv"
#: What a pair of an article read from its text counts, against one of the article's own events.
_FROM_TEXT = 1.0
_STEPS = 300

Feature = tuple[str, str, str]  # section of the table, key of the row, column
Vector = np.ndarray[Any, np.dtype[np.float64]]


class Case(NamedTuple):
    """An article read one way: pairs, their features, which are right, how many links there are, and its weight."""

    article: str
    from_text: bool
    pairs: list[Pair]
    features: list[list[Feature]]
    right: list[bool]
    links: int
    weight: float


class Table:
    """The rows of the weights, and which of them a pair adds up."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._table = lexicon.derive(weights)
        self._rows: dict[tuple[str, str], str] = {}
        self.values: dict[Feature, float] = {
            ("link_weights", sign, "weight"): value for sign, value in self._table.signs.items()
        }
        for row in lexicon.table("link_transitions"):
            key = f"{row['causes']}\t{row['effects']}"
            self.values["link_transitions", key, "weight"] = row.number("weight")
            self._rows.update(dict.fromkeys(product(row.list("causes"), row.list("effects")), key))
        self._kinds = {name: row["kinds"] for row in lexicon.table("link_kinds") for name in row.list("kinds")}
        for row in lexicon.table("link_kinds"):
            for column in ("answer", "cause"):
                self.values["link_kinds", row["kinds"], column] = row.number(column)

    def features(self, pair: Pair) -> list[Feature]:
        """The cells that the pair's sum is made of."""
        found: list[Feature] = [("link_weights", sign, "weight") for sign in ("base", *pair.signs)]
        if pair.signs[0] != "stands_by":
            keys = product((pair.cause.kind, pair.cause.type), (pair.effect.kind, pair.effect.type))
            row = next((self._rows[key] for key in keys if key in self._rows), None)
            if row is not None:
                found.append(("link_transitions", row, "weight"))
        for act, column in ((pair.cause, "cause"), (pair.effect, "answer")):
            name = kind_of(act, self._table).name
            if name:
                found.append(("link_kinds", self._kinds[name], column))
        return found


def cases(article: dict[str, Any], table: Table, scorer: ModuleType, weight: float) -> Iterable[Case]:
    """The article with its own events, and with those found in its text."""
    document, lexicon = document_of(article), Lexicon.default()
    gold = {(link["from"], link["to"]) for link in article["links"]}
    own = events_of(article, document)
    found = read(document, lexicon)
    kept = [e for e in found.events if e.modality not in ("denied", "hypothetical")]
    regions = [scorer.gold_regions(article, e) for e in article["events"]]
    scores = {
        (g, p): value
        for p, row in enumerate(map(article_event, kept))
        for g, e in enumerate(article["events"])
        if (value := scorer.agreement(article, e, regions[g], row))
    }
    partner = {kept[p].id: article["events"][g]["id"] for g, p in scorer.assign(scores).items()}
    own_sentences = split(document.text, document.title, lexicon)
    for from_text, events, sentences, names in (
        (False, own, own_sentences, {e.id: e.id for e in own}),
        (True, found.events, found.sentences, partner),
    ):
        acts = acts_of(events, lexicon)
        scene = scene_of(document, fold(document.text), sentences, acts)
        pairs = pairs_of_scene(scene, lexicon) if len(scene.first) > 1 else []
        right = [(names.get(p.cause.event.id, ""), names.get(p.effect.event.id, "")) in gold for p in pairs]
        part = weight * (_FROM_TEXT if from_text else 1.0)
        yield Case(article["id"], from_text, pairs, [table.features(p) for p in pairs], right, len(gold), part)


class Fit:
    """The choices of many cases as one matrix, and the weights that make them likeliest."""

    def __init__(self, chosen: Sequence[Case], start: dict[Feature, float], pull: float) -> None:
        self.names = list(start)
        self._start, self._pull = np.array(list(start.values())), pull
        column = {name: i for i, name in enumerate(self.names)}
        rows, columns, right, groups, part = [], [], [], [], []
        known: dict[tuple[int, int], int] = {}
        for number, case in enumerate(chosen):
            for pair, features, is_right in zip(case.pairs, case.features, case.right, strict=True):
                rows += [len(right)] * len(features)
                columns += [column[f] for f in features]
                groups.append(known.setdefault((number, pair.effect.index), len(known)))
                right.append(float(is_right))
                part.append(case.weight)
        self._rows, self._columns, self._groups = np.array(rows), np.array(columns), np.array(groups)
        self._right, self._part, self._count = np.array(right), np.array(part), len(known)
        self._group_part = np.zeros(self._count)
        self._group_part[self._groups] = self._part
        self._none = np.bincount(self._groups, weights=self._right, minlength=self._count) == 0

    def loss(self, values: Vector) -> tuple[float, Vector]:
        """How unlikely the right choices are, with what the distance from the start costs; and its slope."""
        n = len(self._right)
        sums = np.bincount(self._rows, weights=values[self._columns], minlength=n)
        odds = np.exp(np.clip(sums, -40, 40))
        wrong = 1 - self._right
        others = 1 + np.bincount(self._groups, weights=odds * wrong, minlength=self._count)
        whole = others[self._groups] + odds
        taken = self._part * self._right
        loss = float(np.sum(taken * (np.log(whole) - sums)) + np.sum(self._group_part * self._none * np.log(others)))
        share = np.bincount(self._groups, weights=taken / whole, minlength=self._count)
        share += self._group_part * self._none / others
        slope = taken * (odds / whole - 1) + wrong * odds * share[self._groups]
        gradient = np.bincount(self._columns, weights=slope[self._rows], minlength=len(values))
        away = values - self._start
        return loss + 0.5 * self._pull * float(away @ away), gradient + self._pull * away

    def run(self) -> dict[Feature, float]:
        """The best weights."""
        best = minimize(self.loss, self._start, jac=True, method="L-BFGS-B", options={"maxiter": _STEPS})
        return dict(zip(self.names, best.x.tolist(), strict=True))


def score(chosen: Iterable[Case], values: dict[Feature, float], least: float) -> tuple[int, int, int]:
    """Links right, found and to be found with these weights."""
    right = found = links = 0
    for case in chosen:
        for pair, features in zip(case.pairs, case.features, strict=True):
            pair.total = sum(values[f] for f in features)
        is_right = {id(p): r for p, r in zip(case.pairs, case.right, strict=True)}
        kept = choose(case.pairs, least)
        right, found = right + sum(is_right[id(p)] for p in kept), found + len(kept)
        links += case.links
    return right, found, links


def report(all_cases: Sequence[Case], table: Table, pull: float, folds: int) -> Iterable[str]:
    """F1 of articles that the fit did not see, at several least confidences."""
    order = list(dict.fromkeys(case.article for case in all_cases))
    fold_of = {name: i % folds for i, name in enumerate(order)}
    fitted = [
        Fit([c for c in all_cases if fold_of[c.article] != number], table.values, pull).run() for number in range(folds)
    ]
    for least in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45):
        for from_text in (False, True):
            mine = [c for c in all_cases if c.from_text == from_text]
            parts = [score([c for c in mine if fold_of[c.article] == i], fitted[i], least) for i in range(folds)]
            right, found, links = (sum(column) for column in zip(*parts, strict=True))
            now = score(mine, table.values, least)
            yield (
                f"least {least:.2f}  {'from text' if from_text else 'own events'}: unseen F1 "
                f"{2 * right / (found + links):.3f}, with the weights as they are {2 * now[0] / (now[1] + now[2]):.3f}"
            )


def write(values: dict[Feature, float], path: Path) -> None:
    """Put the weights, rounded to one decimal, into the table."""
    section, columns, lines = "", [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("["):
            section, columns = line[1:-1], []
        elif section and line and not line.startswith("#"):
            if not columns:
                columns = cells
            key = "\t".join(cells[: 2 if section == "link_transitions" else 1])
            for number, column in enumerate(columns):
                if (section, key, column) in values and cells != columns:
                    cells[number] = f"{round(values[section, key, column], 1) + 0.0:g}"
        lines.append("\t".join(cells))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(argv: list[str] | None = None) -> int:
    """Fit, report, and write the table when asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--scorer", type=Path, required=True, help="score_timeline.py")
    parser.add_argument("--every", type=int, default=1, help="only every so many articles of each folder")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--pull", type=float, default=16, help="how strongly weights are drawn to the present ones")
    parser.add_argument("--write", action="store_true", help=f"write the weights into {TABLE.name}")
    args = parser.parse_args(argv)
    table, scorer = Table(Lexicon.default()), load_scorer(args.scorer)
    all_cases = []
    for folder in args.folders:
        path, _, weight = folder.partition("=")
        for article in load(Path(path))[:: args.every]:
            if article["events"]:
                all_cases += cases(article, table, scorer, float(weight or 1))
    for line in report(all_cases, table, args.pull, args.folds):
        print(line)
    values = Fit(all_cases, table.values, args.pull).run()
    for feature, value in values.items():
        if round(value, 1) != round(table.values[feature], 1):
            print("  ".join((*feature, f"{table.values[feature]:g} -> {value:.1f}")))
    if args.write:
        write(values, TABLE)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
