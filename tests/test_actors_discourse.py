"""Who is meant: pronouns, definite nouns, pairs, surnames, counterparts, over several sentences."""

from __future__ import annotations

import pytest

from tests.actor_texts import label, mention

#: text, phrase (its last occurrence counts), codes or name
REFERENCES = [
    ("Egypt's minister met the French envoy in Cairo. A court jailed two men.", "A court", "EGY"),
    # "in May" is no place; a regulator is an organ; an outlet that was named
    ("The German ministry left. Serbia met Peru in Bar, Serbia. In May the ministry paid.", "the ministry", "DEU"),
    ("The German regulator left. RT went to Serbia. The regulator paid.", "The regulator", "DEU"),
    ("RT left. In December a German firm took the channel off the air.", "the channel", "RUS"),
    # rebels without an article are the only ones spoken of; of two groups they may be either
    ("Boko Haram seized a school. Later rebels freed a pupil.", "rebels", "Boko Haram"),
    ("Boko Haram and ISIS met. Later rebels freed a pupil.", "rebels", "rebels"),
    ("Boko Haram seized a school. Later gunmen freed a pupil.", "gunmen", "gunmen"),
    # the two of the story, whoever speaks to them
    ("Peru and Chile quarrelled. Brazil urged the pair to talk.", "the pair", "PER CHL"),
    (
        "Peru accused Chile. Peru left. Chile stayed. The UN met. The OAS met. Brazil urged the two to talk.",
        "the two",
        "PER CHL",
    ),
    ("Egypt, Sudan and Chad met. Libya appealed to all three.", "all three", "EGY SDN TCD"),
    # of two named in one breath not those of whom one is named in passing
    (
        "Peru and Chile quarrelled. Peru left. Chile stayed. Peru and Chile met. Peru signed. Chile and Fiji protested."
        " Brazil pressed the neighbours to talk.",
        "the neighbours",
        "PER CHL",
    ),
    # a body that no table knows
    ("The Bakers' Union met. Its chairman left.", "Its chairman", "Bakers' Union"),
    # posts and envoys are those spoken of before
    ("The Chinese ambassador in Prague was summoned. The embassy kept silent.", "The embassy", "CHN"),
    # an envoy is not of the state where he is posted
    ("Mali protested. Its ambassador in Algiers, Foo Barry, left.", "Its ambassador", "MLI"),
    ("Mali and the US met. Secretary of State Foo Barry left.", "Secretary of State Foo Barry", "USA"),
    ("LUSAKA, Aug 16 (Own) - Trucks are moving. The commerce minister left.", "The commerce minister", "ZMB"),
    # whom one acts on is not oneself
    ("Sergei Lavrov left. Marco Rubio phoned him.", "him", "RUS"),
    # what was spoken of before
    ("Iran seized a Greek tanker. The tanker lay off Bandar Abbas.", "The tanker", "GRC"),
    ("Ten Chadian sailors were held in Libya. The sailors wrote home.", "The sailors", "TCD"),
    # Europe is the union where that is spoken of, else a part of the world
    ("The European Union met. Europe had refused.", "Europe", "EU"),
    ("Europe froze.", "Europe", "Europe"),
    # the North and the South
    ("South Korea and North Korea met. The North walked out.", "The North", "PRK"),
    ("Khartoum and Juba clashed. The South withdrew.", "The South", "SSD"),
    # a clause after a conjunction has a subject of its own
    ("Mali protested after Algiers closed the road with Niger and its banks stopped payments.", "its banks", "DZA"),
    # what commas set off does not part a subject from its verb
    ("Foo Barry, Peru's envoy, met Bolivia's Jane Doe. He left.", "He", "PER"),
    ("Peru, which met envoys of Chile on Monday, recalled its staff. It gave no reason.", "It", "PER"),
    # whose word or deed a sentence tells of goes on; whose goods or people they are does not
    ("Peru and Chile met. Lima's reply was soft. In May it proposed talks.", "it", "PER"),
    ("Peru met Chile. Peru left. Chilean soil is dry. It gave no reason.", "It", "PER"),
    # a people may be named without a plural
    ("Kenya asked the Sudanese to think again. They refused.", "They", "SDN"),
    # neighbours are states; a region is no body of like name
    (
        "Georgia blocks Russia at the World Trade Organization. Moscow complains that its neighbour is arming.",
        "its neighbour",
        "GEO",
    ),
    (
        "The East African Community met. At issue is Boko Haram, a group from the east of Nigeria. Its men fled.",
        "Its men",
        "Boko Haram",
    ),
    # a state by its part of the world
    ("Uruguay and Kenya met. The South American republic left.", "The South American republic", "URY"),
    ("Somalia and Kenya met. The Horn of Africa nation left.", "The Horn of Africa nation", "SOM"),
    # an ambassador by name is the envoy told of before
    ("Peru recalled its ambassador to Chad. Ambassador Foo Barry left.", "Ambassador Foo Barry", "PER"),
    # organs that have no name but what they see to
    ("Peru protested. The Supreme Defence Board agreed.", "The Supreme Defence Board", "PER"),
    # the troops are the soldiers spoken of before
    ("Peru met Chile. Ten Bolivian soldiers were freed. Chile called. The troops flew home.", "The troops", "BOL"),
    # as many as are meant, in a row, however far back; their envoys stand for them
    (
        "Chad, Niger and Mali spoke. Togo spoke. Togo left. Togo met Benin. The three envoys left.",
        "The three envoys",
        "TCD NER MLI",
    ),
    ("Peru and Chile quarrelled. The two ambassadors went home.", "The two ambassadors", "PER CHL"),
    # accents may be left out
    ("Jose Maria Aznar protested.", "Jose Maria Aznar", "ESP"),
    # it, they, he
    ("Turkey closed its border. It gave no reason.", "It", "TUR"),
    ("Spain protested after Morocco sent troops. It demanded an apology.", "It", "ESP"),
    ("NATO met on Monday. It agreed to send ships.", "It", "NATO"),
    ("Cuba and Haiti met. They agreed.", "They", "CUB HTI"),
    ("Last week Sweden, Norway and Finland said they would help.", "they", "SWE NOR FIN"),
    ("Russian pilots landed. They were tired.", "They", "RUS"),
    ("Emmanuel Macron spoke. He was firm.", "He", "FRA"),
    ("Angela Merkel left. Her government fell.", "Her government", "DEU"),
    ("Viktor Orban's office protested. His ministers agreed.", "His ministers", "HUN"),
    ("Obama phoned Netanyahu to reassure him.", "him", "ISR"),
    ("Japan recalled its ambassador.", "its ambassador", "JPN"),
    # definite nouns
    ("Thailand protested. The foreign ministry called it an insult.", "The foreign ministry", "THA"),
    ("The Israeli foreign minister met the Jordanian king. The king thanked him.", "The king", "JOR"),
    ("Qatar protested. The emirate denied it.", "The emirate", "QAT"),
    ("Saudi Arabia and Lebanon met. The kingdom lifted a ban.", "The kingdom", "SAU"),
    ("Latvia spoke after Canada. The Baltic state agreed.", "The Baltic state", "LVA"),
    ("The EU and China met. The bloc lifted its tariffs.", "The bloc", "EU"),
    ("ECOWAS met in Abuja. The regional bloc lifted sanctions.", "The regional bloc", "ECOWAS"),
    ("The IAEA sent a team. The agency found nothing.", "The agency", "IAEA"),
    ("The Taliban attacked. The militants killed two men.", "The militants", "Taliban"),
    ("Israel struck Hamas. The group fired back.", "The group", "Hamas"),
    ("The Polisario Front attacked. The front said so.", "The front", "Polisario Front"),
    ("In Minsk, the authorities jailed him.", "the authorities", "BLR"),
    ("Belgium protested when he spoke in Rotterdam. Police used dogs.", "Police", "NLD"),
    ("Hungary spoke. Its parliament voted. Parliament passed the bill.", "Parliament", "HUN"),
    # who only held an office, or will hold it, is not meant by it; who is about to leave it is
    ("Chile's president spoke. The previous president of Peru left. The president wept.", "The president", "CHL"),
    ("Chile met. The outgoing president of Peru spoke. The president wept.", "The president", "PER"),
    # pairs
    ("Chile and Bolivia met; both sides signed.", "both sides", "CHL BOL"),
    ("Eritrea attacked Ethiopia. The two neighbours fought for years.", "The two neighbours", "ERI ETH"),
    ("Serbia and Kosovo accused each other.", "each other", "SRB XKX"),
    ("Pakistan blamed India. Its neighbour denied it.", "Its neighbour", "IND"),
    ("Joe Biden met his Chinese counterpart.", "his Chinese counterpart", "CHN"),
    # surnames and titles
    ("Iranian Oil Minister Foo Barzi spoke. Barzi left.", "Barzi", "IRN"),
    ("Iranian Oil Minister Foo Barzi spoke. Mr Barzi left.", "Mr Barzi", "IRN"),
    ("Barzi leaves office\n\nIranian Oil Minister Foo Barzi left on Monday.", "Barzi", "IRN"),
    ("Theresa May left. Mrs May said no more.", "Mrs May", "GBR"),
    ("Kim Jong-un spoke. Kim was angry.", "Kim", "PRK"),
    ("Peru protested. The defence minister, Foo Barrios, spoke.", "The defence minister", "PER"),
    ("Peru protested. The defence minister, Foo Barrios, spoke.", "Foo Barrios", "PER"),
    ("The foreign minister, Sergei Lavrov, spoke.", "The foreign minister", "RUS"),
    ("The Libyan leader's son, Foobal, was held. Foobal was freed.", "Foobal", "LBY"),
]


@pytest.mark.parametrize(("text", "phrase", "expected"), REFERENCES)
def test_references(text: str, phrase: str, expected: str) -> None:
    assert label(mention(text, phrase)) == expected


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("It rained.", "It"),
        ("They left.", "They"),
        ("Both countries agreed.", "Both countries"),
        ("The ministry protested.", "The ministry"),
        ("The kingdom protested.", "The kingdom"),
        ("France protested. The kingdom agreed.", "The kingdom"),
    ],
)
def test_nobody_is_made_up(text: str, phrase: str) -> None:
    assert mention(text, phrase).codes == ()


def test_what_is_acted_on_is_not_the_one_who_acts() -> None:
    text = "Iran protested. Then the United States imposed sanctions on the central bank and on the ministry."
    assert mention(text, "the ministry").codes == ("IRN",)


def test_a_date_of_publication_settles_a_surname() -> None:
    text = "Johnson resigned on Thursday."
    assert mention(text, "Johnson", "2022-07-07").codes == ("GBR",)
    assert mention(text, "Johnson", "1999-07-07").codes == ()
    assert mention(text, "Johnson").codes == ()


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        # what "whose" opens is of whom it stands right behind
        ("Mali spoke. Togo met Peru, whose foreign ministry accused Chad.", "foreign ministry", "PER"),
        # a state named in passing is not whose organ goes on acting
        (
            "Peru met Chile. Peru left. Chile stayed. Peru signed. Fiji spoke up for both. The ministry kept silent.",
            "The ministry",
            "PER",
        ),
        # whom an organ acts on is not the state that it is of
        ("Mali and Togo met. Mali and Togo quarrelled. The ministry accused Togo.", "The ministry", "MLI"),
        # the organs of other states bear the names of those known best
        ("The United States and Peru met. The Peruvian Congress voted.", "The Peruvian Congress", "PER"),
        ("Honduras and Peru met. Honduras left. Congress voted.", "Congress", "HND"),
        # a town of two meanings
        ("Rwanda expelled four Belgian envoys. In Brussels, the minister protested.", "the minister", "BEL"),
        ("The EU and NATO met. Brussels protested.", "Brussels", "EU"),
    ],
)
def test_whose_organs_they_are(text: str, phrase: str, expected: str) -> None:
    assert label(mention(text, phrase)) == expected


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        # people told of before, in the same words or by their number
        ("Togo met Mali. Ten Peruvian fishermen were held in Chad. The fishermen left.", "The fishermen", "PER"),
        ("Togo met Mali. Chad held two Peruvian engineers. The two men left.", "The two men", "PER"),
        ("Togo met Mali. Chad held three Peruvian engineers. The prisoners left.", "The prisoners", "PER"),
        # where an envoy is posted stands between him and his name
        ("Togo met Mali. China's ambassador to France, Foo Barry, spoke. He left.", "He", "CHN"),
        ("Togo met Mali. Foo Barry, China's ambassador to France, spoke. Barry left.", "Barry", "CHN"),
        # for whom somebody stands, told behind his name
        ("Togo met Mali. Foo Barry, a spokesman for the Chinese embassy in Lima, spoke.", "Foo Barry", "CHN"),
        ("Togo met Mali. Foo Barry, who heads the Ghanaian army, spoke.", "Foo Barry", "GHA"),
        ("Togo met Mali. Foo Barry of the Ghanaian interior ministry spoke.", "Foo Barry", "GHA"),
        ("Togo met Mali. Foo Barry, 45, a Ghanaian banker, spoke.", "Foo Barry", "GHA"),
        # what stands between a speaker and his verb does not count
        ("Japan, which had notified the United Nations, said it would go on.", "it", "JPN"),
        ("Peru spoke. The ministry, which Chad had warned, said it would go on.", "it", "PER"),
        ("Peru and Mali met. A Chadian tanker, boarded off Mali, said it had been hit.", "it", "TCD"),
        ("Burundi says little of what led it to go.", "it", "BDI"),
    ],
)
def test_people_and_those_who_speak_for_a_party(text: str, phrase: str, expected: str) -> None:
    assert label(mention(text, phrase)) == expected


#: text, phrase (its last occurrence counts), name
DESCRIBED = [
    # who is named once with the words by which he is called elsewhere
    ("A former spy died. Ivan Foobar, the former spy, lived in Oslo.", "A former spy", "Ivan Foobar"),
    ("Ana Foobar, the opposition leader, left. Police held the opposition leader.", "the opposition leader",
     "Ana Foobar"),
    ("Union activist Ana Foobar left. Police held the union activist.", "the union activist", "Ana Foobar"),
    # two of whom the same is said, and a phrase that tells whose he is
    ("A spy, Ivan Foobar, left. A spy, Ana Foobar, came. A spy died.", "A spy", "spy"),
    ("Ivan Foobar, a Greek envoy, left. A Greek envoy died in Chad.", "A Greek envoy", "GRC"),
    # nobody stands for a state who has left his office
    ("Chad accused Libya of fraud. The former president fled.", "The former president", "former president"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "phrase", "expected"), DESCRIBED)
def test_persons_told_of_by_what_they_are(text: str, phrase: str, expected: str) -> None:
    assert label(mention(text, phrase)) == expected
