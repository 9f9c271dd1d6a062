"""Checks records at the door, once: whatever enters a workspace has passed here."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any, Final, cast

import numpy as np
import pandas as pd
import pandera.pandas as pa
import shapely

from analysis.leg_terms import PROTECTION
from dashboard.publication.precision import PUBLIC, RECORD_CLASS
from dashboard.workspace.errors import RecordError
from dashboard.workspace.schema import DEFAULTS, KEY, SCHEMAS
from intake.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

_WHOLE: Final = ("int64", "Int64")
_LINES: Final = (shapely.GeometryType.LINESTRING, shapely.GeometryType.MULTILINESTRING)
_NOISE: Final = 1e-9


def new_ids(count: int) -> pd.Index:
    """Return so many random record ids."""
    return pd.Index([str(uuid.uuid4()) for _ in range(count)], dtype="str", name=KEY)


def checked(name: str, records: pd.DataFrame) -> pd.DataFrame:
    """Return records as their table holds them: all its columns, in its order, checked.

    Parameters
    ----------
    name
        Name of the table, one of `SCHEMAS`.
    records
        Index ``record_id``; columns that are absent get their default.

    Raises
    ------
    RecordError
        The first cell that does not fit; an unknown column; an id that stands twice.
    """
    schema = SCHEMAS[name]
    if unknown := [column for column in records.columns if column not in schema.columns]:
        expected = Sentence("one of {words}", words=", ".join(schema.columns))
        raise RecordError(name, "1", column="?", found=unknown[0], expected=expected)
    cells = {
        column: _typed(name, records, column, declared)
        for column, declared in schema.columns.items()
    }
    index = pd.Index(records.index.astype("str"), dtype="str", name=KEY)
    table = pd.DataFrame(cells, index=index)
    if table.empty:
        return table
    _refuse_failed(name, table, schema)
    if name == "legs":
        _check_legs(table)
    if "lon" in table:
        _check_public(name, table.index, table[["lon", "lat"]].to_numpy(), table[RECORD_CLASS])
    return table


def line_shapes(legs: pd.DataFrame) -> np.ndarray[Any, Any]:
    """Return the shape of each leg's line; None where the text is none."""
    given = legs["line"].to_numpy(dtype=object)
    with np.errstate(invalid="ignore"):  # a NaN in the text; its bounds refuse it
        shapes: np.ndarray[Any, Any] = shapely.from_wkt(given, on_invalid="ignore")
    return shapes


def _typed(name: str, records: pd.DataFrame, column: str, declared: pa.Column) -> pd.Series:
    given = records[column] if column in records else pd.Series(index=records.index, dtype=object)
    if (declared.metadata or {})["reads_as"] == "text":
        return given.astype(object).where(given.notna(), DEFAULTS.get(column, "")).astype("str")
    if column in DEFAULTS:
        given = given.astype(object).where(given.notna(), DEFAULTS[column])
    numbers = pd.to_numeric(given, errors="coerce")
    whole = str(declared.dtype) in _WHOLE
    off = numbers.isna() & (given.notna() | (not declared.nullable))
    off |= ~np.isfinite(numbers.fillna(0)) | (whole & (numbers.fillna(0) % 1 != 0))
    if off.any():
        _refuse(name, given[off], column)
    return numbers.astype(cast("Any", str(declared.dtype)))


def _refuse_failed(name: str, table: pd.DataFrame, schema: pa.DataFrameSchema) -> None:
    if table.index.has_duplicates:
        twice = table.index[table.index.duplicated()][0]
        raise RecordError(
            name, twice, column=KEY, found=twice, expected=Sentence("an id used once")
        )
    try:
        schema.validate(table, lazy=True)
    except pa.errors.SchemaErrors as error:
        case = error.failure_cases.iloc[0]
        record, column = case["index"], str(case["column"])
    else:
        return
    # Raised outside the handler: the cause would carry the records into a traceback.
    if column not in schema.columns:
        raise RecordError(name, record, column=KEY, found=record, expected=Sentence("a UUID"))
    _refuse(name, table.loc[[record], column], column)


def _refuse(name: str, bad: pd.Series, column: str) -> None:
    expected = (SCHEMAS[name].columns[column].metadata or {})["expected"]
    found = bad.iloc[0]
    raise RecordError(name, bad.index[0], column=column, found=found, expected=expected)


def _check_legs(legs: pd.DataFrame) -> None:
    """Refuse a line that is none, and protection by nobody."""
    shapes = line_shapes(legs)
    kinds = np.isin(shapely.get_type_id(shapes), _LINES)
    bounds = shapely.bounds(shapes)
    limits = np.array([180.0, 90.0, 180.0, 90.0])
    inside = np.isfinite(bounds).all(axis=1) & (np.abs(np.nan_to_num(bounds)) <= limits).all(axis=1)
    good = kinds & inside & (shapely.length(shapes) > 0)
    _refuse_legs(legs, ~good, "line", _LINE)
    alone = (legs["standing"] == PROTECTION) & (legs["protected_by"] == "")
    _refuse_legs(legs, alone.to_numpy(), "protected_by", _PROTECTOR)
    at, leg = shapely.get_coordinates(shapes, return_index=True)
    _check_public("legs", legs.index[leg], at, legs[RECORD_CLASS].iloc[leg])


_LINE: Final = Sentence(
    "a LINESTRING or MULTILINESTRING as WKT with two different points, longitude within 180 and "
    "latitude within 90 degrees"
)
_PROTECTOR: Final = Sentence("the country that protects, where the standing is protection")
_COARSE: Final = Sentence("at most one decimal of a degree in a record of the class public")


def _refuse_legs(legs: pd.DataFrame, bad: Any, column: str, expected: str) -> None:  # noqa: ANN401
    if bad.any():
        first = legs[bad].iloc[0]
        raise RecordError("legs", first.name, column=column, found=first[column], expected=expected)


def _check_public(name: str, ids: pd.Index, at: Sequence[Any] | Any, classes: pd.Series) -> None:  # noqa: ANN401
    """Refuse a public record whose coordinates are finer than its class."""
    fine = (np.abs(at - np.round(at, PUBLIC.decimals or 0)) > _NOISE).any(axis=1)
    off = fine & (classes == PUBLIC.name).to_numpy()
    if off.any():
        found = ", ".join(f"{number:g}" for number in at[off][0])
        raise RecordError(name, ids[off][0], column=RECORD_CLASS, found=found, expected=_COARSE)
