"""Side by side: two to five countries, dimension by dimension; Table 1; corrections."""

import streamlit as st

from dashboard import doors, session
from dashboard.language import _, day
from dashboard.panels.shown import show
from dashboard.panels.side_by_side import side_by_side
from dashboard.panels.side_lines import Evidence
from dashboard.panels.table1 import corrections, departures
from dashboard.settings import COMPARED, FEWEST_COMPARED, MOST_COMPARED

atlas, settings = doors.atlas(), session.settings()
evidence = Evidence(
    atlas=atlas,
    readings=doors.readings(settings.recipe, settings.date),
    intervals=doors.intervals(settings.recipe, settings.date),
)

st.title(_("Countries side by side"), anchor=False)
st.caption(
    _(
        "As of {date}. Every cell opens onto its facts. Table 1 stands as the white paper gives "
        "it; for other countries the atlas's evidence stands in its columns, or “no data”."
    ).format(date=day(settings.date))
)
select, reset = st.columns([0.8, 0.2], vertical_alignment="bottom")
select.multiselect(
    _("Countries, two to five"),
    atlas.choices.compared,
    format_func=atlas.names().__getitem__,
    max_selections=MOST_COMPARED,
    key=session.widget_key("compared"),
)
reset.button(
    _("As in Table 1"), on_click=session.choose, args=("compared", list(COMPARED)), width="stretch"
)
if len(settings.compared) >= FEWEST_COMPARED:
    show(side_by_side(evidence, settings.compared))
else:
    st.info(_("Choose at least two countries."))

show(departures(atlas, evidence.readings))

st.header(_("Corrections to the white paper and to reports"), anchor=False)
show(corrections(atlas))
