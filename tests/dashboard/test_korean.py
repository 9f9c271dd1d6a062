"""In a Korean run no sentence of ours is left in English, on any page, in any element."""

import json
import re
from html import unescape

import pytest
from babel.messages.pofile import read_po
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from dashboard import doors
from dashboard.language import FOLDER, speaking
from dashboard.settings import COMPARISONS
from tests.dashboard.test_pages import APP

TAGS = re.compile(r"<[^>]*>")
DATES = re.compile(r'<span class="atlas-date">([^<]*)</span>')  # inside a sentence
FILLED = re.compile(r"\{[^}]*\}")
# Fewer words count where they stand alone: "High" is also a word of a title.
WORDS_OF_A_SENTENCE = 5
NOT_SHOWN = {"id", "type", "url"}
COLUMNS = {"aggregate", "as", "field", "fold", "groupby", "op", "width"}  # no words for people


@pytest.fixture(autouse=True)
def _data_read_once(atlas, monkeypatch):
    monkeypatch.setattr(doors, "read_atlas", lambda _folder: atlas)


@pytest.fixture(scope="module")
def sentences():
    """Every English sentence that says something else in Korean."""
    found = []
    for file in (FOLDER / "ko.po", *FOLDER.glob("data/ko.po")):
        with file.open("rb") as text:
            messages = [one for one in read_po(text, locale="ko") if one.id]
        texts = [text for one in messages if one.string != one.id for text in ids(one)]
        found += [Sentence(text) for text in texts]
    return found


@pytest.fixture(scope="module")
def citations(atlas):
    """How sources are cited, and the nodes of published indices: both in their own language."""
    named = {f"{one.publisher}: {one.title}" for one in atlas.cited.values()}
    named |= set(atlas.published["name"])
    return re.compile("|".join(map(re.escape, sorted(named, key=len, reverse=True))))


def ids(message):
    return [message.id] if isinstance(message.id, str) else list(message.id)


class Sentence:
    """An English sentence with gaps, found in a line by its pieces: the time grows with the line.

    A short one has to be the whole text, its gaps numbers.
    """

    def __init__(self, text):
        self.pieces = FILLED.split(text)
        few = len(" ".join(self.pieces).split()) < WORDS_OF_A_SENTENCE
        escaped = "[0-9.,]+".join(map(re.escape, self.pieces))
        self.whole = re.compile(rf"^\s*{escaped}\s*$") if few else None

    def may_stand_in(self, text):
        """Say quickly of much text whether all pieces are in it, somewhere."""
        return all(piece in text for piece in self.pieces)

    def stands_in(self, text):
        if self.whole:
            return bool(self.whole.search(text))
        return any(map(self._stands_in_line, text.splitlines()))

    def _stands_in_line(self, line):
        first, *rest = self.pieces
        at = line.find(first)
        for piece in rest if at >= 0 else ():
            before = at + len(first)
            first, at = piece, line.find(piece, before + 1)
            if at < 0:
                break
        return at >= 0


@pytest.mark.parametrize(
    ("text", "line", "stands"),
    [
        ("As it stood on {date} in all of it.", "… As it stood on 1 May in all of it.", True),
        ("As it stood on {date} in all of it.", "As it stood on  in all of it.", False),
        ("As it stood on {date} in all of it.", "in all of it. As it stood on 1 May", False),
        ("{number} legs", "12 legs", True),
        ("{number} legs", "of 12 legs", False),
    ],
)
def test_a_sentence_is_found_by_its_pieces(text, line, stands):
    assert Sentence(text).stands_in(line) == stands


def texts(message):
    """Yield every text in an element, whatever it is, and in what it holds."""
    for field, value in message.ListFields():
        if field.name in NOT_SHOWN:
            continue
        several = value if isinstance(value, (list, tuple)) or field.is_repeated else [value]
        for one in several:
            if isinstance(one, Message):
                yield from texts(one)
            elif isinstance(one, str) and one.startswith('{"'):  # a chart
                yield from words_of(json.loads(one))
            elif isinstance(one, str):
                yield from (
                    unescape(part) for part in TAGS.split(DATES.sub(r"\1", one)) if part.strip()
                )


def words_of(document):
    """Yield every text in a document of Vega-Lite, however deep."""
    if isinstance(document, str):
        yield document
    elif isinstance(document, list):
        for part in document:
            yield from words_of(part)
    elif isinstance(document, dict):
        for key, part in document.items():
            yield from words_of(part if key not in COLUMNS else [])


def shown(app):
    """Yield every text of the page, the cells of its tables among them."""
    for element in app.main:
        if element.proto is not None:
            yield from texts(element.proto)
    for table in app.dataframe:
        for cell in table.value.to_numpy().ravel():
            if isinstance(cell, str):
                yield cell


def korean(page, **address):
    app = AppTest.from_file(str(APP), default_timeout=60)
    for name, value in {"lang": "ko", **address}.items():
        app.query_params[name] = value
    if page != "map":
        app.switch_page(f"dashboard/pages/{page}.py")
    with speaking("ko"):  # the test itself calls what names the choices
        return app.run()


CONVERTED = (
    "map",
    "compare",
    "countries",
    "country",
    "side_by_side",
    "time",
    "method",
    "proof",
    "download",
    "my_data",
    "about",
)
VIEWS = [
    *((page, {}) for page in CONVERTED),
    ("map", {"focus": "LAO-THA-N"}),
    ("country", {"profile": "SGP"}),
    ("country", {"profile": "KOR", "date": "2010-06-01"}),
    ("side_by_side", {"compared": ["THA", "PRK", "PHL"]}),
    ("map", {"country": "MNG", "corridor": "SEA-YEL"}),
    ("map", {"leg": "LAO-THA-N-5"}),
    ("map", {"listing": "words", "corridor": "MNG"}),
    ("map", {"leg": "SEA-YEL-1"}),
    ("method", {"recipe": "table1"}),
    *(("compare", {"comparison": part}) for part in COMPARISONS[1:]),
]


@pytest.mark.parametrize(("page", "address"), VIEWS)
def test_a_page_leaves_no_sentence_of_ours_in_english(sentences, citations, page, address):
    app = korean(page, **address)
    assert not app.exception
    found = [citations.sub("", text) for text in shown(app)]
    everything = "\n".join(found)
    possible = [sentence for sentence in sentences if sentence.may_stand_in(everything)]
    assert found
    assert not {text for text in set(found) for one in possible if one.stands_in(text)}
