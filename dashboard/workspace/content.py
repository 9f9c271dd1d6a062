"""A workspace as bytes and back: one Arrow table per kind of record behind a short header."""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import pyarrow as pa

from dashboard.workspace.model import TABLES, workspace_of
from dashboard.workspace.schema import KEY, SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.workspace.model import Workspace

_SIZE: Final = struct.Struct(">I")


def packed(workspace: Workspace, about: Mapping[str, Any]) -> bytes:
    """Return a workspace as bytes, with a few words about it in front.

    Parameters
    ----------
    workspace
        What to pack.
    about
        What `about_packed` gives back; values that JSON can hold.
    """
    parts = [_table_bytes(workspace.table(name)) for name in TABLES]
    sizes = {name: len(part) for name, part in zip(TABLES, parts, strict=True)}
    head = json.dumps({"about": dict(about), "tables": sizes}).encode()
    return b"".join([_SIZE.pack(len(head)), head, *parts])


def about_packed(content: bytes) -> dict[str, Any]:
    """Return the words about a workspace, without reading it."""
    about: dict[str, Any] = _head(content)["about"]
    return about


def unpacked(content: bytes) -> Workspace:
    """Return the workspace that `packed` made bytes of.

    A table or column that an older version of the atlas did not have gets its defaults; records
    are checked as at the door.

    Raises
    ------
    RecordError
        A record does not fit: the bytes were made by another program.
    """
    start = _SIZE.size + _SIZE.unpack_from(content)[0]
    tables: dict[str, pd.DataFrame] = {}
    for name, size in _head(content)["tables"].items():
        if name in SCHEMAS:
            tables[name] = _table(content[start : start + size])
        start += size
    return workspace_of(tables)


def _head(content: bytes) -> dict[str, Any]:
    (size,) = _SIZE.unpack_from(content)
    head: dict[str, Any] = json.loads(content[_SIZE.size : _SIZE.size + size])
    return head


def _table_bytes(table: pd.DataFrame) -> bytes:
    arrow = pa.Table.from_pandas(table.reset_index(), preserve_index=False)
    bare = arrow.replace_schema_metadata(None)
    sink = pa.BufferOutputStream()
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    with pa.ipc.new_stream(sink, bare.schema, options=options) as writer:
        writer.write_table(bare)
    found: bytes = sink.getvalue().to_pybytes()
    return found


def _table(content: bytes) -> pd.DataFrame:
    arrow = pa.ipc.open_stream(content).read_all()
    columns = {name: arrow[name].to_pandas() for name in arrow.column_names}
    return pd.DataFrame(columns).set_index(KEY)
