"""A page that keeps a note in the session's workspace and tells what it has; for a test."""

import gc

import pandas as pd
import streamlit as st

from dashboard import session
from dashboard.workspace.model import Workspace, added

note = st.text_input("Note")
if note and st.button("Add"):
    row = pd.DataFrame({"about": ["CHN"], "text": [note]})
    session.keep_desk(session.desk().with_workspace(added(session.desk().workspace, "notes", row)))
st.text(f"Notes: {' '.join(session.desk().workspace.notes['text'])}.")
held = [one for one in gc.get_objects() if isinstance(one, Workspace) and len(one.notes)]
st.text(f"In memory: {len(held)}.")
