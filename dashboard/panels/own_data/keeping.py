"""Keep own data between days: create, open, save, older versions, restore, close."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard import session
from dashboard.language import _, integer, told
from dashboard.plain import plain
from dashboard.workspace.desk import Desk, opened
from dashboard.workspace.errors import WorkspaceError
from dashboard.workspace.file_store import FileStore, passphrase_hint
from dashboard.workspace.files import made_folder, workspace_folder, workspace_names, workspace_path
from dashboard.workspace.model import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.workspace.store import Store, Version

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
    if not asked:
        return
    if first != again:
        st.error(_("The two passphrases differ. Type both again."))
        return
    with _said(), st.spinner(_("Sealing …")):
        made_folder()
        store = FileStore.create(workspace_path(name), first, workspace=session.desk().workspace)
        session.keep_desk(opened(store))
        hint = passphrase_hint(first)
        session.say(" ".join([_("The workspace was created."), told(hint) if hint else ""]))
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
        with _said(), st.spinner(_("Opening …")):
            _put_on_desk(FileStore.unlock(workspace_path(name), typed))
        st.rerun()


def _open_shared() -> None:
    # The driver of the database is an extra that most installations do without.
    from dashboard.workspace.database_store import shared_store  # noqa: PLC0415

    store = shared_store()
    if store:
        with _said():
            _put_on_desk(store)


def _put_on_desk(store: Store) -> None:
    """Open a store; what was brought in before it was open is added to it, not saved yet."""
    before, desk = session.desk().workspace, opened(store)
    if any(len(before.table(name)) for name in ("legs", "places", "notes", "overrides")):
        desk = desk.with_workspace(joined(desk.workspace, before))
    session.keep_desk(desk)
    session.say(_("The workspace is open."))


def _open() -> None:
    desk = session.desk()
    save, close, drop = st.columns([0.2, 0.2, 0.6])
    save.button(_("Save"), on_click=_save, type="primary", disabled=desk.is_saved, width="stretch")
    close.button(_("Save and close"), on_click=_save_and_close, width="stretch")
    drop.button(
        _("Close without saving"), on_click=session.keep_desk, args=(Desk(),), type="tertiary"
    )
    if desk.kept and desk.kept.conflicts:
        st.warning(
            _(
                "Somebody else changed {number} of the same records meanwhile. Both versions are "
                "kept; the second one counts nowhere until you remove one of the two."
            ).format(number=integer(len(desk.kept.conflicts)))
        )
    st.subheader(_("Versions"))
    st.caption(_("Each save is a version. Restoring one makes it the newest; none is lost."))
    try:
        _versions(desk)
    except WorkspaceError as refused:
        st.error(plain(told(refused.sentence)))


def _versions(desk: Desk) -> None:
    readable = [one for one in (desk.store.versions() if desk.store else ()) if one.readable]
    if not readable:
        return
    words = {one.number: _words(one) for one in readable}
    one, button = st.columns([0.6, 0.4], vertical_alignment="bottom")
    number = one.selectbox(_("Version"), list(words), format_func=words.__getitem__)
    button.button(
        _("Restore this version"),
        on_click=_restore,
        args=(number,),
        disabled=number == readable[0].number,
        help=_("What is not saved yet is let go."),
    )


def _words(version: Version) -> str:
    saved = f"{version.saved_at:%Y-%m-%d %H:%M} UTC" if version.saved_at else ""
    return _("Version {number}, {saved}: {legs} legs, {places} places").format(
        number=version.number,
        saved=saved,
        legs=integer(version.records.get("legs", 0)),
        places=integer(version.records.get("places", 0)),
    )


def _save() -> None:
    with _said():
        session.keep_desk(session.desk().saved())
        session.say(_("Saved."))


def _save_and_close() -> None:
    with _said():
        session.desk().saved()
        session.keep_desk(Desk())
        session.say(_("Saved and closed."))


def _restore(number: int) -> None:
    desk = session.desk()
    if desk.store is None:
        return
    with _said():
        session.keep_desk(opened(desk.store, desk.store.restore(number)))
        session.say(_("Version {number} is the newest now.").format(number=number))


@contextmanager
def _said() -> Iterator[None]:
    """Say what the store refuses; the desk stays as it is."""
    try:
        yield
    except WorkspaceError as refused:
        session.say(told(refused.sentence))
