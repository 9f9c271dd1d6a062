"""Arrivals in South Korea: by year and sex, the share of women, and what the years add up to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from dashboard.language import N_, _
from dashboard.series.figures import figures, number
from geodata.evidence_figures import FIRST_YEAR, OPENING_BLOCK, arrivals_through

if TYPE_CHECKING:
    from dashboard.series.evidence import TimeEvidence

SERIES: Final = "kr_arrivals"
TOTAL: Final = "kr_cumulative"
# In the order in which they are stacked.
SEXES: Final = (N_("Women and girls"), N_("Men and boys"), N_("Sex not published"))


def arrivals_by_sex(evidence: TimeEvidence) -> pd.DataFrame:
    """Return one row per year and sex, as bars that stand on each other.

    Returns
    -------
    pd.DataFrame
        The columns of `figures` for each year, and ``sex`` in words, ``people``, ``base`` and
        ``tip`` of its bar. Men and boys are the total less women and girls: our arithmetic. A year
        without a split has one bar, of people whose sex was not published.
    """
    found = figures(evidence, SERIES).rename_axis("flow_id").reset_index()
    women = found["female"].astype(float)
    parts = dict(zip(SEXES, (women, found["value"] - women, found["value"]), strict=True))
    told = women.notna()
    bars = [
        found.assign(sex=_(sex), people=people)[~told if sex == SEXES[-1] else told]
        for sex, people in parts.items()
    ]
    table = pd.concat(bars, ignore_index=True)
    tip = table.groupby("flow_id")["people"].cumsum()
    return table.assign(
        base=tip - table["people"], tip=tip, count=table["people"].map(number)
    ).sort_values(["start", "base"], kind="stable", ignore_index=True)


def sexes() -> list[str]:
    """Return the words for the sexes in the order in which they are stacked."""
    return [_(sex) for sex in SEXES]


def share_of_women(evidence: TimeEvidence) -> pd.DataFrame:
    """Return the years whose split was published.

    Returns
    -------
    pd.DataFrame
        The columns of `figures`; ``share`` in percent and in words, and ``run``: years that follow
        each other share a number, so that no line is drawn through a year that is missing.
    """
    found = figures(evidence, SERIES).dropna(subset=["female_share_pct"])
    gaps = found["start"].diff() > 1
    return found.assign(
        run=gaps.cumsum(),
        share=found["female_share_pct"],
        share_words=[
            _("{number} %").format(number=number(share)) for share in found["female_share_pct"]
        ],
        women=found["female"].map(number),
    )


def added_up(evidence: TimeEvidence) -> tuple[int, int, float] | None:
    """Return the last year, what block and years add up to by its end, and the official total.

    None before the first year that is counted, and where the filters leave out the block or a year;
    the official total is NaN where none is published.
    """
    yearly = figures(evidence, SERIES)
    if yearly.empty or (last := int(yearly["start"].max())) < FIRST_YEAR:
        return None
    needed = {OPENING_BLOCK, *map(str, range(FIRST_YEAR, last + 1))}
    if not needed <= {*evidence.flows["year"]}:
        return None
    totals = figures(evidence, TOTAL)
    official = totals.loc[totals["start"] == last, "value"]
    total = float(official.iloc[0]) if len(official) else np.nan
    return last, arrivals_through(evidence.flows, last), total
