"""The steps of a reader's own story: moved, taken away, said otherwise; a fault stands at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard import long_work, session
from dashboard.briefing.errors import StoryError
from dashboard.briefing.resolve import check_figures
from dashboard.briefing.stories import known
from dashboard.briefing.story import Texts, parse_story
from dashboard.briefing.story_edit import (
    moved_step,
    reworded_step,
    step_alone,
    texts_of_steps,
    without_step,
)
from dashboard.briefing.story_part import MOST_LETTERS, MOST_SENTENCES
from dashboard.language import N_, _, integer, told
from dashboard.plain import plain
from dashboard.settings import OWN_STORY

if TYPE_CHECKING:
    from dashboard.atlas import Atlas

_TITLES: Final = {
    "title": N_("Title of the step"),
    "say": N_("Sentences, one on each line, at most four"),
    "notes": N_("Notes for the speaker"),
}
_NOTHING: Final = Texts(title="")


def steps_of_story(atlas: Atlas, text: str) -> None:
    """Draw the choice of a step and what can be done with it; nothing where no step is found."""
    steps = texts_of_steps(text)
    if not steps:
        return
    if session.story_step() > len(steps):
        session.keep_story_step(len(steps))
    number = st.selectbox(
        _("Change a step"),
        range(1, len(steps) + 1),
        format_func=lambda one: f"{integer(one)}. {' '.join(steps[one - 1].title.split())}",
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
    with st.form(f"own_story_words_{number}_{session.story_changes()}", border=True):
        texts = step_words(f"of_{number}", steps[number - 1])
        is_asked, place = st.form_submit_button(_("Keep these words")), st.empty()
        if is_asked:
            with place:
                kept_where_told(atlas, reworded_step(text, number, texts), number)


def step_words(name: str, now: Texts = _NOTHING) -> Texts:
    """Draw the fields for the words of a step, filled with those of now; return what they hold."""
    key = f"own_story_{name}_{session.story_changes()}"
    fields = (
        (st.text_input, "title", now.title, MOST_LETTERS["title"]),
        (st.text_area, "say", "\n".join(now.say), MOST_SENTENCES * MOST_LETTERS["say"]),
        (st.text_area, "notes", now.notes, MOST_LETTERS["notes"]),
    )
    # What is too long was refused: of it, what a field can hold is offered to be mended.
    title, say, notes = (
        draw(_(_TITLES[field]), held[:most], max_chars=most, key=f"{key}_{field}")
        for draw, field, held, most in fields
    )
    lines = tuple(line.strip() for line in say.splitlines() if line.strip())
    return Texts(title=title, say=lines, notes=notes.strip())


def kept_where_told(atlas: Atlas, text: str, number: int) -> None:
    """Keep the text of a story whose step of that number can be told; else say what is wrong.

    Other steps are not looked at: they may be mended after it.
    """
    try:
        alone = parse_story(step_alone(text, number), OWN_STORY, known(atlas))
        with st.spinner(_("Computing the figures …")):
            check_figures(atlas, alone)
    except StoryError as refusal:
        st.error(plain(_at_the_field(refusal)))
        return
    session.keep_own_story(text)
    long_work.go_on("brief_own")
    st.rerun()


def _at_the_field(refusal: StoryError) -> str:
    return _("{name}: found {found}, expected {expected}.").format(
        name=_(_TITLES.get(refusal.field, "")) or told(refusal.field),
        found=told(refusal.found),
        expected=told(refusal.expected),
    )


def _move(number: int, by: int) -> None:
    _keep(moved_step(session.own_story_text(), number, by), number + by)


def _take_away(number: int) -> None:
    """Keep the story without a step; one that has no other is put away."""
    text = session.own_story_text()
    left = len(texts_of_steps(text)) - 1
    _keep(without_step(text, number) if left else "", max(1, min(number, left)))


def _keep(text: str, number: int) -> None:
    session.keep_own_story(text)
    session.keep_story_step(number)
    long_work.go_on("brief_own")
