"""A file to try with: two published corridors, listed as an organisation might list its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import pandas as pd

from dashboard.exports.csv_tables import csv_text
from dashboard.language import N_, _, current

if TYPE_CHECKING:
    from dashboard.atlas import Atlas

CORRIDORS: Final = 2
_NAME: Final = N_("sample.csv")
OUT_OF_RANGE: Final = 95.1
_NOTE: Final = N_("Sample: a published leg, no record of anybody")
_FAULTY: Final = N_("Sample: this row has a fault on purpose")


@dataclass(frozen=True, kw_only=True)
class GivenFile:
    """A file that a person gives; ``file_id`` tells it from any other of the session."""

    file_id: str
    name: str
    content: bytes = field(repr=False)


def sample_file(atlas: Atlas) -> GivenFile:
    """Return a CSV of published legs, and one row more whose latitude cannot be.

    Every place is a stand-in for a province or a city that the atlas shows to everybody.
    """
    legs = atlas.legs[atlas.legs["corridor_id"].isin(atlas.corridors.index[:CORRIDORS])]
    start, end = (atlas.waypoints.loc[legs[side]] for side in ("from_id", "to_id"))
    names = atlas.waypoint_names
    rows = pd.DataFrame(
        {
            "leg": [f"sample-{number}" for number in range(1, len(legs) + 1)],
            "corridor": legs["corridor_id"].map(atlas.corridor_names).to_numpy(),
            "order": legs["seq"].to_numpy(),
            "from": names[legs["from_id"]].to_numpy(),
            "to": names[legs["to_id"]].to_numpy(),
            "from_lon": start["lon"].to_numpy(),
            "from_lat": start["lat"].to_numpy(),
            "to_lon": end["lon"].to_numpy(),
            "to_lat": end["lat"].to_numpy(),
            "mode": legs["mode"].to_numpy(),
            "standing": legs["standing"].to_numpy(),
            "protected_by": legs["protected_by"].to_numpy(),
            "countries": legs["countries_declared"].to_numpy(),
            "note": _(_NOTE),
        }
    )
    faulty = rows.iloc[[0]].assign(leg="sample-0", from_lat=OUT_OF_RANGE, note=_(_FAULTY))
    content = csv_text(pd.concat([rows, faulty]))
    return GivenFile(file_id=f"sample {current()}", name=_(_NAME), content=content)
