"""Makes the basemap: shapes, names, relief and the Korean font that the map draws by itself."""

import json
from pathlib import Path

from geodata.build import font, labels, land, relief, waters
from geodata.build.packages import LINES, Package
from geodata.build.window import DETAIL, UNITS, WEST

PACKAGES: tuple[Package, ...] = (
    LINES,
    waters.LAKES,
    labels.CITIES,
    labels.KOREAN,
    relief.RELIEF,
    font.FONT,
)


def build(folder: Path) -> list[Path]:
    """Write the files of the basemap into ``basemap`` below a folder, fonts also into ``fonts``.

    Parameters
    ----------
    folder
        The folder of the shipped files; it holds ``boundaries.parquet`` already.

    Returns
    -------
    list of Path
        The files, all small enough to be committed.
    """
    place = folder / "basemap"
    place.mkdir(parents=True, exist_ok=True)
    overview = {
        **_frame(),
        "pictures": relief.extents(),
        **land.world_land(folder),
        **waters.world_lines(),
    }
    detail = {**_frame(), **land.detail_land(folder), **waters.detail_lines()}
    return [
        _write(place / "overview.json", overview),
        _write(place / "detail.json", detail),
        _write(place / "names.json", dict(labels.label_names(folder))),
        *relief.write_pictures(place, folder / "boundaries.parquet"),
        *font.write_fonts(place),
        *font.write_printer_fonts(folder / "fonts", place),
    ]


def sources() -> list[tuple[Package, str]]:
    """Return every file that is read inside the packages, with its package."""
    return [
        (LINES, waters.BORDERS_FILE),
        (LINES, waters.ADMIN1_FILE),
        (LINES, waters.RIVERS_FILE),
        (waters.LAKES, waters.LAKES_FILE),
        (LINES, labels.PLACES_FILE),
        *((labels.CITIES, file) for file in labels.CITIES_FILES),
        (labels.KOREAN, labels.KOREAN_FILE),
        (relief.RELIEF, relief.RELIEF_FILE),
        *((font.FONT, file) for file in font.FONT_FILES.values()),
    ]


def _frame() -> dict[str, object]:
    return {"units": UNITS, "west": WEST, "frame": list(DETAIL)}


def _write(path: Path, content: dict[str, object]) -> Path:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
