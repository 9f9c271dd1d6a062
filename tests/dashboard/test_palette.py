"""Every two classes can be told apart, by colour in each kind of colour vision and by width."""

import re
import tomllib
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from dashboard import palette
from dashboard.paper.ink import INK, PART
from dashboard.words import NO_DATA
from tests.dashboard.vision import VISIONS, contrast, distance, lab, over

CONFIG = Path(__file__).parents[2] / ".streamlit/config.toml"
PAPER, NIGHT = "#f3eee3", "#1b2226"
DARK_LAND = "#2a2d34"
TABLES = {
    "risk": palette.RISK,
    "legal status": palette.LEGAL_STATUS,
    "grade": palette.GRADE,
    "bands": palette.BANDS,
}


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("ground", ["color", "dark"])
@pytest.mark.parametrize("table", TABLES)
def test_classes_and_no_data_are_told_apart(table, ground, vision):
    colors = [getattr(stroke, ground) for stroke in (*TABLES[table].values(), palette.NO_DATA)]
    assert min(distance(one, other, vision) for one, other in combinations(colors, 2)) >= 24


@pytest.mark.parametrize("table", ["risk", "legal status", "bands"])
def test_a_graver_class_is_wider(table):
    widths = [stroke.width for stroke in TABLES[table].values()]
    assert all(low < high for low, high in pairwise(widths))


def test_better_evidence_is_wider_and_less_broken():
    strokes = list(palette.GRADE.values())
    assert all(better.width > worse.width for better, worse in pairwise(strokes))
    assert len({stroke.dash for stroke in strokes}) == len(strokes)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("ground", [PAPER, NIGHT])
def test_lines_stand_out_from_the_ground(table, ground):
    colors = [stroke.color for stroke in TABLES[table].values()]
    assert min(contrast(color, ground) for color in colors) >= 1.7


@pytest.mark.parametrize("table", TABLES)
def test_lines_of_the_dark_theme_stand_out_from_its_land(table):
    assert min(contrast(stroke.dark, DARK_LAND) for stroke in TABLES[table].values()) >= 3


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("colors", [palette.CHART, palette.CHART_DARK])
def test_colours_of_charts_are_told_apart(colors, vision):
    assert min(distance(one, other, vision) for one, other in combinations(colors, 2)) >= 24


@pytest.mark.parametrize(
    ("colors", "ground"), [(palette.CHART, palette.PAPER), (palette.CHART_DARK, "#15191c")]
)
def test_colours_of_charts_stand_out_from_the_ground(colors, ground):
    assert min(contrast(color, ground) for color in colors) >= 3


def test_the_theme_holds_the_colours_of_charts():
    themes = tomllib.loads(CONFIG.read_text("utf-8"))["theme"]
    assert tuple(themes["light"]["chartCategoricalColors"]) == palette.CHART
    assert tuple(themes["dark"]["chartCategoricalColors"]) == palette.CHART_DARK


def test_risk_runs_from_cold_to_hot_and_never_green():
    colors = [lab(stroke.color) for stroke in palette.RISK.values()]
    assert [b < 0 for _, _, b in colors] == [True, True, False, False, False]
    assert all(a > -15 for _, a, _ in colors)
    warm = [lightness for lightness, _, _ in colors[2:]]
    assert warm == sorted(warm, reverse=True)


def test_no_data_is_grey_and_dashed():
    _, a, b = lab(palette.NO_DATA.color)
    assert abs(a) < 1
    assert abs(b) < 1
    assert palette.NO_DATA.dash


# The casing of an organisation's own legs, by theme: in the script of the map and in its sheet.
CASINGS = {"color": ("#8811ee", PAPER), "dark": ("#873cff", DARK_LAND)}


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("ground", CASINGS)
def test_the_casing_of_own_legs_is_told_apart_from_every_class(ground, vision):
    casing, land = CASINGS[ground]
    strokes = [*palette.RISK.values(), *palette.LEGAL_STATUS.values(), *palette.GRADE.values()]
    others = [*(getattr(one, ground) for one in (*strokes, palette.NO_DATA)), land]
    assert min(distance(casing, other, vision) for other in others) >= 24


def test_the_casing_is_that_of_the_map(root):
    assets = root / "dashboard/maps/assets"
    script, sheet = ((assets / name).read_text("utf-8") for name in ("own_legs.js", "map.css"))
    casings = [casing for casing, _land in CASINGS.values()]
    assert re.findall(r'CASING = { light: "(#\w{6})", dark: "(#\w{6})" }', script) == [
        tuple(casings)
    ]
    assert re.findall(r"--own: (#\w{6})", sheet) == casings


# A tint lies thin over the land, so it is a fainter mark than a line; the legend names each.
LAND = {"color": ("#f3efe6", 0.3), "dark": (DARK_LAND, 0.34)}
TINTS = {
    "risk": ({**palette.RISK, NO_DATA: palette.NO_DATA}, 6),
    "legal status": ({**palette.LEGAL_STATUS, NO_DATA: palette.NO_DATA}, 6),
    "treaty": (palette.TREATY, 20),
}


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("ground", LAND)
@pytest.mark.parametrize("tint", TINTS)
def test_tints_over_the_land_are_told_apart_and_from_the_land(tint, ground, vision):
    looks, least = TINTS[tint]
    land, part = LAND[ground]
    seen = [over(getattr(look, ground), land, part) for look in looks.values()]
    assert min(distance(one, other, vision) for one, other in combinations(seen, 2)) >= least
    assert min(distance(one, land, vision) for one in seen) >= 6


def test_the_land_is_that_of_the_map_and_of_paper(root):
    script = (root / "dashboard/maps/assets/theme.js").read_text("utf-8")
    lands = re.findall(r'land: "(#[0-9a-f]{6})"', script)
    parts = [float(part) for part in re.findall(r"tintAlpha: ([0-9.]+)", script)]
    assert list(zip(lands, parts, strict=True)) == list(LAND.values())
    assert (INK["land"], PART["tintAlpha"]) == LAND["color"]


# Bars, dots and shares that the style sheet colours, by theme.
OF_THE_SHEET = {
    "light": ("#1f5f68", "#b07a2e", "#fcfbf8"),
    "dark": ("#7fc4cc", "#e2b765", "#15191c"),
}


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", OF_THE_SHEET)
def test_the_two_marks_of_a_comparison_are_told_apart(root, theme, vision):
    one, other, ground = OF_THE_SHEET[theme]
    sheet = (root / "dashboard/compare.css").read_text("utf-8")
    assert one in sheet
    assert other in sheet
    assert distance(one, other, vision) >= 24
    assert min(contrast(mark, ground) for mark in (one, other)) >= 3


@pytest.mark.parametrize("vision", VISIONS)
def test_classes_on_paper_are_told_apart_from_what_lies_around(vision):
    grounds = [INK["land"], INK["sea"]]
    strokes = [*palette.RISK.values(), *palette.LEGAL_STATUS.values(), *palette.GRADE.values()]
    assert min(distance(one.color, ground, vision) for one in strokes for ground in grounds) >= 15
