"""What was known of each country on a date: assessments first, rules where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis.assessed import DIMENSIONS, assessed_on
from analysis.commitment import commitment_on
from analysis.dates import age_years, start_of
from analysis.errors import RecipeError
from analysis.practice import cooperation_on, practice_on

if TYPE_CHECKING:
    import datetime as dt

    from analysis.recipe import Recipe

COLUMNS = (
    *("iso3", "dimension", "score", "value", "grade", "evidence_date", "age_years", "basis"),
    *("evidence_ids", "source_ids", "applicable", "undated", "unverified", "newer_incidents"),
)
UNSEEN = "general knowledge"
PRACTICE = "state_practice_of_return"
COOPERATION = "cooperation_with_dprk_on_return"


def indicators_on(
    facts: pd.DataFrame,
    sources: pd.DataFrame,
    *,
    incidents: pd.DataFrame,
    recipe: Recipe,
    date: dt.date,
) -> pd.DataFrame:
    """Return every country's indicators as they stood on a date.

    An assessment speaks from the date of its evidence. Where none is there yet, the recipe's rules
    read practice, cooperation and commitment from dated incidents, agreements and treaties.

    Parameters
    ----------
    facts
        Index ``fact_id``; columns ``iso3, dimension, value, score, year, source_id, confidence``.
    sources
        Index ``source_id``; columns ``date, how_seen``.
    incidents
        Index ``incident_id``; columns ``date, iso3, kind, people_min, source_id, reliability``.
    recipe
        Its columns are read beside the six assessed dimensions; its rules fill what they can.
    date
        The as-of date, inclusive.

    Returns
    -------
    One row per country of the facts and dimension, ordered by both: ``iso3, dimension``,
    ``score`` (0-10, NaN where missing), ``value`` (the fact's words, empty by rule), ``grade``,
    ``evidence_date``, ``age_years`` (both missing where undated), ``basis`` (``assessed``,
    ``rule`` or empty), ``evidence_ids`` and ``source_ids`` (joined by semicolons), ``applicable``
    (false where the dimension does not apply: not the same as missing), ``undated``,
    ``unverified`` (no source was seen), ``newer_incidents`` (returns, transfers and detentions
    since the evidence).

    Raises
    ------
    RecipeError
        The recipe names a column of which no fact speaks.

    """
    _refuse_unknown_columns(facts, recipe)
    found = assessed_on(facts, sources, recipe=recipe, date=date).assign(basis="assessed")
    ruled = _ruled(facts, incidents, recipe, date)
    keys = ["iso3", "dimension"]
    chosen = pd.concat([found, ruled]).drop_duplicates(keys, keep="first").set_index(keys)
    dimensions = list(dict.fromkeys([*DIMENSIONS, *recipe.columns]))
    every = pd.MultiIndex.from_product([sorted(facts["iso3"].unique()), dimensions], names=keys)
    rows = _filled(chosen.reindex(every)).reset_index()
    full = rows.assign(
        age_years=age_years(rows["evidence_date"], date),
        undated=rows["evidence_date"].isna() & (rows["basis"] != ""),
        unverified=_unverified(rows["source_ids"], sources),
        newer_incidents=_newer(rows, incidents, date),
    )
    return full[list(COLUMNS)]


def _ruled(
    facts: pd.DataFrame, incidents: pd.DataFrame, recipe: Recipe, date: dt.date
) -> pd.DataFrame:
    """Return what the recipe's rules say, in the columns of the assessments."""
    parts: dict[str, pd.DataFrame] = {}
    if recipe.practice is not None:
        practice = practice_on(incidents, rule=recipe.practice, date=date)
        parts[PRACTICE] = practice.dropna(subset=["score"])
        if recipe.cooperation is not None:
            parts[COOPERATION] = cooperation_on(facts, practice, rule=recipe.cooperation, date=date)
    if recipe.commitment is not None:
        rule = recipe.commitment
        parts["non_refoulement_commitment"] = commitment_on(facts, rule=rule, date=date)
    # The dimensions describe host states; the country people leave is none on any date.
    origin = recipe.legs.origin if recipe.legs else ()
    hosts = {name: part[~part.index.isin(origin)] for name, part in parts.items()}
    named = [part.assign(dimension=name).reset_index() for name, part in hosts.items()]
    return pd.concat([pd.DataFrame({"iso3": [], "dimension": []}), *named]).assign(
        basis="rule", value="", applicable=True
    )


def _filled(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with words for what is missing: empty text, and applicable."""
    texts = ["value", "grade", "basis", "evidence_ids", "source_ids"]
    filled = rows.assign(**{name: rows[name].astype("object").fillna("") for name in texts})
    return filled.assign(
        score=filled["score"].astype(float),
        evidence_date=pd.to_datetime(filled["evidence_date"]).astype("datetime64[s]"),
        applicable=filled["applicable"].astype("boolean").fillna(value=True).astype(bool),
    )


def _unverified(source_ids: pd.Series, sources: pd.DataFrame) -> pd.Series:
    unseen = set(sources.index[sources["how_seen"] == UNSEEN])
    named = source_ids.str.split(";")
    return named.map(lambda ids: ids != [""] and set(ids) <= unseen).astype(bool)


def _newer(rows: pd.DataFrame, incidents: pd.DataFrame, date: dt.date) -> pd.Series:
    """Count what happened after the evidence that speaks for state practice."""
    acts = incidents[incidents["kind"] != "policy_change"]
    starts = start_of(acts["date"])
    known = acts.assign(start=starts)[starts <= pd.Timestamp(date)]
    asked = rows[(rows["dimension"] == PRACTICE) & (rows["basis"] == "assessed")]
    pairs = asked.reset_index(names="row").merge(known[["iso3", "start"]], on="iso3")
    counts = pairs.loc[pairs["start"] > pairs["evidence_date"], "row"].value_counts()
    return counts.reindex(rows.index).fillna(0).astype(int)


def _refuse_unknown_columns(facts: pd.DataFrame, recipe: Recipe) -> None:
    known = {*DIMENSIONS, *facts["dimension"]}
    for node in recipe.nodes:
        for child in node.children:
            if child.id in recipe.columns and child.id not in known:
                raise RecipeError(
                    recipe.name,
                    f"nodes.{node.id}",
                    found=f"the unknown column {child.id!r}",
                    expected=f"one of {', '.join(DIMENSIONS)}, or a dimension of the facts",
                )
