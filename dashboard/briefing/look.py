"""Where the map of a new step looks: at the corridor that is brought forward, or what is shown."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from dashboard.briefing.story import HIGH, WIDE
from dashboard.filters import shown_legs

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.atlas import Atlas
    from dashboard.briefing.briefing import Bounds
    from dashboard.pipeline import Readings
    from dashboard.settings import Settings

# As the map of the page Map does it: so much room on each side, and no nearer than so many degrees.
_AROUND: Final = 0.12
_LEAST_DEG: Final = 9


def look_of(atlas: Atlas, readings: Readings, settings: Settings) -> Bounds | None:
    """Return the frame in whole degrees of the legs that a view is about; None for the region.

    They are those of the corridor that is brought forward, else those that the filters leave.
    """
    legs = atlas.legs
    own = legs["corridor_id"] == settings.focus
    about = own.to_numpy() if settings.focus else shown_legs(atlas, readings, settings)
    if about.all() or not about.any():
        return None
    ends = [*legs.loc[about, "from_id"], *legs.loc[about, "to_id"]]
    places = atlas.waypoints.loc[sorted(set(ends))]
    east = places["lon"].where(places["lon"] >= WIDE[0], places["lon"] + 360)
    (west_deg, east_deg), (south_deg, north_deg) = _spread(east, WIDE), _spread(places["lat"], HIGH)
    return (south_deg, west_deg), (north_deg, east_deg)


def _spread(degrees: pd.Series, window: tuple[int, int]) -> tuple[float, float]:
    low, high = degrees.min(), degrees.max()
    more = max(_AROUND * (high - low), (_LEAST_DEG - (high - low)) / 2)
    first, last = math.floor(low - more), math.ceil(high + more)
    return float(max(first, window[0])), float(min(last, window[1]))
