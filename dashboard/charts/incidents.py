"""Incidents of a country in time: a row for each kind, people by tens, no count never at zero."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Final

import altair as alt

from dashboard.language import _, integer
from dashboard.rows import rows

if TYPE_CHECKING:
    import datetime as dt

    import pandas as pd

    from dashboard.charts.parts import Chart

INCIDENT: Final = "incident"  # the selections of the mark that is clicked begin so
_UNIT_PX, _AROUND_PX = 24, 96
# The height of a row of the timeline with and without counts, and where one person stands in it.
_TALL, _FLAT, _ONE = 6.6, 1.9, 0.9
_TITLE = 0.8  # of a row, below its top
_SHAPES = ["circle", "diamond", "cross"]


def incident_timeline(
    table: pd.DataFrame, *, grades: list[str], since: dt.date, until: dt.date
) -> Chart:
    """Return incidents in time, a row for each kind, people on a logarithmic scale in each row.

    A box is as wide as the date is vague and as high as the counts differ; an arrow says "at
    least". What has no count stands on a line of its own, never at zero.

    Parameters
    ----------
    table
        ``kind, reliability, date, people, summary`` in words; ``start, end``;
        ``counted_low, counted_high``, missing where unknown. At least one row.
    grades
        The words of reliability, best first: each has its shape.
    since, until
        The ends of the axis of time.
    """
    marks, tops = _in_rows(table)
    time = alt.Scale(domain=[f"{since}", f"{until}"], clamp=True)
    years = alt.Axis(format="%Y", title=None, labelOverlap="greedy")
    middle = alt.X("middle:T", scale=time, axis=years)
    start = alt.X("start:T", scale=time, axis=years)
    height = max(tops.values())
    people = alt.Y(
        "low:Q",
        scale=alt.Scale(domain=[-0.4, height], nice=False),
        axis=_rows_axis(marks, tops),
    )
    base = alt.Chart(marks.reset_index())
    shape = alt.Shape(
        "reliability:N",
        scale=alt.Scale(domain=grades, range=_SHAPES),
        legend=alt.Legend(title=_("Reliability of the report"), orient="top"),
    )
    tooltip = [
        alt.Tooltip("date:N", title=_("Date")),
        alt.Tooltip("people:N", title=_("How many people")),
        alt.Tooltip("summary:N", title=_("What is reported")),
        alt.Tooltip("reliability:N", title=_("Reliability")),
    ]
    return alt.layer(
        base.mark_rect(opacity=0.25, cursor="pointer")
        .encode(x=start, x2="end:T", y=people, y2="high:Q", tooltip=tooltip)
        .add_params(alt.selection_point(name=f"{INCIDENT}_box", fields=["incident_id"])),
        base.mark_bar(orient="horizontal", size=2, opacity=0.5).encode(
            x=start, x2="end:T", y=people
        ),
        base.mark_bar(orient="vertical", size=2.5).encode(x=middle, y=people, y2="high:Q"),
        base.mark_point(size=62, filled=True, opacity=1, cursor="pointer")
        .encode(x=middle, y=people, shape=shape, tooltip=tooltip)
        .add_params(alt.selection_point(name=INCIDENT, fields=["incident_id"])),
        base.transform_filter(alt.FieldEqualPredicate(field="open_end", equal=True))
        .mark_point(shape="arrow", size=170, filled=True, opacity=1, yOffset=-14)
        .encode(x=middle, y=people),
    ).properties(height=height * _UNIT_PX + _AROUND_PX, description=_timeline_words(marks))


def _timeline_words(marks: pd.DataFrame) -> str:
    """Return what a screen reader says of the timeline; the table below it has the rest."""
    counts = marks.groupby("kind", sort=False).size()
    return _("Incidents in time: {kinds}. The table below has each of them.").format(
        kinds=", ".join(f"{kind} {integer(count)}" for kind, count in counts.items())
    )


def _in_rows(table: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, float]]:
    """Return the incidents placed in rows of their kind, and where each row ends at its top.

    In a row, 0 is "no count" and each power of ten of people is one unit up.
    """
    low = table["counted_low"].astype(float)
    high = table["counted_high"].astype(float).fillna(low)
    kinds = list(dict.fromkeys(table["kind"]))
    tall = low.notna().groupby(table["kind"]).any()
    heights = {kind: _TALL if tall[kind] else _FLAT for kind in kinds}
    tops = {kind: sum(heights[one] for one in kinds[place:]) for place, kind in enumerate(kinds)}
    bottom = table["kind"].map(lambda kind: tops[kind] - heights[kind])
    marks = table.assign(
        bottom=bottom,
        low=bottom + _units(low),
        high=bottom + _units(high),
        middle=table["start"] + (table["end"] - table["start"]) / 2,
        open_end=low.notna() & table["counted_high"].isna(),
        tall=table["kind"].map(tall),
    )
    return marks, tops


def _units(people: pd.Series) -> pd.Series:
    return people.map(lambda count: 0.0 if math.isnan(count) else _ONE + math.log10(count))


def _rows_axis(marks: pd.DataFrame, tops: dict[str, float]) -> alt.Axis:
    """Return the axis of all rows: the kind, then people from 10,000 down to 1, then no count."""
    names = {f"{top - _TITLE:.2f}": kind for kind, top in tops.items()}
    labels: dict[str, str] = {}
    for row in rows(marks[["bottom", "tall"]].drop_duplicates()):
        labels[f"{row.bottom:.2f}"] = _("no count")
        for power in range(5) if row.tall else ():
            labels[f"{row.bottom + _ONE + power:.2f}"] = integer(10**power)
    here = "format(datum.value, '.2f')"
    return alt.Axis(
        values=[float(place) for place in (*labels, *names)],
        labelExpr=f"{json.dumps({**labels, **names})}[{here}]",
        labelFontWeight={
            "condition": {"test": f"indexof({json.dumps(list(names))}, {here}) >= 0", "value": 700},
            "value": 400,
        },
        labelOverlap=False,
        title=None,
        domain=False,
        ticks=False,
    )
