"""The formats that a briefing is written in: what each is called, for whom, and how it is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dashboard.language import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from dashboard.briefing.briefing import Briefing
    from dashboard.briefing.progress import Progress

    # Yields how far it is and returns the bytes: whoever runs it can show that, or stop.
    Making = Generator[Progress, None, bytes]


@dataclass(frozen=True, kw_only=True)
class BriefFormat:
    """One format: its title and for whom it is (to be translated), the ending, how it is made.

    ``make`` takes what is resolved and nothing else. An ending ``.zip`` means several files.
    ``in_words`` says whether the maps are described in it, as prose.
    """

    title: str
    line: str
    ending: str
    mime: str
    make: Callable[[Briefing], Making]
    in_words: bool = True


def _html(briefing: Briefing) -> Making:
    # folium takes most of a second to import, and most visits save no file.
    from dashboard.briefing.html_file import briefing_html  # noqa: PLC0415

    yield from ()
    return briefing_html(briefing)


def _pdf(briefing: Briefing) -> Making:
    # What draws and sets pages takes seconds to import.
    from dashboard.paper.slides import slides_pdf  # noqa: PLC0415

    return (yield from slides_pdf(briefing))


def _handout(briefing: Briefing) -> Making:
    from dashboard.paper.handout import handout_pdf  # noqa: PLC0415 - likewise

    return (yield from handout_pdf(briefing))


def _png(briefing: Briefing) -> Making:
    from dashboard.paper.slides import slides_png  # noqa: PLC0415 - likewise

    return (yield from slides_png(briefing))


def _pptx(briefing: Briefing) -> Making:
    from dashboard.deck.file import deck_pptx  # noqa: PLC0415 - likewise

    return (yield from deck_pptx(briefing))


FORMATS: Final = {
    "html": BriefFormat(
        title=N_("HTML"),
        line=N_(
            "One page with the story, its map and the map in words. It opens without a network."
        ),
        ending=".html",
        mime="text/html",
        make=_html,
    ),
    "pdf": BriefFormat(
        title=N_("PDF, slides"),
        line=N_(
            "A slide for each step, with real text and vector maps; behind them all sources and "
            "the maps in words."
        ),
        ending=".pdf",
        mime="application/pdf",
        make=_pdf,
    ),
    "handout": BriefFormat(
        title=N_("PDF, A4"),
        line=N_(
            "A handout to print: a page for each step, its chart or table after it; behind them "
            "all sources and the maps in words."
        ),
        ending="-a4.pdf",
        mime="application/pdf",
        make=_handout,
    ),
    "pptx": BriefFormat(
        title=N_("PowerPoint"),
        line=N_(
            "Slides with words, tables and charts to edit, and speaker notes with sources; the "
            "maps in words on hidden slides at the end."
        ),
        ending=".pptx",
        mime="application/vnd.openxmlformats-officedocument.presentationml.presentation",
        make=_pptx,
    ),
    "png": BriefFormat(
        title=N_("PNG"),
        line=N_("A zip with each slide as a picture of 300 dots to the inch."),
        ending="-png.zip",
        mime="application/zip",
        make=_png,
        in_words=False,
    ),
}


def file_name(briefing: Briefing, name: str) -> str:
    """Return what a file of a briefing is called: the story, the language, a short hash."""
    ending = FORMATS[name].ending
    mark = briefing.fingerprint[:12]
    return f"corridor-atlas-{briefing.name}-{briefing.lang}-{mark}{ending}"
