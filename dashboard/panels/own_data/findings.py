"""What reading a file found: rows set aside, the good rows, what was converted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import htpy as h
import streamlit as st

from dashboard import session
from dashboard.language import _, current, integer, told
from dashboard.panels.markup import table
from dashboard.panels.own_data.hand_over import hand_over
from dashboard.panels.own_data.mapping import FIELD_WORDS
from dashboard.panels.shown import show
from dashboard.workspace.marked_files import marked_file

if TYPE_CHECKING:
    from collections.abc import Iterable

    from intake.files.findings import Note
    from intake.files.intake import Intake

_PREVIEW: Final = 200
_TOLD_ROWS: Final = 8
_MANY, _HIGH = 12, 460  # more problems than these scroll, in so many px
_COLUMNS: Final = {
    "corridor_id": "corridor",
    "from_name": "from",
    "to_name": "to",
    "geometry": "wkt",
}


def problems(intake: Intake) -> None:
    """Draw every row that was set aside: where, what was found and expected, what to do."""
    if not intake.set_aside:
        return
    st.subheader(_("Set aside"))
    st.caption(
        _(
            "Take the good rows first. Then save these rows with the button below, correct them in "
            "a spreadsheet program, and read that file here: it holds them alone."
        )
    )
    _problem_table(intake)
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


def _problem_table(intake: Intake) -> None:
    """Draw each problem as a line of a table whose cells wrap: it is read whole, on a phone too."""
    heads = [_("Row"), _("Field"), _("Found"), _("Expected"), _("What to do")]
    lines = [
        [str(one.row), one.field, told(one.found), told(one.expected), told(one.remedy)]
        for one in intake.set_aside[:_PREVIEW]
    ]
    if any(one.layer for one in intake.set_aside):
        heads = [_("Layer"), *heads]
        lines = [[one.layer, *line] for one, line in zip(intake.set_aside, lines, strict=False)]
    with st.container(height=_HIGH if len(lines) > _MANY else "content", border=False):
        show(h.div(".atlas-panel")[table(heads, lines)])
    if len(intake.set_aside) > _PREVIEW:
        words = _("The first {number} are shown. The file that you save has them all.")
        st.caption(words.format(number=integer(_PREVIEW)))


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
            lines = rows.head(_PREVIEW).geometry.to_wkt()
            columns = {name: _named(name) for name in ("leg_id", *filled, "geometry")}
            st.dataframe(filled.assign(geometry=lines), column_config=columns)


def _named(name: str) -> str:
    """Return what a column is called: a field in the words of the page, another as it stands."""
    field = _COLUMNS.get(name, name)
    if name == "row":
        return _("Row")
    return _(FIELD_WORDS[field]) if field in FIELD_WORDS else name


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
    if len(note.rows) == 1:
        return " " + _("(row {row})").format(row=listed)
    return " " + _("(rows {rows})").format(rows=listed)
