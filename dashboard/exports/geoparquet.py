"""Parquet: a zip with one file per table, two of them GeoParquet; what they mean is inside each."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any, Final

import geopandas as gpd
import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.exports.about import about_record
from dashboard.exports.packed import packed
from dashboard.exports.records import records
from dashboard.exports.shapes import shaped
from dashboard.language import speaking
from dashboard.publication.codebook import codebook

if TYPE_CHECKING:
    from dashboard.publication.publication import Publication, Table

KEY: Final = b"corridor_atlas"


def geoparquet(publication: Publication) -> bytes:
    """Return a zip of Parquet files: ``legs`` and ``waypoints`` as GeoParquet, the rest plain.

    The key ``corridor_atlas`` of each file's metadata holds what the file says of itself and the
    codebook of its columns, as JSON.
    """
    with speaking(publication.about.lang):
        files = {
            f"{table.name}.parquet": _file(publication, table)
            for table in publication.tables.values()
        }
    return packed(files)


def _file(publication: Publication, table: Table) -> bytes:
    rows = shaped(publication, table)
    arrow = _arrow(rows)
    told = about_record(publication) | {"codebook": records(codebook([table.schema]))}
    metadata = {**(arrow.schema.metadata or {}), KEY: json.dumps(told, ensure_ascii=False).encode()}
    out = io.BytesIO()
    pq.write_table(arrow.replace_schema_metadata(metadata), out, compression="zstd")
    return out.getvalue()


def _arrow(rows: Any) -> pa.Table:  # noqa: ANN401 - with shapes or without
    if not isinstance(rows, gpd.GeoDataFrame):
        return pa.Table.from_pandas(rows, preserve_index=False)
    written = io.BytesIO()
    rows.to_parquet(written, index=False)
    return pq.read_table(written)
