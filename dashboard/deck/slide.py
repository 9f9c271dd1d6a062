"""A slide of a layout: its words in their places, its foot, its notes, no empty place left."""

from __future__ import annotations

import copy
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from pptx.util import Emu

from dashboard.deck.fit import fitting
from dashboard.deck.layouts import (
    EMU_MM,
    FOOTER,
    KICKER,
    KICKER_SIZE,
    LAYOUTS,
    NUMBER,
    PICTURE,
    TITLE,
    Layout,
)
from dashboard.deck.words import Run, describe, write
from dashboard.spoken import tag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.deck.pictures import Picture
    from dashboard.deck.words import Paragraph


_TITLE_SIZES: Final = (26, 24, 22, 20, 18, 16, 14)
_KICKER_SIZES: Final = (KICKER_SIZE, 11, 10, 9)


class Slide:
    """One slide in the making."""

    def __init__(self, deck: Any, layout: Layout, lang: str) -> None:  # noqa: ANN401 - the library's
        """Add a slide of a layout at the end."""
        self.lang = lang
        self.made = deck.slides.add_slide(deck.slide_layouts[LAYOUTS.index(layout)])

    def place(self, idx: int) -> Any:  # noqa: ANN401 - the library's
        """Return the place of a number."""
        return next(one for one in self.made.placeholders if one.placeholder_format.idx == idx)

    def title(self, words: str, size: float | None = None) -> None:
        """Write the title, by which the slide is found in the outline."""
        self.words(TITLE, [(Run(text=words, size=size),)])

    def kicker(self, words: str) -> None:
        """Write the line above the title."""
        self.words(KICKER, [(Run(text=words),)])

    def head(self, title: str, kicker: str) -> None:
        """Write title and the line above it, in letters with which they fit their places."""
        sizes = ((TITLE, title, _TITLE_SIZES), (KICKER, kicker, _KICKER_SIZES))
        for idx, words, of_place in sizes:
            box = (self.place(idx).width / EMU_MM, self.place(idx).height / EMU_MM)
            size = fitting([words], of_place, box, bold=True)
            self.words(idx, [(Run(text=words, size=size),)])

    def words(self, idx: int, paragraphs: Iterable[Paragraph]) -> None:
        """Write paragraphs into a place."""
        write(self.place(idx).text_frame, paragraphs, self.lang)

    def picture(self, picture: Picture, name: str, words: str) -> None:
        """Put a picture into its place, with words for who does not see it."""
        describe(self.place(PICTURE).insert_picture(BytesIO(picture.body)), name, words)

    def move(self, idx: int, top_mm: float, high_mm: float) -> None:
        """Move a place down or up in its column."""
        shape = self.place(idx)
        left, wide = shape.left, shape.width
        shape.left, shape.width = left, wide
        shape.top, shape.height = (Emu(round(side * EMU_MM)) for side in (top_mm, high_mm))

    def add_picture(
        self, picture: Picture, at_mm: tuple[float, float], name: str, words: str
    ) -> None:
        """Add a picture where the layout has no place for one."""
        sides = (*at_mm, picture.wide, picture.high)
        shape = self.made.shapes.add_picture(
            BytesIO(picture.body), *(Emu(round(side * EMU_MM)) for side in sides)
        )
        describe(shape, name, words)

    def foot(self, words: str) -> None:
        """Write the foot and number the slide; they are read last."""
        for shape in self.made.slide_layout.placeholders:
            if shape.placeholder_format.idx in (FOOTER, NUMBER):
                element = copy.deepcopy(shape.element)
                element.xpath("./p:nvSpPr/p:cNvPr")[0].set("id", str(self._next_id()))
                self.made.shapes._spTree.append(element)  # noqa: SLF001 - no other way
        if words:
            self.words(FOOTER, [(Run(text=words),)])
        for empty in list(self.made.placeholders):
            is_field = empty.placeholder_format.idx == NUMBER
            if empty.has_text_frame and not is_field and not empty.text_frame.text:
                empty.element.getparent().remove(empty.element)

    def hide(self) -> None:
        """Leave the slide out of the show; it is printed, searched and edited like any other."""
        self.made._element.set("show", "0")  # noqa: SLF001 - the library has no other way

    def notes(self, paragraphs: Iterable[str]) -> None:
        """Write what the speaker says and what it rests on."""
        frame = self.made.notes_slide.notes_text_frame
        write(frame, [(Run(text=words),) for words in paragraphs if words], self.lang)
        for found in self.made.notes_slide.element.iter("{*}endParaRPr", "{*}rPr"):
            found.set("lang", tag(self.lang))

    def _next_id(self) -> int:
        return 1 + max(int(shape.shape_id) for shape in self.made.shapes)
