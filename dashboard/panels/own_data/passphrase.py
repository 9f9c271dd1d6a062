"""Another passphrase for the workspace that is open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import session
from dashboard.language import _, told
from dashboard.panels.own_data.refusals import refusal_said
from dashboard.workspace.file_store import FileStore, passphrase_hint

if TYPE_CHECKING:
    from dashboard.workspace.desk import Desk


def passphrase(desk: Desk) -> None:
    """Draw the form that seals a file anew; a database has none."""
    if not isinstance(desk.store, FileStore):
        return
    with (
        st.expander(_("Change the passphrase")),
        st.form("own_passphrase", clear_on_submit=True),
    ):
        st.caption(
            _(
                "Every version is sealed anew. Copies of the file made before still open with the "
                "old passphrase. A lost passphrase cannot be recovered by anybody."
            )
        )
        first = st.text_input(_("New passphrase"), type="password", max_chars=200)
        again = st.text_input(_("New passphrase again"), type="password", max_chars=200)
        asked = st.form_submit_button(_("Change the passphrase"))
    if not asked or differ(first, again):
        return
    with refusal_said(), st.spinner(_("Sealing …")):
        desk.store.change_passphrase(first)
        session.say(with_hint(_("The passphrase was changed."), first))
    st.rerun()


def unlock_again(desk: Desk) -> None:
    """Draw the way on where another window has changed the passphrase: nothing typed is lost."""
    if not isinstance(desk.store, FileStore) or desk.store.still_opens:
        return
    st.warning(
        _(
            "The passphrase of this file was changed in another window. What you entered is still "
            "in this one."
        )
    )
    with st.form("own_unlock_again", clear_on_submit=True):
        typed = st.text_input(_("Its new passphrase"), type="password", max_chars=200)
        asked = st.form_submit_button(_("Unlock again"), type="primary")
    if not asked:
        return
    with refusal_said(), st.spinner(_("Opening …")):
        session.keep_desk(replace(desk, store=desk.store.unlocked_again(typed)))
        session.say(_("The file is unlocked. Save when you are ready."))
    st.rerun()


def differ(first: str, again: str) -> bool:
    """Return whether a passphrase was typed twice and not alike, and say so."""
    if first != again:
        st.error(_("The two passphrases differ. Type both again."))
    return first != again


def with_hint(words: str, passphrase: str) -> str:
    """Return words, and after them what would make a passphrase stronger, if anything would."""
    hint = passphrase_hint(passphrase)
    return f"{words} {told(hint)}" if hint else words
