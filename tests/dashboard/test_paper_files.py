"""The files of the map on paper, opened again: text, letters, pages, pictures, what they tell."""

import datetime as dt
import io
import re
import socket
import xml.etree.ElementTree as ET
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import gettempdir

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader

from dashboard import books, doors, file_doors
from dashboard.exports.formats import FORMATS
from dashboard.paper.sheet_words import mark
from dashboard.paper.typeset import typeset_pdf
from tests.dashboard.conftest import CANARY

SHEETS = ("pdf", "slide", "png", "svg")
SVG = "{http://www.w3.org/2000/svg}"
FRONT = 3  # cover, how to read, contents


@pytest.fixture(scope="module")
def sheet(of_mongolia):
    """The file of a format in a language, each made once."""
    return cache(lambda name, lang="en": FORMATS[name].write(of_mongolia(lang)))


def opened(body):
    return PdfReader(io.BytesIO(body))


@cache
def pages_of(body):
    """The text of each page as a reader finds it, every gap one space."""
    with pypdfium2.PdfDocument(body) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def fonts_of(reader):
    """The fonts of a PDF by name, each with whether it is embedded."""
    found = {}
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            kind = font.get_object()
            inner = kind["/DescendantFonts"][0].get_object()
            described = inner["/FontDescriptor"].get_object()
            found[str(kind["/BaseFont"])] = "/FontFile2" in described
    return found


@pytest.mark.parametrize("name", ["pdf", "slide"])
def test_a_sheet_is_one_page_of_real_text(sheet, of_mongolia, name):
    (told,) = pages_of(sheet(name, "en"))
    wanted = [
        "Refoulement risk as of 2026-01-20",
        "High",
        "Elevated",
        "no data",
        "Ulaanbaatar",
        "MONGOLIA",
    ]
    wanted += ["do not imply endorsement", "Our tables of evidence", "What is missing."]
    wanted += ["Lambert conformal conic", "1,000", "km", "To cite.", mark(of_mongolia())]
    assert [words for words in wanted if words not in told] == []


@pytest.mark.parametrize("name", ["pdf", "slide"])
def test_a_korean_sheet_is_one_page_of_korean(sheet, name):
    (told,) = pages_of(sheet(name, "ko"))
    wanted = ["강제송환 위험", "높음", "자료 없음", "울란바토르", "빠진 것.", "투영법."]
    assert [words for words in wanted if words not in told] == []


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_letters_are_embedded_and_are_the_atlas_own(sheet, book, lang):
    for body in (sheet("pdf", lang), book(lang)[-1].body):
        fonts = fonts_of(opened(body))
        assert all(fonts.values())
        families = {re.sub(r"[^A-Za-z]", "", name.split("+")[-1]) for name in fonts}
        assert all(one.startswith(("CorridorAtlasSans", "CorridorAtlasKorean")) for one in families)
        assert ("CorridorAtlasKorean" in families) or lang == "en"


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_pdf_is_tagged_with_title_language_and_the_day_of_the_evidence(sheet, book, lang):
    for body in (sheet("pdf", lang), book(lang)[-1].body):
        reader = opened(body)
        root = reader.trailer["/Root"]
        assert root["/Lang"] == lang
        assert root["/MarkInfo"]["/Marked"]
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        told = {key: value for key, value in reader.metadata.items() if "Date" not in key}
        assert set(told) == {"/Title", "/Subject", "/Creator"}
        assert told["/Creator"].startswith("Typst")
        dates = {value[:16] for key, value in reader.metadata.items() if "Date" in key}
        assert dates == {"D:20260120000000"}


def test_every_picture_in_a_pdf_is_told_in_words(book):
    reader = opened(book()[-1].body)
    figures = [
        one
        for one in tags(reader.trailer["/Root"]["/StructTreeRoot"])
        if one.get("/S") == "/Figure"
    ]
    assert len(figures) >= 2 + 2
    assert all(len(str(one["/Alt"])) > 20 for one in figures)


def tags(node):
    """Yield the structure elements below one, however deep."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        below = kid.get_object()
        if hasattr(below, "get"):
            yield below
            yield from tags(below)


def test_a_picture_is_a4_at_300_dots_and_tells_nothing_else(sheet):
    picture = Image.open(io.BytesIO(sheet("png", "en")))
    assert picture.size == (3508, 2480)
    assert [round(dots) for dots in picture.info.pop("dpi")] == [300, 300]
    assert picture.info == {}
    assert len(picture.convert("RGB").resize((200, 140)).getcolors(40_000)) > 1000


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_drawing_has_real_text_and_its_letters_and_asks_for_nothing(sheet, lang):
    body = sheet("svg", lang).decode()
    root = ET.fromstring(body)  # noqa: S314 - our own
    texts = {one.text for one in root.iter(f"{SVG}text")}
    assert ({"Ulaanbaatar", "High"} if lang == "en" else {"울란바토르", "높음"}) <= texts
    assert root.find(f"{SVG}title").text
    addresses = re.findall(r"(?:href=\"|url\()([^\"\)]{1,20})", body)
    assert {one.split(":")[0] for one in addresses if one[0] != "#"} == {"data"}
    hosts = set(re.findall(r"https?://[^\s\"<)]+", body))
    assert hosts <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_atlas_has_a_page_for_each_corridor_and_each_country(book, of_mongolia, lang):
    published, pages = of_mongolia(lang), pages_of(book(lang)[-1].body)
    for name, key in (("corridors", "corridor_id"), ("countries", "iso3")):
        for row in published.rows(name).itertuples():
            wanted = f"· {getattr(row, key)} {getattr(row, f'name_{lang}')}"
            assert sum(wanted in page for page in pages) == 1, wanted
    own = len(published.rows("corridors")) + len(published.rows("countries"))
    assert len(pages) > FRONT + own + 1
    assert published.rows("sources")["title"].iloc[0][:30] in " ".join(pages[FRONT + own :])


def test_the_contents_lead_to_the_pages_that_they_name(book, of_mongolia):
    reader = opened(book()[-1].body)
    links = [note.get_object() for note in reader.pages[2]["/Annots"]]
    assert len(links) == len(of_mongolia().rows("corridors")) + len(of_mongolia().rows("countries"))
    assert {link["/Subtype"] for link in links} == {"/Link"}
    assert all("/URI" not in link.get("/A", {}) for link in links)


def test_a_corridor_page_has_its_readings_and_legs(book, of_mongolia):
    legs = of_mongolia().rows("legs")
    page = pages_of(book()[-1].body)[FRONT]
    corridor = of_mongolia().rows("corridors").iloc[0]
    assert f"{corridor.cumulative:.1f}" in page
    assert f"{corridor.cumulative_low:.1f} – {corridor.cumulative_high:.1f}" in page
    assert all(f"{leg.length_km:,.0f}" in page for leg in legs.itertuples())


def test_what_data_say_is_text_and_never_markup(book):
    assert CANARY in pages_of(book()[-1].body)[FRONT]


@pytest.mark.parametrize("hostile", ["#{7*7}", "$x$", "{{7*7}}", '#import "x"', "<b>", "\\"])
def test_no_text_is_compiled(hostile):
    day = {"lang": "en", "day": [2026, 1, 20], "footer": hostile, "title": hostile}
    rest = {"subtitle": hostile, "description": hostile, "legend_words": "x", "notes": [hostile]}
    size = {"page": [200, 200], "margin": 9, "head": 12, "map": [90, 60], "gutter": 4}
    blank = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    data = {**day, **rest, **size, "legend": 30, "size": 8}
    (told,) = pages_of(typeset_pdf("sheet", data, {"map": blank, "legend": blank}))
    assert told.count(hostile) >= 4


def test_the_same_view_is_the_same_bytes_on_the_screen(book, of_mongolia, monkeypatch, atlas):
    settings = replace(atlas.choices.default(), corridor=("MNG",))
    monkeypatch.setattr(doors, "atlas", lambda: atlas)
    monkeypatch.setattr(file_doors, "publication", lambda _name, _settings: of_mongolia())
    monkeypatch.setattr(books, "_books", {})
    *_, last = books.atlas_steps(settings)
    assert books.made_atlas(settings) == last.body == book()[-1].body
    assert list(books.atlas_steps(settings)) == []


def test_the_steps_say_how_far_and_what_is_next(book, of_mongolia):
    steps = book()
    assert [one.done for one in steps] == list(range(steps[0].steps + 1))
    assert all(one.body is None and one.next for one in steps[:-1])
    assert steps[0].next == of_mongolia().rows("corridors")["name_en"].iloc[0]


def test_no_file_says_where_when_or_by_whom_it_was_made(sheet, book, root):
    today = dt.datetime.now(dt.UTC)
    folders = [str(Path(folder, "_"))[:-1] for folder in (gettempdir(), Path.home())]
    traces = [str(root), f"{today:%Y-%m-%d}", f"{today:%Y%m%d}", *folders]
    traces += [socket.gethostname()] * (len(socket.gethostname()) > 5)
    for body in (*(sheet(name) for name in SHEETS), book()[-1].body):
        assert not [one for one in traces if one.encode() in body]
