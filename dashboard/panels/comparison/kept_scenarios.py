"""The scenarios that the workspace keeps: take one up again, or remove it."""

from __future__ import annotations

import streamlit as st

from dashboard import session
from dashboard.language import _
from dashboard.plain import plain
from dashboard.workspace.model import removed
from dashboard.workspace.sitting import kept_scenarios


def choose_kept() -> None:
    """Draw the choice among the scenarios of the workspace; nothing where it has none."""
    kept = kept_scenarios(session.desk().workspace)
    if not kept:
        return
    which, use, drop = st.columns([0.5, 0.25, 0.25], vertical_alignment="bottom")
    title = which.selectbox(_("Scenarios of your workspace"), list(kept), format_func=plain)
    use.button(
        _("Use it"), on_click=session.keep_own_scenario, args=(kept[title],), width="stretch"
    )
    drop.button(_("Remove it"), on_click=_remove, args=(title,), width="stretch")


def keeping_words() -> str:
    """Return where a scenario of one's own lives now."""
    if session.desk().store is None:
        return _(
            "Set what you assume and see it beside the evidence. It stays in this session, in the "
            "memory of this machine: it is not saved, not in the address and not in any file. Open "
            "a workspace on the page My data to keep it."
        )
    return _(
        "Set what you assume and see it beside the evidence. It is kept in your workspace when you "
        "save on the page My data; it is not in the address and not in any other file."
    )


def _remove(title: str) -> None:
    desk = session.desk()
    rows = desk.workspace.scenarios
    gone = rows.index[rows["title"] == title]
    session.keep_desk(desk.with_workspace(removed(desk.workspace, "scenarios", gone)))
