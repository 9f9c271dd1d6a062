"""Countries: the table of all, the profile of one, Table 1 as the white paper gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h
import pandas as pd
import streamlit as st

from dashboard import palette
from dashboard.panels import markup
from dashboard.panels.facts import assessment_line, fact_lines, incident_lines
from dashboard.words import DIMENSIONS

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings

_ALL = 200
_OLD_YEARS = 10  # from here on the page says the age of the evidence in words
_GROUPS = {
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
}

COLUMNS = {
    "country": st.column_config.TextColumn("Country", width="medium"),
    "risk_class": st.column_config.TextColumn("Class"),
    "risk": st.column_config.ProgressColumn(
        "Refoulement risk", format="%.1f", min_value=0, max_value=10, help="0–10, our judgement."
    ),
    "legal_status": st.column_config.TextColumn("Legal status in practice"),
    "grade": st.column_config.TextColumn("Grade", help="The weakest grade the figure rests on."),
    "age_years": st.column_config.NumberColumn(
        "Oldest evidence, years", format="%.1f", help="Before the as-of date."
    ),
    **{
        name: st.column_config.NumberColumn(title, format="%.0f", help="0 protective, 10 gravest.")
        for name, title in DIMENSIONS.items()
    },
    "treaty": st.column_config.TextColumn("1951 Convention or 1967 Protocol"),
    "leg_count": st.column_config.NumberColumn("Legs", help="Legs of all corridors that touch it."),
    "leg_km": st.column_config.NumberColumn(
        "Ground km", format="localized", help="Straight kilometres of ground legs inside it."
    ),
}


def country_table(atlas: Atlas, readings: Readings, lang: str) -> pd.DataFrame:
    """Return one row per country with figure, class, six dimensions, law and kilometres.

    Index ``iso3``, ordered by risk from the gravest, countries without data last.
    """
    found = readings.countries
    names = pd.Series(atlas.country_names if lang == "en" else atlas.country_names_ko)
    ground = atlas.exposure[atlas.exposure["leg_id"].map(atlas.legs["mode"]) != "air"]
    first = atlas.legs.loc[~atlas.legs["link_id"].duplicated()].index
    once = ground[ground["leg_id"].isin(first)]
    table = pd.DataFrame(
        {
            "country": names.reindex(found.index),
            "risk_class": found["risk_class"],
            "risk": found["risk"],
            "legal_status": found["legal_status"],
            "grade": found["grade"],
            "age_years": found["age_years"],
            **{dimension: found[dimension] for dimension in DIMENSIONS},
            "treaty": readings.treaty,
            "leg_count": atlas.touches.sum().reindex(found.index, fill_value=0),
            "leg_km": once.groupby("iso3")["km"].sum().reindex(found.index).round(),
        },
        index=found.index,
    )
    return table.sort_values("risk", ascending=False, na_position="last")


def country_profile(atlas: Atlas, readings: Readings, iso3: str, lang: str) -> h.Element:
    """Return the profile of one country: figure, law, practice, legs, what is not known."""
    names = atlas.country_names if lang == "en" else atlas.country_names_ko
    row = readings.countries.loc[iso3]
    return h.div(".atlas-panel")[
        h.h3[names[iso3]],
        h.div(".atlas-head")[
            h.span(".atlas-number")[markup.figure(row["risk"])],
            h.span(".atlas-dim")["of 10"],
            markup.risk_chip(row["risk_class"]),
            markup.judgement(),
        ],
        markup.scale(row["risk"], readings.recipe.classes.edges, list(palette.RISK.values())),
        h.div(".atlas-columns")[
            markup.section(
                "Six dimensions",
                [assessment_line(atlas, readings, iso3, dimension) for dimension in DIMENSIONS],
            ),
            [_group(atlas, readings, iso3, title, names) for title, names in _GROUPS.items()],
            markup.section("Incidents", incident_lines(atlas, readings, iso3, _ALL)),
            markup.section("Legs that touch it", _legs(atlas, readings, iso3, lang)),
            markup.section("Not known", _unknown(readings, iso3)),
        ],
    ]


def _group(
    atlas: Atlas, readings: Readings, iso3: str, title: str, starts: tuple[str, ...]
) -> h.Node:
    facts = readings.facts
    some = ((facts["iso3"] == iso3) & facts["dimension"].str.startswith(starts)).any()
    return markup.section(title, fact_lines(atlas, readings, iso3, starts)) if some else None


def _legs(atlas: Atlas, readings: Readings, iso3: str, lang: str) -> h.Node:
    if iso3 not in atlas.touches.columns:
        return h.p["None."]
    touched = atlas.legs[atlas.touches[iso3]]
    first = touched[~touched["link_id"].duplicated()]
    km = atlas.exposure[atlas.exposure["iso3"] == iso3].set_index("leg_id")["km"]
    names = atlas.leg_names(lang)
    rows = [
        (
            names[leg.Index],
            "flight" if leg.mode == "air" else markup.figure(km.get(leg.Index, float("nan")), 0),
            str((touched["link_id"] == leg.link_id).sum()),
            markup.figure(readings.legs.loc[leg.Index, "reading"]),
        )
        for leg in first.itertuples()
    ]
    return markup.table(("Link", "km here", "Corridors", "Reading"), rows, "numbers")


def _unknown(readings: Readings, iso3: str) -> h.Node:
    found = readings.indicators[readings.indicators["iso3"] == iso3].set_index("dimension")
    missing = [
        title
        for name, title in DIMENSIONS.items()
        if name not in found.index or pd.isna(found.loc[name, "score"])
    ]
    old = [
        f"{title}: evidence is {found.loc[name, 'age_years']:.0f} years old"
        for name, title in DIMENSIONS.items()
        if name in found.index and found.loc[name, "age_years"] >= _OLD_YEARS
    ]
    lines = [*(f"{title}: no data" for title in missing), *old]
    return h.ul[[h.li[line] for line in lines]] if lines else h.p["Every dimension has evidence."]


def table1(atlas: Atlas) -> h.Element:
    """Return Table 1 of the white paper whole, as printed, with the corrections to the paper."""
    names = {"KOR": "Korea, Republic of", "USA": "United States of America", "CHN": "China"}
    rows = [
        (h.strong[row["label"]], *(_printed(row, iso3) for iso3 in names))
        for _, row in atlas.table1.iterrows()
    ]
    return h.div(".atlas-panel")[
        h.p[
            "Comparative chart of South Korea, the U.S. and China, as printed in the white paper "
            "(Table 1). Legal status and refoulement risk feed the index; no other row does."
        ],
        h.div(".atlas-wide")[markup.table(("Dimension", *names.values()), rows)],
        markup.sources(["wp_kim"], atlas.sources, "Source: white paper, Table 1"),
    ]


def _printed(row: pd.Series, iso3: str) -> h.Node:
    citation = row[f"{iso3}_citation"]
    return [row[iso3], h.span(".atlas-dim")[f" ({citation})"] if citation else None]


def corrections(atlas: Atlas) -> h.Element:
    """Return what the evidence corrects in the white paper, each with its reason and sources."""
    return h.div(".atlas-panel")[
        h.ul[
            [
                h.li[
                    h.div[h.strong[f"{row.claimed_by}, {row.place}: "], row.claim],
                    h.div[h.strong["The evidence: "], row.evidence_says],
                    h.div(".atlas-dim")[row.reason],
                    markup.sources(str(row.source_ids).split(";"), atlas.sources),
                ]
                for row in atlas.corrections.itertuples()
            ]
        ]
    ]
