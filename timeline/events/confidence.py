"""How far an act can be trusted: a base and what each piece of evidence adds or takes."""

from __future__ import annotations

from timeline.events.acts import Act, has_code
from timeline.models import Actor

__all__ = ["confidence_of"]

_BASE = 0.45
_NO_ACT = 0.05
_NOT_DONE = {"hypothetical": 0.2, "denied": 0.1, "planned": 0.05}
_EVIDENCE = {"subject": 0.12, "typed": 0.1, "by-phrase": 0.12, "modifier": 0.06, "frame": 0.05, "light-verb": 0.06}


def confidence_of(act: Act, actors: tuple[Actor, ...], targets: tuple[Actor, ...]) -> float:
    """Confidence from 0.05 to 0.95: the words' own weight, then parties, roles and modality.

    A weight of 0 is for idioms that are no acts ("come to power").
    """
    if not act.weight:
        return _NO_ACT
    # In the order of the table: the order of a set, and with it the last digit, differs from run to run.
    seen = act.evidence
    value = _BASE + (sum([worth for evidence, worth in _EVIDENCE.items() if evidence in seen]) if seen else 0)
    if act.nominal and any(e[:5] == "slot:" for e in seen):
        value += 0.06
    aimed = has_code(targets)
    value += 0.12 * has_code(actors) + 0.1 * aimed
    value -= (0.1 if aimed else 0.2) * (not actors) + 0.05 * (not targets and not act.mutual)
    value -= (0.12 if act.definite else 0.06) * act.nominal * ("light-verb" not in seen)
    value -= _NOT_DONE.get(act.modality, 0.0)
    return round(max(0.05, min(0.95, value * (0.4 + 0.6 * act.weight))), 2)
