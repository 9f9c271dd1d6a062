"""Share what is fit: choose records, see what leaves and what is lost, decide, take the file."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard import doors, session
from dashboard.language import _, integer, told
from dashboard.panels.data_table import data_table
from dashboard.panels.own_data.classes import classes
from dashboard.panels.own_data.share_choice import Asked, share_choice
from dashboard.panels.own_data.share_files import Ready, on_record, share_files
from dashboard.plain import plain
from dashboard.publication.publish import publish
from dashboard.workspace.decision import with_decision
from dashboard.workspace.errors import WorkspaceError
from dashboard.workspace.sharing import Shared, shared

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.settings import Settings

_LONGEST: Final = 500
_SHOWN: Final = {"legs": "leg_id", "corridors": "corridor_id", "waypoints": "waypoint_id"}


def sharing(settings: Settings) -> None:
    """Draw the way out of own data, from the classes and the choice to the file."""
    with st.expander(_("Who may see what: the class of each record")):
        classes()
    st.caption(
        _(
            "Only this leaves: legs and places that you choose, on stand-ins, legs as straight "
            "links, with new ids and figures computed from the coarse lines. Incidents, own "
            "assessments and scenarios stay."
        )
    )
    asked = share_choice()
    if not asked.ids:
        st.info(_("Nothing is chosen, so nothing leaves."))
        return
    try:
        ready = _made_ready(asked, settings)
    except WorkspaceError as refused:
        st.error(plain(told(refused.sentence)))
        return
    _what_is_lost(ready.shared)
    _what_leaves(ready)
    _decide(ready, asked)
    share_files(ready)
    on_record()


def _made_ready(asked: Asked, settings: Settings) -> Ready:
    workspace = session.desk().workspace
    view = replace(
        doors.atlas().choices.default(),
        **{name: getattr(settings, name) for name in ("date", "recipe", "lang", "paint", "tint")},
    )
    made_from = (workspace.legs, workspace.places, repr(asked), repr(view))
    with st.spinner(_("Coarsening and measuring anew …")):
        return session.remembered("own_shared", made_from, partial(_ready, asked, view))


def _ready(asked: Asked, view: Settings) -> Ready:
    made = shared(
        doors.atlas(),
        session.desk().workspace,
        asked.choice(),
        lands=(doors.boundaries(), doors.unclaimed_land()),
    )
    return Ready(shared=made, published=publish(made.atlas, view), settings=view)


def _what_is_lost(made: Shared) -> None:
    st.subheader(_("What is lost"))
    st.caption(
        _("{number} of the records chosen do not leave. Of the others, this is what goes.").format(
            number=integer(len(made.left_out()))
        )
    )
    for lost in (made.lost_legs, made.lost_places):
        if len(lost):
            _lost(lost)


def _lost(lost: pd.DataFrame) -> None:
    rows = lost.assign(withheld=lost["withheld"].map(_refusal))
    km = partial(st.column_config.NumberColumn, format="%.1f")
    place = "end_km" not in lost
    columns = {
        "name": st.column_config.TextColumn(_("Place") if place else _("Leg"), width=220),
        "start_km": km(_("Moves, km") if place else _("Start moves, km")),
        "end_km": km(_("End moves, km")),
        "bends": st.column_config.NumberColumn(_("Bends that go")),
        "withheld": st.column_config.TextColumn(_("Does not leave because"), width=420),
    }
    data_table(rows, columns)


def _refusal(reason: str) -> str:
    return _(reason) if reason else ""


def _what_leaves(ready: Ready) -> None:
    """Show the very rows of the publication that are own; exporters take nothing else."""
    st.subheader(_("What leaves, exactly"))
    st.caption(
        _(
            "The rows of your corridors and places as every file has them, beside the published "
            "corridors. Empty columns are left out here."
        )
    )
    for name, key in _SHOWN.items():
        rows = ready.published.rows(name)
        own = rows[rows[key].str.startswith("own-")]
        if own.empty:
            continue
        filled = own.loc[:, [bool((own[column].astype("str") != "").any()) for column in own]]
        with st.expander(f"{name} ({integer(len(own))})", expanded=name == "legs"):
            st.dataframe(filled, hide_index=True)


def _decide(ready: Ready, asked: Asked) -> None:
    with st.form("own_decide"):
        reason = st.text_area(
            _("Why may this be shown? Published by whom, or agreed with whom?"),
            max_chars=_LONGEST,
            key="own_share_reason",
        )
        pressed = st.form_submit_button(_("Record the decision"), type="primary")
    if not pressed:
        return
    desk = session.desk()
    try:
        workspace = with_decision(
            desk.workspace,
            ready.shared,
            ready.published,
            reason=reason,
            choice=asked.record(),
            decided=dt.datetime.now(dt.UTC),
        )
    except WorkspaceError as refused:
        st.error(plain(told(refused.sentence)))
        return
    session.keep_desk(desk.with_workspace(workspace))
