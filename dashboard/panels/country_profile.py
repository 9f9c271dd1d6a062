"""The profile of one country: figure, law, practice, incidents, legs, what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import htpy as h
import pandas as pd

from dashboard import palette
from dashboard.panels import markup
from dashboard.panels.facts import assessment_line, fact_lines, incident_lines
from dashboard.panels.interval import interval_ends, interval_words
from dashboard.panels.leg_country import country_head
from dashboard.panels.table1 import table1_words
from dashboard.rows import row, rows
from dashboard.words import DIMENSIONS

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.rows import Row
    from dashboard.uncertainty import Intervals

OLD_YEARS: Final = 10  # from here on the page says the age of the evidence in words
GROUPS: Final = {
    "Law: treaties": ("treaty_",),
    "Law: domestic rules": ("domestic_",),
    "Agreements with the DPRK": ("bilateral_",),
    "Legal status in practice": ("legal_status_in_practice", "official_position"),
    "Practice of return": ("state_practice_summary", "returns_", "returnee_", "sea_arrivals"),
    "Protection": ("unhcr_access", "rok_embassy_access", "resettlement_access"),
    "Arrest and detention": ("penalty_", "immigration_detention", "screening_", "detained_"),
    "Border policy": ("border_policy",),
    "Numbers reported": (
        "arrivals_",
        "transit_",
        "population_",
        "refugees_admitted",
        "claims_",
        "settled_",
    ),
    "Band given by the evidence itself": ("assess_overall_refoulement_band",),
}


def country_profile(
    atlas: Atlas, readings: Readings, iso3: str, lang: str, intervals: Intervals
) -> h.Element:
    """Return all that the atlas holds on one country, every figure opening onto its sources."""
    country = row(readings.countries, iso3)
    return h.div(".atlas-panel")[
        h.h3[atlas.names(lang)[iso3]],
        _figure(readings, country, intervals),
        table1_words(atlas, iso3),
        h.div(".atlas-columns")[
            markup.section(
                "Six dimensions",
                [assessment_line(atlas, readings, iso3, dimension) for dimension in DIMENSIONS],
            ),
            [_group(atlas, readings, iso3, title, names) for title, names in GROUPS.items()],
            markup.section("Incidents", incident_lines(atlas, readings, iso3)),
            markup.section("Legs that touch it", _legs(atlas, readings, iso3, lang)),
            markup.section("Not known", _unknown(readings, iso3)),
        ],
    ]


def _figure(readings: Readings, country: Row, intervals: Intervals) -> h.Node:
    if country.name in readings.leg_rule.origin:
        return h.p["Country of origin: not scored. A state does not return people to itself."]
    sure = row(intervals.countries, str(country.name))
    return [
        country_head(readings, country),
        markup.scale(
            country["risk"],
            readings.classes.edges,
            list(palette.RISK.values()),
            interval=interval_ends(sure),
        ),
        interval_words(sure, intervals.rule),
        h.p(".atlas-note")[_evidence_words(country)],
    ]


def _evidence_words(country: Row) -> str | None:
    if pd.isna(country["risk"]):
        return None
    return (
        f"Weakest grade of the evidence: {country['grade']}. Oldest evidence: "
        f"{markup.when(country['oldest_evidence'])}. Incidents newer than the assessment of "
        f"practice, not counted in it: {country['newer_incidents']}."
    )


def _group(
    atlas: Atlas, readings: Readings, iso3: str, title: str, starts: tuple[str, ...]
) -> h.Node:
    some = any(fact.dimension.startswith(starts) for fact in readings.facts_of.get(iso3, ()))
    return markup.section(title, fact_lines(atlas, readings, iso3, starts)) if some else None


def _legs(atlas: Atlas, readings: Readings, iso3: str, lang: str) -> h.Node:
    if iso3 not in atlas.touches.columns:
        return h.p["No leg."]
    touched = atlas.legs[atlas.touches[iso3]]
    first = touched[~touched["link_id"].duplicated()]
    km = atlas.exposure[atlas.exposure["iso3"] == iso3].set_index("leg_id")["km"]
    names = atlas.leg_names(lang)
    lines = [
        (
            names[leg.Index],
            "flight" if leg.mode == "air" else f"{km.get(leg.Index, 0.0):,.0f}",
            str((touched["link_id"] == leg.link_id).sum()),
            markup.figure(readings.legs["reading"][leg.Index]),
        )
        for leg in rows(first)
    ]
    return [
        markup.table(("Link", "km here", "Corridors", "Reading"), lines, "numbers"),
        h.p(".atlas-note")[
            "Kilometres are measured by the atlas on Natural Earth 1:10m. Readings: ",
            markup.judgement(),
        ],
    ]


def _unknown(readings: Readings, iso3: str) -> h.Node:
    found = readings.indicators
    of_it = found[(found["iso3"] == iso3) & found["dimension"].isin(DIMENSIONS)]
    lines = [line for indicator in rows(of_it) if (line := _gap(indicator))]
    return h.ul[[h.li[line] for line in lines]] if lines else h.p["Every dimension has evidence."]


def _gap(indicator: Row) -> str:
    title = DIMENSIONS[indicator.dimension]
    if not indicator.applicable:
        return f"{title}: not applicable"
    if pd.isna(indicator.score):
        return f"{title}: no data"
    if indicator.age_years >= OLD_YEARS:
        return f"{title}: the evidence is {indicator.age_years:.0f} years old"
    return ""
