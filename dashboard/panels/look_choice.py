"""The choice of where the map of a step looks, in words; and the frame that a choice stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard import doors, story_session
from dashboard.briefing.frames import LOOKS
from dashboard.briefing.look import frame_of_box, frame_of_legs, look_of
from dashboard.language import N_, _
from dashboard.maps.country_map import window_around
from dashboard.panels.moved_map import moved_frame

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.briefing.briefing import Bounds
    from dashboard.settings import Settings

KEPT: Final = "kept"
_VIEW: Final = "view"
_MOVED: Final = "moved"
_COUNTRY, _CORRIDOR = "country:", "corridor:"
_WORDS: Final = {
    KEPT: N_("Where it looks now"),
    _MOVED: N_("Where you moved the map of the page Map"),
    _VIEW: N_("The corridor brought forward, else the legs that the filters leave"),
    "region": N_("The whole region"),
    "world": N_("The whole world"),
}


def look_choice(atlas: Atlas, name: str, *, is_new: bool) -> str:
    """Draw the choice of where the map of a step looks; return what is chosen."""
    first = [_MOVED] if moved_frame() else []
    first = [*first, _VIEW] if is_new else [KEPT, *first]
    names = {f"{_COUNTRY}{one}": atlas.names()[one] for one in atlas.choices.country}
    names |= {f"{_CORRIDOR}{one}": atlas.corridor_names[one] for one in atlas.choices.corridor}
    words = {one: _(_WORDS[one]) for one in (*first, *LOOKS)} | names
    # A map that is moved meanwhile offers one choice more: the field is another one then.
    key = f"own_story_{name}_{story_session.story_changes()}_look_{len(first)}"
    return st.selectbox(
        _("Where the map looks"), list(words), format_func=words.__getitem__, key=key
    )


def frame(atlas: Atlas, settings: Settings, choice: str) -> Bounds | None:
    """Return the frame that a choice stands for, None for the whole region."""
    if choice == _MOVED:
        return moved_frame()
    if choice.startswith(_COUNTRY):
        around = window_around(doors.boundaries().geometry[choice.removeprefix(_COUNTRY)])
        return frame_of_box((around.west, around.south, around.east, around.north))
    if choice.startswith(_CORRIDOR):
        own = atlas.legs["corridor_id"] == choice.removeprefix(_CORRIDOR)
        return frame_of_legs(atlas, own.to_numpy())
    if choice == _VIEW:
        return look_of(atlas, doors.readings(settings.recipe, settings.date), settings)
    return LOOKS[choice]
