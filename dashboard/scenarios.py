"""What if: readings under a scenario beside those of the evidence. No screen here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from analysis.assessed import DIMENSIONS
from analysis.errors import RecipeError
from analysis.recipe import Reason
from analysis.scenario import Override, Scenario, scenario_changes, scenario_indicators
from analysis.scenario_compared import compared_corridors, compared_figures
from analysis.scenario_text import Changeable, parse_scenario
from analysis.scenario_toml import scenario_toml
from dashboard.language import current, said
from dashboard.pipeline import readings_from
from dashboard.recipes import map_rules, scenario_files, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import pandas as pd

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings

LONGEST: Final = 50_000  # characters


@dataclass(frozen=True, kw_only=True)
class Setting:
    """A value that a reader sets: a country, an indicator, what to, and why."""

    iso3: str
    dimension: str
    value: str
    why: str


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
    return parse_scenario(text_of(path), name=path.name, changeable=changeable(atlas))


def changeable(atlas: Atlas) -> Changeable:
    """Return what a scenario may change: host states, and the dimensions that a recipe reads."""
    hosts = set(atlas.facts["iso3"])
    leaves: dict[str, tuple[str, ...]] = dict.fromkeys(DIMENSIONS, ())
    for recipe in atlas.recipes.values():
        leaves |= {c: tuple(word for word, _ in recipe.leaf(c).words) for c in recipe.columns}
        hosts -= set(map_rules(recipe)[1].origin)
    return Changeable(countries=hosts, leaves=leaves)


def written_scenario(title: str, why: str, rows: Iterable[Setting]) -> str:
    """Return the TOML of a scenario that a reader wrote row by row; it is not checked yet.

    Values that are numbers count as scores, others as words. Everything in it is the reader's own
    judgement.
    """
    overrides = tuple(
        Override(
            iso3=row.iso3,
            dimension=row.dimension,
            value=_number_or_word(row.value),
            reason=Reason(where="", value="", why=row.why, judgement=True),
        )
        for row in rows
    )
    whole = Reason(where="", value="", why=why, judgement=True)
    return scenario_toml(
        Scenario(
            id="own", title_en=title, title_ko=title, name="", reason=whole, overrides=overrides
        )
    )


def own_scenario(atlas: Atlas, text: str, name: str) -> Scenario:
    """Return the scenario of a text that a reader gave; ``name`` is what errors call it.

    Raises
    ------
    RecipeError
        It is longer than anybody writes by hand, or it cannot be a scenario; file, place, what was
        found and what was expected are named.
    """
    if len(text) > LONGEST:
        raise RecipeError(
            name,
            "the text",
            found=f"{len(text):,} characters",
            expected=f"at most {LONGEST:,}",
        )
    return parse_scenario(text, name=name, changeable=changeable(atlas))


def title(scenario: Scenario, lang: str = "") -> str:
    """Return what a scenario is called in the language of the run, or in one that is given."""
    own = getattr(scenario, f"title_{lang or current()}", None)
    return said(scenario.title_en, lang) if own is None else str(own)


def _number_or_word(text: str) -> float | str:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return text


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
