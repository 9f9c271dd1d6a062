"""The rail of time: every event that the filters leave has its day, whatever the as-of date."""

import datetime as dt
import json
from dataclasses import replace

from dashboard.filters import shown_events
from dashboard.language import speaking
from dashboard.panels.date_rail import rail_data


def on_rail(atlas, **chosen):
    return rail_data(atlas, replace(atlas.choices.default(), **chosen))


def test_the_rail_is_json_from_the_first_to_the_last_date_that_can_be_chosen(atlas):
    rail = on_rail(atlas, date=dt.date(2013, 6, 1))
    ends = (atlas.choices.first_date, dt.date(2013, 6, 1), atlas.choices.last_date)
    assert tuple(rail[name] for name in ("first", "date", "last")) == tuple(map(str, ends))
    assert json.loads(json.dumps(rail)) == rail


def test_an_event_that_is_jumped_to_counts_on_its_day(atlas, now):
    rail = on_rail(atlas, date=atlas.choices.first_date)
    known = shown_events(atlas, now, atlas.choices.default())
    assert len(rail["events"]) == sum(known["date"] >= str(atlas.choices.first_date))
    assert "2013-06-01" in [one["date"] for one in rail["events"]]  # known to the month
    assert rail["events"] == sorted(rail["events"], key=lambda one: one["date"])


def test_the_rail_has_the_events_of_the_chosen_country(atlas):
    few = on_rail(atlas, country=("LAO",))["events"]
    assert few
    assert all(one in on_rail(atlas)["events"] for one in few)
    assert len(few) < len(on_rail(atlas)["events"])


def test_the_rail_speaks_korean(atlas):
    with speaking("ko"):
        rail = on_rail(atlas)
    assert rail["locale"] == "ko"
    assert rail["words"]["stood"] == "{date} 기준"
