"""Where the map is mounted: one Streamlit component that is never remounted."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from dashboard import assets, own_session, session
from dashboard.hinge import HINGE
from dashboard.maps.own_names import own_leg_named
from dashboard.workspace.draft import drawn_from

if TYPE_CHECKING:
    from collections.abc import Mapping

# What comes after the map waits this long in the first run of a session: a browser that gets the
# whole page at once draws the map last, because the map's code comes behind Streamlit's own.
HEAD_START_S: Final = 0.15

_mount = st.components.v2.component("corridor_atlas_map", js=HINGE)


def show_map(data: Mapping[str, Any]) -> None:
    """Draw the map, or change what is painted on the one that is there.

    The first time in a session the page waits a moment, so that the map is drawn before the rest.

    Parameters
    ----------
    data
        What `dashboard.map_data` makes: JSON values only, read by the map as text; ``height`` is
        that of the map in CSS pixels.
    """
    _mount(
        key=session.MAP,
        data={"module": assets.bundle_url("map.js"), **data},
        on_chosen_change=_choose_leg,
        on_drawn_change=_take_drawn,
        on_missed_change=own_session.forget_own_on_map,
        height=data["height"],
    )
    if session.is_first(session.MAP):
        time.sleep(HEAD_START_S)


def _choose_leg() -> None:
    """Make the leg that was selected on the map, or none, the chosen one of the session."""
    chosen = _told("chosen")
    own = own_leg_named(chosen, *own_session.own_on_map())
    session.choose("leg", "" if own else chosen)
    own_session.choose_own_leg(own)


def _take_drawn() -> None:
    """Keep the line that is being drawn, where it is the one that was asked for last."""
    drawn = drawn_from(_told("drawn"))
    if drawn and drawn.mark == own_session.draft().mark:
        own_session.keep_draft(own_session.draft().with_line(drawn))


def _told(name: str) -> str:
    state = st.session_state.get(session.MAP) or {}
    return str(state.get(name) or "")
