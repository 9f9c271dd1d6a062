"""What the map is told of an organisation's own legs: with the run of its session, at no address.

The network of the published corridors has an address that every session shares; own legs go over
the connection of the one session alone, and no further than the browser of it.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd
import shapely

from dashboard.language import decimal
from dashboard.maps.paint import digits, paint_legs
from dashboard.workspace.model import standing_records
from routes.schema import MODES

if TYPE_CHECKING:
    from dashboard.workspace.model import Workspace
    from dashboard.workspace.own_tables import OwnFigures

_UNITS: Final = 100_000  # about a metre
_SCREEN_TOLERANCE_DEG: Final = 0.0005
_FEW: Final = 5_000
_COARSE_TOLERANCE_DEG: Final = 0.01


def own_view(figures: OwnFigures, workspace: Workspace, by: str) -> dict[str, Any]:
    """Return own legs and places as JSON values, painted ``by`` one of ``settings.PAINTS``.

    ``steps`` are longitudes and latitudes in units of 1e-5 degrees, each line as differences from
    its first point; ``sizes`` the points of each line. ``touched`` is 1 for a leg whose figure has
    an own assessment in it. ``mark`` changes with whatever is drawn.
    """
    atlas, readings = figures.own.atlas, figures.own.readings
    unknown = pd.Series(np.nan, atlas.legs.index)
    steps, sizes = _steps(atlas.lines.geometry.to_numpy())
    places = standing_records(workspace.places)
    modes = atlas.legs["mode"].map({mode: code for code, mode in enumerate(MODES)})
    reading = readings.legs["reading"]
    return {
        "mark": str(uuid.uuid4()),
        "steps": steps,
        "sizes": sizes,
        "codes": digits(paint_legs(atlas, readings, by, unknown).codes),
        "modes": digits(np.asarray(modes, dtype=np.uint8)),
        "touched": digits(atlas.legs.index.isin(figures.own.legs)),
        "names": atlas.leg_names().tolist(),
        "readings": _told(reading),
        "places": [
            {"name": name, "lon": float(lon), "lat": float(lat)}
            for name, lon, lat in zip(places["name"], places["lon"], places["lat"], strict=True)
        ],
    }


def _told(reading: pd.Series) -> list[str]:
    """Return each reading as it stands behind a class; legs by the thousand share few figures."""
    rounded = reading.round(1)
    words = {one: f" ({decimal(one)})" for one in rounded.dropna().unique()}
    return [words.get(one, "") for one in rounded.tolist()]


def _steps(lines: np.ndarray[Any, Any]) -> tuple[list[int], list[int]]:
    tolerance = _SCREEN_TOLERANCE_DEG if len(lines) <= _FEW else _COARSE_TOLERANCE_DEG
    thin = shapely.simplify(lines, tolerance)
    at, line = shapely.get_coordinates(thin, return_index=True)
    whole = np.rint(at * _UNITS).astype(np.int64)
    first = np.diff(line, prepend=-1) != 0
    steps = np.diff(whole, axis=0, prepend=np.zeros((1, 2), dtype=np.int64))
    steps[first] = whole[first]
    return steps.ravel().tolist(), np.bincount(line, minlength=len(lines)).tolist()
