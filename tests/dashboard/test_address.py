"""The address of the page restores the view and shrugs off what it does not know."""

import datetime as dt
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.address import from_params, to_params
from dashboard.settings import Choices, Settings

CHOICES = Choices(
    corridor=("A", "B"),
    country=("CHN", "LAO", "THA"),
    risk_class=("High", "Low", "no data"),
    status=("active", "closed"),
    recipe=("refoulement", "table1"),
    leg=("", "A-1", "B-1"),
    focus=("", "A", "B"),
    profile=("CHN", "LAO"),
    scenario=("china-recognises-refugees", "another"),
    first_date=dt.date(1999, 1, 1),
    last_date=dt.date(2026, 1, 20),
)


def some_of(values):
    return st.lists(st.sampled_from(values), unique=True).map(tuple)


SETTINGS = st.builds(
    Settings,
    date=st.dates(CHOICES.first_date, CHOICES.last_date),
    corridor=some_of(CHOICES.corridor),
    country=some_of(CHOICES.country),
    risk_class=some_of(CHOICES.risk_class),
    status=some_of(CHOICES.status),
    paint=st.sampled_from(CHOICES.paint),
    tint=st.sampled_from(CHOICES.tint),
    recipe=st.sampled_from(CHOICES.recipe),
    lang=st.sampled_from(CHOICES.lang),
    leg=st.sampled_from(CHOICES.leg),
    focus=st.sampled_from(CHOICES.focus),
    profile=st.sampled_from(CHOICES.profile),
    compared=some_of(CHOICES.compared),
    first=st.sampled_from(CHOICES.first),
    second=st.sampled_from(CHOICES.second),
    beside=st.dates(CHOICES.first_date, CHOICES.last_date),
    scenario=st.sampled_from(CHOICES.scenario),
)


@given(SETTINGS)
def test_a_link_restores_every_setting(settings):
    assert from_params(to_params(settings, CHOICES), CHOICES) == (settings, [])


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
        ("nothing", "1"),
    ],
)
def test_an_unknown_value_falls_back_and_is_said(name, value):
    settings, notices = from_params({name: [value]}, CHOICES)
    assert settings == CHOICES.default()
    assert len(notices) == 1
    assert value in notices[0] or name in notices[0]


def test_what_is_known_beside_the_unknown_is_kept():
    settings, notices = from_params({"country": ["LAO", "XXX"]}, CHOICES)
    assert settings == replace(CHOICES.default(), country=("LAO",))
    assert len(notices) == 1


def test_a_long_value_is_not_echoed_whole():
    _, notices = from_params({"leg": ["x" * 5000]}, CHOICES)
    assert len(notices[0]) < 200


def test_more_countries_than_fit_are_cut_and_said():
    many = ("CHN", "KHM", "LAO", "MMR", "MNG", "THA")
    choices = replace(CHOICES, profile=many)
    settings, notices = from_params({"compared": list(many)}, choices)
    assert settings.compared == many[:5]
    assert len(notices) == 1


def test_every_setting_has_its_choices():
    names = {field.name for field in fields(Settings)} - {"date", "beside"}
    assert all(getattr(CHOICES, name) for name in names)
