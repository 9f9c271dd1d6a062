"""Hands something over as a file without an address: for what is restricted.

A download of Streamlit's own has an address that needs no cookie and outlives the session; this
file is made in the browser of the person who asks.
"""

from __future__ import annotations

import base64

import streamlit as st

from dashboard import assets
from dashboard.hinge import HINGE

_mount = st.components.v2.component("corridor_atlas_hand_over", js=HINGE)


def hand_over(label: str, *, name: str, content: bytes, media_type: str, key: str) -> None:
    """Draw a button that saves ``content`` as the file ``name``."""
    told = {
        "label": label,
        "name": name,
        "content": base64.b64encode(content).decode(),
        "type": media_type,
    }
    _mount(key=key, data={"module": assets.bundle_url("hand_over.js"), **told}, height=48)
