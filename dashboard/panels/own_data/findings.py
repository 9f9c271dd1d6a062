"""What reading a file found: rows set aside, the good rows, what was converted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import htpy as h
import pandas as pd
import streamlit as st

from dashboard import session
from dashboard.language import _, current, integer, told
from dashboard.panels.own_data.hand_over import hand_over
from dashboard.panels.shown import show
from dashboard.workspace.marked_files import marked_file

if TYPE_CHECKING:
    from collections.abc import Iterable

    from intake.files.findings import Note
    from intake.files.intake import Intake

_PREVIEW: Final = 200
_TOLD_ROWS: Final = 8


def problems(intake: Intake) -> None:
    """Draw every row that was set aside: where, what was found and expected, what to do."""
    if not intake.set_aside:
        return
    st.subheader(_("Set aside"))
    st.caption(
        _("Correct these rows in the file handed over below and read it here as a file of its own.")
    )
    st.dataframe(_problem_table(intake), hide_index=True, column_config=_problem_columns())
    label = _("Save the {number} rows set aside, marked").format(
        number=integer(intake.rows_set_aside)
    )
    made = session.remembered("marked_file", (intake, current()), lambda: marked_file(intake, told))
    hand_over(
        f"{label} ({made.ending.upper()})",
        name=f"set-aside.{made.ending}",
        content=made.content,
        media_type=made.media_type,
        key="own_set_aside",
    )


def _problem_table(intake: Intake) -> pd.DataFrame:
    rows = [
        (one.layer, one.row, one.field, one.found, told(one.expected), told(one.remedy))
        for one in intake.set_aside
    ]
    table = pd.DataFrame(rows, columns=["layer", "row", "field", "found", "expected", "remedy"])
    return table if table["layer"].any() else table.drop(columns="layer")


def _problem_columns() -> dict[str, Any]:
    text = st.column_config.TextColumn
    return {
        "layer": text(_("Layer")),
        "row": st.column_config.NumberColumn(
            _("Row"), width=70, help=_("As a text editor or a spreadsheet counts.")
        ),
        "field": text(_("Field"), width=110),
        "found": text(_("Found"), width=170),
        "expected": text(_("Expected"), width=330),
        "remedy": text(_("What to do"), width=420),
    }


def good_rows(intake: Intake) -> None:
    """Draw the first good rows as they would be taken."""
    for title, rows in ((_("Legs"), intake.legs), (_("Places"), intake.places)):
        if rows.empty:
            continue
        shown = rows.head(_PREVIEW).drop(columns=["geometry", "layer"])
        count = integer(len(rows))
        with st.expander(f"{title} ({count})", expanded=len(rows) == len(shown)):
            if len(shown) < len(rows):
                st.caption(_("The first {number} are shown.").format(number=integer(len(shown))))
            filled = shown.dropna(axis="columns", how="all")
            st.dataframe(filled.assign(geometry=rows.head(_PREVIEW).geometry.to_wkt()))


def changes(intake: Intake) -> None:
    """Draw what was converted or dropped, and what is worth knowing of rows that were taken."""
    parts = ((_("Converted"), intake.changes), (_("Worth knowing"), intake.remarks))
    for title, notes in parts:
        if notes:
            with st.expander(f"{title} ({integer(len(notes))})", expanded=True):
                lines = [h.li[line] for line in told_notes(notes)]
                show(h.div(".atlas-panel")[h.ul[lines]])


def told_notes(notes: Iterable[Note]) -> list[str]:
    """Return each note as a sentence with the rows that it touches."""
    return [f"{told(note.sentence)}{_rows(note)}" for note in notes]


def _rows(note: Note) -> str:
    if not note.rows:
        return ""
    listed = ", ".join(str(row) for row in note.rows[:_TOLD_ROWS])
    if len(note.rows) > _TOLD_ROWS:
        more = integer(len(note.rows) - _TOLD_ROWS)
        return " " + _("(rows {rows} and {more} more)").format(rows=listed, more=more)
    return " " + _("(rows {rows})").format(rows=listed)
