"""The atlas as a book: asked for, made step by step with a way out, then there to be saved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import books, long_work
from dashboard.beside import beside
from dashboard.exports.formats import FORMATS, map_file_name
from dashboard.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streamlit.delta_generator import DeltaGenerator

    from dashboard.paper.atlas_book import Step
    from dashboard.settings import Settings

_NAME = "atlas"


def atlas_file(settings: Settings) -> None:
    """Offer to make the atlas of a view, to stop making it, or to save it.

    It is made when all else is drawn, in a thread of its own. Whatever is pressed meanwhile ends
    that run at once, and the next one goes on where the making was; to stop lets go of it.
    """
    made = books.made_atlas(settings)
    if made is not None:
        _save(made, settings)
    elif long_work.asked_atlas() == settings:
        _ask(_("Stop"), None, key="stop_atlas")
        long_work.do_last(partial(_make, settings, st.empty()))
    else:
        _ask(_("Make the atlas"), settings, key="make_atlas")


def _make(settings: Settings, progress: DeltaGenerator) -> None:
    share, told = 0.0, _("Reading the view …")
    progress.progress(share, told)
    for step in long_work.atlas_making(partial(_steps, settings)):
        if step and step.next:
            share, told = step.done / step.steps, _told(step)
        progress.progress(share, told)
    long_work.ask_atlas(None)
    st.rerun()


def _steps(settings: Settings) -> Iterator[Step | None]:
    return beside(books.atlas_steps(settings))


def _told(step: Step) -> str:
    words = _("{done} of {steps}: {name}")
    return words.format(done=step.done, steps=step.steps, name=step.next)


def _ask(words: str, settings: Settings | None, *, key: str) -> None:
    st.button(words, on_click=long_work.ask_atlas, args=(settings,), key=key, width="stretch")


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
