"""The atlas as a book: asked for, made step by step with a way out, then there to be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import doors, session
from dashboard.exports.formats import FORMATS, map_file_name
from dashboard.language import _, speaking

if TYPE_CHECKING:
    from dashboard.settings import Settings

_NAME = "atlas"


@st.fragment
def atlas_file(settings: Settings) -> None:
    """Offer the atlas of a view; while it is made, say how far it is and offer to stop.

    To stop is to press a button: the run that makes the book ends at its next step.
    """
    with speaking(settings.lang):
        made = doors.made_atlas(settings)
        if made is not None:
            _save(made, settings)
        elif session.asked_atlas() == settings:
            _make(settings)
        else:
            st.button(
                _("Make the atlas"),
                on_click=session.ask_atlas,
                args=(settings,),
                key="make_atlas",
                width="stretch",
            )


def _make(settings: Settings) -> None:
    st.button(
        _("Stop"), on_click=session.ask_atlas, args=(None,), key="stop_atlas", width="stretch"
    )
    bar = st.progress(0.0, _("Reading the view …"))
    for step in doors.atlas_steps(settings):
        told = _("{done} of {steps}: {name}").format(
            done=step.done, steps=step.steps, name=step.next
        )
        bar.progress(step.done / step.steps, told if step.next else "")
    session.ask_atlas(None)
    st.rerun(scope="fragment")


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
