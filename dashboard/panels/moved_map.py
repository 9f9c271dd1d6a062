"""Where a person moved the map of the page Map: the browser knows it, and tells it when asked.

Moving the map costs no run of the app; asking costs one run where the answer is new.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard import session
from dashboard.briefing.look import frame_of_box

if TYPE_CHECKING:
    from dashboard.briefing.briefing import Bounds

# A constant: no text from data ever becomes script.
_ASK: Final = """
export default ({ data, setStateValue }) => {
  const frame = window.corridorAtlasFrame ?? null;
  if (JSON.stringify(frame) !== JSON.stringify(data.frame)) setStateValue("frame", frame);
};
"""

_mount = st.components.v2.component("corridor_atlas_moved", js=_ASK)


def ask_browser() -> None:
    """Ask where the map was moved to; the answer is in the session from the next run on."""
    _mount(
        key=session.MOVED_MAP,
        data={"frame": st.session_state.get(session.MOVED_TO)},
        on_frame_change=_keep,
        height=1,
    )


def moved_frame() -> Bounds | None:
    """Return the frame in whole degrees that the map was moved to; None where it was not."""
    told = st.session_state.get(session.MOVED_TO)
    return frame_of_box(told) if isinstance(told, list) else None


def _keep() -> None:
    told = st.session_state.get(session.MOVED_MAP) or {}
    st.session_state[session.MOVED_TO] = told.get("frame")
