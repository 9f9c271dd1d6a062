"""Makes a folder of data with any number of legs: the shipped corridors, copied and moved a little.

Corridor by corridor the shipped legs are copied until there are enough. Every copy of the whole
has waypoints of its own, moved by up to half a degree and left on the grid of one decimal, so that
lines differ from copy to copy and corridors of one copy share links as the shipped ones do.
"""

import csv
import random
import shutil
from itertools import product
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from string import ascii_uppercase

ROOT = Path(__file__).resolve().parents[2]
ROUTES = ROOT / "routes" / "data"
PLACES = ROOT / "geodata" / "data"
SEED = 20_240_101
MOST_TENTHS = 5
EARTH_KM = 6371.0

Row = dict[str, str]
WORDS = ["".join(letters) for letters in product(ascii_uppercase, repeat=3)]


def make_world(folder: Path, count: int) -> Path:
    """Write data with ``count`` legs into ``folder`` and return it; the same bytes each time."""
    shutil.copytree(PLACES, folder / "geodata", ignore=shutil.ignore_patterns("basemap"))
    tables = {name: _rows(name) for name in ("waypoints", "corridors", "legs", "events")}
    legs, corridors, waypoints = _copied(tables, count)
    kept = [row["corridor_id"] for row in corridors]
    events = [row | {"corridor_ids": kept[0]} for row in tables["events"]]
    made = {"waypoints": waypoints, "corridors": corridors, "legs": legs, "events": events}
    for name, rows in made.items():
        _write(folder / "routes" / f"{name}.csv", rows)
    return folder


def legs_by_country(folder: Path) -> dict[str, int]:
    """Return how many legs declare each country of a folder of data, by ``iso3``."""
    counts: dict[str, int] = {}
    with (folder / "routes" / "legs.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for iso3 in row["countries_declared"].split(";"):
                counts[iso3] = counts.get(iso3, 0) + 1
    return counts


def _copied(tables: dict[str, list[Row]], count: int) -> tuple[list[Row], list[Row], list[Row]]:
    """Return legs, corridors and waypoints: whole corridors, the last one cut where it is full."""
    shift = random.Random(SEED)  # noqa: S311 - a world that is the same each time
    legs: list[Row] = []
    corridors: list[Row] = []
    waypoints: list[Row] = []
    while len(legs) < count:
        places = {
            row["waypoint_id"]: _moved(row, len(waypoints) + i, shift)
            for i, row in enumerate(tables["waypoints"])
        }
        waypoints += places.values()
        for corridor in tables["corridors"]:
            own = [row for row in tables["legs"] if row["corridor_id"] == corridor["corridor_id"]]
            own = own[: count - len(legs)]
            if own:
                legs_here = _legs(own, WORDS[len(corridors)], places)
                corridors.append(_corridor(corridor, WORDS[len(corridors)], legs_here))
                legs += legs_here
    return legs, corridors, waypoints


def _moved(row: Row, number: int, shift: random.Random) -> Row:
    lon, lat = (
        float(row[axis]) + shift.randint(-MOST_TENTHS, MOST_TENTHS) / 10 for axis in ("lon", "lat")
    )
    return row | {
        "waypoint_id": f"{row['waypoint_id'][:2]}-{WORDS[number]}",
        "name_en": f"{row['name_en']} {number}",
        "name_ko": f"{row['name_ko']} {number}",
        "lon": f"{lon:.1f}",
        "lat": f"{lat:.1f}",
    }


def _legs(rows: list[Row], word: str, places: dict[str, Row]) -> list[Row]:
    """Return the legs of one copied corridor between the places of the copy."""
    corridor_id = f"BEN-{word}"
    made = []
    for row in rows:
        start, end = places[row["from_id"]], places[row["to_id"]]
        made.append(
            row
            | {
                "leg_id": f"{corridor_id}-{row['seq']}",
                "corridor_id": corridor_id,
                "from_id": start["waypoint_id"],
                "to_id": end["waypoint_id"],
                "gc_km": str(_great_circle_km(start, end)),
            }
        )
    return made


def _corridor(row: Row, word: str, legs: list[Row]) -> Row:
    return row | {
        "corridor_id": f"BEN-{word}",
        "name_en": f"{row['name_en']} {word}",
        "name_ko": f"{row['name_ko']} {word}",
        "branches_from": "",
        "end_waypoint_id": legs[-1]["to_id"],
        "map_length_gc_km": str(sum(int(leg["gc_km"]) for leg in legs)),
    }


def _great_circle_km(start: Row, end: Row) -> int:
    lon0, lat0, lon1, lat1 = (
        radians(float(place[axis])) for place in (start, end) for axis in ("lon", "lat")
    )
    half = sin((lat1 - lat0) / 2) ** 2 + cos(lat0) * cos(lat1) * sin((lon1 - lon0) / 2) ** 2
    return max(1, round(2 * EARTH_KM * asin(sqrt(half))))


def _rows(name: str) -> list[Row]:
    with (ROUTES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _write(path: Path, rows: list[Row]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
