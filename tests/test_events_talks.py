"""Acts of talks and words as reports tell them: votes, texts, go-betweens, views, what is asked for and refused."""

from __future__ import annotations

import pytest

from tests.wordings import told

CASES = [
    # what is refused was asked or offered all the same; what is only asked for is not done
    (
        "Kenya turned down requests by Somalia to fly over its coast.",
        {("REJECT", "KEN", "SOM"), ("REQUEST", "SOM", "KEN")},
    ),
    ("Kenya ignored Somalia's demand to withdraw its troops.", {("REJECT", "KEN", "SOM"), ("REQUEST", "SOM", "KEN")}),
    (
        "Kenya ignored Somalia's demand that it withdraw its troops.",
        {("REJECT", "KEN", "SOM"), ("REQUEST", "SOM", "KEN")},
    ),
    ("Kenya rejected Somalia's offer to free the crew.", {("REJECT", "KEN", "SOM"), ("AGREE", "SOM", "KEN")}),
    # what is judged was done
    (
        "Kenya welcomed Somalia's decision to lift the ban on its tea.",
        {("SUPPORT", "KEN", "SOM"), ("CONCEDE", "SOM", "KEN")},
    ),
    ("Kenya regretted that Somalia had left the pact.", {("ACCUSE", "KEN", "SOM"), ("SANCTION", "SOM", "KEN")}),
    # texts and votes
    ("A text condemning Somalia was adopted by the Security Council.", {("ACCUSE", "UN", "SOM")}),
    ("A motion condemning Somalia was passed by the Kenyan parliament on Friday.", {("ACCUSE", "KEN", "SOM")}),
    ("Kenya struck down a Security Council text on Somalia.", {("REJECT", "KEN", "UN")}),
    ("Kenya brought Somalia before the World Trade Organization.", {("ACCUSE", "KEN", "SOM")}),
    ("Kenya opened a case at the WTO against Somalia.", {("ACCUSE", "KEN", "SOM")}),
    # who goes between others
    (
        "Kenya broke the Egyptian-mediated truce with Somalia.",
        {("ASSAULT", "KEN", "SOM"), ("CONSULT", "EGY", "SOM")},
    ),
    ("The Ethiopian-brokered talks between Kenya and Somalia opened.", {("CONSULT", "ETH|KEN|SOM", "")}),
    ("Malawi sided with Kenya in the quarrel with Somalia.", {("SUPPORT", "MWI", "KEN")}),
    # whose view it is
    ("In Kenya's view, the Somali step was a breach of the pact.", {("ACCUSE", "KEN", "SOM")}),
    ("According to the Kenyan foreign ministry, Somalia has broken the pact.", {("ACCUSE", "KEN", "SOM")}),
    ("Somalia's step, the Kenyan minister said, was a breach of the pact.", {("ACCUSE", "KEN", "SOM")}),
    ('The Kenyan minister said the Somali proposal was "dead on arrival".', {("ACCUSE", "KEN", "SOM")}),
    ("Kenya said it was Somali soldiers who opened fire.", {("ACCUSE", "KEN", "SOM"), ("ASSAULT", "SOM", "KEN")}),
    # conditions
    (
        "Kenya's minister said Nairobi would cut off gas to Somalia - which lives on it - unless it paid.",
        {("THREATEN", "KEN", "SOM")},
    ),
    ("Kenya would close the border to Somalia should its troops invade Ethiopia.", {("THREATEN", "KEN", "SOM")}),
    # orders that are penalties, and what is not done
    ("Kenya ordered Somalia to close its consulate in Mombasa.", {("SANCTION", "KEN", "SOM")}),
    ("Kenya told Somalia to cut its embassy staff by ten.", {("SANCTION", "KEN", "SOM")}),
    ("Kenya denied shelling Somali villages.", set()),
    ("Kenya decided not to hit back at Somalia.", {("CONCEDE", "KEN", "SOM")}),
]


@pytest.mark.parametrize(("text", "records"), CASES)
def test_acts_of_talks_and_words(text: str, records: set[tuple[str, str, str]]) -> None:
    found = {(type_, "|".join(sorted(actors)), "|".join(sorted(targets))) for type_, actors, targets in told(text)}
    assert found == records
