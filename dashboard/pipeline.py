"""The one joint: evidence, corridors and recipes become readings. No screen here.

The pages, the command line and the files call these functions and so cannot disagree.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis.as_of import indicators_on
from analysis.corridors import corridor_readings
from analysis.countries import country_index
from analysis.legal_status import legal_status, strictest_on_leg
from analysis.legs import leg_dimension, leg_drivers, leg_readings
from analysis.recipe_text import parse_recipe
from dashboard.settings import Choices
from dashboard.words import DIMENSIONS, NO_DATA, STATUSES
from geodata import evidence
from geodata.boundaries import read_boundaries
from geodata.exposure import border_crossings, leg_exposure
from geodata.lines import leg_lines
from routes import tables
from routes.status import MUTED, status_on, status_table

if TYPE_CHECKING:
    import datetime as dt

    import geopandas as gpd

    from analysis.recipe import Recipe

DATA_VARIABLE: Final = "CORRIDOR_ATLAS_DATA"
_ROOT: Final = Path(__file__).parent.parent
_RECIPES: Final = _ROOT / "analysis" / "recipes"


@dataclass(frozen=True, kw_only=True)
class Atlas:
    """Everything that does not depend on a date or a recipe, read and checked once.

    ``legs`` (index ``leg_id``), ``corridors``, ``waypoints``, ``statuses``, ``events`` as in
    ``routes``; ``facts``, ``incidents``, ``flows``, ``sources``, ``table1``, ``corrections`` as in
    ``geodata.evidence``; ``lines`` (EPSG:4326, ``length_km``), ``exposure`` (``leg_id, iso3, km``)
    and ``crossings`` as in ``geodata``; ``recipes`` by id.
    """

    legs: pd.DataFrame
    corridors: pd.DataFrame
    waypoints: pd.DataFrame
    statuses: pd.DataFrame
    events: pd.DataFrame
    facts: pd.DataFrame
    incidents: pd.DataFrame
    flows: pd.DataFrame
    sources: pd.DataFrame
    table1: pd.DataFrame
    corrections: pd.DataFrame
    countries: pd.DataFrame
    lines: gpd.GeoDataFrame
    exposure: pd.DataFrame
    crossings: pd.DataFrame
    recipes: dict[str, Recipe]

    @cached_property
    def touches(self) -> pd.DataFrame:
        """One column per country, one row per leg: whether the leg declares the country."""
        return self.legs["countries_declared"].str.get_dummies(";").astype(bool)
