"""Corridors by length and one reading, by name, and which of them no other beats in both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import altair as alt

from dashboard.charts.label_column import label_places
from dashboard.charts.parts import INK, TEXT_PX
from dashboard.language import _

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.charts.parts import Chart

POINT: Final = "point"  # the selection of a chart whose points can be opened
_HEIGHT: Final = 420
_LINE_PX: Final = 16
# The names stand beyond the longest corridor, in so large a part of the width.
_NAMES: Final = 0.36
# On a narrow screen there is room for the code of a corridor, not for its name.
_LABEL: Final = "width < 560 ? datum.corridor_id : datum.corridor"


def trade_off_chart(table: pd.DataFrame, title: str) -> Chart:
    """Return corridors by length and one reading, each named; filled are those no other beats.

    A line leads from each point to its name beside the chart, so that no name lies on another. A
    point that is selected is in the selection `POINT` by its ``corridor``. ``table`` as
    `dashboard.compare.trade_offs` makes it, ``title`` is what the reading is called.
    """
    top, width = 1.08 * table["figure"].max(), table["length_km"].max() / (1 - _NAMES)
    named = table.assign(
        at_km=1.04 * table["length_km"].max(),
        at=label_places(table["figure"], gap=top * _LINE_PX / _HEIGHT, top=top),
    )
    x = alt.X(
        "length_km:Q",
        title=_("Length, km"),
        scale=alt.Scale(domain=[0, width], nice=False),
        axis=alt.Axis(values=_ticks(table["length_km"].max()), format=",d", grid=False),
    )
    y = alt.Y("figure:Q", title=title, scale=alt.Scale(domain=[0, top], nice=False))
    points = alt.Chart(named).encode(
        x=x,
        y=y,
        tooltip=[
            alt.Tooltip("corridor:N", title=_("Corridor")),
            alt.Tooltip("length_km:Q", title=_("Length, km"), format=",.0f"),
            alt.Tooltip("figure:Q", title=title, format=",.1f"),
        ],
    )
    front = alt.FieldEqualPredicate(field="front", equal=True)
    names = points.transform_calculate(label=_LABEL)
    return alt.layer(
        points.mark_rule(opacity=0.25, color=INK).encode(x2="at_km:Q", y2="at:Q"),
        points.transform_filter(~front).mark_point(size=70, opacity=0.75),
        points.transform_filter(front)
        .mark_line(interpolate="step-after", strokeDash=[3, 3], opacity=0.6)
        .encode(order="length_km:Q"),
        points.transform_filter(front).mark_point(size=90, filled=True, opacity=1),
        names.mark_text(align="left", dx=4, fontSize=TEXT_PX, color=INK).encode(
            x=alt.X("at_km:Q"), y=alt.Y("at:Q"), text="label:N"
        ),
        points.mark_point(size=260, filled=True, opacity=0.01).add_params(
            alt.selection_point(name=POINT, fields=["corridor"])
        ),
    ).properties(height=_HEIGHT)


def _ticks(longest: float) -> list[float]:
    """Return round lengths up to the longest corridor, none under the names."""
    step = 1000.0 if longest < 6000 else 2000.0  # noqa: PLR2004 - km that leave room for figures
    return [step * number for number in range(int(longest // step) + 1)]
