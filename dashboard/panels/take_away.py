"""Take it away: what the filters leave, in which formats, and how it is cited."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

import htpy as h
import pandas as pd
import streamlit as st

from dashboard import file_doors, session
from dashboard.exports.formats import FORMATS, file_name, map_file_name
from dashboard.exports.view_citation import view_citations
from dashboard.language import N_, _, decimal, integer
from dashboard.panels.atlas_file import atlas_file
from dashboard.panels.data_table import data_table
from dashboard.panels.shown import show
from dashboard.publication.table_words import A_ROW_IS

if TYPE_CHECKING:
    from dashboard.publication.publication import Publication
    from dashboard.settings import Settings

_MEGABYTE, _KILOBYTE = 1_000_000, 1_000
_BESIDE_THE_MAP: Final = {
    "html": N_("Save this map as one file"),
    "pdf": N_("PDF"),
    "png": N_("PNG"),
    "svg": N_("SVG"),
}
_GROUPS: Final = {
    N_("Tables and shapes"): ("csv", "xlsx", "geojson", "gpkg", "geoparquet"),
    N_("This map"): ("html", "pdf", "slide", "png", "svg", "atlas", "text"),
    N_("Sources, for a bibliography"): ("bibtex", "ris", "csl"),
    N_("Everything"): ("datapackage",),
}


def chosen_words(published: Publication) -> None:
    """Say what was chosen: filters, date, recipe."""
    about = published.about
    told = "; ".join(f"{label}: {value}" for label, value in about.choices)
    st.caption(
        _("Filters: {filters}. As of {date}. Index: {recipe}.").format(
            filters=told or _("none, everything is in the files"),
            date=f"{about.date:%Y-%m-%d}",
            recipe=about.recipe[1],
        )
    )


def table_rows(published: Publication) -> None:
    """Show which tables leave, with how many rows and columns, and what a row is."""
    data_table(_tables(published), _columns(), height="content")


def format_buttons(settings: Settings) -> None:
    """Offer each format with a line on whom it is for; a file is made when it is asked for."""
    with st.container(gap="xsmall", key="formats"):
        for heading, names in _GROUPS.items():
            show(h.div(".atlas-panel")[h.h4[_(heading)]])
            for name in names:
                _format_row(name, settings)


def citations(published: Publication) -> None:
    """Show how this view is cited, as text to copy, in the style that is chosen."""
    told = view_citations(published)
    style = st.segmented_control(
        _("Style"), list(told), default="APA", required=True, key=session.CITATION_STYLE, wrap=True
    )
    st.code(told[style], language=None, wrap_lines=True)


def command(published: Publication) -> None:
    """Show the command that makes the same file again, as text to copy."""
    address = published.about.address
    view = "" if address == "?" else f' --view "{address}"'
    lang = "" if published.about.lang == "en" else f" --lang {published.about.lang}"
    told = f"python -m uv run python -m dashboard export --format xlsx{view}{lang} --out FILE.xlsx"
    st.code(told, language=None, wrap_lines=True)


def map_buttons(settings: Settings) -> None:
    """Offer the map as one page that can be moved, and as a sheet to print, beside each other."""
    with st.container(horizontal=True, horizontal_alignment="right", gap="small"):
        for name, label in _BESIDE_THE_MAP.items():
            st.download_button(
                _(label),
                partial(file_doors.made_file, name, settings),
                map_file_name(settings, name),
                mime=FORMATS[name].mime,
                help=_(FORMATS[name].line),
                on_click="ignore",
                type="tertiary",
                key=f"map_{name}",
            )


def _format_row(name: str, settings: Settings) -> None:
    made, size = FORMATS[name], session.made_sizes().get((name, settings))
    button, line = st.columns([0.3, 0.7], vertical_alignment="center")
    line.html(str(h.div(".atlas-dim")[_(made.line), " ", _size(size)]))
    if name == "atlas":
        with button:
            atlas_file(settings)
        return
    button.download_button(
        _(made.title),
        partial(file_doors.made_file, name, settings),
        _file_name(name, settings),
        mime=made.mime,
        on_click=partial(_measure, name, settings),
        key=f"download_{name}",
        width="stretch",
    )


def _file_name(name: str, settings: Settings) -> str:
    if FORMATS[name].drawn:
        return map_file_name(settings, name)
    return file_name(name, file_doors.publication(name, settings))


def _measure(name: str, settings: Settings) -> None:
    """Make the file before the page is drawn again, so that its size can be shown."""
    with st.spinner(_("Making the file …")):
        session.made_sizes()[name, settings] = len(file_doors.made_file(name, settings))


def _size(count: int | None) -> str:
    if count is None:
        return ""
    if count < _MEGABYTE:
        return _("({size} kB)").format(size=integer(max(1, round(count / _KILOBYTE))))
    return _("({size} MB)").format(size=decimal(count / _MEGABYTE))


def _tables(published: Publication) -> pd.DataFrame:
    return pd.DataFrame(
        [
            (table.name, len(table.rows), len(table.schema.columns), _(A_ROW_IS[table.name]))
            for table in published.tables.values()
        ],
        columns=["table", "rows", "columns", "is"],
    )


def _columns() -> dict[str, Any]:
    return {
        "table": st.column_config.TextColumn(_("Table"), help=_("Its name in every file.")),
        "rows": st.column_config.NumberColumn(
            _("Rows"), format="localized", help=_("How many the filters leave.")
        ),
        "columns": st.column_config.NumberColumn(
            _("Columns"), help=_("Each is explained in the codebook.")
        ),
        "is": st.column_config.TextColumn(
            _("A row is"), width="large", help=_("What one row of the table stands for.")
        ),
    }
