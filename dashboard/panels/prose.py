"""The map as prose on the page: sentences under headings, each with the numbers of its sources."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import htpy as h
import streamlit as st

from dashboard import file_doors, session
from dashboard.exports.formats import FORMATS, file_name
from dashboard.language import _, current
from dashboard.panels import markup
from dashboard.panels.shown import show
from dashboard.paper.entries import Numbered
from dashboard.prose.whole import map_in_prose
from dashboard.rows import rows

if TYPE_CHECKING:
    from dashboard.prose.passage import Passage, Statement
    from dashboard.publication.publication import Publication
    from dashboard.settings import Settings

_HEADINGS: Final = (h.h2, h.h3, h.h4, h.h5)
_FILE: Final = "text"


# A constant: no text from data ever becomes script. It waits a few frames for the text to be there.
_FOCUS: Final = """
const asked = new WeakMap();
export default ({ parentElement, data }) => {
  if (asked.get(parentElement) === data.times) return;
  asked.set(parentElement, data.times);
  let frames = 60;
  const look = () => {
    const heading = document.querySelector("#map-as-text h2");
    if (heading) heading.focus();
    else if (frames--) requestAnimationFrame(look);
  };
  if (data.times) look();
};
"""

_focus = st.components.v2.component("corridor_atlas_go_to_prose", js=_FOCUS)


def skip_to_prose() -> None:
    """Draw the link from before the map to its prose, seen when the keyboard is on it."""
    st.button(
        _("Read the map as text"),
        on_click=session.go_to_prose,
        key="skip_to_prose",
        type="tertiary",
    )


def show_prose(settings: Settings) -> None:
    """Draw the map of a view as prose, and offer it as a text file."""
    with st.spinner(_("Writing the map as text …")):
        published = file_doors.publication(_FILE, settings)
        make = partial(map_in_prose, published)
        prose = session.remembered("prose", (published,), make)
    st.download_button(
        _("Save this text"),
        partial(file_doors.made_file, _FILE, settings),
        file_name(_FILE, published),
        mime=FORMATS[_FILE].mime,
        help=_(FORMATS[_FILE].line),
        on_click="ignore",
        type="tertiary",
    )
    show(prose_panel(published, prose))
    _focus(key="go_to_prose", data={"times": session.times_gone_to_prose()}, height=1)


def prose_panel(published: Publication, prose: Passage) -> h.Element:
    """Return prose as an article, its sources at the end under the numbers of the printed atlas."""
    numbered = Numbered(published)
    return h.article("#map-as-text.atlas-panel.atlas-prose", lang=current())[
        _passage(prose, numbered, 0),
        h.h3[_("Sources")],
        h.ol(".atlas-plain")[_citations(published, prose, numbered)],
    ]


def _passage(passage: Passage, numbered: Numbered, level: int) -> h.Node:
    told = [_statement(one, numbered) for one in passage.statements]
    body = [h.p[one] for one in told] if passage.parts else h.p[told]
    return [
        _HEADINGS[level](tabindex=None if level else "-1")[passage.title],
        body if told else None,
        [_passage(part, numbered, level + 1) for part in passage.parts],
    ]


def _statement(one: Statement, numbered: Numbered) -> h.Node:
    refs = ", ".join(map(str, numbered.of(";".join(one.source_ids))))
    return [
        one.text,
        " ",
        [markup.judgement(), " "] if one.ours else None,
        [h.span(".atlas-refs")[h.span(".atlas-unseen")[_("Sources"), " "], f"[{refs}]"], " "]
        if refs
        else None,
    ]


def _citations(published: Publication, prose: Passage, numbered: Numbered) -> h.Node:
    cited = {source_id for one in prose.every() for source_id in one.source_ids}
    return [
        markup.citation(source, number=numbered.of(source.Index)[0])
        for source in rows(published.keyed("sources"))
        if source.Index in cited
    ]
