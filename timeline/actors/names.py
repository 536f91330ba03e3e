"""Inside a phrase: which name makes the party, and which words are a person's name."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from timeline.actors.gazetteer import Entry, Gazetteer
from timeline.actors.phrases import Hit, Phrase
from timeline.actors.vocabulary import Vocabulary
from timeline.analysis import NAMES, fold

__all__ = [
    "OFFICES",
    "STRONG",
    "NamedPart",
    "bearer",
    "is_people",
    "is_personal",
    "is_speaking",
    "named_part",
    "office_of",
    "opens_clause",
    "person_after",
    "possessive_mark",
    "sense_in",
    "trailing_name",
]

#: Kinds of names that stand for a party wherever they are in its phrase.
STRONG = frozenset({"group", "organisation", "person", "company", "media", "people"})
#: Classes of the nouns for offices in which somebody stands for a party, and how many words an office has at most.
OFFICES = frozenset({"leader", "diplomat"})
_LONG_OFFICE = 3
#: Classes of nouns for those who serve a party.
_SERVANTS = frozenset({"person", "military", "people"})
_PARTY_SENSES = frozenset({"plain", "party", "origin"})
_JOINTS = frozenset({"and", "or", ",", "-", "/", "&"})
_PARTICLES = frozenset({"von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "la", "le", "al", "el",
                        "bin", "ibn", "ben", "abu", "ould", "ul", "y", "of"})  # fmt: skip
_ONE = frozenset({"a", "an", "another"})
#: What a clause or entry follows.
_OPENS = frozenset({":", ";", "-", "--", '"'})
#: How surely a name stands for its party, by what it is; others more so.
_SURE = {"capital": 0.8, "leader": 0.85}


@dataclass(slots=True, eq=False, init=False)
class NamedPart:
    """The name that makes a phrase's party: its codes (several when joined), and where it ends.

    ``is_head`` when nothing but the name follows; ``title`` the role noun before it ("president").
    """

    entry: Entry
    codes: tuple[str, ...]
    first: int
    last: int
    is_head: bool
    title: str
    confidence: float

    def __init__(
        self,
        entry: Entry,
        codes: tuple[str, ...],
        first: int,
        last: int,
        is_head: bool,
        title: str,
        confidence: float,
    ) -> None:
        self.entry = entry
        self.codes = codes
        self.first = first
        self.last = last
        self.is_head = is_head
        self.title = title
        self.confidence = confidence


def named_part(phrase: Phrase, gazetteer: Gazetteer, words: Vocabulary) -> NamedPart | None:
    """The party that the names of a phrase make; None when none of them stands for the phrase.

    ``Iranian-backed militia`` is not Iran, ``Russian-occupied Crimea`` not Russia.
    """
    senses = {hit.start: sense_in(phrase, hit, words) for hit in phrase.hits}
    parties = [
        h for h in phrase.hits
        if senses[h.start] in _PARTY_SENSES
        and not _is_persons_name(phrase, h, gazetteer, words)
        and not _ends_longer_name(phrase, h)
    ]  # fmt: skip
    parties = _without_makers(phrase, parties)
    if not parties:
        return None
    cluster, entry = parties, parties[0].entry
    if len(parties) > 1:
        clusters = _clusters(phrase, parties)
        cluster = clusters[0]
        last = clusters[-1]
        if last[-1].last > phrase.head or last[-1].entry.kind in STRONG:
            cluster = clusters[-2] if _serves(phrase, clusters, words) else last
        entry = _agreeing(phrase, cluster[-1], parties, gazetteer, words)
    if entry.kind == "decoy":
        return None
    codes: list[str] = []
    for hit in cluster:
        codes += _combined(phrase, hit, words)
        codes += entry.codes if hit is cluster[-1] else hit.entry.codes
    sense = senses[cluster[-1].start]
    ends = cluster[-1].last >= phrase.last or phrase.head < cluster[-1].last or _cuts(phrase, cluster[-1], words)
    is_head = ends and phrase.tokens[cluster[-1].last - 1].end == cluster[-1].end
    title = _title(phrase, cluster[0].first, words) if is_head else ""
    confidence = 0.6 if sense == "party" else _SURE.get(entry.via, 0.9)
    return NamedPart(entry, tuple(dict.fromkeys(codes)), cluster[0].first, cluster[-1].last, is_head, title, confidence)


def _serves(phrase: Phrase, clusters: list[list[Hit]], words: Vocabulary) -> bool:
    """``a Fijian UN soldier``: who serves an organisation is of the state that is told before; so is ``the Peruvian
    Congress``."""
    if len(clusters) < 2:
        return False
    body, state = clusters[-1][-1], clusters[-2][-1]
    organ = (body.entry.via == "role" and body.entry.kind == "country") or body.entry.kind == "decoy"
    if organ and state.entry.via == "demonym" and words.role_class.get(body.words.lower()) == "government":
        return state.last == body.first
    if body.entry.kind != "organisation" or state.entry.via != "demonym" or state.last != clusters[-1][0].first:
        return False
    head = phrase.tokens[phrase.head].lower
    return body.last <= phrase.head and words.role_class.get(head, words.human_class.get(head)) in _SERVANTS


def _without_makers(phrase: Phrase, parties: list[Hit]) -> list[Hit]:
    """``a Syrian Airbus``, ``two Boeings``: a firm's name for what it makes is no party."""
    kept = parties
    for hit in parties:
        if hit.entry.kind != "company" or hit.last <= phrase.head or " " in hit.words:
            continue
        owned = any(h.entry.via == "demonym" and h.last <= hit.first and h.entry.codes for h in parties)
        if owned or (hit.first == phrase.first + 1 and phrase.tokens[phrase.first].lower in _ONE):
            kept = [h for h in kept if h is not hit]
    return kept


def _agreeing(phrase: Phrase, hit: Hit, parties: list[Hit], gazetteer: Gazetteer, words: Vocabulary) -> Entry:
    """The sense of a person's name that agrees with the nationality before it ("Jordanian King Abdullah")."""
    before = [h for h in parties if h.last <= hit.first and h.entry.codes]
    if hit.entry.kind != "person" or not before:
        return hit.entry
    codes = before[-1].entry.codes
    if before[-1].entry.via == "demonym" and _is_office(phrase, before[-1].last, hit.first, words):
        return gazetteer.of_other_party(hit.entry, codes) if hit.entry.codes != codes else hit.entry
    return bearer(hit, codes, gazetteer, forced=before[-1].entry.via == "demonym")


def _is_office(phrase: Phrase, first: int, last: int, words: Vocabulary) -> bool:
    """``Fijian | Prime Minister | John Doe``: an office held now of the state that is told before it."""
    told = [t.lower for t in phrase.tokens[first:last]]
    if not told or words.role_class.get(told[-1]) not in OFFICES or not words.past.isdisjoint(told):
        return False
    bodies = any(words.role_class.get(t) == "government" for t in told)  # "German | Commission President"
    return len(told) <= _LONG_OFFICE and not bodies


def bearer(hit: Hit, codes: tuple[str, ...], gazetteer: Gazetteer, *, forced: bool) -> Entry:
    """The bearer of a name who belongs to these codes; with ``forced`` the name is taken to be one of theirs."""
    if hit.entry.codes == codes:
        return hit.entry
    for entry in gazetteer.senses(hit.words):
        if entry.codes == codes:
            return entry
    if not hit.entry.codes or (forced and " " not in hit.words):
        return gazetteer.of_other_party(hit.entry, codes)
    return hit.entry


def _cuts(phrase: Phrase, hit: Hit, words: Vocabulary) -> bool:
    """``Ann Lee rules out``: after a full name, a common noun that is no role is a verb in truth."""
    after = phrase.tokens[hit.last]
    known = after.lower in words.role_class or after.lower in words.human_class
    return hit.entry.kind == "person" and " " in hit.words and after.text.islower() and after.tag != "POS" and not known


def sense_in(phrase: Phrase, hit: Hit, words: Vocabulary) -> str:
    """What a name does in its word: ``plain``, ``party`` ("US-led"), ``origin`` ("Chinese-made"), or, not
    standing for the phrase, ``sponsor`` ("Iranian-backed") and ``setting`` ("Russian-occupied")."""
    token = phrase.tokens[hit.last - 1]
    if token.end > hit.end:
        rest = fold(token.text)[hit.end - token.start :]
        if rest[0] not in "-/":
            return "setting"
        if any(h.start == hit.end + 1 for h in phrase.hits):
            return "plain"
        return words.hyphen_words.get(rest[1:].partition("-")[0].lower(), "setting")
    if hit.last < phrase.last and phrase.tokens[hit.last].text == "-":
        return "plain"
    before = phrase.tokens[hit.first]
    if before.start < hit.start:
        prefix = before.text[: hit.start - before.start].rstrip("-/").lower()
        sense = words.hyphen_prefixes.get(prefix, "party")
        return "plain" if sense == "party" else sense
    return "plain"


def _combined(phrase: Phrase, hit: Hit, words: Vocabulary) -> tuple[str, ...]:
    """``Sino-Russian``: the first half is China."""
    token = phrase.tokens[hit.first]
    if token.start == hit.start:
        return ()
    code = words.combining.get(token.text[: hit.start - token.start].rstrip("-/"), "")
    return (code,) if code else ()


def _clusters(phrase: Phrase, hits: list[Hit]) -> list[list[Hit]]:
    """Names joined by *and*, a comma, a hyphen or a slash go together."""
    clusters = [[hits[0]]]
    for before, hit in pairwise(hits):
        between = [t.lower for t in phrase.tokens[before.last : hit.first]]
        same_token = hit.start - before.end == 1 and before.last > hit.first
        joined = same_token or (between and all(w in _JOINTS for w in between))
        if joined and before.entry.kind != "person":
            clusters[-1].append(hit)
        else:
            clusters.append([hit])
    return clusters


def _title(phrase: Phrase, end: int, words: Vocabulary) -> str:
    """The role noun right before a name ("President", "Foreign Minister")."""
    for i in range(end - 1, phrase.first - 1, -1):
        lower = phrase.tokens[i].lower
        if lower in words.role_class or lower in words.human_class:
            return lower
        if phrase.tokens[i].tag not in ("NNP", "NN", "JJ", "PUNCT") or lower not in words.titles:
            break
    return ""


def _is_persons_name(phrase: Phrase, hit: Hit, gazetteer: Gazetteer, words: Vocabulary) -> bool:
    """``Michael Jordan``, ``Paris Hilton``, ``Mr Boeing``: a place's, firm's or leader's name inside another's name."""
    tokens = phrase.tokens
    titled = hit.first > phrase.first and tokens[hit.first - 1].lower in words.titles
    if titled and hit.entry.kind in ("company", "media") and " " not in hit.words:
        return True
    if hit.entry.kind == "person" and " " not in hit.words:
        return _is_name(phrase, hit.first - 1, words)
    is_town = hit.entry.via == "capital" and hit.entry.name == hit.words and " " not in hit.words
    position = gazetteer.person_like.get(hit.words) or ("both" if is_town else None)
    if position is None or hit.entry.via == "demonym":
        return False
    before = position in ("last", "both") and _is_name(phrase, hit.first - 1, words)
    after = position in ("first", "both") and hit.last < phrase.last and _is_name(phrase, hit.last, words)
    return before or (after and tokens[hit.last].start == hit.end + 1)


def _ends_longer_name(phrase: Phrase, hit: Hit) -> bool:
    """``High | Security Council``: a capitalised word before makes it another body's name."""
    if hit.entry.kind != "organisation" or " " not in hit.words or hit.first <= phrase.first:
        return False
    before = phrase.tokens[hit.first - 1]
    known = any(h.first < hit.first and h.last >= hit.first for h in phrase.hits)
    return hit.first > 1 and before.text.istitle() and before.tag in ("NNP", "JJ") and not known


def _is_name(phrase: Phrase, i: int, words: Vocabulary) -> bool:
    """Whether token ``i`` of the phrase is a capitalised word that is neither title, role nor a known name."""
    if not phrase.first <= i < phrase.last:
        return False
    token = phrase.tokens[i]
    lower = token.lower
    if token.tag not in NAMES or not token.text[0].isupper() or token.text.isupper():
        return False
    if lower in words.titles or lower in words.nouns or lower in words.no_parties or lower in words.institutions:
        return False
    return "-" not in token.text and not any(h.first <= i < h.last for h in phrase.hits)


def person_after(phrase: Phrase, start: int, words: Vocabulary) -> tuple[str, str]:
    """The unknown name that ends a phrase and the role noun before it, looking from token ``start`` on."""
    part = Phrase(phrase.sentence, start, phrase.last, phrase.head, [h for h in phrase.hits if h.first >= start])
    return trailing_name(part, words)


def trailing_name(phrase: Phrase, words: Vocabulary) -> tuple[str, str]:
    """A person's or other proper name at the end of a phrase, and the role noun before it ("", "" when none).

    ``foreign minister John Doe`` -> ("John Doe", "minister"); ``Foreign Ministry`` has no name.
    """
    tokens = phrase.tokens
    first = phrase.last
    while first > phrase.first and _may_be_name(phrase, first - 1):
        lower = tokens[first - 1].lower
        if lower in words.role_class or lower in words.human_class or lower in words.titles:
            break
        first -= 1
    while first < phrase.last and tokens[first].lower in _PARTICLES and not tokens[first].text[0].isupper():
        first += 1
    noun = ""
    for i in range(first - 1, phrase.first - 1, -1):
        lower = tokens[i].lower
        if lower in words.role_class or lower in words.human_class:
            noun = lower
            break
        if lower not in words.titles:
            break
    if first >= phrase.last:
        return "", noun
    last = tokens[phrase.last - 1]
    if last.tag not in NAMES:
        return "", noun
    return " ".join(t.text for t in tokens[first : phrase.last]), noun


def is_personal(name: str, words: Vocabulary) -> bool:
    """Whether a name may be a person's: two to four words, none of an institution ("Home Affairs")."""
    lowers = name.lower().split()
    return 1 < len(lowers) < 5 and not any(w in words.institutions for w in lowers)


def _may_be_name(phrase: Phrase, i: int) -> bool:
    """Whether token ``i`` may be part of a name; "Julian" looks like an adjective of nationality."""
    token = phrase.tokens[i]
    if token.tag in NAMES:
        return token.text[0].isupper() or "-" in token.text
    if token.tag == "JJ" and token.text[0].isupper():
        return i + 1 < phrase.last and not any(h.first <= i < h.last for h in phrase.hits)
    return token.lower in _PARTICLES and token.lower != "of"


def is_speaking(phrase: Phrase) -> bool:
    """``May said``: a finite verb follows a word that is mostly no name."""
    tokens = phrase.tokens
    after = tokens[phrase.last] if phrase.last < len(tokens) else None
    before = tokens[phrase.first - 1] if phrase.first else None
    return after is not None and after.tag in ("VBD", "VBZ") and (before is None or before.tag not in ("IN", "TO"))


def opens_clause(phrase: Phrase) -> bool:
    """``Citing a storm, ...``, ``Shelling along the line ...``: an *-ing* that no finite verb follows is no name."""
    tokens, first = phrase.tokens, phrase.first
    opens = first == 0 or tokens[first - 1].lower in _OPENS
    if not opens or phrase.last > first + 1 or not tokens[first].lower.endswith("ing"):
        return False
    return len(tokens) < first + 2 or tokens[first + 1].tag in ("DT", "IN", "JJ", "NN", "NNS", "PRP$", "CD", "TO")


def possessive_mark(phrase: Phrase, first: int) -> int:
    """The first possessive mark of a phrase from a token on, -1 when there is none."""
    tokens = phrase.tokens
    for i in range(first, phrase.last):
        if tokens[i].tag == "POS":
            return i
    return -1


def office_of(phrase: Phrase, words: Vocabulary) -> str:
    """``foreign minister``, ``defence ministry``: a role noun that heads a phrase with the word before it.

    Who held it once, or will hold it, holds an office of another kind: nobody means him by "the president".
    """
    tokens = phrase.tokens
    noun = tokens[phrase.head].lower
    if noun not in words.role_class:
        return ""
    if not words.not_holding.isdisjoint([t.lower for t in tokens[phrase.first : phrase.head]]):
        return f"former {noun}"
    before = tokens[phrase.head - 1] if phrase.head > phrase.first else None
    if before is None or before.tag in ("DT", "POS", "PRP$", "CD") or any(h.last == phrase.head for h in phrase.hits):
        return noun
    return f"{before.lower} {noun}"


def is_people(phrase: Phrase, part: NamedPart) -> bool:
    """``the Sudanese``, ``the French``: the people, though the words have no plural."""
    return part.entry.via == "demonym" and phrase.tokens[phrase.first].lower == "the"
