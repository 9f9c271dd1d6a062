"""Files of a story tell its maps in words: the prose of the screen, cited, in two languages."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from dashboard.briefing.html_file import briefing_html
from dashboard.briefing.in_words import in_words
from dashboard.briefing.progress import finished
from dashboard.briefing.resolve import brief
from dashboard.briefing.stories import shipped_story
from dashboard.deck.design import empty_deck
from dashboard.deck.prose_slides import add_map_in_words
from dashboard.exports.prose_text import prose_text
from dashboard.language import speaking
from dashboard.paper.slides import slides_pdf
from dashboard.prose.otherwise import otherwise
from dashboard.prose.passage import Passage, statement


@pytest.fixture(scope="module")
def told(atlas):
    """The evidence and one scenario, in words; without charts and tables, which take long."""

    story = shipped_story(atlas, "call-to-action")
    steps = tuple(replace(step, table="") for step in story.steps[:2])
    short = replace(story, steps=steps)
    return finished(in_words(atlas, short, finished(brief(atlas, short, "ko"))))


@pytest.fixture(scope="module")
def corridor(told):
    """No step and one corridor: enough to see that what is told is written."""
    prose = tuple(replace(passage, parts=passage.parts[:1]) for passage in told.prose)
    return replace(told, steps=(), prose=prose)


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


def test_the_page_holds_every_sentence_folded(told):
    body = squeezed(briefing_html(told).decode())
    assert [one.text for one in said(told) if squeezed(one.text) not in body] == []
    assert body.count("<details") == 4


def test_the_pdf_holds_every_corridor(corridor):
    pages = PdfReader(io.BytesIO(finished(slides_pdf(corridor)))).pages
    found = squeezed("".join(page.extract_text() for page in pages))
    assert [one.text for one in said(corridor) if squeezed(one.text)[:40] not in found] == []


def test_hidden_slides_hold_every_sentence_and_the_show_leaves_them_out(corridor):
    deck = empty_deck("ko")
    with speaking("ko"):
        for passage in corridor.prose:
            add_map_in_words(deck, corridor, passage)
    found = squeezed("".join(one.text_frame.text for slide in deck.slides for one in slide.shapes))
    assert [one.text for one in said(corridor) if squeezed(one.text) not in found] == []
    assert {slide.element.get("show") for slide in deck.slides} == {"0"}


def test_what_a_description_no_longer_says_brings_back_all_that_it_says():
    one, two, three = (statement(text) for text in ("One.", "Two.", "Three."))
    whole = Passage(key="A", title="A", statements=(one, two))
    assert otherwise(whole, whole) is None
    assert otherwise(replace(whole, statements=(one, three)), whole).statements == (three,)
    assert otherwise(replace(whole, statements=(one,)), whole).statements == (one,)
