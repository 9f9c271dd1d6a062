"""Makes records of the rows that a file gave; see `intake.files`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from analysis.leg_terms import PROTECTION
from dashboard.workspace.model import added
from intake.columns import ISO3
from intake.files.findings import Note
from intake.sentence import Sentence

if TYPE_CHECKING:
    import geopandas as gpd

    from dashboard.workspace.model import Workspace
    from intake.files.intake import Intake

# The setting by which a file is known again: a workspace that has it has taken that file in.
FILE: Final = "file brought in"
_LEG: Final = {
    "corridor_id": "corridor",
    **{name: name for name in ("seq", "from_name", "to_name", "mode", "standing")},
    **{name: name for name in ("countries_declared", "date", "note")},
}
_PLACE: Final = ("note",)
_PROTECTOR: Final = "protected_by"
_OURS: Final = {"name", "geometry", "layer", _PROTECTOR, *_LEG}
_UNPROTECTED: Final = Sentence(
    "The row says that a state protects and not which: the leg counts as irregular until “protected"
    " by” is filled in the table."
)


@dataclass(frozen=True, kw_only=True, repr=False)
class Brought:
    """A workspace with the good rows of a file, and what had to be changed in them."""

    workspace: Workspace
    changes: tuple[Note, ...]


def brought_in(workspace: Workspace, intake: Intake) -> Brought:
    """Return the workspace with every leg and place of a file as a restricted record.

    What a record has no column for stays with it as text, under the heading of the file.

    Raises
    ------
    RecordError
        The first cell that does not fit; then nothing is added.
    """
    legs, changes = leg_records(intake.legs)
    places = _named(intake.places, "place_id").assign(
        lon=intake.places.geometry.x, lat=intake.places.geometry.y, extra=_extra(intake.places)
    )
    places["iso3"] = intake.places["countries_declared"].str.split(";").str[0]
    whole = added(workspace, "legs", legs)
    whole = added(whole, "places", places.join(intake.places[list(_PLACE)]))
    mark = json.dumps({"fingerprint": intake.fingerprint, "rows": intake.rows})
    row = pd.DataFrame({"name": [FILE], "value": [mark]})
    return Brought(workspace=added(whole, "settings", row), changes=changes)


def was_brought_in(workspace: Workspace, fingerprint: str) -> bool:
    """Return whether a file of these bytes was taken in before."""
    marks = workspace.settings.loc[workspace.settings["name"] == FILE, "value"]
    return any(json.loads(mark)["fingerprint"] == fingerprint for mark in marks)


def leg_records(rows: gpd.GeoDataFrame) -> tuple[pd.DataFrame, tuple[Note, ...]]:
    """Return the legs of an intake in the columns of a record, and what had to be changed."""
    given = rows[_PROTECTOR].fillna("") if _PROTECTOR in rows else pd.Series("", rows.index)
    protector = given.where(given.str.fullmatch(ISO3), "")
    open_ones = (rows["standing"] == PROTECTION).fillna(value=False) & (protector == "")
    legs = _named(rows, "leg_id").join(rows[list(_LEG)].rename(columns=_LEG))
    legs = legs.assign(
        standing=legs["standing"].mask(open_ones),
        protected_by=protector,
        line=rows.geometry.to_wkt(),
        extra=_extra(rows),
    )
    touched = tuple(int(row) for row in rows.loc[open_ones, "row"])
    return legs, (Note(sentence=_UNPROTECTED, rows=touched),) if touched else ()


def _named(rows: gpd.GeoDataFrame, key: str) -> pd.DataFrame:
    """Return the name of each row; its id in the file where it has none."""
    ids = rows.index.to_series().astype("string")
    return pd.DataFrame({"name": rows["name"].fillna(ids)}, index=rows.index.rename(key))


def _extra(rows: gpd.GeoDataFrame) -> pd.Series:
    """Return the further columns of each row, and its id in the file, as a JSON object."""
    own = pd.DataFrame(rows.drop(columns=[name for name in rows if name in _OURS])).reset_index()
    cells = own.astype("object").where(own.notna(), None).to_dict("records")
    texts = [_as_json(row) for row in cells]
    return pd.Series(texts, rows.index, dtype="str")


def _as_json(row: dict[Any, Any]) -> str:
    filled = {str(name): str(cell) for name, cell in row.items() if cell not in (None, "")}
    return json.dumps(filled, ensure_ascii=False)
