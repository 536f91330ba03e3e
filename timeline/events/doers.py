"""Who acts of a verb: its subject, the by-phrase of a passive, whoever gives the order or acts along."""

from __future__ import annotations

from functools import cache

from timeline.analysis import ActorMention
from timeline.events.acts import Act
from timeline.events.nominal import noun_act
from timeline.events.parties import TOOLS, Parties, minus
from timeline.events.structure import Parse, Predicate
from timeline.events.triggers import match_noun_frame
from timeline.events.vocabulary import Vocabulary

__all__ = ["DoerReader"]

#: Prepositions of orders and wishes on which something is done.
_ORDERED = frozenset({"on", "at", "under", "upon", "by"})
#: Prepositions before what somebody is blamed or hit for.
_REASONS = frozenset({"over", "for", "about"})
#: Prepositions before an attack that is answered, or spoken of, not done ("in response to" ends in "to").
_ANSWERED = frozenset({"after", "following", "over", "for", "about", "to", "since", "against", "despite", "of"})
#: Types of what is done to the subject of some active verbs ("walked free").
_UNDERGONE = frozenset({"ACCUSE", "ASSAULT", "COERCE", "RETREAT", "SANCTION", "THREATEN"})
#: Types of what one does by something that is an act itself.
_BY_MEANS = frozenset({"ASSAULT", "COERCE", "PROTEST"})
#: Prepositions before the attack in which somebody was hit.
_IN_ATTACK = frozenset({"in", "by", "during"})


@cache
def _openers(phrases: frozenset[str]) -> frozenset[str]:
    """The first words of some phrases."""
    return frozenset([phrase.partition(" ")[0] for phrase in phrases])


class DoerReader:
    """The sentence as the act reader has it in hand, and the doers of its predicates."""

    def __init__(self, parse: Parse, parties: Parties, vocabulary: Vocabulary) -> None:
        self.parse = parse
        self.parties = parties
        self.vocabulary = vocabulary
        self.nouns: dict[int, Act | None] = {}
        self.taken: set[int] = set()
        self._scene: list[ActorMention] = []
        self.beside: list[Act] = []
        self._seen: set[int] = set()
        self._children: dict[int, list[int]] = {}
        for i, predicate in enumerate(parse.predicates):
            if predicate.governor >= 0 and predicate.relation != "adverbial":
                self._children.setdefault(predicate.governor, []).append(i)

    def noun(self, phrase: int) -> Act | None:
        """The act that a phrase names, read once."""
        if phrase not in self.nouns:
            self.nouns[phrase] = noun_act(self.parse, phrase, self.parties, self.vocabulary)
        return self.nouns[phrase]

    def _subject(self, predicate: Predicate) -> list[ActorMention]:
        """Who acts: the subject's row, of a passive the by-phrase."""
        if predicate.passive and self._is_state(predicate):
            return self.parties.of_row(predicate.subject)
        if predicate.passive:
            by = [o for o in predicate.obliques if self.parse.phrases[o].prep == "by"]
            if by:  # "wounded by a mine in Mali": where it was is not who did it
                return [m for m in self.parties.of_row(by[0]) if not m.is_place]
            return self._orderer(predicate) or self._order(predicate) or self._origin(predicate)
        found = (
            self._owner(predicate)
            or self._writer(predicate)
            or self._of_states(predicate.subject)
            or self.parties.doers(predicate.subject)
        )
        if found:
            return found
        through = predicate.relative or (predicate.form == "gerund" and self._is_document(predicate.subject))
        return self._through(predicate) if through else self._user(predicate)

    def _owner(self, predicate: Predicate) -> list[ActorMention]:
        """``over Chad's decision | to …``, ``the decision by Chad | to …``: whose the noun before it is."""
        host = predicate.host
        if predicate.form != "infinitive" or host < 0 or match_noun_frame(self.parse, host, self.vocabulary) is None:
            return []
        own = [m for m in self.parties.of_phrase(host, reach=False) if m.codes]
        if not own:
            own = [m for m in self.parties.behind(host, "by") if m.codes]
        if own and own[0].via == "pronoun":
            return self._controller(host) or ([] if host == predicate.subject else own)
        return [] if host == predicate.subject else own

    def _writer(self, predicate: Predicate) -> list[ActorMention]:
        """``sent a letter to Chad | asking for help``: who asks is who sends the letter, not who gets it."""
        host = predicate.host
        if predicate.form != "gerund" or host < 0 or self.parse.phrases[host].prep != "to":
            return []
        document = self.parse.phrases[host].chain
        for verb in self.parse.predicates if self._is_document(document) else ():
            if document in verb.objects and not verb.passive:
                return self.parties.of_row(verb.subject)
        return []

    def _of_states(self, phrase: int) -> list[ActorMention]:
        """``a dozen EU states, led by Poland, …``, ``African countries, including Kenya, …``: some states are those of
        them that are named, before all who leads them."""
        phrases = self.parse.phrases
        if phrase < 0 or self.parse.tokens[phrases[phrase].head].tag == "NNP":
            return []
        members = [phrase, *(a for a in self.parse.after(phrase) if phrases[a].prep == "of")][:2]
        states = [p for p in members if self._is_head(p, "some_states")]
        if not states:
            return []
        for verb in self.parse.predicates:
            if verb.host in members and verb.form == "participle" and self.vocabulary.has("heading", verb.lemma):
                by = [o for o in verb.obliques if phrases[o].prep == "by"]
                return [m for o in by[:1] for m in self.parties.of_row(o) if m.codes]
        for after in self.parse.after(states[0]) if not self.parties.of_row(states[0]) else ():
            among = phrases[after].prep == "among" and after + 1 < len(phrases) and not phrases[after + 1].prep
            if among or phrases[after].prep == "including":
                return [m for m in self.parties.of_row(after + among) if m.codes]
        return []

    def _controller(self, phrase: int) -> list[ActorMention]:
        """``urged Chad to review | its decision``, ``blamed Chad over | its decision``: whom "its" means there."""
        over = self.parse.phrases[phrase].prep in _REASONS
        for other in self.parse.predicates:
            if phrase in other.objects and other.form == "infinitive" and other.subject >= 0:
                return [m for m in self.parties.of_row(other.subject) if m.codes]
            if over and phrase in other.obliques and other.objects and not other.passive:
                return [m for m in self.parties.of_row(other.objects[0]) if m.codes]
        return []

    def _is_head(self, phrase: int, *groups: str) -> bool:
        """Whether the head of a phrase, if there is one, belongs to one of some word groups."""
        if phrase < 0:
            return False
        head = self.parse.tokens[self.parse.phrases[phrase].head]
        return any(self.vocabulary.has(group, head.lemma or head.lower) for group in groups)

    def _is_document(self, phrase: int) -> bool:
        """Whether a phrase speaks of something in which somebody says something ("a text", "the resolution")."""
        return self._is_head(phrase, "documents")

    def _orderer(self, predicate: Predicate) -> list[ActorMention]:
        """``had the bridge closed``: who has it done."""
        if predicate.form != "participle" or predicate.governor < 0:
            return []
        other = self.parse.predicates[predicate.governor]
        orders = other.lemma in self.vocabulary.words["causative"] and bool(other.objects) and not other.passive
        return self.parties.of_row(other.subject) if orders and other.first == other.head else []

    def _order(self, predicate: Predicate) -> list[ActorMention]:
        """``were closed on the orders of the minister``, ``under a decree signed by …``: whose order it was."""
        for oblique in predicate.obliques:
            phrase = self.parse.phrases[oblique]
            if phrase.prep in _ORDERED and self.vocabulary.has("orders", self.parse.tokens[phrase.head].lower):
                own = self.parties.of_phrase(oblique, reach=False)
                return own or self.parties.behind(oblique, "of", "by", "from")
        return []

    def _origin(self, predicate: Predicate) -> list[ActorMention]:
        """``rockets fired from Chad``: nothing tells more of who did it than the place that they came from."""
        fired = predicate.host if predicate.form == "participle" else predicate.subject
        if fired < 0 or TOOLS.isdisjoint(self.parties.classes(fired)):
            return []
        for oblique in predicate.obliques:
            if self.parse.phrases[oblique].prep == "from":
                return [m for m in self.parties.of_row(oblique) if m.codes]
        return []

    def _user(self, predicate: Predicate) -> list[ActorMention]:
        """``missiles fired by Israel struck …``: who acts is who used the tool."""
        for other in self.parse.predicates:
            if other is not predicate and 0 <= other.host == predicate.subject and other.form == "participle":
                if self.vocabulary.has("brokering", self.parse.tokens[other.head].lower):
                    continue  # "a truce brokered by Egypt took effect"
                return self._subject(other)
        return []

    def _through(self, predicate: Predicate) -> list[ActorMention]:
        """``issued a statement that condemned …``, ``a text condemning … was passed by``: who acts is the subject of
        the verb that the noun hangs on; of ``described Chad as a state that arms rebels`` what is described."""
        for other in self.parse.predicates:
            if other is predicate:
                continue
            if predicate.subject in other.objects or predicate.subject in other.obliques:
                if self._is_suffered(predicate.subject, other):
                    return []
                named = self.parse.phrases[predicate.subject].prep == "as" and bool(other.objects) and not other.passive
                return self.parties.of_row(other.objects[0]) if named else self._subject(other)
            if other.passive and other.subject == predicate.subject and self._is_document(predicate.subject):
                return self._subject(other)
        return []

    def _is_suffered(self, phrase: int, verb: Predicate) -> bool:
        """``bombed a camp after | an attack that killed``, ``condemned | the attack that``: the deed of others."""
        noun = self.noun(phrase)
        if noun is None or noun.type != "ASSAULT":
            return False
        judging = any(frame.op == "judge" for frame in self.vocabulary.frames.get(("v", verb.lemma), ()))
        return judging or self.parse.phrases[phrase].prep in _ANSWERED

    def _is_state(self, predicate: Predicate) -> bool:
        """``were engaged in``, ``is prepared to``: passive in form only; but "is set free" is a passive."""
        word = self.parse.tokens[predicate.head].lower
        if ("j", word) not in self.vocabulary.frames:
            return False
        return predicate.adjective < 0 or bool(self._children.get(self.parse.predicate_at[predicate.head]))

    def _company(self, predicate: Predicate) -> list[ActorMention]:
        """``France, along with Spain, ...``: parties that act with the subject, before the verb."""
        if predicate.passive:
            return []
        tokens, company = self.parse.tokens, self.vocabulary.words["company"]
        if _openers(company).isdisjoint(self.parse.vocabulary):
            return []
        for i, phrase in enumerate(self.parse.phrases):
            if phrase.first >= predicate.first or i == predicate.subject or phrase.first == 0:
                continue
            before = " ".join(t.lower for t in tokens[max(0, phrase.first - 3) : phrase.first])
            if before.endswith(tuple(company)):
                return self.parties.of_row(i)
        return []

    def _joined(self, predicate: Predicate, actors: list[ActorMention]) -> list[ActorMention]:
        """``France joined Britain in condemning …``: whom the actors joined acts, too."""
        for other in self.parse.predicates:
            if other.head >= predicate.head:
                break
            joins = other.lemma in self.vocabulary.words["joining"] and not other.passive and other.objects
            if joins and self.parties.of_row(other.subject) == actors:
                return [m for m in self.parties.of_row(other.objects[0]) if m.codes]
        return []

    def _between(self, predicate: Predicate) -> list[ActorMention]:
        """``ties between Chad and Libya were cut``: when nobody is said to act, both did."""
        if predicate.subject < 0:
            return []
        phrases = self.parse.phrases
        for after in [predicate.subject + 1, *self.parse.after(predicate.subject)]:
            if after < len(phrases) and phrases[after].prep == "between":
                return self.parties.of_row(after)
        return []

    def _oblique(self, predicate: Predicate, prep: str) -> list[ActorMention]:
        for oblique in predicate.obliques:
            if self.parse.phrases[oblique].prep == prep:
                found = self.parties.of_row(oblique)
                if found:
                    return found
        return []

    def _inside(self, act: Act, prep: str) -> list[ActorMention]:
        """``offered to mediate between …``: what hangs on a verb that is part of the trigger."""
        for child in self._children.get(act.predicate, ()):
            if self.parse.predicates[child].head < act.last:
                return self._oblique(self.parse.predicates[child], prep)
        return []

    def _right_after(self, act: Act, prep: str) -> list[ActorMention]:
        """``worked hand in glove | with Chad``: what follows the words of a phrase hangs on the last of them."""
        at = act.last if act.last < len(self.parse.tokens) else -1
        if at < 0 or act.last - act.first < 2 or self.parse.tokens[at].lower != prep:
            return []
        after = [p for p in self.parse.phrase_at[at + 1 : at + 4] if p >= 0]
        return self.parties.of_row(after[0]) if after else []

    def _received(self, act: Act, predicate: Predicate) -> Act:
        """``was received in Lima``: the guest is who visits, the host, or the place, whom."""
        act.actors = self.parties.of_row(predicate.subject)
        hosts = self._subject(predicate) or self._oblique(predicate, "in") or self._oblique(predicate, "at")
        act.targets = minus(hosts, act.actors)
        act.evidence.append("subject")
        return act

    def _hosted_by(self, act: Act, predicate: Predicate) -> Act:
        """``received Mr Doe in Lima``: whoever is received visits."""
        hosts = self._subject(predicate)
        act.actors = minus(self.parties.of_row(predicate.objects[0]), hosts)
        act.targets = hosts
        act.evidence.append("subject")
        return act

    @staticmethod
    def _is_undergone(act: Act, slots: tuple[str, ...]) -> bool:
        """Whether the subject of an active verb is only who something is done to ("walked free", "went on trial")."""
        return act.type in _UNDERGONE and act.mode != "resign" and "object" not in slots

    def _undergone(self, act: Act, predicate: Predicate) -> Act:
        """``died at the hands of Chadian troops``, ``left Chad``, ``came home from Chad``, ``went on trial in Chad``:
        who does it stands behind the words, or is the state of the place."""
        act.targets = self._subject(predicate)
        act.evidence.append("accused")
        phrases = self.parse.phrases
        after = self.parse.phrase_at[act.last] if act.last < len(self.parse.tokens) else -1
        rows = [o for o in predicate.obliques if phrases[o].prep in ("by", "from", "in", "at")]
        if after in predicate.objects or after in predicate.obliques:
            rows.insert(0, after)
        for row in [*predicate.objects, *rows]:
            found = minus([m for m in self.parties.of_row(row) if m.codes], act.targets)
            if found:
                act.actors = found
                break
        return act

    def _done_in(self, predicate: Predicate, *, capital: bool) -> list[ActorMention]:
        """``was arrested in Cairo``, ``was condemned in Cairo``: nobody but the state of the place arrests and jails
        there, and a ``capital`` speaks for its state."""
        for oblique in predicate.obliques:
            places = self.parties.of_row(oblique) if self.parse.phrases[oblique].prep in ("in", "at") else []
            if len(places) == 1 and places[0].is_place and len(places[0].codes) == 1:
                return places if places[0].via == "capital" or not capital else []
        return []

    def _from_where(self, noun: Act, row: int) -> list[ActorMention]:
        """``killed in an al-Shabaab ambush``, ``in a raid from Libya``: whose a deed is of which only a name before it,
        or the place where it came from, tells."""
        if "name-adjunct" in noun.evidence:
            return [m for m in noun.targets if m.via != "capital"]
        return self.parties.behind(row, "from")

    def _cause_noun(self, act: Act, predicate: Predicate) -> None:
        """``A car bombing by rebels killed …``, ``was killed in an Israeli strike``, ``cyber-attacks crippled …``: the
        noun that does it says how, and who."""
        if act.type not in _BY_MEANS:
            return
        rows = [predicate.subject] if predicate.subject >= 0 else []
        if not predicate.passive and act.type == "ASSAULT":
            self._amid(act, predicate)
        if predicate.passive:
            rows = [o for o in predicate.obliques if self.parse.phrases[o].prep in _IN_ATTACK]
        for row in rows:
            noun = self.noun(row)
            if noun is None or noun.type != act.type or (act.type != "ASSAULT" and noun.mode != act.mode):
                continue
            doers = noun.actors or (self._from_where(noun, row) if predicate.passive else [])
            if doers or not predicate.passive or not noun.definite:
                self.taken.add(row)
                act.mode = noun.mode or act.mode
                act.actors, act.first = doers, min(noun.first, act.first)
                act.targets = act.targets or ([] if predicate.passive and doers else noun.targets)
                self._scene = [m for m in noun.targets if m.kind == "country"]
                act.because("cause:noun", self.parse.words(noun.first, noun.last))
                return

    def _amid(self, act: Act, predicate: Predicate) -> None:
        """``killed him in a raid in northern Mali``: how it was done, not a second deed."""
        for oblique in predicate.obliques:
            noun = self.noun(oblique) if self.parse.phrases[oblique].prep == "in" else None
            if noun is not None and noun.type == "ASSAULT" and not (noun.actors or noun.definite or noun.mutual):
                self.taken.add(oblique)
                act.mode, self._scene = act.mode or noun.mode, [m for m in noun.targets if m.kind == "country"]
