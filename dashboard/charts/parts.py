"""The parts that charts share: axes, tooltips, events as rules, and how gaps and ends are drawn.

Colours are places in the theme's list, never values: the screen has a light and a dark one, paper
has its own. Words and lines over a chart take the colour of the text around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import altair as alt

from dashboard.language import _
from dashboard.series.events import LANES

if TYPE_CHECKING:
    import pandas as pd

INK: Final = "currentColor"
TEXT_PX: Final = 12
TITLE_PX: Final = 8  # between an axis and its title
# A layer whose name begins so opens what is behind the mark that is clicked: the record, by its id
# in the column of that name.
OPENING: Final = ("flow_id", "incident_id", "event_id", "corridor_id")
ALL_WIDTH: Final = alt.ExprRef("width")
HEIGHT: Final = 340
# Room above the highest figure for the labels of events, which stand upright.
LABEL_ROOM: Final = 120
_LABEL_LIMIT: Final = 114
_NUMBERED: Final = tuple(f"datum.label !== datum.short && datum.lane === {n}" for n in range(LANES))
_LANE_PX: Final = 16
_ARROW_PX2: Final = 110
# Letters that a legend has room for on a telephone: of two columns, and of one line.
_TWO_COLUMNS, _LINE = 38, 30
_HANGUL_FROM: Final = "\uac00"  # from here on a letter is as wide as two Latin ones
# Around a chart, in px: on the right the last year of an axis stands half outside.
_AROUND: Final = {"left": 2, "top": 4, "right": 16, "bottom": 8}
SHAPES: Final = ("circle", "square", "triangle-up", "diamond", "cross", "stroke")

# Years stand at least so many px apart, however narrow the screen is.
_YEAR_TICKS: Final = "max(2, width / 56)"
# What layers become: altair names a facet as well, which these charts never are.
Chart: TypeAlias = alt.LayerChart | alt.FacetChart
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
            titlePadding=TITLE_PX,
        ),
    )


def people_axis(field: str, *, title: str, room: int = LABEL_ROOM) -> alt.Y:
    """Return an axis of people from 0, with room for labels above the highest figure."""
    return alt.Y(
        field,
        type="quantitative",
        title=title,
        scale=alt.Scale(range=[alt.ExprRef("height"), room], zero=True),
        axis=alt.Axis(format=",d", tickMinStep=1, tickCount=5, domain=False, ticks=False),
    )


def tens_axis(field: str, *, title: str, tens: list[int], below: int = 0) -> alt.Y:
    """Return an axis of people by tens, with the same room and a lane of ``below`` px under it."""
    floor = alt.ExprRef(f"height - {below}")
    return alt.Y(
        field,
        type="quantitative",
        title=title,
        scale=alt.Scale(
            type="log", domain=[tens[0], tens[-1]], nice=False, range=[floor, LABEL_ROOM]
        ),
        axis=alt.Axis(format=",d", values=tens, domain=False, ticks=False),
    )


def legend(words: list[str]) -> alt.Legend | None:
    """Return a legend above the chart, its marks as strong as they can be; none for one word.

    So few columns that it fits a telephone: a number that follows the width is laid out too late.
    """
    if len(words) == 1:
        return None
    longest = [max(map(_letters, words[column::2])) for column in (0, 1)]
    return alt.Legend(
        title=None,
        orient="top",
        columns=1 if sum(longest) > _TWO_COLUMNS else 2,
        labelExpr=f"length(datum.label) > {_LINE} ? split(datum.label, ', ') : datum.label",
        labelLimit=320,
        symbolOpacity=1,
    )


def _letters(word: str) -> int:
    return sum(2 if letter >= _HANGUL_FROM else 1 for letter in word)


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


def row_axis(field: str, rows: int) -> alt.Y:
    """Return rows under each other, the first on top, without an axis: their words are drawn."""
    ends = alt.Scale(domain=[-0.5, rows - 0.5], reverse=True, nice=False)
    return alt.Y(field, type="quantitative", axis=None, scale=ends)


def sized(chart: Chart, table: pd.DataFrame, height: float) -> Chart:
    """Return a chart of a table as wide as its place, its plot so many px high.

    The layers have no data of their own, so that the table is written once and not for each. Its
    key is among the data: a mark that is clicked is found by it.
    """
    fit = alt.AutoSizeParams(type="fit-x", contains="padding")
    rows = table.reset_index() if table.index.name else table
    return chart.properties(data=rows, height=height, autosize=fit, padding=_AROUND)


def event_rules(events: pd.DataFrame, domain: Domain) -> list[alt.Chart]:
    """Return layers of events: thin rules with a short label upright above the figures.

    Each has the events as its own data: of layers within a layer no mark can be selected.

    ``events`` as of `dashboard.series.events`. A name hangs from the top; the number of an event
    that has no room for its name stands under the names, in a lane of its own beside a number that
    is near, so that none covers another. The whole text is in the tooltip, which answers on a
    strip wider than the rule.
    """
    base = alt.Chart(events.reset_index()).encode(x=year_axis(domain, field="at"))
    opening = base.encode(tooltip=event_tips())
    return [
        base.mark_rule(color=INK, opacity=0.45, strokeDash=[2, 3]),
        opening.mark_rule(color=INK, opacity=0, strokeWidth=9, cursor="pointer").properties(
            name="event_id"
        ),
        _upright(opening, "datum.label === datum.short", align="right", dx=-4, y=0).properties(
            name="event_id_named"
        ),
        *(
            _upright(opening, which, align="left", dx=4, y=LABEL_ROOM + lane * _LANE_PX).properties(
                name=f"event_id_lane{lane}"
            )
            for lane, which in enumerate(_NUMBERED)
        ),
    ]


def _upright(
    base: alt.Chart, which: str, *, align: Literal["left", "right"], dx: int, y: int
) -> alt.Chart:
    """Return the labels of some events, written upwards, from one height in px."""
    some: alt.Chart = base.transform_filter(which)
    upright: alt.Chart = some.mark_text(
        color=INK,
        fontSize=TEXT_PX,
        angle=270,
        align=align,
        baseline="bottom",
        dx=dx,
        dy=-3,
        limit=_LABEL_LIMIT,
        cursor="pointer",
    ).encode(y=alt.value(y), text=alt.Text("label:N"))
    return upright


def event_tips() -> list[alt.Tooltip]:
    """Return the tooltips of an event, its whole text among them."""
    return tips(
        ("date", _("Date")),
        ("kind", _("Event")),
        ("summary", _("What happened")),
        ("source", _("Source")),
    )


def hit_rows(
    base: alt.Chart, row: alt.Y, *, height: float, tooltip: list[alt.Tooltip]
) -> alt.Chart:
    """Return unseen bars over whole rows, which answer a click on any part of the row."""
    bars = base.mark_bar(orient="horizontal", size=height, opacity=0, cursor="pointer")
    placed = bars.encode(x=alt.value(0), x2=alt.value("width"), y=row, tooltip=tooltip)
    named: alt.Chart = placed.properties(name="flow_id")
    return named


def open_ends(chart: alt.Chart, y: alt.Y) -> Chart:
    """Return arrows at figures of which one end alone is known: up "at least", down "at most"."""
    up = chart.transform_filter("datum.at_least === true")
    down = chart.transform_filter("datum.at_most === true")
    return alt.layer(
        up.mark_point(
            shape="triangle-up", yOffset=-11, size=_ARROW_PX2, filled=True, opacity=1
        ).encode(y=y),
        down.mark_point(
            shape="triangle-down", yOffset=11, size=_ARROW_PX2, filled=True, opacity=1
        ).encode(y=y),
    )
