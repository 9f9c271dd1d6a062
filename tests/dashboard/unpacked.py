"""Every byte of a file, also of what is packed in it."""

import io
import sqlite3
import zipfile

import pyarrow.parquet as pq
import pypdfium2


def unpacked(body, name=""):
    """Yield the name and bytes of a file and, file by file, of what it holds.

    Tables come as text, and so do the pages of a PDF, without a gap: lines break inside words.
    """
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
    elif body.startswith(b"%PDF"):
        with pypdfium2.PdfDocument(body) as document:
            for number, page in enumerate(document, start=1):
                told = "".join(page.get_textpage().get_text_range().split())
                yield f"{name}/page {number}", told.encode()
    elif body.startswith(b"PAR1"):
        table = pq.read_table(io.BytesIO(body))
        yield f"{name}/rows", repr(table.to_pylist()).encode()
        yield f"{name}/schema", repr(table.schema.metadata).encode()
