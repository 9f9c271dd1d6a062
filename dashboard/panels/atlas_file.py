"""The atlas as a book: asked for, made step by step with a way out, then there to be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import doors, session
from dashboard.exports.formats import FORMATS, map_file_name
from dashboard.language import _

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from dashboard.settings import Settings

_NAME = "atlas"


def atlas_button(settings: Settings) -> DeltaGenerator | None:
    """Offer to make the atlas of a view, to stop making it, or to save it.

    Returns
    -------
    DeltaGenerator | None
        Where its progress is to be shown, if it has been asked for and is not made yet.
    """
    made = doors.made_atlas(settings)
    if made is not None:
        _save(made, settings)
        return None
    if session.asked_atlas() == settings:
        _ask(_("Stop"), None, key="stop_atlas")
        return st.empty()
    _ask(_("Make the atlas"), settings, key="make_atlas")
    return None


def make_atlas(settings: Settings, progress: DeltaGenerator) -> None:
    """Make the atlas step by step, then draw the page again; call it when the page is drawn.

    Whatever is pressed meanwhile ends this run at its next step; to stop is just such a button.
    """
    progress.progress(0.0, _("Reading the view …"))
    for step in doors.atlas_steps(settings):
        told = _("{done} of {steps}: {name}").format(
            done=step.done, steps=step.steps, name=step.next
        )
        progress.progress(step.done / step.steps, told if step.next else "")
    session.ask_atlas(None)
    st.rerun()


def _ask(words: str, settings: Settings | None, *, key: str) -> None:
    st.button(words, on_click=session.ask_atlas, args=(settings,), key=key, width="stretch")


def _save(made: bytes, settings: Settings) -> None:
    st.download_button(
        _("Save the atlas"),
        made,
        map_file_name(settings, _NAME),
        mime=FORMATS[_NAME].mime,
        on_click="ignore",
        key=f"download_{_NAME}",
        width="stretch",
        type="primary",
    )
