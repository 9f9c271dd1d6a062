"""The atlas as a book: asked for, made step by step with a way out, then there to be saved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import books, session
from dashboard.exports.formats import FORMATS, map_file_name
from dashboard.language import _

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from dashboard.settings import Settings

_NAME = "atlas"


def atlas_file(settings: Settings) -> None:
    """Offer to make the atlas of a view, to stop making it, or to save it.

    It is made when all else is drawn. Whatever is pressed meanwhile ends that run at its next
    step; to stop is just such a button.
    """
    made = books.made_atlas(settings)
    if made is not None:
        _save(made, settings)
    elif session.asked_atlas() == settings:
        _ask(_("Stop"), None, key="stop_atlas")
        session.do_last(partial(_make, settings, st.empty()))
    else:
        _ask(_("Make the atlas"), settings, key="make_atlas")


def _make(settings: Settings, progress: DeltaGenerator) -> None:
    progress.progress(0.0, _("Reading the view …"))
    for step in books.atlas_steps(settings):
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
