"""The list of corridors with all readings side by side: never one number, never a mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from dashboard.language import _, said
from dashboard.panels.choice_table import choice_table

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings


def columns() -> dict[str, Any]:
    """Return what the columns of `corridor_table` are called and how they are written."""
    column = st.column_config
    return {
        "corridor": column.TextColumn(
            _("Corridor"), width=340, help=_("Select a row for what its figures rest on.")
        ),
        "status": column.TextColumn(
            _("Status"),
            width=86,
            help=_("Status reported for the as-of date; the periods open with the row."),
        ),
        "cumulative": column.NumberColumn(
            _("Cumulative"),
            width=86,
            format="%.1f",
            help=_(
                "Score × 1,000 km summed over the legs. Adding a leg never lowers it. "
                "A leg that is not scored adds nothing: read it with “Legs not scored”."
            ),
        ),
        "worst_reading": column.ProgressColumn(
            _("Worst leg"),
            width=110,
            format="%.1f",
            min_value=0,
            max_value=10,
            help=_("The highest reading of a leg."),
        ),
        "km_high": _whole(_("km High"), _("Ground kilometres in countries in the class High.")),
        "km_elevated": _whole(_("km Elevated +"), _("Ground kilometres at Elevated or worse.")),
        "legs_not_scored": column.NumberColumn(
            _("Legs not scored"),
            help=_(
                "Grey legs: too little is known, or people are sent along them and do not flee. "
                "Missing is not zero risk: the readings are at least what they say."
            ),
        ),
        "unknown_km": _whole(
            _("Without data, km"),
            _("Kilometres, borders and ends of flights in countries without a figure, on any leg."),
        ),
        "length_km": _whole(_("Length, km"), _("Sum of straight geodesics, flights included.")),
        "worst_leg": column.TextColumn(
            _("Worst leg is"), width=400, help=_("The first leg with the highest reading.")
        ),
        "use": column.TextColumn(
            _("Reported use"), width="medium", help=_("How many people are reported, in words.")
        ),
        "use_year": column.TextColumn(_("Year"), help=_("Year of the reported use.")),
        "grade": column.TextColumn(_("Grade"), help=_("Grade of the corridor's own evidence.")),
    }


def _whole(title: str, words: str) -> object:
    return st.column_config.NumberColumn(title, format="localized", help=words)


def corridor_list(table: pd.DataFrame, focus: str) -> None:
    """Draw the table; the row that is chosen becomes the corridor the map brings forward."""
    choice_table(table, columns(), setting="focus", chosen=focus)


def corridor_table(atlas: Atlas, readings: Readings) -> pd.DataFrame:
    """Return one row per corridor with every reading, its status on the date and reported use.

    Index ``corridor_id``; columns as in `columns`, words in the language of the run. Kilometres are
    whole; figures that are not known are missing, never zero.
    """
    facts, found = atlas.corridors, readings.corridors.reindex(atlas.corridors.index)
    worst = found["worst_leg_id"].map(atlas.leg_names())
    return pd.DataFrame(
        {
            "corridor": atlas.corridor_names,
            "status": readings.status.reindex(facts.index).map(_),
            "cumulative": found["cumulative"].round(1),
            "worst_reading": found["worst_reading"].round(1),
            "km_high": found["km_high"].round(),
            "km_elevated": found["km_elevated_or_worse"].round(),
            "legs_not_scored": found["legs_unknown"] + found["legs_not_applicable"],
            "unknown_km": found["weight_unknown_km"].round(),
            "length_km": found["length_km"].round(),
            "worst_leg": worst,
            "use": facts["usage_reported"].map(said),
            "use_year": facts["usage_year"].replace({"": None}),
            "grade": facts["confidence"].map(_),
        },
        index=facts.index,
    )
