"""Carries layers from the process that reads to the one that asked: data, nothing that runs."""

import io
import json
import re
import struct
from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow as pa
import shapely

from intake.files.layers import Fault, Layer, RawFile, Refused
from intake.sentence import Sentence

LENGTH = struct.Struct(">Q")
# A placeholder with more than a name in it could make format() do more than fill in.
PLAIN_TEMPLATE = re.compile(r"(?:[^{}]|\{\w+\})*")
ROW, SHAPE = "row", "shape"


def packed(raw: RawFile) -> bytes:
    """Return a file that was read as bytes, which ``unpacked`` reads."""
    header = {
        "kind": raw.kind,
        "changes": [_words(one) for one in raw.changes],
        "encoding": raw.encoding,
        "fingerprint": raw.fingerprint,
        "encodings": dict(raw.encodings),
        "layers": [_header(layer) for layer in raw.layers],
    }
    return b"".join(_framed(part) for part in (_json(header), *(_body(one) for one in raw.layers)))


def packed_refusal(refused: Refused) -> bytes:
    """Return a refusal as bytes, which ``unpacked`` raises."""
    return _framed(_json({"fault": _words(refused.fault), "remedy": _words(refused.remedy)}))


def unpacked(content: bytes) -> RawFile:
    """Return what ``packed`` made bytes of.

    Raises
    ------
    Refused
        The other process refused the file.
    ValueError
        The bytes are not what it writes.
    """
    parts = list(_frames(content))
    if not parts:
        raise ValueError("nothing came back")
    header = json.loads(parts[0])
    if "fault" in header:
        raise Refused(_sentence(header["fault"]), _sentence(header["remedy"]))
    layers = zip(header["layers"], parts[1:], strict=True)
    return RawFile(
        kind=str(header["kind"]),
        layers=tuple(_layer(*layer) for layer in layers),
        changes=tuple(_sentence(one) for one in header["changes"]),
        encoding=str(header["encoding"]),
        encodings=header["encodings"],
        fingerprint=str(header["fingerprint"]),
    )


def _header(layer: Layer) -> dict[str, Any]:
    return {
        "name": layer.name,
        "counted": layer.counted,
        "columns": list(layer.columns),
        "shapes": layer.shapes is not None,
        "shape_column": layer.shape_column,
        "crs": layer.crs,
        "changes": [_words(one) for one in layer.changes],
        "faults": [
            [place, fault.field, *map(_words, (fault.found, fault.expected, fault.remedy))]
            for place, fault in layer.faults.items()
        ],
    }


def _body(layer: Layer) -> bytes:
    # Texts as bytes: JSON may hold half a letter, which is no UTF-8.
    columns: list[pa.Array] = [
        pa.array([cell.encode("utf-8", "surrogatepass") for cell in column], pa.large_binary())
        for column in layer.columns.values()
    ]
    names = [str(at) for at in range(len(columns))]
    columns.append(pa.array(list(layer.rows), pa.int64()))
    if layer.shapes is not None:
        shapes = np.array([*layer.shapes, None], dtype=object)[:-1]
        columns.append(pa.array(shapely.to_wkb(shapes).tolist(), pa.large_binary()))
    table = pa.table(columns, names=[*names, ROW, *([SHAPE] if layer.shapes is not None else [])])
    out = io.BytesIO()
    with pa.ipc.new_stream(out, table.schema) as stream:
        stream.write_table(table)
    return out.getvalue()


def _layer(header: dict[str, Any], body: bytes) -> Layer:
    table = pa.ipc.open_stream(body).read_all()
    table.validate(full=True)
    columns = {
        str(name): [
            cell.decode("utf-8", "surrogatepass") for cell in table.column(str(at)).to_pylist()
        ]
        for at, name in enumerate(header["columns"])
    }
    shapes = None
    if header["shapes"]:
        shapes = list(
            shapely.from_wkb(np.array([*table.column(SHAPE).to_pylist(), None], dtype=object))[:-1]
        )
    return Layer(
        name=str(header["name"]),
        counted=str(header["counted"]),
        rows=table.column(ROW).to_pylist(),
        columns=columns,
        shapes=shapes,
        faults={int(fault[0]): _fault(*fault[1:]) for fault in header["faults"]},
        shape_column=str(header["shape_column"]),
        crs=str(header["crs"]),
        changes=tuple(_sentence(one) for one in header["changes"]),
    )


def _fault(field: str, found: Any, expected: Any, remedy: Any) -> Fault:  # noqa: ANN401 - from JSON
    return Fault(
        field=field, found=_value(found), expected=_sentence(expected), remedy=_sentence(remedy)
    )


def _words(text: object) -> object:
    """Return a sentence as its template and parts, anything else as it is."""
    if isinstance(text, Sentence):
        return [text.template, {name: _words(part) for name, part in text.parts.items()}]
    return text


def _value(words: Any) -> Any:  # noqa: ANN401 - from JSON
    return _sentence(words) if isinstance(words, list) else words


def _sentence(words: Any) -> Sentence:  # noqa: ANN401 - from JSON
    template, parts = words
    if not PLAIN_TEMPLATE.fullmatch(template):
        raise ValueError("a sentence that is more than words and names")
    return Sentence(template, **{name: _value(part) for name, part in parts.items()})


def _json(value: object) -> bytes:
    return json.dumps(value).encode()


def _framed(part: bytes) -> bytes:
    return LENGTH.pack(len(part)) + part


def _frames(content: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(content):
        if at + LENGTH.size > len(content):
            raise ValueError("cut off")
        (length,) = LENGTH.unpack_from(content, at)
        at += LENGTH.size
        if at + length > len(content):
            raise ValueError("cut off")
        yield content[at : at + length]
        at += length
