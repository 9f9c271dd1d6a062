"""Tells where the legs of a corridor do not chain: where one ends, the next must begin."""

import geopandas as gpd
import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray

from intake.files.findings import Note
from intake.sentence import Sentence

EARTH = pyproj.Geod(ellps="WGS84")
# Ends closer than this are one place, typed with one decimal more or less.
SAME_PLACE_KM = 1.0


def chain_remarks(legs: gpd.GeoDataFrame) -> list[Note]:
    """Return a remark for each leg that does not begin where the one before it ends.

    Parameters
    ----------
    legs
        With ``corridor_id``, ``seq``, ``row``, ``layer`` and ``geometry`` (EPSG:4326); legs
        without a corridor or a number are left alone.
    """
    numbered = legs[legs["corridor_id"].notna() & legs["seq"].notna()]
    numbered = numbered.sort_values(["corridor_id", "seq"])
    shapes = numbered.geometry.to_numpy()
    if len(shapes) < 2:  # noqa: PLR2004 - one leg is a chain
        return []
    gap_km = _gap_km(_ends(shapes, last=True)[:-1], _ends(shapes, last=False)[1:])
    corridor = numbered["corridor_id"].to_numpy(dtype=object)
    broken = np.flatnonzero((corridor[1:] == corridor[:-1]) & (gap_km > SAME_PLACE_KM))
    layers, rows = numbered["layer"].tolist(), numbered["row"].tolist()
    return [
        Note(
            layer=layers[place + 1],
            rows=(rows[place + 1],),
            sentence=Sentence(
                "Corridor {corridor} does not chain: leg {after} begins {km} km from where leg "
                "{before} ends.",
                corridor=corridor[place],
                before=numbered.index[place],
                after=numbered.index[place + 1],
                km=format(gap_km[place], ",.0f"),
            ),
        )
        for place in broken
    ]


def _ends(shapes: NDArray[np.object_], *, last: bool) -> NDArray[np.float64]:
    """Return the first or last place of each shape."""
    places, row = shapely.get_coordinates(shapes, return_index=True)
    return places[
        np.searchsorted(row, np.arange(len(shapes)), side="right" if last else "left") - last
    ]


def _gap_km(ends: NDArray[np.float64], starts: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(EARTH.inv(*ends.T, *starts.T)[2]) / 1000
