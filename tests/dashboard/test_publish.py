"""The door out: allowed columns, the class's grid, nothing that is withheld, the same each time."""

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest

from dashboard.evidence.shown import passing
from dashboard.filters import shown_corridors, shown_legs
from dashboard.publication.precision import PUBLIC, RESTRICTED, PrecisionError, WithheldError
from dashboard.publication.publish import publish, publish_dataset
from dashboard.publication.references import ONE, SEVERAL, named_ids
from dashboard.publication.schema import OF_A_VIEW, OF_THE_DATASET
from dashboard.publication.table_words import A_ROW_IS
from tests.dashboard.private_atlas import LAT, LON, with_private


@pytest.fixture(scope="module")
def view(atlas):
    return publish(atlas, atlas.choices.default())


@pytest.fixture(scope="module")
def lao(atlas):
    return publish(atlas, replace(atlas.choices.default(), country=("LAO",)))


@pytest.fixture(scope="module")
def dataset(atlas):
    return publish_dataset(atlas, atlas.choices.default())


def test_every_table_is_what_is_declared(view, lao, dataset):
    for published in (view, lao, dataset):
        for table in published.tables.values():
            table.schema.validate(table.rows, lazy=True)


def test_a_column_that_is_not_declared_does_not_leave(atlas, view):
    more = replace(atlas, legs=atlas.legs.assign(hidden="secret"))
    assert publish(more, atlas.choices.default()).about == view.about
    assert "hidden" not in publish(more, atlas.choices.default()).rows("legs")


def test_the_filters_leave_what_the_screen_shows(atlas, now, lao):
    settings = replace(atlas.choices.default(), country=("LAO",))
    shown = shown_legs(atlas, now, settings)
    assert set(lao.rows("legs")["leg_id"]) == set(atlas.legs.index[shown])
    assert set(lao.rows("corridors")["corridor_id"]) == set(shown_corridors(atlas, shown))
    listed = passing(atlas, now, settings)
    facts = {f"fact:{one}" for one in lao.rows("facts")["fact_id"]}
    incidents = {f"incident:{one}" for one in lao.rows("incidents")["incident_id"]}
    assert facts | incidents == {key for key in listed if key.startswith(("fact:", "incident:"))}


def test_every_country_and_source_that_a_row_names_is_in_the_same_file(lao):
    for name, table in lao.tables.items():
        for column in {"source_id", *SEVERAL} & set(table.schema.columns):
            if {**ONE, **SEVERAL}[column] == "sources":
                assert named_ids(table.rows[column]) <= set(lao.rows("sources")["source_id"]), name
    named = named_ids(lao.rows("legs")["countries_declared"])
    assert named <= set(lao.rows("countries")["iso3"])


def test_figures_and_intervals_are_those_of_the_screen(atlas, now, view):
    legs = view.keyed("legs").loc[atlas.legs.index]
    assert np.allclose(legs["reading"], now.legs["reading"], atol=1e-6, equal_nan=True)
    known = legs.dropna(subset="reading")
    assert (known["reading_low"] <= known["reading_high"]).all()
    assert (known["grade"] != "").all()


def test_the_parts_of_a_leg_add_up_to_its_exposure(view):
    sums = view.rows("terms").groupby("leg_id")["contribution"].sum()
    legs = view.keyed("legs")["exposure"].dropna()
    assert np.allclose(sums.reindex(legs.index, fill_value=0), legs, atol=1e-3)


def test_rows_are_sorted_by_what_they_show(atlas, view):
    shuffled = {
        name: getattr(atlas, name).sample(frac=1, random_state=3)
        for name in ("facts", "incidents", "sources", "events")
    }
    again = publish(replace(atlas, **shuffled), atlas.choices.default())
    assert again.about.fingerprint == view.about.fingerprint


def test_a_finer_place_is_refused_with_its_name_and_a_way_out(atlas):
    finer = atlas.waypoints.copy()
    finer.loc["CN-YJI", "lat"] += 0.04
    with pytest.raises(PrecisionError, match=r"CN-YJI: found lat 42\.9\d+, expected at most 1"):
        publish(replace(atlas, waypoints=finer), atlas.choices.default())


def test_what_is_restricted_moves_nothing_that_is_public(atlas, view):
    for changes in ({}, {"lon": LON + 0.02, "words": "other"}, {"legs": 2}):
        mixed = with_private(atlas, **changes)
        assert publish(mixed, atlas.choices.default()).about.fingerprint == view.about.fingerprint


def test_on_this_machine_what_is_restricted_may_be_published_whole(atlas):
    mixed = publish(with_private(atlas), atlas.choices.default(), precision=RESTRICTED)
    place = mixed.keyed("waypoints").loc["ZZ-PRV"]
    assert (place["lon"], place["lat"]) == (LON, LAT)
    assert mixed.about.precision is RESTRICTED


def test_a_public_record_that_names_a_restricted_one_is_refused(atlas):
    mixed = with_private(atlas)
    legs = mixed.legs.copy()
    legs.loc["MNG-1", "from_id"] = "ZZ-PRV"
    with pytest.raises(WithheldError, match="legs, column from_id: found ZZ-PRV"):
        publish(replace(mixed, legs=legs), atlas.choices.default())


def test_what_was_opened_or_compared_is_not_told(atlas, view):
    looked = replace(atlas.choices.default(), leg="MNG-4", profile="LAO", first="MNG")
    assert publish(atlas, looked).about == view.about


@pytest.mark.parametrize(
    "changes",
    [{"date": dt.date(2023, 10, 9)}, {"recipe": "table1"}, {"corridor": ("MNG",)}],
)
def test_another_view_has_another_fingerprint(atlas, view, changes):
    other = publish(atlas, replace(atlas.choices.default(), **changes))
    assert other.about.fingerprint != view.about.fingerprint


def test_another_look_or_language_has_the_same_fingerprint(atlas, view):
    other = publish(atlas, replace(atlas.choices.default(), paint="grade", lang="ko"))
    assert other.about.fingerprint == view.about.fingerprint


def test_the_dataset_is_whole(atlas, dataset):
    for name in ("legs", "corridors", "waypoints", "facts", "incidents", "sources", "flows"):
        assert len(dataset.rows(name)) == len(getattr(atlas, name))


def test_a_view_without_filters_leaves_out_no_row(atlas, view):
    for name in ("legs", "corridors", "waypoints", "facts", "incidents", "events", "flows"):
        assert len(view.rows(name)) == len(getattr(atlas, name))


def test_nothing_left_is_an_empty_publication(atlas):
    none = publish(atlas, replace(atlas.choices.default(), country=("MNG",), corridor=("SEA-YEL",)))
    assert none.rows("legs").empty
    assert none.lines.empty


def test_every_table_says_what_a_row_is():
    assert {str(schema.name) for schema in (*OF_A_VIEW, *OF_THE_DATASET)} == set(A_ROW_IS)


def test_shipped_data_are_public(view):
    assert view.about.precision is PUBLIC
