"""Checks that the files of country evidence agree, and refuses the first cell that does not."""

from collections.abc import Collection
from pathlib import Path

import pandas as pd

from geodata.evidence import DATA, evidence_file
from geodata.evidence_figures import arrivals_through
from geodata.schema import (
    ASSESSED,
    CORRECTIONS,
    COUNTRIES,
    DOMESTIC_RULES,
    FACTS,
    FLOWS,
    INCIDENTS,
    PARTY_WORDS,
    PUBLISHED_INDICES,
    SOURCES,
    TABLE1,
    TABLE1_DIMENSIONS,
    TREATIES,
)
from intake.csv_table import read_csv_table, refuse_where
from intake.errors import DataFileError, remedy_for
from intake.ids import split_ids
from intake.sentence import Sentence

OFFICIAL_ARRIVALS = {2022: 33_882, 2025: 34_538}
SCHEMAS = (
    COUNTRIES,
    SOURCES,
    FACTS,
    INCIDENTS,
    FLOWS,
    TABLE1,
    CORRECTIONS,
    DOMESTIC_RULES,
    PUBLISHED_INDICES,
)
SOURCE_COLUMNS = ("source_id", "source_ids", "alt_source_ids")
COUNTRY_COLUMNS = ("iso3",)
SOURCE = Sentence("the id of a source that is in the data")
COUNTRY = Sentence("the id of a country that is in the data")
FACT = Sentence("the id of a fact that is in the data")
FACT_COLUMNS = ("fact_id", "degree_fact_ids", "return_fact_ids")


def check_evidence(folder: Path = DATA) -> None:
    """Check every rule that reaches over several cells or files.

    Source ids, country codes and fact ids resolve; ids begin with what they name; treaty rows say
    party or not; only assessed rows bear a score; ranges have their ends in order; Table 1 is
    whole; the arrivals add up to the official totals.

    Parameters
    ----------
    folder
        The folder that holds the files.

    Raises
    ------
    BadCell
        At the first cell that breaks a rule.
    DataFileError
        A file is missing or damaged, or the arrivals do not add up.
    """
    tables = _read_all(folder)
    known = set(tables["sources"]["source_id"])
    countries = set(tables["countries"]["iso3"])
    facts = set(tables["facts"]["fact_id"])
    for name, table in tables.items():
        path = folder / f"{name}.csv"
        _resolve(path, table, columns=SOURCE_COLUMNS, known=known, what=SOURCE)
        _resolve(path, table, columns=COUNTRY_COLUMNS, known=countries, what=COUNTRY)
        _resolve(path, table, columns=FACT_COLUMNS, known=facts, what=FACT)
    _check_facts(folder / "facts.csv", tables["facts"])
    _check_incidents(folder / "incidents.csv", tables["incidents"])
    _check_table1(folder / "table1.csv", tables["table1"])
    check_arrivals(folder / "flows.csv", tables["flows"])


def check_arrivals(path: Path, flows: pd.DataFrame) -> None:
    """Check that the arrivals by year and block add up to the official running totals.

    Parameters
    ----------
    path
        The file the figures were read from, for the message.
    flows
        The figures.

    Raises
    ------
    DataFileError
        They do not add up at the end of 2022 or of 2025.
    """
    for year, official in OFFICIAL_ARRIVALS.items():
        found = arrivals_through(flows, year)
        if found != official:
            fault = Sentence(
                "the arrivals up to the end of {year} add up to {found}, "
                "expected {official}, the official total",
                year=year,
                found=found,
                official=official,
            )
            first = Sentence("Correct the rows kr_arrivals and kr_arrivals_block")
            raise DataFileError(path.name, fault, remedy_for(path, first))


def _read_all(folder: Path) -> dict[str, pd.DataFrame]:
    return {
        str(schema.name): read_csv_table(evidence_file(folder, schema), schema)
        for schema in SCHEMAS
    }


def _resolve(
    path: Path,
    table: pd.DataFrame,
    *,
    columns: tuple[str, ...],
    known: Collection[str],
    what: str,
) -> None:
    """Refuse the first row that names an id which is not known; columns a table lacks are left."""
    for column in columns:
        if column in table:
            unknown = table[column].map(lambda cell: not set(split_ids(cell)) <= set(known))
            refuse_where(path, table, unknown, column=column, expected=what)


def _check_facts(path: Path, facts: pd.DataFrame) -> None:
    prefix = facts["iso3"] + "." + facts["dimension"]
    refuse_where(
        path,
        facts,
        facts["fact_id"].str.rsplit(".", n=1).str[0] != prefix,
        column="fact_id",
        expected=Sentence("the iso3 and the dimension of its row, then a number"),
    )
    refuse_where(
        path,
        facts,
        facts["dimension"].isin(TREATIES) & ~facts["value"].isin(PARTY_WORDS),
        column="value",
        expected=Sentence(
            "one of {words}, because the row is about a treaty", words=", ".join(PARTY_WORDS)
        ),
    )
    refuse_where(
        path,
        facts,
        facts["score"].notna() & ~facts["dimension"].isin(ASSESSED),
        column="score",
        expected=Sentence("an empty cell, because only assessed dimensions bear a score"),
    )


def _check_incidents(path: Path, incidents: pd.DataFrame) -> None:
    refuse_where(
        path,
        incidents,
        incidents["incident_id"].str.rsplit(".", n=1).str[0]
        != incidents["iso3"] + "." + incidents["date"],
        column="incident_id",
        expected=Sentence("the iso3 and the date of its row, then a number"),
    )
    reversed_ends = (incidents["people_max"] < incidents["people_min"]).fillna(value=False)
    refuse_where(
        path,
        incidents,
        reversed_ends,
        column="people_max",
        expected=Sentence("a number not below people_min"),
    )


def _check_table1(path: Path, table1: pd.DataFrame) -> None:
    found = table1["dimension"]
    if tuple(found) != TABLE1_DIMENSIONS:
        fault = Sentence(
            "found the rows {found}, expected {expected}",
            found=", ".join(found),
            expected=", ".join(TABLE1_DIMENSIONS),
        )
        raise DataFileError(path.name, fault, remedy_for(path))
