"""Joins a file of a reader's own with the atlas: its names on the way in, its countries after."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dashboard.known_names import known_names
from geodata.exposure import NONE, SEA, declared_disagreements, leg_exposure
from intake.files.findings import Note
from intake.files.intake import take_in
from intake.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    import geopandas as gpd
    import pandas as pd

    from dashboard.atlas import Atlas
    from intake.files.findings import Answers
    from intake.files.intake import Intake
    from intake.files.layers import RawFile

_BORDER_KM: Final = 5.0


def understood(raw: RawFile, name: str, atlas: Atlas, *, answers: Answers | None = None) -> Intake:
    """Return what a file means, with the names that the atlas knows.

    Parameters
    ----------
    raw, name
        The file as it was read, and its name.
    atlas
        Gives names of countries and places, and the words of modes and standings.
    answers
        What a person has answered so far.

    Raises
    ------
    DataFileError
        The coordinate system of the file is not known.
    """
    return take_in(raw, name, known=known_names(atlas), answers=answers)


def compared_with_countries(
    intake: Intake, boundaries: gpd.GeoDataFrame, unclaimed: gpd.GeoDataFrame
) -> Intake:
    """Return an intake with remarks on the countries that its legs cross.

    Legs that lie in no country, wholly at sea, across 180 degrees, or in other countries than
    their row declares are remarked on; nothing is set aside.
    """
    if intake.legs.empty:
        return intake
    exposure = leg_exposure(intake.legs[["geometry"]], boundaries, unclaimed=unclaimed)
    remarks = (*_nowhere(intake.legs, exposure), *_declared(intake.legs, exposure))
    return replace(intake, remarks=intake.remarks + remarks)


def _nowhere(legs: gpd.GeoDataFrame, exposure: pd.DataFrame) -> Iterator[Note]:
    in_a_country = exposure.loc[~exposure["iso3"].isin([SEA, NONE]), "leg_id"]
    for leg_id in legs.index[~legs.index.isin(in_a_country)]:
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
    for row in declared_disagreements(table, crossed, least_km=_BORDER_KM).itertuples():
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
