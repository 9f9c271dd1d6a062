"""The panel of one corridor: status by period, reported use, legs and events with sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h
import pandas as pd

from dashboard.language import _, integer, said
from dashboard.panels import markup
from dashboard.panels.behind import corridor_behind
from dashboard.panels.event import reported_event
from dashboard.panels.status import status_periods
from dashboard.rows import row, rows
from dashboard.texts import readable
from dashboard.words import NO_DATA
from intake.ids import split_ids

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.rows import Row


def corridor_panel(atlas: Atlas, readings: Readings, corridor_id: str) -> h.Element:
    """Return what is reported about a corridor, every statement opening onto its sources."""
    corridor = row(atlas.corridors, corridor_id)
    sources_of_it = _("Grade {grade}: sources of the corridor")
    return h.div(".atlas-panel")[
        h.h3[atlas.corridor_names[corridor_id]],
        h.p[said(corridor["description"])],
        h.p(".atlas-dim")[readable(corridor["note"], atlas.cited)] if corridor["note"] else None,
        markup.sources(
            split_ids(corridor["source_ids"]),
            atlas.cited,
            sources_of_it.format(grade=_(corridor["confidence"])),
        ),
        h.div(".atlas-columns")[
            markup.section(_("Status by period"), status_periods(atlas, readings, corridor_id)),
            markup.section(_("Legs"), _legs(atlas, readings, corridor_id)),
            markup.section(
                _("What the readings rest on"), corridor_behind(atlas, readings, corridor_id)
            ),
            markup.section(_("Reported use"), _use(atlas, corridor)),
            markup.section(_("Distance"), _distance(atlas, readings, corridor)),
            markup.section(_("Events up to the date"), _events(atlas, readings, corridor_id)),
        ],
    ]


def _legs(atlas: Atlas, readings: Readings, corridor_id: str) -> h.Node:
    names = atlas.leg_names()
    lines = [
        (
            names[leg.Index],
            markup.risk_chip(leg.risk_class),
            markup.figure(leg.reading),
            markup.figure(leg.cumulative_so_far),
        )
        for leg in rows(readings.legs[readings.legs["corridor_id"] == corridor_id])
    ]
    return [
        markup.table((_("Leg"), _("Class"), _("Reading"), _("Cumulative")), lines),
        h.p(".atlas-note")[
            markup.judgement(), " ", _("Select a leg on the map to open what its reading rests on.")
        ],
    ]


def _use(atlas: Atlas, corridor: Row) -> h.Node:
    when = f" ({corridor['usage_year']})" if corridor["usage_year"] else ""
    ids = split_ids(corridor["usage_source_ids"])
    return [
        h.p[f"{said(corridor['usage_reported'])}{when}."],
        markup.sources(ids, atlas.cited) if ids else None,
    ]


def _distance(atlas: Atlas, readings: Readings, corridor: Row) -> h.Node:
    measured = markup.figure(readings.corridors["length_km"][corridor.name], 0)
    ids = split_ids(corridor["distance_source_ids"])
    ours = _(
        "Straight legs, flights included: {km} km, measured by the atlas on the WGS84 ellipsoid."
    )
    reported = _("Reported: {reported}.").format(reported=_reported_km(corridor))
    return [
        h.p[ours.format(km=measured)],
        h.p[f"{reported} {said(corridor['distance_basis'])}"],
        markup.sources(ids, atlas.cited) if ids else None,
    ]


def _reported_km(corridor: Row) -> str:
    known = [
        integer(km)
        for km in (corridor["distance_km_min"], corridor["distance_km_max"])
        if not pd.isna(km)
    ]
    return f"{'–'.join(dict.fromkeys(known))} km" if known else _(NO_DATA)


def _events(atlas: Atlas, readings: Readings, corridor_id: str) -> h.Node:
    touched = [corridor_id in split_ids(ids) for ids in readings.events["corridor_ids"]]
    newest_first = readings.events[touched].sort_values("date", ascending=False)
    return h.ul[[h.li[reported_event(event, atlas.cited)] for event in rows(newest_first)]]
