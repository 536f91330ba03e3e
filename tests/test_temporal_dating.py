"""Which date an event gets: the trigger is the word between braces, published Thursday, 2021-05-06."""

from __future__ import annotations

import pytest

from timeline import extract
from timeline.errors import OptionError
from timeline.lexicons import Lexicon
from timeline.models import Document, Span, When
from timeline.temporal import tag
from timeline.temporal.dating import date_triggers
from timeline.text.sentences import split
from timeline.text.tagging import analyse


def date(marked: str, published: str | None = "2021-05-06") -> list[When]:
    """The dates of the triggers marked ``{so}`` in a text."""
    triggers, text = [], ""
    for piece in marked.split("{"):
        word, brace, rest = piece.partition("}")
        if brace:
            triggers.append((len(text), len(text) + len(word)))
        text += word + rest
    sentences = split(text)
    for sentence in sentences:
        analyse(sentence)
    return date_triggers(text, sentences, tag(text, published), triggers, published, Lexicon.default())


OWN = [
    # "following" without an article is "after": not the Sunday to come
    ("Freedonia protested following Sunday's {raid} on the port.", "2021-05-02", "relative"),
    ("Freedonia protested after Sunday's {raid} on the port.", "2021-05-02", "relative"),
    # what the date of an entry heads is stated of
    ("FEB 14: Freedonia {bombs} a camp.\n\nFEB 15: A truce.", "2021-02-14", "stated"),
    ("March 3 - Talks.\n\nMarch 4 to 7 - The chiefs {meet}.\n\nMarch 9 - A deal.", "2021-03-04/2021-03-07", "stated"),
    ("March 3 - Talks.\n\n30 March - 2 April: The chiefs {meet}.", "2021-03-30/2021-04-02", "stated"),
    ("May 3: Freedonia {quits} the deal signed in 2015.\n\nMay 4: Talks.", "2021-05-03", "stated"),
    ("May 3: Freedonia {condemns} the raid on May 1.\n\nMay 4: Talks.", "2021-05-03", "stated"),
    ("May 3: After two days of talks Sylvania {agrees}.\n\nMay 4: Talks.", "2021-05-03", "stated"),
    (
        "May 2: Talks.\n\nMay 3: A row.\n\n1 PM: It meets.\n\nOn May 5 it left.\n\n7 PM: It {bombs} a camp.",
        "2021-05-03",
        "relative",
    ),
    ("Minor talks failed before.\n\nOn Tuesday Freedonia {expelled} two envoys.", "2021-05-04", "relative"),
    ("Freedonia {expelled} two envoys on April 30.", "2021-04-30", "stated"),
    ("On April 15 Freedonia {expelled} envoys and {froze} accounts.", "2021-04-15", "stated"),
    ("The bans that Freedonia {announced} in March hurt Sylvania.", "2021-03", "stated"),
    ("Freedonia said on Tuesday that it had {closed} the border.", "2021-05-04", "relative"),
    ("The {strikes} of 30 April hit the port.", "2021-04-30", "stated"),
    ("The 30 April {strikes} hit the port.", "2021-04-30", "stated"),
    ("Freedonia {held} drills from March 3 to March 5.", "2021-03-03/2021-03-05", "stated"),
    ("Freedonia {held} drills on March 3-5.", "2021-03-03/2021-03-05", "stated"),
    ("The two sides {clashed} between March 3 and March 5.", "2021-03-03/2021-03-05", "stated"),
    ("In late April Freedonia {recalled} its envoy.", "2021-04", "stated"),
    ("In July 2019 they fell out. Since then it has {cut} oil sales.", "2019-07/2021-05", "relative"),
    (
        "In July 2019 they fell out. Since then it has drawn $5.2 billion from banks and {cut} sales.",
        "2019-07/2021-05",
        "relative",
    ),
    ("It has {shelled} the port since March 3.", "2021-03-03/2021-05-06", "relative"),
    # what has lasted since a day was done on it
    ("It has {banned} grain since March 3.", "2021-03-03", "stated"),
    ("The two men have been {held} without trial since February.", "2021-02", "stated"),
    ("It has {closed} the pass twice since March 3.", "2021-03-03/2021-05-06", "relative"),
    ("It has {blocked} the pass four times since February.", "2021-02/2021-05", "relative"),
    # what is told is of the day named behind it, not of the day on which it was said
    ("Freedonia said on Tuesday that rebels had {killed} two of its guards on Sunday.", "2021-05-02", "relative"),
    ("The Freedonian army on Tuesday admitted it {bombed} a bridge on Monday night.", "2021-05-03", "relative"),
    # a charge is of the day on which it was made
    (
        "At a briefing on Tuesday the minister {accused} Sylvania of robbing its banks in March.",
        "2021-05-04",
        "relative",
    ),
    # a day that owns the occasion
    ("Police {clashed} with farmers during Sunday's march.", "2021-05-02", "relative"),
    ("Freedonia {criticised} the ruling at Tuesday's session of the council.", "2021-05-04", "relative"),
    # seven days up to that of the news
    ("In the past week Freedonia has {shelled} three villages.", "2021-04-29/2021-05-06", "relative"),
    ("A row broke out.\n\nSylvania replied with {tariffs} this week.", "2021-05-03/2021-05-06", "relative"),
    ("Two years ago this month Freedonia {left} the valley.", "2019-05", "relative"),
    # May before or after its day is the month, no auxiliary
    ("PARIS, May 6 (Wire) - Freedonia {closed} the strait on Tuesday.", "2021-05-04", "relative"),
    ("PARIS, 6 May (Wire) - Freedonia {closed} the strait on Tuesday.", "2021-05-04", "relative"),
    # past forms that are not in -ed
    ("A row broke out.\n\nIn July a submarine {sank} a ferry off Port Ruritania.", "2020-07", "stated"),
    ("A row broke out.\n\nIn July Freedonia {froze} the accounts.", "2020-07", "stated"),
    # a participle about a noun has the date behind it, and what turns a ruling back does not have the ruling's
    ("Soldiers on Tuesday cleared barriers {put up} by farmers two weeks ago.", "2021-04-19/2021-04-25", "relative"),
    (
        "Freedonia said on Tuesday it would stay, {reversing} a choice made by its rulers a year ago.",
        "2021-05-04",
        "relative",
    ),
    ("In March and April Freedonia {shelled} the valley.", "2021-03/2021-04", "stated"),
    ("In 2018 and 2019 Freedonia {expelled} dozens of traders.", "2018/2019", "stated"),
    # since an event
    ("Since the coup in July 2020 it has {expelled} two envoys.", "2020-07/2021-05", "relative"),
    ("Its planes have {bombed} the valley since fighting began in July 2020.", "2020-07/2021-05", "relative"),
    ("It has {closed} the pass since the coup in July 2020.", "2020-07", "stated"),
    # days of one unknown year
    (
        "10 March\nTalks fail.\n\n14 March\nThe League makes an offer. Freedonia {rejects} it the next day.",
        "2021-03-15",
        "relative",
    ),
    # a month behind a year gone by
    (
        "A row broke out.\n\nIt began in 2019, when Sylvania left the bloc. In July Freedonia {expelled} ten traders.",
        "2019-07",
        "stated",
    ),
    (
        "Freedonia left the bloc in 2016. Sylvania froze its funds the same year and in July {shut} the port.",
        "2016-07",
        "stated",
    ),
    ("Freedonia {recalled} its envoy last week.", "2021-04-26/2021-05-02", "relative"),
    # what commas enclose after the date, and what is quoted, parts nothing; nor do the lists of an object
    ("A row broke out.\n\nIn 2012, after a stand-off of months, Sylvania {took} the reef.", "2012", "stated"),
    ("On Tuesday, after the court had ruled, Sylvania {expelled} two envoys.", "2021-05-04", "relative"),
    ('"We have {concluded} that they did it," the envoy said on Tuesday.', "2021-05-04", "relative"),
    ("The ministry {blacklisted} the spy agency and its head, John Doe, on Tuesday.", "2021-05-04", "relative"),
    ("It was not until August 2016 that walkers could {cross} again.", "2016-08", "stated"),
    ("On Monday it summoned the envoy and, a day later, {expelled} him.", "2021-05-04", "relative"),
    ("The dispute dates from March 2012, when it seized a ship and {jailed} the crew.", "2012-03", "stated"),
    ("The ban was lifted in January 2020, only to be {imposed} again in June.", "2020-06", "stated"),
    # a night without its day, and a time that only counts
    ("Overnight, Sylvania {shelled} the port for the third time this week.", "2021-05-05/2021-05-06", "relative"),
    ("Sylvania {shelled} the port overnight, officials said on Tuesday.", "2021-05-03/2021-05-04", "relative"),
    ("Ten died overnight when Sylvania {shelled} the port.", "2021-05-05/2021-05-06", "relative"),
    ("Sylvania {shelled} the port in the night to Sunday.", "2021-05-01/2021-05-02", "relative"),
    ("Sylvania {shelled} the port overnight on Monday.", "2021-05-03", "relative"),
    ("A row broke out.\n\nSylvania has {shelled} it for the second time this month.", "2021-05", "relative"),
    ("Earlier in the week Sylvania said it would {close} the port.", "2021-05-03/2021-05-06", "relative"),
    # what is over this week lies between Monday and the day of publication; what is to come may be on any day of it
    ("A row broke out.\n\nSylvania {expelled} two envoys this week.", "2021-05-03/2021-05-06", "relative"),
    ("A row broke out.\n\nIt freed those {held} earlier this week.", "2021-05-03/2021-05-06", "relative"),
    ("A row broke out.\n\nThe two will {meet} this week.", "2021-05-03/2021-05-09", "relative"),
    # the time of a participle that says more of a noun is not that of the verbs around it
    (
        "A row broke out.\n\nIts choice in March last year to {quit} a pact signed in 2015, and {ban} grain, hurt.",
        "2020-03",
        "relative",
    ),
    ("A row broke out.\n\nThe {raids} took place April 3 and 4 near the port.", "2021-04-03/2021-04-04", "stated"),
    # what an entry tells of a later day
    ("Timeline\n\nJune 2: A row.\n\nJune 7: Talks. On July 20 Sylvania {says} it knew.", "2020-07-20", "stated"),
    # told weekdays, "on", and hours that make days, reckoned from the day told
    ("On 3 March 2020 Freedonia cut the wires. On the Monday Sylvania {shut} the port.", "2020-03-09", "relative"),
    ("On 3 March 2020 Freedonia cut the wires. The Monday before, it {shut} the port.", "2020-03-02", "relative"),
    ("In March 2020 Freedonia cut the wires. Five months on, Sylvania {shut} the port.", "2020-08", "relative"),
    (
        "On 3 March 2020 Freedonia cut the wires. Some 48 hours later Sylvania {shut} the port.",
        "2020-03-05",
        "relative",
    ),
    ("On 3 March 2020 Freedonia cut the wires. The day after that Sylvania {shut} the port.", "2020-03-04", "relative"),
    # seasons, holidays and the end of a year or month gone by are those of the year that the paragraph tells
    ("On 3 March 2020 Freedonia cut the wires. In the autumn Sylvania {shut} the port.", "2020-23", "stated"),
    ("On 3 March 2020 Freedonia cut the wires. On Christmas Day Sylvania {shut} the port.", "2020-12-25", "stated"),
    ("On 3 March 2020 Freedonia cut the wires. At the end of the month Sylvania {shut} it.", "2020-03", "relative"),
    ("On 3 March 2020 Freedonia cut the wires. In the fall of that year it {shut} the port.", "2020-23", "relative"),
    (
        "On 3 March 2020 Freedonia cut the wires. It was not until 3 May that it {shut} the port.",
        "2020-05-03",
        "stated",
    ),
    ("On 3 March 2020 Freedonia cut the wires. It {shut} the port between May and July.", "2020-05/2020-07", "stated"),
    # what a month's story mentions of an earlier one does not move it
    (
        "In June 2020 Freedonia jailed a man who had fled it in April 2015, and {shut} the port a day later.",
        "2020-06",
        "relative",
    ),
    # the day of the month alone is one of the month just told, but no ordinal of a noun
    ("On April 15 Freedonia cut the wires. On the 17th it {shut} the port.", "2021-04-17", "relative"),
    ("On April 15 Freedonia cut the wires. On the 17th Sylvania {shut} the port.", "2021-04-17", "relative"),
    ("In April Freedonia cut the wires. On the 17th of that month it {shut} the port.", "2021-04-17", "relative"),
    ("On April 15 Freedonia {attacked} on the 38th parallel.", "2021-04-15", "stated"),
    # what stands behind "by" at the head of a sentence; what was called for a day to come; a noun and its date
    ("A row broke out.\n\nBy Tuesday the price had risen: Sylvania {shut} its ports.", "2021-05-04", "relative"),
    ("The league has {called} a meeting for May 20.", "2021-05-20", "stated"),
    ("It acted on a verdict of February 2019, when judges {found} it in breach.", "2019-02", "stated"),
    ("In the second week of April Sylvania {recalled} its envoy.", "2021-04", "stated"),
    # a distance from another event, whose day is told in the sentence or in the one before
    ("Hackers struck on Friday, three days after Sylvania {severed} ties.", "2021-04-27", "relative"),
    ("On April 30 hackers struck, two days before the {vote}.", "2021-05-02", "relative"),
    ("In March Freedonia banned grain, two months after Sylvania {banned} wine.", "2021-01", "relative"),
    ("A day after Sylvania {arrested} a writer, Freedonia on Tuesday recalled its envoy.", "2021-05-03", "relative"),
    ("The talk was on May 1. It was heard by many. Two days after it, they {signed} a pact.", "2021-05-03", "relative"),
    ("May 3: Sylvania is shelled, two days after it {left} the pact.\n\nMay 4: Talks.", "2021-05-01", "relative"),
    ("The raid came on Monday. Two days after the raid, Sylvania {recalled} its envoy.", "2021-05-05", "relative"),
    ("The court ruled on Tuesday, 12 years after the {bombing}.", "2009", "relative"),
    ("In a speech on Tuesday the president {threatened} to close the strait.", "2021-05-04", "relative"),
    ("The blast came on Friday. It was two days after Sylvania had {shut} the port.", "2021-04-28", "relative"),
    ("Talks were on April 30. Two days after the talks they {signed} a pact.", "2021-05-02", "relative"),
    ("On April 3 it shut the port; a week later Sylvania {froze} its funds.", "2021-04-10", "relative"),
    ("A row broke out.\n\nSylvania {added} timber and ore to the list on Monday.", "2021-05-03", "relative"),
    ("A row broke out.\n\nThe others go on {trial} on Friday.", "2021-05-07", "relative"),
    ("May 3: Sylvania has {shelled} ships since March 1.\n\nMay 4: Talks.", "2021-03-01/2021-05-03", "relative"),
    ("The two sides {clashed} on March 3 and 4.", "2021-03-03/2021-03-04", "stated"),
    ("On Monday it met and by Tuesday Sylvania had {left}.", "2021-05-04", "relative"),
    (
        "A row broke out.\n\nSylvania {seized} John Doe, long held to be its head, on Monday.",
        "2021-05-03",
        "relative",
    ),
    ("A row broke out.\n\nA court {indicted} him over the island in 2009.", "2009", "stated"),
    # hours later it is still that day, and the paragraph goes on telling it
    ("A row broke out.\n\nOn Tuesday the army moved. Hours later it {seized} a bridge.", "2021-05-04", "relative"),
    # under a dated entry: a plan, and what stands right at another date
    ("May 3: Freedonia will {meet} Sylvania on May 20.\n\nMay 4: Talks.", "2021-05-20", "stated"),
    (
        "May 3: Freedonia shuts the border. On May 1 its army had {struck} a camp.\n\nMay 4: Talks.",
        "2021-05-01",
        "stated",
    ),
    ("May 3: It accuses Sylvania of {hacking} its parliament in 2019.\n\nMay 4: Talks.", "2019", "stated"),
    (
        "Live\n\n19:05 Freedonia shuts the border.\n\n08:50 Sylvania {recalled} its envoy on Tuesday.",
        "2021-05-04",
        "relative",
    ),
    ("May 3: Tariffs {announced} in March take effect.\n\nMay 4: Talks.", "2021-03", "stated"),
    ("May 3: Tariffs take effect. Sylvania {responds} the next day.\n\nMay 8: Talks.", "2021-05-04", "relative"),
    # a reason, a quarrel or a foregoing that is over where "and" or a comma joins the next verb, or a clause begins
    (
        "A row broke out.\n\nOn Friday Sylvania recalled its envoy over the raid and {closed} the port.",
        "2021-04-30",
        "relative",
    ),
    (
        "A row broke out.\n\nSylvania on Friday called in the envoy because of it, {closed} the port.",
        "2021-04-30",
        "relative",
    ),
    (
        "A row broke out.\n\nOn Friday it spoke out after a raid on its ships, {demanding} redress.",
        "2021-04-30",
        "relative",
    ),
    ("On Friday the house rebuked it over the affair, while police {shut} two ports.", "2021-04-30", "relative"),
    ("A row broke out.\n\nSpeaking on Friday after talks, the minister {accused} Sylvania.", "2021-04-30", "relative"),
    (
        "A row broke out.\n\nIt {expelled} two envoys, despite a plea from Sylvania, on Friday.",
        "2021-04-30",
        "relative",
    ),
    # what looks like such words and is none
    ("A row broke out.\n\nOn Friday Sylvania at once {expelled} two envoys.", "2021-04-30", "relative"),
    ("A row broke out.\n\nOn Friday it took over the yard to {build} a base.", "2021-04-30", "relative"),
    ("A row broke out.\n\nIn a speech before parliament on Friday he {denounced} it.", "2021-04-30", "relative"),
    # an hour on the clock is no limit; the morning of something is nobody knows which
    ("A row broke out.\n\nSylvania {shelled} the port shortly after midnight on Friday.", "2021-04-30", "relative"),
    ("A row broke out.\n\nSylvania {shelled} the port before dawn on Friday.", "2021-04-30", "relative"),
    ("A row broke out.\n\nOn the morning of the feast, Feb. 25, it {shelled} the port.", "2021-02-25", "stated"),
    # a clause behind a comma goes on with the story, or is about the date itself
    ("A row broke out.\n\nHe gave his word on Friday to the envoy, who {flew} home.", "2021-04-30", "relative"),
    ("A row broke out.\n\nThe offer on which they settled in April, when they {signed} it.", "2021-04", "stated"),
    # the date of a participle or clause about a noun; one of an aside counts behind the verb's own
    ("A row broke out.\n\nIt ignored an {appeal} for help, issued in April 2019.", "2019-04", "stated"),
    (
        "A row broke out.\n\nIt was revenge for the {raid} on a port that Sylvania ordered in April 2019.",
        "2019-04",
        "stated",
    ),
    ("A row broke out.\n\nThe chief, elected on April 24, {met} his rival six days later.", "2021-04-30", "relative"),
    # behind a semicolon another day is told
    ("A row broke out.\n\nOn Friday it left; a day later the fleet, long idle, {sailed}.", "2021-05-01", "relative"),
    # a look back does not move the story
    (
        "It fell out with Sylvania in March 2020. It had left the pact the previous May. It {sued} that June.",
        "2020-06",
        "relative",
    ),
    # on the 22nd came …; two days of a month
    ("In April it left. On the 22nd came a note in which it {rebuked} Sylvania.", "2021-04-22", "relative"),
    ("In April it left. On the 22nd rebels {struck} a camp.", "2021-04-22", "relative"),
    ("A row broke out.\n\nThe two {met} on April 3 and 4 and parted.", "2021-04-03/2021-04-04", "stated"),
    # under an entry: so many days later
    ("May 3: It makes an offer. Sylvania {spurns} it a day later.\n\nMay 6: Talks.", "2021-05-04", "relative"),
    (
        "May 3: It is declined the next day by Sylvania, which {calls} in the envoy.\n\nMay 6: Talks.",
        "2021-05-04",
        "relative",
    ),
    # the day after an event, and hours that make days, are distances from it
    ("Sylvania left on April 30, the day after Freedonia {shut} the port.", "2021-04-29", "relative"),
    ("Sylvania left on April 30, barely 48 hours after Freedonia {shut} the port.", "2021-04-28", "relative"),
    ("Sylvania left on April 30. Freedonia {shut} the port the day after.", "2021-05-01", "relative"),
    # so long before, without saying before what; nobody's tomorrow
    ("On April 3 it shut the port. Sylvania had {left} the pact a day before.", "2021-04-02", "relative"),
    ("On April 3 it shut the port. Next day Sylvania {froze} its funds.", "2021-04-04", "relative"),
]
INHERITED = [
    # the day to which the sentence before came
    (
        "A row broke out.\n\nPolice seized two men on Monday and charged them on Tuesday. They {jailed} both.",
        "2021-05-04",
    ),
    # dated headings and entries
    ("Timeline\n\n6 July 2018\n\nFreedonia {imposes} tariffs.\n\n7 July\n\nSylvania hits back.", "2018-07-06"),
    ("Aug. 2, 2019: The port is shut. Freedonia {files} a complaint over the July curbs.", "2019-08-02"),
    ("Aug. 2, 2019: The port is shut. It says flights will {stop} from 13 August.", "2019-08-02"),
    # whatever the dash, also after a weekday; over several days; by the hour
    ("July 6 – Freedonia imposes tariffs. Sylvania {answers}.\n\nJuly 9 – A truce.", "2020-07-06"),
    ("Tuesday, 4 May 2021 - Freedonia imposes tariffs. Sylvania {answers}.", "2021-05-04"),
    ("Live\n\n2.15pm: Sylvania calls in the envoy. The ministry {condemns} the raid.", "2021-05-06"),
    ("Days of strife\n\nDay 4 (May 3)\n\nCurbs on wine\n\nFreedonia {imposes} tariffs.", "2021-05-03"),
    (
        "Days of strife\n\nWeek of May 3\n\nFreedonia {imposes} tariffs.\n\nWeek of May 10\n\nTalks.",
        "2021-05-03/2021-05-09",
    ),
    ("Live\n\n19:05 Sylvania calls in the envoy. The ministry {condemns} the raid.", "2021-05-06"),
    ("Curbs\n\nMay 2021\n\nOn May 3 the army moved. It {seized} a bridge.", "2021-05-03"),
    # the lead's day, also where the next sentence tells it, and a paragraph that goes on
    ("Freedonia shut its border on Tuesday. Its army {moved} to the river.", "2021-05-04"),
    ("A row broke out.\n\nOn Tuesday the army moved. It {seized} a bridge.", "2021-05-04"),
    ("The union has {barred} Sylvania. It said so on Tuesday.", "2021-05-04"),
    ("The week\n\nMarch 3 - March 9\n\nOn Monday they met. It {ended} in a row.", "2021-05-03"),
    # an hour, nobody says of which day, is one of the day just told
    ("A row broke out.\n\nOn Tuesday the army moved in. By nightfall rebels had {seized} a bridge.", "2021-05-04"),
    # the scene that the sentence before told
    ("A row broke out.\n\nOn Tuesday the army moved in. Three envoys were {seized} at the gate.", "2021-05-04"),
    # at the same moment, and at once, it is still that day
    ("A row broke out.\n\nOn Tuesday it left the pact. At the same moment Sylvania {froze} its funds.", "2021-05-04"),
    ("A row broke out.\n\nOn Tuesday a court jailed him. Sylvania immediately {recalled} its envoy.", "2021-05-04"),
    ("A row broke out.\n\nOn Tuesday a mob gathered. After dark it {stormed} the gate.", "2021-05-04"),
    # a short sentence without an act of its own sets the stage for its paragraph
    ("A row broke out.\n\nThe mood changed on Tuesday. The premier {rejected} a truce.", "2021-05-04"),
    ("A row broke out.\n\nTheir answer came on Tuesday. It was harsh. The premier {threatened} war.", "2021-05-04"),
    # what he said in quotes goes on; by the evening it is still that day; so did the others
    ('A row broke out.\n\nHe spoke on Tuesday. "We were right," he said, and {accused} Sylvania.', "2021-05-04"),
    (
        "A row broke out.\n\nThe talks were on Tuesday.\n\nBy the evening it was calm. He {accepted} a truce.",
        "2021-05-04",
    ),
    ("A row broke out.\n\nFreedonia left the pact on Tuesday. So {did} Sylvania.", "2021-05-04"),
    # under an entry: behind a foregoing without a verb, and after the story has moved on
    ("May 3: Freedonia leaves. The next day Sylvania shuts the port. It {recalls} its envoy.", "2021-05-04"),
    # earlier that day: of the day told last, in another paragraph too
    ("A row broke out on Tuesday.\n\nIt was loud.\n\nFreedonia {shut} its border earlier in the day.", "2021-05-04"),
    # the only day that is told, for all deeds that follow while the past is told
    ("Sylvania shut the port on Tuesday.\n\nMen came.\n\nPolice {beat} them back with clubs.", "2021-05-04"),
    ("Sylvania shut the port on Tuesday.\n\nMen came.\n\nSome ran. Police {arrested} ten.", "2021-05-04"),
    # what is said may lie ahead
    ("A row broke out.\n\nOn Tuesday the army moved. It {warned} that it would stay.", "2021-05-04"),
    # the day of publication heads no entry
    ("(6 May 2021) Wire\n\nSylvania shut the port on Tuesday. Police {arrested} ten.", "2021-05-04"),
    # a date alone on its line is the head of what stands below it
    ("May 3\nMinutes after the vote Sylvania {shuts} the port.\n\nMay 6\nDays later it gives in.", "2021-05-03"),
]
NONE = [
    # since when something is the first or the worst
    "The raid, the deadliest since 2012, {angered} Sylvania.",
    "The landing - for the first time since 2011 - {violated} a pact.",
    # an act before the day to which the sentence moves on
    "Freedonia signed a pact on March 3. Sylvania {called} that a betrayal and recalled its envoy the next day.",
    # since when it is counted or the worst
    "A row broke out.\n\nFreedonia {fired} a rocket for the first time since November.",
    "A row broke out.\n\nIt {killed} ten guards in the worst raid since the truce in 2014.",
    "A row broke out.\n\nIn the worst raid since the truce of 2014 it has {killed} ten guards.",
    # what an act is over
    "A row broke out.\n\nFreedonia {expelled} an envoy over remarks he made in March.",
    "A row broke out.\n\nFreedonia {blamed} Sylvania for a blast on Saturday in which ten miners died.",
    "A row broke out.\n\nFreedonia {demanded} the return of two nurses kidnapped in the hills on Sunday.",
    # another day's deed behind the lead
    "Farmers {marched} on the ministry. Last Friday police had driven them off.",
    # what another day's deed led to
    "Last month's arrest of a trader {angered} Sylvania.",
    "Sylvania {condemned} Sunday's raid.",
    # what was said before it was answered
    "On Tuesday Freedonia turned down a Sylvanian {request} for talks.",
    "The minister quit on Tuesday amid {complaints} from the army.",
    # a day in what is said
    "Freedonia {said} a patrol had rammed one of its boats on April 29.",
    "A row broke out.\n\nFreedonia lifted the overnight curfew and {closed} the port.",
    # what is to come, or a day farther off, is not the news day of a lead without one
    "Freedonia {expelled} an envoy. Flights to Sylvania will stop from 13 August.",
    "Freedonia {expelled} an envoy. Talks will resume on Friday.",
    "Freedonia {expelled} an envoy. Sylvania protested on 13 February.",
    "Freedonia {rejected} the charge.",
    "A row broke out.\n\nThe army moved in April. Sylvania {condemned} the move.",
    "A row broke out.\n\nOn Tuesday the army moved. Sylvania {condemned} the move.",
    "Freedonia must {leave} by Friday.",
    # not of the same scene: an answer, a state, two sentences on
    "A row broke out.\n\nOn Tuesday the army moved in. In response the senate {froze} its funds.",
    "A row broke out.\n\nOn Tuesday the army moved in. Three envoys have been {seized} since the war.",
    "A row broke out.\n\nOn Tuesday the army moved in. It was dark. Three envoys were {seized} at the gate.",
    # the day of something else: a clause that is closed, a noun after the verb, what was meant for it
    "A row broke out.\n\nDays after Sylvania {arrested} a writer, Freedonia on Tuesday recalled its envoy.",
    "A row broke out.\n\nFreedonia {called off} a round of talks between the two planned for Saturday.",
    "April 3: Talks end. Freedonia hails the accord signed after the {raid}.",
    # the story turns to another event before the date
    "A row broke out.\n\nSylvania {protested} three times, then on May 3 froze its funds.",
    "A row broke out.\n\nHunters {challenged} the ban, and in May 2020 the court put it on ice.",
    "A row broke out.\n\nSylvania {refused} to let him in and on Monday cancelled his visa.",
    # what is told as over has no day to come; nor has what says so the day of what is said
    "A row broke out.\n\nSylvania has {agreed} to meet its neighbour in October.",
    "A row broke out.\n\nThe president {threatened} to hold a vote in 2023.",
    "A row broke out.\n\nJudges {say} the men came in on April 3 with false papers.",
    # what somebody did next, what had been done before an entry's day, what has been done since
    "A row broke out.\n\nOn Tuesday the army moved in. The prime minister {closed} the port.",
    "May 3: Talks end. Sylvania had {freed} the crew.\n\nMay 4: A truce.",
    "A row broke out on April 3. The minister has since {apologised}.",
    "In May 2020 it recalled its envoy for a month after it had {traced} the raid.",
    "A row broke out.\n\nFreedonia proposed talks on Tuesday, an idea that Sylvania has {rebuffed}.",
    # what has been, beside the lead; what is said, though but one day is told; another day came between; the present
    "Freedonia shut its border on Tuesday. Sylvania has {accused} it of lying.",
    "Freedonia shut its border on Tuesday. Sylvania has already announced a {ban} on its grain.",
    "Sylvania shut the port on Tuesday.\n\nMen came.\n\nPolice {condemned} them.",
    "Sylvania shut the port on Tuesday.\n\nOn Monday men had come.\n\nIt rained. Police {arrested} ten.",
    "Sylvania shut the port on Tuesday.\n\nThe two are at odds.\n\nPolice {arrested} ten.",
    # what somebody "has" done is of no day in its object, nor of that of the clause before it
    "A row broke out.\n\nA judge has {charged} ten men over a raid on April 3.",
    "A row broke out.\n\nThe port was shut in April, and Sylvania has {asked} for more time.",
    # what the sentence after the lead tells is not what is to come; nor is what has been of a day to come
    "Freedonia is to {leave} the pact. Its premier said so on Tuesday.",
    "Sylvania has {warned} those who will march on Friday.\n\nThe two are at odds.",
    # a participle that commas enclose behind a noun
    "A row broke out.\n\nOn April 3 the envoy, {named} by the union as a go-between, announced a truce.",
    # the day of a noun, of a relative clause that is closed, of what was answered
    "A row broke out.\n\nSylvania called it a breach of a charter of 1997 and {advised} its citizens to leave.",
    "A row broke out.\n\nThe rebels, whose men laid down their arms in 2016 under a pact, {condemned} it.",
    "A row broke out.\n\nOn Tuesday it shut the port, a riposte to the {refusal} to pay.",
    "A row broke out.\n\nThe union {did likewise}, although its chief had met him on Monday.",
    # "then" may be any day, as may hours after something else; what is told in the present goes on
    "A row broke out.\n\nOn Tuesday a court jailed him. Sylvania then {recalled} its envoy.",
    "A row broke out.\n\nOn Tuesday a court jailed him. A man held hours after the vote {asked} for asylum.",
    "A row broke out.\n\nOn Tuesday the council met. It {accuses} Sylvania of lying.",
    "A row broke out.\n\nThe envoy was {summoned} on the night of the raid.",
    "A row broke out.\n\nIt recalled the {attack} on the embassy that opened in May 2019.",
    # who asked for it, what it was charged with, what was due then, what is demanded for long ago, what was threatened
    "A row broke out.\n\nAt Sylvania's {request} Freedonia shut the port on Tuesday.",
    "A row broke out.\n\nOn Tuesday it charged Sylvania with {shelling} the port.",
    "A row broke out.\n\nIt called off talks due on Friday and {shut} the port.",
    "A row broke out.\n\nA loan due to be signed this week was {held back}.",
    "A row broke out.\n\nIt still {demands} redress for a ship lost in 1989.",
    "A row broke out.\n\nThe firm {threatened} to shut the taps on May 1.",
    # a time that is not known came between
    "A row broke out.\n\nOn Tuesday the army moved. Weeks later the navy left. It {seized} a bridge.",
    "A row broke out.\n\nFreedonia {condemned} Tuesday's raid.",
    "Sylvania {responded} with tariffs of its own.",
    "A row broke out.\n\nOn Tuesday they met over the {arrest} of an envoy.",
    "A row broke out.\n\nThe minister, who faces a vote on Tuesday, {demanded} an apology.",
    "A row broke out.\n\nThe army moved on Tuesday; the ministry {dismissed} the appeal.",
]


@pytest.mark.parametrize(("text", "edtf", "basis"), OWN)
def test_its_own_expression(text: str, edtf: str, basis: str) -> None:
    for when in date(text):
        assert (when.edtf, when.basis) == (edtf, basis)


@pytest.mark.parametrize(("text", "edtf"), INHERITED)
def test_the_day_that_governs_there(text: str, edtf: str) -> None:
    when = date(text)[0]
    assert (when.edtf, when.basis) == (edtf, "inherited")


@pytest.mark.parametrize("text", NONE)
def test_no_date_is_claimed(text: str) -> None:
    (when,) = date(text)
    assert (when.edtf, when.basis) == (None, "none")


def test_one_when_for_each_trigger_in_order() -> None:
    whens = date("On March 3 they {met}. A year earlier, in April 2020, they had {fought}.")
    assert [w.edtf for w in whens] == ["2021-03-03", "2020-04"]


def test_a_clause_that_is_known_counts_first() -> None:
    text = "On Monday it closed the port and on Tuesday it shut the airport."
    trigger = (text.index("closed"), text.index("closed") + 6)
    scopes = [(0, text.index(" and "))]
    (when,) = date_triggers(
        text, split(text), tag(text, "2021-05-06"), [trigger], "2021-05-06", Lexicon.default(), scopes
    )
    assert when.edtf == "2021-05-03"


def test_without_a_publication_day_a_weekday_dates_nothing() -> None:
    (when,) = date("On Tuesday Freedonia {expelled} two envoys.", None)
    assert when.edtf is None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("On April 15 Freedonia cut the wires. Two days later it {shut} the port.", "XXXX-04-17"),
        ("On April 29 Freedonia cut the wires. Two days later it {shut} the port.", "XXXX-05-01"),
        ("On April 15 Freedonia cut the wires. The next day it {shut} the port.", "XXXX-04-16"),
        ("In April Freedonia cut the wires. The next month it {shut} the port.", "XXXX-05"),
        ("On April 15 Freedonia cut the wires. On the 17th it {shut} the port.", "XXXX-04-17"),
        ("April 15: Freedonia cuts the wires. Two days later it {shuts} the port.", "XXXX-04-17"),
        ("April 15: The League makes an offer. Freedonia {rejects} it the next day.", "XXXX-04-16"),
        ("April 15: Freedonia cuts the wires. On April 17 it {shuts} the port.", "XXXX-04-17"),
        # another year, or a February 29 that may be: no date, surely not the one told before
        ("On December 31 Freedonia cut the wires. The next day it {shut} the port.", None),
        ("On February 27 Freedonia cut the wires. Three days later it {shut} the port.", None),
        ("On April 15 Freedonia cut the wires. Some weeks passed. A week later it {shut} the port.", None),
    ],
)
def test_reckoned_from_a_day_without_its_year(text: str, edtf: str | None) -> None:
    (when,) = date(text, None)
    assert when.edtf == edtf


def test_a_trigger_outside_every_sentence_has_no_date() -> None:
    assert date_triggers("", [], [], [(0, 3)], None, Lexicon.default()) == [When()]


def test_a_night_carries_the_id_of_its_document() -> None:
    document = Document(id="night", text="Overnight, Chad shelled a port of Sudan.", published="2021-05-06")
    (event,) = extract(document).events
    assert event.when.expression == Span(document_id="night", start=0, end=9, text="Overnight")


def test_what_a_history_tells_before_its_first_date_is_news() -> None:
    history = "".join(f"\n{year} - Chad expels {year - 1950} envoys of Libya." for year in range(1961, 1972))
    first, *_ = tag(f"Chad and Libya on Monday signed a pact. What went before:{history}", "2023-09-19")
    assert (first.span.text, first.when.edtf) == ("Monday", "2023-09-18")


def test_a_year_mentioned_in_passing_does_not_move_the_news() -> None:
    text = "On November 18 the envoy left after news of a phone tapped in 2009. Trade stopped two days later."
    assert [t.when.edtf for t in tag(text, "2013-11-25")] == ["2013-11-18", "2009", "2013-11-20"]


@pytest.mark.parametrize("options", [{"style": "prose"}, {"date_order": "YDM"}])
def test_an_unknown_option_is_refused_with_those_that_are_known(options: dict[str, str]) -> None:
    with pytest.raises(OptionError, match=r"is not known: give one of"):
        tag("May 3", **options)  # type: ignore[arg-type]
