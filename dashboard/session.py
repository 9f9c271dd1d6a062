"""The keys of the session, in one place, and the settings of the present run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard.language import ENGLISH, LANGUAGES
from dashboard.workspace.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.settings import Settings

SETTINGS: Final = "settings"
NOTICES: Final = "notices"
DRAWN: Final = "drawn_page_and_language"
MAP: Final = "atlas_map"
FIND: Final = "find"
PLAIN: Final = "plain_tables"
DATE_RAIL: Final = "date_rail"
CHIPS: Final = "chips"
MORE_FILTERS: Final = "more_filters"
COUNTRY_TABLE: Final = "country_table"
CITATION_STYLE: Final = "citation_style"
MADE: Final = "made_files"
ATLAS: Final = "atlas_asked"
LAST: Final = "done_last"
OWN_SCENARIO: Final = "own_scenario"
OWN_SCENARIO_FILE: Final = "own_scenario_file"
OWN_SCENARIO_TABLE: Final = "own_scenario_table"
LEAVE_OUT: Final = "leave_out"
DESK: Final = "desk"
STORY: Final = "story_player"
OWN_STORY: Final = "own_story"
OWN_STORY_FILE: Final = "own_story_file"
OWN_BRIEFING: Final = "own_briefing"
STOPPED: Final = "stopped"


def widget_key(name: str) -> str:
    """Return the session key of the control for the setting ``name``."""
    return f"set_{name}"


def is_first(what: str) -> bool:
    """Return True the first time that ``what`` is asked about in this session."""
    key = f"seen_{what}"
    seen = key in st.session_state
    st.session_state[key] = True
    return not seen


def language() -> str:
    """Return the language that was chosen, or asked for in the address; English otherwise.

    It is known before the data are: what is said while they are read is said in it.
    """
    chosen = st.session_state.get(widget_key("lang")) or st.query_params.get("lang")
    return chosen if chosen in LANGUAGES else ENGLISH


def settings() -> Settings:
    """Return the settings of this run, as the sidebar left them."""
    found: Settings = st.session_state[SETTINGS]
    return found


def choose(name: str, value: object) -> None:
    """Set one setting from outside its control; call it in a callback, before controls run."""
    st.session_state[widget_key(name)] = value


def made_sizes() -> dict[tuple[str, Settings], int]:
    """Return how many bytes each file has that was made in this session, by format and view."""
    found: dict[tuple[str, Settings], int] = st.session_state.setdefault(MADE, {})
    return found


def own_scenario_text() -> str:
    """Return the TOML of the reader's own scenario, empty where there is none."""
    return str(st.session_state.get(OWN_SCENARIO, ""))


def keep_own_scenario(text: str) -> None:
    """Keep the reader's own scenario in this session; an empty text puts it away."""
    st.session_state[OWN_SCENARIO] = text


def desk() -> Desk:
    """Return what this session has of an organisation's own data; empty at first."""
    if DESK not in st.session_state:
        st.session_state[DESK] = Desk()
    found: Desk = st.session_state[DESK]
    return found


def keep_desk(found: Desk) -> None:
    """Keep a desk in this session, and in no other."""
    st.session_state[DESK] = found


def own_story_text() -> str:
    """Return the TOML of the reader's own story, empty where there is none."""
    return str(st.session_state.get(OWN_STORY, ""))


def keep_own_story(text: str) -> None:
    """Keep the reader's own story in this session; an empty text puts it away."""
    st.session_state[OWN_STORY] = text


def stop(work: str) -> None:
    """Note that long work was stopped by the reader; call it in a callback."""
    st.session_state[f"{STOPPED}_{work}"] = True


def go_on(work: str) -> None:
    """Note that it may be done again."""
    st.session_state[f"{STOPPED}_{work}"] = False


def is_stopped(work: str) -> bool:
    """Return whether long work was stopped and not asked for again."""
    return bool(st.session_state.get(f"{STOPPED}_{work}"))


def is_new_file(file_id: str) -> bool:
    """Return True the first time that an uploaded file is met in this session."""
    return is_first(f"file_{file_id}")


def ask_atlas(settings: Settings | None) -> None:
    """Ask for the atlas of a view as a book, or for it no longer; call it in a callback."""
    st.session_state[ATLAS] = settings


def asked_atlas() -> Settings | None:
    """Return the view whose atlas is being made, None where none is."""
    found: Settings | None = st.session_state.get(ATLAS)
    return found


def do_last(work: Callable[[], None]) -> None:
    """Have some long work done when the rest of the page and of the sidebar is drawn."""
    st.session_state[LAST] = work


def last_work() -> Callable[[], None] | None:
    """Return that work once, None where there is none."""
    found: Callable[[], None] | None = st.session_state.pop(LAST, None)
    return found
