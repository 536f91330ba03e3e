"""What always holds, whatever the text."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.actor_texts import mentions
from timeline.actors.matching import NameMatcher

PIECES = st.sampled_from(
    ["Russia", "the US", "its", "they", "Russian diplomats", "Moscow's", "expelled", "in", "Damascus", ",", "and", ".",
     "the ministry", "both countries", "President", "Joe Biden", "Lavrov", "Iran-backed", "militia", "\n\n", "10",
     "“No”", "said", "of", "Kim", "the bloc", "Sino-", "U.S.-led", "’s", "–", "é", "\u2028", "MOSCOW (AP) --"]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map(" ".join), st.text(max_size=200))


@settings(max_examples=150)
@given(TEXTS)
def test_spans_lie_in_the_text_in_order_and_names_are_never_empty(text: str) -> None:
    found = mentions(text)
    for mention in found:
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.name.strip()
        assert len(set(mention.codes)) == len(mention.codes)
        assert 0 <= mention.confidence <= 1
    assert [m.start for m in found] == sorted(m.start for m in found)
    assert len({(m.start, m.end) for m in found}) == len(found)


@settings(max_examples=40)
@given(TEXTS)
def test_the_same_text_gives_the_same_mentions(text: str) -> None:
    assert repr(mentions(text)) == repr(mentions(text))


@settings(max_examples=60)
@given(st.text(alphabet="ab .-", max_size=60), st.sets(st.text(alphabet="ab", min_size=1, max_size=4), max_size=6))
def test_the_matcher_finds_whole_names_without_overlaps(text: str, names: set[str]) -> None:
    last = 0
    for start, end, name in NameMatcher({n: n for n in names}).finditer(text):
        assert text[start:end] == name
        assert start >= last
        assert not text[start - 1 : start].isalnum()
        assert not text[end : end + 1].isalnum()
        last = end


def test_time_grows_with_the_text_and_no_faster() -> None:
    text = "Russia and its neighbour said they met the ministry of both countries in Oslo, and he told them so. " * 40

    def seconds(times: int) -> float:
        start = time.process_time()
        mentions(text * times)
        return time.process_time() - start

    seconds(1)
    assert seconds(8) < 40 * max(seconds(1), 0.02)
