"""The small map of a country: public places only, names clear of each other, text as text."""

import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.maps.country_map import WIDTH, window_around
from dashboard.maps.label_spots import label_spots, text_width
from dashboard.panels.country_map import figure, picture
from geodata.boundaries import read_boundaries


@pytest.fixture(scope="module")
def boundaries():
    return read_boundaries()


@pytest.mark.parametrize("iso3", ["CHN", "RUS", "SGP", "USA", "GBR"])
def test_a_map_is_drawn_for_a_large_a_small_and_an_untouched_country(atlas, now, boundaries, iso3):
    drawn = picture(atlas, now, iso3, boundaries)
    assert 0.5 * WIDTH <= drawn.window.height <= 1.1 * WIDTH
    assert drawn.svg.count('class="leg"') == len(re.findall('class="halo"', drawn.svg))
    assert ('class="leg"' in drawn.svg) == (iso3 != "GBR")


def test_no_map_is_closer_than_country_level(atlas, boundaries):
    for iso3 in atlas.choices.profile:
        window = window_around(boundaries.geometry[iso3])
        assert (window.east - window.west) * window.stretch > 5.49


def test_a_place_stands_where_the_data_have_it_at_one_decimal(atlas, now, boundaries):
    drawn = picture(atlas, now, "LAO", boundaries)
    found = re.findall(r'<circle class="place" cx="([\d.-]+)" cy="([\d.-]+)"', drawn.svg)
    shown = {(float(x), float(y)) for x, y in found}
    places = atlas.waypoints[["lon", "lat"]].to_numpy()
    assert shown
    assert shown <= {(round(x, 1), round(y, 1)) for x, y in drawn.window.pixels(places)}


def test_a_name_of_a_stranger_stays_text(atlas, now, boundaries):
    hostile = replace(
        atlas, waypoints=atlas.waypoints.assign(name_en="<b>" + atlas.waypoints.index)
    )
    shown = str(figure(hostile, now, "LAO", picture(hostile, now, "LAO", boundaries)))
    assert "&lt;b&gt;LA-VTE" in shown
    assert set(re.findall(r"<(\w+)", shown)) == {"figure", "div", "img", "span", "figcaption", "i"}
    assert re.findall(r'src="([^"]{0,26})', shown) == ["data:image/svg+xml;base64,"]


POINTS = st.dictionaries(
    st.text("abc 가나", min_size=1, max_size=18),
    st.tuples(st.floats(0, 400), st.floats(0, 300)),
    max_size=15,
)


@given(POINTS)
def test_names_stay_on_the_map_and_never_cover_each_other(points):
    spots = label_spots(points, width=400, height=300)
    boxes = np.array(
        [(s.x, s.y - 7.5, s.x + text_width(s.name), s.y + 7.5) for s in spots]
    ).reshape(-1, 4)
    assert (boxes[:, :2] >= 0).all()
    assert (boxes[:, 2] <= 400).all()
    assert (boxes[:, 3] <= 300).all()
    for place, one in enumerate(boxes):
        later = boxes[place + 1 :]
        apart = (
            (later[:, 2] <= one[0])
            | (later[:, 0] >= one[2])
            | (later[:, 3] <= one[1])
            | (later[:, 1] >= one[3])
        )
        assert apart.all()
