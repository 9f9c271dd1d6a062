"""``score``: legs and corridors with all their readings, as CSV or JSON."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from dashboard.commands.asked import add_readings_options, asked_readings
from dashboard.uncertainty import read_intervals, read_rule
from intake.errors import AtlasError

if TYPE_CHECKING:
    import argparse

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.uncertainty import Intervals

_DECIMALS: Final = 6  # a millimetre; what lies beyond differs from machine to machine
LEG_COLUMNS: Final = (
    "from_id",
    "to_id",
    "mode",
    "standing",
    "status",
    "length_km",
    "reading",
    "risk_class",
    "reason",
    "exposure",
    "cumulative_so_far",
    "km_known",
    "km_unknown",
    "grade",
    "oldest_evidence",
)
CORRIDOR_COLUMNS: Final = (
    "status",
    "length_km",
    "cumulative",
    "worst_leg_id",
    "worst_reading",
    "km_high",
    "km_elevated_or_worse",
    "km_unknown",
    "weight_unknown_km",
    "legs_unknown",
    "legs_not_applicable",
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add its options."""
    add_readings_options(parser)
    parser.add_argument(
        "--corridor",
        action="append",
        default=[],
        metavar="ID",
        help="only this corridor, such as LAO-THA-N; may be given several times (default: all)",
    )
    parser.add_argument(
        "--intervals",
        action="store_true",
        help="add in which interval nine draws of ten lie, and in what share the class holds",
    )
    parser.add_argument("--format", choices=("csv", "json"), default="csv", help="default: csv")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print the readings; CSV rows carry ``level`` (leg or corridor) and ``id``."""
    atlas, readings = asked_readings(options)
    corridors = corridors_asked(options.corridor, atlas)
    legs = leg_rows(atlas, readings, corridors)
    found = corridor_rows(readings, corridors)
    if options.intervals:
        sure = read_intervals(atlas, readings, read_rule())
        legs, found = legs.join(leg_interval_rows(sure)), found.join(corridor_interval_rows(sure))
    if options.format == "csv":
        both = pd.concat([_levelled(legs, "leg"), _levelled(found, "corridor")])
        sys.stdout.write(both.to_csv(index=False, lineterminator="\n"))
        return
    document = {
        "date": readings.date.isoformat(),
        "recipe": readings.recipe.id,
        "scenario": options.scenario,
        "legs": _records(legs),
        "corridors": _records(found),
    }
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")


def leg_rows(atlas: Atlas, readings: Readings, corridors: list[str]) -> pd.DataFrame:
    """Return the readings of the legs of ``corridors``; index ``leg_id``."""
    own = ["from_id", "to_id", "mode", "standing"]
    joined = atlas.legs[["corridor_id", *own]].join(
        readings.legs.drop(columns=[*own, "corridor_id"], errors="ignore")
    )
    measured = joined.assign(
        length_km=atlas.lines["length_km"],
        oldest_evidence=joined["oldest_evidence"].dt.strftime("%Y-%m-%d"),
    )
    asked = measured[measured["corridor_id"].isin(corridors)]
    return _rounded(asked[["corridor_id", *LEG_COLUMNS]])


def corridor_rows(readings: Readings, corridors: list[str]) -> pd.DataFrame:
    """Return the readings of ``corridors``; index ``corridor_id``."""
    found = readings.corridors.loc[corridors].assign(status=readings.status)
    return _rounded(found[list(CORRIDOR_COLUMNS)]).astype(
        {"legs_unknown": "Int64", "legs_not_applicable": "Int64"}
    )


def leg_interval_rows(sure: Intervals) -> pd.DataFrame:
    """Return the interval of each leg and the share of draws in the class shown; ``leg_id``."""
    shares = {f"p_{name}": sure.legs[f"p {name}"] for name in _class_names(sure)}
    ends = {"reading_low": sure.legs["low"], "reading_high": sure.legs["high"]}
    return pd.DataFrame({**ends, **shares})


def corridor_interval_rows(sure: Intervals) -> pd.DataFrame:
    """Return the interval of each reading of each corridor; index ``corridor_id``."""
    columns: dict[str, pd.Series] = {}
    for reading, rows in sure.corridors.groupby("reading", sort=False):
        ends = rows.set_index("corridor_id")
        columns |= {f"{reading}_low": ends["low"], f"{reading}_high": ends["high"]}
    return pd.DataFrame(columns)


def _class_names(sure: Intervals) -> list[str]:
    return [str(name).removeprefix("p ") for name in sure.legs.columns if str(name)[:2] == "p "]


def _rounded(table: pd.DataFrame) -> pd.DataFrame:
    return table.round(dict.fromkeys(table.select_dtypes("float").columns, _DECIMALS))


def _levelled(rows: pd.DataFrame, level: str) -> pd.DataFrame:
    named = rows.rename_axis("id").reset_index()
    named.insert(0, "level", level)
    return named


def _records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    plain = rows.rename_axis("id").reset_index().astype(object)
    known = plain.where(plain.notna(), None)
    return [{str(name): cell for name, cell in row.items()} for row in known.to_dict("records")]


def corridors_asked(asked: list[str], atlas: Atlas) -> list[str]:
    """Return the corridors that were asked for, all when none was.

    Raises
    ------
    AtlasError
        There is no such corridor.
    """
    known = list(atlas.corridors.index)
    for corridor_id in asked:
        if corridor_id not in known:
            raise AtlasError(
                f"--corridor: found {corridor_id!r}, expected one of {', '.join(known)}."
            )
    return asked or known
