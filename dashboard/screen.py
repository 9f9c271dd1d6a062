"""One run of the screen: page set-up, data, navigation, shared sidebar, the page."""

from pathlib import Path
from typing import Final

import htpy as h
import streamlit as st

from dashboard import controls, doors, login, long_work, session
from dashboard.language import N_, _, speak
from dashboard.page_language import tell_browser
from dashboard.page_style import page_style
from dashboard.panels.chips import filter_chips
from dashboard.panels.cite import cite_control, paper_head
from dashboard.panels.damaged import show_damage
from intake.errors import DataFileError

_HERE: Final = Path(__file__).parent
_PAGES: Final = {
    "map": N_("Map"),
    "compare": N_("Compare"),
    "countries": N_("Countries"),
    "country": N_("Country profile"),
    "side_by_side": N_("Side by side"),
    "time": N_("Time"),
    "briefing": N_("Briefing"),
    "evidence": N_("Evidence"),
    "my_data": N_("My data"),
    "method": N_("Method"),
    "proof": N_("Proof"),
    "download": N_("Download"),
    "about": N_("About"),
}
# Pages that show a title of their own; the others have theirs for who listens alone. It stands
# where the document begins, so that the headings of sidebar and page follow it in order.
_TITLED: Final = ("countries", "country", "side_by_side")


def draw() -> None:
    """Draw the page that the address asks for."""
    st.set_page_config(
        page_icon=str(_HERE / "icon.png"), layout="wide", initial_sidebar_state="auto"
    )
    st.logo(str(_HERE / "logo.svg"), size="large", icon_image=str(_HERE / "icon.png"))
    st.html(page_style())
    speak(session.language())
    long_work.last_work()  # of a run that was ended before it came to it
    login.require()
    try:
        with doors.waiting():
            atlas = doors.atlas()
    except DataFileError as damage:
        show_damage(damage)
        return
    page = st.navigation(
        [
            st.Page(_HERE / "pages" / f"{name}.py", title=_(title), default=name == "map")
            for name, title in _PAGES.items()
        ],
        position="top",
    )
    name = page.url_path or next(iter(_PAGES))
    title = _(_PAGES[name])
    controls.read_settings(atlas.choices, name)
    # Several profiles may stand open beside each other.
    tab = atlas.names()[session.settings().profile] if name == "country" else title
    st.set_page_config(page_title=f"{tab} · Corridor Atlas")
    if name not in _TITLED:
        st.sidebar.html(str(h.h1(".atlas-unseen")[title]))
    filters = st.sidebar.container()
    filter_chips(atlas, session.settings(), name)
    cite_control(page.url_path, title)
    paper = st.container(key=session.PAPER_HEAD)
    page.run()
    with filters:
        controls.sidebar(atlas, name)
    with st.sidebar:
        tell_browser()
    controls.notices()
    paper_head(page.url_path, title, paper)
    if work := long_work.last_work():
        work()
