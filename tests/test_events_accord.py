"""Friendly dealings: work in common, help and backing received, guests, calls, who is between two others."""

from __future__ import annotations

import pytest

from tests.wordings import told


@pytest.mark.parametrize(
    ("text", "type_", "actors", "targets"),
    [
        # what two states do side by side is cooperation, whatever it is; what one does alone is none
        ("Kenya and Tanzania held naval drills off Mombasa.", "COOPERATE", ("KEN", "TZA"), ()),
        ("Kenya held naval drills with Tanzania off Mombasa.", "COOPERATE", ("KEN", "TZA"), ()),
        ("The exercises between Kenya and Tanzania began on Monday.", "COOPERATE", ("KEN", "TZA"), ()),
        ("Kenyan and Tanzanian troops patrol the hills side by side.", "COOPERATE", ("KEN", "TZA"), ()),
        ("Kenyan and Tanzanian rangers dredge the river together.", "COOPERATE", ("KEN", "TZA"), ()),
        ("Kenya held naval drills off Mombasa.", "MOBILIZE", ("KEN",), ()),
        # the roles are the other way round of verbs of getting and hosting
        ("Kenya received tanks from Norway.", "AID", ("NOR",), ("KEN",)),
        ("Kenya secured a promise from Tanzania.", "AGREE", ("TZA",), ("KEN",)),
        ("Kenya won the backing of Norway.", "SUPPORT", ("NOR",), ("KEN",)),
        ("Kenya acted on a tip from Norway.", "COOPERATE", ("NOR",), ("KEN",)),
        ("Kenya rolled out the red carpet for the Norwegian king.", "CONSULT", ("NOR",), ("KEN",)),
        ("Ruto took a call from Macron.", "CONSULT", ("FRA",), ("KEN",)),
        # nouns that are talks only when they say with whom
        ("At a session with Norwegian ministers, Kenya agreed to wait.", "CONSULT", ("NOR", "KEN"), ()),
        (
            "It was talked over in a call between the leaders of Kenya and Norway.",
            "CONSULT",
            ("KEN", "NOR"),
            (),
        ),
        # a class right before a possessive
        ("The Kenyan president's arrival in Oslo was shown live.", "CONSULT", ("KEN",), ("NOR",)),
        ("Oman acted as a go-between for Kenya and Norway.", "CONSULT", ("OMN",), ("KEN", "NOR")),
        # the count of a vote; what talks bring; whose defence; what is voted for is done
        ("Kenya's parliament voted 184 to 7 for Somali statehood.", "SUPPORT", ("KEN",), ("SOM",)),
        ("Kenya's parliament voted in favour of an embargo against Somalia.", "SANCTION", ("KEN",), ("SOM",)),
        ("Talks yielded an accord between Kenya and Somalia.", "AGREE", ("KEN", "SOM"), ()),
        ("Kenya sprang to Norway's defence.", "SUPPORT", ("KEN",), ("NOR",)),
        # whose and what kind between the words of a phrase; who follows them; money by its sign
        ("Ruto kicked off a three-day tour of Norway.", "CONSULT", ("KEN",), ("NOR",)),
        ("Kenyan police worked hand in glove with Somali colleagues.", "COOPERATE", ("KEN", "SOM"), ()),
        ("Kenya gave Sri Lanka $20m to buy fuel.", "AID", ("KEN",), ("LKA",)),
        ("Kenya and Somalia are building a pipeline.", "COOPERATE", ("KEN", "SOM"), ()),
        ("Kenya set up a joint commission with Somalia.", "COOPERATE", ("KEN", "SOM"), ()),
        ("Kenya pledged $20m to Somalia.", "AGREE", ("KEN",), ("SOM",)),
        ("Kenya took Norway's side.", "SUPPORT", ("KEN",), ("NOR",)),
        ("Kenya bundled a Norwegian fraudster onto a plane to Oslo.", "COOPERATE", ("KEN",), ("NOR",)),
    ],
)
def test_dealing(text: str, type_: str, actors: tuple[str, ...], targets: tuple[str, ...]) -> None:
    assert (type_, actors, targets) in told(text), told(text)


@pytest.mark.parametrize("text", ["Kenya asked for a session.", "The arrival of spring in Kenya was late."])
def test_no_dealing(text: str) -> None:
    assert not [found for found in told(text) if found[0] == "CONSULT"]
