"""How sure every figure is and what it is made of: one reading drawn, divided, and varied."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from analysis.assessed import DIMENSIONS
from analysis.corridor_draws import corridor_draws, corridor_intervals
from analysis.draws import country_draws, sample, uncertain_index
from analysis.factors import factor_table
from analysis.intervals import interval_table
from analysis.leaf_parts import leg_parts
from analysis.leg_draws import leg_intervals
from analysis.leg_sums import term_arrays
from analysis.leg_terms import leg_terms
from analysis.pairs import pair_shares, rank_intervals
from analysis.scenario import scenario_changes, scenario_indicators
from analysis.scenario_compared import compared_corridors, compared_figures
from analysis.scenario_text import Changeable, parse_scenario
from analysis.uncertainty_rule import parse_uncertainty
from dashboard.pipeline import readings_from
from dashboard.recipes import map_rules, scenario_files, text_of

if TYPE_CHECKING:
    from analysis.draws import Uncertain
    from analysis.leg_sums import Terms
    from analysis.scenario import Scenario
    from analysis.uncertainty_rule import UncertaintyRule
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings

_ANALYSIS: Final = Path(__file__).parent.parent / "analysis"
_RULE: Final = _ANALYSIS / "uncertainty.toml"


@dataclass(frozen=True, kw_only=True)
class Intervals:
    """How sure the readings of one date and recipe are.

    ``factors`` are what was varied, as in `factor_table`. ``countries`` (index ``iso3``), ``legs``
    (index ``leg_id``) and ``corridors`` (rows ``corridor_id, reading``) have what is shown, its
    interval and median; countries and legs also the share of draws in each class. ``pairs`` say
    which of two corridors reads worse in how many draws, ``ranks`` on which ranks each one lies.
    """

    rule: UncertaintyRule
    factors: pd.DataFrame
    countries: pd.DataFrame
    legs: pd.DataFrame
    corridors: pd.DataFrame
    pairs: pd.DataFrame
    ranks: pd.DataFrame


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


def read_rule(path: Path = _RULE) -> UncertaintyRule:
    """Return how far values and choices are varied: the shipped rule, or that of another file.

    Raises
    ------
    DataFileError
        The file cannot be read as UTF-8 text.
    RecipeError
        A number is missing, impossible or without a reason; file and number are named.
    """
    return parse_uncertainty(text_of(path), name=path.name)


def read_intervals(atlas: Atlas, readings: Readings, rule: UncertaintyRule) -> Intervals:
    """Return how sure the readings are.

    Parameters
    ----------
    atlas
        The data.
    readings
        The result of `read_risk`.
    rule
        How far values and choices are varied, and how often.
    """
    uncertain = uncertain_readings(atlas, readings, rule)
    terms = terms_for(atlas, readings, uncertain)
    rules, interval = (readings.classes, readings.leg_rule), rule.spread.interval
    drawn = country_draws(uncertain, sample(uncertain))
    corridors = corridor_draws(terms, drawn, corridor=atlas.legs["corridor_id"], rules=rules)
    shown = readings.countries["risk"]
    return Intervals(
        rule=rule,
        factors=factor_table(uncertain.factors),
        countries=interval_table(
            drawn.scores[: len(shown)],
            shown,
            interval=interval,
            notes=_why_silent(readings.countries),
            classes=readings.classes,
        ),
        legs=leg_intervals(terms, drawn, readings=readings.legs, rules=rules, interval=interval),
        corridors=corridor_intervals(corridors, readings.corridors, interval=interval),
        pairs=pair_shares(corridors, clear=rule.spread.clear),
        ranks=rank_intervals(corridors, readings.corridors, interval=interval),
    )


def class_certainty(atlas: Atlas, readings: Readings, rule: UncertaintyRule) -> pd.Series:
    """Return, per leg, the share of draws in which it has the class that is shown.

    NaN where no class is shown. The legs alone are drawn, which is what a map of many legs needs.
    """
    uncertain = uncertain_readings(atlas, readings, rule)
    legs = leg_intervals(
        terms_for(atlas, readings, uncertain),
        country_draws(uncertain, sample(uncertain)),
        readings=readings.legs,
        rules=(readings.classes, readings.leg_rule),
        interval=rule.spread.interval,
    )
    shares = legs.filter(like="p ").rename(columns=lambda name: name.removeprefix("p "))
    shown = readings.legs["risk_class"]
    place = shares.columns.get_indexer(shown)
    found = np.where(place < 0, np.nan, shares.to_numpy()[np.arange(len(shown)), place])
    return pd.Series(found, index=shown.index, dtype=float)


def uncertain_readings(atlas: Atlas, readings: Readings, rule: UncertaintyRule) -> Uncertain:
    """Return what is uncertain in the index of every country that the evidence or a leg names."""
    terms = _terms(atlas, readings)
    named = {*terms["iso3"], *terms["other_iso3"]} - {""}
    return uncertain_index(
        readings.indicators,
        readings.countries,
        recipe=readings.recipe,
        spread=rule.spread,
        also=named - set(readings.countries.index),
    )


def terms_for(atlas: Atlas, readings: Readings, uncertain: Uncertain) -> Terms:
    """Return the terms of all legs as arrays, for the countries of ``uncertain``."""
    return term_arrays(
        _terms(atlas, readings),
        atlas.legs.index,
        countries=uncertain.figures.index,
        rule=readings.leg_rule,
    )


def read_parts(atlas: Atlas, readings: Readings) -> pd.DataFrame:
    """Return what each country, indicator and source adds to each leg.

    As `leg_parts`, with ``corridor_id``: ``parts_by(parts, ["leg_id", "source_id"])``, or
    ``["corridor_id", "iso3"]``, adds them up. For a leg they add up to its reading, for a corridor
    (divided by 1,000) to its cumulative exposure.
    """
    parts = leg_parts(
        readings.drivers, readings.indicators, readings=readings.legs, recipe=readings.recipe
    )
    return parts.assign(corridor_id=parts["leg_id"].map(atlas.legs["corridor_id"]))


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


def _terms(atlas: Atlas, readings: Readings) -> pd.DataFrame:
    return leg_terms(atlas.legs, atlas.exposure, crossings=atlas.crossings, rule=readings.leg_rule)


def _why_silent(countries: pd.DataFrame) -> pd.Series:
    """Return why a country has no figure: it does not apply, or too little is known."""
    words = {True: "too little is known", False: "not applicable"}
    return countries["applicable"].map(words)
