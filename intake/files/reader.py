"""Reads the bytes of a file into layers, whatever of the known kinds it is."""

from dataclasses import dataclass, replace
from hashlib import sha256

from intake.files.archives import read_archive
from intake.files.csv_rows import csv_layer
from intake.files.geopackage_rows import geopackage_layers
from intake.files.json_features import geojson_layer
from intake.files.kinds import READ, ending_of, kind_of, kind_of_text
from intake.files.layers import Layer, Progress, RawFile, Refused, no_progress
from intake.files.limits import BROWSER, Limits
from intake.files.parquet_rows import parquet_layer
from intake.files.texts import Decoded, decoded
from intake.files.xml_features import xml_layers
from intake.sentence import Sentence


@dataclass(frozen=True, kw_only=True)
class Asked:
    """How a file is to be read: its name, for the words alone, limits, and an answer if any.

    ``encoding`` is the answer to the question of that key; empty to find out.
    """

    name: str
    limits: Limits = BROWSER
    encoding: str = ""


def read_layers(content: bytes, asked: Asked, progress: Progress = no_progress) -> RawFile:
    """Return what a file holds.

    Raises
    ------
    Refused
        It is none of the known kinds, is damaged or exceeds the limits.
    """
    raw = _read(content, asked, progress)
    if not any(len(layer.rows) for layer in raw.layers):
        raise Refused(Sentence("found no rows"), Sentence("Choose a file with rows in it."))
    changes = (*ending_of(asked.name, raw.kind), *raw.changes)
    return replace(raw, changes=changes, fingerprint=sha256(content).hexdigest())


def _read(content: bytes, asked: Asked, progress: Progress) -> RawFile:
    kind = kind_of(content)
    if kind == "zip":
        return read_archive(content, asked.limits, asked.encoding, progress)
    if kind == "GeoPackage":
        layers, changes = geopackage_layers(content, asked.limits, progress)
        return RawFile(kind=kind, layers=layers, changes=changes)
    if kind == "GeoParquet":
        return RawFile(kind=kind, layers=(parquet_layer(content, asked.limits, progress),))
    return _read_text(decoded(content, asked.encoding), asked, progress)


def _read_text(text: Decoded, asked: Asked, progress: Progress) -> RawFile:
    kind = kind_of_text(text.text)
    if kind == "XML":
        return xml_layers(text.text, asked.limits, progress)
    layer: Layer | None
    if kind == "GeoJSON":
        layer = geojson_layer(text.text.lstrip("\ufeff\x1e"), asked.limits, progress)
    else:
        layer = csv_layer(text.text, asked.limits, progress)
    if layer is None:
        raise Refused(Sentence("found no rows"), READ)
    return RawFile(
        kind=kind, layers=(layer,), encoding=text.encoding, encodings=text.possible,
        changes=_encoding_note(text.encoding),
    )  # fmt: skip


def _encoding_note(encoding: str) -> tuple[Sentence, ...]:
    if encoding in ("utf-8", "utf-8-sig"):
        return ()
    return (Sentence("The text was decoded from {encoding}.", encoding=encoding),)
