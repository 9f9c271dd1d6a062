"""The rows of a native chart: from the table of a chart of a step to categories and series."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import numpy as np
import pandas as pd

from dashboard.language import N_, _
from dashboard.rows import each
from dashboard.series.arrivals import sexes
from dashboard.series.statuses import groups

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dashboard.briefing.briefing import StepChart

Numbers = tuple[float | None, ...]


@dataclass(frozen=True, kw_only=True)
class Series:
    """One series: its name, values, and where they stand.

    A value that is None is missing. ``at`` are the places on an axis of time, for points; ``low``
    and ``high`` the ends of ranges. ``color`` is a place in the list of colours of charts, None for
    a series that is not seen: what others stand on.
    """

    name: str
    values: Numbers
    at: tuple[float, ...] = ()
    low: Numbers = ()
    high: Numbers = ()
    color: int | None = 0


@dataclass(frozen=True, kw_only=True)
class ChartRows:
    """What a native chart shows: its kind, its categories, its series, how it is read."""

    kind: Literal["columns", "line", "ranges", "points", "spans"]
    series: tuple[Series, ...]
    reading: str
    categories: tuple[str, ...] = ()
    ends: tuple[float, float] | None = None
    is_log: bool = False
    axis: str = ""


def chart_rows(chart: StepChart) -> ChartRows:
    """Return the rows of the native chart of a step, in the language of the run."""
    return _ROWS[chart.name](chart.table)


_UNSEEN: Final = N_("An asterisk marks a figure that rests on no source that was seen.")
_EMPTY_YEARS: Final = N_("A year without a figure stays empty.")
_RANGES: Final = N_(
    "A point is the figure, or the end of the range that is known; a line reaches from the lowest "
    "to the highest figure that sources give."
)
_LANE: Final = 0.3  # where what has no count stands: below one person, on a scale of tens


def _by_sex(table: pd.DataFrame) -> ChartRows:
    return _columns(
        table.rename(columns={"sex": "group", "people": "count_of"}),
        sexes(),
        N_("Men and boys are the total less women and girls."),
    )


def _by_title(table: pd.DataFrame) -> ChartRows:
    told = table.assign(group=table["title"], count_of=table["value"])
    return _columns(told, list(pd.unique(told["group"])), "")


def _columns(table: pd.DataFrame, names: Sequence[str], more: str) -> ChartRows:
    """Return columns that stand on each other, a place for each year from the first to the last."""
    years = range(int(table["start"].min()), int(table["start"].max()) + 1)
    unseen = {int(year) for year in table.loc[table["unverified"], "start"]}
    held = table.assign(year=table["start"].astype(int)).groupby(["group", "year"])["count_of"]
    values = held.sum(min_count=1)
    reading = (_(_EMPTY_YEARS), _(more) if more else "", _(_UNSEEN) if unseen else "")
    return ChartRows(
        kind="columns",
        categories=tuple(f"{year}{'*' if year in unseen else ''}" for year in years),
        series=tuple(
            Series(
                name=name,
                values=tuple(_number(values.get((name, year))) for year in years),
                color=place,
            )
            for place, name in enumerate(names)
            if name in values.index.get_level_values("group")
        ),
        reading=" ".join(part for part in reading if part),
        axis=_("People"),
    )


def _share(table: pd.DataFrame) -> ChartRows:
    by_year = table.assign(year=table["start"].astype(int)).set_index("year")["share"]
    years = range(int(by_year.index.min()), int(by_year.index.max()) + 1)
    values = tuple(_number(by_year.get(year)) for year in years)
    return ChartRows(
        kind="line",
        categories=tuple(map(str, years)),
        series=(Series(name=_("Women and girls, %"), values=values),),
        reading=_("Points are joined only where a year follows a year."),
        axis=_("Women and girls, %"),
    )


def _ranges(table: pd.DataFrame) -> ChartRows:
    return _of_ranges(table, [str(when) for when in table["when"]], is_log=False)


def _estimates(table: pd.DataFrame) -> ChartRows:
    labels = [f"{line['when']} · {line['source']}" for line in each(table)]
    return _of_ranges(table, labels, is_log=True)


def _of_ranges(table: pd.DataFrame, labels: list[str], *, is_log: bool) -> ChartRows:
    """Return a point and a range for each figure, a place on the axis for each label."""
    places = {label: place for place, label in enumerate(dict.fromkeys(labels))}
    series = []
    for color, (title, found) in enumerate(table.assign(label=labels).groupby("title", sort=False)):
        values: list[float | None] = [None] * len(places)
        low, high = list(values), list(values)
        for line in each(found):
            place = places[line["label"]]
            low[place], high[place] = _number(line["bottom"]), _number(line["top"])
            values[place] = _number(line["value"]) or low[place]
        series.append(
            Series(
                name=str(title),
                values=tuple(values),
                low=tuple(low),
                high=tuple(high),
                color=color,
            )
        )
    return ChartRows(
        kind="ranges",
        categories=tuple(places),
        series=tuple(series),
        reading=_(_RANGES),
        is_log=is_log,
        axis=_("People"),
    )


def _returns(table: pd.DataFrame) -> ChartRows:
    """Return a point for each report at its date, with its range; what has no count in a lane.

    A state has the colour and the shape that it has on the page: those with most reports first.
    """
    told = dict(iter(table[table["counted"]].sort_values("middle").groupby("country")))
    countries = list(table["country"].value_counts().index)
    series = [
        Series(
            name=str(country),
            at=tuple(found["middle"].round(2)),
            values=tuple(found["high"].fillna(found["low"])),
            low=tuple(found["low"].fillna(found["high"])),
            high=tuple(found["high"].fillna(found["low"])),
            color=color,
        )
        for color, country in enumerate(countries)
        if (found := told.get(country)) is not None
    ]
    none = table[~table["counted"]].sort_values("middle")
    if len(none):
        lane = Series(
            name=_("No count given (in the lane at the foot)"),
            at=tuple(none["middle"].round(2)),
            values=(_LANE,) * len(none),
            color=len(countries),
        )
        series.append(lane)
    return ChartRows(
        kind="points",
        series=tuple(series),
        reading=_(
            "A point is the highest count of a report, a line reaches down to the lowest. The "
            "same people can stand in the reports of two states: never add them up. No report is "
            "not evidence that none happened."
        ),
        ends=(np.floor(table["start"].min()), np.ceil(table["end"].max())),
        is_log=True,
        axis=_("People in one report"),
    )


def _several_years(table: pd.DataFrame) -> ChartRows:
    first = float(np.floor(table["start"].fillna(table["end"]).min()))
    bars = table.assign(label=table["words"], group=table["title"], start=table["start"])
    return _spans(
        bars.assign(start=bars["start"].fillna(first)),
        list(pd.unique(bars["group"])),
        _("A bar is as long as its years. The figures overlap each other; never add them."),
    )


def _statuses(table: pd.DataFrame) -> ChartRows:
    return _spans(
        table.assign(label=table["corridor"]),
        groups(),
        _("A time without a report stays empty. The last bar goes on to the as-of date."),
    )


def _spans(table: pd.DataFrame, names: Sequence[str], reading: str) -> ChartRows:
    """Return bars in time: in each row unseen series carry the bars to where they begin."""
    rows = {label: list(_bars(found)) for label, found in table.groupby("label", sort=False)}
    most = max(map(len, rows.values()))
    series: list[Series] = []
    for slot in range(most):
        slots = [bars[slot] if slot < len(bars) else None for bars in rows.values()]
        gaps = tuple(bar[0] if bar and bar[0] else None for bar in slots)
        if any(gaps):
            name = _("First year") if slot == 0 else _("Years between")
            series.append(Series(name=name, values=gaps, color=None))
        for color, name in enumerate(names):
            values = tuple(bar[1] if bar and bar[2] == name else None for bar in slots)
            if any(values):
                series.append(Series(name=name, values=values, color=color))
    return ChartRows(
        kind="spans",
        categories=tuple(str(label) for label in rows),
        series=tuple(series),
        reading=reading,
        ends=(float(np.floor(table["start"].min())), float(np.ceil(table["end"].max()))),
    )


def _bars(table: pd.DataFrame) -> Iterator[tuple[float, float, str]]:
    """Yield the years before each bar, its length and its group; bars of a group are joined."""
    joined: list[list[float | str]] = []
    for line in each(table.sort_values("start")):
        if joined and joined[-1][1] == line["start"] and joined[-1][2] == line["group"]:
            joined[-1][1] = line["end"]
        else:
            joined.append([line["start"], line["end"], line["group"]])
    before = 0.0
    for start, end, group in joined:
        begins = max(float(start), before)
        yield round(begins - before, 2), round(float(end) - begins, 2), str(group)
        before = float(end)


def _number(value: object) -> float | None:
    return None if value is None or pd.isna(value) else float(value)  # type: ignore[arg-type, call-overload]


_ROWS: Final[dict[str, Callable[[pd.DataFrame], ChartRows]]] = {
    "arrivals": _by_sex,
    "share-of-women": _share,
    "arrivals-of-several-years": _several_years,
    "thailand": _ranges,
    "united-states": _by_title,
    "liberty-in-north-korea": _ranges,
    "returns": _returns,
    "returns-of-several-years": _several_years,
    "in-hiding": _estimates,
    "detained": _estimates,
    "statuses": _statuses,
}
