"""The tables of parties: complete, valid, without contradictions that matter."""

from __future__ import annotations

import re

import pytest

from timeline.actors.gazetteer import build_gazetteer
from timeline.lexicons import Lexicon

#: ISO 3166-1 alpha-3, all 249 entries.
ISO = frozenset(
    re.findall(
        r"[A-Z]{3}",
        """
    ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM
    BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM
    CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP
    GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR
    JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL
    MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK
    PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR
    SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA
    UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE
    """,
    )
)
STATES = ISO | {"XKX"}

lexicon = Lexicon.default()
#: Parts that broke away stand for themselves.
APART = {row["code"] for row in lexicon.table("regions") if row["code"] == row["name"]}
PARTIES = STATES | APART | {row["code"] for table in ("organisations", "groups") for row in lexicon.table(table)}


def test_every_entry_of_iso_3166_and_kosovo_is_there_once() -> None:
    assert len(ISO) == 249
    assert sorted(row["code"] for row in lexicon.table("countries")) == sorted(STATES)


@pytest.mark.parametrize("row", lexicon.table("countries"), ids=lambda r: r["code"])
def test_every_country_has_a_name_people_and_a_capital(row) -> None:  # type: ignore[no-untyped-def]
    assert row["name"]
    assert row["adjectives"] or row["people"]
    assert row["capital"]


@pytest.mark.parametrize(
    ("table", "column", "allowed"),
    [
        ("leaders", "code", PARTIES | {""}),
        ("companies", "code", STATES),
        ("cities", "code", STATES),
        ("regions", "code", STATES | APART | {""}),
        ("groups", "country", STATES | {""}),
        ("combining_forms", "code", PARTIES | {""}),
        ("name_senses", "code", PARTIES | {""}),
    ],
)
def test_every_code_is_of_iso_3166_or_a_listed_organisation(table: str, column: str, allowed: set[str]) -> None:
    assert [(r.source, r[column]) for r in lexicon.table(table) if r[column] not in allowed] == []


@pytest.mark.parametrize("table", ["country_nouns", "country_epithets", "pair_names"])
def test_every_listed_code_is_a_state(table: str) -> None:
    wrong = [(row.source, code) for row in lexicon.table(table) for code in row.list("codes") if code not in STATES]
    assert wrong == []


@pytest.mark.parametrize(
    ("table", "column", "values"),
    [
        ("groups", "kind", {"armed", "party", "movement", "people", "coalition"}),
        ("companies", "kind", {"company", "state", "agency", "media"}),
        ("role_nouns", "number", {"s", "p"}),
        ("role_nouns", "alone", {"", "party", "scene", "never"}),
        ("human_nouns", "class", {"group", "people", "count"}),
        ("human_nouns", "number", {"s", "p"}),
        ("hyphen_words", "sense", {"party", "sponsor", "setting", "origin"}),
        ("hyphen_prefixes", "sense", {"party", "sponsor", "setting"}),
        ("leaders", "alone", {"yes", "no", "term"}),
        ("person_like_names", "position", {"first", "last", "both"}),
    ],
)
def test_columns_hold_only_what_their_comment_says(table: str, column: str, values: set[str]) -> None:
    assert {row[column] for row in lexicon.table(table)} <= values


@pytest.mark.parametrize("table", ["countries", "leaders", "role_nouns", "human_nouns", "hyphen_words", "place_nouns"])
def test_no_row_stands_twice(table: str) -> None:
    keys = [next(iter(row.cells.values())) for row in lexicon.table(table)]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []


def test_terms_of_office_are_years_in_order() -> None:
    gazetteer = lexicon.derive(build_gazetteer)
    bearers = [entry for entries in gazetteer.surnames.values() for entry in entries]
    assert len(bearers) > 1000
    assert [e.name for e in bearers for first, last in e.terms if not 1900 <= first <= last] == []


#: Words that two states may claim, and whom they mean when nothing else is said.
SHARED = {"Congolese": "COD", "Dominican": "DOM", "Macedonia": "MKD", "Georgia": "GEO", "Korean": "KOR",
          "Brussels": "EU",
          "Zaire": "COD", "Burma": "MMR", "Soviet Union": "RUS", "Yugoslavia": "SRB", "Czechoslovakia": "CZE",
          "East Germany": "DEU", "Swaziland": "SWZ", "Upper Volta": "BFA", "Serbia and Montenegro": "SRB"}  # fmt: skip


@pytest.mark.parametrize(("name", "code"), SHARED.items())
def test_shared_and_old_names(name: str, code: str) -> None:
    assert lexicon.derive(build_gazetteer).senses(name)[0].codes == (code,)


def test_people_of_a_country_are_made_from_its_adjective() -> None:
    gazetteer = lexicon.derive(build_gazetteer)
    for plural, code in [("Russians", "RUS"), ("Chinese", "CHN"), ("Danes", "DNK"), ("Swiss", "CHE"), ("Poles", "POL")]:
        assert gazetteer.senses(plural)[0].codes == (code,)


def test_an_own_lexicon_adds_parties_of_any_kind() -> None:
    from tests.actor_texts import mentions

    own = lexicon.extended_text(
        "[actors]\nwords\tcode\tkind\tnames\tpeople\tcapital\tleaders\n"
        "Gondor\tGON\tcountry\tSouth Kingdom\tGondorian|Gondorians\tMinas Tirith\tAragorn Elessar\n"
        "Mordor\tMOR\tcountry\t\tMordoran\tBarad-dur\t\n"
    )
    text = "Minas Tirith expelled three Mordoran envoys. Elessar said so."
    found = {text[m.start : m.end]: m.codes for m in mentions(text, lexicon=own)}
    assert found["Minas Tirith"] == ("GON",)
    assert found["three Mordoran envoys"] == ("MOR",)
    assert found["Elessar"] == ("GON",)


def test_a_wrong_kind_or_term_names_its_row() -> None:
    from timeline.errors import LexiconError

    with pytest.raises(LexiconError, match="mine:3: kind 'planet'"):
        lexicon.extended_text("[actors]\nwords\tkind\nMars\tplanet\n", "mine").derive(build_gazetteer)
    with pytest.raises(LexiconError, match=r"mine:3: terms '20x1-'"):
        lexicon.extended_text("[leaders]\nname\tterms\nJane Doe\t20x1-\n", "mine").derive(build_gazetteer)
