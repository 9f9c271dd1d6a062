"""Reads the shapefiles of an archive, also those that lack a companion."""

import io
import struct
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import PurePosixPath
from typing import Any

import shapefile
import shapely
from shapely.geometry.base import BaseGeometry

from intake.errors import shown
from intake.files.features import Feature, Source, feature_of, layer_of_features
from intake.files.layers import Fault, Layer, Progress, RawFile, Refused
from intake.files.limits import Limits
from intake.files.shapes import DRAW_AGAIN, LINE_OR_POINT, shape_of
from intake.files.texts import Decoded, decoded
from intake.files.values import cell_text
from intake.sentence import Sentence

# Each byte is one letter of it: what the text really is, is found out afterwards.
BYTES = "latin-1"
PACK_ALL = Sentence("Pack the .shp, .shx, .dbf and .prj files of the same name together.")


def shapefile_layers(
    parts: Mapping[str, bytes], limits: Limits, encoding: str, progress: Progress
) -> RawFile:
    """Return each shapefile of an archive as a layer.

    Raises
    ------
    Refused
        There is no .shp, or one is damaged.
    """
    by_name = {name.lower(): content for name, content in parts.items()}
    stems = [name[: -len(".shp")] for name in by_name if name.endswith(".shp")]
    if not stems:
        raise Refused(Sentence("found a shapefile without its .shp"), PACK_ALL)
    layers: list[Layer] = []
    texts: list[Decoded] = []
    for stem in stems:
        own = {
            suffix: by_name.get(stem + suffix)
            for suffix in (".shp", ".shx", ".dbf", ".prj", ".cpg")
        }
        name = PurePosixPath(stem).name if len(stems) > 1 else ""
        rows, changes = _rows(own, PurePosixPath(stem).name, limits)
        text = _text(rows, own[".cpg"], encoding)
        texts.append(text)
        crs = (own[".prj"] or b"").decode("utf-8", "replace").strip()
        source = Source(
            limits=limits, progress=progress, name=name, crs=crs, total=len(rows), changes=changes
        )
        layers.append(layer_of_features(source, (_decoded(row, text.encoding) for row in rows)))
    doubtful = next((text for text in texts if text.possible), texts[0])
    return RawFile(
        kind="shapefile",
        layers=tuple(layers),
        encoding=doubtful.encoding,
        encodings=doubtful.possible,
    )


def _rows(
    own: Mapping[str, bytes | None], name: str, limits: Limits
) -> tuple[list[Feature], tuple[Sentence, ...]]:
    changes = tuple(
        Sentence(
            "{name}{suffix} is missing; what it holds was done without.", name=name, suffix=suffix
        )
        for suffix in (".shx", ".dbf", ".prj")
        if own[suffix] is None
    )
    try:
        reader = shapefile.Reader(
            shp=io.BytesIO(own[".shp"] or b""),
            shx=io.BytesIO(own[".shx"]) if own[".shx"] else None,
            dbf=io.BytesIO(own[".dbf"]) if own[".dbf"] else None,
            encoding=BYTES,
        )
        return list(_features(reader, limits, has_cells=own[".dbf"] is not None)), changes
    except (
        shapefile.ShapefileException,
        struct.error,
        ValueError,
        IndexError,
        KeyError,
        TypeError,
        OverflowError,
        OSError,
        EOFError,
    ) as error:
        raise Refused(
            Sentence(
                "the shapefile {name} is cut off or damaged ({reason})",
                name=name,
                reason=type(error).__name__,
            ),
            PACK_ALL,
        ) from error


def _features(reader: Any, limits: Limits, *, has_cells: bool) -> Iterator[Feature]:  # noqa: ANN401 - untyped library
    records = reader.iterRecords() if has_cells else None
    for number, shape in enumerate(reader.iterShapes(), start=1):
        record = next(records, None) if records is not None else None
        cells = {str(key): value for key, value in record.as_dict().items()} if record else {}
        yield _feature(cells, shape)
        if number > limits.features:
            return


def _feature(cells: Mapping[str, object], shape: Any) -> Feature:  # noqa: ANN401 - untyped library
    try:
        return feature_of(cells, partial(_shape, shape))
    except (ValueError, IndexError, TypeError, shapely.errors.ShapelyError) as error:
        fault = Fault(
            field="geometry", found=shown(str(error)), expected=LINE_OR_POINT, remedy=DRAW_AGAIN
        )
        return Feature(cells=cells, shape=None, fault=fault)


def _shape(shape: Any) -> BaseGeometry | None:  # noqa: ANN401 - untyped library
    if shape is None or shape.shapeType == shapefile.NULL or not len(shape.points):
        return None
    geometry = shape.__geo_interface__
    return shape_of(geometry["type"], geometry["coordinates"])


def _text(rows: list[Feature], code_page: bytes | None, encoding: str) -> Decoded:
    """Return how the bytes of the cells are to be read: as answered, as the .cpg says, or found."""
    cells = [
        cell_text(value) for row in rows for value in row.cells.values() if isinstance(value, str)
    ]
    names = [name for row in rows[:1] for name in row.cells]
    content = "\n".join([*names, *cells]).encode(BYTES)
    said = (code_page or b"").decode("ascii", "ignore").strip().lower()
    said = {"euc-kr": "cp949", "949": "cp949", "ms949": "cp949", "65001": "utf-8"}.get(said, said)
    for named in (encoding, said):
        if named:
            try:
                return decoded(content, named)
            except Refused:
                continue
    return decoded(content)


def _decoded(row: Feature, encoding: str) -> Feature:
    cells = {
        name.encode(BYTES).decode(encoding, "replace"): value.encode(BYTES).decode(
            encoding, "replace"
        )
        if isinstance(value, str)
        else value
        for name, value in row.cells.items()
    }
    return Feature(cells=cells, shape=row.shape, fault=row.fault)
