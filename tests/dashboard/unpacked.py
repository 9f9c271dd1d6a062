"""Every byte of a file, also of what is packed in it."""

import io
import sqlite3
import zipfile

import pyarrow.parquet as pq


def unpacked(body, name=""):
    """Yield the name and bytes of a file and, file by file, of what it holds; tables as text."""
    yield name, body
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            for member in archive.namelist():
                yield from unpacked(archive.read(member), f"{name}/{member}")
    elif body.startswith(b"SQLite"):
        with sqlite3.connect(":memory:") as database:
            database.deserialize(body)
            yield f"{name}/dump", "\n".join(database.iterdump()).encode()
        database.close()
    elif body.startswith(b"PAR1"):
        table = pq.read_table(io.BytesIO(body))
        yield f"{name}/rows", repr(table.to_pylist()).encode()
        yield f"{name}/schema", repr(table.schema.metadata).encode()
