"""The table of all countries: figure, class, dimensions, law and kilometres side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from dashboard.words import DIMENSIONS

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings

COLUMNS = {
    "country": st.column_config.TextColumn("Country", width="medium", help="Its profile is below."),
    "risk_class": st.column_config.TextColumn("Class", help="Class of the figure; our judgement."),
    "risk": st.column_config.ProgressColumn(
        "Refoulement risk", format="%.1f", min_value=0, max_value=10, help="0–10, our judgement."
    ),
    "legal_status": st.column_config.TextColumn(
        "Legal status in practice", help="Our judgement on sourced facts."
    ),
    "grade": st.column_config.TextColumn("Grade", help="The weakest grade the figure rests on."),
    "age_years": st.column_config.NumberColumn(
        "Oldest evidence, years", format="%.1f", help="Before the as-of date."
    ),
    **{
        name: st.column_config.NumberColumn(title, format="%.0f", help="0 protective, 10 gravest.")
        for name, title in DIMENSIONS.items()
    },
    "treaty": st.column_config.TextColumn(
        "1951 Convention or 1967 Protocol", help="Whether it is bound on the as-of date."
    ),
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
    names = pd.Series(atlas.names(lang))
    ground = atlas.exposure[atlas.exposure["leg_id"].map(atlas.legs["mode"]) != "air"]
    first = atlas.legs.loc[~atlas.legs["link_id"].duplicated()].index
    once = ground[ground["leg_id"].isin(first)]
    table = pd.DataFrame(
        {
            "country": names.reindex(found.index),
            "risk_class": found["risk_class"],
            "risk": found["risk"],
            "legal_status": found["legal_status"],
            "grade": found["grade"].replace({"": None}),
            "age_years": found["age_years"],
            **{dimension: found[dimension] for dimension in DIMENSIONS},
            "treaty": readings.treaty,
            "leg_count": atlas.touches.sum().reindex(found.index, fill_value=0),
            "leg_km": once.groupby("iso3")["km"].sum().reindex(found.index).round(),
        },
        index=found.index,
    )
    return table.sort_values("risk", ascending=False, na_position="last")
