"""How the page that is open is cited: one control in the head of every page, one line on paper."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

import htpy as h
import streamlit as st

from dashboard import doors, file_doors, session
from dashboard.address import to_params
from dashboard.exports.about import citation
from dashboard.exports.view_citation import CITED_FILES, cited_page, view_citations
from dashboard.language import N_, _, ngettext, said, speak
from dashboard.panels.shown import show
from dashboard.view_sources import sources_in_view

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from dashboard.publication.publication import About, Publication

_STYLE: Final = "APA"
_OWN: Final = N_(
    "Own data stand on this page: they are not part of Corridor Atlas, nor under its licence."
)


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


def paper_head(page: str, title: str, place: DeltaGenerator) -> None:
    """Draw what a printed page begins with, its title and how it is cited; no screen shows it.

    Own data are nobody's to cite, and not under the licence of the atlas.
    """
    told = _(_OWN) if page == "my_data" else citation(page_about(page, title))
    show(h.p(".atlas-paper-title")[title], h.p(".atlas-colophon")[told], place=place)


def page_about(page: str, title: str) -> About:
    """Return what the page says of itself, with its settings as the last run left them.

    The fingerprint is that of the whole dataset, which is known without making a file; with
    version, recipe, date and address it settles what the page shows.
    """
    atlas, settings = doors.atlas(), session.settings()
    query = urlencode(to_params(settings, atlas.choices), doseq=True)
    return replace(
        file_doors.dataset().about,
        lang=settings.lang,
        date=settings.date,
        recipe=(settings.recipe, said(atlas.recipes[settings.recipe].title)),
        address=f"/{page}{f'?{query}' if query else ''}",
        page=title,
    )


def _cited(page: str, title: str) -> Publication:
    """Return what the page is cited from: its own sources, else those of all rows that it shows."""
    atlas, settings = doors.atlas(), session.settings()
    readings = doors.readings(settings.recipe, settings.date)
    ids = sources_in_view(atlas, readings, settings, page or "map")
    rows = file_doors.publication("csv", settings) if ids is None else file_doors.dataset()
    return cited_page(rows, page_about(page, title), source_ids=ids)


def _citation(page: str, title: str) -> None:
    with st.spinner(_("Making the citation …")):
        publication = _cited(page, title)
    told = view_citations(publication)
    style = st.segmented_control(
        _("Style"),
        list(told),
        default=_STYLE,
        required=True,
        key=session.PAGE_CITATION_STYLE,
        label_visibility="collapsed",
        wrap=True,
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
