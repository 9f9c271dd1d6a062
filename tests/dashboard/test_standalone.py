"""The map saved as one file: the same bytes each time, text that stays text, places kept coarse."""

import base64
import json
import re
import zlib
from dataclasses import replace

import pytest

from dashboard.assets import bundle
from dashboard.exports.formats import map_file_name
from dashboard.filters import shown_legs
from dashboard.language import speaking
from dashboard.maps.packed_files import MAP, modules, packed_files
from dashboard.maps.standalone import standalone_map
from dashboard.publication.picture import picture_of
from dashboard.publication.publish import publish, publish_dataset
from dashboard.settings import PAINTS
from dashboard.uncertainty import class_certainty, read_rule
from intake.errors import AtlasError

HOSTILE = "</script><script>alert(1)</script>{{7*7}}{% raw %}&\u2028ATLAS-BODY"
DATA = re.compile(r'<script type="application/json" id="atlas-data">(.*?)</script>', re.DOTALL)
FILES = re.compile(r'id="atlas-files">(.*?)</script>', re.DOTALL)
ADDRESS = re.compile(r"(?:https?:)?//[\w.-]+\.\w+|\bwww\.|\burl\(")
# A namespace, which is a name; Leaflet's own comments and the credit that the map leaves out.
NAMED_IN_LEAFLET = {"http://www.w3.org", "https://leafletjs.com", "https://bugzilla.mozilla.org"}
NAMED_IN_LICENCES = {"http://scripts.sil.org", "http://www.adobe.com"}


@pytest.fixture(scope="module")
def certainty(atlas, now):
    return class_certainty(atlas, now, read_rule())


@pytest.fixture(scope="module")
def publication(atlas):
    return publish(atlas, atlas.choices.default())


@pytest.fixture(scope="module")
def page(publication):
    return standalone_map(publication).decode()


def painted(publication, **changes):
    """The same publication with another title, notes or view."""
    return replace(publication, picture=replace(publication.picture, **changes))


def told(page):
    (found,) = DATA.findall(page)
    return json.loads(found)


def test_the_same_map_is_the_same_bytes(atlas, page):
    packed_files.cache_clear()
    assert standalone_map(publish(atlas, atlas.choices.default())).decode() == page


def test_text_from_data_is_neither_compiled_nor_markup(publication):
    hostile = painted(publication, title=HOSTILE, notes=(HOSTILE,))
    made = standalone_map(hostile).decode()
    assert told(made)["title"] == HOSTILE
    assert told(made)["notes"][0] == HOSTILE
    assert "alert(1)<" not in made
    assert not set("<>&\u2028\u2029") & set(DATA.findall(made)[0])
    assert "{{7*7}}" in made


def test_places_and_lines_have_one_decimal(page):
    drawn = told(page)["network"]
    places = [place[name] for place in drawn["waypoints"] for name in ("lon", "lat")]
    assert all(round(value, 1) == value for value in places)
    hundredths = [step for link in drawn["links"] for step in link["path"]]
    assert hundredths
    assert all(step % 10 == 0 for step in hundredths)


def test_only_what_the_filters_leave_is_in_it(atlas):
    lao = publish(atlas, replace(atlas.choices.default(), country=("LAO",)))
    found = told(standalone_map(lao).decode())
    assert len(found["network"]["legs"]) == len(found["view"]["paint"]) == len(lao.lines)
    assert "-" not in found["view"]["paint"]
    assert {one["id"] for one in found["network"]["waypoints"]} < set(atlas.waypoints.index)


def test_the_dataset_has_no_picture_and_says_so(atlas):
    with pytest.raises(AtlasError, match="without a picture"):
        standalone_map(publish_dataset(atlas, atlas.choices.default()))


def test_it_names_no_other_host(page):
    outside = FILES.sub("", page)
    packed = zlib.decompress(base64.b64decode(FILES.findall(page)[0]))
    start, named = 0, set()
    for name, _, length in packed_files("en").listing:
        if not name.endswith((".webp", ".woff2", ".ttf")):
            text = packed[start : start + length].decode()
            named |= {found for found in ADDRESS.findall(text) if found.startswith("http")}
        start += length
    assert not ADDRESS.search(outside)
    assert named <= NAMED_IN_LEAFLET | NAMED_IN_LICENCES


def test_its_policy_allows_nothing_outside_the_page(page):
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy.startswith("default-src 'none'")
    assert not re.search(r"https?:|\*|unsafe|'self'|data:", policy)


def test_it_carries_every_module_that_its_map_imports():
    texts = [bundle().files[name].body.decode() for name in modules()]
    named = {found for text in texts for found in re.findall(r'import [^;]*"\./(.+)";', text)}
    assert named < set(modules())
    assert modules()[-1] == MAP


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
    with speaking(lang):
        picture = picture_of(atlas, now, changed, shown=shown, legs=certainty)
    notes = "\n".join(picture.notes)
    assert atlas.corridors.loc["MNG", f"name_{lang}"] in notes
    assert not set("{}") & set(notes)
    assert all(look["label"] in notes for look in picture.view["legend"]["classes"][:-1])


def test_it_does_not_say_which_leg_was_looked_at(atlas, page):
    looked = replace(atlas.choices.default(), leg="MNG-4", profile="LAO")
    assert standalone_map(publish(atlas, looked)).decode() == page


def test_the_name_of_the_file_says_what_is_in_it(atlas):
    assert map_file_name(atlas.choices.default()) == "corridor-atlas-risk-2026-01-20-en.html"


def test_it_is_no_larger_than_it_needs_to_be(page):
    assert len(page) < 1_400_000
