"""What a session has of the reader's own story: its text, its name, the step that is changed."""

from __future__ import annotations

import streamlit as st

from dashboard import session


def own_story_text() -> str:
    """Return the TOML of the reader's own story, empty where there is none."""
    return str(st.session_state.get(session.OWN_STORY, ""))


def own_story_name() -> str:
    """Return the name of the file that the reader's own story came from, empty where none."""
    return str(st.session_state.get(session.OWN_STORY_NAME, ""))


def keep_own_story(text: str, name: str | None = None) -> None:
    """Keep the reader's own story in this session; an empty text puts it away.

    ``name`` is that of its file; where none is given, the one that is known stays.
    """
    st.session_state[session.OWN_STORY] = text
    if name is not None or not text:
        st.session_state[session.OWN_STORY_NAME] = name or ""
    st.session_state[session.OWN_STORY_BROUGHT] = bool(text)
    st.session_state[session.OWN_STORY_CHANGES] = story_changes() + 1
    st.session_state.pop(session.OWN_BRIEFING, None)


def is_own_story_brought() -> bool:
    """Return True once after the reader's own story was brought in or changed: it is shown then."""
    return bool(st.session_state.pop(session.OWN_STORY_BROUGHT, False))


def story_changes() -> int:
    """Return how often the reader's own story was changed: its forms start anew after each."""
    return int(st.session_state.get(session.OWN_STORY_CHANGES, 0))


def story_step() -> int:
    """Return the step of the reader's own story that is chosen to be changed, from 1."""
    return int(st.session_state.get(session.OWN_STORY_STEP, 1))


def keep_story_step(number: int) -> None:
    """Make a step of the reader's own story the one that is chosen to be changed."""
    st.session_state[session.OWN_STORY_STEP] = number
