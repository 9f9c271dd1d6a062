"""How sure every figure is and what it is made of: one reading drawn, divided, and varied."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from analysis.as_of import indicators_on
from analysis.corridor_draws import READINGS, corridor_draws, corridor_intervals
from analysis.draws import country_draws, sample, uncertain_index
from analysis.factors import factor_table
from analysis.intervals import interval_table, shown_class_shares
from analysis.leaf_parts import leg_parts
from analysis.leave_out import (
    INDICATOR,
    SOURCE,
    Whole,
    facts_without,
    incidents_without,
    left_out,
    sources_in_use,
    without_indicator,
)
from analysis.leg_draws import leg_intervals
from analysis.leg_sums import term_arrays
from analysis.leg_terms import leg_terms
from analysis.pairs import pair_shares, rank_intervals
from analysis.sensitivity import of_corridor, of_country, of_leg, sensitivity
from analysis.uncertainty_rule import parse_uncertainty
from dashboard.recipes import text_of

if TYPE_CHECKING:
    from analysis.draws import Uncertain
    from analysis.leg_sums import Terms
    from analysis.uncertainty_rule import UncertaintyRule
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings

_RULE: Final = Path(__file__).parent.parent / "analysis" / "uncertainty.toml"


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


def read_intervals(
    atlas: Atlas, readings: Readings, rule: UncertaintyRule, *, ordered: bool = True
) -> Intervals:
    """Return how sure the readings are.

    Parameters
    ----------
    atlas
        The data.
    readings
        The result of `read_risk`.
    rule
        How far values and choices are varied, and how often.
    ordered
        Whether corridors are compared two by two and ranked; of many that takes long. Else
        ``pairs`` and ``ranks`` are empty.
    """
    uncertain = uncertain_readings(atlas, readings, rule)
    terms = terms_for(atlas, readings, uncertain.figures.index)
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
        pairs=pair_shares(corridors, clear=rule.spread.clear) if ordered else pd.DataFrame(),
        ranks=rank_intervals(corridors, readings.corridors, interval=interval)
        if ordered
        else pd.DataFrame(),
    )


def read_leg_intervals(atlas: Atlas, readings: Readings, rule: UncertaintyRule) -> pd.DataFrame:
    """Return how sure the readings of legs are, as ``legs`` of `Intervals`, and of nothing else.

    Its memory does not grow with the legs, as that of corridors does.
    """
    uncertain = uncertain_readings(atlas, readings, rule)
    return leg_intervals(
        terms_for(atlas, readings, uncertain.figures.index),
        country_draws(uncertain, sample(uncertain)),
        readings=readings.legs,
        rules=(readings.classes, readings.leg_rule),
        interval=rule.spread.interval,
    )


def class_certainty(atlas: Atlas, readings: Readings, rule: UncertaintyRule) -> pd.Series:
    """Return, per leg, the share of draws in which it has the class that is shown.

    NaN where no class is shown.
    """
    legs = read_leg_intervals(atlas, readings, rule)
    return shown_class_shares(legs, readings.legs["risk_class"])


def uncertain_readings(atlas: Atlas, readings: Readings, rule: UncertaintyRule) -> Uncertain:
    """Return what is uncertain in the index of every country that the evidence or a leg names."""
    named = _named(terms_table(atlas, readings, atlas.legs))
    return uncertain_index(
        readings.indicators,
        readings.countries,
        recipe=readings.recipe,
        spread=rule.spread,
        also=named - set(readings.countries.index),
    )


def terms_for(
    atlas: Atlas, readings: Readings, countries: pd.Index, legs: pd.DataFrame | None = None
) -> Terms:
    """Return the terms of all legs as arrays, or of some and the countries that they name alone.

    ``countries`` are those that scores will have, in their order.
    """
    some = atlas.legs if legs is None else legs
    terms = terms_table(atlas, readings, some)
    kept = countries if legs is None else countries[countries.isin(_named(terms))]
    return term_arrays(terms, some.index, countries=kept, rule=readings.leg_rule)


def country_sensitivity(
    atlas: Atlas, readings: Readings, rule: UncertaintyRule, iso3: str
) -> pd.DataFrame:
    """Return what makes the score of a country uncertain; see `sensitivity`, figure ``risk``."""
    return sensitivity(
        uncertain_readings(atlas, readings, rule),
        of_country(iso3),
        iso3=[iso3],
        shown={"risk": float(readings.countries["risk"].get(iso3, np.nan))},
    )


def leg_sensitivity(
    atlas: Atlas, readings: Readings, rule: UncertaintyRule, leg_id: str
) -> pd.DataFrame:
    """Return what makes the reading of a leg uncertain; see `sensitivity`, figure ``reading``."""
    uncertain = uncertain_readings(atlas, readings, rule)
    part = terms_for(atlas, readings, uncertain.figures.index, atlas.legs.loc[[leg_id]])
    figures = of_leg(part, readings.leg_rule)
    shown = {"reading": float(readings.legs["reading"][leg_id])}
    return sensitivity(uncertain, figures, iso3=part.countries, shown=shown)


def corridor_sensitivity(
    atlas: Atlas, readings: Readings, rule: UncertaintyRule, corridor_id: str
) -> pd.DataFrame:
    """Return what makes each reading of a corridor uncertain; see `sensitivity`.

    The figures are ``cumulative``, ``worst_reading``, ``km_high`` and ``km_elevated_or_worse``.
    """
    uncertain = uncertain_readings(atlas, readings, rule)
    legs = atlas.legs[atlas.legs["corridor_id"] == corridor_id]
    part = terms_for(atlas, readings, uncertain.figures.index, legs)
    silent = bool(np.isnan(readings.corridors["cumulative"][corridor_id]))
    shown = {
        name: np.nan if silent else float(readings.corridors[name][corridor_id])
        for name in READINGS
    }
    figures = of_corridor(part, (readings.classes, readings.leg_rule))
    return sensitivity(uncertain, figures, iso3=part.countries, shown=shown)


def read_left_out(atlas: Atlas, readings: Readings) -> pd.DataFrame:
    """Return how each figure changes without one indicator, or one source; see `left_out`.

    Only indicators that the recipe reads and sources that they rest on are left out, one at a
    time. Takes a second or two: the evidence is read anew for each source.
    """
    recipe, shown = readings.recipe, readings.indicators
    remaining = {(INDICATOR, column): without_indicator(shown, column) for column in recipe.columns}
    for source in sources_in_use(shown, recipe):
        remaining[SOURCE, source] = indicators_on(
            facts_without(atlas.facts, source, recipe),
            atlas.sources,
            incidents=incidents_without(atlas.incidents, source),
            recipe=recipe,
            date=readings.date,
        )
    return left_out(shown, remaining, whole=whole(atlas, readings))


def whole(atlas: Atlas, readings: Readings) -> Whole:
    """Return what figures are computed from besides the indicators."""
    return Whole(
        recipe=readings.recipe,
        rules=(readings.classes, readings.leg_rule),
        terms=terms_for(atlas, readings, readings.countries.index),
        corridor=atlas.legs["corridor_id"],
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


def terms_table(atlas: Atlas, readings: Readings, legs: pd.DataFrame) -> pd.DataFrame:
    """Return the terms of some legs of the atlas, as `leg_terms`."""
    return leg_terms(legs, atlas.exposure, crossings=atlas.crossings, rule=readings.leg_rule)


def _named(terms: pd.DataFrame) -> set[str]:
    return {*terms["iso3"], *terms["other_iso3"]} - {""}


def _why_silent(countries: pd.DataFrame) -> pd.Series:
    """Return why a country has no figure: it does not apply, or too little is known."""
    words = {True: "too little is known", False: "not applicable"}
    return countries["applicable"].map(words)
