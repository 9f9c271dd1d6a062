"""Reads the shapes of the world's countries, the disputed lines and the land of no country.

Borders are those held on the ground (de facto), as Natural Earth draws them at 1:10m; they imply
no endorsement. ``geodata/data/README.md`` says what the layers were made from.
"""

from pathlib import Path

import geopandas as gpd

from geodata.checksums import check_file
from intake.errors import DataFileError, remedy_for
from intake.sentence import Sentence

DATA = Path(__file__).with_name("data")
CRS = "EPSG:4326"

BOUNDARIES_FILE = "boundaries.parquet"
DISPUTED_FILE = "disputed_lines.parquet"
UNCLAIMED_FILE = "unclaimed_land.parquet"


def read_boundaries(folder: Path = DATA) -> gpd.GeoDataFrame:
    """Return the countries of the world.

    Territories that ISO 3166 gives no code have a code of its private range (``XAA`` to ``XZZ``);
    Hong Kong (``HKG``) and Macao (``MAC``) keep their own codes, apart from ``CHN``.

    Parameters
    ----------
    folder
        The folder of the data files.

    Returns
    -------
    gpd.GeoDataFrame
        Index ``iso3``, in order of the alphabet; ``name_en``, ``name_ko``; ``geometry``, valid
        multipolygons in longitude and latitude (EPSG:4326), cut at 180 degrees, that do not
        overlap.

    Raises
    ------
    DataFileError
        The file is missing or damaged.
    """
    return read_layer(folder / BOUNDARIES_FILE, ["name_en", "name_ko", "geometry"])


def read_disputed_lines(folder: Path = DATA) -> gpd.GeoDataFrame:
    """Return the borders that are not agreed upon.

    Parameters
    ----------
    folder
        The folder of the data files.

    Returns
    -------
    gpd.GeoDataFrame
        Index ``line``; ``kind`` (``disputed``, ``indefinite`` or ``line of control``);
        ``iso3_left`` and ``iso3_right``, the two holders; ``geometry`` (EPSG:4326).

    Raises
    ------
    DataFileError
        The file is missing or damaged.
    """
    return read_layer(folder / DISPUTED_FILE, ["kind", "iso3_left", "iso3_right", "geometry"])


def read_unclaimed_land(folder: Path = DATA) -> gpd.GeoDataFrame:
    """Return the land that belongs to no country of ``read_boundaries``.

    Parameters
    ----------
    folder
        The folder of the data files.

    Returns
    -------
    gpd.GeoDataFrame
        Index ``piece``; ``geometry`` (EPSG:4326).

    Raises
    ------
    DataFileError
        The file is missing or damaged.
    """
    return read_layer(folder / UNCLAIMED_FILE, ["geometry"])


def read_layer(path: Path, columns: list[str]) -> gpd.GeoDataFrame:
    """Return columns of a GeoParquet file that is as it was shipped.

    Raises
    ------
    DataFileError
        The file is missing, damaged, or another one.
    """
    check_file(path)
    try:
        return gpd.read_parquet(path)[columns]
    except (OSError, ValueError, KeyError, TypeError, NotImplementedError) as fault:
        words = Sentence(
            "the file cannot be read as GeoParquet with the columns {columns} ({reason})",
            columns=", ".join(columns),
            reason=str(fault),
        )
        raise DataFileError(path.name, words, remedy_for(path)) from fault
