"""Makes the tables of legs and places of what was understood, and of the rows that were not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from intake.files.attributes import Value
from intake.files.findings import Findings
from intake.files.outlines import LINES

CRS = "EPSG:4326"
LEG_COLUMNS = {
    "corridor": "corridor_id",
    "seq": "seq",
    "from": "from_name",
    "to": "to_name",
    "name": "name",
    "mode": "mode",
    "standing": "standing",
    "countries_declared": "countries_declared",
    "date": "date",
    "score": "score",
    "note": "note",
}
PLACE_COLUMNS = ("name", "countries_declared", "date", "note")


@dataclass(frozen=True, kw_only=True)
class Understood:
    """One layer on its way: cells by field, own columns, shapes, and what was found.

    Parameters
    ----------
    findings
        What was found; a row with a fault is not taken.
    mapping
        Column of each field.
    cells, own
        Text of each row, by field and by heading of every column that is none.
    shapes
        Shape of each row (EPSG:4326), None where it has none.
    """

    findings: Findings
    mapping: Mapping[str, str]
    cells: Mapping[str, Sequence[str]]
    own: Mapping[str, Sequence[str]]
    shapes: NDArray[np.object_]


def legs_and_places(
    layers: Sequence[Understood],
    values: Sequence[Mapping[str, Sequence[Value]]],
    ids: Sequence[Sequence[str]],
) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Return the good rows of all layers: those with a line, and those with a point.

    Parameters
    ----------
    layers
        What was understood of each layer.
    values
        Of each layer, the values of each field by row, as ``attributes`` returns them.
    ids
        Of each layer, the id of each row.

    Returns
    -------
    tuple
        The tables ``legs`` and ``places`` of ``Intake``.
    """
    frames = [_frame(*parts) for parts in zip(layers, values, ids, strict=True)]
    whole = pd.concat(frames, ignore_index=True)
    is_line = np.array([shape.geom_type in LINES for shape in whole["geometry"]], dtype=bool)
    legs = _indexed(whole[is_line], "leg_id", list(LEG_COLUMNS.values()))
    places = _indexed(whole[~is_line], "place_id", list(PLACE_COLUMNS))
    return legs, places


def _frame(
    layer: Understood, values: Mapping[str, Sequence[Value]], ids: Sequence[str]
) -> pd.DataFrame:
    """Return the good rows of a layer, with every column."""
    size = len(layer.shapes)
    good = np.array([place not in layer.findings.faults for place in range(size)], dtype=bool)
    columns: dict[str, object] = {"id": list(ids)}
    for field, column in LEG_COLUMNS.items():
        columns[column] = pd.Series(
            list[Any](values.get(field, [None] * size)), dtype=_dtype(field)
        )
    columns["layer"] = layer.findings.layer.name
    columns["row"] = list(layer.findings.layer.rows)
    for name, cells in layer.own.items():
        taken = name in columns or name in ("geometry", "leg_id", "place_id")
        columns[f"{name} (own)" if taken else name] = pd.Series(list(cells), dtype="str")
    columns["geometry"] = pd.Series(list(layer.shapes), dtype=object)
    return pd.DataFrame(columns)[good]


def _dtype(field: str) -> str:
    return {"seq": "Int64", "score": "Float64"}.get(field, "string")


def _indexed(rows: pd.DataFrame, key: str, fixed: list[str]) -> gpd.GeoDataFrame:
    own = [
        name
        for name in rows.columns
        if name not in {"id", "geometry", *LEG_COLUMNS.values(), "layer", "row"}
    ]
    more = [name for name in LEG_COLUMNS.values() if name not in fixed and rows[name].notna().any()]
    kept = [*more, *(name for name in own if (rows[name].fillna("") != "").any())]
    table = rows[["id", *fixed, "layer", "row", *kept, "geometry"]].rename(columns={"id": key})
    return gpd.GeoDataFrame(table.set_index(key), geometry="geometry", crs=CRS)


def bad_rows(findings: Findings) -> pd.DataFrame:
    """Return the rows of a layer that were set aside, as they stand in the file, index ``row``.

    All text, one column per heading; shapes that stand in no column are WKT in ``geometry``.
    """
    layer = findings.layer
    bad = sorted(findings.faults)
    cells = {name: [column[place] for place in bad] for name, column in layer.columns.items()}
    if layer.shapes is not None and not layer.shape_column:
        typed = cells.get("geometry", [""] * len(bad))
        shapes = [layer.shapes[place] for place in bad]
        cells["geometry"] = [
            text if shape is None else shapely.to_wkt(shape)
            for text, shape in zip(typed, shapes, strict=True)
        ]
    index = pd.Index([layer.rows[place] for place in bad], name="row")
    return pd.DataFrame(cells, index=index, dtype="str")
