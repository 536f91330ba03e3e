"""The words that part the clauses of a sentence, and those around dates that tell which time an event has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline.lexicons import Lexicon, trie_pattern
from timeline.temporal.contexts import any_of, compiled, owner, words_of_class

__all__ = ["EMBEDDING", "Boundaries", "Ending"]

#: Clauses that may stand enclosed between commas.
EMBEDDING = ("relative", "time", "since")
#: What else may stand enclosed and says no time of the rest.
_ENCLOSED = (*EMBEDDING, "cause", "topic")
#: In characters: how far from the start of its sentence an adverb belongs to the main verb, how long a sentence that
#: sets the stage can be, and how long endings are.
_EARLY, _STAGE, _LONGEST_ENDING = 60, 80, 60


class Ending:
    """Words with which a text ends; only its last part is looked at, since no such words are longer."""

    def __init__(self, words: str) -> None:
        self._pattern = re.compile(words + r"\s+$", re.IGNORECASE)

    def search(self, text: str) -> re.Match[str] | None:
        """The words at the end, with the space after them."""
        return self._pattern.search(text, max(0, len(text) - _LONGEST_ENDING))

    def cut(self, text: str) -> str:
        """The text without them."""
        found = self.search(text)
        return text[: found.start()] if found else text


class Boundaries:
    """Tables ``time_boundaries`` (words that part clauses, and at what cost) and ``time_governors``."""

    def __init__(self, lexicon: Lexicon) -> None:
        rows = lexicon.table("time_boundaries")
        self.classes = {row["words"]: row["class"] for row in rows}
        costs = {
            row["class"]: (float(row["before"]), float(row["after"])) for row in lexicon.table("time_boundary_costs")
        }
        self.before = {name: cost for name, (cost, _) in costs.items()}
        self.after = {name: cost for name, (_, cost) in costs.items()}
        self.boundary = re.compile(rf"(?<![\w'])(?i:{trie_pattern(self.classes)})(?![\w'])|,? and(?= [A-Z])|[;:,]")
        self._past = {row["words"] for row in lexicon.table("time_tense") if row["value"] in ("-1", "-2")}
        self._read_words_at_dates(lexicon)
        self._read_words_at_nouns(lexicon)
        self._read_words_of_stories(lexicon)

    def _read_words_at_dates(self, lexicon: Lexicon) -> None:
        # "It was not until May that …" is a day like any other.
        self.deadline = Ending("(?<!not )" + any_of(lexicon, "deadline", "time_governors"))
        self._asked = re.compile(
            rf"\bat (?:the|an?|[\w' -]{{1,30}}'s?|its|their|his|her) {any_of(lexicon, 'asked', 'time_governors')}$",
            re.IGNORECASE,
        )
        self._around = Ending(any_of(lexicon, "around", "time_governors"))
        parts = trie_pattern([row["words"] for row in lexicon.table("time_day_parts")])
        self._hour = re.compile(rf"(?:the )?(?:\d|{parts}(?!\w))", re.IGNORECASE)
        self.article = Ending(any_of(lexicon, "article", "time_governors"))
        self._objects = Ending(any_of(lexicon, "object", "time_governors"))
        self.appointed = Ending(any_of(lexicon, "appointed", "time_governors"))
        self._threat = re.compile(
            rf"(?<!\w){trie_pattern(words_of_class(lexicon, 'threat', 'time_governors'))}\w*$", re.IGNORECASE
        )
        # "A loan due to be signed this week", "due this week".
        self.due = Ending(rf"{any_of(lexicon, 'due', 'time_governors')}(?: to (?:be )?\w+(?: (?:in|on|at))?)?")
        self.scene = Ending(any_of(lexicon, "scene", "time_governors"))
        self.preposition = Ending(any_of(lexicon, "preposition", "time_governors"))
        self.owner = owner(lexicon)
        self.effect = Ending(any_of(lexicon, "effect", "time_governors"))
        self.meant = Ending(any_of(lexicon, "meant"))
        turn, turned, place = (any_of(lexicon, name, "time_governors") for name in ("turn", "turned", "place"))
        self._fronted_limit = re.compile(rf"\W*{any_of(lexicon, 'limit')}\s+(?:the\s+)?", re.IGNORECASE)
        # ", a plan that …": what somebody thought of it.
        self.judgement = re.compile(rf",\s+an?\s(?:[\w-]+\s){{1,4}}{any_of(lexicon, 'who')}\s")
        self.turns = Ending(rf"{turn}(?:\s+{turned})?(?:\s+{place})*")
        # "For the third time this week".
        ordinal, times = any_of(lexicon, "ordinal", "time_governors"), any_of(lexicon, "occasion", "time_governors")
        self._tally = re.compile(rf"{ordinal} (?:such )?{times}(?: (?:in|of))?\s+$", re.IGNORECASE)

        self._since = Ending(any_of(lexicon, "since"))
        counted = any_of(lexicon, "counted", "time_governors")
        since_when = rf"(?:{ordinal}|{counted})(?:\s[\w'’-]+){{0,8}}?\s{any_of(lexicon, 'since')}"
        self.counted, self._ranked = re.compile(since_when, re.IGNORECASE), Ending(since_when)

    def _read_words_at_nouns(self, lexicon: Lexicon) -> None:
        self._of = Ending(rf"(\w+)\s+of(?:\s+{any_of(lexicon, 'of_date', 'time_governors')})?")
        self._part = re.compile(any_of(lexicon, "part_of_time", "time_governors"), re.IGNORECASE)
        done = rf"(?:\w+ed|{any_of(lexicon, 'done', 'time_governors')})"
        at = rf"(?: {any_of(lexicon, 'at_date', 'time_governors')})?\s"
        of = r"(?:\s(?:of|on|against|for|with|in|at|by|from) (?:(?! that | which | who )[^,;:.]){1,40}?)?"
        self._issued = re.compile(rf"{of},? {done}{at}")
        self._ordered = re.compile(rf"{of} (?:that|which) (?:[\w.'-]+ ){{1,4}}?(?:had )?{done}{at}")
        self.about = re.compile(rf"\W{{0,2}}{any_of(lexicon, 'who')}")
        self._cause = re.compile(rf"{any_of(lexicon, 'reason', 'time_governors')}\s")
        self._in_which = re.compile(rf"\s(?:in )?{any_of(lexicon, 'who')}")
        joined = any_of(lexicon, "joined", "time_governors")
        self._list = re.compile(rf"(?:,\s)?\band\s(?={joined}|\d)", re.IGNORECASE)

    def _read_words_of_stories(self, lexicon: Lexicon) -> None:
        # "Hours after the raid" counts from the raid.
        goes_on = any_of(lexicon, "continuation", "time_governors")
        self._continuation = re.compile(rf"{goes_on}(?! (?:after|before) (?!to )\w)", re.IGNORECASE)
        self._same_day = self._anywhere(lexicon, "same_day")
        self._quoted = re.compile(rf"[\"“][^\"“”]*[\"”] {any_of(lexicon, 'subject', 'time_governors')} ", re.IGNORECASE)
        self._stage = self._anywhere(lexicon, "stage")
        self._at_once = self._anywhere(lexicon, "at_once")
        self._subject = self._anywhere(lexicon, "subject")
        self._perfect = re.compile(rf"{any_of(lexicon, 'had')} (?:\w+ ){{0,2}}$")
        self._passive = re.compile(rf"{any_of(lexicon, 'passive', 'time_governors')} (?:\w+ ){{0,2}}$")
        self._plan = re.compile(rf"{any_of(lexicon, 'plan', 'time_governors')} (?:\w+ ){{0,2}}$")
        self._unfinished = self._anywhere(lexicon, "unfinished")
        self._answer = self._anywhere(lexicon, "answer")
        stems = trie_pattern(words_of_class(lexicon, "reaction", "time_governors"))
        self._reaction = re.compile(rf"(?<!\w)(?:{stems})", re.IGNORECASE)

    @staticmethod
    def _anywhere(lexicon: Lexicon, name: str) -> re.Pattern[str]:
        return re.compile(any_of(lexicon, name, "time_governors"), re.IGNORECASE)

    def goes_on(self, sentence: str) -> bool:
        """Whether a sentence goes on telling the day that was told before it."""
        # "It warned that they would leave": what is said may be still to come.
        if self._unfinished.search(sentence[:80].partition(" that ")[0]):
            return False
        if self._at_once.search(sentence[:_EARLY]) or self._continuation.search(sentence):
            return True
        return self.opens_with_pronoun(sentence) or self._quoted.match(sentence) is not None

    def is_of_the_day(self, sentence: str) -> bool:
        """Whether a sentence says that it is of the day told last, wherever that was: "earlier in the day"."""
        return self._same_day.search(sentence) is not None

    def was_asked(self, sentence: str, end: int) -> bool:
        """Whether what ends there moved somebody to an act: "at the request", "at Sylvania's urging"."""
        return self._asked.search(sentence, max(0, end - _LONGEST_ENDING), end) is not None

    def holds_off(self, before: str, words: str) -> bool:
        """Whether the words before a date make it a limit ("by Friday", but not "shortly after midnight on Friday")."""
        return self.deadline.search(before) is not None and not (
            self._hour.match(words) and self._around.search(before)
        )

    def counts(self, sentence: str, start: int) -> bool:
        """Whether a time only says among which acts one is counted: "for the third time | this week"."""
        return self._tally.search(sentence, max(0, start - _LONGEST_ENDING), start) is not None

    def ranks(self, sentence: str, start: int) -> bool:
        """Whether a time that begins there only says since when something is the first or the worst: "the deadliest
        raid since | 2012"."""
        return self._ranked.search(sentence[:start]) is not None

    def sets_stage(self, sentence: str) -> bool:
        """Whether a short sentence says only when something began or came: "The mood changed on Monday."."""
        return len(sentence) <= _STAGE and self._stage.search(sentence) is not None

    def opens_with_limit(self, before: str, fronted: bool) -> bool:
        """Whether a clause opens with a limit: "By Wednesday the price had risen", "… and by noon it had gone".

        There it is the time of what "had" been by then.
        """
        if fronted and self._fronted_limit.fullmatch(before):
            return True
        return self.turns.search(before) is not None

    def of_noun(self, gap: str) -> bool:
        """Whether a participle or a clause about a noun leads from it to its date.

        "The appeal for help, issued in May", "the raid on the port that Freedonia had ordered in May".
        """
        return self._issued.fullmatch(gap) is not None or self._ordered.fullmatch(gap) is not None

    def of_another(self, before: str) -> bool:
        """Whether a date behind these words is that of a noun ("the protocol of 1996", "the vote of last May")."""
        match = self._of.search(before)
        return match is not None and not self._part.fullmatch(match[1])

    def same_scene(self, sentence: str, trigger: tuple[int, int]) -> bool:
        """Whether an act belongs to the scene that the sentence before told: what was done to those in it.

        What somebody does next, an answer, a state or a plan may be of any day.
        """
        if not self._passive.search(sentence[: trigger[0]]):
            return False
        if self._unfinished.search(sentence[: trigger[1]]) or self._answer.search(sentence):
            return False
        return not self.is_reaction(sentence[trigger[0] : trigger[1]])

    def opens_with_pronoun(self, sentence: str) -> bool:
        """Whether a sentence goes on about those told of before: "They urged …"."""
        return self._subject.match(sentence.lstrip("\"'")) is not None

    def is_reaction(self, words: str) -> bool:
        """Whether an act answers or says something, which may be of any day."""
        return self._reaction.search(words) is not None

    def is_object(self, before: str, trigger: str) -> bool:
        """Whether an act is what another one is about ("accused them of shelling the town")."""
        return trigger.partition(" ")[0].endswith("ing") and self._objects.search(before) is not None

    def only_since(self, gap: str, before: str, telling: str) -> bool:
        """Whether a date only says since when an act is counted or the worst: "for the first time since May"."""
        if telling not in ("past", "present", "has") or self.counted.search(before) is None:
            return False
        return self._since.search(before) is not None or "since" in self.between(gap)

    def of_cause(self, gap: str, text: str, end: int) -> bool:
        """Whether a date that ends there is that of what an act is for or over, about which a clause follows."""
        return self._in_which.match(text, end) is not None and self._cause.search(gap) is not None

    def threatens(self, words: str) -> bool:
        """Whether words end with a verb that names an act to come."""
        return self._threat.search(words) is not None

    def plans(self, before: str) -> bool:
        """Whether the words before an event end with an auxiliary of the future."""
        return self._plan.search(before) is not None

    def another_time(self, before: str, sentence: str, fixed: bool) -> bool:
        """Whether the words before an event put it at a time of its own: "over the …", "after …", "had …".

        What a dated entry (``fixed``) tells is of its day, but for what came "after" or "since" and what "had" been.
        """
        if self._perfect.search(before):
            return not self._continuation.search(sentence)
        if fixed:
            return self._opened_last(before) in ("time", "since")
        return self._opened_last(before, but=("comma", "and")) in ("cause", "topic", "time", "since")

    def is_aside(self, before: str) -> bool:
        """Whether a date behind these words stands in a clause about a noun: "the truce which began on Friday"."""
        return self._opened_last(before) == "relative"

    def _opened_last(self, words: str, but: Sequence[str] = ()) -> str:
        """The class of the last boundary in the words."""
        opened = [name for _, name in self.boundaries(words) if name not in but]
        return opened[-1] if opened else ""

    def between(self, gap: str) -> list[str]:
        """The classes of the boundaries in the words between an expression and a trigger.

        A word right before the expression is its preposition ("since March"), no boundary.
        """
        return [name for _, name in self.boundaries(self.preposition.cut(gap))]

    def without_lists(self, gap: str) -> str:
        """The words with the "and" of lists left out ("and its head"), which parts no clauses."""
        return self._list.sub(" ", gap)

    def without_asides(self, gap: str) -> str:
        """The words without what commas enclose and a time word opens (", after the court had ruled,")."""
        commas = [m.start() for m in compiled("[,;]").finditer(gap)]
        for low, high in pairwise(commas):
            opened = next(self.boundaries(gap[low + 1 : high].lstrip()), None)
            if gap[low] == "," and opened is not None and opened[0] == 0 and opened[1] in _ENCLOSED:
                return gap[:low] + gap[high:]
        return gap

    def is_verb(self, trigger: str) -> bool:
        """Whether the words of a trigger are a past verb rather than a noun."""
        last = trigger.lower().split()[-1:] or [""]
        return last[0].endswith("ed") or last[0] in self._past

    def boundaries(self, words: str) -> Iterator[tuple[int, str]]:
        """Each boundary as (offset, class)."""
        for match in self.boundary.finditer(words):
            word = " ".join(match.group().lower().split())
            known = self.classes.get(word)
            if known == "adverb":
                continue
            yield match.start(), known or ("semicolon" if word == ";" else "comma" if word in ",:" else "clause")
