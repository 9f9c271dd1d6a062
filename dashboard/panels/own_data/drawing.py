"""Draw a leg on the map, or change one that is there: checked, measured and read at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pandas as pd
import shapely
import streamlit as st

from dashboard import doors, own_session, session
from dashboard.filters import shown_legs
from dashboard.language import _, told
from dashboard.map_data import HEIGHT, map_data
from dashboard.maps.component import show_map
from dashboard.own_files import SHIFTED, compared_with_countries
from dashboard.panels.own_data.draft_cells import draft_cells
from dashboard.panels.own_data.draw_words import draw_words
from dashboard.panels.own_data.figures import measured
from dashboard.panels.own_data.findings import told_notes
from dashboard.panels.own_data.leg import own_leg_panel
from dashboard.panels.own_data.on_map import chosen_own_leg, own_on_map
from dashboard.panels.shown import show
from dashboard.plain import plain
from dashboard.workspace.draft import fresh_draft
from dashboard.workspace.drawn import drawn_alone, intake_of_drawn, points_of, with_drawn
from dashboard.workspace.errors import WorkspaceError
from dashboard.workspace.model import added, removed
from dashboard.workspace.one_leg import one_leg
from dashboard.workspace.readings import read_own

if TYPE_CHECKING:
    from dashboard.settings import Settings
    from dashboard.workspace.draft import Draft
    from dashboard.workspace.one_leg import OneLeg
    from intake.files.intake import Intake


def drawing(settings: Settings) -> None:
    """Draw the map to draw on, and beside it what is drawn or chosen."""
    atlas, draft = doors.atlas(), own_session.draft()
    readings = doors.readings(settings.recipe, settings.date)
    left, right = st.columns([0.66, 0.34], gap="medium")
    with right, st.container(height=HEIGHT, border=False):
        one = _drafted(settings, draft) if draft.line else _chosen(settings)
    with left:
        base = map_data(atlas, settings, shown_legs(atlas, readings, settings))
        show_map({**base, **own_on_map(settings), "draw": _to_draw(draft, one)})


def _to_draw(draft: Draft, one: OneLeg | None) -> dict[str, Any]:
    """Return what the map is told of the drawing: the line, and its geodesics where measured."""
    path = None
    if one is not None and draft.line:
        path = shapely.get_coordinates(one.atlas.lines.geometry.to_numpy()).round(4).tolist()
    return {
        "mark": draft.mark,
        "line": draft.line or None,
        "n": draft.count,
        "path": path,
        "words": draw_words(),
    }


def _drafted(settings: Settings, draft: Draft) -> OneLeg | None:
    """Draw what is written beside the line, its figures, and the button that keeps it."""
    workspace = session.desk().workspace
    st.subheader(_("The line of your leg") if draft.of else _("A new leg"))
    above = st.container()
    cells = draft_cells(draft, workspace)
    made_from = (repr((draft.line, cells)),)
    intake = session.remembered("drawn_intake", made_from, partial(_understood, draft, cells))
    for fault in intake.set_aside:
        st.error(plain(told(fault.sentence)))
    for words in told_notes(one for one in intake.remarks if one.sentence != SHIFTED):
        st.caption(plain(words))
    # No callback: it would keep what the run before this one read, not what was typed last.
    pressed = above.button(
        _("Keep the line") if draft.of else _("Keep the leg"),
        type="primary",
        disabled=intake.legs.empty,
    )
    if intake.legs.empty:
        return None
    if pressed:
        _keep(intake, draft.of)
        st.rerun()
    one = _read(settings, intake)
    show(own_leg_panel(one, session.desk().workspace))
    return one


def _understood(draft: Draft, cells: dict[str, str]) -> Intake:
    found = intake_of_drawn(draft.line, cells, doors.names_known_to_files())
    return compared_with_countries(found, doors.boundaries(), doors.unclaimed_land())


def _read(settings: Settings, intake: Intake) -> OneLeg:
    """Return the drawn leg as it will be read when it is kept."""
    workspace = session.desk().workspace
    made_from = (intake, workspace.places, workspace.overrides, settings.recipe, settings.date)

    def make() -> OneLeg:
        alone = drawn_alone(workspace, intake)
        own = read_own(measured(alone), alone, recipe=settings.recipe, date=settings.date)
        return one_leg(own, str(alone.legs.index[0]), doors.uncertainty_rule())

    return session.remembered("drawn_leg", made_from, make)


def _keep(intake: Intake, of: str) -> None:
    """Put the drawn leg on the desk."""
    desk = session.desk()
    try:
        session.keep_desk(desk.with_workspace(with_drawn(desk.workspace, intake, of)))
    except WorkspaceError as refused:
        session.say(told(refused.sentence))
        return
    legs = session.desk().workspace.legs
    own_session.keep_draft(fresh_draft())
    own_session.choose_own_leg(of or str(legs.index[-1]))
    st.toast(_("The leg is kept. It is not saved yet."))


def _chosen(settings: Settings) -> OneLeg | None:
    """Draw the own leg that is chosen on the map, with what can be done with it."""
    one = chosen_own_leg(settings)
    if one is None:
        with st.container(key="draw_first"):
            st.subheader(_("Draw a leg"))
            st.write(
                _(
                    "Press “Draw a leg” on the map and set its points, or select one of your legs "
                    "to change its line. What is drawn is checked like a file, stays in this "
                    "session, and its kilometres and reading appear here while you draw."
                )
            )
        return None
    leg_id = str(one.atlas.legs.index[0])
    with st.container(horizontal=True):
        st.button(_("Change the line"), type="primary", on_click=_redraw, args=(leg_id,))
        st.button(_("Delete the leg"), on_click=_delete, args=(leg_id,))
        st.button(_("Close"), on_click=own_session.choose_own_leg, args=("",), type="tertiary")
    workspace = session.desk().workspace
    show(own_leg_panel(one, workspace))
    with st.form("own_leg_note", clear_on_submit=True):
        text = st.text_area(_("A note on this leg"), max_chars=1000, height=68)
        if st.form_submit_button(_("Add the note")) and text.strip():
            row = pd.DataFrame({"about": [leg_id], "text": [text.strip()]})
            session.keep_desk(session.desk().with_workspace(added(workspace, "notes", row)))
            st.rerun()
    return one


def _redraw(leg_id: str) -> None:
    line = points_of(str(session.desk().workspace.legs.loc[leg_id, "line"]))
    if not line:
        session.say(_("A leg of several lines is changed in a file and read again."))
        return
    own_session.keep_draft(fresh_draft(leg_id, line))


def _delete(leg_id: str) -> None:
    desk = session.desk()
    session.keep_desk(desk.with_workspace(removed(desk.workspace, "legs", [leg_id])))
    own_session.choose_own_leg("")
    st.toast(_("The leg is deleted. It is not saved yet."))
