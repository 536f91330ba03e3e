"""Language as data: plain tables, one row a fact, and their loader.

See :class:`Lexicon` for the file format and for how to add rows without Python.
"""

from timeline.lexicons.loader import Lexicon, Row
from timeline.lexicons.matching import PhraseMatcher, trie_pattern

__all__ = ["Lexicon", "PhraseMatcher", "Row", "trie_pattern"]
