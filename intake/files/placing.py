"""Draws the shape of each row from its cells: two ends, one point, or a shape that is there."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from intake.errors import shown
from intake.files.coordinates import PLAIN, NoCoordinate, coordinate_of, pair_of
from intake.files.findings import Findings
from intake.files.layers import Fault
from intake.sentence import Sentence

START, END, POINT = ("from_lon", "from_lat"), ("to_lon", "to_lat"), ("lon", "lat")
NUMBER = Sentence("a number such as 126.9, or 126°54'E")
CORRECT = Sentence("Correct the cell.")
A_PLACE = Sentence("a line, a point, coordinates, or names of two places")
FILL_IN = Sentence("Fill in the place, or say which columns hold it.")
BOTH_ENDS = Sentence(
    "Fill in the number; or leave all four empty and name two places that the atlas or the file "
    "knows."
)


def drawn(cells: Mapping[str, Sequence[str]], findings: Findings) -> NDArray[np.object_]:
    """Return the shape of each row in the coordinates of the file, None where it has none.

    Parameters
    ----------
    cells
        Text of each row by field.
    findings
        Takes what is wrong and what was converted.
    """
    layer = findings.layer
    shapes = np.empty(len(layer.rows), dtype=object)
    if layer.shapes is not None:
        shapes[:] = list(layer.shapes)
    else:
        _draw_what_is_plain(cells, shapes)
    commas: list[int] = []
    degrees: list[int] = []
    pairs: list[int] = []
    told = {"comma": commas, "degrees": degrees, "pair": pairs}
    for place in range(len(shapes)):
        if shapes[place] is None and place not in findings.faults:
            shapes[place] = _shape(cells, place, findings, told)
    _tell(findings, told)
    return shapes


def _draw_what_is_plain(cells: Mapping[str, Sequence[str]], shapes: NDArray[np.object_]) -> None:
    """Draw the rows whose coordinates are plain numbers, all at once: most rows of most files."""
    ends = set(cells) & {*START, *END, "from", "to"}
    if {*START, *END} <= set(cells):
        numbers, good = _plain(cells, (*START, *END))
        shapes[good] = shapely.linestrings(numbers[good].reshape(-1, 2, 2))
    elif set(POINT) <= set(cells) and not ends:
        numbers, good = _plain(cells, POINT)
        shapes[good] = shapely.points(numbers[good])


def _plain(
    cells: Mapping[str, Sequence[str]], names: Sequence[str]
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    typed = [pd.Series(list(cells[name]), dtype="str") for name in names]
    numbers = np.column_stack(
        [pd.to_numeric(one, errors="coerce").to_numpy(dtype=np.float64) for one in typed]
    )
    plain = np.column_stack(
        [one.str.fullmatch(PLAIN.pattern).to_numpy(dtype=bool) for one in typed]
    )
    return numbers, (plain & np.isfinite(numbers)).all(axis=1)


def _shape(
    cells: Mapping[str, Sequence[str]], place: int, findings: Findings, told: dict[str, list[int]]
) -> BaseGeometry | None:
    row = {field: column[place].strip() for field, column in cells.items()}
    ends = [_pair(row, names, place, findings, told) for names in (START, END)]
    if ends[0] and ends[1]:
        return shapely.LineString([ends[0], ends[1]])
    if any(row.get(name) for name in (*START, *END)):
        _refuse_halves(row, (*START, *END), place, findings)
        return None
    typed = [pair_of(row.get(name, "")) for name in ("from", "to")]
    if typed[0] and typed[1]:
        told["pair"].append(place)
        return shapely.LineString([typed[0], typed[1]])
    if row.get("from") or row.get("to"):
        return None
    point = _pair(row, POINT, place, findings, told)
    if point:
        return shapely.Point(point)
    _refuse_halves(row, POINT, place, findings)
    return None


def _pair(
    row: Mapping[str, str],
    names: tuple[str, str],
    place: int,
    findings: Findings,
    told: dict[str, list[int]],
) -> tuple[float, float] | None:
    """Return the two coordinates of the named fields, nothing where one is empty or unreadable."""
    if not all(row.get(name) for name in names):
        return None
    found = []
    for name in names:
        try:
            number, how = coordinate_of(row[name])
        except NoCoordinate:
            fault = Fault(field=name, found=shown(row[name]), expected=NUMBER, remedy=CORRECT)
            findings.refuse(place, fault)
            continue
        found.append(number)
        told.get(how, []).append(place)
    return (found[0], found[1]) if len(found) == 2 else None  # noqa: PLR2004 - a pair


def _refuse_halves(
    row: Mapping[str, str], names: Sequence[str], place: int, findings: Findings
) -> None:
    """Name the fields of a place that are empty, where some or none are filled."""
    if place in findings.faults:
        return
    mapped = [name for name in names if name in row]
    missing = [name for name in mapped if not row[name]] if any(row.get(n) for n in mapped) else []
    if missing or mapped:
        for name in missing or mapped:
            remedy = BOTH_ENDS if name in (*START, *END) else CORRECT
            empty = Fault(field=name, found=shown(""), expected=NUMBER, remedy=remedy)
            findings.refuse(place, empty)
    else:
        nothing = Sentence("no place")
        findings.refuse(place, Fault(field="", found=nothing, expected=A_PLACE, remedy=FILL_IN))


def _tell(findings: Findings, told: Mapping[str, list[int]]) -> None:
    for how, places in told.items():
        rows = sorted(set(places))
        if rows and how == "comma":
            findings.changed(Sentence("Decimal commas were read as points."), rows)
        elif rows and how == "degrees":
            findings.changed(
                Sentence("Degrees, minutes and seconds were turned into degrees."), rows
            )
        elif rows:
            findings.changed(
                Sentence("Two numbers in a cell were read as latitude and longitude, in this order "
                         "unless the first cannot be a latitude."), rows)  # fmt: skip
