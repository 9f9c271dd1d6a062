"""Draws a panel on the page; no date and no range of figures in it is broken over two lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import htpy as h
import streamlit as st

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

_BETWEEN_TAGS: Final = re.compile(r"(?<=>)[^<]+")
# 2023-10-09, 1999-2001, 2008–2012, 200–600: browsers break a line behind each of the strokes.
_RANGE: Final = re.compile(r"\b\d[\d,.]*(?:[-–/]\d[\d,.]*)+")


def show(*panels: h.Node, place: DeltaGenerator | None = None) -> None:
    """Draw panels under each other, where the page is or in a place of it."""
    html = unbroken(str(h.fragment[panels]))
    if place:
        place.html(html)
    else:
        st.html(html)


def show_hint(words: str) -> None:
    """Say how the page is used: a caption on the screen, nothing on paper."""
    show(h.p(".atlas-hint")[words])


def unbroken(html: str) -> str:
    """Return HTML in whose text a line never ends inside a date or a range of figures.

    Examples
    --------
    >>> unbroken('<p title="1-2">From 1999-2001.</p>')
    '<p title="1-2">From <span class="atlas-date">1999-2001.</span></p>'

    """
    return _BETWEEN_TAGS.sub(
        lambda text: _RANGE.sub(r'<span class="atlas-date">\g<0></span>', text[0]), html
    )
