"""The Korean font of the map, cut to the syllables in use and the 2,350 common ones."""

import shutil
from pathlib import Path
from typing import Final

from fontTools import subset
from fontTools.ttLib import TTFont

from geodata.build.debian import fetch_debian
from geodata.build.packages import Package

FONT: Final = Package(registry="debian", name="fonts-nanum", version="20200506-1")
FONT_FILES: Final = {
    "korean-regular.woff2": "usr/share/fonts/truetype/nanum/NanumBarunGothic.ttf",
    "korean-bold.woff2": "usr/share/fonts/truetype/nanum/NanumBarunGothicBold.ttf",
}
LICENCE_FILE: Final = "usr/share/doc/fonts-nanum/copyright"
OWN_NAME: Final = "Corridor Atlas Korean"
LATIN: Final = range(0x20, 0x7F)
MARKS: Final = (0xB7, 0xD7, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x2192)


def write_fonts(folder: Path) -> list[Path]:
    """Write the two weights of the font and the licence they came with.

    Returns
    -------
    list of Path
        Two WOFF2 files and ``korean-licence.txt``.
    """
    root = fetch_debian(FONT)
    made = [_cut(root / source, folder / name) for name, source in FONT_FILES.items()]
    licence = folder / "korean-licence.txt"
    shutil.copyfile(root / LICENCE_FILE, licence)
    return [*made, licence]


def write_printer_fonts(folder: Path, packed: Path) -> list[Path]:
    """Write the same two weights as TrueType, for programs that draw pictures on this machine.

    Parameters
    ----------
    folder
        Where they go; the app serves nothing from it.
    packed
        The folder of the WOFF2 files.
    """
    folder.mkdir(exist_ok=True)
    return [_unpacked(packed / name, folder / name) for name in FONT_FILES]


def _unpacked(source: Path, target: Path) -> Path:
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    font.save(target.with_suffix(".ttf"))
    return target.with_suffix(".ttf")


def _cut(source: Path, target: Path) -> Path:
    options = subset.Options(
        flavor="woff2", hinting=False, desubroutinize=True, layout_features=["kern"]
    )
    font = subset.load_font(str(source), options)
    font["head"].modified = font["head"].created
    # The licence reserves the font's name for the whole, unchanged font.
    for record in font["name"].names:
        record.string = OWN_NAME
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters())
    cutter.subset(font)
    font.recalcTimestamp = False
    subset.save_font(font, str(target), options)
    return target


def characters() -> tuple[int, ...]:
    """Return the syllables of the Korean character set KS X 1001, Latin letters and marks.

    Code points, each once, in rising order.
    """
    rows = range(0xB0, 0xC9)
    cells = range(0xA1, 0xFF)
    syllables = "".join(
        bytes([row, cell]).decode("euc_kr", "ignore") for row in rows for cell in cells
    )
    return tuple(sorted({*LATIN, *MARKS, *map(ord, syllables)}))
