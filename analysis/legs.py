"""The reading of each leg: country scores weighed by what the leg exposes a person to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from analysis.classes import class_words
from analysis.errors import RecipeError
from analysis.grades import GRADES, NO_GRADE
from analysis.groups import Groups, running_sums
from analysis.leg_parts import leg_parts
from analysis.leg_sums import leg_kilometres, leg_sums, term_arrays, unit_scores
from analysis.leg_terms import DISPATCHED, leg_terms

if TYPE_CHECKING:
    from analysis.leg_parts import LegParts
    from analysis.recipe import Classes, LegRule, Recipe

KNOWN: Final = "known"
UNKNOWN: Final = "unknown"
ORIGIN: Final = "origin"

NOT_AN_ESCAPE: Final = "not an escape leg"
TOO_LITTLE_KNOWN: Final = "too little is known"

READING_COLUMNS: Final = (
    *("reading", "risk_class", "reason", "exposure", "cumulative_so_far"),
    *("weight_km", "weight_unknown_km", "known_share", "driver_iso3"),
    *("grade", "oldest_evidence", "age_years"),
    *("km_known", "km_unknown", "km_not_applicable", "km_sea", "km_unmatched"),
    *("km_undeclared", "km_not_counted", "km_high", "km_elevated_or_worse"),
)


def leg_readings(
    legs: pd.DataFrame,
    exposure: pd.DataFrame,
    *,
    crossings: pd.DataFrame,
    countries: pd.DataFrame,
    recipe: Recipe,
) -> pd.DataFrame:
    """Return the reading of every leg, and what it rests on.

    The reading is the mean of the scores of a leg's terms (see `leg_terms`), weighted by their
    kilometres. At a border the stricter of the two known sides counts. Terms of the country of
    origin are not scored where it has no score; terms of other countries without a score are
    unknown, never zero. Where less than ``min_known`` of the weight is known there is no reading.

    Raising the score of a country never lowers a reading. A score that appears where there was
    none is new knowledge and may move a reading either way.

    Parameters
    ----------
    legs
        Index ``leg_id``; ``corridor_id, seq, mode, standing, protected_by, countries_declared``.
    exposure
        ``leg_id, iso3, km``; ``SEA`` is open water, ``NONE`` land of no country.
    crossings
        ``leg_id, from_iso3, to_iso3`` in the order of travel.
    countries
        Index ``iso3``; ``risk`` (0-10, NaN where missing), ``grade, oldest_evidence, age_years``.
    recipe
        With classes and a leg table.

    Returns
    -------
    The index of ``legs``; ``reading`` (0-10, NaN where grey), ``risk_class`` (a word or ``no
    data``), ``reason`` (why there is no reading, else empty), ``exposure`` (score times km over
    the known terms), ``cumulative_so_far`` (exposure of the corridor up to this leg, score times
    1,000 km, NaN while nothing is known), ``weight_km`` and ``weight_unknown_km`` (known and
    unknown weight), ``known_share`` (0-1), ``driver_iso3`` (the country that contributes most),
    ``grade`` (the weakest), ``oldest_evidence``, ``age_years`` (of the oldest); the kilometres
    ``km_known, km_unknown, km_not_applicable, km_sea, km_unmatched, km_undeclared,
    km_not_counted``, which add up to the leg's length; of the known ones ``km_high`` (in countries
    of the gravest class) and ``km_elevated_or_worse``.

    Raises
    ------
    RecipeError
        The recipe has no classes or no leg table.

    """
    _, rule = leg_rules(recipe)
    parts = leg_parts(legs, exposure, crossings=crossings, rule=rule)
    return read_legs(parts, countries, recipe)[0]


def read_legs(
    parts: LegParts, countries: pd.DataFrame, recipe: Recipe
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return `leg_readings` and `leg_drivers` of legs whose parts are made already.

    Parameters
    ----------
    parts
        Made with the leg table of the same recipe.
    countries, recipe
        As for `leg_readings`.

    """
    classes, rule = leg_rules(recipe)
    legs = parts.legs
    drivers = _scored(parts.terms, countries, rule)
    by_leg = _summed(parts.terms, legs, countries, recipe)
    reading = by_leg["reading"]
    table = by_leg.assign(
        risk_class=class_words(reading, classes),
        reason=_reasons(legs, reading),
        cumulative_so_far=_so_far(legs, by_leg),
    )
    whole = pd.concat([table, _evidence(drivers, legs), parts.uncounted], axis=1)
    return whole[list(READING_COLUMNS)], drivers


def leg_dimension(
    legs: pd.DataFrame,
    exposure: pd.DataFrame,
    *,
    crossings: pd.DataFrame,
    scores: pd.Series,
    recipe: Recipe,
) -> pd.DataFrame:
    """Return the reading of every leg by any one score of countries, such as one dimension.

    Parameters
    ----------
    legs, exposure, crossings, recipe
        As for `leg_readings`.
    scores
        Index ``iso3``; 0-10, NaN where missing.

    Returns
    -------
    As `leg_readings`; ``grade``, ``oldest_evidence`` and ``age_years`` are missing.

    """
    undated = pd.Series(pd.NaT, index=scores.index, dtype="datetime64[s]")
    countries = scores.to_frame("risk").assign(
        grade=NO_GRADE, oldest_evidence=undated, age_years=np.nan
    )
    return leg_readings(legs, exposure, crossings=crossings, countries=countries, recipe=recipe)


def leg_drivers(
    legs: pd.DataFrame,
    exposure: pd.DataFrame,
    *,
    crossings: pd.DataFrame,
    countries: pd.DataFrame,
    recipe: Recipe,
) -> pd.DataFrame:
    """Return the terms of every leg with their scores; contributions add up to its exposure.

    Parameters
    ----------
    legs, exposure, crossings, countries, recipe
        As for `leg_readings`.

    Returns
    -------
    One row per term: ``leg_id``, ``iso3`` (at a border the side that counts), ``other_iso3`` (the
    other side, else empty), ``kind`` (``km``, ``crossing``, ``end``, ``protection``),
    ``weight_km``, ``score``, ``contribution`` (their product; both NaN where not scored),
    ``state`` (``known``, ``unknown`` or ``origin``), ``grade``, ``oldest_evidence``,
    ``age_years``.

    Raises
    ------
    RecipeError
        The recipe has no classes or no leg table.

    """
    _, rule = leg_rules(recipe)
    return _scored(leg_terms(legs, exposure, crossings=crossings, rule=rule), countries, rule)


def _scored(terms: pd.DataFrame, countries: pd.DataFrame, rule: LegRule) -> pd.DataFrame:
    terms = _stricter_first(terms, countries)
    score = terms["iso3"].map(countries["risk"]).astype(float)
    origin = terms["iso3"].isin(rule.origin) & terms["other_iso3"].isin(["", *rule.origin])
    state = np.select([score.notna(), origin], [KNOWN, ORIGIN], UNKNOWN)
    return terms.assign(
        score=score,
        contribution=terms["weight_km"] * score,
        state=state,
        grade=terms["iso3"].map(countries["grade"]).astype("object").fillna(NO_GRADE),
        oldest_evidence=terms["iso3"].map(countries["oldest_evidence"]),
        age_years=terms["iso3"].map(countries["age_years"]).astype(float),
    )


def leg_rules(recipe: Recipe) -> tuple[Classes, LegRule]:
    """Return the classes and the leg table of a recipe.

    Raises
    ------
    RecipeError
        It has no classes or no leg table, or the class ``elevated`` of the table is none of them.
    """
    if recipe.classes is None or recipe.legs is None:
        missing = "legs" if recipe.classes else "classes"
        expected = f"a table [{missing}], without which legs cannot be read"
        raise RecipeError(recipe.name, missing, found="nothing", expected=expected)
    if recipe.legs.elevated not in recipe.classes.names:
        raise RecipeError(
            recipe.name,
            "legs.elevated",
            found=repr(recipe.legs.elevated),
            expected=f"one of {', '.join(recipe.classes.names)}",
        )
    return recipe.classes, recipe.legs


def _stricter_first(terms: pd.DataFrame, countries: pd.DataFrame) -> pd.DataFrame:
    """Return the terms with the side that counts in ``iso3``: a missing score never does."""
    here = terms["iso3"].map(countries["risk"]).astype(float).fillna(-np.inf)
    there = terms["other_iso3"].map(countries["risk"]).astype(float).fillna(-np.inf)
    turn = there > here
    return terms.assign(
        iso3=terms["other_iso3"].where(turn, terms["iso3"]),
        other_iso3=terms["iso3"].where(turn, terms["other_iso3"]),
    )


def _summed(
    terms: pd.DataFrame, legs: pd.DataFrame, countries: pd.DataFrame, recipe: Recipe
) -> pd.DataFrame:
    """Return the exposure, weights, reading and kilometres of each leg over its terms."""
    classes, rule = leg_rules(recipe)
    arrays = term_arrays(terms, legs.index, countries=countries.index, rule=rule)
    units = unit_scores(arrays, countries[["risk"]].to_numpy(dtype=float))
    sums = leg_sums(arrays, units)
    origin = ~units.known & arrays.origin[:, None]
    kilometres = arrays.travelled.sums
    parts = {
        "exposure": sums.exposure,
        "weight_km": sums.weight_km,
        "weight_unknown_km": sums.weight_unknown_km,
        "known_share": sums.known_share(),
        "reading": sums.reading(rule),
        "km_known": kilometres(units.known),
        "km_unknown": kilometres(~units.known & ~origin),
        "km_not_applicable": kilometres(origin),
        "km_high": leg_kilometres(arrays, units, name=classes.highest, classes=classes),
        "km_elevated_or_worse": leg_kilometres(arrays, units, name=rule.elevated, classes=classes),
    }
    return pd.DataFrame({name: part[:, 0] for name, part in parts.items()}, index=legs.index)


def _reasons(legs: pd.DataFrame, reading: pd.Series) -> pd.Series:
    dispatched = legs["standing"] == DISPATCHED
    words = np.select([dispatched, reading.isna()], [NOT_AN_ESCAPE, TOO_LITTLE_KNOWN], "")
    return pd.Series(words, index=legs.index, dtype="object")


def _so_far(legs: pd.DataFrame, by_leg: pd.DataFrame) -> pd.Series:
    order = np.lexsort([legs["seq"], legs["corridor_id"]])
    corridor, ids = pd.factorize(legs["corridor_id"].iloc[order])
    along = by_leg[["exposure", "weight_km"]].iloc[order]
    sums = running_sums(along.to_numpy(), Groups(place=corridor, count=len(ids)))
    so_far = pd.Series(sums[:, 0] / 1000, index=along.index).where(sums[:, 1] > 0)
    return so_far.reindex(legs.index)


def _evidence(drivers: pd.DataFrame, legs: pd.DataFrame) -> pd.DataFrame:
    known = drivers[drivers["state"] == KNOWN]
    by_leg = known.groupby("leg_id")
    ranks = known["grade"].map({grade: place for place, grade in enumerate(GRADES)})
    weakest = ranks.groupby(known["leg_id"]).min().map(dict(enumerate(GRADES)))
    per_country = known.groupby(["leg_id", "iso3"], sort=False)["contribution"].sum()
    largest = per_country.sort_values(ascending=False, kind="stable").reset_index()
    driver = largest.drop_duplicates("leg_id").set_index("leg_id")["iso3"]
    return pd.DataFrame(
        {
            "driver_iso3": driver.reindex(legs.index).astype("object").fillna(""),
            "grade": weakest.reindex(legs.index).astype("object").fillna(NO_GRADE),
            "oldest_evidence": by_leg["oldest_evidence"].min().reindex(legs.index),
            "age_years": by_leg["age_years"].max().reindex(legs.index),
        }
    )
