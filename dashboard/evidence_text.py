"""What the figures of some countries and legs rest on, as text: evidence first, then sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis.factors import ASSUMED
from dashboard.rows import rows
from intake.ids import split_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.rows import Row


def evidence_text(
    atlas: Atlas, readings: Readings, countries: Iterable[str], legs: Iterable[str] = ()
) -> str:
    """Return the evidence under figures, with every source in full.

    Parameters
    ----------
    atlas
        The data.
    readings
        The figures.
    countries
        The countries whose trees were printed, by ``iso3``. Each dimension that the recipe reads
        and that has a value stands with its grade, the date of its evidence, and the ids of the
        facts and incidents that it is made of.
    legs
        The legs whose readings were printed: what reports them and what their standing rests on.
    """
    found = readings.indicators[
        readings.indicators["iso3"].isin(list(countries))
        & readings.indicators["dimension"].isin(readings.recipe.columns)
        & (readings.indicators["basis"] != "")
    ]
    ways = atlas.legs.loc[list(legs)]
    lines = [
        "Evidence. The value of a dimension is our judgement, read from what is named behind it.",
        *map(_assessed, rows(found)),
        *map(_reported, rows(ways)),
        "",
        "Sources",
        *_sources(atlas, pd.concat([found["source_ids"], *_cited(ways)])),
    ]
    return "\n".join([*lines, ""])


def _assessed(indicator: Row) -> str:
    if indicator.basis == ASSUMED:
        return f"  {indicator.iso3} {indicator.dimension}: set by the scenario, not by evidence"
    date = "undated" if pd.isna(indicator.evidence_date) else f"{indicator.evidence_date:%Y-%m-%d}"
    seen = ", no source was seen" if indicator.unverified else ""
    behind = ", ".join(split_ids(indicator.evidence_ids))
    return (
        f"  {indicator.iso3} {indicator.dimension}: grade {indicator.grade}, {date}{seen}; "
        f"from {behind} [{', '.join(split_ids(indicator.source_ids))}]"
    )


def _reported(leg: Row) -> str:
    standing = ", ".join(split_ids(leg.standing_source_ids)) or "our judgement"
    return (
        f"  {leg.Index}: reported by [{', '.join(split_ids(leg.source_ids))}]; "
        f"{leg.mode}, {leg.standing} [{standing}]"
    )


def _cited(ways: pd.DataFrame) -> list[pd.Series]:
    return [ways["source_ids"], ways["standing_source_ids"]]


def _sources(atlas: Atlas, cells: pd.Series) -> Iterator[str]:
    ids = {one for cell in cells.dropna() for one in split_ids(cell)}
    for source in rows(atlas.sources[atlas.sources.index.isin(ids)]):
        address = f" {source.url}" if source.url.startswith("http") else ""
        yield f"  [{source.Index}] {atlas.source_lines[source.Index]}.{address}"
