"""Forms of verbs that only the whole sentence tells: "was halted and | escorted back", "Killed in it | were three"."""

from __future__ import annotations

from itertools import pairwise

from timeline.analysis import Token
from timeline.events.items import Groups
from timeline.events.structure import Parse, Predicate

__all__ = ["settle_forms"]

_PAST = frozenset({"VBD", "VBN"})
#: Conjunctions of what had happened before the main clause of a headline.
_OCCASIONS = frozenset({"after", "as"})
#: Prepositions that verbs without an object govern: "by" behind them tells whose the thing is ("protested against the
#: ban | by Chad").
_ASKED = frozenset({"for", "against", "of", "about", "over"})
#: "and/or" has so many tokens.
_LONGEST_JOINT = 3
#: What opens a clause of its own.
_OPENERS = frozenset({"WDT", "WP", "WRB", "WP$"})


def settle_forms(parse: Parse, groups: Groups) -> None:
    """Tell passives from past tenses: in headlines, after *have*, where the subject stands last, and where verbs go on,
    after a comma or *and*, with the auxiliary of the one before.

    ``groups`` are the word groups of [event_words]: verbs that keep an object in the passive (``two_objects``),
    irregular verbs whose past is their participle (``same_past``), verbs of saying, which share no auxiliary here.
    """
    for i, predicate in enumerate(parse.predicates):
        if predicate.relation == "that" and _is_undergone(parse, predicate, groups):
            predicate.form, predicate.passive, predicate.relation, predicate.mark = "participle", True, "adverbial", ""
            parse.predicates[predicate.governor].objects.append(predicate.subject)
        elif not predicate.passive and _is_headline_passive(parse, predicate, groups):
            predicate.passive = True
        elif predicate.form == "participle" and predicate.governor < 0 and _is_finite(parse, i, predicate, groups):
            predicate.form, predicate.passive, predicate.relation = "finite", False, ""
    if parse.predicates and _is_to_come(parse, parse.predicates[0], groups):
        parse.predicates[0].modal = "will"
    if len(parse.predicates) > 1 and _is_inverted(parse, *parse.predicates[:2]):
        first, second = parse.predicates[:2]
        first.subject, first.passive, first.form, first.host = second.objects[0], True, "finite", -1
    for before, predicate in pairwise(parse.predicates):
        if predicate.objects and _shares_object(parse.tokens, before, predicate, groups):
            before.objects = list(predicate.objects)
        if before.passive and not predicate.passive and _goes_on(parse, before, predicate, groups):
            predicate.passive, predicate.form = True, "finite"
            predicate.modal = predicate.modal or before.modal
            if predicate.governor < 0:
                predicate.governor, predicate.relation = before.governor, before.relation


def _shares_object(tokens: list[Token], before: Predicate, predicate: Predicate, groups: Groups) -> bool:
    """``shelled and | stormed the town``: two verbs of one form with nothing but *and* or *or* between them, and
    neither of a kind that is complete by itself (``intransitive``)."""
    if before.objects or before.obliques or before.passive or predicate.passive:
        return False
    if before.lemma in groups["intransitive"]:
        return False
    between = tokens[before.head + 1 : predicate.head]
    tags = {tokens[before.head].tag, tokens[predicate.head].tag}
    alike = len(tags) == 1 or tags <= _PAST
    return alike and 0 < len(between) <= _LONGEST_JOINT and all(t.tag == "CC" or t.lower == "/" for t in between)


def _is_both(word: str, groups: Groups) -> bool:
    """Whether a past form may be a participle as well."""
    return word.endswith("ed") or word in groups["same_past"]


def _is_to_come(parse: Parse, first: Predicate, groups: Groups) -> bool:
    """``Kenya | to reopen border``: a headline whose only verb is an infinitive right behind its subject."""
    if first.form != "infinitive" or first.governor >= 0 or first.subject < 0 or first.modal:
        return False
    subject = parse.phrases[first.subject]
    if subject.last != first.first or subject.prep or parse.tokens[subject.head].lemma in groups["to_nouns"]:
        return False
    return not any(p.form == "finite" for p in parse.predicates)


def _is_inverted(parse: Parse, first: Predicate, second: Predicate) -> bool:
    """``Killed in the raid | were three guards``, ``Among those held | were two priests``: who it was stands last."""
    if second.lemma != "be" or second.subject >= 0 or not second.objects or first.objects:
        return False
    if first.subject >= 0 and parse.tokens[parse.phrases[first.subject].head].lower != "those":
        return False
    opens = first.first <= 2 or parse.tokens[first.first - 2].lower == "among"
    return opens and parse.tokens[first.head].tag in _PAST


def _is_undergone(parse: Parse, predicate: Predicate, groups: Groups) -> bool:
    """``has had ten citizens | turned back``: after *have* and an object what is done to that."""
    head = parse.tokens[predicate.head]
    if predicate.passive or predicate.objects or predicate.first != predicate.head:
        return False
    if predicate.subject < 0 or predicate.governor < 0 or head.tag not in _PAST or not _is_both(head.lower, groups):
        return False
    having = parse.predicates[predicate.governor]
    between = parse.tokens[having.last : parse.phrases[predicate.subject].first]
    return having.lemma == "have" and not having.objects and len(between) < 2


def _is_headline_passive(parse: Parse, predicate: Predicate, groups: Groups) -> bool:
    """``Two hikers freed by Iran``, ``Envoy expelled from Peru``, ``Two Chadians held in Libya``: a past form alone
    without an object, and who did it or a verb that needs one."""
    head = parse.tokens[predicate.head]
    if predicate.objects or predicate.first != predicate.head or head.tag != "VBD" or predicate.relative:
        return False
    if predicate.subject < 0 or not _is_both(head.lower, groups):
        return False
    if predicate.lemma in groups["suffered"]:
        if predicate.mark in _OCCASIONS or sum([p.form == "finite" for p in parse.predicates]) == 1:
            return True  # "Kenya to reply | after guard killed in raid"
    nearest = parse.phrases[predicate.obliques[0]].prep if predicate.obliques else ""
    further = predicate.obliques[1:] if nearest not in _ASKED or predicate.lemma in groups["suffered"] else []
    if nearest == "by" or any(_is_named_doer(parse, oblique) for oblique in further):
        return predicate.lemma not in groups["standing_by"]
    return nearest == "from" and predicate.lemma in groups["driving_out"]


def _is_named_doer(parse: Parse, oblique: int) -> bool:
    """``Envoy attacked in Lima | by Chadian troops``: a name behind *by*."""
    phrase = parse.phrases[oblique]
    return phrase.prep == "by" and parse.tokens[phrase.first].text[0].isupper()


def _is_finite(parse: Parse, index: int, predicate: Predicate, groups: Groups) -> bool:
    """``The envoy on his way home | told the press``: a past form with an object, and no other verb for its subject."""
    if predicate.subject < 0 or predicate.host != predicate.subject or not predicate.objects:
        return False
    if predicate.last - predicate.first > 1 or predicate.lemma in groups["two_objects"] or predicate.mark:
        return False
    if not _is_both(parse.tokens[predicate.head].lower, groups):
        return False
    others = parse.predicates[:index] + parse.predicates[index + 1 :]
    return not any(p.form == "finite" and not p.relative and p.governor < 0 for p in others)


def _goes_on(parse: Parse, before: Predicate, predicate: Predicate, groups: Groups) -> bool:
    """Whether the second verb can be a participle under the auxiliary of the first."""
    head = parse.tokens[predicate.head]
    if predicate.first != predicate.head or head.tag not in _PAST or predicate.modal:
        return False
    if not _is_both(head.lower, groups):
        return False
    twice = predicate.lemma in groups["two_objects"]
    if (predicate.objects and not twice) or (predicate.lemma in groups["speech"] and not twice):
        return False
    between = parse.tokens[before.last : predicate.first]
    joined = any(t.tag == "CC" or t.lower == "," for t in between)
    own = predicate.subject >= 0 and parse.phrases[predicate.subject].first >= before.last
    if not joined or any(t.tag in _OPENERS or t.lower in ("that", ";", ":") for t in between):
        return False
    return own or predicate.subject == before.subject
