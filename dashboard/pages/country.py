"""Country profile: law, practice, dimensions, legs and what is not known of one country."""

import streamlit as st

from dashboard import doors, session
from dashboard.charts.incidents import incident_timeline
from dashboard.language import _
from dashboard.panels.country_head import country_head
from dashboard.panels.country_map import figure
from dashboard.panels.country_practice import SINCE, reliabilities, timeline_table
from dashboard.panels.country_profile import after_timeline, before_timeline
from dashboard.panels.places import evidence_ways, go_behind
from dashboard.panels.shown import show

atlas, settings = doors.atlas(), session.settings()
readings = doors.readings(settings.recipe, settings.date)
intervals = doors.intervals(settings.recipe, settings.date)
iso3 = settings.profile

st.selectbox(
    _("Country"),
    atlas.choices.profile,
    format_func=atlas.names().__getitem__,
    key=session.widget_key("profile"),
    help=_("The browser's own print command (Ctrl+P) prints the profile, all details opened."),
    width=320,
)
head, drawn = st.columns([0.6, 0.4], gap="large")
later = doors.later(settings.recipe, settings.date)
show(country_head(atlas, readings, iso3, intervals, later=later), place=head)
picture = doors.country_picture(settings.recipe, settings.date, iso3)
show(figure(atlas, readings, iso3, picture), place=drawn)
evidence_ways(atlas, readings, iso3)

show(before_timeline(atlas, readings, iso3, later))
incidents = timeline_table(readings, iso3)
if len(incidents):
    timeline = st.altair_chart(
        incident_timeline(incidents, grades=reliabilities(), since=SINCE, until=settings.date),
        width="stretch",
        on_select="rerun",
        key=f"incidents_{iso3}",
    )
    go_behind(timeline)
show(after_timeline(atlas, readings, iso3, intervals))
