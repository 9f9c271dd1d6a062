"""Recipes read from their files, and refused where a map needs more than they say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from analysis.errors import RecipeError
from analysis.recipe_text import parse_recipe
from intake.errors import DataFileError, remedy_for
from intake.sentence import Sentence

if TYPE_CHECKING:
    from analysis.recipe import Classes, LegRule, Recipe

FIRST: Final = "refoulement"
_SHIPPED: Final = Path(__file__).parent.parent / "analysis" / "recipes"


def map_rules(recipe: Recipe) -> tuple[Classes, LegRule]:
    """Return the classes and the leg rule of a recipe.

    Raises
    ------
    RecipeError
        The recipe lacks one of them, so that neither legs nor a legend can be made of it; the
        missing table is named.
    """
    if recipe.classes is None:
        raise _lacks(recipe, "classes", "names, edges and node of the classes")
    if recipe.legs is None:
        raise _lacks(recipe, "legs", "crossing_km, min_known, elevated and origin")
    return recipe.classes, recipe.legs


def read_recipe(path: Path) -> Recipe:
    """Return the recipe of a TOML file, which can paint a map.

    Raises
    ------
    DataFileError
        The file cannot be read as UTF-8 text.
    RecipeError
        The recipe cannot be used for legs; file, node and expectation are named.
    """
    recipe = read_any_recipe(path)
    map_rules(recipe)
    return recipe


def read_any_recipe(path: Path) -> Recipe:
    """Return the recipe of a TOML file, whatever index it describes.

    Raises
    ------
    DataFileError
        The file cannot be read as UTF-8 text.
    RecipeError
        The recipe cannot mean what it says; file, node and expectation are named.
    """
    return parse_recipe(text_of(path), name=path.name)


def text_of(path: Path) -> str:
    """Return the text of a file.

    Raises
    ------
    DataFileError
        The file cannot be read as UTF-8 text.
    """
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        fault = Sentence("cannot be read as text ({reason})", reason=error.__class__.__name__)
        remedy = remedy_for(path, Sentence("Correct the path"))
        raise DataFileError(path.name, fault, remedy) from error


def shipped_files() -> list[Path]:
    """Return the files of the recipes that come with the atlas."""
    return sorted(_SHIPPED.glob("*.toml"))


def shipped_recipes() -> dict[str, Recipe]:
    """Return the recipes that come with the atlas, by id."""
    found = [_shipped(path) for path in shipped_files()]
    return {recipe.id: recipe for recipe in found}


def proof_recipes() -> dict[str, Recipe]:
    """Return the recipes of other people's indices, by id; no map is painted with them."""
    paths = sorted((_SHIPPED / "proof").glob("*.toml"))
    found = [read_any_recipe(path) for path in paths]
    return {recipe.id: recipe for recipe in found}


def scenario_files() -> list[Path]:
    """Return the files of the scenarios that come with the atlas, each named after its id."""
    return sorted(_SHIPPED.with_name("scenarios").glob("*.toml"))


def scenario_ids() -> tuple[str, ...]:
    """Return the ids of the scenarios that come with the atlas."""
    return tuple(path.stem for path in scenario_files())


def _shipped(path: Path) -> Recipe:
    try:
        return read_recipe(path)
    except RecipeError as fault:
        raise DataFileError(path.name, str(fault), remedy_for(path)) from fault


def _lacks(recipe: Recipe, table: str, holds: str) -> RecipeError:
    return RecipeError(
        recipe.name,
        f"[{table}]",
        found="no such table",
        expected=f"a table [{table}] with {holds}, without which legs cannot be read",
    )
