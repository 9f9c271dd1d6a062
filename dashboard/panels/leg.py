"""The panel of one leg: its figure, where it comes from, the law and practice behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h

from dashboard.language import _, said
from dashboard.panels import markup
from dashboard.panels.leg_country import leg_country
from dashboard.panels.leg_figures import kilometres, risk_figure
from dashboard.panels.status import status_line
from dashboard.rows import row, rows
from dashboard.words import MODES, STANDINGS
from intake.ids import split_ids

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from dashboard.atlas import Atlas
    from dashboard.later import Later
    from dashboard.pipeline import Readings
    from dashboard.rows import Row
    from dashboard.uncertainty import Intervals


def leg_panel(
    atlas: Atlas, readings: Readings, leg_id: str, intervals: Intervals, *, later: Later
) -> h.Element:
    """Return everything the atlas holds on one leg, every figure opening onto its sources."""
    leg = row(atlas.legs, leg_id)
    return h.div(".atlas-panel")[
        leg_heading(atlas, leg),
        risk_figure(atlas, readings, leg_id, intervals),
        kilometres(atlas, leg_id),
        h.fragment[
            [
                leg_country(atlas, readings, iso3, intervals, later=later)
                for iso3 in speaking_for(leg)
            ]
        ],
        _standing(atlas, leg),
        _corridors(atlas, readings, leg),
        markup.section(
            _("Sources of the leg"),
            h.p(".atlas-dim")[said(leg["note"])] if leg["note"] else None,
            markup.sources(
                split_ids(leg["source_ids"]),
                atlas.cited,
                _("Grade {grade}: sources").format(grade=_(leg["confidence"])),
            ),
        ),
    ]


def left_out_words(atlas: Atlas, shown: npt.NDArray[np.bool_], leg_id: str) -> h.Element:
    """Return a line that says that the filters leave the leg out, empty where they do not."""
    out = not shown[atlas.legs.index.get_loc(leg_id)]
    return h.p(".atlas-note")[_("The filters leave this leg out of the map.") if out else ""]


def leg_heading(atlas: Atlas, leg: Row, *marks: h.Node) -> h.Node:
    """Return the name of a leg over what it is; ``marks`` stand in the place of its id."""
    return [
        h.h3[atlas.leg_names()[leg.name]],
        h.div[
            h.span(".atlas-tag")[_(MODES[leg["mode"]])],
            " ",
            h.span(".atlas-tag")[_(STANDINGS[leg["standing"]])],
            " ",
            marks or h.span(".atlas-dim")[str(leg.name)],
        ],
    ]


def _standing(atlas: Atlas, leg: Row) -> h.Node:
    ids = split_ids(leg["standing_source_ids"])
    ours = leg["standing_basis"] != "source"
    words = _(STANDINGS[leg["standing"]])
    return markup.section(
        _("Standing on this leg"),
        h.p[
            f"{words[0].upper()}{words[1:]}. {said(leg['standing_note'])} ",
            markup.judgement() if ours else None,
        ],
        markup.sources(ids, atlas.cited) if ids else None,
    )


def _corridors(atlas: Atlas, readings: Readings, leg: Row) -> h.Node:
    same = atlas.legs[atlas.legs["link_id"] == leg["link_id"]]
    lines = [
        (
            atlas.corridor_names[one.corridor_id],
            status_line(atlas, readings, one.corridor_id),
            markup.figure(readings.legs["cumulative_so_far"][one.Index]),
        )
        for one in rows(same)
    ]
    return markup.section(
        _("Corridors on this link"),
        markup.table((_("Corridor"), _("Status on the date"), _("Cumulative so far")), lines),
        h.p(".atlas-note")[
            _("Cumulative: score × 1,000 km from the start of the corridor to here."),
            " ",
            markup.judgement(),
        ],
    )


def speaking_for(leg: Row) -> list[str]:
    """Return the countries that speak for the leg: the declared ones and the one that protects."""
    return list(dict.fromkeys(split_ids(f"{leg['countries_declared']};{leg['protected_by']}")))
