"""The map on paper: where things lie, what is written, and that it looks as on the screen."""

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from dashboard.paper.frame import fitted
from dashboard.paper.ink import INK, PART, SHALLOW
from dashboard.paper.letters import can_write, writable
from dashboard.paper.map_svg import HOME, map_drawing
from dashboard.paper.room import box_of
from dashboard.paper.strands import strands
from dashboard.publication.publish import publish
from intake.errors import AtlasError

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?\d+\.?\d*")
PLACE_PX = 0.16  # coordinates are written to a tenth of a px, x and y
GRID = 0.1


@pytest.fixture(scope="module")
def whole(atlas):
    return publish(atlas, atlas.choices.default())


@pytest.fixture(scope="module")
def drawn(whole):
    return map_drawing(whole, (1040, 870))


def group(drawing, name):
    root = ET.fromstring(drawing.svg)  # noqa: S314 - our own
    return next(part for part in root.iter(f"{SVG}g") if part.get("id") == name)


def middle(mark):
    """The middle of a sign: of the corners of a polygon, or of a circle."""
    numbers = np.array([float(one) for one in NUMBER.findall(mark.get("d"))])
    if "a" in mark.get("d"):
        return numbers[:2] + np.array([numbers[2], 0])
    corners = numbers.reshape(-1, 2).cumsum(axis=0)
    return (corners.min(axis=0) + corners.max(axis=0)) / 2


def off_grid(frame, points):
    """How many px each point lies from the nearest place of the grid of 0.1 degree."""
    nearest = np.rint(frame.lonlat(np.array(points)) / GRID) * GRID
    return np.hypot(*(frame.at(nearest) - points).T)


def test_every_waypoint_lies_on_the_grid_of_its_class(drawn):
    drawing, frame = drawn
    signs = [one.find(f"{SVG}path") for one in group(drawing, "waypoints")]
    assert len(signs) >= 20
    assert off_grid(frame, [middle(one) for one in signs]).max() < PLACE_PX


def test_every_strand_begins_and_ends_at_a_waypoint(drawn):
    drawing, frame = drawn
    for path in group(drawing, "legs")[0]:
        line = np.array([float(one) for one in NUMBER.findall(path.get("d"))]).reshape(-1, 2)
        ends = line.cumsum(axis=0)[[0, -1]]
        assert off_grid(frame, ends).max() < PLACE_PX, path.get("d")[:40]


def test_every_published_leg_is_in_a_strand(whole):
    found = strands(whole)
    assert sum(one.legs for one in found) == len(whole.rows("legs"))
    assert all(
        one.slot == one.beside.index(replace(one, slot=0, beside=())) for one in found if one.beside
    )


def test_no_name_covers_another_and_none_leaves_the_frame(drawn):
    drawing, frame = drawn
    boxes = [box_of(one.words, one.x, one.y, one.style) for one in drawing.labels]
    assert len(boxes) > 60
    assert all(left > -3 and top > -3 for left, top, _, _ in boxes)
    assert all(right < frame.width + 3 and low < frame.height + 3 for _, _, right, low in boxes)
    overlaps = [
        (drawing.labels[i].words, drawing.labels[j].words)
        for i, one in enumerate(boxes)
        for j, other in enumerate(boxes[:i])
        if min(one[2], other[2]) - max(one[0], other[0]) > 5
        and min(one[3], other[3]) - max(one[1], other[1]) > 5
    ]
    assert overlaps == []


def test_the_map_speaks_korean(atlas):
    korean = publish(atlas, replace(atlas.choices.default(), lang="ko"))
    words = {one.words for one in map_drawing(korean, (1040, 870))[0].labels}
    assert {"서울", "선양", "몽골", "방콕", "동해"} <= words


def test_every_sign_that_the_data_hold_can_be_written(atlas):
    columns = [*atlas.names().values(), *atlas.waypoints["name_ko"], *atlas.corridors["name_en"]]
    assert {sign for text in columns for sign in text if not can_write(sign)} == set()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Hồ Chí Minh", "Ho Chí Minh"),
        ("ไทย", "???"),
        ("a\n\tb\u200b", "a  b"),
        ("↓ 서울", "↓ 서울"),
    ],
)
def test_a_sign_that_the_letters_lack_stops_no_page(text, written):
    assert writable(text) == written


def test_a_place_comes_back_from_the_paper():
    frame = fitted(HOME, (1000, 800))

    @given(st.floats(60, 170), st.floats(-10, 60))
    def back(lon, lat):
        point = np.array([[lon, lat]])
        assert np.allclose(frame.lonlat(frame.at(point)), point, atol=1e-7)

    back()


def test_the_scale_bar_is_as_true_as_it_says(drawn):
    _, frame = drawn
    south, north = frame.parallels
    for lat, most in ((south, 1e-3), (north, 1e-3), ((south + north) / 2, frame.most_off())):
        ends = np.array([[frame.meridian, lat], [frame.meridian + 0.1, lat]])
        metres = np.hypot(*np.diff(frame.at(ends), axis=0)[0]) * frame.metres_per_px
        true = Geod(ellps="WGS84").line_length(ends[:, 0], ends[:, 1])
        assert abs(metres / true - 1) <= most + 1e-6


def test_the_ink_is_that_of_the_screen(root):
    script = (root / "dashboard/maps/assets/theme.js").read_text("utf-8")
    light = script.split("const LIGHT = {")[1].split("};")[0]
    for name, value in {**INK, **PART}.items():
        assert f"  {name}: {json.dumps(value)}," in light, name
    assert f"  shallow: {json.dumps(SHALLOW)}," in light


def test_a_dataset_has_no_map_to_draw(whole):
    with pytest.raises(AtlasError, match="expected that of a view"):
        map_drawing(replace(whole, picture=None), (100, 100))
