"""Files of a story: its steps, its maps in words with their sources, the same bytes again."""

import io
import zipfile
from dataclasses import replace

import pypdfium2
import pytest
from pypdf import PdfReader

from dashboard.briefing.formats import FORMATS
from dashboard.briefing.in_words import in_words
from dashboard.briefing.payload import story_payload
from dashboard.briefing.progress import finished
from dashboard.briefing.resolve import brief
from dashboard.briefing.stories import shipped_story
from dashboard.exports.prose_text import prose_text
from dashboard.palette import CHART, CHART_DARK
from dashboard.paper.slides import slides_pdf, slides_png
from dashboard.prose.otherwise import otherwise
from dashboard.prose.passage import Passage, statement

WITH_WORDS = ("html", "pdf", "handout")  # the deck is read in test_deck


def resolved(atlas):
    """The evidence and one scenario, a step each, in Korean and in words."""
    story = shipped_story(atlas, "call-to-action")
    short = replace(story, steps=story.steps[:2])
    return finished(in_words(atlas, short, finished(brief(atlas, short, "ko"))))


@pytest.fixture(scope="module")
def told(atlas):
    return resolved(atlas)


@pytest.fixture(scope="module")
def files(told):
    """Its page, its slides and its handout."""
    return {name: finished(FORMATS[name].make(told)) for name in WITH_WORDS}


def pages_of(file):
    with pypdfium2.PdfDocument(file) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return [text.replace("\ufffe", "-") for text in texts]  # a hyphen that ends a line


@pytest.fixture(scope="module")
def pages(files):
    return pages_of(files["pdf"])


@pytest.fixture(scope="module")
def handout(files):
    return pages_of(files["handout"])


def squeezed(text):
    return "".join(text.split())


def said(briefing):
    return [one for passage in briefing.prose for one in passage.every()]


def test_each_view_of_a_story_is_told_once_and_a_scenario_where_it_differs(told, atlas):
    evidence, scenario = told.prose
    assert [part.key for part in evidence.parts] == sorted(atlas.corridors.index)
    assert 0 < sum(1 for _ in scenario.every()) < sum(1 for _ in evidence.every()) / 4
    assert told.steps[1].scenario in scenario.title


def test_the_prose_is_that_of_the_text_file_and_its_sources_have_numbers(told):
    written = squeezed(prose_text(told.publication).decode())
    evidence = [one for part in told.prose[0].parts for one in part.every()]
    assert [one.text for one in evidence if squeezed(one.text) not in written] == []
    known = set(told.publication.rows("sources")["source_id"])
    assert {found for one in said(told) for found in one.source_ids} <= known


def test_the_page_holds_every_sentence_folded(told, files):
    body = squeezed(files["html"].decode())
    assert [one.text for one in said(told) if squeezed(one.text) not in body] == []
    assert body.count("<details") == 4


def test_the_pdf_has_a_slide_for_each_step_and_its_table_and_the_sources_behind(told, files, pages):
    pdf = PdfReader(io.BytesIO(files["pdf"]))
    assert told.title in pages[0]
    assert "8,433" in pages[1]
    assert "14.6" in pages[2]
    assert "GeoNames (CC BY 4.0)" in pages[4]
    assert "David Dohyung Kim" in pages[5]
    assert [page for page in pages[:4] if "승인을 뜻하지 않으며" not in page] == []
    assert pdf.metadata.title == told.title
    assert pdf.metadata.author is None


def test_the_handout_has_a_page_for_each_step_with_its_table_on_a4(told, files, handout):
    pdf = PdfReader(io.BytesIO(files["handout"]))
    assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in pdf.pages} == {
        (595, 842)
    }
    for number, step in enumerate(told.steps):
        assert squeezed(step.title) in squeezed(handout[number])
        assert squeezed(step.sentences[-1].text) in squeezed(handout[number])
    assert "14.6" in handout[1]
    assert "-23.8" in handout[1]
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert pdf.trailer["/Root"]["/Lang"] == "ko"


@pytest.mark.parametrize("form", ["pages", "handout"])
def test_behind_its_steps_a_pdf_tells_every_corridor(told, form, request):
    found = squeezed("".join(request.getfixturevalue(form)[4:]))
    assert [one.text for one in said(told) if squeezed(one.text)[:40] not in found] == []


def test_files_with_their_words_are_the_same_bytes_again(files, atlas):
    again = resolved(atlas)
    for name, body in files.items():
        assert finished(FORMATS[name].make(again)) == body, name


def test_the_pictures_are_one_for_each_step(told):
    one = replace(told, steps=told.steps[:1])
    archive = zipfile.ZipFile(io.BytesIO(finished(FORMATS["png"].make(one))))
    back = ["call-to-action-ko-sources.png", "call-to-action-ko-sources-2.png"]
    assert archive.namelist() == ["call-to-action-ko-01.png", *back]
    assert archive.read("call-to-action-ko-01.png").startswith(b"\x89PNG")


def test_a_long_table_has_a_page_of_its_own_in_letters_for_a_room(atlas):
    story = shipped_story(atlas, "journey-and-law")
    tabled = tuple(step for step in story.steps if step.table == "table1")
    told = finished(brief(atlas, replace(story, steps=tabled), "en"))
    archive = zipfile.ZipFile(io.BytesIO(finished(slides_png(told))))
    assert archive.namelist()[:2] == ["journey-and-law-en-01.png", "journey-and-law-en-01-2.png"]
    page = PdfReader(io.BytesIO(finished(slides_pdf(told)))).pages[2]
    sizes = {}
    page.extract_text(
        visitor_text=lambda text, _cm, tm, _font, size: sizes.update({text.strip(): tm[3] * size})
    )
    cells = [size for text, size in sizes.items() if text.startswith("Refugees receive assist")]
    assert cells
    assert min(map(abs, cells)) == pytest.approx(14, abs=0.1)


def test_a_chart_is_for_either_theme_and_tells_what_its_numbers_are(atlas):
    story = shipped_story(atlas, "what-changed")
    drawn = tuple(step for step in story.steps if step.chart == "arrivals")
    (step,) = story_payload(finished(brief(atlas, replace(story, steps=drawn), "en")))["steps"]
    for light, dark in zip(CHART[:3], CHART_DARK[:3], strict=True):
        assert f'"light-dark({light}, {dark})"' in step["chart"]["svg"]
        assert f'"{light}"' not in step["chart"]["svg"]
    assert "8: deportation quotas (2024-09-25)" in step["chart"]["notes"][-1]


def test_what_a_description_no_longer_says_brings_back_all_that_it_says():
    one, two, three = (statement(text) for text in ("One.", "Two.", "Three."))
    whole = Passage(key="A", title="A", statements=(one, two))
    assert otherwise(whole, whole) is None
    assert otherwise(replace(whole, statements=(one, three)), whole).statements == (three,)
    assert otherwise(replace(whole, statements=(one,)), whole).statements == (one,)
