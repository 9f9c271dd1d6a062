"""A briefing as one HTML file: the story with its interactive map, for a room without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import htpy as h

from dashboard.briefing.payload import story_payload
from dashboard.exports.prose_text import cited_lines, stated
from dashboard.language import _, speaking
from dashboard.maps.packed_files import STORY
from dashboard.maps.standalone import Told, standalone_page
from dashboard.paper.entries import Numbered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.briefing.briefing import Briefing, StepTable
    from dashboard.prose.passage import Passage

    Headings = tuple[h.Element, ...]

# A corridor, then its legs and its countries as groups, then one of them.
_HEADINGS: Final = (h.h2, h.h3, h.h4)


def briefing_html(briefing: Briefing) -> bytes:
    """Return one self-contained HTML file, the same bytes for the same briefing.

    It has the keyboard of the page, prints a step a page, and shows its words also where scripts
    do not run.
    """
    last = briefing.steps[-1].picture
    told = Told(
        title=briefing.title,
        notes=(*last.notes, briefing.footer),
        shown={"story": story_payload(briefing)},
        without_script=str(h.fragment[_steps(briefing)]),
        below=str(h.fragment[_maps_in_words(briefing)]),
        start=STORY,
    )
    return standalone_page(briefing.publication, told)


def _maps_in_words(briefing: Briefing) -> Iterator[h.Element]:
    """Yield the maps of the steps in words, folded; what is unfolded is printed."""
    if not briefing.prose:
        return
    numbered = Numbered(briefing.publication)
    with speaking(briefing.lang):
        yield h.p(".story-in-words")[
            _("The maps of the steps are told in words below. What is unfolded is printed.")
        ]
        for passage in briefing.prose:
            yield _folded(passage.title, *_told(passage, numbered, _HEADINGS))
        lines = cited_lines(briefing.publication, briefing.prose)
        yield _folded(_("Sources of the maps in words"), *(h.p[line] for line in lines))


def _folded(title: str, *content: h.Node) -> h.Element:
    return h.details(".story-in-words")[h.summary[title], content]


def _told(passage: Passage, numbered: Numbered, headings: Headings) -> Iterator[h.Node]:
    """Yield the statements of a passage, then its parts under headings of the next rank."""
    if passage.statements:
        yield h.p[" ".join(stated(one, numbered) for one in passage.statements)]
    for part in passage.parts:
        yield headings[0][part.title]
        yield from _told(part, numbered, headings[1:])


def _steps(briefing: Briefing) -> Iterator[h.Element]:
    """Yield the words, table and sources of each step."""
    with speaking(briefing.lang):
        yield h.p[_("The maps and charts of this file need scripts. Its words stand below.")]
    for step in briefing.steps:
        yield h.article[
            h.h2(lang=step.lang)[f"{step.number}. {step.title}"],
            [h.p(lang=step.lang)[sentence.text] for sentence in step.sentences],
            [_table(table) for table in (step.table,) if table],
            h.ul[[h.li[line] for line in step.sources]],
        ]


def _table(table: StepTable) -> h.Element:
    return h.table[
        h.caption[table.title],
        h.tr[[h.th[head] for head in table.columns]],
        [h.tr[[h.td[cell] for cell in cells]] for cells in table.rows],
    ]
