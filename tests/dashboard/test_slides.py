"""A story on paper: a tagged PDF with real text, pictures of each step, the same bytes again."""

import io
import zipfile
from dataclasses import replace

import pytest
from pypdf import PdfReader

from dashboard.briefing.progress import finished
from dashboard.briefing.resolve import brief
from dashboard.briefing.stories import shipped_story
from dashboard.paper.slides import slides_pdf, slides_png


@pytest.fixture(scope="module")
def briefing(atlas):
    """The steps with a table and without one, in Korean."""
    story = shipped_story(atlas, "call-to-action")
    return finished(brief(atlas, replace(story, steps=story.steps[:2]), "ko"))


def test_the_pdf_has_a_slide_for_each_step_and_the_sources_behind(briefing):
    body = finished(slides_pdf(briefing))
    pdf = PdfReader(io.BytesIO(body))
    pages = [page.extract_text() for page in pdf.pages]
    assert len(pages) == 3
    assert "8,433" in pages[0]
    assert "14.6" in pages[1]
    assert "David Dohyung Kim" in pages[2]
    assert pdf.metadata.title == briefing.title
    assert pdf.metadata.author is None
    assert body == finished(slides_pdf(briefing))


def test_the_pictures_are_one_for_each_step(briefing):
    archive = zipfile.ZipFile(
        io.BytesIO(finished(slides_png(replace(briefing, steps=briefing.steps[:1]))))
    )
    assert archive.namelist() == ["call-to-action-ko-01.png"]
    assert archive.read("call-to-action-ko-01.png").startswith(b"\x89PNG")


def test_a_long_table_has_a_page_of_its_own_in_letters_for_a_room(atlas):
    story = shipped_story(atlas, "journey-and-law")
    tabled = tuple(step for step in story.steps if step.table == "table1")
    told = finished(brief(atlas, replace(story, steps=tabled), "en"))
    archive = zipfile.ZipFile(io.BytesIO(finished(slides_png(told))))
    assert archive.namelist() == ["journey-and-law-en-01.png", "journey-and-law-en-01-2.png"]
    page = PdfReader(io.BytesIO(finished(slides_pdf(told)))).pages[1]
    sizes = {}
    page.extract_text(
        visitor_text=lambda text, _cm, tm, _font, size: sizes.update({text.strip(): tm[3] * size})
    )
    cells = [size for text, size in sizes.items() if text.startswith("Refugees receive assist")]
    assert cells
    assert min(map(abs, cells)) == pytest.approx(14, abs=0.1)
