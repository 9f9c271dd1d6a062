"""The legs that touch one country: kilometres inside it, class, reading and who uses them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis.intervals import shown_class_shares

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.uncertainty import Intervals


def legs_inside(
    atlas: Atlas, readings: Readings, iso3: str, intervals: Intervals | None = None
) -> pd.DataFrame:
    """Return one row per link that touches a country, most kilometres first, flights last.

    A link is reported to enter the country (``declared``), or only its straight line crosses it
    on the ground; the latter is not counted in any figure. Flights over a country are left out.

    Returns
    -------
    Index ``leg_id``, the first of the legs on the link; columns ``leg, mode, declared, corridors``
    (ids, in the order of the data), ``km`` inside the country (missing for a flight), ``reading,
    risk_class, low, high``, ``class_share`` (share of draws in the class shown).

    """
    legs = atlas.legs
    inside = atlas.exposure[atlas.exposure["iso3"] == iso3].set_index("leg_id")["km"]
    ground = legs["mode"] != "air"
    none = pd.Series(data=False, index=legs.index)
    declared = atlas.touches.get(iso3, none)
    crossing = declared | (ground & legs.index.isin(inside.index))
    touched = legs[crossing]
    first = touched[~touched["link_id"].duplicated()]
    sharing = touched.groupby("link_id")["corridor_id"].agg(list)
    table = pd.DataFrame(
        {
            "leg": atlas.leg_names().reindex(first.index),
            "mode": first["mode"],
            "declared": declared.reindex(first.index),
            "corridors": first["link_id"].map(sharing),
            "km": inside.reindex(first.index).fillna(0.0).where(ground.reindex(first.index)),
            "reading": readings.legs["reading"].reindex(first.index),
            "risk_class": readings.legs["risk_class"].reindex(first.index),
            "low": float("nan"),
            "high": float("nan"),
            "class_share": float("nan"),
        },
        index=first.index,
    )
    if intervals is not None:
        sure = intervals.legs.reindex(first.index)
        table[["low", "high"]] = sure[["low", "high"]]
        table["class_share"] = shown_class_shares(sure, table["risk_class"])
    return table.sort_values(["declared", "km"], ascending=False, na_position="last")
