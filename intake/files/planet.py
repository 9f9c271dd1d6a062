"""Brings the shapes of a layer to degrees: its coordinate system, exchanged axes, metres."""

from collections.abc import Mapping

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from intake.files.crs import crs_of, in_degrees, is_degrees, likely_systems
from intake.files.findings import Choice, Findings, Question
from intake.files.layers import Fault
from intake.sentence import Sentence

Shapes = NDArray[np.object_]
# A place so far from zero is in metres, whatever the file says.
FARTHEST_DEGREES = 1_000
SWAPPED, AS_GIVEN = "swapped", "as given"
ON_THE_PLANET = Sentence("longitude -180 to 180 and latitude -90 to 90")


def on_the_planet(shapes: Shapes, findings: Findings, given: Mapping[str, str]) -> Shapes:
    """Return shapes in longitude and latitude (EPSG:4326); what lies elsewhere is set aside.

    Parameters
    ----------
    shapes
        In the coordinates of the file, None where a row has none.
    findings
        Takes questions, changes and what is wrong.
    given
        The answers to ``crs`` and ``coordinates``.

    Raises
    ------
    Refused
        The coordinate system is not known.
    """
    there = ~shapely.is_missing(shapes)
    if not there.any():
        return shapes
    moved = shapes.copy()
    moved[there] = _turned(shapes[there], findings, given)
    moved[there] = _exchanged(moved[there], findings, given)
    for place in np.flatnonzero(there & _is_off(moved)):
        findings.refuse(int(place), _off_fault(moved[place]))
    return moved


def _turned(shapes: Shapes, findings: Findings, given: Mapping[str, str]) -> Shapes:
    named = crs_of(findings.layer.crs)
    if (named is None or is_degrees(named)) and _in_metres(shapes):
        named = _asked(shapes, findings, given)
    elif named is None:
        named = crs_of(given.get("crs", ""))
        if named is None and findings.layer.shapes is not None:
            findings.changed(
                Sentence("No coordinate system was named; the coordinates were read as longitude "
                         "and latitude (WGS 84)."))  # fmt: skip
    if named is None or is_degrees(named):
        return shapes
    findings.changed(Sentence("Coordinates were converted from {crs}.", crs=named.name))
    return in_degrees(shapes, named)


def _in_metres(shapes: Shapes) -> bool:
    far = np.abs(shapely.get_coordinates(shapes)).max(axis=1, initial=0) > FARTHEST_DEGREES
    return bool(len(far) and far.mean() > 0.5)  # noqa: PLR2004 - most of them


def _asked(shapes: Shapes, findings: Findings, given: Mapping[str, str]) -> pyproj.CRS | None:
    """Return the answered system of metres, else ask and return the likeliest one."""
    if given.get("crs"):
        return crs_of(given["crs"])
    places = shapely.get_coordinates(shapes)
    likely = likely_systems(places[np.isfinite(places).all(axis=1)])
    choices = tuple(
        Choice(value=code, words=Sentence(
            "{name} ({code}): the first point lies at longitude {lon}, latitude {lat}",
            name=name, code=code, lon=format(lon, ".2f"), lat=format(lat, ".2f")))
        for code, name, lon, lat in likely
    )  # fmt: skip
    words = Sentence("The coordinates are metres, but the file does not say in which coordinate "
                     "system. Which one is it?")  # fmt: skip
    findings.questions.append(Question(key="crs", sentence=words, choices=choices))
    return crs_of(likely[0][0]) if likely else None


def _exchanged(shapes: Shapes, findings: Findings, given: Mapping[str, str]) -> Shapes:
    """Return shapes with the axes exchanged where that was answered, or must be asked."""
    answer = given.get("coordinates")
    if answer == AS_GIVEN:
        return shapes
    swapped = np.asarray(shapely.transform(shapes, lambda places: places[:, ::-1]))
    if answer != SWAPPED:
        off = _is_off(shapes)
        if 2 * off.sum() <= len(off) or _is_off(swapped).any():
            return shapes
        findings.questions.append(_question(shapes[off][0]))
    findings.changed(Sentence("Longitude and latitude were exchanged."))
    return swapped


def _question(shape: BaseGeometry) -> Question:
    lon, lat = shapely.get_coordinates(shape)[0]
    return Question(
        key="coordinates",
        sentence=Sentence(
            "Longitude and latitude seem to be exchanged: the first place would have latitude "
            "{lat}. Exchange them?", lat=format(lat, "g")),
        choices=(
            Choice(value=SWAPPED, words=Sentence(
                "Exchange them: longitude {lon}, latitude {lat}",
                lon=format(lat, "g"), lat=format(lon, "g"))),
            Choice(value=AS_GIVEN, words=Sentence("Leave them; such rows are set aside")),
        ),
    )  # fmt: skip


def _is_off(shapes: Shapes) -> NDArray[np.bool_]:
    places, row = shapely.get_coordinates(shapes, return_index=True)
    # A comparison with NaN is false, so an unknown coordinate is off the planet too.
    off = ~((np.abs(places) <= [180, 90]).all(axis=1))
    found = np.zeros(len(shapes), dtype=bool)
    found[row[off]] = True
    return found


def _off_fault(shape: BaseGeometry) -> Fault:
    places = shapely.get_coordinates(shape)
    lon, lat = places[~((np.abs(places) <= [180, 90]).all(axis=1))][0]
    remedy = Sentence("Correct the coordinates.")
    if abs(lat) <= 180 and abs(lon) <= 90:  # noqa: PLR2004 - degrees
        remedy = Sentence("Exchange longitude and latitude in this row.")
    found = Sentence("longitude {lon}, latitude {lat}", lon=format(lon, "g"), lat=format(lat, "g"))
    return Fault(field="geometry", found=found, expected=ON_THE_PLANET, remedy=remedy)
