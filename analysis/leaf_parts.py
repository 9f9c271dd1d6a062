"""What each indicator, country and source adds to a figure; the parts add up to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from analysis.countries import recipe_cells
from analysis.explain import contributions
from analysis.index import child_matrix, in_order, scored_values
from analysis.legs import KNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.recipe import Recipe

REST: Final = "rounding and floor"
MISSING: Final = "missing, its weight goes to the others"
NO_SOURCE: Final = "no source is named"

DUST: Final = 1e-12  # what adding up leaves over, in points of 0-10

PART_COLUMNS: Final = ("leg_id", "iso3", "dimension", "source_id", "exposure", "reading", "note")


def country_parts(indicators: pd.DataFrame, recipe: Recipe) -> pd.DataFrame:
    """Return what each leaf adds to the figure of each country.

    The parts of a node are those of `explain`: share times value for an arithmetic mean, and the
    exact divisions named there for the others. The part of an inner node is divided among its
    leaves in the same way. What rounding and floors add or take is a part of its own.

    Parameters
    ----------
    indicators
        The result of `indicators_on`.
    recipe
        The index.

    Returns
    -------
    Index ``iso3``; one column per leaf of the recipe's figure and ``rounding and floor``; rows add
    up to the country's figure. NaN where there is no figure, 0 for a leaf that is missing.

    """
    cells = recipe_cells(indicators, recipe)
    values = scored_values(recipe, cells)
    found = {str(name): values[name].to_numpy(dtype=float) for name in values}
    parts = {recipe.figure: found[recipe.figure]}
    for node in reversed(in_order(recipe)):
        if node.id not in parts:
            continue
        of_node = contributions(node, child_matrix(recipe, node, found, units=cells.index))
        whole, value = parts.pop(node.id)[:, None], found[node.id][:, None]
        shared = np.divide(of_node * whole, value, out=np.zeros_like(of_node), where=value != 0)
        for place, child in enumerate(node.children):
            parts[child.id] = np.where(np.isnan(shared[:, place]), 0.0, shared[:, place])
    table = pd.DataFrame(parts, index=cells.index)
    figure = values[recipe.figure]
    rest = figure - table.sum(axis=1)
    return table.assign(**{REST: rest.where(rest.abs() > DUST, 0.0)}).where(figure.notna())


def leg_parts(
    drivers: pd.DataFrame,
    indicators: pd.DataFrame,
    *,
    readings: pd.DataFrame,
    recipe: Recipe,
) -> pd.DataFrame:
    """Return what each country, indicator and source adds to each leg.

    Parameters
    ----------
    drivers
        The result of `leg_drivers`.
    indicators
        The result of `indicators_on`: its sources share the part of their indicator evenly.
    readings
        The result of `leg_readings` for the same legs.
    recipe
        The index.

    Returns
    -------
    One row per leg, country, indicator and source: ``leg_id, iso3, dimension, source_id``;
    ``exposure`` (score times kilometres; the rows of a leg add up to its exposure); ``reading``
    (points of 0-10; the rows of a leg add up to its reading, NaN where it has none); ``note``
    (the indicator is missing, it names no source, or the row is what rounding and floors add).

    """
    known = drivers[drivers["state"] == KNOWN]
    weight = known.groupby(["leg_id", "iso3"], sort=False)["weight_km"].sum().reset_index()
    parts = _by_source(country_parts(indicators, recipe), indicators)
    rows = weight.merge(parts, on="iso3")
    of_leg = readings.reindex(rows["leg_id"]).reset_index(drop=True)
    total = of_leg["weight_km"].where(of_leg["reading"].notna())
    exposure = rows["weight_km"] * rows["part"]
    return rows.assign(exposure=exposure, reading=exposure / total)[list(PART_COLUMNS)]


def parts_by(parts: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Return parts added up, with their share of the whole.

    Parameters
    ----------
    parts
        The result of `leg_parts`, or of it with further columns such as ``corridor_id``.
    by
        Columns; the first one names the whole: ``["leg_id", "dimension"]``, ``["leg_id",
        "source_id"]``, ``["corridor_id", "iso3"]``.

    Returns
    -------
    The columns of ``by``; ``exposure``; ``reading`` where the whole is a leg; ``share`` of the
    exposure of the whole (NaN where that is 0). Largest first within each whole.

    """
    figures = ["exposure", "reading"] if by[0] == "leg_id" else ["exposure"]
    grouped = parts.groupby(list(by), sort=False)[figures]
    sums = grouped.sum(min_count=1).reset_index()
    whole = sums.groupby(by[0])["exposure"].transform("sum")
    shares = sums.assign(share=sums["exposure"] / whole.where(whole != 0))
    place = pd.factorize(shares[by[0]])[0]
    order = np.lexsort([-shares["exposure"].to_numpy(), place])
    return shares.iloc[order].reset_index(drop=True)


def _by_source(parts: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Return ``iso3, dimension, source_id, part, note``: one row per part and source."""
    spoken = parts.dropna().reset_index()
    long = spoken.melt(id_vars="iso3", var_name="dimension", value_name="part")
    about = indicators[["iso3", "dimension", "score", "source_ids"]]
    joined = long.merge(about, on=["iso3", "dimension"], how="left")
    kept = joined[(joined["dimension"] != REST) | (joined["part"] != 0)]
    sources = kept["source_ids"].fillna("")
    count = sources.str.count(";") + 1
    conditions = [kept["dimension"] == REST, kept["score"].isna(), sources == ""]
    rows = kept.assign(
        part=kept["part"] / count,
        source_id=sources.str.split(";"),
        note=np.select(conditions, [REST, MISSING, NO_SOURCE], ""),
    )
    order = pd.Index(parts.columns).get_indexer(pd.Index(rows["dimension"]))
    in_order_of_leaves = np.argsort(order, kind="stable")
    return rows.iloc[in_order_of_leaves].sort_values("iso3", kind="stable").explode("source_id")
