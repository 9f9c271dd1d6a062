"""What a figure of a corridor rests on: parts, kilometres and sources, opened by selecting it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import htpy as h
import streamlit as st

from dashboard.charts.trade_off import POINT
from dashboard.language import _, decimal
from dashboard.panels import markup
from dashboard.panels.choice_table import WRAPPED
from dashboard.panels.contributions import corridor_contributions, leg_contributions
from dashboard.panels.data_table import data_table
from dashboard.panels.facts import assessment_line
from dashboard.panels.shown import show, show_hint
from dashboard.words import NO_DATA, READINGS

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from dashboard.atlas import Atlas
    from dashboard.charts.parts import Chart
    from dashboard.pipeline import Readings

_WORST: Final = "worst_reading"
_KILOMETRES: Final = ("km_high", "km_elevated_or_worse")


def sourced_table(
    atlas: Atlas,
    table: pd.DataFrame,
    columns: Mapping[str, Any],
    *,
    states: Mapping[str, Readings],
    key: str,
) -> None:
    """Draw a table of corridors whose every figure opens, below it, onto what it rests on.

    Parameters
    ----------
    atlas
        The data.
    table
        Index ``corridor_id``; columns named after a reading, with or without an ending.
    columns
        What its columns are called, and their help.
    states
        The readings behind a column, by the ending of its name; those of ``""`` where none fits.
    key
        The key of the table in the session.
    """
    show_hint(_("Select a figure for what it rests on, with its sources."))
    chosen = data_table(
        table,
        columns,
        row_height=WRAPPED,
        on_select="rerun",
        selection_mode="single-cell",
        key=key,
    )
    for place, column in chosen["selection"]["cells"]:
        readings = next(state for ending, state in states.items() if column.endswith(ending))
        show(figure_panel(atlas, readings, str(table.index[place]), str(column)))


def chart_points(atlas: Atlas, readings: Readings, chart: Chart, reading: str) -> None:
    """Draw a chart of corridors whose points open, below it, onto what they rest on."""
    drawn = st.altair_chart(chart, on_select="rerun", key=f"chart_{reading}")
    ids = {str(name): str(one) for one, name in atlas.corridor_names.items()}
    for point in drawn["selection"].get(POINT, []):
        show(figure_panel(atlas, readings, ids[point["corridor"]], reading))


def figure_panel(atlas: Atlas, readings: Readings, corridor_id: str, column: str) -> h.Element:
    """Return what one figure of a corridor rests on; ``column`` begins with the reading's name."""
    reading = next((name for name in READINGS if column.startswith(name)), "cumulative")
    return h.div(".atlas-panel.atlas-behind")[
        h.h3[
            _("{corridor}: {reading}").format(
                corridor=atlas.corridor_names[corridor_id], reading=_(READINGS[reading])
            )
        ],
        h.p(".atlas-dim")[markup.day(readings.date), ". ", markup.judgement()],
        _behind(atlas, readings, corridor_id, reading),
    ]


def corridor_behind(atlas: Atlas, readings: Readings, corridor_id: str) -> h.Node:
    """Return what every figure of a corridor rests on, one section for each."""
    return [
        markup.unfold(_(title), _behind(atlas, readings, corridor_id, reading))
        for reading, title in READINGS.items()
    ]


def _behind(atlas: Atlas, readings: Readings, corridor_id: str, reading: str) -> h.Node:
    if reading == _WORST:
        worst = str(readings.corridors["worst_leg_id"][corridor_id])
        if worst not in readings.legs.index:
            return h.p[_(NO_DATA)]
        return [
            h.p[f"{atlas.leg_names()[worst]} ({worst})"],
            leg_contributions(atlas, readings, worst),
        ]
    if reading in _KILOMETRES:
        return _kilometres(atlas, readings, corridor_id, reading)
    return corridor_contributions(atlas, readings, corridor_id)


def _kilometres(atlas: Atlas, readings: Readings, corridor_id: str, reading: str) -> h.Node:
    """Return the counted kilometres in each country, and what its figure rests on."""
    counted = counted_kilometres(readings, corridor_id, reading)
    names, classes = atlas.names(), readings.countries["risk_class"]
    if counted.empty:
        return h.p[_("No kilometre in a country of this class.")]
    return [
        h.div[
            h.p[
                h.strong[f"{names[str(iso3)]}: {decimal(km, 0)} km "],
                markup.risk_chip(classes[str(iso3)]),
            ],
            [
                assessment_line(atlas, readings, str(iso3), column, opened=True)
                for column in readings.recipe.columns
            ],
        ]
        for iso3, km in counted.items()
    ]


def counted_kilometres(readings: Readings, corridor_id: str, reading: str) -> pd.Series:
    """Return the ground kilometres of a corridor that ``km_high`` or the other counts.

    Returns
    -------
    By ``iso3``, most first; they add up to the reading.
    """
    names, rule = readings.classes.names, readings.leg_rule
    least = readings.classes.highest if reading == "km_high" else rule.elevated
    classes = readings.countries["risk_class"]
    countries = classes.index[classes.isin(names[names.index(least) :])]
    inside, legs = readings.drivers, readings.legs["corridor_id"]
    own = inside[
        (inside["kind"] == "km")
        & inside["iso3"].isin(countries)
        & inside["leg_id"].isin(legs.index[legs == corridor_id])
    ]
    return own.groupby("iso3")["weight_km"].sum().sort_values(ascending=False)
