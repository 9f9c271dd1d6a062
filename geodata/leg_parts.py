"""Goes through the lines of a GeoParquet file part by part, however large the file is.

No more than one part is in memory. Row groups of any size will do: the pages of a column are read
one after the other, and what stands before a part is passed over.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pyproj
import shapely
from numpy.typing import NDArray

from geodata.leg_files import id_column, id_text, lines_of_table, refuse_id
from geodata.leg_formats import (
    PARQUET_MAGIC,
    LegTable,
    RefusedError,
    first_bytes,
    kind_of,
    named_faults,
)

# A part of so many legs, with forty vertices each, takes some 200 MB while it is worked on. Where
# there are several, none has less than half: too many to be cut without the index, as the whole.
LEGS_AT_ONCE = 50_000

# Rows that are unpacked together, and bytes of a column that are read together.
BATCH_ROWS = 5_000
BUFFER_BYTES = 1 << 20

# Ids that are compared together.
IDS_AT_ONCE = 1_000_000


@dataclass(frozen=True, kw_only=True)
class LegPart:
    """Rows of a file: from ``start`` to before ``stop``, counted from 0."""

    start: int
    stop: int


@dataclass(frozen=True, kw_only=True)
class _Layout:
    """Where a file keeps its lines: the columns of shapes and ids, and the coordinate system.

    ``id_range`` are the ids where pandas has kept them as a range in the file's header.
    """

    rows: int
    shapes: str
    crs: pyproj.CRS
    ids: str | None
    id_range: range | None

    @property
    def columns(self) -> list[str]:
        """The columns to read."""
        ids = [] if self.ids is None or self.id_range is not None else [self.ids]
        return [self.shapes, *ids]


def leg_parts(path: Path, *, at_most: int = LEGS_AT_ONCE) -> list[LegPart]:
    """Return the parts of a file, all about as large, in the order of its rows.

    Parameters
    ----------
    path
        A GeoParquet file with shapes as WKB.
    at_most
        Most rows of a part.

    Raises
    ------
    DataFileError
        The file is missing, damaged or of another kind.
    """
    with _opened(path) as file:
        rows = _layout(file).rows
    parts = max(-(-rows // at_most), 1)
    bounds = (rows * number // parts for number in range(parts + 1))
    return [LegPart(start=start, stop=stop) for start, stop in pairwise(bounds)]


def read_leg_part(path: Path, part: LegPart) -> gpd.GeoDataFrame:
    """Return some lines of a file, as ``geodata.leg_files.read_leg_lines`` returns all of them.

    That no id stands in two parts is for ``refuse_repeated_ids`` to say.

    Parameters
    ----------
    path
        A GeoParquet file with shapes as WKB.
    part
        Which rows.

    Raises
    ------
    DataFileError
        As ``read_leg_lines`` raises it.
    """
    with _opened(path) as file:
        layout = _layout(file)
        schema = pa.schema([file.schema_arrow.field(name) for name in layout.columns])
        rows = pa.Table.from_batches(_batches(file, layout.columns, part), schema)
        table = LegTable(
            columns=_id_cells(rows, layout, part),
            geometry=np.asarray(shapely.from_wkb(rows[layout.shapes].to_numpy()), dtype=object),
            crs=layout.crs,
        )
    return lines_of_table(table, path, first_row=part.start)


def refuse_repeated_ids(path: Path, scratch: Path) -> None:
    """Refuse a file in which two legs have the same id, or one has none.

    Parameters
    ----------
    path
        A GeoParquet file.
    scratch
        A file to write for the check, 8 bytes for each leg.

    Raises
    ------
    DataFileError
        Names the row, and the one that it repeats.
    """
    with _opened(path) as file:
        layout = _layout(file)
        if len(layout.columns) == 1 or not layout.rows:
            return
        marks = np.memmap(scratch, dtype=np.uint64, mode="w+", shape=layout.rows)
        for row, ids in _ids(file, layout):
            marks[row : row + len(ids)] = _marks(ids)
        marks.sort()
        for row in range(0, layout.rows, IDS_AT_ONCE):
            near = marks[row : row + IDS_AT_ONCE + 1]
            alike = near[1:][near[1:] == near[:-1]]
            if alike.size:
                _refuse_the_same(path, _ids(file, layout), str(layout.ids), alike)


@contextmanager
def _opened(path: Path) -> Iterator[pq.ParquetFile]:
    head = first_bytes(path)
    with named_faults(path):
        if not head.startswith(PARQUET_MAGIC):
            raise RefusedError(
                f"found {kind_of(head)}, expected GeoParquet, which is read in parts"
            )
        with pq.ParquetFile(path, buffer_size=BUFFER_BYTES, pre_buffer=False) as file:
            yield file


def _layout(file: pq.ParquetFile) -> _Layout:
    geo = _header(file, b"geo")
    if not geo:
        raise RefusedError("found Parquet without shapes, expected GeoParquet")
    shapes = geo["primary_column"]
    column = geo["columns"][shapes]
    if column["encoding"] != "WKB":
        raise RefusedError(f"found shapes encoded as {column['encoding']}, expected WKB")
    crs = column.get("crs", "OGC:CRS84")
    if crs is None:
        raise RefusedError("found no coordinate system, expected the file to name one")
    ranges = {
        each["name"]: range(each["start"], each["stop"], each["step"])
        for each in _header(file, b"pandas").get("index_columns", [])
        if isinstance(each, dict)
    }
    ids = id_column({*file.schema_arrow.names, *ranges})
    return _Layout(
        rows=file.metadata.num_rows,
        shapes=shapes,
        crs=pyproj.CRS(crs),
        ids=ids,
        id_range=ranges.get(ids),
    )


def _header(file: pq.ParquetFile, key: bytes) -> dict[str, Any]:
    return dict(json.loads((file.schema_arrow.metadata or {}).get(key, b"{}")))


def _batches(file: pq.ParquetFile, columns: list[str], part: LegPart) -> Iterator[pa.RecordBatch]:
    groups = range(file.num_row_groups)
    size = np.array([file.metadata.row_group(group).num_rows for group in groups], dtype=int)
    first = np.cumsum(size) - size
    touched = np.flatnonzero((first < part.stop) & (first + size > part.start)).tolist()
    if not touched:
        return
    row = int(first[touched[0]])
    for batch in file.iter_batches(BATCH_ROWS, row_groups=touched, columns=columns):
        low, high = max(part.start - row, 0), min(part.stop - row, len(batch))
        if low < high:
            yield batch.slice(low, high - low)
        row += len(batch)
        if row >= part.stop:
            return


def _id_cells(rows: pa.Table, layout: _Layout, part: LegPart) -> dict[str, list[object]]:
    if layout.ids is None:
        return {}
    if layout.id_range is not None:
        return {layout.ids: list(layout.id_range[part.start : part.stop])}
    return {layout.ids: list(rows[layout.ids].to_pandas())}


def _ids(file: pq.ParquetFile, layout: _Layout) -> Iterator[tuple[int, list[str]]]:
    """Yield the ids of the file, some at once, with the number of rows before them."""
    row = 0
    for batch in file.iter_batches(BATCH_ROWS, columns=layout.columns[1:]):
        ids = [id_text(cell) for cell in batch.column(0).to_pandas()]
        yield row, ids
        row += len(ids)


def _marks(ids: list[str]) -> NDArray[np.uint64]:
    return pd.util.hash_array(np.array(ids, dtype=object))


def _refuse_the_same(
    path: Path, ids: Iterator[tuple[int, list[str]]], name: str, marks: NDArray[np.uint64]
) -> None:
    """Refuse the first id with one of the marks that is there again; two may share a mark."""
    seen: dict[str, int] = {}
    for row, some in ids:
        for place in np.flatnonzero(np.isin(_marks(some), marks)):
            refuse_id(path, (name, some[place]), row + int(place), seen)
