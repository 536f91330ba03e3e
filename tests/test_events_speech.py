"""Speech acts in idiom: refusals, complaints, demands, threats, and what becomes of the words they answer."""

from __future__ import annotations

import pytest

from tests.wordings import told


@pytest.mark.parametrize(
    ("text", "type_", "actors", "targets"),
    [
        # what becomes of what others ask and offer
        ("Kenya gave the Somali plan the thumbs down.", "REJECT", ("KEN",), ("SOM",)),
        ("Kenya swatted aside the Somali demand.", "REJECT", ("KEN",), ("SOM",)),
        ("Kenya turned up its nose at a Somali offer.", "REJECT", ("KEN",), ("SOM",)),
        ("Kenya went back on its promise to Somalia.", "REJECT", ("KEN",), ("SOM",)),
        ("Kenya poured cold water on the Philippine proposal.", "REJECT", ("KEN",), ("PHL",)),
        # the offer is the subject: whose it is is turned down, by whom stands after it
        ("The Somali plan got a frosty reception in Kenya.", "REJECT", ("KEN",), ("SOM",)),
        ("Somali appeals fell flat in Kenya.", "REJECT", ("KEN",), ("SOM",)),
        ("Somalia waited in vain for an apology from Kenya.", "REJECT", ("KEN",), ("SOM",)),
        # what will not be done to one, and what there will not be
        ("Kenya would not be bullied by Somalia.", "REJECT", ("KEN",), ("SOM",)),
        ("There will be no talks with Somalia, the Kenyan president said.", "REJECT", ("KEN",), ("SOM",)),
        ("Talks with Somalia are out of the question, the Kenyan president said.", "REJECT", ("KEN",), ("SOM",)),
        # threats
        ("Kenya wielded the prospect of an embargo against Somalia.", "THREATEN", ("KEN",), ("SOM",)),
        ("Kenya said that Somalia would reap the whirlwind.", "THREATEN", ("KEN",), ("SOM",)),
        ("Kenya offered a reward for the capture of a Somali general.", "THREATEN", ("KEN",), ("SOM",)),
        # demands: the noun with a light verb, or as the subject
        ("Kenya put out a call for help to Norway.", "REQUEST", ("KEN",), ("NOR",)),
        ("Chad held two men. Demands for the release of a Somali spy came from Kenya.", "REQUEST", ("KEN",), ("TCD",)),
        ("Kenya went cap in hand to Norway.", "REQUEST", ("KEN",), ("NOR",)),
        # complaints
        ("Kenya vented its spleen on Somalia.", "ACCUSE", ("KEN",), ("SOM",)),
        ("Kenya saw Somalia's hand in the flights.", "ACCUSE", ("KEN",), ("SOM",)),
        ("Ann Lee, the Somali ambassador, was summoned by Kenya to hear the list.", "ACCUSE", ("KEN",), ("SOM",)),
        ('Kenya called Somalia the "sick man of the coast".', "ACCUSE", ("KEN",), ("SOM",)),
        ('The Kenyan president spoke of a Somali "stab in the back".', "ACCUSE", ("KEN",), ("SOM",)),
        ("Kenya called the Somali decision a historic error.", "ACCUSE", ("KEN",), ("SOM",)),
        ("Kenya called the Somali decision courageous.", "SUPPORT", ("KEN",), ("SOM",)),
        ("Kenya retorted that the Somali launchers were a breach.", "ACCUSE", ("KEN",), ("SOM",)),
    ],
)
def test_idioms(text: str, type_: str, actors: tuple[str, ...], targets: tuple[str, ...]) -> None:
    assert (type_, actors, targets) in told(text), told(text)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        # what is refused was asked all the same, what is judged was done
        ("Kenya spurned a Somali request for help.", ["REJECT", "REQUEST"]),
        ("Kenya is livid over the Somali expulsion of two Kenyan envoys.", ["ACCUSE", "SANCTION"]),
        # but not the noun of the trigger itself, or the charge itself
        ("Kenya lodged a protest with Somalia.", ["ACCUSE"]),
        ("Kenya spoke of Somali terrorism.", ["ACCUSE"]),
        # never: a promise, no threat
        ("Kenya vowed never to bomb Somalia.", ["AGREE"]),
        # rows for some objects only tell nothing of others
        ("Kenya obtained a permit in Somalia.", []),
        ("Somalia invoked an old statute.", []),
        # advice to one's own people is neither a threat nor an expulsion
        ("Kenya cautioned its nationals to stay out of Somalia.", ["REQUEST"]),
        ("Kenya told all Kenyans to leave Somalia.", ["REQUEST"]),
    ],
)
def test_what_stands_beside(text: str, types: list[str]) -> None:
    assert sorted(t for t, _, _ in told(text)) == types, told(text)
