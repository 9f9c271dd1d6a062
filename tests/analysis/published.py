"""Where the published numbers lie, and recipes that rebuild them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from analysis.recipe_text import parse_recipe

if TYPE_CHECKING:
    from analysis.recipe import Recipe

TESTS = Path(__file__).parents[1]
VALIDATION = TESTS.parents[1] / "shared" / "validation"


def published(name: str) -> Path:
    if not VALIDATION.is_dir():
        pytest.skip("the folder of published numbers (../shared/validation) is not here")
    return VALIDATION / name


def published_table(name: str, index: str) -> pd.DataFrame:
    return pd.read_csv(published(name)).set_index(index)


def recipe_for(name: str) -> Recipe:
    shipped = TESTS.parent / "analysis" / "recipes" / "proof" / name
    path = shipped if shipped.exists() else TESTS / "data" / name
    return parse_recipe(path.read_text("utf-8"), name=name)
