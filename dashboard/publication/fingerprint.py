"""The fingerprint of a publication: SHA-256 of what leaves, of the version and of the settings."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import shapely

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import geopandas as gpd

    from dashboard.publication.publication import Table


def fingerprint(said: Sequence[str], tables: Iterable[Table], lines: gpd.GeoDataFrame) -> str:
    """Return the SHA-256, in hexadecimal digits, of texts, tables and lines.

    It is of what leaves, not of what was read: nothing that is withheld can move it.

    Parameters
    ----------
    said
        Version, class and settings, in a fixed order.
    tables
        In their order; every cell counts as it would be written.
    lines
        On the grid.
    """
    digest = hashlib.sha256("\n".join(said).encode())
    for table in tables:
        digest.update(f"\n{table.name}\n".encode())
        digest.update(table.rows.to_csv(index=False, lineterminator="\n").encode())
    for leg_id, shape in lines.geometry.items():
        digest.update(f"\n{leg_id}\n".encode() + shapely.to_wkb(shape, byte_order=1))
    return digest.hexdigest()
