"""What is shared of own data: in no file anything finer than the grid, or not chosen."""

import datetime as dt
import re
from dataclasses import replace
from functools import partial

import numpy as np
import pandas as pd
import pytest
import shapely

from dashboard.briefing.formats import FORMATS as BRIEFINGS
from dashboard.briefing.in_words import in_words
from dashboard.briefing.progress import finished
from dashboard.briefing.resolve import brief
from dashboard.exports.formats import FORMATS
from dashboard.panels.own_data.share_files import Ready, file_of
from dashboard.publication.precision import PUBLIC, SECRET
from dashboard.publication.publish import publish
from dashboard.workspace.coarse import in_provinces
from dashboard.workspace.decision import decisions, with_decision
from dashboard.workspace.errors import WorkspaceError
from dashboard.workspace.model import added, empty_workspace, marked
from dashboard.workspace.shared_story import shared_story
from dashboard.workspace.sharing import Choice, shared
from geodata.boundaries import read_boundaries, read_unclaimed_land
from geodata.provinces import read_provinces
from tests.dashboard.unpacked import unpacked

WORDS = "kestrel-quartz-ridge"
LAT = "41.88371"  # digits that stand nowhere else
CHOSEN = "first"


@pytest.fixture(scope="module")
def lands():
    return read_boundaries(), read_unclaimed_land()


def world(*, shift=0.0, words=WORDS, more=0, reverse=False):
    """Three legs and a place to choose, which may lie elsewhere in their cells, and others."""
    bend, start, end = ("42.5", "125.32", "13.75") if shift else ("42.7", "125.3", "13.76")
    lines = [
        f"LINESTRING ({129.8 + shift:.5f} {LAT}, 127.1 {bend}, 125.3 43.9)",
        f"LINESTRING ({start} 43.9, 100.5 {end})",
        "LINESTRING (100.5 13.8, 127 37.5)",
    ]
    chosen = pd.DataFrame(
        {
            "name": [f"{words} {n}" for n in range(3)],
            "corridor": words,
            "seq": [1, 2, 3],
            "note": words,
            "date": "2024-05" if shift else "",
            "from_name": words,
            "extra": f'{{"contact": "{words}"}}',
            "line": lines,
        }
    )
    place = {"name": [words], "kind": words, "iso3": "LAO", "lon": [102.6 + shift], "lat": [17.98]}
    spot = pd.DataFrame({**place, "note": words})
    other = pd.DataFrame({"corridor": "other", "line": ["LINESTRING (90 20, 91 21)"] * more})
    tables = [chosen, other.assign(name=words)]
    whole = added(empty_workspace(), "places", spot)
    ids = list(whole.places.index)
    for table in reversed(tables) if reverse else tables:
        whole = added(whole, "legs", table) if len(table) else whole
    if more:
        judged = {"iso3": ["CHN"], "dimension": ["state_practice_of_return"], "score": [0.0]}
        judged |= {"grade": ["high"], "reason": [words]}
        whole = added(whole, "overrides", pd.DataFrame(judged))
        secret = pd.DataFrame({"name": [words], "lon": [125.30001], "lat": [43.90001]})
        whole = added(whole, "places", secret)
        secret_ids = list(whole.places.index[1:])
        whole = marked(whole, "places", secret_ids, SECRET)
        ids += secret_ids  # chosen, and all the same it does not leave
    return whole, [*whole.legs.index[whole.legs["corridor"] == words], *ids]


def coarse_world():
    """Nothing but what leaves: the same records public, so on the grid, and without a word."""
    whole, ids = world(words="x")
    ids = [*whole.legs.index, *whole.places.index]
    return marked(marked(whole, "legs", ids[:3], PUBLIC), "places", ids[3:], PUBLIC), ids


# They take seconds each. The sheets are set of the drawing that the SVG is, the pictures and the
# handout of a briefing of what its slides are; the others of the same publication and story.
SAME_DRAWING = ("pdf", "png", "brief png", "brief handout")
SLOW = (*SAME_DRAWING, "slide", "atlas", "brief pdf", "brief pptx")


def files_of(atlas, lands, built, *, leave_out=()):
    """Every file of one world, by name."""
    workspace, ids = built
    made = shared(atlas, workspace, Choice(record_ids=ids), lands=lands)
    view = replace(atlas.choices.default(), corridor=made.corridor_ids)
    ready = Ready(shared=made, published=publish(made.atlas, view), settings=view)
    story = shared_story(made, view)
    told = finished(in_words(made.atlas, story, finished(brief(made.atlas, story, "en"))))
    # Of the words those on own corridors: those on published ones take long, and are the same.
    told = replace(told, prose=tuple(replace(one, parts=own_parts(one)) for one in told.prose))
    made_by = {name: partial(file_of, ready, name) for name in FORMATS} | {
        f"brief {n}": partial(finished, f.make(told)) for n, f in BRIEFINGS.items()
    }
    return {name: make() for name, make in made_by.items() if name not in leave_out}


def own_parts(passage):
    return tuple(part for part in passage.parts if part.key.startswith("own-"))


@pytest.fixture(scope="module")
def small(atlas):
    """The atlas with one published corridor: what is own leaves in it as in the whole one."""
    legs = atlas.legs[atlas.legs["corridor_id"] == "MNG"]
    return replace(
        atlas,
        legs=legs,
        corridors=atlas.corridors.loc[["MNG"]],
        lines=atlas.lines.loc[legs.index],
        exposure=atlas.exposure[atlas.exposure["leg_id"].isin(legs.index)],
        crossings=atlas.crossings[atlas.crossings["leg_id"].isin(legs.index)],
    )


@pytest.fixture(scope="module")
def plain(small, lands):
    return files_of(small, lands, world())


def test_other_own_data_change_no_byte_of_any_file(small, lands, plain):
    other = world(shift=0.01, words="heron-basalt-cove", more=2, reverse=True)
    for name, body in files_of(small, lands, other, leave_out=SAME_DRAWING).items():
        assert body == plain[name], name


def test_own_data_and_nothing_but_what_leaves_make_the_same_files(small, lands, plain):
    for name, body in files_of(small, lands, coarse_world(), leave_out=SLOW).items():
        assert body == plain[name], name


def test_no_word_and_no_fine_digit_of_a_record_is_in_any_file(plain):
    assert len(plain) == len(FORMATS) + len(BRIEFINGS)
    for name, body in plain.items():
        for where, part in unpacked(body, name):
            assert WORDS.encode() not in part, where
            assert LAT.encode() not in part, where


@pytest.mark.parametrize("name", [name for name, made in BRIEFINGS.items() if made.in_words])
def test_the_words_of_a_briefing_tell_own_corridors(plain, name):
    told = b"".join(part for _where, part in unpacked(plain[f"brief {name}"], name))
    squeezed = b"".join(told.split())
    assert b"Themapinwords,asof20January2026" in squeezed
    assert squeezed.count(b"Owncorridor1") > 2


@pytest.fixture(scope="module")
def made(small, lands):
    workspace, ids = world(more=1)
    return shared(small, workspace, Choice(record_ids=ids), lands=lands)


def test_every_coordinate_that_leaves_lies_on_the_grid(small, made):
    published = publish(made.atlas, small.choices.default())
    at = shapely.get_coordinates(published.lines.geometry.to_numpy())
    assert np.abs(at * 10 - np.round(at * 10)).max() < 1e-8
    names = published.rows("waypoints").set_index("waypoint_id")["name_en"]
    own = names[names.index.str.startswith("own-")]
    assert all(re.fullmatch(r"-?\d+\.\d, -?\d+\.\d", name) for name in own)


def test_what_is_lost_is_told_leg_by_leg(made):
    assert made.lost_legs["bends"].tolist() == [1, 0, 0]
    assert made.lost_legs["start_km"].iloc[0] == pytest.approx(1.9, abs=0.3)
    assert made.leg_ids == ("own-1-1", "own-1-2", "own-1-3")


def test_words_leave_only_when_they_are_ticked(small, lands):
    workspace, ids = world()
    ticked = shared(small, workspace, Choice(record_ids=ids, with_text=True), lands=lands)
    assert ticked.atlas.corridors.loc["own-1", "name_en"] == WORDS


def test_a_leg_inside_one_cell_is_held_back_with_the_reason(small, lands):
    workspace = world()[0]
    row = pd.DataFrame({"line": ["LINESTRING (100.51 13.72, 100.53 13.74)"], "corridor": CHOSEN})
    workspace = added(workspace, "legs", row)
    ids = workspace.legs.index[workspace.legs["corridor"] == CHOSEN]
    with pytest.raises(WorkspaceError, match="Nothing is left to share"):
        shared(small, workspace, Choice(record_ids=ids), lands=lands)


def test_a_place_leaves_on_its_cell_with_its_country_and_no_word(small, made):
    rows = publish(made.atlas, small.choices.default()).keyed("waypoints").loc["own-place-1"]
    assert (rows["lon"], rows["lat"], rows["iso3"]) == (102.6, 18.0, "LAO")
    assert (rows["name_en"], rows["note"]) == ("102.6, 18.0", "")


def test_places_leave_without_a_leg(small, lands):
    workspace, ids = world()
    alone = shared(small, workspace, Choice(record_ids=ids[3:]), lands=lands)
    assert (alone.leg_ids, alone.place_ids) == ((), ("own-place-1",))
    assert "own-place-1" in set(
        publish(alone.atlas, small.choices.default()).rows("waypoints").iloc[:, 0]
    )


def test_in_provinces_it_does_not_count_where_in_a_province_a_point_lies(small, lands):
    provinces = in_provinces(read_provinces())
    made = {}
    for lon in (102.7, 101.2):  # both in Yunnan, 150 km apart
        line = f"LINESTRING ({lon} 25.01234, 100.51234 13.71234)"
        whole = added(empty_workspace(), "legs", pd.DataFrame({"line": [line]}))
        choice = Choice(record_ids=list(whole.legs.index), stand_ins=provinces)
        found = shared(small, whole, choice, lands=lands)
        made[lon] = publish(found.atlas, replace(small.choices.default(), corridor=("own-1",)))
    one, other = made.values()
    assert one.about.fingerprint == other.about.fingerprint
    names = one.keyed("waypoints").filter(like="own-", axis="index")["name_en"]
    assert names.tolist() == ["Yunnan", "Bangkok Metropolis"]


def test_at_sea_there_is_no_province_and_nothing_leaves(small, lands):
    line = pd.DataFrame({"line": ["LINESTRING (150 0, 100.5 13.7)"]})
    whole = added(empty_workspace(), "legs", line)
    choice = Choice(record_ids=list(whole.legs.index), stand_ins=in_provinces(read_provinces()))
    with pytest.raises(WorkspaceError, match="Nothing is left to share"):
        shared(small, whole, choice, lands=lands)


def test_a_secret_record_does_not_leave_and_it_is_said(small, lands):
    workspace, ids = world()
    workspace = marked(workspace, "legs", ids[:1], SECRET)
    made = shared(small, workspace, Choice(record_ids=ids), lands=lands)
    assert made.left_out() == ids[:1]
    assert "secret" in made.lost_legs.loc[ids[0], "withheld"]
    assert len(made.leg_ids) == 2


def test_nothing_is_decided_without_a_reason_and_the_decision_stays_in_the_workspace(small, made):
    published = publish(made.atlas, small.choices.default())
    when = {"choice": {"coarsened_to": "grid"}, "decided": dt.datetime(2026, 1, 20, tzinfo=dt.UTC)}
    with pytest.raises(WorkspaceError, match="Without a reason"):
        with_decision(empty_workspace(), made, published, reason=" ", **when)
    kept = with_decision(empty_workspace(), made, published, reason="in a report", **when)
    assert decisions(kept)[0]["fingerprint"] == published.about.fingerprint
