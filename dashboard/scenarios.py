"""What if: readings under a scenario beside those of the evidence. No screen here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.assessed import DIMENSIONS
from analysis.scenario import scenario_changes, scenario_indicators
from analysis.scenario_compared import compared_corridors, compared_figures
from analysis.scenario_text import Changeable, parse_scenario
from dashboard.pipeline import readings_from
from dashboard.recipes import map_rules, scenario_files, text_of

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from analysis.scenario import Scenario
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings


@dataclass(frozen=True, kw_only=True)
class Compared:
    """Readings under a scenario beside those of the evidence, never mixed.

    ``changes`` lists every value of the scenario and what it does not do. ``countries`` (index
    ``iso3``), ``legs`` (index ``leg_id``) and ``corridors`` (rows ``corridor_id, reading``) have
    ``baseline``, ``scenario`` and ``change``.
    """

    scenario: Scenario
    baseline: Readings
    readings: Readings
    changes: pd.DataFrame
    countries: pd.DataFrame
    legs: pd.DataFrame
    corridors: pd.DataFrame


def shipped_scenarios(atlas: Atlas) -> dict[str, Scenario]:
    """Return the scenarios that come with the atlas, by id."""
    found = [read_scenario(path, atlas) for path in scenario_files()]
    return {scenario.id: scenario for scenario in found}


def read_scenario(path: Path, atlas: Atlas) -> Scenario:
    """Return the scenario of a TOML file.

    Raises
    ------
    DataFileError
        The file cannot be read as UTF-8 text.
    RecipeError
        It names a country or an indicator that the evidence does not have, or a value that cannot
        be; file, place and expectation are named.
    """
    hosts = set(atlas.facts["iso3"])
    leaves: dict[str, tuple[str, ...]] = dict.fromkeys(DIMENSIONS, ())
    for recipe in atlas.recipes.values():
        leaves |= {c: tuple(w for w, _ in recipe.leaf(c).words) for c in recipe.columns}
        hosts -= set(map_rules(recipe)[1].origin)
    known = Changeable(countries=hosts, leaves=leaves)
    return parse_scenario(text_of(path), name=path.name, changeable=known)


def under_scenario(atlas: Atlas, readings: Readings, scenario: Scenario) -> Compared:
    """Return what a scenario would change, beside the readings as they are.

    Parameters
    ----------
    atlas
        The data.
    readings
        The result of `read_risk`; it stays as it is.
    scenario
        The values that are put over the evidence.
    """
    given = (readings.indicators, scenario, readings.recipe)
    changed = readings_from(
        atlas, readings.recipe, indicators=scenario_indicators(*given), date=readings.date
    )
    return Compared(
        scenario=scenario,
        baseline=readings,
        readings=changed,
        changes=scenario_changes(*given),
        countries=compared_figures(
            readings.countries["risk"], changed.countries["risk"], readings.classes
        ),
        legs=compared_figures(readings.legs["reading"], changed.legs["reading"], readings.classes),
        corridors=compared_corridors(readings.corridors, changed.corridors),
    )
