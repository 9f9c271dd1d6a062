"""Where the map of a step looks: at what a view is about, a country, or where a person moved it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from dashboard.briefing.frames import HIGH, WIDE
from dashboard.filters import shown_legs

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import pandas as pd

    from dashboard.atlas import Atlas
    from dashboard.briefing.briefing import Bounds
    from dashboard.pipeline import Readings
    from dashboard.settings import Settings

# As the map of the page Map does it: so much room on each side, and no nearer than so many degrees.
_AROUND: Final = 0.12
_LEAST_DEG: Final = 9
_CORNERS: Final = 4


def look_of(atlas: Atlas, readings: Readings, settings: Settings) -> Bounds | None:
    """Return the frame in whole degrees of the legs that a view is about; None for the region.

    They are those of the corridor that is brought forward, else those that the filters leave.
    """
    legs = atlas.legs
    own = legs["corridor_id"] == settings.focus
    about = own.to_numpy() if settings.focus else shown_legs(atlas, readings, settings)
    return None if about.all() or not about.any() else frame_of_legs(atlas, about)


def frame_of_legs(atlas: Atlas, about: np.ndarray) -> Bounds:
    """Return the frame in whole degrees of some legs, at least one: True where ``about``."""
    legs = atlas.legs
    ends = [*legs.loc[about, "from_id"], *legs.loc[about, "to_id"]]
    places = atlas.waypoints.loc[sorted(set(ends))]
    east = places["lon"].where(places["lon"] >= WIDE[0], places["lon"] + 360)
    (west_deg, east_deg), (south_deg, north_deg) = _spread(east, WIDE), _spread(places["lat"], HIGH)
    return (south_deg, west_deg), (north_deg, east_deg)


def frame_of_box(box: Sequence[float]) -> Bounds | None:
    """Return the frame in whole degrees around west, south, east, north; None where it is none.

    What a browser tells is not trusted: numbers, and a place on the map.
    """
    if len(box) != _CORNERS or not all(map(_is_number, box)):
        return None
    west, east = max(math.floor(box[0]), WIDE[0]), min(math.ceil(box[2]), WIDE[1])
    south, north = max(math.floor(box[1]), HIGH[0]), min(math.ceil(box[3]), HIGH[1])
    is_frame = west < east and south < north
    return ((float(south), float(west)), (float(north), float(east))) if is_frame else None


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and math.isfinite(value)


def _spread(degrees: pd.Series, window: tuple[int, int]) -> tuple[float, float]:
    low, high = degrees.min(), degrees.max()
    more = max(_AROUND * (high - low), (_LEAST_DEG - (high - low)) / 2)
    first, last = math.floor(low - more), math.ceil(high + more)
    return float(max(first, window[0])), float(min(last, window[1]))
