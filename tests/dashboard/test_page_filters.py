"""What the map filters by itself is what the app filters: same labels, same legs."""

import json

import pytest

from dashboard.language import speaking
from dashboard.maps.page_filters import page_filters
from dashboard.settings import Settings


@pytest.fixture(scope="module")
def sent(atlas, now):
    return {row["by"]: row for row in page_filters(atlas, now, "set_{}".format)}


def test_every_filter_of_the_settings_is_sent_as_json(sent):
    assert [row for row in sent if row in Settings.__dataclass_fields__] == list(sent)
    assert len(sent) == 4
    assert json.loads(json.dumps(sent)) == sent


def test_a_control_is_known_by_its_session_key(sent):
    assert sent["country"]["control"] == "st-key-set_country"


@pytest.mark.parametrize("by", ["risk_class", "status"])
def test_a_code_points_at_the_label_of_the_leg(sent, now, by):
    row = sent[by]
    assert [row["labels"][ord(code) - ord("0")] for code in row["codes"]] == list(now.legs[by])


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_label_stands_for_one_thing(atlas, now, lang):
    with speaking(lang):
        rows = page_filters(atlas, now, str)
    for labels in (row["labels"] for row in rows):
        shown = list(labels.values()) if isinstance(labels, dict) else labels
        assert len(set(shown)) == len(shown)
