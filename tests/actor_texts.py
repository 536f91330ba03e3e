"""Reading short texts for the tests of the actors room."""

from __future__ import annotations

from timeline.actors.mentions import find_mentions
from timeline.analysis import ActorMention
from timeline.lexicons import Lexicon
from timeline.text.sentences import split
from timeline.text.tagging import analyse


def mentions(text: str, published: str | None = None, lexicon: Lexicon | None = None) -> list[ActorMention]:
    """The mentions of a text that is not yet analysed."""
    sentences = split(text)
    for sentence in sentences:
        analyse(sentence, lexicon)
    return find_mentions(text, sentences, lexicon, published)


def mention(text: str, phrase: str, published: str | None = None) -> ActorMention:
    """The mention whose words are the phrase; the last one when the phrase stands more than once."""
    found = mentions(text, published)
    fitting = [m for m in found if text[m.start : m.end] == phrase]
    assert fitting, f"no mention {phrase!r} among {[text[m.start : m.end] for m in found]}"
    return fitting[-1]


def label(found: ActorMention) -> str:
    """Codes, else the name: as the tables of the tests write it."""
    return " ".join(found.codes) or found.name
