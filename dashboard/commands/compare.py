"""``compare``: the tables behind the page Compare, as CSV, the same figures as on the screen."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis.order_changes import order_changes
from dashboard.alternatives import edges_of
from dashboard.commands.asked import add_readings_options, asked_readings
from dashboard.compare import comparable
from dashboard.uncertainty import (
    corridor_sensitivity,
    read_intervals,
    read_left_out,
    read_parts,
    read_rule,
)

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings

_DECIMALS: Final = 6
_ABOUT: Final = "Print a table behind the page Compare, as CSV."
_MORE: Final = """\
intervals: where nine draws of ten lie, for each reading of each corridor.
pairs: which of two corridors reads worse, in what share of the draws.
ranks: on which ranks each corridor lies.
parts: what each country, indicator and source adds to each leg; a leg's parts add up to it.
sensitivity: which value or choice makes a corridor's readings uncertain.
without: what changes when one indicator, or one source, is left out.
orders: which corridors change places when one indicator, or one source, is left out.
network: the links of the published corridors with their costs, an edge table for paths."""


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = commands.add_parser("compare", help=_ABOUT, description=f"{_ABOUT} {_MORE}")
    parser.add_argument("table", choices=tuple(_TABLES), help="which table")
    add_readings_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print the table."""
    atlas, readings = asked_readings(options)
    table = _TABLES[options.table](atlas, readings).round(_DECIMALS)
    sys.stdout.write(table.to_csv(index=table.index.name is not None, lineterminator="\n"))


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
    "intervals": lambda atlas, readings: read_intervals(atlas, readings, read_rule()).corridors,
    "pairs": lambda atlas, readings: read_intervals(atlas, readings, read_rule()).pairs,
    "ranks": lambda atlas, readings: read_intervals(atlas, readings, read_rule()).ranks,
    "parts": read_parts,
    "sensitivity": _sensitivity,
    "without": read_left_out,
    "orders": _orders,
    "network": lambda atlas, readings: edges_of(atlas, readings, atlas.legs.index),
}
