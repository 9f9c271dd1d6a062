"""Who may see which record: public, restricted or secret, one by one and many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard import session
from dashboard.language import N_, _, integer
from dashboard.panels.own_data.refusals import refusal_said
from dashboard.panels.own_data.table_names import TABLES
from dashboard.publication.precision import PRECISIONS, PUBLIC, RECORD_CLASS, RESTRICTED, SECRET
from dashboard.workspace.coarse import coarse_legs
from dashboard.workspace.differences import CALLED
from dashboard.workspace.model import marked, standing_records

if TYPE_CHECKING:
    import pandas as pd

_MARKED: Final = ("legs", "places", "incidents", "notes")
_WORDS: Final = {
    PUBLIC.name: N_("Public"),
    RESTRICTED.name: N_("Restricted"),
    SECRET.name: N_("Secret"),
}


def classes() -> None:
    """Draw a table of records with their class, and a button for each class."""
    st.caption(
        _(
            "Restricted records stay on this machine and leave only coarse, by a decision. Secret "
            "ones leave in no form, also when they are chosen. Marking a record public makes it "
            "coarse here too, and what was finer is then only in older versions of the file."
        )
    )
    name = st.segmented_control(
        _("Table"),
        list(_MARKED),
        format_func=lambda one: _(TABLES[one]),
        default=_MARKED[0],
        required=True,
        key="own_classes_table",
    )
    table = standing_records(session.desk().workspace.table(name))
    if table.empty:
        st.info(_("There is none yet."))
        return
    chosen = _chosen(name, table)
    for place, one in zip(st.columns(len(PRECISIONS)), PRECISIONS, strict=True):
        place.button(
            _("Mark as {name} ({number})").format(
                name=_(_WORDS[one]).lower(), number=integer(len(chosen))
            ),
            on_click=_mark,
            args=(name, tuple(chosen), one),
            disabled=not len(chosen),
            key=f"own_mark_{one}",
            width="stretch",
        )


def _chosen(name: str, table: pd.DataFrame) -> pd.Index:
    """Draw the records; return those whose rows are chosen."""
    shown = {"name": table[CALLED[name]], "class": table[RECORD_CLASS].map(_WORDS).map(_)}
    if name == "legs":
        shown["corridor"] = table["corridor"]
    text = st.column_config.TextColumn
    picked = st.dataframe(
        shown,
        hide_index=True,
        on_select="rerun",
        selection_mode="multi-row",
        key=f"own_classes_{name}_{session.edits()}",
        column_config={
            "name": text(_("Record"), width="medium"),
            "class": text(_("Class of the record")),
            "corridor": text(_("Corridor")),
        },
    )
    return table.index[picked["selection"]["rows"]]


def _mark(name: str, ids: tuple[str, ...], precision: str) -> None:
    """Mark the records; a leg within one cell cannot be public and stays as it is."""
    desk = session.desk()
    wanted = desk.workspace.table(name).loc[list(ids)]
    if name == "legs" and precision == PUBLIC.name:
        wanted = wanted[coarse_legs(wanted).lost["withheld"] == ""]
    with refusal_said():
        workspace = marked(desk.workspace, name, wanted.index, PRECISIONS[precision])
        session.keep_desk(desk.with_workspace(workspace))
        session.count_edit()
        words = [_("{number} records were marked.").format(number=integer(len(wanted)))]
        if left := len(ids) - len(wanted):
            told = _("{number} legs lie within one cell of 0.1 degrees and stay as they are.")
            words.append(told.format(number=integer(left)))
        session.say(" ".join(words))
