"""What a session has open of its own legs: the chosen one, the one that is drawn, a sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import session
from dashboard.workspace.draft import Draft, fresh_draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.workspace.sample import GivenFile


def note_own_on_map(mark: str, leg_ids: Sequence[str]) -> None:
    """Note which own legs the map was told of, in their order: it names a leg by its place."""
    st.session_state[session.OWN_ON_MAP] = (mark, leg_ids)


def own_on_map() -> tuple[str, Sequence[str]]:
    """Return the mark of the own legs that the map was told of last, and their record ids."""
    found: tuple[str, Sequence[str]] = st.session_state.get(session.OWN_ON_MAP, ("", ()))
    return found


def forget_own_on_map() -> None:
    """Send the map its own legs anew: it says that it has not got them."""
    note_own_on_map("", ())


def own_leg() -> str:
    """Return the record id of the own leg that is chosen; never in the address. Empty: none."""
    return str(st.session_state.get(session.OWN_LEG, ""))


def choose_own_leg(record_id: str) -> None:
    """Choose an own leg, or none; call it in a callback."""
    st.session_state[session.OWN_LEG] = record_id


def given_file() -> GivenFile | None:
    """Return the sample that is tried in place of a file, None where none is."""
    found: GivenFile | None = st.session_state.get(session.OWN_GIVEN)
    return found


def keep_given(found: GivenFile | None) -> None:
    """Try a sample in place of a file, or no longer; call it in a callback."""
    st.session_state[session.OWN_GIVEN] = found


def draft() -> Draft:
    """Return what is being drawn in this session; an empty draft at first."""
    found: Draft = st.session_state.setdefault(session.OWN_DRAFT, fresh_draft())
    return found


def keep_draft(found: Draft) -> None:
    """Keep what is being drawn."""
    st.session_state[session.OWN_DRAFT] = found
