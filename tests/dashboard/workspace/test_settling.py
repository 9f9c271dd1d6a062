"""Both versions of what two people changed stand side by side, and either can stay."""

import pandas as pd
import pytest

from dashboard.workspace.differences import differences
from dashboard.workspace.merging import merged
from dashboard.workspace.model import changed, empty_workspace, removed
from dashboard.workspace.settling import open_conflicts, settled
from tests.dashboard.workspace.worlds import noted


def edited(workspace, text):
    return changed(
        workspace, "notes", pd.DataFrame({"text": [text]}, index=workspace.notes.index[:1])
    )


@pytest.fixture
def both():
    base = noted(empty_workspace(), "one", "two")
    return merged(base, edited(base, "ours"), edited(base, "theirs"))[0]


def test_the_cells_that_differ_stand_side_by_side(both):
    [two] = open_conflicts(both)
    assert two.cells.loc["text"].to_dict() == {"counts": "theirs", "beside": "ours"}
    assert list(two.cells.index) == ["text"]


@pytest.mark.parametrize(("take_beside", "text"), [(True, "ours"), (False, "theirs")])
def test_the_version_that_is_chosen_stays_under_the_old_id(both, take_beside, text):
    [two] = open_conflicts(both)
    whole = settled(both, two, take_beside=take_beside)
    assert whole.notes.loc[two.record_id, "text"] == text
    assert len(whole.notes) == 2
    assert not open_conflicts(whole)


def test_versions_differ_by_what_was_added_removed_and_changed():
    before = noted(empty_workspace(), "one", "two")
    after = noted(edited(removed(before, "notes", before.notes.index[1:]), "else"), "new")
    found = differences(before, after).set_index("record")
    assert found["what"].to_dict() == {"else": "changed", "new": "added", "two": "removed"}
    assert found.loc["else", "columns"] == "text"
    assert differences(after, after).empty
