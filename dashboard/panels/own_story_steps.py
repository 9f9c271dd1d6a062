"""The steps of a reader's own story: moved, taken away, changed; a fault stands at its field."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import long_work, session, story_session
from dashboard.briefing.draft import heading_alone, heading_of, step_alone, steps_of
from dashboard.briefing.errors import StoryError
from dashboard.briefing.resolve import check_figures
from dashboard.briefing.stories import known
from dashboard.briefing.story import story_of
from dashboard.briefing.story_edit import changed_step, headed, moved_step, without_step
from dashboard.language import _, current, integer
from dashboard.panels.look_choice import KEPT, frame, look_choice
from dashboard.panels.story_form import HEADING, step_form, tell, words_of
from dashboard.settings import OWN_STORY

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.panels.story_form import Filled
    from dashboard.settings import Settings


def heading_of_story(atlas: Atlas, text: str) -> None:
    """Draw the form for what a story is called, in every language."""
    with st.form(f"own_story_heading_{story_session.story_changes()}", border=True):
        words = _("What the story is called")
        st.markdown(f"**{words}**")
        filled = words_of("heading", heading_of(text, current()), HEADING)
        if st.form_submit_button(_("Keep this title")):
            new = headed(text, filled.draft)
            try:
                story_of(heading_alone(new), OWN_STORY, known(atlas))
            except StoryError as refusal:
                tell(filled, refusal)
                return
            _shown(new)


def steps_of_story(atlas: Atlas, settings: Settings, text: str) -> None:
    """Draw the choice of a step and what can be done with it; nothing where no step is found."""
    steps = steps_of(text)
    if not steps:
        return
    if story_session.story_step() > len(steps):
        story_session.keep_story_step(len(steps))
    number = st.selectbox(
        _("Change a step"),
        range(1, len(steps) + 1),
        format_func=lambda one: f"{integer(one)}. {' '.join(steps[one - 1].texts.title.split())}",
        key=session.OWN_STORY_STEP,
    )
    earlier, later, away = st.columns(3)
    for place, words, by in ((earlier, _("Move earlier"), -1), (later, _("Move later"), 1)):
        place.button(
            words,
            on_click=partial(_move, number, by),
            disabled=not 1 <= number + by <= len(steps),
            key=f"own_story_move_{by}",
            width="stretch",
        )
    away.button(
        _("Take the step away"),
        on_click=partial(_take_away, number),
        key="own_story_take_away",
        width="stretch",
    )
    name = f"of_{number}"
    with st.form(f"own_story_words_{number}_{story_session.story_changes()}", border=True):
        filled = step_form(name, steps[number - 1])
        look = look_choice(atlas, name, is_new=False)
        if st.form_submit_button(_("Keep this step")):
            frames = [] if look == KEPT else [frame(atlas, settings, look)]
            kept_where_told(atlas, changed_step(text, number, filled.draft, frames), number, filled)


def kept_where_told(atlas: Atlas, text: str, number: int, filled: Filled) -> None:
    """Keep the text of a story whose step of that number can be told; else say what is wrong.

    Other steps are not looked at: they may be mended after it.
    """
    try:
        alone = story_of(step_alone(text, number), OWN_STORY, known(atlas))
        with st.spinner(_("Computing the figures …")):
            check_figures(atlas, alone)
    except StoryError as refusal:
        tell(filled, refusal)
        return
    _shown(text)


def _shown(text: str) -> None:
    """Keep the text of a story and show it."""
    story_session.keep_own_story(text)
    long_work.go_on("brief_own")
    st.rerun()


def _move(number: int, by: int) -> None:
    _keep(moved_step(story_session.own_story_text(), number, by), number + by)


def _take_away(number: int) -> None:
    """Keep the story without a step; one that has no other is put away."""
    text = story_session.own_story_text()
    left = len(steps_of(text)) - 1
    _keep(without_step(text, number) if left else "", max(1, min(number, left)))


def _keep(text: str, number: int) -> None:
    story_session.keep_own_story(text)
    story_session.keep_story_step(number)
    long_work.go_on("brief_own")
