"""Prose without politics has no events: weather, sport, recipes, products, science, culture."""

from __future__ import annotations

from pathlib import Path

from timeline import extract

TEXT = (Path(__file__).parent / "neutral.txt").read_text(encoding="utf-8")


def test_at_most_one_event_in_a_thousand_words() -> None:
    found = [e for part in TEXT.split("\n\n") for e in extract(part, published="2024-05-06").events]
    words = len(TEXT.split())
    assert words > 1000
    assert len(found) <= words / 1000, [(e.type, e.trigger, e.quote) for e in found]


def test_words_of_war_are_not_always_war() -> None:
    for text in (
        "The striker attacked down the left and beat the goalkeeper in the final.",
        "A storm hit Cuba and killed four people.",
        "She will fight the cold with hot soup.",
        "Sales of the phone exploded in Japan.",
        "The film bombed at the box office in France.",
    ):
        assert not extract(text, published="2024-05-06").events, text


def test_verbs_of_everyday_life_tell_no_act_of_any_object() -> None:
    for text in (
        "Polish cooks add poppy seed to the dough.",
        "Shares in Tokyo rose four percent.",
        "The airline reacted by adding flights from Bergen to Gdansk.",
        "Norway matched the record of Sweden.",
    ):
        assert not extract(text, published="2024-05-06").events, text
