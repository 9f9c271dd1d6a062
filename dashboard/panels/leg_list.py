"""The list of legs: which corridors they belong to and what they carry, leg by leg."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from dashboard.compare import interval_texts
from dashboard.grades import shown_grades
from dashboard.language import _
from dashboard.panels.choice_table import WRAPPED, choice_table

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.uncertainty import Intervals

_FLIGHT = "air"
_PER_KM = 1000  # exposure is score times kilometres, shown per thousand


def columns(countries: list[str]) -> dict[str, Any]:
    """Return what the columns of `leg_table` are called; ``countries`` are names that are asked."""
    column = st.column_config
    return {
        "leg": column.TextColumn(_("Leg"), width=222, help=_("From where to where.")),
        "corridor": column.TextColumn(
            _("Corridor"), width=184, help=_("The corridor that the leg is part of.")
        ),
        "risk_class": column.TextColumn(
            _("Class"), width=80, help=_("Our judgement by the page Method.")
        ),
        "reading": column.ProgressColumn(
            _("Reading"),
            width=95,
            format="%.1f",
            min_value=0,
            max_value=10,
            help=_("Refoulement risk of the leg, 0 to 10."),
        ),
        "interval": column.TextColumn(
            _("Interval"), width=76, help=_("Nine of ten draws lie in this interval.")
        ),
        "grade": column.TextColumn(
            _("Grade"),
            width=70,
            help=_("The weakest grade of the evidence under the leg's reading."),
        ),
        "status": column.TextColumn(
            _("Status"), width=84, help=_("Status of the corridor on the as-of date.")
        ),
        "km_in": column.NumberColumn(
            _("km in {countries}").format(countries=", ".join(countries)),
            format="localized",
            help=_("Kilometres of the straight line in the chosen countries. Flights have none."),
        )
        if countries
        else None,
        "length_km": column.NumberColumn(
            _("Length, km"),
            format="localized",
            width=88,
            help=_("The geodesic between the two stand-ins."),
        ),
        "carries": _tenths(
            _("Adds"), _("Score × 1,000 km that the leg adds to its corridor's cumulative reading.")
        ),
        "so_far": _tenths(
            _("Cumulative so far"), _("The same summed from the start of the corridor to here.")
        ),
        "shared": column.TextColumn(
            _("Also on this link"),
            help=_("Other corridors between the same two places by the same mode, by id."),
        ),
    }


def leg_list(table: pd.DataFrame, countries: list[str], leg: str) -> None:
    """Draw the table; the row that is chosen becomes the leg that the map selects.

    ``countries`` are the names of the chosen ones, whose kilometres are shown, if any.
    """
    kept = table if countries else table.drop(columns="km_in")
    choice_table(kept, columns(countries), setting="leg", chosen=leg, row_height=WRAPPED)


def leg_table(
    atlas: Atlas, readings: Readings, intervals: Intervals, countries: tuple[str, ...]
) -> pd.DataFrame:
    """Return one row per leg; what is not known is missing, never zero.

    Index ``leg_id``; columns as in `columns`. ``km_in`` are the ground kilometres
    in ``countries``; missing for a flight, which is in no country by kilometres.
    """
    legs, found, sure = atlas.legs, readings.legs, intervals.legs
    km = atlas.km_in.reindex(index=legs.index, columns=list(countries)).sum(axis="columns")
    return pd.DataFrame(
        {
            "leg": atlas.leg_names(),
            "corridor": legs["corridor_id"].map(atlas.corridor_names),
            "risk_class": found["risk_class"].map(_),
            "reading": found["reading"].round(1),
            "interval": interval_texts(sure["low"], sure["high"]),
            "grade": shown_grades(found).map(_),
            "status": found["status"].map(_),
            "km_in": km.round().mask(legs["mode"] == _FLIGHT),
            "length_km": atlas.lines["length_km"].round(),
            "carries": (found["exposure"] / _PER_KM).round(1).where(found["reading"].notna()),
            "so_far": found["cumulative_so_far"].round(1),
            "shared": _others_on_the_link(legs),
        },
        index=legs.index,
    )


def _others_on_the_link(legs: pd.DataFrame) -> pd.Series:
    on_link = legs.groupby("link_id")["corridor_id"].agg(list)
    return pd.Series(
        [
            ", ".join(one for one in on_link[link] if one != own)
            for link, own in zip(legs["link_id"], legs["corridor_id"], strict=True)
        ],
        index=legs.index,
    )


def _tenths(title: str, words: str) -> object:
    return st.column_config.NumberColumn(title, format="%.1f", width=68, help=words)
