"""Evidence: what is found, one record opened, and every number that rests on it."""

import streamlit as st

from dashboard import doors, session
from dashboard.evidence.shown import hits, passing
from dashboard.language import current
from dashboard.panels import explorer

atlas, settings = doors.atlas(), session.settings()
readings = doors.readings(settings.recipe, settings.date)

explorer.search_box()
kept = passing(atlas, readings, settings)
if settings.find.strip():
    kept &= hits(doors.search_index(), settings.find)
shelves = {
    kind: doors.shelf(settings.recipe, settings.date, kind, current())
    for kind in atlas.choices.shelf
}
left = explorer.left(shelves, kept)
explorer.shelf_choice(left)

listed, opened = st.columns(explorer.widths(settings), gap="medium")
with listed:
    explorer.listing(left[settings.shelf], settings)
with opened:
    explorer.record_choice(atlas, settings, left[settings.shelf])
    if settings.record:
        explorer.opened(atlas, readings, settings.record)
        numbers = explorer.numbers_place(settings)
        moved = doors.moved(settings.recipe, settings.date, settings.record)
        made = doors.made_numbers(settings.recipe, settings.date, settings.record, current())
        with numbers.container():
            explorer.numbers(atlas, readings, moved=moved, made=made)
    else:
        explorer.nothing_open(atlas)
