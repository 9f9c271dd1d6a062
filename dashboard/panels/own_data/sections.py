"""The parts of the page My data, and the line that says what is on the desk and where it lives."""

from __future__ import annotations

from typing import Final

import streamlit as st

from dashboard import session
from dashboard.held_words import counted
from dashboard.language import N_, _
from dashboard.panels.own_data.sitting import scenario_is_kept
from dashboard.plain import plain

SECTIONS: Final = {
    "bring_in": N_("Bring in"),
    "figures": N_("Legs and figures"),
    "draw": N_("Draw on the map"),
    "edit": N_("Write and assess"),
    "what_if": N_("What if, and ways"),
    "share": N_("Share coarsely"),
    "keep": N_("Keep"),
}


def on_the_desk() -> None:
    """Say what this session has, how it is kept, and what was just done."""
    desk = session.desk()
    workspace = desk.workspace
    held = f"{counted(len(workspace.legs), len(workspace.places))}."
    if desk.kept is None:
        kept = _(
            "They are in the memory of this session alone, restricted, and gone with it: closing "
            "the tab ends it."
        )
    elif desk.is_saved and scenario_is_kept(desk):
        kept = _("Everything is saved, as version {number}.").format(number=desk.kept.number)
    else:
        kept = _("There are changes that are not saved yet.")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"{plain(held)} {plain(kept)}", width="content")
        st.button(
            _("Take back the last change"),
            on_click=_take_back,
            type="tertiary",
            disabled=desk.before is None,  # always there: what is below must not jump
        )
    if words := session.said_last():
        st.info(plain(words))


def _take_back() -> None:
    session.keep_desk(session.desk().taken_back())
    session.count_edit()
    session.say(_("The last change is taken back."))


def chosen_section() -> str:
    """Draw the choice of a part of the page; return which one is open."""
    st.session_state.setdefault(session.OWN_SECTION, next(iter(SECTIONS)))
    return str(
        st.segmented_control(
            _("Part of the page"),
            list(SECTIONS),
            format_func=lambda name: _(SECTIONS[name]),
            key=session.OWN_SECTION,
            required=True,
            label_visibility="collapsed",
        )
    )
