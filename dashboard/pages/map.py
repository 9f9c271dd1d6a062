"""The first page: risk along each leg on the map, the leg that is chosen, the corridors."""

import streamlit as st

from dashboard import doors, own_session, session
from dashboard.filters import shown_corridors, shown_legs
from dashboard.language import _, current
from dashboard.map_data import HEIGHT, map_data
from dashboard.maps.component import show_map
from dashboard.panels.corridor import corridor_panel
from dashboard.panels.corridor_list import corridor_list
from dashboard.panels.date_rail import date_rail
from dashboard.panels.leg import left_out_words, leg_panel
from dashboard.panels.leg_list import leg_list
from dashboard.panels.overview import overview_panel
from dashboard.panels.own_data.leg import own_leg_panel
from dashboard.panels.own_data.on_map import chosen_own_leg, own_on_map
from dashboard.panels.prose import show_prose, skip_to_prose
from dashboard.panels.shown import show, show_hint
from dashboard.panels.take_away import map_buttons
from dashboard.words import LISTINGS

atlas, settings = doors.atlas(), session.settings()
readings = doors.readings(settings.recipe, settings.date)
shown = shown_legs(atlas, readings, settings)

skip_to_prose()
left, right = st.columns([0.7, 0.3], gap="medium")
with left:
    show_map({**map_data(atlas, settings, shown), **own_on_map(settings)})
    date_rail(atlas, readings, settings)
own = chosen_own_leg(settings)
with right, st.container(height=HEIGHT, border=False, key="leg_panel"):
    if own is not None:
        st.button(
            _("Close the leg"), on_click=own_session.choose_own_leg, args=("",), type="tertiary"
        )
        show(own_leg_panel(own, session.desk().workspace))
    elif settings.leg:
        intervals = doors.intervals(settings.recipe, settings.date)
        st.button(_("Close the leg"), on_click=session.choose, args=("leg", ""), type="tertiary")
        later = doors.later(settings.recipe, settings.date)
        panel = leg_panel(atlas, readings, settings.leg, intervals, later=later)
        show(left_out_words(atlas, shown, settings.leg), panel)
    else:
        show(overview_panel(atlas, readings, shown))

heading, file = st.columns([0.55, 0.45], gap="medium", vertical_alignment="bottom")
heading.segmented_control(
    _("Listed under the map"),
    atlas.choices.listing,
    format_func={name: _(title) for name, title in LISTINGS.items()}.__getitem__,
    key=session.widget_key("listing"),
    label_visibility="collapsed",
    required=True,
)
with file:
    map_buttons(settings)
if settings.listing == "words":
    show_prose(settings)
elif settings.listing == "legs":
    legs = doors.leg_rows(settings.recipe, settings.date, settings.country, current())
    leg_list(legs.loc[shown], [atlas.names()[iso3] for iso3 in settings.country], settings.leg)
    show_hint(_("Select a row to select the leg on the map, where its sources open."))
else:
    rows = doors.corridor_rows(settings.recipe, settings.date, current())
    corridor_list(rows.loc[shown_corridors(atlas, shown)], settings.focus)
    if settings.focus:
        show(corridor_panel(atlas, readings, settings.focus))
    else:
        show_hint(
            _("Select a row for its status by period, reported use, legs and events with sources.")
        )
