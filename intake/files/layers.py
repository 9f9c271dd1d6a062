"""A file as it was read, before anything is understood: layers of text cells and shapes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from shapely.geometry.base import BaseGeometry

from intake.sentence import Sentence

Progress = Callable[[float], None]
# The way out of a file that is too much to be read at once.
LESS = Sentence("Split the file and read its parts.")


def no_progress(_share: float) -> None:
    """Tell nobody."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """Why a row cannot be taken: the field, what was found, what was expected, the way out."""

    field: str
    found: str
    expected: Sentence
    remedy: Sentence


@dataclass(frozen=True, kw_only=True)
class Layer:
    """One table of a file.

    Parameters
    ----------
    name
        Name of the layer, sheet or member; empty where a file has one alone.
    counted
        What a row is to the person who looks for it: ``line``, ``row`` or ``feature``.
    rows
        Number of each row as that person sees it, counted from 1.
    columns
        Text of each cell, by heading; empty where there is nothing.
    shapes
        One shape a row, None where there is none; no sequence at all where the file has cells only.
    shape_column
        The column that the shapes were read from, where they are written in one.
    faults
        What is wrong with a row, by its place from 0.
    crs
        What the coordinates are in: an authority's code or WKT, empty where the file does not say.
    changes
        What was converted or dropped.
    """

    name: str = ""
    counted: str = "row"
    rows: Sequence[int]
    columns: Mapping[str, Sequence[str]]
    shapes: Sequence[BaseGeometry | None] | None = None
    shape_column: str = ""
    faults: Mapping[int, Fault] = field(default_factory=dict)
    crs: str = ""
    changes: tuple[Sentence, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RawFile:
    """All layers of a file.

    Parameters
    ----------
    kind
        What the file is, such as ``GeoJSON``.
    layers
        Its tables.
    changes
        What was converted or dropped in the file as a whole.
    encoding
        How its text was decoded; empty where its format fixes that.
    encodings
        Where no decoding is certain: how the text begins in each that is possible.
    fingerprint
        SHA-256 of the bytes, by which a file is known again under another name.
    """

    kind: str
    layers: tuple[Layer, ...]
    changes: tuple[Sentence, ...] = ()
    encoding: str = ""
    encodings: Mapping[str, str] = field(default_factory=dict)
    fingerprint: str = ""


class Refused(Exception):  # noqa: N818 - named for what it is
    """A file that is not read at all: what was found, and what to do."""

    def __init__(self, fault: Sentence, remedy: Sentence) -> None:
        self.fault = fault
        self.remedy = remedy
        super().__init__(fault)
