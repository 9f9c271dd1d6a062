"""The parts that charts share: axes, tooltips, events as rules, and how gaps and ends are drawn.

Colours are places in the theme's list, never values: the screen has a light and a dark one, paper
has its own. Words and lines over a chart take the colour of the text around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

import altair as alt

from dashboard.language import _

if TYPE_CHECKING:
    import pandas as pd

INK: Final = "currentColor"
TEXT_PX: Final = 12
HEIGHT: Final = 340
# Room above the highest figure for the labels of events, which stand upright.
LABEL_ROOM: Final = 120
_LABEL_LIMIT: Final = 114
SHAPES: Final = ("circle", "square", "triangle-up", "diamond", "cross", "stroke")

# Years stand at least so many px apart, however narrow the screen is.
_YEAR_TICKS: Final = "max(2, width / 56)"
# The ends of an axis of time, in years.
Domain: TypeAlias = tuple[float, float]


def year_axis(domain: Domain, *, field: str = "start") -> alt.X:
    """Return the axis of time in years; every 1 January is a whole number."""
    return alt.X(
        field,
        type="quantitative",
        title=_("Year"),
        scale=alt.Scale(domain=list(domain), nice=False, zero=False),
        axis=alt.Axis(
            format="d",
            tickMinStep=1,
            tickCount=alt.ExprRef(_YEAR_TICKS),
            grid=False,
            labelFlush=False,
        ),
    )


def people_axis(
    field: str,
    *,
    title: str,
    room: int = LABEL_ROOM,
    below: int = 0,
    ticks: list[int] | None = None,
    **scale: object,
) -> alt.Y:
    """Return an axis of people with room for labels above the highest figure.

    ``below`` leaves a lane under the lowest figure, for what has no height; ``ticks`` are the
    figures that the axis names, round ones when None.
    """
    floor = alt.ExprRef(f"height - {below}")
    named = {"values": ticks} if ticks else {"tickMinStep": 1, "tickCount": 5}
    return alt.Y(
        field,
        type="quantitative",
        title=title,
        scale=alt.Scale(range=[floor, room], **scale),
        axis=alt.Axis(format=",d", domain=False, ticks=False, **named),
    )


def legend(shown: bool = True) -> alt.Legend | None:  # noqa: FBT001, FBT002 - shown or not
    """Return a legend above the chart, its marks as strong as they can be."""
    if not shown:
        return None
    return alt.Legend(title=None, orient="top", labelLimit=320, symbolOpacity=1)


def tips(*pairs: tuple[str, str]) -> list[alt.Tooltip]:
    """Return tooltips of words: a column and what it is called, in their order."""
    return [alt.Tooltip(field, type="nominal", title=title) for field, title in pairs]


def figure_tips(*first: tuple[str, str]) -> list[alt.Tooltip]:
    """Return the tooltips of a figure of a series, up to its sources."""
    return tips(
        *first,
        ("figure", _("Figure")),
        ("unit", _("Unit")),
        ("period", _("Period")),
        ("another", _("As another source gives it")),
        ("grade", _("Grade")),
        ("source", _("Source")),
        ("note", _("Note")),
    )


def event_rules(events: pd.DataFrame, domain: Domain) -> alt.LayerChart:
    """Return events as thin rules with a short label upright above the figures.

    ``events`` as of `dashboard.series.events`. The whole text is in the tooltip, which answers on a
    strip wider than the rule.
    """
    base = alt.Chart(events).encode(x=year_axis(domain, field="at"), tooltip=event_tips())
    return alt.layer(
        base.mark_rule(color=INK, opacity=0.45, strokeDash=[2, 3]),
        base.mark_rule(color=INK, opacity=0, strokeWidth=9),
        base.mark_text(
            color=INK,
            fontSize=TEXT_PX,
            angle=270,
            align="right",
            baseline="bottom",
            dx=-4,
            dy=-3,
            limit=_LABEL_LIMIT,
        ).encode(y=alt.value(0), text=alt.Text("label:N")),
    )


def event_tips() -> list[alt.Tooltip]:
    """Return the tooltips of an event, its whole text among them."""
    return tips(
        ("date", _("Date")),
        ("kind", _("Event")),
        ("summary", _("What happened")),
        ("source", _("Source")),
    )


def open_ends(chart: alt.Chart, y: alt.Y, size: int = 110) -> alt.LayerChart:
    """Return arrows at figures of which one end alone is known: up "at least", down "at most"."""
    up = chart.transform_filter("datum.at_least === true")
    down = chart.transform_filter("datum.at_most === true")
    arrow = {"size": size, "filled": True, "opacity": 1}
    return alt.layer(
        up.mark_point(shape="triangle-up", yOffset=-11, **arrow).encode(y=y),
        down.mark_point(shape="triangle-down", yOffset=11, **arrow).encode(y=y),
    )
