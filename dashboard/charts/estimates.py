"""Estimates that differ: one row each, from the lowest to the highest, and no line through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from dashboard.charts.parts import ALL_WIDTH, INK, TEXT_PX, figure_tips, hit_rows, row_axis, sized
from dashboard.language import _

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.charts.parts import Chart

_ROW_PX = 46


def estimates_chart(table: pd.DataFrame, *, title: str, ends: tuple[float, float]) -> Chart:
    """Return estimates as ranges on a scale of people by tens, the oldest on top.

    An arrow says that one end alone is known. Years are words: nothing is between two estimates.

    Parameters
    ----------
    table
        As `dashboard.series.figures.figures` makes it.
    title
        What is estimated, with its unit.
    ends
        The ends of the scale of people, above 0.
    """
    rows = len(table)
    placed = table.assign(
        row=range(rows), words=table["when"] + " · " + table["figure"] + " · " + table["source"]
    )
    base = alt.Chart()
    row = row_axis("row", rows)
    people = alt.X(
        "bottom:Q",
        title=title,
        scale=alt.Scale(type="log", domain=list(ends), nice=False),
        axis=alt.Axis(format=",d", values=_tens(*ends), labelOverlap="greedy", grid=True),
    )
    one = base.transform_filter("isValid(datum.value)")
    tooltip = figure_tips(("when", _("Year")))
    drawn = alt.layer(
        base.mark_bar(orient="horizontal", size=7, opacity=0.45, yOffset=10).encode(
            x=people, x2="top:Q", y=row
        ),
        base.transform_filter("datum.bottom < datum.top")
        .transform_fold(["bottom", "top"], as_=["end_of", "people"])
        .mark_tick(orient="vertical", size=15, thickness=2, yOffset=10)
        .encode(x=alt.X("people:Q", title=title), y=row),
        one.mark_point(filled=True, size=70, opacity=1, yOffset=10).encode(
            x=alt.X("value:Q", title=title), y=row
        ),
        base.transform_filter("datum.at_least === true")
        .mark_point(shape="triangle-right", filled=True, size=130, opacity=1, yOffset=10)
        .encode(x=people, y=row),
        base.transform_filter("datum.at_most === true")
        .mark_point(shape="triangle-left", filled=True, size=130, opacity=1, yOffset=10)
        .encode(x=people, y=row),
        base.mark_text(
            color=INK,
            fontSize=TEXT_PX,
            align="left",
            baseline="bottom",
            limit=ALL_WIDTH,
            yOffset=-1,
        ).encode(x=alt.value(0), y=row, text=alt.Text("words:N")),
        hit_rows(base, row, height=_ROW_PX, tooltip=tooltip),
    )
    return sized(drawn, placed, _ROW_PX * rows)


def _tens(low: float, high: float) -> list[float]:
    """Return 1, 3 and 10 of each power of ten between two ends."""
    steps = [factor * 10.0**power for power in range(8) for factor in (1, 3)]
    return [step for step in steps if low <= step <= high]
