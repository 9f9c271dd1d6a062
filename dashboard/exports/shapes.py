"""Tables with their shapes and with real types: what is missing is null, a day is a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd

from dashboard.publication.codebook import column_type

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandera.pandas as pa
    import shapely

    from dashboard.publication.publication import Publication, Table

_CRS = "EPSG:4326"


def shaped(publication: Publication, table: Table) -> pd.DataFrame:
    """Return the rows of a table; of legs and waypoints as a GeoDataFrame in EPSG:4326."""
    rows = _typed(table)
    if table.name == "legs":
        lines = publication.lines.geometry.loc[rows["leg_id"]].to_numpy()
        return _with(rows, lines)
    if table.name == "waypoints":
        points = gpd.points_from_xy(rows["lon"], rows["lat"])
        return _with(rows, points)
    return rows


def _with(rows: pd.DataFrame, shapes: Sequence[shapely.Geometry]) -> pd.DataFrame:
    found: pd.DataFrame = gpd.GeoDataFrame(rows, geometry=shapes, crs=_CRS)
    return found


def _typed(table: Table) -> pd.DataFrame:
    return table.rows.assign(
        **{name: _cells(table.rows[name], column) for name, column in table.schema.columns.items()}
    )


def _cells(cells: pd.Series, column: pa.Column) -> pd.Series:
    kind = column_type(column)
    if kind == "date":
        return pd.to_datetime(cells.mask(cells == "")).dt.date
    return cells.mask(cells == "") if kind == "string" else cells
