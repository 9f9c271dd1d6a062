"""What is filtered, above the content of a page: one chip for each value, which removes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h
import streamlit as st

from dashboard import controls, session
from dashboard.filter_words import DATED, LABELS, MEANINGS, chosen
from dashboard.language import _
from dashboard.panels.shown import show
from dashboard.plain import plain

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.settings import Settings


def filter_chips(atlas: Atlas, settings: Settings, page: str) -> None:
    """Draw a chip for each value that does something on ``page``, and name those that do not.

    The place is kept when there are none, at no height: what comes after it must not move in the
    tree of the page, or the browser would make the map anew.
    """
    used = {*MEANINGS[page], *(["date"] if page in DATED else [])}
    chips = list(chosen(atlas, settings)) if used else []
    row = st.container(key=session.CHIPS, horizontal=True, vertical_alignment="center", gap="small")
    with row:
        for name, value, words in chips:
            if name in used:
                _chip(atlas, name, value, words)
        if chips:
            st.button(
                _("Clear all"),
                key="clear_all",
                on_click=controls.clear,
                args=(atlas.choices,),
                type="tertiary",
            )
        idle = [f"{_(LABELS[name])}: {words}" for name, _value, words in chips if name not in used]
        if idle:
            said = _("Set, but without effect on this page: {filters}.")
            show(h.span(".atlas-dim")[said.format(filters="; ".join(idle))])


def _chip(atlas: Atlas, name: str, value: str, words: str) -> None:
    st.button(
        plain(_("{filter}: {value}").format(filter=_(LABELS[name]), value=words)),
        key=f"chip_{name}_{value}",
        help=_("Remove this filter"),
        icon=":material/close:",
        icon_position="right",
        on_click=controls.remove,
        args=(name, value, atlas.choices),
    )
