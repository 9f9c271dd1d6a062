"""Own legs and own assessments through the same functions as the published corridors.

`own_atlas` (in ``network``) makes an atlas of the own legs; `read_own` reads it, or the published
one, under the organisation's assessments. The result goes into `dashboard.uncertainty`
(``read_intervals``, sensitivities, ``read_parts``), `dashboard.scenarios.under_scenario` and
`dashboard.alternatives` as the published readings do. `uncertainty.read_left_out` alone does not
apply: it reads the evidence anew, without own assessments.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.pipeline import found_indicators, readings_from
from dashboard.workspace.overrides import overridden_indicators, override_changes
from intake.files.layers import no_progress

if TYPE_CHECKING:
    import datetime as dt

    import pandas as pd

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.workspace.model import Workspace
    from intake.files.layers import Progress


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class OwnReadings:
    """Every figure of an atlas under the organisation's own assessments; of one session alone.

    ``changes`` lists the assessments beside the evidence, with ``note`` where one moves nothing.
    ``countries``, ``legs`` and ``corridors`` are the ids whose figures an own assessment touches:
    they are marked wherever they are shown.
    """

    atlas: Atlas
    readings: Readings
    changes: pd.DataFrame
    countries: frozenset[str]
    legs: frozenset[str]
    corridors: frozenset[str]


def read_own(
    atlas: Atlas,
    workspace: Workspace,
    *,
    recipe: str,
    date: dt.date,
    progress: Progress = no_progress,
) -> OwnReadings:
    """Return every figure as of ``date``, with own assessments in place of the evidence.

    Parameters
    ----------
    atlas
        The result of `own_atlas`, or the published atlas.
    workspace
        Its overrides are used.
    recipe
        The id of a shipped recipe.
    date
        Only evidence, and assessments, that hold on this date count.
    progress
        Is called with the share of the scoring that is done, 0 to 1.
    """
    used = atlas.recipes[recipe]
    found = found_indicators(atlas, used, date)
    changes = override_changes(found, workspace.overrides, recipe=used, date=date)
    indicators = overridden_indicators(found, workspace.overrides, date)
    readings = readings_from(atlas, used, indicators=indicators, date=date, progress=progress)
    countries = frozenset(changes.loc[changes["note"] == "", "iso3"])
    drivers = readings.drivers
    sides = drivers["iso3"].isin(countries) | drivers["other_iso3"].isin(countries)
    legs = frozenset(drivers.loc[sides, "leg_id"])
    progress(1.0)
    corridors = atlas.legs.loc[atlas.legs.index.isin(legs), "corridor_id"]
    return OwnReadings(
        atlas=atlas,
        readings=readings,
        changes=changes,
        countries=countries,
        legs=legs,
        corridors=frozenset(corridors),
    )
