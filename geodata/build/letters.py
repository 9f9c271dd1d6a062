"""The Latin letters of what is printed: those of the page, cut and named anew, as TrueType.

The Korean ones beside them are made with the base map (`geodata.build.font`).
"""

import shutil
from pathlib import Path
from typing import Final

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from geodata.build.packages import Package, fetch

LATIN: Final = Package(registry="pypi", name="fontpkg-source-sans-3", version="3.52")
UPRIGHT: Final = "fontpkg_source_sans_3/files/SourceSans3[wght].ttf"
ITALIC: Final = "fontpkg_source_sans_3/files/SourceSans3-Italic[wght].ttf"
LICENCE_FILE: Final = "fontpkg_source_sans_3/LICENSE"
PACKAGES: Final = (LATIN,)

# The licence reserves the name of the whole, unchanged font.
OWN_NAME: Final = "Corridor Atlas Sans"
FACES: Final = {
    "sans-regular.ttf": (UPRIGHT, 400, "Regular"),
    "sans-semibold.ttf": (UPRIGHT, 600, "SemiBold"),
    "sans-bold.ttf": (UPRIGHT, 700, "Bold"),
    "sans-italic.ttf": (ITALIC, 400, "Italic"),
}
# Latin letters of every European language, punctuation, arrows, signs of arithmetic.
SIGNS: Final = (
    *(*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2030), *range(0x2032, 0x2034)),
    *(*range(0x2190, 0x2194), 0x2212, 0x2248, 0x2264, 0x2265),
)
_COPYRIGHT: Final = 0
_NAME_IDS: Final = {
    1: OWN_NAME,
    2: "{style}",
    3: OWN_NAME + " {style}",
    4: OWN_NAME + " {style}",
    6: OWN_NAME.replace(" ", "") + "-{style}",
}


def build(folder: Path) -> list[Path]:
    """Write the letters into ``fonts`` below a folder: four TrueType files and their licence.

    Returns
    -------
    list of Path
        ``sans-licence.txt``, then the files of ``FACES``.

    Raises
    ------
    PackageError
        The package could not be fetched.
    """
    place = folder / "fonts"
    place.mkdir(parents=True, exist_ok=True)
    root = fetch(LATIN)
    licence = place / "sans-licence.txt"
    shutil.copyfile(root / LICENCE_FILE, licence)
    return [*(_cut(root, place / name) for name in FACES), licence]


def sources() -> list[tuple[Package, str]]:
    """Return every file that is read inside the packages, with its package."""
    return [(LATIN, file) for file in (UPRIGHT, ITALIC)]


def _cut(root: Path, target: Path) -> Path:
    source, weight, style = FACES[target.name]
    font = instancer.instantiateVariableFont(TTFont(root / source), {"wght": weight})
    options = subset.Options(hinting=False, desubroutinize=True, layout_features=["kern"])
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=SIGNS)
    cutter.subset(font)
    names = font["name"]
    names.names = [record for record in names.names if record.nameID == _COPYRIGHT]
    for name_id, text in _NAME_IDS.items():
        names.setName(text.format(style=style), name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(target)
    return target
