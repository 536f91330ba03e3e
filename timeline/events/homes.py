"""Whether a mention tells an act told before: all earlier acts in reach weighed by signs, the likeliest taken, or none.

Each sign has a weight in ``merge_weights``, one for mentions that tell ("closed its border"), one for nouns that point
back ("the closure"); the sum is the log-odds that the two are one act.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from operator import attrgetter

from timeline.analysis import Sentence, fold, lowered
from timeline.bounds import Bounds
from timeline.events.acts import Draft
from timeline.families import families
from timeline.lexicons import Lexicon, PhraseMatcher
from timeline.models import Actor, Document, When

__all__ = ["Cluster", "Homes", "codes"]

#: So many of the last events of its type, and of a family of its words, are held against a mention.
_REACH = 16
_FAMILY_REACH = 8
#: In sentences.
_NEAR, _FAR = 3, 8
#: So many sentences of the body, after its first, belong to the opening.
_LEAD = 1
#: Letters that a noun and the verb of the same act share (expulsion, expel), and those by which words of content are
#: compared.
_STEM = 4
_TOPIC = 5
#: So many shared words of content are several.
_SEVERAL = 2
#: A mention whose words alone are less sure than this may well be no act of its own.
_WEAK = 0.3
_WORD = re.compile(r"\b[a-z]{4,}")
#: So far (characters) before a noun the words that make it a reason may begin, and what may stand between.
_REASON_REACH = 60
_TO_THE_NOUN = re.compile(r"\s+(?:(?!(?:of|to|in|on|for|with|by|from|that|and|or)\b)[\w'-]+\s+){0,3}")
#: Types of words: what somebody says in one sentence is mostly one act, what somebody does is one act for each measure.
_WORDS = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "AGREE", "SUPPORT"})
_STATED = ("stated", "relative")


@dataclass(slots=True, eq=False, init=False)
class Told:
    """A mention with its date and what its words hold.

    ``actors`` and ``targets`` are the parties that the words name, ``all_actors`` and ``all_targets`` with supplied
    ones; ``signs`` are those that hang on the mention alone.
    """

    draft: Draft
    when: When
    actors: frozenset[str]
    targets: frozenset[str]
    all_actors: frozenset[str]
    all_targets: frozenset[str]
    days: Bounds | None
    kin: frozenset[str]
    stems: frozenset[str]
    signs: tuple[str, ...]

    def __init__(
        self,
        draft: Draft,
        when: When,
        actors: frozenset[str],
        targets: frozenset[str],
        all_actors: frozenset[str],
        all_targets: frozenset[str],
        days: Bounds | None,
        kin: frozenset[str],
        stems: frozenset[str],
        signs: tuple[str, ...],
    ) -> None:
        self.draft = draft
        self.when = when
        self.actors = actors
        self.targets = targets
        self.all_actors = all_actors
        self.all_targets = all_targets
        self.days = days
        self.kin = kin
        self.stems = stems
        self.signs = signs

    @property
    def pointing(self) -> bool:
        return self.draft.nominal and (self.draft.definite or self.draft.bare)


@dataclass(slots=True, eq=False)
class Cluster:
    """The mentions of one act so far, and what is known of it from all of them.

    ``actors`` and ``targets`` are the labels that the words of its first mention name, ``all_actors`` and
    ``all_targets`` those of all mentions, supplied ones included.
    """

    drafts: list[Draft] = field(default_factory=list)
    whens: list[When] = field(default_factory=list)
    actors: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    all_actors: frozenset[str] = frozenset()
    all_targets: frozenset[str] = frozenset()
    days: set[tuple[str, Bounds]] = field(default_factory=set)
    kin: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()
    lemmas: set[str] = field(default_factory=set)
    roots: set[str] = field(default_factory=set)
    counts: dict[str, set[float]] = field(default_factory=dict)
    headline: bool = False
    index: int = 0

    @property
    def best(self) -> Draft:
        return self.drafts[0]

    def add(self, told: Told) -> None:
        """One more mention."""
        draft = told.draft
        if not self.drafts:
            self.actors, self.targets = told.actors, told.targets
        self.drafts.append(draft)
        self.whens.append(told.when)
        self.all_actors |= told.all_actors
        self.all_targets |= told.all_targets
        self.kin |= told.kin
        self.stems |= told.stems
        self.lemmas.add(draft.lemma)
        self.roots.add(draft.lemma[:_STEM])
        if told.days is not None:
            self.days.add((told.when.basis, told.days))
        for quantity in draft.quantities:
            self.counts.setdefault(quantity.unit, set()).add(quantity.value)


def codes(actors: tuple[Actor, ...]) -> frozenset[str]:
    """Comparable labels of parties."""
    return frozenset([(a.code or a.name).casefold() for a in actors])


def _named(actors: tuple[Actor, ...]) -> frozenset[str]:
    """The parties that the words name; what was supplied can be told otherwise elsewhere."""
    return frozenset([(a.code or a.name).casefold() for a in actors if a.via != "context"])


class Homes:
    """The acts of a document told so far, and which of them a mention tells again."""

    def __init__(self, document: Document, sentences: list[Sentence], lexicon: Lexicon) -> None:
        self._plain = fold(document.text)
        self._lower = lowered(self._plain)
        self._kin = lexicon.derive(families)
        self._words = lexicon.derive(_merge_words)
        self._telling, self._pointing = lexicon.derive(_merge_weights)
        self._paragraphs = {s.index: s.paragraph for s in sentences}
        self._titles = {s.index for s in sentences if s.kind in ("title", "heading")}
        self._first = min((s.index for s in sentences if s.kind == "body"), default=0)
        self.clusters: list[Cluster] = []
        self._by_type: dict[str, list[Cluster]] = {}
        self._by_family: dict[str, list[Cluster]] = {}

    def told(self, draft: Draft, when: When) -> Told:
        """A mention with what its words hold."""
        words = _WORD.findall(self._plain, *draft.scope)
        signs = []
        if draft.bare or not (draft.actors or draft.targets):
            signs.append("bare")
        if draft.nominal and not draft.definite:
            signs.append("indefinite")
        if draft.sure < _WEAK:
            signs.append("weak")
        if self._holds("more", draft.scope[0], draft.end):
            signs.append("more")
        if self._holds("back", *draft.scope):
            signs.append("background")
        return Told(
            draft, when, _named(draft.actors), _named(draft.targets), codes(draft.actors), codes(draft.targets),
            when.bounds if when.edtf else None, self._kin.of(self._lower, draft.start, draft.end),
            frozenset([w[:_TOPIC] for w in words]), tuple(signs),
        )  # fmt: skip

    def _holds(self, group: str, start: int, end: int) -> bool:
        return self._words[group].is_in(self._lower, start, end)

    def is_reason(self, start: int) -> bool:
        """Whether the noun at an offset follows words that name a reason, with hardly a word between."""
        low = max(0, start - _REASON_REACH)
        ends = [end for _, end, _ in self._words["reason"].finditer(self._lower, low, start)]
        return bool(ends) and _TO_THE_NOUN.fullmatch(self._lower, ends[-1], start) is not None

    def is_described(self, end: int) -> bool:
        """Whether the noun that ends at an offset says to whom or what it was done: "the murder of ..."."""
        return self._lower.startswith(" of ", end)

    def put(self, told: Told, cluster: Cluster | None) -> None:
        """Add a mention to its act, or begin a new one."""
        if cluster is None:
            cluster = Cluster(headline=told.draft.sentence in self._titles, index=len(self.clusters))
            self.clusters.append(cluster)
        types = self._by_type.setdefault(told.draft.type, [])
        if cluster not in types[-_REACH:]:
            types.append(cluster)
        for family in told.kin:
            alike = self._by_family.setdefault(family, [])
            if cluster not in alike[-_FAMILY_REACH:]:
                alike.append(cluster)
        cluster.add(told)

    def candidates(self, told: Told) -> list[Cluster]:
        """The acts that a mention may tell again, the first told first."""
        found = set(self._by_type.get(told.draft.type, ())[-_REACH:])
        for family in told.kin:
            found.update(self._by_family.get(family, ())[-_FAMILY_REACH:])
        return sorted(found, key=attrgetter("index"))

    def find(self, told: Told) -> Cluster | None:
        """The act told before that a mention most likely tells again."""
        weights = self._pointing if told.pointing else self._telling
        best: tuple[int, int] | None = None
        for cluster in self.candidates(told):
            signs = self.signs(told, cluster)
            if signs is None:
                continue
            total = weights["base"] + sum(map(weights.__getitem__, signs))
            if total > 0 and (best is None or (total, cluster.index) > best):
                best = total, cluster.index
        return self.clusters[best[1]] if best else None

    def signs(self, told: Told, cluster: Cluster) -> list[str] | None:
        """The signs for and against one act; None when the two cannot be one."""
        draft, best = told.draft, cluster.best
        result = draft.is_result and any(d.sentence == draft.sentence for d in cluster.drafts)
        others = _others(told, cluster, result)
        if others is None:
            return None
        if not _modalities_agree(draft, best) or (result and draft.type != best.type):
            return None
        modes = bool(draft.mode and best.mode)
        if modes and draft.mode != best.mode and draft.nominal and not draft.definite and not result:
            return None
        days = _days(told, cluster)
        if days is None:
            return None
        signs = [*told.signs, *days, *others]
        _word_signs(signs, told, cluster)
        _party_signs(signs, told, cluster)
        signs.append("same_type" if draft.type == best.type else "other_type")
        if modes:
            signs.append("same_mode" if draft.mode == best.mode else "other_mode")
        self._place_signs(signs, told, cluster)
        if result:
            signs.append("result")
        return signs

    def _place_signs(self, signs: list[str], told: Told, cluster: Cluster) -> None:
        here = told.draft.sentence
        last = cluster.drafts[-1].sentence
        if len(cluster.drafts) > 1:
            last = max(last, cluster.drafts[-2].sentence)
        gap = here - last
        if gap == 0:
            signs.append("same_breath" if told.draft.type in _WORDS else "same_sentence")
        elif gap == 1:
            signs.append("next")
        elif gap <= _NEAR:
            signs.append("near")
        elif gap > _FAR:
            signs.append("far")
        if gap and self._paragraphs.get(here) == self._paragraphs.get(last):
            signs.append("paragraph")
        if cluster.headline and len(cluster.drafts) == 1:
            signs.append("title")
        elif cluster.best.sentence - self._first <= _LEAD < here - self._first:
            signs.append("lead")


def _word_signs(signs: list[str], told: Told, cluster: Cluster) -> None:
    draft = told.draft
    alike = "lemma" if draft.lemma in cluster.lemmas else "stem" if draft.lemma[:_STEM] in cluster.roots else ""
    if alike:
        signs.append(alike)
    if not told.kin.isdisjoint(cluster.kin):
        signs.append("family")
    elif not alike:
        signs.append("no_family")
    shared = len(told.stems & cluster.stems)
    if shared:
        signs.append("topics" if shared >= _SEVERAL else "topic")
    if draft.quantities and cluster.counts:
        counts = [q.value in cluster.counts[q.unit] for q in draft.quantities if q.unit in cluster.counts]
        if counts:
            signs.append("count_same" if any(counts) else "count_differs")
    if cluster.best.nominal and not draft.nominal:
        signs.append("noun_first")


def _party_signs(signs: list[str], told: Told, cluster: Cluster) -> None:
    same = False
    draft, best = told.draft, cluster.best
    if draft.rank and told.days is None and draft.type == best.type and draft.mode == best.mode and draft.actors:
        if _dyad(draft) == _dyad(best):
            signs.append("dyad_aside")
    if not told.actors.isdisjoint(cluster.actors):
        signs.append("actor_same")
        same = True
    elif told.all_actors and cluster.all_actors:
        signs.append("actor_differs" if told.all_actors.isdisjoint(cluster.all_actors) else "actor_guess")
    if not told.targets.isdisjoint(cluster.targets):
        signs.append("target_same")
        same = True
    elif told.all_targets and cluster.all_targets:
        signs.append("target_differs" if told.all_targets.isdisjoint(cluster.all_targets) else "target_guess")
    if not (told.draft.mutual or same) and (
        not told.all_actors.isdisjoint(cluster.all_targets) or not told.all_targets.isdisjoint(cluster.all_actors)
    ):
        signs.append("reversed")


def _dyad(draft: Draft) -> tuple[frozenset[str], frozenset[str]]:
    """Who acts on whom, as far as it is known."""
    return codes(draft.actors), codes(draft.targets)


def _others(told: Told, cluster: Cluster, result: bool) -> list[str] | None:
    """Signs of parties that both name in other words ("gunmen", "rebels of the north"); None where they exclude each
    other: both with a code, whoever speaks, or a noun that points back by a party of its own."""
    signs = []
    draft, best = told.draft, cluster.best
    if _differ(told.actors, cluster.actors):
        if told.pointing or draft.type in _WORDS or (_is_coded(draft.actors) and _is_coded(best.actors)):
            return None
        signs.append("actor_other")
    if not result and _differ(told.targets, cluster.targets):
        if told.pointing or (_is_coded(draft.targets) and _is_coded(best.targets)):
            return None
        signs.append("target_other")
    return signs


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both name parties, and none of them is the same."""
    return bool(one) and bool(other) and one.isdisjoint(other)


def _is_coded(parties: tuple[Actor, ...]) -> bool:
    """Whether one of the parties that the words name has a code."""
    return any([bool(p.code) and p.via != "context" for p in parties])


def _days(told: Told, cluster: Cluster) -> list[str] | None:
    """Signs of the dates; None where two stated ones exclude each other."""
    own, when = told.days, told.when
    if own is None or own.first is None or not cluster.days:
        return []
    differs = False
    for basis, days in cluster.days:
        if days.first is not None and not own.overlaps(days):
            if when.basis in _STATED and basis in _STATED:
                return None
            differs = True
    if differs:
        return ["day_differs"]
    return ["day_same"] if any(days == own for _, days in cluster.days) else []


def _modalities_agree(draft: Draft, best: Draft) -> bool:
    if draft.modality == best.modality:
        return True
    return (draft.nominal or best.nominal) and "threatened" not in (draft.modality, best.modality)


def _merge_words(lexicon: Lexicon) -> dict[str, PhraseMatcher[bool]]:
    """Groups of words that decide; give it to ``lexicon.derive``."""
    rows = lexicon.table("merge_words")
    return {row["group"]: PhraseMatcher(dict.fromkeys(row.list("words"), True), ignore_case=True) for row in rows}


def _merge_weights(lexicon: Lexicon) -> tuple[dict[str, int], dict[str, int]]:
    """Sign -> weight in millionths, for mentions that tell and for nouns that point back; give it to
    ``lexicon.derive``."""
    rows = lexicon.table("merge_weights")
    return (
        {row["sign"]: round(row.number("telling") * 1e6) for row in rows},
        {row["sign"]: round(row.number("pointing") * 1e6) for row in rows},
    )
