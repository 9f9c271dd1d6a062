"""Reads the country evidence: facts, incidents, flows, sources, Table 1 and the corrections."""

from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from geodata.schema import (
    ASSESSED,
    CORRECTIONS,
    COUNTRIES,
    DOMESTIC_RULES,
    FACTS,
    FLOWS,
    INCIDENTS,
    PUBLISHED_INDICES,
    SOURCES,
    TABLE1,
)
from intake.csv_table import read_csv_table

DATA = Path(__file__).parent / "data"


def read_countries(folder: Path = DATA) -> pd.DataFrame:
    """Return the names of the countries the evidence speaks of.

    Parameters
    ----------
    folder
        The folder that holds ``countries.csv``.

    Returns
    -------
    pd.DataFrame
        Index ``iso3``; columns ``iso2, name_en, name_ko``.

    Raises
    ------
    DataFileError
        The file is missing or damaged; a ``BadCell`` names line and column.
    """
    return _keyed(folder, COUNTRIES)


def read_facts(folder: Path = DATA) -> pd.DataFrame:
    """Return one row per fact about one country, in the order of the file.

    Several facts may share a country and dimension, because sources and years differ; all are
    kept.

    Parameters
    ----------
    folder
        The folder that holds ``facts.csv``.

    Returns
    -------
    pd.DataFrame
        Index ``fact_id``; columns ``iso3, dimension, value``, ``score`` (0 most protective to 10
        gravest, only on assessed dimensions), ``year`` (whole or missing), ``source_id,
        confidence, note`` and ``judgement``: whether the value is ours and not a source's.

    Raises
    ------
    DataFileError
        The file is missing or damaged; a ``BadCell`` names line and column.
    """
    facts = _keyed(folder, FACTS)
    return facts.assign(judgement=facts["dimension"].isin(ASSESSED))


def read_incidents(folder: Path = DATA) -> pd.DataFrame:
    """Return one row per dated return, detention, safe transfer or change of policy.

    Parameters
    ----------
    folder
        The folder that holds ``incidents.csv``.

    Returns
    -------
    pd.DataFrame
        Index ``incident_id``; columns ``date`` (text as precise as published), ``iso3, kind``,
        ``people_min, people_max`` (whole or missing), ``location_admin1, summary, source_id,
        reliability``.

    Raises
    ------
    DataFileError
        The file is missing or damaged; a ``BadCell`` names line and column.
    """
    return _keyed(folder, INCIDENTS)


def read_flows(folder: Path = DATA) -> pd.DataFrame:
    """Return one row per figure of a series; a block covers several years and is never one year.

    Parameters
    ----------
    folder
        The folder that holds ``flows.csv``.

    Returns
    -------
    pd.DataFrame
        Index ``flow_id``; the columns of ``geodata.schema.FLOWS``, figures in the row's ``unit``.

    Raises
    ------
    DataFileError
        The file is missing or damaged; a ``BadCell`` names line and column.
    """
    return _keyed(folder, FLOWS)


def read_sources(folder: Path = DATA) -> pd.DataFrame:
    """Return one row per source.

    Parameters
    ----------
    folder
        The folder that holds ``sources.csv``.

    Returns
    -------
    pd.DataFrame
        Index ``source_id``; columns ``publisher, title, date, url, kind, how_seen, note``. The
        date is text as precise as known, ``n.d.`` where the page bears none.

    Raises
    ------
    DataFileError
        The file is missing or damaged; a ``BadCell`` names line and column.
    """
    return _keyed(folder, SOURCES)


def read_table1(folder: Path = DATA) -> pd.DataFrame:
    """Return Table 1 of the white paper whole, its words and citations as printed.

    Parameters
    ----------
    folder
        The folder that holds ``table1.csv``.

    Returns
    -------
    pd.DataFrame
        Index ``dimension`` (seven rows); columns ``label, feeds_risk``, and for ``KOR, USA, CHN``
        the words and ``…_citation``.

    Raises
    ------
    DataFileError
        The file is missing or damaged; a ``BadCell`` names line and column.

    References
    ----------
    David Dohyung Kim, North Korean Defector Integration, section 9, Table 1.
    """
    return _keyed(folder, TABLE1)


def read_corrections(folder: Path = DATA) -> pd.DataFrame:
    """Return the claims that the evidence does not bear out, or on which reports disagree.

    Parameters
    ----------
    folder
        The folder that holds ``corrections.csv``.

    Returns
    -------
    pd.DataFrame
        Index ``correction_id``; columns ``claimed_by, claim, place, evidence_says, reason,
        applies_to, years, source_ids``.

    Raises
    ------
    DataFileError
        The file is missing or damaged; a ``BadCell`` names line and column.
    """
    return _keyed(folder, CORRECTIONS)


def read_published_indices(folder: Path = DATA) -> pd.DataFrame:
    """Return figures of general indices that others published, to prove the engine with.

    Parameters
    ----------
    folder
        The folder that holds ``published_indices.csv``.

    Returns
    -------
    pd.DataFrame
        Index ``figure_id``; columns ``index_id, iso3, role`` (``input`` or ``result``), ``name``
        (leaf or node of the recipe), ``value, source_id``. No reading of the atlas rests on them.

    Raises
    ------
    DataFileError
        The file is missing or damaged; a ``BadCell`` names line and column.
    """
    return _keyed(folder, PUBLISHED_INDICES)


def read_domestic_rules(folder: Path = DATA) -> pd.DataFrame:
    """Return, per country, how far a domestic rule bars return and whether a return pact exists.

    Parameters
    ----------
    folder
        The folder that holds ``domestic_rules.csv``.

    Returns
    -------
    pd.DataFrame
        Index ``iso3``; columns ``degree`` (full, partial, none), ``return_instrument`` (bool), and
        for each its reason and the facts it rests on. Both are our judgement.

    Raises
    ------
    DataFileError
        The file is missing or damaged; a ``BadCell`` names line and column.
    """
    return _keyed(folder, DOMESTIC_RULES)


def evidence_file(folder: Path, schema: pa.DataFrameSchema) -> Path:
    """Return where the file of a schema stands in a folder."""
    return folder / f"{schema.name}.csv"


def _keyed(folder: Path, schema: pa.DataFrameSchema) -> pd.DataFrame:
    """Return a file's rows under their key, which is the schema's first column."""
    table = read_csv_table(evidence_file(folder, schema), schema)
    return table.set_index(next(iter(schema.columns)))
