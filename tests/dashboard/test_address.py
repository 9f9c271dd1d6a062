"""The address of the page restores the view and shrugs off what it does not know."""

import datetime as dt
from dataclasses import fields, replace
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.address import from_params, to_params
from dashboard.filter_words import LABELS
from dashboard.settings import Choices, Settings

CHOICES = Choices(
    corridor=("A", "B"),
    country=("CHN", "LAO", "THA"),
    risk_class=("High", "Low", "no data"),
    status=("active", "closed"),
    grade=("high", "low", "unverified"),
    fact_kind=("treaty", "practice"),
    source_kind=("news", "ngo"),
    recipe=("refoulement", "table1"),
    leg=("", "A-1", "B-1"),
    focus=("", "A", "B"),
    profile=("CHN", "LAO"),
    record=("", "fact:CHN.treaty_cat.1", "source:ohchr_2023"),
    scenario=("china-recognises-refugees", "another"),
    start=("A-FROM", "B-FROM"),
    goal=("A-TO", "B-TO"),
    first_date=dt.date(1999, 1, 1),
    last_date=dt.date(2026, 1, 20),
    years=(1951, 2026),
)
YEARS = st.integers(*CHOICES.years)


def some_of(values):
    return st.lists(st.sampled_from(values), unique=True).map(tuple)


VARIED = {
    "date": st.dates(CHOICES.first_date, CHOICES.last_date),
    "corridor": some_of(CHOICES.corridor),
    "country": some_of(CHOICES.country),
    "risk_class": some_of(CHOICES.risk_class),
    "status": some_of(CHOICES.status),
    "grade": some_of(CHOICES.grade),
    "period": st.just(()) | st.tuples(YEARS, YEARS).map(sorted).map(tuple),
    "fact_kind": some_of(CHOICES.fact_kind),
    "source_kind": some_of(CHOICES.source_kind),
    "paint": st.sampled_from(CHOICES.paint),
    "tint": st.sampled_from(CHOICES.tint),
    "recipe": st.sampled_from(CHOICES.recipe),
    "lang": st.sampled_from(CHOICES.lang),
    "story": st.sampled_from(CHOICES.story),
    "step": st.sampled_from(CHOICES.step),
    "listing": st.sampled_from(CHOICES.listing),
    "leg": st.sampled_from(CHOICES.leg),
    "focus": st.sampled_from(CHOICES.focus),
    "profile": st.sampled_from(CHOICES.profile),
    "compared": some_of(CHOICES.compared),
    "shelf": st.sampled_from(CHOICES.shelf),
    "record": st.sampled_from(CHOICES.record),
    "chart": st.sampled_from(CHOICES.chart),
    "find": st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), max_size=120),
    "plain": st.booleans(),
    "first": st.sampled_from(CHOICES.first),
    "second": st.sampled_from(CHOICES.second),
    "beside": st.dates(CHOICES.first_date, CHOICES.last_date),
    "scenario": st.sampled_from(CHOICES.scenario),
    "comparison": st.sampled_from(CHOICES.comparison),
    "reading": st.sampled_from(CHOICES.reading),
    "start": st.sampled_from(CHOICES.start),
    "goal": st.sampled_from(CHOICES.goal),
    "aim": st.sampled_from(CHOICES.aim),
    "ways": st.sampled_from(CHOICES.ways),
}
SETTINGS = st.builds(Settings, **VARIED)


@given(SETTINGS)
def test_a_link_restores_every_setting(settings):
    link = urlencode(to_params(settings, CHOICES), doseq=True)
    assert from_params(
        parse_qs(link, keep_blank_values=True, strict_parsing=bool(link)), CHOICES
    ) == (settings, [])


def test_the_link_test_varies_every_setting():
    assert set(VARIED) == {field.name for field in fields(Settings)}


def test_the_first_view_has_a_bare_address():
    assert to_params(CHOICES.default(), CHOICES) == {}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("country", "XXX"),
        ("date", "2024-13-40"),
        ("date", "2999-01-01"),
        ("paint", "{{7*7}}"),
        ("leg", "<script>"),
        ("period", "2010"),
        ("period", "2015-2010"),
        ("period", "1066-2010"),
        ("period", "\N{FULLWIDTH DIGIT TWO}010-2015"),
        ("grade", "best"),
        ("fact_kind", "__class__"),
        ("source_kind", "news "),
        ("find", "x" * 121),
        ("plain", "maybe"),
        ("nothing", "1"),
    ],
)
def test_an_unknown_value_falls_back_and_is_said(name, value):
    settings, notices = from_params({name: [value]}, CHOICES)
    assert settings == CHOICES.default()
    assert len(notices) == 1
    assert value[:60] in notices[0] or name in notices[0]


def test_a_notice_calls_a_setting_what_the_page_calls_it():
    said = from_params({"risk_class": ["Grave"], "source_kind": ["gossip"]}, CHOICES)[1]
    assert [("Risk class" in said[0], "risk_class" in said[0])] == [(True, False)]
    assert set(LABELS) == {field.name for field in fields(Settings)}


def test_what_is_known_beside_the_unknown_is_kept():
    settings, notices = from_params({"country": ["LAO", "XXX"]}, CHOICES)
    assert settings == replace(CHOICES.default(), country=("LAO",))
    assert len(notices) == 1


NAMES = st.sampled_from([field.name for field in fields(Settings)]) | st.text(max_size=80)


@given(st.dictionaries(NAMES, st.lists(st.text(max_size=300), min_size=1, max_size=9), max_size=9))
def test_whatever_a_stranger_writes_is_said_short_and_on_one_line(params):
    settings, notices = from_params(params, CHOICES)
    assert from_params(to_params(settings, CHOICES), CHOICES) == (settings, [])
    assert len(notices) <= len(params)
    assert all(len(notice) < 300 and notice.isprintable() for notice in notices)


def test_more_countries_than_fit_are_cut_and_said():
    many = ("CHN", "KHM", "LAO", "MMR", "MNG", "THA")
    choices = replace(CHOICES, profile=many)
    settings, notices = from_params({"compared": list(many)}, choices)
    assert settings.compared == many[:5]
    assert len(notices) == 1


def test_every_setting_has_its_choices():
    names = {field.name for field in fields(Settings)} - {
        "date",
        "beside",
        "period",
        "find",
        "plain",
    }
    assert all(getattr(CHOICES, name) for name in names)
