"""A story for a room: steps of a map and words, by keyboard, and the same story as a file."""

import streamlit as st

from dashboard import doors, session
from dashboard.panels.briefing import choose_story, resolved_story, show_story, story_files
from dashboard.panels.own_story import own_story

atlas, settings = doors.atlas(), session.settings()
choose_story()
briefing = resolved_story(atlas, settings)
if briefing:
    show_story(briefing, settings)
    with st.container(key="story_files"):
        story_files(atlas, briefing, settings)
with st.container(key="own_story_ways"):
    own_story(atlas, settings)
