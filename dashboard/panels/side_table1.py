"""Table 1's seven dimensions side by side: the paper's words, the atlas's evidence for others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import htpy as h

from dashboard.countries.law import facts_about
from dashboard.language import _, said
from dashboard.panels import markup
from dashboard.panels.facts import one_fact
from dashboard.panels.side_lines import Evidence, Line, no_data, risk_cell
from dashboard.panels.table1 import COUNTRIES, SOURCE, beside, paper, printed
from dashboard.rows import each

if TYPE_CHECKING:
    from dashboard.rows import Row


def table1_lines(evidence: Evidence) -> list[Line]:
    """Return a line for each of the seven dimensions, in the order of the paper."""
    return [
        Line(label=said(line["label"]), cell=partial(_cell, line=line))
        for line in each(evidence.atlas.table1)
    ]


def _cell(evidence: Evidence, iso3: str, *, line: Row) -> h.Node:
    """Return the paper's words where it speaks, else the evidence of the atlas, else no data."""
    if iso3 in COUNTRIES:
        return _paper_cell(evidence, iso3, line)
    if line.name == "refoulement_risk":
        return risk_cell(evidence, iso3)
    found = facts_about(evidence.readings, iso3, "legal_status_in_practice")
    if line.name == "legal_status" and found:
        return markup.unfold(
            said(found[-1].value),
            h.ul[[h.li[one_fact(evidence.atlas, fact)] for fact in found]],
        )
    return no_data()


def _paper_cell(evidence: Evidence, iso3: str, line: Row) -> h.Element:
    ours = beside(evidence.readings, iso3, str(line.name))
    return markup.unfold(
        [
            printed(line, iso3),
            " ",
            paper(),
            h.span(".atlas-under")[_("The atlas:"), " ", ours] if ours else None,
        ],
        markup.sources(SOURCE, evidence.atlas.cited, opened=True),
    )
