"""Kinds of fact and kinds of source: the few groups that a person filters by."""

from __future__ import annotations

from typing import Final

import pandas as pd

from dashboard.language import N_
from intake.ids import split_ids

# Kind -> what it is called, and how the dimensions of its facts begin.
_FACTS: Final = {
    "treaty": (N_("Treaty"), ("treaty_",)),
    "domestic_rule": (N_("Domestic rule"), ("domestic_",)),
    "agreement": (N_("Agreement with the DPRK"), ("bilateral_",)),
    "legal_status": (
        N_("Legal status in practice"),
        ("legal_status_in_practice", "official_position"),
    ),
    "practice": (
        N_("Practice of return"),
        ("state_practice_", "returns_", "returnee_", "sea_arrivals_"),
    ),
    "protection": (
        N_("Access to protection"),
        ("unhcr_access", "rok_embassy_access", "resettlement_access"),
    ),
    "detention": (
        N_("Arrest and detention"),
        ("penalty_", "immigration_detention", "screening_", "detained_"),
    ),
    "border_policy": (N_("Border policy"), ("border_policy",)),
    "numbers": (
        N_("Numbers reported"),
        ("arrivals_", "transit_", "population_", "refugees_", "claims_", "settled_"),
    ),
    "assessment": (N_("Assessment"), ("assess_",)),
    "table1": (N_("Table 1 of the white paper"), ("table1_",)),
}
_INCIDENTS: Final = {
    "incident_refoulement": N_("Incident: return"),
    "incident_detention": N_("Incident: detention"),
    "incident_safe_transfer": N_("Incident: transfer"),
    "incident_policy_change": N_("Incident: change of policy"),
}
FACT_KINDS: Final = {kind: title for kind, (title, _) in _FACTS.items()} | _INCIDENTS

OTHER: Final = "other"
_SOURCES: Final = {
    "news": (N_("News"), ("news",)),
    "ngo": (N_("NGO"), ("NGO",)),
    "government": (N_("Government, text of a law"), ("government", "law text")),
    "un": (N_("UN, treaty body, court"), ("UN", "treaty body")),
    "academic": (N_("Academic"), ("academic",)),
    "white_paper": (N_("White paper"), ("white paper",)),
    OTHER: (N_("Other kind of source"), ()),
}
SOURCE_KINDS: Final = {kind: title for kind, (title, _) in _SOURCES.items()}


def fact_kinds(dimensions: pd.Series) -> pd.Series:
    """Return the kind of each fact by its dimension: a key of `FACT_KINDS`."""
    return dimensions.map(lambda dimension: _kind(dimension, _FACTS))


def incident_kinds(kinds: pd.Series) -> pd.Series:
    """Return the kind of each incident as a key of `FACT_KINDS`."""
    return "incident_" + kinds


def source_kinds(sources: pd.DataFrame) -> pd.Series:
    """Return the kind of each source as a key of `SOURCE_KINDS`; index ``source_id``."""
    return sources["kind"].map(lambda kind: _kind(kind, _SOURCES))


def kinds_named(source_ids: pd.Series, sources: pd.DataFrame) -> pd.DataFrame:
    """Return one column per kind of source: whether a row names a source of it.

    Parameters
    ----------
    source_ids
        The ids of each row, joined by semicolons.
    sources
        Index ``source_id``; column ``kind``.
    """
    kind = source_kinds(sources)
    named = [";".join({kind[one] for one in split_ids(cell) if one in kind}) for cell in source_ids]
    return pd.Series(named, index=source_ids.index).str.get_dummies(";").astype(bool)


def _kind(text: str, table: dict[str, tuple[str, tuple[str, ...]]]) -> str:
    return next((kind for kind, (_, begins) in table.items() if text.startswith(begins)), OTHER)
