"""What stands next to a phrase and tells whose it is: "of Iran", "in Kyiv", appositions, coordination."""

from __future__ import annotations

from timeline.actors.names import OFFICES, possessive_mark
from timeline.actors.reading import ABROAD, Frame, Reading
from timeline.lexicons import Lexicon

__all__ = ["Postmodifiers", "attach", "build_postmodifiers", "coordinate", "gather_places"]

#: So many words at most stand between neighbours.
_NEIGHBOURS = 3
#: How a phrase says whose an office is.
_SAYS_WHOSE = frozenset({"demonym", "name"})
#: Prepositions between somebody's counterpart and his state.
_FROM = frozenset({"from", "of", "in"})
Postmodifiers = dict[tuple[str, str], str]

_AFTER_NAME = frozenset({",", ".", ";", ")", "--", "-"})
_AFTER_APPOSITION = frozenset(
    {",", ".", ";", ":", ")", "--", "-", "who", "which", "was", "is", "of", "in", "on", "for", "to", "at"}
)
#: Prepositions before where an envoy is posted, and classes of the organs that somebody is of.
_POSTED = frozenset({"to", "in", "at", "for", "of"})
_SERVED = frozenset({"government", "military", "post"})


def build_postmodifiers(lexicon: Lexicon) -> Postmodifiers:
    """(word, kind of noun) -> what the noun takes; give it to ``lexicon.derive``."""
    return {(row["word"], row["noun"]): row["takes"] for row in lexicon.table("postmodifiers")}


def attach(readings: list[Reading], frame: Frame, postmodifiers: Postmodifiers) -> list[Reading]:
    """The readings of one sentence with neighbours joined; a name that only completes a noun is taken in."""
    kept: list[Reading] = []
    for reading in readings:
        before = kept[-1] if kept else None
        if before is not None and 0 < reading.phrase.first - before.phrase.last <= _NEIGHBOURS:
            between = [t.lower for t in before.phrase.tokens[before.phrase.last : reading.phrase.first]]
            if len(between) == 3 and between[0] == "of":
                between = between[2:]  # "the ministry | of commerce | in Beijing"
            if len(between) == 3 and between[0] == between[2] == "," and between[1].isdigit():
                between = [","]  # "John Doe, 45, a Chadian banker"
            if len(between) == 1 and _complete(before, reading, between[0], frame, postmodifiers):
                before.subject = reading.subject
                continue
            if reading.phrase.tokens[reading.phrase.first].lower == "whose" or between == [",", "whose"]:
                _of_whom(kept, reading)
            elif between == [","]:
                if not _names_envoy(kept, reading, frame) and not _takes_name(before, reading, frame):
                    _appose(before, reading, frame)
            elif _serves(before, reading, between, frame):
                before.link, before.anaphor = reading, "link"
        kept.append(reading)
    return kept


def _names_envoy(kept: list[Reading], reading: Reading, frame: Frame) -> bool:
    """``Chad's ambassador | to France, | John Doe,``: where the envoy is posted stands between him and his name."""
    if len(kept) < 2 or not _is_unknown_person(reading) or not _is_closed(reading):
        return False
    envoy, post = kept[-2], kept[-1]
    tokens = envoy.phrase.tokens
    parted = [t.lower for t in tokens[envoy.phrase.last : post.phrase.first]]
    known = bool(envoy.mention.codes or envoy.anaphor) and not envoy.mention.plural and not envoy.mention.person
    office = frame.words.role_class.get(envoy.mention.role or envoy.noun) in OFFICES
    if not (known and office and len(parted) == 1 and parted[0] in _POSTED):
        return False
    reading.link, reading.anaphor = envoy, "link"
    reading.mention.role, envoy.mention.person = envoy.mention.role, reading.mention.person
    return True


def _serves(before: Reading, reading: Reading, between: list[str], frame: Frame) -> bool:
    """``John Doe | of the Chadian army``, ``John Doe, who leads | the Chadian delegation``: for whom he stands."""
    if not _is_unknown_person(before) or not reading.mention.codes or reading.mention.person:
        return False
    if len(between) == 3 and between[:2] == [",", "who"]:
        verb = before.phrase.tokens[reading.phrase.first - 1]
        whose = reading.mention.via == "demonym" or reading.mention.kind == "organisation"
        whose = whose or possessive_mark(reading.phrase, reading.phrase.first) >= 0
        told = reading.mention.role is not None and whose
        return told and verb.tag == "VBZ" and verb.lemma in frame.words.leading
    organ = frame.words.role_class.get(reading.mention.role or "") in _SERVED
    return between == ["of"] and (organ or (reading.mention.role is None and reading.place_name))


def _is_unknown_person(reading: Reading) -> bool:
    """Whether a phrase is somebody's name and nothing else."""
    mention = reading.mention
    return bool(mention.person) and not mention.codes and mention.role is None and reading.link is None


def _is_closed(reading: Reading) -> bool:
    """Whether an apposition ends behind a phrase."""
    tokens, last = reading.phrase.tokens, reading.phrase.last
    return last >= len(tokens) or tokens[last].lower in _AFTER_APPOSITION


def _of_whom(kept: list[Reading], reading: Reading) -> None:
    """``the Teamsters, whose leader …``: what *whose* names is of the party right before."""
    tokens, start = reading.phrase.tokens, reading.phrase.first
    for owner in reversed(kept):
        if start - owner.phrase.last > 8 or any(t.lower in (";", ".") for t in tokens[owner.phrase.last : start]):
            return
        if owner.mention.codes or owner.anaphor == "link":
            reading.mention.role = reading.mention.role or tokens[reading.phrase.head].lower
            reading.link, reading.anaphor, reading.mention.via = owner, "link", "role"
            return


def _complete(before: Reading, reading: Reading, word: str, frame: Frame, postmodifiers: Postmodifiers) -> bool:
    """``the government`` + of + ``Iran``: whether the second is taken into the first."""
    if word == "of" and (_long_title(before, reading, frame) or _named_place(before, reading, frame)):
        return True
    if before.phrase.tokens[before.phrase.first].tag == "PRP$":
        if before.anaphor == "other" and word in _FROM and reading.mention.codes:
            before.link, before.anaphor = reading, "link"  # "his counterparts | from Chad and Libya"
            return False
        if word != "of":
            return False  # "its ambassador from Oslo" is not Norway's
    noun = before.mention.role or before.noun
    if word in ("in", "at") and frame.words.role_class.get(noun) in ABROAD:
        return False  # "the embassy in Prague" is another one's
    kind = "people" if noun in frame.words.human_class else "role" if noun in frame.words.role_class else ""
    takes = postmodifiers.get((word, kind)) or (postmodifiers.get((word, "any")) if kind else None)
    known = reading.mention.codes or reading.anaphor or reading.mention.kind == "group"
    told = before.link is not None and bool(before.link.mention.codes) and word != "of"
    if (
        before.mention.codes
        or takes is None
        or not known
        or told
        or (before.mention.person and not before.mention.role)
    ):
        return False
    if kind == "people" and reading.mention.person and not reading.mention.codes:
        return False  # "supporters of Mr Doe" are not Mr Doe
    if takes == "home":
        before.mention.home = reading.mention.codes[0] if reading.mention.codes else None
        return False
    capital = reading.mention.is_place and reading.mention.role == "capital"  # "a court in the Peruvian capital"
    if word in ("in", "from") and not (reading.mention.codes and (reading.place_name or capital)):
        return False
    before.link, before.anaphor, before.mention.via = reading, "link", "role"
    several = before.mention.plural and _goes_on(reading)
    return word in ("of", "for") and not several and _take_in(before, reading)


def _goes_on(reading: Reading) -> bool:
    """Whether a list may go on after the phrase."""
    tokens, i = reading.phrase.tokens, reading.phrase.last
    return i < len(tokens) and tokens[i].lower in (",", "and")


def _take_in(before: Reading, reading: Reading) -> bool:
    """Widen the first phrase over the second."""
    before.mention.end, before.phrase.last = reading.mention.end, reading.phrase.last
    return True


def _named_place(before: Reading, reading: Reading, frame: Frame) -> bool:
    """``the Serbian province`` + of + ``Kosovo``, of a people of that state: the place is the one that is named."""
    people = reading.mention.kind == "people" and reading.mention.home in before.mention.codes
    if frame.words.role_class.get(before.mention.role or "") != "place" or not (reading.place_name or people):
        return False
    before.mention.codes, before.mention.name = reading.mention.codes, reading.mention.name
    before.mention.home, before.mention.via = reading.mention.home, reading.mention.via
    before.place_name, before.mention.role = True, None
    return _take_in(before, reading)


def _long_title(before: Reading, reading: Reading, frame: Frame) -> bool:
    """``the US Secretary`` + of + ``State Jane Doe``, ``Ministry`` + of + ``Defence``: one title, two phrases."""
    role = before.mention.role or ""
    if role not in frame.words.role_class or not reading.phrase.tokens[reading.phrase.first].text[0].isupper():
        return False
    name, mention = reading.mention, before.mention
    inner = reading.phrase.tokens[reading.phrase.first].lower in frame.words.institutions | {"state", "staff"}
    if reading.mention.codes and not (name.person and inner):
        return False
    if not inner and (name.person or reading.anaphor not in ("surname", "")):
        return False
    if name.person and inner and " " in name.person:
        mention.person, mention.name = name.person, mention.name if mention.codes else name.name
        mention.codes = mention.codes or name.codes
        mention.kind = mention.kind if mention.codes and mention.kind != "unknown" else name.kind
        before.anaphor = "" if mention.codes else before.anaphor or "title"
    return _take_in(before, reading)


def _appose(before: Reading, reading: Reading, frame: Frame) -> None:
    """``the foreign minister, John Doe,``; ``John Doe, a Russian banker,``: one party, two phrases."""
    tokens = before.phrase.tokens
    after = tokens[reading.phrase.last].lower if reading.phrase.last < len(tokens) else "."
    first, second = before.mention, reading.mention
    if after not in _AFTER_APPOSITION and not (after == "and" and first.plural):
        return
    if first.person and not first.codes and second.role and not second.person:
        before.link, before.anaphor = reading, "link"
        first.role = first.role or second.role
    elif _holds_office(reading, before, frame):
        before.link, before.anaphor = reading, "office"
    elif _holds_office(before, reading, frame):
        reading.link, reading.anaphor = before, "office"
    elif (first.role or first.via == "demonym") and not first.person and _may_be_person(second):
        if second.codes and not first.codes:
            before.link, before.anaphor = reading, "link"
            first.person = second.person
        elif not second.codes:
            reading.link, reading.anaphor = before, "link"
            second.role, second.person = second.role or first.role, second.person or second.name
            first.person = second.person if not first.plural else None


def _holds_office(office: Reading, person: Reading, frame: Frame) -> bool:
    """``John Doe, the Chadian trade envoy,``: the office that somebody known is said to hold tells for whom."""
    mention, named = office.mention, person.mention
    if not named.codes or named.via != "leader" or not mention.role or mention.person or mention.plural:
        return False
    words = [t.lower for t in office.phrase.tokens[office.phrase.first : office.phrase.last]]
    if frame.words.role_class.get(mention.role) not in OFFICES or not frame.words.past.isdisjoint(words):
        return False
    return len(mention.codes) == 1 and mention.via in _SAYS_WHOSE and mention.codes != named.codes


def _takes_name(before: Reading, reading: Reading, frame: Frame) -> bool:
    """``Peru's main opposition party, the Alianza Azul,``: a group is called by its name."""
    first, second = before.mention, reading.mention
    tokens = before.phrase.tokens
    closed = reading.phrase.last >= len(tokens) or tokens[reading.phrase.last].lower in _AFTER_NAME
    group = frame.words.human_class.get(first.role or before.noun) == "group" and not first.person and not first.plural
    if not (group and closed and second.via == "name" and second.kind in ("unknown", "group", "person")):
        return False
    if not tokens[reading.phrase.head].text[0].isupper() or second.role is not None:
        return False
    first.home = first.codes[0] if first.codes else first.home
    first.name, first.codes, first.kind, first.role = second.name, second.codes, "group", None
    before.anaphor = ""
    return True


def _may_be_person(mention: object) -> bool:
    return bool(getattr(mention, "person", None)) or (
        getattr(mention, "kind", "") == "unknown" and getattr(mention, "via", "") == "name"
    )


def coordinate(readings: list[Reading]) -> None:
    """Tell readings joined as a list with a final *and* of one another ("Britain, France and Germany said they")."""
    row: list[Reading] = []
    for reading in readings:
        joint = _joint(row[-1], reading) if row else ""
        linked = bool(row) and (reading.link is row[-1] or row[-1].link is reading)
        if row and (not joint or linked or not _alike(row[-1], reading)):
            row = []
        row.append(reading)
        if joint == "and" and len(row) > 1:
            group = tuple(row)
            if reading.subject and _in_phrase(group[0]):  # "from Chad and Libya were": they are no subject
                reading.subject = False
            for member in row:
                member.group, member.subject = group, reading.subject
            _share(group)


def gather_places(readings: list[Reading]) -> None:
    """Tell the place that a plural noun is of which places it is listed with ("officials | in Chad and Libya")."""
    for reading in readings:
        first = reading.link
        if first is None or not first.place_name or not reading.mention.plural or len(first.group) > 1:
            continue
        row = [first]
        for other in [r for r in readings if r.phrase.first >= first.phrase.last]:
            joint = _joint(row[-1], other) if other.place_name and other.mention.codes else ""
            if not joint:
                break
            row.append(other)
            if joint == "and":
                first.beside = tuple(row)


def _in_phrase(reading: Reading) -> bool:
    """Whether a preposition stands before."""
    first = reading.phrase.first
    return first > 0 and reading.phrase.tokens[first - 1].tag in ("IN", "TO")


def _share(group: tuple[Reading, ...]) -> None:
    """``Two Canadians, A and B,``: what the first of the names is, the others are."""
    link = group[0].link
    if link is None or group[0].anaphor != "link" or not link.mention.plural:
        return
    for member in group[1:]:
        if member.mention.person and not member.mention.codes:
            member.link, member.anaphor = link, "link"


def _joint(before: Reading, reading: Reading) -> str:
    if not 0 < reading.phrase.first - before.phrase.last <= _NEIGHBOURS:
        return ""
    between = [t.lower for t in before.phrase.tokens[before.phrase.last : reading.phrase.first]]
    if between in (["and"], [",", "and"], ["&"], ["as", "well", "as"], ["plus"]):
        return "and"
    return "comma" if between == [","] else ""


def _alike(before: Reading, reading: Reading) -> bool:
    """Whether two phrases may be members of one list."""
    first, second = before.mention, reading.mention
    return not (first.is_place or second.is_place) and bool(first.codes or first.person) == bool(
        second.codes or second.person
    )
