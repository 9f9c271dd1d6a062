"""The older versions of a workspace: what each had otherwise, and the way back to one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard import session
from dashboard.held_words import counted
from dashboard.language import N_, _, integer, told
from dashboard.panels.data_table import data_table
from dashboard.panels.own_data.refusals import refusal_said
from dashboard.panels.own_data.sitting import come_back
from dashboard.panels.own_data.table_names import TABLES
from dashboard.plain import plain
from dashboard.workspace.desk import opened
from dashboard.workspace.differences import ADDED, CHANGED, REMOVED, differences
from dashboard.workspace.errors import WorkspaceError

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.workspace.desk import Desk
    from dashboard.workspace.store import Store, Version

_WHAT: Final = {ADDED: N_("added"), REMOVED: N_("removed"), CHANGED: N_("changed")}


def versions(desk: Desk) -> None:
    """Draw the choice of a version, how it differs from what is open, and the button back to it."""
    st.subheader(_("Versions"))
    st.caption(_("Each save is a version. Restoring one makes it the newest; none is lost."))
    try:
        if desk.store:
            _versions(desk, desk.store)
    except WorkspaceError as refused:
        st.error(plain(told(refused.sentence)))


def _versions(desk: Desk, store: Store) -> None:
    found = store.versions()
    damaged = sum(not one.readable for one in found)
    if damaged:
        st.warning(
            _("{number} versions are damaged and cannot be read.").format(number=integer(damaged))
        )
    words = {one.number: version_words(one) for one in found if one.readable}
    if not words:
        return
    one, button = st.columns([0.6, 0.4], vertical_alignment="bottom")
    number = one.selectbox(_("Version"), list(words), format_func=words.__getitem__)
    button.button(
        _("Restore this version"),
        on_click=_restore,
        args=(store, number),
        disabled=number == next(iter(words)),
        help=_("What is not saved yet is let go."),
    )
    made_from = (store, desk.workspace, number)
    rows = session.remembered(
        "own_differences", made_from, lambda: differences(store.read(number), desk.workspace)
    )
    _since(rows, number)


def _since(rows: pd.DataFrame, number: int) -> None:
    if rows.empty:
        st.caption(_("Version {number} is what is open now.").format(number=number))
        return
    st.caption(
        _("Since version {number} {count} records were added, removed or changed.").format(
            number=number, count=integer(len(rows))
        )
    )
    text = st.column_config.TextColumn
    columns = {
        "table": text(_("Table")),
        "record": text(_("Record"), width="medium"),
        "what": text(_("Since then")),
        "columns": text(_("Fields"), width="medium"),
    }
    shown = rows.assign(
        table=[_(TABLES[name]) for name in rows["table"]],
        what=[_(_WHAT[name]) for name in rows["what"]],
    )
    data_table(shown, columns)


def version_words(version: Version) -> str:
    """Return a version in words: its number, when it was saved, how much is in it."""
    saved = f"{version.saved_at:%Y-%m-%d %H:%M} UTC" if version.saved_at else ""
    held = counted(version.records.get("legs", 0), version.records.get("places", 0))
    return _("Version {number}, {saved}: {held}").format(
        number=version.number, saved=saved, held=held
    )


def _restore(store: Store, number: int) -> None:
    with refusal_said():
        desk = opened(store, store.restore(number))
        session.keep_desk(desk)
        come_back(desk)
        session.say(_("Version {number} is the newest now.").format(number=number))
