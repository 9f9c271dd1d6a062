"""The keys of the session, in one place, and the settings of the present run."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final, TypeVar

import streamlit as st

from dashboard.language import ENGLISH, LANGUAGES
from dashboard.workspace.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence

    from dashboard.settings import Settings
    from intake.files.findings import Question

Made = TypeVar("Made")

SETTINGS: Final = "settings"
NOTICES: Final = "notices"
DRAWN: Final = "drawn_page_and_language"
MAP: Final = "atlas_map"
DATE_RAIL: Final = "date_rail"
CHIPS: Final = "chips"
MORE_FILTERS: Final = "more_filters"
COUNTRY_TABLE: Final = "country_table"
CITE: Final = "cite"
PAPER_HEAD: Final = "paper_head"
CITE_BOX: Final = "cite_box"
PAGE_CITATION_STYLE: Final = "page_citation_style"
CITATION_STYLE: Final = "citation_style"
MADE: Final = "made_files"
WENT_TO_PROSE: Final = "went_to_prose"
ATLAS: Final = "atlas_asked"
ATLAS_MAKING: Final = "atlas_making"
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
OWN_STORY_NAME: Final = "own_story_name"
MOVED_MAP: Final = "moved_map"
MOVED_TO: Final = "moved_to"
OWN_STORY_STEP: Final = "own_story_step"
OWN_STORY_CHANGES: Final = "own_story_changes"
OWN_STORY_BROUGHT: Final = "own_story_brought"
STOPPED: Final = "stopped"
OWN_SECTION: Final = "own_section"
OWN_FILE: Final = "own_file"
OWN_RAW: Final = "own_raw"
OWN_SAID: Final = "own_said"
OWN_EDITS: Final = "own_edits"
OWN_LEG: Final = "own_leg"
OWN_ON_MAP: Final = "own_on_map"
OWN_DRAFT: Final = "own_draft"
OWN_GIVEN: Final = "own_given"
VIEW_ASKED: Final = "view_asked"


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


def held(name: str) -> Any:  # noqa: ANN401 - one of the types of Settings
    """Return what is chosen for a setting, for its control to begin with.

    A run that a click cuts short may make a control and not send it. Its browser then meets the
    control first as a later run leaves it alone, begins with its default, and answers with that.
    """
    return st.session_state[widget_key(name)]


def choose(name: str, value: object) -> None:
    """Set one setting from outside its control; call it in a callback, before controls run."""
    st.session_state[widget_key(name)] = value
    if name == "leg":
        st.session_state[OWN_LEG] = ""  # one leg is open at a time


def ask_view(view: Mapping[str, Sequence[str]]) -> None:
    """Ask for a view, written as in an address; the next run begins with it."""
    st.session_state[VIEW_ASKED] = view


def view_asked() -> Mapping[str, Sequence[str]] | None:
    """Return the view that was asked for, once; None where none was."""
    found: Mapping[str, Sequence[str]] | None = st.session_state.pop(VIEW_ASKED, None)
    return found


def made_sizes() -> dict[tuple[str, Settings], int]:
    """Return how many bytes each file has that was made in this session, by format and view."""
    found: dict[tuple[str, Settings], int] = st.session_state.setdefault(MADE, {})
    return found


def own_scenario_text() -> str:
    """Return the TOML of the reader's own scenario, empty where there is none."""
    return str(st.session_state.get(OWN_SCENARIO, ""))


def go_to_prose() -> None:
    """Open the map in words and ask for the keyboard to go there; call it in a callback."""
    choose("listing", "words")
    st.session_state[WENT_TO_PROSE] = times_gone_to_prose() + 1


def times_gone_to_prose() -> int:
    """Return how often a reader asked to go to the map in words."""
    return int(st.session_state.get(WENT_TO_PROSE, 0))


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


def remembered(name: str, made_from: tuple[object, ...], make: Callable[[], Made]) -> Made:
    """Return what this session made of the same things before, else make it; one for each name.

    It is the cache of what belongs to one person. Texts, dates and numbers are the same when they
    are equal, everything else when it is the same object.
    """
    key = f"remembered_{name}"
    held = st.session_state.get(key)
    if held is None or not _same(held[0], made_from):
        held = st.session_state[key] = (made_from, make())
    made: Made = held[1]
    return made


def keep_choice(name: str, options: Container[object] | None = None) -> None:
    """Keep what was chosen in a widget that is not on every page; call it before the widget.

    Of a choice of several, those that are among ``options`` no longer are let go.
    """
    chosen = st.session_state.get(name, st.session_state.get(f"kept_{name}"))
    if chosen is None:
        return
    if options is not None:
        chosen = [one for one in chosen if one in options]
    st.session_state[name] = st.session_state[f"kept_{name}"] = chosen


def forget(*names: str) -> None:
    """Let go of what `remembered` holds under these names."""
    for name in names:
        st.session_state.pop(f"remembered_{name}", None)


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return len(one) == len(other) and all(
        a is b or (isinstance(a, str | int | dt.date) and a == b)
        for a, b in zip(one, other, strict=True)
    )


def answer_key(mark: str, question: str) -> str:
    """Return the session key of the answer to a question of the file ``mark``."""
    return f"own_answer_{mark}_{question}"


def mapping_key(mark: str, field: str) -> str:
    """Return the session key of the column that is chosen for a field of the file ``mark``."""
    return f"own_column_{mark}_{field}"


def questions_of_file(mark: str) -> dict[str, Question]:
    """Return every question that the file ``mark`` has raised so far, by key."""
    found: dict[str, Question] = st.session_state.setdefault(f"own_asked_{mark}", {})
    return found


def asked_of_file(mark: str, questions: Iterable[Question]) -> None:
    """Note the questions of a file: one that was answered stays on the page, to be changed."""
    for question in questions:
        questions_of_file(mark).setdefault(question.key, question)


def answers_of_file(mark: str) -> dict[str, str]:
    """Return the answers given so far, by the key of the question."""
    given = {key: st.session_state.get(answer_key(mark, key)) for key in questions_of_file(mark)}
    return {key: str(value) for key, value in given.items() if value}


def mapping_of_file(mark: str) -> dict[str, str]:
    """Return the columns that a person has chosen for fields of a file, instead of the guess."""
    found: dict[str, str] = st.session_state.setdefault(f"own_mapping_{mark}", {})
    return dict(found)


def choose_mapping(mark: str, field: str) -> None:
    """Keep the column that was just chosen for a field; call it in the callback of its control."""
    chosen = {field: str(st.session_state[mapping_key(mark, field)])}
    st.session_state[f"own_mapping_{mark}"] = mapping_of_file(mark) | chosen


def say(words: str) -> None:
    """Keep a sentence on an organisation's own data until the page has shown it."""
    st.session_state[OWN_SAID] = words


def edits() -> int:
    """Return how often a table of own records was changed: its editor starts anew after each."""
    return int(st.session_state.get(OWN_EDITS, 0))


def count_edit() -> None:
    """Note that a table of own records was changed."""
    st.session_state[OWN_EDITS] = edits() + 1


def said_last() -> str:
    """Return the sentence that was kept, once."""
    return str(st.session_state.pop(OWN_SAID, ""))


def is_new_file(file_id: str) -> bool:
    """Return True the first time that an uploaded file is met in this session."""
    return is_first(f"file_{file_id}")
