"""Each place on the map has its decision record: published by whom, at what precision."""

import re
from pathlib import Path

from routes.tables import waypoints_table

RECORD = Path(__file__).parent.parent / "docs" / "decisions" / "places-shown.md"
ROW = re.compile(
    r"^\| `(?P<id>[^`]+)` \| [^|]+ \| (?P<lat>-?[\d.]+), (?P<lon>-?[\d.]+) \|"
    r" [^|]+ \| (?P<by>[^|]+) \| (?P<left>[^|]+) \|$",
    re.MULTILINE,
)


def records():
    return {row["id"]: row for row in ROW.finditer(RECORD.read_text("utf-8"))}


def test_the_record_names_the_places_of_the_map_and_no_other():
    assert set(records()) == set(waypoints_table().index)


def test_the_record_has_the_coordinates_that_are_drawn():
    found = records()
    for waypoint in waypoints_table().itertuples():
        assert float(found[waypoint.Index]["lat"]) == waypoint.lat
        assert float(found[waypoint.Index]["lon"]) == waypoint.lon


def test_no_coordinate_is_finer_than_one_decimal():
    for row in records().values():
        assert all(len(row[name].split(".")[1]) == 1 for name in ("lat", "lon"))
