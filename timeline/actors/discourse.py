"""Who is meant by "it", "the ministry", "the bloc", "both countries", a surname: one pass over the document.

Of the readings so far the same sentence is preferred to the one before it, subjects to others, then the nearest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from timeline.actors.pairs import (
    RECIPROCAL,
    acted_on,
    are_people,
    are_soldiers,
    are_the_soldiers,
    asked_of,
    bears,
    charged_with,
    counted_before,
    home_of_subject,
    in_subject,
    is_abroad,
    is_answer,
    is_body,
    is_country,
    is_one_person,
    is_state,
    is_thing,
    opens_with_place,
    parties_together,
    place_ahead,
    says_of_itself,
    together,
)
from timeline.actors.persons import Persons
from timeline.actors.reading import ABROAD, Frame, Reading, lowers_of, take, words_of
from timeline.actors.regions import fought_at_home, of_region, only_group
from timeline.actors.senses import Senses
from timeline.analysis import VERBAL, ActorMention

__all__ = ["Discourse"]

#: How many sentences back a pronoun, a definite noun and the scene of a text may reach.
_PRONOUN_REACH, _NOUN_REACH, _SCENE_REACH = 3, 12, 4
#: The last sentence of what counts as the lead; how many readings are kept.
_LEAD, _KEPT = 2, 60
_THINGS = frozenset({"country", "organisation", "group", "company"})
#: Anaphors whose party is concluded from the text before, not named by their own words.
_POINTS_BACK = frozenset({"it", "they", "he", "country", "role", "bloc", "group", "named", "pair", "post"})
_AGAINST = frozenset({"on", "upon", "against", "over", "with", "to", "from"})
#: Classes of roles that states have, and organisations have not.
_OF_STATES = frozenset({"government", "military"})
#: Pronouns that, right after a verb, are not who acts; prepositions before "the country" that is another one, too.
_OBJECTS, _TOWARDS = frozenset({"it", "him", "them"}), frozenset({"to", "against", "with"})


class Discourse:
    """The readings of one document so far; ``resolve`` closes a reading and adds it to them."""

    def __init__(self, frame: Frame, senses: Senses, leading: ActorMention | None = None) -> None:
        self._frame, self._senses, self._leading = frame, senses, leading
        self._seen: list[Reading] = []
        self._persons = Persons()
        self._in_sentence: dict[int, list[Reading]] = {}

    def register(self, reading: Reading) -> None:
        """Remember whom a reading names, and in which sentence it stands."""
        if not reading.resolved:
            self._in_sentence.setdefault(reading.mention.sentence, []).append(reading)
        self._persons.register(reading)

    def resolve(self, reading: Reading) -> None:
        """Close what is open about a reading, then remember it."""
        if reading.resolved:
            return
        reading.resolved = True
        if reading.anaphor == "other" and reading.link is not None:
            self.resolve(reading.link)
        if reading.mention.via == "leader":
            self._persons.settle(reading)
        if reading.anaphor:
            found = _CLOSERS[reading.anaphor](self, reading) or self._owned_organ(reading)
            if found is not None:
                take(reading, found)
                linked = reading.anaphor == "link" and reading.link is not None and reading.link.mention.anaphoric
                reading.mention.anaphoric = linked or reading.anaphor in _POINTS_BACK
        self.register(reading)
        mention = reading.mention
        if mention.codes or mention.person or mention.kind in ("group", "people"):
            self._seen.append(reading)
            if len(self._seen) > 2 * _KEPT:
                del self._seen[:_KEPT]

    def _owned_organ(self, reading: Reading) -> ActorMention | None:
        """``Her ministry`` of somebody never named: an organ all the same, as "the ministry"."""
        role = reading.mention.role or ""
        if reading.anaphor not in ("it", "he", "they") or role not in self._frame.words.role_alone:
            return None
        reading.noun = role
        return self._role(reading)

    def _best(self, reading: Reading, reach: int, wanted: Callable[[Reading], bool]) -> Reading | None:
        """The earlier reading that fits best: the nearest sentence, there a subject, else the last one.

        Of several subjects the last one of this sentence counts, but the first one of a sentence before: it is
        the main clause's.
        """
        here, start = reading.mention.sentence, reading.mention.start
        barred = self._own_subject(reading)
        best: Reading | None = None
        for other in reversed(self._seen):
            mention = other.mention
            if here - mention.sentence > reach or (best is not None and mention.sentence < best.mention.sentence):
                break
            if mention.start < start and not mention.is_place and mention.codes != barred and wanted(other):
                if other.subject and mention.sentence == here:
                    return other
                if best is None or other.subject:
                    best = other
        return best

    def _own_subject(self, reading: Reading) -> tuple[str, ...] | None:
        """The party that acts on a bare object ("accused it", "blames the country"): the object is another one."""
        tokens, first = reading.phrase.tokens, reading.phrase.first
        whole = reading.anaphor == "country" or tokens[first].lower in _OBJECTS
        if (
            not whole
            or reading.subject
            or reading.link is not None
            or first == 0
            or not (tokens[first - 1].tag in VERBAL or (reading.noun and tokens[first - 1].lower in _TOWARDS))
            or (first > 1 and tokens[first - 2].lower == "what")  # "unclear what led it to leave"
        ):
            return None
        return self._subject_before(reading, 0) or None

    def _it(self, reading: Reading) -> ActorMention | None:
        tokens, first = reading.phrase.tokens, reading.phrase.first
        bare = first > 0 and tokens[first].lower == "it" and not reading.subject
        if bare and tokens[first - 1].lemma in self._frame.words.act_verbs:
            return None

        def fits(other: Reading) -> bool:
            mention = other.mention
            return is_body(mention) or (
                len(mention.codes) == 1 and mention.kind in _THINGS and not mention.media
                and not (len(other.group) > 1) and is_thing(other, self._frame)
            )  # fmt: skip

        told = charged_with(reading, self._seen) or says_of_itself(reading, self._seen, self._frame)
        return _mention(told or self._best(reading, _PRONOUN_REACH, fits))

    def _he(self, reading: Reading) -> ActorMention | None:
        def fits(other: Reading) -> bool:
            return bool(other.mention.person or other.holder) or is_one_person(other, self._frame)

        best = self._best(reading, _PRONOUN_REACH, fits)
        if best is not None and best.subject and not reading.subject and reading.mention.role is None:
            here = best.mention.sentence, reading.mention.sentence
            nearer = [
                r for r in self._seen if best.mention.end < r.mention.start < reading.mention.start and r.mention.person
            ]
            if here[0] == here[1] and nearer:
                return nearer[-1].mention
        return best.holder if best is not None and best.holder is not None else _mention(best)

    def _they(self, reading: Reading) -> ActorMention | None:
        def several(other: Reading) -> bool:
            mention = other.mention
            return len(other.group) > 1 or mention.plural or len(mention.codes) > 1 or mention.kind == "group"

        found = (
            charged_with(reading, self._seen)
            or self._best(reading, 2, several)
            or self._best(reading, _PRONOUN_REACH, lambda r: bool(r.mention.codes))
        )
        return together(found) if found is not None else None

    def _country(self, reading: Reading) -> ActorMention | None:
        """``the kingdom``, ``the Baltic state``: the last state that the noun and its epithets fit."""
        phrase = reading.phrase
        lowers = [t.lower for t in phrase.tokens[phrase.first : phrase.head]]
        fitting = self._frame.words.states_called(reading.noun, lowers)
        barred = self._subject_before(reading, 1) if reading.noun in self._frame.words.other_nouns else ()
        often = self._often(reading)
        most = max((often[code] for code in fitting), default=0)

        def fits(other: Reading) -> bool:
            codes = other.mention.codes
            if len(codes) != 1 or not is_state(other) or codes == barred:
                return False
            return codes[0] in fitting and often[codes[0]] == most if fitting else often[codes[0]] > 1 or len(often) < 3

        return _mention(self._best(reading, _NOUN_REACH, fits))

    def _often(self, reading: Reading) -> Counter[str]:
        """How often each state has been spoken of, as far as a definite noun may reach back."""
        near = [r for r in self._seen if reading.mention.sentence - r.mention.sentence <= _NOUN_REACH]
        return Counter(r.mention.codes[0] for r in near if len(r.mention.codes) == 1 and is_state(r))

    def _subject_before(self, reading: Reading, reach: int) -> tuple[str, ...]:
        """The party that acted last, in the same sentence or up to ``reach`` sentences back."""
        for other in reversed(self._seen):
            if reading.mention.sentence - other.mention.sentence > reach:
                break
            if other.subject and other.mention.codes:
                return other.mention.codes
        return ()

    def _role(self, reading: Reading) -> ActorMention | None:
        """The same office spoken of before, else the state where the text is or that acted last."""
        if (region := of_region(reading, self._seen, self._frame)) is not None:
            return region
        noun, office = reading.noun, reading.office or reading.noun
        here = self._in_sentence.get(reading.mention.sentence, ())
        hit = acted_on(reading, here, self._frame)
        hit = hit or (self._subject_before(reading, 1) if is_answer(reading, self._frame) else ())

        def told(other: Reading) -> bool:
            return bool(other.mention.codes) and other.mention.codes != hit

        if noun in self._frame.words.role_scene or opens_with_place(reading, self._frame):
            scene = place_ahead(reading, here) or self._scene(reading)
            if scene is not None and scene.codes != hit:
                return scene
        same = self._best(reading, _NOUN_REACH, lambda r: told(r) and r.office == office)
        if same is None and office == noun:
            same = self._best(reading, _NOUN_REACH, lambda r: told(r) and bears(r, noun))
        if same is None and are_the_soldiers(reading, self._frame):
            same = self._best(reading, _NOUN_REACH, lambda r: told(r) and are_soldiers(r, self._frame))
        if same is not None or not self._frame.words.not_holding.isdisjoint(lowers_of(reading)):
            return _mention(same)  # "the former president" is of no state told of in passing
        inner = home_of_subject(reading, self._seen) or fought_at_home(reading, self._seen, self._frame, self._often)
        if (home := self._frame.gazetteer.countries.get(inner)) is not None:
            return ActorMention(0, 0, 0, home.name, home.codes, "country", home=home.codes[0])
        acting = asked_of(reading, self._seen, self._frame) or self._acting_state(reading, hit)
        return self._state_of_office(reading) or self._state_of_lead(reading, acting) or _mention(acting)

    def _state_of_office(self, reading: Reading) -> ActorMention | None:
        """``Secretary of State Jane Doe``, ``the taoiseach``: an office of one state, where that is spoken of."""
        phrase = reading.phrase
        words = " ".join([t.lower for t in phrase.tokens[phrase.first : phrase.last]])
        for office, code in self._frame.words.offices.items():
            if office in words and code in self._often(reading):
                return next(r.mention for r in reversed(self._seen) if r.mention.codes == (code,))
        return None

    def _state_of_lead(self, reading: Reading, acting: Reading | None) -> ActorMention | None:
        """Near the start, where no state has acted yet: that of the dateline, else the one the title names first."""
        late = reading.mention.sentence > _LEAD or (acting is not None and acting.subject)
        return None if late else self._leading

    def _post(self, reading: Reading) -> ActorMention | None:
        """``the colonel``, ``the sailors``: those spoken of last; ``the embassy``: of the state whose post or envoy
        was spoken of last."""
        noun, classes = reading.noun, self._frame.words.role_class

        def same(other: Reading) -> bool:
            return other.mention.role == noun and bool(other.mention.codes)

        found = self._best(reading, _NOUN_REACH, same)
        if found is None and classes.get(noun) in ABROAD and not reading.mention.plural:
            found = self._best(reading, _NOUN_REACH, lambda r: is_abroad(r, self._frame))
        if found is None and noun in self._frame.words.hypernyms:
            found = self._best(reading, 2, lambda r: are_people(r, self._frame, reading.mention.plural))
        if found is None:  # described, not pointed to
            mention, human = reading.mention, self._frame.words.human_class.get(noun, "")
            mention.via, mention.kind = "phrase", human if human in ("group", "people") else "unknown"
        return _mention(found)

    def _scene(self, reading: Reading) -> ActorMention | None:
        """The state of the place last named, when it was named just before."""
        for other in reversed(self._seen):
            if reading.mention.sentence - other.mention.sentence > _SCENE_REACH:
                return None
            if other.mention.is_place and other.mention.codes and other.mention.start < reading.mention.start:
                often = self._often(reading)
                passing = often[other.mention.codes[0]] == 1 and reading.mention.sentence - other.mention.sentence > 1
                return None if passing and len(often) > 2 else other.mention
        return None

    def _acting_state(self, reading: Reading, hit: tuple[str, ...] = ()) -> Reading | None:
        """The last state that acted; what is acted on is another one than the subject."""
        barred = hit
        before = reading.phrase.tokens[reading.phrase.first - 1] if reading.phrase.first else None
        if before is not None and before.lower in _AGAINST and not reading.subject:
            own = [r for r in self._seen if r.subject and r.mention.sentence == reading.mention.sentence]
            barred = own[-1].mention.codes if own else ()
        elif before is not None and before.lower == "and" and self._seen:
            beside = self._seen[-1]  # "between Mr Doe and the president": two parties
            if 0 <= before.start - beside.mention.end <= 1:
                barred = beside.mention.codes
        wanted = is_country if self._frame.words.role_class.get(reading.noun) in _OF_STATES else is_state
        often = self._often(reading)

        def acts(other: Reading) -> bool:
            codes = other.mention.codes
            if len(codes) != 1 or not wanted(other) or codes == barred:
                return False
            passing = often[codes[0]] == 1 and len(often) > 2
            return not passing or other.mention.sentence == reading.mention.sentence

        return self._best(reading, _NOUN_REACH, acts)

    def _bloc(self, reading: Reading) -> ActorMention | None:
        names = self._frame.words.blocs.get(reading.noun, frozenset())
        found = self._best(reading, _NOUN_REACH, lambda r: r.mention.kind == "organisation" and r.mention.name in names)
        if found is not None:
            return found.mention
        if reading.noun in ("group", "movement"):
            return self._group(reading)
        if self._frame.words.role_class.get(reading.noun) in ("government", "military"):
            return self._named(reading)
        return None

    def _group(self, reading: Reading) -> ActorMention | None:
        found = self._best(reading, _NOUN_REACH, lambda r: r.mention.kind == "group" and bool(r.mention.codes))
        return found.mention if found is not None else self._named(reading)

    def _of_home(self, reading: Reading) -> ActorMention | None:
        """``the Lebanese group``: the group of that country spoken of before; else the words stand as they are."""
        home = reading.mention.codes[0]
        return _mention(
            self._best(reading, _NOUN_REACH, lambda r: r.mention.kind == "group" and r.mention.home == home)
        )

    def _named(self, reading: Reading) -> ActorMention | None:
        """``the front`` after "Polisario Front", ``the council`` after "Legislative Council"."""
        if reading.phrase.tokens[reading.phrase.head].lower in self._frame.words.no_parties:
            return self._surname(reading)
        word, outlet = reading.noun.capitalize(), self._frame.words.pointing.get(reading.noun) == "outlet"

        def fits(other: Reading) -> bool:
            mention = other.mention
            own_name = mention.via == "name" and mention.kind != "country" and word in words_of(other)
            return own_name or (outlet and mention.media)

        return _mention(self._best(reading, _NOUN_REACH, fits))

    def _surname(self, reading: Reading) -> ActorMention | None:
        return self._persons.called(reading.mention.name)

    def _title(self, reading: Reading) -> ActorMention | None:
        """``President Park``: the leader of that office; ``Defence Minister John Doe``: of the last state."""
        mention = reading.mention
        known = self._surname(reading)
        if known is not None and known.codes:
            return known
        surname = mention.name.split()[-1]
        entries = [e for e in self._frame.gazetteer.surnames.get(surname, []) if reading.noun in e.office]
        entry = self._senses.person(entries, bare=False) if entries and " " not in mention.name else None
        if entry is not None:
            return ActorMention(0, 0, 0, entry.name, entry.codes, "person", "leader", person=entry.name)
        if self._frame.words.role_class.get(reading.noun) == "diplomat":  # "Ambassador Doe" is the one told of last
            return _mention(self._best(reading, _NOUN_REACH, lambda r: is_abroad(r, self._frame)))
        return self._role(reading)

    def _pair(self, reading: Reading) -> ActorMention | None:
        if (people := counted_before(reading, self._seen, self._frame)) is not None:
            return people.mention
        of_states = reading.noun in self._frame.words.state_nouns
        barred = () if in_subject(reading) or reading.noun in RECIPROCAL else self._subject_before(reading, 0)
        codes = parties_together(reading, self._seen, barred, is_country if of_states else is_state)
        return ActorMention(0, 0, 0, reading.mention.name, tuple(codes), "country") if codes else None

    def _other(self, reading: Reading) -> ActorMention | None:
        """``its neighbour``: the last state that is not the owner."""
        if reading.link is None:
            return None
        own = reading.link.mention.codes
        return _mention(
            self._best(
                reading,
                _PRONOUN_REACH,
                lambda r: len(r.mention.codes) == 1 and is_country(r) and r.mention.codes != own,
            )
        )

    def _link(self, reading: Reading) -> ActorMention | None:
        if reading.link is None:
            return None
        self.resolve(reading.link)
        if not reading.mention.role:
            reading.mention.via = reading.link.mention.via
        return together(reading.link) if reading.mention.plural else reading.link.mention


def _mention(reading: Reading | None) -> ActorMention | None:
    return reading.mention if reading is not None else None


#: What closes each kind of anaphor.
_CLOSERS: dict[str, Callable[[Discourse, Reading], ActorMention | None]] = {
    "it": Discourse._it, "they": Discourse._they, "he": Discourse._he, "country": Discourse._country,
    "role": Discourse._role, "bloc": Discourse._bloc, "group": Discourse._group, "named": Discourse._named,
    "surname": Discourse._surname, "title": Discourse._title, "pair": Discourse._pair, "other": Discourse._other,
    "link": Discourse._link, "office": Discourse._link, "home": Discourse._of_home, "post": Discourse._post,
    "only_group": lambda told, reading: only_group(reading, told._seen),
}  # fmt: skip
