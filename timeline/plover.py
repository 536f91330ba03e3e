"""The PLOVER scale: quad class, intensity and CAMEO root of a type, read from ``lexicons/plover.tsv``."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple, cast

from timeline.lexicons import Lexicon

__all__ = [
    "MATERIAL_CONFLICT",
    "VERBAL_CONFLICT",
    "cameo_root",
    "intensity_of",
    "modes_of",
    "plover_code",
    "plover_mode",
    "quad_of",
]

Quad = Literal[1, 2, 3, 4]
#: The quad classes of conflict: in words, and in deeds.
VERBAL_CONFLICT, MATERIAL_CONFLICT = 3, 4
#: Modalities of acts that have not been done (yet).
_AHEAD = frozenset({"planned", "threatened", "proposed"})


class _Type(NamedTuple):
    quad: Quad
    score: float
    cameo: str
    planned: str


class _Scale(NamedTuple):
    types: dict[str, _Type]
    scores: dict[tuple[str, str], float]
    cameos: dict[tuple[str, str], str]
    modes: dict[str, tuple[str, ...]]
    planned: dict[tuple[str, str], str]


def _build(lexicon: Lexicon) -> _Scale:
    """The scale as dictionaries."""
    types = {
        row["type"]: _Type(
            cast("Quad", int(row["quad"])), float(row["score"]), row["cameo"], row["planned"] or row["type"]
        )
        for row in lexicon.table("plover_types")
    }
    scores: dict[tuple[str, str], float] = {}
    cameos: dict[tuple[str, str], str] = {}
    planned: dict[tuple[str, str], str] = {}
    modes: dict[str, tuple[str, ...]] = dict.fromkeys(types, ())
    for row in lexicon.table("plover_modes"):
        type_, _, mode = row["mode"].partition(" ")
        if type_ not in types or not mode:
            raise row.error(f"the mode {row['mode']!r} must be a type, a space and a name, as in 'SANCTION expel'")
        modes[type_] += (mode,)
        scores[type_, mode] = float(row["score"]) if row["score"] else types[type_].score
        if row["planned"]:
            planned[type_, mode] = row["planned"]
        if row["cameo"]:
            cameos[type_, mode] = row["cameo"]
    return _Scale(types, scores, cameos, modes, planned)


@cache
def _scale() -> _Scale:
    return Lexicon.default().derive(_build)


@cache
def quad_of(type_: str) -> Quad:
    """Quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.

    >>> quad_of("CONSULT"), quad_of("SANCTION")
    (1, 4)
    """
    return _scale().types[type_].quad


def intensity_of(type_: str, mode: str | None = None) -> float:
    """The PLOVER score of a type and mode, -10 (hostile) to +10; an unknown mode takes its type's.

    >>> intensity_of("SANCTION"), intensity_of("SANCTION", "expel")
    (-6.0, -5.5)
    """
    scale = _scale()
    return scale.scores.get((type_, mode or ""), scale.types[type_].score)


def cameo_root(type_: str, mode: str | None = None) -> str:
    """The two-digit root category of CAMEO (CAMEO2PLOVER-2021) that a type and mode come from.

    >>> cameo_root("SANCTION"), cameo_root("ACCUSE", "investigate"), cameo_root("ASSAULT", "aerial")
    ('16', '09', '19')
    """
    scale = _scale()
    return scale.cameos.get((type_, mode or ""), scale.types[type_].cameo)


def modes_of(type_: str) -> tuple[str, ...]:
    """The modes that PLOVER knows for a type.

    >>> modes_of("REJECT")
    ('assist', 'change', 'yield', 'meet')
    """
    return _scale().modes[type_]


def plover_code(type_: str, modality: str = "actual") -> str:
    """The type as PLOVER itself codes it: acts still ahead become AGREE, CONCEDE or THREATEN.

    >>> plover_code("CONSULT", "planned"), plover_code("RETREAT", "planned"), plover_code("SANCTION", "planned")
    ('AGREE', 'CONCEDE', 'THREATEN')
    >>> plover_code("SANCTION"), plover_code("SANCTION", "denied")
    ('SANCTION', 'SANCTION')
    """
    return _scale().types[type_].planned if modality in _AHEAD else type_


def plover_mode(type_: str, mode: str | None, modality: str = "actual") -> str | None:
    """The mode that goes with :func:`plover_code`: of acts still ahead what is threatened, if anything.

    >>> plover_mode("SANCTION", "withdraw", "planned"), plover_mode("CONSULT", "visit", "planned")
    ('relations', None)
    >>> plover_mode("SANCTION", "withdraw"), plover_mode("REQUEST", "yield", "planned")
    ('withdraw', 'yield')
    """
    if plover_code(type_, modality) == type_:
        return mode
    return _scale().planned.get((type_, mode or ""))
