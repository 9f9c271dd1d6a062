"""Reads GeoParquet, and Parquet without shapes as a table."""

import json
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from intake.errors import shown
from intake.files.cell_tables import Sheet, layer_of_cells
from intake.files.features import Feature, Source, layer_of_features, too_many
from intake.files.layers import Fault, Layer, Progress, Refused
from intake.files.limits import MB, Limits
from intake.files.shapes import DRAW_AGAIN, LINE_OR_POINT
from intake.files.values import cell_text
from intake.sentence import Sentence

BATCH_ROWS = 5_000
SAVE_AGAIN = Sentence("Save it again as GeoParquet.")


def parquet_layer(content: bytes, limits: Limits, progress: Progress) -> Layer:
    """Return the rows of a Parquet file, counted from 1.

    Raises
    ------
    Refused
        The file is damaged, exceeds the limits, or keeps its shapes in another way than WKB.
    """
    try:
        return _layer(pq.ParquetFile(pa.BufferReader(content)), limits, progress)
    except (
        pa.ArrowException,
        OSError,
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        AttributeError,
    ) as error:
        raise Refused(
            Sentence(
                "the Parquet file is cut off or damaged ({reason})", reason=type(error).__name__
            ),
            SAVE_AGAIN,
        ) from error


def _layer(file: pq.ParquetFile, limits: Limits, progress: Progress) -> Layer:
    header = file.metadata
    unpacked = sum(header.row_group(at).total_byte_size for at in range(header.num_row_groups))
    for what, found, limit in (
        (Sentence("features"), header.num_rows, limits.features),
        (Sentence("columns"), header.num_columns, limits.columns),
        (Sentence("unpacked megabytes"), unpacked // MB, limits.unpacked_bytes // MB),
    ):
        if found > limit:
            raise too_many(what, found, limit, header.num_rows)
    geo = json.loads((header.metadata or {}).get(b"geo", b"{}"))
    if not geo:
        return _table(file, limits)
    column = str(geo["primary_column"])
    described = geo["columns"][column]
    if described["encoding"] != "WKB":
        raise Refused(
            Sentence(
                "found shapes encoded as {encoding}, expected WKB",
                encoding=shown(str(described["encoding"])),
            ),
            SAVE_AGAIN,
        )
    source = Source(limits=limits, progress=progress, crs=_crs(described), total=header.num_rows)
    return layer_of_features(source, _features(file, column))


def _features(file: pq.ParquetFile, column: str) -> Iterator[Feature]:
    for row in _rows(file):
        yield _feature({name: value for name, value in row.items() if name != column}, row[column])


def _rows(file: pq.ParquetFile) -> Iterator[dict[str, Any]]:
    for batch in file.iter_batches(batch_size=BATCH_ROWS, use_threads=False):
        yield from batch.to_pylist()


def _feature(cells: dict[str, object], content: bytes | None) -> Feature:
    if content is None:
        return Feature(cells=cells, shape=None)
    try:
        shape = shapely.from_wkb(content)
    except (shapely.errors.ShapelyError, TypeError, ValueError) as error:
        fault = Fault(
            field="geometry", found=shown(str(error)), expected=LINE_OR_POINT, remedy=DRAW_AGAIN
        )
        return Feature(cells=cells, shape=None, fault=fault)
    return Feature(cells=cells, shape=None if shape.is_empty else shape)


def _table(file: pq.ParquetFile, limits: Limits) -> Layer:
    names = list(file.schema_arrow.names)
    rows = enumerate(([cell_text(row[name]) for name in names] for row in _rows(file)), start=1)
    sheet = Sheet(name="", counted="row", limits=limits)
    layer = layer_of_cells(sheet, [(0, names), *rows])
    if layer is None:
        raise Refused(Sentence("found no rows"), SAVE_AGAIN)
    return layer


def _crs(described: dict[str, Any]) -> str:
    # GeoParquet without the key is longitude and latitude; with null, it does not say.
    if "crs" not in described:
        return "OGC:CRS84"
    crs = described["crs"]
    identifier = crs.get("id") if isinstance(crs, dict) else None
    if identifier:
        return f"{identifier['authority']}:{identifier['code']}"
    return json.dumps(crs) if crs else ""
