"""Corridors side by side: who reads highest, how sure that is, all readings, length and risk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import htpy as h
import streamlit as st

from dashboard import compare, doors
from dashboard.charts.trade_off import trade_off_chart
from dashboard.filters import shown_corridors, shown_legs
from dashboard.language import _, day, integer
from dashboard.panels import markup
from dashboard.panels.behind import chart_points, sourced_table
from dashboard.panels.comparison import words
from dashboard.panels.comparison.columns import side_by_side_columns
from dashboard.panels.comparison.reading import choose_reading
from dashboard.panels.dots import Dot, dot_rows
from dashboard.panels.shown import show
from dashboard.rows import rows
from dashboard.words import READINGS

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.settings import Settings
    from dashboard.uncertainty import Intervals

_WORST: Final = "worst_reading"
_SEPARATING: Final = "cumulative"


def draw(atlas: Atlas, settings: Settings) -> None:
    """Draw the comparison of the corridors that the filters leave."""
    readings = doors.readings(settings.recipe, settings.date)
    intervals = doors.intervals(settings.recipe, settings.date)
    shown = list(shown_corridors(atlas, shown_legs(atlas, readings, settings)))
    alike = compare.comparable(atlas, readings)
    among = [corridor for corridor in shown if alike[corridor]]
    choose_reading(atlas.choices)
    told = compare.interval_rows(atlas, readings, intervals, settings.reading, shown)
    show(answers(told, intervals, settings, among))
    if settings.reading == _WORST and (same := compare.shared_worst_leg(atlas, readings, shown)):
        show(h.div(".atlas-panel.atlas-answers")[h.p[_shared(atlas, same)]])
    show(_chart(told, readings, settings.reading))
    with st.expander(_("All readings in a table, with ranks")):
        sourced_table(
            atlas,
            compare.side_by_side(atlas, readings, intervals, shown),
            side_by_side_columns(),
            states={"": readings},
            key="side_by_side",
        )
    with st.expander(_("Length against risk")):
        _plots(atlas, readings, settings, shown)


def answers(
    told: pd.DataFrame, intervals: Intervals, settings: Settings, among: list[str]
) -> h.Element:
    """Return what the comparison comes to, in a few sentences."""
    compared = told[told["compared"]]
    if compared.empty:
        return h.div(".atlas-panel")[h.p[_("The filters leave no corridor that can be compared.")]]
    first = compared.iloc[0]
    level = compared[compared["figure"].round(6) == round(first["figure"], 6)]
    digits = compare.DIGITS[settings.reading]
    if len(level) == len(compared) > 1:
        highest = _("{reading}: all {count} corridors have the same figure, {figure}.").format(
            reading=_(READINGS[settings.reading]),
            count=integer(len(level)),
            figure=markup.figure(first["figure"], digits),
        )
    elif len(level) > 1:
        highest = _(
            "{reading}: {count} of {all} corridors share the highest figure, {figure}."
        ).format(
            reading=_(READINGS[settings.reading]),
            count=integer(len(level)),
            all=integer(len(compared)),
            figure=markup.figure(first["figure"], digits),
        )
    else:
        highest = _("{reading}: highest is {corridor}, {figure} ({low} to {high}).").format(
            reading=_(READINGS[settings.reading]),
            corridor=first["corridor"],
            figure=markup.figure(first["figure"], digits),
            low=markup.figure(first["low"], digits),
            high=markup.figure(first["high"], digits),
        )
    orders = compare.settled_orders(intervals.pairs, settings.reading, among)
    return h.div(".atlas-panel.atlas-answers")[
        h.p[h.strong[highest]],
        h.p[_orders(orders)] if orders.all > max(1, orders.level) else None,
        h.p(".atlas-note")[
            _("As of {date}.").format(date=day(settings.date)),
            " ",
            words.draws(intervals.rule),
            " ",
            markup.judgement(),
        ],
    ]


def _orders(orders: compare.Orders) -> str:
    """Return how many orders of two corridors are settled."""
    words = _(
        "Of {all} pairs of corridors the order is clear for {clear} and not determined for {open}."
    )
    if orders.level:
        words = _(
            "Of {all} pairs of corridors the order is clear for {clear}, level for {level} and not "
            "determined for {open}."
        )
    return words.format(
        all=integer(orders.all),
        clear=integer(orders.clear),
        level=integer(orders.level),
        open=integer(orders.open),
    )


def _chart(told: pd.DataFrame, readings: Readings, reading: str) -> h.Element:
    """Return a dot and its interval for each corridor, the highest first."""
    dots = [
        Dot(
            name=row.corridor,
            figure=row.figure,
            low=row.low,
            high=row.high,
            aside=not row.compared,
        )
        for row in rows(told)
    ]
    classes = readings.classes if reading == "worst_reading" else None
    aside = [row.corridor for row in rows(told) if not row.compared]
    return h.div(".atlas-panel")[
        dot_rows(dots, digits=compare.DIGITS[reading], classes=classes),
        h.p(".atlas-note")[words.reading_explained(reading), " ", words.not_compared(aside)],
    ]


def _plots(atlas: Atlas, readings: Readings, settings: Settings, shown: list[str]) -> None:
    """Draw length against the chosen reading; one that tells no corridor apart gives way."""
    reading = settings.reading
    if reading == _WORST and (same := compare.shared_worst_leg(atlas, readings, shown)):
        instead = _("Cumulative exposure tells them apart, and is drawn here in its place.")
        show(h.div(".atlas-panel")[h.p[_shared(atlas, same), " ", instead]])
        reading = _SEPARATING
    plotted = compare.trade_offs(atlas, readings, reading, shown)
    if plotted.empty:
        show(h.div(".atlas-panel")[h.p[_("The filters leave no corridor to plot.")]])
        return
    st.caption(
        _(
            "Filled: no other corridor on the plot is both shorter and lower. A comparison of "
            "published corridors by our judgement, not a choice among them."
        )
    )
    chart_points(atlas, readings, trade_off_chart(plotted, _(READINGS[reading])), reading)


def _shared(atlas: Atlas, same: compare.SharedWorst) -> str:
    names = atlas.names()
    return _(
        "Each of the {count} has a leg that is wholly in, or at the border of, {countries}, and "
        "reads {figure}: by its worst leg no corridor can be told from another."
    ).format(
        count=integer(same.count),
        figure=markup.figure(same.figure),
        countries=", ".join(names[iso3] for iso3 in same.iso3),
    )
