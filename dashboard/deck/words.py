"""Words on slides: each run is plain text in its language; nothing becomes a link or a field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pptx.util import Pt

from dashboard.language import ENGLISH
from dashboard.spoken import tag

if TYPE_CHECKING:
    from collections.abc import Iterable

# The language of what is quoted: Korean in an English deck, English in any other.
_KOREAN: Final = "ko"


@dataclass(frozen=True, kw_only=True)
class Run:
    """Words of one look; what is None is as the slide's layout has it.

    ``lang`` is theirs where it is not that of the slide.
    """

    text: str
    lang: str = ""
    size: float | None = None
    bold: bool | None = None
    color: Any = None


Paragraph = tuple[Run, ...]


def write(frame: Any, paragraphs: Iterable[Paragraph], lang: str) -> None:  # noqa: ANN401
    """Put paragraphs into a text frame, in place of what it holds."""
    frame.clear()
    for at, runs in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        for run in runs:
            _put(paragraph.add_run(), run, run.lang or lang)


def _put(made: Any, run: Run, lang: str) -> None:  # noqa: ANN401
    made.text = run.text
    properties = made.font._element  # noqa: SLF001 - the library does not know altLang
    properties.set("lang", tag(lang))
    properties.set("altLang", tag(_KOREAN if lang == ENGLISH else ENGLISH))
    if run.size:
        made.font.size = Pt(run.size)
    if run.bold is not None:
        made.font.bold = run.bold
    if run.color is not None:
        made.font.color.theme_color = run.color


def describe(shape: Any, name: str, words: str) -> None:  # noqa: ANN401
    """Name a shape in the outline, and say what it shows to who does not see it."""
    told = shape._element.xpath(".//p:cNvPr")[0]  # noqa: SLF001 - the library has no other way
    told.set("name", name)
    told.set("descr", words)
