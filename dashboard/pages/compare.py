"""Compare: corridors side by side, two of them, ways between places, doubts, dates, scenarios."""

import streamlit as st

from dashboard import doors, session
from dashboard.language import N_, _
from dashboard.panels.comparison import between, corridors, dates, pair, rests, what_if
from dashboard.words import NOT_ADVICE

PARTS = {
    "corridors": (N_("All corridors"), corridors),
    "pair": (N_("Two corridors"), pair),
    "between": (N_("Between two places"), between),
    "rests": (N_("What it rests on"), rests),
    "dates": (N_("Then and now"), dates),
    "scenario": (N_("What if"), what_if),
}

atlas, settings = doors.atlas(), session.settings()
titles = {name: _(title) for name, (title, _part) in PARTS.items()}

st.subheader(_("Compare"))
st.segmented_control(
    _("What is compared"),
    atlas.choices.comparison,
    format_func=titles.__getitem__,
    key=session.widget_key("comparison"),
    required=True,
    label_visibility="collapsed",
    width="stretch",
)
PARTS[settings.comparison][1].draw(atlas, settings)
if settings.comparison != "between":  # which says it above
    st.caption(_(NOT_ADVICE))
