"""Acts of speech about other acts: "condemned the raid", "the raid was condemned", "called it a crime"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.lexicons import Lexicon, PhraseMatcher
from timeline.links.acts import Place, Scene
from timeline.links.cues import word_groups
from timeline.links.evidence import Evidence

__all__ = ["spoken_of"]

#: How far (characters) what is spoken of may begin after the words of speech.
_REACH = 110
#: How far back a pronoun looks for its act.
_PRONOUN_REACH = 400
#: How many characters behind its verb a demand may say what is to be undone, or before its judgement that it is "this".
_LEAD = 40
#: "said that this was an insult": what is said of "this", behind the verb of speech, or before the words that judge.
_SAID_OF_THIS = re.compile(r"\s+(?:that\s+)?this\s+")
_OF_THIS = re.compile(
    r"\b(?:that\s+)?this(?:\s+(?:\w+ly|is|was|would|could|had|has|be|been)){0,3}\s+(?:an?\s+|the\s+)?$", re.IGNORECASE
)
_POINTING = re.compile(r"(?:this|that|these|those)$", re.IGNORECASE)
_SPOKEN_OF = re.compile(
    r"\s+(?:(?:it|them|both|either)(?=\s*(?:[,.;:\"]|$|(?:as|an?|the|and|but|for|out)\b))"
    r"|(?:this|that|these|those)(?=\s*(?:[,.;:\"]|$|(?:as|and|but|for|out)\b)))"
)
#: "called it blackmail": the words that give an act a name may stand without an article; "turned them down".
_NAMING = re.compile(
    r"\b(?:call|brand|label|term|dub|describ|dismiss|denounc|condemn|portray|regard|treat|see)\w*"
    r"\s+(?:it|this|that|them|these|those|both)\b"
    r"|\w+\s+(?:it|this|that|them|these|those|both)\s+(?:out|down|aside|away|off)\b",
    re.IGNORECASE,
)
#: "a plan that China criticised", "sanctions, which Moscow denounced": what the clause is about went before.
_SPOKEN_OF_BEFORE = re.compile(
    r"(?:[^.;:]*\W)?(?:which|whom|(?:an?|the|this)\s+[\w-]+\s+that)\s+(?:[\w'.-]+\s+){1,6}$", re.IGNORECASE
)
_THAT = re.compile(r"\s+(?:that|which)\s+(?:[\w'.-]+\s+){1,4}(?:,[^,;.]*,\s*)?$", re.IGNORECASE)
_JOINED = re.compile(
    r"\b(?:and|but|after|before|while|when|although|though|if|unless|until|who|whose|in return|in exchange|said)\b|[;:]"
)
#: What parts a mention from a verb of speech that does not speak of it.
_NEW_CLAUSE = re.compile(r"[;:]|\b(?:who|whose|that|and|but|after|when|while|if)\b")
#: What leads from one thing that somebody is accused of to the next.
_AND_OF = re.compile(
    r"(?:(?!\b(?:but|yet|while|which|who)\b)[^.;:\"]){0,90}(?:,|\band)\s+"
    r"(?:(?:of|for|that|with|over|to|by|against|had|has|have|then)\s+)?(?:[\w'-]+\s+){0,2}"
)
#: What is said may begin with an aside: "said that, since May, Oslo has raided farms".
_SAYING = re.compile(r"\bthat\b")
_PASSIVE = re.compile(
    r"\s*(?:,[^,]{0,60},)?\s*"
    r"(?:was|were|is|are|has been|have been|had been|came under|being)\s+(?:\w+ly\s+|also\s+|then\s+)?$"
)


def speech_objects(lexicon: Lexicon) -> dict[str, tuple[frozenset[str], bool]]:
    """Type of a speech act -> types its object may have, and whether only before it; give it to ``lexicon.derive``."""
    rows = lexicon.table("link_objects")
    return {t: (frozenset(row.list("causes")), bool(row["before"])) for row in rows for t in row.list("types")}


def spoken_of(scene: Scene, lexicon: Lexicon) -> Iterator[Evidence]:
    """ "condemned the raid", "rejected the offer", "the raid was condemned", "said the deal was a mistake"."""
    allowed = lexicon.derive(speech_objects)
    groups = lexicon.derive(word_groups)
    for place in scene.places:
        if place.act.type not in allowed or place.kind == "reference":
            continue
        types, before = allowed[place.act.type]
        low, high = (scene.sentences[place.sentence].start, scene.sentences[place.sentence].end)
        if before:
            if groups["undoing"].is_in(scene.text, place.end, min(high, place.end + _LEAD)):
                yield from _objects_before(scene, place, types, low)
            continue
        told_of = _pronoun_end(scene, place, low, groups["judging"])
        if told_of >= 0:
            yield from _pronoun(scene, place, types, told_of)
            continue
        yield from _objects_after(scene, place, types, high)
        yield from _objects_before(scene, place, types, low)


def _pronoun_end(scene: Scene, place: Place, low: int, judging: PhraseMatcher[bool]) -> int:
    """Where the words of speech with the pronoun that they are about end; -1 for none."""
    pronoun = _SPOKEN_OF.match(scene.text, place.end) or _NAMING.match(scene.text, place.start, place.end + 8)
    if pronoun and not (_POINTING.search(pronoun.group()) and scene.noun_follows(place.sentence, pronoun.end())):
        return pronoun.end()
    this = _SAID_OF_THIS.match(scene.text, place.end)
    if this and judging.match(scene.text, this.end()):
        return place.end
    return place.end if _OF_THIS.search(scene.text, max(low, place.start - _LEAD), place.start) else -1


def _objects_after(scene: Scene, place: Place, types: frozenset[str], high: int) -> Iterator[Evidence]:
    """ "condemned the raid": the first act that follows the verb of speech, with nothing but its object between."""
    near = scene.surest(place.start, min(high, place.end + _REACH))
    told = [p for p in near if p.act is not place.act and (p.start, p.end) != (place.start, place.end)]
    for number, other in enumerate(told):
        if other.start != told[0].start and not _is_further(scene, told[number - 1], other):
            break
        if _JOINED.search(scene.text, place.end, told[0].start):
            break
        if scene.begins_anew(place.end, told[0]) and not _SAYING.search(scene.text, place.end, told[0].start):
            break
        if other.act.type in types:
            yield Evidence(other.act, place.act, "object", place.start, other.end)


def _is_further(scene: Scene, one: Place, other: Place) -> bool:
    """Whether a place tells a further deed of the same doers: "accused Oslo of raiding farms and of holding ten"."""
    if one.start == other.start:
        return True
    if one.act.actors != other.act.actors or not _AND_OF.fullmatch(scene.text, one.end, other.start):
        return False
    return scene.is_finite(one) == scene.is_finite(other)


def _objects_before(scene: Scene, place: Place, types: frozenset[str], low: int) -> Iterator[Evidence]:
    """ "the raid was condemned", "the raid, which Oslo condemned", "said the deal was a mistake"."""
    for other in scene.surest(low, place.start)[-1:]:
        if other.act.type not in types or other.act is place.act:
            continue
        gap = scene.text[other.end : place.start]
        spoken_of = other.kind != "trigger" and other.start >= place.scope[0] and not _NEW_CLAUSE.search(gap)
        noun_before = other.kind != "trigger" and _THAT.match(gap) is not None  # "an idea that Oslo has rebuffed"
        if spoken_of or noun_before or _PASSIVE.fullmatch(gap) or _SPOKEN_OF_BEFORE.fullmatch(gap):
            yield Evidence(other.act, place.act, "object", other.start, place.end)


def _pronoun(scene: Scene, place: Place, types: frozenset[str], end: int) -> Iterator[Evidence]:
    """ "The court halted the treaty; the exiles called it a disgrace": the act told last before, of somebody else."""
    for other in reversed(scene.surest(place.start - _PRONOUN_REACH, place.start)):
        if other.act is not place.act and other.act.actors != place.act.actors and other.act.type in types:
            yield Evidence(other.act, place.act, "it", place.start, end)
            break
    yield Evidence(None, place.act, "answer_fair", place.start, end)
