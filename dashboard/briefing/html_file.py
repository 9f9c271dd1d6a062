"""A briefing as one HTML file: the story with its interactive map, for a room without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h

from dashboard.briefing.payload import story_payload
from dashboard.language import _, speaking
from dashboard.maps.packed_files import STORY
from dashboard.maps.standalone import Told, standalone_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.briefing.briefing import Briefing, StepTable


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
        start=STORY,
    )
    return standalone_page(briefing.publication, told)


def _steps(briefing: Briefing) -> Iterator[h.Element]:
    """Yield the words, table and sources of each step."""
    with speaking(briefing.lang):
        yield h.p[_("The maps and charts of this file need scripts. Its words stand below.")]
    for step in briefing.steps:
        yield h.article[
            h.h2[f"{step.number}. {step.title}"],
            [h.p[sentence.text] for sentence in step.sentences],
            [_table(table) for table in (step.table,) if table],
            h.ul[[h.li[line] for line in step.sources]],
        ]


def _table(table: StepTable) -> h.Element:
    return h.table[
        h.caption[table.title],
        h.tr[[h.th[head] for head in table.columns]],
        [h.tr[[h.td[cell] for cell in cells]] for cells in table.rows],
    ]
