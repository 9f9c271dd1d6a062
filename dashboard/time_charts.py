"""The charts of time, in the order of the page: what each is made of and the words around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from dashboard.chapters import TITLES
from dashboard.charts.arrivals import arrivals_chart, share_chart
from dashboard.charts.estimates import estimates_chart
from dashboard.charts.parts import OPENING
from dashboard.charts.ranges import counts_chart, ranges_chart
from dashboard.charts.returns import returns_chart
from dashboard.charts.spans import spans_chart
from dashboard.charts.statuses import statuses_chart
from dashboard.language import N_, _
from dashboard.series import findings
from dashboard.series.arrivals import arrivals_by_sex, sexes, share_of_women
from dashboard.series.events import country_events, region_events
from dashboard.series.figures import figures
from dashboard.series.returns import returns_reported
from dashboard.series.spans import spans
from dashboard.series.statuses import groups, status_bars

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from dashboard.charts.parts import Chart, Domain
    from dashboard.series.evidence import TimeEvidence

SINCE: Final = 1995
_BORDER: Final = ("border closure", "border reopening")
FIGURE_COLUMNS: Final = (
    *("flow_id", "series", "title", "year", "period", "value", "value_low", "value_high"),
    *("alt_value", "unit", "female", "geography", "confidence", "note"),
    *("source_ids", "alt_source_ids"),
)


def _no_events(evidence: TimeEvidence) -> pd.DataFrame:
    return region_events(evidence, (), SINCE)


@dataclass(frozen=True, kw_only=True)
class TimeChart:
    """One chart: words to be translated, and the functions that make it.

    ``title`` says what it shows, ``counts`` the unit, ``reading`` how it is read, ``found`` the
    sentence that says what there is to see, ``since`` the first year of its axis, ``columns`` which
    columns of its table leave as data; ``ours`` what in it is our judgement, empty where nothing.
    """

    title: str
    counts: str
    reading: str
    table: Callable[[TimeEvidence], pd.DataFrame]
    draw: Callable[[pd.DataFrame, pd.DataFrame, Domain], Chart]
    found: Callable[[pd.DataFrame, TimeEvidence], str] = lambda _table, _evidence: ""
    since: int = SINCE
    events: Callable[[TimeEvidence], pd.DataFrame] = _no_events
    columns: tuple[str, ...] = FIGURE_COLUMNS
    ours: str = ""


TIME_CHARTS: Final = {
    "arrivals": TimeChart(
        title=TITLES["arrivals"],
        counts=N_("People who arrived in a calendar year"),
        reading=N_(
            "A year without a figure stays empty. A dashed bar rests on no source that was seen. A "
            "short line across a bar is the figure as another source gives it. Men and boys are "
            "the total less women and girls. Figures of several years together are not here."
        ),
        table=arrivals_by_sex,
        draw=lambda table, events, domain: arrivals_chart(
            table, events, sexes=sexes(), domain=domain
        ),
        found=findings.arrivals_found,
        events=lambda evidence: region_events(evidence, (*_BORDER, "crackdown"), SINCE),
        columns=(*FIGURE_COLUMNS, "sex", "people"),
    ),
    "share-of-women": TimeChart(
        title=TITLES["share-of-women"],
        counts=N_("Percent of the people who arrived in a calendar year"),
        reading=N_("Points are joined only where a year follows a year."),
        table=share_of_women,
        draw=lambda table, _events, domain: share_chart(table, domain=domain),
        since=2001,
        found=findings.share_found,
        columns=(*FIGURE_COLUMNS, "female_share_pct"),
    ),
    "arrivals-of-several-years": TimeChart(
        title=TITLES["arrivals-of-several-years"],
        counts=N_("People, over the years that the bar covers"),
        reading=N_(
            "A bar is as long as its years and has no height: it is not a year. An arrow means "
            "that it goes back further. Blocks overlap each other and the years; never add them."
        ),
        table=lambda evidence: spans(evidence, "kr_arrivals_block"),
        draw=lambda table, _events, domain: spans_chart(
            table, domain=(domain[0], float(table["end"].max()) + 1)
        ),
        since=1985,
        ours=N_("How many that is in a year is our arithmetic."),
    ),
    "thailand": TimeChart(
        title=TITLES["thailand"],
        counts=N_("People in a calendar year, or in the part of one that a line covers"),
        reading=N_(
            "A bar reaches from the lowest to the highest figure that sources give. An open "
            "diamond is the figure as another source gives it. Nothing is drawn between years."
        ),
        table=lambda evidence: figures(evidence, "th_arrests", "th_arrests_north", "th_arrivals"),
        draw=lambda table, events, domain: ranges_chart(
            table, events, domain=domain, title=_("People")
        ),
        since=2002,
        found=findings.ranges_found,
        events=lambda evidence: country_events(
            evidence, "THA", ("crackdown", "court", "law", "policy"), SINCE
        ),
    ),
    "united-states": TimeChart(
        title=TITLES["united-states"],
        counts=N_("People in a US fiscal year, October to September; in the last a calendar year"),
        reading=N_("A line at the bottom is a reported zero. A year without a figure stays empty."),
        table=lambda evidence: figures(
            evidence, "us_refugee_admissions", "us_refugee_admissions_cy"
        ),
        draw=lambda table, events, domain: counts_chart(
            table, events, domain=domain, title=_("People")
        ),
        since=2003,
        found=findings.counts_found,
        events=lambda evidence: country_events(evidence, "USA", ("law", "policy"), SINCE),
    ),
    "liberty-in-north-korea": TimeChart(
        title=TITLES["liberty-in-north-korea"],
        counts=N_("People in a calendar year"),
        reading=N_("An arrow means “at least”. Nothing is drawn between years."),
        table=lambda evidence: figures(evidence, "link_assisted"),
        draw=lambda table, events, domain: ranges_chart(
            table, events, domain=domain, title=_("People")
        ),
        since=2016,
        found=findings.ranges_found,
        events=lambda evidence: region_events(evidence, _BORDER, SINCE),
    ),
    "returns": TimeChart(
        title=TITLES["returns"],
        counts=N_("People in one report of a return; each step of the scale is ten times more"),
        reading=N_(
            "A box is as wide as the date is vague and as high as the counts differ; an arrow "
            "means “at least”. What has no count stands in a lane below the axis. Nothing is added "
            "up: the same people can stand in the reports of two states, and figures for 2024 and "
            "2025 overlap. No report is not evidence that none happened."
        ),
        table=returns_reported,
        draw=lambda table, events, domain: returns_chart(table, events, domain=domain),
        found=findings.returns_found,
        events=lambda evidence: region_events(evidence, (*_BORDER, "agreement", "law"), SINCE),
        columns=(
            *("incident_id", "iso3", "country", "date", "kind", "people_min", "people_max"),
            *("low", "high", "reliability", "summary", "source_ids"),
        ),
        ours=N_("The range of a return reaches over every count of it that is on record."),
    ),
    "returns-of-several-years": TimeChart(
        title=TITLES["returns-of-several-years"],
        counts=N_("People or cases, over the years that the bar covers"),
        reading=N_(
            "A bar is as long as its years and has no height. The figures overlap each other and "
            "the single returns above; never add them."
        ),
        table=lambda evidence: spans(evidence, "cn_returns_cumulative", "returns_recorded_cases"),
        draw=lambda table, _events, domain: spans_chart(table, domain=domain),
    ),
    "in-hiding": TimeChart(
        title=TITLES["in-hiding"],
        counts=N_("People, on a scale by tens"),
        reading=N_(
            "Each row is one estimate, from its lowest to its highest end; a point is its middle "
            "figure, an arrow an end that stays open. They count people present, not people with "
            "a status, by methods that differ or are not known."
        ),
        table=lambda evidence: figures(evidence, "cn_in_hiding_estimate"),
        draw=lambda table, _events, _domain: estimates_chart(
            table, title=_("People"), ends=(5_000, 500_000)
        ),
        found=findings.estimates_found,
    ),
    "detained": TimeChart(
        title=TITLES["detained"],
        counts=N_("People, on a scale by tens"),
        reading=N_("Each row is one estimate. They are of different people at different times."),
        table=lambda evidence: figures(evidence, "cn_detained_estimate"),
        draw=lambda table, _events, _domain: estimates_chart(
            table, title=_("People"), ends=(500, 5_000)
        ),
        found=findings.estimates_found,
    ),
    "statuses": TimeChart(
        title=TITLES["statuses"],
        counts=N_("Years in which a corridor is reported to have a status"),
        reading=N_(
            "A time without a report stays empty. A dashed outline is a corridor that is closed, "
            "historic or unknown. The last bar goes on to the as-of date."
        ),
        table=status_bars,
        draw=lambda table, _events, domain: statuses_chart(
            table, groups=groups(), domain=(float(table["start"].min()), domain[1])
        ),
        found=findings.statuses_found,
        columns=(
            *("corridor_id", "corridor", "start_year", "end_year", "code", "group", "text"),
            "source_ids",
        ),
        ours=N_("How status words are put into five groups is ours."),
    ),
}


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a chart tells before it is drawn: its rows, its events, the sentence above it."""

    table: pd.DataFrame
    events: pd.DataFrame
    found: str


@dataclass(frozen=True, kw_only=True)
class MadeChart(Told):
    """A chart as it is shown and saved: what it tells, and its Vega-Lite document."""

    document: dict[str, Any]


def told(chart: TimeChart, evidence: TimeEvidence) -> Told:
    """Return what a chart tells; without a row it says nothing."""
    table = chart.table(evidence)
    return Told(
        table=table,
        events=chart.events(evidence),
        found="" if table.empty else chart.found(table, evidence),
    )


def make(chart: TimeChart, evidence: TimeEvidence) -> MadeChart | None:
    """Return a chart on an axis that ends on the as-of date; None where nothing is on record.

    The document holds its data. It is not checked against the schema of Vega-Lite, which takes
    longer than all the rest: the parts were when they were put together, and tests check the whole.
    """
    tells = told(chart, evidence)
    if tells.table.empty:
        return None
    drawn = chart.draw(tells.table, tells.events, (chart.since, evidence.until))
    return MadeChart(
        table=tells.table,
        events=tells.events,
        found=tells.found,
        document=drawn.to_dict(validate=False),
    )


def opening_marks(document: dict[str, Any]) -> dict[str, Any]:
    """Return the document of a chart whose marks, when one is clicked, select the id behind it.

    The layers that are clicked are those whose name begins with a column of ids (`OPENING`).
    """
    params = [
        {
            "name": f"open_{view}",
            "select": {"type": "point", "fields": [column]},
            "views": [view],
        }
        for column in OPENING
        for view in sorted(_names(document))
        if view.startswith(column)
    ]
    return {**document, "params": params}


def _names(view: dict[str, Any]) -> set[str]:
    layers = view.get("layer", ())
    return {str(view.get("name"))}.union(*map(_names, layers))
