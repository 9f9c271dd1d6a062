"""A drawing, and the SVG file that it becomes, with its letters inside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from dashboard.paper.frame import PX_MM
from dashboard.paper.letters import font_faces, writable
from dashboard.paper.svg import element

if TYPE_CHECKING:
    from dashboard.paper.room import Label


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """A drawing: its size in px, its SVG elements, and every text in them, for the letters."""

    width: float
    height: float
    elements: tuple[str, ...]
    labels: tuple[Label, ...]

    @property
    def svg(self) -> str:
        """The drawing as it is set into a page, which brings the letters."""
        return _svg(self, *self.elements)


def side_by_side(one: Drawing, other: Drawing, *, gap: float) -> Drawing:
    """Return two drawings beside each other, their upper edges level, so many px apart."""
    placed = ((one, 0.0), (other, one.width + gap))
    return Drawing(
        width=one.width + gap + other.width,
        height=max(one.height, other.height),
        elements=tuple(
            element("g", *part.elements, transform=f"translate({x:.1f} 0)") for part, x in placed
        ),
        labels=(*one.labels, *other.labels),
    )


def svg_file(drawing: Drawing, *, title: str, description: str, lang: str) -> bytes:
    """Return a file that looks the same everywhere: its letters are inside it, cut to its texts.

    Parameters
    ----------
    drawing
        What is drawn.
    title, description
        What a screen reader says of it.
    lang
        Language of its words.
    """
    faces = font_faces((writable(label.words), label.style) for label in drawing.labels)
    told = (
        element("title", escape(writable(title))),
        element("desc", escape(writable(description))),
        element("style", faces),
    )
    return _svg(drawing, *told, *drawing.elements, lang=lang, role="img").encode()


def _svg(drawing: Drawing, *inside: str, **attributes: str) -> str:
    return element(
        "svg",
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        width=f"{drawing.width * PX_MM:.2f}mm",
        height=f"{drawing.height * PX_MM:.2f}mm",
        viewBox=f"0 0 {drawing.width:.1f} {drawing.height:.1f}",
        **attributes,
    )
