"""The door: the only way out. What it returns may leave, and exporters take nothing else.

Figures are computed here, from what the class lets out, never handed in: so no figure can rest on
a record that is withheld.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.language import said, speaking
from dashboard.pipeline import read_risk
from dashboard.project import version
from dashboard.publication.choices_told import address_of, choices_told, without_private
from dashboard.publication.chosen import chosen_rows
from dashboard.publication.conform import conformed
from dashboard.publication.fingerprint import fingerprint
from dashboard.publication.picture import picture_of
from dashboard.publication.precision import PUBLIC, Precision
from dashboard.publication.publication import About, Publication, Table
from dashboard.publication.release import released
from dashboard.publication.schema import OF_A_VIEW, OF_THE_DATASET
from dashboard.publication.tables import dataset_tables, view_tables
from dashboard.scenarios import title, under_scenario
from dashboard.uncertainty import read_intervals, read_rule
from geodata.grid_lines import lines_on_grid

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import geopandas as gpd
    import pandas as pd
    import pandera.pandas as pa

    from analysis.scenario import Scenario
    from dashboard.atlas import Atlas
    from dashboard.settings import Settings

Tables = dict[str, Table]


def publish(
    atlas: Atlas,
    settings: Settings,
    *,
    precision: Precision = PUBLIC,
    scenario: Scenario | None = None,
) -> Publication:
    """Return what may leave of one view: the rows that the filters leave, with their figures.

    Parameters
    ----------
    atlas
        The data.
    settings
        The filters, the date, the recipe, the language, and how the map looks. Which leg or
        country was opened does not count: a file does not say what its maker looked at.
    precision
        The class of what leaves; public unless a person on this machine chose otherwise.
    scenario
        A shipped one to read the figures under; the evidence where it is None.

    Raises
    ------
    PrecisionError
        A place is given more precisely than the class allows.
    WithheldError
        A record that may leave names one that may not.
    """
    kept, seen = released(atlas, precision), without_private(settings, atlas.choices)
    readings = read_risk(kept, seen.recipe, seen.date)
    if scenario:
        readings = under_scenario(kept, readings, scenario).readings
    intervals = read_intervals(kept, readings, read_rule())
    chosen = chosen_rows(kept, readings, seen)
    tables = _conformed(view_tables(kept, readings, intervals, chosen), OF_A_VIEW)
    lines = _lines(kept, tables, precision)
    with speaking(seen.lang):
        about = _about(kept, seen, tables, lines=lines, precision=precision)
        legs = tables["legs"].rows.set_index("leg_id")["class_share"]
        picture = picture_of(kept, readings, seen, shown=chosen.legs, legs=legs)
        about = replace(about, scenario=title(scenario) if scenario else "")
    return Publication(about=about, tables=tables, lines=lines, picture=picture)


def publish_dataset(
    atlas: Atlas, settings: Settings, *, precision: Precision = PUBLIC
) -> Publication:
    """Return what may leave of the whole dataset: every table that is kept, none that is computed.

    Of the settings only the language counts.

    Raises
    ------
    PrecisionError, WithheldError
        As `publish`.
    """
    kept = released(atlas, precision)
    plain = replace(atlas.choices.default(), lang=settings.lang)
    tables = _conformed(dataset_tables(kept), OF_THE_DATASET)
    lines = _lines(kept, tables, precision)
    with speaking(plain.lang):
        about = _about(kept, plain, tables, lines=lines, precision=precision)
    return Publication(about=about, tables=tables, lines=lines)


def _conformed(rows: Mapping[str, pd.DataFrame], schemas: Iterable[pa.DataFrameSchema]) -> Tables:
    tables = [conformed(rows[str(schema.name)], schema) for schema in schemas]
    return {table.name: table for table in tables}


def _lines(atlas: Atlas, tables: Tables, precision: Precision) -> gpd.GeoDataFrame:
    lines = atlas.lines.loc[tables["legs"].rows["leg_id"], ["geometry"]]
    return lines if precision.decimals is None else lines_on_grid(lines, precision.decimals)


def _about(
    atlas: Atlas,
    settings: Settings,
    tables: Tables,
    *,
    lines: gpd.GeoDataFrame,
    precision: Precision,
) -> About:
    address = address_of(settings, atlas.choices)
    facts = (version(), precision.name, settings.date.isoformat(), settings.recipe, address)
    return About(
        lang=settings.lang,
        version=version(),
        date=settings.date,
        horizon=atlas.choices.last_date,
        recipe=(settings.recipe, said(atlas.recipes[settings.recipe].title)),
        choices=choices_told(atlas, settings),
        address=address,
        precision=precision,
        fingerprint=fingerprint(facts, tables.values(), lines),
    )
