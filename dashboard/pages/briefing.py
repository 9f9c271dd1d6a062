"""A story for a room: steps of a map and words, by keyboard, and the same story as a file."""

import streamlit as st

from dashboard import doors, session
from dashboard.panels.briefing import choose_story, resolved_story, show_story, story_files
from dashboard.panels.own_story import own_story

atlas, settings = doors.atlas(), session.settings()
choose_story()
shown, files = st.container(), st.container(key="story_files")
# Drawn before the story is read: whatever may be wrong with it, it can be mended and put away.
with st.container(key="own_story_ways"):
    own_story(atlas, settings)
with shown:
    briefing = resolved_story(atlas, settings)
    if briefing:
        show_story(briefing, settings)
if briefing:
    with files:
        story_files(atlas, briefing, settings)
