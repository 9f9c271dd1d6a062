"""Pieces of the page Time: a chart with its words, its files, and the sources of each figure."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

import htpy as h
import streamlit as st

from dashboard import doors
from dashboard.exports.chart_files import MIMES, chart_file_name
from dashboard.language import N_, _, day
from dashboard.panels import markup
from dashboard.series.figures import NOTHING, figures
from dashboard.time_charts import TIME_CHARTS

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.series.evidence import TimeEvidence
    from dashboard.settings import Settings
    from dashboard.time_charts import TimeChart

# Chapters of the page, and which charts stand beside each other in a row.
CHAPTERS: Final = {
    N_("Arrivals and admissions"): (
        ("arrivals",),
        ("share-of-women", "arrivals-of-several-years"),
        ("united-states", "liberty-in-north-korea"),
    ),
    N_("On the way"): (("thailand",), ("in-hiding", "detained")),
    N_("Returns"): (("returns",), ("returns-of-several-years",)),
    N_("Corridors"): (("statuses",),),
}
_BUTTONS: Final = {"png": N_("Save PNG"), "svg": N_("Save SVG"), "csv": N_("Save data (CSV)")}
_HEIGHT: Final = 320
# What a column of a table is called, and what it tells.
_NAMES: Final = {
    "title": (N_("What is counted"), N_("The series, as the chapter on it names it.")),
    "date": (N_("Date"), N_("The day, as exactly as the sources give it.")),
    "country": (N_("Country"), N_("Where it happened.")),
    "corridor": (N_("Corridor"), N_("The reported corridor.")),
    "when": (N_("Year"), N_("The calendar year, or the years that one figure covers.")),
    "period": (N_("Period"), N_("What the source counts over, in its own words.")),
    "figure": (N_("Figure"), N_("As the source gives it; a range stays a range.")),
    "unit": (N_("Unit"), N_("What one of the figure is.")),
    "word": (N_("Status"), N_("Reported status of the corridor in these years.")),
    "text": (N_("What is reported"), N_("The reported use, in words.")),
    "kind": (N_("Event"), N_("What kind of event it is.")),
    "summary": (N_("What is reported"), N_("What the sources say happened.")),
    "grade": (N_("Grade"), N_("How well it is evidenced; our judgement by the rule on Method.")),
    "source": (N_("Source"), N_("Who says so. The page Evidence cites each source in full.")),
    "another": (N_("As another source gives it"), N_("A figure that differs, and is not merged.")),
    "note": (N_("Note"), N_("What has to be known to read the figure.")),
}
_WIDE: Final = frozenset({"text", "summary", "source", "note"})
_EVENT: Final = ("date", "kind", "summary", "source")


def opening(evidence: TimeEvidence) -> None:
    """Say what the date and the filters do to the charts."""
    st.caption(
        _(
            "As of {date}: what ended later is in no chart, nor is what the filters leave out. "
            "Nothing is drawn through a year without a figure, and no range is made into one "
            "number."
        ).format(date=day(evidence.date))
    )


def charts_in_a_row(names: tuple[str, ...], settings: Settings) -> None:
    """Show charts beside each other; on a narrow screen under each other."""
    for place, name in zip(st.columns(len(names), gap="large"), names, strict=True):
        with place, st.container(gap="xsmall"):
            _chart(name, settings)


def other_figures(evidence: TimeEvidence, settings: Settings) -> None:
    """Show the series that are in no chart, because they have too few figures to be drawn."""
    made = [doors.time_chart(name, settings) for name in TIME_CHARTS]
    tables = [chart.table for chart in made if chart and "series" in chart.table]
    shown = {series for table in tables for series in table["series"]}
    rest = figures(evidence)
    _table(rest[~rest["series"].isin(shown)].sort_values(["series", "end"], kind="stable"))


def _chart(name: str, settings: Settings) -> None:
    chart, made = TIME_CHARTS[name], doors.time_chart(name, settings)
    if made is None:
        st.html(str(_heading(chart, _("Nothing on record up to this date, with these filters."))))
        return
    st.html(str(_heading(chart, made.found)))
    st.vega_lite_chart(
        spec=made.document, key=f"chart_{name}", alt=f"{_(chart.title)}. {made.found}"
    )
    st.html(str(_reading(chart)))
    _files(name, settings)
    with st.expander(_("Figures and their sources")):
        figured = "flow_id" in made.table
        _table(made.table.drop_duplicates("flow_id") if figured else made.table)
        if len(made.events):
            st.caption(_("Events on the chart"))
            _table(made.events, _EVENT)


def _heading(chart: TimeChart, found: str) -> h.Element:
    return h.div(".atlas-panel.atlas-chart")[
        h.h3[_(chart.title)], h.p(".atlas-dim")[_(chart.counts)], h.p[found] if found else None
    ]


def _reading(chart: TimeChart) -> h.Element:
    ours = [" ", _(chart.ours), " ", markup.judgement()] if chart.ours else None
    return h.div(".atlas-panel")[h.p(".atlas-note")[_(chart.reading), ours]]


def _files(name: str, settings: Settings) -> None:
    with st.container(horizontal=True, gap="small"):
        for kind, label in _BUTTONS.items():
            st.download_button(
                _(label),
                partial(doors.chart_file, name, kind, settings),
                chart_file_name(settings, name, kind),
                mime=MIMES[kind],
                key=f"{name}_{kind}",
                help=_("Save “{title}” with units, sources and licence.").format(
                    title=_(TIME_CHARTS[name].title)
                ),
                on_click="ignore",
                type="tertiary",
            )


def _table(table: pd.DataFrame, columns: tuple[str, ...] = tuple(_NAMES)) -> None:
    kept = [name for name in columns if name in table and _says_something(table[name])]
    st.dataframe(
        table[kept],
        hide_index=True,
        column_config={name: _column(name) for name in kept},
        height=min(_HEIGHT, 36 * (len(table) + 1) + 2),
        placeholder=_("no data"),
    )


def _says_something(cells: pd.Series) -> bool:
    return not cells.isin(["", NOTHING]).all()


def _column(name: str) -> Any:  # noqa: ANN401 - Streamlit's own type of a column
    label, told = map(_, _NAMES[name])
    return st.column_config.TextColumn(label, help=told, width="large" if name in _WIDE else None)
