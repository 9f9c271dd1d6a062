"""The page Time: every chart is drawn, and a picture and data of one come as files."""

import io
import re

import pandas as pd
import pytest
from PIL import Image

from dashboard.time_charts import TIME_CHARTS
from tests.browser import visits

DRAWN = '[data-testid="stVegaLiteChart"] canvas, [data-testid="stVegaLiteChart"] svg.marks'


@pytest.fixture(scope="module")
def asked(lasting_page):
    return visits.record(lasting_page)


@pytest.fixture(scope="module")
def time_page(lasting_page, asked, app_url):
    lasting_page.goto(f"{app_url}/time?date=2023-10-09&lang=en")
    lasting_page.locator(".st-key-arrivals_csv button").first.wait_for(timeout=120_000)
    assert asked
    return lasting_page


@pytest.fixture
def saved(time_page, tmp_path):
    """Return a function that saves a file of a chart and gives its name and bytes."""

    def save(name, kind):
        with time_page.expect_download(timeout=60_000) as coming:
            time_page.locator(f".st-key-{name}_{kind} button").first.click(timeout=60_000)
        coming.value.save_as(tmp_path / "file")
        return coming.value.suggested_filename, (tmp_path / "file").read_bytes()

    return save


def test_every_chart_is_drawn_or_says_why_not_and_nobody_else_is_asked(time_page, foreign_requests):
    visits.settle(time_page)
    without = time_page.get_by_text("Nothing on record up to this date").count()
    time_page.locator(DRAWN).nth(len(TIME_CHARTS) - without - 1).wait_for(timeout=60_000)
    assert time_page.locator(DRAWN).count() == len(TIME_CHARTS) - without
    assert without == 1  # returns of several years together: published later
    assert foreign_requests() == []


def test_a_chart_is_saved_as_a_picture_and_as_data(saved):
    name, picture = saved("arrivals", "png")
    assert name == "corridor-atlas-arrivals-2023-10-09-en.png"
    assert Image.open(io.BytesIO(picture)).width > 1600
    rows = pd.read_csv(io.BytesIO(saved("arrivals", "csv")[1]), dtype=str)
    assert rows["year"].max() == "2022"
    assert rows["citation"].str.contains("2023-10-09").all()


def test_a_mark_opens_its_record(page, app_url):
    visits.open_page(page, f"{app_url}/time?chart=arrivals&lang=en")
    chart = page.locator(DRAWN).first
    chart.wait_for(timeout=60_000)
    box = chart.bounding_box()
    page.mouse.click(box["x"] + 0.5 * box["width"], box["y"] + 0.8 * box["height"])
    page.wait_for_url(re.compile(r"record=figure"), timeout=60_000)
