"""The constant network: paths decode to the lines, shared links go once, bytes never vary."""

import json

import numpy as np
import pytest
import shapely

from dashboard.maps.network import network_payload


def payload(atlas):
    return network_payload(atlas.waypoints, atlas.legs, atlas.corridors, atlas.lines)


@pytest.fixture(scope="module")
def network(atlas):
    return json.loads(payload(atlas))


def decoded(path):
    return np.cumsum(np.array(path).reshape(-1, 2), axis=0) / 100


def test_the_same_tables_give_the_same_bytes(atlas):
    assert payload(atlas) == payload(atlas)


def test_a_shared_link_is_sent_once(atlas, network):
    assert len(network["links"]) == atlas.legs["link_id"].nunique() < len(atlas.legs)
    links = [leg["link"] for leg in network["legs"]]
    same = atlas.legs["link_id"].to_numpy()
    assert all(
        (links[0] == link) == (same[0] == name) for link, name in zip(links, same, strict=True)
    )


def test_a_path_decodes_to_its_line(atlas, network):
    for leg, place in zip(atlas.legs.itertuples(), network["legs"], strict=True):
        path = network["links"][place["link"]]["path"]
        if not path:
            assert leg.mode == "air"
            continue
        drawn = shapely.LineString(decoded(path))
        assert shapely.hausdorff_distance(drawn, atlas.lines.geometry[leg.Index]) < 0.03


def test_a_path_begins_and_ends_at_its_places(network):
    places = network["waypoints"]
    for link in network["links"]:
        if link["path"]:
            points = decoded(link["path"])
            for end, place in ((points[0], link["from"]), (points[-1], link["to"])):
                assert np.allclose(end, [places[place]["lon"], places[place]["lat"]], atol=0.0051)


def test_public_places_have_one_decimal(network):
    for place in network["waypoints"]:
        assert round(place["lon"], 1) == place["lon"]
        assert round(place["lat"], 1) == place["lat"]


def test_a_name_is_text_whatever_it_holds(atlas):
    name = '<img onerror="x">{{7*7}}{% %}</script>'
    waypoints = atlas.waypoints.assign(name_en=name)
    sent = json.loads(network_payload(waypoints, atlas.legs, atlas.corridors, atlas.lines))
    assert {place["en"] for place in sent["waypoints"]} == {name}
