"""What the page Compare shows is what the command line prints, to the last printed digit."""

import io
import json
import re

import numpy as np
import pandas as pd
import pytest

from analysis.leaf_parts import parts_by
from dashboard import uncertainty
from dashboard.__main__ import main
from dashboard.alternatives import Search, find_alternatives
from dashboard.commands import asked
from dashboard.compare import change_rows, settled_orders, side_by_side
from dashboard.drawn_changes import drawn_dates, drawn_scenario
from dashboard.panels.comparison.between import alternatives_panel
from dashboard.panels.comparison.dates import dates_panel
from dashboard.panels.comparison.pair import difference_panel
from dashboard.panels.leg_explained import leg_explained
from dashboard.scenarios import shipped_scenarios, under_scenario

EXACT = 1e-6


@pytest.fixture
def run(atlas, monkeypatch, capsys):
    monkeypatch.setattr(asked, "read_atlas", lambda _folder: atlas)

    def command(*arguments):
        code = main(arguments)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


@pytest.fixture
def table(run):
    return lambda *arguments: pd.read_csv(io.StringIO(run("compare", *arguments)[1]))


def same(printed, shown):
    assert printed.columns.tolist() == shown.columns.tolist()
    for name in shown.columns:
        one, other = printed[name].to_numpy(), shown[name].to_numpy()
        if shown[name].dtype == float:
            np.testing.assert_allclose(one.astype(float), other, atol=EXACT, equal_nan=True)
        else:
            assert texts(one) == texts(other)


def texts(cells):
    return ["" if pd.isna(cell) else cell for cell in cells]


@pytest.mark.parametrize("what", ["intervals", "pairs", "ranks"])
def test_intervals_pairs_and_ranks(table, sure, what):
    shown = {"intervals": sure.corridors, "pairs": sure.pairs, "ranks": sure.ranks}[what]
    same(table(what).drop(columns="compared"), shown.reset_index(drop=True))


def test_what_the_page_compares_is_marked(table, atlas, now, sure):
    ranks = table("ranks").pivot_table("compared", "corridor_id", "reading", aggfunc="all")
    shown = side_by_side(atlas, now, sure, atlas.corridors.index)
    for reading in ranks:
        assert ranks[reading].equals(shown[f"{reading}_rank"].notna().loc[ranks.index])
    told = settled_orders(sure.pairs, "cumulative", ranks.index[ranks["cumulative"]])
    pairs = table("pairs").query("compared and reading == 'cumulative'")
    assert len(pairs) == told.all


def test_parts_add_up_to_what_is_shown(table, atlas, now):
    parts = table("parts")
    legs = parts.groupby("leg_id")["reading"].sum(min_count=1).dropna()
    assert (legs - now.legs.loc[legs.index, "reading"]).abs().max() < 1e-4
    shown = parts_by(uncertainty.read_parts(atlas, now), ["corridor_id", "iso3"])
    china = shown.set_index(["corridor_id", "iso3"]).loc[("MNG", "CHN"), "exposure"] / 1000
    panel = str(difference_panel(atlas, uncertainty.read_parts(atlas, now), ("MNG", "EMB-BJS")))
    assert f"<td>China</td><td>{china:.1f}</td>" in re.sub(r' data-label="[^"]*"', "", panel)


def test_sensitivity_is_that_of_the_page(table, atlas, now):
    rule = uncertainty.read_rule()
    printed = table("sensitivity")
    shown = uncertainty.corridor_sensitivity(atlas, now, rule, "MNG")
    own = printed[printed["corridor_id"] == "MNG"].drop(columns="corridor_id")
    same(own.reset_index(drop=True), shown)


def test_under_a_scenario_and_on_a_date(table, atlas, read):
    then = read(date="2015-06-01")
    changed = under_scenario(atlas, then, shipped_scenarios(atlas)["laos-returns-a-group"])
    printed = table("network", "--date", "2015-06-01", "--scenario", "laos-returns-a-group")
    shown = changed.readings.legs.loc[printed["leg_id"], "reading"]
    assert (printed.set_index("leg_id")["reading"] - shown).abs().max() < EXACT


def test_two_dates_are_compared_as_on_the_screen_in_the_same_draws(table, atlas, now, read, sure):
    then = read(date="2012-06-01")
    printed = table("changes", "--date", "2026-01-20", "--beside", "2012-06-01")
    shown = drawn_dates(atlas, then, now, uncertainty.read_rule())
    same(printed, shown.corridors)
    told = change_rows(atlas, shown, "cumulative", ["MNG"])
    panel = str(dates_panel(atlas, (then, now), shown, told=told, reading="cumulative"))
    mongolia = printed[printed["reading"] == "cumulative"].set_index("corridor_id").loc["MNG"]
    assert f"({mongolia['before_low']:.1f} to {mongolia['before_high']:.1f})" in panel
    assert f"lower in {100 * mongolia['share_lower']:.0f}\N{NO-BREAK SPACE}%" in panel
    alone = sure.corridors.set_index(["corridor_id", "reading"])["low"]
    both = shown.corridors.set_index(["corridor_id", "reading"])["after_low"]
    pd.testing.assert_series_equal(both, alone, check_names=False)


def test_a_scenario_is_compared_as_on_the_screen_and_what_it_leaves_ties(table, atlas, now):
    name = "laos-returns-a-group"
    printed = table("moved", "--scenario", name).set_index("iso3")
    compared = under_scenario(atlas, now, shipped_scenarios(atlas)[name])
    shown = drawn_scenario(atlas, compared, uncertainty.read_rule()).countries
    same(printed.reset_index(), shown.reset_index())
    assert (printed.loc["LAO", "verdict"], printed.loc["CHN", "share_ties"]) == ("higher", 1)


def test_paths_through_the_printed_network_are_the_ways_of_the_page(
    table, run, tmp_path, atlas, now
):
    file = tmp_path / "edges.csv"
    table("network").to_csv(file, index=False)
    ends = ("--from", "KP-NHG", "--to", "KR-SEL")
    rule = uncertainty.read_rule()
    for aim, words in {
        "cumulative": ("--cost", "cumulative", "--k", "5"),
        "worst_reading": ("--cost", "reading", "--objective", "worst", "--k", "5"),
        "both": ("--cost", "cumulative", "--cost", "reading", "--objective", "pareto-worst"),
        "length": ("--cost", "length_km", "--cost", "cumulative", "--objective", "pareto"),
    }.items():
        paths = json.loads(run("paths", str(file), *ends, *words)[1])
        ways = json.loads(run("alternatives", *ends, "--by", aim, "--k", "5")[1])
        places = [way["places"] for way in ways]
        assert all(path["nodes"] in places for path in paths)
        search = Search(
            start="KP-NHG", goal="KR-SEL", aim=aim, count=5, leg_ids=tuple(atlas.legs.index)
        )
        found = find_alternatives(atlas, now, rule, search=search)
        assert [way["legs"] for way in ways] == [list(legs) for legs in found.ways["leg_ids"]]
        panel = str(alternatives_panel(atlas, now, found, search))
        assert [way["closed"] for way in ways] == sorted(way["closed"] for way in ways)
        for way in ways:
            low, high = way["cumulative"]["low"], way["cumulative"]["high"]
            assert f"{low:.1f} to {high:.1f}" in panel


def test_a_leg_is_explained_by_the_same_figures_as_on_the_screen(run, atlas, now):
    text = run("explain", "--leg", "LAO-THA-N-5")[1]
    exposure, weight = map(float, re.search(r"\n  ([\d.]+) / ([\d.]+)\n", text).groups())
    parts = re.findall(r"weight ([\d.]+) x score ([\d.]+)\n", text)
    assert sum(float(w) * float(s) for w, s in parts) == pytest.approx(exposure)
    assert sum(float(w) for w, _ in parts) == pytest.approx(weight)
    assert exposure / weight == pytest.approx(now.legs.loc["LAO-THA-N-5", "reading"])
    panel = str(leg_explained(atlas, now, "LAO-THA-N-5"))
    assert f"{exposure:,.0f} ÷ {weight:,.0f} = {exposure / weight:.2f}" in panel
    assert "Lao PDR: where its 6.5 comes from" in panel


def test_a_corridor_is_explained_so_that_it_can_be_added_up(run, now):
    text = run("explain", "--corridor", "MNG")[1]
    legs = re.findall(r"MNG-\d: weight x score ([\d.]+), reading ([\d.]+), km High ([\d.]+)", text)
    exposure, readings, km = ([float(leg[place]) for leg in legs] for place in range(3))
    shown = now.corridors.loc["MNG"]
    assert sum(exposure) / 1000 == pytest.approx(shown["cumulative"])
    assert max(readings) == pytest.approx(shown["worst_reading"])
    assert sum(km) == pytest.approx(shown["km_high"])


def test_the_country_that_people_leave_is_explained_by_the_true_cause(run):
    code, out, _ = run("explain", "--country", "PRK")
    assert code == 0
    assert out.startswith("PRK: not scored. It is the country that people leave")
    assert "missing" not in out


def test_a_country_is_explained_down_to_its_cells(run):
    text = run("explain", "--country", "LAO")[1]
    assert "risk = 6.5" in text
    assert "state_practice_of_return = 6; weight 1, share 0.5, contribution 3" in text
    assert "end of the evidence" not in text


def test_a_country_on_a_past_date_says_what_had_no_evidence_yet(run):
    text = run("explain", "--country", "KOR", "--date", "2012-06-01")[1]
    assert "At the end of the evidence, 20 January 2026, the figure is 1.0 Low" in text
    assert "State practice of return: no evidence yet; the first is of 2019-11-07." in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("explain", "--leg", "MNG"), "expected a leg such as MNG-"),
        (("explain", "--country", "XX"), "expected a country such as"),
        (("alternatives", "--from", "X", "--to", "KR-SEL"), "--from: found 'X', expected one of"),
        (("alternatives", "--from", "KP-NHG", "--to", "KR-SEL", "--k", "0"), "expected 1 or more"),
        (("compare", "pairs", "--scenario", "none.toml"), "expected the path of a scenario's"),
        (("compare", "changes"), "found neither --beside nor --scenario, expected one of them"),
        (("compare", "pairs", "--beside", "2020-01-01"), "expected it with changes or moved"),
        (
            ("compare", "moved", "--beside", "20200101"),
            "--beside: found '20200101', expected a day",
        ),
        (("score", "--date", "20260101"), "found '20260101', expected a day as YYYY-MM-DD"),
    ],
)
def test_what_is_not_known_is_refused_with_words(run, arguments, words):
    code, out, message = run(*arguments)
    assert (code, out) == (2, "")
    assert words in message


@pytest.mark.parametrize("pair", [("MNG", "EMB-BJS"), ("LAO-THA-N", "MNG")])
def test_the_printed_parts_of_two_corridors_add_up_by_column_and_by_row(atlas, now, pair):
    panel = str(difference_panel(atlas, uncertainty.read_parts(atlas, now), pair))
    tables = re.findall(r"<table.*?</table>", panel, re.DOTALL)
    assert len(tables) == 3
    for table in tables:
        lines = [re.findall(r"<td[^>]*>(.*?)</td>", line) for line in table.split("<tr")]
        printed = np.array(
            [[float(cell.replace("−", "-")) for cell in line[1:]] for line in lines if line]
        )
        np.testing.assert_allclose(printed[:-1].sum(axis=0), printed[-1], atol=1e-9)
        np.testing.assert_allclose(printed[:, 0] - printed[:, 1], printed[:, 2], atol=1e-9)
