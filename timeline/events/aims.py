"""Whom an act is aimed at where the words for it do not stand in a slot of its verb."""

from __future__ import annotations

from timeline.analysis import ActorMention
from timeline.events.acts import Act
from timeline.events.parties import are_several, minus
from timeline.events.rows import Entry
from timeline.events.sides import is_opponent, is_people
from timeline.events.stances import StanceReader
from timeline.events.structure import Predicate
from timeline.events.triggers import patients
from timeline.plover import VERBAL_CONFLICT, quad_of

__all__ = ["AimReader"]

#: Prepositions before what somebody objects to, or is sorry for.
_OVER = frozenset({"over", "at", "about"})
_SORRY_FOR = frozenset({"for", "over", "about"})
#: Prepositions before the states in which envoys are posted, and before where a meeting is held.
_POSTED = frozenset({"to", "in", "from", "at"})
_HELD = frozenset({"in", "at"})
#: Heads of "both sides", "either side".
_SIDES = frozenset({"sides", "side"})


class AimReader(StanceReader):
    """Targets told by whose post, plan or deed it is, and who is named next to an act without being its target."""

    def _slot(self, act: Act, predicate: Predicate, prep: str) -> list[ActorMention]:
        """The parties behind a preposition; "in solidarity with Chad" tells for whose sake a hostile act is done."""
        if quad_of(act.type) >= VERBAL_CONFLICT and not self.parse.vocabulary.isdisjoint(
            self.vocabulary.words["siding"]
        ):
            phrases = self.parse.phrases
            for oblique in predicate.obliques:
                chain = phrases[oblique].chain
                if phrases[oblique].prep == prep and self._is_head(chain, "siding") and phrases[chain].prep == "in":
                    return []
        return self._oblique(predicate, prep) or self._inside(act, prep) or self._right_after(act, prep)

    def _at_post(self, act: Act, predicate: Predicate) -> list[ActorMention]:
        """``marched past the Swedish embassy in Rabat``: a crowd at a post is against the state whose post it is."""
        if act.type != "PROTEST" or self.parse.vocabulary.isdisjoint(self.vocabulary.words["posts"]):
            return []
        for phrase in [*predicate.objects, *predicate.obliques]:
            if self._is_head(phrase, "posts"):
                found = [m for m in self.parties.of_row(phrase) if m.codes and not m.is_place]
                if found:
                    return minus(found, act.actors)
        return []

    def _at_posts(self, act: Act, predicate: Predicate) -> list[ActorMention]:
        """``the envoys to Chad and Niger were recalled``: where the envoys are posted, all of it."""
        if act.mode != "withdraw" or not predicate.passive or predicate.subject < 0:
            return []
        return minus(self._posted(predicate.subject), act.actors)

    def _posted(self, envoys: int) -> list[ActorMention]:
        """In which states envoys are said to be posted."""
        phrases = self.parse.phrases
        for after in self.parse.after(envoys):
            if phrases[after].prep in _POSTED and phrases[after].chain == envoys:
                return [m for m in self.parties.of_row(after) if m.codes]
        return []

    def _own_envoys(self, act: Act, predicate: Predicate) -> None:
        """``ordered its ambassadors in Chad and Niger home``: one's own envoys are recalled, not expelled."""
        if act.mode != "expel" or predicate.passive or not predicate.objects:
            return
        envoys = predicate.objects[0]
        own = self.parse.tokens[self.parse.phrases[envoys].first].tag == "PRP$"
        posts = self._posted(envoys) if own and "diplomat" in self.parties.classes(envoys) else []
        if minus(posts, act.actors):
            act.mode, act.targets = "withdraw", minus(posts, act.actors)
            act.because("own-envoys", self.parse.words(predicate.head, predicate.last))

    def _yielded(self, predicate: Predicate, words: tuple[str, ...]) -> list[ActorMention]:
        """``demanded the release of the Danish crew``, ``that the crew be freed``: who is to be let go, or given back,
        is not asked for it."""
        phrases, found = self.parse.phrases, list[ActorMention]()
        rows = patients(self.parse, predicate, words)
        own = words[-1:] == ("of",) and any([self.vocabulary.has("yielded", word) for word in words])
        for child in self._children.get(self.parse.predicate_at[predicate.head], ()):
            inner = self.parse.predicates[child]
            if inner.passive and self.vocabulary.has("yielded", inner.lemma):
                found += self.parties.of_row(inner.subject)
                own = own or inner.form == "infinitive"  # "called for the crew | to be freed"
        for row in rows:
            if own:
                found += self.parties.of_row(row)
            elif self._is_head(row, "yielded"):
                given = [a for a in self.parse.after(row) if phrases[a].chain == row and phrases[a].prep == "of"]
                found += self.parties.within(phrases[row].first, phrases[row].last)
                found += [m for a in given for m in self.parties.of_row(a)]
        return [m for m in found if m.role or m.plural or m.kind in ("person", "unknown")]

    def _topics(self, predicate: Predicate, words: tuple[str, ...]) -> list[ActorMention]:
        """``held a summit on Niger``: what is talked about takes no part."""
        rows = patients(self.parse, predicate, words)
        return [m for row in rows if self._is_head(row, "sittings") for m in self.parties.behind(row, "on", "about")]

    def _lets_go(self, inner: Act) -> bool:
        """Whether an act gives somebody or something back, whoever holds it."""
        if inner.nominal or inner.predicate < 0:
            return inner.mode == "release"
        verb = self.parse.predicates[inner.predicate]
        return self.vocabulary.has("yielded", verb.lemma)

    def _on_both_sides(self, act: Act, predicate: Predicate, words: tuple[str, ...]) -> None:
        """``Shelling killed nine people on both sides``: each side hit the other."""
        if act.type != "ASSAULT" or any(m.codes for m in act.actors) or self.parse.vocabulary.isdisjoint(_SIDES):
            return
        phrases = self.parse.phrases
        rows = patients(self.parse, predicate, words)
        for after in [*predicate.obliques, *(a for row in rows for a in self.parse.after(row))]:
            if phrases[after].prep == "on" and self.parse.tokens[phrases[after].head].lower in _SIDES:
                sides = self.parties.of_row(after)
                if are_several(sides):
                    act.actors, act.targets, act.mutual = sides, [], True
                    act.because("both-sides", self.parse.words(phrases[after].first, phrases[after].last))
                return

    def _planner(self, act: Act, predicate: Predicate) -> list[ActorMention]:
        """``protested over Chad's plan to build near Niger``: whose plan or deed it is, not where it is done."""
        for oblique in predicate.obliques:
            phrase = self.parse.phrases[oblique]
            if phrase.prep in _OVER:
                head = self.parse.tokens[phrase.head].lower
                own = self.parties.within(phrase.first, phrase.last)
                found = [m for m in own if m.codes and m.role == head and not m.is_place]
                if found:
                    return minus(found, act.actors)
        return []

    def _told_doer(self, act: Act, predicate: Predicate, words: tuple[str, ...]) -> list[ActorMention]:
        """``objected to the sale of tanks to Chad by France``: who is said to do what somebody finds fault with."""
        phrases = self.parse.phrases
        if predicate.passive or "by" not in self.parse.vocabulary:
            return []
        rows = [*patients(self.parse, predicate, words), *(o for o in predicate.obliques if phrases[o].prep in _OVER)]
        for row in rows:
            for after in self.parse.after(row):
                if phrases[after].prep == "by":
                    return minus([m for m in self.parties.of_row(after) if m.codes], act.actors)
        return []

    def _sheltered(self, act: Act, predicate: Predicate) -> None:
        """``was granted asylum in Chad``: who flees is taken in by the state of the place, and told by name."""
        if act.type not in ("AID", "AGREE") or self.parse.vocabulary.isdisjoint(self.vocabulary.words["shelters"]):
            return
        if not any(self._is_head(row, "shelters") for row in predicate.objects):
            return
        act.evidence.append("shelter")
        if predicate.passive and predicate.subject >= 0:
            act.targets = self.parties.of_row(predicate.subject)
            act.actors = act.actors or minus(self._done_in(predicate, capital=False), act.targets)

    def _wronged(self, act: Act, predicate: Predicate) -> list[ActorMention]:
        """``apologised for remarks that had angered Chad and Niger``: whom the deed that one is sorry for had hit."""
        if act.type != "CONCEDE" or predicate.passive:
            return []
        for oblique in predicate.obliques:
            if self.parse.phrases[oblique].prep not in _SORRY_FOR:
                continue
            for other in self.parse.predicates:
                if other.relative and other.subject == oblique and other.objects and not other.passive:
                    return minus([m for m in self.parties.of_row(other.objects[0]) if m.codes], act.actors)
        return []

    def _bereft(self, predicate: Predicate) -> list[ActorMention]:
        """``Chad has had ten citizens deported``: whoever has had that done to his people is hit by it."""
        if predicate.form != "participle" or not predicate.passive or predicate.governor < 0:
            return []
        other = self.parse.predicates[predicate.governor]
        if other.lemma != "have" or other.passive or other.first == other.head or other.subject < 0:
            return []
        return [m for m in self.parties.of_row(other.subject) if m.codes]

    def _without_venue(self, act: Act, predicate: Predicate, words: tuple[str, ...]) -> list[ActorMention]:
        """``boycotted the summit in Nairobi``: the town where others meet is not whom one stays away from."""
        if act.type != "REJECT" or act.mode != "meet" or not any(m.is_place for m in act.targets):
            return act.targets
        for phrase in patients(self.parse, predicate, words):
            noun = self.noun(phrase)
            if noun is None or noun.type != "CONSULT":
                continue
            held = [
                m
                for after in self.parse.after(phrase)
                if self.parse.phrases[after].prep in _HELD
                for m in self.parties.of_row(after)
            ]
            return minus(act.targets, [m for m in held if m.is_place])
        return act.targets

    def _unless(self, predicate: Predicate, actors: list[ActorMention]) -> list[ActorMention]:
        """``warned of a boycott if Chad did not yield``: whom a threat is aimed at stands in its condition."""
        for other in self.parse.predicates:
            if other.mark in ("if", "unless") and other.subject >= 0 and other.first > predicate.first:
                return minus([m for m in self.parties.of_row(other.subject) if m.codes and not m.anaphoric], actors)
        return []

    def _makers(self, phrase: int) -> list[ActorMention]:
        """``the plan | put forward by Egypt``: whose it is what the participle after it tells."""
        for predicate in self.parse.predicates:
            if predicate.host == phrase and predicate.form == "participle":
                by = [o for o in predicate.obliques if self.parse.phrases[o].prep == "by"]
                return [m for m in self.parties.of_row(by[0]) if m.codes] if by else []
        return []

    def _is_topic(self, predicate: Predicate) -> bool:
        """``discussed Libya with Egypt``: what is talked about takes no part."""
        return self.vocabulary.has("talking_about", predicate.lemma) and not predicate.passive

    def _answers_others(self, act: Act) -> bool:
        """``vowed to answer any attack on Libya``: a threat to those who do something to another one."""
        if act.type != "THREATEN":
            return False
        return any(self.vocabulary.has("answering", t.lemma) for t in self.parse.tokens[act.first : act.last])

    def _is_word_of(self, entry: Entry, phrase: int) -> bool:
        """``put him on a plane to Chad``: a noun of the trigger's own words is nobody that it is done to."""
        head = self.parse.tokens[self.parse.phrases[phrase].head]
        return head.lower in entry.words or head.lemma in entry.words

    def _is_weapon(self, act: Act, phrase: int) -> bool:
        """``were attacked with a nerve agent``: that by which somebody is hit is not whom it hits."""
        if act.type != "ASSAULT" or self.parse.phrases[phrase].prep != "with":
            return False
        return not any(m.codes for m in self.parties.of_row(phrase))

    def _of_own_state(self, found: list[ActorMention], actors: list[ActorMention]) -> list[ActorMention]:
        """What people or groups, who may well turn on their own state, act on by name."""
        private = bool(actors) and all(
            m.role and m.codes and (is_people(m, self.vocabulary) or self._is_opponent(m)) for m in actors
        )
        return [m for m in found if m.codes and m.via != "pronoun"] if private else []

    def _is_opponent(self, mention: ActorMention) -> bool:
        """``opposition leader Jane Doe``: somebody by name who is said to stand against his state."""
        if not mention.person or self.parse.vocabulary.isdisjoint(self.vocabulary.words["opposed"]):
            return False
        told = [t.lower for t in self.parse.tokens if mention.start <= t.start < mention.end]
        return is_opponent(mention, told, self.vocabulary)
