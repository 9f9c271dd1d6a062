"""From a record to every number that it moves: how much of each it makes, and each without it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from analysis.as_of import indicators_on
from analysis.leaf_parts import country_parts
from analysis.leave_out import RECORD, facts_emptied, left_out
from dashboard.evidence.records import FACT, INCIDENT, SOURCE, parted, resting_on
from dashboard.rows import rows
from dashboard.uncertainty import read_parts, whole
from intake.ids import split_ids

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings

DIMENSION: Final = "dimension"
COLUMNS: Final = ("level", "id", "figure", "shown", "part", "without", "note")
_KEY: Final = ["level", "id", "figure"]
_LEVELS: Final = (DIMENSION, "country", "leg", "corridor")
_PLACES: Final = 9  # what is left of adding up, in points, is no part


def moved_by(atlas: Atlas, readings: Readings, key: str) -> pd.DataFrame:
    """Return every number that rests on a record or would be another without it.

    Parameters
    ----------
    atlas, readings
        The data, and every figure as of a date under a recipe.
    key
        A record; those that are no fact, incident or source move no number.

    Returns
    -------
    One row per number, by level: ``level`` (``dimension``, ``country``, ``leg`` or ``corridor``),
    ``id`` (``CHN.legal_recognition``, ``CHN``, a leg, a corridor), ``figure`` (``score``,
    ``risk``, ``reading``, or a reading of a corridor); ``shown``; ``part``, what the record adds to
    it now (in its own unit; NaN where nothing adds up, as in a maximum); ``without``, the number if
    the record had never been found, when an older assessment or a rule speaks; ``note`` of
    `left_out`.
    """
    ids = _evidence(atlas, key)
    if not ids:
        return pd.DataFrame(columns=list(COLUMNS))
    remaining = indicators_without(atlas, readings, ids)
    rests = _shares(readings.indicators, ids)
    made = pd.concat([_dimension_parts(rests), _parts(atlas, readings, rests)], ignore_index=True)
    changed = pd.concat(
        [
            _dimensions(readings.indicators, remaining),
            left_out(readings.indicators, {(RECORD, key): remaining}, whole=whole(atlas, readings)),
        ],
        ignore_index=True,
    )
    table = made.merge(changed[changed["level"] != ""], on=_KEY, how="outer")
    shown = table["shown"].fillna(_shown(readings, table))
    kept = table.assign(
        shown=shown,
        without=table["without"].where(table["note"].notna(), shown),
        note=table["note"].fillna(""),
        place=table["level"].map(_LEVELS.index),
        size=-table["part"].fillna(0.0),
    )
    return kept.sort_values(["place", "size", "id"], ignore_index=True)[list(COLUMNS)]


def _evidence(atlas: Atlas, key: str) -> set[str]:
    """Return the ids of facts and incidents that a record stands for."""
    kind, record_id = parted(key)
    keys = resting_on(atlas, record_id) if kind == SOURCE else (key,)
    return {one for kind, one in map(parted, keys) if kind in {FACT, INCIDENT}}


def indicators_without(atlas: Atlas, readings: Readings, ids: set[str]) -> pd.DataFrame:
    """Return what is known of every country if some facts and incidents had never been found."""
    gone = pd.Series(atlas.facts.index.isin(ids), index=atlas.facts.index)
    return indicators_on(
        facts_emptied(atlas.facts, gone, readings.recipe),
        atlas.sources,
        incidents=atlas.incidents[~atlas.incidents.index.isin(ids)],
        recipe=readings.recipe,
        date=readings.date,
    )


def _shares(indicators: pd.DataFrame, ids: set[str]) -> pd.DataFrame:
    """Return the indicators that rest on some evidence, with its ``share`` of each.

    Several rows of evidence of one indicator share it evenly.
    """
    named = indicators["evidence_ids"].map(lambda cell: set(split_ids(str(cell))))
    share = named.map(lambda found: len(found & ids) / max(len(found), 1))
    rests = indicators.assign(share=share)
    return rests[(share > 0) & rests["score"].notna()]


def _dimension_parts(rests: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "level": DIMENSION,
            "id": rests["iso3"] + "." + rests["dimension"],
            "figure": "score",
            "part": rests["score"] * rests["share"],
        }
    )


def _parts(atlas: Atlas, readings: Readings, rests: pd.DataFrame) -> pd.DataFrame:
    """Return what the record adds to countries, legs and the cumulative exposure of corridors."""
    share = rests[["iso3", "dimension", "share"]]
    countries = (
        country_parts(readings.indicators, readings.recipe)
        .rename_axis("iso3")
        .reset_index()
        .melt(id_vars="iso3", var_name="dimension", value_name="risk")
        .merge(share, on=["iso3", "dimension"])
    )
    legs = read_parts(atlas, readings).merge(share, on=["iso3", "dimension"])
    legs = legs.assign(cumulative=legs["exposure"] / 1000)
    tables = (
        ("country", "iso3", "risk", countries),
        ("leg", "leg_id", "reading", legs),
        ("corridor", "corridor_id", "cumulative", legs),
    )
    return pd.concat([_summed(*one) for one in tables], ignore_index=True)


def _summed(level: str, name: str, figure: str, table: pd.DataFrame) -> pd.DataFrame:
    """Return the share of each part added up by ``name``; nothing where it adds nothing."""
    amounts = (table[figure] * table["share"]).groupby(table[name], sort=False).sum()
    some = amounts[amounts.round(_PLACES) != 0]
    return pd.DataFrame({"level": level, "id": some.index, "figure": figure, "part": some.array})


def _dimensions(shown: pd.DataFrame, remaining: pd.DataFrame) -> pd.DataFrame:
    """Return the scores of dimensions that would be others, as `left_out` returns figures."""
    keys = ["iso3", "dimension"]
    both = shown[[*keys, "score"]].merge(remaining[[*keys, "score"]], on=keys)
    differs = (both["score_x"] != both["score_y"]) & both[["score_x", "score_y"]].notna().any(
        axis=1
    )
    changed = both[differs]
    return pd.DataFrame(
        {
            "level": DIMENSION,
            "id": changed["iso3"] + "." + changed["dimension"],
            "figure": "score",
            "shown": changed["score_x"],
            "without": changed["score_y"],
            "note": "",
        }
    )


def _shown(readings: Readings, table: pd.DataFrame) -> pd.Series:
    """Return what the atlas shows now for each number of a table."""
    scores = rows(readings.indicators)
    now: dict[tuple[str, Any, str], float] = {
        **{(DIMENSION, f"{one.iso3}.{one.dimension}", "score"): one.score for one in scores},
        **{("country", one, "risk"): risk for one, risk in readings.countries["risk"].items()},
        **{("leg", one, "reading"): found for one, found in readings.legs["reading"].items()},
        **{
            ("corridor", one, "cumulative"): found
            for one, found in readings.corridors["cumulative"].items()
        },
    }
    keys = zip(table["level"], table["id"], table["figure"], strict=True)
    return pd.Series([now.get(key) for key in keys], index=table.index, dtype=float)
