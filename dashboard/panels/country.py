"""The table of all countries: figure, class, dimensions, law and kilometres side by side."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import streamlit as st

from analysis.intervals import shown_class_shares
from dashboard import session
from dashboard.compare import interval_texts
from dashboard.data_words import short_names
from dashboard.language import _, percent
from dashboard.later import end_words
from dashboard.panels.data_table import data_table
from dashboard.words import ANCHORS, DIMENSIONS, NO_DATA, SHORT_DIMENSIONS

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.later import Later
    from dashboard.pipeline import Readings
    from dashboard.uncertainty import Intervals

_WIDTHS: Final = {
    "state_practice_of_return": 70,
    "non_refoulement_commitment": 72,
    "access_to_protection_actors": 80,
    "penalty_on_arrest_detention": 66,
}


def columns(share: float) -> dict[str, Any]:
    """Return what the columns of `country_table` are called and how they are written.

    ``share`` of the draws lies in the interval.
    """
    return {**_figure_columns(share), **_law_and_legs_columns()}


def _figure_columns(share: float) -> dict[str, Any]:
    column = st.column_config
    return {
        "country": column.TextColumn(
            _("Country"), width=116, pinned=True, help=_("Country that the row is about.")
        ),
        "risk": column.ProgressColumn(
            _("Refoulement risk"),
            format="%.1f",
            min_value=0,
            max_value=10,
            width=112,
            help=_("0 most protective to 10 gravest, our judgement."),
        ),
        "risk_class": column.TextColumn(
            _("Class"),
            width=116,
            help=_(
                "Class of the figure beside it, our judgement, and in how many draws the figure "
                "has it."
            ),
        ),
        "interval": column.TextColumn(
            _("Interval"),
            width=76,
            help=_("{share} of the draws lie in it.").format(share=percent(share)),
        ),
        "end": column.TextColumn(
            _("At the end"),
            width=120,
            help=_("Figure and class at the end of the evidence; under the table is why."),
        ),
        "legal_status": column.TextColumn(
            _("Legal status in practice"), width=214, help=_("Our judgement on sourced facts.")
        ),
        "grade": column.TextColumn(
            _("Grade"), width=66, help=_("The weakest grade that the figure rests on.")
        ),
        "age_years": column.NumberColumn(
            _("Age, years"),
            format="%.1f",
            width=90,
            help=_("Of the oldest evidence that the figure rests on."),
        ),
        **{
            name: column.NumberColumn(
                _(title),
                format="%.0f",
                width=_WIDTHS.get(name, 86),
                help=f"{_(DIMENSIONS[name])}. {_(ANCHORS[name])}",
            )
            for name, title in SHORT_DIMENSIONS.items()
        },
    }


def _law_and_legs_columns() -> dict[str, Any]:
    column = st.column_config
    return {
        "treaty": column.TextColumn(
            _("1951 Convention or 1967 Protocol"),
            width=230,
            help=_("Whether it is bound on the as-of date."),
        ),
        "incidents": column.NumberColumn(
            _("Incidents"),
            width=90,
            help=_("Dated returns, detentions, transfers and changes of policy on record."),
        ),
        "leg_count": column.NumberColumn(
            _("Legs"), width=70, help=_("Legs of all corridors that touch it.")
        ),
        "leg_km": column.NumberColumn(
            _("Ground km"),
            format="localized",
            width=90,
            help=_("Straight kilometres of ground legs inside it, each link once."),
        ),
    }


def country_table(
    atlas: Atlas, readings: Readings, intervals: Intervals, *, later: Later
) -> pd.DataFrame:
    """Return one row per country with figure, class, six dimensions, law and kilometres.

    Index ``iso3``, ordered by risk from the gravest, countries without data last. On a past date
    ``end`` is the figure at the end of the evidence. Words are in the language of the run.
    """
    found = readings.countries.reindex(list(atlas.choices.profile))
    sure = intervals.countries.reindex(found.index)
    ground = atlas.exposure[atlas.exposure["leg_id"].map(atlas.legs["mode"]) != "air"]
    first = atlas.legs.loc[~atlas.legs["link_id"].duplicated()].index
    once = ground[ground["leg_id"].isin(first)]
    held = readings.incidents["iso3"].value_counts()
    table = pd.DataFrame(
        {
            "country": pd.Series(short_names(atlas.names())).reindex(found.index),
            "risk": found["risk"],
            "risk_class": _classes(intervals, found),
            "interval": interval_texts(sure["low"], sure["high"]),
            **({"end": _at_end(later, found.index)} if readings.date < later.end else {}),
            **{dimension: found[dimension] for dimension in DIMENSIONS},
            "legal_status": _words(found["legal_status"]),
            "grade": _words(found["grade"]),
            "age_years": found["age_years"],
            "treaty": _words(readings.treaty.reindex(found.index)),
            "incidents": held.reindex(found.index, fill_value=0),
            "leg_count": atlas.touches.sum().reindex(found.index, fill_value=0),
            "leg_km": once.groupby("iso3")["km"].sum().reindex(found.index, fill_value=0).round(),
        },
        index=found.index,
    )
    return table.sort_values("risk", ascending=False, na_position="last", kind="stable")


def _words(found: pd.Series) -> pd.Series:
    """Return words in the language of the run; what is missing or empty stays missing."""
    return found.map(lambda word: _(word) if isinstance(word, str) and word else None)


def _at_end(later: Later, countries: pd.Index) -> list[str | None]:
    held = later.countries.index
    return [end_words(later, iso3) if iso3 in held else None for iso3 in countries]


def _classes(intervals: Intervals, found: pd.DataFrame) -> pd.Series:
    """Return each class in words, with the share of draws in which the figure has it."""
    shares = shown_class_shares(intervals.countries.reindex(found.index), found["risk_class"])
    told = shares.map(lambda share: "" if pd.isna(share) else f" {percent(share)}")
    return found["risk_class"].fillna(NO_DATA).map(_) + told


def country_list(table: pd.DataFrame, share: float) -> list[str]:
    """Draw the table and return the countries whose rows are selected; ``share`` as in `columns`.

    A table of other rows is another widget: a row number must never come to mean another country.
    """
    seen = zlib.crc32(";".join(table.index).encode())
    chosen = data_table(
        table,
        columns(share),
        height="content",
        on_select="rerun",
        selection_mode="multi-row",
        key=f"{session.COUNTRY_TABLE}_{seen:08x}",
    )
    return [str(table.index[row]) for row in chosen["selection"]["rows"]]
