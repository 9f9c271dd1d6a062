"""How wide and high a text may get: by the widest letters that may stand in for its own."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

# Advances in thousandths of the size, rounded up to forties: the larger of Arial (whose widths
# Liberation Sans and Helvetica have) and DejaVu Sans, which stands in where none of them is.
_ADVANCES: Final = {
    280: "'ijl",
    320: " \N{NO-BREAK SPACE},.I\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}·",
    360: "-/:;\\f|",
    400: "!()[]t",
    440: "r",
    480: '"',
    520: "*J`s“”",
    560: "?L_cz–§",
    600: "kvxy",
    640: "$0123456789FTabdeghnopqu{}",
    680: "EKPSY",
    720: "ABVXZ",
    760: "CHNRU",
    800: "&DGOQ",
    840: "#+<=>^w~−×",
    880: "M",
}
_ADVANCE: Final = {sign: wide / 1000 for wide, signs in _ADVANCES.items() for sign in signs}
_WIDEST: Final = 1.04  # of the size: @, and a whole square for Hangul, as Gulim and Batang have it
_BOLDER: Final = 1.14  # so much wider are bold letters
_BETWEEN: Final = 0.25  # of the size: what LibreOffice leaves between Hangul and Latin letters
_HANGUL: Final = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_CHANGE: Final = re.compile(
    r"(?<=[\u3130-\u318f\uac00-\ud7a3])(?=[!-~])|(?<=[!-~])(?=[\u3130-\u318f\uac00-\ud7a3])"
)
_BREAK: Final = re.compile(r"[ \t\n]+")  # but not at a space that is not to be broken
# From line to line, of the size: Arial and DejaVu Sans; Malgun Gothic and Noto Sans CJK.
_LINE, _LINE_OF_HANGUL = 1.2, 1.45


@lru_cache(maxsize=8192)
def width_of(text: str, *, bold: bool = False) -> float:
    """Return how many times its size a text is wide at most, in one line."""
    wide = sum(map(_advance, text)) * (_BOLDER if bold else 1)
    return wide + _BETWEEN * len(_CHANGE.findall(text))


def line_of(text: str) -> float:
    """Return how many times its size a line of a text is high at most."""
    return _LINE_OF_HANGUL if _HANGUL.search(text) else _LINE


@lru_cache(maxsize=8192)
def lines(text: str, ems: float, *, bold: bool = False) -> int:
    """Return how many lines a text takes in a place so many times its size wide.

    A word that is wider than the place is cut at its edge, as programs that show slides do.
    """
    count, used, space = 1, 0.0, width_of(" ", bold=bold)
    for word in _BREAK.split(text.strip()):
        wide = width_of(word, bold=bold)
        if used and used + space + wide > ems:
            count, used = count + 1, 0.0
        used += wide + (space if used else 0)
        while used > ems:
            count, used = count + 1, used - ems
    return count


@cache
def _advance(sign: str) -> float:
    plain = unicodedata.normalize("NFD", sign)[0] if not _HANGUL.match(sign) else sign
    return _ADVANCE.get(plain, 0.0 if unicodedata.combining(sign) else _WIDEST)
