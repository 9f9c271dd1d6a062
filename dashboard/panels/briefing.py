"""A story on the screen: which one, its steps in one component, and its files."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from dashboard import assets, long_work, session, story_doors, story_session
from dashboard.briefing.errors import StoryError
from dashboard.briefing.formats import FORMATS, file_name
from dashboard.briefing.payload import story_payload
from dashboard.briefing.resolve import brief
from dashboard.briefing.stories import shipped_story
from dashboard.briefing.story_file import story_file
from dashboard.hinge import HINGE
from dashboard.language import _, current, decimal
from dashboard.panels.own_story import read_own_story
from dashboard.panels.progress import with_progress
from dashboard.panels.shown import show
from dashboard.panels.story_refusal import refusal_panel
from dashboard.settings import OWN_STORY, STEPS, STORIES

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.briefing.briefing import Briefing
    from dashboard.briefing.story import Story
    from dashboard.settings import Settings

_MEGABYTE: Final = 1_000_000
_COMMAND: Final = (
    "python -m uv run python -m dashboard brief --story FILE.toml --lang en --format html --out ."
)
_mount = st.components.v2.component("corridor_atlas_briefing", js=HINGE)


def choose_story() -> None:
    """Draw the choice of a story; one that a reader brought in comes last."""
    own = story_session.own_story_text()
    names = [name for name in STORIES if name != OWN_STORY or own]
    titles = {**story_doors.story_titles(current()), OWN_STORY: _("Your own")}
    key = session.widget_key("story")
    if st.session_state[key] not in names:
        session.choose("story", names[0])
    st.segmented_control(
        _("Story"),
        names,
        format_func=titles.__getitem__,
        key=key,
        label_visibility="collapsed",
        required=True,
        on_change=session.choose,
        args=("step", STEPS[0]),
    )


def resolved_story(atlas: Atlas, settings: Settings) -> Briefing | None:
    """Return the story that is chosen, resolved; None while it cannot be, with the reason shown."""
    try:
        if settings.story == OWN_STORY:
            return _own(atlas, settings)
        kept = story_doors.briefing(settings.story, settings.lang)
        if kept:
            return kept
        story = shipped_story(atlas, settings.story)
        made = with_progress(brief(atlas, story, settings.lang), f"brief_{story.name}")
        return story_doors.keep_briefing(made) if made else None
    except StoryError as refusal:
        show(refusal_panel(refusal))
        return None


def show_story(briefing: Briefing, settings: Settings) -> None:
    """Draw the steps; the browser moves between them by itself, and the step follows here."""
    _mount(
        key=f"{session.STORY}_{briefing.name}",
        data={
            "module": assets.bundle_url("briefing.js"),
            "network": assets.publish(story_doors.story_network(briefing), ".json"),
            "step": int(settings.step),
            **_told(briefing, settings),
        },
        on_step_change=partial(_follow, f"{session.STORY}_{briefing.name}"),
    )


def story_files(atlas: Atlas, briefing: Briefing, settings: Settings) -> None:
    """Offer the story as a file in each format; a file is made when it is asked for."""
    if settings.story == OWN_STORY:
        st.caption(
            _(
                "A file of your own story is made on the command line, so that it never leaves "
                "this machine by way of the browser: {command}"
            ).format(command=f"`{_COMMAND}`")
        )
        return
    for name, made in FORMATS.items():
        button, line = st.columns([0.25, 0.75], vertical_alignment="center")
        body = story_doors.briefing_file(briefing, name)
        line.caption(f"{_(made.line)} {_size(body)}")
        if body:
            button.download_button(
                _("Save {format}").format(format=_(made.title)),
                body,
                file_name(briefing, name),
                mime=made.mime,
                on_click="ignore",
                width="stretch",
                key=f"save_{name}",
            )
        elif button.button(
            _("Make {format}").format(format=_(made.title)),
            on_click=long_work.go_on,
            args=(f"file_{name}",),
            width="stretch",
            key=f"make_{name}",
        ):
            with line:
                told = (shipped_story(atlas, briefing.name), briefing)
                making = story_file(atlas, told, name, story_doors.keep_briefing)
                whole = with_progress(making, f"file_{name}")
            if whole:
                story_doors.keep_briefing_file(briefing, name, whole)
                st.rerun()


def _own(atlas: Atlas, settings: Settings) -> Briefing | None:
    """Return the reader's own story, resolved; it is kept in this session alone."""
    story: Story | None = read_own_story(atlas)
    if story is None:
        return None
    kept = st.session_state.get(session.OWN_BRIEFING)
    key = (story_session.own_story_text(), settings.lang)
    if kept and kept[0] == key:
        own: Briefing = kept[1]
        return own
    made = with_progress(brief(atlas, story, settings.lang), "brief_own")
    if made:
        st.session_state[session.OWN_BRIEFING] = (key, made)
    return made


def _told(briefing: Briefing, settings: Settings) -> dict[str, Any]:
    """Return the story itself where it is a reader's own, else the address that all share."""
    if settings.story == OWN_STORY:
        return {"story": json.loads(json.dumps(story_payload(briefing)))}
    return {"story_address": assets.publish(story_doors.story_payload(briefing), ".json")}


def _follow(key: str) -> None:
    """Make the step that the browser shows the step of the session, where it is one."""
    told = st.session_state.get(key) or {}
    if str(told.get("step")) in STEPS:
        session.choose("step", str(told["step"]))


def _size(body: bytes | None) -> str:
    return _("({size} MB)").format(size=decimal(len(body) / _MEGABYTE)) if body else ""
