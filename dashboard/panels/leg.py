"""The panel of one leg: its figure, where it comes from, the law and practice behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h

from dashboard import palette
from dashboard.panels import markup
from dashboard.panels.facts import assessment_line, fact_lines, incident_lines
from dashboard.words import DIMENSIONS, MODES, STANDINGS

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings

_RISK_DIMENSIONS = ("state_practice_of_return", "cooperation_with_dprk_on_return")
_RECENT = 6
_SEA = {"SEA": "Open water", "NONE": "No country matched"}


def leg_panel(atlas: Atlas, readings: Readings, leg_id: str, lang: str) -> h.Element:
    """Return everything the atlas holds on one leg, every figure opening onto its sources."""
    leg = atlas.legs.loc[leg_id]
    countries = _countries(leg)
    return h.div(".atlas-panel")[
        _heading(atlas, leg, lang),
        _figure(atlas, readings, leg_id),
        _kilometres(atlas, leg_id),
        h.fragment[[_country(atlas, readings, iso3) for iso3 in countries]],
        _standing(atlas, leg),
        _corridors(atlas, readings, leg, lang),
        markup.section(
            "Sources of the leg", markup.sources(_ids(leg["source_ids"]), atlas.sources)
        ),
    ]


def _heading(atlas: Atlas, leg: pd.Series, lang: str) -> h.Node:
    name = f"name_{lang}"
    start, end = atlas.waypoints.loc[leg["from_id"]], atlas.waypoints.loc[leg["to_id"]]
    return [
        h.h3[f"{start[name]} → {end[name]}"],
        h.div[
            h.span(".atlas-tag")[MODES[leg["mode"]]],
            " ",
            h.span(".atlas-tag")[STANDINGS[leg["standing"]]],
            " ",
            h.span(".atlas-dim")[str(leg.name)],
        ],
    ]


def _figure(atlas: Atlas, readings: Readings, leg_id: str) -> h.Node:
    reading = readings.legs.loc[leg_id]
    return markup.section(
        "Refoulement risk of the leg",
        h.div(".atlas-head")[
            h.span(".atlas-number")[markup.figure(reading["reading"])],
            h.span(".atlas-dim")["of 10"],
            markup.risk_chip(reading["risk_class"]),
            markup.judgement(),
        ],
        markup.scale(
            reading["reading"], readings.recipe.classes.edges, list(palette.RISK.values())
        ),
        h.p(".atlas-note")[_evidence_words(reading)],
        markup.unfold("How this figure comes about", _drivers(atlas, readings, leg_id)),
    )


def _evidence_words(reading: pd.Series) -> str:
    if reading["reason"]:
        return str(reading["reason"])
    age = markup.figure(reading["age_years"], 0)
    return (
        f"Weakest grade of the evidence: {reading['grade']}. Oldest evidence it rests on: "
        f"{markup.when(reading['oldest_evidence'])}, {age} years before the as-of date."
    )


def _drivers(atlas: Atlas, readings: Readings, leg_id: str) -> h.Node:
    drivers = readings.drivers[readings.drivers["leg_id"] == leg_id]
    rows = [
        (
            f"{atlas.country_names.get(row.iso3, row.iso3)}, {row.kind}",
            markup.figure(row.weight_km, 0),
            markup.figure(row.score),
            markup.figure(row.contribution, 0),
        )
        for row in drivers.itertuples()
    ]
    return [
        markup.table(("Part", "Weight, km", "Score", "Weight × score"), rows, "numbers"),
        h.p(".atlas-note")[
            "The figure is the sum of the last column over the sum of the weights. A border "
            f"crossing or an end of a flight weighs {readings.recipe.legs.crossing_km:g} km."
        ],
    ]


def _kilometres(atlas: Atlas, leg_id: str) -> h.Node:
    parts = atlas.exposure[atlas.exposure["leg_id"] == leg_id].sort_values("km", ascending=False)
    total = parts["km"].sum()
    rows = [
        (
            _SEA.get(row.iso3, atlas.country_names.get(row.iso3, row.iso3)),
            f"{row.km:,.0f}",
            f"{row.km / total:.0%}",
        )
        for row in parts.itertuples()
    ]
    return markup.section(
        f"Straight line, {total:,.0f} km",
        markup.table(("Country", "km", "Share"), rows, "numbers"),
        h.p(".atlas-note")[_line_words(atlas, leg_id)],
    )


def _line_words(atlas: Atlas, leg_id: str) -> str:
    note = atlas.legs.loc[leg_id, "countries_note"]
    base = "Geodesic between stand-ins for a province or city; not a path anyone took."
    return f"{base} {note}" if isinstance(note, str) and note else base


def _country(atlas: Atlas, readings: Readings, iso3: str) -> h.Element:
    row = readings.countries.loc[iso3] if iso3 in readings.countries.index else None
    name = atlas.country_names.get(iso3, iso3)
    if row is None or row["n_present"] == 0:
        return markup.section(name, h.p["No data on law or practice toward North Koreans."])
    return markup.section(
        name,
        h.div(".atlas-head")[
            h.strong[markup.figure(row["risk"])], markup.risk_chip(row["risk_class"])
        ],
        _table1_words(atlas, iso3),
        h.div[[assessment_line(atlas, readings, iso3, name) for name in _RISK_DIMENSIONS]],
        markup.unfold(
            "Legal status, in law and in practice",
            fact_lines(atlas, readings, iso3, ("legal_status_in_practice", "official_position")),
            fact_lines(atlas, readings, iso3, ("treaty_", "domestic_", "bilateral_agreement")),
        ),
        markup.unfold(
            "The other dimensions",
            [
                assessment_line(atlas, readings, iso3, dimension)
                for dimension in DIMENSIONS
                if dimension not in _RISK_DIMENSIONS
            ],
        ),
        markup.unfold("Incidents, newest first", incident_lines(atlas, readings, iso3, _RECENT)),
    )


def _table1_words(atlas: Atlas, iso3: str) -> h.Node:
    if iso3 not in atlas.table1.columns:
        return None
    return h.p[
        h.span(".atlas-tag")["Table 1"],
        f" Legal status: {atlas.table1.loc['legal_status', iso3]}. "
        f"Refoulement risk: {atlas.table1.loc['refoulement_risk', iso3]}.",
    ]


def _standing(atlas: Atlas, leg: pd.Series) -> h.Node:
    ids = _ids(leg["standing_source_ids"])
    ours = leg["standing_basis"] != "source"
    note = leg["standing_note"] if isinstance(leg["standing_note"], str) else ""
    return markup.section(
        "Standing on this leg",
        h.p[
            f"{STANDINGS[leg['standing']].capitalize()}. {note} ",
            markup.judgement() if ours else None,
        ],
        markup.sources(ids, atlas.sources) if ids else None,
    )


def _corridors(atlas: Atlas, readings: Readings, leg: pd.Series, lang: str) -> h.Node:
    same = atlas.legs[atlas.legs["link_id"] == leg["link_id"]]
    rows = [
        (
            atlas.corridors.loc[row.corridor_id, f"name_{lang}"],
            readings.legs.loc[row.Index, "status"],
            markup.figure(readings.legs.loc[row.Index, "cumulative_so_far"]),
        )
        for row in same.itertuples()
    ]
    return markup.section(
        "Corridors on this link",
        markup.table(("Corridor", "Status", "Cumulative so far"), rows),
        h.p(".atlas-note")["Cumulative: score × 1,000 km from the start of the corridor to here."],
    )


def _countries(leg: pd.Series) -> list[str]:
    declared = str(leg["countries_declared"]).split(";")
    protector = leg["protected_by"]
    named = [protector] if isinstance(protector, str) and protector else []
    return list(dict.fromkeys([*declared, *named]))


def _ids(text: object) -> list[str]:
    return text.split(";") if isinstance(text, str) and text else []
