"""What two people changed at once: both versions side by side, and the choice of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import session
from dashboard.language import _, integer, told
from dashboard.panels.own_data.refusals import refusal_said
from dashboard.panels.own_data.table_names import TABLES
from dashboard.plain import plain
from dashboard.rows import row
from dashboard.workspace.differences import CALLED
from dashboard.workspace.settling import TwoVersions, open_conflicts, settled

if TYPE_CHECKING:
    from dashboard.workspace.desk import Desk

_SHOWN = 20


def conflicts(desk: Desk) -> None:
    """Draw what waits for a decision, and what the last save met, if anything."""
    waiting = open_conflicts(desk.workspace)
    said = {told(one.words) for one in (desk.kept.conflicts if desk.kept else ())}
    if not waiting and not said:
        return
    st.subheader(_("Changed by two people at once"))
    for words in sorted(said):
        st.warning(plain(words))
    if waiting:
        st.caption(
            _(
                "{number} records have two versions. The first one counts, the second one counts "
                "nowhere until you decide. Save afterwards."
            ).format(number=integer(len(waiting)))
        )
    for two in waiting[:_SHOWN]:
        _draw(desk, two)


def _draw(desk: Desk, two: TwoVersions) -> None:
    called = row(desk.workspace.table(two.table), two.record_id)[CALLED[two.table]]
    with st.container(border=True):
        st.markdown(f"**{plain(_(TABLES[two.table]))}: {plain(str(called))}**")
        text = st.column_config.TextColumn
        st.dataframe(
            two.cells.astype("str").rename_axis("field").reset_index(),
            hide_index=True,
            column_config={
                "field": text(_("Field")),
                "counts": text(_("The version that counts"), width="medium"),
                "beside": text(_("The version beside it"), width="medium"),
            },
        )
        one, other = st.columns(2)
        for place, words, beside in (
            (one, _("Keep the one that counts"), False),
            (other, _("Take the one beside it"), True),
        ):
            place.button(
                words,
                on_click=_settle,
                args=(two, beside),
                key=f"own_settle_{two.beside_id}_{beside}",
                width="stretch",
            )


def _settle(two: TwoVersions, take_beside: bool) -> None:  # noqa: FBT001 - given by a button
    desk = session.desk()
    with refusal_said():
        session.keep_desk(
            desk.with_workspace(settled(desk.workspace, two, take_beside=take_beside))
        )
        session.count_edit()
        session.say(_("One version stays. It is not saved yet."))
