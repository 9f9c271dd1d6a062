"""The panel of an own leg: what the panel of a published one has, and what was written of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import htpy as h

from dashboard.language import N_, _, decimal
from dashboard.panels import markup
from dashboard.panels.leg import leg_heading, speaking_for
from dashboard.panels.leg_country import leg_country
from dashboard.panels.leg_figures import kilometres, risk_figure
from dashboard.rows import row, rows
from dashboard.words import DIMENSIONS
from dashboard.workspace.model import standing_records

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.workspace.model import Workspace
    from dashboard.workspace.one_leg import OneLeg

_LENGTH: Final = N_("Your line, {km} km")
_POINTS: Final = N_(
    "Measured by the atlas on Natural Earth 1:10m: geodesics from point to point of your line."
)


def own_leg_panel(one: OneLeg, workspace: Workspace) -> h.Element:
    """Return everything that is known of an own leg; every figure opens onto what it rests on."""
    leg_id = str(one.atlas.legs.index[0])
    leg = row(one.atlas.legs, leg_id)
    return h.div(".atlas-panel.atlas-own")[
        leg_heading(one.atlas, leg, h.span(".atlas-tag.atlas-yours")[_("Yours, restricted")]),
        _assessments(one),
        risk_figure(one.atlas, one.readings, leg_id, one.intervals),
        kilometres(one.atlas, leg_id, _POINTS, _LENGTH),
        h.fragment[
            [
                leg_country(one.atlas, one.readings, iso3, one.intervals)
                for iso3 in speaking_for(leg)
            ]
        ],
        _written(leg, workspace, leg_id),
    ]


def _assessments(one: OneLeg) -> h.Node:
    """Say which assessments of the organisation's own are in the figures below."""
    if one.changes.empty:
        return None
    names = one.atlas.names()
    lines = [
        h.li[
            _("{country}, {indicator}: {own} instead of {evidence}.").format(
                country=names.get(change.iso3, change.iso3),
                indicator=_(DIMENSIONS[change.dimension]),
                own=decimal(change.after),
                evidence=markup.figure(change.before),
            ),
            " ",
            h.span(".atlas-dim")[change.reason],
        ]
        for change in rows(one.changes)
    ]
    return markup.section(
        _("Your assessments in these figures"), h.p[markup.own_assessment()], h.ul[lines]
    )


def _written(leg: pd.Series, workspace: Workspace, leg_id: str) -> h.Node:
    """Return the notes on a leg and the incidents that are said to have happened on it."""
    notes, incidents = (_about(table, leg_id) for table in (workspace.notes, workspace.incidents))
    told = [str(leg["note"])] if leg["note"] else []
    lines = [h.li[text] for text in [*told, *notes["text"]]]
    events = [
        h.li[f"{one.date} · {one.iso3} · {one.summary}", _source(str(one.source))]
        for one in rows(incidents)
    ]
    return [
        markup.section(_("Notes on this leg"), h.ul[lines]) if lines else None,
        markup.section(
            _("Your incidents on this leg"),
            h.ul[events],
            h.p(".atlas-note")[_("They enter no figure.")],
        )
        if events
        else None,
    ]


def _about(table: pd.DataFrame, leg_id: str) -> pd.DataFrame:
    found = standing_records(table)
    return found[found["about"] == leg_id]


def _source(text: str) -> h.Node:
    return h.span(".atlas-dim")[f" {text}"] if text else None
