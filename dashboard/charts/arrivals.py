"""Arrivals in South Korea: bars by year and sex, and the share of women and girls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from dashboard.charts.parts import (
    HEIGHT,
    INK,
    LABEL_ROOM,
    event_rules,
    figure_tips,
    legend,
    people_axis,
    sized,
    tips,
    year_axis,
)
from dashboard.language import _

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.charts.parts import Chart, Domain

_ALL_PERCENT = 100
# Women and girls full, men and boys half, an unknown sex hardly: the same as the colour says.
_FILLS = (0.95, 0.45, 0.18)


def arrivals_chart(
    table: pd.DataFrame, events: pd.DataFrame, *, sexes: list[str], domain: Domain
) -> Chart:
    """Return arrivals as one bar per year, women and girls below men and boys.

    A year without a figure stays empty. A dashed bar rests on no source that was seen. A short line
    across a bar is the figure as another source gives it.

    Parameters
    ----------
    table
        As `dashboard.series.arrivals.arrivals_by_sex` makes it.
    events
        As of `dashboard.series.events`.
    sexes
        The words for the sexes, in the order of the stack.
    domain
        The ends of the axis of time, in years.
    """
    fills = dict(zip(sexes, _FILLS, strict=True))
    filled = table.assign(fill=table["sex"].map(fills))
    base = alt.Chart()
    x = year_axis(domain)
    y = people_axis("tip", title=_("People"))
    tooltip = figure_tips(("when", _("Year")), ("sex", _("Sex")), ("count", _("People")))
    bars = base.mark_bar(
        orient="vertical", xOffset=1, x2Offset=-1, strokeWidth=1.2, cursor="pointer"
    ).encode(
        x=x,
        x2="end:Q",
        y=y,
        y2="base:Q",
        color=alt.Color("sex:N", scale=alt.Scale(domain=sexes), legend=legend(sexes)),
        stroke=alt.Stroke("sex:N", scale=alt.Scale(domain=sexes), legend=legend(sexes)),
        fillOpacity=alt.FillOpacity("fill:Q", scale=None),
        strokeDash=alt.condition("datum.unverified", alt.value([3, 3]), alt.value([1, 0])),
        tooltip=tooltip,
    )
    bars = bars.properties(name="flow_id")
    another = (
        base.transform_filter("datum.base === 0 && isValid(datum.other)")
        .mark_rule(color=INK, strokeWidth=1.6, cursor="pointer")
        .encode(x=x, x2="end:Q", y=alt.Y("other:Q", title=_("People")), tooltip=tooltip)
        .properties(name="flow_id_other")
    )
    return sized(alt.layer(bars, another, *event_rules(events, domain)), filled, HEIGHT)


def share_chart(table: pd.DataFrame, *, domain: Domain) -> Chart:
    """Return the share of women and girls: points, joined only where year follows year.

    ``table`` as `dashboard.series.arrivals.share_of_women` makes it.
    """
    base = alt.Chart()
    y = alt.Y(
        "share:Q",
        title=_("Women and girls, %"),
        scale=alt.Scale(domain=[0, _ALL_PERCENT], nice=False),
        axis=alt.Axis(tickCount=5, domain=False, ticks=False),
    )
    x = year_axis(domain, field="middle")
    drawn = alt.layer(
        base.mark_line(strokeWidth=1.6).encode(x=x, y=y, detail="run:N"),
        base.mark_point(filled=True, size=48, opacity=1, cursor="pointer")
        .properties(name="flow_id")
        .encode(
            x=x,
            y=y,
            tooltip=tips(
                ("when", _("Year")),
                ("share_words", _("Share")),
                ("women", _("Women and girls")),
                ("figure", _("All")),
                ("source", _("Source")),
            ),
        ),
    )
    return sized(drawn, table, HEIGHT - LABEL_ROOM)
