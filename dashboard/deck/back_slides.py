"""The first and the last slides: the cover, what every map says and leaves out, all sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dashboard.briefing.cited import cited
from dashboard.deck.fit import fitting, height_mm
from dashboard.deck.layouts import COVER, COVER_MM, HALF_MM, LIST, MORE, TITLE, WORDS
from dashboard.deck.pictures import keys_picture, map_picture
from dashboard.deck.slide import Slide
from dashboard.deck.words import Paragraph, Run
from dashboard.exports.about import citation
from dashboard.language import _, day
from dashboard.paper.sheet_words import foot_words, map_in_words
from dashboard.project import LICENCE_TITLE
from dashboard.project import TITLE as PROJECT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.briefing.briefing import Briefing

_TITLE_SIZES: Final = (44, 40, 36, 32, 28)
_COLUMN_MM: Final = (HALF_MM, LIST.box(WORDS)[3])
_SOURCE_SIZES: Final = (12, 11.5, 11, 10.5, 10, 9.5, 9)
_NOTE_SIZES: Final = (13, 12, 11, 10.5, 10, 9.5, 9)


def add_cover(deck: Any, briefing: Briefing) -> None:  # noqa: ANN401 - the library's
    """Add the cover: the title beside the map of the first step."""
    slide = Slide(deck, COVER, briefing.lang)
    box = COVER.box(TITLE)
    size = fitting([briefing.title], _TITLE_SIZES, (box[2], box[3]), lang=briefing.lang, bold=True)
    slide.title(briefing.title, size)
    about, first = briefing.publication.about, briefing.steps[0]
    told = _("Evidence to {date}").format(date=day(about.horizon))
    mark = f"{about.version} · {briefing.fingerprint[:12]}"
    lines = (PROJECT, told, mark, LICENCE_TITLE)
    slide.words(WORDS, [(Run(text=line, bold=line == PROJECT),) for line in lines])
    words = map_in_words(briefing.of_step(first), first.picture)
    slide.picture(map_picture(briefing, first, COVER_MM), _("Map"), words)
    slide.foot(foot_words(briefing))
    slide.notes((foot_words(briefing),))


def add_back(deck: Any, briefing: Briefing) -> None:  # noqa: ANN401
    """Add what every map says and leaves out, and the sources of all steps."""
    last = briefing.steps[-1].picture
    cite = _("To cite. {citation}").format(citation=citation(briefing.publication.about))
    notes = [*last.notes, cite]
    size = fitting(notes, _NOTE_SIZES, _COLUMN_MM, lang=briefing.lang)
    slide = Slide(deck, LIST, briefing.lang)
    slide.title(_("What the maps say and leave out"))
    slide.words(WORDS, [_note(note, size) for note in notes])
    keys = keys_picture(briefing, _COLUMN_MM)
    slide.add_picture(keys, LIST.box(MORE)[:2], _("Legend"), _("What lines and signs mean"))
    slide.foot(foot_words(briefing))
    _add_sources(deck, briefing)


def _add_sources(deck: Any, briefing: Briefing) -> None:  # noqa: ANN401
    texts, lang = list(cited(briefing)), briefing.lang
    fewest = len(pages(texts, _SOURCE_SIZES[-1], lang))
    size = next(size for size in _SOURCE_SIZES if len(pages(texts, size, lang)) == fewest)
    for number, columns in enumerate(pages(texts, size, lang), start=1):
        heading = _("Sources")
        if fewest > 1:
            heading = _("Sources, {number} of {whole}").format(number=number, whole=fewest)
        slide = Slide(deck, LIST, lang)
        slide.title(heading)
        for idx, column in zip((WORDS, MORE), columns, strict=True):
            slide.words(idx, [(Run(text=text, size=size),) for text in column])
        slide.foot(foot_words(briefing))


def _note(note: str, size: float) -> Paragraph:
    """Return a note with its first words, which say what it is about, in bold."""
    about, stop, rest = note.partition(". ")
    return (Run(text=about + stop, size=size, bold=True), Run(text=rest, size=size))


def pages(texts: Sequence[str], size: float, lang: str) -> list[tuple[list[str], list[str]]]:
    """Return the two columns of each slide of the layout ``LIST``, as full as they get."""
    columns: list[list[str]] = [[]]
    for text in texts:
        longer = [*columns[-1], text]
        if height_mm(longer, size, HALF_MM, lang=lang) > _COLUMN_MM[1] and columns[-1]:
            columns.append([text])
        else:
            columns[-1] = longer
    columns += [[]] * (len(columns) % 2)
    return list(zip(columns[::2], columns[1::2], strict=True))
