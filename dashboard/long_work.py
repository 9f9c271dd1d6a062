"""What a session has under way that takes long: stopped or not, asked for, done last."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import streamlit as st

from dashboard import session

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.settings import Settings

Made = TypeVar("Made")


def stop(work: str) -> None:
    """Note that long work was stopped by the reader; call it in a callback."""
    st.session_state[f"{session.STOPPED}_{work}"] = True


def go_on(work: str) -> None:
    """Note that it may be done again."""
    st.session_state[f"{session.STOPPED}_{work}"] = False


def is_stopped(work: str) -> bool:
    """Return whether long work was stopped and not asked for again."""
    return bool(st.session_state.get(f"{session.STOPPED}_{work}"))


def ask_atlas(settings: Settings | None) -> None:
    """Ask for the atlas of a view as a book, or for it no longer; call it in a callback."""
    st.session_state[session.ATLAS] = settings
    st.session_state.pop(session.ATLAS_MAKING, None)


def atlas_making(start: Callable[[], Made]) -> Made:
    """Return the making of the atlas that was asked for: begun once, gone on with after that."""
    if session.ATLAS_MAKING not in st.session_state:
        st.session_state[session.ATLAS_MAKING] = start()
    made: Made = st.session_state[session.ATLAS_MAKING]
    return made


def asked_atlas() -> Settings | None:
    """Return the view whose atlas is being made, None where none is."""
    found: Settings | None = st.session_state.get(session.ATLAS)
    return found


def do_last(work: Callable[[], None]) -> None:
    """Have some long work done when the rest of the page and of the sidebar is drawn."""
    st.session_state[session.LAST] = work


def last_work() -> Callable[[], None] | None:
    """Return that work once, None where there is none."""
    found: Callable[[], None] | None = st.session_state.pop(session.LAST, None)
    return found
