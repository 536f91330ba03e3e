"""Quarrels inside one state: which of its own are the two sides."""

import pytest

import timeline

_LESOTHO = "Lesotho is in turmoil. The government of Lesotho closed the schools of Maseru. "


def parties(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    found = sorted(timeline.extract(text, published="2021-05-06"), key=lambda e: e.mentions[0].trigger.start)
    return [(e.actor_labels, e.target_labels) for e in found]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # those whom nobody names act for the state that the report is about
        ("Officers beat the marchers with sticks.", (("LSO",), ("marchers",))),
        ("Guards in white helmets arrested forty nurses.", (("LSO",), ("forty nurses",))),
        # a state that is named in passing takes no part
        ("A Finnish tourist looked on. Forty nurses were detained.", (("LSO",), ("Forty nurses",))),
        # a crowd is against those who govern it
        ("Thousands of nurses marched.", (("nurses",), ("LSO",))),
        ("Nurses rejected the offer.", (("Nurses",), ("LSO",))),
        # those who were told of last are hit
        ("Marchers filled the square. Police fired tear gas.", (("LSO",), ("Marchers",))),
        ("Guards clubbed forty nurses. Officers fired tear gas into the square.", (("LSO",), ("forty nurses",))),
        # courts and police hit the state's own by name
        ("Senator Thabo Foobar was jailed for a year.", (("LSO",), ("Thabo Foobar",))),
        # what is laid on a place is laid on by its state
        ("A curfew was ordered in Maseru.", (("LSO",), ())),
        # a protest is of the crowd told of near by
        ("Marchers filled the square. The protests went on for a week.", (("Marchers",), ("LSO",))),
        # forces and people clash
        ("Troops and marchers clashed in Maseru.", (("LSO", "marchers"), ())),
    ],
)
def test_the_state_and_its_people(text: str, last: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    assert parties(_LESOTHO + text)[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Chadian police detained two Chadians.", (("TCD",), ("two Chadians",))),
        ("Chad charged a prominent Chadian physicist with treason.", (("TCD",), ("Chadian physicist",))),
        ("Chad jailed nine Chadian soldiers.", (("TCD",), ("nine Chadian soldiers",))),
        ("Chad banned the Libyan channel of a Chadian network.", (("TCD",), ("LBY",))),
    ],
)
def test_own_people_keep_their_words(text: str, last: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    assert parties(text)[-1] == last


def test_another_state_that_is_in_conflict_may_be_meant() -> None:
    text = "Ghana accused Togo of theft on May 1. Togo expelled two envoys of Ghana. Accra recalled its ambassador."
    assert parties(text)[-1] == (("GHA",), ("TGO",))


def test_people_who_are_named_count_more_than_a_state_that_was_supplied() -> None:
    text = "Peru protested to Chile. Peruvian police arrested three dissident reporters in Lima. The arrests followed."
    assert (("PER",), ("three dissident reporters",)) in parties(text)


def test_nobody_is_supplied_where_no_state_is_at_home() -> None:
    text = "The use of water cannon by the Chinese coast guard in a clash at sea was condemned by Japan."
    assert parties(text)[0] == (("CHN",), ())
