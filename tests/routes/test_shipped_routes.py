"""The shipped corridors hold together, and one changed cell is refused at its place."""

import datetime as dt
import math

import pytest

from geodata.evidence import read_sources
from intake.errors import BadCell, DataFileError
from intake.ids import split_ids
from routes.check import check_routes
from routes.corridors import corridors
from routes.read import DATA
from routes.tables import corridors_table, events_table, legs_table, waypoints_table
from tests.mutate import with_cell

SOURCES = set(read_sources().index)


def test_shipped_files_pass_every_check():
    check_routes(source_ids=SOURCES)


def test_every_row_of_the_evidence_is_here():
    counts = [len(t()) for t in (waypoints_table, legs_table, corridors_table, events_table)]
    assert counts == [26, 87, 16, 60]


@pytest.mark.parametrize(
    ("place", "typed"),
    [
        (("waypoints.csv", 5, "lon"), "129.55"),
        (("waypoints.csv", 5, "lat"), "42"),
        (("waypoints.csv", 5, "lat"), "129.5"),
        (("waypoints.csv", 5, "iso3"), "China"),
        (("waypoints.csv", 5, "role"), "safe house"),
        (("waypoints.csv", 5, "waypoint_id"), "KP-NHG"),
        (("waypoints.csv", 5, "source_ids"), "C-NONE"),
        (("legs.csv", 12, "mode"), "boat"),
        (("legs.csv", 12, "seq"), "9"),
        (("legs.csv", 12, "seq"), "5.0"),
        (("legs.csv", 12, "leg_id"), "LAO-THA-NE-9"),
        (("legs.csv", 12, "from_id"), "CN-AAA"),
        (("legs.csv", 12, "corridor_id"), "LAO-XXX"),
        (("legs.csv", 12, "to_id"), "LA-VTE"),
        (("legs.csv", 12, "countries_declared"), "CHN"),
        (("legs.csv", 12, "crosses_border"), "False"),
        (("legs.csv", 12, "standing"), "safe"),
        (("legs.csv", 12, "standing_basis"), "we think"),
        (("legs.csv", 12, "standing_source_ids"), ""),
        (("legs.csv", 12, "standing_source_ids"), "C-NONE"),
        (("legs.csv", 12, "standing_note"), ""),
        (("legs.csv", 12, "protected_by"), "KOR"),
        (("legs.csv", 8, "protected_by"), ""),
        (("legs.csv", 12, "source_ids"), "C-HK-2004;C-NONE"),
        (("legs.csv", 8, "to_id"), "CN-YJI"),
        (("corridors.csv", 4, "end_waypoint_id"), "KR-XXX"),
        (("corridors.csv", 4, "branches_from"), "LAO-XXX"),
        (("corridors.csv", 4, "map_length_gc_km"), "7321"),
        (("corridors.csv", 4, "current_status"), "open"),
        (("corridors.csv", 4, "distance_km_min"), "4e3"),
        (("corridors.csv", 4, "usage_source_ids"), "C-NONE"),
        (("events.csv", 9, "date"), "2004-07-32"),
        (("events.csv", 9, "date_end"), "2004-07-26"),
        (("events.csv", 9, "date_precision"), "month"),
        (("events.csv", 9, "corridor_ids"), "VNM-DIR;VNM-XXX"),
        (("events.csv", 9, "source_ids"), "C-NONE"),
    ],
)
def test_changed_cell_is_refused_at_its_place(tmp_path, place, typed):
    folder = with_cell(DATA, tmp_path / "routes", place, typed)
    with pytest.raises(BadCell) as caught:
        check_routes(folder, source_ids=SOURCES)
    error = caught.value
    assert error.file == place[0]
    assert (error.line, error.column) == reported(place, typed)


def reported(place: tuple[str, int, str], typed: str) -> tuple[int, str]:
    """Return the cell the message names, which for a broken tie between rows may be the other."""
    ties = {
        ("LAO-XXX", "corridor_id"): (12, "corridor_id"),
        ("LA-VTE", "to_id"): (12, "to_id"),
        ("9", "seq"): (12, "leg_id"),
        ("KP-NHG", "waypoint_id"): (2, "waypoint_id"),
    }
    return ties.get((typed, place[2]), (place[1], place[2]))


@pytest.mark.parametrize("file", ["waypoints.csv", "legs.csv", "corridors.csv", "events.csv"])
def test_missing_file_is_named_with_the_way_back(tmp_path, file):
    folder = with_cell(DATA, tmp_path / "routes", ("legs.csv", 2, "note"), "")
    (folder / file).unlink()
    with pytest.raises(DataFileError, match=f"{file}: the file is missing"):
        check_routes(folder)


def test_leg_taken_out_breaks_the_chain(tmp_path):
    folder = with_cell(DATA, tmp_path / "routes", ("legs.csv", 2, "note"), "")
    lines = (folder / "legs.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "legs.csv").write_text("".join(lines[:4] + lines[5:]), encoding="utf-8")
    with pytest.raises(BadCell, match="numbered from 1 without a gap") as caught:
        check_routes(folder)
    assert (caught.value.line, caught.value.column) == (5, "seq")


def test_length_given_agrees_with_the_great_circle_between_the_ends():
    legs, places = legs_table(), waypoints_table()
    for leg in legs.itertuples():
        start, end = places.loc[leg.from_id], places.loc[leg.to_id]
        assert great_circle_km(start, end) == pytest.approx(leg.gc_km, rel=0.01, abs=6), leg.Index


def great_circle_km(start, end) -> float:
    """Return the haversine distance on a sphere of 6371 km."""
    lon, lat = math.radians(end.lon - start.lon), math.radians(end.lat - start.lat)
    low, high = math.radians(start.lat), math.radians(end.lat)
    half = math.sin(lat / 2) ** 2 + math.cos(low) * math.cos(high) * math.sin(lon / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half))


def test_legs_on_one_link_have_one_standing():
    legs = legs_table()
    columns = ["standing", "protected_by", "countries_declared", "countries_note"]
    assert (legs.groupby("link_id")[columns].nunique() == 1).all(axis=None)


def test_link_names_ends_and_mode():
    legs = legs_table()
    assert legs.loc["LAO-THA-N-1", "link_id"] == "KP-NHG~CN-YJI~river/border"
    assert legs.loc["MNG-1", "link_id"] == legs.loc["LAO-THA-N-1", "link_id"]


def test_every_air_leg_says_that_airspace_does_not_count():
    legs = legs_table()
    air = legs[legs["mode"] == "air"]
    assert (air["countries_note"] == "flight; the countries overflown do not count").all()


def test_every_last_flight_is_under_protection_of_where_it_goes():
    legs, places = legs_table(), waypoints_table()
    last = legs[(legs["mode"] == "air") & legs["to_id"].isin(["KR-SEL", "US-NAT"])]
    assert (last["standing"] == "protection").all()
    assert (last["protected_by"] == last["to_id"].map(places["iso3"])).all()


def test_judged_standings_are_marked_and_explained():
    legs = legs_table()
    judged = legs[legs["standing_basis"] == "our judgement"]
    assert {"VNM-EMB-5", "EMB-BJS-4", "EMB-SHE-3", "RUS-UNHCR-2"} <= set(judged.index)
    assert judged["standing_note"].str.contains("infer|read back|reported").all()


def test_names_are_given_in_korean():
    hangul = waypoints_table()["name_ko"].str.contains(r"[가-힣]")
    assert hangul.all()
    assert corridors_table()["name_ko"].str.contains(r"[가-힣]").all()


def test_corridor_chains_from_leg_to_leg():
    for corridor in corridors():
        ends = [leg.end for leg in corridor.legs[:-1]]
        assert ends == [leg.start for leg in corridor.legs[1:]]


def test_corridor_holds_its_periods():
    first = corridors()[0]
    assert (first.corridor_id, first.status[0].start_year) == ("LAO-THA-N", 2003)
    assert first.legs[4].countries_declared == ("LAO", "THA")


def test_no_event_lies_after_the_newest_source():
    newest = max(events_table()["date"])
    assert dt.date.fromisoformat(newest) == dt.date(2026, 1, 20)


def test_split_ids_of_shipped_rows_never_holds_blanks():
    cells = legs_table()["source_ids"].map(split_ids).explode()
    assert not cells.str.contains(r"\s").any()
