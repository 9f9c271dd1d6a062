"""Keep own data between days: create, open, save, close, and what else is done while it is open."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard import session
from dashboard.language import _
from dashboard.panels.own_data.conflicts import conflicts
from dashboard.panels.own_data.passphrase import differ, passphrase, unlock_again, with_hint
from dashboard.panels.own_data.refusals import refusal_said
from dashboard.panels.own_data.sitting import come_back, with_session
from dashboard.panels.own_data.versions import versions
from dashboard.workspace.desk import Desk, opened
from dashboard.workspace.file_store import FileStore
from dashboard.workspace.files import made_folder, workspace_folder, workspace_names, workspace_path
from dashboard.workspace.model import joined

if TYPE_CHECKING:
    from dashboard.workspace.store import Store

_DATABASE: Final = "DATABASE_URL"


def keeping() -> None:
    """Draw what can be done with the workspace now."""
    if session.desk().store is None:
        _closed()
    else:
        _open()


def _closed() -> None:
    st.caption(
        _(
            "A workspace is one file on this machine that only your passphrase opens. Without one, "
            "everything you bring in is gone when this session ends. Files are kept in {folder}."
        ).format(folder=f"`{workspace_folder()}`")
    )
    if os.environ.get(_DATABASE):
        st.button(_("Open the shared workspace"), on_click=_open_shared)
    one, other = st.columns(2, gap="large")
    with one:
        _create_form()
    with other:
        _open_form()


def _create_form() -> None:
    with st.form("own_create", clear_on_submit=True):
        st.subheader(_("Create a workspace"))
        name = st.text_input(_("Name of the file"), max_chars=40)
        first = st.text_input(_("Passphrase"), type="password", max_chars=200)
        again = st.text_input(_("Passphrase again"), type="password", max_chars=200)
        st.caption(_("A lost passphrase cannot be recovered by anybody. Write it on paper."))
        asked = st.form_submit_button(_("Create and save"), type="primary")
    if not asked or differ(first, again):
        return
    with refusal_said(), st.spinner(_("Sealing …")):
        made_folder()
        whole = with_session(session.desk().workspace, is_shared=False)
        store = FileStore.create(workspace_path(name), first, workspace=whole)
        session.keep_desk(opened(store))
        session.say(with_hint(_("The workspace was created."), first))
    st.rerun()


def _open_form() -> None:
    names = workspace_names()
    with st.form("own_open", clear_on_submit=True):
        st.subheader(_("Open a workspace"))
        name = st.selectbox(
            _("File"), names, placeholder=_("There is none yet."), disabled=not names
        )
        typed = st.text_input(_("Its passphrase"), type="password", max_chars=200, key="own_unlock")
        asked = st.form_submit_button(_("Open the workspace"), disabled=not names)
    if asked and name:
        with refusal_said(), st.spinner(_("Opening …")):
            _put_on_desk(FileStore.unlock(workspace_path(name), typed))
        st.rerun()


def _open_shared() -> None:
    # The driver of the database is an extra that most installations do without.
    from dashboard.workspace.database_store import shared_store  # noqa: PLC0415

    store = shared_store()
    if store:
        with refusal_said():
            _put_on_desk(store)


def _put_on_desk(store: Store) -> None:
    """Open a store; what was brought in before it was open is added to it, not saved yet."""
    before, desk = session.desk().workspace, opened(store)
    come_back(desk)
    if any(len(before.table(name)) for name in ("legs", "places", "notes", "overrides")):
        desk = desk.with_workspace(joined(desk.workspace, before))
    session.keep_desk(desk)
    session.say(_("The workspace is open."))


def _open() -> None:
    desk = session.desk()
    unlock_again(desk)
    whole = with_session(desk.workspace, is_shared=bool(desk.store and desk.store.is_shared))
    is_kept = desk.is_saved and whole is desk.workspace
    save, close, drop = st.columns([0.2, 0.2, 0.6])
    save.button(_("Save"), on_click=_save, type="primary", disabled=is_kept, width="stretch")
    close.button(_("Save and close"), on_click=_save_and_close, width="stretch")
    drop.button(
        _("Close without saving"), on_click=session.keep_desk, args=(Desk(),), type="tertiary"
    )
    st.caption(
        _(
            "Records, own assessments and your own scenarios are saved; in a file also the date, "
            "the index and the filters of this session, which come back when it is opened."
        )
    )
    conflicts(desk)
    versions(desk)
    passphrase(desk)


def _saved() -> Desk:
    desk = session.desk()
    shared = bool(desk.store and desk.store.is_shared)
    return desk.with_workspace(with_session(desk.workspace, is_shared=shared)).saved()


def _save() -> None:
    with refusal_said():
        session.keep_desk(_saved())
        session.say(_("Saved."))


def _save_and_close() -> None:
    with refusal_said():
        _saved()
        session.keep_desk(Desk())
        session.say(_("Saved and closed."))
