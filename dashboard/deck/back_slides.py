"""The first and the last slides: the cover, what every map says and leaves out, all sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dashboard.deck.fit import fitting, height_mm
from dashboard.deck.layouts import COVER, COVER_MM, HALF_MM, LIST, MORE, TITLE, WORDS
from dashboard.deck.pictures import map_picture
from dashboard.deck.slide import Slide
from dashboard.deck.step_slides import foot_words
from dashboard.deck.words import Run
from dashboard.exports.about import citation
from dashboard.language import _, day
from dashboard.paper.sheet_words import map_in_words
from dashboard.project import LICENCE_TITLE, TITLE as PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.briefing.briefing import Briefing

_TITLE_SIZES: Final = (44, 40, 36, 32, 28)
_COLUMN_MM: Final = (HALF_MM, LIST.places[1].box[3])
_SOURCE_SIZE: Final = 9.5
_NOTE_SIZES: Final = (14, 13, 12, 11, 10)


def add_cover(deck: Any, briefing: Briefing) -> None:  # noqa: ANN401 - the library's
    """Add the cover: the title beside the map of the first step."""
    slide = Slide(deck, COVER, briefing.lang)
    box = COVER.places[TITLE].box
    size = fitting([briefing.title], _TITLE_SIZES, (box[2], box[3]), lang=briefing.lang)
    slide.title(briefing.title, size)
    about, first = briefing.publication.about, briefing.steps[0]
    told = _("Evidence to {date}").format(date=day(about.horizon))
    mark = f"{about.version} · {briefing.fingerprint[:12]}"
    lines = (PROJECT, told, mark, LICENCE_TITLE)
    slide.words(WORDS, [(Run(text=line, bold=line == PROJECT),) for line in lines])
    words = map_in_words(briefing.of_step(first), first.picture)
    slide.picture(map_picture(briefing, first, COVER_MM), _("Map"), words)
    slide.foot("")
    slide.notes((foot_words(briefing),))


def add_back(deck: Any, briefing: Briefing) -> None:  # noqa: ANN401
    """Add what every map says and leaves out, and the sources of all steps."""
    last = briefing.steps[-1].picture
    cite = _("To cite. {citation}").format(citation=citation(briefing.publication.about))
    notes = [*last.notes, cite]
    half = (len(notes) + 1) // 2
    size = fitting(notes, _NOTE_SIZES, (HALF_MM, 2 * _COLUMN_MM[1] * 0.85), lang=briefing.lang)
    _list(deck, briefing, _("What the maps say and leave out"), (notes[:half], notes[half:]), size)
    pages = list(_pages(list(_sources(briefing)), briefing.lang))
    for number, columns in enumerate(pages, start=1):
        heading = _("Sources")
        if len(pages) > 1:
            heading = _("Sources, {number} of {whole}").format(number=number, whole=len(pages))
        _list(deck, briefing, heading, columns, _SOURCE_SIZE)


def _list(
    deck: Any,  # noqa: ANN401
    briefing: Briefing,
    heading: str,
    columns: tuple[list[str], list[str]],
    size: float,
) -> None:
    slide = Slide(deck, LIST, briefing.lang)
    slide.title(heading)
    for idx, texts in zip((WORDS, MORE), columns, strict=True):
        slide.words(idx, [(Run(text=text, size=size),) for text in texts])
    slide.foot(foot_words(briefing))


def _sources(briefing: Briefing) -> Iterator[str]:
    """Yield each source once, in the order of the story, with the steps that rest on it."""
    steps: dict[str, list[str]] = {}
    for step in briefing.steps:
        for line in step.sources:
            steps.setdefault(line, []).append(str(step.number))
    for line, numbers in steps.items():
        yield _("{source} (steps {numbers})").format(source=line, numbers=", ".join(numbers))


def _pages(texts: list[str], lang: str) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the two columns of each slide, as full as they get."""
    columns: list[list[str]] = [[]]
    for text in texts:
        longer = [*columns[-1], text]
        if height_mm(longer, _SOURCE_SIZE, HALF_MM, lang=lang) > _COLUMN_MM[1] and columns[-1]:
            columns.append([text])
        else:
            columns[-1] = longer
    columns += [[]] * (len(columns) % 2)
    yield from zip(columns[::2], columns[1::2], strict=True)
