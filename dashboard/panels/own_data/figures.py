"""Own legs scored with the same engine, beside the published corridors."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from dashboard import doors, session
from dashboard.language import _, integer
from dashboard.panels.data_table import data_table
from dashboard.panels.own_data.bar import progress_bar
from dashboard.panels.own_data.columns import corridor_columns, leg_columns
from dashboard.workspace.network import own_atlas
from dashboard.workspace.own_tables import (
    MOST_CORRIDORS,
    MOST_DRAWN,
    OwnFigures,
    corridor_rows,
    leg_rows,
    own_figures,
)
from dashboard.workspace.readings import read_own
from intake.files.layers import no_progress

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.settings import Settings
    from dashboard.workspace.model import Workspace
    from intake.files.layers import Progress


def figures_of_session(settings: Settings) -> OwnFigures:
    """Return the own legs as of the date and recipe chosen; measured once, kept in the session."""
    workspace = session.desk().workspace
    made_from = (workspace.legs, workspace.places)
    atlas = session.remembered("own_atlas", made_from, partial(_measured, workspace))
    chosen = (atlas, workspace.overrides, settings.recipe, settings.date)
    return session.remembered("own_figures", chosen, partial(_scored, atlas, workspace, settings))


def measured(workspace: Workspace, progress: Progress = no_progress) -> Atlas:
    """Return the legs of a workspace drawn, measured and cut by country."""
    return own_atlas(
        doors.atlas(),
        workspace,
        boundaries=doors.boundaries(),
        unclaimed=doors.unclaimed_land(),
        progress=progress,
    )


def _measured(workspace: Workspace) -> Atlas:
    with progress_bar(_("Measuring your legs …")) as show:
        return measured(workspace, show)


def _scored(atlas: Atlas, workspace: Workspace, settings: Settings) -> OwnFigures:
    with progress_bar(_("Scoring your legs …")) as show:
        return _read(atlas, workspace, settings, show)


def _read(
    atlas: Atlas, workspace: Workspace, settings: Settings, progress: Progress = no_progress
) -> OwnFigures:
    own = read_own(atlas, workspace, recipe=settings.recipe, date=settings.date, progress=progress)
    return own_figures(own, doors.uncertainty_rule())


def figures(settings: Settings) -> None:
    """Draw own corridors beside the published ones, then the own legs one by one."""
    found = figures_of_session(settings)
    if found.own.atlas.legs.empty:
        st.info(_("There is no leg yet. Bring in a file, or write one."))
        return
    if found.intervals is None:
        st.caption(
            _(
                "Intervals are drawn at once for at most {legs} legs and {corridors} corridors. A "
                "leg that is selected on the map has its own, however many there are."
            ).format(legs=integer(MOST_DRAWN), corridors=integer(MOST_CORRIDORS))
        )
    st.subheader(_("Corridors: yours beside the published ones"))
    st.caption(
        _(
            "The same index, date and readings. A comparison is no advice to travel. Cumulative "
            "and worst leg may order corridors differently; read both, with their intervals."
        )
    )
    data_table(_both(found, settings), corridor_columns())
    st.subheader(_("Your legs"))
    data_table(_legs(found), leg_columns())


def _both(found: OwnFigures, settings: Settings) -> pd.DataFrame:
    """Return own corridors first, then the published ones, all under the same assessments."""
    mine, published = (_rows(one) for one in (found, published_figures(settings)))
    whose = (_("yours, restricted"), _("published"))
    both = pd.concat([mine, published], keys=whose, names=["whose"]).reset_index("whose")
    first = ["corridor", "whose"]
    return both[first + [name for name in both if name not in first]]


def _rows(found: OwnFigures) -> pd.DataFrame:
    own = found.own
    return corridor_rows(own.atlas, own.readings, found.intervals, touched=own.corridors)


def published_figures(settings: Settings) -> OwnFigures:
    """Return the published corridors under own assessments; of this session where there are any."""
    workspace = session.desk().workspace
    made_from = (workspace.overrides, settings.recipe, settings.date)
    make = partial(_read, doors.atlas(), workspace, settings)
    return session.remembered("published_figures", made_from, make)


def _legs(found: OwnFigures) -> pd.DataFrame:
    names: Any = doors.atlas().names()
    rows = leg_rows(found)
    countries = [
        ", ".join(names.get(code, code) for code in cell.split(";") if code)
        for cell in rows["countries"]
    ]
    return rows.assign(
        countries=countries, risk_class=rows["risk_class"].map(_), reason=rows["reason"].map(_told)
    )


def _told(reason: object) -> str:
    return _(reason) if isinstance(reason, str) and reason else ""
