"""Tells where the legs of a corridor do not chain: where one ends, the next must begin."""

from itertools import pairwise

import geopandas as gpd
import pyproj
import shapely

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
    numbered = legs[legs["corridor_id"].notna() & legs["seq"].notna()].sort_values(
        ["corridor_id", "seq"]
    )
    remarks = []
    for corridor, rows in numbered.groupby("corridor_id", sort=True):
        for (before, last), (after, leg) in pairwise(rows.iterrows()):
            gap = _gap_km(last["geometry"], leg["geometry"])
            if gap > SAME_PLACE_KM:
                words = Sentence(
                    "Corridor {corridor} does not chain: leg {after} begins {km} km from where leg {before} ends.",
                    corridor=corridor, before=before, after=after, km=f"{gap:,.0f}",
                )  # fmt: skip
                remarks.append(
                    Note(layer=str(leg["layer"]), sentence=words, rows=(int(leg["row"]),))
                )
    return remarks


def _gap_km(before: shapely.Geometry, after: shapely.Geometry) -> float:
    end, start = shapely.get_coordinates(before)[-1], shapely.get_coordinates(after)[0]
    return float(EARTH.inv(*end, *start)[2]) / 1000
