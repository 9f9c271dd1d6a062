"""The list of corridors with all readings side by side: never one number, never a mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from dashboard.panels.choice_table import choice_table

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings

COLUMNS = {
    "corridor": st.column_config.TextColumn("Corridor", width=310),
    "status": st.column_config.TextColumn(
        "Status", help="Status reported for the as-of date; the periods open with the row."
    ),
    "cumulative": st.column_config.NumberColumn(
        "Cumulative",
        format="%.1f",
        help="Score × 1,000 km summed over the legs. Adding a leg never lowers it. "
        "A leg that is not scored adds nothing: read it with “Legs not scored”.",
    ),
    "worst_reading": st.column_config.ProgressColumn(
        "Worst leg", format="%.1f", min_value=0, max_value=10, help="The highest reading of a leg."
    ),
    "km_high": st.column_config.NumberColumn(
        "km High", format="localized", help="Ground kilometres in countries in the class High."
    ),
    "km_elevated": st.column_config.NumberColumn(
        "km Elevated +", format="localized", help="Ground kilometres at Elevated or worse."
    ),
    "legs_not_scored": st.column_config.NumberColumn(
        "Legs not scored",
        help="Grey legs: too little is known, or people are sent along them and do not flee. "
        "Missing is not zero risk: the readings are at least what they say.",
    ),
    "unknown_km": st.column_config.NumberColumn(
        "Weight unknown, km",
        format="localized",
        help="Kilometres, borders and ends of flights in countries without a figure, on any leg.",
    ),
    "length_km": st.column_config.NumberColumn(
        "Length, km", format="localized", help="Sum of straight geodesics, flights included."
    ),
    "worst_leg": st.column_config.TextColumn(
        "Worst leg is", width="medium", help="The first leg with the highest reading."
    ),
    "use": st.column_config.TextColumn("Reported use", width="medium"),
    "use_year": st.column_config.TextColumn("Year"),
    "grade": st.column_config.TextColumn("Grade", help="Grade of the corridor's own evidence."),
}


def corridor_list(table: pd.DataFrame, focus: str) -> None:
    """Draw the table; the row that is chosen becomes the corridor the map brings forward."""
    choice_table(table, COLUMNS, setting="focus", chosen=focus)


def corridor_table(atlas: Atlas, readings: Readings, lang: str) -> pd.DataFrame:
    """Return one row per corridor with every reading, its status on the date and reported use.

    Index ``corridor_id``; columns as in ``COLUMNS``. Kilometres are whole; figures that are not
    known are missing, never zero.
    """
    facts, found = atlas.corridors, readings.corridors.reindex(atlas.corridors.index)
    worst = found["worst_leg_id"].map(atlas.leg_names(lang))
    return pd.DataFrame(
        {
            "corridor": facts[f"name_{lang}"],
            "status": readings.status.reindex(facts.index),
            "cumulative": found["cumulative"].round(1),
            "worst_reading": found["worst_reading"].round(1),
            "km_high": found["km_high"].round(),
            "km_elevated": found["km_elevated_or_worse"].round(),
            "legs_not_scored": found["legs_unknown"] + found["legs_not_applicable"],
            "unknown_km": found["weight_unknown_km"].round(),
            "length_km": found["length_km"].round(),
            "worst_leg": worst,
            "use": facts["usage_reported"],
            "use_year": facts["usage_year"].replace({"": None}),
            "grade": facts["confidence"],
        },
        index=facts.index,
    )
