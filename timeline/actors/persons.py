"""Who bears which name in a text: full names, surnames that stand for them, and offices that the text gives them."""

from __future__ import annotations

from timeline.actors.reading import Reading
from timeline.analysis import ActorMention

__all__ = ["Persons"]


class Persons:
    """The persons of one document by their names; a text tells of some only after it has used the surname."""

    def __init__(self) -> None:
        self._surnames: dict[str, ActorMention] = {}
        self._first_names: dict[str, ActorMention] = {}
        self._offices: dict[str, ActorMention] = {}

    def register(self, reading: Reading) -> None:
        """Remember a person's full name, so that the surname alone is known, even before it."""
        mention = reading.mention
        if reading.anaphor == "office" and mention.person and reading.link is not None:
            self._offices.setdefault(mention.person, reading.link.mention)
        if mention.person and " " in mention.person and not _by_surname(reading):
            words = mention.person.split()
            middle = [(self._first_names, word) for word in words[1:-1] if word[:1].isupper()]
            for names, word in ((self._surnames, words[-1]), (self._first_names, words[0]), *middle):
                known = names.get(word)
                if known is None or (not known.codes and mention.codes):
                    names[word] = mention
        elif mention.person and mention.codes and reading.anaphor == "link":
            self._surnames.setdefault(mention.person, mention)

    def called(self, name: str) -> ActorMention | None:
        """The person of a surname or full name."""
        known = self._surnames.get(name.split()[-1]) or self._first_names.get(name)
        return known if known is not None and (" " not in name or known.person == name) else None

    def settle(self, reading: Reading) -> None:
        """A leader of the tables stands for whom this text says; a surname may be another's, whom it names in full."""
        mention = reading.mention
        told = self._offices.get(mention.person or "")
        if told is None and mention.person and _by_surname(reading):
            surname = reading.phrase.tokens[reading.phrase.last - 1].text
            known = self._surnames.get(surname) or self._first_names.get(surname)
            told = known if known is not None and known.codes != mention.codes else None
            if told is not None and told.codes:
                mention.person, mention.name = told.person, told.person or told.name
        if told is not None and told.codes:
            mention.codes, mention.home = told.codes, told.home
            reading.anaphor = ""


def _by_surname(reading: Reading) -> bool:
    """Whether a leader of the tables is named by the surname alone."""
    mention, phrase = reading.mention, reading.phrase
    if mention.via != "leader" or not mention.person:
        return False
    words = [t.text for t in phrase.tokens[phrase.first : phrase.last]]
    return mention.person.split()[0] not in words or mention.person.split()[-1] not in words
