"""Tables of time: years are years, gaps stay gaps, and what is not known has no height."""

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest

from dashboard.series.arrivals import added_up, arrivals_by_sex, share_of_women
from dashboard.series.events import country_events, key_words, region_events
from dashboard.series.evidence import of_view
from dashboard.series.figures import figures, range_words
from dashboard.series.returns import returns_reported
from dashboard.series.spans import spans
from dashboard.series.statuses import on_the_date, status_bars
from dashboard.time_charts import TIME_CHARTS, make, opening_marks
from geodata.flow_spans import flow_spans
from routes.status import as_it_stood


@pytest.fixture(scope="module")
def evidence(atlas, now):
    return of_view(atlas, now, atlas.choices.default())


@pytest.fixture(scope="module")
def at(atlas, read):
    """The evidence as of a date."""
    return lambda date: of_view(
        atlas,
        read(date=date),
        replace(atlas.choices.default(), date=dt.date.fromisoformat(date)),
    )


def test_bars_of_a_year_stand_on_each_other_and_reach_its_figure(evidence):
    bars = arrivals_by_sex(evidence)
    year = bars[bars["when"] == "2019"]
    assert list(year["base"]) == [0, 845]
    assert year["tip"].max() == 1047
    assert (bars.groupby("flow_id")["tip"].max() == bars.groupby("flow_id")["value"].first()).all()


def test_a_figure_of_several_years_is_never_a_bar_of_a_year(evidence):
    bars, blocks = arrivals_by_sex(evidence), spans(evidence, "kr_arrivals_block")
    assert ((bars["end"] - bars["start"]) == 1).all()
    assert len(blocks) == 4
    assert not set(blocks.index) & set(bars["flow_id"])


def test_no_line_goes_through_a_year_that_is_missing(evidence):
    flows = evidence.flows
    gap = flows[~((flows["series"] == "kr_arrivals") & (flows["year"] == "2010"))]
    runs = share_of_women(replace(evidence, flows=gap)).set_index("when")["run"]
    assert runs["2009"] != runs["2011"]
    assert "2010" not in runs.index
    assert share_of_women(evidence)["run"].max() == 0


@pytest.mark.parametrize("date", ["2004-10-19", "2019-12-30", "2023-10-09"])
def test_nothing_that_ended_after_the_date_is_in_a_chart(at, date):
    then = at(date)
    tables = figures(then), returns_reported(then)["start"].to_frame("end"), status_bars(then)
    assert all((table["end"] <= then.until).all() for table in tables)
    assert all(len(table) for table in tables)


def test_a_year_counts_from_the_evening_of_its_last_day(at):
    last = [arrivals_by_sex(at(date))["when"].iloc[-1] for date in ("2019-12-30", "2019-12-31")]
    assert last == ["2018", "2019"]


def test_a_range_keeps_its_ends_and_no_middle_is_made_up(evidence):
    thai = figures(evidence, "th_arrests").set_index("when")
    assert list(thai.loc["2006", ["bottom", "top"]]) == [400, 1000]
    assert pd.isna(thai.loc["2006", "value"])
    assert thai.loc["2005", "other"] == 752


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(9, 9, "9"), (400, 1000, "400–1,000"), (300, None, "at least 300"), (None, 50, "at most 50")],
)
def test_a_range_in_words(low, high, words):
    assert range_words(*(float("nan") if end is None else float(end) for end in (low, high))) == (
        words
    )


def test_a_return_without_a_count_has_no_height_and_is_never_zero(evidence):
    nobody = pd.Series(pd.NA, index=evidence.incidents.index, dtype="Int64")
    unknown = evidence.incidents.assign(people_min=nobody, people_max=nobody)
    found = returns_reported(replace(evidence, incidents=unknown), "RUS")
    assert len(found) == 3
    assert not found["counted"].any()
    assert found[["low", "high"]].isna().all(axis=None)
    assert set(found["figure"]) == {"no count"}


def test_a_return_reaches_over_every_count_of_it(evidence):
    found = returns_reported(evidence).loc["CHN.2023-10-09.1"]
    assert (found["low"], found["high"], found["figure"]) == (200, 600, "200–600")
    assert found["source"].count(";") > 1


def test_a_status_without_an_end_stops_on_the_date_and_a_gap_stays(at):
    bars = status_bars(at("2023-10-09"))
    assert bars["end"].max() == pytest.approx(2023 + 282 / 365)
    first = bars.groupby("corridor_id")["start"].min()
    assert first["VNM-LAO-THA"] == 2015
    assert on_the_date(bars)["SEA-YEL"] == "Closed or historic"


def test_a_corridor_leaves_itself_and_the_figures_of_its_countries(atlas, now):
    one = of_view(atlas, now, replace(atlas.choices.default(), corridor=("MNG",)))
    assert set(status_bars(one)["corridor_id"]) == {"MNG"}
    left = set(figures(one)["series"])
    assert {"kr_arrivals", "mn_arrivals"} <= left
    assert not {name for name in left if name.startswith("th_")}


def test_an_event_stands_on_its_day_with_its_source(evidence):
    events = country_events(evidence, "USA", ("law", "policy"), 1995)
    assert events.loc["2025-01-20.1", "at"] == pytest.approx(2025 + 19 / 365)
    assert events["source"].str.len().min() > 0


def test_a_fiscal_year_begins_in_october():
    rows = pd.DataFrame({"year": ["2008", "<=1989"], "period": ["US fiscal year", "to 1989"]})
    found = flow_spans(rows)
    assert list(found.loc[0].dt.strftime("%Y-%m-%d")) == ["2007-10-01", "2008-10-01"]
    assert pd.isna(found.loc[1, "start"])


@pytest.mark.parametrize(
    "left",
    [
        {"country": ("KHM",)},
        {"period": (2018, 2018)},
        {"country": ("KOR",), "period": (2019, 2019)},
    ],
)
@pytest.mark.parametrize("name", TIME_CHARTS)
def test_a_chart_of_a_view_without_events_is_drawn_or_says_why_not(atlas, now, name, left):
    view = of_view(atlas, now, replace(atlas.choices.default(), **left))
    made = make(TIME_CHARTS[name], view)
    assert made is None or made.document


def test_a_sum_over_all_years_is_not_said_of_some(atlas, now):
    some = of_view(atlas, now, replace(atlas.choices.default(), period=(2019, 2026)))
    assert added_up(some) is None
    assert added_up(of_view(atlas, now, atlas.choices.default())) is not None


def test_every_event_on_a_chart_has_a_name_or_a_number_with_a_key(evidence):
    events = region_events(evidence, ("law", "agreement", "crackdown"), 1995)
    assert events["label"].str.len().min() > 0
    assert all(name in key_words(events) for name in events["short"])


@pytest.mark.parametrize("name", TIME_CHARTS)
def test_the_marks_of_every_chart_open_what_is_behind_them(evidence, name):
    document = make(TIME_CHARTS[name], evidence).document
    params = opening_marks(document)["params"]
    fields = {field for one in params for field in one["select"]["fields"]}
    assert fields & {"flow_id", "incident_id", "corridor_id"}
    clicked = {view for one in params for view in one["views"]}
    assert {layer.get("name") for layer in layers(document) if answers(layer)} == clicked


def layers(view):
    return [view, *(one for part in view.get("layer", ()) for one in layers(part))]


def answers(layer):
    """Say whether a mark tells, under the pointer, what it is."""
    return "tooltip" in layer.get("encoding", {}) and "mark" in layer


def test_a_status_that_went_on_is_cut_off_and_has_no_later_words(atlas):
    then = as_it_stood(atlas.statuses, dt.date(2018, 6, 1))
    own = then[then["corridor_id"] == "LAO-THA-N"].iloc[-1]
    assert (own["end_year"], own["text"]) == (2018, "")
    assert then["start_year"].max() <= 2018
    assert as_it_stood(atlas.statuses, atlas.choices.last_date).equals(atlas.statuses)
