"""What is written beside a line that is drawn: the cells of its record, in widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import doors
from dashboard.language import _
from dashboard.words import MODES, STANDINGS
from dashboard.workspace.drawn import CELLS

if TYPE_CHECKING:
    from dashboard.workspace.draft import Draft
    from dashboard.workspace.model import Workspace

_PROTECTED = "protection"


def draft_cells(draft: Draft, workspace: Workspace) -> dict[str, str]:
    """Draw the fields of a draft, filled with those of the leg that it changes; return texts."""
    known = draft.of in workspace.legs.index
    now = dict(workspace.legs.loc[draft.of, list(CELLS)]) if known else dict.fromkeys(CELLS, "")
    key = f"own_draft_{draft.mark}_"

    def text(name: str, label: str, placeholder: str | None = None) -> str:
        return st.text_input(
            label,
            value=str(now[name]),
            key=key + name,
            max_chars=200,
            placeholder=placeholder,
        )

    def choice(name: str, label: str, words: dict[str, str]) -> str:
        options = list(words)
        at = options.index(now[name]) if now[name] in words else 0
        shown = {one: _(word) if word else "" for one, word in words.items()}
        found = st.selectbox(
            label, options, index=at, format_func=shown.__getitem__, key=key + name
        )
        return str(found)

    cells = dict(now)
    one, other = st.columns(2)
    with one:
        cells["from_name"] = text("from_name", _("From (place)"))
        cells["mode"] = choice("mode", _("How people move"), MODES)
    with other:
        cells["to_name"] = text("to_name", _("To (place)"))
        cells["standing"] = choice("standing", _("Standing in law"), STANDINGS)
    if cells["standing"] == _PROTECTED:
        names = {"": "", **doors.atlas().names()}
        cells["protected_by"] = choice("protected_by", _("Protected by"), names)
    with st.expander(_("Corridor, countries, date, note")):
        cells["corridor"] = text("corridor", _("Corridor"))
        cells["countries_declared"] = text(
            "countries_declared",
            _("Countries"),
            placeholder=_("Empty: those that the line crosses"),
        )
        cells["date"] = text("date", _("Date"), placeholder="2024-05")
        cells["note"] = text("note", _("Note"))
    return {name: str(cell) for name, cell in cells.items()}
