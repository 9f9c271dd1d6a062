"""Corridors by length and one reading, and which of them no other beats in both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import altair as alt

from dashboard.language import _

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.charts.parts import Chart

POINT: Final = "point"  # the selection of a chart whose points can be opened
_HEIGHT = 300


def trade_off_chart(table: pd.DataFrame, reading: str) -> Chart:
    """Return corridors by length and one reading; filled are those that no other beats.

    A point that is selected is in the selection `POINT` by its ``corridor``. ``table`` as
    `dashboard.compare.trade_offs` makes it.
    """
    points = alt.Chart(table[table["reading"] == reading]).encode(
        x=alt.X("length_km:Q", title=_("Length, km")),
        y=alt.Y("figure:Q", title=reading),
        tooltip=[
            alt.Tooltip("corridor:N", title=_("Corridor")),
            alt.Tooltip("length_km:Q", title=_("Length, km"), format=",.0f"),
            alt.Tooltip("figure:Q", title=reading, format=",.1f"),
        ],
    )
    front = alt.FieldEqualPredicate(field="front", equal=True)
    return alt.layer(
        points.transform_filter(~front).mark_point(size=70, opacity=0.75),
        points.transform_filter(front)
        .mark_line(interpolate="step-after", strokeDash=[3, 3], opacity=0.6)
        .encode(order="length_km:Q"),
        points.transform_filter(front).mark_point(size=90, filled=True, opacity=1),
        points.mark_point(size=260, filled=True, opacity=0.01).add_params(
            alt.selection_point(name=POINT, fields=["corridor"])
        ),
    ).properties(height=_HEIGHT)
