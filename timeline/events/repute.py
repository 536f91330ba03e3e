"""What a document tells of each side as a whole: who began, who acts, who is hit, whom the others blame."""

from __future__ import annotations

from collections import Counter

from timeline.events.acts import Draft
from timeline.events.parties import codes_of
from timeline.events.story import Sides, quad
from timeline.plover import MATERIAL_CONFLICT, VERBAL_CONFLICT

__all__ = ["Repute"]

_NOBODY: Sides = frozenset()
#: What share of all mentions makes a side one that a document is about.
_MENTIONS = 0.25
#: So few acts tell nothing of who acts and who is hit.
_FEW = 4


class Repute:
    """Who does and suffers what in a whole document; to be asked when all acts are noted."""

    def __init__(self) -> None:
        #: Who acts in other ways than in conflict, and in conflict.
        self._doing: tuple[set[str], set[str]] = set(), set()
        self._acts = 0
        self._hit: set[str] = set()
        self._first: Sides = _NOBODY
        self._accusers: dict[str, set[str]] = {}
        self._acting: dict[int, Sides] = {}
        self._signs: dict[bool, dict[str, list[str]]] = {}
        self._ranked: list[tuple[int, str]] | None = None

    def note(self, draft: Draft) -> None:
        """Take up an act with the parties that its words name."""
        self._acts += 1
        actors, targets, kind = codes_of(draft.actors), codes_of(draft.targets), quad(draft)
        hostile = kind >= VERBAL_CONFLICT
        self._doing[hostile].update(actors)
        if actors:
            self._acting[draft.sentence] = self._acting.get(draft.sentence, _NOBODY) | actors
            if kind == MATERIAL_CONFLICT and not self._first:
                self._first = actors
        if hostile:
            self._hit |= targets
            for code in targets:
                self._accusers.setdefault(code, set()).update(actors)

    def acting_in(self, sentence: int) -> Sides:
        """Who acts in a sentence."""
        return self._acting.get(sentence, _NOBODY)

    def most_blamed(self, known: Sides) -> Sides:
        """Whom the most others act against or blame, some sides apart."""
        if self._ranked is None:
            self._ranked = sorted(((len(by), code) for code, by in self._accusers.items()), reverse=True)
        others = [pair for pair in self._ranked if pair[1] not in known]
        return frozenset([code for count, code in others if count == others[0][0] > 0])

    def signs(self, hostile: bool, often: Counter[str]) -> dict[str, list[str]]:
        """By side, what speaks for and against it in acts of conflict, or in others; ``often`` counts mentions."""
        found = self._signs.get(hostile)
        if found is None:
            found = self._signs[hostile] = {
                code: self._signs_of(code, hostile, often) if self._acts > _FEW else [] for code in often
            }
        return found

    def _signs_of(self, code: str, hostile: bool, often: Counter[str]) -> list[str]:
        least = _MENTIONS * often.total()
        checks = {
            "idle": code not in self._doing[hostile],
            "unhit": hostile and code not in self._hit,
            "began": code in self._first,
            "much_named": often[code] >= least,
        }
        return [sign for sign, holds in checks.items() if holds]
