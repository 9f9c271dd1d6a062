"""A chart leaves as a picture that stands alone and as data with sources, the same each time."""

import datetime as dt
import io
import re
from dataclasses import replace

import altair as alt
import pandas as pd
import pytest
from PIL import Image

from dashboard.exports.chart_files import NothingToDrawError, chart_file
from dashboard.publication.publish import publish
from dashboard.series.evidence import of_publication
from dashboard.time_charts import TIME_CHARTS, make
from tests.dashboard.private_atlas import WORDS, with_private


@pytest.fixture(scope="module")
def view(atlas):
    return publish(atlas, atlas.choices.default())


@pytest.fixture(scope="module")
def korean(atlas):
    return publish(atlas, replace(atlas.choices.default(), lang="ko"))


@pytest.fixture(scope="module")
def early(atlas):
    return publish(atlas, replace(atlas.choices.default(), date=dt.date(2000, 1, 1)))


@pytest.mark.parametrize("name", TIME_CHARTS)
def test_a_chart_is_a_document_of_vega_lite_that_holds_its_data(view, name):
    document = make(TIME_CHARTS[name], of_publication(view)).document
    alt.LayerChart.from_dict(document, validate=True)
    assert "url" not in str(document)


@pytest.mark.parametrize("name", TIME_CHARTS)
def test_a_picture_names_no_other_host_and_says_what_it_rests_on(view, name):
    text = chart_file(view, name, "svg").decode()
    assert set(re.findall(r"https?://([\w.-]+)", text)) <= {"www.w3.org"}
    assert "Corridor Atlas contributors" in text
    assert "Sources: " in text
    assert "<image" not in text
    assert "<a " not in text


def test_a_picture_in_korean_has_korean_letters_in_it(korean):
    text = chart_file(korean, "statuses", "svg").decode()
    assert "기간별 경로 상태" in text
    assert "data:font/woff2;base64," in text


@pytest.mark.parametrize("kind", ["png", "svg", "csv"])
def test_the_same_chart_has_the_same_bytes(atlas, view, kind):
    again = publish(atlas, atlas.choices.default())
    assert chart_file(view, "arrivals", kind) == chart_file(again, "arrivals", kind)


def test_a_png_has_two_dots_per_pixel_on_white(view):
    picture = Image.open(io.BytesIO(chart_file(view, "thailand", "png")))
    assert picture.width > 1600
    assert picture.convert("RGB").getpixel((2, 2)) == (255, 255, 255)


def test_data_say_which_source_each_figure_has_and_how_to_cite_them(atlas, view):
    body = chart_file(view, "arrivals", "csv")
    rows = pd.read_csv(io.BytesIO(body), dtype=str).drop_duplicates("flow_id")
    shipped = atlas.flows.loc[rows["flow_id"], "value"]
    assert list(rows["value"].astype(float)) == list(shipped)
    assert rows[["sources", "citation", "licence", "as_of"]].notna().all(axis=None)


def test_what_is_not_published_stays_empty(view):
    rows = pd.read_csv(io.BytesIO(chart_file(view, "thailand", "csv")), dtype=str)
    assert rows.loc[rows["year"] == "2006", "value"].isna().all()
    assert list(rows.loc[rows["year"] == "2006", "value_low"]) == ["400"]


def test_no_record_of_an_organisation_is_in_a_file(atlas):
    published = publish(with_private(atlas), atlas.choices.default())
    for name in ("returns", "statuses"):
        for kind in ("svg", "csv"):
            assert WORDS not in chart_file(published, name, kind).decode()


def test_a_chart_without_a_figure_is_refused_in_words(early):
    with pytest.raises(NothingToDrawError, match="found no figure up to 2000-01-01"):
        chart_file(early, "liberty-in-north-korea", "png")


@pytest.mark.parametrize("name", TIME_CHARTS)
def test_an_early_date_leaves_a_chart_or_nothing_but_no_fault(early, name):
    made = make(TIME_CHARTS[name], of_publication(early))
    assert made is None or len(made.table)
