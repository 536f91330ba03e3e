"""Acts told only as the like of the act before: "Paris followed suit", "Moscow replied in kind".

Their rows in the table of triggers have ``=`` for a mode, ``=back`` where the act is paid back.  The type, the
mode and, where the sentence names none, the other party are those of the act that the reader has just been told.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.acts import Draft, has_code
from timeline.events.mentions import codes
from timeline.models import Reason

__all__ = ["resolve_echoes"]

_PAID_BACK = "=back"
#: "So did Oslo": whatever the verb before tells, and nothing without it.
_SO = "=so"
_MODES = frozenset({"=", _PAID_BACK, _SO})
#: How many acts back the model of an echo may stand.
_MEMORY = 6
#: What can be done likewise or paid back.
_ECHOED = frozenset({"SANCTION", "COERCE", "REJECT", "MOBILIZE", "ASSAULT"})


def resolve_echoes(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each echo with the type, mode and other party of the act that it echoes.

    An echo with nothing before it stays what its row says, without a mode; a payback to come ("will retaliate")
    is a threat; one whose sentence goes on to say what was done ("hit back, expelling two envoys") is only its
    announcement and is left out.
    """
    done: list[Draft] = []
    for i, draft in enumerate(drafts):
        if draft.mode not in _MODES:
            done.append(draft)
        elif draft.mode == _SO:
            done += _likewise(draft, done)
        elif not _said_in_full(draft, drafts[i + 1 :]):
            done.append(_resolved(draft, done))
    return done


def _said_in_full(draft: Draft, after: Sequence[Draft]) -> bool:
    """Whether the same sentence tells the act itself, in what hangs on the echo."""
    for other in after:
        if other.sentence != draft.sentence:
            return False
        same = not other.actors or codes(other.actors) == codes(draft.actors)
        if other.type in _ECHOED and other.mode not in _MODES and same and other.rank > draft.rank:
            return True
    return False


def _resolved(draft: Draft, before: Sequence[Draft]) -> Draft:
    found = _after_model(draft, before)
    if draft.mode == _PAID_BACK and draft.modality in ("planned", "threatened"):
        return found.but(type="THREATEN", mode=None, modality="threatened")
    return found


def _likewise(draft: Draft, before: Sequence[Draft]) -> list[Draft]:
    """``So did Oslo``: the main act that a verb told last, in this sentence or the one before."""
    own = codes(draft.actors)
    near = [d for d in before if draft.sentence - 1 <= d.sentence and d.start < draft.start and not d.nominal]
    near = [d for d in near if d.modality not in ("denied", "hypothetical") and d.actors and codes(d.actors) != own]
    if not own or not near:
        return []
    model = min(near, key=lambda d: (d.sentence != draft.sentence, d.rank, -d.start))
    targets = tuple(a for a in model.targets if not codes((a,)) & own)
    words = Reason(rule="echo:same", words=model.lemma)
    like = draft.but(type=model.type, mode=model.mode, targets=targets, reasons=(*draft.reasons, words))
    like.about = model.about  # what the one condemned, the other condemns
    return [like]


def _by_likeness(draft: Draft, before: Sequence[Draft]) -> list[Draft]:
    """The acts that an echo may be like, the likeliest first: those of states, near ones, main ones, late ones."""
    return sorted(before, key=lambda d: (not has_code(d.actors), draft.sentence - d.sentence, d.rank, -d.start))


def _after_model(draft: Draft, before: Sequence[Draft]) -> Draft:
    own = codes(draft.actors)
    for model in _by_likeness(draft, before[-_MEMORY:]):
        if model.type not in _ECHOED or model.modality in ("denied", "hypothetical") or model.start >= draft.start:
            continue
        if own and own == codes(model.actors):
            continue
        if not own and draft.targets:  # "its own consul met the same fate"
            returned = codes(draft.targets) & codes(model.actors)
            words = Reason(rule="echo:same", words=model.lemma)
            actors = model.targets if returned else model.actors
            return draft.but(type=model.type, mode=model.mode, actors=actors, reasons=(*draft.reasons, words))
        paid_back = bool(own & codes(model.targets))
        other = model.actors if paid_back else model.targets
        targets = draft.targets or tuple(a for a in other if not codes((a,)) & own)
        words = Reason(rule="echo:reply" if paid_back else "echo:same", words=model.lemma)
        return draft.but(type=model.type, mode=model.mode, targets=targets, reasons=(*draft.reasons, words))
    return draft.but(mode=None)
