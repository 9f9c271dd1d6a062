"""A third language is a file: a catalogue put beside the others, and the whole app speaks it."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from dashboard import language
from dashboard.deck.design import theme
from dashboard.paper.letters import missing_letters, require_letters
from dashboard.spoken import script, tag
from intake.errors import AtlasError
from tests.dashboard.third_language import BEGIN, END, LANG, make

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def made(tmp_path_factory, root):
    """What a process makes that finds a third language there: a page, a map, files."""
    folder, out = make(tmp_path_factory.mktemp("locale")), tmp_path_factory.mktemp("made")
    code = ["-m", "tests.dashboard.third_language", folder, HERE / "in_third_language.py", out]
    run = subprocess.run(
        [sys.executable, *code], cwd=root, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr[-3000:]
    return out


@pytest.fixture(scope="module")
def told(made):
    return json.loads((made / "told.json").read_text("utf-8"))


def marked(text):
    return f"{BEGIN}{text}{END}"


def test_a_page_speaks_it_with_the_names_of_the_catalogue(told):
    assert marked("Refoulement risk") in told["page"]
    assert marked("China") in told["page"]


def test_the_map_has_its_names_and_the_english_ones(told):
    assert told["place"][LANG] == marked(told["place"]["en"])
    assert told["corridor"][LANG] == marked(told["corridor"]["en"])
    assert (told["lang"], told["command"]) == (LANG, LANG)


def test_a_story_is_told_in_it(made, told):
    assert told["title"].startswith(BEGIN)
    with pypdfium2.PdfDocument(made / "story.pdf") as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    assert all(BEGIN in page for page in pages)
    assert BEGIN in (made / "story.html").read_text("utf-8")


def test_a_deck_is_written_in_it(made):
    with zipfile.ZipFile(made / "story.pptx") as deck:
        slide = deck.read("ppt/slides/slide2.xml").decode()
    assert BEGIN in slide
    assert f'lang="{tag(LANG)}"' in slide


@pytest.mark.parametrize(
    ("lang", "spoken", "written"),
    [
        ("en", "en-GB", "Latn"),
        ("ko", "ko-KR", "Kore"),
        ("ja", "ja-JP", "Jpan"),
        ("fr", "fr-FR", "Latn"),
    ],
)
def test_babel_knows_where_a_language_is_spoken_and_how_it_is_written(lang, spoken, written):
    assert (tag(lang), script(lang)) == (spoken, written)
    assert ('ea typeface="Yu Gothic"' in theme(lang)) == (lang == "ja")


def test_letters_without_a_font_are_refused_with_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(language, "FOLDER", make(tmp_path, "ja", ("日", "本")))
    assert missing_letters("ja") == "日本"
    with pytest.raises(AtlasError, match=r"lack 2 letters of 日本語 \(日 本 …\).* font"):
        require_letters("ja")
    assert missing_letters("ko") == ""
