"""``evaluate`` prints published indices, explains them, and refuses by file and place."""

import io
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest

from analysis.aggregation import round_half_up
from dashboard.__main__ import main
from tests.analysis.published import TESTS, published, published_table
from tests.analysis.test_published_indices import INFORM_LEVELS
from tests.dashboard.by_hand import recomputed

PROOF = TESTS.parent / "analysis" / "recipes" / "proof"
INFORM = PROOF / "inform_2020.toml"
HDI = PROOF / "hdi_2022.toml"
# Two countries of INFORM 2020 with their published figures, so that a clone alone proves something.
COMPONENTS = (
    "ISO3,Earthquake,Flood,Tsunami,Tropical Cyclone,Drought,Epidemic,Projected Conflict Risk,"
    "Current Highly Violent Conflict Intensity,Development & Deprivation,Inequality,Aid Dependency,"
    "Uprooted people,Health Conditions,Children U5,Recent Shocks,Food Security,DRR,Governance,"
    "Communication,Physical infrastructure,Access to health care\n"
    "AFG,9.7,7.2,0,0,7.9,6.9,10,10,8.5,8.7,4.8,9.6,2.1,5.2,10,7.8,6.3,8.1,6.3,7.3,7.6\n"
    "ALB,9.3,4.7,7.8,0,6.8,4.9,0.1,0,2.4,2.1,1.8,0.9,0.2,1.1,0.2,1.8,x,5.6,2,1.7,3.7\n"
)
FIGURES = """ISO3,RISK,HAZARD,Nature,People,VULN,SEV,VG,OtherVG,COPING,Instit,Infra
AFG,8.0,8.8,6.5,10.0,8.2,7.6,8.7,7.4,7.2,7.2,7.1
ALB,3.0,3.9,6.4,0.1,1.6,2.2,0.9,0.8,4.2,5.6,2.5
"""
RECIPE = """id = "small"
decimals = 2
[leaves.x]
goalposts = [1, 100]
transform = "log"
cap = true
[leaves.y]
goalposts = [0, 4]
direction = -1
scale = 10
[leaves.word]
words = { low = 2, high = 8 }
[nodes.top]
aggregate = "harmonic"
children = ["mid", "word", "none"]
weights = [3, 1, 2]
[nodes.mid]
aggregate = "min"
children = ["x", "y"]
floor = 0.5
[nodes.none]
aggregate = "max"
children = ["z"]
"""
TABLE = "id,x,y,z,word\na,10,3,,low\nb,1e4,x,x,x\n"


@pytest.fixture
def run(tmp_path, capsys):
    """Evaluate a recipe on a table; return exit code, output and message."""

    def command(*options, recipe=RECIPE, table=TABLE, column="id"):
        files = tmp_path / "mine.toml", tmp_path / "units.csv"
        for file, text in zip(files, (recipe, table), strict=True):
            file.write_text(text, "utf-8")
        code = main(["evaluate", *map(str, files), "--id", column, *options])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


def evaluated(capsys, recipe, table, column):
    """Return what the command prints of a published table."""
    assert main(["evaluate", str(recipe), str(table), "--id", column]) == 0
    return pd.read_csv(io.StringIO(capsys.readouterr().out), keep_default_na=False, na_values=[""])


def test_inform_2020_is_exact_for_191_countries_at_each_level(capsys):
    ours = evaluated(capsys, INFORM, published("inform/inform_2020_v040.csv"), "ISO3")
    expected = published_table("inform/inform_2020_v040.csv", "ISO3")
    assert list(ours["ISO3"]) == list(expected.index)
    assert sorted(ours.columns) == sorted(["ISO3", *INFORM_LEVELS])
    for node, column in INFORM_LEVELS.items():
        same = np.isclose(ours[node], expected[column].astype(float), rtol=0, atol=1e-9)
        assert same.sum() == 191, node


def test_hdi_2022_is_exact_for_193_countries_and_empty_for_the_others(capsys):
    ours = evaluated(capsys, HDI, published("hdi/hdr2324_2022.csv"), "iso3").set_index("iso3")
    expected = published_table("hdi/hdr2324_2022.csv", "iso3")["hdi_2022"]
    rounded = round_half_up(ours["HDI"].to_numpy(), 3)
    same = np.isclose(rounded, expected, rtol=0, atol=1e-9)
    assert list(ours.index) == list(expected.index)
    assert same.sum() == 193
    assert (ours["HDI"].isna() == expected.isna()).all()


def test_two_countries_of_inform_in_the_order_of_the_recipe(run):
    found = run(recipe=INFORM.read_text("utf-8"), table=COMPONENTS, column="ISO3")
    assert found == (0, FIGURES, "")


def test_the_program_runs_as_a_module(root, tmp_path):
    table = tmp_path / "inform.csv"
    table.write_text(COMPONENTS, "utf-8")
    command = [sys.executable, "-m", "dashboard", "evaluate", str(INFORM), str(table)]
    done = subprocess.run(
        [*command, "--id", "ISO3"], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout == FIGURES


def test_empty_cells_and_x_are_missing_and_so_is_what_lacks_them(run):
    # a: x is ln 10 / ln 100 = 0.5, y is 10 - 7.5; 1 / (0.75 / 0.5 + 0.25 / 2). b: x is cut to 100.
    assert run()[1] == "id,top,mid,none\na,0.62,0.5,\nb,1.0,1.0,\n"


def test_ids_stay_as_typed(run):
    out = run(table=TABLE.replace("\na,", "\n007,").replace("\nb,", "\nNA,"))[1]
    assert [line.split(",")[0] for line in out.splitlines()] == ["id", "007", "NA"]


@pytest.mark.parametrize("unit", ["AFG", "ALB"])
def test_the_tree_of_a_country_can_be_recomputed_by_hand(run, unit):
    recipe = INFORM.read_text("utf-8")
    code, out, _ = run("--explain", unit, recipe=recipe, table=COMPONENTS, column="ISO3")
    pairs = recomputed(out)
    assert code == 0
    assert {name for name in INFORM_LEVELS if name in pairs} == set(INFORM_LEVELS)
    assert all(printed == pytest.approx(ours, rel=1e-11) for printed, ours in pairs.values())


@pytest.mark.parametrize("unit", ["a", "b"])
def test_logarithms_words_caps_floors_and_gaps_can_be_recomputed_by_hand(run, unit):
    out = run("--explain", unit)[1]
    pairs = recomputed(out.replace("cell 'low', which is", "cell"))
    assert {"a": {"top", "mid", "x", "y", "word"}, "b": {"top", "mid", "x"}}[unit] == set(pairs)
    assert all(printed == pytest.approx(ours, rel=1e-11) for printed, ours in pairs.values())


def test_the_tree_says_what_is_missing_and_why_a_figure_is(run):
    out = run("--explain", "b")[1]
    assert "none = missing; weight 2, share 0, contribution none\n      0 of 1 children" in out
    assert "x = 1; weight 1, share 1, contribution 1\n          cell 10000, cut to 100; (ln" in out


def test_the_tree_says_how_much_the_recipe_asks_for(run):
    top, table = 'id = "small"\n', TABLE.replace("10,3", "10,x")
    strict = run("--explain", "a", recipe=f'missing = "fail"\n{RECIPE}', table=table)[1]
    assert "mid = missing; weight 3, share 0, contribution none\n      1 of 2 children" in strict
    assert "the recipe asks for all" in strict
    under_mid = strict.split("mid = missing")[1].split("\n")[2]
    assert under_mid.endswith("share 1, contribution none")  # of no figure nothing is a part
    shared = run("--explain", "a", recipe=RECIPE.replace(top, f"{top}min_present = 0.7\n"))[1]
    assert "2 of 3 children are present; the recipe asks for one of a weight above 0" in shared
    assert "for a share of 0.7" in shared


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"z"', '"zz"', "mine.toml, nodes.none: found the unknown column 'zz', expected a node or"),
        ('"z"', '"top"', "mine.toml, nodes.top: found a circle among top, none"),
        ('"z"', '"x"', "mine.toml, nodes.none: found 'x', already a child of mid"),
        ("[3, 1, 2]", "[3, 1]", "mine.toml, nodes.top: found 2 weights, expected 3"),
        ("[3, 1, 2]", "[3, 1, -2]", "mine.toml, nodes.top: found the weight -2, expected weights"),
        ("decimals", "decimal", "mine.toml, top level: found the key 'decimal'"),
        ("[nodes.top]", "[nodes.top", "mine.toml, the text: found"),
    ],
)
def test_a_recipe_that_cannot_be_used_is_refused_by_file_and_node(run, old, new, words):
    code, out, message = run(recipe=RECIPE.replace(old, new))
    assert (code, out) == (2, "")
    assert words in message
    assert message.count("\n") == 1


@pytest.mark.parametrize("cell", ["seven", "inf", "nan", "1;2", "X"])
def test_a_cell_that_is_no_number_is_refused_by_file_line_and_column(run, cell):
    code, out, message = run(table=TABLE.replace("10,3", f"10,{cell}"))
    assert (code, out) == (2, "")
    assert message.startswith(f"units.csv line 2, column y: found {cell!r}, expected a finite")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("low", "medium", "line 2, column word: found 'medium', expected one of low, high, x or"),
        ("\nb", "\na", "line 2, column id: found 'a', expected a value used once"),
        ("\nb", "\n", "line 3, column id: found an empty cell, expected a name of the unit"),
        ("id,", "ID,", "units.csv: found no column 'id' for the ids, only 'ID', 'x'"),
        ("10,3,,low", "10,3,low", "units.csv line 2: found 4 cells, expected 5"),
        ("id,x,y,z", "id,x,y,y", "found the unknown column 'z'"),
    ],
)
def test_a_table_that_cannot_be_scored_is_refused_by_its_place(run, old, new, words):
    code, out, message = run(table=TABLE.replace(old, new, 1))
    assert (code, out) == (2, "")
    assert words in message


def test_a_figure_without_a_logarithm_is_refused_with_its_unit(run):
    message = run(recipe=RECIPE.replace("cap = true\n", ""), table=TABLE.replace("a,10", "a,0"))[2]
    assert "mine.toml, column x, unit a: found 0.0, expected a number above 0" in message


def test_figures_are_printed_without_the_noise_of_the_arithmetic(run):
    recipe = 'id = "r"\n[nodes.top]\naggregate = "geometric"\nchildren = ["x", "y", "z"]\n'
    out = run(recipe=recipe, table="id,x,y,z\na,3,3,3\nb,1,2,3\n")[1]
    assert out == "id,top\na,3.0\nb,1.81712059283\n"


def test_ids_that_the_recipe_uses_as_figures_are_refused(run):
    assert "found the ids in 'x', which mine.toml uses" in run(column="x")[2]


def test_an_unknown_unit_is_refused_with_units_that_there_are(run):
    code, out, message = run("--explain", "c")
    assert (code, out) == (2, "")
    assert "--explain: found 'c', expected a unit of units.csv such as a, b." in message


def test_a_recipe_that_is_not_there_is_refused(capsys, tmp_path):
    assert main(["evaluate", str(tmp_path / "no.toml"), str(tmp_path / "no.csv"), "--id", "a"]) == 2
    assert "no.toml: cannot be read as text" in capsys.readouterr().err


def test_a_table_without_units_gives_the_header_alone(run):
    assert run(table="id,x,y,z,word\n") == (0, "id,top,mid,none\n", "")
