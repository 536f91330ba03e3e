"""Who is who of a trigger verb: actor, target, and what its object nouns lend."""

from __future__ import annotations

from timeline.analysis import ActorMention
from timeline.events.acts import JUDGING, Act
from timeline.events.aims import AimReader
from timeline.events.nominal import pool, slots_of
from timeline.events.parties import are_several, labels, minus, rather_named
from timeline.events.rows import Entry
from timeline.events.sides import hit_at_home, is_people
from timeline.events.structure import Predicate
from timeline.events.triggers import patients
from timeline.plover import MATERIAL_CONFLICT, VERBAL_CONFLICT, quad_of

__all__ = ["RoleReader"]

#: Types that are aimed at others.
_OUTWARD = frozenset({"ACCUSE", "AGREE", "CONSULT", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"})
#: Words of triggers that keep somebody out of a place ("ban from", "shut out of").
_OUT = frozenset({"from", "out"})
#: What only the state of a place does there.
_BY_POLICE = frozenset({"arrest", "deport", "convict"})
#: What stands in triggers before those who are blamed.
_AIMING = frozenset({"against"})
#: Types of acts that are put to somebody.
_PUT_TO = frozenset({"AGREE", "REQUEST"})
#: Types that find fault with acts.
_BLAMING = frozenset({"ACCUSE", "REJECT", "PROTEST"})
#: Types whose object may be a quarrel before a body, which is not whom they are aimed at ("dropped its WTO case").
_LIFTING = frozenset({"CONCEDE", "REJECT", "SANCTION", "RETREAT"})


class RoleReader(AimReader):
    """The roles of the predicates of a sentence."""

    def _addressees(self, predicate: Predicate) -> list[ActorMention]:
        found: list[ActorMention] = []
        for index in patients(self.parse, predicate):
            noun = self.noun(index)
            if noun is None:
                found += self.parties.of_row(index)
            elif noun.type in _PUT_TO:
                found += [m for m in noun.actors if m.codes]  # "rejected the proposal of Chad to …"
        if not found:
            for oblique in predicate.obliques:
                if self.parse.phrases[oblique].prep in ("to", "on", "against", "with"):
                    found += [m for m in self.parties.of_row(oblique) if m.codes]
        return found

    def _verb_act(self, index: int, predicate: Predicate, matched: tuple[Entry, int]) -> Act:
        """The act of a trigger verb, with subject and slots."""
        entry, end = matched
        act = Act(entry.type, entry.mode, predicate.head, end, entry.weight, predicate=index)
        act.because(f"verb:{entry.type}", self.parse.words(predicate.head, end))
        slots = slots_of(entry, self.vocabulary)
        act.mutual = "mutual" in slots
        self._note(act, predicate, entry)
        hosting = self.vocabulary.has("hosting", predicate.lemma)
        if entry.mode == "visit" and predicate.passive:
            if hosting or self.vocabulary.has("awaiting", predicate.lemma):
                return self._received(act, predicate)
        if entry.mode == "visit" and hosting and predicate.objects:
            return self._hosted_by(act, predicate)
        if entry.mood and "subject" in slots:  # "no Libyan bus may enter Chad": who is told to is hit by it
            act.targets = self.parties.of_row(predicate.subject)
            rows = [*predicate.objects, *predicate.obliques]
            act.actors = minus([m for row in rows for m in self.parties.of_row(row) if m.codes], act.targets)[:1]
            return act
        if "accused" in slots:
            act.targets = self._subject(predicate)
            act.evidence.append("accused")
            return act
        if slots[:1] == ("subject",) and not predicate.passive and self._is_undergone(act, slots):
            return self._undergone(act, predicate)
        if "moved" in slots:
            return self._moved(act, predicate, entry)
        if "refused" in slots:
            return self._turned_down(act, predicate)
        if "spoken" in slots:
            return self._spoken(act, predicate, entry)
        self._absorb_objects(act, predicate, entry)
        self._cause_noun(act, predicate)
        self._failed_noun(act, predicate, entry)
        if act.type == "CONSULT":
            self._purpose_talks(act, predicate)
        self._doers(act, predicate)
        self._not_oneself(act, predicate, entry, slots)
        self._sufferers(act, predicate, entry, slots)
        self._kept_out(act, predicate, entry)
        self._own_domain(act, predicate)
        self._sheltered(act, predicate)
        self._settle(act)
        if "swapped" in slots and not predicate.passive:  # "Kyiv received tanks from Oslo"
            act.actors, act.targets = act.targets, act.actors
        if act.type == "THREATEN" or act.mode == "expel":
            self._own_envoys(act, predicate)
            self._to_own_people(act, predicate, entry)
        return act

    def _note(self, act: Act, predicate: Predicate, entry: Entry) -> None:
        """What the row and the verb themselves tell of the act: the evidence, what is only offered or to come."""
        if entry.typed:
            act.evidence.append("typed")
        if "no-longer" in entry.needs:
            act.evidence.append("no-longer")
        if entry.mood in ("@barred", "@not"):
            act.evidence.append("barred")
        if any(self.vocabulary.has("none", word) for word in entry.words):
            act.evidence.append("says-none")
        if entry.type == "AGREE" and self.vocabulary.has("offering", predicate.lemma):
            act.modality = "proposed"
        if entry.mode == "visit" and self.vocabulary.has("awaiting", predicate.lemma):
            act.modality = "planned"

    def _doers(self, act: Act, predicate: Predicate) -> None:
        """Who acts: the subject and its company, else both between whom it happens."""
        actors = self._subject(predicate) or act.actors
        if self._scene:  # "a bombing in Kabul killed"
            actors = minus(actors, self._scene)
        if not actors:
            actors = self._between(predicate)
            act.mutual = act.mutual or bool(actors)
        if actors:
            company = self._company(predicate) + self._joined(predicate, actors)
            act.actors = actors + minus(company, actors)
            act.evidence.append("subject")

    def _sufferers(self, act: Act, predicate: Predicate, entry: Entry, slots: tuple[str, ...]) -> None:
        """Whom it is done to: the first slot with a party, less what only stands for one."""
        judges = act.type in JUDGING and act.mode != "allege"
        if act.mode == "third-party" and predicate.passive:
            act.targets = minus(self._between(predicate), act.actors)
        targets = self._asked_party(act, predicate) or self._at_post(act, predicate) or self._at_posts(act, predicate)
        if act.type in _BLAMING and act.mode != "allege":
            targets = targets or self._told_doer(act, predicate, entry.words[1:])
        targets = targets or self._target(act, predicate, entry, slots)
        if not targets and not act.mutual and "object" not in slots:
            targets = self._target(act, predicate, entry, ("object",))
        if judges and not targets and not act.targets:
            targets = self._planner(act, predicate) or self._target(act, predicate, entry, ("inner",))
        act.targets = rather_named(targets or act.targets or self._wronged(act, predicate))
        act.targets = self._without_venue(act, predicate, entry.words[1:])
        if not any(m.codes for m in act.targets):
            act.targets = self._bereft(predicate) or self._scene or act.targets
        self._scene = []
        self._on_both_sides(act, predicate, entry.words[1:])
        if act.type == "REQUEST" and "event-object" in act.evidence:  # "called for the release of the activists"
            act.targets = [m for m in act.targets if m.codes]
        if act.type == "REQUEST" and act.targets:
            act.targets = minus(act.targets, self._yielded(predicate, entry.words[1:]))
        if act.type == "CONSULT" and act.targets:
            act.targets = minus(act.targets, self._topics(predicate, entry.words[1:]))
        if not act.targets and not act.actors and not predicate.passive:
            act.targets = self.parties.of_row(predicate.subject)  # "flights to Toronto will stop"
        if act.type == "THREATEN" and not any(m.codes for m in act.targets):
            act.targets = self._unless(predicate, act.actors) or act.targets
        if "envoy" in entry.needs and not any(m.codes for m in act.targets):
            act.targets = []  # an envoy stands for the state that sent him, named or not
        if act.type == "ACCUSE":
            aimed = _AIMING.intersection(entry.words)  # "railed against the court"
            accused = {m.start for p in patients(self.parse, predicate, aimed) for m in self._heads(p)}
            act.targets = [m for m in act.targets if m.start in accused or not self._is_forum(m)]
        if judges:
            neuter = self.vocabulary.words["neuter"]
            act.targets = [m for m in act.targets if m.head not in neuter or self._says_of_itself(predicate, m)]

    def _says_of_itself(self, predicate: Predicate, mention: ActorMention) -> bool:
        """``Chad said it had been condemned by Peru``: "it" is who says so, not what was done."""
        if not predicate.passive or predicate.governor < 0:
            return False
        speaker = self.parse.predicates[predicate.governor].subject
        return bool(mention.codes) and labels(self.parties.of_row(speaker)) == set(mention.codes)

    def _asked_party(self, act: Act, predicate: Predicate) -> list[ActorMention]:
        """``asked the UN for sanctions on Chad``: of a request its hearer, where the verb has one as its object."""
        if act.type != "REQUEST" or predicate.passive or not predicate.objects:
            return []
        row = predicate.objects[0]
        found = [] if self.noun(row) is not None else [m for m in self._heads(row) if m.codes and not m.anaphoric]
        return [m for m in minus(found, act.actors) if m.role is None or not m.plural]

    def _kept_out(self, act: Act, predicate: Predicate, entry: Entry) -> None:
        """``Ugandan ships were banned from Kenyan ports``, ``let into Kenya``: whose ports they are says so."""
        shut = act.type in ("SANCTION", "COERCE") and not _OUT.isdisjoint(entry.words)
        if not predicate.passive or not (shut or not self.vocabulary.words["letting_in"].isdisjoint(entry.words)):
            return
        kept = [m for m in self.parties.of_row(predicate.subject) if m.codes]
        out_of = minus([m for m in act.targets if m.codes], kept)
        if kept and out_of:
            act.actors, act.targets = act.actors or out_of, kept
            act.because("kept-out", out_of[0].name)

    def _own_domain(self, act: Act, predicate: Predicate) -> None:
        """``its airspace was closed to planes from Chad``: a state shuts what is its own to others."""
        if not predicate.passive or act.actors or act.type not in ("SANCTION", "COERCE") or predicate.subject < 0:
            return
        head = self.parse.tokens[self.parse.phrases[predicate.subject].head].lower
        owners = [m for m in self.parties.of_phrase(predicate.subject, reach=False) if m.codes]
        if not owners or not self.vocabulary.has("domain", head):
            return
        others = minus([m for m in act.targets if m.codes], owners) or minus(self._served(predicate.subject), owners)
        if others or self.vocabulary.has("own_domain", head):
            act.actors, act.targets = owners, others
            act.because("own-domain", head)

    def _served(self, phrase: int) -> list[ActorMention]:
        """``visas for Canadians``: whom what a state gives out is for."""
        phrases = self.parse.phrases
        after = [a for a in self.parse.after(phrase) if phrases[a].chain == phrase and phrases[a].prep in ("for", "to")]
        return [m for a in after for m in self.parties.of_row(a) if m.codes]

    def _not_oneself(self, act: Act, predicate: Predicate, entry: Entry, slots: tuple[str, ...]) -> None:
        """``The foreign ministry urged Lima …``: whom the act is aimed at by name is not who "the ministry" is."""
        if act.type not in _OUTWARD or not act.actors or not all(m.anaphoric for m in act.actors):
            return
        actors, act.actors, evidence = act.actors, [], list(act.evidence)
        if act.type == "AGREE":  # "Chad will pay, the minister promised": of Chad, indeed
            slots = tuple([slot for slot in slots if slot != "inner"])
        named = self._target(act, predicate, entry, slots)
        own = any(m.anaphoric or is_people(m, self.vocabulary) for m in named)
        if not named or own or not labels(named) <= labels(actors):
            act.actors, act.evidence = actors, evidence
        else:
            act.because("not-oneself", named[0].name)

    def _heads(self, phrase: int) -> list[ActorMention]:
        """The parties that the phrases of a row themselves are, not those that they are said to belong to."""
        return [m for member in self.parse.row(phrase) for m in self.parties.at(self.parse.phrases[member].head)]

    def _is_forum(self, mention: ActorMention) -> bool:
        """A court or council is complained to, not about."""
        return mention.kind == "organisation" or mention.role in self.vocabulary.words["forum"]

    def _parts(self, phrase: int) -> list[int]:
        """A phrase and, when it only counts, what it counts ("a package of | sanctions")."""
        place = self.parse.phrases[phrase]
        head = self.parse.tokens[place.head]
        if head.tag != "CD" and not self.vocabulary.has("counting", head.lower):
            return [phrase]
        return [phrase] + [a for a in self.parse.after(phrase) if self.parse.phrases[a].chain == phrase]

    def _purpose_talks(self, act: Act, predicate: Predicate) -> None:
        """``flew to Cairo for talks with …``: the talks are what the visit is, not a second act."""
        for oblique in predicate.obliques:
            noun = self.noun(oblique) if self.parse.phrases[oblique].prep == "for" else None
            if noun is not None and noun.type == "CONSULT":
                self.taken.add(oblique)
                act.targets = act.targets or noun.targets or noun.actors

    def _failed_noun(self, act: Act, predicate: Predicate, entry: Entry) -> None:
        """``talks between Chad and Libya collapsed``: the noun that the row asks for as subject says who."""
        noun = self.noun(predicate.subject) if entry.doers and predicate.subject >= 0 else None
        if noun is not None and noun.mutual and not predicate.passive:
            self.taken.add(predicate.subject)
            act.actors, act.mutual = noun.actors, True

    def _absorb_objects(self, act: Act, predicate: Predicate, entry: Entry) -> None:
        """The nouns of acts among the objects of a verb are part of its act, save those that stand beside it."""
        for phrase in patients(self.parse, predicate, entry.words[1:]):
            for member in self.parse.row(phrase):
                for part in self._parts(member):
                    noun = self.noun(part)
                    self.taken.add(part)
                    if noun is not None:
                        self._absorb(act, noun)
                        if self._stands(act, noun, entry):
                            self.beside.append(noun)

    def _absorb(self, act: Act, noun: Act) -> None:
        """An event noun that is the object lends its parties."""
        if (act.type, noun.type) == ("MOBILIZE", "COOPERATE"):  # joint exercises
            act.type, act.mode, act.mutual = noun.type, noun.mode, True
        if noun.type == act.type:
            act.actors = act.actors or noun.actors
            act.targets = act.targets or noun.targets
            act.mode = noun.mode or act.mode
            act.last = max(act.last, noun.last)
        elif act.type in ("CONCEDE", "SANCTION"):  # "Britain's freeze was lifted": by whoever had imposed it
            together = noun.mutual and not self.parse.predicates[act.predicate].passive  # "quit a pact with Chad"
            act.targets = act.targets or noun.targets or (list(noun.actors) if together else [])
            if act.type == "CONCEDE" and quad_of(noun.type) == MATERIAL_CONFLICT:
                act.actors = act.actors or noun.actors
        else:
            act.targets = act.targets or noun.actors
        act.evidence.append("event-object")

    def _target(self, act: Act, predicate: Predicate, entry: Entry, slots: tuple[str, ...]) -> list[ActorMention]:
        """The parties in the first slot that has some other than the actors'."""
        judging = act.type in _BLAMING and act.mode != "allege"
        for slot in slots:
            found: list[ActorMention] = []
            if slot == "object":
                for phrase in patients(self.parse, predicate, entry.words[1:]):
                    if phrase in predicate.objects and act.type == "CONSULT" and self._is_topic(predicate):
                        continue
                    if phrase in predicate.obliques and (
                        self._is_word_of(entry, phrase) or self._is_weapon(act, phrase)
                    ):
                        continue
                    if act.type == "CONSULT" and self.parse.phrases[phrase].head in range(act.first, act.last):
                        place = self.parse.phrases[phrase]  # "held | talks | on Libya": who is named within
                        found += self.parties.within(place.first, place.last)
                    elif not (found and predicate.passive):
                        found += [m for m in self.parties.of_row(phrase) if m not in found]
                        found = found if any(m.codes for m in found) else self._makers(phrase) or found
            elif slot == "subject":
                found = self.parties.of_row(predicate.subject)
            elif slot not in ("mutual", "inner", "swapped"):
                found = self._slot(act, predicate, slot)
            elif slot == "inner":
                found = self._inner_parties(act)
            if act.type in _LIFTING:
                found = [
                    m for m in found if m.kind != "organisation" or not self.vocabulary.has("forum_matters", m.head)
                ]
            own = self._of_own_state(found, act.actors)
            own = own or [m for m in found if act.type == "REQUEST" and is_people(m, self.vocabulary)]
            if (judging or self._answers_others(act)) and found:
                found = self._less_victims(act, predicate, entry, slot, found)
            found = minus(found, act.actors) or own or [m for m in found if self._may_hit(act, m)]
            if found:
                act.evidence.append(f"slot:{slot}")
                return found
        return []

    def _may_hit(self, act: Act, mention: ActorMention) -> bool:
        """Whether somebody's own state may act on him: by force, or in words where he is of its opponents."""
        if hit_at_home(act, mention, self.vocabulary):
            return True
        return act.type in _BLAMING and self._is_opponent(mention)

    def _less_victims(
        self, act: Act, predicate: Predicate, entry: Entry, slot: str, found: list[ActorMention]
    ) -> list[ActorMention]:
        """``condemned the shelling of Libya``: who suffered the deed that is judged is not who did it."""
        rows = patients(self.parse, predicate, entry.words[1:]) if slot == "object" else predicate.obliques
        if act.type == "THREATEN":  # "vowed to answer any attack on Libya"
            inside = [self.parse.predicates[c] for c in self._children.get(act.predicate, ())]
            rows = [*rows, *(o for p in [predicate, *inside] if p.head < act.last for o in p.objects)]
        for row in rows:
            if slot != "object" and self.parse.phrases[row].prep not in (slot, ""):
                continue
            for phrase in self.parse.row(row):
                noun = self.noun(phrase)
                if noun is not None and noun.type != act.type and quad_of(noun.type) >= VERBAL_CONFLICT:
                    found = minus(found, [m for m in noun.targets if m not in noun.actors])
        return found

    def _inner_parties(self, act: Act) -> list[ActorMention]:
        """The subject of the clause that completes the verb ("demanded that Iran …"), else its objects."""
        children = self._children.get(act.predicate, ())
        below = [c for child in children if self.parse.predicates[child].head < act.last  # "demanded to know | why"
                 for c in self._children.get(child, ())]  # fmt: skip
        for child in [*children, *below]:
            predicate = self.parse.predicates[child]
            if predicate.relation == "against":
                continue  # "warned against helping Libya"
            rows = [predicate.subject, *predicate.objects, *predicate.obliques]
            for row in rows:
                placed = self.parse.phrases[row].prep in ("in", "at") if row >= 0 else False  # "a deal in Oslo"
                found = [m for m in self.parties.of_row(row) if m.codes and not (placed and m.via == "capital")]
                found = minus(found, act.actors)
                if found:
                    return found
        return []

    def _settle(self, act: Act) -> None:
        if not act.actors and self.parse.predicates[act.predicate].passive:
            judging = act.type in JUDGING and act.mode != "allege"
            if act.mode in _BY_POLICE or judging:
                places = self._done_in(self.parse.predicates[act.predicate], capital=judging)
                act.actors = minus(places, act.targets) if judging else places
                if act.actors:
                    act.because("done-in", places[0].name)
        if not act.actors and (act.type == "MOBILIZE" or act.mode == "withdraw"):
            predicate = self.parse.predicates[act.predicate]
            if predicate.passive:
                act.actors = self.parties.of_row(predicate.subject)
                act.targets = minus(act.targets, act.actors)
        if act.type == "AGREE" and "slot:inner" in act.evidence and not are_several(act.actors):
            act.mutual = False  # "promised to vote Libya in"
        if act.mutual:
            if act.type == "CONSULT":
                act.targets = [m for m in act.targets if not m.is_place]
            pool(act)
