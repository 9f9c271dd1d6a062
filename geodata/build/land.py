"""Land, coast and country shapes of the basemap, whole for the world and fine for Asia."""

from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely

from geodata.build.window import DETAIL, coded, in_window

# Degrees. Neighbours are simplified together, so that no gap opens between them.
WORLD_TOLERANCE = 0.035
FAR_TOLERANCE = 0.12
# Degrees: what the first view can show.
NEAR = (65.0, -12.0, 155.0, 50.0)
DETAIL_TOLERANCE = 0.004
LEAST_AREA_WORLD = 0.012
LEAST_AREA_DETAIL = 0.0003
FRAME_RIM = 1e-6
LEAST_POINTS = 3

# Drawn apart in the source; on this map part of the country that leases it out.
LEASED = {"XBK": "KAZ"}
# Gaps between neighbours smaller than this are slivers, not lakes.
LEAST_HOLE = 0.05

Rings = list[list[int]]


def world_land(folder: Path) -> dict[str, object]:
    """Return countries by iso3 and the coast of the whole window, generalised.

    Parameters
    ----------
    folder
        The folder that holds ``boundaries.parquet``.

    Returns
    -------
    dict
        ``countries``: rings by iso3; ``coast``: lines. All delta coded.
    """
    countries = _countries(folder)
    whole = countries.geometry.to_numpy()
    near = shapely.intersects(whole, shapely.box(*NEAR))
    rough = np.where(
        near,
        shapely.coverage_simplify(whole, WORLD_TOLERANCE),
        shapely.coverage_simplify(whole, FAR_TOLERANCE),
    )
    shapes = [in_window(shapely.make_valid(shape)) for shape in rough]
    kept = [_large_parts(shape, LEAST_AREA_WORLD) for shape in shapes]
    return _coded_land(list(countries.index), kept)


def detail_land(folder: Path) -> dict[str, object]:
    """Return countries by iso3 and the coast inside the detailed part of the window.

    As ``world_land``, cut to ``DETAIL`` and simplified by ``DETAIL_TOLERANCE`` degrees.
    """
    countries = _countries(folder)
    frame = shapely.box(*DETAIL)
    near = countries[countries.intersects(frame)]
    fine = shapely.coverage_simplify(near.geometry.to_numpy(), DETAIL_TOLERANCE)
    shapes = [shapely.intersection(shapely.make_valid(shape), frame) for shape in fine]
    kept = [_large_parts(shape, LEAST_AREA_DETAIL) for shape in shapes]
    return _coded_land(list(near.index), kept, frame)


def line_parts(shape: shapely.Geometry) -> list[shapely.LineString]:
    """Return the lines in a shape, joined where they meet.

    In the coordinates of the shape; points and areas in it are passed over.
    """
    lines = [part for part in shapely.get_parts(shape) if part.geom_type == "LineString"]
    nested = [part for part in shapely.get_parts(shape) if part.geom_type == "MultiLineString"]
    lines += [line for many in nested for line in shapely.get_parts(many)]
    merged = shapely.line_merge(shapely.MultiLineString(lines))
    return [part for part in shapely.get_parts(merged) if not part.is_empty]


def _countries(folder: Path) -> gpd.GeoDataFrame:
    countries = gpd.read_parquet(folder / "boundaries.parquet").sort_index()
    leased = countries.loc[[code for code in LEASED if code in countries.index]]
    whole = countries.drop(index=["ATA", *leased.index], errors="ignore")
    for code, piece in leased.geometry.items():
        owner = LEASED[str(code)]
        whole.loc[[owner], "geometry"] = shapely.union(whole.geometry[owner], piece)
    return whole


def _coded_land(
    iso3: list[str], shapes: list[shapely.Geometry], frame: shapely.Geometry | None = None
) -> dict[str, object]:
    land = _without_slivers(shapely.union_all([shapely.buffer(shape, 0) for shape in shapes]))
    edge = frame if frame is not None else shapely.box(-30, -60, 330, 81)
    inside = shapely.buffer(edge, -FRAME_RIM, join_style="mitre")
    coast = line_parts(shapely.intersection(shapely.boundary(land), inside))
    return {
        "countries": {
            code: _rings(shape) for code, shape in zip(iso3, shapes, strict=True) if shape
        },
        "coast": [coded(shapely.get_coordinates(line)) for line in coast],
    }


def _without_slivers(land: shapely.Geometry) -> shapely.Geometry:
    parts = [
        shapely.Polygon(
            part.exterior,
            [hole for hole in part.interiors if shapely.Polygon(hole).area >= LEAST_HOLE],
        )
        for part in shapely.get_parts(land)
        if part.geom_type == "Polygon"
    ]
    return shapely.MultiPolygon(parts)


def _large_parts(shape: shapely.Geometry, least: float) -> shapely.Geometry:
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    if not parts:
        return shapely.MultiPolygon()
    areas = np.array([part.area for part in parts])
    # A small country keeps its largest part, however small.
    chosen = (areas >= least) | (areas == areas.max())
    return shapely.MultiPolygon([part for part, keep in zip(parts, chosen, strict=True) if keep])


def _rings(shape: shapely.Geometry) -> Rings:
    polygons = shapely.get_parts(shape)
    oriented = [shapely.geometry.polygon.orient(polygon) for polygon in polygons]
    rings = [ring for polygon in oriented for ring in (polygon.exterior, *polygon.interiors)]
    lines = [coded(shapely.get_coordinates(ring)) for ring in rings]
    return [line for line in lines if len(line) > 2 * LEAST_POINTS]
