"""Makes a layer of features: cells by name and a shape each, heights dropped and said."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from intake.files.layers import LESS, Fault, Layer, Progress, Refused
from intake.files.limits import Limits
from intake.files.shapes import ShapeFault
from intake.files.values import cell_text
from intake.sentence import Sentence

FEATURES_A_STEP = 5_000


@dataclass(frozen=True, kw_only=True)
class Feature:
    """One row of a file of shapes.

    Parameters
    ----------
    cells
        Values by name, as the file types them.
    shape
        In the coordinates of the file; None where there is none, or none can be made.
    fault
        What is wrong with the row; it is then set aside.
    """

    cells: Mapping[str, object]
    shape: BaseGeometry | None
    fault: Fault | None = None


def feature_of(cells: Mapping[str, object], shape: Callable[[], BaseGeometry | None]) -> Feature:
    """Return a feature with the shape that is made, or with what is wrong with it.

    A ``ShapeFault`` of ``shape`` becomes the ``fault`` of the feature.
    """
    try:
        return Feature(cells=cells, shape=shape())
    except ShapeFault as fault:
        return Feature(cells=cells, shape=None, fault=fault.fault)


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where features come from.

    Parameters
    ----------
    limits, progress
        What must not be exceeded, and whom to tell how far it is.
    counted
        What a row is to a person: ``feature`` or ``line``.
    name, crs
        Name of the layer and what its coordinates are in.
    total
        How many features there are, for the progress.
    rows
        Number of each row where they are not 1, 2, 3 …
    changes
        What was converted or dropped before.
    """

    limits: Limits
    progress: Progress
    counted: str = "feature"
    name: str = ""
    crs: str = ""
    total: int = 0
    rows: Sequence[int] = ()
    changes: tuple[Sentence, ...] = ()


def layer_of_features(source: Source, features: Iterable[Feature]) -> Layer:
    """Return features as a layer, with a column for every name that one of them has.

    Raises
    ------
    Refused
        There are more features, vertices or columns than the limits allow.
    """
    limits = source.limits
    kept: list[Feature] = []
    vertices = 0
    for feature in islice(features, limits.features + 1):
        kept.append(feature)
        if feature.shape is not None:
            vertices += int(shapely.get_num_coordinates(feature.shape))
        _refuse(Sentence("vertices"), vertices, limits.vertices, len(kept))
        if len(kept) % FEATURES_A_STEP == 0:
            source.progress(len(kept) / max(source.total, len(kept)))
    _refuse(Sentence("features"), len(kept), limits.features, len(kept))
    return _layer(source, kept)


def _layer(source: Source, kept: list[Feature]) -> Layer:
    names = list(dict.fromkeys(str(name) for feature in kept for name in feature.cells))
    _refuse(Sentence("columns"), len(names), source.limits.columns, 1)
    columns = {name: [cell_text(feature.cells.get(name)) for feature in kept] for name in names}
    shapes = np.array([feature.shape for feature in kept], dtype=object)
    faults = {place: one.fault for place, one in enumerate(kept) if one.fault is not None}
    _mark_long_cells(columns, faults, source.limits)
    flat, note = _flat(shapes)
    return Layer(
        name=source.name,
        counted=source.counted,
        rows=list(source.rows or range(1, len(kept) + 1)),
        columns=columns,
        shapes=flat,
        faults=faults,
        crs=source.crs,
        changes=source.changes + note,
    )


def _flat(shapes: np.ndarray) -> tuple[list[BaseGeometry | None], tuple[Sentence, ...]]:
    high = int((shapely.has_z(shapes) | shapely.has_m(shapes)).sum()) if len(shapes) else 0
    if not high:
        return list(shapes), ()
    note = Sentence(
        "Heights and measures were dropped from {shapes} shapes.", shapes=format(high, ",")
    )
    return list(shapely.force_2d(shapes)), (note,)


def _mark_long_cells(
    columns: Mapping[str, Sequence[str]], faults: dict[int, Fault], limits: Limits
) -> None:
    for name, cells in columns.items():
        for place, cell in enumerate(cells):
            if len(cell) > limits.cell_letters:
                faults.setdefault(place, long_cell(name, cell, limits))


def long_cell(name: str, cell: str, limits: Limits) -> Fault:
    """Return what is wrong with a cell that is too long."""
    return Fault(
        field=name,
        found=Sentence("{letters} letters", letters=format(len(cell), ",")),
        expected=Sentence("{letters} letters at most", letters=format(limits.cell_letters, ",")),
        remedy=Sentence("Shorten the cell."),
    )


def _refuse(what: Sentence, found: int, limit: int, row: int) -> None:
    if found > limit:
        raise too_many(what, found, limit, row)


def too_many(what: Sentence, found: int, limit: int, row: int) -> Refused:
    """Return the refusal of a file that exceeds a limit, reached at a row."""
    fault = Sentence(
        "found {found} {what} up to row {row}, expected at most {limit}",
        found=format(found, ","), what=what, row=format(row, ","), limit=format(limit, ","),
    )  # fmt: skip
    return Refused(fault, LESS)
