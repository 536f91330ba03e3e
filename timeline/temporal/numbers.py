"""Numbers in words: runs of number words become one token ("twenty-five", "two and a half")."""

from __future__ import annotations

from timeline.temporal.vocabulary import Token, class_char

__all__ = ["merge_numbers"]

_WORD, _DASH, _AND, _A, _HALF = (class_char(c) for c in ("numword", "dash", "and", "a", "halfword"))
_SUM, _DAY, _NUM, _YEAR, _ORDINAL = (class_char(c) for c in ("sum", "day", "num", "year", "ordinal"))
_DIGITS = (_DAY, _NUM, _SUM)


def merge_numbers(tokens: list[Token]) -> list[Token]:
    """The tokens with each run of number words as a single number token, fractions added.

    "nineteen ninety-seven" becomes a year.
    """
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.cls == _WORD:
            token, at = _words(tokens, at)
        else:
            at += 1
        if token.cls in _DIGITS:
            token, at = _scaled(tokens, token, at)
            token, at = _half(tokens, token, at)
        out.append(token)
    return out


def _words(tokens: list[Token], at: int) -> tuple[Token, int]:
    """The longest number that begins at a number word, and where it ends."""
    parts = [tokens[at]]
    end = at + 1
    while end < len(tokens):
        step = 2 if tokens[end].cls in (_DASH, _AND) else 1
        if end + step > len(tokens) or tokens[end + step - 1].cls != _WORD:
            break
        following = tokens[end + step - 1]
        if tokens[end].cls == _AND and parts[-1].value < 100:
            break
        if not _continues([p.value for p in parts], following.value):
            break
        parts.append(following)
        end += step
    values = [p.value for p in parts]
    year = _year(values)
    number = year if year else _sum(values)
    cls = _YEAR if year else _DAY if 1 <= number <= 31 else _NUM
    first, last = tokens[at], tokens[end - 1]
    return Token(first.start, last.end, cls, number, " ".join(t.text for t in tokens[at:end])), end


def _continues(values: list[int], following: int) -> bool:
    """Whether a number word can go on with another."""
    last = values[-1]
    if following >= 100:
        return last < following
    if last >= 100:
        return True
    if last >= 20:
        return following < 10
    return len(values) == 1 and last in (17, 18, 19) and following >= 10


def _year(values: list[int]) -> int | None:
    """The year said as two numbers: nineteen, ninety, seven."""
    if len(values) >= 2 and values[0] in (17, 18, 19, 20) and 10 <= values[1] < 100:
        return values[0] * 100 + sum(values[1:])
    return None


def _sum(values: list[int]) -> int:
    total = current = 0
    for value in values:
        if value >= 1000:
            total, current = total + max(current, 1) * value, 0
        elif value == 100:
            current = max(current, 1) * 100
        else:
            current += value
    return total + current


def _scaled(tokens: list[Token], token: Token, at: int) -> tuple[Token, int]:
    """A number in digits with the "million" that follows it."""
    if at < len(tokens) and tokens[at].cls == _WORD and tokens[at].value >= 100:
        scale = tokens[at]
        number = float(token.value) * scale.value
        return Token(token.start, scale.end, _SUM, number, f"{token.text} {scale.text}"), at + 1
    return token, at


def _half(tokens: list[Token], token: Token, at: int) -> tuple[Token, int]:
    """A number with the "and a half" that follows it."""
    classes = [t.cls for t in tokens[at : at + 5] if t.cls != _DASH]
    skipped = [t for t in tokens[at : at + 5] if t.cls != _DASH][:3]
    if classes[:3] == [_AND, _A, _HALF] or classes[:3] == [_AND, _WORD, _HALF]:
        end = tokens.index(skipped[2], at) + 1
        whole = Token(token.start, skipped[2].end, _SUM, float(token.value) + 0.5, token.text + " and a half")
        return whole, end
    return token, at
