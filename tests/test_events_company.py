"""Several parties that act together are all actors."""

import pytest

import timeline


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Chad, Mali and Niger cut ties with Togo.", {"TCD", "MLI", "NER"}),
        ("Chad, along with Mali and Niger, cut ties with Togo.", {"TCD", "MLI", "NER"}),
        ("Together with Chad, Mali condemned Togo.", {"TCD", "MLI"}),
        ("Chadian, Malian and French forces attacked Togo.", {"TCD", "MLI", "FRA"}),
        ("Both Chad and Mali closed their borders to Togo.", {"TCD", "MLI"}),
    ],
)
def test_all_of_them_act(text: str, actors: set[str]) -> None:
    (event,) = timeline.extract(text, published="2021-06-01").events
    assert set(event.actor_labels) == actors
    assert event.target_labels == ("TGO",)
