"""Parts of speech, lemmas and base phrases of a sentence, by tables and neighbours.

No model: each word gets the tags its form allows (tables and endings), then rules look at the words
around it.  Tags are those of the Penn Treebank.  It is a tagger for finding acts and parties, not for
grammar books: what matters is verb or noun, finite or participle, and where a noun phrase ends.
"""

from __future__ import annotations

from timeline.analysis import Sentence, Token
from timeline.lexicons import Lexicon
from timeline.text.chunks import chunk
from timeline.text.morphology import Forms, build_forms
from timeline.text.tokens import tokenize

__all__ = ["analyse"]

_PUNCT = frozenset(".,;:!?()[]\"'`-/\u2026") | {"``", "''", "--", "---", "..."}
_NOUNISH = frozenset({"NN", "NNS", "NNP"})
_SUBJECTS = frozenset({"NN", "NNS", "NNP", "PRP", "WP", "WDT", "EX", "DT"})
_BEFORE_NOUN = frozenset({"DT", "PRP$", "POS", "JJ", "CD"})
_OPENS_OBJECT = frozenset({"DT", "PRP", "PRP$", "CD", "NNP", "TO", "WRB"})
_VERBS = frozenset({"VB", "VBD", "VBP", "VBZ", "VBN", "VBG"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_PARTICLES = frozenset({"out", "off", "up", "down", "away", "over", "back", "on"})
_CLAUSE_BREAK = frozenset({",", ";", ":", "(", ")", "--", "-", "\u2014", '"', "``", "''"})


def analyse(sentence: Sentence, lexicon: Lexicon | None = None) -> None:
    """Fill ``sentence.tokens`` (with tags and lemmas) and ``sentence.chunks``.

    >>> from timeline.text.sentences import split
    >>> (sentence,) = split("Moscow expelled 10 US diplomats.")
    >>> analyse(sentence)
    >>> [(t.text, t.tag) for t in sentence.tokens][:3]
    [('Moscow', 'NNP'), ('expelled', 'VBD'), ('10', 'CD')]
    """
    forms = (lexicon or Lexicon.default()).derive(build_forms)
    tokens = tokenize(sentence.text, sentence.start)
    all_caps = sentence.text.isupper() or _is_title_case(tokens)
    options = [_options(token, i, forms, all_caps) for i, token in enumerate(tokens)]
    for i, token in enumerate(tokens):
        token.tag = options[i][0] if len(options[i]) == 1 else _choose(tokens, options, i, forms)
    _mend(tokens, options, forms)
    for token in tokens:
        token.lemma = forms.lemma(token.lower, token.tag)
    sentence.tokens = tokens
    sentence.chunks = chunk(tokens)


def _is_title_case(tokens: list[Token]) -> bool:
    """A headline that capitalises every longer word, where a capital says nothing about names."""
    longer = [t for t in tokens if len(t.text) > 4 and t.text.isalpha()]
    return len(longer) > 3 and sum(t.text[0].isupper() for t in longer) >= 0.9 * len(longer)


def _options(token: Token, i: int, forms: Forms, all_caps: bool) -> tuple[str, ...]:
    """The tags a token's form allows, the likeliest first."""
    text, lower = token.text, token.lower
    if lower in _PUNCT or not any(c.isalnum() for c in lower):
        return ("POS",) if lower == "'" and i else ("PUNCT",)
    known = forms.tags.get(lower)
    if text[0].isupper() and (not all_caps or (not known and not text.isupper())):
        return _capital_options(text, lower, i, known, forms)
    if known:
        return known
    if lower[0].isdigit() or lower[0] in "$\u20ac\u00a3\u00a5":
        return ("JJ",) if "-" in lower else ("CD",)
    return forms.guess(lower)


def _capital_options(text: str, lower: str, i: int, known: tuple[str, ...] | None, forms: Forms) -> tuple[str, ...]:
    """A capital inside a sentence marks a name, unless the word belongs to a closed class."""
    if lower in forms.closed and (len(text) == 1 or not text.isupper()) and not (i and known == ("MD",)):
        return known or ("NNP",)
    if forms.is_demonym(lower):
        return ("NNS",) if forms.is_demonym(lower.removesuffix("s")) and lower.endswith("s") else ("JJ", "NNP")
    if text[1:2].isdigit() or text.startswith(("US$", "A$", "C$")):
        return ("NNP",)
    if i == 0 and known and not text.isupper():
        return (*known, "NNP") if "NNP" not in known else known
    if i == 0 and not known:
        guess = forms.guess(lower)
        return ("NNP",) if guess[0] == "NN" else (*guess, "NNP")
    return ("NNP",)


def _choose(tokens: list[Token], options: list[tuple[str, ...]], i: int, forms: Forms) -> str:
    """One tag of several, from the words before (already tagged) and after."""
    allowed = options[i]
    before = _previous(tokens, i)
    if before is None and "NNP" in allowed and _next_options(options, i)[0] in _FINITE:
        return "NNP" if allowed[0] in ("VBG", "JJ", "VBN", "VBD", "RB", "VB") else allowed[0]
    for wanted, pick in _CHOICES:
        if any(tag in allowed for tag in wanted):
            tag = pick(tokens, options, i, before, forms)
            if tag is not None and tag in allowed:
                return tag
    if allowed[0] == "VB" and before is not None and before.tag in _NOUNISH:
        return "VBP"
    return allowed[0]


def _previous(tokens: list[Token], i: int) -> Token | None:
    """The token before, adverbs skipped."""
    j = i - 1
    while j >= 0 and tokens[j].tag == "RB":
        j -= 1
    return tokens[j] if j >= 0 else None


def _next_options(options: list[tuple[str, ...]], i: int) -> tuple[str, ...]:
    """What the next token may be, adverbs skipped."""
    j = i + 1
    while j < len(options) and options[j] == ("RB",):
        j += 1
    return options[j] if j < len(options) else ("PUNCT",)


def _pick_that(
    tokens: list[Token], options: list[tuple[str, ...]], i: int, before: Token | None, forms: Forms
) -> str | None:
    """``that``: relative after a noun before a verb, conjunction after a verb, else determiner."""
    if tokens[i].lower != "that":
        return None
    follows = _next_options(options, i)[0]
    if before is not None and before.tag in _NOUNISH and (follows in _FINITE or follows in ("VBD", "VBN")):
        return "WDT"
    if before is not None and before.tag in ("IN", "TO") and follows in ("NN", "JJ"):
        return "DT"
    if (before is None or before.lower in _CLAUSE_BREAK) and follows in ("NN", "VBZ", "VBD", "MD"):
        return "DT"
    return "IN"


def _pick_base(
    tokens: list[Token], options: list[tuple[str, ...]], i: int, before: Token | None, forms: Forms
) -> str | None:
    """Base form or noun: ``to attack``, ``the attack``, ``troops attack the``."""
    allowed = options[i]
    follows = _next_options(options, i)
    if before is None:
        return "NN" if "NN" in allowed and follows[0] in (*_FINITE, "IN", "PUNCT") else None
    if before.tag in ("TO", "MD") and "VB" in allowed:
        return _after_to(tokens, allowed, i, follows, forms)
    if before.lower in ("do", "does", "did") and "VB" in allowed and tokens[i - 1] is not before:
        return "VB"
    if before.lower in forms.auxiliaries and "VB" in allowed and ("NN" in allowed or "JJ" in allowed):
        return "NN" if "NN" in allowed else "JJ"
    if before.tag in _BEFORE_NOUN or before.tag == "IN":
        return "NN" if "NN" in allowed else ("JJ" if "JJ" in allowed else None)
    if before.lower in ("help", "helped", "let", "make", "made") and "VB" in allowed and follows[0] in _OPENS_OBJECT:
        return "VB"
    if before.tag in ("NNS", "PRP", "WP", "WDT") and "VB" in allowed and follows[0] not in ("VBD", "VBZ", "MD", "VBP"):
        singular = before.tag == "PRP" and before.lower in ("he", "she", "it", "him", "us", "me")
        if not singular and (before.tag != "NNS" or follows[0] in _OPENS_OBJECT or "NN" not in allowed):
            return "VBP"
    if before.tag == "CC" and "VB" in allowed and follows[0] in ("DT", "PRP", "PRP$", "WP", "NNP"):
        if any(t.tag == "VBP" for t in tokens[:i]) and not any(t.tag in ("VBZ", "VBD") for t in tokens[:i]):
            return "VBP"
    if "NN" in allowed and before.tag == "NNP" and follows[0] in ("DT", "PRP$") and not _has_finite(tokens, i):
        if any(t.tag == "NNS" for t in tokens[:i]) and not _finite_ahead(tokens, options, i):
            return "VBP"
    joined = any(t.tag == "CC" for t in tokens[max(0, i - 7) : i])
    if "NN" in allowed and before.tag == "NNP" and joined and follows[0] not in ("NNS", "PUNCT"):
        if not _has_finite(tokens, i) and not _finite_ahead(tokens, options, i):
            return "VBP"
    if "NN" in allowed:
        return "VBP" if before.tag == "NNS" and follows[0] in ("DT", "PRP$", "PRP") else "NN"
    return None


def _after_to(tokens: list[Token], allowed: tuple[str, ...], i: int, follows: tuple[str, ...], forms: Forms) -> str:
    """``to visit Paris`` is a verb, ``an end to attacks``/``to work`` after a noun of going is a noun."""
    if "NN" in allowed and i >= 2 and tokens[i - 1].lower == "to" and tokens[i - 2].lower in forms.noun_to:
        return "VB" if follows[0] in _OPENS_OBJECT else "NN"
    return "VB"


def _pick_s_form(
    tokens: list[Token], options: list[tuple[str, ...]], i: int, before: Token | None, forms: Forms
) -> str | None:
    """``strikes``: third person or plural."""
    allowed = options[i]
    if "NNS" not in allowed:
        return "VBZ"
    follows = _next_options(options, i)[0]
    if before is not None and before.tag == "CC" and _goes_on_in_present(tokens, options, i):
        return "VBZ"
    nxt = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if before is not None and before.lower == "," and i > 1 and (follows in ("TO", "DT", "PRP$", "PRP") or nxt == "that"):
        return "VBZ"
    if before is None or before.tag in ("DT", "PRP$", "POS", "JJ", "CD", "IN", "TO", "MD", "CC", "VBG"):
        return "NNS"
    if before.tag in ("PRP", "WP", "WDT", "EX"):
        return "VBZ"
    if before.tag in ("NN", "NNP"):
        if _has_finite(tokens, i):
            return "NNS"
        if follows in (*_OPENS_OBJECT, "JJ", "VBG", "VBN") or _adverb_after(tokens, i, forms):
            return "VBZ"
        if nxt in ("that", "out", "off", "up", "down", "away", "back"):
            return "VBZ"
        if follows == "IN" and not _finite_ahead(tokens, options, i):
            return "VBZ"
    return "NNS"


def _goes_on_in_present(tokens: list[Token], options: list[tuple[str, ...]], i: int) -> bool:
    """``expels diplomats and closes its embassy``: after *and*, with an object, in a sentence of the present tense."""
    if not any(t.tag in ("VBZ", "MD") for t in tokens[:i]):
        return False
    following = _next_options(options, i)
    after = options[i + 2][0] if i + 2 < len(options) else "PUNCT"
    if following[0] in (*_OPENS_OBJECT, "NNS"):
        return True
    return (following[0] in ("RB", "RP") or tokens[i + 1].lower == "home") and after in _OPENS_OBJECT


def _finite_ahead(tokens: list[Token], options: list[tuple[str, ...]], i: int) -> bool:
    """Whether a verb that can only be finite comes before the clause ends, or no full stop does (a headline)."""
    for j in range(i + 1, len(tokens)):
        if options[j][0] in ("VBD", "VBZ", "MD") and "NNS" not in options[j]:
            return True
        if tokens[j].lower in (";", ":"):
            return False
    return tokens[-1].lower not in (".", '"')


def _adverb_after(tokens: list[Token], i: int, forms: Forms) -> bool:
    return i + 1 < len(tokens) and forms.tags.get(tokens[i + 1].lower, ("",))[0] in ("RB", "RP")


def _pick_past(
    tokens: list[Token], options: list[tuple[str, ...]], i: int, before: Token | None, forms: Forms
) -> str | None:
    """``fired``: past tense, participle after *have/be*, or a reduced relative clause."""
    allowed = options[i]
    if before is None:
        return "VBN" if "VBN" in allowed else None
    if before.tag in ("TO", "MD") and "VB" in allowed:
        return "VB"
    if _has_auxiliary(tokens, i, forms):
        return "VBN"
    if before.tag in ("DT", "PRP$", "JJ", "CD", "POS"):
        return "JJ" if "JJ" in allowed else "VBN"
    if before.tag == "IN" and before.lower in (
        "as",
        "if",
        "when",
        "once",
        "unless",
        "though",
        "although",
        "than",
        "where",
    ):
        return "VBN"
    if before.tag == "IN":
        return "JJ" if "JJ" in allowed else "VBN"
    follows = _next_options(options, i)[0]
    if before.tag in _NOUNISH and "VBN" in allowed and "VBD" in allowed:
        return "VBN" if _is_reduced_relative(tokens, options, i, follows) else "VBD"
    if before.lower == "," and "VBN" in allowed and _after_particle(tokens, i) in ("by", "of", "as"):
        return "VBN"
    if "VBD" in allowed:
        return "VBD"
    return None


def _after_particle(tokens: list[Token], i: int) -> str:
    """The next word, a particle skipped (``carried out by``)."""
    j = i + 1
    if j < len(tokens) and tokens[j].lower in _PARTICLES:
        j += 1
    return tokens[j].lower if j < len(tokens) else ""


def _is_reduced_relative(tokens: list[Token], options: list[tuple[str, ...]], i: int, follows: str) -> bool:
    """``rockets fired from Gaza struck``: by follows, or a finite verb comes before the clause ends."""
    nxt = _after_particle(tokens, i)
    if nxt == "by":
        return "VBG" not in options[min(i + 2, len(options) - 1)]
    if _has_finite(tokens, i) and not _subject_follows_break(tokens, i):
        return True
    if follows not in ("IN", "TO") and nxt not in ("in", "on", "at", "from", "last", "to"):
        return False
    for j in range(i + 1, min(len(tokens), i + 14)):
        if tokens[j].lower in _CLAUSE_BREAK or tokens[j].lower in ("and", "but", "that", "who", "which", "when", "as"):
            return False
        if options[j][0] in ("VBD", "VBZ", "MD", "VBP") and "NNS" not in options[j] and "VBN" not in options[j][:1]:
            return options[j - 1][0] != "PRP"
    return False


def _subject_follows_break(tokens: list[Token], i: int) -> bool:
    """Whether a comma or conjunction stands between the last finite verb and here."""
    for j in range(i - 1, -1, -1):
        if tokens[j].tag in _FINITE:
            return False
        if (
            tokens[j].lower in _CLAUSE_BREAK
            or tokens[j].tag in ("CC", "WDT", "WP", "WRB")
            or (
                tokens[j].tag == "IN"
                and tokens[j].lower
                in ("that", "as", "after", "before", "because", "while", "since", "if", "although", "though", "until")
            )
        ):
            return True
    return True


def _has_auxiliary(tokens: list[Token], i: int, forms: Forms) -> bool:
    """Whether *be* or *have* stands just before (adverbs, *not*, and coordinated participles between)."""
    for j in range(i - 1, max(-1, i - 7), -1):
        token = tokens[j]
        if token.lower in forms.auxiliaries:
            return True
        if token.tag not in ("RB", "VBN", "CC", "PUNCT") or (token.tag == "PUNCT" and token.lower != ","):
            return token.tag in ("PRP", "NNP", "NN", "NNS") and j > 0 and j == i - 1 and _question(tokens, j, forms)
    return False


def _question(tokens: list[Token], j: int, forms: Forms) -> bool:
    return j == 1 and tokens[0].lower in forms.auxiliaries


def _has_finite(tokens: list[Token], i: int) -> bool:
    """Whether the clause already has a finite verb before token ``i``."""
    for j in range(i - 1, -1, -1):
        token = tokens[j]
        if token.tag in _FINITE:
            return True
        if (
            token.lower in _CLAUSE_BREAK
            or token.tag in ("CC", "WP", "WDT", "WRB")
            or token.lower in ("that", "as", "after", "because", "while")
        ):
            return False
    return False


def _pick_ing(
    tokens: list[Token], options: list[tuple[str, ...]], i: int, before: Token | None, forms: Forms
) -> str | None:
    """``bombing``: noun after a determiner or before *of*, else participle."""
    allowed = options[i]
    nxt = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if before is not None and before.tag in ("DT", "JJ", "POS", "PRP$", "CD") and "NN" in allowed:
        return "NN"
    if nxt == "of" and "NN" in allowed:
        return "NN"
    if before is not None and before.tag == "NNP" and "NN" in allowed and nxt in ("of", "on", "in"):
        return "NN"
    follows = _next_options(options, i)[0]
    if "NN" in allowed and allowed[0] == "NN" and follows not in _OPENS_OBJECT:
        return "NN"
    return "VBG"


def _pick_her(
    tokens: list[Token], options: list[tuple[str, ...]], i: int, before: Token | None, forms: Forms
) -> str | None:
    """``her``: possessive before a noun, else object."""
    follows = _next_options(options, i)
    return "PRP$" if any(tag in ("NN", "NNS", "JJ", "NNP") for tag in follows) else "PRP"


def _pick_demonym(
    tokens: list[Token], options: list[tuple[str, ...]], i: int, before: Token | None, forms: Forms
) -> str | None:
    """``Russian``: adjective before a noun or adjective, else a name."""
    follows = _next_options(options, i)
    if options[i][0] == "RB":
        return "RB"
    if "NNS" in options[i]:
        return "NNS"
    return "JJ" if any(tag in ("NN", "NNS", "JJ", "NNP", "CC", "VBG") for tag in follows) else "NNP"


def _pick_adjective(
    tokens: list[Token], options: list[tuple[str, ...]], i: int, before: Token | None, forms: Forms
) -> str | None:
    """``capital``: adjective before a noun, noun where the phrase ends."""
    if "NN" not in options[i] or options[i][0] != "JJ":
        return None
    follows = _next_options(options, i)
    if any(tag in ("NN", "NNS", "JJ", "NNP", "VBG", "CD", "CC") for tag in follows):
        return "JJ"
    return "NN" if before is not None and before.tag in (*_BEFORE_NOUN, *_NOUNISH, "IN") else "JJ"


def _pick_since(
    tokens: list[Token], options: list[tuple[str, ...]], i: int, before: Token | None, forms: Forms
) -> str | None:
    """``have since left``: an adverb inside a verb group, else a preposition or conjunction."""
    if options[i] != ("IN", "RB"):
        return None
    return "RB" if before is not None and before.lower in forms.auxiliaries else "IN"


_CHOICES = (
    (("RB",), _pick_since),
    (("DT",), _pick_that),
    (("PRP$",), _pick_her),
    (("VBG",), _pick_ing),
    (("VBD", "VBN"), _pick_past),
    (("VBZ",), _pick_s_form),
    (("VB",), _pick_base),
    (("JJ",), _pick_adjective),
    (("NNP",), _pick_demonym),
)


def _mend(tokens: list[Token], options: list[tuple[str, ...]], forms: Forms) -> None:
    """Second look, with both neighbours tagged: a clause wants a finite verb."""
    if any(token.tag in _FINITE for token in tokens):
        return
    for i, token in enumerate(tokens):
        if token.tag == "VBN" and "VBD" in options[i] and i and tokens[i - 1].tag in _NOUNISH:
            token.tag = "VBD"
            return
    for i, token in enumerate(tokens):
        if token.tag in ("NNS", "NN") and i and tokens[i - 1].tag in _NOUNISH and _reads_as_verb(tokens, options, i):
            token.tag = "VBZ" if "VBZ" in options[i] else "VBP"
            return


def _reads_as_verb(tokens: list[Token], options: list[tuple[str, ...]], i: int) -> bool:
    """In a verbless line (a headline), a noun that could be a verb and has an object after it."""
    if not {"VBZ", "VB"} & set(options[i]) or i + 1 >= len(tokens):
        return False
    if "VBZ" not in options[i] and tokens[i - 1].tag != "NNS":
        return False
    return tokens[i + 1].tag in ("DT", "NNP", "JJ", "CD", "PRP$", "NN", "NNS", "TO", "VBG")
