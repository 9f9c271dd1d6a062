"""Figures that cover several years: bars as long as their span, in rows, with no height at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from dashboard.charts.parts import (
    ALL_WIDTH,
    INK,
    TEXT_PX,
    figure_tips,
    hit_rows,
    row_axis,
    sized,
    year_axis,
)
from dashboard.language import _

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.charts.parts import Chart, Domain

_ROW_PX, _BAR_PX = 46, 12


def spans_chart(table: pd.DataFrame, *, domain: Domain) -> Chart:
    """Return one row per figure: its words, and below them a bar over the years that it covers.

    A bar with an arrow on its left goes back further than the axis, or has no beginning.

    Parameters
    ----------
    table
        As `dashboard.series.spans.spans` makes it.
    domain
        The ends of the axis of time, in years.
    """
    rows = len(table)
    placed = table.assign(row=range(rows), drawn=table["start"].fillna(domain[0]))
    base = alt.Chart()
    row = row_axis("row", rows)
    x = year_axis(domain, field="drawn")
    tooltip = figure_tips(("when", _("Years")), ("title", _("What is counted")))
    drawn = alt.layer(
        base.mark_rect(height=_BAR_PX, yOffset=8, opacity=0.75).encode(x=x, x2="end:Q", y=row),
        base.transform_filter("!isValid(datum.start)")
        .mark_point(shape="triangle-left", filled=True, size=130, opacity=1, yOffset=8, xOffset=-4)
        .encode(x=x, y=row),
        base.mark_text(
            color=INK,
            fontSize=TEXT_PX,
            align="left",
            baseline="bottom",
            limit=ALL_WIDTH,
            yOffset=-2,
        ).encode(x=alt.value(0), y=row, text=alt.Text("words:N")),
        hit_rows(base, row, height=_ROW_PX, tooltip=tooltip),
    )
    return sized(drawn, placed, _ROW_PX * rows)
