"""Tables of own records to write in: legs and places, incidents, notes, own assessments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import streamlit as st

from analysis.assessed import DIMENSIONS
from analysis.grades import GRADES
from dashboard import doors, session
from dashboard.language import N_, _, told
from dashboard.panels.data_table import data_table
from dashboard.panels.own_data.figures import figures_of_session
from dashboard.panels.own_data.page_of_rows import page_of_rows
from dashboard.panels.own_data.table_names import TABLES
from dashboard.plain import plain
from dashboard.words import DIMENSIONS as DIMENSION_WORDS
from dashboard.workspace.edited import EDITABLE, edited, labels
from dashboard.workspace.errors import WorkspaceError
from dashboard.workspace.schema import KEY
from geodata.schema import INCIDENT_KINDS
from routes.schema import MODES, STANDINGS

if TYPE_CHECKING:
    from dashboard.settings import Settings

_ABOUT: Final = {
    "legs": N_(
        "A line is written as LINESTRING (longitude latitude, longitude latitude), as many points "
        "as you like. Leave “countries” empty to take those that the line crosses."
    ),
    "places": N_("Longitude and latitude in degrees. Own places enter no figure."),
    "incidents": N_("Own incidents enter no figure. “About” is the id of a leg or a place."),
    "notes": N_("A note is about a record, or a published leg, corridor or country, by its id."),
    "overrides": N_(
        "An own assessment stands in place of the evidence in the figures of your session, never "
        "in the evidence, and every figure that it touches is marked. 0 is most protective, 10 "
        "gravest. It needs a reason."
    ),
}
_TEXTS: Final = {
    "corridor": N_("Corridor"),
    "name": N_("Name"),
    "from_name": N_("From (place)"),
    "to_name": N_("To (place)"),
    "protected_by": N_("Protected by"),
    "countries_declared": N_("Countries"),
    "date": N_("Date"),
    "note": N_("Note"),
    "lon": N_("Longitude"),
    "lat": N_("Latitude"),
    "about": N_("Subject"),
    "text": N_("Note"),
    "summary": N_("What happened"),
    "source": N_("Source"),
    "since": N_("Since"),
    "people_min": N_("Fewest people"),
    "people_max": N_("Most people"),
}


def editing(settings: Settings) -> None:
    """Draw the table that is chosen; what is written counts when it is applied."""
    name = st.segmented_control(
        _("Table"),
        list(_ABOUT),
        format_func=lambda one: _(TABLES[one]),
        default="legs",
        required=True,
        key="own_table",
    )
    table = session.desk().workspace.table(name)
    st.caption(_(_ABOUT[name]))
    part, mark = page_of_rows(name, table[list(EDITABLE[name])])
    with st.form(f"own_edit_{name}"):
        rows = st.data_editor(
            part.reset_index(),
            num_rows="dynamic",
            hide_index=True,
            column_config=_columns(name),
            placeholder="",  # a cell to write in
            key=f"own_editor_{name}_{session.edits()}_{mark}",
        )
        if st.form_submit_button(_("Apply"), type="primary"):
            ids = rows[KEY].astype("object")
            new = ids.isna() | (ids == "")
            ids[new] = [f"new {number}" for number in range(1, int(new.sum()) + 1)]
            _apply(name, rows.set_index(ids), part.index)
    if name in ("notes", "incidents"):
        _ids()
    if name == "overrides" and len(table):
        _beside_the_evidence(settings)


def _apply(name: str, rows: pd.DataFrame, shown: pd.Index) -> None:
    desk = session.desk()
    try:
        after = edited(desk.workspace, name, rows, shown=shown)
        session.keep_desk(desk.with_workspace(after))
    except WorkspaceError as refused:
        st.error(plain(told(refused.sentence)))
        return
    session.count_edit()
    session.say(_("Applied. It is not saved yet."))
    st.rerun()


def _columns(name: str) -> dict[str, Any]:
    choice, number = st.column_config.SelectboxColumn, st.column_config.NumberColumn
    texts = {one: st.column_config.TextColumn(_(words)) for one, words in _TEXTS.items()}
    names = doors.atlas().names()
    countries = choice(_("Country"), options=sorted(names), help=_("Code of the country."))
    whole = texts | {
        "mode": choice(_("How people move"), options=list(MODES)),
        "standing": choice(_("Standing in law"), options=list(STANDINGS)),
        "seq": number(_("Order in the corridor"), min_value=0, step=1),
        "iso3": countries,
        "kind": choice(_("Kind"), options=list(INCIDENT_KINDS)) if name == "incidents" else None,
        "dimension": choice(_("Indicator"), options=list(DIMENSIONS), width="medium"),
        "score": number(_("Score"), min_value=0.0, max_value=10.0, step=0.5),
        "grade": choice(_("Grade"), options=list(GRADES)),
        "reason": st.column_config.TextColumn(_("Why"), width="large", max_chars=1000),
        "line": st.column_config.TextColumn(_("Line"), width="large"),
    }
    used = {one: made for one, made in whole.items() if one in EDITABLE[name] and made}
    return {KEY: None} | used


def _beside_the_evidence(settings: Settings) -> None:
    """Show each own assessment beside the evidence, and why it moves nothing where it does not."""
    found = figures_of_session(settings).own.changes
    names = doors.atlas().names()
    rows = pd.DataFrame(
        {
            "country": [names.get(one, one) for one in found["iso3"]],
            "indicator": [_(DIMENSION_WORDS[one]) for one in found["dimension"]],
            "before": found["before"],
            "after": found["after"],
            "note": [told(one) for one in found["note"]],
        }
    )
    number = st.column_config.NumberColumn
    columns = {
        "country": st.column_config.TextColumn(_("Country")),
        "indicator": st.column_config.TextColumn(_("Indicator"), width="medium"),
        "before": number(_("Evidence"), format="%.1f", help=_("Missing where it says nothing.")),
        "after": number(_("Your assessment"), format="%.1f"),
        "note": st.column_config.TextColumn(_("Moves no figure because"), width="large"),
    }
    data_table(rows, columns)


def _ids() -> None:
    called = labels(session.desk().workspace)
    with st.expander(_("Ids of your legs and places")):
        st.dataframe({"id": list(called), "name": list(called.values())}, hide_index=True)
