"""Pieces of the page Time: a chart with its words, its files, and the sources of each figure."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

import htpy as h
import streamlit as st

from dashboard import file_doors, session
from dashboard.chapters import TITLES
from dashboard.exports.chart_files import MIMES, chart_file_name
from dashboard.language import N_, _, day
from dashboard.panels import markup
from dashboard.panels.choice_table import HEAD, ONE_LINE, WRAPPED
from dashboard.panels.data_table import data_table
from dashboard.panels.places import BEHIND, go, go_behind, place_behind
from dashboard.panels.shown import show
from dashboard.series.events import key_words
from dashboard.series.figures import NOTHING, figures
from dashboard.time_charts import TIME_CHARTS, opening_marks

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.series.evidence import TimeEvidence
    from dashboard.settings import Settings
    from dashboard.time_charts import TimeChart

_BUTTONS: Final = {"png": N_("Save PNG"), "svg": N_("Save SVG"), "csv": N_("Save data (CSV)")}
_HEIGHT: Final = HEAD + 5 * WRAPPED
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
_WIDTHS: Final = {
    **dict.fromkeys(("date", "when", "word", "grade"), 86),
    **dict.fromkeys(("country", "kind", "figure"), 130),
    **dict.fromkeys(("corridor", "title", "text", "summary"), 340),
    **dict.fromkeys(("source", "note", "another"), 280),
}
_PROSE: Final = ("text", "summary")
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


def chart_choice(choices: tuple[str, ...]) -> None:
    """Draw the choice of one chart, or of all; it is in the address, so that a link opens it."""
    st.selectbox(
        _("Chart"),
        choices,
        format_func=lambda name: _(TITLES[name]) if name else _("All charts"),
        key=session.widget_key("chart"),
        width=420,
    )


def charts_in_a_row(names: tuple[str, ...], settings: Settings) -> None:
    """Show charts beside each other; on a narrow screen under each other."""
    for place, name in zip(st.columns(len(names), gap="large"), names, strict=True):
        with place, st.container(gap="xsmall"):
            _chart(name, settings)


def other_figures(evidence: TimeEvidence, settings: Settings) -> None:
    """Show the series that are in no chart, because they have too few figures to be drawn."""
    made = [file_doors.time_chart(name, settings) for name in TIME_CHARTS]
    tables = [chart.table for chart in made if chart and "series" in chart.table]
    shown = {series for table in tables for series in table["series"]}
    rest = figures(evidence)
    others = rest[~rest["series"].isin(shown)].sort_values(["series", "end"], kind="stable")
    _table(others, key="other_figures")


def _chart(name: str, settings: Settings) -> None:
    chart, made = TIME_CHARTS[name], file_doors.time_chart(name, settings)
    if made is None:
        show(_heading(chart, _("Nothing on record up to this date, with these filters.")))
        return
    show(_heading(chart, made.found))
    drawn = st.vega_lite_chart(
        spec=opening_marks(made.document),
        key=f"chart_{name}",
        alt=f"{_(chart.title)}. {made.found}",
        on_select="rerun",
    )
    go_behind(drawn)
    show(_reading(chart, made.events))
    _files(name, settings)
    with st.expander(_("Figures and their sources")):
        st.caption(_("Select a row, or a mark of the chart, to open its record."))
        _table(made.table, key=f"rows_{name}", printed=False)
        if len(made.events):
            st.caption(_("Events on the chart"))
            _table(made.events, _EVENT, key=f"events_{name}", printed=False)


def _heading(chart: TimeChart, found: str) -> h.Element:
    return h.div(".atlas-panel.atlas-chart")[
        h.h3[_(chart.title)], h.p(".atlas-dim")[_(chart.counts)], h.p[found] if found else None
    ]


def _reading(chart: TimeChart, events: pd.DataFrame) -> h.Element:
    ours = [" ", _(chart.ours), " ", markup.judgement()] if chart.ours else None
    key = key_words(events)
    return h.div(".atlas-panel")[
        h.p(".atlas-note")[_(chart.reading), ours], h.p(".atlas-note")[key] if key else None
    ]


def _files(name: str, settings: Settings) -> None:
    with st.container(horizontal=True, gap="small"):
        for kind, label in _BUTTONS.items():
            st.download_button(
                _(label),
                partial(file_doors.chart_file, name, kind, settings),
                chart_file_name(settings, name, kind),
                mime=MIMES[kind],
                key=f"{name}_{kind}",
                help=_("Save “{title}” with units, sources and licence.").format(
                    title=_(TIME_CHARTS[name].title)
                ),
                on_click="ignore",
                type="tertiary",
            )


def _table(
    table: pd.DataFrame,
    columns: tuple[str, ...] = tuple(_NAMES),
    *,
    key: str,
    printed: bool = True,
) -> None:
    """Draw rows behind a chart; the one that is chosen opens its record or its corridor."""
    named = table.reset_index() if table.index.name else table
    column = next(one for one in BEHIND if one in named)
    once = named if column == "corridor_id" else named.drop_duplicates(column, ignore_index=True)
    kept = [name for name in columns if name in once and _says_something(once[name])]
    row_height = WRAPPED if any(name in kept for name in _PROSE) else ONE_LINE
    chosen = data_table(
        once[kept],
        {name: _column(name) for name in kept},
        printed=printed,
        height=min(_HEIGHT, HEAD + row_height * len(once)),
        row_height=row_height,
        on_select="rerun",
        selection_mode="single-row",
        key=key,
    )
    for row in chosen["selection"]["rows"]:
        go(place_behind(column, str(once.loc[row, column])))


def _says_something(cells: pd.Series) -> bool:
    return not cells.isin(["", NOTHING]).all()


def _column(name: str) -> Any:  # noqa: ANN401 - Streamlit's own type of a column
    label, told = map(_, _NAMES[name])
    return st.column_config.TextColumn(label, help=told, width=_WIDTHS.get(name))
