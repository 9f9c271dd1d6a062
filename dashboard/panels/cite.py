"""How the page that is open is cited: one control in the head of every page, one line on paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

import htpy as h
import streamlit as st

from dashboard import doors, session
from dashboard.address import to_params
from dashboard.exports.about import citation
from dashboard.exports.view_citation import CITED_FILES, cited_page, view_citations
from dashboard.language import _, ngettext, speak
from dashboard.view_sources import sources_in_view

if TYPE_CHECKING:
    from dashboard.publication.publication import Publication

_STYLE: Final = "APA"


@st.fragment
def cite_control(page: str, title: str) -> None:
    """Draw the control that opens the citation of the page; it is made when it is first opened.

    Opening it runs this piece alone: the page around it stays as it is.

    Parameters
    ----------
    page
        The page by its path; empty for the first one.
    title
        What the page is called, in the language of the run.
    """
    speak(session.language())  # a fragment runs without the rest of the page
    with st.container(key=session.CITE):
        box = st.popover(
            _("Cite"),
            icon=":material/format_quote:",
            help=_("How this view is cited, with its sources."),
            key=session.CITE_BOX,
            on_change="rerun",
        )
    if box.open:
        with box:
            _citation(page, title)


def paper_line(page: str, title: str) -> None:
    """Draw the line that every printed page ends with; it is not on the screen."""
    about = page_publication(page, title).about
    st.html(str(h.div(".atlas-colophon")[citation(about)]))


def page_publication(page: str, title: str) -> Publication:
    """Return what the page is cited from, with its settings as the last run left them."""
    atlas, settings = doors.atlas(), session.settings()
    readings = doors.readings(settings.recipe, settings.date)
    query = urlencode(to_params(settings, atlas.choices), doseq=True)
    return cited_page(
        doors.publication("csv", settings),
        page=title,
        address=f"/{page}{f'?{query}' if query else ''}",
        source_ids=sources_in_view(atlas, readings, settings, page or "map"),
    )


def _citation(page: str, title: str) -> None:
    with st.spinner(_("Making the citation …")):
        publication = page_publication(page, title)
    told = view_citations(publication)
    style = st.segmented_control(
        _("Style"),
        list(told),
        default=_STYLE,
        required=True,
        key=session.PAGE_CITATION_STYLE,
        label_visibility="collapsed",
    )
    st.code(told[style], language=None, wrap_lines=True)
    count = len(publication.rows("sources"))
    st.caption(
        ngettext(
            "This view and its {number} source, as a file:",
            "This view and its {number} sources, as a file:",
            count,
        )
    )
    with st.container(horizontal=True, gap="small"):
        for name, (label, ending, mime, write) in CITED_FILES.items():
            st.download_button(
                _(label),
                partial(write, publication),
                f"corridor-atlas-{page or 'map'}-{publication.about.short_fingerprint}{ending}",
                mime=mime,
                on_click="ignore",
                key=f"cite_{name}",
            )
