"""Events made by hand from the words of a short text, for tests of links."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tests.records import when
from timeline.analysis import Sentence
from timeline.lexicons import Lexicon
from timeline.links.acts import acts_of, scene_of
from timeline.links.candidates import pairs_of_scene
from timeline.links.linking import find_links
from timeline.links.scoring import Pair
from timeline.models import Actor, Document, Event, Link, Mention, Quantity
from timeline.plover import intensity_of, plover_code, quad_of
from timeline.text.sentences import split
from timeline.text.tagging import analyse

#: id, type/mode, actors, targets, date, the words that name it.
Fact = tuple[str, str, str, str, str | None, str]


def event(document: Document, fact: Fact, **fields: Any) -> Event:
    """The event of a fact; its clause is its sentence part between commas and stops."""
    id_, kind, actors, targets, date, words = fact
    type_, _, mode = kind.partition("/")
    start = document.text.index(words)
    low = max(document.text.rfind(mark, 0, start) for mark in ".,;\n") + 1
    high = min(i for mark in ".,;\n" if (i := (document.text + mark).find(mark, start + len(words) - 1)) >= 0)
    low += len(document.text[low:start]) - len(document.text[low:start].lstrip())
    found = when(date, basis="stated") if date else when(None)
    mention = Mention(
        trigger=document.span(start, start + len(words)), quote=document.span(low, max(high, start + len(words)))
    )
    return Event.model_validate(
        {
            "id": id_, "type": type_, "mode": mode or None, "plover": plover_code(type_, "actual"),  # type: ignore[arg-type]
            "quad": quad_of(type_), "intensity": intensity_of(type_, mode or None), "when": found,  # type: ignore[arg-type]
            "actors": tuple(Actor(code=c, name=c) for c in actors.split()),
            "targets": tuple(Actor(code=c, name=c) for c in targets.split()),
            "mentions": (mention,), **fields,
        }
    )  # fmt: skip


def _tagged(text: str, lexicon: Lexicon) -> list[Sentence]:
    sentences = split(text, None, lexicon)
    for sentence in sentences:
        analyse(sentence, lexicon)
    return sentences


def link(
    text: str, facts: list[Fact], changes: Mapping[str, dict[str, Any]] | None = None, **options: Any
) -> list[Link]:
    """The links that are found between the facts of a text; ``changes`` to events by the ids of facts."""
    document = Document(id="d", text=text)
    lexicon = Lexicon.default()
    events = [event(document, fact, **(changes or {}).get(fact[0], {})) for fact in facts]
    return find_links([document], {"d": _tagged(text, lexicon)}, events, lexicon, **options)


def pairs_told(text: str, facts: list[Fact], changes: Mapping[str, dict[str, Any]] | None = None) -> list[Pair]:
    """The pairs of acts that are weighed between the facts of a text; ``changes`` to events by the ids of facts."""
    document, lexicon = Document(id="d", text=text), Lexicon.default()
    acts = acts_of([event(document, fact, **(changes or {}).get(fact[0], {})) for fact in facts], lexicon)
    return list(pairs_of_scene(scene_of(document, text, _tagged(text, lexicon), acts), lexicon))


def quantity(document: Document, words: str, value: float, unit: str) -> Quantity:
    """A quantity by its words."""
    start = document.text.index(words)
    return Quantity(value=value, unit=unit, span=document.span(start, start + len(words)))


_MARKED = re.compile(r"\[([ce]):([^\]]*)\]")
_TYPES = {
    "SANCTION/expel": ("expel", "expul"),
    "SANCTION/withdraw": ("recall",),
    "ASSAULT/aerial": ("raid",),
    "ASSAULT/heavy-weapons": ("shell",),
    "REQUEST/yield": ("demand", "urge"),
    "ACCUSE/allege": ("accus",),
    "ACCUSE/disapprove": ("condemn", "rebuke", "denounc", "complain", "call", "describ", "said", "protest", "summon"),
}


def marked(line: str) -> tuple[str, list[Fact]]:
    """The text and the facts of a sentence whose cause and answer are marked: "[e:expelled] ten over the [c:ban]"."""
    facts: list[Fact] = []
    for role, words in _MARKED.findall(line):
        kind = next((k for k, starts in _TYPES.items() if words.startswith(starts)), "SANCTION/discontinue")
        facts.append((role, kind, *(("POL", "BLR") if role == "c" else ("BLR", "POL")), None, words))
    return _MARKED.sub(r"\2", line), facts
