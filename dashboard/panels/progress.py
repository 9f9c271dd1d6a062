"""Long work on the screen: how far it is, and a button that stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import streamlit as st

from dashboard import long_work
from dashboard.beside import beside
from dashboard.language import _
from dashboard.plain import plain

if TYPE_CHECKING:
    from collections.abc import Generator

    from dashboard.briefing.progress import Progress

Made = TypeVar("Made")


def with_progress(making: Generator[Progress, None, Made], work: str) -> Made | None:
    """Return what is made, with a bar on the way; None where the reader has stopped it.

    Stopping ends this run at once, and the work at its next part: nothing half made is kept.
    ``work`` tells one piece of work of a session from another.
    """
    if long_work.is_stopped(work):
        st.info(_("Stopped."))
        st.button(_("Start again"), on_click=long_work.go_on, args=(work,), key=f"again_{work}")
        return None
    place = st.empty()
    with place.container():
        bar = st.progress(0.0)
        st.button(_("Cancel"), on_click=long_work.stop, args=(work,), key=f"cancel_{work}")
    at = None
    parts = beside(making)
    while True:
        try:
            at = next(parts) or at
        except StopIteration as end:
            place.empty()
            made: Made = end.value
            return made
        # Whatever is drawn asks whether this run is to end.
        bar.progress(at.done / at.whole if at else 0.0, plain(at.words) if at else "")
