"""What each kind of fact is about, in words."""

from __future__ import annotations

from typing import Final

from dashboard.language import N_, _
from dashboard.words import DIMENSIONS

TREATIES: Final = {
    "treaty_1951_refugee_convention": N_("Refugee Convention (1951)"),
    "treaty_1967_protocol": N_("Refugee Protocol (1967)"),
    "treaty_cat": N_("Convention against Torture (1984)"),
    "treaty_iccpr": N_("Covenant on Civil and Political Rights (1966)"),
    "treaty_crc": N_("Convention on the Rights of the Child (1989)"),
    "treaty_cped": N_("Convention on Enforced Disappearance (2006)"),
}

FACT_TITLES: Final = {
    **{f"assess_{name}": title for name, title in DIMENSIONS.items()},
    "assess_overall_refoulement_band": N_("Band of refoulement risk"),
    **TREATIES,
    "table1_legal_status": N_("Table 1: legal status"),
    "table1_integration_duration": N_("Table 1: integration duration"),
    "table1_income_and_housing": N_("Table 1: income and housing"),
    "table1_language_and_culture": N_("Table 1: language and cultural support"),
    "table1_labour_market_tools": N_("Table 1: labor market tools"),
    "table1_mental_health": N_("Table 1: mental health support"),
    "table1_refoulement_risk": N_("Table 1: refoulement risk"),
    "bilateral_agreement_dprk": N_("Agreement with the DPRK"),
    "border_policy": N_("Border policy"),
    "domestic_asylum_law": N_("Asylum law"),
    "domestic_asylum_procedure": N_("Asylum procedure"),
    "domestic_exit_law": N_("Law on leaving"),
    "domestic_nationality_rule": N_("Rule on nationality"),
    "domestic_non_refoulement_law": N_("Rule against return"),
    "domestic_removal_power": N_("Power to remove"),
    "immigration_detention": N_("Immigration detention"),
    "immigration_detention_limit": N_("Limit of immigration detention"),
    "legal_status_in_practice": N_("Legal status in practice"),
    "official_position": N_("Official position"),
    "penalty_illegal_entry": N_("Penalty for illegal entry"),
    "resettlement_access": N_("Access to resettlement"),
    "returnee_treatment": N_("Treatment on return"),
    "rok_embassy_access": N_("Access to missions of the Republic of Korea"),
    "screening_detention": N_("Detention during screening"),
    "sea_arrivals_returned": N_("Arrivals by sea sent back"),
    "state_practice_summary": N_("Practice in short"),
    "unhcr_access": N_("Access of UNHCR"),
    "arrivals_annual": N_("Arrivals in the year"),
    "arrivals_cumulative": N_("Arrivals to date"),
    "arrivals_half_year": N_("Arrivals in the half-year"),
    "claims_accepted_annual": N_("Claims accepted in the year"),
    "detained_estimate": N_("People detained, estimate"),
    "population_estimate": N_("People present, estimate"),
    "refugees_admitted_cumulative": N_("Refugees admitted to date"),
    "returns_annual_estimate": N_("Returns in the year, estimate"),
    "returns_database_total": N_("Returns in a database"),
    "returns_reported_cumulative": N_("Returns reported to date"),
    "settled_estimate": N_("People settled, estimate"),
    "transit_annual_estimate": N_("People in transit in the year, estimate"),
}


def fact_title(dimension: str) -> str:
    """Return what a fact is about, in the language of the run."""
    return _(FACT_TITLES[dimension])
