"""Every rule of the temporal grammar reads its own examples (published Thursday, 2021-05-06)."""

from __future__ import annotations

import pytest

from timeline.temporal import tag
from timeline.temporal.grammar import RULES

EXAMPLES = [(rule.name, *example) for rule in RULES for example in rule.examples]


@pytest.mark.parametrize(("name", "text", "words", "value"), EXAMPLES)
def test_rule_reads_its_example(name: str, text: str, words: str, value: str) -> None:
    found = {t.span.text: t.value for t in tag(text, "2021-05-06", "news", vague=True)}
    if words:
        assert found.get(words) == value, (name, found)
    else:
        assert found == {}, name


def test_every_rule_has_an_example() -> None:
    assert [rule.name for rule in RULES if not rule.examples] == []
