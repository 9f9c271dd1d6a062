import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.publication.precision import PUBLIC
from dashboard.workspace.merging import merged
from dashboard.workspace.model import (
    changed,
    empty_workspace,
    marked,
    removed,
    standing_records,
)
from tests.dashboard.workspace.worlds import LON, judged, noted, own_place

BASE = noted(empty_workspace(), "one", "two", "three")
IDS = list(BASE.notes.index)


def edited(workspace, table, record, **cells):
    row = pd.DataFrame({name: [cell] for name, cell in cells.items()}, index=[record])
    return changed(workspace, table, row)


def test_changes_to_different_cells_of_one_record_are_joined():
    ours = edited(BASE, "notes", IDS[0], text="ours")
    theirs = edited(BASE, "notes", IDS[0], about="LAO")
    both, conflicts = merged(BASE, ours, theirs)
    assert both.notes.loc[IDS[0], ["about", "text"]].tolist() == ["LAO", "ours"]
    assert both.notes.loc[IDS[0], "revision"] == 1
    assert not conflicts


def test_of_two_changes_of_one_cell_both_are_kept_and_it_is_said():
    ours = edited(BASE, "notes", IDS[0], text="ours")
    theirs = edited(BASE, "notes", IDS[0], text="theirs")
    both, (conflict,) = merged(BASE, ours, theirs)
    assert both.notes.loc[IDS[0], "text"] == "theirs"
    assert both.notes.loc[conflict.kept_beside, "text"] == "ours"
    assert both.notes.loc[conflict.kept_beside, "conflict_with"] == IDS[0]
    assert "ours" not in standing_records(both.notes)["text"].tolist()
    assert "somebody else" in conflict.words
    settled = removed(both, "notes", IDS[:1])
    assert "ours" in standing_records(settled.notes)["text"].tolist()


def test_the_same_change_by_both_is_one():
    ours, theirs = (edited(BASE, "notes", IDS[0], text="same") for _ in "ab")
    both, conflicts = merged(BASE, ours, theirs)
    assert both.notes["text"].tolist() == ["same", "two", "three"]
    assert not conflicts


@pytest.mark.parametrize("we_remove", [True, False])
def test_what_one_removed_and_the_other_changed_stays_and_it_is_said(we_remove):
    gone = removed(BASE, "notes", IDS[:1])
    kept = edited(BASE, "notes", IDS[0], text="changed")
    both, (conflict,) = merged(BASE, *((gone, kept) if we_remove else (kept, gone)))
    assert both.notes.loc[IDS[0], "text"] == "changed"
    assert conflict.record_id == IDS[0]


def test_a_removal_and_an_addition_hold():
    both, _ = merged(BASE, removed(BASE, "notes", IDS[:1]), noted(BASE, "four"))
    assert both.notes["text"].tolist() == ["two", "three", "four"]


def test_a_public_mark_is_never_joined_with_a_finer_place():
    base = own_place(empty_workspace())
    (record,) = base.places.index
    both, (conflict,) = merged(
        base, marked(base, "places", [record], PUBLIC), edited(base, "places", record, lon=LON)
    )
    assert both.places.loc[record, "record_class"] == "restricted"
    assert both.places.loc[conflict.kept_beside, "lon"] == 125.3


def test_a_score_is_never_joined_with_the_reason_of_another():
    base = judged(empty_workspace())
    (record,) = base.overrides.index
    both, conflicts = merged(
        base,
        edited(base, "overrides", record, score=9.0),
        edited(base, "overrides", record, reason="because it is lower"),
    )
    assert len(conflicts) == 1
    assert both.overrides.loc[record, ["score", "reason"]].tolist() == [0.0, "because it is lower"]


EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("change"), st.sampled_from(IDS), st.sampled_from(["about", "text"])),
        st.tuples(st.just("remove"), st.sampled_from(IDS), st.none()),
        st.tuples(st.just("add"), st.none(), st.none()),
    ),
    max_size=4,
)


def _edits(who, edits):
    workspace, written = BASE, {}
    for number, (what, record, column) in enumerate(edits):
        words = f"{who} {number}"
        if what == "add":
            workspace = noted(workspace, words)
            written[words] = words
        elif record in workspace.notes.index and what == "change":
            workspace = edited(workspace, "notes", record, **{column: words})
            written[record, column] = words
        elif record in workspace.notes.index:
            workspace = removed(workspace, "notes", [record])
            written = {key: value for key, value in written.items() if key[0] != record}
    return workspace, set(written.values())


@settings(max_examples=40, deadline=None)
@given(EDITS, EDITS)
def test_nothing_that_either_wrote_is_lost_and_what_neither_touched_stays(ours, theirs):
    (mine, my_words), (other, their_words) = _edits("we", ours), _edits("they", theirs)
    both, conflicts = merged(BASE, mine, other)
    said = {*both.notes["about"], *both.notes["text"]}
    assert my_words | their_words <= said
    touched = {record for _, record, _ in [*ours, *theirs]}
    for record in set(IDS) - touched:
        assert both.notes.loc[record].equals(BASE.notes.loc[record])
    assert both.notes.index.is_unique
    assert len(conflicts) <= len(IDS)
