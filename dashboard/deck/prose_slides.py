"""The maps in words on hidden slides at the end: to read, to search and to print, not to show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dashboard.deck.back_slides import pages
from dashboard.deck.layouts import LIST, MORE, WORDS
from dashboard.deck.slide import Slide
from dashboard.deck.words import Paragraph, Run
from dashboard.exports.prose_text import cited_lines, stated
from dashboard.language import _
from dashboard.paper.entries import Numbered
from dashboard.paper.sheet_words import foot_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.briefing.briefing import Briefing
    from dashboard.prose.passage import Passage

    Told = tuple[str, str]  # a heading, which may be empty, and the text under it

_SIZE: Final = 9.0


def add_map_in_words(deck: Any, briefing: Briefing, passage: Passage) -> None:  # noqa: ANN401
    """Add one map of the story in words, in the language of the run."""
    numbered = Numbered(briefing.publication)
    _add(deck, briefing, passage.title, list(_told(passage, numbered, heading="")))


def add_sources_of_words(deck: Any, briefing: Briefing) -> None:  # noqa: ANN401
    """Add the sources of all maps in words under their numbers."""
    lines = [("", line) for line in cited_lines(briefing.publication, briefing.prose)]
    _add(deck, briefing, _("Sources of the maps in words"), lines)


def _told(passage: Passage, numbered: Numbered, heading: str) -> Iterator[Told]:
    if heading or passage.statements:
        yield heading, " ".join(stated(one, numbered) for one in passage.statements)
    for part in passage.parts:
        yield from _told(part, numbered, part.title)


def _add(deck: Any, briefing: Briefing, title: str, told: list[Told]) -> None:  # noqa: ANN401
    heads = {" ".join(filter(None, one)): one[0] for one in told}
    found = pages(list(heads), _SIZE, briefing.lang)
    for number, columns in enumerate(found, start=1):
        slide = Slide(deck, LIST, briefing.lang)
        counted = _("{title}, {number} of {whole}")
        words = counted.format(title=title, number=number, whole=len(found))
        slide.title(words if len(found) > 1 else title)
        for idx, column in zip((WORDS, MORE), columns, strict=True):
            slide.words(idx, [_paragraph(text, heads[text]) for text in column])
        slide.foot(foot_words(briefing))
        slide.hide()


def _paragraph(text: str, heading: str) -> Paragraph:
    """Return a paragraph whose heading stands before it in bold."""
    runs = (Run(text=heading, size=_SIZE, bold=True), Run(text=text[len(heading) :], size=_SIZE))
    return tuple(run for run in runs if run.text)
