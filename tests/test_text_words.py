"""Words that mislead a light tagger: adverbs of several words, names in -ian and -s, what *let* wants, times."""

import pytest

from timeline.analysis import Sentence
from timeline.text.sentences import split
from timeline.text.tagging import analyse


def analysed(text: str) -> Sentence:
    (sentence,) = split(text)
    analyse(sentence)
    return sentence


TAGS = [
    # a list of deeds in the present tense; the first word of an entry; who only helps; a participle, no preposition
    ("Norway cuts ties with Chad, seizes its ships and bans most trade.", "cuts", "VBZ"),
    ("Norway cuts ties with Chad, seizes its ships and bans most trade.", "bans", "VBZ"),
    ("3 May -- Rebels free nine men.", "Rebels", "NNS"),
    ("3 May -- Rebels free nine men.", "free", "VBP"),
    ("1958 \u2013 Norway helps plan a coup.", "helps", "VBZ"),
    ("Oslo issued a decree barring Chadian ships.", "barring", "VBG"),
    ("Barring a surprise, Oslo will sign.", "Barring", "IN"),
    ("Delhi at first laughed off the report.", "laughed", "VBD"),
    ("The airline will no longer carry them to Minsk.", "carry", "VB"),
    ("In return Slovakia sent two clerks home.", "Slovakia", "NNP"),
    ("The two states let a pact on tariffs lapse.", "lapse", "VB"),
    ("The junta let the deadline pass.", "pass", "VB"),
    ("Crowds smashed the windows.", "Crowds", "NNS"),
    ("Brussels took the channel off the air.", "Brussels", "NNP"),
    ("Officers led Julian away.", "Julian", "NNP"),
    ("The truce held for a week.", "truce", "NN"),
    ("Each charged the other with arson.", "charged", "VBD"),
    ("They signed a pact.", "pact", "NN"),
    ("Chad's bid to join failed.", "bid", "NN"),
    ("A court official who asked not to be named said no.", "official", "NN"),
    ("A court official who asked not to be named said no.", "said", "VBD"),
    ("A company official said Chad had paid.", "official", "NN"),
    ("They fell out over post-war fishing rights.", "post-war", "JJ"),
    ("They fell out over post-war fishing rights.", "fishing", "NN"),
    ("It's an outrage.", "'s", "VBZ"),
    ("In a bid to calm the row, Oslo freed two men.", "bid", "NN"),
    ("Oslo imposed sweeping sanctions.", "sweeping", "JJ"),
    ('Oslo seized a boat carrying "smuggled fuel" on Friday.', "smuggled", "VBN"),
    ("Ten men were held and accused of theft.", "accused", "VBN"),
    ("Men arrested in Lima and accused of theft were freed.", "arrested", "VBN"),
    ("Oslo traditionally supplies oil to Lima.", "supplies", "VBZ"),
    # a plural subject, what says more of it, and a verb that looks like a noun
    ("Officials in Chad ban Libyan beef.", "ban", "VBP"),
    ("12 May: Guards from Chad shell a Libyan village.", "Guards", "NNS"),
    ("12 May: Guards from Chad shell a Libyan village.", "shell", "VBP"),
    ("Chad: United Nations monitors arrive.", "United", "NNP"),
    ("Men loyal to the Chadian president fire on a boat.", "fire", "VBP"),
    ("Officials in Chad order out two Libyans.", "order", "VBP"),
    ("Chadian forces again bar Libyan lorries.", "bar", "VBP"),
    ("Several ministers in the Chadian cabinet blame Libya, the radio says.", "blame", "VBP"),
    ("Guards in Chad free three men.", "free", "VBP"),
    ("Two men free on bail fled.", "free", "JJ"),
    ("Leaders back Chad.", "back", "VBP"),
    ("Oslo first charged Lima with theft.", "charged", "VBD"),
    ("Lima paid for that the same evening and freed two men.", "that", "DT"),
    ("Oslo will continue to back him.", "back", "VB"),
    ("The two sides went back to the table.", "back", "RB"),
    ("The raid that followed left ten dead.", "left", "VBD"),
    ("The ministry called for the release of men held in Riga.", "called", "VBD"),
    ("A truce agreed in Doha took effect.", "agreed", "VBN"),
    ("They called the move short-sighted.", "short-sighted", "JJ"),
    ("Rome took RT off the air.", "RT", "NNP"),
    ("The army halted its offensive.", "offensive", "NN"),
    ("The army moved southwards.", "southwards", "RB"),
    ("Oslo recalled its envoy sometime in May.", "sometime", "RB"),
    ("Oslo kept the ban albeit with exceptions.", "albeit", "IN"),
    ("Rebels slew the envoy in May.", "slew", "VBD"),
    ("Oslo wove a net of pacts.", "wove", "VBD"),
    ("The pact was foretold by the press.", "foretold", "VBN"),
    ("Oslo vexes Bern over the border.", "vexes", "VBZ"),
    ("Unions of the left in Peru marched.", "left", "NN"),
    # what describes a noun behind "and", a comma or a particle; no verb has come that it could go on from
    ("Troops and armed villagers crossed the river.", "armed", "JJ"),
    ("Two guards and wounded porters were flown out.", "wounded", "JJ"),
    ("The front and allied towns voted.", "allied", "JJ"),
    ("They met on the high, contested ridge.", "contested", "JJ"),
    ("The gang gave up stolen lorries.", "stolen", "VBN"),
    ("Chad shot down a drone close to the border.", "close", "RB"),
    ("Chad will close to traffic the road.", "close", "VB"),
    ("Chad was training rebels.", "training", "VBG"),
    ("Two more of the ships sank.", "more", "RB"),
    ("Oslo mounted a surprise offensive in May.", "offensive", "NN"),
    ("Chad, Libya sign peace deal", "sign", "VBP"),
    ("Rebels free pilots", "Rebels", "NNS"),
    # what is begun and left off, and a clause that wants a verb
    ("Oslo began shelling Danish towns.", "shelling", "VBG"),
    ("Oslo resumed funding southern clubs.", "funding", "VBG"),
    ("Oslo resumed bombing raids.", "bombing", "NN"),
    ("Oslo will go if the truce ends, Bern said.", "ends", "VBZ"),
    ("Oslo stays unless the siege stops.", "stops", "VBZ"),
    ("Oslo would fall should Denmark attack.", "attack", "VB"),
    ("Oslo should attack.", "attack", "VB"),
]


@pytest.mark.parametrize(("text", "word", "tag"), TAGS)
def test_tag(text: str, word: str, tag: str) -> None:
    assert next(t.tag for t in analysed(text).tokens if t.text == word) == tag


LEMMAS = [
    ("The bank hiked its rates.", "hiked", "hike"),
    ("She begged them to stay.", "begged", "beg"),
    ("They thinned out the staff.", "thinned", "thin"),
    ("He tabled a motion.", "tabled", "table"),
    ("They slapped duties on it.", "slapped", "slap"),
]


@pytest.mark.parametrize(("text", "word", "lemma"), LEMMAS)
def test_lemma(text: str, word: str, lemma: str) -> None:
    assert next(t.lemma for t in analysed(text).tokens if t.text == word) == lemma


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("On Saturday Israeli boats turned back.", "Israeli boats"),
        ("Last week Turkey closed the pass.", "Turkey"),
        ("In August Greek farmers blocked the road.", "Greek farmers"),
    ],
)
def test_a_time_ends_before_the_subject(text: str, phrase: str) -> None:
    sentence = analysed(text)
    phrases = [" ".join(t.text for t in sentence.tokens[c.first : c.last]) for c in sentence.chunks if c.kind == "NP"]
    assert phrase in phrases


@pytest.mark.parametrize(
    ("text", "word", "tag", "lemma"),
    [
        ("Kenya is building up its army.", "building", "VBG", "build"),
        ("Four hitmen fled.", "hitmen", "NNS", "hitman"),
        ("Kenyan frogmen found it.", "frogmen", "NNS", "frogman"),
        ("Kenyan supporters rallied in Harare before police came.", "rallied", "VBD", "rally"),
    ],
)
def test_tags_of_builders_and_crowds(text: str, word: str, tag: str, lemma: str) -> None:
    assert [(t.tag, t.lemma) for t in analysed(text).tokens if t.text == word] == [(tag, lemma)]


def test_a_participle_and_a_plural_with_a_verb_of_their_own_are_a_subject() -> None:
    sentence = analysed("Oslo left after mutinying soldiers detained its envoy.")
    assert "mutinying soldiers" in {
        " ".join(t.text for t in sentence.tokens[c.first : c.last]) for c in sentence.chunks
    }
