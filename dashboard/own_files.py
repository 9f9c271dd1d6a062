"""Compares a reader's own legs and places with the countries that they lie in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pandas as pd
import shapely

from geodata.exposure import NONE, SEA, declared_disagreements, leg_exposure
from intake.files.findings import Note
from intake.files.layers import no_progress
from intake.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    import geopandas as gpd

    from intake.files.intake import Intake
    from intake.files.layers import Progress

SHIFTED: Final = Sentence(
    "Nothing in a file tells whether coordinates in China were taken from a Chinese map (GCJ-02): "
    "those lie 100 to 700 m off. Ask where they come from."
)
_BORDER_KM: Final = 5.0
_AT_ONCE: Final = 5_000  # legs measured before the next sign of progress
_MANY: Final = 20  # more notes of one kind are told as one


def compared_with_countries(
    intake: Intake,
    boundaries: gpd.GeoDataFrame,
    unclaimed: gpd.GeoDataFrame,
    *,
    progress: Progress = no_progress,
) -> Intake:
    """Return an intake with remarks on the countries that its legs cross.

    Legs that lie in no country, or in other countries than their row declares, are remarked on,
    and that coordinates in China may be shifted. Nothing is set aside.
    """
    remarks = intake.remarks
    if _in_china(intake, boundaries):
        remarks += (Note(sentence=SHIFTED),)
    if len(intake.legs):
        exposure = _exposure(intake.legs[["geometry"]], boundaries, unclaimed, progress)
        remarks += (*_nowhere(intake.legs, exposure), *_declared(intake.legs, exposure))
    return replace(intake, remarks=remarks)


def _exposure(
    lines: gpd.GeoDataFrame,
    boundaries: gpd.GeoDataFrame,
    unclaimed: gpd.GeoDataFrame,
    progress: Progress,
) -> pd.DataFrame:
    """Return the kilometres by country, measured part by part."""
    parts = []
    for start in range(0, len(lines), _AT_ONCE):
        some = lines.iloc[start : start + _AT_ONCE]
        parts.append(leg_exposure(some, boundaries, unclaimed=unclaimed))
        progress(min(1.0, (start + _AT_ONCE) / len(lines)))
    return pd.concat(parts, ignore_index=True)


def _in_china(intake: Intake, boundaries: gpd.GeoDataFrame) -> bool:
    china = boundaries.geometry.loc["CHN"]
    shapely.prepare(china)
    return any(
        shapely.intersects(china, table.geometry.to_numpy()).any()
        for table in (intake.legs, intake.places)
    )


def _nowhere(legs: gpd.GeoDataFrame, exposure: pd.DataFrame) -> Iterator[Note]:
    in_a_country = exposure.loc[~exposure["iso3"].isin([SEA, NONE]), "leg_id"]
    nowhere = legs.index[~legs.index.isin(in_a_country)]
    if len(nowhere) > _MANY:
        rows = tuple(int(row) for row in legs.loc[nowhere, "row"])
        yield Note(sentence=Sentence("Legs that lie in no country."), rows=rows)
        return
    for leg_id in nowhere:
        words = Sentence(
            "Leg {leg} lies in no country: open sea, or land that belongs to none.", leg=leg_id
        )
        yield _note(legs, leg_id, words)


def _declared(legs: gpd.GeoDataFrame, exposure: pd.DataFrame) -> Iterator[Note]:
    declaring = legs[legs["countries_declared"].notna()]
    crossed = exposure[
        exposure["leg_id"].isin(declaring.index) & ~exposure["iso3"].isin([SEA, NONE])
    ]
    table = declaring[["mode", "countries_declared"]].astype("object").where(declaring.notna(), "")
    found = declared_disagreements(table, crossed, least_km=_BORDER_KM)
    if found["leg_id"].nunique() > _MANY:
        touched = legs.loc[found["leg_id"].unique(), "row"]
        words = Sentence("Legs that cross other countries than their rows declare.")
        yield Note(sentence=words, rows=tuple(int(row) for row in touched))
        return
    for row in found.itertuples():
        if row.km:
            words = Sentence(
                "Leg {leg} crosses {country} for {km} km, which its row does not declare.",
                leg=row.leg_id, country=row.iso3, km=format(row.km, ",.0f"),
            )  # fmt: skip
        else:
            words = Sentence(
                "Leg {leg} declares {country}, which its line does not cross.",
                leg=row.leg_id, country=row.iso3,
            )  # fmt: skip
        yield _note(legs, row.leg_id, words)


def _note(legs: gpd.GeoDataFrame, leg_id: object, words: Sentence) -> Note:
    leg = legs.loc[leg_id]
    return Note(layer=str(leg["layer"]), sentence=words, rows=(int(leg["row"]),))
