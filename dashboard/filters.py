"""Which legs the filters leave: masks over the legs table, nothing drawn, nothing judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas as pd

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.settings import Settings


def shown_legs(atlas: Atlas, readings: Readings, settings: Settings) -> npt.NDArray[np.bool_]:
    """Return one flag per leg: True where the leg passes every filter.

    A leg touches a country when it declares it; class and status are those of the as-of date. An
    empty filter passes everything.
    """
    legs = readings.legs
    shown = np.ones(len(legs), dtype=bool)
    if settings.corridor:
        shown &= atlas.legs["corridor_id"].isin(settings.corridor).to_numpy()
    if settings.country:
        shown &= atlas.touches[list(settings.country)].any(axis="columns").to_numpy()
    if settings.risk_class:
        shown &= legs["risk_class"].isin(settings.risk_class).to_numpy()
    if settings.status:
        shown &= legs["status"].isin(settings.status).to_numpy()
    return shown


def shown_corridors(atlas: Atlas, shown: npt.NDArray[np.bool_]) -> pd.Index:
    """Return the corridors, in the order of the data, that have at least one shown leg."""
    kept = set(atlas.legs["corridor_id"].to_numpy()[shown])
    return atlas.corridors.index[[corridor_id in kept for corridor_id in atlas.corridors.index]]
