"""``evaluate``: any index, from its recipe and a table of units, as CSV or explained."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Final

from analysis.explain import explain
from analysis.index import score_units
from dashboard.recipes import read_any_recipe
from dashboard.tree_text import tree_text
from dashboard.unit_file import read_units
from intake.errors import AtlasError

if TYPE_CHECKING:
    import argparse

_MORE: Final = (
    "One row per unit: its id and each node of the recipe, in the order of the recipe. Empty cells "
    "and x are missing; a figure for which too little is present is an empty cell. Figures have at "
    "most 12 significant digits. Columns that the recipe does not name are not read."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add its options."""
    parser.description = f"{parser.description} {_MORE}"
    parser.add_argument("recipe", type=Path, metavar="RECIPE.toml", help="the recipe of the index")
    parser.add_argument("units", type=Path, metavar="DATA.csv", help="the table of units")
    parser.add_argument(
        "--id",
        dest="id_column",
        required=True,
        metavar="COLUMN",
        help="the column that names the units, each once, such as ISO3",
    )
    parser.add_argument(
        "--explain",
        metavar="UNIT",
        help="print instead how the figures of one unit are made: each child's value, weight, "
        "share and contribution, enough to recompute every node by hand",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print the figures, or the tree of one unit."""
    recipe = read_any_recipe(options.recipe)
    units = read_units(options.units, recipe, id_column=options.id_column)
    if options.explain is None:
        scores = score_units(recipe, units).map(_shortest)
        sys.stdout.write(scores.to_csv(lineterminator="\n"))
        return
    unit = _unit(options.explain, list(units.index), file=options.units.name)
    sys.stdout.write(tree_text(recipe, explain(recipe, units, unit=unit), unit=unit))


def _shortest(figure: float) -> float:
    """Return a figure to 12 significant digits: later ones are noise of the arithmetic."""
    return float(f"{figure:.12g}")


def _unit(asked: str, known: list[str], *, file: str) -> str:
    if asked not in known:
        near = get_close_matches(asked, known, n=3) or known[:5]
        raise AtlasError(
            f"--explain: found {asked!r}, expected a unit of {file} such as {', '.join(near)}."
        )
    return asked
