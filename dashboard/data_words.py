"""What the codes of the evidence are called: what a fact is about, what a series of figures counts.

English, marked for the catalogue; ``_`` of `dashboard.language` says them where they are shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard.language import ENGLISH, N_, _, current
from dashboard.words import DIMENSIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

FACTS: Final = {
    **{f"assess_{name}": title for name, title in DIMENSIONS.items()},
    "assess_overall_refoulement_band": N_("Band of refoulement risk"),
    "treaty_1951_refugee_convention": N_("Refugee Convention (1951)"),
    "treaty_1967_protocol": N_("Protocol to the Refugee Convention (1967)"),
    "treaty_cat": N_("Convention against Torture"),
    "treaty_cped": N_("Convention against Enforced Disappearance"),
    "treaty_crc": N_("Convention on the Rights of the Child"),
    "treaty_iccpr": N_("Covenant on Civil and Political Rights"),
    "table1_legal_status": N_("Table 1: legal status"),
    "table1_integration_duration": N_("Table 1: duration of integration"),
    "table1_income_and_housing": N_("Table 1: income and housing"),
    "table1_language_and_culture": N_("Table 1: language and culture"),
    "table1_labour_market_tools": N_("Table 1: tools for the labour market"),
    "table1_mental_health": N_("Table 1: mental health"),
    "table1_refoulement_risk": N_("Table 1: refoulement risk"),
    "bilateral_agreement_dprk": N_("Agreement with the DPRK"),
    "border_policy": N_("Border policy"),
    "domestic_asylum_law": N_("Asylum law"),
    "domestic_asylum_procedure": N_("Asylum procedure"),
    "domestic_exit_law": N_("Law on leaving the country"),
    "domestic_nationality_rule": N_("Rule on nationality"),
    "domestic_non_refoulement_law": N_("Law on non-refoulement"),
    "domestic_removal_power": N_("Power to remove"),
    "immigration_detention": N_("Immigration detention"),
    "immigration_detention_limit": N_("Limit of immigration detention"),
    "legal_status_in_practice": N_("Legal status in practice"),
    "official_position": N_("Official position"),
    "penalty_illegal_entry": N_("Penalty for illegal entry"),
    "resettlement_access": N_("Access to resettlement"),
    "returnee_treatment": N_("Treatment of people who are returned"),
    "rok_embassy_access": N_("Access to a mission of the Republic of Korea"),
    "screening_detention": N_("Detention for screening"),
    "sea_arrivals_returned": N_("People who came by sea and were returned"),
    "state_practice_summary": N_("Practice of return, in short"),
    "unhcr_access": N_("Access to UNHCR"),
    "arrivals_annual": N_("Arrivals in a year"),
    "arrivals_cumulative": N_("Arrivals, running total"),
    "arrivals_half_year": N_("Arrivals in half a year"),
    "claims_accepted_annual": N_("Claims accepted in a year"),
    "detained_estimate": N_("People detained, estimate"),
    "population_estimate": N_("People present, estimate"),
    "refugees_admitted_cumulative": N_("Refugees admitted, running total"),
    "returns_annual_estimate": N_("People returned in a year, estimate"),
    "returns_database_total": N_("Returns recorded in a database"),
    "returns_reported_cumulative": N_("People reported returned, running total"),
    "settled_estimate": N_("People settled, estimate"),
    "transit_annual_estimate": N_("People in transit in a year, estimate"),
}

SERIES: Final = {
    "kr_arrivals": N_("Arrivals in South Korea"),
    "kr_arrivals_block": N_("Arrivals in South Korea, several years together"),
    "kr_cumulative": N_("Arrivals in South Korea, running total"),
    "kr_direct_from_dprk": N_("Arrivals in South Korea straight from the DPRK"),
    "kr_origin_province_share": N_("Share of arrivals from North Hamgyong and Ryanggang"),
    "th_arrivals": N_("Arrivals in Thailand"),
    "th_arrests": N_("Arrests in Thailand"),
    "th_arrests_north": N_("Arrests in northern Thailand"),
    "route_share_thailand": N_("Share that came by way of Thailand"),
    "route_share_laos_into_thailand": N_("Share of entries into Thailand by way of Laos"),
    "mn_arrivals": N_("Arrivals in Mongolia"),
    "ru_recognised_refugees": N_("Recognised refugees in Russia"),
    "ru_to_seoul": N_("People who reached Seoul from Russia"),
    "missions_in_china_to_seoul": N_("People who reached Seoul through missions in China"),
    "vn_airlift": N_("People flown from Viet Nam to Seoul"),
    "vn_handovers_to_china": N_("People handed by Viet Nam to China"),
    "us_refugee_admissions": N_("Refugees admitted to the United States, fiscal year"),
    "us_refugee_admissions_cy": N_("Refugees admitted to the United States, calendar year"),
    "us_refugee_cumulative": N_("Refugees admitted to the United States, running total"),
    "link_assisted": N_("People helped by Liberty in North Korea"),
    "link_cumulative": N_("People helped by Liberty in North Korea, running total"),
    "cn_in_hiding_estimate": N_("People in hiding in China, estimate"),
    "cn_detained_estimate": N_("People detained in China, estimate"),
    "cn_returns": N_("People returned by China"),
    "cn_returns_cumulative": N_("People returned by China, running total"),
    "la_returns": N_("People returned by Laos"),
    "returns_recorded_cases": N_("Recorded cases of return"),
}


# English names that are too long for the column of a table.
_SHORT_NAMES: Final = {
    "PRK": "DPRK",
    "KOR": "South Korea",
    "RUS": "Russia",
    "USA": "United States",
    "GBR": "United Kingdom",
}


def short_names(names: Mapping[str, str]) -> dict[str, str]:
    """Return the names of countries by ``iso3`` for a table: no name of ``names`` is cut there."""
    return {**names, **(_SHORT_NAMES if current() == ENGLISH else {})}


def fact_title(dimension: str) -> str:
    """Return what a fact is about, in the language of the run."""
    return _(FACTS.get(dimension, dimension))


def series_title(series: str) -> str:
    """Return what a series of figures counts, in the language of the run."""
    return _(SERIES.get(series, series))
