"""What is sent to the map: class codes, legend, tint and words, as JSON, text unchanged."""

import json
from dataclasses import replace

import numpy as np
import pytest

from dashboard import palette
from dashboard.filters import shown_legs
from dashboard.language import speaking
from dashboard.maps.paint import legend, paint_legs, paint_text
from dashboard.maps.view import map_view
from dashboard.settings import PAINTS, TINTS
from dashboard.uncertainty import class_certainty, read_rule

HOSTILE = "<script>alert(1)</script>{{7*7}}{% raw %}`${1}`\u2028"


def sure(atlas, readings):
    return class_certainty(atlas, readings, read_rule())


def view(atlas, readings, **changes):
    settings = replace(atlas.choices.default(), **changes)
    paint = paint_legs(atlas, readings, settings.paint, sure(atlas, readings))
    shown = shown_legs(atlas, readings, settings)
    with speaking(settings.lang):
        return map_view(atlas, readings, settings, paint=paint, shown=shown)


@pytest.mark.parametrize("by", PAINTS)
def test_every_code_has_its_class_in_the_legend(atlas, now, by):
    paint = paint_legs(atlas, now, by, sure(atlas, now))
    shown = legend(paint)
    assert paint.codes.max() <= shown["nodata"] == len(shown["classes"]) - 1
    assert shown["classes"][-1]["label"] == "no data"
    assert len(paint.codes) == len(atlas.legs)


def test_a_hidden_leg_is_a_dash_and_a_shown_one_a_digit(atlas, now):
    paint = paint_legs(atlas, now, "risk", sure(atlas, now))
    shown = np.zeros(len(atlas.legs), dtype=bool)
    shown[3] = True
    text = paint_text(paint, shown)
    assert text[3] == str(list(palette.RISK).index("High"))
    assert set(text[:3] + text[4:]) == {"-"}


def test_missing_is_painted_as_no_data_and_never_as_the_lowest_class(atlas, read):
    readings = read("table1")
    codes = paint_legs(atlas, readings, "risk", sure(atlas, readings)).codes
    assert (codes[readings.legs["reading"].isna()] == len(palette.RISK)).all()


def test_a_reading_on_an_unseen_source_is_painted_unverified(atlas, now):
    codes = paint_legs(atlas, now, "grade", sure(atlas, now)).codes
    unverified = list(palette.GRADE).index("unverified")
    assert (codes[now.legs["unverified"]] == unverified).all()
    assert (codes == unverified).sum() == now.legs["unverified"].sum()


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("tint", TINTS)
def test_the_view_is_json(atlas, now, tint, lang):
    sent = view(atlas, now, tint=tint, lang=lang)
    assert json.loads(json.dumps(sent, allow_nan=False)) == sent
    assert (sent["tint"] is None) == (tint == "none")


def test_tints_point_into_their_classes(atlas, now):
    for tint in TINTS[1:]:
        sent = view(atlas, now, tint=tint)["tint"]
        assert set(sent["countries"].values()) <= set(range(len(sent["classes"])))
        assert sent["countries"]["CHN"] != sent["countries"]["THA"]


def test_the_legend_speaks_korean(atlas, now):
    korean = view(atlas, now, lang="ko", paint="legal_status")["legend"]
    labels = [entry["label"] for entry in korean["classes"]]
    assert all(not label.isascii() for label in [*labels, korean["title"], korean["note"]])


def test_both_languages_have_the_same_words(atlas, now):
    english, korean = (view(atlas, now, lang=lang)["words"] for lang in ("en", "ko"))
    assert set(english) == set(korean)
    assert not [name for name, word in korean.items() if word == english[name]]


def test_muted_legs_are_flagged_in_order(atlas, now):
    flags = view(atlas, now)["muted"]
    assert [flag == "1" for flag in flags] == list(now.legs["muted"])


def test_text_of_a_stranger_goes_through_unchanged(atlas, now):
    named = {**palette.RISK, HOSTILE: palette.NO_DATA}
    hostile = replace(
        paint_legs(atlas, now, "risk", sure(atlas, now)), title=HOSTILE, note=HOSTILE, strokes=named
    )
    with speaking("ko"):
        shown = json.loads(json.dumps(legend(hostile)))
    assert shown["title"] == shown["note"] == shown["classes"][5]["label"] == HOSTILE


def test_a_leg_whose_class_is_not_clear_is_told_apart_on_the_map_of_risk_alone(atlas, now):
    certainty = sure(atlas, now)
    flags = view(atlas, now)["vague"]
    for leg, flag in zip(now.legs.index, flags, strict=True):
        share = certainty[leg]
        assert flag == ("2" if share < 0.5 else "1" if share < 0.8 else "0")
    assert set(flags) == {"0", "1", "2"}
    assert set(view(atlas, now, paint="legal_status")["vague"]) == {"0"}


def test_the_legend_says_what_paler_means_where_something_is(atlas, now):
    assert len(view(atlas, now)["legend"]["vague"]) == 2
    assert view(atlas, now, paint="grade")["legend"]["vague"] == []
