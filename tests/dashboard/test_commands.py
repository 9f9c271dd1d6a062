"""The command line prints the figures of the screen and refuses what it does not know."""

import io
import json
import shlex
import shutil
import subprocess
import sys

import pandas as pd
import pytest

from dashboard import atlas as atlas_module
from dashboard.__main__ import main
from dashboard.commands import asked, export, exposure
from dashboard.scenarios import shipped_scenarios, under_scenario
from dashboard.uncertainty import read_intervals, read_rule


@pytest.fixture
def run(atlas, monkeypatch, capsys):
    """Run a command on data that were read already; return exit code, output and message."""
    for command in (asked, exposure, export):
        monkeypatch.setattr(command, "read_atlas", lambda _folder: atlas)

    def command(*arguments):
        code = main(arguments)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


def test_score_prints_the_readings_of_the_screen(run, read):
    _, out, _ = run("score", "--date", "2015-06-01")
    table = pd.read_csv(io.StringIO(out)).set_index("id")
    shown = read(date="2015-06-01")
    legs = table[table["level"] == "leg"]
    assert list(legs.index) == list(shown.legs.index)
    assert (legs["reading"].isna() == shown.legs["reading"].isna()).all()
    assert (legs["reading"] - shown.legs["reading"]).abs().max() < 1e-6
    corridors = table[table["level"] == "corridor"]
    assert (corridors["cumulative"] - shown.corridors["cumulative"]).abs().max() < 1e-6


def test_json_says_the_same_as_csv(run):
    document = json.loads(run("score", "--format", "json")[1])
    table = pd.read_csv(io.StringIO(run("score")[1]))
    assert document["recipe"] == "refoulement"
    assert [leg["id"] for leg in document["legs"]] == list(table.loc[table["level"] == "leg", "id"])
    readings = pd.Series([leg["reading"] for leg in document["legs"]], dtype=float)
    assert readings.equals(table.loc[table["level"] == "leg", "reading"].reset_index(drop=True))


def test_the_same_question_gives_the_same_bytes(run):
    assert run("score")[1] == run("score")[1]


def test_another_recipe_gives_other_readings(run):
    assert run("score", "--recipe", "table1")[1] != run("score")[1]


def test_one_corridor_alone(run):
    table = pd.read_csv(io.StringIO(run("score", "--corridor", "MNG", "--corridor", "EMB-BJS")[1]))
    assert set(table.loc[table["level"] == "corridor", "id"]) == {"MNG", "EMB-BJS"}
    assert set(table["corridor_id"].dropna()) == {"MNG", "EMB-BJS"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--date", "2024-13-40"), "expected a day as YYYY-MM-DD, such as 2023-10-09"),
        (("--corridor", "XXX"), "expected one of LAO-THA-N"),
        (("--recipe", "no-such.toml"), "or one of refoulement, table1"),
    ],
)
def test_what_is_not_known_is_refused_with_words(run, arguments, words):
    code, out, message = run("score", *arguments)
    assert (code, out) == (2, "")
    assert arguments[1] in message
    assert words in message


def test_a_recipe_without_classes_is_refused_with_its_name(run, tmp_path):
    recipe = tmp_path / "mine.toml"
    recipe.write_text('id = "mine"\ntitle = "Mine"\nmissing = "skip"\n', "utf-8")
    code, _, message = run("score", "--recipe", str(recipe))
    assert code == 2
    assert "mine.toml" in message


def test_kilometres_of_the_shipped_legs_add_up(run, atlas):
    table = pd.read_csv(io.StringIO(run("exposure")[1]))
    assert list(table.columns) == ["leg_id", "iso3", "km"]
    assert "SEA" in set(table["iso3"])
    sums = table.groupby("leg_id")["km"].sum()
    assert (sums - atlas.lines["length_km"]).abs().max() < 1e-6


def test_kilometres_of_a_file_go_to_a_file(run, tmp_path):
    line = {"type": "LineString", "coordinates": [[120.0, 36.0], [126.0, 36.0]]}
    feature = {"type": "Feature", "properties": {"leg_id": "a"}, "geometry": line}
    source, target = tmp_path / "legs.geojson", tmp_path / "out.csv"
    source.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), "utf-8")
    assert run("exposure", str(source), "--out", str(target))[:2] == (0, f"{target}\t63 bytes\n")
    found = pd.read_csv(target).groupby("iso3")["km"].sum()
    assert set(found.index) == {"CHN", "SEA"}
    assert 530 < found.sum() < 550


def test_land_that_no_country_covers_is_unmatched_and_not_water(run, tmp_path):
    # Across an islet of the Pacific that one source file has and the other lacks.
    line = {"type": "LineString", "coordinates": [[154.1, 8.15], [154.5, 8.15]]}
    source = tmp_path / "legs.geojson"
    source.write_text(json.dumps({"type": "Feature", "properties": {}, "geometry": line}), "utf-8")
    table = pd.read_csv(io.StringIO(run("exposure", str(source))[1])).groupby("iso3")["km"].sum()
    assert set(table.index) == {"SEA", "NONE"}
    assert 1 < table["NONE"] < 10


def test_damaged_data_is_refused_with_the_file(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv(atlas_module.DATA_VARIABLE, str(tmp_path))
    assert main(["score"]) == 2
    message = capsys.readouterr().err
    assert ".csv" in message
    assert "Traceback" not in message


def test_the_program_runs_as_a_module(root):
    done = subprocess.run(
        [sys.executable, "-m", "dashboard", "score", "--help"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "--corridor ID" in done.stdout
    assert "Print legs and corridors" in done.stdout


def test_score_prints_the_intervals_of_the_screen(run, atlas, now):
    table = pd.read_csv(io.StringIO(run("score", "--corridor", "MNG", "--intervals")[1]))
    sure = read_intervals(atlas, now, read_rule())
    legs = table[table["level"] == "leg"].set_index("id")
    shown = sure.legs.loc[legs.index]
    assert (legs["reading_low"] == shown["low"]).all()
    assert (legs["p_High"] == shown["p High"]).all()
    corridor = table[table["level"] == "corridor"].iloc[0]
    rows = sure.corridors.set_index(["corridor_id", "reading"]).loc[("MNG", "cumulative")]
    assert (corridor["cumulative_low"], corridor["cumulative_high"]) == (rows["low"], rows["high"])


def test_score_under_a_scenario_is_that_of_the_screen(run, atlas, now):
    table = pd.read_csv(io.StringIO(run("score", "--scenario", "china-stops-returns")[1]))
    scenario = shipped_scenarios(atlas)["china-stops-returns"]
    shown = under_scenario(atlas, now, scenario).readings.corridors["cumulative"].round(6)
    found = table[table["level"] == "corridor"].set_index("id")["cumulative"]
    assert (found == shown[found.index]).all()


def test_a_value_of_a_scenario_is_told_as_one_and_not_as_evidence(run):
    told = run("explain", "--country", "CHN", "--scenario", "china-stops-returns")[1]
    assert "CHN state_practice_of_return: set by the scenario, not by evidence" in told


def test_an_unknown_scenario_is_refused_with_those_there_are(run):
    code, _, message = run("score", "--scenario", "nowhere")
    assert code == 2
    assert "laos-returns-a-group" in message


PROGRAM = "python -m uv run python -m dashboard "
# What takes long is made by tests of its own.
LONG = ("--format atlas", "--story")


def test_each_line_of_readme_runs_on_what_those_before_it_made(run, root, tmp_path, monkeypatch):
    shutil.copytree(root / "analysis" / "recipes", tmp_path / "analysis" / "recipes")
    monkeypatch.chdir(tmp_path)
    lines = (root / "README.md").read_text("utf-8").splitlines()
    typed = [
        line for line in lines if line.startswith(PROGRAM) and not any(x in line for x in LONG)
    ]
    assert len(typed) > 10
    for line in typed:
        command, _, file = line.removeprefix(PROGRAM).partition(" > ")
        code, out, err = run(*shlex.split(command))
        assert (code, bool(out)) == (0, True), f"{line}: {err}"
        if file:
            (tmp_path / file).write_text(out, "utf-8")
    assert {"laos.xlsx", "exposure.csv", "checked"} <= {one.name for one in tmp_path.iterdir()}


def test_explain_says_why_the_countries_of_a_leg_read_otherwise_on_a_past_date(run):
    then = run("explain", "--leg", "LAO-THA-N-4", "--date", "2012-06-01")[1]
    for iso3, dimension in (("CHN", "Cooperation"), ("LAO", "State practice of return")):
        _, told, rest = then.partition(f"{iso3}: Evidence counts only from its own date.")
        assert told
        assert dimension in rest
    assert "counts only from" not in run("explain", "--leg", "LAO-THA-N-4")[1]
