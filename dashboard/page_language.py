"""Tells the browser which language the page speaks, for screen readers, fonts and line breaks."""

from __future__ import annotations

from typing import Final

import streamlit as st

from dashboard.language import current

# A constant: no text from data ever becomes script. Streamlit itself always says English.
_SET: Final = "export default ({ data }) => { document.documentElement.lang = data.lang; };"

_mount = st.components.v2.component("corridor_atlas_language", js=_SET)


def tell_browser() -> None:
    """Make the language of the run that of the page."""
    _mount(key="page_language", data={"lang": current()}, height=1)
