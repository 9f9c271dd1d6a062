"""What if: a named set of values put over the evidence, beside it and never in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from analysis.factors import ASSUMED
from intake.sentence import Sentence

if TYPE_CHECKING:
    from analysis.recipe import Reason, Recipe

NOT_READ: Final = Sentence("this recipe does not read it")
NOT_SHOWN: Final = Sentence("changes no figure of this recipe, only the dimension itself")
SAME: Final = Sentence("the evidence has this value already")


@dataclass(frozen=True, kw_only=True)
class Override:
    """One value of a scenario: a score of 0 to 10, or a word where the recipe reads words.

    ``dimension`` is that of an indicator, as in `indicators_on`; ``reason`` says why it is set.
    """

    iso3: str
    dimension: str
    value: float | str
    reason: Reason


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """A named set of values with the reason of the whole and of each.

    ``name`` is what errors call it (its file name).
    """

    id: str
    title_en: str
    title_ko: str
    name: str
    reason: Reason
    overrides: tuple[Override, ...]


def scenario_indicators(
    indicators: pd.DataFrame, scenario: Scenario, recipe: Recipe
) -> pd.DataFrame:
    """Return indicators as they would be, for `country_index`; the given table is not changed.

    A value of a scenario has no grade, no date and no source: it is given, not found. Its basis
    is ``scenario``, by which uncertainty knows not to draw it.

    Parameters
    ----------
    indicators
        The result of `indicators_on`.
    scenario
        The values. One of an indicator that the recipe does not read is left out; see
        `scenario_changes`.
    recipe
        The index; its leaves say what a word counts.

    """
    places = {key: row for row, key in enumerate(_keys(indicators))}
    changed = indicators.copy()
    for override in scenario.overrides:
        row = places.get((override.iso3, override.dimension))
        if row is not None:
            cells = {**_GIVEN, "score": _score(override, recipe), "value": _word(override)}
            changed.loc[changed.index[row], list(cells)] = pd.Series(cells, dtype="object")
    return changed.astype(indicators.dtypes.to_dict())


def scenario_changes(indicators: pd.DataFrame, scenario: Scenario, recipe: Recipe) -> pd.DataFrame:
    """Return every value of a scenario beside what the evidence has.

    Parameters
    ----------
    indicators, scenario, recipe
        As for `scenario_indicators`.

    Returns
    -------
    One row per value, in the order of the text: ``iso3``, ``dimension``, ``before`` (the score of
    the evidence, NaN where missing), ``after``, ``why``, ``reference``, ``judgement``, ``note``
    (what the value does not do in this recipe, else empty).

    """
    before = dict(zip(_keys(indicators), indicators["score"], strict=True))
    rows = []
    for override in scenario.overrides:
        key = (override.iso3, override.dimension)
        score = _score(override, recipe) if key in before else np.nan
        rows.append(
            {
                "iso3": override.iso3,
                "dimension": override.dimension,
                "before": before.get(key, np.nan),
                "after": score,
                "why": override.reason.why,
                "reference": override.reason.reference,
                "judgement": override.reason.judgement,
                "note": _note(override, before, score, recipe),
            }
        )
    return pd.DataFrame(rows)


_GIVEN: Final = {
    "grade": "",
    "evidence_date": pd.NaT,
    "age_years": np.nan,
    "basis": ASSUMED,
    "evidence_ids": "",
    "source_ids": "",
    "applicable": True,
    "undated": False,
    "unverified": False,
    "newer_incidents": 0,
}


def _keys(indicators: pd.DataFrame) -> list[tuple[str, str]]:
    return list(zip(indicators["iso3"], indicators["dimension"], strict=True))


def _score(override: Override, recipe: Recipe) -> float:
    if isinstance(override.value, str):
        return dict(recipe.leaf(override.dimension).words)[override.value]
    return override.value


def _word(override: Override) -> str:
    return override.value if isinstance(override.value, str) else ""


def _note(
    override: Override,
    before: dict[tuple[str, str], float],
    score: float,
    recipe: Recipe,
) -> str:
    key = (override.iso3, override.dimension)
    if key not in before:
        return NOT_READ
    if before[key] == score:
        return SAME
    return "" if override.dimension in recipe.columns else NOT_SHOWN
