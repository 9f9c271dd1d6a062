"""A story of the reader's own: from a file, or step by step from the present view; session only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import long_work, session, story_session
from dashboard.briefing.draft import Draft, heading_of, steps_of
from dashboard.briefing.stories import known
from dashboard.briefing.story import Texts, parse_story
from dashboard.briefing.story_edit import headed
from dashboard.briefing.story_toml import new_story, with_step
from dashboard.language import LANGUAGES, _, current, integer, speaking
from dashboard.panels.look_choice import frame, look_choice
from dashboard.panels.moved_map import ask_browser
from dashboard.panels.own_story_steps import heading_of_story, kept_where_told, steps_of_story
from dashboard.panels.story_form import step_form
from dashboard.panels.story_help import figures_for_sentences, names_for_files
from dashboard.settings import MOST_STEPS, OWN_STORY

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
    text = story_session.own_story_text()
    name = story_session.own_story_name()
    return parse_story(text, OWN_STORY, known(atlas), called=name) if text else None


def own_story(atlas: Atlas, settings: Settings) -> None:
    """Draw the ways to bring in a story, to write one, to change it and to put it away."""
    ask_browser()
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
            text = given.getvalue().decode("utf-8", errors="replace")
            story_session.keep_own_story(text, given.name)
            long_work.go_on("brief_own")
            st.rerun()
        text = story_session.own_story_text()
        if text:
            heading_of_story(atlas, text)
        figures_for_sentences(atlas)
        _add_step(atlas, settings)
        st.caption(
            _(
                "A step shows the published evidence: your own legs, assessments and scenarios are "
                "in no story made here. “Share coarsely” of the page My data makes a briefing with "
                "your own corridors, on its map and in its words."
            )
        )
        if text:
            steps_of_story(atlas, settings, text)
            st.button(
                _("Put it away"), on_click=story_session.keep_own_story, args=("",), key="no_story"
            )
            st.code(text, language="toml", wrap_lines=True)
        names_for_files()


def _add_step(atlas: Atlas, settings: Settings) -> None:
    """Draw the form that makes a step of the view that the page Map shows now."""
    text = story_session.own_story_text()
    number = len(steps_of(text)) + 1
    if number > MOST_STEPS:
        words = _("A story has at most {most} steps: take one away to add another.")
        st.info(words.format(most=integer(MOST_STEPS)))
        return
    with st.form(f"own_story_step_{story_session.story_changes()}", border=True):
        words = _("A new step")
        st.markdown(f"**{words}**")
        lang = heading_of(text, current()).lang
        filled = step_form("new", Draft(lang=lang))
        look = look_choice(atlas, "new", is_new=True)
        if st.form_submit_button(_("Add the present view of the page Map as a step")):
            longer = with_step(
                text or _begun(lang),
                filled.draft,
                settings,
                bounds=frame(atlas, settings, look),
                choices=atlas.choices,
            )
            kept_where_told(atlas, longer, number, filled)


def _begun(lang: str) -> str:
    """Return a story without a step, under a title in every language."""
    texts = {}
    for one in LANGUAGES:
        with speaking(one):
            texts[one] = Texts(title=_("My story"))
    own = texts.pop(lang)
    return headed(new_story(own.title, lang), Draft(lang=lang, texts=own, others=texts))
