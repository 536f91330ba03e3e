"""Whether a mention tells an act told before: all earlier acts in reach weighed by signs, the likeliest taken, or none.

Each sign has a weight in ``merge_weights``, one for mentions that tell ("closed its border"), one for nouns that point
back ("the closure"); the sum is the log-odds that the two are one act.
"""

from __future__ import annotations

import re
from operator import attrgetter

from timeline.analysis import Sentence, fold, lowered
from timeline.events.acts import Draft
from timeline.events.likeness import TALK, days, modalities_agree, others, party_signs, word_signs
from timeline.events.mentions import Cluster, Told, codes, named
from timeline.families import families
from timeline.lexicons import Lexicon, PhraseMatcher
from timeline.models import Document, When

__all__ = ["Homes"]

#: So many of the last events of its type, and of a family of its words, are held against a mention.
_REACH = 16
_FAMILY_REACH = 8
#: In sentences.
_NEAR, _FAR = 3, 8
#: So many sentences of the body, after its first, belong to the opening.
_LEAD = 1
#: Letters by which words of content are compared.
_TOPIC = 5
#: A mention whose words alone are less sure than this may well be no act of its own.
_WEAK = 0.3
_WORD = re.compile(r"\b[a-z]{4,}")
#: So far (characters) before a noun the words that make it a reason may begin, and what may stand between.
_REASON_REACH = 60
_TO_THE_NOUN = re.compile(r"\s+(?:(?!(?:of|to|in|on|for|with|by|from|that|and|or)\b)[\w'-]+\s+){0,3}")
#: What stands before a noun that only says how a deed of the same sentence was done ("killed two in an ambush").
_AMID = re.compile(r"\b(?:in|with|by|during|amid) (?:an? |two |three |several )?(?:[\w-]+ ){0,2}$")
_AMID_REACH = 40
#: A verb in -ing, by which what was said goes on: "summoned the envoy, calling the raid a crime".
_GOING_ON = re.compile(r"\w+ing\b")
#: What stands before a noun that tells of no one act: of any, of none.
_ANY = re.compile(r"\b(?:against|of|for|as|on|to|into|about|under|from|without|than) $")
_NONE = re.compile(r"\b(?:on pain of|no|without|any) (?:[\w-]+ )?$")
#: What stands behind a noun that has no verb of its own, and how far before a noun the words that label it may begin.
_NO_VERB = re.compile(
    r"\s*(?:[.,;:)\"]|$|(?:and|or|to|of|on|against|by|from|in|for|after|over|that|which|but|with|at)\b)"
)
_LABEL_REACH = 90


class Homes:
    """The acts of a document told so far, and which of them a mention tells again."""

    def __init__(self, document: Document, sentences: list[Sentence], lexicon: Lexicon) -> None:
        self._plain = fold(document.text)
        self._lower = lowered(self._plain)
        self._kin = lexicon.derive(families)
        self._words = lexicon.derive(_merge_words)
        self._telling, self._pointing = lexicon.derive(_merge_weights)
        self._labels = lexicon.derive(_labels)
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
        again = not draft.nominal and self._holds("again", draft.end, draft.scope[1])
        if again or self._holds("more", draft.scope[0], draft.end):
            signs.append("more")
        if self._holds("back", *draft.scope):
            signs.append("background")
        return Told(
            draft, when, named(draft.actors), named(draft.targets), codes(draft.actors), codes(draft.targets),
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

    def is_generic(self, draft: Draft) -> bool:
        """Whether a noun that names nobody tells of no one act: "against terrorism", "likened it to a blockade"."""
        if not draft.nominal or draft.definite or not draft.bare:
            return False
        low, start = max(0, draft.start - _LABEL_REACH), draft.start
        if not self._lower.endswith("s", start, draft.end) and _ANY.search(self._lower, low, start):
            return True
        if _NONE.search(self._lower, low, start):
            return True
        return bool(self._labels.search(self._lower, low, start) and _NO_VERB.match(self._lower, draft.end))

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
        if self._is_answered(draft, cluster):
            return None
        strange = others(told, cluster, result)
        if strange is None:
            return None
        if not modalities_agree(draft, best) or (result and draft.type != best.type):
            return None
        modes = bool(draft.mode and best.mode)
        beside = draft.type != "ASSAULT" and cluster.drafts[-1].sentence == draft.sentence
        apart = draft.nominal and (not draft.definite or (beside and self.is_described(draft.end)))
        if modes and draft.mode != best.mode and apart and not result:
            if draft.sentence != cluster.drafts[-1].sentence or draft.type != "ASSAULT" or not draft.bare:
                return None
        dated = days(told, cluster)
        if dated is None:
            return None
        signs = [*told.signs, *dated, *strange]
        word_signs(signs, told, cluster)
        party_signs(signs, told, cluster)
        signs.append("same_type" if draft.type == best.type else "other_type")
        if modes:
            signs.append("same_mode" if draft.mode == best.mode else "other_mode")
        self._place_signs(signs, told, cluster)
        if result:
            signs.append("result")
        return signs

    def _is_answered(self, draft: Draft, cluster: Cluster) -> bool:
        """Whether a mention names what an act of its sentence answers: "shelled the camps in reply to an ambush"."""
        if draft.definite or cluster.drafts[-1].sentence != draft.sentence:
            return False
        return self.is_reason(draft.start)

    def _place_signs(self, signs: list[str], told: Told, cluster: Cluster) -> None:
        here = told.draft.sentence
        last = cluster.drafts[-1].sentence
        if len(cluster.drafts) > 1:
            last = max(last, cluster.drafts[-2].sentence)
        gap = here - last
        if gap == 0:
            signs.append(self._in_one_sentence(told, cluster))
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

    def _in_one_sentence(self, told: Told, cluster: Cluster) -> str:
        """How a mention stands to an act of its own sentence."""
        draft = told.draft
        if draft.type != cluster.best.type:
            return "same_breath" if draft.type in TALK else "same_sentence"
        if draft.type == "CONSULT":
            return "same_talks"
        if draft.type in TALK:
            behind = not draft.nominal and self._lower.endswith(", ", 0, draft.start)
            return "goes_on" if behind and _GOING_ON.match(self._lower, draft.start) else "same_breath"
        amid = draft.nominal and draft.bare and not draft.definite and draft.type == "ASSAULT"
        if amid and _AMID.search(self._lower, max(0, draft.start - _AMID_REACH), draft.start):
            return "amid"
        return "same_sentence"


def _merge_words(lexicon: Lexicon) -> dict[str, PhraseMatcher[bool]]:
    """Groups of words that decide; give it to ``lexicon.derive``."""
    rows = lexicon.table("merge_words")
    return {row["group"]: PhraseMatcher(dict.fromkeys(row.list("words"), True), ignore_case=True) for row in rows}


def _labels(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands before a noun that only says what another act is called or likened to ("denounced as a | blockade",
    "likened it to a | blockade"); give it to ``lexicon.derive``."""
    words = {row["group"]: "|".join(map(re.escape, row.list("words"))) for row in lexicon.table("merge_labels")}
    return re.compile(
        rf"\b(?:(?:{words['judged']})|(?:{words['likened']}) (?:[^.;]{{1,60}} )?(?:to|with)"
        rf"|(?:{words['called']}) (?!(?:{words['not_called']})\b)[^.;,]{{1,30}}) an? (?:[\w-]+ ){{0,3}}$"
    )


def _merge_weights(lexicon: Lexicon) -> tuple[dict[str, int], dict[str, int]]:
    """Sign -> weight in millionths, for mentions that tell and for nouns that point back; give it to
    ``lexicon.derive``."""
    rows = lexicon.table("merge_weights")
    return (
        {row["sign"]: round(row.number("telling") * 1e6) for row in rows},
        {row["sign"]: round(row.number("pointing") * 1e6) for row in rows},
    )
