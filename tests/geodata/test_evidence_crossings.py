"""A leg whose line crosses other countries than it declares says so in its row."""

import pytest

from geodata.boundaries import read_boundaries, read_unclaimed_land
from geodata.exposure import declared_disagreements, leg_exposure
from geodata.lines import leg_lines
from routes.tables import legs_table, waypoints_table

WORDS = {"VNM": "Viet Nam", "LAO": "Laos", "KHM": "Cambodia", "CHN": "China"}
WATER = ("sea", "water")


@pytest.fixture(scope="module")
def disagreements():
    legs = legs_table()
    lines = leg_lines(legs, waypoints_table())
    exposure = leg_exposure(lines, read_boundaries(), unclaimed=read_unclaimed_land())
    return declared_disagreements(legs, exposure).join(legs["countries_note"], on="leg_id")


def test_every_declared_country_is_crossed(disagreements):
    assert set(disagreements["disagreement"]) == {"crossed, not declared"}


def test_every_other_country_crossed_is_named_in_the_note(disagreements):
    for row in disagreements.itertuples():
        words = WATER if row.iso3 == "SEA" else (WORDS[row.iso3],)
        assert any(word in row.countries_note.lower() + row.countries_note for word in words), row


def test_no_note_stands_where_nothing_needs_one(disagreements):
    legs = legs_table()
    noted = legs.index[(legs["countries_note"] != "") & (legs["mode"] != "air")]
    assert set(noted) == set(disagreements["leg_id"])
