import pandas as pd
import pytest
import shapely

from dashboard.publication.precision import PUBLIC, RESTRICTED
from dashboard.workspace.errors import RecordError
from dashboard.workspace.model import (
    added,
    changed,
    empty_workspace,
    marked,
    removed,
)
from tests.dashboard.workspace.worlds import LON, NAME, noted, own_legs, own_place


def test_a_record_is_restricted_has_an_id_of_its_own_and_was_never_saved():
    legs = own_legs().legs
    assert set(legs["record_class"]) == {"restricted"}
    assert legs.index.is_unique
    assert set(legs["revision"]) == {0}


def test_a_change_makes_a_new_workspace_and_leaves_the_old_one():
    before = noted(empty_workspace(), "one", "two")
    first = before.notes.index[:1]
    after = changed(before, "notes", pd.DataFrame({"text": ["other"]}, index=first))
    assert before.notes["text"].tolist() == ["one", "two"]
    assert after.notes["text"].tolist() == ["other", "two"]
    assert removed(after, "notes", first).notes["text"].tolist() == ["two"]


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("line", "POINT (1 2)"),
        ("line", "LINESTRING (1 2, 1 2)"),
        ("line", "LINESTRING (1 2, 3 91)"),
        ("line", "LINESTRING (1 2, nan 3)"),
        ("line", "not a line"),
        ("line", None),
        ("mode", "tunnel"),
        ("standing", "protection"),  # without the state that protects
        ("seq", "third"),
        ("seq", 1.5),
        ("countries_declared", "China"),
        ("date", "2024-13-40"),
    ],
)
def test_a_bad_cell_is_refused_with_row_column_and_what_was_expected(column, cell):
    with pytest.raises(RecordError) as refused:
        own_legs(**{column: [cell, None, None]} if column == "seq" else {column: [cell] * 3})
    assert refused.value.record == 1
    assert refused.value.column in (column, "protected_by")
    assert refused.value.expected


def test_an_error_shows_the_data_on_the_screen_and_not_in_a_log():
    with pytest.raises(RecordError) as refused:
        own_legs(mode=[NAME] * 3)
    assert NAME in refused.value.sentence
    assert NAME not in str(refused.value) + repr(refused.value)
    assert refused.value.__cause__ is None
    assert refused.value.__context__ is None


def test_a_workspace_says_how_much_there_is_and_never_what():
    assert repr(own_legs()).startswith("Workspace(legs=3, places=0")
    assert NAME not in repr(own_legs())


def test_marking_public_coarsens_and_the_fine_data_are_gone():
    found = own_place(own_legs(), lon=LON)
    public = marked(found, "legs", found.legs.index[:1], PUBLIC)
    public = marked(public, "places", public.places.index, PUBLIC)
    line = shapely.from_wkt(public.legs["line"].iloc[0])
    assert list(line.coords) == [(129.8, 41.8), (125.3, 43.9)]
    assert public.places["lon"].tolist() == [129.8]
    back = marked(public, "places", public.places.index, RESTRICTED)
    assert back.places["lon"].tolist() == [129.8]


def test_a_public_record_cannot_be_made_finer():
    found = own_place(own_legs())
    found = marked(found, "places", found.places.index, PUBLIC)
    finer = pd.DataFrame({"lon": [LON]}, index=found.places.index)
    with pytest.raises(RecordError):
        changed(found, "places", finer)


def test_a_leg_inside_one_cell_cannot_be_public():
    found = own_legs(line=["LINESTRING (100.01 20.01, 100.02 20.02)"] * 3)
    with pytest.raises(RecordError, match="more than a cell"):
        marked(found, "legs", found.legs.index, PUBLIC)


def test_class_and_revision_cannot_be_brought_in():
    rows = pd.DataFrame({"about": ["CHN"], "text": ["x"], "record_class": ["public"]})
    with pytest.raises(RecordError):
        added(empty_workspace(), "notes", rows)
