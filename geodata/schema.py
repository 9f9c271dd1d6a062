"""What each file of country evidence must hold, column by column: words, units, checks."""

import pandera.pandas as pa

from intake.columns import (
    ISO3,
    SOURCE_ID,
    an_id,
    decimal,
    flag,
    id_list,
    integer,
    matching,
    one_of,
    partial_date,
    text,
)
from intake.sentence import Sentence

ASSESSED = (
    "assess_access_to_protection_actors",
    "assess_cooperation_with_dprk_on_return",
    "assess_legal_recognition",
    "assess_non_refoulement_commitment",
    "assess_overall_refoulement_band",
    "assess_penalty_on_arrest_detention",
    "assess_state_practice_of_return",
)
TREATIES = (
    "treaty_1951_refugee_convention",
    "treaty_1967_protocol",
    "treaty_cat",
    "treaty_cped",
    "treaty_crc",
    "treaty_iccpr",
)
TABLE1_DIMENSIONS = (
    "legal_status",
    "integration_duration",
    "income_and_housing",
    "language_and_culture",
    "labour_market_tools",
    "mental_health",
    "refoulement_risk",
)
LAW_AND_PRACTICE = (
    "bilateral_agreement_dprk",
    "border_policy",
    "domestic_asylum_law",
    "domestic_asylum_procedure",
    "domestic_exit_law",
    "domestic_nationality_rule",
    "domestic_non_refoulement_law",
    "domestic_removal_power",
    "immigration_detention",
    "immigration_detention_limit",
    "legal_status_in_practice",
    "official_position",
    "penalty_illegal_entry",
    "resettlement_access",
    "returnee_treatment",
    "rok_embassy_access",
    "screening_detention",
    "sea_arrivals_returned",
    "state_practice_summary",
    "unhcr_access",
)
COUNTS = (
    "arrivals_annual",
    "arrivals_cumulative",
    "arrivals_half_year",
    "claims_accepted_annual",
    "detained_estimate",
    "population_estimate",
    "refugees_admitted_cumulative",
    "returns_annual_estimate",
    "returns_database_total",
    "returns_reported_cumulative",
    "settled_estimate",
    "transit_annual_estimate",
)
DIMENSIONS = (
    *ASSESSED,
    *TREATIES,
    *(f"table1_{dimension}" for dimension in TABLE1_DIMENSIONS),
    *LAW_AND_PRACTICE,
    *COUNTS,
)
PARTY_WORDS = ("party", "not party", "signed, not ratified")
CONFIDENCES = ("high", "medium", "low")
INCIDENT_KINDS = ("refoulement", "detention", "safe_transfer", "policy_change")
HOW_SEEN = ("white paper text", "stored page", "general knowledge")
UNSEEN = "general knowledge"
DEGREES = ("full", "partial", "none")
CLAIMANTS = ("white paper", "reports")
ROLES = ("input", "result")


def _key(description: str, pattern: str, example: str) -> pa.Column:
    return an_id(description, pattern, example, unique=True)


def _sources(description: str, *, empty: bool = False) -> pa.Column:
    expected = Sentence("source ids joined by semicolons")
    return matching(description, id_list(SOURCE_ID), expected=expected, empty=empty)


def _source(description: str) -> pa.Column:
    return matching(description, SOURCE_ID, expected=Sentence("one source id"))


def _country(description: str) -> pa.Column:
    return matching(description, ISO3, expected=Sentence("a country code such as CHN"))


def _people(description: str) -> pa.Column:
    return integer(description, 0, 1_000_000, unit="people", empty=True)


def _note() -> pa.Column:
    return text("What a reader should know of the row.", empty=True)


COUNTRIES = pa.DataFrameSchema(
    {
        "iso3": _key("Key of the country: its three letters in ISO 3166-1.", ISO3, "CHN"),
        "iso2": an_id("Two letters in ISO 3166-1.", r"[A-Z]{2}", "CN"),
        "name_en": text("Name in English."),
        "name_ko": text("Name in Korean."),
    },
    name="countries",
    strict=True,
)

FACTS = pa.DataFrameSchema(
    {
        "fact_id": _key(
            "Key of the fact: country, dimension and a number.",
            r"[A-Z]{3}\.[a-z0-9_]+\.[1-9][0-9]*",
            "CHN.treaty_cat.1",
        ),
        "iso3": _country("Country the fact is about."),
        "dimension": one_of("What the fact is about.", DIMENSIONS),
        "value": text("The fact, in words or as a figure."),
        "score": decimal(
            "Our judgement on the dimension's scale, 0 most protective, 10 gravest.",
            0,
            10,
            unit="score",
            empty=True,
        ),
        "year": integer("Year the fact holds for, or began.", 1900, 2100, unit="year", empty=True),
        "source_id": _source("The source."),
        "confidence": one_of("How well the fact is supported.", CONFIDENCES),
        "note": _note(),
    },
    name="facts",
    strict=True,
)

INCIDENTS = pa.DataFrameSchema(
    {
        "incident_id": _key(
            "Key of the incident: country, date and a number.",
            r"[A-Z]{3}\.[0-9]{4}(?:-[0-9]{2}){0,2}\.[1-9][0-9]*",
            "LAO.2013-05-27.1",
        ),
        "date": partial_date("Date, as precise as it is published."),
        "iso3": _country("Country that acted."),
        "kind": one_of("Return, detention, safe transfer or change of policy.", INCIDENT_KINDS),
        "people_min": _people("Fewest people reported."),
        "people_max": _people("Most people reported."),
        "location_admin1": text("Province or city, where it is published.", empty=True),
        "summary": text("What happened, in a sentence."),
        "source_id": _source("The source."),
        "reliability": one_of("How well the incident is supported.", CONFIDENCES),
    },
    name="incidents",
    strict=True,
)

FLOWS = pa.DataFrameSchema(
    {
        "flow_id": _key(
            "Key of the figure: its series and a number.",
            r"[a-z0-9_]+\.[1-9][0-9]*",
            "kr_arrivals.1",
        ),
        "series": an_id("Series the figure belongs to.", r"[a-z0-9_]+", "kr_arrivals"),
        "year": matching(
            "Year, date or span of years the figure covers.",
            r"(?:<=)?[0-9]{4}(?:-[0-9]{4}|-H[12]|-[0-9]{2}(?:-[0-9]{2}|/[0-9]{2}"
            r"|/[0-9]{4}-[0-9]{2})?)?",
            expected=Sentence("a year, a date or a span such as 1990-1994"),
        ),
        "period": text("What the year means: calendar year, fiscal year, a block of years."),
        "value": decimal("The figure.", 0, 1_000_000, unit="see unit", empty=True),
        "value_low": decimal("Lowest figure reported.", 0, 1_000_000, unit="see unit", empty=True),
        "value_high": decimal(
            "Highest figure reported.", 0, 1_000_000, unit="see unit", empty=True
        ),
        "unit": text("Unit of the figure."),
        "female": _people("Women and girls among them."),
        "female_share_pct": decimal(
            "Share of women and girls.", 0, 100, unit="percent", empty=True
        ),
        "geography": text("Country or region the figure is about."),
        "confidence": one_of("How well the figure is supported.", CONFIDENCES),
        "alt_value": decimal(
            "The figure as another source gives it.", 0, 1_000_000, unit="see unit", empty=True
        ),
        "alt_source_ids": _sources("The other source.", empty=True),
        "source_ids": _sources("Sources of the figure."),
        "note": _note(),
    },
    name="flows",
    strict=True,
)

SOURCES = pa.DataFrameSchema(
    {
        "source_id": _key("Key of the source.", SOURCE_ID, "ohchr_2023"),
        "publisher": text("Who published it."),
        "title": text("Its title."),
        "date": partial_date("Its date, as precise as it is known.", empty=True, also="n.d."),
        "url": text("Where it stands, as text to copy.", empty=True),
        "kind": text("What kind of source it is."),
        "how_seen": one_of("Whether the opening of the page was read.", HOW_SEEN),
        "note": _note(),
    },
    name="sources",
    strict=True,
)

TABLE1 = pa.DataFrameSchema(
    {
        "dimension": _key("Key of the row of Table 1.", r"[a-z_]+", "legal_status"),
        "label": text("The row's heading as printed."),
        "feeds_risk": flag("Whether the row enters the reading of risk."),
        "KOR": text("The white paper's words on the Republic of Korea, citation included."),
        "KOR_citation": text("The citation as printed.", empty=True),
        "USA": text("The white paper's words on the United States, citation included."),
        "USA_citation": text("The citation as printed.", empty=True),
        "CHN": text("The white paper's words on China."),
        "CHN_citation": text("The citation as printed in the column's heading."),
    },
    name="table1",
    strict=True,
)

CORRECTIONS = pa.DataFrameSchema(
    {
        "correction_id": _key("Key of the correction.", r"[a-z0-9_]+", "arrivals_2009"),
        "claimed_by": one_of("Whose claim it is.", CLAIMANTS),
        "claim": text("The claim, as the white paper or the reports make it."),
        "place": text("Section and page of the white paper, or where the reports stand."),
        "evidence_says": text("What the evidence says instead."),
        "reason": text("Why the atlas follows the evidence, and what it does with the claim."),
        "applies_to": text("Country, series or dimension that it touches."),
        "years": text("Year, span of years or date of the claim; empty if of all.", empty=True),
        "source_ids": _sources("Sources on both sides."),
    },
    name="corrections",
    strict=True,
)

DOMESTIC_RULES = pa.DataFrameSchema(
    {
        "iso3": _key("Country.", ISO3, "CHN"),
        "degree": one_of(
            "Whether a domestic rule bars return: a clear rule or asylum statute, a part, or none.",
            DEGREES,
        ),
        "degree_reason": text("Why the degree was given."),
        "degree_fact_ids": text("Facts it rests on, joined by semicolons.", empty=True),
        "return_instrument": flag("Whether an instrument of return with the DPRK exists."),
        "return_reason": text("Why."),
        "return_fact_ids": text("Facts it rests on, joined by semicolons.", empty=True),
    },
    name="domestic_rules",
    strict=True,
)

PUBLISHED_INDICES = pa.DataFrameSchema(
    {
        "figure_id": _key(
            "Key of the figure: index, country and a number.",
            r"[a-z0-9\-]+\.[A-Z]{3}\.[1-9][0-9]*",
            "hdi-2022.CHN.1",
        ),
        "index_id": text("Id of the recipe that rebuilds the index."),
        "iso3": _country("Country the figure is about."),
        "role": one_of("Whether the index is made from it, or it is what was published.", ROLES),
        "name": text("Leaf of the recipe, or the node whose figure was published."),
        "value": decimal("The figure as published.", 0, 1_000_000, unit="see the index"),
        "source_id": _source("The source."),
    },
    name="published_indices",
    strict=True,
)
