"""A story of the reader's own: from a file, or step by step from the present view; session only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import long_work, session
from dashboard.briefing.figures import FIGURES
from dashboard.briefing.stories import known
from dashboard.briefing.story import LOOKS, StoryStep, parse_story
from dashboard.briefing.story_toml import new_story, with_step
from dashboard.briefing.tables import TABLES
from dashboard.language import _
from dashboard.settings import OWN_STORY
from dashboard.time_charts import TIME_CHARTS

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.briefing.story import Story
    from dashboard.settings import Settings


def read_own_story(atlas: Atlas) -> Story | None:
    """Return the story that the reader brought in, None where there is none.

    Raises
    ------
    StoryError
        It cannot be a story; step and field are named.
    """
    text = session.own_story_text()
    return parse_story(text, OWN_STORY, known(atlas)) if text else None


def own_story(atlas: Atlas, settings: Settings) -> None:
    """Draw the ways to bring in a story or to write one."""
    with st.expander(_("A story of your own")):
        st.caption(
            _(
                "It stays in this session, in the memory of this machine: it is not saved, not in "
                "the address, and nobody else sees it. Copy the text below to keep it."
            )
        )
        given = st.file_uploader(
            _("Read the TOML file of a story"),
            type=["toml"],
            key=session.OWN_STORY_FILE,
            max_upload_size=1,
        )
        if given is not None and session.is_new_file(given.file_id):
            _keep(given.getvalue().decode("utf-8", errors="replace"))
            st.rerun()
        _add_step(atlas, settings)
        st.caption(
            _(
                "A step shows the published evidence: your own legs, assessments and scenarios are "
                "in no story made here. “Share coarsely” of the page My data makes a briefing with "
                "your own corridors, on its map and in its words."
            )
        )
        if text := session.own_story_text():
            st.button(_("Put it away"), on_click=session.keep_own_story, args=("",), key="no_story")
            st.code(text, language="toml", wrap_lines=True)
        _help()


def _add_step(atlas: Atlas, settings: Settings) -> None:
    """Draw the form that makes a step of the view that the page Map shows now."""
    with st.form("own_story_step", border=True, clear_on_submit=True):
        title = st.text_input(_("Title of the step"), max_chars=90)
        say = st.text_area(_("Sentences, one on each line, at most four"), max_chars=1600)
        notes = st.text_area(_("Notes for the speaker"), max_chars=3000)
        if st.form_submit_button(_("Add the present view of the page Map as a step")):
            lines = tuple(line.strip() for line in say.splitlines() if line.strip())
            step = StoryStep(title=title, say=lines, notes=notes.strip(), view=settings)
            text = session.own_story_text() or new_story(_("My story"))
            _keep(with_step(text, step, atlas.choices))
            st.rerun()


def _keep(text: str) -> None:
    session.keep_own_story(text)
    st.session_state.pop(session.OWN_BRIEFING, None)
    long_work.go_on("brief_own")


def _help() -> None:
    st.caption(
        _(
            "A number in a sentence is written as a placeholder, such as {arrivals}, and taken "
            "from the evidence when the story is shown. Placeholders: {names}. Charts: {charts}. "
            "Tables: {tables}. Frames of the map: {looks}."
        ).format(
            arrivals="`{arrivals:2019}`",
            names=", ".join(f"`{name}`" for name in FIGURES),
            charts=", ".join(f"`{name}`" for name in TIME_CHARTS),
            tables=", ".join(f"`{name}`" for name in TABLES),
            looks=", ".join(f"`{name}`" for name in LOOKS),
        )
    )
