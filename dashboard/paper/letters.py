"""The letters of what is printed: where they lie, how wide a text is, and a cut for one file."""

from __future__ import annotations

import base64
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from fontTools import subset
from fontTools.ttLib import TTFont

from dashboard.language import native_name, signs_of
from intake.errors import AtlasError
from intake.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER: Final = Path(__file__).resolve().parents[2] / "geodata/data/fonts"
FAMILIES: Final = ("Corridor Atlas Sans", "Corridor Atlas Korean")
_OURS: Final = {
    *("korean-bold.ttf", "korean-regular.ttf", "sans-bold.ttf", "sans-italic.ttf"),
    *("sans-regular.ttf", "sans-semibold.ttf"),
}
_REGULAR, _SEMIBOLD, _BOLD = 400, 600, 700
_SHOWN: Final = 5  # missing letters that a message names
_BREAK: Final = re.compile(r"[ \t\n]+")  # but not at a space that is not to be broken
_UNSEEN: Final = {"Mn", "Cf"}  # marks over a letter, signs that only steer
_HANGUL: Final = (range(0x1100, 0x1200), range(0x3130, 0x3190), range(0xAC00, 0xD7A4))


@dataclass(frozen=True, kw_only=True)
class Style:
    """How a text is lettered: size and extra space between letters in px, weight, slant."""

    size: float
    weight: int = 400
    italic: bool = False
    spacing: float = 0.0


@lru_cache(maxsize=4096)
def width_of(text: str, style: Style) -> float:
    """Return how many px a text is wide, kerning left aside: at most a per cent too many."""
    advances = sum(_advance(sign, style.weight, italic=style.italic) for sign in text)
    return advances * style.size + style.spacing * max(0, len(text) - 1)


def wrapped(text: str, style: Style, wide: float) -> list[str]:
    """Return the lines that a text takes in a column of so many px; a word is never cut."""
    lines = [""]
    for word in _BREAK.split(text.strip()):
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or width_of(longer, style) <= wide:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@cache
def can_write(sign: str) -> bool:
    """Return whether the upright letters have a sign in every weight."""
    return all(ord(sign) in face.cmap for face in (_face(file) for file in _files(sign)))


def missing_letters(lang: str) -> str:
    """Return the letters that a language is written with and that no font here has, in order."""
    return "".join(
        sign
        for sign in sorted(signs_of(lang))
        if unicodedata.category(sign).startswith("L") and not can_write(sign)
    )


@cache
def require_letters(lang: str) -> None:
    """Refuse to set pages in a language that the fonts cannot write.

    Raises
    ------
    AtlasError
        Letters are missing; how many, which, and what to do are said.
    """
    if missing := missing_letters(lang):
        raise AtlasError(
            Sentence(
                "The fonts lack {number} letters of {language} ({letters} …): a page would show a "
                "question mark for each. Put a font that has them, NAME.ttf, into {folder}; or "
                "take the HTML file, which uses the fonts of its reader.",
                number=len(missing),
                language=native_name(lang),
                letters=" ".join(missing[:_SHOWN]),
                folder="geodata/data/fonts",
            )
        )


def writable(text: str) -> str:
    """Return a text in signs that the letters have.

    A letter with a mark that is missing loses the mark, any other missing sign becomes "?": a
    page that cannot be set because of one sign of one source would be worse.
    """
    return "".join(sign if can_write(sign) else _instead(sign) for sign in text)


def _instead(sign: str) -> str:
    if sign.isspace() or unicodedata.category(sign) in _UNSEEN:
        return " " if sign.isspace() else ""
    plain = "".join(part for part in unicodedata.normalize("NFKD", sign) if can_write(part))
    return plain or "?"


def font_faces(texts: Iterable[tuple[str, Style]]) -> str:
    """Return CSS that carries the letters of some texts, and no others, inside itself.

    Parameters
    ----------
    texts
        Every text of a drawing with its style.
    """
    signs: dict[str, set[str]] = {}
    for text, style in texts:
        for sign in text:
            signs.setdefault(_file(sign, style.weight, italic=style.italic), set()).add(sign)
    return "".join(_font_face(file, signs[file]) for file in sorted(signs))


def _font_face(file: str, signs: set[str]) -> str:
    face = _face(file)
    weight = "600 700" if file == "korean-bold.ttf" else str(face.weight)
    slant = "italic" if "italic" in file else "normal"
    weight = "100 900" if file in _further() else weight
    packed = base64.b64encode(_cut(file, "".join(sorted(signs)))).decode("ascii")
    return (
        f"@font-face{{font-family:'{face.family}';font-weight:{weight};font-style:{slant};"
        f"src:url(data:font/woff;base64,{packed}) format('woff')}}"
    )


def _cut(file: str, signs: str) -> bytes:
    options = subset.Options(flavor="woff", hinting=False, layout_features=["kern"])
    packed = BytesIO()
    with subset.load_font(str(FOLDER / file), options) as font:
        font.recalcTimestamp = False
        cutter = subset.Subsetter(options)
        cutter.populate(text=signs)
        cutter.subset(font)
        subset.save_font(font, packed, options)
    return packed.getvalue()


@dataclass(frozen=True, kw_only=True)
class _Face:
    cmap: dict[int, str]
    advances: dict[str, float]
    family: str
    weight: int


@cache
def _face(file: str) -> _Face:
    with TTFont(FOLDER / file) as font:
        whole: Any = font["hmtx"]
        names: Any = font["name"]
        size = float(font["head"].unitsPerEm)
        return _Face(
            cmap=dict(font.getBestCmap()),
            advances={glyph: wide / size for glyph, (wide, _) in whole.metrics.items()},
            family=str(names.getDebugName(1)),
            weight=int(font["OS/2"].usWeightClass),
        )


@cache
def _advance(sign: str, weight: int, *, italic: bool) -> float:
    face = _face(_file(sign, weight, italic=italic))
    return face.advances[face.cmap.get(ord(sign), ".notdef")]


def families() -> tuple[str, ...]:
    """Return the names of the fonts, ours first, then any that was put beside them."""
    return (*FAMILIES, *(_face(file).family for file in _further()))


@cache
def _further() -> tuple[str, ...]:
    """Return fonts that were put beside ours, for languages with letters of their own."""
    return tuple(sorted({file.name for file in FOLDER.glob("*.ttf")} - _OURS))


def _file(sign: str, weight: int, *, italic: bool) -> str:
    own = _own_file(sign, weight, italic=italic)
    if not _further() or ord(sign) in _face(own).cmap:
        return own
    return next((file for file in _further() if ord(sign) in _face(file).cmap), own)


def _own_file(sign: str, weight: int, *, italic: bool) -> str:
    if any(ord(sign) in part for part in _HANGUL):
        return "korean-bold.ttf" if weight >= _SEMIBOLD else "korean-regular.ttf"
    if italic:
        return "sans-italic.ttf"
    if weight >= _BOLD:
        return "sans-bold.ttf"
    return "sans-semibold.ttf" if weight >= _SEMIBOLD else "sans-regular.ttf"


def _files(sign: str) -> set[str]:
    return {_file(sign, weight, italic=False) for weight in (_REGULAR, _SEMIBOLD, _BOLD)}
