"""What a session had in use is in its workspace and comes back; of two sessions the last counts."""

from dashboard.workspace.file_store import FileStore
from dashboard.workspace.merging import merged
from dashboard.workspace.model import empty_workspace
from dashboard.workspace.sitting import (
    Sitting,
    kept_scenarios,
    sitting_of,
    with_scenario,
    with_sitting,
)
from tests.dashboard.workspace.worlds import CHEAP

VIEW = {"date": ["2019-05-01"], "country": ["LAO", "THA"]}
TOML = 'title_en = "라오스가 멈춘다면"\nwhy = "heard"\n'


def test_view_and_scenario_are_in_the_file_and_come_back(tmp_path):
    whole = with_scenario(with_sitting(empty_workspace(), Sitting(view=VIEW)), TOML)
    FileStore.create(tmp_path / "a.atlas", "four words", workspace=whole, cost=CHEAP)
    back = FileStore.unlock(tmp_path / "a.atlas", "four words").open().workspace
    assert sitting_of(back).view == VIEW
    assert kept_scenarios(back) == {"라오스가 멈춘다면": TOML}
    assert TOML.encode() not in (tmp_path / "a.atlas").read_bytes()


def test_what_is_there_already_changes_nothing():
    whole = with_scenario(with_sitting(empty_workspace(), Sitting(view=VIEW)), TOML)
    assert with_scenario(with_sitting(whole, Sitting(view=VIEW)), TOML) is whole
    assert with_scenario(whole, "no = [toml") is whole


def test_a_scenario_takes_the_place_of_the_one_of_its_title():
    once = with_scenario(empty_workspace(), TOML)
    twice = with_scenario(with_scenario(once, TOML + "# more"), TOML.replace("라오스", "중국"))
    assert list(kept_scenarios(twice)) == ["라오스가 멈춘다면", "중국가 멈춘다면"]
    assert kept_scenarios(twice)["라오스가 멈춘다면"].endswith("# more")


def test_two_views_of_one_workspace_are_no_conflict_and_the_last_saved_counts():
    base = with_sitting(empty_workspace(), Sitting(view=VIEW))
    theirs = with_sitting(base, Sitting(view={"country": ["CHN"]}))
    ours = with_sitting(base, Sitting(view={"country": ["MNG"]}))
    both, conflicts = merged(base, ours, theirs)
    assert not conflicts
    assert sitting_of(both).view == {"country": ["MNG"]}
