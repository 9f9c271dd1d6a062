"""The shipped data, read once for all tests of the dashboard, and readings computed once."""

import datetime as dt
from functools import cache

import pytest

from dashboard import pipeline
from dashboard.atlas import read_atlas


@pytest.fixture(scope="session")
def atlas():
    return read_atlas()


@pytest.fixture(scope="session")
def read(atlas):
    """Readings by recipe and date, each computed once."""

    @cache
    def readings(recipe="refoulement", date="2026-01-20"):
        return pipeline.read_risk(atlas, recipe, dt.date.fromisoformat(date))

    return readings


@pytest.fixture(scope="session")
def now(read):
    return read()
