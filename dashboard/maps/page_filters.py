"""What each filter of the page goes by, so that the map can answer before the app has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.language import _
from dashboard.maps.paint import digits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pandas as pd

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings


def page_filters(
    atlas: Atlas, readings: Readings, control: Callable[[str], str]
) -> list[dict[str, Any]]:
    """Return one row per filter: where its control is on the page, and what it calls each leg.

    The labels are those that the controls show, in the language of the run. Corridors and
    countries of a leg are in the network; class and status change with date and recipe, so their
    codes come with each view: one character per leg, counted from ``0``, an index into ``labels``.

    Parameters
    ----------
    atlas, readings
        The data, and the figures of the date and the recipe.
    control
        Gives the session key of the control for a setting. Streamlit marks the control with it
        in the page (``st-key-…``).
    """
    legs, choices = readings.legs, atlas.choices
    corridors, countries = atlas.corridor_names, atlas.names()
    shown: list[dict[str, Any]] = [
        {"by": "corridor", "labels": {one: corridors[one] for one in choices.corridor}},
        {"by": "country", "labels": {iso3: countries[iso3] for iso3 in choices.country}},
        {"by": "risk_class", **_coded(legs["risk_class"], choices.risk_class)},
        {"by": "status", **_coded(legs["status"], choices.status)},
    ]
    return [{"control": f"st-key-{control(row['by'])}", **row} for row in shown]


def _coded(values: pd.Series, labels: Sequence[str]) -> dict[str, Any]:
    codes = np.array([labels.index(value) for value in values], dtype=np.uint8)
    return {"labels": [_(label) for label in labels], "codes": digits(codes)}
