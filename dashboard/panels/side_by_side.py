"""Two to five countries side by side, line by line; every cell opens onto its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h

from dashboard.language import _
from dashboard.panels.side_lines import (
    dimension_lines,
    law_lines,
    practice_lines,
    reading_lines,
)
from dashboard.panels.side_table1 import table1_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.panels.side_lines import Evidence, Line


def side_by_side(evidence: Evidence, chosen: Sequence[str]) -> h.Element:
    """Return the table: a column for each country, in the order in which they were chosen."""
    names = evidence.atlas.names()
    groups = {
        _("Reading"): reading_lines(),
        _("Six dimensions"): dimension_lines(),
        _("Law"): law_lines(),
        _("Practice"): practice_lines(),
        _("Table 1 of the white paper"): table1_lines(evidence),
    }
    # Where it is wider than the screen it scrolls under its first column, by keyboard too.
    return h.div(
        ".atlas-panel.atlas-side", tabindex="0", role="region", aria_label=_("Side by side")
    )[
        h.table(".atlas-table")[
            h.thead[h.tr[h.td, [h.th(scope="col")[names[iso3]] for iso3 in chosen]]],
            [_group(evidence, title, lines, chosen) for title, lines in groups.items()],
        ]
    ]


def _group(
    evidence: Evidence, title: str, lines: Iterable[Line], chosen: Sequence[str]
) -> h.Element:
    return h.tbody[
        h.tr(".atlas-group")[h.th(scope="rowgroup", colspan=str(len(chosen) + 1))[h.span[title]]],
        [
            h.tr[
                h.th(scope="row")[line.label],
                [h.td[line.cell(evidence, iso3)] for iso3 in chosen],
            ]
            for line in lines
        ],
    ]
