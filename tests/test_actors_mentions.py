"""One phrase, one party: names, peoples, roles, possessives, hyphens, places, and names that are none."""

from __future__ import annotations

import pytest

from tests.actor_texts import label, mention, mentions
from timeline.actors.rules import RULES

EXAMPLES = [(rule.__name__, *example) for rule, examples in RULES for example in examples]


@pytest.mark.parametrize(("rule", "text", "phrase", "expected"), EXAMPLES)
def test_rules_do_what_their_examples_say(rule: str, text: str, phrase: str, expected: str) -> None:
    assert label(mention(text, phrase)) == expected, rule


def test_every_rule_has_examples() -> None:
    assert [rule.__name__ for rule, examples in RULES if not examples] == []


#: text, phrase, codes or name, role
PHRASES = [
    ("Oslo protested.", "Oslo", "NOR", None),
    ("The Kremlin answered.", "The Kremlin", "RUS", None),
    ("Downing Street declined.", "Downing Street", "GBR", None),
    ("The U.S. agreed.", "The U.S.", "USA", None),
    ("Ten Finns were freed.", "Ten Finns", "FIN", None),
    ("The Dutch protested.", "The Dutch", "NLD", None),
    ("Peru seized 12 Chilean boats.", "12 Chilean boats", "CHL", "boats"),
    ("Egypt banned Turkish goods.", "Turkish goods", "TUR", "goods"),
    ("The Turkish army advanced.", "The Turkish army", "TUR", "army"),
    ("The Nigerien foreign ministry protested.", "The Nigerien foreign ministry", "NER", "ministry"),
    ("The Nigerian foreign ministry protested.", "The Nigerian foreign ministry", "NGA", "ministry"),
    ("Moscow's ambassador to Warsaw left.", "Moscow's ambassador", "RUS", "ambassador"),
    ("The Greek ambassador to Ankara left.", "The Greek ambassador", "GRC", "ambassador"),
    ("Crowds stormed the US embassy in Manila.", "the US embassy", "USA", "embassy"),
    ("The Iranian embassy closed.", "The Iranian embassy", "IRN", "embassy"),
    ("The former US ambassador spoke.", "The former US ambassador", "USA", "ambassador"),
    ("The government of Iceland fell.", "The government of Iceland", "ISL", "government"),
    ("A spokesman for the Polish army spoke.", "A spokesman for the Polish army", "POL", "spokesman"),
    ("The authorities in Kyiv agreed.", "The authorities", "UKR", "authorities"),
    ("A court in Lyon ruled.", "A court", "FRA", "court"),
    ("Officials in Tokyo agreed.", "Officials", "JPN", "officials"),
    ("The Franco-German brigade left.", "The Franco-German brigade", "FRA DEU", "brigade"),
    ("Sino-Indian talks failed.", "Sino-Indian talks", "CHN IND", "talks"),
    ("US-China talks failed.", "US-China talks", "USA CHN", "talks"),
    ("A Saudi-led coalition bombed the port.", "A Saudi-led coalition", "SAU", "coalition"),
    ("Iran-backed militiamen fled.", "Iran-backed militiamen", "Iran-backed militiamen", "militiamen"),
    ("Pro-Russian separatists fled.", "Pro-Russian separatists", "Pro-Russian separatists", "separatists"),
    ("Anti-American protesters marched.", "Anti-American protesters", "Anti-American protesters", "protesters"),
    ("A Liberian-flagged tanker sank.", "A Liberian-flagged tanker", "LBR", "tanker"),
    ("Brazil taxed Chinese-made cars.", "Chinese-made cars", "CHN", "cars"),
    ("Shelling hit Russian-occupied Crimea.", "Russian-occupied Crimea", "UKR", None),
    ("Taliban fighters left.", "Taliban fighters", "Taliban", "fighters"),
    ("Somali al-Shabaab gunmen left.", "Somali al-Shabaab gunmen", "al-Shabaab", "gunmen"),
    ("European Commission officials left.", "European Commission officials", "EU", "officials"),
    ("UN peacekeepers withdrew.", "UN peacekeepers", "UN", "peacekeepers"),
    ("The UN Security Council voted.", "The UN Security Council", "UN", None),
    ("The State Department protested.", "The State Department", "USA", None),
    ("Gazprom cut supplies.", "Gazprom", "RUS", None),
    ("Huawei sued.", "Huawei", "CHN", None),
    ("Rohingya refugees arrived.", "Rohingya refugees", "Rohingya refugees", "refugees"),
    ("Chechen rebels fled.", "Chechen rebels", "RUS", "rebels"),
    ("The two Koreas agreed.", "The two Koreas", "KOR PRK", None),
    ("The P5+1 powers met in Lima.", "The P5+1 powers", "CHN DEU FRA GBR RUS USA", None),
    ("The E3 protested.", "The E3", "DEU FRA GBR", None),
    ("The Democratic Republic of Congo protested.", "The Democratic Republic of Congo", "COD", None),
    ("Congo-Brazzaville protested.", "Congo-Brazzaville", "COG", None),
    ("Bosnian Serb leaders met.", "Bosnian Serb leaders", "BIH", "leaders"),
    ("Soviet troops left.", "Soviet troops", "RUS", "troops"),
    ("The South Sudanese army left.", "The South Sudanese army", "SSD", "army"),
    ("Villagers in Peru marched.", "Villagers", "Villagers", "villagers"),
    ("Hotel staff complained.", "Hotel staff", "Hotel staff", "staff"),
    # a date before a phrase is no part of it
    ("On 27 June hackers struck.", "hackers", "hackers", "hackers"),
    ("On Monday afternoon villagers in Peru marched.", "villagers", "villagers", "villagers"),
    # some of a people, and those who serve an organisation
    ("Five Kurdish fighters left.", "Five Kurdish fighters", "Kurdish fighters", "fighters"),
    ("Mali jailed a Danish EU official in Gao.", "a Danish EU official", "DNK", "official"),
    ("Peru jailed a UN official on Friday.", "a UN official", "UN", "official"),
    ("Thai and South Korean soldiers left.", "Thai and South Korean soldiers", "THA KOR", "soldiers"),
    # bodies by their names, and their heads
    ("The Dockers' Federation called a strike.", "The Dockers' Federation", "Dockers' Federation", None),
    ("The bakers' union Panaro called a strike.", "The bakers' union Panaro", "Panaro", None),
    ("The southern African bloc met.", "The southern African bloc", "SADC", None),
    ("The head of the Kenyan navy left.", "The head of the Kenyan navy", "KEN", "head"),
    ("The secretary general of NATO spoke.", "The secretary general of NATO", "NATO", "secretary general"),
    ("Kenya's consul general left.", "Kenya's consul general", "KEN", "general"),
    ("The Kenyan minister met his counterparts from Uganda and Rwanda.", "his counterparts", "UGA RWA", "counterparts"),
    # those who are against their government are no part of it
    ("Peru protested. Opposition lawmakers left.", "Opposition lawmakers", "Opposition lawmakers", "lawmakers"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "phrase", "expected", "role"), PHRASES)
def test_phrases(text: str, phrase: str, expected: str, role: str | None) -> None:
    found = mention(text, phrase)
    assert (label(found), found.role) == (expected, role)


#: text, phrase, code, person, published
PEOPLE = [
    ("President Joe Biden spoke.", "President Joe Biden", "USA", "Joe Biden", None),
    ("Russian Minister Sergei Lavrov spoke.", "Russian Minister Sergei Lavrov", "RUS", "Sergei Lavrov", None),
    ("Kenyan Defence Minister Foo Barasa spoke.", "Kenyan Defence Minister Foo Barasa", "KEN", "Foo Barasa", None),
    ("EU chief Ursula von der Leyen spoke.", "EU chief Ursula von der Leyen", "EU", "Ursula von der Leyen", None),
    ("US Secretary of State Foo Bariss left.", "US Secretary of State Foo Bariss", "USA", "Foo Bariss", None),
    ("Japan's Shinzo Abe spoke.", "Japan's Shinzo Abe", "JPN", "Shinzo Abe", None),
    ("Prime Minister Johnson resigned.", "Prime Minister Johnson", "GBR", "Boris Johnson", "2022-07-07"),
    ("President Park resigned.", "President Park", "KOR", "Park Geun-hye", "2016-12-09"),
    ("President Bush spoke.", "President Bush", "USA", "George H.W. Bush", "1990-08-08"),
    ("President Bush spoke.", "President Bush", "USA", "George W. Bush", "2003-03-20"),
    ("King Abdullah of Saudi Arabia spoke.", "King Abdullah", "SAU", "King Abdullah", "2010-01-01"),
    ("The Soviet leader, Mikhail Gorbachev, spoke.", "Mikhail Gorbachev", "RUS", "Mikhail Gorbachev", None),
    ("Saudi journalist Foo Barri vanished.", "Saudi journalist Foo Barri", "SAU", "Foo Barri", None),
    ("Russian opposition leader Foo Barov fled.", "Russian opposition leader Foo Barov", "RUS", "Foo Barov", None),
    ("Foo Barov was jailed.", "Foo Barov", "Foo Barov", "Foo Barov", None),
    ("Saudi journalist Jamal Khashoggi vanished.", "Saudi journalist Jamal Khashoggi", "SAU", "Jamal Khashoggi", None),
    ("Two Canadians, Foo Barton and Baz Quxley, were freed.", "Baz Quxley", "CAN", "Baz Quxley", None),
    ("Foo Barov, a Russian banker, fled.", "Foo Barov", "RUS", "Foo Barov", None),
    ("Foo Barley, the head of Ryanair, spoke.", "Foo Barley", "IRL", "Foo Barley", None),
    # for whom somebody stands the text tells better than the tables
    ("Robert Zoellick, the US trade envoy, spoke.", "Robert Zoellick", "USA", "Robert Zoellick", None),
    ("Robert Zoellick, the US trade envoy, spoke. Mr Zoellick left.", "Mr Zoellick", "USA", "Robert Zoellick", None),
    ("The US trade envoy, Robert Zoellick, spoke.", "Robert Zoellick", "USA", "Robert Zoellick", None),
    ("António Guterres, a Portuguese former premier, spoke.", "António Guterres", "UN", "Antonio Guterres", None),
    ("NATO chief Mark Rutte spoke. Rutte left.", "Rutte", "NATO", "Mark Rutte", "2024-05-05"),
    ("Mark Rutte spoke.", "Mark Rutte", "NLD", "Mark Rutte", "2015-05-05"),
    ("Mark Rutte spoke.", "Mark Rutte", "NATO", "Mark Rutte", "2025-05-05"),
    # a surname is that of whom the text names in full
    ("Foo Trump, a Fijian banker, spoke. Mr Trump left.", "Mr Trump", "FJI", "Foo Trump", "2018-05-05"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "phrase", "expected", "person", "published"), PEOPLE)
def test_people(text: str, phrase: str, expected: str, person: str, published: str | None) -> None:
    found = mention(text, phrase, published)
    assert (label(found), found.person) == (expected, person)


#: text, phrase, codes or name: the document settles what a name means
SENSES = [
    ("Georgia's governor spoke in Atlanta.", "Georgia's governor", "USA"),
    ("Russia bombed Georgia.", "Georgia", "GEO"),
    ("Jordan closed the crossing.", "Jordan", "JOR"),
    ("Michael Jordan played.", "Michael Jordan", "Michael Jordan"),
    ("Chad Smith played.", "Chad Smith", "Chad Smith"),
    ("Paris Hilton sang.", "Paris Hilton", "Paris Hilton"),
    ("Foo Kaya fled.", "Foo Kaya", "Foo Kaya"),
    ("Aleppo University closed.", "Aleppo University", "SYR"),
    ("Chad expelled him.", "Chad", "TCD"),
    ("Turkey recalled its envoy.", "Turkey", "TUR"),
    ("New Delhi protested.", "New Delhi", "IND"),
    ("Washington state officials agreed.", "Washington state officials", "USA"),
    ("North Korea fired again. The North gave no reason.", "The North", "PRK"),
    ("Kinshasa protested. Congo closed the border.", "Congo", "COD"),
    ("Brazzaville protested. Congo closed the border.", "Congo", "COG"),
    ("Laura Bush spoke.", "Laura Bush", "Laura Bush"),
    # a short form means what the text says it does
    ("The Coalition of Patriots for Change (CPC) met. Peru jailed CPC fighters.", "CPC fighters", "CPC"),
    ("The CPC met in Beijing.", "The CPC", "CHN"),
    ("Brazzaville protested. The Congolese army left.", "The Congolese army", "COG"),
]


@pytest.mark.parametrize(("text", "phrase", "expected"), SENSES)
def test_senses(text: str, phrase: str, expected: str) -> None:
    assert label(mention(text, phrase)) == expected


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("George Washington crossed the river.", "USA"),
        ("They sailed the South China Sea.", "CHN"),
        ("Oil leaked into the Gulf of Mexico.", "MEX"),
        ("The Vietnam War ended.", "VNM"),
        ("A Panama hat cost ten dollars.", "PAN"),
        ("The Geneva Conventions forbid it.", "CHE"),
        ("She ate Brussels sprouts.", "EU"),
        ("He may leave in May.", "GBR"),
        ("The park was full; the moon was new.", "KOR"),
    ],
)
def test_names_that_are_no_party(text: str, absent: str) -> None:
    assert absent not in {code for m in mentions(text) for code in m.codes}


@pytest.mark.parametrize(
    "text", ["Citing a storm, Peru closed its ports.", "Shelling along the border killed two people."]
)
def test_a_verb_that_opens_a_sentence_is_no_name(text: str) -> None:
    assert text.split()[0] not in {m.name for m in mentions(text)}


#: text, phrase, whether it tells where
PLACES = [
    ("Talks were held in Damascus.", "Damascus", True),
    ("A ship sank off the coast of Libya.", "Libya", True),
    ("Clashes broke out near the Iranian border.", "the Iranian border", True),
    ("A bomb went off at Tripoli airport.", "Tripoli airport", True),
    ("Troops landed in Benghazi, Libya, on Monday.", "Libya", True),
    ("Shells fell 10 km north of Baghdad.", "Baghdad", True),
    ("MOSCOW (AP) -- Envoys met on Monday.", "MOSCOW", True),
    ("In Ankara, officials declined to comment.", "Ankara", True),
    ("The jet entered Turkish airspace.", "Turkish airspace", False),
    ("The jet flew into Turkish airspace.", "Turkish airspace", True),
    ("The EU imposed sanctions on Russia.", "Russia", False),
    ("Moscow responded.", "Moscow", False),
    ("In London, Paris was blamed.", "Paris", False),
    ("Missiles were fired at Israel.", "Israel", False),
    ("Tension grew between China and India.", "China", False),
    ("They protested at the Russian embassy.", "the Russian embassy", False),
    ("He believed in NATO.", "NATO", False),
]


@pytest.mark.parametrize(("text", "phrase", "expected"), PLACES)
def test_places(text: str, phrase: str, expected: bool) -> None:
    assert mention(text, phrase).is_place is expected


def test_media_are_flagged() -> None:
    found = mention("Reuters quoted a source.", "Reuters")
    assert (found.media, found.kind, found.codes) == (True, "company", ("GBR",))
    assert not mention("Gazprom quoted a price.", "Gazprom").media


def test_where_people_live_is_told_apart_from_whose_they_are() -> None:
    found = mention("Protesters in Cairo burned flags.", "Protesters")
    assert (found.codes, found.home) == ((), "EGY")
    group = mention("Hezbollah fired rockets.", "Hezbollah")
    assert (group.codes, group.home) == (("Hezbollah",), "LBN")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Undeterred, the House voted to help Taiwan.", "Undeterred"),
        ("Deaf to warnings, Fijian troops advanced.", "Deaf"),
        ("Peru sent tanks up the Barros Pass.", "Barros"),
        ("Peru seized the Santa Rosa.", "Santa"),
    ],
)
def test_what_only_looks_like_a_name_is_no_party(text: str, words: str) -> None:
    """Adjectives that open a sentence, passes and ships."""
    assert not [m for m in mentions(text) if words in m.name]
