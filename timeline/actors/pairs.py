"""Which parties "the two", "both sides", "all three" mean; and what kinds of party a reading may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from timeline.actors.names import possessive_mark
from timeline.actors.phrases import Phrase
from timeline.actors.reading import ABROAD, Frame, Reading
from timeline.analysis import FINITE, VERBAL, ActorMention

__all__ = [
    "RECIPROCAL",
    "acted_on",
    "acts_alone",
    "are_people",
    "are_soldiers",
    "are_the_soldiers",
    "asked_of",
    "bears",
    "charged_with",
    "counted_before",
    "definite_pair",
    "home_of_subject",
    "in_subject",
    "is_abroad",
    "is_answer",
    "is_body",
    "is_country",
    "is_one_person",
    "is_state",
    "is_thing",
    "opens_with_place",
    "parties_together",
    "place_ahead",
    "says_of_itself",
    "together",
]

#: The last words of "each other", "one another".
RECIPROCAL = frozenset({"other", "another"})
#: Prepositions before what somebody is blamed, thanked or punished for.
_CHARGED = frozenset({"for", "over"})
#: Prepositions before where something happens.
_WHERE = frozenset({"in", "at", "outside", "near"})
#: The tags of the words of a verb group.
_IN_GROUP = VERBAL | {"RB", "MD"}
#: So many words there are at most between a verb of saying and what is said.
_BREATH = 5
#: Classes of the roles that people have.
_HUMAN = frozenset({"people", "person", "diplomat"})
#: How the party is named that an organ acts on.
_TOLD = frozenset({"demonym", "name", "capital", "leader"})
#: How many sentences back a pair or trio may reach.
_REACH = 12
#: How many times as often another party is spoken of than one that is named in passing.
_FAR_LESS = 4
#: How many sentences back "the two" may mean those who stand in one row or sentence, rather than the two of the story.
_ROW_REACH = 2


def parties_together(
    reading: Reading, seen: Sequence[Reading], barred: tuple[str, ...], wanted: Callable[[Reading], bool]
) -> list[str]:
    """The parties last named in one row, just as many as are meant, else those spoken of most (states first).

    Empty where there are not so many.  ``barred`` are who acts on them.
    """
    mention, count = reading.mention, reading.count
    near = [
        r
        for r in seen
        if 0 <= mention.sentence - r.mention.sentence < _REACH
        and r.mention.start < mention.start
        and wanted(r)
        and not r.mention.media
    ]
    codes = _last_row(near, count, mention.sentence - (_ROW_REACH if count == 2 else _REACH), barred)
    acting = [r for r in near if not r.mention.is_place]
    often = Counter(code for r in acting for code in r.mention.codes if code not in barred)
    if len(often) < count:
        often = Counter(code for r in near for code in r.mention.codes if code not in barred)
    if not codes or (not reading.subject and _in_passing(codes, often)):
        states = {code for r in near if is_country(r) for code in r.mention.codes}
        codes = sorted(often, key=lambda code: (code not in states, -often[code]))[:count]
    return codes if len(codes) == count else []


def counted_before(reading: Reading, seen: Sequence[Reading], frame: Frame) -> Reading | None:
    """``two Peruvian engineers … | the two men``: people told of just before, as many by number."""
    if reading.noun not in frame.words.human_class:
        return None
    for other in reversed(seen):
        mention, phrase = other.mention, other.phrase
        if reading.mention.sentence - mention.sentence > _ROW_REACH:
            return None
        if not are_people(other, frame, plural=True):
            continue
        words = [t.lower for t in phrase.tokens[phrase.first : phrase.last]]
        if str(reading.count) in words or any(frame.words.counts.get(word) == reading.count for word in words):
            return other
    return None


def are_people(reading: Reading, frame: Frame, plural: bool) -> bool:
    """``Peruvian engineers``, ``a Peruvian``: people, no soldiers, told by their nationality."""
    mention = reading.mention
    role = mention.role or ""
    human = not role or role in frame.words.human_class or frame.words.role_class.get(role) in _HUMAN
    told = mention.via == "demonym" and len(mention.codes) == 1 and not mention.is_place
    return human and told and mention.plural == plural


def home_of_subject(reading: Reading, seen: Sequence[Reading]) -> str:
    """``Bolivian opposition parties accused | the government``: the state of the group that acts; empty for none."""
    if reading.subject:
        return ""
    for other in reversed(seen):
        if other.mention.sentence != reading.mention.sentence:
            break
        if other.subject:
            group = other.mention.kind in ("group", "people") and not other.mention.person
            return (other.mention.home or "") if group else ""
    return ""


def _in_passing(codes: list[str], often: Counter[str]) -> bool:
    """Whether of some parties one is spoken of far less than others that are not among them."""
    others = [often[code] for code in often if code not in codes]
    return bool(others) and min(often[code] for code in codes) * _FAR_LESS <= max(others)


def _last_row(readings: list[Reading], count: int, since: int, barred: tuple[str, ...]) -> list[str]:
    """The last parties that stand in one row, or under one name, just as many as wanted."""
    for reading in reversed(readings):
        sentence = reading.mention.sentence
        if sentence < since:
            break
        if reading.link is not None and reading.link.beside:
            continue  # "officials in Chad and Libya" stand in no row
        codes = list(dict.fromkeys(c for r in reading.group or (reading,) for c in r.mention.codes))
        if len(codes) == count and not any(code in barred for code in codes):
            return codes
    return []


def acted_on(reading: Reading, in_sentence: Sequence[Reading], frame: Frame) -> tuple[str, ...]:
    """Whom, or whose people or things, the verb after "the navy", "police" is done to: they are another state's.

    "The president rules Chad" tells of his own.
    """
    if not reading.subject:
        return ()
    phrase = reading.phrase
    for other in in_sentence:
        first = other.phrase.first
        if first <= phrase.last:
            continue
        between = phrase.tokens[phrase.last : first]
        direct = between[-1].tag in VERBAL and all([t.tag in _IN_GROUP for t in between])
        named = len(other.mention.codes) == 1 and other.mention.via in _TOLD and not other.mention.is_place
        if other.mention.via != "demonym" and between[-1].lemma in frame.words.ruling:
            return ()
        return other.mention.codes if direct and named else ()
    return ()


def charged_with(reading: Reading, seen: Sequence[Reading]) -> Reading | None:
    """``criticised Chad for | its raids``, ``sued Chad over | its tests``: whose they are stands right before."""
    tokens, first = reading.phrase.tokens, reading.phrase.first
    if first < 2 or tokens[first].tag != "PRP$" or tokens[first - 1].lower not in _CHARGED:
        return None
    return _right_before(reading, seen, first - 1)


def asked_of(reading: Reading, seen: Sequence[Reading], frame: Frame) -> Reading | None:
    """``asked Chad to name | the policemen``: those whom the thing asked for is of stand right before."""
    tokens, first = reading.phrase.tokens, reading.phrase.first
    if first < 3 or tokens[first - 1].tag != "VB" or tokens[first - 2].lower != "to":
        return None
    return None if tokens[first - 1].lower in frame.words.giving_back else _right_before(reading, seen, first - 2)


def _right_before(reading: Reading, seen: Sequence[Reading], end: int) -> Reading | None:
    """The party, no subject, whose phrase ends at a token of the sentence."""
    last = seen[-1] if seen else None
    if last is None or last.mention.sentence != reading.mention.sentence or last.phrase.last != end:
        return None
    return last if last.mention.codes and not last.subject and not last.mention.is_place else None


def is_body(mention: ActorMention) -> bool:
    """``the Seafarers' Union``: a body that no table knows, by its name."""
    return not mention.codes and mention.kind == "group" and mention.via == "name" and not mention.plural


def is_answer(reading: Reading, frame: Frame) -> bool:
    """``The army | returned fire``: whether the verb that follows tells of an answer."""
    tokens, i = reading.phrase.tokens, reading.phrase.last
    while i < len(tokens) and tokens[i].tag in ("RB", "MD"):
        i += 1
    if not reading.subject or i >= len(tokens) or tokens[i].lemma not in frame.words.answering:
        return False
    word = frame.words.answering[tokens[i].lemma]
    return not word or (i + 1 < len(tokens) and tokens[i + 1].lower == word)


def is_state(reading: Reading) -> bool:
    """Whether a reading is a state or organisation, or a person who stands for one."""
    return reading.mention.kind in ("country", "organisation") or bool(reading.mention.person and reading.mention.codes)


def is_country(reading: Reading) -> bool:
    """Whether a reading is a state, or a person who stands for a party."""
    return reading.mention.kind != "organisation" and is_state(reading)


def is_abroad(reading: Reading, frame: Frame) -> bool:
    """Whether a phrase speaks of one envoy or post of a party that is known."""
    mention = reading.mention
    return bool(mention.codes) and not mention.plural and frame.words.role_class.get(mention.role or "") in ABROAD


def is_thing(reading: Reading, frame: Frame) -> bool:
    """Whether "it" may mean the phrase: a name or an organ, not its goods, acts or people."""
    if reading.mention.plural or reading.mention.person:
        return False
    role = reading.mention.role
    if role is None or frame.words.role_class.get(role) in ("government", "military", "company", "post"):
        return True
    return role not in frame.words.role_class and possessive_mark(reading.phrase, reading.phrase.first) >= 0


def is_one_person(reading: Reading, frame: Frame) -> bool:
    """Whether "he" may mean the phrase: one person of some role."""
    role = reading.mention.role or ""
    return not reading.mention.plural and frame.words.role_class.get(role) in ("leader", "person", "diplomat", "people")


def are_the_soldiers(reading: Reading, frame: Frame) -> bool:
    """``The troops``, with nothing that tells whose."""
    tokens, first = reading.phrase.tokens, reading.phrase.first
    return tokens[first].lower == "the" and reading.phrase.head == first + 1 and are_soldiers(reading, frame)


def are_soldiers(reading: Reading, frame: Frame) -> bool:
    """Whether a phrase speaks of soldiers, sailors, airmen."""
    noun = reading.noun or reading.mention.role or ""
    return reading.mention.plural and frame.words.role_class.get(noun) == "military"


def definite_pair(lowers: list[str], frame: Frame) -> int:
    """``the pair``, ``the two``, ``all three``, ``the feuding neighbours``: how many parties, 0 for no such words."""
    if len(lowers) < 2 or lowers[0] not in ("the", "these", "those", "all"):
        return 0
    return frame.words.pair_definite.get(lowers[-1], 0)


def acts_alone(phrase: Phrase, frame: Frame) -> bool:
    """``Each promised``, ``both called for``: a word for the pair that stands before its verb (or *of which*)."""
    if phrase.last - phrase.first > 1 or phrase.tokens[phrase.first].lower not in frame.words.pair_alone:
        return False
    after = phrase.tokens[phrase.last : phrase.last + 2]
    of_them = len(after) == 2 and after[0].lower == "of" and after[1].tag in ("WDT", "WP", "PRP")
    return of_them or (bool(after) and after[0].tag in FINITE)


def together(reading: Reading) -> ActorMention:
    """All members of the list that a reading stands in."""
    group = reading.group if len(reading.group) > 1 else reading.beside
    if len(group) < 2:
        return reading.mention
    codes = tuple(dict.fromkeys(c for r in group for c in r.mention.codes))
    names = [r.mention.person or r.mention.name for r in group]
    name = ", ".join(names[:-1]) + " and " + names[-1]
    return ActorMention(0, 0, 0, name, codes, reading.mention.kind, plural=True)


def in_subject(reading: Reading) -> bool:
    """Whether a reading acts, or stands in the of-phrase of who does: "the ministers of | the two states | met"."""
    tokens, phrase = reading.phrase.tokens, reading.phrase
    owned = phrase.first > 0 and tokens[phrase.first - 1].lower == "of" and phrase.last < len(tokens)
    return reading.subject or (owned and tokens[phrase.last].tag in FINITE)


def opens_with_place(reading: Reading, frame: Frame) -> bool:
    """``In Ankara, the authorities``: the sentence begins with where, not with when or to what it answers."""
    tokens = reading.phrase.tokens
    if not 1 < reading.phrase.first < 6 or tokens[0].lower != "in":
        return False
    return tokens[1].tag in ("NNP", "DT", "JJ") and tokens[1].lower not in frame.words.calendar


def place_ahead(reading: Reading, here: Sequence[Reading]) -> ActorMention | None:
    """``police stormed the embassy | in Quito``: where the clause of a bare subject says that it happened.

    ``here`` are the readings of its sentence.
    """
    if not reading.subject:
        return None
    for other in here:
        phrase, mention = other.phrase, other.mention
        if mention.start <= reading.mention.start:
            continue
        if other.subject:
            return None
        if mention.is_place and mention.codes and phrase.tokens[phrase.first - 1].lower in _WHERE:
            return mention
    return None


def says_of_itself(reading: Reading, seen: Sequence[Reading], frame: Frame) -> Reading | None:
    """``A Chadian tanker said | it had been boarded``: who speaks of "it" in one breath is meant, whatever it is; what
    stands between him and his verb, set off by commas, is not."""
    tokens, first = reading.phrase.tokens, reading.phrase.first
    if not reading.subject or tokens[first].lower != "it":
        return None
    verbs = frame.words.saying
    said = next((i for i in range(first - 1, max(first - _BREATH, 0), -1) if tokens[i].lemma in verbs), 0)
    if not said or any(t.lower in (",", "and", "but") for t in tokens[said:first]):
        return None
    aside = tokens[said - 1].lower == ","
    for other in reversed(seen):
        mention, last = other.mention, other.phrase.last
        if mention.sentence != reading.mention.sentence:
            return None
        if other.subject and (last == said or (aside and tokens[last].lower == ",")):
            return other if len(mention.codes) == 1 and not mention.plural and not mention.person else None
    return None


def bears(reading: Reading, noun: str) -> bool:
    """Whether somebody holds an office, and did not only hold it formerly."""
    return reading.mention.role == noun and not reading.office.startswith("former ")
