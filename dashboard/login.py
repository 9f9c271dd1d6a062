"""The login that a server needs when other machines can reach it."""

from __future__ import annotations

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from dashboard.language import _


def is_set_up() -> bool:
    """Return whether an identity provider is configured in ``.streamlit/secrets.toml``."""
    try:
        return "auth" in st.secrets
    except StreamlitSecretNotFoundError:
        return False


def require() -> None:
    """Stop the run at a log-in button until the visitor is logged in; nothing to do without one."""
    if not is_set_up() or st.user.is_logged_in:
        return
    st.title("Corridor Atlas")
    st.button(_("Log in"), on_click=st.login)
    st.stop()
