"""``paths`` prints the paths of a reader's own table, and refuses what is wrong by its place."""

import json
import subprocess
import sys

import pytest

from dashboard.__main__ import main

TABLE = """from_id,to_id,km,risk,note
C,D,3,1,
C,E,2,9,"two
lines"
D,F,4,1,
E,F,2,2,
F,H,1,3e0,
"""


@pytest.fixture
def edges(tmp_path):
    file = tmp_path / "edges.csv"
    file.write_text(TABLE, "utf-8")
    return file


@pytest.fixture
def run(edges, capsys):
    """Ask for paths from C to H; return exit code, output and message."""

    def command(*options, table=TABLE, ends=("C", "H")):
        edges.write_text(table, "utf-8")
        code = main(["paths", str(edges), "--from", ends[0], "--to", ends[1], *options])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


SUM = ("--cost", "km")
BOTH = ("--cost", "km", "--cost", "risk", "--objective")


@pytest.mark.parametrize(
    ("options", "paths"),
    [
        (SUM, [[5, "CEFH"]]),
        ((*SUM, "--k", "2"), [[5, "CEFH"], [8, "CDFH"]]),
        (("--cost", "risk", "--objective", "worst"), [[3, "CDFH"]]),
        ((*BOTH, "pareto"), [[[5, 14], "CEFH"], [[8, 5], "CDFH"]]),
        ((*BOTH, "pareto-worst"), [[[5, 9], "CEFH"], [[8, 3], "CDFH"]]),
    ],
)
def test_each_objective_prints_its_paths(run, options, paths):
    code, out, message = run(*options)
    assert (code, message) == (0, "")
    assert json.loads(out) == [{"cost": cost, "nodes": list(nodes)} for cost, nodes in paths]


def test_no_path_is_an_empty_list_and_no_error(run):
    assert run(*SUM, ends="HC") == (0, "[]\n", "")


def test_edges_lead_both_ways_when_asked(run):
    out = run(*SUM, "--undirected", ends="HC")[1]
    assert json.loads(out) == [{"cost": 5, "nodes": list("HFEC")}]


def test_from_a_node_to_itself_is_one_node_at_cost_nought(run):
    assert json.loads(run(*SUM, ends="CC")[1]) == [{"cost": 0, "nodes": ["C"]}]


def test_ids_stay_as_typed_and_may_hold_any_letters(run):
    out = run(*SUM, table="from_id,to_id,km\n007,서울,1\n", ends=("007", "서울"))[1]
    assert '"nodes": ["007", "서울"]' in out


@pytest.mark.parametrize("cell", ["", "NaN", "inf", "1e999", "-1", "many", " 3"])
def test_a_cell_that_is_no_cost_is_refused_by_file_line_and_column(run, cell):
    code, out, message = run(*SUM, table=TABLE.replace("D,F,4", f"D,F,{cell}"))
    assert (code, out) == (2, "")
    assert message.startswith("edges.csv line 5, column km: found ")
    assert (repr(cell) if cell else "an empty cell") + ", expected a number" in message


def test_a_worst_edge_may_be_below_nought_and_a_sum_may_not(run):
    below = TABLE.replace("C,E,2,9", "C,E,-2,-9")
    assert run("--cost", "risk", "--objective", "worst", table=below)[0] == 0
    assert "found '-2', expected a number between 0 and" in run(*SUM, table=below)[2]


@pytest.mark.parametrize(
    ("options", "ends", "words"),
    [
        (SUM, "CZ", "edges.csv, end: found 'Z', which no edge begins or ends at"),
        (SUM, "ZC", "edges.csv, start: found 'Z'"),
        (("--cost", "kms"), "CH", "edges.csv: wrong columns on line 1: missing 'kms'"),
        (("--cost", "to_id"), "CH", "--cost: found to_id, expected a column of costs"),
        ((*SUM, *SUM), "CH", "--cost: found km, km, expected one column"),
        ((*SUM, "--objective", "pareto"), "CH", "expected two columns for the objective pareto"),
        ((*SUM, "--k", "0"), "CH", "--k: found 0, expected 1 or more"),
        ((*SUM, "--ties", "-1"), "CH", "--ties: found -1, expected 0 or more"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_words(run, options, ends, words):
    code, out, message = run(*options, ends=ends)
    assert (code, out) == (2, "")
    assert words in message


def test_an_empty_node_is_refused_at_its_place(run):
    message = run(*SUM, table=TABLE.replace("D,F", ",F"))[2]
    assert "edges.csv line 5, column from_id: found an empty cell" in message


def test_a_table_without_edges_has_no_node(run):
    message = run(*SUM, table="from_id,to_id,km\n")[2]
    assert "found 'C', which no edge begins" in message
    assert "a table with edges: it has none" in message


def test_ties_that_are_not_listed_are_said_beside_the_answer(run):
    table = "from_id,to_id,km\n" + "".join(f"C,{x},1\n{x},H,1\n" for x in "abc")
    code, out, message = run(*SUM, "--ties", "1", table=table)
    assert (code, len(json.loads(out))) == (0, 2)
    assert "More than 1 further paths tie" in message


def test_a_front_is_printed_whole_and_says_so(run):
    _, out, message = run(*BOTH, "pareto", "--k", "1")
    assert len(json.loads(out)) == 2
    assert "printed whole" in message


def test_the_program_runs_as_a_module(root, edges):
    command = [sys.executable, "-m", "dashboard", "paths", str(edges), "--from", "C", "--to", "H"]
    done = subprocess.run([*command, *SUM], cwd=root, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)[0]["nodes"] == list("CEFH")
