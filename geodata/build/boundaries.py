"""Makes the country shapes, the disputed lines and the land of no country from Natural Earth."""

import csv
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from geodata.build.packages import LINES, LINES_FOLDER, Package, fetch
from geodata.build.topology import read_shapes

COUNTRIES = Package(registry="npm", name="world-atlas", version="2.0.2")
NAMES = Package(registry="pypi", name="babel", version="2.18.0")
PACKAGES = (COUNTRIES, LINES, NAMES)

COUNTRIES_FILE = "countries-10m.json"
LAND_FILE = "land-10m.json"
LINES_FILE = f"{LINES_FOLDER}/ne_10m_admin_0_boundary_lines_land.shp"

CRS = "EPSG:4326"
# CLDR still lists these beside the codes that replaced them.
WITHDRAWN_CODES = frozenset({"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"})
# The two source files were put on grids of their own, so their coasts differ by slivers up to a
# cell (400 m) wide. What is left when every shape loses this rim is land that one file lacks.
RIM_DEGREES = 0.01
# Kinds of line that say who holds the land is not agreed; leases and buffer zones are not that.
DISPUTED_KINDS = {
    "Disputed (please verify)": "disputed",
    "Indefinite (please verify)": "indefinite",
    "Indeterminant frontier": "indefinite",
    "Line of control (please verify)": "line of control",
}
# Codes of Natural Earth's own that differ from the codes used here.
SOURCE_CODES = {
    "PSX": "PSE",
    "SDS": "SSD",
    "KOS": "XKX",
    "SAH": "ESH",
    "SOL": "XSL",
    "CNM": "XCB",
    "CYN": "XNC",
    "ESB": "XDH",
    "KAS": "XSG",
}


def build(folder: Path) -> list[Path]:
    """Write the boundary files into a folder.

    Parameters
    ----------
    folder
        The folder of the shipped files.

    Returns
    -------
    list of Path
        ``boundaries.parquet``, ``disputed_lines.parquet`` and ``unclaimed_land.parquet``.
    """
    countries = country_shapes()
    layers = {
        "boundaries.parquet": countries,
        "disputed_lines.parquet": disputed_lines(),
        "unclaimed_land.parquet": unclaimed_land(countries),
    }
    for name, layer in layers.items():
        layer.to_parquet(folder / name, index=True, compression="zstd", compression_level=19)
    return [folder / name for name in layers]


def sources() -> list[tuple[Package, str]]:
    """Return every file that is read inside the packages, with its package."""
    return [
        (COUNTRIES, COUNTRIES_FILE),
        (COUNTRIES, LAND_FILE),
        (LINES, LINES_FILE),
        (LINES, LINES_FILE.replace(".shp", ".dbf")),
        (NAMES, "babel/global.dat"),
        (NAMES, "babel/locale-data/en.dat"),
        (NAMES, "babel/locale-data/ko.dat"),
    ]


def country_shapes() -> gpd.GeoDataFrame:
    """Return the countries, index ``iso3``, columns ``name_en``, ``name_ko``, ``geometry``.

    MultiPolygons (EPSG:4326) from Natural Earth at 1:10m, neighbours without overlaps, in the order
    of the codes. Names are those of CLDR, or of ``territories.csv`` where ISO 3166 gives no code.

    Raises
    ------
    PackageError
        A package could not be fetched.
    """
    shapes = read_shapes(fetch(COUNTRIES) / COUNTRIES_FILE, "countries")
    drawn = [(_iso3(number, name), shape) for number, name, shape in shapes if not shape.is_empty]
    pieces = pd.DataFrame(drawn, columns=["iso3", "geometry"])
    whole = {
        code: shapely.union_all(parts["geometry"].to_numpy())
        for code, parts in pieces.groupby("iso3", sort=True)
    }
    names = _names().loc[list(whole)]
    shapes_apart = without_overlaps(list(whole.values()))
    frame = gpd.GeoDataFrame(names, geometry=shapes_apart, crs=CRS)
    return frame.rename_axis("iso3")


def disputed_lines() -> gpd.GeoDataFrame:
    """Return the disputed borders: ``kind``, ``iso3_left``, ``iso3_right``, ``geometry``.

    Lines (EPSG:4326) of Natural Earth at 1:10m, index ``line`` from 0, ordered by the countries on
    both sides. ``kind`` is ``disputed``, ``indefinite`` or ``line of control``.

    Raises
    ------
    PackageError
        The package could not be fetched.
    """
    lines = gpd.read_file(fetch(LINES) / LINES_FILE)
    lines = lines[lines["featurecla"].isin(list(DISPUTED_KINDS))]
    frame = gpd.GeoDataFrame(
        {
            "kind": lines["featurecla"].map(DISPUTED_KINDS),
            "iso3_left": lines["adm0_a3_l"].replace(SOURCE_CODES),
            "iso3_right": lines["adm0_a3_r"].replace(SOURCE_CODES),
        },
        geometry=shapely.normalize(shapely.force_2d(lines.geometry.to_numpy())),
        crs=CRS,
    )
    frame = frame.assign(order=frame.geometry.to_wkb(hex=True))
    ordered = frame.sort_values(["iso3_left", "iso3_right", "kind", "order"], ignore_index=True)
    return ordered.drop(columns="order").rename_axis("line")


def unclaimed_land(countries: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the land that no country of the layer covers, one shape a row.

    Parameters
    ----------
    countries
        The result of ``country_shapes``.

    Returns
    -------
    gpd.GeoDataFrame
        Index ``piece`` from 0; polygons (EPSG:4326). Slivers up to twice ``RIM_DEGREES`` wide are
        left out: there the two source files draw one coast on two grids.

    Raises
    ------
    PackageError
        The package could not be fetched.
    """
    land = read_shapes(fetch(COUNTRIES) / LAND_FILE, "land")
    everything = shapely.union_all([shape for _, _, shape in land])
    rest = shapely.difference(everything, shapely.union_all(countries.geometry.to_numpy()))
    cores = shapely.buffer(shapely.get_parts(rest), -RIM_DEGREES)
    kept = shapely.get_parts(rest)[~shapely.is_empty(cores)]
    return gpd.GeoDataFrame(geometry=shapely.normalize(kept), crs=CRS).rename_axis("piece")


def without_overlaps(shapes: list[shapely.Geometry]) -> list[shapely.Geometry]:
    """Give every shared sliver to the smaller of the two countries.

    Parameters
    ----------
    shapes
        Polygons or multipolygons in degrees; areas are compared in square degrees. A shape that
        lies whole inside another one is left as it is.

    Returns
    -------
    list
        A MultiPolygon for each shape, in the same order.
    """
    apart = list(shapes)
    pairs = shapely.STRtree(shapes).query(shapes, predicate="overlaps").T
    for one, other in pairs[pairs[:, 0] < pairs[:, 1]]:
        larger, smaller = sorted((one, other), key=lambda index: -float(shapely.area(apart[index])))
        apart[larger] = shapely.difference(apart[larger], apart[smaller])
    return [shapely.normalize(shapely.MultiPolygon(list(shapely.get_parts(it)))) for it in apart]


def _iso3(number: str, name: str) -> str:
    own = territories()
    return own[name]["iso3"] if name in own else str(_standard_codes()[number])


@cache
def territories() -> dict[str, dict[str, str]]:
    """Return the places that ISO 3166 gives no code, by the name the source gives them.

    Each is a row of ``territories.csv``: ``source_name``; ``iso3``, a code of the user-assigned
    range or that of the country it is joined to; ``name_en`` and ``name_ko``, empty where it is
    joined; ``why``.
    """
    path = Path(__file__).with_name("territories.csv")
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["source_name"]: row for row in csv.DictReader(lines)}


def _names() -> pd.DataFrame:
    cldr = _cldr()
    iso3_of = {iso2: iso3 for iso3, iso2 in cldr["iso3"].items()}
    rows = {iso3_of[iso2]: names for iso2, names in cldr["names"].items() if iso2 in iso3_of}
    own = [row for row in territories().values() if row["name_en"]]
    rows |= {row["iso3"]: [row["name_en"], row["name_ko"]] for row in own}
    return pd.DataFrame.from_dict(rows, orient="index", columns=["name_en", "name_ko"])


def _standard_codes() -> dict[str, str]:
    cldr = _cldr()
    iso3_of = {iso2: iso3 for iso3, iso2 in cldr["iso3"].items()}
    return {number: iso3_of[iso2] for number, iso2 in cldr["numbers"].items() if iso2 in iso3_of}


@cache
def _cldr() -> dict[str, dict[str, Any]]:
    """Ask the name package in a process of its own, so that it is never imported here."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", _QUESTION],
        env=os.environ | {"PYTHONPATH": str(fetch(NAMES))},
        capture_output=True,
        check=True,
    )
    answer: dict[str, dict[str, Any]] = json.loads(done.stdout)
    answer["iso3"] = {
        code: iso2 for code, iso2 in answer["iso3"].items() if code not in WITHDRAWN_CODES
    }
    return answer


_QUESTION = """
import json
from babel import Locale
from babel.core import get_global
aliases = {key: found[0] for key, found in get_global("territory_aliases").items()
           if len(key) == 3 and len(found) == 1}
english, korean = Locale("en").territories, Locale("ko").territories
print(json.dumps({
    "iso3": {key: iso2 for key, iso2 in aliases.items() if key.isalpha()},
    "numbers": {key: iso2 for key, iso2 in aliases.items() if key.isdigit()},
    "names": {key: [english[key], korean[key]] for key in english if key in korean},
}))
"""
