"""Long work on the screen: how far it is, and a button that stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import streamlit as st

from dashboard import session
from dashboard.briefing.progress import finished
from dashboard.language import _
from dashboard.plain import plain

if TYPE_CHECKING:
    from collections.abc import Generator

    from dashboard.briefing.progress import Progress

Made = TypeVar("Made")


def with_progress(making: Generator[Progress, None, Made], work: str) -> Made | None:
    """Return what is made, with a bar on the way; None where the reader has stopped it.

    Stopping ends this run at the next part of the work: nothing half made is kept. ``work`` tells
    one piece of work of a session from another.
    """
    if session.is_stopped(work):
        st.info(_("Stopped."))
        st.button(_("Start again"), on_click=session.go_on, args=(work,), key=f"again_{work}")
        return None
    place = st.empty()
    with place.container():
        bar = st.progress(0.0)
        st.button(_("Cancel"), on_click=session.stop, args=(work,), key=f"cancel_{work}")
    made = finished(making, lambda at: bar.progress(at.done / at.whole, plain(at.words)))
    place.empty()
    return made
