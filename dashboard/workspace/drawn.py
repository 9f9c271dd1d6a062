"""A leg that is drawn on the map, through the same door as a row of a file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import shapely

from dashboard.language import N_
from dashboard.workspace.brought_in import leg_records
from dashboard.workspace.model import added, changed, empty_workspace
from intake.files.fields import FIELDS
from intake.files.findings import Answers
from intake.files.intake import take_in
from intake.files.layers import Layer, RawFile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.workspace.draft import Line
    from dashboard.workspace.model import Workspace
    from intake.files.intake import Intake
    from intake.files.known import Known

# What is written beside a line, as columns of a record.
CELLS: Final = (
    *("name", "corridor", "from_name", "to_name", "mode", "standing", "protected_by"),
    *("countries_declared", "date", "note"),
)
DRAWN: Final = N_("drawn on the map")
_FIELDS: Final = {"from_name": "from", "to_name": "to"}
_DEGREES: Final = "EPSG:4326"


def points_of(text: str) -> Line:
    """Return the points of a line written as WKT; none where it has several parts."""
    shape = shapely.from_wkt(text)
    if not isinstance(shape, shapely.LineString):
        return ()
    return tuple((float(lon), float(lat)) for lon, lat, *_ in shape.coords)


def intake_of_drawn(line: Line, cells: Mapping[str, str], known: Known) -> Intake:
    """Return what a drawn line and the cells beside it mean, as if they were a row of a file.

    Parameters
    ----------
    line
        Longitude and latitude of each point, WGS 84.
    cells
        Text by column of a record; an empty one is as if it were not there.
    known
        Countries, places and words of the atlas.
    """
    columns = {_FIELDS.get(name, name): [text.strip()] for name, text in cells.items()}
    filled = {name: column for name, column in columns.items() if column[0]}
    layer = Layer(rows=[1], columns=filled, shapes=[shapely.LineString(line)], crs=_DEGREES)
    raw = RawFile(kind=DRAWN, layers=(layer,))
    mapping = {name: name for name in filled if name in FIELDS}
    return take_in(raw, DRAWN, known=known, answers=Answers(mapping=mapping))


def with_drawn(workspace: Workspace, intake: Intake, of: str = "") -> Workspace:
    """Return the workspace with the leg of an intake: a new record, or another line of one.

    Parameters
    ----------
    workspace
        What there is.
    intake
        The result of `intake_of_drawn` with a leg that is good.
    of
        The record that is changed; empty for a new one.

    Raises
    ------
    RecordError
        The record is not there, or a cell does not fit; then nothing is changed.
    """
    legs, _changes = leg_records(intake.legs)
    drawn = legs.assign(name=intake.legs["name"])[[*CELLS, "line"]]
    if not of:
        return added(workspace, "legs", drawn)
    return changed(workspace, "legs", drawn.fillna("").set_axis([of]))


def drawn_alone(workspace: Workspace, intake: Intake) -> Workspace:
    """Return a workspace of the drawn leg alone, among the places and own assessments there are."""
    around = replace(empty_workspace(), places=workspace.places, overrides=workspace.overrides)
    return with_drawn(around, intake)
