"""Which column names a row of which table: declared once, for the door and for the data package."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from intake.ids import split_ids

if TYPE_CHECKING:
    import pandas as pd

# Column -> the table whose key it names.
ONE: Final = {
    "branches_from": "corridors",
    "corridor_id": "corridors",
    "end_waypoint_id": "waypoints",
    "from_id": "waypoints",
    "iso3": "countries",
    "leg_id": "legs",
    "protected_by": "countries",
    "source_id": "sources",
    "to_id": "waypoints",
    "worst_leg_id": "legs",
}
# Column of several ids joined by semicolons -> the table whose keys they are.
SEVERAL: Final = {
    "alt_source_ids": "sources",
    "corridor_ids": "corridors",
    "countries_declared": "countries",
    "degree_fact_ids": "facts",
    "distance_source_ids": "sources",
    "return_fact_ids": "facts",
    "source_ids": "sources",
    "standing_source_ids": "sources",
    "usage_source_ids": "sources",
}
# Here ``iso3`` may also be open water, or land of a country that no evidence speaks of.
OPEN: Final = frozenset({("exposure", "iso3"), ("terms", "iso3")})


def referenced(name: str, column: str) -> str | None:
    """Return the table whose key a column of the table ``name`` holds, one or several."""
    if (name, column) in OPEN:
        return None
    return ONE.get(column) or SEVERAL.get(column)


def named_ids(cells: pd.Series) -> set[str]:
    """Return every id in the cells of a column, single or joined by semicolons."""
    return {one for cell in cells.dropna().unique() for one in split_ids(str(cell))}
