"""Figures in time: points for one number, bars from end to end for a range, nothing in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from dashboard.charts.parts import (
    HEIGHT,
    INK,
    SHAPES,
    event_rules,
    figure_tips,
    legend,
    open_ends,
    people_axis,
    sized,
    year_axis,
)
from dashboard.language import _

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.charts.parts import Chart, Domain

_WHOLE_YEAR = 0.99


def ranges_chart(table: pd.DataFrame, events: pd.DataFrame, *, domain: Domain, title: str) -> Chart:
    """Return figures of one or a few series, never joined by a line.

    A range is a bar between its ends; an arrow says "at least" or "at most"; a figure of a part of
    a year is a line over that part; an open diamond is the figure as another source gives it.

    Parameters
    ----------
    table
        As `dashboard.series.figures.figures` makes it.
    events
        As of `dashboard.series.events`.
    domain
        The ends of the axis of time, in years.
    title
        What the upright axis counts.
    """
    base = alt.Chart()
    x, middle = year_axis(domain), year_axis(domain, field="middle")
    y, high = people_axis("bottom", title=title), "top:Q"
    titles = list(table["title"].value_counts().index)  # the fullest series first
    key = legend(titles)
    color = alt.Color("title:N", scale=alt.Scale(domain=titles), legend=key)
    shape = alt.Shape(
        "title:N",
        scale=alt.Scale(domain=titles, range=list(SHAPES[: len(titles)])),
        legend=key,
    )
    ranges = base.transform_filter("datum.bottom < datum.top").encode(x=middle, color=color)
    tooltip = figure_tips(("when", _("Year")), ("title", _("What is counted")))
    drawn = alt.layer(
        ranges.mark_rule(strokeWidth=7, opacity=0.45).encode(y=y, y2=high),
        ranges.mark_tick(orient="horizontal", size=14, thickness=2).encode(y=y),
        ranges.mark_tick(orient="horizontal", size=14, thickness=2).encode(
            y=alt.Y(high, title=title)
        ),
        base.transform_filter(f"datum.end - datum.start < {_WHOLE_YEAR}")
        .mark_rule(strokeWidth=2)
        .encode(x=x, x2="end:Q", y=y, color=color),
        base.transform_filter("isValid(datum.value)")
        .mark_point(filled=True, size=64, opacity=1)
        .encode(x=middle, y=alt.Y("value:Q", title=title), color=color, shape=shape),
        open_ends(base.encode(x=middle, color=color), y),
        base.transform_filter("isValid(datum.other)")
        .mark_point(
            shape="diamond", size=70, color=INK, strokeWidth=1.4, xOffset=9, cursor="pointer"
        )
        .encode(x=middle, y=alt.Y("other:Q", title=title), tooltip=tooltip)
        .properties(name="flow_id_other"),
        base.mark_rule(strokeWidth=18, strokeCap="square", opacity=0, cursor="pointer")
        .encode(x=middle, y=y, y2=high, tooltip=tooltip)
        .properties(name="flow_id"),
        *event_rules(events, domain),
    )
    return sized(drawn, table, HEIGHT)


def counts_chart(table: pd.DataFrame, events: pd.DataFrame, *, domain: Domain, title: str) -> Chart:
    """Return figures of whole periods as bars with their number above; a reported zero is a line.

    ``table`` as `dashboard.series.figures.figures` makes it, each row with a value of its own.
    """
    base = alt.Chart()
    x = year_axis(domain)
    y = people_axis("value", title=title)
    titles = list(table["title"].value_counts().index)  # the fullest series first
    key = legend(titles)
    color = alt.Color("title:N", scale=alt.Scale(domain=titles), legend=key)
    tooltip = figure_tips(("when", _("Year")), ("title", _("What is counted")))
    span = domain[1] - domain[0]
    drawn = alt.layer(
        base.mark_rect(xOffset=1, x2Offset=-1, opacity=0.85, cursor="pointer")
        .encode(x=x, x2="end:Q", y=y, y2=alt.datum(0), color=color, tooltip=tooltip)
        .properties(name="flow_id"),
        base.transform_filter("datum.value === 0")
        .mark_rule(strokeWidth=4)
        .encode(x=x, x2="end:Q", y=y, color=color),
        base.transform_filter("datum.value === 0")
        .mark_rule(strokeWidth=18, opacity=0, cursor="pointer")
        .encode(x=x, x2="end:Q", y=y, tooltip=tooltip)
        .properties(name="flow_id_zero"),
        base.transform_filter(f"datum.value === 0 || width / {span} > 15")
        .mark_text(color=INK, fontSize=12, dy=-8)
        .encode(x=year_axis(domain, field="middle"), y=y, text=alt.Text("value:Q", format=",d")),
        *event_rules(events, domain),
    )
    return sized(drawn, table, HEIGHT)
