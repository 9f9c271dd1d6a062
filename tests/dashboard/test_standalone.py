"""The map saved as one file: the same bytes each time, text that stays text, places kept coarse."""

import base64
import json
import re
import zlib
from dataclasses import replace

import pytest

from dashboard.assets import bundle
from dashboard.downloads import saved_map, saved_map_name
from dashboard.filters import shown_legs
from dashboard.map_notes import map_notes
from dashboard.maps.network import network_payload
from dashboard.maps.packed_files import START, modules, packed_files
from dashboard.maps.paint import paint_legs
from dashboard.maps.standalone import PrecisionError, standalone_map
from dashboard.maps.view import map_view
from dashboard.settings import PAINTS
from dashboard.uncertainty import class_certainty, read_rule

HOSTILE = "</script><script>alert(1)</script>{{7*7}}{% raw %}&\u2028ATLAS-BODY"
DATA = re.compile(r'<script type="application/json" id="atlas-data">(.*?)</script>', re.DOTALL)
FILES = re.compile(r'id="atlas-files">(.*?)</script>', re.DOTALL)
ADDRESS = re.compile(r"(?:https?:)?//[\w.-]+\.\w+|\bwww\.|\burl\(")
# A namespace, which is a name; Leaflet's own comments and the credit that the map leaves out.
NAMED_IN_LEAFLET = {"http://www.w3.org", "https://leafletjs.com", "https://bugzilla.mozilla.org"}


@pytest.fixture(scope="module")
def network(atlas):
    return network_payload(atlas.waypoints, atlas.legs, atlas.corridors, atlas.lines)


@pytest.fixture(scope="module")
def settings(atlas):
    return atlas.choices.default()


@pytest.fixture(scope="module")
def certainty(atlas, now):
    return class_certainty(atlas, now, read_rule())


@pytest.fixture(scope="module")
def view(atlas, now, settings, certainty):
    paint = paint_legs(atlas, now, settings.paint, certainty)
    shown = shown_legs(atlas, now, settings)
    return map_view(atlas, now, settings, paint=paint, shown=shown)


@pytest.fixture(scope="module")
def page(atlas, now, settings, view):
    return saved_map(atlas, now, settings, view).decode()


def told(page):
    (found,) = DATA.findall(page)
    return json.loads(found)


def test_the_same_map_is_the_same_bytes(atlas, now, settings, view, page):
    packed_files.cache_clear()
    assert saved_map(atlas, now, settings, view).decode() == page


def test_text_from_data_is_neither_compiled_nor_markup(view, network):
    made = standalone_map(view, network, title=HOSTILE, notes=[HOSTILE]).decode()
    assert told(made)["title"] == HOSTILE
    assert told(made)["notes"] == [HOSTILE]
    assert "alert(1)<" not in made
    assert not set("<>&\u2028\u2029") & set(DATA.findall(made)[0])
    assert "{{7*7}}" in made


def test_a_place_has_one_decimal_and_a_line_hundredths(page):
    drawn = told(page)["network"]
    places = [place[name] for place in drawn["waypoints"] for name in ("lon", "lat")]
    assert all(round(value, 1) == value for value in places)
    assert all(isinstance(step, int) for link in drawn["links"] for step in link["path"])


def test_a_finer_place_is_refused_with_its_name(view, network):
    finer = json.loads(network)
    finer["waypoints"][3]["lat"] += 0.04
    with pytest.raises(PrecisionError, match=f"{finer['waypoints'][3]['id']}: found lat"):
        standalone_map(view, json.dumps(finer).encode(), title="", notes=[])


def test_it_names_no_other_host(page):
    outside = FILES.sub("", page)
    packed = zlib.decompress(base64.b64decode(FILES.findall(page)[0]))
    start, named = 0, set()
    for name, _, length in packed_files("en").listing:
        if not name.endswith((".webp", ".woff2")):
            text = packed[start : start + length].decode()
            named |= {found for found in ADDRESS.findall(text) if found.startswith("http")}
        start += length
    assert not ADDRESS.search(outside)
    assert named <= NAMED_IN_LEAFLET


def test_its_policy_allows_nothing_outside_the_page(page):
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy.startswith("default-src 'none'")
    assert not re.search(r"https?:|\*|unsafe|'self'|data:", policy)


def test_it_carries_every_module_that_its_map_imports():
    named = {
        found
        for name in modules()
        for found in re.findall(r'^import .*"\./(.+)";', bundle().files[name].body.decode(), re.M)
    }
    assert named < set(modules())
    assert modules()[-1] == START


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_letters_come_along_where_they_are_needed(lang):
    names = [name for name, _, _ in packed_files(lang).listing]
    assert ("basemap/korean-regular.woff2" in names) == (lang == "ko")


@pytest.mark.parametrize(
    "words",
    [
        "not advice to travel",
        "2026-01-20",
        "High from 8.5",
        "no data",
        "schematic",
        "do not imply endorsement",
        "307 publications and Table 1",
        "CC BY 4.0",
    ],
)
def test_the_words_that_every_map_carries_stand_below_it(page, words):
    assert words in "\n".join(told(page)["notes"])


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("by", PAINTS)
def test_the_notes_are_whole_for_every_way_of_painting(atlas, now, certainty, lang, by):
    changed = replace(atlas.choices.default(), lang=lang, paint=by, focus="MNG")
    shown = shown_legs(atlas, now, changed)
    sent = map_view(atlas, now, changed, paint=paint_legs(atlas, now, by, certainty), shown=shown)
    notes = "\n".join(map_notes(atlas, now, changed, sent))
    assert atlas.corridors.loc["MNG", f"name_{lang}"] in notes
    assert not set("{}") & set(notes)
    assert all(look["label"] in notes for look in sent["legend"]["classes"][:-1])


def test_it_does_not_say_which_leg_was_looked_at(view, network):
    made = standalone_map({**view, "selected": "MNG-4"}, network, title="", notes=[])
    assert told(made.decode())["view"]["selected"] is None


def test_the_name_of_the_file_says_what_is_in_it(settings):
    assert saved_map_name(settings) == "corridor-atlas-risk-2026-01-20-en.html"


def test_it_is_no_larger_than_it_needs_to_be(page):
    assert len(page) < 1_400_000
