"""The panel of one corridor: status by period, reported use, legs and events with sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h

from dashboard.panels import markup

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings


def corridor_panel(atlas: Atlas, readings: Readings, corridor_id: str, lang: str) -> h.Element:
    """Return what is reported about a corridor, every statement opening onto its sources."""
    corridor = atlas.corridors.loc[corridor_id]
    return h.div(".atlas-panel")[
        h.h3[corridor[f"name_{lang}"]],
        h.p[corridor["description"]],
        h.div(".atlas-columns")[
            markup.section("Status by period", _periods(atlas, readings, corridor_id)),
            markup.section("Legs", _legs(atlas, readings, corridor_id, lang)),
            markup.section("Reported use", _use(atlas, corridor)),
            markup.section("Events up to the date", _events(atlas, readings, corridor_id)),
        ],
        markup.sources(_ids(corridor["source_ids"]), atlas.sources, "Sources of the corridor"),
    ]


def _periods(atlas: Atlas, readings: Readings, corridor_id: str) -> h.Node:
    rows = atlas.statuses[atlas.statuses["corridor_id"] == corridor_id]
    return h.ul[
        [
            h.li[
                _current(row, readings),
                f"{row.start_year}–{row.end_year} {row.code}: {row.text}",
                markup.sources(_ids(row.source_ids), atlas.sources),
            ]
            for row in rows.itertuples()
        ]
    ]


def _current(row: object, readings: Readings) -> h.Node:
    year = readings.date.year
    last = max(int(row.end_year), readings.date.year if row.is_last else 0)  # type: ignore[attr-defined]
    now = int(row.start_year) <= year <= last  # type: ignore[attr-defined]
    return [h.span(".atlas-tag")["on the date"], " "] if now else None


def _legs(atlas: Atlas, readings: Readings, corridor_id: str, lang: str) -> h.Node:
    legs = atlas.legs[atlas.legs["corridor_id"] == corridor_id]
    names = atlas.leg_names(lang)
    rows = [
        (
            names[leg_id],
            markup.risk_chip(found["risk_class"]),
            markup.figure(found["reading"]),
            markup.figure(found["cumulative_so_far"]),
        )
        for leg_id, found in readings.legs.loc[legs.index].iterrows()
    ]
    return markup.table(("Leg", "Class", "Reading", "Cumulative"), rows)


def _use(atlas: Atlas, corridor: pd.Series) -> h.Node:
    if not isinstance(corridor["usage_reported"], str):
        return h.p["No figure published."]
    year = corridor["usage_year"]
    when = f" ({year})" if isinstance(year, str) and year else ""
    return [
        h.p[f"{corridor['usage_reported']}{when}."],
        markup.sources(_ids(corridor["usage_source_ids"]), atlas.sources),
    ]


def _events(atlas: Atlas, readings: Readings, corridor_id: str) -> h.Node:
    named = readings.events["corridor_ids"].str.split(";")
    rows = readings.events[[corridor_id in ids for ids in named]].sort_values(
        "date", ascending=False
    )
    return h.ul[
        [
            h.li[
                h.strong[f"{row.date} "],
                f"{row.summary} ",
                h.span(".atlas-dim")[f"{row.risk_effect} risk "],
                markup.judgement(),
                markup.sources(_ids(row.source_ids), atlas.sources),
            ]
            for row in rows.itertuples()
        ]
    ]


def _ids(text: object) -> list[str]:
    return text.split(";") if isinstance(text, str) and text else []
