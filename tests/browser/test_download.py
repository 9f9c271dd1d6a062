"""The page Download: what the filters leave, in files that open, made when they are asked for."""

import io
import zipfile

import openpyxl
import pandas as pd
import pytest
from playwright.sync_api import expect

from dashboard.__main__ import main
from tests.browser import visits


@pytest.fixture(scope="module")
def of_laos(lasting_page, app_url):
    """The page of a view that is opened once."""
    lasting_page.goto(f"{app_url}/download?country=LAO&date=2023-10-09")
    return lasting_page


def saved(page, name, path):
    """Press the button of a format; return the file's name and bytes."""
    button = page.locator(f".st-key-download_{name} button")
    with page.expect_download(timeout=60_000) as coming:
        button.click(timeout=60_000)
    coming.value.save_as(path)
    return coming.value.suggested_filename, path.read_bytes()


def test_a_table_of_the_filters_comes_as_a_workbook_whose_size_is_then_shown(of_laos, tmp_path):
    name, body = saved(of_laos, "xlsx", tmp_path / "file")
    assert name.startswith("corridor-atlas-2023-10-09-")
    assert name.endswith("-en.xlsx")
    assert len(pd.read_excel(io.BytesIO(body), sheet_name="legs")) == 10
    assert "country=LAO" in str(list(openpyxl.load_workbook(io.BytesIO(body))["Read me"].values))
    of_laos.get_by_text("kB)").first.wait_for()


def test_a_citation_is_text_to_copy_that_names_the_view(of_laos):
    shown = of_laos.locator("[data-testid=stCode]").first
    shown.wait_for(timeout=60_000)
    expect(shown).to_contain_text("Corridor Atlas contributors. (2026).")
    expect(shown).to_contain_text("country=LAO")
    of_laos.locator(".st-key-citation_style").get_by_text("BibTeX").click(timeout=60_000)
    expect(shown).to_contain_text("@misc{corridor-atlas-")
    assert of_laos.locator("[data-testid=stMain] a[href^=http]").count() == 0


def test_the_bytes_are_those_of_the_command_line(page, app_url, tmp_path):
    page.goto(f"{app_url}/download?corridor=MNG&lang=ko")
    _, body = saved(page, "csv", tmp_path / "file")
    out = tmp_path / "again.zip"
    assert (
        main(["export", "--format", "csv", "--view", "?corridor=MNG&lang=ko", "--out", str(out)])
        == 0
    )
    assert body == out.read_bytes()
    assert "구간의 키" in zipfile.ZipFile(out).read("codebook.csv").decode()


def test_the_atlas_is_made_in_steps_can_be_stopped_and_saved(page, app_url, tmp_path):
    visits.open_page(page, f"{app_url}/download?corridor=MNG&country=MNG")
    make, stop, save = (
        page.locator(f".st-key-{name} button")
        for name in ("make_atlas", "stop_atlas", "download_atlas")
    )
    pressed(make, then=stop)
    pressed(stop, then=make)
    expect(save).to_have_count(0)
    pressed(make, then=stop.or_(save))
    with page.expect_download(timeout=120_000) as coming:
        save.click(timeout=120_000)
    coming.value.save_as(tmp_path / "atlas.pdf")
    assert coming.value.suggested_filename.endswith("-en-atlas.pdf")
    assert (tmp_path / "atlas.pdf").read_bytes().startswith(b"%PDF-1.7")


def pressed(button, *, then):
    """Press a button until what it brings is there: a press while the page is drawn may be lost."""
    for _ in range(5):
        if button.count() and not then.count():
            button.click(timeout=60_000)
        try:
            expect(then.first).to_be_visible(timeout=20_000)
        except AssertionError:
            continue
        return
    expect(then.first).to_be_visible()


def test_the_sheet_stands_beside_the_map_in_the_language_of_the_page(page, app_url, tmp_path):
    page.goto(f"{app_url}/?corridor=MNG&lang=ko")
    with page.expect_download(timeout=120_000) as coming:
        page.locator(".st-key-map_svg button").first.click(timeout=60_000)
    coming.value.save_as(tmp_path / "map.svg")
    assert coming.value.suggested_filename.endswith("-ko.svg")
    assert "울란바토르" in (tmp_path / "map.svg").read_text("utf-8")
