"""The letters of what is printed: the page's Latin and the map's Korean, as files for typesetting."""

import shutil
from pathlib import Path
from typing import Final

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from geodata.build.debian import fetch_debian
from geodata.build.font import FONT, FONT_FILES, characters
from geodata.build.packages import Package, fetch
from geodata.checksums import sha256_of

LATIN: Final = Package(registry="pypi", name="fontpkg-source-sans-3", version="3.52")
UPRIGHT: Final = "fontpkg_source_sans_3/files/SourceSans3[wght].ttf"
ITALIC: Final = "fontpkg_source_sans_3/files/SourceSans3-Italic[wght].ttf"
LICENCE_FILE: Final = "fontpkg_source_sans_3/LICENSE"
PACKAGES: Final = (LATIN, FONT)

# The licences reserve the names of the whole, unchanged fonts.
SANS: Final = "Atlas Sans"
KOREAN: Final = "Atlas Korean"
FACES: Final = {
    "sans-regular.ttf": (UPRIGHT, 400, "Regular"),
    "sans-semibold.ttf": (UPRIGHT, 600, "SemiBold"),
    "sans-bold.ttf": (UPRIGHT, 700, "Bold"),
    "sans-italic.ttf": (ITALIC, 400, "Italic"),
}
KOREAN_FACES: Final = {
    "korean-regular.ttf": (FONT_FILES["korean-regular.woff2"], 400, "Regular"),
    "korean-bold.ttf": (FONT_FILES["korean-bold.woff2"], 700, "Bold"),
}
# Latin letters of every European language, punctuation, arrows, signs of arithmetic.
SIGNS: Final = (
    *(*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2030), *range(0x2032, 0x2034)),
    *(*range(0x2190, 0x2194), 0x2212, 0x2248, 0x2264, 0x2265),
)
_NAME_IDS: Final = {1: "{family}", 2: "{style}", 3: "{family} {style}", 4: "{family} {style}"}
_POSTSCRIPT: Final = 6


def build(folder: Path) -> list[Path]:
    """Write the letters into ``letters`` below a folder: six TrueType files and a licence.

    Parameters
    ----------
    folder
        The folder of the shipped files.

    Returns
    -------
    list of Path
        The files. The licence of the Korean letters stands in ``basemap/korean-licence.txt``.
    """
    place = folder / "letters"
    place.mkdir(parents=True, exist_ok=True)
    latin, korean = fetch(LATIN), fetch_debian(FONT)
    licence = place / "sans-licence.txt"
    shutil.copyfile(latin / LICENCE_FILE, licence)
    return [
        *(_sans(latin, place / name) for name in FACES),
        *(_korean(korean, place / name) for name in KOREAN_FACES),
        licence,
    ]


def sources() -> dict[str, str]:
    """Return the SHA-256 of every file that was read inside the packages."""
    latin = {f"{LATIN.name}/{file}": fetch(LATIN) / file for file in (UPRIGHT, ITALIC)}
    korean = {
        f"{FONT.name}/{file}": fetch_debian(FONT) / file for file in FONT_FILES.values()
    }
    return {name: sha256_of(path) for name, path in (latin | korean).items()}


def _sans(root: Path, target: Path) -> Path:
    source, weight, style = FACES[target.name]
    font = instancer.instantiateVariableFont(TTFont(root / source), {"wght": weight})
    return _saved(font, target, weight=weight, names=(SANS, style), signs=SIGNS)


def _korean(root: Path, target: Path) -> Path:
    source, weight, style = KOREAN_FACES[target.name]
    font = TTFont(root / source)
    return _saved(font, target, weight=weight, names=(KOREAN, style), signs=characters())


def _saved(
    font: TTFont, target: Path, *, weight: int, names: tuple[str, str], signs: tuple[int, ...]
) -> Path:
    options = subset.Options(hinting=False, desubroutinize=True, layout_features=["kern"])
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=signs)
    cutter.subset(font)
    _name(font, *names)
    font["OS/2"].usWeightClass = weight
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(target)
    return target


def _name(font: TTFont, family: str, style: str) -> None:
    table = font["name"]
    table.names = [record for record in table.names if record.nameID == 0]
    for name_id, text in _NAME_IDS.items():
        table.setName(text.format(family=family, style=style), name_id, 3, 1, 0x409)
    table.setName(f"{family}-{style}".replace(" ", ""), _POSTSCRIPT, 3, 1, 0x409)
