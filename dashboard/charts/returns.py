"""Returns reported in time: boxes as vague as the reports, and marks without a height."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from dashboard.charts.parts import (
    HEIGHT,
    INK,
    SHAPES,
    TEXT_PX,
    event_rules,
    legend,
    open_ends,
    sized,
    tens_axis,
    tips,
    year_axis,
)
from dashboard.language import _

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.charts.parts import Chart, Domain

# The lane under the axis for reports without a count.
_LANE_PX = 26
_TENS = [1, 10, 100, 1_000, 10_000]


def returns_chart(table: pd.DataFrame, events: pd.DataFrame, *, domain: Domain) -> Chart:
    """Return each reported return; people on a scale by tens, never added up, never joined.

    A box is as wide as the date is vague and as high as the counts differ. A return without any
    count stands in a lane below the axis: it has no height.

    Parameters
    ----------
    table
        As `dashboard.series.returns.returns_reported` makes it; one country or several.
    events
        As of `dashboard.series.events`.
    domain
        The ends of the axis of time, in years.
    """
    countries = list(table["country"].value_counts().index)  # the most reports first
    scale = alt.Scale(domain=countries)
    key = legend(countries)
    color = alt.Color("country:N", scale=scale, legend=key)
    shape = alt.Shape(
        "country:N",
        scale=alt.Scale(
            domain=countries, range=[SHAPES[at % len(SHAPES)] for at in range(len(countries))]
        ),
        legend=key,
    )
    below = 0 if table["counted"].all() else _LANE_PX
    base = alt.Chart()
    counted = base.transform_filter("datum.counted").transform_calculate(
        bottom="isValid(datum.low) ? datum.low : datum.high",
        top="isValid(datum.high) ? datum.high : datum.low",
    )
    x, middle = year_axis(domain), year_axis(domain, field="middle")
    y_title = _("People, each step ten times more")
    y = tens_axis("bottom", title=y_title, tens=_TENS, below=below)
    lane = alt.value(alt.ExprRef("height - 10"))
    tooltip = _tips()
    drawn = alt.layer(
        counted.mark_rect(opacity=0.28, cursor="pointer")
        .encode(x=x, x2="end:Q", y=y, y2="top:Q", color=color, tooltip=tooltip)
        .properties(name="incident_id_box"),
        counted.mark_rule(strokeWidth=2, opacity=0.6).encode(x=x, x2="end:Q", y=y, color=color),
        counted.mark_rule(strokeWidth=3).encode(x=middle, y=y, y2="top:Q", color=color),
        counted.mark_point(filled=True, size=62, opacity=1).encode(
            x=middle, y=y, color=color, shape=shape
        ),
        counted.transform_filter("datum.bottom < datum.top")
        .mark_point(filled=True, size=62, opacity=1)
        .encode(x=middle, y=alt.Y("top:Q", title=y_title), color=color, shape=shape),
        open_ends(counted.encode(x=middle, color=color), y),
        counted.mark_rule(strokeWidth=12, strokeCap="square", opacity=0, cursor="pointer")
        .encode(x=middle, y=y, y2="top:Q", tooltip=tooltip)
        .properties(name="incident_id"),
        base.transform_filter("!datum.counted")
        .mark_point(size=62, strokeWidth=2, cursor="pointer")
        .encode(x=middle, y=lane, color=color, shape=shape, tooltip=tooltip)
        .properties(name="incident_id_lane"),
        base.transform_filter("!datum.counted")
        .transform_aggregate(n="count()")
        .transform_filter("datum.n > 0")
        .mark_text(color=INK, fontSize=TEXT_PX, align="left", baseline="middle")
        .encode(x=alt.value(2), y=lane, text=alt.value(_("no count"))),
        *event_rules(events, domain),
    )
    return sized(drawn, table, HEIGHT + below + 40)


def _tips() -> list[alt.Tooltip]:
    return tips(
        ("date", _("Date")),
        ("country", _("Country")),
        ("figure", _("People")),
        ("summary", _("What is reported")),
        ("grade", _("Reliability")),
        ("source", _("Source")),
    )
