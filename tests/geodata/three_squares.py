"""A world of three square countries on open water, and legs across it."""

import geopandas as gpd
import pandas as pd
import shapely

CRS = "EPSG:4326"


def squares() -> gpd.GeoDataFrame:
    """AAA and BBB share a border at 10 degrees east; CCC lies apart, east of a strait."""
    return gpd.GeoDataFrame(
        index=pd.Index(["AAA", "BBB", "CCC"], name="iso3"),
        geometry=[
            shapely.box(0, 0, 10, 10),
            shapely.box(10, 0, 20, 10),
            shapely.box(25, 0, 35, 10),
        ],
        crs=CRS,
    )


def leg(*places: tuple[float, float], leg_id: str = "leg") -> gpd.GeoDataFrame:
    return legs({leg_id: shapely.LineString(places)})


def legs(lines: dict[str, shapely.Geometry]) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(
        geometry=list(lines.values()), index=pd.Index(list(lines), name="leg_id"), crs=CRS
    )


def waypoints(**places: tuple[float, float]) -> pd.DataFrame:
    return pd.DataFrame.from_dict(places, orient="index", columns=["lon", "lat"], dtype=float)


def links(**ends: tuple[str, str]) -> pd.DataFrame:
    frame = pd.DataFrame.from_dict(ends, orient="index", columns=["from_id", "to_id"])
    return frame.rename_axis("leg_id")
