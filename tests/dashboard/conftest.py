"""The shipped data, read once for all tests of the dashboard, and readings computed once."""

import datetime as dt
from dataclasses import replace
from functools import cache

import pytest

from dashboard import pipeline
from dashboard.atlas import read_atlas
from dashboard.paper.atlas_book import atlas_steps
from dashboard.publication.publish import publish
from dashboard.uncertainty import read_intervals, read_rule


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


@pytest.fixture(scope="session")
def sure(atlas, now):
    """How sure the readings of the last date are, drawn once."""
    return read_intervals(atlas, now, read_rule())


CANARY = "#{7*7} $x$ {{7*7}} *b* <b>7</b> @no_such_key \\n `raw`"


@pytest.fixture(scope="session")
def of_mongolia(atlas):
    """A view of one corridor, as it leaves, by language; its texts hold markup of several kinds."""

    @cache
    def published(lang="en"):
        corridors = atlas.corridors.copy()
        corridors.loc["MNG", "description"] = CANARY
        settings = replace(atlas.choices.default(), corridor=("MNG",), lang=lang)
        return publish(replace(atlas, corridors=corridors), settings)

    return published


@pytest.fixture(scope="session")
def book(of_mongolia):
    """The steps of making the atlas of that view, by language, each made once."""
    return cache(lambda lang="en": list(atlas_steps(of_mongolia(lang))))
