"""The status of corridors in time: a row each, bars over its periods, words where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from dashboard.charts.parts import ALL_WIDTH, INK, TEXT_PX, legend, row_axis, sized, tips, year_axis
from dashboard.language import _

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.charts.parts import Chart, Domain

_ROW_PX, _BAR_PX, _DOWN_PX = 40, 17, 9
# Pale enough that the word in a bar is read on each of them.
_FILLS = (0.42, 0.26, 0.16, 0.06, 0.0)
# Width of a letter of Latin and of Korean text of 12 px, and the room around a word.
_LATIN_PX, _HANGUL_PX, _AROUND_PX = 6.4, 11.5, 8
_HANGUL_FROM = "\uac00"


def statuses_chart(table: pd.DataFrame, *, groups: list[str], domain: Domain) -> Chart:
    """Return corridors under each other; a time without a report stays empty.

    Fill, outline and the word say the same as the colour: full is in use, an outline alone is
    closed, historic or unknown.

    Parameters
    ----------
    table
        As `dashboard.series.statuses.status_bars` makes it.
    groups
        The words for the groups of status, the most used first.
    domain
        The ends of the axis of time, in years.
    """
    fills = dict(zip(groups, _FILLS, strict=True))
    named = table.assign(need_px=table["word"].map(_needed_px), fill=table["group"].map(fills))
    rows = int(table["place"].max()) + 1 if len(table) else 0
    base = alt.Chart()
    x = year_axis(domain)
    row = row_axis("place", rows)
    scale = alt.Scale(domain=groups)
    tooltip = tips(
        ("corridor", _("Corridor")),
        ("when", _("Years")),
        ("word", _("Status")),
        ("text", _("What is reported")),
        ("source", _("Source")),
    )
    span = domain[1] - domain[0]
    drawn = alt.layer(
        base.mark_bar(
            orient="horizontal",
            size=_BAR_PX,
            yOffset=_DOWN_PX,
            xOffset=1,
            x2Offset=-1,
            strokeWidth=1.4,
        ).encode(
            x=x,
            x2="end:Q",
            y=row,
            color=alt.Color("group:N", scale=scale, legend=legend(groups)),
            stroke=alt.Stroke("group:N", scale=scale, legend=legend(groups)),
            fillOpacity=alt.FillOpacity("fill:Q", scale=None),
            strokeDash=alt.condition("datum.muted", alt.value([4, 3]), alt.value([1, 0])),
        ),
        base.transform_filter(f"(datum.end - datum.start) * width / {span} > datum.need_px")
        .mark_text(fontSize=TEXT_PX, yOffset=_DOWN_PX, color=INK)
        .encode(x=year_axis(domain, field="middle"), y=row, text="word:N"),
        base.mark_bar(
            orient="horizontal", size=_BAR_PX, yOffset=_DOWN_PX, opacity=0, cursor="pointer"
        )
        .encode(x=x, x2="end:Q", y=row, tooltip=tooltip)
        .properties(name="corridor_id"),
        base.transform_aggregate(groupby=["corridor_id", "corridor", "place"])
        .mark_text(
            color=INK,
            fontSize=TEXT_PX,
            align="left",
            baseline="bottom",
            limit=ALL_WIDTH,
            yOffset=-2,
            cursor="pointer",
        )
        .encode(x=alt.value(0), y=row, text="corridor:N", tooltip=tips(("corridor", _("Corridor"))))
        .properties(name="corridor_id_name"),
    )
    return sized(drawn, named, _ROW_PX * rows)


def _needed_px(word: str) -> float:
    letters = (_HANGUL_PX if letter >= _HANGUL_FROM else _LATIN_PX for letter in word)
    return sum(letters) + _AROUND_PX
