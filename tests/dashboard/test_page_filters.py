"""What the map filters by itself is what the app filters: same labels, same legs."""

import json

import pytest

from dashboard.grades import shown_grades
from dashboard.language import speaking
from dashboard.maps.page_filters import page_filters
from dashboard.settings import FILTERS


@pytest.fixture(scope="module")
def sent(atlas, now):
    return {row["by"]: row for row in page_filters(atlas, now, "set_{}".format)}


def test_every_filter_of_the_settings_is_sent_as_json(sent):
    assert set(FILTERS) - set(sent) == {"fact_kind"}  # legs are no facts
    assert json.loads(json.dumps(sent)) == sent


def test_a_control_is_known_by_its_session_key(sent):
    assert sent["country"]["control"] == "st-key-set_country"


@pytest.mark.parametrize("by", ["risk_class", "status", "grade"])
def test_a_code_points_at_the_label_of_the_leg(sent, now, by):
    row = sent[by]
    carried = shown_grades(now.legs) if by == "grade" else now.legs[by]
    assert [row["labels"][ord(code) - ord("0")] for code in row["codes"]] == list(carried)


def test_a_bit_stands_for_each_kind_of_source_of_the_leg(sent, atlas):
    row, kinds = sent["source_kind"], atlas.choices.source_kind
    for code, (leg, named) in zip(row["codes"], atlas.leg_source_kinds.iterrows(), strict=True):
        bits = ord(code) - ord("0")
        said = {kind for i, kind in enumerate(kinds) if bits >> i & 1}
        assert said == set(named.index[named]), leg


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_label_stands_for_one_thing(atlas, now, lang):
    with speaking(lang):
        rows = page_filters(atlas, now, str)
    for labels in (row["labels"] for row in rows if "labels" in row):
        shown = list(labels.values()) if isinstance(labels, dict) else labels
        assert len(set(shown)) == len(shown)
