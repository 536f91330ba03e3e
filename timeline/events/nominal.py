"""Acts that a noun names: "Russian strikes on Y", "the expulsion of Y by X", "talks between X and Y"."""

from __future__ import annotations

from timeline.analysis import ActorMention
from timeline.events.acts import Act
from timeline.events.naming import match_noun
from timeline.events.parties import Parties, labels, minus, rather_named
from timeline.events.rows import Entry
from timeline.events.structure import Parse
from timeline.events.vocabulary import Vocabulary
from timeline.plover import quad_of

__all__ = ["noun_act", "pool", "slots_of"]

_MUTUAL = frozenset({"with", "between", "among"})
_BETWEEN = ("between",)
_OF = frozenset({"of", "for"})
#: How somebody is named of whom nothing else is: "by Chad", "by Brussels".
_BY_NAME = frozenset({"name", "capital", "leader"})
#: Prepositions before where a deed happens.
_ON_SCENE = frozenset({"in", "at", "near", "on", "inside"})
_FAR = frozenset({"on", "against", "with", "by", "between", "to"})


def slots_of(entry: Entry, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Where the target of a trigger stands: its own slots, else those of its type."""
    return entry.target or vocabulary.slots.get((entry.type, entry.pos), ())


def noun_act(parse: Parse, phrase: int, parties: Parties, vocabulary: Vocabulary) -> Act | None:
    """The act that the head of a phrase names, with the parties that its modifiers and phrases name."""
    place = parse.phrases[phrase]
    if not parties.may_name(place.first, place.head):
        return None
    match = match_noun(parse, phrase, parties, vocabulary)
    if match is None:
        return None
    entry, first, last = match
    opener = parse.tokens[place.first].lower
    act = Act(entry.type, entry.mode, first, last, entry.weight, phrase=phrase, nominal=True)
    act.because(f"noun:{entry.type}", parse.words(first, last))
    for token in parse.tokens[place.first : first]:
        if vocabulary.has("unreal", token.lower):
            act.modality = "hypothetical"  # "any attack", "possible sanctions"
        elif vocabulary.has("ahead", token.lower):
            act.modality = "planned"  # "the planned tariffs"
    if opener == "no" and place.first and parse.tokens[place.first - 1].lemma == "be":
        act.modality = "denied"  # "there was | no attack"
    act.definite = vocabulary.has("definite", opener) or parse.tokens[place.first].tag == "POS"
    slots = slots_of(entry, vocabulary)
    act.mutual = "mutual" in slots
    _modifiers(act, parse, phrase, parties)
    _complements(act, parse, phrase, parties, slots)
    _sort_adjuncts(act)
    if act.type == "CONSULT" and not act.actors and len(labels([m for m in act.targets if m.codes])) > 1:
        act.mutual = True  # "a call between the presidents of Chad and Libya"
    if act.mutual:
        pool(act)
    act.targets = rather_named(act.targets)
    act.targets = minus(act.targets, act.actors) or ([] if act.mutual else act.targets)
    return act


def _modifiers(act: Act, parse: Parse, phrase: int, parties: Parties) -> None:
    """``Russian strikes``, ``Russia's strikes``: who acts; a bare name (``the Syria strikes``) is the target."""
    place = parse.phrases[phrase]
    for mention in parties.within(place.first, act.first) or parties.at(act.first):
        if not (mention.codes or mention.name) or (mention.is_place and mention.start > parse.tokens[act.first].start):
            continue
        hit = act.type == "ASSAULT" and _is_scene(act, parse, mention, parties.vocabulary)
        suffered = act.mode in _SUFFERED or (act.mode == _TAKEN and _is_of_vessel(act, parse, parties.vocabulary))
        if hit or _is_name_adjunct(act, parse, mention, parties) or (suffered and _possesses(act, parse)):
            act.targets.append(mention)
            act.evidence.append("name-adjunct")
        else:
            act.actors.append(mention)
            act.evidence.append("modifier")


#: PLOVER's verbal quads: words come from somebody ("criticism from Paris"), deeds go out from somewhere.
_WORDS = frozenset({1, 3})
#: Types whose nouns are of whoever asks or offers.
_ASKING = frozenset({"REQUEST", "THREATEN", "AGREE"})
#: Kinds of parties that protest in words.
_SPEAKING = frozenset({"country", "organisation"})
#: Modes of nouns whose possessor suffers the act ("their release", "his arrest").
_SUFFERED = frozenset({"release", "arrest", "deport", "targeted", "abduct", "unconventional", "convict"})
#: What is done to vessels as well: "the boat's seizure", but "Russia's seizure of the boat".
_TAKEN = "seize"


def _is_of_vessel(act: Act, parse: Parse, vocabulary: Vocabulary) -> bool:
    """Whether a ship stands before the possessive mark right before the noun."""
    return act.first > 1 and "vessel" in vocabulary.classes.get(parse.tokens[act.first - 2].lower, ())


def _possesses(act: Act, parse: Parse) -> bool:
    """Whether a possessive stands right before the noun."""
    return act.first > 0 and parse.tokens[act.first - 1].tag in ("PRP$", "POS")


def _sort_adjuncts(act: Act) -> None:
    """A bare name before the noun acts after all when the target is named elsewhere ("US tariffs on …")."""
    if "name-adjunct" in act.evidence and any(e.startswith("slot:") for e in act.evidence) and not act.actors:
        act.actors, act.targets = act.targets[:1], act.targets[1:]


def _is_scene(act: Act, parse: Parse, mention: ActorMention, vocabulary: Vocabulary) -> bool:
    """``the Kabul | blast``, ``Pakistan bus | attack``: a town, or a state before what was hit, is where it was."""
    if mention.via not in ("name", "capital") or mention.kind != "country" or act.first == 0 or act.mutual:
        return False
    before = parse.tokens[act.first - 1]
    if before.tag in ("NNP", "NNPS"):
        return mention.via == "capital" and mention.start <= before.start
    return before.tag == "NN" and vocabulary.has("struck_places", before.lower)


def _goes_abroad(act: Act, parse: Parse, parties: Parties) -> bool:
    """``Chad drone attack | sets off a fire at a Libyan depot``: whether a deed happens in another state, or to what is
    another state's, by the verb it stands with ("Chad drone attack kills two US soldiers" happens in Chad)."""
    for verb in parse.predicates:
        if verb.subject != act.phrase or verb.form != "finite" or verb.passive:
            continue
        places = [o for o in verb.obliques if parse.phrases[o].prep in _ON_SCENE]
        for row in [*places, *[a for o in verb.objects for a in parse.after(o) if parse.phrases[a].prep in _ON_SCENE]]:
            if any(m.codes for m in parties.of_row(row)):
                return True
    return False


def _is_name_adjunct(act: Act, parse: Parse, mention: ActorMention, parties: Parties) -> bool:
    if mention.via not in ("name", "leader") or act.mutual or act.first == 0:
        return False
    before = parse.tokens[act.first - 1]
    if before.text.isupper() and len(before.text) < 6:  # "US strikes", "EU sanctions"
        return False
    if act.type == "ASSAULT" and mention.via == "name" and _goes_abroad(act, parse, parties):
        return False
    return before.tag in ("NNP", "NNPS") and mention.start <= before.start < mention.end


def _complements(act: Act, parse: Parse, phrase: int, parties: Parties, slots: tuple[str, ...]) -> None:
    """Phrases that follow: ``by`` brings the actor (of words also ``from``, of outrage ``in``), the row's slots
    the target, best first."""
    found: dict[str, list[ActorMention]] = {}
    for after in parse.after(phrase):
        place = parse.phrases[after]
        if place.prep in found or (place.chain != phrase and not _reaches(parse, phrase, after, parties)):
            continue
        mentions = parties.of_row(after)
        if mentions:
            found[place.prep] = mentions
    if not act.actors and act.type in ("SANCTION", "COERCE") and "of" in found and "to" in found:
        own = next(a for a in parse.after(phrase) if parse.phrases[a].prep == "of")
        if parties.vocabulary.has("domain", parse.tokens[parse.phrases[own].head].lower):
            act.actors = found.pop("of")  # "the closure of the Kenyan border to Somali lorries"
            act.evidence.append("by-phrase")
    if act.type == "PROTEST" and any(m.kind in _SPEAKING for m in found.get("from", ())):
        act.type, act.mode = "ACCUSE", "disapprove"  # "drew protests from the UN"
    sources = ("by", "from") if quad_of(act.type) in _WORDS else ("by",)
    asking = act.mode == "withdraw" or act.type in _ASKING
    asking = asking or parties.vocabulary.has("of_speaker", parse.tokens[act.first].lower)
    if not act.actors and "of" in found and asking and "by" not in found:
        act.actors = found.pop("of")  # "the recall of its envoy", "at the request of Kenya"
        act.evidence.append("by-phrase")
    for source in (*sources, "in") if act.mode == "disapprove" and not act.actors else sources:
        if source in found:
            act.actors = found.pop(source)
            act.evidence.append("by-phrase")
            break
    for slot in slots if "between" in slots else slots + _BETWEEN:
        if slot in found:
            act.mutual = act.mutual or (slot == "between" and len(labels(found[slot])) > 1)
            (act.actors if act.mutual and slot in _MUTUAL else act.targets).extend(found[slot])
            act.evidence.append(f"slot:{slot}")
            break
    else:
        if not act.targets and not act.mutual and "of" in found and act.actors:
            act.targets = found["of"]
        elif act.mutual and not act.actors:
            act.actors = found.get("of", [])


def _reaches(parse: Parse, phrase: int, after: int, parties: Parties) -> bool:
    """Whether a phrase farther off may still belong: no other act between ("the expulsion of X by Y")."""
    between = parse.phrases[after].chain
    if parse.phrases[after].prep in _OF and between >= 0 and parse.phrases[between].chain == phrase:
        doer = parse.phrases[between]  # "criticism by Chad of Peru"
        return doer.prep == "by" and any(m.via in _BY_NAME for m in parties.at(doer.head))
    if parse.phrases[after].prep not in _FAR:
        return False
    while between not in (phrase, -1):
        if match_noun(parse, between, parties, parties.vocabulary) is not None:
            return False
        between = parse.phrases[between].chain
    return True


def pool(act: Act) -> None:
    """Who takes part in a mutual act are all its actors."""
    act.actors = act.actors + minus(act.targets, act.actors)
    act.targets = []
