"""Typst, the typesetting library, in one place: data and pictures in, a file out.

Data go in as JSON and drawings as SVG, both as inputs that the pages read as values. No text from
data is ever compiled. Letters are the atlas's own; no package, no font of the system, no clock.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final, cast

import typst
from PIL import Image

from dashboard.language import ENGLISH
from dashboard.paper.letters import FOLDER, families, require_letters, writable

_PAGES: Final = Path(__file__).parent / "pages"
_ACCESSIBLE: Final = "ua-1"  # PDF/UA-1: tagged, with title, language and words for each picture
_NO_CLOCK: Final = 0
_PRINT_DOTS_PER_INCH: Final = 300.0
_COLORS: Final = 256


def typeset_pdf(page: str, data: Mapping[str, Any], drawings: Mapping[str, str]) -> bytes:
    """Return a tagged PDF with the letters embedded.

    Parameters
    ----------
    page
        Name of a file in ``pages`` without its ending.
    data
        JSON values. ``title``, ``description``, ``lang`` and ``day`` (year, month, day) say what
        the file is, ``footer`` stands on each page; the rest is what the page asks for.
    drawings
        SVG by the name that the page has for it.
    """
    made = _compiler(page, data, drawings).compile(
        format="pdf", pdf_standards=[_ACCESSIBLE], timestamp=_NO_CLOCK
    )
    return cast("bytes", made)


def typeset_png(page: str, data: Mapping[str, Any], drawings: Mapping[str, str]) -> bytes:
    """Return the same single page as a picture of 300 dots to the inch."""
    return _png(_image(page, data, drawings))


def typeset_pictures(
    page: str, data: Mapping[str, Any], drawings: Mapping[str, str]
) -> list[bytes]:
    """Return the same pages, each as a picture of 300 dots to the inch."""
    made = _compiler(page, data, drawings).compile(format="png", ppi=_PRINT_DOTS_PER_INCH)
    return [_png(_opened(one)) for one in (made if isinstance(made, list) else [made])]


def drawing_png(svg: str, size_mm: tuple[float, float], *, is_small: bool = False) -> bytes:
    """Return one drawing as a picture of 300 dots to the inch.

    One that is small has 256 colours, and a quarter of the bytes: an octree keeps the colours of
    classes, which stand far apart, and steps those of the ground.
    """
    image = _image("drawing", {"size": size_mm}, {"drawing": svg})
    if is_small:
        image = image.quantize(_COLORS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    return _png(image)


def _image(page: str, data: Mapping[str, Any], drawings: Mapping[str, str]) -> Image.Image:
    made = _compiler(page, data, drawings).compile(format="png", ppi=_PRINT_DOTS_PER_INCH)
    return _opened(made)


def _opened(made: object) -> Image.Image:
    return Image.open(BytesIO(cast("bytes", made))).convert("RGB")


def _png(image: Image.Image) -> bytes:
    packed = BytesIO()
    image.save(packed, "PNG", dpi=(_PRINT_DOTS_PER_INCH, _PRINT_DOTS_PER_INCH))
    return packed.getvalue()


def _compiler(page: str, data: Mapping[str, Any], drawings: Mapping[str, str]) -> typst.Compiler:
    require_letters(str(data.get("lang", ENGLISH)))
    written = _written({**data, "fonts": families()})
    told = json.dumps(written, ensure_ascii=False, allow_nan=False)
    return typst.Compiler(
        _PAGES / f"{page}.typ",
        root=_PAGES,
        font_paths=_fonts(),
        sys_inputs={**drawings, "data": told},
    )


def _written(value: Any) -> Any:  # noqa: ANN401 - a JSON value
    """Return a JSON value with every text in signs that the letters have."""
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, Mapping):
        return {key: _written(part) for key, part in value.items()}
    return [_written(part) for part in value] if isinstance(value, (list, tuple)) else value


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER]
    )
