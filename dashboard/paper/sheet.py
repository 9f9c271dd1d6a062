"""The map sheet: one page with the map and all that a map must say, as PDF, PNG or SVG."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from dashboard.language import speaking
from dashboard.paper.drawing import Drawing, svg_file
from dashboard.paper.frame import PX_MM
from dashboard.paper.legend import legend_drawing
from dashboard.paper.map_svg import map_drawing, picture_of
from dashboard.paper.sheet_svg import sheet_drawing
from dashboard.paper.sheet_words import (
    legend_in_words,
    map_in_words,
    sheet_footer,
    sheet_notes,
    sheet_subtitle,
)
from dashboard.paper.typeset import typeset_pdf, typeset_png

if TYPE_CHECKING:
    from dashboard.publication.publication import Publication


@dataclass(frozen=True, kw_only=True)
class Layout:
    """A sheet in mm: the page, its margin, the head, the map and the legend beside it.

    ``px_mm`` is how large a px of the drawings is, ``size`` that of the text in points.
    """

    page: tuple[float, float]
    margin: float
    head: float
    map: tuple[float, float]
    gutter: float
    legend: float
    size: float
    px_mm: float = PX_MM


A4: Final = Layout(
    page=(297, 210), margin=9, head=12.5, map=(208, 174), gutter=4, legend=66, size=8.2
)
SLIDE: Final = Layout(
    page=(338.67, 190.5),
    margin=9,
    head=14.5,
    map=(222, 152),
    gutter=5,
    legend=92,
    size=8.5,
    px_mm=0.23,
)


def map_sheet_pdf(publication: Publication) -> bytes:
    """Return the map sheet on A4 as a tagged PDF; the same publication gives the same bytes."""
    return _set(publication, A4, picture=False)


def map_slide_pdf(publication: Publication) -> bytes:
    """Return the map sheet on a slide of 16 : 9 as a tagged PDF."""
    return _set(publication, SLIDE, picture=False)


def map_sheet_png(publication: Publication) -> bytes:
    """Return the map sheet on A4 as a picture of 300 dots to the inch."""
    return _set(publication, A4, picture=True)


def map_sheet_svg(publication: Publication) -> bytes:
    """Return the map sheet on A4 as an SVG file with real text, its letters inside."""
    with speaking(publication.about.lang):
        drawn, legend, data = _sheet(publication, A4)
        whole = sheet_drawing(drawn, legend, data)
        return svg_file(
            whole,
            title=data["title"],
            description=data["description"],
            lang=publication.about.lang,
        )


def _set(publication: Publication, layout: Layout, *, picture: bool) -> bytes:
    with speaking(publication.about.lang):
        drawn, legend, data = _sheet(publication, layout)
    write = typeset_png if picture else typeset_pdf
    return write("sheet", data, {"map": drawn.svg, "legend": legend.svg})


def _sheet(publication: Publication, layout: Layout) -> tuple[Drawing, Drawing, dict[str, Any]]:
    """Return the map, the legend, and everything else on the sheet as JSON values."""
    picture, about = picture_of(publication), publication.about
    wide, tall = (side / layout.px_mm for side in layout.map)
    drawn, frame = map_drawing(publication, (wide, tall))
    data = {
        "title": picture.title,
        "subtitle": sheet_subtitle(publication),
        "description": map_in_words(publication, picture),
        "legend_words": legend_in_words(picture),
        "notes": sheet_notes(publication, picture, frame),
        "footer": sheet_footer(publication),
        "lang": about.lang,
        "day": [about.horizon.year, about.horizon.month, about.horizon.day],
        "page": layout.page,
        "margin": layout.margin,
        "head": layout.head,
        "map": layout.map,
        "gutter": layout.gutter,
        "legend": layout.legend,
        "size": layout.size,
    }
    return drawn, legend_drawing(publication, layout.legend / layout.px_mm), data
