"""``compare``: the tables behind the page Compare, as CSV, the same figures as on the screen."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis.countries import recipe_cells
from analysis.order_changes import order_changes
from dashboard.alternatives import edges_of
from dashboard.commands.asked import (
    add_readings_options,
    asked_atlas,
    asked_readings,
    asked_scenario,
    readings_on,
)
from dashboard.compare import comparable
from dashboard.drawn_changes import drawn_dates, drawn_scenario
from dashboard.uncertainty import (
    corridor_sensitivity,
    read_intervals,
    read_left_out,
    read_parts,
    read_rule,
)
from intake.errors import AtlasError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from dashboard.atlas import Atlas
    from dashboard.drawn_changes import Changes
    from dashboard.pipeline import Readings

_DECIMALS: Final = 6
_CHANGES: Final = ("changes", "moved")
_MORE: Final = """\
intervals: where nine draws of ten lie, for each reading of each corridor.
pairs: which of two corridors reads worse, in what share of the draws.
ranks: on which ranks each corridor lies among all. These three say of each row whether the page
has it too (compared): only corridors that begin in North Korea and are scored on every leg.
parts: what each country, indicator and source adds to each leg; a leg's parts add up to it.
sensitivity: which value or choice makes a corridor's readings uncertain.
without: what changes when one indicator, or one source, is left out.
orders: which corridors change places when one indicator, or one source, is left out.
changes: how each reading differs between two dates (--beside) or in a scenario (--scenario), with
intervals and the share of draws in which it reads worse; both sides see the same draws.
moved: the same for the figure of each country, with its class and the share of draws in it.
network: the links of the published corridors with their costs, an edge table for paths.
units: what the recipe reads, a row for each country, a table for evaluate."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add its options."""
    parser.description = f"{parser.description} {_MORE}"
    parser.add_argument("table", choices=(*_TABLES, *_CHANGES), help="which table")
    parser.add_argument(
        "--beside",
        metavar="YYYY-MM-DD",
        help="for changes and moved: the date that the as-of date is compared with",
    )
    add_readings_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print the table."""
    table = _asked(options).round(_DECIMALS)
    sys.stdout.write(table.to_csv(index=table.index.name is not None, lineterminator="\n"))


def _asked(options: argparse.Namespace) -> pd.DataFrame:
    """Return the table that is asked for: of one state, or of two."""
    if options.table in _CHANGES:
        changes = _changes(options)
        return changes.corridors if options.table == "changes" else changes.countries
    if options.beside:
        raise AtlasError(
            f"--beside: found {options.beside!r} with the table {options.table}; expected it with "
            f"{' or '.join(_CHANGES)}. The other tables are of one date: --date."
        )
    atlas, readings = asked_readings(options)
    return _TABLES[options.table](atlas, readings)


def _changes(options: argparse.Namespace) -> Changes:
    """Return how sure each difference is between two dates, or without and with a scenario."""
    if bool(options.beside) == bool(options.scenario):
        found = "both --beside and" if options.beside else "neither --beside nor"
        raise AtlasError(
            f"{options.table}: found {found} --scenario, expected one of them: another date, or a "
            "scenario."
        )
    atlas = asked_atlas()
    if compared := asked_scenario(options, atlas):
        return drawn_scenario(atlas, compared, read_rule())
    then = readings_on(options.beside, options, atlas, option="--beside")
    return drawn_dates(atlas, then, readings_on(options.date, options, atlas), read_rule())


def _drawn(atlas: Atlas, readings: Readings, *, name: str) -> pd.DataFrame:
    """Return a table of intervals, with ``compared``: whether the page ranks what the row is of."""
    table: pd.DataFrame = getattr(read_intervals(atlas, readings, read_rule()), name)
    alike = comparable(atlas, readings)
    corridors = table[table.columns.intersection(["corridor_id", "first", "second"])]
    return table.assign(compared=corridors.apply(lambda ids: ids.map(alike)).all(axis="columns"))


def _orders(atlas: Atlas, readings: Readings) -> pd.DataFrame:
    alike = comparable(atlas, readings)
    changes = read_left_out(atlas, readings)
    return order_changes(changes, readings.corridors, among=alike.index[alike])


def _sensitivity(atlas: Atlas, readings: Readings) -> pd.DataFrame:
    rule = read_rule()
    tables = [
        corridor_sensitivity(atlas, readings, rule, corridor).assign(corridor_id=corridor)
        for corridor in atlas.corridors.index
    ]
    return pd.concat(tables, ignore_index=True)


_TABLES: Final[dict[str, Callable[[Atlas, Readings], pd.DataFrame]]] = {
    "intervals": partial(_drawn, name="corridors"),
    "pairs": partial(_drawn, name="pairs"),
    "ranks": partial(_drawn, name="ranks"),
    "parts": read_parts,
    "sensitivity": _sensitivity,
    "without": read_left_out,
    "orders": _orders,
    "network": lambda atlas, readings: edges_of(atlas, readings, atlas.legs.index),
    "units": lambda _, readings: recipe_cells(readings.indicators, readings.recipe),
}
