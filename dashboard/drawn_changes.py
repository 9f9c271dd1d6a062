"""Two dates, or without and with a scenario, in the same draws: how sure each difference is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from analysis.corridor_draws import corridor_draws
from analysis.draws import country_draws
from analysis.intervals import interval_table, shown_class_shares
from analysis.two_states import difference_table, sample_together, state_changes
from dashboard.uncertainty import terms_for, uncertain_readings

if TYPE_CHECKING:
    from analysis.aggregation import Matrix
    from analysis.corridor_draws import CorridorDraws
    from analysis.draws import CountryDraws
    from analysis.uncertainty_rule import Spread, UncertaintyRule
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.scenarios import Compared


@dataclass(frozen=True, kw_only=True)
class Changes:
    """How figures differ between two states of the evidence, and in how many draws.

    ``corridors`` as `state_changes`. ``countries`` has index ``iso3`` (those of either state);
    ``before`` and ``after``, each with ``_low`` and ``_high``, ``_class`` (the class shown) and
    ``_class_share`` (share of draws in it); then as `difference_table`.
    """

    rule: UncertaintyRule
    corridors: pd.DataFrame
    countries: pd.DataFrame


def read_changes(
    atlas: Atlas,
    before: Readings,
    after: Readings,
    *,
    rule: UncertaintyRule,
    base: Literal["before", "after"],
) -> Changes:
    """Return how sure each difference between two states is: what differs is what is drawn.

    Parameters
    ----------
    atlas
        The data.
    before, after
        The readings of two dates, or without and with a scenario, under one recipe.
    rule
        How far values and choices are varied, and how often.
    base
        The state that other pages show: its intervals are the same here as there.
    """
    states = (before, after)
    uncertain = [uncertain_readings(atlas, state, rule) for state in states]
    step = 1 if base == "before" else -1
    points = sample_together(*uncertain[::step])[::step]
    drawn = [country_draws(one, seen) for one, seen in zip(uncertain, points, strict=True)]
    first, second = (_corridors(atlas, one, seen) for one, seen in zip(states, drawn, strict=True))
    return Changes(
        rule=rule,
        corridors=state_changes(
            (first, second), (before.corridors, after.corridors), spread=rule.spread
        ),
        countries=_countries(states, (drawn[0], drawn[1]), rule.spread),
    )


def drawn_scenario(atlas: Atlas, compared: Compared, rule: UncertaintyRule) -> Changes:
    """Return how sure each difference is that a scenario would make."""
    return read_changes(atlas, compared.baseline, compared.readings, rule=rule, base="before")


def drawn_dates(atlas: Atlas, then: Readings, now: Readings, rule: UncertaintyRule) -> Changes:
    """Return how sure each difference is between another date and the as-of date."""
    return read_changes(atlas, then, now, rule=rule, base="after")


def _corridors(atlas: Atlas, readings: Readings, drawn: CountryDraws) -> CorridorDraws:
    return corridor_draws(
        terms_for(atlas, readings, drawn.countries),
        drawn,
        corridor=atlas.legs["corridor_id"],
        rules=(readings.classes, readings.leg_rule),
    )


def _countries(
    states: tuple[Readings, Readings], drawn: tuple[CountryDraws, CountryDraws], spread: Spread
) -> pd.DataFrame:
    either = states[0].countries.index.union(states[1].countries.index, sort=False)
    shown = [state.countries["risk"].reindex(either) for state in states]
    scores = [_rows(one, either) for one in drawn]
    tables = []
    for state, name, figures, risk in zip(states, ("before", "after"), scores, shown, strict=True):
        found = interval_table(
            figures, risk, interval=spread.interval, notes="", classes=state.classes
        )
        words = state.countries["risk_class"].reindex(either)
        tables.append(
            pd.DataFrame(
                {
                    name: risk,
                    f"{name}_low": found["low"],
                    f"{name}_high": found["high"],
                    f"{name}_class": words,
                    f"{name}_class_share": shown_class_shares(found, words),
                }
            )
        )
    difference = difference_table((scores[0], scores[1]), (shown[0], shown[1]), spread=spread)
    return tables[0].join(tables[1]).join(difference)


def _rows(drawn: CountryDraws, iso3: pd.Index) -> Matrix:
    """Return the draws of these countries, NaN for one that was not drawn."""
    place = drawn.countries.get_indexer(iso3)
    found: Matrix = np.where((place < 0)[:, None], np.nan, drawn.scores[place])
    return found
