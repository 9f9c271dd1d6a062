"""Draws legs between two places that are named: in the file itself, or known to the atlas."""

from collections.abc import Mapping, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from intake.errors import shown
from intake.files.findings import Findings
from intake.files.known import nearest, plain_name
from intake.files.layers import Fault
from intake.sentence import Sentence

Places = Mapping[str, tuple[float, float]]


def named_places(
    cells: Mapping[str, Sequence[str]], shapes: NDArray[np.object_]
) -> dict[str, tuple[float, float]]:
    """Return longitude and latitude of the points of a layer by their names and ids.

    Parameters
    ----------
    cells
        Text of each row by field; ``name`` and ``leg_id`` are read.
    shapes
        Shape of each row in degrees (EPSG:4326), None where it has none.

    Returns
    -------
    dict
        Keys made by ``plain_name``. Of several points of one name the first counts, a name before
        an id.
    """
    found: dict[str, tuple[float, float]] = {}
    for field in ("name", "leg_id"):
        for name, shape in zip(cells.get(field, ()), shapes, strict=False):
            if name.strip() and shape is not None and shape.geom_type == "Point":
                found.setdefault(plain_name(name), (shape.x, shape.y))
    return found


def drawn_between(
    cells: Mapping[str, Sequence[str]],
    shapes: NDArray[np.object_],
    places: Places,
    findings: Findings,
) -> NDArray[np.object_]:
    """Return the shapes with a line for each row that names two places (EPSG:4326).

    Parameters
    ----------
    cells
        Text of each row by field; ``from`` and ``to`` are read, where a row has no shape yet.
    shapes
        Shape of each row in degrees, None where it has none; left as they are.
    places
        Longitude and latitude by ``plain_name``.
    findings
        Takes the rows that were drawn, and sets aside those that name no place or one that is not
        known.
    """
    if not {"from", "to"} & set(cells):
        return shapes
    filled = shapes.copy()
    drawn = []
    for place in np.flatnonzero(shapely.is_missing(shapes)):
        if int(place) in findings.faults:
            continue
        ends = [_end(cells, field, int(place), places, findings) for field in ("from", "to")]
        if ends[0] and ends[1]:
            filled[place] = shapely.linestrings([ends[0], ends[1]])
            drawn.append(int(place))
    if drawn:
        findings.changed(Sentence("Lines were drawn straight between the two named places."), drawn)
    return filled


def _end(
    cells: Mapping[str, Sequence[str]], field: str, place: int, places: Places, findings: Findings
) -> tuple[float, float] | None:
    name = cells[field][place].strip() if field in cells else ""
    found = places.get(plain_name(name))
    if found is None:
        near = nearest(name, places) if name else ""
        remedy = Sentence("Give its coordinates in the row, or add it as a place with a name.")
        if near:
            remedy = Sentence("Is {near} meant? Write it so, or give coordinates.", near=repr(near))
        expected = Sentence("the name of a place in this file or in the atlas")
        findings.refuse(
            place, Fault(field=field, found=shown(name), expected=expected, remedy=remedy)
        )
    return found
