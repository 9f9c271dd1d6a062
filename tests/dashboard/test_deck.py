"""The slides of a story, opened again: words, notes, charts and tables that can be edited."""

import io
import re
import zipfile
from dataclasses import replace
from functools import cache
from itertools import combinations

import openpyxl
import pypdfium2
import pytest
from pptx import Presentation

from dashboard.briefing.briefing import Sentence, StepChart
from dashboard.briefing.evidence import Desk
from dashboard.briefing.in_words import in_words
from dashboard.briefing.progress import finished
from dashboard.briefing.resolve import brief
from dashboard.briefing.stories import known
from dashboard.briefing.story import parse_story
from dashboard.deck.back_slides import pages
from dashboard.deck.chart_rows import chart_rows
from dashboard.deck.design import empty_deck
from dashboard.deck.file import deck_pptx
from dashboard.deck.fit import height_mm
from dashboard.deck.layouts import CHART, HALF_MM, LIST, PICTURE, WORDS
from dashboard.deck.margins import notes
from dashboard.deck.native_chart import put_chart
from dashboard.deck.slide import Slide
from dashboard.deck.step_slides import add_step
from dashboard.language import speaking
from dashboard.paper.sheet_words import foot_words
from dashboard.time_charts import TIME_CHARTS, make
from tests.dashboard.libreoffice import WHAT_TO_DO, drawn_pdf, libreoffice

STORY = """
title = "A story"
[[step]]
title = "Arrivals"
say = ["{arrivals:2019} people arrived.", "China reads as {class:CHN}."]
notes = "Say what the map is not."
chart = "arrivals"
table = "table1"
[step.view]
tint = "legal_status"
"""


@pytest.fixture(scope="module")
def written(atlas):
    """The briefing of that story, with one corridor of its map in words."""
    story = parse_story(STORY, "mine", known(atlas))
    told = finished(in_words(atlas, story, finished(brief(atlas, story, "en"))))
    return replace(told, prose=tuple(replace(one, parts=one.parts[:1]) for one in told.prose))


@pytest.fixture(scope="module")
def body(written):
    def spoken(lang="en"):
        steps = tuple(replace(step, lang=lang) for step in written.steps)
        return finished(deck_pptx(replace(written, lang=lang, steps=steps)))

    return cache(spoken)


def opened(body):
    return Presentation(io.BytesIO(body))


def titles(deck):
    return [slide.shapes.title.text_frame.text for slide in deck.slides]


def every(deck, kind):
    """The shapes of a kind: has_chart, has_table."""
    return [shape for slide in deck.slides for shape in slide.shapes if getattr(shape, kind)]


def the(deck, kind):
    """The only shape of a kind."""
    (found,) = every(deck, kind)
    return found


def test_each_slide_has_a_title_of_its_own_which_is_read_first(body):
    deck = opened(body())
    found = titles(deck)
    assert found[:3] == ["A story", "Arrivals", "Arrivals in South Korea by year and sex"]
    assert found[3] == "Table 1 of the white paper, 1 of 2"
    assert len(set(found)) == len(found)
    assert all(slide.shapes[0] == slide.shapes.title for slide in deck.slides)
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, abs=0.001)


def test_hidden_slides_at_the_end_tell_the_map_in_words(body, written):
    hidden = [one for one in opened(body()).slides if one.element.get("show") == "0"]
    found = "".join(shape.text_frame.text for slide in hidden for shape in slide.shapes)
    said = [one.text for passage in written.prose for one in passage.every()]
    assert said
    assert [text for text in said if "".join(text.split()) not in "".join(found.split())] == []


def test_no_place_of_a_layout_is_left_empty(body):
    for slide in opened(body()).slides:
        assert all(shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame)


def test_notes_have_what_the_speaker_says_and_every_source_of_the_step(body, written):
    slide, step = opened(body()).slides[1], written.steps[0]
    notes = slide.notes_slide.notes_text_frame.text
    assert notes.startswith("Say what the map is not.\nThe map in words stands on hidden slides")
    assert "\nSources\n" in notes
    assert step.sources
    assert all(line in notes for line in step.sources)


def test_each_foot_has_the_day_of_the_evidence_the_hash_and_the_disclaimer(body, written):
    for slide in opened(body()).slides:
        words = "\n".join(one.text_frame.text for one in slide.shapes if one.has_text_frame)
        assert "evidence to 20 January 2026" in words
        assert written.fingerprint[:12] in words
        assert "no advice to travel" in words


def test_a_sentence_that_rests_on_our_judgement_says_so(body):
    words = [one.text_frame.text for one in opened(body()).slides[1].shapes if one.has_text_frame]
    assert any("China reads as High. our\N{NO-BREAK SPACE}judgement" in text for text in words)
    assert any("1,047 people arrived.\n" in text for text in words)


def test_the_chart_is_native_and_has_the_figures_of_the_ministry(body, atlas):
    chart = the(opened(body()), "has_chart").chart
    flows = atlas.flows[atlas.flows["series"] == "kr_arrivals"].set_index("year")["value"]
    years = [str(label) for label in chart.plots[0].categories]
    at = years.index("2019")
    assert sum(series.values[at] or 0 for series in chart.plots[0].series) == flows["2019"]
    assert "1999" in years


def test_the_table_is_native_and_has_the_words_of_the_white_paper(body, written):
    tables = [shape.table for shape in every(opened(body()), "has_table")]
    cells = [
        tuple(tuple(cell.text_frame.text for cell in row.cells) for row in table.rows)
        for table in tables
    ]
    made = written.steps[0].table
    assert [one[0] for one in cells] == [made.columns, made.columns]
    assert tuple(row for one in cells for row in one[1:]) == made.rows
    assert all(table.first_row for table in tables)


def test_a_table_has_letters_of_14_points_or_more(body):
    runs = [
        run
        for shape in every(opened(body()), "has_table")
        for row in shape.table.rows
        for cell in row.cells
        for paragraph in cell.text_frame.paragraphs
        for run in paragraph.runs
    ]
    assert runs
    assert min(run.font.size.pt for run in runs) >= 14


def step_chart(name, table):
    return StepChart(name=name, title="", counts="", notes=(), key="", table=table, document={})


@pytest.mark.parametrize("name", TIME_CHARTS)
def test_each_chart_of_time_becomes_native_with_its_data_alone_behind_it(name, atlas, written):
    step = parse_story(STORY, "mine", known(atlas)).steps[0]
    evidence = Desk(atlas=atlas, lang="en").evidence(step).in_time
    with speaking("en"):
        table = make(TIME_CHARTS[name], evidence).table
        rows = chart_rows(step_chart(name, table))
        slide = Slide(empty_deck("en"), CHART, "en")
        day = written.publication.about.horizon
        chart = put_chart(slide.place(PICTURE), rows, day, "en").chart
    shown = [tuple(series.values) for series in chart.plots[0].series]
    assert shown == [series.values for series in rows.series]
    sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
    cells = [cell for row in sheet for cell in row if cell.value is not None]
    figures = sorted(cell.value for cell in cells if isinstance(cell.value, int | float))
    ours = [
        number
        for series in rows.series
        for number in (*series.values, *series.at)
        if number is not None
    ]
    assert set(ours) <= set(figures)
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]


def test_a_state_has_the_colour_of_the_page_in_the_deck(atlas):
    step = parse_story(STORY, "mine", known(atlas)).steps[0]
    with speaking("en"):
        made = make(TIME_CHARTS["returns"], Desk(atlas=atlas, lang="en").evidence(step).in_time)
        rows = chart_rows(step_chart("returns", made.table))
    series = {one.name: one.color for one in rows.series}
    (states,) = {
        tuple(found["domain"])
        for layer in made.document["layer"]
        for found in [layer.get("encoding", {}).get("color", {}).get("scale", {})]
        if "China" in found.get("domain", ())
    }
    assert len(states) > 3
    counted = {name: place for name, place in series.items() if name in states}
    assert counted == {name: states.index(name) for name in counted}


def test_pictures_charts_and_tables_say_what_they_show(body):
    deck = opened(body())
    for slide in deck.slides:
        for shape in slide.shapes:
            if not shape.has_text_frame:
                told = shape.element.xpath(".//p:cNvPr")[0]
                assert len(told.get("descr")) > 10, told.get("name")
    words = the(deck, "has_chart").element.xpath(".//p:cNvPr")[0].get("descr")
    assert words.startswith("Arrivals in South Korea by year and sex.")


def test_each_run_has_its_language_and_letters_for_hangul_are_named(body):
    for lang, spoken in (("en", "en-GB"), ("ko", "ko-KR")):
        with zipfile.ZipFile(io.BytesIO(body(lang))) as archive:
            slides = [name for name in archive.namelist() if re.match(r"ppt/slides/slide", name)]
            told = " ".join(archive.read(name).decode() for name in slides)
            theme = archive.read("ppt/theme/theme1.xml").decode()
        assert set(re.findall(r'<a:rPr[^>]* lang="([^"]*)"', told)) == {spoken}
        assert '<a:latin typeface="Arial"/><a:ea typeface="Malgun Gothic"/>' in theme
    assert any(title.startswith("출처") for title in titles(opened(body("ko"))))


def test_the_file_is_the_same_bytes_again_and_names_nobody(body, written):
    assert finished(deck_pptx(written)) == body()
    with zipfile.ZipFile(io.BytesIO(body())) as archive:
        names = archive.namelist()
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        everything = b"".join(archive.read(name) for name in names)
    assert not [name for name in names if re.search(r"app\.xml|thumbnail|printer|viewProps", name)]
    told = opened(body()).core_properties
    assert (told.author, told.last_modified_by, told.comments) == ("", "", "")
    assert told.created.isoformat().startswith("2026-01-20")
    assert not re.search(rb"Steve Canny|python-pptx|Macintosh", everything)


HOSTILE = "=HYPERLINK(\"http://x.example\") <a:t> & 'x' http://x.example"
LONG = Sentence(text=f"{HOSTILE}{' The practice of officials changed.' * 10}", ours=True)


@pytest.fixture(scope="module")
def of_long_words(written):
    """The slides of a step that says as much as a step may, in words that mean harm."""
    title = "경로를 따라 이어진 관행에 관해 증언이 말하는 것 " * 3
    step = replace(
        written.steps[0],
        chart=None,
        title=title.strip(),
        sentences=(LONG,) * 4,
        scenario="If a state did what it has never done before " * 3,
    )
    deck = empty_deck("ko")
    with speaking("ko"):
        add_step(deck, written, step)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def test_words_from_data_stay_words_in_slides(of_long_words):
    with zipfile.ZipFile(io.BytesIO(of_long_words)) as archive:
        told = b"".join(archive.read(name) for name in archive.namelist())
    assert HOSTILE in "".join(texts(opened(of_long_words)))
    assert b"hlinkClick" not in told
    assert b'TargetMode="External"' not in told


def test_what_a_room_could_not_read_beside_a_map_goes_on_behind_it(of_long_words):
    first, second, *_table = opened(of_long_words).slides
    assert first.shapes.title.text_frame.text.endswith(" (1/2)")
    assert second.shapes.title.text_frame.text.endswith(" (2/2)")
    words = "".join(texts(opened(of_long_words)))
    assert words.count(LONG.text) == 4
    sizes = [run.font.size.pt for run in runs(opened(of_long_words)) if HOSTILE in run.text]
    assert min(sizes) >= 14


def test_words_stand_on_the_slide_and_not_on_each_other(of_long_words):
    deck = opened(of_long_words)
    for slide in deck.slides:
        boxes = [
            (one.left, one.top, one.left + one.width, one.top + one.height) for one in slide.shapes
        ]
        for left, top, right, bottom in boxes:
            assert min(left, top) >= 0
            assert right <= deck.slide_width
            assert bottom <= deck.slide_height
        for one, other in combinations(boxes, 2):
            beside = one[2] <= other[0] or other[2] <= one[0]
            assert beside or one[3] <= other[1] or other[3] <= one[1]


def texts(deck):
    """The text of every shape that has one."""
    return [
        one.text_frame.text for slide in deck.slides for one in slide.shapes if one.has_text_frame
    ]


def runs(deck):
    """Every run of words, those in tables left out."""
    return [
        run
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    ]


def test_a_step_without_sources_says_that_it_counts_the_atlas_itself(written):
    step = replace(written.steps[0], sources=())
    with speaking("en"):
        *_before, rests_on = notes(written, step)
    assert rests_on.startswith("The atlas itself, version")
    assert written.publication.about.fingerprint in rests_on


def test_no_source_is_lost_between_columns_and_each_column_fits():
    lines = [f"The Korea Herald: Report number {number} of many [1, 2]" for number in range(150)]
    found = [column for slide in pages(lines, 10) for column in slide]
    assert [line for column in found for line in column] == lines
    assert max(height_mm(column, 10, HALF_MM) for column in found) <= LIST.box(WORDS)[3]


def test_libreoffice_draws_each_slide_with_its_words_on_the_page(body, written, tmp_path):
    """In Korean, whose letters are missing where LibreOffice mostly runs: others stand in."""
    program = libreoffice()
    if program is None:
        pytest.skip(WHAT_TO_DO)
    shown = [slide for slide in opened(body("ko")).slides if slide.element.get("show") != "0"]
    found = [slide.shapes.title.text_frame.text for slide in shown]
    assert len(found) < len(opened(body("ko")).slides)
    with speaking("ko"):
        foot = unspaced(foot_words(written))
    with pypdfium2.PdfDocument(drawn_pdf(program, body("ko"), tmp_path)) as document:
        assert len(document) == len(found)
        for number, (page, title) in enumerate(zip(document, found, strict=True), start=1):
            text = page.get_textpage()
            assert unspaced(title) in unspaced(text.get_text_range())
            for at in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(at)
                assert 0 <= left <= right <= page.get_width()
                assert 0 <= bottom <= top <= page.get_height()
            # Nothing but the foot stands where the foot is: no line has run down into it.
            low = unspaced(text.get_text_bounded(top=12 / 190.5 * page.get_height()))
            assert number == 1 or low in (f"{foot}{number}", f"{number}{foot}")


def unspaced(text):
    """A text without white space, which programs set as they like."""
    return "".join(text.split())
